"""Where a build's tables and texts lie, and how they are read and written."""

import csv
import os
import re
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from helpers.tables.codebook import CODEBOOK, enforce
from helpers.tables.lexicons import DATA

OUTPUTS = Path(os.environ.get("COUNTERPOINT_OUTPUTS") or DATA.parent / "outputs")
# A spreadsheet runs cells that begin like this (OWASP, CSV injection); full-width forms count since Excel folds them.
FORMULA = re.compile("^[=+\\-@\t\r\uff1d\uff0b\uff0d\uff20]")


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

    Raises FileNotFoundError, in words that say which step is missing, when the build has no such table.
    """
    path = build.reads / "tables" / f"{name}.parquet"
    if not path.exists():
        raise FileNotFoundError(f"no table {name} in {build.reads.name}: build the corpus first (make rebuild)")
    return enforce(pd.read_parquet(path), name)


def _defuse(value: object) -> object:
    """Prefix what a spreadsheet would run as a formula; numbers pass."""
    return "'" + value if isinstance(value, str) and FORMULA.match(value) else value


def to_csv(frame: pd.DataFrame, name: str = "") -> str:
    """The table as CSV (RFC 4180, `\\n`, UTF-8 when encoded), cells and headers that a spreadsheet would run defused.

    Columns with a closed vocabulary stay as they are (an `op` of `=` alone is no formula), numbers too.
    """
    closed = {c.name for c in CODEBOOK.get(name, ()) if c.values}
    safe = frame.copy()
    for column in safe.columns:
        if column not in closed and not pd.api.types.is_numeric_dtype(safe[column]):
            safe[column] = safe[column].map(_defuse)
    safe.columns = [_defuse(str(column)) for column in safe.columns]
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
