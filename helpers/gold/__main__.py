"""`python -m helpers.gold export|read --corpus data/NAME`: a coder's loop over the published build of a corpus."""

import argparse
import sys

from helpers.corpus import CorpusError, load_gold
from helpers.corpus.coding import read_sheet, sheets_there, write_gold, write_sheet
from helpers.gold.agreement import SECOND
from helpers.gold.checks import CodingError
from helpers.gold.coding import make_sheets, read_sheets
from helpers.tables import open_build, read_table, read_texts

TABLES = ("documents", "lines", "quotes", "figures")


def export(corpus: str, replace: bool) -> str:
    """Write the sheets of the published build; returns what was done in one line.

    Raises CodingError if there are sheets already, which a coder may have filled, and they may not be replaced.
    """
    build = open_build(corpus)
    sheets = make_sheets({name: read_table(name, build) for name in TABLES}, read_texts(build))
    there = [name for name in sheets_there(corpus) if name in sheets]
    if there and not replace:
        raise CodingError(
            f"coding/{there[0]}.csv is there already, nothing was written; move the folder coding/ away, or add "
            "--replace to write new sheets over it and over all that was filled in"
        )
    told = [f"{write_sheet(sheet, corpus, name).name} ({len(sheet):,} rows)" for name, sheet in sheets.items()]
    then = f".venv/bin/python -m helpers.gold read --corpus {corpus}"
    return f"Wrote coding/ {', '.join(told)}. Fill accept with y or n in every row, then: {then}"


def read(corpus: str, coder: int, replace: bool) -> str:
    """Read the filled sheets back as gold; returns what was done in one line.

    Raises CodingError if there is hand coding already and it may not be replaced.
    """
    build = open_build(corpus)
    sheets = {name: read_sheet(corpus, name) for name in ("lines", "quotes", "figures")}
    coded = read_sheets(sheets, read_table("documents", build), read_texts(build), read_table("lines", build))
    if coded.gold["lines"].empty:
        where = f": the column accept is empty in {coded.unfilled}; write y or n there" if coded.unfilled else ""
        raise CodingError(f"no document is decided in all its rows, nothing was written{where}")
    stems = [f"{name}{SECOND if coder == 2 else ''}" for name in coded.gold]
    there = sorted(set(stems) & set(load_gold(corpus)))
    if there and not replace:
        raise CodingError(f"gold/{there[0]}.csv is there already; add --replace to write over it")
    for stem, table in zip(stems, coded.gold.values(), strict=True):
        write_gold(table, corpus, stem)
    open_ = f" Left out: {', '.join(coded.unfinished)}; the column accept is still empty in {coded.unfilled}."
    left = open_ if coded.unfinished else ""
    return f"Wrote gold/ {', '.join(stems)} of {coded.gold['lines']['document'].nunique()} documents.{left}"


def main(argv: list[str] | None = None) -> int:
    """Export or read; returns the exit code: 0 done, 2 for what cannot be read."""
    parser = argparse.ArgumentParser(prog="python -m helpers.gold", description=__doc__)
    parser.add_argument("task", choices=["export", "read"], help="write sheets to coding/, or make gold/ of them")
    parser.add_argument("--corpus", default="data/sample", help="corpus folder (default: %(default)s)")
    parser.add_argument("--coder", type=int, choices=[1, 2], default=1, help="2 writes gold/NAME.coder2.csv")
    parser.add_argument("--replace", action="store_true", help="write over sheets or hand coding that are there")
    told = parser.parse_args(argv)
    try:
        exporting = told.task == "export"
        print(export(told.corpus, told.replace) if exporting else read(told.corpus, told.coder, told.replace))
    except (CodingError, CorpusError, FileNotFoundError) as error:
        print(f"Not done: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
