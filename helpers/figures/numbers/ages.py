"""Tell the numbers that are ages of people told without "years" or "old"."""

from helpers.figures.numbers.context import words_of
from helpers.figures.numbers.labels import counted_noun, is_capital
from helpers.figures.numbers.lexer import Stream
from helpers.figures.numbers.ranges import Quantity
from helpers.figures.numbers.words import word_set

FOLLOWERS = word_set("when and at but then or in on last this who now")
OWNERS = word_set("the a an my our his her their your its this that")
ONE_OWNERS = word_set("the a an my our his her their your its this that one another every")
BODIES = word_set("body police troop dead killed death arrest injury casualty marine guard missing injured hurt")
CLAUSE_OPENERS = word_set("and but while that because whose when though as")
APPOSITION = 10  # words between the commas after a name
SAID = word_set("said says say told reported reports claimed claims adds added")
SUBJECT = 7  # words of a subject before "is"


def is_age(stream: Stream, quantity: Quantity) -> bool:
    """Is a bare number an age: "Lund, 56, said", "she was 14 when", "my aunt is 81"?"""
    if stream.low(quantity.first - 1) in ("age", "aged") and quantity.best <= 110:
        return True
    return _in_commas(stream, quantity) or _is_own_age(stream, quantity) or _one_of_years(stream, quantity)


def _one_of_years(stream: Stream, quantity: Quantity) -> bool:
    """ "a boy of fifteen", "the young nurse of 23 who": one person, so many years old; not "a guard of 40 men"."""
    at = quantity.first - 2
    if stream.low(at + 1) != "of" or not 0 < quantity.best <= 110 or stream.low(at) in BODIES:
        return False
    if stream.low(at) not in words_of("person") | words_of("relation") or counted_noun(stream, quantity.after):
        return False
    return any(stream.low(at - back) in ONE_OWNERS for back in (1, 2, 3))


def _person_is(stream: Stream, copula: int) -> bool:
    """Does the clause before "is" open with one person: "my aunt is", "the minister for rivers was"?"""
    if stream.low(copula - 1) == "," and stream.low(copula - 2) in SAID:  # "The toll, a guard said, is 71"
        return False
    for start in range(copula - 2, copula - SUBJECT, -1):
        opened = stream.kind(start - 1) in ("line", "mark") or stream.low(start - 1) in CLAUSE_OPENERS
        if stream.kind(start) != "word":
            return False
        if opened:
            noun = start + (stream.low(start) in OWNERS)
            people = words_of("relation") | words_of("person") | words_of("office")
            nouns = [stream.low(noun), stream.low(noun + 1) if noun + 1 < copula else ""]
            return noun > start and not people.isdisjoint(nouns)
    return False


def _named_is(stream: Stream, copula: int) -> bool:
    """Does "is" follow a person's two names and what commas tell of him: "Ada Holm, a baker from Orrin, is"?"""
    if stream.low(copula - 1) != ",":
        return False
    for at in range(copula - 2, copula - 2 - APPOSITION, -1):
        if stream.low(at) == ",":
            told = (stream.low(word) for word in range(at + 1, copula - 1))
            people = words_of("relation") | words_of("person") | words_of("office")
            named = is_capital(stream, at - 1) and is_capital(stream, at - 2)
            return named and any(word in people or word.endswith(("er", "or", "ist")) for word in told)
        if stream.kind(at) != "word":
            return False
    return False


def _is_own_age(stream: Stream, quantity: Quantity) -> bool:
    """ "she was 14 when", "who is now 27,", "dead at 96"."""
    at, after = quantity.first - 1, quantity.after
    spelt = stream.kind(quantity.first) == "number" and quantity.scale == 1 and quantity.best > 1  # "she's seven"
    if not ((quantity.plain or spelt) and 0 < quantity.best <= 110) or (
        stream.kind(after) == "word" and stream.low(after) not in FOLLOWERS
    ):
        return False
    if stream.lows(at - 1, at + 1) == ("age", "of"):
        return True
    if stream.low(at) == "of" and stream.low(at - 1) in words_of("person") | words_of("relation"):
        return stream.kind(after) != "word"
    if stream.low(at) == "at" and stream.low(at - 1) in ("dead", "died", "dies", "die", "married", "retired", "aged"):
        return True
    if stream.low(at) in ("i'm", "he's", "she's"):
        return True
    if spelt:
        return stream.low(at) in ("is", "was") and stream.low(at - 1) in ("he", "she")
    at -= stream.low(at) in ("now", "just", "only", "about", "already")
    return stream.low(at) in ("is", "was", "am", "turned", "turns") and (
        stream.low(at - 1) in ("he", "she", "i", "who")
        or (is_capital(stream, at - 1) and stream.low(after) in ("when", "now"))
        or _named_is(stream, at)
        or _person_is(stream, at)
    )


def _in_commas(stream: Stream, quantity: Quantity) -> bool:
    """ "Smith, 56, said", "his sister, 8." """
    closed = stream.low(quantity.after) in (",", ".", ")", ";") and stream.low(quantity.first - 1) in (",", "(")
    if not (closed and quantity.plain and 0 < quantity.best <= 110 and quantity.best == int(quantity.best)):
        return False
    named = is_capital(stream, quantity.first - 2) or stream.low(quantity.first - 2) in words_of("relation")
    return named or (
        stream.low(quantity.after) == ","
        and stream.kind(quantity.first - 2) == "word"
        and stream.low(quantity.first - 1) == ","
    )
