"""Does a finding about loaded words hang on one category of the lexicon?"""

import pandas as pd

from helpers.vocabulary.frequency import category_rates

COLUMNS = ["left_out", "source", "voice", "n", "size_tokens", "rate", "low", "high", "rank", "same_rank"]


def leave_one_category_out(
    loaded: pd.DataFrame, spans: pd.DataFrame, documents: pd.DataFrame, *, voice: str = "own", n_resamples: int = 500
) -> pd.DataFrame:
    """Rate of all loaded terms per source, with the categories of the lexicon switched off one by one.

    loaded, spans, documents: as in `category_rates`; voice: `own` or `quoted`.
    Returns left_out (the category switched off, "" for none), source, voice, n, size_tokens, rate, low, high (per
    10,000 tokens), rank (1: the highest rate) and same_rank (1: the rank it has with every category on). A source whose
    rank changes in a row owes its place to that one category.
    """
    parts = []
    for left_out in ["", *sorted(set(loaded["category"]))]:
        kept = loaded[loaded["category"] != left_out]
        table = category_rates(kept, spans, documents, n_resamples=n_resamples)
        table = table[(table["category"] == "all") & (table["voice"] == voice)]
        ranks = table["rate"].rank(ascending=False, method="min").fillna(0).astype(int)
        parts.append(table.assign(left_out=left_out, rank=ranks))
    whole = pd.concat(parts, ignore_index=True)
    usual = dict(zip(parts[0]["source"], parts[0]["rank"], strict=True))
    return whole.assign(same_rank=(whole["rank"] == whole["source"].map(usual)).astype(int))[COLUMNS]
