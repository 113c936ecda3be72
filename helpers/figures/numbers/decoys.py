"""Tell the numbers that are no figures by the words around them: idioms, lists, ages, times, scores, pronouns."""

from helpers.figures.numbers.ages import is_age, is_bounded_age, is_rough_age
from helpers.figures.numbers.ages_told import is_told_age, is_years_old
from helpers.figures.numbers.clock import is_dotted_clock, is_spelt_clock
from helpers.figures.numbers.context import idiom_patterns, is_plural, words_of
from helpers.figures.numbers.dates import CLOCK, is_relative
from helpers.figures.numbers.labels import LINKS, VERBS, counted_noun, is_capital
from helpers.figures.numbers.lexer import HYPHENS, Stream
from helpers.figures.numbers.modifiers import Hedge
from helpers.figures.numbers.ones import is_numeral
from helpers.figures.numbers.patterns import find_pattern
from helpers.figures.numbers.played import is_margin, is_part
from helpers.figures.numbers.ranges import Quantity
from helpers.figures.numbers.set_phrases import is_wholly
from helpers.figures.words import word_set

MEASURING = word_set("strong odd plus fold ish thousand hundred million billion dozen")
AGE_BOUNDS = (("over",), ("under",), ("above",), ("below",))
AGE_COMPARED = (("younger than",), ("older than",))
PAST = word_set("met told came went made took gave saw left spoke fought held knew kept began won lost sent got ran "
                "brought broke found sat stood fell set put")  # fmt: skip
LASTING = word_set("for take takes took taken taking last lasts lasted lasting spend spends spent spending wait waits "
                   "waited waiting need needs needed sentenced jailed")  # fmt: skip
TRYING = word_set("is was are were now went go goes start started shooting shot")  # "is now 0 for 4", of four tries
OLD = word_set("old olds old's olds'")
ARTICLE_LISTS = word_set("tips ways things reasons facts hacks tricks habits lessons")  # "15 tips to …" in titles
PARTED = word_set("break breaks broke broken split splits snap snaps snapped tear tears tore torn saw sawn sawed fold "
                  "folded cut cuts slice sliced")  # fmt: skip
OPERATIONS = word_set("divide divides divided dividing multiply multiplies multiplied multiplying")
PARENTS = word_set("mum mom mam mother dad father grandmother grandfather gran granny grandma grandad mummy daddy")


def pair_reason(stream: Stream, quantity: Quantity) -> str:
    """Scores, votes and splits told with a dash: "5-4 ruling", "won 2-1", "aged 18-34"."""
    low_before, after = stream.low(quantity.first - 1), stream.low(quantity.after)
    scored = after in words_of("score") or low_before in words_of("score_before")
    if scored or low_before in words_of("reference"):
        return "reference"
    if quantity.unit.name or counted_noun(stream, quantity.after) or quantity.scale > 1:
        return ""
    small = max(quantity.ends) <= 20 and quantity.link == "dash" and stream.gap(quantity.last - 1) == ""
    return "reference" if small and low_before not in ("from", "between", "of", "about", "some", "around") else ""


def uneven_pair(stream: Stream, quantity: Quantity) -> int:
    """Index after a pair that falls or holds ("5-4", "52-48", "6-4-2", "voted 5 to 4"), 0 if there is none."""
    last, parts = quantity.last, 1
    while (
        stream.low(last) in "-‐‑–:/"
        and stream.kind(last + 1) == "digits"
        and stream.tight(last)
        and stream.tight(last + 1)
    ):
        last, parts = last + 2, parts + 1
    if parts > 1 and quantity.plain:
        return last
    if stream.low(last) in "-–" and stream.kind(last + 1) == "time" and stream.tight(last + 1):
        return last + 2
    if stream.lows(last, last + 3) in (("-", "to", "-"), ("–", "to", "–")) and is_numeral(stream, last + 3):
        return last + 4
    if stream.low(last) in ("votes", "vote") and stream.low(last + 1) == "to" and is_numeral(stream, last + 2):
        return last + 3  # "five votes to four"
    if stream.low(last) == "for" and is_numeral(stream, last + 1) and stream.low(quantity.first - 1) in TRYING:
        ends = stream.kind(last + 2) != "word" or stream.low(last + 2) in LINKS | {"this", "so", "last"}
        return last + 2 if ends else 0
    voted = stream.low(quantity.first - 1) in words_of("score_before") | {"by"}
    told = (voted and stream.kind(last + 2) != "word") or stream.low(last + 2) in words_of("score")
    return last + 2 if told and stream.low(last) == "to" and is_numeral(stream, last + 1) else 0


