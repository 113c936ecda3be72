"""Find the unit beside a numeral: percent, money, length, time …"""

import re
from functools import lru_cache
from typing import NamedTuple

from helpers.figures.numbers.lexer import HYPHENS, Stream, cut_form
from helpers.figures.words import word_set
from helpers.tables import read_lexicon

LONGEST = 5  # tokens of a unit: "u . s . dollars" aside, "kilometers per hour", "square km"
FILLING = re.compile(r"[\s.‐‑-]+")
LETTERS = frozenset("aAjJrRsS")
WIDTHS = word_set("thick long wide deep tall high across diameter x by")
MONEY_SIGNS = frozenset("$£€¥₹₽₺₩₪₴₾₼₸฿₫₭៛₱৳؋₮₦₵₲₡₧₿֏")


class Unit(NamedTuple):
    """A unit: canonical name, kind, tokens `first` to `last` (exclusive), and what it multiplies ("120 MEUR")."""

    name: str
    kind: str
    first: int
    last: int
    factor: float


NONE = Unit("", "", 0, 0, 1.0)


class _Entry(NamedTuple):
    unit: str
    kind: str
    factor: float
    glued: bool


def _key(form: str) -> str:
    """A form without spaces, full stops and hyphens, so that "sq. km", "u.s. $" and "sq km" agree."""
    return FILLING.sub("", form)


@lru_cache(maxsize=2)
def _entries(side: str) -> tuple[dict[str, _Entry], dict[str, _Entry]]:
    """Two tables of units for one side of the numeral: cased forms, and the others in lower case."""
    cased: dict[str, _Entry] = {}
    loose: dict[str, _Entry] = {}
    for form, unit, kind, place, glued, case in read_lexicon("units").itertuples(index=False, name=None):
        if place not in (side, "both"):
            continue
        name, _, factor = kind.partition(" ")
        entry = _Entry(unit, name, float(factor or 1), bool(glued))
        (cased if case else loose)[_key(form) if case else _key(form).lower()] = entry
    return cased, loose


@lru_cache(maxsize=2)
def _openers(side: str) -> frozenset[str]:
    """First tokens of the forms after a numeral, or last tokens of those before one: they rule most neighbours out."""
    at = 0 if side == "after" else -1
    forms = (key for table in _entries(side) for key in table)
    whole = read_lexicon("units")["form"]
    return frozenset(token[at].low for token in map(cut_form, (*whole, *forms)) if token)


@lru_cache(maxsize=50_000)
def _look_up(printed: str, side: str) -> _Entry | None:
    cased, loose = _entries(side)
    key = _key(printed)
    return cased.get(key) or loose.get(key.lower())


def unit_before(stream: Stream, index: int, floor: int) -> Unit:
    """The currency that ends right before token `index`: "$", "US$", "EUR", "Rs."."""
    if stream.low(index - 1) not in _openers("before"):
        return NONE
    for first in range(max(floor, index - 4), index):
        if "\n" in stream.text[stream.at(first).start : stream.at(index).start]:
            continue
        printed = stream.text[stream.at(first).start : stream.at(index).start].strip()
        entry = _look_up(printed, "before")
        if entry and _stands_alone(stream, first, index):
            return Unit(entry.unit, entry.kind, first, index, entry.factor)
    return NONE


def _stands_alone(stream: Stream, first: int, index: int) -> bool:
    """A sign may touch its neighbours, a code or word may not touch the word before it."""
    if stream.at(first).text in MONEY_SIGNS:
        return True
    if stream.at(first).text in LETTERS and not stream.tight(first + 1):  # "a $4 fee", but "c $ 1.34"
        return False
    glued = stream.tight(first) and stream.kind(first - 1) in ("word", "digits")
    return not glued and not (stream.low(first) == "s" and stream.at(first).text == "s")


def unit_after(stream: Stream, index: int, glued_digits: bool) -> Unit:
    """The unit that starts at token `index`, a hyphen or an opening bracket skipped: "km", "-year", "per cent", "(kg)".

    glued_digits: the numeral ends in digits, so short forms such as m, t, p may follow without a space.
    """
    first = index
    bracketed = stream.low(first) == "(" and stream.low(first + 2) == ")"
    if bracketed or (stream.low(first) in HYPHENS and stream.kind(first + 1) == "word"):
        first += 1
    if stream.low(first) not in _openers("after") or "\n" in stream.gap(first):
        return NONE
    for last in range(min(first + LONGEST, stream.size), first, -1):
        printed = stream.text[stream.at(first).start : stream.at(last - 1).end]
        if len(printed) > 40 or "\n" in printed or (last - first > 1 and stream.low(last - 1) in ".-"):
            continue
        if stream.kind(last - 1) == "digits" and not stream.tight(last - 1):  # "5 ft 2 in" is no area
            continue
        entry = _look_up(printed, "after")
        if entry and _fits(stream, entry, printed, first, last, glued_digits):
            return Unit(entry.unit, entry.kind, first, last, entry.factor)
    return NONE


def _fits(stream: Stream, entry: _Entry, printed: str, first: int, last: int, glued_digits: bool) -> bool:
    """Short forms ask for digits, and the ones that are also words for a neighbour that shows the unit."""
    if stream.tight(last) and stream.kind(last) in ("word", "digits") and printed[-1] not in "%°":
        return False
    if len(printed) == 1 and printed.isalpha() and printed.isupper() and printed not in ("C", "F"):
        return False
    if printed.lower() == "in":
        return stream.low(last) in WIDTHS
    if not entry.glued or printed.isdigit():
        return True
    if not glued_digits:
        return entry.kind == "percent" or (entry.kind != "money" and len(printed) > 2)
    if printed in ("p", "t", "c", "w", "v", "l", "g"):
        return stream.tight(first)
    if printed in ("C", "F"):
        return not (stream.kind(last) == "word" and stream.at(last).text[0].isupper())
    return True
