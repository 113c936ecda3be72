"""Persons and groups mentioned so far, so that "she said" can be told with a name."""

import re
from bisect import bisect_left
from typing import NamedTuple

from helpers.voice.beside import Scene
from helpers.voice.phrases import NO_SPEAKER, PRONOUN, main_subject

PRONOUNS = re.compile(rf"(?:{PRONOUN})$|(?:[Tt]heir|[Hh]is|[Hh]er|[Mm]y|[Oo]ur|[Yy]our)\b")
GROUP = re.compile(
    r"\b(?:ministry|agency|army|company|government|police|group|department|office|party|council|committee|commission|court|union|bank|"
    r"university|reports?|statement|newspaper|paper|website|network|channel|embassy|authority|authorities|organi[sz]ation|association|"
    r"institute|foundation|team|club|board|forces?|militia|regime|administration|corp|inc|ltd|llc|media|news|times|agency|study|survey|"
    r"house|senate|parliament|congress|nations|service|bureau|center|centre|federation|league|coalition|alliance|front|state|states|firm|"
    r"tweet|website|post|report|document|documents|school|hospital|church|movement|campaign|city|country|village|town|world|airline|TV|television|radio)$",
    re.I,
)
PLURAL = re.compile(r"(?:[a-z]{2}(?:[^sui]s)|people|men|women|police|media)$|\band\b")
PERSON_START = re.compile(r"(?:[A-Z]|(?i:the|a|an|one|another)\s+(?:[\w-]+\s+){0,4}?[a-z]*(?:man|woman|er|or|ist|ian|ent|ant|son|chief|ary|or|al|ee|girl|boy|"
                          r"source|insider|aide|mayor|pastor|priest|witness|mother|father|doctor|nurse|judge|official|wife|husband|king|queen|head|guard|"
                          r"survivor|victim|coach|pilot|clerk|nun|monk|imam|rabbi|poet|scientist|expert|analyst|critic)\b)")
CALENDAR = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|\w+day|In|At|On|But|And|For|It|There|"
    r"This|That|These|Those)\b"
)


class Mention(NamedTuple):
    """Where a name stands, the name, and whether it is a person, a group or several people."""

    offset: int
    name: str
    kind: str


def find_mentions(masked: str, scene: Scene) -> list[Mention]:
    """Speakers and sentence subjects of a scene that a later pronoun may stand for, in order."""
    spans = {event.speaker for event in scene.events if event.speaker[1] > event.speaker[0]}
    for left, right in zip(scene.breaks, scene.breaks[1:], strict=False):
        subject = main_subject(masked, left, right) if right > left else None
        if subject:
            spans.add(subject)
    found = []
    for left, right in sorted(spans):
        name = masked[left:right].strip(" \x00,")
        if name and not any(rule.match(name) for rule in (PRONOUNS, NO_SPEAKER, CALENDAR)):
            found.append(Mention(left, name, _kind(name)))
    return found


def _kind(name: str) -> str:
    head = name.split(",")[0].split(" of ")[0].split(" for ")[0].split(" in ")[0].split(" who ")[0].split(" from ")[0].split(" with ")[0]
    if GROUP.search(head):
        return "group"
    if PLURAL.search(head) and (not head[:1].isupper() or " and " in head or head.split()[-1].islower()):
        return "several"
    return "person" if PERSON_START.match(name) else "thing"


KINDS = {"he": ("person",), "she": ("person",), "they": ("several", "group"), "it": ("group",)}
LOOK_BACK = 8  # mentions


def antecedent(pronoun: str, before: int, mentions: list[Mention]) -> str:
    """The last mention before an offset that a pronoun may stand for ("" if none)."""
    number = bisect_left(mentions, before, key=lambda mention: mention.offset)
    for mention in reversed(mentions[max(0, number - LOOK_BACK) : number]):
        if mention.kind in KINDS[pronoun]:
            return mention.name
    return ""
