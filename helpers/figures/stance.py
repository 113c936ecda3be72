"""Whether a figure is asserted, reported, doubted or denied, in its sentence or the next."""

import re

from helpers.figures.answers import answer, looked, said_so
from helpers.figures.context import REACH, Context
from helpers.figures.reach import owner_named, tells_own
from helpers.figures.turning import turned_down
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
from helpers.voice.classes import AUXILIARY
from helpers.voice.cues import CUE_RE, cue_kind

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
# "if the log is to be believed", "would have us believe": told on condition.
BELIEF = re.compile(
    r"(?<![\w-])(?:if (?P<who>[^.;:,]{1,50}) (?:is|are|was|were) to be believed|(?<!\bI )(?<!\bwe )would (?:have|"
    r"like|love|want) (?:us|you|it|everyone|people|voters|readers) (?:to )?(?:be )?believed?)(?![\w-])",
    re.I,
)
# "is said to have paid 40", "reportedly": nobody vouches by name.
HEARSAY = re.compile(
    r"(?<![\w-])(?:reportedly|allegedly|(?:(?:is|are|was|were) |(?P<reduced>(?<=, )))(?:[a-z]+ly |also |now |still )?"
    r"(?:said|reported|rumou?red|alleged|understood|believed|thought) (?:to(?! the| a)|that))(?![\w-])",
    re.I,
)
CLAUSE_JOINT = re.compile(rf"[.;:!?]\s|,\s(?:but|and|while|whereas|who|which|where|when|{AUXILIARY})\s")
EARLIER = re.compile(
    r"(?:Earl(?:y|ier)|Initial|First|Previous|Other) (?:\w+ )?(?:reports?|claims?|figures?|estimates?|counts?)"
)
# What follows belongs to the other side: "40, while the ministry's claim of 12 is absurd".
SIDE = re.compile(r";|(?<![\w-])(?:while|whereas)(?![\w-])|, but(?![\w-])")
OTHER_SIDE = re.compile(r"(?:(?<![\w-])(?:while|whereas|but)(?![\w-])|;)[^.;]*?\d", re.I)
# "…, and the police said": somebody else tells what follows.
SAID = re.compile(rf" and (?:[\w’'-]+ ){{1,4}}?(?P<cue>{CUE_RE.pattern})")
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


def _hearsay(context: Context, low: int, start: int) -> bool:
    """Whether a clause says that it only passes on what unnamed people tell."""
    found = list(HEARSAY.finditer(context.text, max(low, start - 120), start))
    if not found:
        return False
    reduced = found[-1]["reduced"] is not None  # ", said to own 40 castles": until the next comma
    closed = "," in context.text[found[-1].end() : start] if reduced else False
    return not closed and not CLAUSE_JOINT.search(context.text, found[-1].end(), start)


def _on_belief(context: Context, low: int, high: int, own: bool, claimant: str) -> bool:
    """Whether a sentence leaves it to the reader to believe the claimant."""
    found = context.search(BELIEF, low, high) if " believe" in context.text[low:high] else None
    if not found:
        return False
    return own or not found["who"] or found["who"].lower().endswith(claimant.lower().split()[-1])


AS_WHAT = re.compile(r"(?:\sas\s[^.;:,]{2,40})?\s$")
JUDGED_NEAR = 60  # characters before a paper in which the verb that turns it down stands


def _paper_judged(text: str, low: int, start: int, claimant: str) -> str:
    """How the claimant itself is judged right before its name: "dismissed as false a memo saying that 40 left"."""
    at = text.rfind(claimant, low, start) if claimant else -1
    for cue in CUE_RE.finditer(text, max(low, at - JUDGED_NEAR), at) if at > low else ():
        kind = cue_kind(cue.group())
        if kind in ("deny", "doubt") and AS_WHAT.match(text, cue.end(), at):
            return "denied" if kind == "deny" else "doubted"
    return ""


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
    if _on_belief(context, low, high, own, claimant):
        return "doubted"
    if own:
        told = _of_own(context, number, start)
        return "reported" if told == "asserted" and _hearsay(context, low, start) else told
    told = _paper_judged(text, low, start, claimant) or _same_sentence(context, low, start, high, claimant)
    told = told or following_verdict(context, number, start, claimant)
    return told or "reported"


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
    other = OTHER_SIDE.search(context.text, start, high)
    high = other.end() if other else high
    if context.search(CLAIM_WORD, low, high) or context.search(DOUBT, start, high):
        before = verdict(context, low, start) if not turned_down(context, low, start) else ""
        after, at = ("", high) if before else verdict_at(context, start, high)
        name = owner_named(context.text, start, at) if after else ""
        return before or ("" if name and claimant and name not in claimant.lower().split() else after)
    return turned_down(context, start, high)
