"""What a number token and its neighbours decide before any value is read: dates, codes, list markers, names."""

from helpers.figures.numbers import labels
from helpers.figures.numbers.dates import read_date
from helpers.figures.numbers.lexer import Stream
from helpers.figures.numbers.number import Number, no_figure
from helpers.figures.numbers.numerals import read_ordinal, suffix_power
from helpers.figures.numbers.signs import sign_at
from helpers.figures.numbers.units import unit_after, unit_before


def read_roman(stream: Stream, index: int) -> tuple[Number | None, int]:
    """A Roman numeral after a name or after "Chapter", as a row and the token after it; (None, 0) for other letters."""
    before = stream.at(index - 1)
    named = before.kind == "word" and before.text[0].isupper() and len(before.text) > 1
    single = len(stream.at(index).text) == 1
    if named and (
        not single or before.low in ("war", "chapter", "part", "phase", "title", "article", "volume", "act", "type")
    ):
        return no_figure(stream, index, index + 1, "name"), index + 1
    return None, 0


def read_ago(stream: Stream, index: int, floor: int) -> tuple[Number | None, int]:
    """ "a year ago" is a date told by one; other times before "ago" have their own number."""
    if (
        index - 2 >= floor
        and stream.low(index - 2) in ("a", "an")
        and unit_after(stream, index - 1, False).kind == "duration"
    ):
        return no_figure(stream, index - 2, index + 1, "date"), index + 1
    return None, 0


def early_reason(stream: Stream, index: int, floor: int) -> tuple[int, int, str] | None:
    """What the token itself and its neighbours decide before any value is read: dates, codes, list markers, names."""
    sign = sign_at(stream, index)
    if sign and not unit_before(stream, index, floor).name:
        return sign
    if stream.kind(index) == "number":
        return (index, index + 1, "name") if labels.capital_word(stream, index) else None
    marker = labels.list_marker(stream, index)
    if marker:
        return index, marker, "list"
    if unit_before(stream, index, floor).name or _measured(stream, index):
        return None
    date = read_date(stream, index, floor)
    if date:
        return (*date, "date")
    name = labels.glued_name(stream, index)
    return (*name, "name") if name and not _ordinal_or_power(stream, index) else None


def _hyphened(stream: Stream, index: int) -> bool:
    """Does a word joined by a hyphen or slash stand before the digits: "F-16"?"""
    joined = stream.tight(index) and stream.low(index - 1) in "-/" and stream.tight(index - 1)
    return joined and stream.kind(index - 2) == "word"


def _measured(stream: Stream, index: int) -> bool:
    """Does a unit follow the digits, glued or by a hyphen, so that they are no part of a name?"""
    left = stream.tight(index) and (stream.kind(index - 1) == "word" or _hyphened(stream, index))
    unit = unit_after(stream, index + 1, True)
    return bool(unit.name) and not left and (stream.tight(index + 1) or unit.kind == "percent")


def _ordinal_or_power(stream: Stream, index: int) -> bool:
    if stream.tight(index) and stream.kind(index - 1) in ("word", "roman"):
        return False
    hyphened = stream.low(index + 1) in "-‐‑–" and stream.low(index + 1) != ""
    if _hyphened(stream, index):
        return False
    power = suffix_power(stream, index + 1, False) or read_ordinal(stream, index) > index
    return bool(power) or (hyphened and stream.tight(index + 1)) or not stream.tight(index + 1)
