"""One table for a corpus out of one per document."""

from collections.abc import Callable, Mapping

import pandas as pd


def stack(texts: Mapping[str, str], function: Callable[..., pd.DataFrame], *tables: pd.DataFrame) -> pd.DataFrame:
    """Apply a function to each text and stack what it returns, with the column `document` in front.

    texts: document → text. tables: tables of the corpus; the function gets each document's rows of them after the text.
    Returns the rows in the order of texts. An empty result keeps the function's columns.

    >>> stack({"a": "x y", "b": "z"}, lambda text: pd.DataFrame({"word": text.split()}))
      document word
    0        a    x
    1        a    y
    2        b    z
    """
    grouped = [dict(list(table.groupby("document", sort=False))) for table in tables]
    parts = []
    for document, text in texts.items():
        rows = [groups.get(document, table.iloc[:0]) for groups, table in zip(grouped, tables, strict=True)]
        part = function(text, *(r.drop(columns="document").reset_index(drop=True) for r in rows))
        parts.append(part.assign(document=document))
    if not parts:
        return pd.DataFrame(columns=["document"])
    whole = pd.concat([p for p in parts if len(p)] or parts[:1], ignore_index=True)
    return whole[["document", *(column for column in whole.columns if column != "document")]]
