"""Quotations of an article, without those of the page around it."""

from bisect import bisect_right

import pandas as pd

from helpers.tables import as_table
from helpers.voice.quotes import COLUMNS, find_quotes


@as_table(COLUMNS)
def quotes_on_kept_lines(text: str, lines: pd.DataFrame) -> list[tuple]:
    """Find the quotations that begin on kept lines.

    text: the article; lines: its lines (start, end, kept). Returns the columns of `find_quotes`.
    """
    kept = [(start, end) for start, end, kept in zip(lines.start, lines.end, lines.kept, strict=True) if kept == 1]
    starts = [start for start, _ in kept]
    found = []
    for quote in find_quotes.rows(text):
        at = bisect_right(starts, quote[0]) - 1
        if at >= 0 and quote[0] <= kept[at][1]:
            found.append(quote)
    return found
