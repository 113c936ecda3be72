"""Whether a figure is asserted, reported, doubted or denied, in its sentence or the next."""

import re

from helpers.figures.answers import answer, looked, said_so
from helpers.figures.around import called_denied, told_against
from helpers.figures.context import REACH, Context
from helpers.figures.distance import kept_off
from helpers.figures.judged import judged
from helpers.figures.reach import owner_named, tells_own
from helpers.figures.scorn import believed_if, denied_later, gainsaid, hearsay, scorned
from helpers.figures.truer import truer_after, truer_beside
from helpers.figures.turning import turned_before, turned_down
from helpers.figures.verdicts import (
    CLAIM_WORD,
    DENIAL,
    DOUBT,
    LOOKS_BACK,
    looking_back,
    named_after,
    opens_with_verdict,
    verdict,
    verdict_at,
)
from helpers.voice.cues import CUE_RE, cue_kind

RHETORIC = re.compile(
    r"(?<![\w-])(?:is it (?:really )?(?:possible|plausible|credible|conceivable|likely|believable|true|realistic)|"
    r"are we (?:really |seriously )?(?:to believe|supposed to|expected to|asked to)|(?:does|do|can|could|would|"
    r"will) any(?:one|body) (?:really |seriously )?(?:believe|think|credit)|"
    r"who (?:would|could|can|will)? ?(?:really |seriously )?believes?|how (?:could|can|on earth|likely|plausible|"
    r"credible))(?![\w-])",
    re.I,
)
# Distance from a number within the same clause: "allegedly 300", "a supposed 300".
HEDGE = re.compile(
    r"(?<![\w-])(?:supposed(?:ly)?|purported(?:ly)?|so-called|implausibl[ey]|improbabl[ey]|unlikely|incredible|"
    r"unbelievable|dubious|exaggerated)"
    r"(?:\s+[\w-]+){0,2}\s*$",
    re.I,
)
# "Nobody opened nine gates", "there were never 300 of them".
NONE_DID = re.compile(
    r"(?<![\w-])(?:(?:nobody|no one|no-one) \w+(?:ed|t|k|w)|there (?:is|was|were|are)(?: never| not|n[’']t))\s+$", re.I
)
# "at least 180, not 140": the figure of the other side.
NOT_SO = re.compile(r"(?:[,;–—-] ?|\band )(?:and )?not\s+(?:the\s+)?$", re.I)
EARLIER = re.compile(
    r"(?:Earl(?:y|ier)|Initial|First|Previous|Other) (?:\w+ )?(?:reports?|claims?|figures?|estimates?|counts?)"
)
DIGIT = re.compile(r"\d")
NEITHER = re.compile(r"[\s\"“]*(?:Neither|None|Both|All)(?![\w-])")
# What follows belongs to the other side: "40, while the ministry's claim of 12 is absurd".
SIDE = re.compile(r";|(?<![\w-])(?:while|whereas)(?![\w-])|, but(?![\w-])")
OTHER_SIDE = re.compile(r"(?:(?<![\w-])(?:while|whereas|but)(?![\w-])|;)[^.;]*?\d", re.I)
# "…, and the police said": somebody else tells what follows.
SAID = re.compile(rf" and (?:[\w’'-]+ ){{1,4}}?(?P<cue>{CUE_RE.pattern})")
# "…, but the mill said that was untrue": what others say of the claim in the same sentence.
SAID_SO = re.compile(
    r", (?:but|though|although|yet) (?:[\w’'-]+ ){1,5}?(?:says?|said|insist(?:s|ed)|argue[sd]?|maintain(?:s|ed)) "
    r"(?:that )?(?:this|that) (?:is|was) [\"“'‘]?(?:simply |plainly |completely )?"
    r"(?:false|untrue|wrong|a lie|invented|baseless)(?![\w-])",
    re.I,
)
MAX_STEPS = 3  # sentences looked at after the figure's, counting those in brackets that are stepped over


def _in_brackets(text: str, start: int, end: int, depth: int) -> tuple[bool, int]:
    """(whether the sentence stands in brackets, depth after it)."""
    inside = depth > 0 or text[start] in "(["
    depth += sum(text.count(mark, start, end) for mark in "([") - sum(text.count(mark, start, end) for mark in ")]")
    return inside, max(depth, 0)


def _closes_before(context: Context, number: int, position: int) -> bool:
    """Whether no bracket is open after the figure's sentence: what follows a bracket speaks of what stood before it."""
    text = context.text
    low, high = context.window(number, position)
    if _in_brackets(text, low, high, 0)[1]:
        return False
    opened = text.rfind("(", max(context.paragraph_start(low), low - REACH), low)
    return opened < 0 or text.find(")", opened, low) >= 0


def _neither_after(context: Context, number: int, position: int, paragraph: int) -> bool:
    """Whether the next sentence but one doubts the first figures of the two before it: "Neither could be verified"."""
    if DIGIT.search(context.text, context.sentence(number)[0], position):
        return False
    start, end = context.sentence(number + 2)
    same = end > start and context.paragraph_start(start) == paragraph
    if not same or not NEITHER.match(context.text, start, end):
        return False
    return CLAIM_WORD.search(context.text, start, end) is not None and verdict(context, start, end) == "doubted"


