"""Verbs that turn a claim down, with what they turn down: "denied this", "rubbished that sum", "laughed it off"."""

import re

from helpers.figures.context import Context
from helpers.figures.reach import CLAIM_NOUNS, OBJECT
from helpers.figures.scorn import UNTRUE, UNTRUE_STEMS

DENIES = (
    r"den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|refut(?:e[sd]?|ing)|rebut(?:s|ted|ting)?|"
    r"contradict(?:s|ed|ing)?|repudiat(?:e[sd]?|ing)|disavow(?:s|ed|ing)?|disown(?:s|ed|ing)?|"
    r"debunk(?:s|ed|ing)?|discredit(?:s|ed|ing)?"
)
DOUBTS = (
    r"doubt(?:s|ed|ing)?|disput(?:e[sd]?|ing)|question(?:s|ed|ing)?|challeng(?:e[sd]?|ing)|contest(?:s|ed|ing)?|"
    r"cast(?:s|ing)? (?:\w+ )?doubts? (?:on|over|upon)|"
    r"(?:do|does|did)(?: not|n[’']t) (?:believe|trust|accept|credit|buy|recogni[sz]e)|"
    r"(?:is|are|was|were|[’'](?:m|re))(?: not|n[’']t) (?:buying|having)|(?:would|will|wo)(?: not|n[’']t) hear of|"
    r"(?:scoff|sneer|laugh|jeer)(?:s|ed|ing)? at|(?:pour(?:s|ed|ing)?|heap(?:s|ed|ing)?) (?:scorn|cold water) "
    r"(?:on|over)|mock(?:s|ed|ing)?|derid(?:e[sd]?|ing)|ridicul(?:e[sd]?|ing)|rubbish(?:es|ed|ing)|"
    r"pooh-pooh(?:s|ed|ing)?|(?:laugh|brush|wav|swat|bat)(?:t?e[sd]|s|t?ing)? (?:off|aside|away)|"
    r"(?:takes?|took|taking) issue with|(?:quarrel|quibble|disagree)(?:l?e?[sd]|l?ing)? with|"
    r"(?:pok(?:e[sd]?|ing)|pick(?:s|ed|ing)?) holes in|"
    r"(?<!not )(?<!n[’']t )(?<!never )(?:sceptical|skeptical|dubious|doubtful|suspicious|unconvinced|unpersuaded|"
    r"incredulous) (?:of|about|by|at)|(?:ha(?:s|ve|d)|having|voiced|expressed) (?:\w+ )?doubts (?:about|over)"
)
# "has not been able to verify", "there is no way to check", with what could not be checked behind it.
CANNOT = r"(?:can(?:not| not|[’']t)|could(?: not|n[’']t))"
CHECKED = r"(?:verified|confirmed|corroborated|substantiated|checked|authenticated|proven)"
UNABLE = (
    rf"(?:{CANNOT}|(?:unable|impossible|failed) to|no (?:way|means) (?:to|of)|"
    r"(?:not|\w+n[’']t)(?: been| yet| immediately| so far| currently){0,2} (?:able|possible|in a position) to) "
    r"(?:independently |immediately |fully |yet ){0,2}(?:verify|confirm|corroborate|substantiate|check|authenticate|"
    r"verifying|confirming|checking)|"
    r"ha(?:s|ve|d)(?: not|n[’']t) (?:independently |yet |so far ){0,2}(?:verified|corroborated|substantiated|checked)"
)
UNCHECKED = (
    rf"(?:{CLAIM_NOUNS}|this|that|it|none of (?:this|it|these|them)) (?:"
    r"ha(?:s|ve|d)(?: not|n[’']t| never)(?: yet| so far)? been|ha(?:s|ve|d) yet to be|"
    rf"{CANNOT} (?:immediately )?be|(?:is|are|was|were|remains?)(?: still| yet| as yet)? (?:to be|un(?={CHECKED}))) ?"
    rf"(?:independently |officially |fully )?{CHECKED}|"
    r"no independent (?:confirmation|verification)(?: of (?:this|that|it|the \w+))?(?=[.,;])"
)
# "laughed that off", "brushes the figure aside": the object stands inside.
SPLIT = (
    r"(?:laugh|brush|wav|swat|bat)(?:t?e[sd]|s|t?ing)? (?:this|that|it|them|these|those|"
    rf"(?:the|this|that|these|those|such|his|her|its|their) (?:\w+ )?(?:{CLAIM_NOUNS})) (?:off|aside|away)"
)
# Who made a claim takes it back; "withdrew it" may be an offer, so the claim must be named.
RETRACTS = (
    r"retract(?:s|ed|ing)?|withdr(?:aws?|ew|awn|awing)|recant(?:s|ed|ing)?|"
    r"(?:back(?:s|ed|ing)? (?:away|down) from|(?:backtrack|backpedal|back-pedal)(?:s|l?ed|l?ing)? on|"
    r"row(?:s|ed|ing)? back (?:on|from)|walk(?:s|ed|ing)? back|(?:takes?|took|taken|taking) back)"
)
NAMED_CLAIM = (
    r"(?:the|this|that|these|those|such an?|any|his|her|its|their|(?:the )?[\w-]+(?:[’']s|(?<=s)[’'])) "
    rf"(?:[\w-]+ ){{0,2}}?(?:{CLAIM_NOUNS})(?! (?:of|that|for|to|against) )(?![\w-])"
)
WITHDRAWN = (
    rf"(?:{CLAIM_NOUNS}) (?:ha(?:s|ve|d) (?:since |later |now |already )?been|(?:was|were) (?:later|since|soon|then|"
    r"subsequently|quickly|quietly|promptly)) (?:quietly |officially |formally )?"
    r"(?:withdrawn|retracted|corrected|recanted|disowned|disavowed)"
)
DENIED = re.compile(
    rf"(?<![\w-])(?:(?:{DENIES})\s+{OBJECT}|(?:{RETRACTS})\s+{NAMED_CLAIM}|{WITHDRAWN}(?![\w-]))", re.I
)
DOUBTED = re.compile(rf"(?<![\w-])(?:(?:{DOUBTS}|{UNABLE})\s+{OBJECT}|(?:{SPLIT}|{UNCHECKED})(?![\w-]))", re.I)
# "does not believe the vet's estimate of (40 …)": what is turned down stands right before the number.
TURNED_OF = re.compile(
    rf"(?<![\w-])(?:(?P<denied>{DENIES})|(?:{DOUBTS}))\s+(?:[\w’'-]+\s+){{1,4}}?(?:claims?|figures?|numbers?|counts?|estimates?|"
    r"tolls?|totals?|sums?|reports?|tally)\s+(?:of|that)\s[^.;:,]{0,40}$",
    re.I,
)
# "don't believe the (96 per cent figure)"; plural "the 12 estimates" would be counted.
TURNED_SO = re.compile(
    rf"(?<![\w-])(?:(?P<denied>{DENIES})|(?:{DOUBTS}))\s+(?:the|that|this|their|his|her|its)\s+$", re.I
)
NAMED_SO = re.compile(
    r"[\d.,]+(?:\s?%|[ -]\w+){0,2}[ -](?:figure|number|estimate|toll|total|tally|statistic)(?![\w-])", re.I
)
# "did not dispute that", "nobody at the mill denies it", "declined to deny this".
TAKEN_BACK = re.compile(
    r"(?<![\w-])(?:(?:not|never|cannot|without|refus(?:es|ed|ing) to|declin(?:es|ed|ing) to)\s+(?:\w+ly\s+|even\s+)?|"
    r"\w+n[’']t\s+(?:\w+ly\s+|even\s+)?|(?:nobody|no one|no-one|none)\s+(?:[\w’'-]+\s+){0,4})$",
    re.I,
)
# One of these stands in every sentence that turns a claim down: asked before the patterns, which cost more.
STEMS = (
    *("deny", "denie", "reject", "dismiss", "refut", "rebut", "contradict", "repudiat", "disavow", "disown", "debunk"),
    *("discredit", "doubt", "disput", "question", "challeng", "contest", "believe", "trust", "accept", "credit", "buy"),
    *("recogni", "having", "hear of", "verif", "confirm", "corrob", "substant", "check", "authentic", "proven"),
    *("scoff", "sneer", "laugh", "jeer", "scorn", "cold water", "mock", "derid", "ridicul", "rubbish", "pooh", "brush"),
    *("wave", "waving", "swat", "batted", "issue with", "quarrel", "quibbl", "disagree", "holes in", "ptical"),
    *("dubious", "suspicious", "unconvinced", "unpersuaded", "incredulous", "withdr", "retract", "recant", "corrected"),
    *("backtrack", "backpedal", "back-pedal", "back away", "backed", "backs", "back down", "row back", "rowed back"),
    *("walked back", "walk back", "walks back", "take back", "took back", "taken back", "takes back"),
)
FAR = 160  # characters before a number in which its claim may be turned down
NEGATION = 60  # characters before a verb in which it may be negated


