"""Read one quantity at a number word or digits: a cardinal, a fraction, a vague word, an ordinal."""

from typing import NamedTuple

from helpers.figures.numbers.context import vague_patterns
from helpers.figures.numbers.lexer import Stream
from helpers.figures.numbers.numerals import (
    Numeral,
    add_fraction,
    add_power,
    read_cardinal,
    read_ordinal,
    written_fraction,
)
from helpers.figures.numbers.patterns import find_pattern
from helpers.figures.numbers.units import unit_after
from helpers.figures.numbers.words import FOLDS, GROUPS, ORDINALS, PART_PLURALS, PARTS
from helpers.figures.words import word_set

NEARLY = word_set("nearly almost about around roughly some over than more less at least barely only just hardly")
LEADING_SCORES = word_set("and killed killing but with that")
LEFT_SO = word_set("were have are dead died killed wounded injured remain")
MEMBERS = 8  # tokens before "a third" in which the other two may stand
ARTICLES = frozenset(("a", "an", "one"))
SINGLE = word_set("was is has does will would could can may might should must")
ANOTHER = word_set("two 2 second another")  # "two were shut and a third was burnt"
QUANTIFIED = word_set("of the their its his her our all were was are is have had do said say a an")
BY_WHICH = word_set("since from to over this last next between after before compared during on for by within at each "
                    "every or and per yesterday today while when but because with nationwide worldwide overnight if "
                    "against every annually across under without through until that which")  # fmt: skip
COMPARED = word_set("more less fewer higher lower as and in")  # "by a third in May", "a third more"
HALVED = word_set("last latter former other better early late lower upper top bottom opening closing same")


class Phrase(NamedTuple):
    """A quantity: tokens `first` to `last` (exclusive), its interval, and how it was told.

    shape: cardinal, part (fraction below one), mixed, vague, fold, ordinal, odds (one in four), pair (a week or two),
    loose (an idiom unless it counts: single, scores, a handful).
    """

    first: int
    last: int
    low: float
    best: float
    high: float
    shape: str
    plain: bool = False
    scale: float = 1.0


def _exact(first: int, last: int, value: float, shape: str, plain: bool = False, scale: float = 1.0) -> Phrase:
    value = round(value, 12) if abs(value) < 1e3 else round(value, 6)
    return Phrase(first, last, value, value, value, shape, plain, scale)


def _vague(stream: Stream, index: int, floor: int, convention: str) -> Phrase | None:
    found = find_pattern(stream, index, floor, vague_patterns())
    if not found:
        return None
    first, last, pattern = found
    cells = pattern.row[:3] if convention == "plain" else pattern.row[3:]
    low, best, high = (float(cell) for cell in cells)
    if stream.low(index) == "scores" and not _really_scores(stream, first, last):
        return None
    if stream.low(index) == "handful" and not _counts_beside(stream, first):
        return None  # as vague as a few
    return Phrase(first, last, low, best, high, "vague")


def _really_scores(stream: Stream, first: int, last: int) -> bool:
    """ "scores of homes", "scores were arrested", not "she scores" or "the test scores"."""
    opens = stream.kind(first - 1) in ("line", "mark") or stream.low(first - 1) in LEADING_SCORES
    counts = stream.low(last) in ("of", "more") or stream.low(last - 1) != "scores"
    return counts or (opens and stream.low(last) in LEFT_SO)


