"""Read two numerals as one: ranges ("20-30", "from 7 to 10") and compound measures ("5 ft 2 in")."""

from typing import NamedTuple

from helpers.figures.numbers.lexer import NO_NUMERALS, NUMERIC, Stream
from helpers.figures.numbers.phrases import ARTICLES, Phrase, read_phrase
from helpers.figures.numbers.played import are_rivals
from helpers.figures.numbers.units import MONEY_SIGNS, NONE, Unit, unit_after, unit_before
from helpers.figures.words import word_set

DASHES = frozenset("-‐‑–—−~")
MINUSES = frozenset("-‐‑−")
SIGNED = word_set("is was at of to its now between from below and by reached hit")
RANGED = frozenset(("cardinal", "mixed", "part", "vague"))
SUBUNITS = {("money", "cent"): 100, ("money", "penny"): 100, ("distance", "inch"): 12, ("weight", "ounce"): 16}
HEADS = {("money", "cent"): "", ("money", "penny"): "pound", ("distance", "inch"): "foot", ("weight", "ounce"): "pound"}
CHANGES = word_set(
    "rise rises rose risen rising fall falls fell fallen falling grow grows grew grown growing increase increases "
    "increased increasing drop drops dropped dropping climb climbs climbed climbing jump jumps jumped jumping "
    "sink sank sunk swell swelled swollen shrink shrank shrunk decline declined declining raise raised raises "
    "raising cut cuts lower lowered reduce reduced double doubled soar soared plunge plunged slip slipped slide "
    "slid improve improves improved improving boost boosts boosted boosting expand expands expanded expanding extend "
    "extends extended extending decrease decreases decreased decreasing widen widened narrow narrowed hike hiked hikes "
    "slash slashed revise revised recovered dip dips dipped tumble tumbled surge surges surged surging ballooned "
    "lift lifts lifted lengthen lengthened shorten shortened trim trimmed change changes changed shifted "
    "downgrade downgraded upgrade upgraded move moved moves slow slowed accelerate accelerated rocketed bring brought"
)
CHANGE_REACH = 14  # tokens
CLAUSES = word_set(". ; : while as but with when because which who ranging ranged ranges varying vary varied varies "
                   "anything anywhere estimates estimated") | {"\n"}  # fmt: skip


class Quantity(NamedTuple):
    """One or two numerals with their unit: the interval, the link between the two, and all they span in tokens."""

    first: int  # first token, a currency before the numeral included
    last: int  # after the last token of the numeral
    after: int  # after the unit, if it follows
    low: float
    best: float
    high: float
    op: str  # =, [] or vague
    shape: str
    plain: bool
    scale: float
    unit: Unit
    link: str  # dash, word, "" for a single numeral
    ends: tuple[float, ...]


def _ends_in_digits(stream: Stream, phrase: Phrase) -> bool:
    return stream.kind(phrase.last - 1) in ("digits", "fraction") or phrase.scale > 1


def _signed(stream: Stream, index: int, floor: int) -> int:
    """Index of the minus that belongs to the numeral at `index`, `index` itself without one."""
    sign, low = index - 1, stream.low(index - 1)
    if sign < floor:
        return index
    if low in ("minus", "negative"):
        return index if stream.low(sign - 1) == "or" else sign
    if low not in MINUSES or not stream.tight(index):
        return index
    before = stream.at(sign - 1)
    apart = not stream.tight(sign) or before.text in MONEY_SIGNS or before.text in "([:=,;"
    stated = before.kind == "line" or before.low in SIGNED or before.text in MONEY_SIGNS or before.text in "([:=,;"
    return sign if apart and (stated or low == "−") else index


def _past_article(stream: Stream, start: int) -> int:
    """ "half a century", "three quarters of an hour": the unit stands behind "of" and the article."""
    at = start + (stream.low(start) == "of")
    return at + 1 if stream.low(at) in ("a", "an") and unit_after(stream, at + 1, False).name else start


