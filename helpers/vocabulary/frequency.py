"""How often each source uses which words, with intervals from resampling its spans."""

from collections import Counter

import numpy as np
import pandas as pd

from helpers.stats import FEW, rate, resamples, resamples_by_kind
from helpers.tables import rows_of
from helpers.tokens import lemmatize, words_of

VOICES = ("own", "quoted")
PER = 10_000
NO_HIT = 3.0  # rule of three: with no hit in n tokens, 3 / n bounds the rate at 95 % (Hanley & Lippman-Hand 1983)
FREQUENCY_COLUMNS = ["source", "term", "category", "n", "size_tokens", "rate", "low", "high", "charge", "voice"]
CATEGORY_COLUMNS = ["source", "category", "voice", "n", "n_terms", "size_tokens", "rate", "low", "high"]


def count_lemmas(spans: pd.DataFrame) -> Counter:
    """Count the words of spans by lemma; numbers are left out.

    >>> count_lemmas(pd.DataFrame({"text": ["Two boats sank.", "The boat sank 9 times"]}))["boat"]
    2
    """
    printed, lemmas = Counter(), Counter()
    for text in spans["text"].tolist():
        printed.update(words_of(text))
    for word, n in printed.items():
        if not word[0].isdigit():
            lemmas[lemmatize(word)] += n
    return lemmas


def frequency_list(spans: pd.DataFrame) -> pd.DataFrame:
    """List the lemmas of spans, the most frequent first.

    spans: text.
    Returns term, n, rate (per 10,000 words counted), n_spans (spans that hold it).

    >>> frequency_list(pd.DataFrame({"text": ["The boat sank.", "The boats sank."]})).head(1).values.tolist()
    [['boat', 2, 3333.3333333333335, 2]]
    """
    counts, held = count_lemmas(spans), Counter()
    for text in spans["text"]:
        held.update({lemmatize(word) for word in words_of(text)})
    size = sum(counts.values())
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    rows = [(term, n, float(rate(n, size)), held[term]) for term, n in ranked]
    return pd.DataFrame(rows, columns=["term", "n", "rate", "n_spans"])


def rate_intervals(
    counts: np.ndarray, sizes: np.ndarray, *, n_resamples: int = 2000, level: float = 0.95, seed: int = 0
) -> tuple[np.ndarray, np.ndarray]:
    """Bootstrap intervals of many rates at once: resample spans, divide hits by tokens.

    counts: spans × terms, hits; sizes: tokens of each span; level: share the interval covers.
    Returns (low, high), per 10,000 tokens, one value per term; a term without a hit is bounded by the rule of three,
    nan where there are no tokens. Source: Efron & Tibshirani (1993), percentile interval of a ratio.

    >>> low, high = rate_intervals(np.array([[1], [1]]), np.array([10, 10]))
    >>> float(low[0]), float(high[0])
    (1000.0, 1000.0)
    """
    counts, sizes = np.asarray(counts, dtype=float), np.asarray(sizes, dtype=float)
    total, n_terms = sizes.sum(), counts.shape[1]
    if total <= 0:
        return np.full(n_terms, np.nan), np.full(n_terms, np.nan)
    drawn = resamples(len(sizes), n_resamples, seed)
    if len(sizes) > FEW:  # most spans have no hit and few lengths are met: far fewer kinds of spans than spans
        kinds, copies = np.unique(np.column_stack([counts, sizes]), axis=0, return_counts=True)
        counts, sizes, drawn = kinds[:, :-1], kinds[:, -1], resamples_by_kind(copies, n_resamples, seed)
    held = counts.any(axis=1)  # spans without a hit count below the line only
    rates = [PER * (n[:, held] @ counts[held]) / np.maximum(n @ sizes, 1.0)[:, None] for n in drawn]
    tail = (1 - level) / 2
    low, high = np.quantile(np.concatenate(rates), [tail, 1 - tail], axis=0)
    return low, np.where(counts.sum(axis=0) == 0, np.minimum(PER * NO_HIT / total, PER), high)


def span_sizes(spans: pd.DataFrame) -> pd.Series:
    """Number of tokens of each span, in the order of the spans.

    >>> span_sizes(pd.DataFrame({"text": ["Two boats sank.", ""]})).tolist()
    [3, 0]
    """
    return pd.Series([len(words_of(text)) for text in spans["text"].tolist()], index=spans.index, dtype="int64")


def with_source(spans: pd.DataFrame, documents: pd.DataFrame, voice: str) -> pd.DataFrame:
    """Spans of a voice (own, quoted, all) with the columns `source` and `size` (tokens).

    Raises ValueError for another voice.
    """
    if voice not in ("all", *VOICES):
        raise ValueError(f"voice must be all, own or quoted, not {voice}")
    chosen = spans if voice == "all" else spans[spans["voice"] == voice]
    source = dict(zip(documents["document"], documents["source"], strict=True))
    return chosen.assign(source=chosen["document"].map(source), size=span_sizes(chosen))


