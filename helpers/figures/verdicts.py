"""Words that doubt or deny a claim, in its own sentence or in one that looks back at it."""

import re

from helpers.figures.context import Context
from helpers.figures.reach import NUMBER_WORDS, means_another, owner_named
from helpers.figures.turning import CALLED_SO, turned_down, turning

# What both judges a claim and looks back at it.
ANOTHER_STORY = r"(?:tells?|told) (?:a )?(?:very |quite |rather )?(?:different|another) (?:story|tale)"
NO_TRACE = r"(?:finds?|found|saw|seen|see) (?:no|neither) (?:sign|trace|evidence|proof)s?"
NO_SIGN = r"no (?:sign|trace)s? of (?:it|them|this|that|any|such|either)"
SHOWS_NONE = (
    r"without (?:ever )?(?:showing|offering|giving|providing|presenting|producing|naming|citing) "
    r"(?:any(?: of (?:it|them))?(?: (?:evidence|proof|names?|sources?|details?|pictures?))?|"
    r"a single \w+|one|evidence|proof)"
)
NEVER = r"never (?:happened|existed|took place)|nothing of the (?:sort|kind)"
CALLED = r"(?:calls?|called|branded|labelled|labeled|termed) (?:this|that|it|them|both)"
DOUBT_WORDS = (
    r"doubtful|dubious|questionable|suspicious|suspect|implausible|unlikely|improbable|unbelievable|incredible|"
    r"far-fetched|"
    r"fishy|exaggerated|inflated|overblown|overstated|unconvincing|unverified|unconfirmed|unproven|unsubstantiated|"
    r"fanciful|"
    r"hard to believe|hard to credit|(?:hard|difficult) to (?:square|reconcile)|worthless|meaningless|pure fantasy|"
    r"fairy tales?|"
    r"difficult to believe|beggars belief|open to question|"
    r"open to doubt|in doubt|(?:not|hardly|barely|far from) (?:reliable|credible|believable|plausible|trustworthy|to "
    r"be (?:trusted|believed))|unreliable|guesswork|hard to swallow|makes? no sense|"
    r"(?:is|are|was|were|remains?) (?!not |never )"
    r"(?:\w+ )?(?:disputed|contested)|"
    r"nonsense|rubbish|poppycock|hogwash|wishful thinking|unfounded|groundless|ludicrous|outlandish|"
    r"laughable|preposterous|absurd|ridiculous|falsely|seemingly false|apparently false|"
    r"(?:could|can|can)(?:not|n[’']t| not) be (?:independently )?(?:verified|confirmed|checked)|"
    r"(?:neither|none) (?:of (?:the|these|those|them) )?(?:(?:two )?(?:figures?|numbers?|claims?|counts?|accounts?) )?"
    r"(?:could|can|has|have|was|were) (?:be |been )?(?:independently )?(?:verified|confirmed|checked)|"
    r"no (?:independent )?(?:evidence|proof|confirmation)|"
    r"do(?:es)? not add up|do(?:es)?n[’']t add up|raises? (?:eyebrows|questions|doubts)|too good to be true|"
    r"pinch of salt|grain of salt|"
    r"(?:nobody|no one|none) (?:[\w’'-]+ ){0,6}?(?:remembers?|recalls?|(?<!could )believes?|noticed|"
    r"(?:saw|seen|heard) (?:of |about )?(?:it|them|this|that|any|such)(?! coming)|could find)|"
    r"(?:this|that|it) (?:is|was) (?:just |simply )?[\"“'‘]?(?:an? )?"
    r"(?:(?:pure|sheer|complete|utter|total) )?fantasy(?! \w)|"
    rf"{ANOTHER_STORY}|{NO_TRACE}|{NO_SIGN}|{SHOWS_NONE}|{CALLED_SO}"
)
IS = r"(?:is|are|was|were|(?:that|this|it)[’']s|they[’']re)"
DENIAL_WORDS = (
    rf"{IS} [\"“'‘]?(?:simply |plainly |completely |totally |entirely |utterly |just |all )?(?:false|untrue|"
    r"wrong|a lie|lies|fabricated|invented|baseless|made up)|"
    rf"{IS} (?:[\w-]+ ){{0,3}}?(?:lies?|invention|fiction)|incorrect|"
    r"(?:cannot|can[’']t|can not|couldn[’']t|could not) (?:possibly )?be (?:true|right|correct)|"
    r"not (?:at all |simply )?(?:true|right|correct|accurate)|inaccurate|"
    r"(?:is|are|was|were) (?:\w+ )?(?:incorrect|mistaken)|"
    r"debunked|disproved|disproven|baseless|fabrication|a pack of lies|outright lie|"
    rf"{CALLED} (?:simply |plainly |outright )?"
    r"(?:an? )?(?:[a-z]+ )?(?:lies?|false|untrue|fiction|invention|fabrication|hoax)|"
    rf"{NEVER}|"
    r"no such [\w-]+(?: [\w-]+){0,3}? (?:exists?|existed|is|are|was|were|has|have|had|took|came|happened)"
)
DOUBT = re.compile(rf"(?<![\w-])(?:{DOUBT_WORDS})(?![\w-])", re.I)
DENIAL = re.compile(rf"(?<![\w-])(?:{DENIAL_WORDS})(?![\w-])", re.I)
# A sentence that looks back: a pronoun or "so many" at its start, a bare verdict, or a word for what was claimed.
LOOKS_BACK = re.compile(
    r"[\s\"'“‘(]*(?:(?:But|Yet|And|However|Still|Frankly|Actually|Honestly|In truth|All)[, ]+)?(?:(?:all|of) )?"
    r"(?:(?:I|we) (?:find|found|consider|call|doubt) (?:this|that|it)|this|that|these|those|it|such|seems?|sounds?|"
    r"[\w ,.’'-]{2,50}? (?:says?|said|insist(?:s|ed)|argue[sd]?|maintain(?:s|ed)|repl(?:ies|ied)) (?:that )?"
    r"(?:this|that|it) (?:is|was)|"
    r"[\w ]{2,40}? (?:calls?|called|finds?|found|considers?|considered) (?:this|that|it)|"
    r"looks?|neither|none|both|very|quite|rather|highly|most|hardly|hard|no evidence|nobody|no one|"
    r"doubtful|dubious|the \w+)(?![\w-])",
    re.I,
)
NEXT_PARAGRAPH = re.compile(
    rf"(?:That|This|Those|These|Such an?|The) (?:\w+ )?(?:{NUMBER_WORDS}|claims?|statements?)(?![\w-])", re.I
)
CLAIM_WORD = re.compile(
    rf"(?<![\w-])(?:{NUMBER_WORDS}|claims?|reports|statements?|accounts?|versions?|"
    r"assertions?|announcements?|talk|rumou?rs?|tales?|boasts?|allegations?)(?![\w-])",
    re.I,
)
CONTRADICTED = re.compile(
    rf"(?<![\w-])(?:{ANOTHER_STORY}|{NO_SIGN}|{NO_TRACE} of (?:it|them|this|that|any|such|either)|no such [\w-]+|"
    rf"{NEVER}|{CALLED})(?![\w-])",
    re.I,
)
NEGATED = re.compile(r"(?:no|not|without|beyond|never|hardly|n[’']t)\s+(?:\w+\s+){0,2}$", re.I)
NUMERAL = re.compile(
    r"\d|(?<![\w-])(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|third|quarter|dozens?|"
    r"hundreds?|thousands?|millions?)(?![\w-])",
    re.I,
)
# "The ministry's figure is not reliable": whose figure is judged.
OWNER = re.compile(
    r"[\s\"“(]*(?:(?:But|Yet|And|However),? )?(?P<who>(?:the )?[\w-]+(?: [\w-]+){0,3}?)(?:[’']s|(?<=s)[’']) "
    r"(?:[\w-]+ )?"
    rf"(?:{NUMBER_WORDS}|claims?|statements?|accounts?|versions?)(?![\w-])",
    re.I,
)
# What names the number of the sentence before: "that figure", "this list".
NAMES = (" figure", " number", " estimate", " total", " toll", " count", " tally", " sum", " list", " claim")
NAMED = re.compile(
    r"(?<![\w-])(?:that|this) (?:[a-z]+ )?(?:figure|number|estimate|total|toll|count|tally|sum|list|claim)"
    r"(?! (?:of|that) )(?![\w-])",
    re.I,
)
OF_NUMBER = re.compile(r"\s(?:of|that)\s(?:[\w-]+\s){0,3}?\d")
NEAR = 90  # characters from the start of a sentence in which it turns a claim down


