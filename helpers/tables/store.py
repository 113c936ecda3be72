"""Where a build's tables and texts lie, and how they are read and written."""

import csv
import os
import re
from functools import partial
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from helpers.tables.codebook import CODEBOOK, enforce
from helpers.tables.lexicons import DATA
from helpers.tables.unseen import show_unseen

OUTPUTS = Path(os.environ.get("COUNTERPOINT_OUTPUTS") or DATA.parent / "outputs")
# What a spreadsheet runs (OWASP, CSV injection): a cell that begins with one of these signs, spaces and quotation marks
# before it or not; full-width forms count since Excel folds them. Where the list separator is a semicolon, a cell ends
# at each semicolon and line end inside it, quoted or not.
FORMULA = re.compile(r"""(?:\A[;\s"']*+|(?<![;\s"'])[;\s"']++)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])""")
CELL_ENDS = ";\t\r\n"
STRIPPED = ("\t", "\r", "\n")  # some spreadsheets drop these from the front of a cell
NUMBER = re.compile(r"[+-]?\d[\d.,]*[ \u00a0]?%?", re.ASCII)


class Build(NamedTuple):
    """The folders a notebook reads its tables from and writes its own to."""

    reads: Path
    writes: Path


def open_build(corpus: str) -> Build:
    """Find the build a notebook works in.

    corpus: path of the corpus folder; its name is the name of the build.
    Returns the folder of the running build for both when the runner has set one (COUNTERPOINT_BUILD). Run by hand, a
    notebook reads the published build of the corpus and writes to a draft folder, so nothing published is touched.
    """
    running = os.environ.get("COUNTERPOINT_BUILD")
    if running:
        return Build(Path(running), Path(running))
    name = Path(corpus).resolve().name
    return Build(OUTPUTS / name, OUTPUTS / ".drafts" / name)


def read_table(name: str, build: Build) -> pd.DataFrame:
    """Read a table as the codebook says it is.

    Raises FileNotFoundError, in words that say which step or corpus is missing, when the build has no such table.
    """
    path = build.reads / "tables" / f"{name}.parquet"
    if not path.exists():
        raise FileNotFoundError(_missing(name, build.reads))
    return enforce(pd.read_parquet(path), name)


def _missing(table: str, folder: Path) -> str:
    """Why a build has no such table: there is no corpus of its name, or it has not been built."""
    corpora = sorted(path.parent.name for path in DATA.glob("*/corpus.toml"))
    if folder.exists() or folder.name in corpora:
        return f"no table {table} in {folder.name}: build the corpus first (make rebuild CORPUS=data/{folder.name})"
    there = f"there are {', '.join(corpora)}; one kept elsewhere must be built first (make rebuild CORPUS=FOLDER)"
    return f"there is no corpus {folder.name} in {DATA.name}/ and no build of it; {there}"


def _cell_start(run: re.Match) -> int | None:
    """Where in what stands before a sign of formulas a cell begins, None if none begins there."""
    after = 1 + max(run[0].rfind(end) for end in CELL_ENDS)
    return after if after or not run.start() else None


def _mark(run: re.Match) -> str:
    at = _cell_start(run)
    return run[0] if at is None else f"{run[0][:at]}'{run[0][at:]}"


def _unmark(run: re.Match) -> str:
    at = _cell_start(run)
    return run[0] if at is None else run[0][:at] + run[0][at:].removeprefix("'")


def defuse(cell: str) -> str:
    """A cell of text that no spreadsheet runs: `'` before what it would take for a formula; a number stays as it is.

    >>> defuse("=1+1"), defuse("calm; =2"), defuse("-5"), defuse("so-called")
    ("'=1+1", "calm;' =2", '-5', 'so-called')
    """
    if NUMBER.fullmatch(cell):
        return cell
    return "'" * cell.lstrip("'").startswith(STRIPPED) + FORMULA.sub(_mark, cell)


def undefuse(cell: str) -> str:
    """A cell as it was before `defuse`.

    >>> undefuse("'=1+1"), undefuse("calm;' =2"), undefuse("'tis")
    ('=1+1', 'calm; =2', "'tis")
    """
    bare = cell[1:] if cell[:1] == "'" and cell.lstrip("'").startswith(STRIPPED) else cell
    return FORMULA.sub(_unmark, bare)


def _safe(value: object, allowed: tuple[str, ...] = ()) -> object:
    return defuse(show_unseen(value)) if isinstance(value, str) and value not in allowed else value


def to_csv(frame: pd.DataFrame, name: str = "") -> str:
    """The table as CSV (RFC 4180, `\\n`, UTF-8 when encoded), cells and headers that a spreadsheet would run defused.

    Values of a closed vocabulary stay as they are (an `op` of `=` alone is no formula), numbers too. Characters that
    hide or turn text are told by their code point, as on the pages; Parquet keeps them.
    """
    closed = {c.name: c.values for c in CODEBOOK.get(name, ())}
    cells = [
        column if pd.api.types.is_numeric_dtype(column) else column.map(partial(_safe, allowed=closed.get(label, ())))
        for label, column in frame.items()
    ]
    safe = pd.concat(cells, axis=1) if cells else frame.copy()
    safe.columns = [_safe(str(label)) for label in frame.columns]
    return safe.to_csv(index=False, lineterminator="\n", quoting=csv.QUOTE_NONNUMERIC)


def write_table(frame: pd.DataFrame, name: str, build: Build) -> pd.DataFrame:
    """Write a table as CSV and Parquet, same rows in both, after the codebook has been enforced.

    Returns the frame as written. Raises ValueError if the frame breaks the codebook, OSError if it cannot be written.
    """
    checked = enforce(frame, name)
    for column in checked.columns:
        if pd.api.types.is_float_dtype(checked[column]):
            checked[column] = checked[column].round(6)  # beyond this only noise of the machine would differ
    folder = build.writes / "tables"
    folder.mkdir(parents=True, exist_ok=True)
    checked.to_parquet(folder / f"{name}.parquet", index=False)
    (folder / f"{name}.csv").write_text(to_csv(checked, name), encoding="utf-8", newline="")
    return checked


def read_texts(build: Build) -> dict[str, str]:
    """The texts that all offsets count in: document → text."""
    folder = build.reads / "texts"
    return {path.stem: _read(path) for path in sorted(folder.glob("*.txt"))}


def _read(path: Path) -> str:
    with open(path, encoding="utf-8", newline="") as handle:  # newline="": offsets must not move
        return handle.read()


def write_texts(texts: dict[str, str], build: Build) -> None:
    """Write texts/DOCUMENT.txt for each document."""
    folder = build.writes / "texts"
    folder.mkdir(parents=True, exist_ok=True)
    for document, text in texts.items():
        (folder / f"{document}.txt").write_text(text, encoding="utf-8", newline="")
