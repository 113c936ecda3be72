"""How far each measure can be trusted: what it scored, on what, on how many cases (data/measured.json and own gold)."""

import json
from pathlib import Path

import pandas as pd

from helpers.gold import Live
from helpers.reports.escape import escape
from helpers.reports.rows import table
from helpers.reports.show import Shown, show
from helpers.tables import DATA

MEASURED = DATA / "measured.json"
NOT_MEASURED = "How well this step does has not been measured on this machine's copy; run make measure."
LISTED = "the same rows listed"


def read_measured(path: Path = MEASURED) -> list[dict]:
    """The measurements that `make measure` wrote: step, measure, score, value, floor, data, cases, unit; [] without."""
    return json.loads(path.read_text(encoding="utf-8"))["measures"] if path.is_file() else []


def trust_line(row: dict) -> str:
    """One measurement in words.

    >>> trust_line({"measure": "line labels", "score": "0.958", "data": "own coding", "cases": 1104, "unit": "lines"})
    'line labels: 0.958 on own coding (1,104 lines)'
    """
    return f"{row['measure']}: {row['score']} on {row['data']} ({row['cases']:,} {row['unit']})"


def agreement_line(row: object) -> str:
    """The agreement of two coders on one column in words."""
    what = f"{row.table.replace('_', ' ')}, {LISTED if row.column == 'listed' else row.column.replace('_', ' ')}"
    alpha = f", Krippendorff's alpha {row.alpha:.3f}".replace("-", "−") if row.alpha == row.alpha else ""
    return f"Two coders on {what}: {row.agreement:.3f} alike{alpha} ({row.n_units:,} rows)"


def disagreements_table(rows: pd.DataFrame) -> pd.DataFrame:
    """Where build and hand coding differ, for readers."""
    names = {"document": "Article", "place": "Place", "what": "What", "text": "Text"}
    names |= {"gold": "Coded by hand", "build": "Here"}
    return rows.rename(columns=names)[list(names.values())]


def trust(step: str, live: Live | None = None, *, measured: list[dict] | None = None) -> Shown:
    """One line per measure of a step: how it scored, on what and how many cases.

    live: how this build scored against its corpus's own gold (`helpers.gold.score_step`); it is told first, with two
    coders' agreement and every disagreement. measured: rows to tell in place of data/measured.json.
    """
    rows = [row for row in (read_measured() if measured is None else measured) if row["step"] == step]
    lines = [trust_line(row) for row in [*(live.rows if live else ()), *rows]]
    lines += [agreement_line(row) for row in live.agreement.itertuples()] if live else []
    if not lines:
        return Shown(f'<p class="note">{escape(NOT_MEASURED)}</p>', NOT_MEASURED)
    items = "".join(f"<li>{escape(line)}</li>" for line in lines)
    head = Shown(f'<h3 id="trust">How far can this be trusted?</h3><ul class="trust">{items}</ul>', "\n".join(lines))
    if not live or not live.rows:
        return head
    caption = "Where the hand coding of this corpus and this build differ"
    return show(head, table(disagreements_table(live.disagreements), caption, name="disagreements", fold=True))
