"""Tell whether "one" counts a person or a thing, or is a pronoun."""

from helpers.figures.numbers.context import is_person, is_plural, words_of
from helpers.figures.numbers.labels import counted_noun
from helpers.figures.numbers.lexer import Stream
from helpers.figures.numbers.modifiers import Hedge
from helpers.figures.numbers.ranges import Quantity
from helpers.figures.words import word_set

HARMED = word_set("died dies killed hurt injured wounded arrested detained missing dead drowned shot perished")
UNCOUNTED = word_set("more other another is was has had can could will would should must may might who that which in "
                     "on at to from by with for as thing day night")  # fmt: skip
AUXILIARIES = word_set("was is has had been later also reportedly found feared")
APPOSITION = 14  # tokens after "one baker" in which "Ada Holm, 34," may stand
REPLACING = word_set("replace replaces replaced replacing than like unlike as resembles")
CARRIERS = word_set("in within for after over during by than of")


def is_numeral(stream: Stream, index: int) -> bool:
    """Do digits or a number word stand at `index`?"""
    return stream.kind(index) in ("digits", "number")


def one_counts(stream: Stream, quantity: Quantity, hedge: Hedge) -> bool:
    """Is "one" a count of persons or a measure rather than a pronoun: "one soldier was killed", "at least one"?"""
    after = stream.low(quantity.after)
    if quantity.unit.name:
        return (
            quantity.unit.name not in ("day", "night", "second", "minute")
            or hedge.op != "="
            or stream.low(quantity.first - 1) in CARRIERS
        )
    if after in ("of", "'s", "another") or stream.kind(quantity.after) != "word":
        return hedge.op != "=" and stream.kind(quantity.after) == "word" and after != "of"
    if after in words_of("casualty") and stream.low(quantity.first - 1) in REPLACING:
        return False  # "to replace one destroyed in the war"
    if hedge.op != "=" or after in words_of("casualty"):
        return True
    if stream.low(quantity.first - 1) in words_of("casualty"):
        return True
    if _subject_harmed(stream, quantity.after):
        return True
    charged = {after, stream.low(quantity.after + 1)} & {"count", "charge"}  # "one count of fraud"
    if _coordinated(stream, quantity) or (charged and stream.low(quantity.first - 1) not in ("the", "that", "this")):
        return True
    person = after in words_of("person") or stream.low(quantity.after + 1) in words_of("person")
    window = range(quantity.first - 8, quantity.after + 9)
    return person and any(stream.low(at) in words_of("casualty") or stream.kind(at) == "digits" for at in window)


def _coordinated(stream: Stream, quantity: Quantity) -> bool:
    """ "11 people and one goat", "one cook and two maids": counted beside others; not "two bakers and one more"."""
    first, noun = quantity.first, quantity.after
    if stream.low(noun) in UNCOUNTED:
        return False
    if stream.low(first - 1) == "and" and is_plural(stream.low(first - 2)):
        return any(is_numeral(stream, at) for at in (first - 3, first - 4))
    return stream.low(noun + 1) == "and" and is_numeral(stream, noun + 2) and counted_noun(stream, noun + 3)


def _subject_harmed(stream: Stream, index: int) -> bool:
    """Is the noun at `index` a person to whom harm comes: "one baker died", "one docker, Jon Holm, 34, was killed"?"""
    if not is_person(stream.low(index)):
        return False
    at = index + 1
    if stream.low(at) == ",":  # what stands between commas is told of the same person
        commas = [other for other in range(at + 1, at + APPOSITION) if stream.low(other) == ","]
        at = next((comma + 1 for comma in commas if _harmed(stream, comma + 1)), at)
    return _harmed(stream, at)


def _harmed(stream: Stream, at: int) -> bool:
    while stream.low(at) in AUXILIARIES:
        at += 1
    return stream.low(at) in HARMED
