"""`python -m helpers.pipeline` builds the reports of a corpus."""

import argparse
import logging
import os
import sys

from helpers.pipeline.build import build
from helpers.pipeline.errors import BuildError


def main(argv: list[str] | None = None) -> int:
    """Build a corpus; returns the exit code: 0 done, 1 a notebook failed, 2 unusable input, 75 another build runs."""
    parser = argparse.ArgumentParser(
        prog="python -m helpers.pipeline", description="Run the notebooks on a corpus and publish its reports."
    )
    parser.add_argument("--corpus", default="data/sample", help="corpus folder (default: %(default)s)")
    parser.add_argument("--articles", default="", help="folder of the article files, if they are not in the corpus")
    parser.add_argument(
        "-p",
        "--parameter",
        action="append",
        default=[],
        metavar="NOTEBOOK.NAME=VALUE",
        help="set a parameter of a notebook, e.g. 04_figures.convention=acled",
    )
    parser.add_argument("-q", "--quiet", action="store_true", help="print only the result")
    arguments = parser.parse_args(argv)
    logging.getLogger("papermill").setLevel(logging.ERROR)
    try:
        index = build(arguments.corpus, arguments.articles, arguments.parameter, quiet=arguments.quiet)
    except BuildError as error:
        print(f"Not built: {error}", file=sys.stderr)
        return error.code
    print(os.path.relpath(index))
    return 0


if __name__ == "__main__":
    sys.exit(main())
