"""Which words stand near a term more often than chance would have it."""

from bisect import bisect_left
from collections import Counter

import numpy as np
import pandas as pd

from helpers.stats import log_likelihood, log_ratio, rate
from helpers.tokens import lemmatize, tokenize

COLUMNS = ["collocate", "n_near", "n_elsewhere", "rate_near", "rate_elsewhere"]
COLUMNS += ["log_likelihood", "log_ratio", "log_dice"]
LOG_DICE_TOP = 14  # Rychlý (2008): the value of two words that never stand apart


def _lemmas(text: str) -> tuple[list[int], list[str]]:
    tokens = tokenize(text)
    return [start for start, _ in tokens], [lemmatize(text[a:b]) for a, b in tokens]


def _near(starts: list[int], ranges: list[tuple[int, int]], window: int) -> set[int]:
    """Numbers of the words within the window of a hit, the hits themselves left out."""
    near, hit = set(), set()
    for low, high in ranges:
        first, last = bisect_left(starts, low), bisect_left(starts, high)
        hit.update(range(first, last))
        near.update(range(max(0, first - window), min(len(starts), last + window)))
    return near - hit


def collocates(
    spans: pd.DataFrame,
    hits: pd.DataFrame,
    *,
    window: int = 5,
    min_count: int = 3,
    left_out: frozenset[str] = frozenset(),
) -> pd.DataFrame:
    """Rank the lemmas that stand within a few words of a term.

    spans: document, span, start, text; hits: document, span, start, end of the term (offsets into the document).
    window: words on either side, inside the span; min_count: fewest times near the term; left_out: lemmas not listed.
    Returns collocate, n_near, n_elsewhere, rate_near, rate_elsewhere (per 10,000 tokens), log_likelihood (signed G2,
    near against elsewhere), log_ratio (base 2), log_dice (14 at most), most attracted first.
    Source: Evert (2008), surface cooccurrence; Rychlý (2008) for log_dice.

    >>> spans = pd.DataFrame([("a", 0, 0, "Old regime, old ways")], columns=["document", "span", "start", "text"])
    >>> hits = pd.DataFrame([("a", 0, 4, 10)], columns=["document", "span", "start", "end"])
    >>> collocates(spans, hits, window=1, min_count=1).collocate.tolist()
    ['old']
    """
    near, elsewhere = Counter(), Counter()
    of_span: dict[tuple, list[tuple[int, int]]] = {}
    for document, span, start, end in zip(*(hits[c] for c in ("document", "span", "start", "end")), strict=True):
        of_span.setdefault((document, span), []).append((start, end))
    for document, span, offset, text in zip(*(spans[c] for c in ("document", "span", "start", "text")), strict=True):
        starts, lemmas = _lemmas(text)
        ranges = [(a - offset, b - offset) for a, b in of_span.get((document, span), [])]
        close = _near(starts, ranges, window)
        hit = {i for low, high in ranges for i in range(bisect_left(starts, low), bisect_left(starts, high))}
        near.update(lemmas[i] for i in close)
        elsewhere.update(lemma for i, lemma in enumerate(lemmas) if i not in close and i not in hit)
    return _ranked(near, elsewhere, len(hits), min_count, left_out)


def _ranked(near: Counter, elsewhere: Counter, n_hits: int, min_count: int, left_out: frozenset[str]) -> pd.DataFrame:
    sizes = sum(near.values()), max(1, sum(elsewhere.values()))
    terms = sorted(t for t, n in near.items() if n >= min_count and t not in left_out and t[0].isalpha())
    if not terms:
        return pd.DataFrame(columns=COLUMNS)
    n, m = np.array([near[t] for t in terms]), np.array([elsewhere[t] for t in terms])
    columns = {"collocate": terms, "n_near": n, "n_elsewhere": m}
    columns |= {"rate_near": rate(n, sizes[0]), "rate_elsewhere": rate(m, sizes[1])}
    columns |= {"log_likelihood": log_likelihood(n, m, *sizes), "log_ratio": log_ratio(n, m, *sizes)}
    columns["log_dice"] = LOG_DICE_TOP + np.log2(2 * n / (n_hits + n + m))
    table = pd.DataFrame(columns, columns=COLUMNS)
    return table.sort_values(["log_likelihood", "collocate"], ascending=[False, True]).reset_index(drop=True)
