"""One of a unit told by its article under a bound: "for more than a year", "nearly a mile"."""

import re
from math import inf

from helpers.figures.numbers.number import Number

UNITS = {name: name for name in ("year", "month", "week", "day", "decade", "century", "hour", "minute", "mile")} | {
    "kilometre": "kilometer", "kilometer": "kilometer",
}  # fmt: skip
# Times that count from an event ("less than a week after"), and what other rules read ("a year and a half").
ARTICLE = re.compile(
    rf" (?P<one>an?) (?P<unit>{'|'.join(UNITS)})(?![\w’'-])"
    r"(?! (?:ago|later|earlier|before|after|since|from (?:now|today|then)|hence|and an?|or two|or more)(?![\w-]))"
)
BOUNDS: dict[str, tuple[str, float | None, float]] = {
    "more than": (">", 1.0, inf), "just over": (">", 1.0, inf), "well over": (">", 1.0, inf),
    "at least": (">=", 1.0, inf), "less than": ("<", None, 1.0), "just under": ("<", None, 1.0),
    "well under": ("<", None, 1.0), "up to": ("<=", None, 1.0), "nearly": ("~", 0.9, 1.0), "almost": ("~", 0.9, 1.0),
    "roughly": ("~", 0.9, 1.1),
}  # fmt: skip
# Bounds that are prepositions as well ("a book about a year at sea") ask for a word that takes a measure.
LOOSE: dict[str, tuple[str, float | None, float]] = {
    "about": ("~", 0.9, 1.1), "around": ("~", 0.9, 1.1), "over": (">", 1.0, inf), "under": ("<", None, 1.0)
}  # fmt: skip
TAKING = re.compile(r"(?:^|\s)(?:for|in|after|took|takes?|taken|last(?:s|ed)?|spent|wait(?:ed)?|every|within|is|was)$")
REACH = 10  # characters before the article that a bound may take
TAKEN = 12  # characters before a loose bound in which the word that takes it stands


def with_singles(text: str, found: list[Number]) -> list[Number]:
    """The numbers of a text together with what is told as one of a unit under a bound, in order.

    found: the Numbers of the text, in order; what overlaps one of them is left to it.

    >>> [(one.text, one.op, one.unit) for one in with_singles("It ran for more than a year.", [])]
    [('more than a', '>', 'year')]
    """
    singles = [single for hit in ARTICLE.finditer(text) if (single := _single(text, hit)) and _free(single, found)]
    return sorted(found + singles) if singles else found


def _free(single: Number, found: list[Number]) -> bool:
    return all(one.end <= single.start or one.start >= single.unit_end for one in found)


def _single(text: str, hit: re.Match) -> Number | None:
    left = text[max(0, hit.start() - REACH) : hit.start()]
    for words, bound in (*BOUNDS.items(), *LOOSE.items()):
        start = hit.start() - len(words)
        if not left.lower().endswith(words) or text[start - 1 : start].isalnum():
            continue
        if words in LOOSE and not TAKING.search(text[max(0, start - TAKEN) : start - 1].lower()):
            continue
        op, low, high = bound
        (one, end), (unit_start, unit_end) = hit.span("one"), hit.span("unit")
        return Number(start, end, text[start:end], low, 1.0, high, op, UNITS[hit["unit"]], _kind(hit["unit"]), one, end,
                      unit_start, unit_end, (words,), "")  # fmt: skip
    return None


def _kind(unit: str) -> str:
    return "distance" if unit in ("mile", "kilometre", "kilometer") else "duration"
