"""`python -m helpers.corpus --name my-study --from FOLDER` begins a corpus from a folder of articles."""

import argparse
import sys

from helpers.corpus.begin import begin_corpus
from helpers.corpus.manifest import CorpusError


def main(argv: list[str] | None = None) -> int:
    """Begin a corpus; returns the exit code: 0 done, 2 for input that cannot be used."""
    parser = argparse.ArgumentParser(prog="make corpus", description=__doc__)
    parser.add_argument("--name", required=True, help="slug of the new corpus: data/NAME")
    parser.add_argument("--from", dest="folder", required=True, help="folder of .txt and .html articles")
    arguments = parser.parse_args(argv)
    try:
        notes = begin_corpus(arguments.name, arguments.folder)
    except CorpusError as error:
        print(f"make corpus: {error}", file=sys.stderr)
        return 2
    print(*notes, sep="\n")
    print(
        f"Wrote data/{arguments.name}/corpus.toml and actors.csv. Fill in what is marked FILL IN, check the names in "
        f"actors.csv, then: make rebuild CORPUS=data/{arguments.name}"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
