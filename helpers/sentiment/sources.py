"""What the scores of a source come to, how far they can be trusted, and which words make them."""

import itertools

import pandas as pd

from helpers.sentiment.spans import read_drivers
from helpers.stats import bootstrap_interval

LEAST_SPANS = 5  # spans below which a mean has no interval and is told from no other
BY_SOURCE = ["source", "voice", "analyzer", "n_spans", "n_silent", "mean", "low", "high"]
PAIRS = ["voice", "analyzer", "source", "other", "difference", "order"]
DRIVERS = ["source", "voice", "analyzer", "words", "quantifier", "n", "weight", "total", "share_total"]


def _with_source(rows: pd.DataFrame, spans: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """The rows with the voice of their span and the source of their document; no row is lost or doubled."""
    joined = rows.drop(columns=["voice", "source"], errors="ignore")
    joined = joined.merge(spans[["document", "span", "voice"]], on=["document", "span"], how="left", validate="m:1")
    return joined.merge(documents[["document", "source"]], on="document", how="left", validate="m:1")


def mean_by_source(
    sentiment: pd.DataFrame, spans: pd.DataFrame, documents: pd.DataFrame, *, n_resamples: int = 2000, seed: int = 0
) -> pd.DataFrame:
    """Mean polarity of each source, own and quoted voice apart, with its bootstrap interval.

    sentiment: as score_spans gives it; spans: document, span, voice; documents: document, source.
    Returns one row per source × voice × analyzer: n_spans, n_silent (no scoring word; they count as 0 in the mean),
    mean, low, high (−1…1; 95 % percentile bootstrap over spans, the same for the same seed). Sources whose intervals
    overlap have no order: see `order_of_sources`.

    >>> spans = pd.DataFrame({"document": ["a", "a"], "span": [0, 1], "voice": ["own", "own"]})
    >>> scores = spans.assign(analyzer="textblob", polarity=[0.5, 0.0], n_hits=[1, 0])
    >>> table = mean_by_source(scores, spans, pd.DataFrame({"document": ["a"], "source": ["Post"]}))
    >>> table[["source", "n_spans", "n_silent", "mean", "low", "high"]].values.tolist()
    [['Post', 2, 1, 0.25, 0.0, 0.5]]
    """
    rows = []
    for key, group in _with_source(sentiment, spans, documents).groupby(BY_SOURCE[:3], sort=True):
        polarity = group["polarity"].to_numpy()
        low, high = bootstrap_interval(polarity, n_resamples=n_resamples, seed=seed)
        rows.append((*key, len(group), int((group["n_hits"] == 0).sum()), float(polarity.mean()), low, high))
    return pd.DataFrame(rows, columns=BY_SOURCE)


def with_interval(by_source: pd.DataFrame) -> pd.DataFrame:
    """Means of which low and high are left out (nan) under LEAST_SPANS spans.

    Drawing one or two spans anew gives them again: their bootstrap interval is narrow and says nothing.
    """
    enough = by_source["n_spans"] >= LEAST_SPANS
    return by_source.assign(low=by_source["low"].where(enough), high=by_source["high"].where(enough))


def order_of_sources(by_source: pd.DataFrame) -> pd.DataFrame:
    """Which pairs of sources may be put in an order at all: those whose intervals do not overlap.

    by_source: as mean_by_source gives it.
    Returns one row per pair of sources within a voice and analyzer: voice, analyzer, source, other, difference (mean of
    source less mean of other), order (`higher`, `lower`, or `none` where the intervals overlap or one is of too few
    spans: nothing may be said).
    Two intervals that do not overlap are a stricter demand than a test at 5 %. Source: Schenker & Gentleman (2001).

    >>> means = pd.DataFrame({"source": ["A", "B"], "voice": "own", "analyzer": "vader", "n_spans": 40,
    ...                       "mean": [0.1, 0.2], "low": [0.0, 0.1], "high": [0.2, 0.3]})
    >>> order_of_sources(means)["order"].tolist()
    ['none']
    """
    rows = []
    for key, group in with_interval(by_source).groupby(["voice", "analyzer"], sort=True):
        for a, b in itertools.combinations(group.itertuples(), 2):
            order = "higher" if a.low > b.high else "lower" if a.high < b.low else "none"
            rows.append((*key, a.source, b.source, a.mean - b.mean, order))
    return pd.DataFrame(rows, columns=PAIRS)


def driver_table(sentiment: pd.DataFrame, spans: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """The words that make a source's scores, quantifiers marked.

    sentiment: as score_spans gives it; spans: document, span, voice; documents: document, source.
    Returns one row per source × voice × analyzer × words, the heaviest first: quantifier (0/1), n (hits), weight (mean
    weight of a hit), total (sum of the weights), share_total (its part of all absolute weight of that source, voice and
    analyzer, 0…1).

    >>> spans = pd.DataFrame({"document": ["a"], "span": [0], "voice": ["own"]})
    >>> scores = spans.assign(analyzer="textblob", drivers="terrible −1.00", quantifiers="more +0.50; more +0.50")
    >>> table = driver_table(scores, spans, pd.DataFrame({"document": ["a"], "source": ["Post"]}))
    >>> table[["words", "quantifier", "n", "total", "share_total"]].values.tolist()
    [['more', 1, 2, 1.0, 0.5], ['terrible', 0, 1, -1.0, 0.5]]
    """
    rows = [(row.source, row.voice, row.analyzer, words.lower(), quantifier, weight)
            for row in _with_source(sentiment, spans, documents).itertuples()
            for quantifier, drivers in ((0, row.drivers), (1, row.quantifiers))
            for words, weight in read_drivers(drivers)]
    hits = pd.DataFrame(rows, columns=[*DRIVERS[:5], "weight"])
    table = hits.groupby(DRIVERS[:5], as_index=False)["weight"].agg(n="count", weight="mean", total="sum")
    whole = hits.assign(size=hits["weight"].abs()).groupby(DRIVERS[:3], as_index=False)["size"].sum()
    table = table.merge(whole, on=DRIVERS[:3])
    table = table.assign(share_total=table["total"].abs() / table["size"], heavy=-table["total"].abs())
    order = [*DRIVERS[:3], "heavy", "words"]
    return table.sort_values(order, kind="stable")[DRIVERS].reset_index(drop=True)
