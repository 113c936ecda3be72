"""What is told by a number and a hyphen: "a two-goal lead", "a five-game winning streak", "a nine-page letter"."""

import re

from helpers.figures.numbers.lexer import HYPHENS, Stream
from helpers.figures.words import word_set

LETTERS = re.compile(r"[a-z]{3,8}(?![\w-])")
PLAYED = word_set("goal run shot stroke game match race set try length seat vote lap wicket start win loss fight")
# What a thing consists of, and how often or how long something was won or held: "11-deck ship", "three-term mayor".
PARTS = word_set("page seat member part date deck door room bed bedroom storey story floor track song episode chapter "
                 "cylinder lane game term time")  # fmt: skip
MARGINS = word_set("lead leads advantage cushion margin deficit gap majority streak skid slide ban bans suspension")
RIVALRY = word_set("lead leads led leading trail trails trailed trailing ahead behind beat beats favor favors favored "
                   "favour favours favoured prefer preferred defeats defeated edges edged")  # fmt: skip
RIVALS = 26  # tokens before a pair of shares in which one is told to lead or to trail


def is_margin(stream: Stream, index: int) -> bool:
    """Does the word at `index`, hyphened to a numeral, tell how large a lead or how long a streak is?"""
    return stream.low(index) in PLAYED and any(stream.low(at) in MARGINS for at in range(index + 1, index + 4))


def is_part(stream: Stream, index: int) -> bool:
    """Does the word at `index`, hyphened to a numeral, tell what the thing behind it has or is made of?

    "a nine-page letter", "a two-term mayor"; not "a one-time friend", who is a friend no more.
    """
    once = stream.low(index - 2) in ("one", "1")
    return stream.low(index) in PARTS and not once and stream.kind(index + 1) in ("word", "number")


def played_at(text: str, end: int) -> str:
    """What is played for or counted behind the hyphen that follows a number: "goal" in "two-goal lead"; else "".

    >>> played_at("a two-goal lead", 5), played_at("a two-page note", 5), played_at("a two-week fair", 5)
    ('goal', 'page', '')
    """
    if text[end : end + 1] not in HYPHENS:
        return ""
    word = LETTERS.match(text, end + 1)
    return word[0] if word and word[0] in PLAYED | PARTS else ""


def are_rivals(stream: Stream, first: int) -> bool:
    """Whether the shares from token `first` on are those of rivals: "trails 36 percent to 41 percent"."""
    if stream.low(first - 1) in ("of", "at", "by", "from", "between"):
        return False  # "a lead of 6 percent to 8 percent"
    return any(stream.low(at) in RIVALRY for at in range(max(0, first - RIVALS), first))
