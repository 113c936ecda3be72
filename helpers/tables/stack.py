"""One table for a corpus out of one per document, without a frame for each of them where rows will do."""

from collections.abc import Callable, Mapping
from functools import partial, wraps
from types import SimpleNamespace

import pandas as pd

from helpers.tables.apart import worked_out


def as_table(columns: list[str]) -> Callable[[Callable[..., list[tuple]]], Callable[..., pd.DataFrame]]:
    """Let a function that lists the rows of a document return them as a table with these columns.

    What the function lists stays within reach as its `rows`, so that `stack` makes one frame of a whole corpus. It may
    read the columns of the tables it is given by name, one value after another, and do nothing else with them.

    >>> words = as_table(["word"])(lambda text: [(word,) for word in text.split()])
    >>> words("x y").word.tolist(), words.rows("x y")
    (['x', 'y'], [('x',), ('y',)])
    """

    def decorate(rows: Callable[..., list[tuple]]) -> Callable[..., pd.DataFrame]:
        @wraps(rows)
        def table(*arguments, **named) -> pd.DataFrame:
            return pd.DataFrame(rows(*arguments, **named), columns=columns)

        table.rows, table.columns = rows, columns
        return table

    return decorate


def by_document(table: pd.DataFrame) -> dict[str, SimpleNamespace]:
    """The rows of each document of a table, as lists of values under the names of the columns.

    >>> by_document(pd.DataFrame({"document": ["a", "b", "a"], "start": [0, 4, 7]}))["a"].start
    [0, 7]
    """
    places: dict[str, list[int]] = {}
    for place, document in enumerate(table["document"].tolist()):
        places.setdefault(document, []).append(place)
    columns = {name: table[name].tolist() for name in table.columns if name != "document"}
    return {document: _of_places(columns, chosen) for document, chosen in places.items()}


def _of_places(columns: dict[str, list], places: list[int]) -> SimpleNamespace:
    """The values of the columns at some places; those of a document mostly stand side by side."""
    first, last = places[0], places[-1]
    if last - first == len(places) - 1:
        return SimpleNamespace(**{name: values[first : last + 1] for name, values in columns.items()})
    return SimpleNamespace(**{name: [values[i] for i in places] for name, values in columns.items()})


def stack(texts: Mapping[str, str], function: Callable[..., pd.DataFrame], *tables: pd.DataFrame) -> pd.DataFrame:
    """Apply a function to each text and stack what it returns, with the column `document` in front.

    texts: document → text. tables: tables of the corpus; the function gets each document's rows of them after the text.
    Returns the rows in the order of texts. An empty result keeps the function's columns. In a build, articles that an
    earlier one has seen are not looked at again (`per_document`).

    >>> stack({"a": "x y", "b": "z"}, lambda text: pd.DataFrame({"word": text.split()}))
      document word
    0        a    x
    1        a    y
    2        b    z
    """
    stacking = _stack_rows if hasattr(function, "rows") else _stack_tables
    return worked_out(function, partial(stacking, function), (texts, *tables), {})


def _stack_tables(function: Callable, texts: Mapping[str, str], *tables: pd.DataFrame) -> pd.DataFrame:
    grouped = [dict(list(table.groupby("document", sort=False))) for table in tables]
    parts = []
    for document, text in texts.items():
        rows = [groups.get(document, table.iloc[:0]) for groups, table in zip(grouped, tables, strict=True)]
        parts.append(function(text, *(r.drop(columns="document").reset_index(drop=True) for r in rows)))
    if not parts:
        return pd.DataFrame(columns=["document"])
    owners = pd.Series(list(texts), dtype="str").repeat([len(part) for part in parts])
    whole = pd.concat([part for part in parts if len(part)] or parts[:1], ignore_index=True)
    whole.insert(0, "document", owners.to_numpy(), allow_duplicates=False)
    return whole


def _stack_rows(function: Callable, texts: Mapping[str, str], *tables: pd.DataFrame) -> pd.DataFrame:
    grouped = [by_document(table) for table in tables]
    empty = [SimpleNamespace(**{name: [] for name in table.columns}) for table in tables]
    rows = []
    for document, text in texts.items():
        own = [groups.get(document, none) for groups, none in zip(grouped, empty, strict=True)]
        rows += [(document, *row) for row in function.rows(text, *own)]
    return pd.DataFrame(rows, columns=["document", *function.columns])
