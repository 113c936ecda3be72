"""Tell the numbers that are ages of people told without "years" or "old"."""

from helpers.figures.numbers.context import words_of
from helpers.figures.numbers.labels import counted_noun, is_capital
from helpers.figures.numbers.lexer import Stream
from helpers.figures.numbers.ranges import Quantity
from helpers.figures.words import DETERMINERS, word_set

FOLLOWERS = word_set("when and at but then or in on last this who now")
AGE = ("age", "aged", "ages")
AT_AGE = ("of", "to", "from", "at", "is", "was", "between")
ONE_PERSON = DETERMINERS | word_set("one another every")
BODIES = word_set("body police troop dead killed death arrest injury casualty marine guard missing injured hurt")
CLAUSE_OPENERS = word_set("and but while that because whose when though as")
AGED = word_set("people those adults children patients women men anyone everyone residents persons kids person child "
                "man woman boys girls workers pensioners teenagers passengers drivers adult anybody everybody voters "
                "age aged ages nobody none few")  # fmt: skip
WHOSE = word_set("who you victims") | AGED  # of whom "were over 65" tells an age
APPOSITION = 10  # words between the commas after a name
AGED_AT = word_set("dead died dies die married retired aged school orphaned widowed")  # "left school at nine"
EXTREMES = ("youngest", "oldest", "eldest")
COPULAS = ("is", "are", "was", "were", "be")
THEY = ("he", "she", "i", "he's", "she's", "i'm", "he’s", "she’s", "i’m")
# "Holm, 39 and a clerk", "Holm, 39 and widowed": what is told beside an age, never "Orrin, 39 and Lund, 12".
STATES = word_set("a an already still newly once now thought known born single unmarried widowed married divorced "
                  "retired pregnant unemployed described considered seen")  # fmt: skip
CLOSERS = (",", ".", ")", ";")
CHILDREN = word_set("sons daughters boys girls children brothers sisters twins grandsons granddaughters grandchildren "
                    "nephews nieces cousins parents kids")  # fmt: skip
SAID = word_set("said says say told reported reports claimed claims adds added")
SUBJECT = 7  # words of a subject before "is"


def is_age(stream: Stream, quantity: Quantity) -> bool:
    """Is a bare number an age: "Lund, 56, said", "she was 14 when", "my aunt is 81"?"""
    if quantity.best <= 110 and (_after_age(stream, quantity.first) or _set_age(stream, quantity)):
        return True
    if _opening_age(stream, quantity) or _named_who(stream, quantity):
        return True
    return _in_commas(stream, quantity) or _is_own_age(stream, quantity) or _one_of_years(stream, quantity)


def _after_age(stream: Stream, first: int) -> bool:
    """ "aged 40", "ages 18 to 34", "aged between 18 and 34"."""
    return stream.low(first - 1 - (stream.low(first - 1) in ("between", "from"))) in AGE


def _opening_age(stream: Stream, quantity: Quantity) -> bool:
    """ "At 71 she is back", "At 71, he": a sentence that opens with the age of whom it tells of."""
    at, after = quantity.first - 1, quantity.after
    if stream.at(at).text != "At" or not 0 < quantity.best <= 110:
        return False
    return stream.low(after + (stream.low(after) == ",")) in THEY


def _named_who(stream: Stream, quantity: Quantity) -> bool:
    """ "Osk 35, who", "Ada Holm 35, a baker,": a name and an age without a comma; not "Route 35, which"."""
    name, after = quantity.first - 1, quantity.after
    if not (quantity.plain and 0 < quantity.best <= 110 and is_capital(stream, name)) or stream.low(after) != ",":
        return False
    return stream.low(after + 1) in ("who", "whose")


def is_rough_age(stream: Stream, quantity: Quantity, opens: int) -> bool:
    """ "a woman of about seventy", not "a guard of about 40 men". opens: the token of "about"."""
    return stream.low(opens - 1) == "of" and _one_of_years(stream, quantity, opens)