def following_verdict(context: Context, number: int, position: int, claimant: str = "") -> str:
    """What the next sentence says of a claim: doubted, denied or ''; sentences in brackets are stepped over.

    number: index of the sentence with the figure; position: the figure's offset; claimant: who vouches for it, whose
    figure may be judged a sentence later.
    """
    text, depth = context.text, 0
    paragraph = context.paragraph_start(position)
    if not _closes_before(context, number, position):
        return ""
    next_one = True
    for step in range(1, MAX_STEPS + 1):
        start, end = context.sentence(number + step)
        end = min(end, start + REACH)
        if end <= start or start - position > 2 * REACH:
            return ""
        answered = answer(context, start, end, claimant, position) if next_one else ""
        if answered or (next_one and looked(text, start, end)):
            if answered:
                return answered
            continue
        if context.paragraph_start(start) != paragraph and not opens_with_verdict(context, start, end):
            return ""
        inside, depth = _in_brackets(text, start, end, depth)
        if inside:
            continue
        if step == 1 and not NEITHER.match(text, start, end) and _neither_after(context, number, position, paragraph):
            return "doubted"
        if next_one and claimant and truer_after(text, start, end, claimant):
            return "doubted"
        if EARLIER.match(text, start, end):  # "Earlier reports of five deaths were wrong" is about those reports
            return ""
        low = max(0, position - 2 * REACH)
        found, final = looking_back(context, (start, end), next_one, claimant, position, low)
        if found or final:
            return found
        next_one = False
    return ""


def _of_own(context: Context, number: int, start: int) -> str:
    """Stance toward a figure that the author vouches for: asserted, unless the sentence behind it tells otherwise."""
    told = said_so(context, number)
    doubt = following_verdict(context, number, start) if told else ""
    doubt = doubt or ("doubted" if told == "doubted" else "")
    doubt = doubt or answer(context, *context.sentence(number + 1), "", start, own=True)
    if not doubt and _closes_before(context, number, start):  # what follows a bracket means what stood before it
        doubt = named_after(context, number, start)
    return doubt or "asserted"


def stance_of(context: Context, number: int, start: int, own: bool, cue: str, claimant: str = "") -> str:
    """Stance of the text toward a figure.

    number: index of its sentence; start: its offset; own: the author vouches and nobody is quoted; cue: reporting verb;
    claimant: who vouches.
    Returns asserted (own), reported, doubted or denied.
    """
    text = context.text
    low, high = context.window(number, start)
    kind = cue_kind(cue) if cue else ""
    if kind == "deny":
        return "denied"
    if kind == "doubt":
        return "doubted"
    if HEDGE.search(text, max(low, start - 60), start):
        return "doubted"
    if NONE_DID.search(text, max(low, start - 60), start):
        return "denied"
    if NOT_SO.search(text, max(low, start - 12), start) and not own:
        return "denied"
    against = gainsaid(text, low, start) or denied_later(context, (low, high), start)
    if own and not against:
        against = turned_before(context, low, start, named=True)
    against = against or told_against(text, low, start) or called_denied(text, start, high, own)
    against = against or kept_off(text, low, start, high) or judged(context, low, start, high)
    if against:
        return against
    scorn = scorned(text, low, start)
    if scorn or (own and hearsay(text, low, start)):
        following = following_verdict(context, number, start, claimant)
        return following if following == "denied" else scorn or following or "asserted"
    if own:
        return _of_own(context, number, start)
    if context.search(RHETORIC, low, start):
        return following_verdict(context, number, start, claimant) or "doubted"
    if truer_beside(text, start, high, claimant):
        return "doubted"
    told = _same_sentence(context, low, start, high, claimant) or following_verdict(context, number, start, claimant)
    return told or ("doubted" if claimant and believed_if(context, low, high, claimant) else "reported")


def _judged_before(context: Context, low: int, start: int) -> int:
    """Where a verdict on something told before ends and the figure's own clause begins; low where none stands there.

    "That claim is false: (ledgers show 40)", "Reports of a fire were wrong, and (police said 40 had left)".
    """
    text = context.text
    colon = text.rfind(": ", low, start)
    if colon >= 0 and LOOKS_BACK.match(text, low, colon) and context.search(DENIAL, low, colon):
        low = colon + 1
    joint = text.rfind(" and ", low, start)
    told = SAID.match(text, joint, start) if joint >= 0 and context.search(DENIAL, low, joint) else None
    return joint if told and cue_kind(told["cue"]) in ("say", "claim", "show") else low


def _same_sentence(context: Context, low: int, start: int, high: int, claimant: str) -> str:
    """What the sentence of a figure says of it, '' if nothing."""
    low = max([low, *(found.end() for found in SIDE.finditer(context.text, low, start))])
    low = max(low, tells_own(context.text, low, start)[1], _judged_before(context, low, start))
    turned = turned_before(context, low, start)
    if turned:
        return turned
    other = OTHER_SIDE.search(context.text, start, high)
    high = other.end() if other else high
    if context.search(CLAIM_WORD, low, high) or context.search(DOUBT, start, high):
        before = verdict(context, low, start) if not turned_down(context, low, start) else ""
        after, at = ("", high) if before else verdict_at(context, start, high)
        name = owner_named(context.text, start, at) if after else ""
        return before or ("" if name and claimant and name not in claimant.lower().split() else after)
    return turned_down(context, start, high) or ("denied" if context.search(SAID_SO, start, high) else "")
