"""Find every number of a text and say what it is worth or why it is no figure."""

from math import inf
from typing import NamedTuple

from helpers.figures.numbers import decoys
from helpers.figures.numbers.dates import read_date
from helpers.figures.numbers.lexer import NUMERIC, Stream
from helpers.figures.numbers.modifiers import Hedge, read_hedges
from helpers.figures.numbers.ranges import Quantity, read_quantity
from helpers.figures.numbers.units import unit_after, unit_before

KINDS = {"duration": "duration", "": "number"}
SKIPPED = frozenset("quarter quarters scores halves thirds fourths fifths sixths sevenths eighths ninths tenths handful tens "
                    "hundreds thousands".split())  # fmt: skip
PERCENT_WORDS = frozenset(("percent", "percentage point"))
SHARES = frozenset(("part", "odds"))


class Number(NamedTuple):
    """One number of a text, a figure or not.

    start, end: the numeral with its modifiers and a currency sign before it, without a unit after it, per cent excepted.
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


def find_numbers(text: str, convention: str = "plain") -> list[Number]:
    """Find all numbers of `text`, each with its worth or the reason why it is no figure.

    convention: "plain" reads vague words as English readers do (dozens 24–99), "acled" as the conflict trackers' lowest
    count (dozens 12).
    Returns Numbers in order of the text, none overlapping another; every number-like token stands in exactly one.
    Raises ValueError for an unknown convention.
    Source: words and bounds in data/lexicons (vague_words, modifiers, units, number_context, number_idioms).

    >>> [(n.text, n.low, n.high, n.op, n.unit) for n in find_numbers("some 80 per cent of over 300 homes")]
    [('some 80 per cent', 72.0, 88.0, '~', 'percent'), ('over 300', 300.0, inf, '>', '')]
    >>> [(n.text, n.reason) for n in find_numbers("On 5 May a T-4 left Gate 12.")]
    [('5 May', 'date'), ('T-4', 'name'), ('12', 'reference')]
    """
    if convention not in ("plain", "acled"):
        raise ValueError(f"unknown convention: {convention}")
    stream, found, floor, index = Stream(text), [], 0, 0
    while index < stream.size:
        if stream.tokens[index].kind not in NUMERIC:
            index += 1
            continue
        number, last = _read(stream, index, floor, convention, found)
        if number:
            found.append(number)
            floor = last
        index = max(last, index + 1)
    return _merge_bounds(text, found)


def count_number_like(text: str) -> list[tuple[int, int]]:
    """Spans of the tokens that are numbers by their look alone: digits, number words, single and double.

    >>> count_number_like("Two of the 30 came first.")
    [(0, 3), (11, 13), (19, 24)]
    """
    stream = Stream(text)
    return [(token.start, token.end) for token in stream.tokens
            if token.kind in NUMERIC - {"roman", "ago"} and token.low not in SKIPPED]  # fmt: skip


def _plain(stream: Stream, first: int, last: int, reason: str, kind: str = "") -> Number:
    start, end = stream.at(first).start, stream.at(last - 1).end
    return Number(start, end, stream.text[start:end], None, None, None, "=", "", kind or reason, start, end, end, end, (), reason)


def _read(stream: Stream, index: int, floor: int, convention: str, found: list[Number]) -> tuple[Number | None, int]:
    """The number at token `index` and the token after all it takes; (None, 0) if the token is no number here."""
    kind = stream.tokens[index].kind
    if kind in ("phone", "time"):
        return _plain(stream, index, index + 1, "time" if kind == "time" else "reference"), index + 1
    if kind in ("roman", "ago"):
        return _roman(stream, index) if kind == "roman" else _ago(stream, index, floor)
    early = _early_reason(stream, index, floor)
    if early:
        first, last, reason = early
        return _plain(stream, max(first, floor), last, reason), last
    return _quantity(stream, index, floor, convention, found)


def _roman(stream: Stream, index: int) -> tuple[Number | None, int]:
    before = stream.at(index - 1)
    named = before.kind == "word" and before.text[0].isupper() and len(before.text) > 1
    single = len(stream.at(index).text) == 1
    if named and (not single or before.low in ("war", "chapter", "part", "phase", "title", "article", "volume", "act", "type")):
        return _plain(stream, index, index + 1, "name"), index + 1
    return None, 0


def _ago(stream: Stream, index: int, floor: int) -> tuple[Number | None, int]:
    """ "a year ago" is a date told by one; other times before "ago" have their own number."""
    if index - 2 >= floor and stream.low(index - 2) in ("a", "an") and unit_after(stream, index - 1, False).kind == "duration":
        return _plain(stream, index - 2, index + 1, "date"), index + 1
    return None, 0


def _early_reason(stream: Stream, index: int, floor: int) -> tuple[int, int, str] | None:
    """What the token itself and its neighbours decide before any value is read: dates, codes, list markers, names."""
    if stream.kind(index) == "number":
        return (index, index + 1, "name") if decoys.capital_word(stream, index) else None
    marker = decoys.list_marker(stream, index)
    if marker:
        return index, marker, "list"
    money = unit_before(stream, index, floor).name
    date = None if money or _measured(stream, index) else read_date(stream, index, floor)
    if date:
        return (*date, "date")
    name = None if money or _measured(stream, index) else decoys.glued_name(stream, index)
    return (*name, "name") if name and not _ordinal_or_power(stream, index) else None


def _measured(stream: Stream, index: int) -> bool:
    """Does a unit follow the digits, glued or by a hyphen, so that they are no part of a name?"""
    left = stream.tight(index) and (stream.kind(index - 1) == "word" or stream.low(index - 1) in "-/" and stream.tight(index - 1)
                                    and stream.kind(index - 2) == "word")  # fmt: skip
    unit = unit_after(stream, index + 1, True)
    return bool(unit.name) and not left and (stream.tight(index + 1) or unit.kind == "percent")


def _ordinal_or_power(stream: Stream, index: int) -> bool:
    from helpers.figures.numbers.numerals import read_ordinal, suffix_power

    if stream.tight(index) and stream.kind(index - 1) == "word":
        return False
    hyphened = stream.low(index + 1) in "-‐‑–" and stream.low(index + 1) != ""
    before = stream.tight(index) and stream.low(index - 1) in "-/" and stream.tight(index - 1) and stream.kind(index - 2) == "word"
    if before:
        return False
    power = suffix_power(stream, index + 1, False) or read_ordinal(stream, index) > index
    return bool(power) or (hyphened and stream.tight(index + 1)) or not stream.tight(index + 1)


def _quantity(stream: Stream, index: int, floor: int, convention: str, found: list[Number]) -> tuple[Number | None, int]:
    spaced = not (stream.kind(index - 1) == "word" and stream.low(index - 1) in decoys.words_of("reference"))
    quantity = read_quantity(stream, index, floor, convention, spaced)
    if quantity.shape == "ordinal":
        return _plain(stream, quantity.first, quantity.last, "ordinal"), quantity.last
    if quantity.shape == "loose":
        if stream.low(index) in SKIPPED:
            return None, 0
        return _plain(stream, index, index + 1, "idiom"), index + 1
    pair = decoys.uneven_pair(stream, quantity) if not quantity.link and not quantity.unit.name else 0
    if pair:
        return _plain(stream, quantity.first, pair, "reference", "score"), pair
    hedge = read_hedges(stream, quantity.first, quantity.last, quantity.after, floor)
    idiom = decoys.idiom_at(stream, index, floor)
    if idiom and hedge.op == "=" and idiom[1] >= quantity.last:
        first, last, reason = idiom
        return _plain(stream, min(first, quantity.first), last, reason), last
    reason = _reason(stream, quantity, hedge, found)
    number = _number(stream, quantity, hedge, reason)
    return number, max(quantity.after, hedge.last, decoys.tail_of(stream, quantity, reason) if reason else 0)


def _reason(stream: Stream, quantity: Quantity, hedge: Hedge, found: list[Number]) -> str:
    if quantity.ends == (1.0,) and stream.low(quantity.first) == "one" and quantity.shape == "cardinal":
        return decoys.after_reason(stream, quantity, hedge) or ("" if decoys.one_counts(stream, quantity, hedge) else "idiom")
    if _continues(stream, quantity, found):
        return found[-1].reason
    if quantity.link == "dash":
        reason = decoys.pair_reason(stream, quantity)
        if reason:
            return reason
    if quantity.shape == "cardinal" and hedge.op == "=" and not hedge.particles:
        reason = decoys.reference_before(stream, quantity)
        if reason:
            return reason
    return decoys.after_reason(stream, quantity, hedge)


def _continues(stream: Stream, quantity: Quantity, found: list[Number]) -> bool:
    """ "Articles 5 and 6", "one of nine": a number that shares the reason of the one before."""
    if not found or quantity.unit.name or quantity.op != "=":
        return False
    between = stream.text[found[-1].end : stream.at(quantity.first).start].strip().lower()
    if found[-1].reason == "idiom" and found[-1].text.lower() == "one":
        return between == "of"
    linked = between in ("and", "or", ",", "to", ", and", "-", "&")
    return found[-1].reason in ("reference", "name") and linked and not decoys.counted_noun(stream, quantity.after) and quantity.plain


def _number(stream: Stream, quantity: Quantity, hedge: Hedge, reason: str) -> Number:
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
    start, end = stream.at(hedge.first).start, stream.at(last - 1).end
    inner = quantity.unit if quantity.unit.name else None
    unit_start, unit_end = (stream.at(inner.first).start, stream.at(inner.last - 1).end) if inner else (end, end)
    first = inner.last if inner and inner.first == quantity.first and inner.last < quantity.last else quantity.first
    numeral = stream.at(first).start, stream.at(quantity.last - 1).end
    return Number(start, end, stream.text[start:end], low, best, high, op, unit, kind, *numeral, unit_start, unit_end,
                  hedge.particles, reason)  # fmt: skip


def _bounds(quantity: Quantity, hedge: Hedge) -> tuple[float | None, float | None, float, str]:
    low, best, high, op = quantity.low, quantity.best, quantity.high, quantity.op
    if op in ("vague", "[]"):
        return low, best, high, op
    if hedge.op in (">", ">="):
        return low, best, inf, hedge.op
    if hedge.op in ("<", "<="):
        return (0.0 if "within" in hedge.particles else None), best, high, hedge.op
    return _tidy(low * hedge.low_factor), best, _tidy(high * hedge.high_factor), hedge.op


def _tidy(value: float) -> float:
    return round(value, 9)


def _tells_share(stream: Stream, quantity: Quantity, hedge: Hedge) -> bool:
    if quantity.shape == "odds" or hedge.particles:
        return True
    return stream.kind(quantity.after) == "word" or stream.low(quantity.first - 1) == "by"


def _tells_age(stream: Stream, quantity: Quantity) -> bool:
    after = quantity.after
    old = stream.low(after) in decoys.OLD or (stream.low(after) in "-‐‑" and stream.low(after + 1) in decoys.OLD)
    return old or stream.lows(after, after + 2) == ("of", "age")


def _merge_bounds(text: str, found: list[Number]) -> list[Number]:
    """ "at most 100 and at least 20" is one interval."""
    merged: list[Number] = []
    for number in found:
        pair = _interval(text, merged[-1], number) if merged else None
        if pair:
            merged[-1] = pair
        else:
            merged.append(number)
    return merged


def _interval(text: str, left: Number, right: Number) -> Number | None:
    if left.reason or right.reason or text[left.end : right.start].strip() not in ("and", "but", "and also"):
        return None
    above = left if left.op in (">", ">=") else right
    below = right if above is left else left
    if above.op not in (">", ">=") or below.op not in ("<", "<=") or above.best >= below.best:
        return None
    return left._replace(end=right.end, text=text[left.start : right.end], low=above.best, high=below.best, op="[]",
                         best=(above.best + below.best) / 2, numeral_end=right.numeral_end, unit=left.unit or right.unit,
                         unit_start=right.unit_start, unit_end=right.unit_end,
                         particles=left.particles + right.particles)  # fmt: skip
