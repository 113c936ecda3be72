"""Which words set one corpus, or one source, apart from the others."""

from collections import Counter

import numpy as np
import pandas as pd

from helpers.stats import (
    chi_square_tail,
    false_discovery_rate,
    log_likelihood,
    log_ratio,
    log_ratio_interval,
    rate,
)
from helpers.tables import columns_of, empty_table
from helpers.vocabulary.frequency import count_lemmas

COLUMNS = ["term", "n_target", "n_reference", "rate_target", "rate_reference", "log_likelihood", "log_ratio"]
Z95 = 1.959963984540054


def _counts(target: Counter, reference: Counter, min_count: int) -> tuple[list[str], np.ndarray, np.ndarray]:
    terms = sorted(t for t in set(target) | set(reference) if target[t] + reference[t] >= min_count)
    return terms, np.array([target[t] for t in terms], dtype=int), np.array([reference[t] for t in terms], dtype=int)


def keyness(target: Counter, reference: Counter, *, min_count: int = 5) -> pd.DataFrame:
    """Rank the terms that set one corpus apart from another.

    target, reference: tokens counted by lemma, from disjoint corpora.
    min_count: leave out terms seen fewer times than this in both together.
    Returns one row per term (also the index), most overused in the target first: `term`, `n_target`, `n_reference`
    (tokens), `rate_target`, `rate_reference` (per 10,000 tokens), `log_likelihood` (signed G2; beyond ±6.63, p < 0.01
    for one term), `log_ratio` (base 2) with its 95 % interval `low`, `high`, and `q` (false-discovery rate).
    Raises ValueError if either corpus is empty.
    Source: Rayson & Garside (2000), the two-cell form of Dunning (1993); Hardie (2014); Benjamini & Hochberg (1995).

    >>> keyness(Counter(regime=12, say=88), Counter(regime=3, say=97)).log_likelihood.round(2).to_dict()
    {'regime': 5.78, 'say': -0.44}
    """
    sizes = sum(target.values()), sum(reference.values())
    if min(sizes) <= 0:
        raise ValueError("keyness needs two corpora of at least one token")
    terms, n, m = _counts(Counter(target), Counter(reference), min_count)
    g2 = log_likelihood(n, m, *sizes)
    low, high = log_ratio_interval(n, m, *sizes)
    rates = {"rate_target": rate(n, sizes[0]), "rate_reference": rate(m, sizes[1])}
    table = pd.DataFrame(
        {"term": terms, "n_target": n, "n_reference": m, **rates, "log_likelihood": g2}
        | {"log_ratio": log_ratio(n, m, *sizes), "low": low, "high": high}
        | {"q": false_discovery_rate(chi_square_tail(g2))},
        index=pd.Index(terms, dtype="str"),
    ).astype({"term": "str"})
    return table.sort_values("log_likelihood", ascending=False, kind="stable")


def log_odds(
    target: Counter, reference: Counter, *, prior: Counter | None = None, prior_size: float | None = None
) -> pd.DataFrame:
    """Rank terms by the log odds ratio with an informative Dirichlet prior, which steadies rare terms.

    target, reference: tokens counted by lemma, from disjoint corpora.
    prior: counts of a background corpus, by default both corpora together; prior_size: the pseudo-tokens it is worth,
    by default its own size. A term the prior does not hold gets 0.01 pseudo-tokens.
    Returns one row per term (also the index), most typical of the target first: `term`, `n_target`, `n_reference`,
    `log_odds` (natural log), `low`, `high` (95 %), `z` (log_odds over its standard error; beyond ±1.96, p < .05).
    Raises ValueError if either corpus is empty or the prior weighs nothing.
    Source: Monroe, Colaresi & Quinn (2008), Fightin' Words: log odds with prior counts, their approximate variance, z.

    >>> float(log_odds(Counter(regime=12, say=88), Counter(regime=3, say=97)).z["regime"].round(3))
    1.439
    """
    terms, n, m = _counts(Counter(target), Counter(reference), 1)
    background = Counter(target) + Counter(reference) if prior is None else prior
    weight = sum(background.values())
    if not n.sum() or not m.sum() or weight <= 0:
        raise ValueError("log_odds needs two corpora and a prior of at least one token")
    alpha = np.maximum([background[t] * (prior_size or weight) / weight for t in terms], 0.01)
    odds = [np.log((y + alpha) / (y.sum() + alpha.sum() - y - alpha)) for y in (n, m)]
    delta, error = odds[0] - odds[1], np.sqrt(1 / (n + alpha) + 1 / (m + alpha))
    columns = {"term": terms, "n_target": n, "n_reference": m, "log_odds": delta}
    columns |= {"low": delta - Z95 * error, "high": delta + Z95 * error, "z": delta / error}
    table = pd.DataFrame(columns, index=pd.Index(terms, dtype="str")).astype({"term": "str"})
    return table.sort_values("z", ascending=False, kind="stable")


def keyness_by_source(
    spans: pd.DataFrame,
    documents: pd.DataFrame,
    *,
    voice: str = "own",
    min_count: int = 5,
    left_out: frozenset[str] = frozenset(),
) -> pd.DataFrame:
    """Set every source against all the others: the table `keyness`.

    spans: document, voice, text; documents: document, source; voice: `own`, `quoted` or `all`.
    min_count: leave out terms seen fewer times in all sources together; left_out: lemmas that count as tokens but get
    no row, such as `function_words()`.
    Returns source and the columns of `keyness`, sources in the order of the documents, most overused first; no rows
    where fewer than two sources have words in that voice. The false-discovery rate is taken within each source.
    """
    chosen = spans if voice == "all" else spans[spans["voice"] == voice]
    source_of = chosen["document"].map(dict(zip(documents["document"], documents["source"], strict=True)))
    counts = {s: count_lemmas(chosen[source_of == s]) for s in dict.fromkeys(documents["source"])}
    counts = {source: n for source, n in counts.items() if n}
    if len(counts) < 2:
        return empty_table("keyness")
    whole = sum(counts.values(), Counter())
    parts = [keyness(n, whole - n, min_count=min_count).assign(source=source) for source, n in counts.items()]
    table = pd.concat(parts, ignore_index=True)[columns_of("keyness")]
    return table[~table["term"].isin(left_out)].reset_index(drop=True)
