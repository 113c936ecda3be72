"""Find every number of a text and say what it is worth or why it is no figure."""

import re

from helpers.figures.numbers import decoys, labels, signs
from helpers.figures.numbers.context import words_of
from helpers.figures.numbers.early import early_reason, read_ago, read_roman
from helpers.figures.numbers.lexer import NO_NUMERALS, NUMERIC, Stream
from helpers.figures.numbers.lists import table_numbers, tell_lists
from helpers.figures.numbers.modifiers import Hedge, read_hedges
from helpers.figures.numbers.multiples import read_multiple
from helpers.figures.numbers.number import Number, as_number, merge_neighbours, no_figure
from helpers.figures.numbers.ones import one_counts
from helpers.figures.numbers.ranges import Quantity, read_quantity
from helpers.figures.numbers.set_phrases import phrase_reason
from helpers.figures.numbers.singles import with_singles
from helpers.figures.numbers.zeros import with_zeros
from helpers.figures.words import word_set

SKIPPED = word_set(
    "quarter quarters scores halves thirds fourths fifths sixths sevenths eighths ninths tenths handful "
    "tens hundreds thousands"
)  # fmt: skip
PAIR = re.compile(r"\d{1,3}[-–]\d{1,3}")  # a score
CONVENTIONS = ("plain", "acled")  # columns of vague_words.csv


def check_convention(name: str) -> None:
    """Raise ValueError for a convention of vague words that there is not, naming those there are."""
    if name not in CONVENTIONS:
        raise ValueError(f"convention {str(name)[:40]!r} is none of: {', '.join(CONVENTIONS)}")


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
    check_convention(convention)
    stream, found, floor, index = Stream(text), [], 0, 0
    tabled = table_numbers(stream)
    while index < stream.size:
        if stream.kind(index) not in NUMERIC:
            index += 1
            continue
        if index in tabled:
            number, last = no_figure(stream, index, index + 1, "list"), index + 1
        else:
            number, last = _read(stream, index, floor, convention, found)
        if number:
            found.append(number)
            floor = last
        index = max(last, index + 1)
    return with_singles(text, with_zeros(text, tell_lists(text, merge_neighbours(text, found))))


def count_number_like(text: str) -> list[tuple[int, int]]:
    """Spans of the tokens that are numbers by their look alone: digits, number words, single and double.

    >>> count_number_like("Two of the 30 came first.")
    [(0, 3), (11, 13), (19, 24)]
    """
    stream = Stream(text)
    return [(token.start, token.end) for token in stream.tokens
            if token.kind in NUMERIC - NO_NUMERALS and token.low not in SKIPPED]  # fmt: skip


def _read(stream: Stream, index: int, floor: int, convention: str, found: list[Number]) -> tuple[Number | None, int]:
    """The number at token `index` and the token after all it takes; (None, 0) if the token is no number here."""
    kind = stream.tokens[index].kind
    if kind in ("phone", "time"):
        return no_figure(stream, index, index + 1, "time" if kind == "time" else "reference"), index + 1
    if kind in ("roman", "ago"):
        return read_roman(stream, index) if kind == "roman" else read_ago(stream, index, floor)
    if kind == "multiple":
        return read_multiple(stream, index, floor)
    early = early_reason(stream, index, floor)
    if early:
        first, last, reason = early
        return no_figure(stream, max(first, floor), last, reason), last
    return _quantity(stream, index, floor, convention, found)


def _quantity(
    stream: Stream, index: int, floor: int, convention: str, found: list[Number]
) -> tuple[Number | None, int]:
    spaced = not (stream.kind(index - 1) == "word" and stream.low(index - 1) in words_of("reference"))
    quantity = read_quantity(stream, index, floor, convention, spaced)
    if quantity.shape == "ordinal":
        return no_figure(stream, quantity.first, quantity.last, "ordinal"), quantity.last
    if quantity.shape == "loose":
        if stream.low(index) in SKIPPED:
            return None, 0
        return no_figure(stream, index, index + 1, "idiom"), index + 1
    pair = decoys.uneven_pair(stream, quantity) if not quantity.link and not quantity.unit.name else 0
    if pair:
        reason = "time" if stream.kind(pair - 1) == "time" else "reference"
        return no_figure(stream, quantity.first, pair, reason, "score"), pair
    hedge = read_hedges(stream, quantity.first, quantity.last, quantity.after, floor)
    idiom = decoys.idiom_at(stream, index, floor)
    counted = stream.lows(index - 1, index + 1) == ("that", "one") and one_counts(stream, quantity, hedge)
    if idiom and hedge.op == "=" and idiom[1] >= quantity.after and not counted:
        first, last, reason = idiom
        return no_figure(stream, min(first, quantity.first), last, reason), last
    reason = _reason(stream, quantity, hedge, found)
    number = as_number(stream, quantity, hedge, reason)
    return number, max(quantity.after, hedge.last, decoys.tail_of(stream, quantity, reason) if reason else 0)


def _reason(stream: Stream, quantity: Quantity, hedge: Hedge, found: list[Number]) -> str:
    if quantity.ends == (1.0,) and stream.low(quantity.first) == "one" and quantity.shape == "cardinal":
        return decoys.after_reason(stream, quantity, hedge) or (
            "" if one_counts(stream, quantity, hedge) else "idiom"
        )
    if _continues(stream, quantity, found):
        return found[-1].reason
    if signs.opens_result(stream, quantity.first) or _second_result(stream, quantity, found):
        return "reference"
    reason = decoys.pair_reason(stream, quantity) if quantity.link == "dash" else phrase_reason(stream, quantity)
    if reason:
        return reason
    bare = hedge.op == "=" and not hedge.particles
    if quantity.shape == "cardinal" and (bare or hedge.particles == ("plus",)):
        reason = labels.reference_before(stream, quantity)
        if reason:
            return reason
    return decoys.after_reason(stream, quantity, hedge)


def _second_result(stream: Stream, quantity: Quantity, found: list[Number]) -> bool:
    """ "Blues 1" after "Reds 4, "; "four (4)", the same number told again in brackets; "7-6 (5)", a tie-break."""
    if not found or not quantity.plain:
        return False
    start = stream.at(quantity.first).start
    if stream.low(quantity.first - 1) == "(" and stream.low(quantity.after) == ")":
        told = found[-1].best == quantity.best if not found[-1].reason else PAIR.fullmatch(found[-1].text) is not None
        return told and start - found[-1].end <= 2
    return found[-1].reason == "reference" and signs.closes_result(stream.text, found[-1].end, start)


def _continues(stream: Stream, quantity: Quantity, found: list[Number]) -> bool:
    """ "Articles 5 and 6", "one of nine": a number that shares the reason of the one before."""
    if not found or quantity.unit.name or quantity.op != "=":
        return False
    between = stream.text[found[-1].end : stream.at(quantity.first).start].strip().lower()
    if found[-1].reason == "idiom" and found[-1].text.lower() == "one":
        ends = stream.kind(quantity.after) != "word"
        return between == "of" or (ends and between in ("of the", "of these", "of those", "of its", "of their"))
    linked = between in ("and", "or", ",", "to", ", and", ", or", "-", "&")
    return (
        found[-1].reason in ("reference", "name")
        and linked
        and not labels.counted_noun(stream, quantity.after)
        and quantity.plain
    )
