"""The row that one number becomes: its offsets, interval, unit and reason, and what it shares with its neighbour."""

import re
from math import inf
from typing import NamedTuple

from helpers.figures.numbers import decoys
from helpers.figures.numbers.lexer import Stream
from helpers.figures.numbers.modifiers import Hedge
from helpers.figures.numbers.ranges import Quantity
from helpers.figures.numbers.units import MONEY_SIGNS
from helpers.figures.numbers.words import SCALES, SUFFIXES

PERCENT_WORDS = frozenset(("percent", "percentage point"))
POWERS = SCALES | SUFFIXES
POWER = re.compile(r"\d\s?([a-z]{1,8})$", re.I)  # "5 million", "5bn"
SHARES = frozenset(("part", "odds"))
SIGNS = "".join(sorted(MONEY_SIGNS))
OPENING_SIGN = re.compile(rf"(?:[-–]\s)?(?:[A-Z]{{1,3}}\s?[{SIGNS}]?|[{SIGNS}]|Rs\.?)\s?(?=\.?\d)")
LEND_REACH = 240  # characters


class Number(NamedTuple):
    """One number of a text, a figure or not.

    start, end: the numeral with its modifiers and any currency before it, without a unit after it, per cent excepted.
    low, best, high: the interval and its middle; low is None where it is open, high may be inf.
    op: one of = > >= < <= ~ [] vague. unit: canonical singular name or "". kind_hint: money, percent, share, duration …
    reason: "" for a figure, else date, time, ordinal, name, idiom, reference or list.
    """

    start: int
    end: int
    text: str
    low: float | None
    best: float | None
    high: float | None
    op: str
    unit: str
    kind_hint: str
    numeral_start: int
    numeral_end: int
    unit_start: int
    unit_end: int
    particles: tuple[str, ...]
    reason: str

    @property
    def shown(self) -> int:
        """Where the numeral with its modifiers begins, a currency right before it left out as its unit."""
        sign = OPENING_SIGN.match(self.text) if self.kind_hint == "money" else None
        return self.start + sign.end() if sign else self.start


def no_figure(stream: Stream, first: int, last: int, reason: str, kind: str = "") -> Number:
    """The row of a number that is no figure: tokens `first` to `last` (exclusive) and the reason."""
    start, end = stream.at(first).start, stream.at(last - 1).end
    return Number(
        start, end, stream.text[start:end], None, None, None, "=", "", kind or reason, start, end, end, end, (), reason
    )


def as_number(stream: Stream, quantity: Quantity, hedge: Hedge, reason: str) -> Number:
    """The row of a quantity with its modifiers; its offsets follow the rules told in Number."""
    unit, kind = quantity.unit.name, quantity.unit.kind or "number"
    low, best, high, op = _bounds(quantity, hedge)
    if quantity.shape in SHARES and not unit and _tells_share(stream, quantity, hedge):
        unit, kind = "percent", "share"
        low, best, high = (None if value is None else round(value * 100, 10) for value in (low, best, high))
    if kind == "duration" and _tells_age(stream, quantity):
        kind = "age"
    last = hedge.last if not reason else max(hedge.last, decoys.tail_of(stream, quantity, reason))
    if quantity.unit.name in PERCENT_WORDS or quantity.unit.kind == "percent":
        last = max(last, quantity.unit.last)
    start, end = stream.at(_opening(stream, quantity, hedge)).start, stream.at(last - 1).end
    inner = quantity.unit if quantity.unit.name else None
    unit_start, unit_end = (stream.at(inner.first).start, stream.at(inner.last - 1).end) if inner else (end, end)
    first = inner.last if inner and inner.first == quantity.first and inner.last < quantity.last else quantity.first
    numeral = stream.at(first).start, stream.at(quantity.last - 1).end
    return Number(start, end, stream.text[start:end], low, best, high, op, unit, kind, *numeral, unit_start, unit_end,
                  hedge.particles, reason)  # fmt: skip


def _opening(stream: Stream, quantity: Quantity, hedge: Hedge) -> int:
    """The first token of a number with its modifiers; a range takes its "between" or "from" along."""
    ranged = quantity.op == "[]" and quantity.link == "word" and not hedge.particles
    return hedge.first - 1 if ranged and stream.low(hedge.first - 1) in ("between", "from") else hedge.first


def _bounds(quantity: Quantity, hedge: Hedge) -> tuple[float | None, float | None, float, str]:
    low, best, high, op = quantity.low, quantity.best, quantity.high, quantity.op
    if op in ("vague", "[]"):
        return low, best, high, op
    if hedge.op in (">", ">="):
        return low, best, inf, hedge.op
    if hedge.op in ("<", "<="):
        return (0.0 if "within" in hedge.particles else None), best, high, hedge.op
    return _tidy(low * hedge.low_factor), _tidy(best), _tidy(high * hedge.high_factor), hedge.op


