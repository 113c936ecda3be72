"""What happens to the counted, named alike for all who tell one deed, and how gravely the hurt are hurt."""

import re

from helpers.figures.before import CLAUSE_MARKS
from helpers.figures.context import Word
from helpers.figures.kinds import NO_EVENT, Event, NounClass, event_at, noun_classes
from helpers.figures.nouns import VERBS, Counted, index_at
from helpers.figures.sentence import Sentence
from helpers.figures.words import word_set

POLICING = word_set("police policeman policewoman constable superintendent sheriff detective")
MILITARY = word_set("army soldier troop military navy regiment battalion brigade marine")
# Crews that are sent where something happens: whether they "fight", "come" or "are sent", they are there once.
CREWS = word_set("police firefighters")
OUT = word_set("attack arrive deploy protest") | {"take part", "be there", "fight fire"}
# Where people are stuck, and who gets them out.
STUCK = word_set(
    "trap strand stuck bury rubble wreck wreckage debris mud avalanche collapse elevator floodwater firefighter "
    "fireman rescuer rescue diver lifeboat"
)
SEIZED = word_set("hostage captive kidnap abduct")
FREEING = word_set("police officer army soldier troop commando force raid storm operation")
SENDING = word_set("send call rush dispatch order draft bring deploy station mobilise mobilize muster")
FACING = word_set("battle tackle face confront surround cordon clear evict encircle line patrol")
RISES = word_set("rise raise increase hike offer")  # of pay, where pay is spoken of; a raise always is
PAY = word_set("pay wage salary worker employee staff")
BIDS = {word: "offer" for word in ("offer", "propose", "promise", "concede", "award")}
BIDS |= {word: "demand" for word in ("demand", "want", "seek", "claim", "request", "ask")}
BID_REACH = 12  # words before a share in which the verb that offers or demands it is looked for
AUXILIARIES = word_set("be have do")
VERB_REACH = 5  # words after the counted phrase in which its verb is looked for
# Those hurt gravely are a part of the hurt, told with an adverb or by the state they are in.
GRAVELY = r"(?:critically|seriously|severely|gravely|badly)"
GRAVE = re.compile(
    rf"\s(?:of (?:them|whom|those)\s)?(?:(?:was|were|is|are)\s)?{GRAVELY}(?=\W*$)|[^,;:.()]{{0,40}}?(?<![\w-])"
    rf"(?:{GRAVELY} (?:injured|wounded|hurt|burn\w+)|(?:in|with|suffer(?:ed|ing)?) (?:an? |the )?(?:\w+ )?(?:critical|"
    r"serious|grave|severe|life-threatening)(?: \w+)? (?:condition|injur(?:y|ies)|wounds?|burns?)|in intensive care|"
    r"fight(?:ing)? for (?:their|his|her) li(?:fe|ves))(?![\w-])",
    re.I,
)
# What follows is told of somebody else.
NEXT_COUNT = re.compile(r"[,;:.()]|\s(?:and|but|while|including) |\s(?:none|no|not) ")


def is_grave(right: str) -> bool:
    """Whether the words after a number of hurt people tell that these are the gravely hurt.

    >>> is_grave(" of them critically, the clinic said"), is_grave(" were hurt, two badly")
    (True, False)
    """
    stop = NEXT_COUNT.search(right)
    return GRAVE.match(right[: stop.start()] if stop else right) is not None


def class_here(words: list[Word], before: Sentence, counted: Counted, found: NounClass) -> NounClass:
    """The class of the counted in its sentence: officers of whom police speak or are spoken of are police.

    words: the sentence. before: the one before it.
    """
    if counted.head != "officer" or found.noun_class != "soldiers":
        return found
    told = {word.lemma for word in words} or {""}
    told = told if told & POLICING else told | {word.lemma for word in before.words}
    return noun_classes()["police"] if told & POLICING and not told & MILITARY else found


def crew_event(words: list[Word], counted: Counted, noun_class: str, number: int) -> str:
    """ "deploy" for a crew told to be sent out, to come or to face what happened, else "".

    number: where the figure starts.
    """
    if noun_class not in CREWS or not words:
        return ""
    before = index_at(words, number)
    near = words[max(0, before - VERB_REACH) : before]
    if any(word.tag in VERBS and word.lemma in SENDING for word in near):
        gone = [word.text for word in words[max(counted.last, 0) : max(counted.last, 0) + 1]]
        return "" if gone and gone[0] in ("home", "away", "back") else "deploy"  # "the mayor sent 300 officers"
    passive = False
    for at in range(max(counted.last, 0), min(len(words), max(counted.last, 0) + VERB_REACH)):
        word = words[at]
        if word.tag not in VERBS or word.lemma in AUXILIARIES:
            passive |= word.lemma == "be"
            continue
        sent = word.lemma in SENDING
        return "deploy" if sent or (not passive and (word.lemma in FACING or _comes(words, at))) else ""
    return ""


def is_rescue(happening: Event, words: list[Word], kind: str) -> bool:
    """Whether those told to be freed are got out of where they were stuck, or out of an enemy's hands, not let go.

    happening: the words it is told by; words: the sentence; kind: what is counted. What is no people, a town or a bird,
    is rescued too; who is released is let go.
    """
    if happening.word != "free":
        return False
    told = {word.lemma for word in words}
    seized = not told.isdisjoint(SEIZED) and not told.isdisjoint(FREEING)
    return not kind.startswith("people_") or not told.isdisjoint(STUCK) or seized


def bid_of(words: list[Word], counted: Counted, number: int) -> str:
    """What is done with a pay rise: "offer", "demand" or, where it is neither, ""; "none" of any other share.

    number: where the share starts. A rise that people strike or talk "over" is one that is demanded.
    """
    told = counted.head == "raise" or (counted.head in RISES and any(word.lemma in PAY for word in words))
    if not told:
        return "none"
    before = index_at(words, number)
    for at in range(before - 1, max(-1, before - BID_REACH), -1):
        if words[at].text == "over":
            return "demand"
        if words[at].lemma in BIDS and not (words[at].lemma == "claim" and words[at].tag != "NN"):
            return BIDS[words[at].lemma]
    return ""


def joins_something(words: list[Word], counted: Counted) -> bool:
    """Whether those counted "joined" without a word of what: it stands in the sentence before."""
    for at in range(max(counted.last, 0), len(words)):
        if words[at].lemma in ("join", "participate", "part"):
            return at + 1 == len(words) or words[at + 1].text in CLAUSE_MARKS | {".", '"', "”", "’"}
    return False


def _comes(words: list[Word], at: int) -> bool:
    found = event_at(words, at) or NO_EVENT
    return found.event in OUT and words[at].tag in VERBS


def named_alike(happening: Event, event: str, kind: str, noun_class: str) -> str:
    """The event under the one name that all tellings of such a thing get: houses burn too, ships lie still.

    happening: the words it is told by. event: its class. kind, noun_class: what is counted.
    """
    people = kind.startswith("people_")
    if event == "wound" and not people:
        return "bomb"
    if event == "loss" and noun_class == "workers":
        return "dismiss"  # "the loss of 320 jobs"
    if event == "loss":
        return "kill" if people else "bomb"
    if event == "strand" and kind == "vehicles":
        return "wait"
    if event in ("treat", "wait") and not people and kind != "vehicles":
        return ""
    if event == "protest" and noun_class == "workers" and happening.word in ("blockade", "picket"):
        return "strike work"  # who work there and shut the gates do not work
    return event
