"""Scores of measures as a table: what, how well, on what, on how many cases."""

import re
from collections.abc import Iterable

import pandas as pd

from helpers.reports.rows import table
from helpers.reports.show import Shown, note, show

FEW = 300  # cases below which a third decimal would say more than they can tell
MOST_OPEN = 6  # rows that are shown without being asked for
FAULTS = re.compile(r"\berror\b|\btaken for\b|\bor back\b")  # measures of which 0 is without fault
NO_TRUST = ("files",)  # the size of a file says nothing about how far a measure can be trusted
CAPTION = "How each measure scored"


def told_score(score: str, cases: int) -> str:
    """A score with the decimals its cases can carry; counts and errors too small for them stay as they are.

    >>> told_score("0.944", 114), told_score("0.944", 2000), told_score("0", 22), told_score("0.0000", 4)
    ('0.94', '0.944', '0', '0')
    """
    value = float(score)
    if "." not in score or value == 0:
        return f"{value:.0f}"
    small = 0 < abs(value) < 0.01
    return score if small or cases >= FEW else f"{value:.2f}"


def scores_table(rows: Iterable[dict], agreement: pd.DataFrame | None = None) -> Shown:
    """One row per measure; rows: measure, score, data, cases, unit; agreement: that of two coders, one row a column."""
    rows = [row for row in rows if row["unit"] not in NO_TRUST]
    told = [
        (row["measure"], told_score(str(row["score"]), row["cases"]), row["data"], f"{row['cases']:,} {row['unit']}")
        for row in rows
    ]
    for row in agreement.itertuples() if agreement is not None else ():
        what = f"{row.table}, {'rows listed' if row.column == 'listed' else row.column}".replace("_", " ")
        alpha = f", alpha {told_score(f'{row.alpha:.3f}', row.n_units)}" if row.alpha == row.alpha else ""
        score = f"{told_score(f'{row.agreement:.3f}', row.n_units)}{alpha}".replace("-", "−")
        told.append((f"two coders alike on {what}", score, "the same articles, coded twice", f"{row.n_units:,} rows"))
    shown = table(pd.DataFrame(told, columns=["Measure", "Score", "On", "Cases"]), CAPTION, fold=len(told) > MOST_OPEN)
    return show(note(lowest(rows)), shown) if len(told) > MOST_OPEN else shown


def lowest(rows: list[dict]) -> str:
    """The lowest score of measures of which 1 is without fault, in words."""
    good = [row for row in rows if "." in str(row["score"]) and not FAULTS.search(row["measure"])]
    if not good:
        return f"{len(rows)} measures."
    row = min(good, key=lambda row: float(row["score"]))
    score = told_score(str(row["score"]), row["cases"])
    where = f"{score} on {row['data']} ({row['cases']:,} {row['unit']})"
    return f"{len(rows)} measures; in most of them 1 means without fault. The lowest: {row['measure']}, {where}."
