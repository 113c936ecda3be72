"""How the sources tell one quantity, in few words: from what to what, by whom, where doubted or denied."""

import math
from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd

from helpers.figures.units import plural_unit
from helpers.reports.answers.figures import DOUBTED, group_anchor
from helpers.reports.answers.words import count, listed
from helpers.reports.escape import prose
from helpers.reports.show import link

VERDICT_ORDER = {"conflicts": 0, "compatible": 1, "agrees": 2}


class Telling(NamedTuple):
    """What is said of one figure beside others."""

    text: str
    unit: str
    value: float
    low: float
    high: float
    source: str

    @property
    def bounds(self) -> tuple[float, float, float]:
        """What makes two tellings the same."""
        return self.value, self.low, self.high


def with_source(figures: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """Figures with their source, in the order of their value."""
    source = documents.set_index("document").source
    values = [_value(*row) for row in zip(figures.low, figures.best, figures.high, strict=True)]
    known = figures.assign(source=figures.document.map(source), value=values)
    known = known.assign(low=known.low.fillna(-math.inf), high=known.high.fillna(math.inf))
    return known.sort_values(["value", "low", "high"], kind="stable")


def _value(low: float, best: float, high: float) -> float:
    """Where a figure stands among others: its value, or between the bounds of a vague one."""
    ends = [end for end in (low, high) if math.isfinite(end)]
    if not math.isnan(best) or not ends:
        return best
    return math.sqrt(ends[0] * ends[-1]) if min(ends) > 0 else sum(ends) / len(ends)


def printed(row: Telling) -> str:
    """A figure as its text prints it, with its unit, in lower case where it began a sentence."""
    text = row.text[:1].lower() + row.text[1:] if row.text[1:2].islower() else row.text
    return f"{text} {plural_unit(row.unit)}" if row.unit and row.unit != "percent" else text


def from_to(rows: pd.DataFrame, *, by: bool = False) -> str:
    """The smallest and the largest telling of a quantity, one alone where all tell the same.

    rows: figures of one quantity as `with_source` gives them, at least one; by: name who tells each.
    """
    tellings = _tellings(rows)
    first, last = tellings[0], tellings[-1]
    ends = [first] if first.bounds == last.bounds else [first, last]
    alike = [[telling for telling in tellings if telling.bounds == end.bounds] for end in ends]
    told = [f"{_shortest(same)}{f' ({_tellers(same)})' if by else ''}" for same in alike]
    if first.value == last.value:  # they differ in the modifier only: "some 400", "more than 400"
        return " or ".join(told)
    return ("from " if by else "") + " to ".join(told)


def _tellings(rows: pd.DataFrame) -> list[Telling]:
    cells = zip(*(rows[name].tolist() for name in Telling._fields), strict=True)
    return [Telling(*values) for values in cells]


def _shortest(alike: list[Telling]) -> str:
    """The shortest printing of a telling, figures before words."""
    return min(map(printed, alike), key=lambda text: (not any(map(str.isdigit, text)), len(text)))


def _tellers(*alike: list[Telling]) -> str:
    return listed(list(dict.fromkeys(telling.source for part in alike for telling in part)), most=2)


def doubts(rows: pd.DataFrame) -> str:
    """Say which figure of a quantity is doubted or denied, and in which source; empty if none is.

    The figure is left out where the quantity is told by one figure only.
    """
    one = len({telling.bounds for telling in _tellings(rows)}) == 1
    return "".join(_doubted(rows[rows.stance == stance], stance, one) for stance in DOUBTED)


def _doubted(rows: pd.DataFrame, stance: str, one: bool) -> str:
    told: dict[tuple, list[Telling]] = {}
    for telling in _tellings(rows):
        told.setdefault(telling.bounds, []).append(telling)
    if not told:
        return ""
    if one:
        return f"; {stance} in {_tellers(*told.values())}"
    return f"; {stance}: {', '.join(f'{_shortest(alike)} in {_tellers(alike)}' for alike in told.values())}"


def ranked(groups: pd.DataFrame) -> pd.DataFrame:
    """Quantities, those in conflict first, then those told by most sources."""
    order = groups.verdict.map(VERDICT_ORDER).fillna(3)
    keyed = groups.assign(order=order).sort_values(
        ["order", "n_sources", "n_figures"], ascending=[True, False, False], kind="stable"
    )
    return keyed.drop(columns="order")


def quantity_line(group: object, rows: pd.DataFrame) -> str:
    """One quantity as a line of HTML: its label as a link, from what to what, by whom or by how many, doubts."""
    if group.verdict == "conflicts":
        told = from_to(rows, by=True)
    else:
        sources = count(group.n_sources, "source")
        alike = f"told alike by {sources}" if group.verdict == "agrees" else f"{sources}, compatible"
        told = f"{from_to(rows)}, {alike}"
    return f"{quantity_link(group)}: {prose(told + doubts(rows))}"


def quantity_link(group: object) -> str:
    """A quantity's label as a link to its lines on the figures page."""
    return link(group.label, f"04_figures#{group_anchor(group.group)}").html


def stacked(lines: Sequence[str]) -> str:
    """Lines of HTML one below the other."""
    if len(lines) < 2:
        return "".join(lines)
    return f'<ul class="plain">{"".join(f"<li>{line}</li>" for line in lines)}</ul>'
