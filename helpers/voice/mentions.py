"""Persons and groups mentioned so far, so that "she said" can be told with a name."""

import re
from itertools import pairwise
from typing import NamedTuple

from helpers.voice.beside import Scene
from helpers.voice.classes import (
    AUXILIARY,
    NAMELESS,
    NAMES,
    NO_SPEAKER,
    PERSONAL,
    PRONOUN,
    VERB,
    Span,
)
from helpers.voice.introductions import NAMED_BEHIND, SELF_NAMED, named_beside
from helpers.voice.names import short_name
from helpers.voice.nouns import (
    alternatives,
    is_group,
    is_person,
    is_plural_group,
    is_thing,
    surnames,
)
from helpers.voice.phrases import main_subject

PRONOUNS = re.compile(rf"(?:{PRONOUN})$|(?:[Tt]heir|[Hh]is|[Hh]er|[Yy]our)\b")
PLURAL = re.compile(r"(?:[a-z]{2}(?:[^sui]s)|people|men|women|police|media)$|\band\b")
LONG = 2_000  # characters of a sentence in which a person may be introduced
# "When Orr Foods bought the mill, it promised": the subject of the clause in front.
FRONTED_NAME = re.compile(
    r"(?:(?:But|And|Yet) )?(?i:when|after|as|before|while|although|though|if|since|once|until|because)\s"
    rf"(?P<name>[Tt]he [a-z]{{2,20}}(?:\s(?:of|at|in|from)\s(?:the\s)?{NAMES})?|{NAMES})"
    r"\s[a-z][^,.;:!?\x00]{2,120},\s(?P<pronoun>he|she|it|they)\s"
)
# "Ada Noll and her husband Bo": two persons, of whom "his" or "her" and the noun tell who is he and who is she.
COUPLE = re.compile(rf",? and (?P<second>(?:his|her) (?:[a-z][\w-]{{1,20}} ){{1,3}}{NAMES})")
# A claim or a rumour is nobody: "Rumours that Orr Foods …", "Claims of theft".
TOLD = re.compile(
    rf"(?:(?:The|A|Any|Such|These|Those|His|Her|Their|Its)\s(?:\w{{1,30}}+\s)?)?(?:{alternatives('speech')}|doubts?|"
    r"calls?|plans?)\s(?:that|of|about|over|for|against|to)(?![\w-])|(?<![\w-])[A-Z][\w-]{0,40}+\sthat(?![\w-])",
    re.I,
)
PEOPLE = re.compile(r"(?:[A-Z][a-z]* (?=[a-z]))?[A-Za-z]?[a-z]+(?:ents|ers|ors|ists|ials|ees|ants|ans|esses|als)$")
# "Ada Noll's lawyer rang": not she, but who is named by her.
BELONGS = re.compile(r"\s(?P<last>[a-z][\w-]{1,30}+)(?=\s)")
# "The Orr Guild", "the northern Sierra Blanca": a name with its article is no person's.
PROPER = re.compile(rf"[Tt]he\s(?:(?:north|south|east|west)(?:ern)?\s|central\s)?{NAMES}$")
# A capital word at the head of a sentence that asks or commands is no name: "Has Noll …?", "Save for a dog, …".
AUXILIARY_NAME = re.compile(rf"(?:{AUXILIARY}|[a-z]+-[a-z]+ing)$")
NAME_GOES_ON = re.compile(
    rf"\s?(?:[,\x00]|[’']s?\s|\s(?:{VERB}|[a-z]{{2,20}}(?:ed|ly)|"
    rf"[a-z]{{2,20}}s(?= (?:{VERB}|the|an?|that|to|it|his|her|its|their|no|up|out|in|on|for)(?![\w-]))|"
    r"also|then|never|now|still|even|put|cut|set|hit|let|quit|read|stands?|who|whose|and|of)(?![\w-]))"
)
# "Dozens of men": several, whatever the noun.
NUMBER_OF = re.compile(
    r"(?i:(?:an? (?:\w+ )?(?:number|handful|group|crowd|couple|few|dozen|gang)|dozens|hundreds|thousands|millions|"
    r"scores|tens|crowds|groups|lots|plenty|most|some|many|both|half|several)) of "
)
# "Big Noll have denied it": a name in the singular whose verb is plural is a body's.
PLURAL_VERB = re.compile(
    r"\s(?:have|are|were|do|deny|say|insist|want|argue|plan|claim|believe|remain|admit|hope|expect)(?![\w-])"
)
# "Prosecutors say that Orr Foods": a clause is no name.
SAYS_THAT = re.compile(r" (?:says?|said|claims?|claimed|insists?|argues?|hears?|heard) that(?![\w-])")
HEAD_END = re.compile(r",| (?:of|for|in|who|from|with|at|on|to|familiar|close) ")


class Mention(NamedTuple):
    """Where a name stands, the name, and whether it is a person, a group or several people."""

    offset: int
    name: str
    kind: str


