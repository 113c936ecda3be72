"""Arithmetic against values worked by hand or published."""

import math

import numpy as np
import pytest

from helpers import stats
from helpers.stats import bootstrap_interval
from helpers.vocabulary.frequency import rate_intervals


@pytest.mark.parametrize(
    ("n_target", "n_reference", "size_target", "size_reference", "expected"),
    [
        (12, 3, 100, 100, 5.782),  # two-cell form; the four-cell form would give 6.22
        (3, 12, 100, 100, -5.782),
        (5, 5, 100, 100, 0.0),
        (10, 0, 1000, 1000, 13.863),  # 20 ln 2
    ],
)
def test_log_likelihood_equals_worked_values(n_target, n_reference, size_target, size_reference, expected):
    found = stats.log_likelihood(n_target, n_reference, size_target, size_reference)
    assert float(found) == pytest.approx(expected, abs=5e-4)


def test_log_likelihood_refuses_an_empty_corpus():
    with pytest.raises(ValueError, match="at least one token"):
        stats.log_likelihood(1, 1, 0, 10)


def test_log_ratio_counts_doublings_and_stays_finite():
    assert stats.log_ratio([4, 1, 0], [1, 4, 2], 100, 100).tolist() == [2.0, -2.0, -2.0]
    low, high = stats.log_ratio_interval(40, 10, 1000, 1000)
    # by hand: se = sqrt(1/40 - 1/1000 + 1/10 - 1/1000) = .35071; 1.96 se / ln 2 = .9917
    assert (float(low), float(high)) == pytest.approx((1.0083, 2.9917), abs=1e-3)


def test_false_discovery_rate_follows_benjamini_and_hochberg():
    assert stats.false_discovery_rate([0.005, 0.009, 0.05, 0.1, 0.2]).tolist() == pytest.approx(
        [0.0225, 0.0225, 0.25 / 3, 0.125, 0.2]
    )
    assert stats.false_discovery_rate([]).size == 0


def test_bootstrap_interval_is_seeded_and_covers_the_mean():
    values = np.random.default_rng(4).normal(0.3, 1, 200)
    first, again = stats.bootstrap_interval(values), stats.bootstrap_interval(values)
    assert first == again
    assert first[0] < values.mean() < first[1]
    assert first[1] - first[0] == pytest.approx(2 * 1.96 * values.std() / math.sqrt(200), rel=0.1)


def test_bootstrap_interval_of_a_ratio_uses_the_weights():
    low, high = stats.bootstrap_interval([1, 0, 2, 1], weights=[10, 10, 20, 10])
    assert 0 <= low < 4 / 50 < high <= 0.1
    assert all(math.isnan(x) for x in stats.bootstrap_interval([]))


def test_rate_of_nothing_is_not_a_number():
    assert math.isnan(float(stats.rate(0, 0)))


def test_many_alike_units_are_drawn_as_one_by_one():
    random = np.random.default_rng(7)
    sizes = random.integers(1, 40, 600)
    counts = (random.random((600, 2)) < [0.2, 0.02]).astype(int)
    low, high = rate_intervals(counts, sizes, n_resamples=4000)
    for term in range(2):
        wanted = bootstrap_interval(10_000 * counts[:, term], weights=sizes, n_resamples=4000, seed=1)
        width = wanted[1] - wanted[0]
        assert low[term] == pytest.approx(wanted[0], abs=0.05 * width)
        assert high[term] == pytest.approx(wanted[1], abs=0.05 * width)
