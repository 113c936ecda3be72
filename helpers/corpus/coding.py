"""The sheets of a coder and the hand coding made of them: the files under coding/ and gold/."""

import csv
from pathlib import Path

import pandas as pd

from helpers.corpus.bounds import own_file, own_folder, place_of, read_rows
from helpers.tables.store import to_csv


def _place(corpus: str | Path, folder: str, name: str) -> Path:
    """Where a file of the corpus is written; raises CorpusError where a link would lead the writing out of it."""
    (own_folder(corpus, folder) or Path(corpus) / folder).mkdir(exist_ok=True)
    own_file(corpus, f"{folder}/{name}.csv")
    return Path(corpus) / folder / f"{name}.csv"


def sheets_there(corpus: str | Path) -> list[str]:
    """Names of the sheets in coding/ already; a coder may have filled them."""
    folder = own_folder(corpus, "coding")
    return sorted(path.stem for path in folder.glob("*.csv")) if folder else []


def write_sheet(sheet: pd.DataFrame, corpus: str | Path, name: str) -> Path:
    """Write a coder's sheet to coding/NAME.csv; cells that a spreadsheet would run are defused. Returns its path."""
    path = _place(corpus, "coding", name)
    path.write_text(to_csv(sheet, name), encoding="utf-8-sig", newline="")  # with a mark, or Excel reads it as Latin-1
    return path


def read_sheet(corpus: str | Path, name: str) -> pd.DataFrame:
    """Read coding/NAME.csv back as strings.

    Raises FileNotFoundError, in words, if it was never written, CorpusError if it is no CSV.
    """
    path = own_file(corpus, f"coding/{name}.csv")
    if path is None:
        raise FileNotFoundError(f"{place_of(corpus, f'coding/{name}.csv')} is not there: export it first")
    return pd.DataFrame(read_rows(path, place_of(corpus, f"coding/{name}.csv")), dtype="str").fillna("")


def write_gold(table: pd.DataFrame, corpus: str | Path, name: str) -> Path:
    """Write hand coding to gold/NAME.csv, cell by cell as it stands. Returns its path."""
    path = _place(corpus, "gold", name)
    with open(path, "w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle, lineterminator="\n")
        writer.writerow(table.columns)
        writer.writerows(table.itertuples(index=False, name=None))
    return path