def _counts_beside(stream: Stream, first: int) -> bool:
    """ "12 homes and a handful of shops": counted beside others."""
    before = range(first - MEMBERS // 2, first - 1)
    return stream.low(first - 1) == "and" and any(stream.kind(at) in ("digits", "number") for at in before)


def _article(stream: Stream, index: int, floor: int) -> int:
    """Index of the article before the number word at `index`, `index` itself without one."""
    return index - 1 if index > floor and stream.low(index - 1) in ("a", "an") else index


def _part(stream: Stream, index: int, floor: int) -> Phrase | None:
    """half, a third, quarter million, half a dozen, three quarters of a million: at `index` stands the part's name."""
    low = stream.low(index)
    if low not in PARTS:
        return None
    first, value, last = _article(stream, index, floor), PARTS[low], index + 1
    before = stream.low(index - 2) if stream.low(index - 1) in "-‐‑" else stream.low(index - 1)
    if low == "half" and (before in HALVED or before in ORDINALS):  # "the second-half"
        return None
    if low not in ("half", "quarter") and not _is_share(stream, first, index):
        return None
    scaled = _part_of_scale(stream, first, last, value)
    if scaled:
        return scaled
    if low == "quarter" and first == index and stream.low(last + (stream.low(last) in "-‐‑")) != "century":
        return None
    return _exact(first, last, value, "part")


def _part_of_scale(stream: Stream, first: int, last: int, value: float) -> Phrase | None:
    at = last + (stream.low(last) in ("-", "‐", "‑"))
    at += stream.low(at) == "of"
    at += stream.low(at) in ("a", "an")
    power = GROUPS.get(stream.low(at))
    return _exact(first, at + 1, value * power, "cardinal", False, power) if power else None


def _is_share(stream: Stream, first: int, index: int) -> bool:
    """ "a third of", "a fifth", "cut by a third", "barely a third has", not "a third man", "a third 90-day stay"."""
    after, start = stream.at(index + 1), first
    if first == index or after.kind in ("digits", "number"):
        return False
    while stream.low(start - 1) in NEARLY:
        start -= 1
    if stream.low(start - 1) == "by":
        return after.kind != "word" or after.low in QUANTIFIED | COMPARED | BY_WHICH
    if after.low in SINGLE and (start < first or stream.lows(start - 2, start) == ("of", "which")):
        return True
    if after.low in ("was", "is") and not ANOTHER.isdisjoint(stream.lows(first - MEMBERS, first)):
        return False
    return after.kind != "word" or after.low in QUANTIFIED | COMPARED


def _odds(stream: Stream, phrase: Phrase) -> Phrase:
    """one in four, three out of five: a share told as odds."""
    at = phrase.last
    linked = stream.low(at) == "in" or (stream.low(at) == "out" and stream.low(at + 1) == "of")
    if not linked or phrase.shape != "cardinal":
        return phrase
    at += 1 if stream.low(at) == "in" else 2
    at += stream.low(at) == "every"
    base = read_cardinal(stream, at)
    small = base and 0 < phrase.best < base.value and phrase.best <= 99 and base.value == int(base.value)
    usual = phrase.best == 1 or (small and base.value in (3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 100, 1000))
    if not small or not usual or _is_time(stream.low(base.last)):
        return phrase
    return _exact(phrase.first, base.last, phrase.best / base.value, "odds")


def _is_time(low: str) -> bool:
    return low.rstrip("s") in (
        "day",
        "week",
        "month",
        "year",
        "hour",
        "minute",
        "second",
        "decade",
        "century",
        "million",
        "km",
        "mile",
    )


def _folded(stream: Stream, index: int) -> Phrase | None:
    if stream.low(index) in FOLDS:
        return _exact(index, index + 1, FOLDS[stream.low(index)], "fold")
    return None


def _unit_and_a_half(stream: Stream, index: int, floor: int) -> Phrase | None:
    """ "a year and a half", "a cup and a half": at `index` stands "half"; the unit lies inside."""
    if stream.low(index) not in ("half", "quarter") or stream.lows(index - 2, index) != ("and", "a"):
        return None
    if index - 4 < floor or stream.low(index - 4) not in ARTICLES:
        return None
    if _is_time(stream.low(index - 3)) or unit_after(stream, index - 3, False).kind in ("volume", "weight", "distance"):
        return _exact(index - 4, index + 1, 1 + PARTS[stream.low(index)], "mixed")
    return None


def _one_or_two(stream: Stream, index: int, floor: int) -> Phrase | None:
    """ "a week or two": one to two; at `index` stands "two", the unit lies inside."""
    if stream.low(index) != "two" or stream.low(index - 1) != "or" or index - 3 < floor:
        return None
    if stream.low(index - 3) not in ARTICLES or not unit_after(stream, index - 2, False).name:
        return None
    return Phrase(index - 3, index + 1, 1.0, 1.5, 2.0, "pair")


def read_phrase(
    stream: Stream, index: int, floor: int, convention: str, spaced: bool = True, money: bool = False
) -> Phrase:
    """Read the quantity that the number word, digits or glyph at `index` begins or belongs to.

    floor: the first token that no earlier number has taken; articles before `index` are taken from there on.
    spaced: groups of digits may stand apart by a space. money: a currency stands before, so "m" is a million.
    """
    for read in (_ordinal, _folded_or_glyph):
        phrase = read(stream, index, floor, money)
        if phrase:
            return phrase
    vague = _vague(stream, index, floor, convention) or _unit_and_a_half(stream, index, floor)
    vague = vague or _one_or_two(stream, index, floor)
    if vague:
        return vague
    return (
        _part(stream, index, floor)
        or _counted(stream, index, floor, spaced, money)
        or Phrase(index, index + 1, 0, 0, 0, "loose")
    )


def _folded_or_glyph(stream: Stream, index: int, floor: int, money: bool) -> Phrase | None:
    fraction = written_fraction(stream, index)
    if fraction:
        value, last = fraction
        numeral = add_power(stream, Numeral(index, last, value, "part", 1.0, False), money)
        return _exact(
            index, numeral.last, numeral.value, "part" if numeral.scale == 1 else "cardinal", False, numeral.scale
        )
    return _folded(stream, index)


def _ordinal(stream: Stream, index: int, floor: int, money: bool) -> Phrase | None:
    last = read_ordinal(stream, index)
    if last == index:
        return None
    part = _part(stream, index, floor) if last == index + 1 else None
    return part or _exact(index, last, 0.0, "ordinal")


def _counted(stream: Stream, index: int, floor: int, spaced: bool, money: bool) -> Phrase | None:
    numeral = read_cardinal(stream, index, spaced)
    if numeral is None or stream.low(index) in PART_PLURALS:
        return None
    if stream.low(index) in GROUPS:
        numeral = numeral._replace(first=_article(stream, index, floor))
    numeral = add_fraction(stream, numeral) if numeral.scale == 1 or numeral.scale >= 100 else numeral
    if numeral.shape in ("mixed", "part") and numeral.scale == 1:
        scaled = _part_of_scale(stream, numeral.first, numeral.last, numeral.value)
        if scaled:
            return scaled
    if numeral.scale == 1 and numeral.shape != "part":
        numeral = add_power(stream, numeral, money)
    phrase = _exact(numeral.first, numeral.last, numeral.value, numeral.shape, numeral.plain, numeral.scale)
    return _odds(stream, phrase)
