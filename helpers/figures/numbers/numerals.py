"""Read one numeral, in digits, words or both, and what it is worth."""

from math import inf
from typing import NamedTuple

from helpers.figures.numbers.context import is_plural
from helpers.figures.numbers.lexer import HYPHENS, Stream, end_of_range
from helpers.figures.numbers.literals import read_digits, written_fraction
from helpers.figures.numbers.words import (
    GROUPS,
    ORDINALS,
    PART_PLURALS,
    PARTS,
    PLURALS,
    SCALES,
    SMALL,
    SUFFIXES,
    TEENS,
    TENS,
    UNITS,
    ZEROS,
)
from helpers.figures.words import word_set

LARGEST = 1e21  # powers are no longer multiplied beyond it
HYPHENED = frozenset((("-", "and", "-", "a", "-", "half"), ("‑", "and", "‑", "a", "‑", "half")))
STATES = word_set(
    "stranded homeless jobless dead displaced hungry unemployed hit without voted signed infected affected"
)
CAPACITY = word_set("teu feu bpd bopd boe mwh dwt")
PAYING = word_set("cost costs paid pays pay spent spends spend worth raised fined owes owed")
SIZES = word_set("away long tall high wide deep across")


class Numeral(NamedTuple):
    """A bare numeral: tokens `first` to `last` (exclusive), its worth, and how it was written."""

    first: int
    last: int
    value: float
    shape: str  # cardinal, part (a fraction below one), mixed, ordinal
    scale: float  # the power word it ends with, 1 without one
    plain: bool  # only digits, at most one decimal point


def _joint(stream: Stream, index: int, state: str) -> int:
    """Skip the hyphen or the "and" inside a numeral; returns `index` itself where neither may be skipped."""
    low = stream.low(index)
    if low in HYPHENS and state in ("tens", "unit", "teen", "digits"):
        follower = stream.low(index + 1)
        if state == "tens" and (follower in UNITS or follower in ORDINALS):
            return index + 1
        if follower in GROUPS and stream.tight(index + 1):
            return index + 1
    if low == "and" and state in ("hundred", "scale"):
        follower = stream.low(index + 1)
        if follower in SMALL and stream.low(index + 2) in PART_PLURALS:
            return index
        if follower in SMALL or (state == "hundred" and stream.at(index + 1).text.isdecimal()):
            return index + 1
    return index


def _decimals(stream: Stream, index: int) -> tuple[float, int] | None:
    """Value and end of "point nought three" at `index`."""
    printed, last = "", index + 1
    while stream.low(last) in SMALL and len(printed) < 12:
        printed += str(SMALL[stream.low(last)])
        last += 1
    return (float("0." + printed), last) if printed else None


class _Sum:
    """A cardinal under way: finished powers, what is below the next power, and the word class read last."""

    def __init__(self):
        self.total, self.current, self.part, self.limit, self.scale, self.state = 0.0, 0.0, 0.0, inf, 1.0, ""

    def small(self, value: float, state: str) -> bool:
        allowed = {"unit": ("", "tens", "hundred", "scale"), "digits": ("", "hundred")}.get(
            state, ("", "hundred", "scale")
        )
        if self.state not in allowed or (self.state == "tens" and value == 0):
            return False
        self.current += value
        self.part = self.part + value if self.state == "tens" else value
        self.state = state
        return True

    def power(self, value: float) -> bool:
        if self.value > LARGEST:
            return False
        if value <= 100:
            if self.state in ("hundred", "scale"):
                return False
            self.current += (self.part or (0 if self.state else 1)) * value - self.part
            self.state, self.scale = "hundred", value
            return True
        if self.state == "scale" and value >= self.limit > 1:
            self.total, self.limit, self.scale = self.total * value, value, value
            return True
        if value >= self.limit:
            return False
        self.total += (self.current if self.state else 1) * value
        self.current, self.part, self.limit, self.scale, self.state = 0.0, 0.0, value, value, "scale"
        return True

    @property
    def value(self) -> float:
        return self.total + self.current


def _word_class(low: str) -> str:
    return "unit" if low in UNITS or low in ZEROS else "teen" if low in TEENS else "tens" if low in TENS else ""


def _step(stream: Stream, sum_: _Sum, index: int, spaced: bool) -> int:
    """Take the token at `index` into the sum; returns the index after it, `index` where it does not belong."""
    token = stream.at(index)
    if token.kind == "digits":
        value, last = read_digits(stream, index, spaced)
        return last if sum_.small(value, "digits") else index
    low = token.low
    if low in SMALL:
        return index + 1 if sum_.small(SMALL[low], _word_class(low)) else index
    power = GROUPS.get(low) or (PLURALS.get(low) if sum_.state and low != "tens" else None)
    if power and not (token.text.isupper() and len(low) < 3):
        return index + 1 if sum_.power(power) else index
    if low == "point" and sum_.state in ("unit", "teen", "tens"):
        tail = _decimals(stream, index)
        if tail:
            sum_.current += tail[0]
            sum_.part += tail[0]
            sum_.state = "digits"
            return tail[1]
    return index


def read_cardinal(stream: Stream, first: int, spaced: bool = True) -> Numeral | None:
    """Read the longest cardinal at token `first`: "3 hundred and 21", "twenty-five", "1 414 021 100".

    spaced: whether groups of digits may stand apart by a space (not after a month or "Section").
    """
    sum_, last = _Sum(), first
    while True:
        start = _joint(stream, last, sum_.state)
        if start == last > first and stream.gap(start) == "" and stream.kind(start) == "number":
            break
        end = _step(stream, sum_, start, spaced)
        if end == start:
            break
        last = end
    if last == first:
        return None
    plain = last == first + 1 and stream.kind(first) == "digits" and "," not in stream.at(first).text
    return Numeral(first, last, sum_.value, "cardinal", sum_.scale, plain)