def _set_age(stream: Stream, quantity: Quantity) -> bool:
    """ "a retirement age of 67", "raise the drinking age from 18 to 21", "the age limit is 16", not "to 40 homes"."""
    at = quantity.first - 1
    if stream.low(at) == "to" and stream.kind(at - 1) == "digits" and stream.low(at - 2) == "from":
        at -= 2
    if stream.low(at) not in AT_AGE or counted_noun(stream, quantity.after):
        return False
    return stream.low(at - 1 - (stream.low(at - 1) in ("limit", "limits", "threshold"))) in AGE


def is_bounded_age(stream: Stream, first: int, after: int) -> bool:
    """ "adults over 65", "those who died were over 65", not "people who saw over 65" or "over 65 homes".

    first: the token of the bound. after: the token after the number.
    """
    if counted_noun(stream, after):
        return False
    if stream.low(first - 1) in AGED:
        return True
    if stream.low(first - 1) not in COPULAS or stream.kind(after) == "word":
        return False
    counted = stream.kind(first - 2) in ("number", "digits")  # "of whom seven are under sixteen"
    return counted or stream.low(first - 2) in WHOSE or "who" in stream.lows(first - 4, first - 2)


def _one_of_years(stream: Stream, quantity: Quantity, opens: int = 0) -> bool:
    """ "a boy of fifteen", "the young nurse of 23 who": one person, so many years old; not "a guard of 40 men"."""
    at = (opens or quantity.first) - 2
    if stream.low(at + 1) != "of" or not 0 < quantity.best <= 110 or stream.low(at) in BODIES:
        return False
    if stream.low(at) not in words_of("person") | words_of("relation") or counted_noun(stream, quantity.after):
        return False
    return any(stream.low(at - back) in ONE_PERSON for back in (1, 2, 3))


def _person_is(stream: Stream, copula: int) -> bool:
    """Does the clause before "is" open with one person: "my aunt is", "the minister for rivers was"?"""
    if stream.low(copula - 1) == "," and stream.low(copula - 2) in SAID:  # "The toll, a guard said, is 71"
        return False
    for start in range(copula - 2, copula - SUBJECT, -1):
        opened = stream.kind(start - 1) in ("line", "mark") or stream.low(start - 1) in CLAUSE_OPENERS
        if stream.kind(start) != "word":
            return False
        if opened:
            noun = start + (stream.low(start) in DETERMINERS)
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
    if stream.low(at) == "at" and stream.low(at - 1) in AGED_AT:
        return stream.low(at - 2) not in ONE_PERSON  # "put the dead at 40", "its dead"
    if stream.low(at) in ("i'm", "he's", "she's"):
        return True
    at -= stream.low(at) in ("now", "just", "only", "about", "already")
    if spelt:
        return stream.low(at) in ("is", "was") and stream.low(at - 1) in ("he", "she", "who", *EXTREMES)
    return stream.low(at) in ("is", "was", "am", "turned", "turns") and (
        stream.low(at - 1) in ("he", "she", "i", "who", *EXTREMES)
        or (is_capital(stream, at - 1) and stream.low(after) in ("when", "now"))
        or _named_is(stream, at)
        or _person_is(stream, at)
    )


def _in_commas(stream: Stream, quantity: Quantity) -> bool:
    """ "Smith, 56, said", "his sister, 8.", "her sons, 12 and 14, left"."""
    before, after = quantity.first - 1, quantity.after
    if not (quantity.plain and 0 < quantity.best <= 110 and quantity.best == int(quantity.best)):
        return False
    paired = stream.low(after) == "and" and stream.kind(after + 1) == "digits"
    after += 2 * paired
    told = stream.low(after) == "and" and stream.low(after + 1) in STATES
    if told and stream.low(before) == "," and is_capital(stream, before - 1):
        return True
    if stream.low(before) == "and" and stream.kind(before - 1) == "digits":
        before, paired = before - 2, True
    if stream.low(after) not in CLOSERS or stream.low(before) not in (",", "("):
        return False
    name = before - 1 - (stream.low(before - 1) == ".")  # "Lund Jr., 56,"
    low = stream.low(name)
    named = is_capital(stream, name) or low in words_of("relation") or (paired and low in CHILDREN)
    apposed = stream.low(after) == stream.low(before) == "," and stream.kind(before - 1) == "word"
    return named or (apposed and not paired)