def _count_matrix(spans: pd.DataFrame, hits: pd.DataFrame, label: str, labels: list[str]) -> np.ndarray:
    """Hits per span (rows) and per value of the column `label` (columns, in the order of `labels`)."""
    row_of = {key: i for i, key in enumerate(rows_of(spans, "document", "span"))}
    column_of = {name: i for i, name in enumerate(labels)}
    counts = np.zeros((len(spans), len(labels)))
    for document, span, name in rows_of(hits, "document", "span", label):
        row = row_of.get((document, span))
        if row is not None and name in column_of:
            counts[row, column_of[name]] += 1
    return counts


def rates_by(spans: pd.DataFrame, hits: pd.DataFrame, label: str, labels: list[str], n_resamples: int) -> pd.DataFrame:
    """Rate of the hits of each source by the column `label`, with its interval.

    spans: as `with_source` gives them; hits: document, span and that column; labels: its values that get a row.
    Returns source, label, n, size_tokens, rate, low, high (per 10,000 tokens), a row also where n is 0.
    """
    parts = []
    source_of = dict(rows_of(spans, "document", "source"))
    hits_of = dict(list(hits.groupby(hits["document"].map(source_of), sort=False)))
    for source, part in spans.groupby("source", sort=False):
        own, size = hits_of.get(source, hits.iloc[:0]), int(part["size"].sum())
        counts = _count_matrix(part, own, label, labels)
        low, high = rate_intervals(counts, part["size"].to_numpy(), n_resamples=n_resamples)
        n = counts.sum(axis=0)
        columns = {"source": source, label: labels, "n": n.astype(int), "size_tokens": size, "rate": rate(n, size)}
        parts.append(pd.DataFrame({**columns, "low": low, "high": high}))
    columns = ["source", label, "n", "size_tokens", "rate", "low", "high"]
    return pd.concat(parts, ignore_index=True) if parts else pd.DataFrame(columns=columns)


def term_frequency(
    loaded: pd.DataFrame, spans: pd.DataFrame, documents: pd.DataFrame, *, voice: str = "all", n_resamples: int = 2000
) -> pd.DataFrame:
    """Rate of each loaded term in each source that uses it, with its 95 % interval: the table `term_frequency`.

    loaded: document, span, term, category, charge; spans: document, span, voice, text; documents: document, source.
    voice: `own`, `quoted`, or `all` for both; only spans of that voice count, above and below the line.
    Returns source, term, category, n, size_tokens, rate, low, high (per 10,000 tokens), charge, voice;
    most frequent first in each source. Raises ValueError for another voice. Source: see `rate_intervals`.
    """
    chosen = with_source(spans, documents, voice)
    hits = loaded[["document", "span", "term", "category", "charge"]].assign(
        key=loaded["category"].astype(str) + "\t" + loaded["term"].astype(str)
    )
    table = rates_by(chosen, hits, "key", sorted(set(hits["key"])), n_resamples)
    table = table[table["n"] > 0].assign(voice=voice)
    for name in ("term", "category", "charge"):
        table[name] = table["key"].map(dict(zip(hits["key"], hits[name], strict=True)))
    order = {source: i for i, source in enumerate(table["source"].unique())}
    table = table.assign(order=table["source"].map(order))
    table = table.sort_values(["order", "n", "term"], ascending=[True, False, True])
    return table[FREQUENCY_COLUMNS].reset_index(drop=True)


def category_rates(
    loaded: pd.DataFrame, spans: pd.DataFrame, documents: pd.DataFrame, *, n_resamples: int = 2000
) -> pd.DataFrame:
    """Rate of each category of loaded terms per source and voice, with its 95 % interval.

    loaded: document, span, term, category; spans: document, span, voice, text; documents: document, source.
    Returns source, category (`all` for every loaded term together), voice, n, n_terms (different terms), size_tokens,
    rate, low, high (per 10,000 tokens): a row also where n is 0, with the bound of the rule of three as high.
    """
    labels = sorted(set(loaded["category"]))
    hits = pd.concat([loaded, loaded.assign(category="all")]) if len(loaded) else loaded
    parts = []
    for voice in VOICES:
        chosen = with_source(spans, documents, voice)
        table = rates_by(chosen, hits, "category", [*labels, "all"], n_resamples).assign(voice=voice)
        parts.append(table.assign(n_terms=_n_terms(table, chosen, hits)))
    return pd.concat(parts, ignore_index=True)[CATEGORY_COLUMNS]


def _n_terms(table: pd.DataFrame, spans: pd.DataFrame, hits: pd.DataFrame) -> list[int]:
    """Number of different terms behind each row of a table of source × category."""
    source_of = dict(zip(zip(spans["document"], spans["span"], strict=True), spans["source"], strict=True))
    terms: dict[tuple, set] = {}
    for document, span, term, category in hits[["document", "span", "term", "category"]].itertuples(index=False):
        if (document, span) in source_of:
            terms.setdefault((source_of[document, span], category), set()).add(term)
    return [len(terms.get(key, ())) for key in zip(table["source"], table["category"], strict=True)]
