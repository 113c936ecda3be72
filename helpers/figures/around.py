"""What stands against a number around its clause: "would have us believe that 40 left, a figure the mill denies"."""

import re

from helpers.figures.beyond import aside
from helpers.figures.reach import CLAIM_NOUNS, NUMBER_WORDS
from helpers.figures.turning import DENIES, DOUBTS, NEGATION, TAKEN_BACK

TELLS = (
    r"(?:claim(?:s|ed|ing)?|sa(?:y|ys|id|ying)|stat(?:e[sd]?|ing)|assert(?:s|ed|ing)?|report(?:s|ed|ing)?|"
    r"alleg(?:e[sd]?|ing)|suggest(?:s|ed|ing)?|insist(?:s|ed|ing)?|announc(?:e[sd]?|ing)|boast(?:s|ed|ing)?|"
    r"(?:f[io]u?nd(?:s|ing)?)|show(?:s|ed|ing)?|warn(?:s|ed|ing)?|estimat(?:e[sd]?|ing)|put(?:s|ting)?|told|tells)"
)
FALSELY = r"(?:falsely|wrongly|mistakenly|erroneously|untruthfully)"
UNPROVED = (
    r"(?:implausibly|improbably|baselessly|dubiously|(?:without|with no|with little)(?: any| offering| providing|"
    r" citing|"
    r" showing| giving| presenting| a shred of){0,2} (?:evidence|proof|foundation|basis))"
)
REST = r"[^.;:!?\n]{0,60}$"
CONTENT = r"claims?|reports|suggestions?|talk|rumou?rs?|ideas?|notions?|allegations?|assertions?|warnings?|accusations?"
PAPER = r"memos?|report|stud(?:y|ies)|polls?|surveys?|audits?|letters?|documents?"
COUNT = r"figures?|numbers?|estimates?|tolls?|count|tally|totals?|sums?"  # no "counts": of fraud, that is
TURNED = (
    rf"(?:(?P<rejects>{DENIES})|(?:{DOUBTS}))(?: as [\"“'‘]?[\w ,-]{{1,40}}[\"”'’]?)? (?:[\w’'-]+ ){{0,4}}?(?:"
    rf"(?:{CONTENT}|stor(?:y|ies)|{NUMBER_WORDS}) that|(?:reports?|talk|rumou?rs?|suggestions?|{COUNT}) of|"
    rf"(?:{CONTENT}|{PAPER}|{NUMBER_WORDS}) (?:that |which )?{TELLS}(?: that)?) [^.;:,!?\n]{{0,40}}$"
)
# What the words before a number tell against it.
BEFORE = re.compile(
    r"(?<![\w-])(?:(?P<denied>"
    rf"{FALSELY},? {TELLS} {REST}|{TELLS},? {FALSELY},? that {REST}|"
    r"(?:is|was|\w{1,5}[’']s)(?: simply| just| plainly)? (?:not (?:true|the case|correct|right)|untrue|false|"
    r"a lie) that "
    rf"{REST}|(?:is|was)n[’']t (?:true|the case|correct) that {REST}|"
    r"(?:no|little) truth (?:in|to) (?:the |any )?(?:[\w’'-]+ ){0,2}?(?:claims?|reports?|suggestions?|stor(?:y|ies)|"
    rf"rumou?rs?|allegations?|idea) (?:that|of) {REST}|"
    r"(?:the|a|this|that|old) (?:[\w-]+ )?(?:myth|lie|fiction|fairy tale|hoax|falsehood|canard|fallacy|misconception) "
    rf"that {REST})|"
    r"(?<!\bI )(?<!\bwe )"
    r"(?:would (?:like|have)|wants?|wanted|expects?|expected|asks?|asked) (?:us|you|me|everyone|everybody|the "
    r"(?:public|world|town|country|court|jury)) (?:all )?(?:to )?(?:believe(?! in )|(?:think|swallow|accept) that) "
    rf"{REST}|"
    rf"(?:are|is|were) (?:being )?(?:asked|told|expected|invited|supposed|meant) to (?:believe|think|"
    rf"swallow) that {REST}|"
    rf"pretend(?:s|ed|ing)? that {REST}|{UNPROVED},? {TELLS} {REST}|{TELLS},? {UNPROVED},? that {REST}|"
    r"(?:is|are|was|were|am|remains?)(?: not|n[’']t| hardly) (?:convinced|persuaded) that "
    rf"{REST}|(?:is|was|find|finds|found) (?:it )?(?:hard|difficult|impossible) to (?:believe|credit|"
    rf"accept) that {REST}|"
    r"(?:nobody|no one|few|hardly anyone|hardly anybody) (?:[\w’'-]+ ){0,4}?(?<!could )(?:believes?|"
    r"believed) (?:that )?"
    rf"{REST}|no (?:evidence|proof|indication|record) (?:\w+ ){{0,2}}?that {REST}|{TURNED})",
    re.I,
)
BEFORE_STEMS = (
    *("falsely", "wrongly", "mistaken", "erroneous", "untru", "true that", "the case that", "correct that"),
    *("right that", "false that", "lie that", "truth", "myth", "fiction", "fairy", "hoax", "falsehood", "canard"),
    *("fallacy", "misconc", "believe", "to think", "to swallow", "pretend", "plausibly", "probably", "baseless"),
    *("dubious", "evidence", "proof", "foundation", "basis", "convinced", "persuaded", "to credit", "to accept"),
    *("no indication", "no record", "reject", "dismiss", "refut", "rebut", "contradict", "repudiat", "discredit"),
    *("debunk", "denied", "denies", "disput", "question", "challeng", "contest", "doubt", "rubbish", "ridicul", "mock"),
    *("derid", "scoff", "sneer", "laugh", "cold water", "scorn", "brush", "issue with", "pooh"),
)
# "It's hard to believe that 40 years have passed" is surprise.
TIME = re.compile(r"[^.,;:]{0,20}?(?:years?|months?|weeks?|days?|decades?|hours?)(?![\w-])", re.I)
# "…, a figure the mill disputes", "- a claim denied by the mill", "…, which the mill denies".
BEHIND = re.compile(
    rf"[^.;:!?\n]{{0,120}}?(?:,| [-–—]) (?:(?P<named>an? (?:[\w-]+ )?(?:{CLAIM_NOUNS})(?: that| which)?|something)|"
    rf"which|"
    r"though|although|but) (?!nobody|no one|none|few)(?:"
    rf"(?:[\w’'-]+ ){{1,5}}?(?:(?P<denies>{DENIES})|(?:{DOUBTS})|(?P<withdrew>withdrew|retracted))"
    r"(?=\s*(?:[.,;)—–\n]|$|(?:and|but|as|on)(?![\w-])))|"
    r"(?:(?:has|have|had) (?:since |now )?been |(?:is|was|were) )?(?:since |later |widely |hotly |strongly |flatly )?"
    r"(?:(?P<denied>denied|rejected|dismissed|refuted|debunked|disproved|withdrawn|retracted)|disputed|questioned|"
    r"challenged|contested|rubbished|ridiculed|doubted)(?= by|\s*[.,;)—–]|\s*$))",
    re.I,
)
# "The idea that 40 boats sank is absurd"
IDEA = re.compile(r"(?<![\w-])(?:the|any) (?:idea|notion|suggestion|claim|theory) that [^.;:!?\n]{0,60}$", re.I)
IS_ABSURD = re.compile(
    r"[^.;:!?\n]{2,100}? (?:is|was) (?:simply |just |plainly |pure |utter |complete )?(?:(?P<denied>false|untrue|"
    r"wrong|a lie|"
    r"a myth)|absurd|nonsense|ridiculous|laughable|fantasy|rubbish|fanciful|ludicrous|preposterous|baseless|"
    r"far-fetched)"
    r"(?![\w-])",
    re.I,
)
FAR = 200  # characters before a number in which something may be told against it
LONG = 220  # characters behind a number in which its claim may be called one that is denied


