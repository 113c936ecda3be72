"""How far each measure can be trusted: what it scored, on what, on how many cases (data/measured.json)."""

import json
from pathlib import Path

from helpers.reports.escape import escape
from helpers.reports.show import Shown
from helpers.tables import DATA

MEASURED = DATA / "measured.json"


def read_measured(path: Path = MEASURED) -> list[dict]:
    """The measurements that `make measure` wrote: step, measure, score, cases, data, note; none if it never ran."""
    return json.loads(path.read_text(encoding="utf-8"))["measures"] if path.is_file() else []


def trust(step: str) -> Shown:
    """One line per measure of a step: how it scored, on what and how many cases."""
    rows = [row for row in read_measured() if row["step"] == step]
    if not rows:
        told = "How well this step does has not been measured on this machine's copy; run make measure."
        return Shown(f'<p class="note">{escape(told)}</p>', told)
    lines = [f"{row['measure']}: {row['score']} on {row['data']} ({row['cases']:,} {row['unit']})" for row in rows]
    items = "".join(f"<li>{escape(line)}</li>" for line in lines)
    return Shown(f'<h3 id="trust">How far can this be trusted?</h3><ul class="trust">{items}</ul>', "\n".join(lines))
