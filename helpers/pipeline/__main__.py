"""`python -m helpers.pipeline` builds the reports of a corpus."""

import argparse
import os
import sys
from pathlib import Path

from helpers.pipeline.build import build, would_run
from helpers.pipeline.errors import BuildError
from helpers.pipeline.history import history_table, read_history
from helpers.pipeline.options import Options
from helpers.pipeline.publish import restore
from helpers.tables.store import OUTPUTS

DEFAULTS = Options()
EXIT_CODES = """exit codes: 0 done or nothing to do, 1 a notebook failed or the disk is full, 2 the input cannot be
used, 75 another build of the corpus is running, 124 a time limit was reached, 143 stopped by a signal.
Whatever happens, the last good build stays until a new one is whole."""


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m helpers.pipeline", epilog=EXIT_CODES, formatter_class=argparse.RawDescriptionHelpFormatter,
        description="Run the notebooks on a corpus and publish its reports. Only what changed is run again.",
    )  # fmt: skip
    what = parser.add_argument_group("what to build")
    what.add_argument("--corpus", default=DEFAULTS.corpus, metavar="FOLDER", help="corpus folder (%(default)s)")
    what.add_argument("--articles", default="", metavar="FOLDER", help="the article files, if not in the corpus folder")
    what.add_argument("-p", "--parameter", action="append", default=[], metavar="NOTEBOOK.NAME=VALUE",
                      help="set a parameter of a notebook, e.g. 04_figures.convention=acled")  # fmt: skip
    what.add_argument("--all", action="store_true", help="run every notebook, whether anything changed or not")
    what.add_argument("--only", default="", metavar="NOTEBOOK",
                      help="run this notebook again, and those that read its tables if these change")  # fmt: skip
    look = parser.add_argument_group("look, build nothing")
    look.add_argument("--dry-run", action="store_true", help="say what would run and why")
    look.add_argument("--history", action="store_true", help="say what was built when, and how it ended")
    look.add_argument("--restore", nargs="?", const="", metavar="BUILD",
                      help="publish an earlier build again: its name or id as --history tells it; without one, the "
                      "build before the published one")  # fmt: skip
    how = parser.add_argument_group("how")
    how.add_argument("--keep", type=_positive, default=DEFAULTS.keep, metavar="N",
                     help="builds that stay (%(default)s)")  # fmt: skip
    how.add_argument("--cell-seconds", type=_positive, default=DEFAULTS.cell_seconds, metavar="S",
                     help="longest time of a cell (%(default)s)")  # fmt: skip
    how.add_argument("--notebook-seconds", type=_positive, default=DEFAULTS.notebook_seconds, metavar="S",
                     help="longest time of a notebook (%(default)s)")  # fmt: skip
    how.add_argument("-q", "--quiet", action="store_true", help="print only the result")
    return parser


def _positive(text: str) -> int:
    value = int(text)
    if value < 1:
        raise argparse.ArgumentTypeError("needs a whole number from 1")
    return value


def main(argv: list[str] | None = None) -> int:
    """Build a corpus, or tell of its builds; returns the exit code."""
    told = _parser().parse_args(argv)
    options = Options(
        told.corpus, told.articles, tuple(told.parameter), told.quiet, told.all, told.only, told.keep,
        told.cell_seconds, told.notebook_seconds,
    )  # fmt: skip
    name = Path(told.corpus).resolve().name
    try:
        if told.history:
            print(history_table(read_history(OUTPUTS, name)))
        elif told.restore is not None:
            print(os.path.relpath(restore(OUTPUTS, name, told.restore) / "index.html"))
        elif told.dry_run:
            for step, reason in would_run(options):
                print(f"{step}: {f'would run: {reason}' if reason else 'its last result holds'}")
        else:
            print(os.path.relpath(build(options)))
    except BuildError as error:
        print(f"Not built: {error}", file=sys.stderr)
        return error.code
    return 0


if __name__ == "__main__":
    sys.exit(main())
