"""What is read of a corpus: plain files that lie inside its folder, no larger than a study can be."""

import csv
import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from helpers.tables import DATA
from helpers.tables.unseen import UNSEEN

MAX_ARTICLES = 5_000
MAX_BYTES = 20_000_000  # an article's file: the longest pages are a tenth of this
MAX_CHARACTERS = 2_000_000  # an article's text: a long novel
MAX_LINE = 500_000  # characters: an article saved without line ends is a tenth of this
MAX_TABLE_BYTES = 20_000_000  # corpus.toml, actors.csv, a table of hand coding
MAX_ROWS = 100_000  # a table of hand coding
MAX_ACTORS = 2_000  # names in actors.csv
MAX_NAME = 200  # characters of a name in actors.csv
MAX_TOLD = 2_000  # characters of one value of corpus.toml
MOST_NAMED = 5  # files named in one complaint
FOLDER_NAME = re.compile(r"\w[\w .-]{0,99}")


class CorpusError(Exception):
    """A fault of the input, told in one line: what, where, how to mend it."""


def name_of(corpus: str | Path) -> str:
    """The name of a corpus, which is that of its folder.

    Raises CorpusError if none is named, or its name could not stand in a path, a command or a page without harm.
    """
    if not str(corpus).strip():
        raise CorpusError("no corpus is named; name its folder: make rebuild CORPUS=data/my-study")
    name = Path(corpus).resolve().name
    if not FOLDER_NAME.fullmatch(name) or UNSEEN.search(name):
        raise CorpusError(f"a corpus folder cannot be called {name[:100]!r}; use letters, digits, spaces, - and _")
    return name


def place_of(corpus: str | Path, file: str = "") -> str:
    """What a message calls a corpus folder or a file of it: the path from the project's folder, else from the root.

    >>> place_of(DATA / "sample", "corpus.toml")
    'data/sample/corpus.toml'
    """
    name_of(corpus)
    path = Path(os.path.abspath(corpus)) / file
    path = path.relative_to(DATA.parent) if path.is_relative_to(DATA.parent) else path
    return path.as_posix() if str(path).isprintable() else repr(path.as_posix())


def is_inside(path: Path, folder: Path) -> bool:
    """Say whether a path is a plain file that lies in a folder when all links are followed; no device, no folder."""
    return path.is_file() and path.resolve().is_relative_to(folder.resolve())


def own_file(corpus: str | Path, name: str, most: int = MAX_TABLE_BYTES) -> Path | None:
    """A file of the corpus folder, None if there is none.

    name: its path inside the folder. Raises CorpusError if something else stands there (a link out of the folder, a
    folder, a device), or if it is larger than `most` bytes.
    """
    path = Path(corpus) / name
    if not path.exists() and not path.is_symlink():
        return None
    if not is_inside(path, Path(corpus)):
        raise CorpusError(f"{place_of(corpus, name)} is no plain file of this folder; put a copy in its place, no link")
    return bounded(path, most)


def own_folder(corpus: str | Path, name: str) -> Path | None:
    """A folder of the corpus folder, None if there is none; raises CorpusError for a link out or a file."""
    path = Path(corpus) / name
    if not path.exists() and not path.is_symlink():
        return None
    if not path.is_dir() or not path.resolve().is_relative_to(Path(corpus).resolve()):
        raise CorpusError(f"{place_of(corpus, name)} is no folder of this corpus; put a copy in its place, no link")
    return path


def bounded(path: Path, most: int = MAX_BYTES) -> Path:
    """The path, if its file is not larger than `most` bytes; raises CorpusError otherwise."""
    size = path.stat().st_size
    if size > most:
        raise CorpusError(
            f"{path.name[:100]!r} has {size / 1e6:.1f} MB, more than {most // 1_000_000} MB; keep only what is needed"
        )
    return path


def bounded_text(text: str, name: str) -> str:
    """The text of an article, if it and its lines are not too long; raises CorpusError otherwise."""
    if len(text) > MAX_CHARACTERS:
        fault = f"has {len(text):,} characters of text, more than {MAX_CHARACTERS:,}; keep only the article"
        raise CorpusError(f"{name[:100]!r} {fault}")
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > MAX_LINE:
            fault = f"line {number} has {len(line):,} characters, more than {MAX_LINE:,}; break it into paragraphs"
            raise CorpusError(f"{name[:100]!r} {fault}")
    return text


def read_rows(path: Path, where: str, most: int = MAX_ROWS, needed: tuple[str, ...] = ()) -> list[dict[str, str]]:
    """The rows of a CSV file as strings, empty and lacking cells as "".

    Cells are parted by commas, or by semicolons or tabs where the head has these and no comma: spreadsheets in much of
    Europe save them so.
    where: how the file is called in a complaint; needed: columns that the head of a file must have, if it has one.
    Raises CorpusError if it is no UTF-8 CSV, if a column lacks, if a row has more cells than the head, or if there are
    more than `most` rows.
    """
    rows: list[dict[str, str]] = []
    try:
        with open(bounded(path, MAX_TABLE_BYTES), encoding="utf-8-sig", newline="") as handle:
            reader = csv.DictReader(handle, delimiter=_delimiter(handle))
            _check_head(reader.fieldnames or needed, needed, where)
            for row in reader:
                if None in row:
                    raise CorpusError(f"{where} line {reader.line_num} has more cells than the head; mend that line")
                if len(rows) == most:
                    raise CorpusError(f"{where} has more than {most:,} rows; keep only what is needed")
                rows.append({key: value or "" for key, value in row.items()})
    except (UnicodeDecodeError, csv.Error) as error:
        raise CorpusError(f"{where} is no UTF-8 CSV: {error}; save it as CSV UTF-8") from error
    return rows


def _check_head(head: Sequence[str], needed: tuple[str, ...], where: str) -> None:
    lacking = [column for column in needed if column not in head]
    if lacking:
        told = ",".join(head)[:60]
        fault = f"has no column {' and no column '.join(lacking)}; its head must begin {','.join(needed)}"
        raise CorpusError(f"{where} line 1 {fault} (it says {told!r})")


def _delimiter(handle: TextIO) -> str:
    """What parts the cells of an open table, as its head tells."""
    head = handle.readline()
    handle.seek(0)
    return next((sign for sign in ",;\t" if sign in head), ",")


def first_of(names: list[str]) -> str:
    """The first few of a list, as a complaint names them.

    >>> first_of(list("abcdefg"))
    'a, b, c, d, e and 2 more'
    """
    shown = ", ".join(name if name.isprintable() else repr(name) for name in (n[:100] for n in names[:MOST_NAMED]))
    return shown + (f" and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else "")
