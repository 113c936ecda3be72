"""Numbers in, numbers out: the arithmetic behind rates, keyness and intervals. No text comes in here."""

import math
from collections.abc import Iterator
from functools import lru_cache

import numpy as np
from numpy.typing import ArrayLike

Z95 = 1.959963984540054  # 97.5th percentile of the standard normal
FEW = 400  # units whose resamples are kept, for the next mean of as many units
AT_ONCE = 2_000_000  # numbers in memory while many units are resampled


def rate(n: ArrayLike, size: ArrayLike, *, per: float = 10_000) -> np.ndarray:
    """Frequency of n hits in size tokens, per `per` tokens; nan where size is 0.

    >>> float(rate(3, 1500))
    20.0
    """
    n, size = np.asarray(n, dtype=float), np.asarray(size, dtype=float)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(size > 0, per * n / size, np.nan)


def log_likelihood(
    n_target: ArrayLike, n_reference: ArrayLike, size_target: float, size_reference: float
) -> np.ndarray:
    """Signed log-likelihood (G2) of a term in two corpora, negative where the target underuses it.

    n_target, n_reference: hits; size_target, size_reference: tokens of each corpus, above 0.
    Raises ValueError if either corpus is empty. Beyond ±3.84, p < .05 for one term; ±6.63, p < .01.
    Source: Rayson & Garside (2000), the two-cell form of Dunning (1993).

    >>> float(log_likelihood(20, 5, 1000, 1000).round(2))
    9.64
    """
    if size_target <= 0 or size_reference <= 0:
        raise ValueError("log_likelihood needs two corpora of at least one token")
    a, b = np.asarray(n_target, dtype=float), np.asarray(n_reference, dtype=float)
    expected = (a + b) / (size_target + size_reference)
    with np.errstate(divide="ignore", invalid="ignore"):
        part_a = np.where(a > 0, a * np.log(a / (expected * size_target)), 0.0)
        part_b = np.where(b > 0, b * np.log(b / (expected * size_reference)), 0.0)
    sign = np.where(a / size_target < b / size_reference, -1.0, 1.0)
    return sign * 2 * np.maximum(part_a + part_b, 0.0)


def log_ratio(n_target: ArrayLike, n_reference: ArrayLike, size_target: float, size_reference: float) -> np.ndarray:
    """Binary log of the ratio of two rates: 1 is twice as frequent in the target, −1 half as frequent.

    A count of 0 is read as 0.5, so that the ratio stays finite. Source: Hardie (2014).

    >>> float(log_ratio(8, 2, 1000, 1000))
    2.0
    """
    a = np.maximum(np.asarray(n_target, dtype=float), 0.5)
    b = np.maximum(np.asarray(n_reference, dtype=float), 0.5)
    return np.log2((a / size_target) / (b / size_reference))


def log_ratio_interval(
    n_target: ArrayLike, n_reference: ArrayLike, size_target: float, size_reference: float
) -> tuple[np.ndarray, np.ndarray]:
    """95 % interval of log_ratio (base 2), from the standard error of a log relative risk (Katz et al. 1978)."""
    a = np.maximum(np.asarray(n_target, dtype=float), 0.5)
    b = np.maximum(np.asarray(n_reference, dtype=float), 0.5)
    spread = Z95 * np.sqrt(1 / a - 1 / size_target + 1 / b - 1 / size_reference) / math.log(2)
    middle = log_ratio(n_target, n_reference, size_target, size_reference)
    return middle - spread, middle + spread


def chi_square_tail(g2: ArrayLike) -> np.ndarray:
    """Probability of a chi-square with one degree of freedom at or beyond |g2|.

    >>> float(chi_square_tail(3.841459).round(4))
    0.05
    """
    return np.vectorize(lambda x: math.erfc(math.sqrt(abs(x) / 2)), otypes=[float])(np.asarray(g2, dtype=float))


def false_discovery_rate(p_values: ArrayLike) -> np.ndarray:
    """Benjamini–Hochberg q of each p value: the share of false finds among all terms at least as extreme.

    >>> false_discovery_rate([0.01, 0.04, 0.03, 0.5]).round(3).tolist()
    [0.04, 0.053, 0.053, 0.5]
    """
    p = np.asarray(p_values, dtype=float)
    if not p.size:
        return p
    order = np.argsort(p, kind="stable")
    scaled = p[order] * p.size / np.arange(1, p.size + 1)
    q = np.empty_like(p)
    q[order] = np.minimum(np.minimum.accumulate(scaled[::-1])[::-1], 1.0)
    return q


@lru_cache(maxsize=16)
def _resamples_of_few(n: int, n_resamples: int, seed: int) -> np.ndarray:
    counts = np.random.default_rng(seed).multinomial(n, np.full(n, 1 / n), n_resamples).astype(float)
    counts.flags.writeable = False
    return counts


