"""Whom a pronoun that vouches for a figure stands for."""

import re

from helpers.figures.claimants import OFFICES, claimant_type
from helpers.figures.context import Context
from helpers.figures.sources import PRONOUNS
from helpers.voice.credible import STUDY
from helpers.voice.nouns import is_group
from helpers.voice.phrases import main_subject

BRACKETED = re.compile(r"^[\w -]{2,60}? \[([^\]]+)\]$")  # "he [Ana Lund]" in the table of quotes
NO_BODY = re.compile(r"(?:each|every|another|some|any)\s|\d", re.I)
# "the Tin Bridge", "its teams", "Reservoirs": no proper name of what may speak.
THING = re.compile(r"(?:the|an?|its|his|her|their|this|that)\s|[A-Z][a-z]+[^s\W]s$", re.I)
LOOK_BACK = 4  # sentences in which a pronoun's name is looked for


def is_pronoun(speaker: str) -> bool:
    """Whether a speaker is told by nothing but a pronoun."""
    return speaker.lower() in PRONOUNS


def meant_name(speaker: str) -> str:
    """Whom a speaker of the table of quotes stands for: "he [Ana Lund]" is Ana Lund, others are who they are."""
    return BRACKETED.sub(r"\1", speaker) if speaker.endswith("]") else speaker


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


def by_name(context: Context, number: int, speaker: str) -> str:
    """Who a speaker is by name: "she [Ana Lund]", "he"; what "it" stands for must be able to speak."""
    pronoun, bracket, name = speaker.partition(" [")
    name = name.rstrip("]")
    if bracket and pronoun.lower() == "it" and not _may_speak(name):
        body = _opens_with(context, number)
        return body if body.lower() != "it" and _may_speak(body) else resolve(context, number, "It")
    return resolve(context, number, meant_name(speaker))


def _may_speak(name: str) -> bool:
    """Whether a name is that of an office, a firm or a paper, or a proper name."""
    kind = claimant_type(name)
    body = kind in OFFICES or STUDY.search(name) is not None or is_group(name)
    return not NO_BODY.match(name) and (body or (kind == "named person" and not THING.match(name)))


def _opens_with(context: Context, number: int) -> str:
    """The subject of a sentence; "" if none is found."""
    start, end = context.sentence(number)
    body = main_subject(context.text, start, end)
    return context.text[slice(*body)] if body else ""


def _body_before(context: Context, number: int) -> str:
    """What "it" takes up if nobody has spoken: the office or paper that the sentence before is about; else "it"."""
    body = _opens_with(context, number - 1) if number else ""
    return body if STUDY.search(body) or claimant_type(body) in OFFICES else "it"
