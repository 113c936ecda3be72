"""Times of the clock that no colon tells: 7.14 for 7:14, "at ten the work stops"."""

import re

from helpers.figures.numbers.labels import counted_noun, is_capital
from helpers.figures.numbers.lexer import Stream
from helpers.figures.numbers.ranges import Quantity
from helpers.figures.words import WEEKDAYS, word_set

DOTTED = re.compile(r"(?:[01]?\d|2[0-3])\.[0-5]\d")  # hours and minutes as British and German writers part them
ZONES = word_set("gmt bst utc cet cest eet eest msk est edt cst cdt mst mdt pst pdt ist aest aedt")
SUBJECTS = word_set("the he she it they we i his her their its our my this that these those all no nobody on")
DAYS = WEEKDAYS | word_set("today tomorrow yesterday sharp tonight")
PARTS = word_set("morning afternoon evening night")  # "at 3.20 on the morning of", "at 7.14 in the evening"
TIMED = word_set("at by until till since before after around about from shortly")
# What happens at an hour: "the doors open at 7.30", "back at 9.30".
SET_OFF = word_set("open opens opened opening begin begins began beginning start starts started starting leave "
                   "leaves left leaving depart departs departed arrive arrives arrived arriving back meet meets met "
                   "here there home resume resumes resumed service breakfast lunch off shortly just")  # fmt: skip
TRADED = word_set("close closed closing end ended trade traded trading open opened price priced stand stood "
                  "value valued fix fixed set put sold sell peaked settled finished measured recorded "
                  "rated scored")  # fmt: skip
PRICED = word_set("share shares stock stocks index price prices pound dollar euro yen franc crown market markets bond "
                  "bonds rate rates yield yields oil gold odds ticket tickets fares grades wages pay")  # fmt: skip
REACH = 7  # tokens before the time in which a day or what is traded may stand
ENDS = (".", "!", "?", "”", '"')
PAUSES = frozenset((",", ";", ":", "-", "–", "—", "(", "and", "but", "when", "then", *ENDS))
ASIDES = frozenset(("-", "–", "—", ":", "|", "“", '"', "‘", "'"))  # between the hour of a live blog and its news
# What else is told by the hour: "she conceded at ten", "bread ran out by ten".
HOURLY = SET_OFF | word_set("woke wakes rose rises rang rings closes shuts called calls phoned conceded resigned stop "
                            "stops stopped went go goes gone came come comes got gets up down out over home away bed "
                            "work")  # fmt: skip
# Before a bare number in whose clause one of these stands a size is told: "put the toll at four", "rose by ten".
SIZED = PRICED | (TRADED - SET_OFF) | word_set(
    "toll number numbers count figure figures total tally estimate estimated estimates score scores lead majority "
    "margin dead injured missing age aged costs cost start-up capped counted turnout unemployment inflation deficit"
)  # fmt: skip
GROWING = word_set("went go goes gone came come comes got gets up down rose rises")  # "went up by ten"
NEARLY = word_set("shortly just soon little bit minutes moments")  # "a little after six", "shortly before two"
MINUTES = word_set("five ten twenty twenty-five")
PART_HOURS = MINUTES | word_set("half quarter minutes")
RUNNING = word_set("ran run running runs sold")
CAME = word_set("came comes come")  # "At eight came the poll"
OPENING = word_set("at by until till around shortly")
FOLLOWING = CAME | word_set("in on at and or when this local every daily until till")  # words no hour counts
PASTS = frozenset(("past", "after", "before"))


def is_dotted_clock(stream: Stream, quantity: Quantity) -> bool:
    """ "At 7.14 the train …": hours and minutes, by what stands around them.

    "At 7.14 the train left", "the train leaves at 7.14 on Monday", "back on Monday at 7.14.", not "shares closed at
    7.14 on Monday".
    """
    first = quantity.first
    if quantity.unit.name or quantity.scale > 1 or not DOTTED.fullmatch(stream.at(first).text):
        return False
    after, at = quantity.after, first - 1
    opens = stream.kind(at) == "line" or (stream.low(at) in ENDS and len(stream.at(first).text) == 5)
    if opens and (is_capital(stream, after) or stream.low(after) in ASIDES):
        whole = len(stream.at(first).text) == 5 or not counted_noun(stream, after)
        return whole or not stream.low(after).endswith("s")  # a live blog: "10.15 A crew …"
    if stream.low(after) in ZONES and stream.at(after).text.isupper():
        return True
    if stream.low(at) == "the" and stream.low(after) in ("from", "to") and is_capital(stream, after + 1):
        return True  # "the 7.52 from Orrin"
    if stream.at(first).text[0] == "0" and stream.at(first).text[2] == ".":  # "06.00"
        return True
    if stream.low(at) not in TIMED:
        return False
    before = _clause_before(stream, at)
    if not PRICED.isdisjoint(before):
        return False
    low, verb = stream.low(after), stream.low(at - 1)
    if verb in TRADED - SET_OFF:
        return False
    if stream.lows(after, after + 2) in (("in", "the"), ("on", "the")) and stream.low(after + 2) in PARTS:
        return True
    if low in DAYS or (low == "on" and stream.low(after + 1) in DAYS):
        return verb not in TRADED
    if stream.kind(at - 1) == "line" or verb in ENDS:
        return low in SUBJECTS
    return stream.kind(after) != "word" and (verb in SET_OFF or not DAYS.isdisjoint(before))