def told_against(text: str, low: int, number: int) -> str:
    """Denied or doubted if the words before a number tell against it: "it is not true that 40", else ''.

    low: where its sentence begins; number: offset of the number.

    >>> told_against("It is not true that 40 left.", 0, 20), told_against("It is true that 40 left.", 0, 16)
    ('denied', '')
    """
    before = text[max(low, number - FAR) : number]
    said = before.lower()
    if " that " in said and IDEA.search(before):
        absurd = IS_ABSURD.match(text, number)
        if absurd:
            return "denied" if absurd["denied"] else "doubted"
    if not any(stem in said for stem in BEFORE_STEMS):
        return ""
    found = BEFORE.search(before)
    if not found or TAKEN_BACK.search(before[max(0, found.start() - NEGATION) : found.start()]):
        return ""
    if aside(text, max(low, number - FAR) + found.start(), number):
        return ""
    if "believe that" in found.group().lower() and TIME.match(text, number):
        return ""
    return "denied" if found["denied"] or found["rejects"] else "doubted"


def called_denied(text: str, number: int, high: int, own: bool) -> str:
    """Denied or doubted if a number's sentence goes on that somebody denies it: "…, a claim the mill denies", else ''.

    high: where the sentence ends; own: the author vouches, so only what calls it a claim or a figure is about it.

    >>> called_denied("They say 40 left, a claim the mill denies.", 9, 42, False)
    'denied'
    """
    found = BEHIND.match(text, number, min(high, number + LONG)) if text.find(" ", number, high) >= 0 else None
    if not found or (own and not found["named"]):
        return ""
    return "denied" if found["denies"] or found["denied"] or found["withdrew"] else "doubted"
