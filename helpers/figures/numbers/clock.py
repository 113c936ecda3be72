"""Times of the clock that are told with a full stop: 7.14 for 7:14."""

import re

from helpers.figures.numbers.lexer import Stream
from helpers.figures.numbers.ranges import Quantity
from helpers.figures.words import WEEKDAYS, word_set

DOTTED = re.compile(r"(?:[01]?\d|2[0-3])\.[0-5]\d")  # hours and minutes as British and German writers part them
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


def is_dotted_clock(stream: Stream, quantity: Quantity) -> bool:
    """ "At 7.14 the train …": hours and minutes, by what stands around them.

    "At 7.14 the train left", "the train leaves at 7.14 on Monday", "back on Monday at 7.14.", not "shares closed at
    7.14 on Monday".
    """
    first = quantity.first
    if quantity.unit.name or not DOTTED.fullmatch(stream.at(first).text):
        return False
    after, at = quantity.after, first - 1
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


def _clause_before(stream: Stream, at: int) -> set[str]:
    """The words before a time in the same clause, REACH of them at most."""
    words: set[str] = set()
    for back in range(at - 1, at - 1 - REACH, -1):
        if stream.kind(back) == "line" or stream.low(back) in ENDS:
            break
        words.add(stream.low(back))
    return words
