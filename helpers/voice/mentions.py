"""Persons and groups mentioned so far, so that "she said" can be told with a name."""

import re
from itertools import pairwise
from typing import NamedTuple

from helpers.voice.beside import Scene
from helpers.voice.classes import AUXILIARY, NO_SPEAKER, PREPOSITION, PRONOUN, VERB
from helpers.voice.kinds import FIRM, is_thing, surnames
from helpers.voice.names import COUPLE, FRONTED_NAME, GOES_ON, SELF_NAMED, short_name
from helpers.voice.openings import main_subject

PRONOUNS = re.compile(rf"(?:{PRONOUN})$|(?:[Tt]heir|[Hh]is|[Hh]er|[Yy]our)\b")
GROUP = re.compile(
    r"\b(?:ministry|agency|army|company|government|police|group|department|office|party|council|committee|"
    r"commission|court|union|bank|"
    r"university|reports?|statement|newspaper|paper|website|network|channel|embassy|authority|authorities|"
    r"organi[sz]ation|association|"
    r"institute|foundation|team|club|board|forces?|militia|regime|administration|corp|inc|ltd|llc|media|news|"
    r"times|agency|study|survey|"
    r"house|senate|parliament|congress|nations|service|bureau|center|centre|federation|league|coalition|alliance|"
    r"front|state|states|firm|"
    r"tweet|website|post|report|document|documents|school|hospital|church|movement|campaign|city|country|village|"
    r"town|world|airline|TV|television|radio|charity|family|couple|pair|duo|trio|quartet|household|choir|orchestra|"
    r"regulator|watchdog|lender|insurer|retailer|carmaker|manufacturer|tribunal|panel|inquiry|broadcaster|"
    r"think[- ]?tank|"
    r"squad|crew|jury|syndicate|co-?operative|collective)$",
    re.I,
)
PLURAL = re.compile(r"(?:[a-z]{2}(?:[^sui]s)|people|men|women|police|media)$|\band\b")
PERSON = re.compile(
    r"(?:man|woman|er|or|ist|ian|(?<!m)ent|ant|son|chief|ary|ee|girl|boy|source|insider|aide|pastor|priest|witness|"
    r"mother|father|nurse|judge|"
    r"official|wife|husband|king|queen|head|guard|victim|coach|pilot|clerk|nun|monk|imam|rabbi|poet|expert|"
    r"analyst|critic|one|spokesperson|friend|rival|colleague|deputy|boss|neighbou?r|cousin|uncle|aunt|partner|guide)$"
)
# A full name right behind what a person is: "the banker Ada Noll", "her colleague Emil Frost".
NAMED = re.compile(
    r"(?<![\w-])(?P<what>[a-z][\w-]{2,40}+),? (?P<name>[A-ZÀ-Þ][\w’'-]{1,40}+(?: [A-ZÀ-Þ][\w’'-]{1,40}+){1,2})(?![\w-])"
)
LONG = 2_000  # characters of a sentence in which a person may be introduced
# "the town's hero was Ada Noll", "the likes of Ada Noll": a full name where a person is introduced.
INTRODUCED = re.compile(
    r"(?<![\w-])(?:(?:is|was|are|were)|the likes of|(?:a|one) certain)\s(?P<name>[A-ZÀ-Þ][\w’'-]{1,40}+"
    r"(?: [A-ZÀ-Þ][\w’'-]{1,40}+){1,2})(?=[.,;:\x00]|\s(?:and|who|from|of)(?![\w-])|$)"
)
# "I walk the dyke with Bo Ferrant, a dairy farmer who", "I meet Ada Noll, 34": what follows tells a person.
NAME_APPOSED = re.compile(
    r"(?<![\w’'-])(?P<name>[A-ZÀ-Þ][\w’'-]{1,40}+(?: [A-ZÀ-Þ][\w’'-]{1,40}+){1,2}),\s(?:\d{1,2},\s|whose?\s|"
    r"(?:an?|the|my|our|his|her|their|its|one of \w{2,5})\s(?:[\w’'-]{1,30}+\s){0,4}?(?P<what>[a-z-]{2,40}+)"
    r"(?=[,.;:\x00]|\s(?:who|whose|of|from|in|at|for|with|and|on)\s|$))"
)
# The same with a role: "the winner was retired cooper Ada Noll", "were denied by chief executive Ada Noll".
WITH_ROLE = re.compile(
    rf"(?<![\w-])(?P<how>is|was|are|were|by)\s(?:(?!(?:{PREPOSITION}|told|given|shown|sent|[a-z]{{1,20}}ing)\s)"
    r"[a-z][\w-]{1,30}+\s){0,3}?(?P<what>[a-z][\w-]{2,40}+),?\s"
    r"(?P<name>[A-ZÀ-Þ][\w-]{1,40}+(?: [A-ZÀ-Þ][\w’-]{1,40}+){1,2})(?<![’']s)(?![\w'-])"
)
ROLE = re.compile(
    r"(?:executive|captain|cook|chef|champion|star|hero|premier|surgeon|dean|bishop|magistrate|candidate)$"
)
# A claim or a rumour is nobody: "Rumours that Orr Foods …", "Claims of theft".
TOLD = re.compile(
    r"(?:(?:The|A|Any|Such|These|Those|His|Her|Their|Its)\s(?:\w{1,30}+\s)?)?(?:claim|rumou?r|report|"
    r"allegation|accusation|suggestion|"
    r"charge|assertion|complaint|question|fear|doubt|hope|call|plan)s?\s(?:that|of|about|over|for|against|to)(?![\w-])|"
    r"(?<![\w-])[A-Z][\w-]{0,40}+\sthat(?![\w-])",
    re.I,
)
CALENDAR = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|\w+day|In|At|On|"
    r"But|And|For|It|There|"
    r"This|That|These|Those)\b"
)


