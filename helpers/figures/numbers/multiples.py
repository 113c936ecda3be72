"""Read "twice" where it multiplies a quantity rather than tells how often."""

from helpers.figures.numbers.context import is_person, words_of
from helpers.figures.numbers.lexer import MULTIPLES, Stream
from helpers.figures.numbers.modifiers import read_hedges
from helpers.figures.numbers.number import Number, as_number
from helpers.figures.numbers.ranges import Quantity
from helpers.figures.numbers.units import Unit
from helpers.figures.words import word_set

UNIT = "times"  # so that a multiple is never held against a count
SIZES = word_set("size number amount rate price cost average level length weight age value width height speed volume "
                 "sum total share figure population area distance capacity budget salary pay power strength risk usual "
                 "normal national quantity")  # fmt: skip
MOMENTS = word_set("same following next first last end night day week month year morning")  # "met twice the same day"
NO_DEGREES = word_set("a an the he she it they we i you his her its their our my part well if though that this")
OF_REACH = 3  # words of a noun phrase before its "of"


def read_multiple(stream: Stream, index: int, floor: int) -> tuple[Number | None, int]:
    """The multiple at `index` and the token after it; (None, 0) where "twice" tells how often.

    "twice as many boats", "nearly twice the rate", not "she sang twice" or "twice the guard of Orrin fired".
    """
    if not (_compares(stream, index) or _multiplies(stream, index)):
        return None, 0
    value = MULTIPLES[stream.low(index)]
    quantity = Quantity(index, index + 1, index + 1, value, value, value, "=", "cardinal", False, 1.0,
                        Unit(UNIT, "", index, index + 1, 1.0), "", (value,))  # fmt: skip
    hedge = read_hedges(stream, index, index + 1, index + 1, floor)
    return as_number(stream, quantity, hedge, ""), index + 1


def _compares(stream: Stream, index: int) -> bool:
    """ "twice as many", "twice as likely", not "twice as a boy"."""
    degree = stream.low(index + 2)
    return stream.low(index + 1) == "as" and stream.kind(index + 2) == "word" and degree not in NO_DEGREES


def _multiplies(stream: Stream, index: int) -> bool:
    """Whether a size or "the … of" follows in mid-sentence: "twice the rate", "twice the yield of the old mill"."""
    if stream.low(index + 1) not in ("the", "that", "its", "their") or stream.kind(index - 1) != "word":
        return False
    noun = stream.low(index + 2)
    if noun in SIZES or stream.low(index + 1) == "that":
        return noun in SIZES or noun == "of"
    if noun in MOMENTS or is_person(noun) or noun in words_of("office"):
        return False
    return any(stream.low(at) == "of" for at in range(index + 3, index + 3 + OF_REACH))
