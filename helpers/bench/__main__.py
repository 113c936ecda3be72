"""`python -m helpers.bench` measures builds and articles, and fails if a bound is missed."""

import argparse
import json
import platform
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

from helpers.bench.rebuilds import ROOT, measure_rebuilds
from helpers.bench.table import Row, as_table, rebuild_rows, size_rows, steps_table

FOLDER = ROOT / "outputs" / ".bench"


def _sizes(text: str) -> list[int]:
    return sorted(int(part) for part in text.split(","))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m helpers.bench", description=__doc__)
    parser.add_argument("--runs", type=int, default=5, help="builds each way (%(default)s)")
    parser.add_argument("--sizes", type=_sizes, default=[500, 1_000, 2_000], metavar="N,N,…",
                        help="articles in each made corpus (500,1000,2000)")  # fmt: skip
    parser.add_argument("--rounds", type=int, default=5, help="times the corpora are worked through (%(default)s)")
    parser.add_argument("--skip-rebuilds", action="store_true", help="leave the builds out")
    parser.add_argument("--skip-articles", action="store_true", help="leave the made articles out")
    parser.add_argument("--write", type=Path, metavar="FILE", help="where the figures go (outputs/.bench/TIME.json)")
    return parser


def measure_in_child(n: int, seed: int) -> dict:
    """What n articles take, measured in a process of its own: its peak memory is that of this size alone."""
    command = [sys.executable, "-m", "helpers.bench.size", str(n), str(seed)]
    return json.loads(subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout)


def _write(path: Path, rows: list[Row], told: dict) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    facts = {"python": platform.python_version(), "rows": [{**row._asdict(), "holds": row.holds} for row in rows]}
    path.write_text(json.dumps(facts | told, indent=1, ensure_ascii=False) + "\n", encoding="utf-8", newline="")


def main(argv: list[str] | None = None) -> int:
    """Measure and print; returns the exit code: 0 every bound holds, 1 one is missed."""
    asked = _parser().parse_args(argv)
    rows, told = [], {}
    if not asked.skip_rebuilds:
        rebuilds = measure_rebuilds(asked.runs)
        rows, told = rebuild_rows(rebuilds), {"rebuilds": rebuilds._asdict()}
    if not asked.skip_articles:
        # all sizes in turn, again and again: what slows the machine for minutes slows each size alike
        rounds = [[measure_in_child(n, seed) for n in asked.sizes] for seed in range(asked.rounds)]
        rows += size_rows(rounds)
        print(steps_table(rounds), end="\n\n")
        told["rounds"] = rounds
    path = asked.write or FOLDER / f"{datetime.now(UTC):%Y%m%dT%H%M%SZ}.json"
    _write(path, rows, told)
    print(as_table(rows))
    return int(not all(row.holds for row in rows))


if __name__ == "__main__":
    sys.exit(main())
