"""A benchmark's own scorer, run on our predictions, so that its definitions cannot drift from ours."""

import json
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path


class ScorerError(Exception):
    """A scorer of the benchmarks that did not finish: which one, and its last line."""


def run_scorer(script: Path, *arguments: str | Path) -> str:
    """Run a benchmark's scorer and return what it prints.

    script: the scorer; it runs in the folder it stands in and leaves no compiled files there.
    Raises ScorerError if it fails.
    """
    command = [sys.executable, "-B", str(script.resolve()), *map(str, arguments)]
    done = subprocess.run(command, cwd=script.resolve().parent, capture_output=True, text=True, timeout=300)
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["no message"])[-1]
        raise ScorerError(f"{script.parent.name}/{script.name}: {last}")
    return done.stdout


def read_cases(path: Path) -> list[dict]:
    """The cases of a benchmark: one JSON object a line."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def write_cases(rows: Iterable[dict], path: Path) -> Path:
    """Predictions as one JSON object a line; returns the path."""
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path
