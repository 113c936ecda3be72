"""A build scored against the hand coding of its own corpus: the measures of each step, as rows for the reports."""

from collections.abc import Mapping
from pathlib import PurePath
from typing import NamedTuple

import pandas as pd

from helpers.cleaning import KEPT
from helpers.gold.agreement import coder_agreement
from helpers.gold.figures import score_figures
from helpers.gold.lines import score_lines
from helpers.gold.matching import Disagreement, Scored
from helpers.gold.names import score_names
from helpers.gold.quotes import score_quotes

OWN = "this corpus's own hand coding"
# step: (part of the measures, key, what it is called, unit of its cases)
MEASURES = {
    "01_cleaning": (
        ("lines", "label_accuracy", "line labels", "lines"),
        ("lines", "kept", "F1 of the text kept", "characters kept"),
        ("quotes", "f1", "F1 of quotations", "quotations"),
        ("quotes", "speaker_right", "speakers of quotations", "quotations with a known speaker"),
    ),
    "03_vocabulary": (
        ("names", "f1", "F1 of names of actors", "mentions"),
        ("names", "actor_right", "actors of names", "mentions found"),
    ),
    "04_figures": (
        ("figures", "f1", "F1 of figures", "figures"),
        ("figures", "op", "bounds (more than, about)", "figures found"),
        ("figures", "noun", "what is counted", "figures found"),
        ("figures", "claimant", "who vouches", "figures found"),
        ("figures", "voice", "voice of figures", "figures found"),
        ("figures", "stance", "stance (reported, doubted)", "figures found"),
        ("figures", "decoys", "numbers taken for figures", "figures"),
        ("groups", "f1", "F1 of pairs told to be one quantity", "pairs of figures"),
    ),
}
SCORED = ("lines", "quotes", "figures", "names")
COUNTED = {
    "label_accuracy": "n", "speaker_right": "n_speakers", "actor_right": "n_actors", "decoys": "n",
}  # fmt: skip


class Live(NamedTuple):
    """How a build scored against its own corpus's hand coding: rows as in data/measured.json, and the differences."""

    rows: list[dict]
    disagreements: pd.DataFrame
    agreement: pd.DataFrame


def name_as_coded(table: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """The table with each document called as the gold calls it: by the stem of its file."""
    stems = {d: PurePath(f).stem for d, f in zip(documents["document"], documents["file"], strict=True)}
    return table.assign(document=table["document"].map(stems).fillna(table["document"]))


def coded_documents(gold: Mapping[str, pd.DataFrame], documents: pd.DataFrame) -> list[str]:
    """Documents of a build that the hand coding covers: those whose lines are coded."""
    lines = gold.get("lines")
    coded = set() if lines is None or lines.empty else set(lines["document"])
    return sorted(coded & {PurePath(file).stem for file in documents["file"]})


def score_tables(tables: Mapping[str, pd.DataFrame], gold: Mapping[str, pd.DataFrame]) -> Scored:
    """Score the tables of a build against hand coding, as far as both are there.

    tables: name → table of a build, `documents` among them; gold: file stem → table, as load_gold gives it.
    Returns measures by part (lines, quotes, figures, groups, names), each a dict with its scores and cases `n`, and
    every disagreement. Only documents whose lines are coded count. Nothing is measured without gold.
    """
    documents = coded_documents(gold, tables["documents"])
    mine = {name: name_as_coded(t, tables["documents"]) for name, t in tables.items() if name in SCORED}
    ours = {name: t[t["document"].isin(documents)] for name, t in mine.items()}
    coded = {name: t[t["document"].isin(documents)] for name, t in gold.items() if "document" in t}
    measures: dict = {}
    notes: list[Disagreement] = []
    for part, score in _parts(ours, coded, documents).items():
        found = score.measures
        measures |= found if part == "figures" else {part: found}
        notes += score.disagreements
    return Scored(measures, notes)


def _parts(ours: dict, coded: dict, documents: list[str]) -> dict[str, Scored]:
    parts: dict[str, Scored] = {}
    if not documents:
        return parts
    if "lines" in ours:
        parts["lines"] = score_lines(ours["lines"], coded["lines"])
    if "quotes" in ours and "quotes" in coded:
        parts["quotes"] = score_quotes(ours["quotes"], coded["quotes"], documents)
    if "figures" in ours and "figure_claims" in coded:
        parts["figures"] = score_figures(
            ours["figures"], coded["figure_claims"], coded.get("other_numbers"), documents
        )
    if "names" in ours and "names" in coded and "lines" in ours:
        wanted = coded["lines"][coded["lines"]["label"].isin(KEPT)][["document", "line"]].astype({"line": int})
        kept = ours["lines"].astype({"line": int}).merge(wanted, on=["document", "line"])
        parts["names"] = score_names(ours["names"], coded["names"], kept)
    return parts


def measure_rows(measures: Mapping[str, dict], step: str, data: str) -> list[dict]:
    """The measures of one step as rows for data/measured.json.

    Returns dicts with step, measure, score (as printed), value, data, cases, unit.
    """
    rows = []
    for part, key, label, unit in MEASURES.get(step, ()):
        found = measures.get(part)
        if found is None or found[key] is None:
            continue
        value = found[key]["f1"] if isinstance(found[key], dict) else found[key]
        cases = found[key]["n"] if isinstance(found[key], dict) else found[COUNTED.get(key, "n")]
        if unit.endswith("found"):
            cases = round(found["r"] * found["n"])
        if not cases:  # a share of nothing says nothing
            continue
        score = f"{value:d}" if isinstance(value, int) else f"{value:.3f}"
        rows.append({"step": step, "measure": label, "score": score, "value": value, "data": data, "cases": int(cases),
                     "unit": unit})  # fmt: skip
    return rows


def score_step(step: str, gold: Mapping[str, pd.DataFrame], **tables: pd.DataFrame) -> Live:
    """Score what a step has found against the hand coding of its own corpus.

    step: name of the step, e.g. "04_figures"; gold: as `helpers.corpus.load_gold` gives it, empty without gold.
    tables: the tables of the build so far by name, `documents` among them; `lines` is needed for names.
    Returns rows for `reports.trust`, the disagreements (document, place, what, text, gold, build) and the agreement of
    two coders where there are two; all empty if the corpus has no gold.
    """
    scored = score_tables(tables, gold)
    own = {part for part, *_ in MEASURES.get(step, ())} & set(scored.measures)
    rows = measure_rows({part: scored.measures[part] for part in own}, step, OWN)
    told = [note for note in scored.disagreements if step_of(note) == step]
    return Live(rows, pd.DataFrame(told, columns=Disagreement._fields), coder_agreement(gold if own else {}))


def step_of(note: Disagreement) -> str:
    """The step that a disagreement speaks of."""
    if note.what.startswith(("line label", "speaker", "quotation", "no quotation")):
        return "01_cleaning"
    return "03_vocabulary" if note.what in ("actor", "name missed", "no name") else "04_figures"
