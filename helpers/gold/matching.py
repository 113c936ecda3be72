"""What counts as the same: one-to-one pairs of overlapping rows, F1, shared words, values within one per cent."""

import math
import re
from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd

WORD = re.compile(r"\w+")
EMPTY_WORDS = frozenset(("the", "a", "an", "of", "and", "s", "some"))
TOLERANCE = 0.01  # a value within one per cent of the coded one is the same value


class Disagreement(NamedTuple):
    """One place where a build and the hand coding differ."""

    document: str
    place: str
    what: str
    text: str
    gold: str
    build: str


class Scored(NamedTuple):
    """Measures of one table against its hand coding, and every place where the two differ."""

    measures: dict
    disagreements: list[Disagreement]


def overlap(a: tuple[int, int], b: tuple[int, int]) -> int:
    """Characters that two spans share.

    >>> overlap((0, 5), (3, 9)), overlap((0, 5), (5, 9))
    (2, 0)
    """
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def overlaps_any(span: tuple[int, int], others: Sequence[tuple[int, int]]) -> bool:
    """Whether a span shares a character with any of the others."""
    return any(overlap(span, other) for other in others)


def pair_up(gold: Sequence[tuple[int, int]], found: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """One-to-one pairs (index of gold, index of found) by overlap, largest first.

    >>> pair_up([(0, 10), (20, 30)], [(0, 4), (2, 10), (25, 26)])
    [(0, 1), (1, 2)]
    """
    sizes = ((overlap(g, f), i, j) for i, g in enumerate(gold) for j, f in enumerate(found))
    taken_gold, taken_found, pairs = set(), set(), []
    for size, i, j in sorted((x for x in sizes if x[0]), reverse=True):
        if size and i not in taken_gold and j not in taken_found:
            taken_gold.add(i)
            taken_found.add(j)
            pairs.append((i, j))
    return pairs


def f1(n_both: float, n_found: float, n_gold: float) -> dict[str, float]:
    """F1, precision and recall to three decimals, and how many were coded.

    >>> f1(8, 10, 16)
    {'f1': 0.615, 'p': 0.8, 'r': 0.5, 'n': 16}
    """
    precision, recall = n_both / n_found if n_found else 0.0, n_both / n_gold if n_gold else 0.0
    both = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {"f1": round(both, 3), "p": round(precision, 3), "r": round(recall, 3), "n": n_gold}


def content_words(text: object) -> set[str]:
    """Lower-cased words of a name or noun phrase, without articles and the like.

    >>> sorted(content_words("the Mayor of Varn"))
    ['mayor', 'varn']
    """
    return {word.lower() for word in WORD.findall(told(text))} - EMPTY_WORDS


def told(value: object) -> str:
    """A cell as text; nothing for an empty one."""
    return "" if value is None or value != value else str(value)


def bound(value: object, default: float) -> float:
    """A bound of an interval as a number; `default` where it is open.

    >>> bound("", -math.inf), bound("inf", 0), bound(4.0, 0)
    (-inf, inf, 4.0)
    """
    text = told(value).strip().lower()
    return default if text in ("", "none", "nan") else float(text)


def close(a: float, b: float) -> bool:
    """Whether two bounds are the same within one per cent."""
    return a == b or (math.isfinite(a) and math.isfinite(b) and abs(a - b) <= TOLERANCE * max(1.0, abs(a)))


def spans_of(rows: Sequence[dict]) -> list[tuple[int, int]]:
    """(start, end) of each row."""
    return [(int(float(row["start"])), int(float(row["end"]))) for row in rows]


def is_on(value: object) -> bool:
    """Whether a cell of 0 and 1 is 1.

    >>> is_on("1"), is_on(0), is_on("")
    (True, False, False)
    """
    return told(value).lower() in ("1", "1.0", "true", "yes")


def by_document(table: pd.DataFrame | None) -> dict[str, list[dict]]:
    """The rows of a table as dicts, by document."""
    if table is None or table.empty:
        return {}
    return {str(name): rows.to_dict("records") for name, rows in table.groupby("document", sort=False)}
