"""Quotations of an article, without those of the page around it."""

import pandas as pd

from helpers.voice.quotes import find_quotes


def quotes_on_kept_lines(text: str, lines: pd.DataFrame) -> pd.DataFrame:
    """Find the quotations that begin on kept lines.

    text: the article; lines: its lines (start, end, kept). Returns the columns of `find_quotes`.
    """
    quotes = find_quotes(text)
    kept = lines[lines.kept == 1]
    starts = kept.start.to_numpy()
    at = starts.searchsorted(quotes.start.to_numpy(), side="right") - 1
    inside = [i >= 0 and start <= kept.end.iloc[i] for i, start in zip(at, quotes.start, strict=True)]
    return quotes[pd.Series(inside, index=quotes.index, dtype=bool)].reset_index(drop=True)
