"""Whom a pronoun that vouches for a figure stands for."""

import re

from helpers.figures.claimants import OFFICES, claimant_type
from helpers.figures.context import Context
from helpers.figures.sources import PRONOUNS
from helpers.voice import Attribution
from helpers.voice.attribution import OF_WHOM, PLURAL_END
from helpers.voice.phrases import main_subject
from helpers.voice.reported import STUDY

FULL_NAME = re.compile(r"(?<![\w’'-])[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){1,3}")
# A person's name that stands for itself, after no preposition but followed by a verb or a comma.
SUBJECT_NAME = re.compile(
    r"(?<!\bin )(?<!\bat )(?<!\bon )(?<!\bof )(?<!\bto )(?<!\bnear )(?<!\bfrom )(?<!\bthe )(?<!\bbelow )(?<![\w’'-])"
    r"[A-Z][a-z’'-]+(?:\s[A-Z][\w’'-]+){1,3}(?=,| [a-z]+ed\b| (?:was|is|had|has|took|went|came|stood|sat)\b)"
)
BRACKETED = re.compile(r"^[\w -]{2,60}? \[([^\]]+)\]$")  # "he [Ana Lund]" in the table of quotes
LOOK_BACK = 4  # sentences in which a pronoun's name is looked for
MANY_PEOPLE = re.compile(  # "Doctors at the clinic treated 40, they said"
    r"(?<![\w-])(?i:[a-z]*(?:ents|ers|eers|ors|ists|ees|ants|ians|men|eons|erks|urses|ials|tives)|people|police|staff|crews?)(?![\w-])"
)
NAME_REACH = 1_500  # characters of a sentence that are searched for names
# "Blue Strait has put out a statement": whoever "it" then is.
STATEMENT = re.compile(
    r"[\"“]?(?:(?:But|And|Later|Then|Meanwhile),?\s)?(?P<who>(?:[Tt]he\s|[Aa]n?\s)?[\w’'.&-]+(?:\s[\w’'.&-]+){0,4}?)\s"
    r"(?:has\s|have\s|had\s)?(?:just\s|since\s|also\s|now\s|later\s)?(?:put out|issued|released|published|posted|"
    r"sent out|given out|gave out)\s(?:a|the|this|another|its|their|an)\s(?:[\w-]+\s){0,2}?(?:statement|release|"
    r"bulletin|message|note|notice|communiqu[eé])(?![\w-])"
)


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
        start, end = context.sentence(back)
        stated = STATEMENT.match(context.text, start, end) if speaker.lower() in ("it", "they") else None
        if stated:
            return stated["who"]
        named = [found.speaker for found in context.speakers(back) if not is_pronoun(found.speaker)]
        named += [quote.speaker for quote in context.quotes_in(start, end) if quote.speaker]
        if named:
            return named[-1]
        persons = (
            FULL_NAME.findall(context.text, start, min(end, start + NAME_REACH))
            if speaker.lower() in ("he", "she")
            else []
        )
        if persons:
            return persons[-1]
    return _opener(context, number, speaker) or (_body_before(context, number) if speaker.lower() == "it" else speaker)


def _opener(context: Context, number: int, speaker: str) -> str:
    """The subject that the sentence itself opens with, if a pronoun may take it up: "The club is well, it said"."""
    start, end = context.sentence(number)
    subject = main_subject(context.text, start, end)
    named = context.text[slice(*subject)] if subject else ""
    if not named or is_pronoun(named):
        return ""
    kind, several = claimant_type(named), PLURAL_END.search(OF_WHOM.split(named, maxsplit=1)[0]) is not None
    fits = {
        "it": kind in OFFICES,
        "they": several and MANY_PEOPLE.search(named) is not None,
        "he": FULL_NAME.fullmatch(named) is not None and kind not in OFFICES,
    }
    return named if fits["he" if speaker.lower() == "she" else speaker.lower()] else ""


def _body_before(context: Context, number: int) -> str:
    """What "it" takes up if nobody has spoken: the office or paper that the sentence before is about; else "it"."""
    start, end = context.sentence(number - 1) if number else (0, 0)
    body = main_subject(context.text, start, end) if end else None
    named = context.text[slice(*body)] if body else ""
    return named if STUDY.search(named) or claimant_type(named) in OFFICES else "it"


def named_just_before(context: Context, number: int, speaker: str) -> str:
    """The name behind "He [the engineer]": a person whom the sentence before names goes first of all."""
    found = BRACKETED.match(speaker)
    if not found:
        return speaker
    start, end = context.sentence(number - 1)
    named = SUBJECT_NAME.findall(context.text, start, min(end, start + NAME_REACH))
    common = found[1].split()[-1][0].islower() and speaker.lower().startswith(("he ", "she "))
    return named[-1] if common and named and found[1] not in context.text[start:end] else found[1]


def told_before(context: Context, number: int, inner: Attribution) -> str:
    """The speaker that a pronoun takes up in its own sentence: "Ada Noll said it was calm, but she noted"; else ''."""
    pronoun = inner.speaker.partition(" [")[0].lower()
    earlier = ""
    for found in context.speakers(number) if pronoun in ("he", "she", "they") else ():
        if found == inner:
            fits = claimant_type(earlier) not in OFFICES and not PLURAL_END.search(earlier.split(",")[0])
            return earlier if pronoun == "they" or fits else ""
        earlier = found.speaker if not is_pronoun(found.speaker.partition(" [")[0]) else earlier
    return ""
