"""A verdict on what a number is called in its own sentence: "the toll of 14 is disputed", "the 9 per cent figure"."""

import re

from helpers.figures.context import Context
from helpers.figures.reach import CLAIM_NOUNS
from helpers.figures.scorn import SCORN

CLAIMS = rf"{CLAIM_NOUNS}|boasts?|talk|tales?|announcements?|headlines?|valuations?|assessments?"
# "the rebels' claim of having sunk (40 …)": what the number is called stands before it.
CALLED_BEFORE = re.compile(
    rf"(?<![\w-])(?:(?:{CLAIMS}) (?:of|that|about)|(?:claiming|alleging|suggesting|reporting|saying) that) "
    r"(?:(?!that |who |which |and |but )[^\s.,;:!?]{1,24} ){0,10}$", re.I
)
# "the (9 per cent figure)"
CALLED_AFTER = re.compile(
    r"[^\s;:!?]{1,20}(?:[ -](?!and |or )[\w%-]{1,24}){0,3}[ -](?:figure|number|estimate|toll|total|"
    r"tally|statistic|claim|"
    r"count|forecast|projection|valuation|headline)(?![\w-])",
    re.I,
)
# What may stand between the number and the verdict: the rest of its name and something put in.
WORD = r"(?: (?!and |but |while |whereas |who |not |never |nobody )[^\s.,;:!?—–]{1,24})"
PUT_IN = r"(?:, ?[^,;:.!?—–\n]{2,80},[”\"’']?| ?[—–] ?[^,;:.!?—–\n]{2,80}[—–]|, (?:which|something that))"
BEHIND = rf"[^\s;:!?]{{1,20}}{WORD}{{0,10}}?[”\"’']?{PUT_IN}? ?"
LINK = (
    r"(?:(?:is|are|was|were|looks?|looked|seems?|seemed|appears?|appeared|sounds?|remains?|remained|proved|proves|"
    r"turn(?:s|ed) out|ha(?:s|ve|d) (?:[a-z]{2,16}ly |since |now |long )?(?:been|proved)|(?:must|may|"
    r"might|could|can|should|"
    r"will|would|needs? to|ought to|ha(?:s|ve) to) be)(?: to be| to have been| like)? )"
)
HOW = (
    r"(?:(?:almost|very|now|still|also|since|later|soon|then|already|often|much|far|way|quite|well|"
    r"at best|an?|the|[\"“'‘]?[a-z]{2,16}ly|seen as|"
    r"little more than|nothing (?:more than|but|short of)|pure|sheer|complete|total|utter|gross|wild|being|clear|"
    r"said to be|thought to be|believed to be|regarded as) ?){0,4}[\"“'‘]?"
)
MOCKERY = (
    r"(?:disbelief|scepticism|skepticism|incredulity|derision|ridicule|scorn|mockery|laughter|jeers|suspicion|raised "
    r"eyebrows|hoots)"
)
SHAM = (
    r"make-believe|myth|sham|fiction|fantasy|illusion|mirage|fairy tale|invention|fabrication|figment|"
    r"conjuring trick|sleight of "
    r"hand|(?:statistical|accounting) (?:illusion|trick|artefact|artifact|mirage|fiction)"
)
FALSE = (
    r"false|untrue|wrong|incorrect|lies?|fabricated|invented|made[ -]up|hoax|baseless|bogus|myth|fake|mistaken|"
    r"retracted|withdrawn|debunked|discredited|disproved|disproven|refuted|fictitious|erroneous|cooked up|falsified"
)
DOUBTFUL = (
    rf"{SCORN}|disputed|contested|challenged|questioned|doubted|in (?:dispute|doubt|question)|disbelieved|ridiculed|"
    r"mocked|derided|rubbished|suspect|unverified|unconfirmed|unproven|unsubstantiated|unbelievable|incredible|"
    r"unlikely|understated|massaged|doctored|fudged|too (?:high|low)(?! for)|(?:\w{1,16} )?(?:over|"
    r"under)(?:estimate|count|"
    rf"statement)s?|exaggerations?|guess|(?:greeted|met|received|viewed|regarded|treated|taken|read|handled|seen) with "
    rf"(?:[\w-]{1,16} )?(?:{MOCKERY}|caution|care|a (?:\w{1,16} )?(?:pinch|grain)|reserve)|"
    r"open to (?:question|doubt|dispute)|(?:hard|difficult|impossible) to (?:believe|credit|verify|square|reconcile|"
    r"justify|swallow|take seriously)|on the (?:high|low|generous|optimistic) side|generous|over-?optimistic|"
    r"wishful thinking|under (?:fire|attack)|called into (?:question|doubt)|wide of the mark|"
    r"not what (?:it|they) seems?"
)
# These mean that a thing is not what it is given out as, even where nothing calls it a claim.
NOT_REAL = (
    rf"(?:{LINK}{HOW}(?:{SHAM}|nothing of the (?:kind|sort)|too good to be true)|"
    r"exist(?:s|ed)? only (?:on paper|in )|(?:never|has never|have never) (?:happened|existed|took place|materialised|"
    r"materialized))(?![\w-])"
)
VERBS = (
    rf"(?:ha(?:s|ve|d) )?(?:raise[sd]? (?:\w{1,16} )?(?:eyebrows|questions|doubts)|(?:come|came|"
    rf"comes) (?:in for|under) "
    rf"(?:\w{1,16} )?(?:fire|attack|ridicule|scrutiny)|(?:drew|drawn|draws|met|meets|provoked|"
    rf"prompted) (?:\w{1,16} )?{MOCKERY})|"
    r"(?:do|does|did|will|would)(?: not|n[’']t) (?:stand up|hold (?:up|water)|add up|survive|bear|withstand|make sense|"
    r"square with|tally with|match|reflect reality)|(?:beggars?|defie[sd]|def(?:y|ies)|strains?|strained|stretche[sd]) "
    r"(?:all )?(?:belief|credulity|logic|reason|credibility)|(?:has|have|had) (?:no|little) (?:basis|foundation|merit|"
    r"substance|support)|(?:fl(?:y|ies|ew)) in the face of|(?:understate|overstate|exaggerate|underestimate|"
    r"overestimate|inflate|undercount)[sd]?|can(?:not|[’']t| not) be (?:right|trusted|relied|true|believed|taken)|"
    r"(?:collapse|unravel|crumble)(?:s|d|led|ed) |fell apart|falls apart"
)
JUDGED = re.compile(
    rf"{BEHIND}(?:{LINK}{HOW}(?:(?P<denied>{FALSE})|{DOUBTFUL})(?![\w-])(?! (?:about|to say))|(?:{VERBS})(?![\w])|"
    rf"{NOT_REAL})",
    re.I,
)
UNREAL = re.compile(rf"{BEHIND}{NOT_REAL}", re.I)
UNREAL_STEMS = ("make-b", "fiction", "fantasy", "illusion", "mirage", "fairy", "invention", "fabrication", "figment")
UNREAL_STEMS += ("myth", "sham", "trick", "sleight", "artefact", "artifact", "nothing of", "too good", "exist", "never")
BEFORE = 130  # characters before a number in which a word for its claim may stand
AFTER = 240  # characters behind a number in which its claim may be judged


def judged(context: Context, low: int, number: int, high: int) -> str:
    """Denied or doubted if the sentence judges what it calls a number: "the toll of 14 is disputed", else ''.

    low, high: where the sentence begins and ends; number: offset of the number.
    """
    text, high = context.text, min(high, number + AFTER)
    before = text[max(low, number - BEFORE) : number]
    called = (" of " in before or " that " in before or " about " in before) and CALLED_BEFORE.search(before)
    if called or CALLED_AFTER.match(text, number, high):
        found = JUDGED.match(text, number, high)
        return "" if not found else "denied" if found["denied"] else "doubted"
    said = text[number:high].lower()
    unreal = any(stem in said for stem in UNREAL_STEMS) and UNREAL.match(text, number, high)
    return "doubted" if unreal else ""
