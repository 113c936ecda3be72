"""The sheets of a coder and the hand coding made of them: the files under coding/ and gold/."""

import csv
from pathlib import Path

import pandas as pd

from helpers.corpus.load import _read_rows
from helpers.tables.store import to_csv


def write_sheet(sheet: pd.DataFrame, corpus: str | Path, name: str) -> Path:
    """Write a coder's sheet to coding/NAME.csv; cells that a spreadsheet would run are defused. Returns its path."""
    folder = Path(corpus) / "coding"
    folder.mkdir(exist_ok=True)
    path = folder / f"{name}.csv"
    path.write_text(to_csv(sheet, name), encoding="utf-8-sig", newline="")  # with a mark, or Excel reads it as Latin-1
    return path


def read_sheet(corpus: str | Path, name: str) -> pd.DataFrame:
    """Read coding/NAME.csv back as strings.

    Raises FileNotFoundError, in words, if it was never written, CorpusError if it is no CSV.
    """
    path = Path(corpus) / "coding" / f"{name}.csv"
    if not path.is_file():
        raise FileNotFoundError(f"no coding/{name}.csv in {Path(corpus).name}: export it first")
    return pd.DataFrame(_read_rows(path), dtype="str").fillna("")


def write_gold(table: pd.DataFrame, corpus: str | Path, name: str) -> Path:
    """Write hand coding to gold/NAME.csv, cell by cell as it stands. Returns its path."""
    folder = Path(corpus) / "gold"
    folder.mkdir(exist_ok=True)
    path = folder / f"{name}.csv"
    with open(path, "w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle, lineterminator="\n")
        writer.writerow(table.columns)
        writer.writerows(table.itertuples(index=False, name=None))
    return path
