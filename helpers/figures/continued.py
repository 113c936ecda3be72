"""Who vouches for a figure whose sentence names nobody: the poll that goes on, and whoever expected so many."""

import re

from helpers.figures.context import Context
from helpers.figures.sources import NOBODY, Source
from helpers.voice.classes import DETERMINER
from helpers.voice.phrases import main_subject

POLLS = re.compile(r"(?<![\w-])(?:polls?|polling|surveys?|census|stud(?:y|ies)|questionnaire)(?![\w-])", re.I)
# "Of those, 40 percent …", "Among women the share was …": how a poll goes on.
POLL_GOES_ON = re.compile(
    r"(?:(?:But|And|Yet|Meanwhile),?\s)?(?:Among\s|Of\s(?:those|them|these)\s|(?:Another|A further|Only|Just|Nearly|"
    r"Almost|About|Around|Roughly|Some|Fewer|More than|Half|A\s(?:third|quarter|fifth|majority|minority)|One in|Two in|"
    r"\d[\d.,]*\s?(?:%|per))(?![\w-])[^.;:]{0,70}?\s(?:said|say|think|thought|felt|feel|believed?|agreed?|opposed?|"
    r"supported?|want(?:ed)?|favou?r(?:ed)?|backed|could|would|had|have|knew|named|preferred)(?![\w-]))"
)
IT_FOUND = re.compile(r"It\s(?:also\s)?(?P<cue>found|finds|showed|shows|gave|gives|put|puts)(?=\s)")
MOST_BACK = 2  # sentences of the same paragraph before one
# "the 40 boats the firm had promised", "the 150,000 Wall Street had pencilled in".
HAD_TOLD = re.compile(
    rf"(?:\s(?!(?:{DETERMINER})\s)[a-z’'-]+){{0,2}}?\s(?P<who>(?:(?:the|its|their|his|her)\s[a-z-]+|[A-Z][\w’'-]*)"
    r"(?:\s[\w’'-]+){0,2}?|[a-z-]{3,}s(?=\s(?:had|have)\s))(?:,\s[A-Z][^,.;:]{2,40},)?\s(?:(?:had|has|have)\s(?:earlier\s|originally\s|first\s)?)?"
    r"(?P<cue>promised|forecast|predicted|expected|pencill?ed\sin|budgeted\sfor|claimed|reported|announced|estimated|"
    r"projected|told\s[a-z]+|says?|said)(?=[.,;:)]|\s(?:it|he|she|they)\s|\s(?:in|on|at|last|earlier|for|would|were|was)\s)"
)
LONGEST = 140  # characters behind a number


def told_by_poll(context: Context, number: int, is_share: bool) -> Source:
    """The poll of the sentences before that goes on in this one; NOBODY if none does.

    number: index of the figure's sentence; is_share: the figure is a share.

    >>> text = "A survey found 40 percent were poor. Among women it was 60 percent."
    >>> told_by_poll(Context(text, [15, 56], []), 1, True).speaker
    'A survey'
    """
    text, (start, end) = context.text, context.sentence(number)
    found = IT_FOUND.match(text, start, end)
    if not found and not (is_share and POLL_GOES_ON.match(text, start, end)):
        return NOBODY
    for back in range(number - 1, max(-1, number - 1 - MOST_BACK), -1):
        low, high = context.sentence(back)
        if "\n" in text[low:start]:
            break
        polls = [one.speaker for one in context.speakers(back) if POLLS.search(one.speaker)]
        subject = main_subject(text, low, high) if found and not polls else None
        if subject and POLLS.search(text, *subject):
            polls = [text[slice(*subject)]]
        if polls:
            return Source(polls[-1], found["cue"] if found else "", "")
        if context.speakers(back):
            break
    return NOBODY


def told_before(text: str, start: int, end: int, high: int) -> Source:
    """Who had told a number that a relative clause without "that" describes: "the 40 the firm had promised".

    start, end: the number; high: where the sentence ends.

    >>> told_before("He sold 12 of the 40 the firm had promised.", 18, 20, 43).speaker
    'the firm'
    """
    if not text.endswith(("the ", "those "), 0, start):
        return NOBODY
    told = HAD_TOLD.match(text, end, min(high, end + LONGEST))
    return Source(told["who"], told["cue"], "") if told else NOBODY
