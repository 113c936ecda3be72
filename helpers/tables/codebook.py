"""Columns, types, units and keys of every table a build writes, read from data/codebook.csv."""

import csv
from typing import NamedTuple

import pandas as pd

from helpers.tables.lexicons import DATA

DTYPES = {"str": "str", "int": "int64", "float": "float64", "bool": "int64"}


class Column(NamedTuple):
    """One column of a table: its name, type (str, int, float, bool or allowed values joined by |), unit and meaning."""

    name: str
    type: str
    key: bool
    unit: str
    meaning: str

    @property
    def values(self) -> tuple[str, ...]:
        """The allowed values of a closed vocabulary, empty for free columns."""
        return () if self.type in DTYPES else tuple(self.type.split("|"))

    @property
    def dtype(self) -> str:
        """The pandas dtype of the column."""
        return DTYPES.get(self.type, "str")


def _read_codebook() -> dict[str, tuple[Column, ...]]:
    with open(DATA / "codebook.csv", encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    tables: dict[str, list[Column]] = {}
    for r in rows:
        column = Column(r["column"], r["type"], r["key"] == "1", r["unit"], r["meaning"])
        tables.setdefault(r["table"], []).append(column)
    return {name: tuple(columns) for name, columns in tables.items()}


CODEBOOK = _read_codebook()


def columns_of(name: str) -> list[str]:
    """Names of the columns of a table, in their order.

    >>> columns_of("other_numbers")
    ['document', 'start', 'end', 'text', 'reason']
    """
    return [column.name for column in CODEBOOK[name]]


def key_of(name: str) -> list[str]:
    """Names of the columns that together name one row.

    >>> key_of("spans")
    ['document', 'span']
    """
    return [column.name for column in CODEBOOK[name] if column.key]


def empty_table(name: str) -> pd.DataFrame:
    """A table without rows, with the columns and types of the codebook.

    >>> empty_table("quotes").shape
    (0, 8)
    """
    return pd.DataFrame({column.name: pd.Series(dtype=column.dtype) for column in CODEBOOK[name]})


def _cast(series: pd.Series, column: Column, table: str) -> pd.Series:
    if column.dtype == "str":
        out = series.astype("object").where(series.notna(), "").astype("str")
    elif column.dtype == "int64" and series.isna().any():
        raise ValueError(f"table {table}: column {column.name} has empty cells")
    else:
        out = series.astype(column.dtype)
    wrong = sorted(set(out) - set(column.values)) if column.values else []
    if wrong or (column.type == "bool" and not out.isin([0, 1]).all()):
        raise ValueError(f"table {table}: column {column.name} holds {wrong or 'values other than 0 and 1'}")
    return out


def enforce(frame: pd.DataFrame, name: str) -> pd.DataFrame:
    """The frame in the shape the codebook gives the table: columns first in their order, types cast, keys checked.

    frame: at least the columns of the table; further columns follow after them, in their order.
    Returns a new frame with a plain index. Tables that the codebook does not know pass unchanged but for the index.
    Raises ValueError for a missing column, a value outside its vocabulary, an empty integer, or two rows with one key.
    """
    columns = CODEBOOK.get(name, ())
    missing = [c.name for c in columns if c.name not in frame.columns]
    if missing:
        raise ValueError(f"table {name}: missing columns {', '.join(missing)}")
    known = {c.name: _cast(frame[c.name], c, name) for c in columns}
    extra = {c: frame[c] for c in frame.columns if c not in known}
    out = pd.DataFrame({**known, **extra}).reset_index(drop=True)
    key = key_of(name) if columns else []
    if key and out.duplicated(key).any():
        row = out.loc[out.duplicated(key), key].iloc[0].to_dict()
        raise ValueError(f"table {name}: two rows with one key, {row}")
    return out