def _negated(text: str, start: int) -> bool:
    """'beyond doubt', 'not exaggerated': the doubt is taken back."""
    return NEGATED.search(text[max(0, start - 24) : start]) is not None


def _other_owner(context: Context, start: int, end: int, low: int, claimant: str) -> bool | None:
    """Whether a sentence judges the figure of somebody other than the claimant; None where it names no owner."""
    text = context.text
    owner = OWNER.match(text, start, end)
    if not owner:
        return None
    name = owner["who"].split()[-1].lower()
    if name in claimant.lower().split():
        return False
    if OF_NUMBER.match(text, owner.end(), end):  # "The guard's figure of 12 is a lie"
        return True
    return name in text[low:start].lower()


def verdict_at(context: Context, start: int, end: int) -> tuple[str, int]:
    """(doubted or denied if words between start and end say so, where they stand); ("", end) if none do."""
    found = context.search(DENIAL, start, end)
    if found:
        return "denied", found.start()
    turned = turning(context, start, end)
    if turned[0]:
        return turned
    found = context.search(DOUBT, start, end)
    return ("doubted", found.start()) if found and not _negated(context.text, found.start()) else ("", end)


def verdict(context: Context, start: int, end: int) -> str:
    """Doubted or denied if words between start and end say so, else ''."""
    return verdict_at(context, start, end)[0]