def read_ordinal(stream: Stream, first: int) -> int:
    """Index after the ordinal at `first` ("21st", "third", "twenty-first"), `first` where there is none."""
    if stream.kind(first) == "digits":
        glued = stream.tight(first + 1) and stream.low(first + 1) in ("st", "nd", "rd", "th", "sts", "ths")
        return first + 2 if glued else first
    if stream.low(first) in ORDINALS:
        return first + 1
    if stream.low(first) in TENS and stream.low(first + 1) in HYPHENS and stream.low(first + 2) in ORDINALS:
        return first + 3
    cardinal = read_cardinal(stream, first)
    if cardinal and cardinal.value >= 100 and stream.low(cardinal.last) in ("and", "-"):
        return cardinal.last + 2 if stream.low(cardinal.last + 1) in ORDINALS else first
    return first


def suffix_power(stream: Stream, index: int, money: bool) -> float:
    """The power a short suffix at `index` stands for (k, m, bn …), 0 if it is none or means a unit instead."""
    token, tight = stream.at(index), stream.tight(index)
    if token.low not in SUFFIXES or token.kind != "word":
        return 0.0
    if stream.tight(index + 1) and stream.kind(index + 1) in ("digits", "number"):
        return 0.0
    if token.low in ("m", "b", "t", "mm", "cr") and not (
        money or (tight and token.text.isupper() and token.low != "t")
    ):
        ends = (index, end_of_range(stream, index)) if token.low in ("m", "b") and tight else ()
        return SUFFIXES[token.low] if any(_counts_people(stream, end) for end in ends) else 0.0
    if token.low == "k" and not tight and stream.kind(index + 1) == "word" and token.text == "K":
        return 0.0
    return SUFFIXES[token.low]


def _paid(stream: Stream, index: int) -> bool:
    """ "the fine cost them 40m": a verb of paying shortly before."""
    return any(stream.low(back) in PAYING for back in range(max(0, index - 4), index - 1))


def _counts_people(stream: Stream, index: int) -> bool:
    """Is "2m" at `index` two million of something rather than two metres: a plural noun or "of" follows close by."""
    low = stream.low(index + 1)
    if stream.kind(index + 1) != "word" or low in SIZES:
        return False
    if low in STATES or low in CAPACITY or _paid(stream, index):
        return True
    return is_plural(low) or (is_plural(stream.low(index + 2)) and stream.kind(index + 2) == "word")


def add_fraction(stream: Stream, numeral: Numeral) -> Numeral:
    """Take in what makes a cardinal a fraction or a mixed number: "-thirds", "and a half", "1/4", "½"."""
    first, last = numeral.first, numeral.last
    whole = numeral.value == int(numeral.value) and numeral.scale == 1
    glyph = written_fraction(stream, last) if whole and stream.kind(last) in ("fraction", "digits") else None
    if glyph and "\n" not in stream.gap(last):
        return numeral._replace(last=glyph[1], value=numeral.value + glyph[0], shape="mixed", plain=False)
    part_at = last + 1 if stream.low(last) in HYPHENS else last
    part = PART_PLURALS.get(stream.low(part_at)) or (PARTS.get(stream.low(part_at)) if numeral.value == 1 else None)
    if part and whole and numeral.value < 100:
        value = numeral.value * part
        return Numeral(first, part_at + 1, value, "part" if value < 1 else "mixed", 1.0, False)
    return _and_a_part(stream, numeral)


def _and_a_part(stream: Stream, numeral: Numeral) -> Numeral:
    """ "two and a half", "3 million and a quarter", "six million and two thirds", "three and one fourth"."""
    last = numeral.last
    if stream.lows(last, last + 6) in HYPHENED:  # "five-and-a-half"
        return numeral._replace(last=last + 6, value=numeral.value + 0.5, shape="mixed", plain=False)
    if stream.low(last) != "and":
        return numeral
    top = 1 if stream.low(last + 1) in ("a", "one") else UNITS.get(stream.low(last + 1), 0)
    word = stream.low(last + 2)
    part = (PARTS if top == 1 else PART_PLURALS).get(word)
    closed = stream.kind(last + 3) != "word" or stream.low(last + 3) in SCALES
    if not part or not top or (top == 1 and word not in ("half", "quarter") and not closed):
        return numeral
    if word == "quarter" and stream.low(last + 3) == "final":
        return numeral
    unit = numeral.scale if numeral.scale >= 1000 else 1.0
    return numeral._replace(last=last + 3, value=numeral.value + top * part * unit, shape="mixed", plain=False)


def add_power(stream: Stream, numeral: Numeral, money: bool) -> Numeral:
    """Take in a power after digits or a mixed number: "2.5m", "3bn", "two and a half million", "¾ million"."""
    last = numeral.last
    if numeral.scale == 1 and stream.low(last) in SCALES:
        power = SCALES[stream.low(last)]
    else:
        digits = stream.kind(last - 1) in ("digits", "fraction")
        power = suffix_power(stream, last, money) if digits and "\n" not in stream.gap(last) else 0.0
    if not power:
        return numeral
    return numeral._replace(last=last + 1, value=numeral.value * power, scale=power, shape="cardinal", plain=False)
