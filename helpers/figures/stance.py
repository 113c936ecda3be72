"""Whether a figure is asserted, reported, doubted or denied, in its sentence or the next."""

import re

from helpers.figures.context import REACH, Context
from helpers.voice.cues import cue_kind

DOUBT_WORDS = (
    r"doubtful|dubious|questionable|suspicious|suspect|implausible|unlikely|improbable|unbelievable|incredible|"
    r"far-fetched|"
    r"fishy|exaggerated|inflated|overblown|overstated|unconvincing|unverified|unconfirmed|unproven|unsubstantiated|"
    r"fanciful|"
    r"hard to believe|hard to credit|(?:hard|difficult) to (?:square|reconcile)|worthless|meaningless|pure fantasy|"
    r"fairy tales?|"
    r"difficult to believe|beggars belief|open to question|"
    r"open to doubt|in doubt|"
    r"nonsense|laughable|preposterous|absurd|ridiculous|falsely|seemingly false|apparently false|"
    r"(?:could|can|can)(?:not|n[’']t| not) be (?:independently )?(?:verified|confirmed|checked)|"
    r"(?:neither|none) (?:of (?:the|these|those|them) )?(?:(?:two )?(?:figures?|numbers?|claims?|counts?|accounts?) )?"
    r"(?:could|can|has|have|was|were) (?:be |been )?(?:independently )?(?:verified|confirmed|checked)|"
    r"no (?:independent )?(?:evidence|proof|confirmation)|"
    r"do(?:es)? not add up|do(?:es)?n[’']t add up|raises? (?:eyebrows|questions|doubts)|too good to be true|"
    r"pinch of salt|grain of salt|"
    r"(?:nobody|no one|none) (?:[\w’'-]+ ){0,6}?(?:remembers?|recalls?|believes?|noticed|"
    r"(?:saw|seen|heard) (?:of |about )?(?:it|them|this|that|any|such)|could find)"
)
DENIAL_WORDS = (
    r"(?:is|are|was|were) (?:simply |plainly |completely |totally |entirely |utterly )?(?:false|untrue|wrong|a lie|"
    r"lies|fabricated|invented|baseless|made up)|"
    r"(?:is|are|was|were) (?:[\w-]+ ){0,3}?(?:lies?|invention|fiction)|incorrect|not (?:at all |simply )?(?:true|"
    r"right|correct|accurate)|inaccurate|(?:is|are|was|were) (?:\w+ )?(?:incorrect|mistaken)|"
    r"debunked|disproved|disproven|baseless|fabrication|a pack of lies|outright lie"
)
DOUBT = re.compile(rf"(?<![\w-])(?:{DOUBT_WORDS})(?![\w-])", re.I)
DENIAL = re.compile(rf"(?<![\w-])(?:{DENIAL_WORDS})(?![\w-])", re.I)
# A sentence that looks back: a pronoun or "so many" at its start, a bare verdict, or a word for what was claimed.
LOOKS_BACK = re.compile(
    r"[\s\"'“‘(]*(?:(?:But|Yet|And|However|Still|Frankly|Actually|Honestly|In truth|All)[, ]+)?(?:(?:all|of) )?"
    r"(?:(?:I|we) (?:find|found|consider|call|doubt) (?:this|that|it)|this|that|these|those|it|such|seems?|sounds?|"
    r"looks?|neither|none|both|very|quite|rather|highly|most|hardly|hard|no evidence|nobody|no one|"
    r"doubtful|dubious|the \w+)(?![\w-])",
    re.I,
)
NEXT_PARAGRAPH = re.compile(
    r"(?:That|This|Such an?|The) (?:\w+ )?(?:claim|figure|number|estimate|toll|count|statement)", re.I
)
CLAIM_WORD = re.compile(
    r"(?<![\w-])(?:claims?|reports|figures?|numbers?|estimates?|tolls?|counts?|tally|statements?|accounts?|versions?|"
    r"assertions?|announcements?|totals?)(?![\w-])",
    re.I,
)
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
NEGATED = re.compile(r"(?:no|not|without|beyond|never|hardly|n[’']t)\s+(?:\w+\s+){0,2}$", re.I)
# "Nobody opened nine gates", "there were never 300 of them".
NONE_DID = re.compile(
    r"(?<![\w-])(?:(?:nobody|no one|no-one) \w+(?:ed|t|k|w)|there (?:was|were|are) (?:never|not))\s+$", re.I
)
# "at least 180, not 140": the figure of the other side.
NOT_SO = re.compile(r"(?:[,;–—-] ?|\band )(?:and )?not\s+$", re.I)
EARLIER = re.compile(
    r"(?:Earl(?:y|ier)|Initial|First|Previous|Other) (?:\w+ )?(?:reports?|claims?|figures?|estimates?|counts?)"
)
DIGIT = re.compile(r"\d")
NEITHER = re.compile(r"[\s\"“]*(?:Neither|None|Both|All)(?![\w-])")
MAX_STEPS = 3  # sentences looked at after the figure's, counting those in brackets that are stepped over


def _negated(text: str, start: int) -> bool:
    """'beyond doubt', 'not exaggerated': the doubt is taken back."""
    return NEGATED.search(text[max(0, start - 24) : start]) is not None


def _verdict(context: Context, start: int, end: int) -> str:
    """doubted or denied if words between start and end say so, else ''."""
    if context.search(DENIAL, start, end):
        return "denied"
    found = context.search(DOUBT, start, end)
    return "doubted" if found and not _negated(context.text, found.start()) else ""


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
    return CLAIM_WORD.search(context.text, start, end) is not None and _verdict(context, start, end) == "doubted"


def following_verdict(context: Context, number: int, position: int) -> str:
    """What the next sentence says of a claim: doubted, denied or ''; sentences in brackets are stepped over.

    number: index of the sentence with the figure; position: the figure's offset.
    """
    text, depth = context.text, 0
    paragraph = context.paragraph_start(position)
    if not _closes_before(context, number, position):
        return ""
    for step in range(1, MAX_STEPS + 1):
        start, end = context.sentence(number + step)
        end = min(end, start + REACH)
        if end <= start or start - position > 2 * REACH:
            return ""
        if context.paragraph_start(start) != paragraph and not NEXT_PARAGRAPH.match(text, start, end):
            return ""
        inside, depth = _in_brackets(text, start, end, depth)
        if inside:
            continue
        if step == 1 and not NEITHER.match(text, start, end) and _neither_after(context, number, position, paragraph):
            return "doubted"
        if EARLIER.match(text, start, end):  # "Earlier reports of five deaths were wrong" is about those reports
            return ""
        looks_back = LOOKS_BACK.match(text, start, end) or CLAIM_WORD.search(text, start, end)
        return _verdict(context, start, end) if looks_back else ""
    return ""


def stance_of(context: Context, number: int, start: int, own: bool, cue: str) -> str:
    """Stance of the text toward a figure.

    number: index of its sentence; start: its offset; own: the author vouches and nobody is quoted; cue: reporting verb.
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
    if own:
        return "asserted"
    if context.search(RHETORIC, low, start):
        return "doubted"
    if context.search(CLAIM_WORD, low, high) or context.search(DOUBT, start, high):
        verdict = _verdict(context, low, high)
        if verdict:
            return verdict
    return following_verdict(context, number, start) or "reported"
