"""Which figure a verdict can mean: one told before it, and not the one that whoever judges tells of his own."""

import re
from bisect import bisect_left, bisect_right

from helpers.figures.context import Context
from helpers.voice.cues import CUE_RE, cue_kind

# Words for a number that somebody claims, and those for whatever is claimed.
NUMBER_WORDS = r"figures?|numbers?|estimates?|tolls?|counts?|tally|tallies|totals?|sums?|amounts?"
CLAIM_WORDS = (
    rf"{NUMBER_WORDS}|claims?|reports?|statements?|accounts?|versions?|assertions?|allegations?|rumou?rs?|tales?|"
    r"stor(?:y|ies)|boasts?"
)
# Those that somebody may turn down: with what tells a claim and how it was found.
CLAIM_NOUNS = (
    rf"{NUMBER_WORDS}|claims?|reports?|study|survey|poll|findings?|data|results?|stor(?:y|ies)|statements?|accusations?|"
    r"allegations?|assertions?|accounts?|versions?|rumou?rs?|calculations?|projections?|forecasts?|statistics|"
    r"arithmetic|maths|suggestions?"
)
# "The official toll of 14 is a lie": a word for a claim that names the number it means.
NAMES_NUMBER = re.compile(
    rf"(?<![\w-])(?:{NUMBER_WORDS}|claims?|reports?|talk|rumou?rs?|tales?|"
    r"boasts?|allegations?|stor(?:y|ies)|versions?|accounts?) (?:of|that|about) (?:[\w’'-]+ ){0,3}$",
    re.I,
)
# "The paper wrote of 22 deaths; the mayor denied that": what is told in the clause before the verdict.
NEW_CLAUSE = re.compile(r"[;:–—]|, and(?![\w-])|(?<![\w-])(?:but|yet|while|whereas|though|although)(?![\w-])", re.I)
ONE_NUMBER = re.compile(
    r"(?<![\w-])(?:this|that|the|an?|its|their|his|her|[\w-]+(?:[’']s|(?<=s)[’'])) (?:[\w-]+ )?"
    r"(?:figure|number|toll|count|total|tally|estimate|sum|amount)(?![\w-])",
    re.I,
)
NUMERAL = re.compile(r"[\w.,]{0,30}\w")
ANOTHER_TELLS = re.compile(r";|(?<![\w-])(?:while|whereas|but)(?![\w-])", re.I)
# What was claimed, as the object of a verb that turns it down: "denied this", "doubts the figure".
OBJECT = (
    r"(?:(?:(?:a (?:single )?word|any|all|most|much) of )?"
    r"(?:this|that|it|them|these|those|both)(?=\s*(?:[.,;:!?)—–\n\x00]|$|(?:and|but|as|too|either|saying|on|"
    r"outright|flatly|categorically|for)(?![\w-])))|"
    r"(?:(?:the|this|that|these|those|such|its|their|his|her|our|both|any such) |"
    r"(?!either |both )(?:the )?(?:[\w-]{1,30} )?[\w-]{1,30}(?:[’']s|(?<=s)[’']) )(?:\w{1,30} )?"
    rf"(?:{CLAIM_NOUNS})"
    r"(?! (?:of|that|for|to|against) )(?![\w-]))"
)
OWNED = re.compile(
    rf"(?<![\w-])(?P<who>[\w-]+)(?:[’']s|(?<=s)[’']) (?:[\w-]+ )?(?:{NUMBER_WORDS}|claims?)(?![\w-])", re.I
)
CLAIM_BEFORE = re.compile(OBJECT, re.I)
AND = re.compile(r"(?<![\w-])(?:and|but)\s(?:(?:[a-z]+ly|now|also|instead)\s)?")
LONGEST = 60  # characters of a figure and of the words that may name it


def _told_between(context: Context, start: int, end: int) -> list[int]:
    """Offsets of the figures that begin in text[start:end]."""
    return context.figures[bisect_left(context.figures, start) : bisect_right(context.figures, end - 1)]


def _same_number(text: str, one: int, two: int) -> bool:
    """Whether the same numeral is printed at two places."""
    a, b = (NUMERAL.match(text, at, at + LONGEST) for at in (one, two))
    return a is not None and b is not None and a.group().lower() == b.group().lower()


def _told_first(context: Context, position: int, claimant: str) -> bool:
    """Whether a figure stands behind another one of the same claim in its sentence: "they say that 40 of (90) left"."""
    low = context.sentence(context.sentence_number(position))[0]
    named = context.text.rfind(claimant, low, position) if claimant else -1
    told = _told_between(context, max(low, named + len(claimant)) if named >= 0 else low, position)
    return bool(told) and not ANOTHER_TELLS.search(context.text, told[-1], position)


def means_another(context: Context, start: int, at: int, position: int, claimant: str = "") -> bool:
    """Whether a verdict at `at`, in a sentence that begins at `start`, means another figure than that at `position`.

    It does where its own sentence tells a figure in the clause before it ("they wrote of 22; the mayor denied that") or
    by the very word for the claim ("the toll of 14 is a lie"), and where one number is meant and somebody else told
    another after ours ("the guild 30, while the board counted 12. The mayor denied that figure") or the claimant one
    before it ("the guild said 40 boats sank in three days. The mayor denied that figure").
    """
    text = context.text
    for told in _told_between(context, start, at):
        own = NEW_CLAUSE.search(text, told, at) or NAMES_NUMBER.search(text[max(start, told - LONGEST) : told])
        if own and not _same_number(text, told, position):
            return True
    later = [told for told in _told_between(context, position + 1, start) if told > position]
    if not ONE_NUMBER.search(text, start, at + LONGEST):
        return False
    if later and ANOTHER_TELLS.search(text, position, later[-1]):
        return True
    return _told_first(context, position, claimant)


def owner_named(text: str, start: int, at: int) -> str:
    """Whose figure a verdict at `at` judges, in lower case: "called the mill's tally absurd"; '' if unsaid."""
    owner = OWNED.search(text, start, at + LONGEST)
    return owner["who"].lower() if owner else ""


def tells_own(text: str, start: int, position: int) -> tuple[str, int]:
    """(the verb by which somebody who has judged a claim tells his own figure, where it ends); ("", start) if none.

    start: where his judgement begins; position: where the numeral begins. "They dispute this and say that (40 left)".
    """
    if text.find(" and ", start, position) < 0 and text.find(" but ", start, position) < 0:
        return "", start
    cues = [(joint.start(), CUE_RE.match(text, joint.end(), position)) for joint in AND.finditer(text, start, position)]
    own = [(at, cue) for at, cue in cues if cue and cue_kind(cue.group()) in ("say", "claim", "show")]
    # One character more: the numeral itself, or "denied that 40" would end with a "that" of its own.
    judged = CLAIM_BEFORE.search(text, start, position + 1) if own else None
    told = next((cue for at, cue in own if judged and at >= judged.end()), None)
    return (told.group(), told.end()) if told else ("", start)
