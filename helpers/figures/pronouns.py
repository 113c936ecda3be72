"""Whom a pronoun that vouches for a figure stands for."""

import re

from helpers.figures.claimants import OFFICES, claimant_type
from helpers.figures.context import Context
from helpers.figures.sources import PRONOUNS
from helpers.voice.phrases import main_subject
from helpers.voice.reported import STUDY

BRACKETED = re.compile(r"^[\w -]{2,60}? \[([^\]]+)\]$")  # "he [Ana Lund]" in the table of quotes
LOOK_BACK = 4  # sentences in which a pronoun's name is looked for


def is_pronoun(speaker: str) -> bool:
    """Whether a speaker is told by nothing but a pronoun."""
    return speaker.lower() in PRONOUNS


def resolve(context: Context, number: int, speaker: str) -> str:
    """Who "he", "it" or "they" must be: the last named speaker of the sentences before, else the pronoun itself."""
    if not is_pronoun(speaker):
        return speaker
    if speaker.lower() in ("i", "we"):
        return ""
    for back in range(number - 1, max(-1, number - LOOK_BACK), -1):
        named = [found.speaker for found in context.speakers(back) if not is_pronoun(found.speaker)]
        named += [quote.speaker for quote in context.quotes_in(*context.sentence(back)) if quote.speaker]
        if named:
            return named[-1]
    return _body_before(context, number) if speaker.lower() == "it" else speaker


def _body_before(context: Context, number: int) -> str:
    """What "it" takes up if nobody has spoken: the office or paper that the sentence before is about; else "it"."""
    start, end = context.sentence(number - 1) if number else (0, 0)
    body = main_subject(context.text, start, end) if end else None
    named = context.text[slice(*body)] if body else ""
    return named if STUDY.search(named) or claimant_type(named) in OFFICES else "it"