def idiom_at(stream: Stream, index: int, floor: int) -> tuple[int, int, str] | None:
    """Tokens and reason of a fixed expression around the number word at `index`."""
    found = find_pattern(stream, index, floor, idiom_patterns())
    if not found:
        return _the_two(stream, index, floor) or _in_two(stream, index, floor)
    first, last, pattern = found
    return first, last, pattern.row[0]


def _the_two(stream: Stream, index: int, floor: int) -> tuple[int, int, str] | None:
    """ "the two", "between those two": a pronoun, unless it counts a noun: "the two mills", "these two main mills"."""
    if stream.low(index) != "two" or stream.low(index - 1) not in ("the", "these", "those") or index - 1 < floor:
        return None
    low = stream.low(index + 1)
    noun = index + 1 if is_plural(low) or low in LINKS | VERBS | PAST or low.endswith("ed") else index + 2
    counts = noun == index + 1 or stream.kind(index + 1) == "word"
    if low == "o'clock" or (counts and counted_noun(stream, noun) and is_plural(stream.low(noun))):
        return None
    return index - 1, index + 1, "idiom"


def _in_two(stream: Stream, index: int, floor: int) -> tuple[int, int, str] | None:
    """ "The tanker broke in two", not "in two places"."""
    if stream.low(index) != "two" or stream.low(index - 1) != "in" or index - 2 < floor:
        return None
    parted = stream.low(index - 2) in PARTED and not counted_noun(stream, index + 1)
    return (index - 2, index + 1, "idiom") if parted else None


def after_reason(stream: Stream, quantity: Quantity, hedge: Hedge) -> str:
    """The reason that the words after a quantity give: "ago", "reasons", "-pronged", "o'clock", "Main Street"."""
    after, low = quantity.after, stream.low(quantity.after)
    if low == "o'clock" or is_dotted_clock(stream, quantity):
        return "time"
    if quantity.unit.kind == "duration":
        return _after_duration(stream, quantity, hedge)
    if quantity.unit.name == "degree" and (
        stream.kind(after) == "digits" or stream.at(after).text in ("N", "S", "E", "W", "′", "'", "’")
    ):
        return "reference"
    if quantity.unit.name == "millimeter" and (
        low in words_of("weapon") or stream.low(after + 1) in words_of("weapon")
    ):
        return "name"
    if quantity.unit.kind == "percent" and is_wholly(stream, quantity, hedge):
        return "idiom"
    if quantity.unit.name or quantity.op == "vague":
        return ""
    if low in HYPHENS and stream.kind(after + 1) == "word" and stream.tight(after) and stream.tight(after + 1):
        return "" if _measuring(stream, after + 1) else "idiom"
    return _after_count(stream, quantity, hedge)


def _measuring(stream: Stream, index: int) -> bool:
    """Does the word hyphened to a numeral measure ("12-point lead") rather than describe ("two-front")?"""
    low = stream.low(index)
    if low in ("point", "points"):
        return stream.low(index + 1) not in words_of("plan")
    return low in MEASURING or is_margin(stream, index) or is_part(stream, index)


def _after_duration(stream: Stream, quantity: Quantity, hedge: Hedge) -> str:
    after = quantity.after
    if stream.low(after) in HYPHENS and stream.low(after + 1) in OLD:
        return "reference"
    if stream.low(quantity.first - 1) in ("aged", "age") or is_years_old(stream, quantity, hedge.first):
        return "reference"
    if (
        stream.low(after) in OLD
        and quantity.best != 1
        and not stream.low(after - 1).endswith("s")
        and stream.low(after - 1) != "yo"
    ):
        return "reference"
    at = hedge.first - 1 - (stream.low(hedge.first - 1) == "to")  # "sentenced to two years after", "held for two hours"
    lasting = stream.low(at) in LASTING and stream.low(after) in CLOCK
    return "date" if is_relative(stream, after) and not lasting else ""