def is_spelt_clock(stream: Stream, quantity: Quantity, opens: int) -> bool:
    """ "At ten the work stops", "they start at four.", "a little after six the bridge": hours without "o'clock".

    Not "put the toll at four", "at two sites", "rose by ten". quantity: a bare whole number; opens: its first token or
    that of its "about".
    """
    first, after = quantity.first, quantity.after
    if not 1 < quantity.best <= 25 or after != first + 1:
        return False
    low, at = stream.low(after), opens - 1
    if stream.kind(first) == "number" and (
        (low == "past" and stream.low(first) in MINUTES and stream.kind(after + 1) == "number")
        or (stream.low(at) == "past" and stream.low(at - 1) in PART_HOURS and quantity.best <= 12)
        or (stream.low(at) == "to" and stream.low(at - 1) == "quarter" and stream.low(at - 2) in TIMED)
    ):  # "twenty past eight"
        return not counted_noun(stream, after + 2 if low == "past" else after)
    word = stream.low(at)
    if quantity.best > 12 or word not in TIMED:
        return False
    if stream.kind(after) == "word" and low not in SUBJECTS and _is_counted(stream, after):
        return False
    while stream.low(at - 1) in TIMED - NEARLY:  # "at about ten", "from around six"
        at -= 1
    if word in PASTS | OPENING and (stream.kind(at - 1) == "line" or stream.low(at - 1) in PAUSES) and (
        low in SUBJECTS or is_capital(stream, after) or low in CAME or (low == "," and word == "at")
    ):
        return True  # it opens a clause
    return _is_hour(stream, at, after) and SIZED.isdisjoint(_clause_before(stream, at))


def _is_counted(stream: Stream, after: int) -> bool:
    """Whether a word after a bare number may be what it counts: no day, no verb, nothing that opens a clause."""
    low = stream.low(after)
    if low in FOLLOWING or low in DAYS:
        return False
    if low == "to":
        return stream.kind(after + 1) != "word"
    if is_capital(stream, after):  # "At ten Mara rang", not "at two East Orrin mills"
        told = (stream.low(after + 1), stream.low(after + 2))
        return not any(word.endswith("ed") or word in HOURLY or word in ("was", "had", "said") for word in told)
    return True


def _is_hour(stream: Stream, at: int, after: int) -> bool:
    """Whether what stands around the preposition at `at` and a bare number before `after` tells an hour."""
    low, word, verb = stream.low(after), stream.low(at), stream.low(at - 1)
    if stream.lows(after, after + 2) in (("in", "the"), ("on", "the")) and stream.low(after + 2) in PARTS:
        return True
    if low == "this" or (low == "at" and stream.low(after + 1) == "night"):
        return low == "at" or stream.low(after + 1) in PARTS
    if low in DAYS or (low == "on" and stream.low(after + 1) in DAYS):
        return word != "by" and verb not in ("was", "were", "is", "are")
    closed = stream.kind(after) != "word"
    if verb in NEARLY and word in PASTS:
        return closed or low in SUBJECTS or is_capital(stream, after) or low in ("and", "when")
    ended = closed or low in ("and", "or", "when", "to", "every", "daily")
    if word == "from" and low in ("until", "till"):
        return stream.kind(after + 1) in ("number", "digits", "time")
    if word == "at" and verb in DAYS and ended:  # "on Monday at six."
        return True
    if word in ("until", "till", "since"):
        return ended
    if word == "by" and not RUNNING.isdisjoint(_clause_before(stream, at)):
        return ended and "out" in _clause_before(stream, at)  # "had run out of cash by eleven"
    return ended and word in ("at", "by") and verb in HOURLY and not (word == "by" and verb in GROWING)


def _clause_before(stream: Stream, at: int) -> set[str]:
    """The words before a time in the same clause, REACH of them at most."""
    words: set[str] = set()
    for back in range(at - 1, at - 1 - REACH, -1):
        if stream.kind(back) == "line" or stream.low(back) in ENDS:
            break
        words.add(stream.low(back))
    return words