PEOPLE = re.compile(r"(?:[A-Z][a-z]* (?=[a-z]))?[A-Za-z]?[a-z]+(?:ents|ers|ors|ists|ials|eers|ees|ants|ans|esses|als)$")
# "Ada Noll's lawyer rang": not she, but who is named by her.
BELONGS = re.compile(r"\s(?P<last>[a-z][\w-]{1,30}+)(?=\s)")
# "The Orr Guild", "the northern Sierra Blanca": a name with its article is no person's.
PROPER = re.compile(
    r"[Tt]he\s(?:(?:north|south|east|west)(?:ern)?\s|"
    r"central\s)?[A-ZÀ-Þ][\w’'.-]{1,40}+(?:\s[A-ZÀ-Þ][\w’'.-]{1,40}+){0,3}$"
)
# A capital word at the head of a sentence that asks or commands is no name: "Has Noll …?", "Save for a dog, …".
AUXILIARY_NAME = re.compile(rf"(?i:{AUXILIARY}|[a-z]+-[a-z]+ing)$")
NAME_GOES_ON = re.compile(
    rf"\s?(?:[,\x00]|[’']s?\s|\s(?:{VERB}|[a-z]{{2,20}}(?:ed|ly)|"
    rf"[a-z]{{2,20}}s(?= (?:{VERB}|the|an?|that|to|it|his|her|its|their|no|up|out|in|on|for)(?![\w-]))|"
    r"also|then|never|now|still|even|put|cut|set|hit|let|quit|read|"
    r"stands?|who|whose|and|of)(?![\w-]))"
)
# "Dozens of men": several, whatever the noun.
NUMBER_OF = re.compile(
    r"(?i:(?:an? (?:\w+ )?(?:number|handful|group|crowd|couple|few|dozen|gang|string|score)|dozens|hundreds|thousands|"
    r"millions|scores|tens|crowds|groups|lots|plenty|most|some|many|both|half|several)) of "
)
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
            found += _named_beside(masked, left, right, subject)
        given = FRONTED_NAME.match(masked, left, min(right, left + LONG))
        given = given or SELF_NAMED.search(masked, left, min(right, left + LONG))
        if given:
            kind = _kind(given["name"], False) if given.re is FRONTED_NAME else "person"
            found.append(Mention(given.start("name"), given["name"], kind))
    for left, right in sorted(spans):
        name = short_name(masked[left:right].strip(" \x00,"))
        if masked[left:right].endswith(("’s", "'s")):
            name = _whose(masked, left, right) or name
        if name and "\n" not in name and not any(rule.match(name) for rule in (PRONOUNS, NO_SPEAKER, CALENDAR)):
            kind = _kind(name, (left, right) in speakers)
            if kind == "several" and surnames(masked).get(name, left) < left:  # "Sanders", not "Teachers"
                kind = "speaker"
            found.append(Mention(left, name, kind))
            partner = COUPLE.match(masked, right)
            if partner:
                found.append(Mention(partner.start("second"), partner["second"], "person"))
    return sorted(found)


