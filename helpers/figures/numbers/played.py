"""Leads, streaks and bans that are told by a number and a hyphen: "a two-goal lead", "a five-game winning streak"."""

import re

from helpers.figures.numbers.lexer import HYPHENS, Stream
from helpers.figures.words import word_set

LETTERS = re.compile(r"[a-z]{3,8}(?![\w-])")
PLAYED = word_set("goal run shot stroke game match race set try length seat vote lap wicket start win loss fight")
MARGINS = word_set("lead leads advantage cushion margin deficit gap majority streak skid slide ban bans suspension")
RIVALRY = word_set("lead leads led leading trail trails trailed trailing ahead behind beat beats favor favors favored "
                   "favour favours favoured prefer preferred defeats defeated edges edged")  # fmt: skip
RIVALS = 26  # tokens before a pair of shares in which one is told to lead or to trail


def is_margin(stream: Stream, index: int) -> bool:
    """Does the word at `index`, hyphened to a numeral, tell how large a lead or how long a streak is?"""
    return stream.low(index) in PLAYED and any(stream.low(at) in MARGINS for at in range(index + 1, index + 4))


def played_at(text: str, end: int) -> str:
    """What is played for behind the hyphen that follows a number: "goal" in "two-goal lead"; "" where nothing is.

    >>> played_at("a two-goal lead", 5), played_at("a two-week fair", 5)
    ('goal', '')
    """
    if text[end : end + 1] not in HYPHENS:
        return ""
    word = LETTERS.match(text, end + 1)
    return word[0] if word and word[0] in PLAYED else ""


def are_rivals(stream: Stream, first: int) -> bool:
    """Whether the shares from token `first` on are those of rivals: "trails 36 percent to 41 percent"."""
    if stream.low(first - 1) in ("of", "at", "by", "from", "between"):
        return False  # "a lead of 6 percent to 8 percent"
    return any(stream.low(at) in RIVALRY for at in range(max(0, first - RIVALS), first))
