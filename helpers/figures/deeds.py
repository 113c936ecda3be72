"""What has the words of a claim and is none: a promise of money, a deed, a deal that was announced."""

import re

from helpers.figures.claimants import claimant_type
from helpers.figures.sources import VOTED
from helpers.figures.words import word_set
from helpers.tokens import lemmatize
from helpers.voice import Attribution
from helpers.voice.acts import SHOWING
from helpers.voice.classes import NEARLY
from helpers.voice.complement import PROMISES
from helpers.voice.credible import FINDERS, may_find

# To promise, to ask or to know is not to vouch for a figure.
NO_CLAIM = word_set(
    "know decide agree propose plan intend pledge vow ask urge demand order want remember learn offer "
    "request call understand realize realise"
)
# "promised 2m crowns": to promise money is a deed.
MONEY_NEXT = re.compile(
    rf"\s{NEARLY}(?:(?<=[$£€])|\d[\d.,]*\s?(?:m|bn|k|million|billion|crore|lakh)(?![\w-])|"
    r"\d[\d.,]*\s(?:crowns|dollars|euros|pounds|rupees|pesos|francs|shillings|rand|naira)(?!\w))"
)
# Deeds in the words of claims: "the flood claimed 11 lives", "Orr have conceded 40 goals", "counted it three times".
DEED = re.compile(
    r"\s(?:(?!that\s)[\w-]+\s){0,4}(?:lives|victims|souls|goals?|penalt(?:y|ies)|points?|runs|tries|fouls|corners|free-kicks|"
    r"times)(?![\w-])"
)
SEARCHERS = re.compile(
    r"(?:.{0,40}\s)?(?:police|officers|detectives|divers|crews|coastguards?|rescuers|firefighters|searchers|troops|soldiers|"
    r"guards|paramedics|customs)",
    re.I,
)
FELT = (" no ", " little ", " great ", " any ")  # "he showed no emotion as the 19 counts were read"
LONG_NAME = 120  # characters of a name, of what it is said to be, and of the verb
NO_FINDERS = ("named person", "anonymous", "witness")
NO_NAME = re.compile(r"(?:an?|the|each|both|all|some|new|\W*|Each of .*|the (?:price|cost|number) .*)", re.I)
DEAL = re.compile(  # "a deal announced in May"
    r"(?:an?|the|its|another)\s(?:[\w-]+\s){0,2}(?:deal|agreement|merger|takeover|purchase|sale|plan|scheme|measure|"
    r"figure|number|sum|price|increase|rise|cut|fall|stake|loan|offer|bid|loss|profit|target|project|budget|incident)",
    re.I,
)


def verb_of(cue: str) -> str:
    """Lemma of the verb that a cue ends with: "had counted" is to count."""
    return lemmatize(cue.lower().rpartition(" ")[2])


def is_deed(text: str, cue: int, lemma: str, speaker: str) -> bool:
    """Whether a verb of telling tells what somebody did: "Orr have conceded 40 goals", "divers found two lamps".

    cue: where the verb ends; lemma: of the verb; speaker: its subject.

    >>> text = "The flood has claimed 11 lives."
    >>> is_deed(text, 21, "claim", "The flood"), is_deed("Osk claimed 11 boats sank.", 11, "claim", "Osk")
    (True, False)
    """
    if lemma in ("claim", "concede", "count"):
        return DEED.match(text, cue) is not None
    if lemma == "show":
        return text.startswith(FELT, cue) and claimant_type(speaker) in NO_FINDERS
    return lemma == "find" and not text.startswith(" that ", cue) and SEARCHERS.fullmatch(speaker) is not None


def claims_nothing(text: str, found: Attribution) -> bool:
    """'a deal announced in May', 'the price told': what stands before the cue does not speak.

    text: the article; found: what a sentence tells as somebody's claim, with its offsets.
    """
    verb, kind = verb_of(found.cue), claimant_type(found.speaker)
    if verb in NO_CLAIM:
        told = verb in PROMISES or " to " in found.cue  # "would like you to know that"
        return not (told and text.startswith(" that ", found.start))
    if verb == "promise" and MONEY_NEXT.match(text, found.start):
        return True
    if is_deed(text, found.start, verb, found.speaker):
        return True
    if verb == "find" and not text.startswith(" that ", found.start):  # "the residents found eight drivers"
        called = text[max(0, text.rfind(found.speaker, 0, found.start)) : found.start]
        told = may_find(found.speaker) or (len(called) < LONG_NAME and FINDERS.search(called))
        return not told and kind in NO_FINDERS
    if found.cue.endswith("ed") and verb not in SHOWING and DEAL.fullmatch(found.speaker):
        return True
    body = found.speaker.isupper() or found.speaker.startswith("The ")  # "The AP counts 270 votes"
    if found.cue == "counts" and not body and kind in NO_FINDERS:  # "Holm counts 55 supporters"
        return True
    if verb in ("report", "record", "register", "count") and VOTED.search(found.speaker):
        return True
    if found.cue == "charges" and found.speaker.endswith(("faces", "faced", "face")):
        return True
    return NO_NAME.fullmatch(found.speaker) is not None