def _after_count(stream: Stream, quantity: Quantity, hedge: Hedge) -> str:
    after, low, before = quantity.after, stream.low(quantity.after), stream.low(quantity.first - 1)
    if quantity.shape == "mixed" and (is_age(stream, quantity) or is_told_age(stream, quantity)):  # "age 59 and a half"
        return "reference"
    whole = quantity.shape == "cardinal" and quantity.scale == 1
    if stream.low(after + 1) == "ago" and is_plural(low):  # "two summers ago"
        return "date"
    if whole and _is_address(stream, quantity):
        return "reference"
    if whole and hedge.particles[:1] in AGE_BOUNDS and quantity.best <= 110:
        return "reference" if is_bounded_age(stream, hedge.first, after) else ""
    if whole and hedge.particles[:1] in AGE_COMPARED:
        return "" if counted_noun(stream, after) else "reference"
    if whole and hedge.op == "~":  # "at about ten", "a woman of about seventy"
        rough = is_rough_age(stream, quantity, hedge.first) or is_told_age(stream, quantity)
        return "reference" if rough else "time" if is_spelt_clock(stream, quantity, hedge.first) else ""
    if not whole or hedge.op != "=":
        return ""
    at = _plural_at(stream, after)
    if _lists(stream, at) and quantity.best <= (50 if stream.low(at) in ARTICLE_LISTS else 12):
        return "list"
    singular = (
        stream.kind(after) == "word"
        and low.islower()
        and not is_plural(low)
        and low not in words_of("casualty") | VERBS
    )
    if before in ("a", "an") and quantity.best >= 2 and singular and not counted_noun(stream, after):
        return "idiom"
    if _is_operand(stream, quantity) or _parent_of(stream, quantity) or _or_two(stream, quantity):
        return "idiom"
    if is_age(stream, quantity) or is_rough_age(stream, quantity, hedge.first) or is_told_age(stream, quantity):
        return "reference"
    return "time" if is_spelt_clock(stream, quantity, quantity.first) else ""


def _plural_at(stream: Stream, at: int) -> int:
    """Index of the first plural behind at most two adjectives, of what stands in its place if there is none."""
    last = at + 2
    while at < last and stream.kind(at) == "word" and not is_plural(stream.low(at)) and stream.low(at) not in LINKS:
        at += 1
    return at


def _lists(stream: Stream, at: int) -> bool:
    """Whether a noun counts what is told next: "two reasons", "two schools of thought", not "four primary schools"."""
    low = stream.low(at)
    if low in ("schools", "camps"):  # "split into two camps", not "in the two camps on the border"
        return stream.low(at + 1) == "of" if low == "schools" else stream.low(at - 2) == "into"
    return low in words_of("listing")


def _is_operand(stream: Stream, quantity: Quantity) -> bool:
    """ "divide by four", "multiplied by ten": a number to reckon with, not "divided by four walls"."""
    at = quantity.first - 1
    reckoned = stream.low(at) == "by" and stream.low(at - 1) in OPERATIONS
    return reckoned and not counted_noun(stream, quantity.after)


def _parent_of(stream: Stream, quantity: Quantity) -> bool:
    """ "mum-of-four": a word for a person."""
    at = quantity.first
    hyphened = stream.low(at - 1) in HYPHENS and stream.low(at - 2) == "of" and stream.low(at - 3) in HYPHENS
    return hyphened and stream.low(at - 4) in PARENTS


def _or_two(stream: Stream, quantity: Quantity) -> bool:
    """ "a song or two": no more than some, not "a boat or two rafts"."""
    first = quantity.first
    if stream.low(first) != "two" or stream.low(first - 1) != "or" or is_plural(stream.low(first - 2)):
        return False
    for at in (first - 3, first - 4, first - 5):
        if stream.low(at) in ("a", "an", "another"):
            return not counted_noun(stream, quantity.after)
        if stream.kind(at) != "word":
            return False
    return False


def tail_of(stream: Stream, quantity: Quantity, reason: str) -> int:
    """Index after the words that belong to a number that is no figure: its unit, "-old", "ago", "-pronged"."""
    last = quantity.after
    hyphened = stream.low(last) in HYPHENS and stream.tight(last) and stream.tight(last + 1)
    if hyphened and stream.kind(last + 1) == "word":
        return last + 2
    ago = reason == "date" and stream.low(last) in ("ago", "earlier", "later")
    return last + 1 if ago or stream.low(last) == "o'clock" else last


def _is_address(stream: Stream, quantity: Quantity) -> bool:
    if not quantity.plain or quantity.best != int(quantity.best):
        return False
    for at in range(quantity.after, quantity.after + 4):
        if not (is_capital(stream, at) or stream.low(at) == "."):
            return False
        if at > quantity.after and stream.low(at) in words_of("street"):
            return True
    return False
