"""Line labels and kept text against the hand coding."""

import pandas as pd

from helpers.cleaning import KEPT
from helpers.gold.matching import Disagreement, Scored, by_document, f1, is_on, told


def _weight(row: dict) -> int:
    """Characters of the line; 1 for a line that the build does not have."""
    return int(float(row.get("end") or 0)) - int(float(row.get("start") or 0)) or 1


def score_lines(lines: pd.DataFrame, gold: pd.DataFrame) -> Scored:
    """Share of lines with the right label, and F1 of the kept text weighted by length.

    lines: document, line, start, end, label, kept; gold: document, line, label, begins; documents named alike.
    Only lines of the gold count. Returns {"label_accuracy", "n", "kept": {"f1", "p", "r", "n"}} (n: characters of
    kept text) and the disagreements.
    """
    mine = by_document(lines)
    right = n_both = n_found = n_gold = 0
    notes = []
    for document, rows in sorted(by_document(gold).items()):
        got = {int(row["line"]): row for row in mine.get(document, [])}
        for row in rows:
            line = got.get(int(row["line"]), {})
            weight, kept, wanted = _weight(line), is_on(line.get("kept", 0)), row["label"] in KEPT
            right += line.get("label") == row["label"]
            n_both += weight * (kept and wanted)
            n_found, n_gold = n_found + weight * kept, n_gold + weight * wanted
            if line.get("label") != row["label"]:
                what = "line label, kept" if kept != wanted else "line label"
                notes.append(Disagreement(document, f"line {row['line']}", what, told(row.get("begins")), row["label"],
                                          told(line.get("label"))))  # fmt: skip
    accuracy = round(right / len(gold), 3) if len(gold) else 0.0
    return Scored({"label_accuracy": accuracy, "n": len(gold), "kept": f1(n_both, n_found, n_gold)}, notes)
