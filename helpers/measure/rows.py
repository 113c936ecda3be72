"""One measurement: what it is of, how it scored, on what, and whether that reaches its floor."""

from typing import NamedTuple

from helpers.gold import MEASURES as GOLD_MEASURES
from helpers.gold import Scored, measure_rows
from helpers.measure.floors import BRIEF, FLOORED, GOLD_FLOORS, MEASURES, SHORT
from helpers.tables import DATA

CASES = DATA.parent / "tests" / "cases"  # what people coded; a copy of the project without its tests lacks it


class Measured(NamedTuple):
    """One row of the table that `make measure` prints; see `floors.About` for the fields that repeat it."""

    step: str
    measure: str
    data: str
    cases: int
    unit: str
    value: float
    score: str
    floor: float | None
    at_most: int
    kept: int
    short: int

    @property
    def reached(self) -> bool | None:
        """Whether the floor is reached; None where there is none."""
        if self.floor is None:
            return None
        return self.value <= self.floor if self.at_most else self.value >= self.floor


def measured(key: str, value: float, cases: int, data: str) -> Measured:
    """A measurement of one of `floors.MEASURES`, the value rounded as it is printed.

    >>> row = measured("dump wcxb", 0.92341, 202, "wcxb")
    >>> row.score, row.reached
    ('0.923', True)
    """
    about = MEASURES[key]
    value = round(float(value), about.places)
    score = f"{value:.{about.places}f}"
    return Measured(about.step, about.name, data, cases, about.unit, value, score, about.floor, about.at_most,
                    about.kept, about.short)  # fmt: skip


def gold_rows(name: str, scored: Scored, n_documents: int) -> list[Measured]:
    """The measurements of one hand-coded corpus; floors only for those that issue 3 speaks of."""
    data, out = f"the hand coding of {name} ({n_documents} articles)", []
    for step, told in GOLD_MEASURES.items():
        found = {row["measure"]: row for row in measure_rows(scored.measures, step, data)}
        for part, key, label, _unit in told:
            if label in found:
                row, floor = found[label], GOLD_FLOORS.get((part, key)) if name in FLOORED else None
                short = int((part, key) in SHORT and name in FLOORED)
                out.append(Measured(step, label, data, row["cases"], row["unit"], row["value"], row["score"], floor,
                                    int(key == "decoys"), 1, short))  # fmt: skip
    return out


def brief_rows(rows: list[Measured]) -> list[Measured]:
    """The rows that the brief repeats, one headline per instrument."""
    return [row._replace(step=BRIEF) for row in rows if row.short and row.kept]
