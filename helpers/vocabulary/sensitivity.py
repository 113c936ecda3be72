"""Does a finding about loaded words hang on one category of the lexicon?"""

import pandas as pd

from helpers.vocabulary.frequency import rates_by, with_source

COLUMNS = ["left_out", "source", "voice", "n", "size_tokens", "rate", "low", "high", "rank", "same_rank"]


def leave_one_category_out(
    loaded: pd.DataFrame, spans: pd.DataFrame, documents: pd.DataFrame, *, voice: str = "own", n_resamples: int = 2000
) -> pd.DataFrame:
    """Rate of all loaded terms per source, with the categories of the lexicon switched off one by one.

    loaded, spans, documents, n_resamples: as in `category_rates`, and the same resamples are drawn, so that the rate
    with every category on has the interval that `category_rates` tells; voice: `own` or `quoted`.
    Returns left_out (the category switched off, "" for none), source, voice, n, size_tokens, rate, low, high (per
    10,000 tokens), rank (1: the highest rate) and same_rank (1: the rank it has with every category on). A source whose
    rank changes in a row owes its place to that one category.
    """
    labels = ["", *sorted(set(loaded["category"]))]
    hits = pd.concat([loaded[loaded["category"] != label].assign(left_out=label) for label in labels])
    table = rates_by(with_source(spans, documents, voice), hits, "left_out", labels, n_resamples).assign(voice=voice)
    table = table.sort_values("left_out", kind="stable", ignore_index=True)
    ranks = table.groupby("left_out")["rate"].rank(ascending=False, method="min").fillna(0).astype(int)
    whole = table["left_out"] == ""
    usual = dict(zip(table.loc[whole, "source"], ranks[whole], strict=True))
    same = (ranks == table["source"].map(usual)).astype(int)
    return table.assign(rank=ranks, same_rank=same)[COLUMNS]
