"""`python -m helpers.measure --benchmarks FOLDER` measures every step and writes data/measured.json."""

import argparse
import sys
from pathlib import Path

from helpers.corpus import CorpusError
from helpers.measure.report import as_table, speed_table, write_measured
from helpers.measure.run import measure_all
from helpers.measure.scorers import ScorerError
from helpers.tables import DATA


def main(argv: list[str] | None = None) -> int:
    """Measure; returns the exit code: 0 every floor reached, 1 one missed, 2 for a folder that cannot be used."""
    parser = argparse.ArgumentParser(prog="python -m helpers.measure", description=__doc__)
    parser.add_argument("--benchmarks", default="", help="folder of benchmarks; without it data/measured.json stays")
    parser.add_argument("--write", type=Path, default=DATA / "measured.json", help="where the measures are written")
    arguments = parser.parse_args(argv)
    folder = Path(arguments.benchmarks) if arguments.benchmarks else None
    if folder and not (folder / "cleaning").is_dir():
        print(f"make measure: no benchmarks in {folder}; name their folder with BENCHMARKS=<folder>", file=sys.stderr)
        return 2
    try:
        rows, by_step = measure_all(folder)
    except (CorpusError, ScorerError) as error:
        print(f"make measure: {error}", file=sys.stderr)
        return 2
    print(as_table(rows), *([speed_table(by_step)] if by_step else []), sep="\n\n")
    if folder:
        write_measured(rows, arguments.write)
        print(f"\nWritten: {arguments.write.name}")
    else:
        print("\nWithout a folder of benchmarks only hand coding was measured; data/measured.json was left as it is.")
    return int(any(row.reached is False for row in rows))


if __name__ == "__main__":
    sys.exit(main())
