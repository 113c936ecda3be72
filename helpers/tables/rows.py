"""Rows of a table as plain tuples, taken out column by column: a frame is slow to ask cell by cell."""

from collections.abc import Iterator

import pandas as pd


def rows_of(table: pd.DataFrame, *names: str) -> Iterator[tuple]:
    """The cells of some columns, row by row.

    >>> list(rows_of(pd.DataFrame({"start": [3], "end": [5], "text": ["no"]}), "start", "text"))
    [(3, 'no')]
    """
    return zip(*(table[name].tolist() for name in names), strict=True)


def rows_by_document(table: pd.DataFrame, *names: str) -> dict[str, list[tuple]]:
    """The cells of some columns of a corpus, row by row, under the document that they belong to.

    >>> rows_by_document(pd.DataFrame({"document": ["b", "a", "b"], "start": [1, 2, 3]}), "start")
    {'b': [(1,), (3,)], 'a': [(2,)]}
    """
    found: dict[str, list[tuple]] = {}
    for document, cells in zip(table["document"].tolist(), rows_of(table, *names), strict=True):
        found.setdefault(document, []).append(cells)
    return found