def _stands_alone(masked: str, left: int, right: int) -> bool:
    """Is one capital word, the first of a sentence, a name by what follows it? More words are taken for one."""
    if " " in masked[left:right].strip():
        return True
    if AUXILIARY_NAME.match(masked[left:right]):
        return False
    return NAME_GOES_ON.match(masked, right) is not None or masked[left:right] in surnames(masked)


def _whose(masked: str, left: int, right: int) -> str:
    """The person that belongs to a possessor ("Ada Noll’s lawyer"), "" for things ("Ada Noll’s phone")."""
    end = right
    for _ in range(3):
        match = BELONGS.match(masked, end)
        if not match:
            return ""
        end = match.end("last")
        if PERSON.search(match["last"]) and not is_thing(match["last"]) and not GROUP.search(match["last"]):
            return masked[left:end]
    return ""


def _named_beside(masked: str, left: int, right: int, subject: tuple[int, int] | None) -> list[Mention]:
    """The first full name of a sentence whose subject is no name: "His rival, the banker Ada Noll, objected"."""
    for match in INTRODUCED.finditer(masked, left, min(right, left + LONG)):
        if not GROUP.search(match["name"]):
            return [Mention(match.start("name"), match["name"], "person")]
    name = masked[slice(*subject)] if subject else ""
    first, _, rest = name.partition(" ")
    for match in WITH_ROLE.finditer(masked, left, min(right, left + LONG)):
        if (match["how"] != "by" or _nobody(masked, subject)) and _is_person(match):
            return [Mention(match.start("name"), match["name"], "person")]
    if not PRONOUNS.match(name) and any(word[:1].isupper() for word in (rest.split() if rest else [first])):
        return []
    goes_on = GOES_ON.search(masked, max(left, right - 100), min(len(masked), right + 6))
    if goes_on and not GROUP.search(goes_on["name"]) and not CALENDAR.match(goes_on["name"]):
        return [Mention(goes_on.start("name"), goes_on["name"], "person")]
    for match in (*NAMED.finditer(masked, left, right), *NAME_APPOSED.finditer(masked, left, min(right, left + LONG))):
        if _is_person(match):
            return [Mention(match.start("name"), match["name"], "person")]
    return []


def _is_person(match: re.Match) -> bool:
    what = match["what"]  # None where an age or "who" follows the name
    person = what is None or ((PERSON.search(what) or ROLE.search(what)) and not is_thing(what))
    return bool(person) and not GROUP.search(match["name"])


def _nobody(masked: str, subject: tuple[int, int] | None) -> bool:
    """Whether the subject of a passive is no person: who is named after "by" is then the only one."""
    if not subject or TOLD.match(masked, subject[0]):
        return True
    return _kind(short_name(masked[slice(*subject)]), False) in ("thing", "several", "group")


class Mentions:
    """The mentions of the scenes read so far, found when a pronoun first asks for them."""

    def __init__(self, masked: str) -> None:
        self.masked = masked
        self.unread: list[Scene] = []
        self.scenes: list[Scene] = []
        self.found: list[Mention] = []
        self.taken: dict[str, str] = {}  # last word of a name → the pronoun that has stood for it

    def so_far(self) -> list[Mention]:
        """All mentions, in the order of the scenes."""
        for scene in self.unread:
            self.found += find_mentions(self.masked, scene)
        self.scenes += self.unread
        self.unread.clear()
        return self.found


def introduced(masked: str, breaks: list[int]) -> str:
    """The person of whom the last sentence of a paragraph tells, before a quotation that stands alone ("" if none)."""
    left, right = breaks[-2:]
    subject = main_subject(masked, left, right) if right > left else None
    name = short_name(masked[slice(*subject)].strip(" \x00,")) if subject else ""
    known = surnames(masked).get(name, right) < right
    return name if known or (" " in name and name[:1].isupper() and _kind(name, False) == "person") else ""


def _kind(name: str, speaks: bool) -> str:
    if TOLD.match(name):
        return "thing"
    head = HEAD_END.split(name, maxsplit=1)[0] or name
    if NUMBER_OF.match(name):
        return "several"
    if GROUP.search(head) or FIRM.search(head) or (head.isupper() and len(head) > 1):
        return "group"
    if is_thing(head):
        return "thing"
    if PEOPLE.match(head) or (
        PLURAL.search(head) and (not head[:1].isupper() or " and " in head or head.split()[-1].islower())
    ):
        return "several"
    if " " not in name and name[:1].isupper():
        return "speaker" if speaks else "name"  # may be anything, until it is the last word of a person's name
    if PROPER.match(head):
        return "group"
    last = head.split()[-1]
    return "person" if last[:1].isupper() or PERSON.search(last) else "thing"
