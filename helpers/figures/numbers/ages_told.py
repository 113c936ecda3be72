"""Tell the ages of people that a clause tells as a state: "At 42, Holm", "then 25", "they were 14 and 16"."""

from helpers.figures.numbers.ages import THEY
from helpers.figures.numbers.context import is_person, words_of
from helpers.figures.numbers.labels import counted_noun, is_capital
from helpers.figures.numbers.lexer import HYPHENS, Stream
from helpers.figures.numbers.ranges import Quantity
from helpers.figures.numbers.units import unit_after
from helpers.figures.words import DETERMINERS, word_set

OLDEST = 110
PRONOUNS = word_set("he she i who you")
TITLES = word_set("mr mrs ms miss dr sir lady lord dame")
THEN = word_set("then now still just only barely already nearly almost about around maybe")
COPULAS = word_set("is was are were be been am being turn turns turned turning")
MODALS = word_set("will would have had has may might must could")
WHEN = word_set("when since before after until while once because")
FOLLOWERS = word_set("when and at but then or in on last this next who now after before as while if because from "
                     "with until since following")  # fmt: skip
BECOMING = word_set("died dies dead married marries retired retires orphaned widowed ordained enlisted elected "
                    "emigrated became remarried pregnant widow widower orphan mother father grandmother "
                    "death")  # fmt: skip
LEFT = word_set("home school work college university")  # "left home at 16", "started work at 14"
CHILDREN = word_set("sons daughters boys girls children brothers sisters twins grandsons granddaughters grandchildren "
                    "nephews nieces cousins parents kids teenagers pupils they we who you")  # fmt: skip
DAYS = word_set("monday tuesday wednesday thursday friday saturday sunday yesterday today suddenly peacefully")
THINGS = word_set("number power order matter paper letter water river tower corner border weather counter figure "
                  "winter summer quarter computer container")  # fmt: skip
CLAUSE = 6  # tokens in which the verb of an age stands before "at"


def is_told_age(stream: Stream, quantity: Quantity) -> bool:
    """Is a bare number an age told as a state: "At 42, Mr Noll", "Holm, then 25,", "who were 9 and 11"?"""
    whole = 0 < quantity.best <= OLDEST and (quantity.best == int(quantity.best) or quantity.shape == "mixed")
    first, after = quantity.first, quantity.after
    if whole and stream.low(first - 1) == stream.low(first - 3) == "as" and stream.low(first - 2) in ("young", "old"):
        return not counted_noun(stream, after)
    if not whole or (stream.kind(after) == "word" and stream.low(after) not in FOLLOWERS):
        return False
    opens = _skip_back(stream, first - 1)
    low = stream.low(opens)
    if low in ("oldest", "youngest", "eldest"):
        return True
    if low in ("at", "by"):
        return _opens_at(stream, opens, after) or (low == "at" and _became_at(stream, opens))
    if low in (",", "("):
        return _apposed(stream, opens, quantity)
    if low in COPULAS:
        return _of_person(stream, opens, quantity)
    paired = low == "and" and stream.kind(opens - 1) in ("digits", "number")
    return paired and _of_several(stream, _skip_back(stream, opens - 2))


def _skip_back(stream: Stream, at: int) -> int:
    """Index of the first token before `at` that does not merely say then, now or only."""
    while stream.low(at) in THEN:
        at -= 1
    return at


def _is_one(low: str) -> bool:
    """Whether a word names one person; "number" and "tower" only end as trades do."""
    people = words_of("person") | words_of("relation") | words_of("office")
    return low in people or (low not in THINGS and is_person(low))


def _opens_at(stream: Stream, at: int, after: int) -> bool:
    """ "At 42, Mr Noll", "By 28, he", not "At 42, the number of cases": a person follows the comma."""
    if stream.low(after) != ",":
        return stream.at(at).text == "At" and stream.low(after) in THEY
    low, name = stream.low(after + 1), after + 1
    if low in THEY or low in TITLES:
        return True
    if stream.at(at).text not in ("At", "By") or stream.kind(name) != "word":
        return False
    if low in DETERMINERS:
        return _is_one(stream.low(name + 1))
    return stream.at(at).text == "At" and is_capital(stream, name) and stream.kind(name + 1) == "word"


