"""The table that `make measure` prints, and data/measured.json that the reports read."""

import json
from pathlib import Path

from helpers.measure.rows import Measured, brief_rows

HEAD = ("step", "measured", "on", "n", "score", "floor", "reached")
TOLD = {True: "yes", False: "NO", None: "–"}


def _cells(row: Measured) -> tuple[str, ...]:
    places = len(row.score.partition(".")[2])
    bound = "≤" if row.at_most else "≥"
    floor = "–" if row.floor is None else f"{bound} {row.floor:.{places}f}"
    return (row.step, row.measure, row.data, f"{row.cases:,}", row.score, floor, TOLD[row.reached])


def as_table(rows: list[Measured]) -> str:
    """The rows in columns, ordered by step, with a last line that says how many floors are reached."""
    cells = [HEAD, *map(_cells, sorted(rows, key=lambda row: row.step))]
    widths = [max(len(line[i]) for line in cells) for i in range(len(HEAD))]
    right = {3, 4, 5}
    padded = [[c.rjust(w) if i in right else c.ljust(w) for i, (c, w) in enumerate(zip(line, widths, strict=True))]
              for line in cells]  # fmt: skip
    lines = ["  ".join(line).rstrip() for line in padded]
    return "\n".join([lines[0], "-" * (sum(widths) + 2 * len(widths) - 2), *lines[1:], "", _verdict(rows)])


def _verdict(rows: list[Measured]) -> str:
    """How many floors are reached, and which are not."""
    asked = [row for row in rows if row.reached is not None]
    missed = [f"Missed: {row.measure} on {row.data}: {row.score}" for row in asked if not row.reached]
    return "\n".join([f"{len(asked) - len(missed)} of {len(asked)} floors reached.", *missed])


def speed_table(by_step: dict[str, float]) -> str:
    """Milliseconds per 1,000 words by step; these differ from run to run and are printed only."""
    width = max(map(len, by_step), default=0)
    lines = [f"  {name.ljust(width)}  {ms:6.1f}" for name, ms in by_step.items()]
    return "\n".join(["Processor time in ms per 1,000 words:", *lines])


def as_json(rows: list[Measured]) -> str:
    """The rows as the reports read them: speeds left out, the brief's own rows at the end."""
    kept = [row for row in sorted(rows, key=lambda row: row.step) if row.kept]
    fields = ("step", "measure", "score", "value", "floor", "at_most", "data", "cases", "unit")
    told = [{name: getattr(row, name) for name in fields} for row in [*kept, *brief_rows(kept)]]
    return json.dumps({"measures": told}, indent=1, ensure_ascii=False) + "\n"


def write_measured(rows: list[Measured], path: Path) -> None:
    """Write data/measured.json."""
    path.write_text(as_json(rows), encoding="utf-8", newline="")