def _with_unit(stream: Stream, index: int, floor: int, convention: str, spaced: bool) -> tuple[Phrase, Unit]:
    sign = _signed(stream, index, floor)
    before = unit_before(stream, sign, floor)
    phrase = read_phrase(stream, index, floor, convention, spaced, money=bool(before.name))
    if sign < index:
        phrase = phrase._replace(first=sign, low=-phrase.low, best=-phrase.best, high=-phrase.high)
    if before.name:
        return phrase, before
    inner = phrase.shape == "pair" or (phrase.shape == "mixed" and stream.low(phrase.last - 3) == "and")
    if inner and stream.low(phrase.first) in ARTICLES:
        return phrase, unit_after(stream, phrase.first + 1, False)  # "a year and a half", "a year or two"
    start = phrase.last
    if phrase.shape == "vague" and stream.low(start) == "of":
        start += 1
    if phrase.shape == "part":
        start = _past_article(stream, start)
    unit = unit_after(stream, start, _ends_in_digits(stream, phrase)) if phrase.shape != "ordinal" else NONE
    return phrase, unit


def _link(stream: Stream, index: int, opened: str) -> tuple[int, str]:
    """Index after what links two numerals at `index`, and which: dash, word; (index, "") where nothing does."""
    low = stream.low(index)
    if low in DASHES:
        if stream.low(index + 1) == "to":
            return index + 2, "word"
        return index + 1, "dash"
    if low == "to" or (low == "and" and opened == "between") or low == "or":
        extra = stream.low(index + 1) in ("even", "maybe", "perhaps", "possibly")
        return index + 1 + extra, "word"
    if low == "," and stream.lows(index + 1, index + 3) == ("if", "not"):
        return index + 3, "word"
    return index, ""


def _opened_by(stream: Stream, first: int) -> str:
    for back in range(first - 1, max(first - 5, -1), -1):
        if stream.low(back) in ("between", "from"):
            return stream.low(back)
        if stream.kind(back) not in ("word",):
            return ""
    return ""


def _changes(stream: Stream, first: int) -> bool:
    """Whether a numeral is where a change starts from: "rose from 64", "up from 64"."""
    if stream.low(first - 1) != "from":
        return False
    if stream.low(first - 2) in ("up", "down"):
        return True
    for back in range(first - 2, first - 2 - CHANGE_REACH, -1):
        if stream.low(back) in CHANGES:
            return True
        if stream.low(back) in CLAUSES or back < 0:
            return False
    return False


def _same_unit(left: Unit, right: Unit) -> bool:
    return not left.name or not right.name or left.name == right.name


def _spread(left: Phrase, right: Phrase) -> Phrase:
    """ "5 to 10 million": the power belongs to both."""
    if right.scale > 1 and left.scale == 1 and left.shape != "vague" and 0 < left.best < right.best / right.scale:
        return left._replace(low=left.low * right.scale, best=left.best * right.scale, high=left.high * right.scale)
    return left


def _joined(stream: Stream, left: Phrase, right: Phrase, link: str, at: int, word: str) -> bool:
    """May these two stand for one interval?"""
    if not (left.shape in RANGED and right.shape in RANGED and left.best < right.best):
        return False
    if (left.shape == "part") != (right.shape == "part"):
        return False
    if link == "dash":
        both = (
            stream.kind(left.last - 1) in ("digits", "word", "mark", "fraction")
            and stream.kind(right.first) == "digits"
        )
        spaced = stream.gap(at) != "" or stream.gap(right.first) != ""
        return (both and (not spaced or stream.low(at) != "—")) or (not spaced and left.shape != "vague")
    if word == "or":
        return right.best <= 2 * left.best + 1 or left.shape == right.shape == "vague" or right.best == 10 * left.best
    return (left.shape == "vague") == (right.shape == "vague")


