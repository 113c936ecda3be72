"""How far each measure can be trusted: what it scored, on what, on how many cases (data/measured.json and own gold)."""

import json
import re
from pathlib import Path, PurePath

import pandas as pd

from helpers.gold import Live
from helpers.reports.escape import escape
from helpers.reports.rows import table
from helpers.reports.scores import NO_TRUST, scores_table
from helpers.reports.show import Shown, show
from helpers.tables import DATA

MEASURED = DATA / "measured.json"
NOT_MEASURED = "How well this step does has not been measured on this machine's copy; run make measure."
BRIEF = "05_comparison"
HAND_CODING = re.compile(r"the hand coding of (\S+)")
# Cases that weights learned from (WCXB) or whose errors were read while the rules were written.
READ = re.compile(r"wcxb|errors were read|most of them read|corrected on|number suites|tricky")
OWN = "On the hand coding of this corpus, whose errors were read while the rules were written:"
OWN_NEW = "On the hand coding of this corpus:"
OUTSIDE = "On cases from elsewhere that no weight was trained on:"
LEARNED = "On cases that weights learned from or whose errors were read; unseen texts will score lower:"
WORKED = "Formulas, against examples worked by hand or published:"
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


def trust(step: str, live: Live | None = None, *, corpus: str = "", measured: list[dict] | None = None) -> Shown:
    """How the measures of a step scored, on what and on how many cases, what was learned from told apart.

    live: how this build scored against its corpus's own gold (`helpers.gold.score_step`); it is told first, with two
    coders' agreement and every disagreement. corpus: its folder; what was measured earlier on it is not told twice.
    measured: rows to tell in place of data/measured.json.
    """
    name = PurePath(corpus).name
    rows = _rows_of(step, read_measured() if measured is None else measured, name, bool(live and live.rows))
    own = [*(live.rows if live else ()), *(row for row in rows if _is_own(row, name))]
    rest = [row for row in rows if not _is_own(row, name)]
    parts = [(head, [row for row in rest if _kind(row) == head]) for head in (OUTSIDE, LEARNED, WORKED)]
    head, agreement = OWN if _coded_corpora(measured) & {name} else OWN_NEW, live.agreement if live else None
    shown = [_told(head, own, agreement)] if own else []
    shown += [_told(head, told) for head, told in parts if told]
    if not shown:
        return Shown(f'<p class="note">{escape(NOT_MEASURED)}</p>', NOT_MEASURED)
    if live and live.rows:
        caption = "Where the hand coding of this corpus and this build differ"
        shown.append(table(disagreements_table(live.disagreements), caption, name="disagreements", fold=True))
    return show(*shown)


def _told(head: str, rows: list[dict], agreement: pd.DataFrame | None = None) -> Shown:
    lines = [*map(trust_line, rows)]
    lines += [] if agreement is None else [agreement_line(row) for row in agreement.itertuples()]
    scores = scores_table(rows, agreement)
    return Shown(f'<p class="caption">{escape(head)}</p>{scores.html}', "\n".join([head, *lines]))


def _rows_of(step: str, measured: list[dict], name: str, is_live: bool) -> list[dict]:
    """The rows of a step; the brief tells hand coding of the corpus `name` itself where there is one, else of all."""
    measured = [row for row in measured if row["unit"] not in NO_TRUST]
    rows = [row for row in measured if row["step"] == step and not (is_live and _is_own(row, name))]
    if step != BRIEF:
        return rows
    headlines = {row["measure"] for row in rows if _coded(row)}
    coded = [row for row in measured if row["step"] != BRIEF and _coded(row) and row["measure"] in headlines]
    own = [row for row in coded if _is_own(row, name)]
    return [*(row for row in rows if not _coded(row)), *(own or coded)]


def _coded(row: dict) -> str:
    """The corpus whose hand coding a row speaks of; "" for other cases."""
    found = HAND_CODING.match(row["data"])
    return found[1] if found else ""


def _is_own(row: dict, name: str) -> bool:
    return bool(name) and _coded(row) == name


def _coded_corpora(measured: list[dict] | None) -> set[str]:
    """Corpora of this project whose coding was at hand while its rules were written."""
    return {_coded(row) for row in (read_measured() if measured is None else measured)} - {""}


def _kind(row: dict) -> str:
    """Under which heading a row is told."""
    if row["unit"] == "worked examples":
        return WORKED
    return LEARNED if _coded(row) or READ.search(row["data"]) else OUTSIDE