def find_mentions(masked: str, scene: Scene) -> list[Mention]:
    """Speakers and sentence subjects of a scene that a later pronoun may stand for, in order."""
    speakers = {
        event.speaker
        for event in scene.events
        if event.speaker[1] > event.speaker[0]
        and (event.order != "participle" or _stands_alone(masked, *event.speaker))
    }
    spans = set(speakers)
    named = [start for start, end in speakers if not PRONOUNS.match(masked[start:end])]
    found = []
    for left, right in pairwise(scene.breaks):
        subject = main_subject(masked, left, right) if right > left else None
        subject = subject if subject and _stands_alone(masked, *subject) else None
        if subject:
            spans.add(subject)
        if not any(left <= start < right for start in named):
            beside = named_beside(masked, left, min(right, left + LONG), _nobody(masked, subject))
            found += [Mention(beside[0], masked[slice(*beside)], "person")] if beside else []
        found += _given(masked, left, min(right, left + LONG))
    for left, right in sorted(spans):
        if not PERSONAL.match(masked[left:right]):
            found += _told(masked, left, right, (left, right) in speakers)
    return sorted(found)


def _given(masked: str, left: int, right: int) -> list[Mention]:
    """Who is named in a clause in front, else a person who is said to have given a name."""
    fronted = FRONTED_NAME.match(masked, left, right)
    if fronted:
        return [Mention(fronted.start("name"), fronted["name"], _kind(fronted["name"], False))]
    sign = masked.find("name", left, right) >= 0 or masked.find(" as ", left, right) >= 0
    given = SELF_NAMED.search(masked, left, right) if sign else None
    return [Mention(given.start("name"), given["name"], "person")] if given else []


def _told(masked: str, left: int, right: int, speaks: bool) -> list[Mention]:
    """A speaker or subject, and who is named with him."""
    name = short_name(masked[left:right].strip(" \x00,"))
    if masked[left:right].endswith(("’s", "'s")):
        name = _whose(masked, left, right) or name
    name = name.removesuffix(" who").rstrip(",")
    name = "" if SAYS_THAT.search(name) else name
    behind = NAMED_BEHIND.match(masked, right) if name.lower().startswith(("one ", "another ")) else None
    name = behind["name"] if behind else name
    if not name or "\n" in name or any(rule.match(name) for rule in (PRONOUNS, NO_SPEAKER, NAMELESS)):
        return []
    kind = _kind(name, speaks)
    if kind == "several" and surnames(masked).get(name, left) < left:  # "Sanders", not "Teachers"
        kind = "speaker"
    partner = COUPLE.match(masked, right)
    if kind in ("person", "speaker", "name") and not partner and " and " not in name and name[-1] != "s":
        kind = "group" if name[:1].isupper() and PLURAL_VERB.match(masked, right) else kind
    second = [Mention(partner.start("second"), partner["second"], "person")] if partner else []
    return [Mention(left, name, kind), *second]


def _stands_alone(masked: str, left: int, right: int) -> bool:
    """Is one capital word, the first of a sentence, a name by what follows it? More words are taken for one."""
    if " " in masked[left:right].strip():
        return True
    word = masked[left:right]
    if AUXILIARY_NAME.match(word.lower()):
        return False
    return is_plural_group(word) or NAME_GOES_ON.match(masked, right) is not None or word in surnames(masked)


def _whose(masked: str, left: int, right: int) -> str:
    """The person that belongs to a possessor ("Ada Noll’s lawyer"), "" for things ("Ada Noll’s phone")."""
    end = right
    for _ in range(3):
        match = BELONGS.match(masked, end)
        if not match:
            return ""
        end = match.end("last")
        if is_person(match["last"]) and not is_group(match["last"]):
            return masked[left:end]
    return ""


def _nobody(masked: str, subject: Span | None) -> bool:
    """Whether the subject of a sentence is no person by name: who is named in it is then the only one."""
    name = short_name(masked[slice(*subject)]) if subject else ""
    if not name or PRONOUNS.match(name) or not any(word[:1].isupper() for word in name.split()[name[:4] == "The " :]):
        return True
    return _kind(name, False) in ("thing", "several", "group")


def introduced(masked: str, breaks: list[int]) -> str:
    """The person of whom the last sentence of a paragraph tells, before a quotation that stands alone ("" if none)."""
    left, right = breaks[-2:]
    subject = main_subject(masked, left, right) if right > left else None
    name = short_name(masked[slice(*subject)].strip(" \x00,")) if subject else ""
    known = surnames(masked).get(name, right) < right
    return name if known or (" " in name and name[:1].isupper() and _kind(name, False) == "person") else ""


def _kind(name: str, speaks: bool) -> str:
    if " " in name and TOLD.match(name):
        return "thing"
    head = HEAD_END.split(name, maxsplit=1)[0] or name
    if NUMBER_OF.match(name):
        return "several"
    if is_group(head) or (head.isupper() and len(head) > 1):
        return "group"
    if is_thing(head):
        return "thing"
    if PEOPLE.match(head) or is_plural_group(head) or (
        PLURAL.search(head) and (not head[:1].isupper() or " and " in head or head.split()[-1].islower())
    ):
        return "several"
    if " " not in name and name[:1].isupper():
        return "speaker" if speaks else "name"  # may be anything, until it is the last word of a person's name
    if PROPER.match(head):
        return "group"
    last = head.split()[-1]
    return "person" if last[:1].isupper() or is_person(last) else "thing"