def read_quantity(stream: Stream, index: int, floor: int, convention: str, spaced: bool) -> Quantity:
    """Read the numeral at `index` with its unit, and a second one where both make a range or a compound measure."""
    left, unit = _with_unit(stream, index, floor, convention, spaced)
    first = min(left.first, unit.first) if unit.name else left.first
    after = max(left.last, unit.last) if unit.name else left.last
    op = {"vague": "vague", "pair": "[]"}.get(left.shape, "=")
    single = Quantity(first, left.last, after, left.low, left.best, left.high, op, left.shape, left.plain, left.scale,
                      unit, "", (left.best,))  # fmt: skip
    if unit.factor != 1:
        single = _times(single, unit.factor)
    return _second(stream, single, left, convention) or _compound(stream, single, convention) or single


def _times(quantity: Quantity, factor: float) -> Quantity:
    low, best, high = (value * factor for value in (quantity.low, quantity.best, quantity.high))
    return quantity._replace(low=low, best=best, high=high, scale=factor, ends=(best,))


def _second(stream: Stream, single: Quantity, left: Phrase, convention: str) -> Quantity | None:
    """The range that the numeral read so far begins, None if it begins none: "rose from 64 to 91" are two figures."""
    if _changes(stream, single.first):
        return None
    for at in dict.fromkeys((single.after, single.last)):
        start, link = _link(stream, at, _opened_by(stream, single.first))
        index = _numeral_at(stream, start)
        if not link or index < 0:
            continue
        right, unit = _with_unit(stream, index, start, convention, True)
        left = _spread(left, right)
        against = unit.kind == single.unit.kind == "percent" and are_rivals(stream, single.first)
        fits = _same_unit(single.unit, unit) and single.shape != "ordinal" and not against
        if fits and _joined(stream, left, right, link, at, stream.low(at)):
            return _range(single, left, right, unit if unit.name else single.unit, unit, link)
    return None


def _numeral_at(stream: Stream, start: int) -> int:
    """Index of the numeral at `start`, a currency or an article skipped; -1 if none stands there."""
    for index in range(start, start + 3):
        if stream.kind(index) in NUMERIC - NO_NUMERALS - {"phone", "date", "time"}:
            return index
        if not (stream.low(index) in ("a", "an") or unit_before(stream, index + 1, start).name):
            return -1
    return -1


def _range(single: Quantity, left: Phrase, right: Phrase, unit: Unit, tail: Unit, link: str) -> Quantity:
    vague = right.shape == "vague"
    after = max(right.last, tail.last) if tail.name else right.last
    return single._replace(last=right.last, after=after, low=left.low, best=(left.best + right.best) / 2,
                           high=right.high, op="vague" if vague else "[]", shape=right.shape,
                           plain=left.plain and right.plain, scale=right.scale, unit=unit, link=link,
                           ends=(left.best, right.best))  # fmt: skip


def _compound(stream: Stream, single: Quantity, convention: str) -> Quantity | None:
    """ "5 ft 2 in", "13 dollars forty-five cents", "15 dollars and 15." as one measure."""
    if single.unit.kind not in ("money", "distance", "weight") or single.op != "=":
        return None
    at = single.after + (stream.low(single.after) in ("and", ",", "-"))
    if stream.kind(at) not in ("digits", "number") or "\n" in stream.gap(at):
        return None
    right = read_phrase(stream, at, at, convention, False)
    unit = unit_after(stream, right.last, True)
    if single.unit.name == "foot" and stream.low(right.last) in ("in", "-") and right.best < 12:
        unit = Unit("inch", "distance", right.last, right.last + (stream.low(right.last) == "in"), 1.0)
    share = SUBUNITS.get((unit.kind, unit.name))
    bare = (
        single.unit.kind == "money" and single.unit.last > single.last and stream.low(at - 1) == "and" and not unit.name
    )
    if bare and right.plain and right.best < 100 and stream.kind(right.last) != "word":
        share, unit = 100, Unit("", "", right.last, right.last, 1.0)
    if (
        not share
        or right.shape != "cardinal"
        or right.best >= share
        or HEADS.get((unit.kind, unit.name)) not in (None, "", single.unit.name)
    ):
        return None
    if single.unit.name == unit.name:
        return None
    value = single.best + right.best / share
    return single._replace(
        last=right.last, after=max(right.last, unit.last), low=value, best=value, high=value, ends=(value,), plain=False
    )
