"""What was built when, and how it ended: one JSON object a line, only ever added to."""

import json
import os
import sys
from pathlib import Path
from typing import NamedTuple

from helpers.pipeline.publish import builds_folder

WORDS = {0: "done", 1: "failed", 2: "unusable input", 75: "locked", 124: "timed out", 143: "stopped", None: "killed"}


class Run(NamedTuple):
    """One run of the pipeline: start and end (ISO 8601, UTC; end "" if it was killed), exit code (None if killed)."""

    started: str
    ended: str
    exit: int | None
    build: str
    ran: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ()
    seconds: float = 0.0
    peak_mb: float = 0.0
    why: str = ""  # the fault, or that nothing had changed
    kept: str = ""  # the name of the build in outputs/.builds/NAME, for --restore


def history_path(outputs: Path, name: str) -> Path:
    """The file that holds the history of a corpus."""
    return builds_folder(outputs, name) / "history.jsonl"


def add_run(outputs: Path, name: str, run: Run) -> None:
    """Add a run to the history, by one write; a history that cannot be written is told and stops nothing."""
    path = history_path(outputs, name)
    line = json.dumps(run._asdict(), ensure_ascii=False) + "\n"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with open(path, "ab") as file:
            torn = file.tell() > 0 and not _ends_line(path)
            file.write((b"\n" if torn else b"") + line.encode())
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        print(f"the history could not be written: {error.strerror}", file=sys.stderr)


def _ends_line(path: Path) -> bool:
    """Whether the last line is whole; a full disk may have cut it."""
    with open(path, "rb") as file:
        file.seek(-1, os.SEEK_END)
        return file.read(1) == b"\n"


def read_history(outputs: Path, name: str) -> list[Run]:
    """The runs of a corpus, oldest first; a line that was cut is passed over."""
    path = history_path(outputs, name)
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    return [run for line in lines if (run := _read(line))]


def _read(line: str) -> Run | None:
    try:
        told = json.loads(line)
        return Run(**{key: tuple(value) if isinstance(value, list) else value for key, value in told.items()})
    except (ValueError, TypeError):
        return None


def history_table(runs: list[Run]) -> str:
    """The history as lines for a terminal, the latest last."""
    rows = [("started", "ended", "how", "ran", "skipped", "s", "MB", "build")]
    for run in runs:
        how = WORDS.get(run.exit, str(run.exit)) + (f": {run.why}" if run.why and run.exit is not None else "")
        ran = ", ".join(run.ran) or "–"
        rows.append((run.started, run.ended or "–", how, ran, str(len(run.skipped)), f"{run.seconds:.1f}",
                     f"{run.peak_mb:.0f}", run.kept or run.build))  # fmt: skip
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    lines = ["  ".join(map(str.ljust, row, widths)) for row in rows]
    return "\n".join(line.rstrip() for line in lines)