def _turned_early(context: Context, start: int, end: int) -> bool:
    return turned_down(context, start, min(end, start + NEAR)) != ""


def _contradicts(context: Context, start: int, end: int) -> bool:
    """Whether a sentence without a number of its own tells that what was claimed was not found or did not happen."""
    found = context.search(CONTRADICTED, start, end)
    return found is not None and not NUMERAL.search(context.text, start, end)


def opens_with_verdict(context: Context, start: int, end: int) -> bool:
    """Whether a sentence that opens a paragraph may speak of a claim of the paragraph before."""
    return NEXT_PARAGRAPH.match(context.text, start, end) is not None or _turned_early(context, start, end)


def looking_back(
    context: Context, bounds: tuple[int, int], next_one: bool, claimant: str, position: int, low: int
) -> tuple[str, bool]:
    """(what a sentence says of a claim before it, whether no later one need be asked).

    bounds: of the sentence; next_one: it follows the claim's own sentence; claimant: who made the claim; position:
    offset of the claim's figure; low: where that passage begins.
    """
    start, end = bounds
    other = _other_owner(context, start, end, low, claimant)
    if other is False:
        return verdict(context, start, end), True
    if other or not next_one or not _speaks_of_claims(context, start, end):
        return "", False
    found, at = verdict_at(context, start, end)
    name = owner_named(context.text, start, at) if found else ""
    if name and name not in claimant.lower().split() and name in context.text[low:start].lower():
        return "", False
    return "" if found and means_another(context, start, at, position, claimant) else found, False


def _speaks_of_claims(context: Context, start: int, end: int) -> bool:
    """Whether a sentence may judge what the one before it claims."""
    looks_back = LOOKS_BACK.match(context.text, start, end) is not None
    if looks_back or _turned_early(context, start, end) or _contradicts(context, start, end):
        return True
    word = CLAIM_WORD.search(context.text, start, end)
    return word is not None and not NUMERAL.search(context.text, start, end)


def named_after(context: Context, number: int, position: int) -> str:
    """What the sentence behind one of the author's own says of the figure that it names: "That number is disputed."

    number: index of the figure's sentence; position: its offset. Returns doubted, denied or ''.
    """
    text, (start, end) = context.text, context.sentence(number + 1)
    end = min(end, start + NEAR)
    if not any(word in text[start:end] for word in NAMES) or text[context.sentence(number)[0]] in "([":
        return ""
    if context.paragraph_start(start) != context.paragraph_start(position):
        return ""
    named = NAMED.search(text, start, end)
    found, at = verdict_at(context, start, end) if named else ("", end)
    return "" if found and means_another(context, start, at, position) else found