def _became_at(stream: Stream, at: int) -> bool:
    """ "died Tuesday at 87", "left home at 16", "became a judge at 38"; not "the dead were put at 87"."""
    near = at - 1 - (stream.low(at - 1) in DAYS)
    if stream.low(near) in LEFT:
        return any(stream.low(back) in ("left", "leaving", "started", "began") for back in range(near - 3, near))
    if stream.low(near) in BECOMING - {"became", "dead"}:
        return True
    return _is_one(stream.low(near)) and any(stream.low(back) == "became" for back in range(near - CLAUSE, near))


def _apposed(stream: Stream, comma: int, quantity: Quantity) -> bool:
    """ "Brandt, then 25, was", "the clerk, 55 at the time,", "“Jake” Wendt, 26 -- spent": not "14, then 16"."""
    after, name = quantity.after, comma - 1
    while stream.kind(name) == "mark" and stream.low(name) in ".\"”'’":
        name -= 1
    name -= 2 * (stream.low(name - 1) in HYPHENS)  # "Kim Han-sol"
    if not (is_capital(stream, name) or _is_one(stream.low(name))) or stream.kind(quantity.first) != "digits":
        return False
    told = stream.low(quantity.first - 1) in THEN and stream.low(after) in (",", ")", ".")
    joined = stream.low(quantity.first - 1) in ("now", "then") and stream.low(after) == "and"
    told = told or (joined and unit_after(stream, after + 2, True).kind == "duration")  # "now 40 and 17 years removed"
    dashed = stream.low(after) in "-–—" and not stream.tight(after) and stream.kind(after) == "mark"
    grown = is_capital(stream, name - 1) and stream.low(after) in ("after", "when", "who")  # "Ada Mills, 24 after she"
    return told or dashed or grown or stream.lows(after, after + 3) == ("at", "the", "time")


def _of_person(stream: Stream, copula: int, quantity: Quantity) -> bool:
    """ "who will be 6 in", "when they were 14", "her sons are 4 and 7": what a person or children are."""
    subject = copula - 1
    while stream.low(subject) in MODALS:
        subject -= 1
    low, turned = stream.low(subject), stream.low(copula).startswith("turn")
    if low in ("he", "she", "i") or (low == "who" and copula - 1 > subject) or (low in PRONOUNS and turned):
        return True
    if low in ("they", "we") and stream.low(subject - 1) in WHEN:
        return True
    paired = stream.low(quantity.after) == "and" and stream.kind(quantity.after + 1) in ("digits", "number")
    return (paired and _two_ages(stream, quantity.after + 1) and _of_several(stream, copula)) or low == "twins"


def _two_ages(stream: Stream, second: int) -> bool:
    """Whether the number at `second` ends a pair of ages: "14 and 16 when", not "14 and 16 metres"."""
    follow = second + 1
    return stream.kind(follow) != "word" or (stream.low(follow) in FOLLOWERS and not counted_noun(stream, follow))


def _of_several(stream: Stream, copula: int) -> bool:
    """Whether children, they or who are told to be: "his sons were (4 and 7)", never "there were"."""
    return stream.low(copula) in COPULAS and stream.low(copula - 1) in CHILDREN


def is_years_old(stream: Stream, quantity: Quantity, opens: int) -> bool:
    """Is so many years or months old the age of a person: "I was 18 years old", "At eight months old, he weighed"?

    opens: the first token of the number with its modifiers. "The bridge is 90 years old" tells a duration.
    """
    if stream.low(quantity.after) != "old" or quantity.op != "=" or quantity.best > 12 * OLDEST:
        return False
    at = _skip_back(stream, opens - 1)
    low = stream.low(at)
    if low == "at":
        return True
    if low not in COPULAS or quantity.unit.name != "year":
        return False
    subject = at - 1
    while stream.low(subject) in MODALS:
        subject -= 1
    low = stream.low(subject)
    if low in PRONOUNS | CHILDREN or stream.low(subject - 1) in TITLES:
        return True
    named = is_capital(stream, subject) and is_capital(stream, subject - 1)
    return _is_one(low) or (named and stream.low(subject - 2) not in DETERMINERS)
