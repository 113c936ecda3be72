"""Whose figure it was, said only in the next sentence: "So says the mayor", "That number comes from the union"."""

import re
from bisect import bisect_left, bisect_right

from helpers.figures.claimants import claimant_type
from helpers.figures.context import Context
from helpers.figures.sources import NO_SOURCE_END, NOBODY, PRONOUNS, Source
from helpers.voice.credible import STUDY

OPENERS = ("So", "Or", "At", "Th")  # how such a sentence begins
WHO = r"(?P<who>(?:[Tt]he |[Aa]n? |[Oo]ne )?[\w’'&-]+(?: [\w’'&-]+){0,5}?)"
SAYS = (
    r"(?P<cue>says?|said|claims?|claimed|insists?|insisted|reports?|reported|writes?|wrote|reckons?|believes?|maintains?|"
    r"tells? (?:it|us|me)|told (?:us|me))"
)
CLOSED = r"(?=\s?[.,;:!?–—(]|\s(?:at least|anyway|anyhow|on|in|last|this|today|yesterday)(?![\w-])|\s?$)"
NUMBER_NOUN = (
    r"(?:figure|number|count|total|tally|toll|estimate|sum|claim|statistic|percentage|story|version|account|"
    r"information|news|detail|assessment)s?"
)
GIVEN = (
    r"(?:given|supplied|provided|issued|released|published|announced|quoted|reported|offered|calculated|compiled|collected)"
)
THAT = rf"(?:That|This|Those|These|The)(?: {NUMBER_NOUN})?"
FORMS = tuple(
    re.compile(form)
    for form in (
        rf"So {SAYS} {WHO}{CLOSED}",
        rf"(?:Or |At least,? |Or at least )?[Ss]o {WHO} {SAYS}{CLOSED}",
        rf"(?:At least,? )?[Tt]hat(?:,? at least,?)?(?: is|[’']s| was) (?:at least |also )?what {WHO} {SAYS}{CLOSED}",
        rf"{THAT} (?P<cue>comes?|came|stems?|stemmed|originates?|originated|is|was|are|were) "
        rf"(?:straight |directly |only |merely |all )?from {WHO}{CLOSED}",
        rf"{THAT} (?:is|was|are|were|has been|have been) (?P<cue>{GIVEN}) by {WHO}{CLOSED}",
        rf"(?:That|This|Those)(?: is|[’']s| was| are| were) {WHO}(?:[’']s|(?<=s)[’']) (?:own )?(?:[\w-]+ )?"
        rf"(?P<cue>{NUMBER_NOUN}){CLOSED}",
        rf"The {NUMBER_NOUN} (?:is|was) {WHO}(?P<cue>[’']s|(?<=s)[’'])(?: own)?{CLOSED}",
    )
)
LONGEST = 160  # characters of a sentence looked at
ONE = re.compile(rf"(?:That|This|The) {NUMBER_NOUN}")


def told_afterwards(context: Context, number: int, position: int) -> Source:
    """Who vouches for a figure by the sentence after its own, in the same paragraph; NOBODY if nobody is told.

    number: index of the figure's sentence; position: where its numeral begins. "That number" means the last one told.

    >>> text = "By noon 40 cellars were wet. So says the fire brigade, anyway."
    >>> told_afterwards(Context(text, [8], []), 0, 8).speaker
    'the fire brigade'
    """
    text, (start, end) = context.text, context.sentence(number + 1)
    if not text.startswith(OPENERS, start, end) or "\n" in text[position:start]:
        return NOBODY
    for form in FORMS:
        match = form.match(text, start, min(end, start + LONGEST))
        if match and _may_vouch(match["who"]):
            later = bisect_left(context.figures, start) - bisect_right(context.figures, position)
            means = later <= 0 or not ONE.match(text, start, end)
            return Source(match["who"], match["cue"] if match["cue"].isalpha() else "", "") if means else NOBODY
    return NOBODY


def _may_vouch(who: str) -> bool:
    """Whether a phrase names people, a body or a paper: what came "from a burst pipe" nobody has told."""
    if who.lower() in PRONOUNS or NO_SOURCE_END.search(who):
        return False
    return claimant_type(who) != "anonymous" or STUDY.search(who) is not None or who.endswith("s")
