"""Who stands behind a paper ("a letter signed by Noll said"), and whom a label names ("Mayor Ada Noll: …")."""

import re

from helpers.voice.acts import Event
from helpers.voice.classes import HAS_VERB, Span
from helpers.voice.nouns import NOUNS
from helpers.voice.phrases import phrase_right

SIGNED = re.compile(
    r",? (?:(?:jointly|also|later|and) )?(?:issued|released|signed|written|published|put out|sent|"
    r"posted|penned|drafted|authored|circulated|distributed|read out|shared) (?:[a-z]+ (?:[a-z]+ )?)?by(?=\s)"
)
# "Fire chief Ada Noll:", "More from Ada Noll, the mayor:", "Here is what Ada Noll had to say:".
LABEL = re.compile(
    r"(?:\d{1,2}[:.]\d{2}(?: ?[ap]m)?,? )?(?:(?:(?:And|Also) )?(?:[Mm]ore|[Tt]his|[Hh]ere (?:is|are)|[Hh]ere[’']s|"
    r"[Nn]ow|[Ss]ome words|[Aa] (?:line|word|reply|response|message|note|tweet|post|statement))"
    r"(?: (?:is|comes|came|just in|in|here|now|more|again|today|what|how)){0,3}(?: (?:from|by|via))? )?"
    r"(?:(?:the|our) )?(?P<who>(?:[A-Z]?[\w-]{1,30}(?:[’']s?)? ){0,5}?"
    r"[A-ZÀ-Þ][\w’'-]{1,30}(?: [A-ZÀ-Þ][\w’'-]{1,30}){1,3})"
    r"(?:,[^:;.\x00]{2,80}| had (?:to say|this to say|this)| has (?:to say|this to say|this)| (?:told|tells) [a-z]+"
    r"(?: [a-z]+){0,2}|(?: on| at| in| via)(?: [\w’'-]+){1,6})?(?: (?:earlier|today|now|just now|in full))?:\s*$"
)


def signed_by(text: str, event: Event) -> Span | None:
    """Who issued, signed or wrote the paper that is said to speak ("a statement issued by Orr Foods said"), if told."""
    if event.order != "SV" or text[slice(*event.speaker)].rsplit(" ", 1)[-1].lower() not in NOUNS["paper"]:
        return None
    signed = SIGNED.match(text, event.speaker[1], max(event.speaker[1], event.cue[0]))
    return phrase_right(text, signed.end(), event.cue[0], cut_at_verb=True) if signed else None


def labelled_name(text: str, start: int, end: int) -> str:
    """The person whom a label without a verb names before a colon ("" if none).

    >>> labelled_name("Fire chief Ana Lund: ", 0, 21), labelled_name("Ana Lund was blunt: ", 0, 20)
    ('Fire chief Ana Lund', '')
    """
    if not text[start:end].rstrip().endswith(":"):
        return ""
    label = LABEL.match(text[max(start, end - 300) : end].strip(" \x00\n") + " ")
    if not label or HAS_VERB.search(label["who"]):
        return ""
    return label["who"]
