"""What a cell of a coder's sheet may hold; what else stands there is told in one line: sheet, line, column, remedy."""

import re
from collections.abc import Mapping

import pandas as pd

from helpers.figures.kinds import all_kinds
from helpers.gold.matching import bound
from helpers.tables import CODEBOOK

NUMBER = re.compile(r"[+-]?(?:\d{1,30}\.?\d{0,30}|\.\d{1,30})(?:e[+-]?\d{1,3})?|[+-]?inf|none|nan", re.I | re.ASCII)
COMMAS = re.compile(r"[+-]?\d[\d\s,.’']*", re.ASCII)  # a number with signs that part its thousands or decimals
WHOLE = re.compile(r"\d{1,9}(?:\.0)?", re.ASCII)
BOUNDS = ("low", "high")
NUMBERS = {"lines": (), "quotes": (), "figures": ("low", "best", "high")}
CLOSED = {"lines": ("label",), "quotes": ("scare",), "figures": ("op", "voice", "stance")}


class CodingError(Exception):
    """A sheet that cannot be read back, told in one line: which sheet, which row, what to mend."""


def allowed(name: str, column: str) -> tuple[str, ...]:
    """The values a column of a sheet may hold, empty for a free one.

    >>> allowed("figures", "stance")
    ('asserted', 'reported', 'doubted', 'denied')
    """
    if (name, column) == ("figures", "kind"):
        return all_kinds()
    if column not in CLOSED[name]:
        return ()
    return next(c.values or ("0", "1") for c in CODEBOOK[name] if c.name == column)


def check_columns(name: str, sheet: pd.DataFrame, needed: list[str]) -> None:
    """Raise CodingError if a sheet with rows lacks a column that was exported."""
    lacking = [column for column in needed if column not in sheet.columns]
    if len(sheet) and lacking:
        kept = "separate its cells with commas and keep the head as it was exported"
        raise CodingError(f"coding/{name}.csv line 1: there is no column {lacking[0]}; {kept}")


def check_cells(name: str, number: int, row: Mapping[str, str], edited: frozenset[str]) -> dict[str, str]:
    """The cells of closed columns and numbers of a row, in the writing of the tables.

    number: the row's line in the sheet; edited: columns whose value stands in their `edit_` column.
    Raises CodingError for a value that is none of those allowed, no number, or bounds the wrong way round.
    """
    found = {}
    for column in (*CLOSED[name], *(("kind",) if name == "figures" else ())):
        choices, value = allowed(name, column), row[column].strip().lower().removesuffix(".0")
        if value and value not in choices:
            at = _place(name, number, column, edited)
            raise CodingError(f"{at}: {row[column][:40]!r} is none of {', '.join(choices)}")
        found[column] = value
    for column in NUMBERS[name]:
        _check_number(row[column].strip(), _place(name, number, column, edited))
    if name == "figures" and bound(row["low"], float("-inf")) > bound(row["high"], float("inf")):
        at = _place(name, number, "low" if "low" in edited else "high", edited)
        raise CodingError(f"{at}: low {row['low']} is above high {row['high']}; mend one of the two")
    return found


def _place(name: str, number: int, column: str, edited: frozenset[str]) -> str:
    return f"coding/{name}.csv line {number}, {'edit_' * (column in edited)}{column}"


def _check_number(value: str, at: str) -> None:
    if not value or NUMBER.fullmatch(value):
        return
    how = "write 1000 for a thousand, 0.5 for a half" if COMMAS.fullmatch(value) else "write digits, as in 1000 or 0.5"
    raise CodingError(f"{at}: {value[:40]!r} is no number; {how}, inf where it is open above, none where below")


def check_whole(name: str, number: int, row: Mapping[str, str], column: str, most: int) -> int:
    """A cell as a whole number from 0 to `most`; raises CodingError for anything else."""
    value = row[column].strip()
    if not WHOLE.fullmatch(value) or int(float(value)) > most:
        raise CodingError(
            f"coding/{name}.csv line {number}, {column}: {value[:40]!r} is no whole number from 0 to {most}, as "
            "the build counts; write it as exported, or leave start and end empty and give the text"
        )
    return int(float(value))
