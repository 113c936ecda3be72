"""The subject that a sentence opens with."""

import re

from helpers.voice.classes import (
    CONJUNCTION,
    DETERMINER,
    LEAD,
    PREPOSITION,
    PRONOUN,
    STARTS_WITH_PREPOSITION,
    VERB,
    Span,
    trim,
)

# "The choir's founder, Hanna Wirth, remembers": the name between the commas.
BETWEEN_COMMAS = r",\s(?:\d{1,3}-year-old\s)?(?=[A-Z])(?P<name>(?:[A-ZÀ-Þ][\w’'-]+\s){1,3}[A-ZÀ-Þ][\w’'-]+)(?=,\s)"
MAIN_SUBJECT = re.compile(
    r"(?:(?:(?i:the|his|her|their|its|our)|[A-Z][\w-]*(?:\s[A-Z][\w-]*){0,3}[’']s)\s+(?:[\w’'.-]+\s+)"
    rf"{{0,4}}?[a-z-]+(?={BETWEEN_COMMAS})|(?i:{DETERMINER})\s+(?:(?!(?:he|she|they|it|we|I|"
    rf"you)\s)[\w’'.-]+,?\s+){{0,7}}?(?<!,\sa\s)(?<!,\san\s)(?<!,\sthe\s)(?=(?:{VERB}|\w+ed|I|we)(?![\w-])|"
    rf"[a-z]{{3,}}s\s(?:this|that|it|these|the|an?|to|not|no|only|nothing)\s)|(?:{PRONOUN})(?![\w-])|"
    rf"[A-Z][\w-]*(?:\s+[a-z-]+){{1,3}}?(?:\s+(?!I\s)[A-Z][\w’'.-]*){{1,3}}(?=\s+(?:{VERB}|\w+ed)(?![\w-])|\s+[—–]\s)|"
    rf"[A-Z][a-z]+s(?:\s+[a-z]+)?\s+(?:of|in|from|at|near)\s+(?:the\s+)?[\w’'-]+(?=\s+(?:{VERB}|\w+ed)(?![\w-]))|"
    r"(?:[A-Z][\w’'.-]*|al-\w+)(?:\s+(?:(?:of|the|de|van|von|bin|al|for|and|&)\s+)?(?:[A-Z][\w’'.-]*|al-\w+)){0,7}|"
    r"[A-Z]\w+s(?=\s))",
)
DATELINE = re.compile(r"[A-Z][A-Z.’' -]{2,30}(?:,[^()\n–—]{0,30})?(?:\s*\([^()\n]{2,20}\))?\s*[–—-]{1,2}\s+")
ASKED = (
    "Asked|Pressed|Questioned|Quizzed|Challenged|Speaking|Talking|Writing|Responding|Reacting|Replying|Commenting|"
    "Referring|Addressing"
)
WHEN = "When|After|As|Before|While|Although|Though|If|Since|Once|Until|Because"
FRONT_WORDS = frozenset(f"{ASKED}|{WHEN}|{PREPOSITION}|toward".lower().split("|"))
# "Asked how it began, she …": the subject follows the comma.
PARTICIPLE = re.compile(
    rf"(?:{ASKED})\s[^,.;:!?\x00]{{2,120}},\s+|(?:{WHEN})\s[^,.;:!?\x00]{{4,100}},\s+"
    r"(?=[A-Z]|(?:the|he|she|they|it|his|her|its|their)\s)"
)
# "On the second morning, Ada Noll rowed": what stands in front with its article.
FRONTED = re.compile(
    r"(?:At|By|Before|After|Until|Since)\s(?:dusk|dawn|noon|midday|midnight|nightfall|daybreak|sunrise|sunset|first|last),?\s+|"
    rf"(?i:{PREPOSITION})\s(?:the|an?|that|this|his|her|their|its)\s(?:[a-z][\w’'-]*\s?){{1,6}},\s+(?=[A-Z]|(?:the|an?|he|she)\s)"
)
BARE_DETERMINER = re.compile(rf"(?:(?i:{DETERMINER})|[A-Z]\w+ing)\s*$")


def main_subject(text: str, start: int, end: int) -> Span | None:
    """The noun phrase a sentence opens with, adverbs and times skipped.

    >>> text = "On Monday the mayor defended the plan, saying"
    >>> s, e = main_subject(text, 0, len(text)); text[s:e]
    'the mayor'
    """
    dateline = DATELINE.match(text, start, end) if text[start + 1 : start + 2].isupper() else None
    start = dateline.end() if dateline else start
    lead = LEAD.match(text, start, end)
    at = lead.end() if lead and lead.end() < end else start
    for before in (PARTICIPLE, FRONTED):
        first = text[at : min(end, at + 14)].partition(" ")[0].lower()
        passed = before.match(text, at, end) if first in FRONT_WORDS else None
        at = passed.end() if passed and passed.end() < end else at
    match = MAIN_SUBJECT.match(text, at, end)
    if (
        not match
        or BARE_DETERMINER.match(match.group())
        or STARTS_WITH_PREPOSITION.match(text, at)
        or CONJUNCTION.match(text, at, end)
    ):
        return None
    return match.span("name") if match["name"] else trim(text, *match.span())
