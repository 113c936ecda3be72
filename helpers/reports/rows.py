"""A table on a page: its caption, its rows, a link that downloads it as CSV."""

import base64
import re

import pandas as pd

from helpers.reports.escape import escape, prose
from helpers.reports.show import Shown
from helpers.tables.store import to_csv

MOST_EMBEDDED = 400_000  # bytes of CSV put into a page; beyond that the link leads to the file of the build
MOST_ROWS = 400
MANY = 7  # columns; a table with more stands closer and is printed smaller
ZERO = re.compile(r"[+−]?0(?:\.0*)?")
PERCENT = re.compile(r"(?:[<>] )?\d+ %")
ROOM = 40  # characters that a row has on a small screen, the gaps between its columns counted
GAP = 2  # characters


def table(
    frame: pd.DataFrame,
    caption: str,
    *,
    name: str = "",
    csv: pd.DataFrame | None = None,
    fold: bool = False,
    formats: dict[str, str] | None = None,
    most: int = MOST_ROWS,
) -> Shown:
    """A table with its caption and a link that downloads it as CSV.

    frame: what is shown, its columns already named for readers; cells may be Shown (a link), numbers or text.
    name: file name of the CSV (no link if empty); csv: what is downloaded, if not `frame`; fold: closed until opened.
    formats: number format by column, e.g. {"rate": ".1f"}; most: rows shown, the first of every source in turn where
    there is a column Source; the rest is in the CSV.
    """
    body = _grid(_first(frame, most), caption, len(frame), formats or {})
    if not len(frame):
        body = f'<p class="none">{escape(caption)}: nothing found.</p>'
    body += _download(frame if csv is None else csv, name) if name else ""
    if fold:
        body = f"<details><summary>{escape(caption)} ({_rows(len(frame))})</summary>{body}</details>"
    return Shown(body, f"{caption}\n{frame.head(10).to_string(index=False)}")


def _grid(frame: pd.DataFrame, caption: str, n_rows: int, formats: dict[str, str]) -> str:
    """The table; where it is too wide for a small screen, every cell carries its column's name, to be stacked."""
    wide = _is_wide(frame)
    kind = f' class="stack{" many" * (len(frame.columns) > MANY)}"' if wide else ""
    head = "".join(f'<th scope="col"{_side(frame[column])}>{escape(column)}</th>' for column in frame.columns)
    columns = [(formats.get(c, ""), f' data-label="{escape(c)}"' if wide else "", _side(frame[c])) for c in frame]
    rows = "".join(
        "<tr>" + "".join(_cell(value, *column) for column, value in zip(columns, row, strict=True)) + "</tr>"
        for row in frame.itertuples(index=False, name=None)
    )
    each = ", those that come first in each source" if "Source" in frame else ""
    more = f"First {len(frame):,} of {n_rows:,} rows{each}; all are in the CSV."
    return (
        f'<div class="scroll" tabindex="0" role="region" aria-label="{escape(caption)}">'
        f"<table{kind}><caption>{escape(caption)}</caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
        + (f'<p class="note">{more}</p>' if n_rows > len(frame) else "")
    )


def _first(frame: pd.DataFrame, most: int) -> pd.DataFrame:
    """The rows that are shown, in their order: a table listed source by source must not lose its last sources."""
    if len(frame) <= most or "Source" not in frame:
        return frame.head(most)
    turns = frame.groupby("Source", sort=False).cumcount().to_numpy()
    return frame.iloc[sorted(turns.argsort(kind="stable")[:most])]


def _rows(n: int) -> str:
    return "one row" if n == 1 else f"{n:,} rows"


def _side(column: pd.Series) -> str:
    """Heads of numbers stand at the right, over their numbers."""
    return ' class="number"' if len(column) and column.map(_is_number).all() else ""


def _download(frame: pd.DataFrame, name: str) -> str:
    text = to_csv(frame.map(lambda v: v.text if isinstance(v, Shown) else v), name)
    data = text.encode("utf-8", "replace")
    href = f"tables:{name}.csv"
    if len(data) <= MOST_EMBEDDED:
        href = "data:text/csv;charset=utf-8;base64," + base64.b64encode(data).decode("ascii")
    link = f'<a download="{escape(name)}.csv" href="{escape(href)}">Download this table ({escape(name)}.csv)</a>'
    return f'<p class="download">{link}</p>'


def _cell(value: object, spec: str, name: str, side: str) -> str:
    """One cell; name: attribute with its column's name, which small screens print beside it; side: its column's."""
    if isinstance(value, Shown):
        side = ' class="number"' if _is_number(value) else ""
        return f"<td{side}{name}>{value.html}</td>"
    if value is None or (isinstance(value, float) and pd.isna(value)):
        return f'<td class="none"{name}>–</td>'
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return f'<td class="number"{name}>{escape(_number(value, spec))}</td>'
    return f"<td{side}{name}>{prose(value)}</td>"


def _is_number(value: object) -> bool:
    if isinstance(value, Shown):  # a number that is a link
        return value.text.replace(",", "").isdecimal()
    if isinstance(value, str):
        return PERCENT.fullmatch(value) is not None
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _is_wide(frame: pd.DataFrame) -> bool:
    """Say whether a table is too wide for a small screen: five columns, or words that need more room than a row has."""
    if len(frame.columns) < 3:
        return False
    return len(frame.columns) > 4 or sum(_longest(frame[column]) + GAP for column in frame) > ROOM


def _longest(column: pd.Series) -> int:
    """Characters of the widest thing in a column that cannot be broken over lines, its head included."""
    cells = [column.name, *(_text(v) if not _is_number(v) else f"{_text(v)}," for v in column)]
    return min(24, max((len(word) for cell in cells for word in str(cell).split(" ")), default=0)) + (
        12 * any(len(str(cell)) > 24 for cell in cells)
    )


def _text(value: object) -> str:
    return value.text if isinstance(value, Shown) else str(value)


def _number(value: float, spec: str) -> str:
    if value in (float("inf"), float("-inf")):
        return "open"
    text = format(value, spec or (",.0f" if float(value).is_integer() else ",.2f")).replace("-", "−")
    return text if value and not ZERO.fullmatch(text) else _nothing(text, value)


def _nothing(text: str, value: float) -> str:
    """What rounds to nothing: without a sign, and as less than the last digit shown where it is a little more."""
    digits = text.lstrip("+−")
    least = f"{digits[:-1]}1"
    return f"< {least}" if value > 0 and "." in digits and not text.startswith("+") else digits