def turned_before(context: Context, start: int, number: int, named: bool = False) -> str:
    """Denied or doubted if the words right before a number turn it down: 'doubts the estimate of 40', else ''.

    named: only where the number itself is called a figure ("the 96 per cent figure"), not "the claims of 40 tenants".
    """
    before = context.text[max(start, number - FAR) : number]
    found = NAMED_SO.match(context.text, number) and TURNED_SO.search(before)
    found = found or (None if named else TURNED_OF.search(before))
    return "" if not found else "denied" if found["denied"] else "doubted"


def turning(context: Context, start: int, end: int) -> tuple[str, int]:
    """(denied or doubted if somebody turns the claim down between start and end, where); ("", end) if nobody does."""
    said = context.text[start:end].lower()
    verbs = ((DENIED, "denied"), (DOUBTED, "doubted")) if any(stem in said for stem in STEMS) else ()
    untrue = ((UNTRUE, "doubted"),) if any(stem in said for stem in UNTRUE_STEMS) else ()
    for pattern, stance in (*verbs, *untrue):
        found = context.search(pattern, start, end)
        if found and not TAKEN_BACK.search(context.text[max(start, found.start() - NEGATION) : found.start()]):
            return stance, found.start()
    return "", end


def turned_down(context: Context, start: int, end: int) -> str:
    """Denied or doubted if somebody turns the claim down between start and end: 'the mayor denied this', else ''."""
    return turning(context, start, end)[0]