def resamples(n: int, n_resamples: int, seed: int) -> Iterator[np.ndarray]:
    """How often each of n units is drawn when n are drawn with replacement; the same for the same seed.

    Yields arrays of resamples × units, together n_resamples long and each small enough for memory. Many units are
    drawn by their numbers: quicker than a multinomial, which asks a random number for every unit not drawn as well.

    >>> [float(counts.sum()) for counts in resamples(3, 2, seed=0)]
    [6.0]
    """
    if n <= FEW:
        yield _resamples_of_few(n, n_resamples, seed)
        return
    random, rows = np.random.default_rng(seed), max(1, AT_ONCE // n)
    for first in range(0, n_resamples, rows):
        size = min(rows, n_resamples - first)
        drawn = random.integers(0, n, (size, n)) + n * np.arange(size)[:, None]
        yield np.bincount(drawn.ravel(), minlength=size * n).reshape(size, n).astype(float)


def resamples_by_kind(copies: np.ndarray, n_resamples: int, seed: int) -> Iterator[np.ndarray]:
    """How often each kind of unit is drawn when as many units as there are are drawn with replacement.

    copies: how many units there are of each kind; units of one kind need not be told apart. Yields as `resamples` does.

    >>> [float(counts.sum()) for counts in resamples_by_kind(np.array([1, 2]), 2, seed=0)]
    [6.0]
    """
    random, rows, n = np.random.default_rng(seed), max(1, AT_ONCE // len(copies)), int(copies.sum())
    for first in range(0, n_resamples, rows):
        yield random.multinomial(n, copies / n, min(rows, n_resamples - first)).astype(float)


def bootstrap_interval(
    values: ArrayLike, *, weights: ArrayLike | None = None, n_resamples: int = 2000, level: float = 0.95, seed: int = 0
) -> tuple[float, float]:
    """Percentile bootstrap interval of a mean, or of sum(values) / sum(weights) when weights are given.

    values: one number per unit resampled (a span); weights: its size in the denominator (its tokens).
    Returns (low, high), nan for no values. The same seed gives the same interval. Source: Efron & Tibshirani (1993).

    >>> bootstrap_interval([0.2, 0.2, 0.2])
    (0.2, 0.2)
    """
    values = np.asarray(values, dtype=float)
    if not values.size:
        return math.nan, math.nan
    sizes = np.ones_like(values) if weights is None else np.asarray(weights, dtype=float)
    with np.errstate(divide="ignore", invalid="ignore"):
        drawn = resamples(values.size, n_resamples, seed)
        means = np.concatenate([(counts @ values) / (counts @ sizes) for counts in drawn])
    tail = (1 - level) / 2
    low, high = np.nanquantile(means, [tail, 1 - tail])
    return round(float(low), 12), round(float(high), 12)


def wilson_interval(n_hits: int, n: int) -> tuple[float, float]:
    """95 % interval of a share, 0…1, nan for n = 0. Source: Wilson (1927).

    >>> [round(x, 3) for x in wilson_interval(8, 10)]
    [0.49, 0.943]
    """
    if n == 0:
        return math.nan, math.nan
    p, z2 = n_hits / n, Z95**2
    middle, spread = p + z2 / (2 * n), Z95 * math.sqrt(p * (1 - p) / n + z2 / (4 * n * n))
    return (middle - spread) / (1 + z2 / n), (middle + spread) / (1 + z2 / n)


def difference_interval(n_plus: float, n_minus: float, n: float) -> tuple[float, float]:
    """95 % interval of (n_plus − n_minus) / n, where every unit is a plus, a minus or neither; nan for n = 0.

    Unlike a bootstrap it keeps its width where a few units are all alike. Source: Bonett & Price (2012), adjusted Wald
    interval of a difference of paired proportions.

    >>> [round(x, 2) for x in difference_interval(0, 3, 3)], [round(x, 2) for x in difference_interval(2, 20, 28)]
    ([-1.0, 0.1], [-0.84, -0.36])
    """
    if n == 0:
        return math.nan, math.nan
    plus, minus = (n_plus + 1) / (n + 2), (n_minus + 1) / (n + 2)
    middle = plus - minus
    spread = Z95 * math.sqrt((plus + minus - middle**2) / (n + 2))
    return max(middle - spread, -1.0), min(middle + spread, 1.0)


def sign_test(n_plus: int, n_minus: int) -> float:
    """Exact two-sided p of a split at least as uneven, were both signs equally likely; nan where there is none.

    Source: Dixon & Mood (1946).

    >>> sign_test(0, 5), sign_test(3, 3)
    (0.0625, 1.0)
    """
    n, few = n_plus + n_minus, min(n_plus, n_minus)
    if n == 0:
        return math.nan
    whole = math.lgamma(n + 1) - n * math.log(2)
    tail = sum(math.exp(whole - math.lgamma(k + 1) - math.lgamma(n - k + 1)) for k in range(few + 1))
    return round(min(1.0, 2 * tail), 12)
