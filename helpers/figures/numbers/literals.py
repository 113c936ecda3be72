"""Read the digits of a numeral: separators of thousands, decimal marks, written fractions."""

import re

from helpers.figures.numbers.lexer import Stream
from helpers.figures.numbers.words import GLYPHS

SPACES = frozenset((" ", "\u00a0", "\u2009", "\u202f"))
BOTTOMS = frozenset((2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 20, 32, 50, 64, 100))  # 9/11 and 4/20 are no fractions
THREE_DIGITS = re.compile(r"\d{3}(?:\.\d+)?")
THOUSANDS_BY_DOT = re.compile(r"\d{1,3}\.000")
BEFORE_SPACED_GROUP = re.compile(r"\d{1,3}")
DECIMAL_COMMA = re.compile(r"\d+,\d{1,2}")


def literal(text: str, thousands_by_dot: bool = False) -> float:
    """Value of digits with their separators.

    >>> literal("1,674,200.5"), literal("12,34,567"), literal("1.674.200"), literal("1,5"), literal("4'000")
    (1674200.5, 1234567.0, 1674200.0, 1.5, 4000.0)
    """
    text = text.replace("'", "").replace("’", "")
    if text.count(".") > 1 or (thousands_by_dot and THOUSANDS_BY_DOT.fullmatch(text)):
        return float(text.replace(".", "").replace(",", "."))
    if DECIMAL_COMMA.fullmatch(text):
        return float(text.replace(",", "."))
    return float(text.replace(",", ""))


def _spaced_groups(stream: Stream, first: int) -> int:
    """Index after the groups of three digits that belong to the digits at `first`: 1 234 567."""
    last = first + 1
    if not BEFORE_SPACED_GROUP.fullmatch(stream.at(first).text):
        return last
    while stream.gap(last) in SPACES and stream.kind(last) == "digits" and THREE_DIGITS.fullmatch(stream.at(last).text):
        last += 1
    if stream.kind(last) == "digits" and stream.gap(last) == " ":  # a row of numbers, not one
        return first + 1
    return last


def read_digits(stream: Stream, first: int, spaced: bool) -> tuple[float, int]:
    """Value and end of the digits at `first`, groups parted by a space included where `spaced` allows it."""
    last = _spaced_groups(stream, first) if spaced else first + 1
    if last > first + 1:
        return float("".join(stream.at(index).text for index in range(first, last))), last
    by_dot = stream.kind(last) == "word" and stream.gap(last) != ""
    return literal(stream.at(first).text, by_dot), last


def written_fraction(stream: Stream, first: int) -> tuple[float, int] | None:
    """Value and end of ¾ or 3/4 at `first`; None where none stands there."""
    if stream.kind(first) == "fraction":
        return GLYPHS[stream.at(first).text], first + 1
    tight = stream.tight(first + 1) and stream.tight(first + 2)
    if not (tight and stream.low(first + 1) == "/" and stream.kind(first) == stream.kind(first + 2) == "digits"):
        return None
    top, bottom = stream.at(first).text, stream.at(first + 2).text
    if not (top.isdecimal() and bottom.isdecimal() and len(top) < 3 and 1 < int(bottom) <= 100):
        return None
    if (
        int(top) >= int(bottom)
        or int(bottom) not in BOTTOMS
        or (stream.low(first + 3) == "/"
        and stream.tight(first + 3))
    ):
        return None
    return None if _is_day(stream, first, int(bottom)) else (int(top) / int(bottom), first + 3)


def _is_day(stream: Stream, first: int, bottom: int) -> bool:
    """ "the 4/20 march", "on 6/16": a day told as month and day, not "the 3/4 mark" or "1/16 of it"."""
    before = stream.low(first - 1) in ("on", "since", "post", "pre", "the", "a", "-")
    named = before and bottom in (5, 6, 7, 9, 10, 12, 16, 20)
    return named and stream.kind(first + 3) == "word" and stream.low(first + 3) not in ("of", "in", "share", "majority")
