"""Times of the clock that are told with a full stop: 7.14 for 7:14."""

import re

from helpers.figures.numbers.lexer import Stream
from helpers.figures.numbers.ranges import Quantity
from helpers.figures.numbers.words import word_set

DOTTED = re.compile(r"(?:[01]?\d|2[0-3])\.[0-5]\d")  # hours and minutes as British and German writers part them
SUBJECTS = word_set("the he she it they we i his her their its our my this that these those all no nobody on")
DAYS = word_set("monday tuesday wednesday thursday friday saturday sunday today tomorrow yesterday sharp")
TRADED = word_set("close closed closing end ended trade traded trading open opened price priced stand stood value "
                  "valued fix fixed set put sold sell peaked settled finished")  # fmt: skip


def is_dotted_clock(stream: Stream, quantity: Quantity) -> bool:
    """ "At 7.14 the train …": hours and minutes, at the head of a sentence or before a day.

    "At 7.14 the train left", "the train leaves at 7.14 on Monday", not "shares closed at 7.14 on Monday".
    """
    first = quantity.first
    if not DOTTED.fullmatch(stream.at(first).text) or stream.low(quantity.after) not in SUBJECTS | DAYS:
        return False
    timed = stream.low(first - 1) in ("at", "by", "until", "since", "before", "after", "around", "shortly")
    dated = stream.low(quantity.after) == "on" and stream.low(quantity.after + 1) in DAYS
    if timed and (dated or stream.low(quantity.after) in DAYS) and stream.low(first - 2) not in TRADED:
        return True
    return timed and (stream.kind(first - 2) == "line" or stream.low(first - 2) in (".", "!", "?", "”", '"'))
