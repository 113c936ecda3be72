"""Fixed ways of naming who speaks: "according to", "quoted X as saying", "put the number at"."""

import re

from helpers.voice.acts import Event, auxiliary_start
from helpers.voice.classes import trim
from helpers.voice.phrases import phrase_right
from helpers.voice.subjects import subject_left

ACCORDING = re.compile(
    r"(?<![\w-])[Aa]ccording to(?![\w-])|(?<![\w-])[Ii]n the words of(?![\w-])|"
    r"(?<![\w-])[Aa]s per(?![\w-])"
)
NO_SOURCE = re.compile(
    r"\s*(?:the\s+)?(?:\w+\s)?(?:plans?|schedule|laws?|rules?|size|taste|custom|tradition|"
    r"protocol|need|what|whether|how|which)\b"
)
AS_SAYING = re.compile(
    r"(?<![\w-])(?P<verb>quot(?:ed|es|ing|e)|cit(?:ed|es|ing|"
    r"e))\s+(?P<who>[^.;:\x00]{2,160}?)\s+as\s+(?P<cue>saying|telling|writing|stating|claiming|reporting|"
    r"warning)(?![\w-])"
)
QUOTED_AS = re.compile(
    r"(?:was|were|is|are|been)\s+(?:also\s+|later\s+|widely\s+)?(?:quoted|"
    r"cited)\s+(?:[^.;:\x00]{0,60}?\s)?as\s+(?P<cue>saying|telling|writing|stating|claiming)(?![\w-])"
)
SAID_FIRST = re.compile(
    r"(?:^|[.!?\x00]\s+)(Said|Says|Added|Adds|Wrote|Writes|Asked|Explained|Explains|Recalled|"
    r"Recalls)(?=\s)"
)
PUT_AT = re.compile(
    r"(?<![\w-])(?P<cue>puts?|putting|pegs?|pegged)\s+(?:the|its|their|his|her|that|this|overall|"
    r"total)\s+(?:[\w’'-]+\s+){1,6}?(?:at|as (?:high|low) as|above|below|between)(?![\w-])"
)


def find_formulas(text: str, start: int, end: int) -> list[Event]:
    """Find the fixed ways of naming a speaker in text[start:end], as events in no particular order."""
    events = []
    for match in ACCORDING.finditer(text, start, end):
        who = (
            None if NO_SOURCE.match(text, match.end(), end) else phrase_right(text, match.end(), end, cut_at_verb=True)
        )
        if who:
            events.append(Event(who, match.span(), "according", True))
    for match in AS_SAYING.finditer(text, start, end):
        who = trim(text, *match.span("who"))
        events.append(Event(who, (match.start(), match.end()), "as saying", True))
    for match in QUOTED_AS.finditer(text, start, end):
        who = subject_left(text, start, match.start())
        if who:
            events.append(Event(who, (match.start(), match.end()), "as saying", True))
    for match in SAID_FIRST.finditer(text, start, end):
        who = phrase_right(text, match.end(), end)
        if who and text[who[1] : who[1] + 2].lstrip()[:1] in (":", ",", "\x00"):
            events.append(Event(who, match.span(1), "VS", False))
    for match in PUT_AT.finditer(text, start, end):
        who = subject_left(text, start, auxiliary_start(text, start, match.start()))
        if who:
            events.append(Event(who, match.span(), "SV", True))
    return events