def _tidy(value: float) -> float:
    return round(value, 9)


def _tells_share(stream: Stream, quantity: Quantity, hedge: Hedge) -> bool:
    if quantity.shape == "odds" or hedge.particles:
        return True
    closed = stream.low(quantity.after) in ("”", '"', "’", "'") and stream.low(quantity.after + 1) == "of"
    return closed or stream.kind(quantity.after) == "word" or stream.low(quantity.first - 1) == "by"


def _tells_age(stream: Stream, quantity: Quantity) -> bool:
    after = quantity.after
    old = stream.low(after) in decoys.OLD or (stream.low(after) in "-‐‑" and stream.low(after + 1) in decoys.OLD)
    return old or stream.lows(after, after + 2) == ("of", "age")


def merge_neighbours(text: str, found: list[Number]) -> list[Number]:
    """ "at most 100 and at least 20" is one interval."""
    merged: list[Number] = []
    for number in found:
        number = _in_millions(text, merged, number)
        pair = _interval(text, merged[-1], number) if merged else None
        if merged and _shares_unit(text, merged[-1], number):
            merged[-1] = merged[-1]._replace(unit=number.unit, kind_hint=number.kind_hint)
        elif merged and _rises_to(text, merged[-1], number):
            merged[-1] = _to_the_scale(merged[-1], number)
        if pair:
            merged[-1] = pair
        else:
            merged.append(number)
    return merged


def _in_millions(text: str, before: list[Number], number: Number) -> Number:
    """ "losses of 80m crowns … had expected 45m": millions of the same money, not metres."""
    if number.unit != "meter" or number.reason or text[number.numeral_end : number.unit_end] != "m":
        return number
    for last in reversed(before[-4:]):
        if last.kind_hint == "money" and last.text.endswith("m") and number.start - last.end < LEND_REACH:
            values = (number.low, number.best, number.high)
            low, best, high = (None if value is None else value * 1e6 for value in values)
            end = max(number.end, number.unit_end)
            millions = number._replace(end=end, text=text[number.start : end], low=low, best=best, high=high)
            return millions._replace(unit=last.unit, kind_hint="money", numeral_end=end, unit_start=end, unit_end=end)
    return number


def _shares_unit(text: str, left: Number, right: Number) -> bool:
    """ "45 and 50 mg": the unit counts for both."""
    bare = not left.unit and not left.reason and not right.reason and left.kind_hint == "number" and left.op == right.op
    measured = (
        right.unit
        and right.unit_start > right.numeral_start
        and right.kind_hint not in ("duration", "age", "money", "share")
    )
    return bool(bare and measured and text[left.end : right.start].strip() in ("and", "or"))


def _rises_to(text: str, left: Number, right: Number) -> bool:
    """ "rose from 40 to 60 per cent", "from 3 to 5 million": two figures whose unit and power stand once."""
    if left.unit or left.reason or right.reason or left.op != "=" or left.kind_hint != "number":
        return False
    falls = right.unit == "percent" and right.best < left.best <= 100  # "ahead, 44 to 42 percent"
    opened = falls or text[max(0, left.start - 5) : left.start].lower() == "from "
    return opened and text[left.end : right.start] == " to "


def _to_the_scale(left: Number, right: Number) -> Number:
    power = POWER.search(right.text)
    scale = POWERS[power[1].lower()] if power and power[1].lower() in POWERS else 1.0
    alike = scale > 1 and left.text.replace(".", "").isdecimal() and 0.1 < left.best * scale / right.best < 10
    value = left.best * scale if alike else left.best
    after = right.unit_start >= right.numeral_end  # where the unit stands, not before as "£" does
    start, end = (right.unit_start, right.unit_end) if after else (left.unit_start, left.unit_end)
    return left._replace(low=value, best=value, high=value, unit=right.unit, kind_hint=right.kind_hint,
                         unit_start=start, unit_end=end)  # fmt: skip


def _interval(text: str, left: Number, right: Number) -> Number | None:
    if left.reason or right.reason or text[left.end : right.start].strip() not in ("and", "but", "and also"):
        return None
    above = left if left.op in (">", ">=") else right
    below = right if above is left else left
    if above.op not in (">", ">=") or below.op not in ("<", "<=") or above.best >= below.best:
        return None
    return left._replace(end=right.end, text=text[left.start : right.end], low=above.best, high=below.best, op="[]",
                         best=(above.best + below.best) / 2, numeral_end=right.numeral_end,
                         unit=left.unit or right.unit, unit_start=right.unit_start, unit_end=right.unit_end,
                         particles=left.particles + right.particles)  # fmt: skip
