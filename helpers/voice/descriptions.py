"""Descriptions that stand for somebody told before: "the mayor", "the 56-year-old", "the company", "the statement"."""

import re
from bisect import bisect_left
from functools import lru_cache
from typing import NamedTuple

from helpers.voice.antecedents import Mentions, antecedent
from helpers.voice.beside import Scene
from helpers.voice.classes import FULL_NAME
from helpers.voice.introductions import SELF_NAMED
from helpers.voice.mentions import Mention
from helpers.voice.names import short_name
from helpers.voice.nouns import GROUPS, NOUNS, alternatives, is_person, names_body, surnames

WORDS = r"[\w’'-]{1,30}+(?: [\w’'-]{1,30}+){0,4}?"
# "Ada Noll, the mayor of Orr": what a person is, behind the name.
BEHIND = re.compile(
    rf"(?<![\w’'-])(?P<name>{FULL_NAME}),(?: \d{{1,2}},)? (?:(?:the|an?|his|her|its|their|our|my)\s)?(?P<role>{WORDS})"
    r"(?=[,.;:)\x00]|\s(?:of|at|for|in|from|who|with|on)\s)"
)
# "the mayor, Ada Noll,": before the name and a comma.
BEFORE = re.compile(
    rf"(?<![\w’'-])(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[\w-]{{2,30}}[’']s?)\s(?P<role>{WORDS})"
    rf"(?:\s(?:of|at|for|in)\s{WORDS})?,\s(?P<name>{FULL_NAME})(?=[,.;:\x00])"
)
# "Industry Minister Ada Noll", "President Noll": right before the name.
CAPITALS = re.compile(r"(?<![\w’'-])(?P<all>[A-ZÀ-Þ][\w’'-]{1,30}+(?: [A-ZÀ-Þ][\w’'-]{1,30}+){1,5})")
PLAIN = r"[a-z][a-z-]{1,30}+(?: [a-z][a-z-]{1,30}+){0,3}"
# "the 56-year-old", "this company"; of somebody: "the company's chief executive", "its captain".
DESCRIPTION = re.compile(
    r"(?:[Tt]he|[Tt]his|[Tt]hat|(?P<of>(?:(?:[Tt]he|[Ii]ts|[Tt]heir) [\w-]{2,30}(?:[’']s|s[’'])|[Ii]ts|[Tt]heir))) "
    rf"(?P<words>(?:\d[\w-]{{1,30}}+ )?{PLAIN}|\d{{1,3}}-year-old)$"
)
# "the nurse from Orr", "the former Orr player".
NATIVE = re.compile(
    r"[Tt]he (?:(?:[a-z-]{2,30} ){0,2}?(?P<head>[a-z-]{2,30}) from (?:the )?[A-ZÀ-Þ][\w-]*(?: [A-ZÀ-Þ][\w-]*){0,2}|"
    r"(?:former|ex-?|retired|one-time|on-loan|veteran) (?:[\w’'-]{1,30}+ ){1,4}(?P<now>[a-z-]{2,30}))$"
)
WHICH = re.compile(r",\s(?:which|who|whose)\s")
AGE = re.compile(rf"(?<![\w’'-])(?P<name>{FULL_NAME}),? (?:\(|aged |who is )?(?P<age>\d{{1,3}})(?=[,.;)]|\s[a-z])")
AGED = re.compile(r"\d{1,3}-year-old$|(?:[a-z]+-)?year-old$")
OF_COMPANY = re.compile(
    r"^([A-Z][\w-]{1,40}+)(?:[’']s)? (?:shares?|stock|profits?|sales|bosses|executives|planes|stores|trains)$"
)
IN_PAPER = re.compile(
    r"(?<![\w-])(?:in|on|via|through) (?:an?|the|his|her|its|their) (?:[\w-]{1,20} ){0,2}?"
    rf"(?P<paper>{alternatives('paper')})(?![\w-])"
)
# "Her message to the town is blunt: “…”": the words of whom "her" means.
MESSAGE = re.compile(
    r"(?P<whose>[Hh]is|[Hh]er|[Tt]heir|[Ii]ts) (?:[a-z]+ ){0,2}"
    rf"(?:{alternatives('speech', 'view', 'paper')})(?![\w-])"
)
WHOSE = {"his": "he", "her": "she", "their": "they", "its": "it"}
INDEFINITE = re.compile(r"(?:[Aa]n?|[Oo]ne|[Tt]he|[Aa]nother)\s")
OF_THEM = re.compile(
    r"(?:[Oo]ne|[Aa]nother|[Tt]wo|[Ss]everal|[Ss]ome|[Mm]any|[Mm]ost|[Oo]thers|[Bb]oth)(?: of (?:them|these|those))?$"
)
GOES_ON = frozenset(("added", "adds", "continued", "continues", "concluded", "concludes", "joked", "quipped"))


class Role(NamedTuple):
    """What a text says somebody is: where, the name, the words of the office or trade."""

    offset: int
    name: str
    words: frozenset[str]


@lru_cache(maxsize=2)
def roles(masked: str) -> list[Role]:
    """Every person whose office or trade a text tells beside the name, in order."""
    found = []
    for match in (*BEHIND.finditer(masked), *BEFORE.finditer(masked)):
        if not names_body(match["name"]):
            found.append(Role(match.start(), match["name"], frozenset(match["role"].lower().split())))
    for match in CAPITALS.finditer(masked):
        words = match["all"].split()
        last = max((n for n, word in enumerate(words[:-1]) if word.lower() in NOUNS["office"]), default=-1)
        if last >= 0 and words[-1].lower() not in NOUNS["office"]:
            office = frozenset(word.lower() for word in words[: last + 1])
            found.append(Role(match.start(), " ".join(words[last + 1 :]), office))
    return sorted(found)


def meant_by(speaker: str, cue: str, at: int, mentions: Mentions, scene: Scene) -> str:
    """The name of whom a description tells again ("" if the text does not say).

    speaker: "the veteran engineer"; cue: the verb; at: its offset; mentions: those of the text so far; scene: its
    paragraph.

    >>> text = "Ada Noll, the mayor of Orr, left. The mayor said no."
    >>> scene = Scene(0, 0, [], [])
    >>> meant_by("The mayor", "said", 34, Mentions(text, lambda number: scene), scene)
    'Ada Noll'
    """
    if speaker[:4].lower() == "the " and speaker[4:] in NOUNS["native"]:
        return _of_age("", at, mentions)
    said = MESSAGE.match(speaker)
    if said:
        pronoun = WHOSE[said["whose"].lower()]
        return antecedent(pronoun, at, mentions.so_far(), mentions.taken, mentions.masked)
    speaker = WHICH.split(speaker, maxsplit=1)[0]
    match = DESCRIPTION.match(speaker)
    if not match:
        return _native(speaker, at, mentions, scene)
    words = match["words"].split()
    if match["of"]:
        return _of_role(words, at, mentions)
    head = words[-1]
    if head in NOUNS["paper"]:
        return _issuer(head, at, mentions)
    if head in NOUNS["company"]:
        return _company(at, mentions)
    aged = next((word for word in words if AGED.match(word)), "")
    if aged:
        return _of_age(aged, at, mentions)
    return _of_role(words, at, mentions) or _told_again(words, cue, at, mentions, scene)


def named_later(speaker: str, at: int, text: str) -> str:
    """ "“Is it over?” a woman asked. Her name was Ada Noll": the name that only the next sentence tells."""
    if not INDEFINITE.match(speaker) or any(word[:1].isupper() for word in speaker.split()[1:]):
        return ""
    told = SELF_NAMED.search(text, at, min(len(text), at + 260))
    return told["name"] if told else ""


def one_of(speaker: str, at: int, mentions: Mentions) -> str:
    """ "Rowers hate it. “…,” one said": the last people named of whom "one" or "two of them" may be ("" if none)."""
    if not OF_THEM.match(speaker):
        return ""
    found = mentions.so_far()
    number = bisect_left(found, at, key=lambda mention: mention.offset)
    several = (mention.name for mention in reversed(found[max(0, number - 4) : number]) if mention.kind == "several")
    return next((name for name in several if not OF_THEM.match(name)), "")


def _native(speaker: str, at: int, mentions: Mentions, scene: Scene) -> str:
    """ "the nurse from Orr": the only person of the paragraph."""
    native = NATIVE.match(speaker)
    head = native["head"] or native["now"] if native else ""
    persons = _persons(mentions.so_far(), scene.start, at) if native else []
    if len(set(persons)) != 1 or not is_person(head):
        return ""
    return "" if persons[0][:4].lower() == "the " or _told_of(head, mentions.masked[:at]) else persons[0]


def _told_of(head: str, text: str) -> bool:
    """Whether a text has already spoken of somebody of that kind, "a nurse"."""
    return re.search(rf"\b[Aa]n? (?:[\w-]+ )?{head}\b", text) is not None


def _of_role(words: list[str], at: int, mentions: Mentions) -> str:
    """ "Ada Noll, the mayor of Orr … the mayor": the last one of whom the text has said so."""
    known = roles(mentions.masked)
    number = bisect_left(known, at, key=lambda role: role.offset)
    return next((role.name for role in reversed(known[:number]) if role.words.issuperset(words)), "")


def _of_age(head: str, at: int, mentions: Mentions) -> str:
    """Who is told to be so old ("" for any age), else the last person named."""
    age = head.partition("-")[0]
    aged = [match["name"] for match in AGE.finditer(mentions.masked, 0, at) if match["age"] == age]
    name = aged[-1] if aged else antecedent("person", at, mentions.so_far(), text=mentions.masked)
    return "" if name[:4].lower() == "the " else name


NEAR = 300  # characters before a paragraph that names nobody


def _persons(mentions: list[Mention], low: int, high: int) -> list[str]:
    inside = [mention for mention in mentions if low <= mention.offset < high]
    return [mention.name for mention in inside if mention.kind in ("person", "speaker")]


def _told_again(words: list[str], cue: str, at: int, mentions: Mentions, scene: Scene) -> str:
    """ "Dr Ada Noll warned of it. “…,” said the medic": the only person of the paragraph, if the words fit."""
    found = mentions.so_far()
    persons = _persons(found, scene.start, at) or _persons(found, max(0, scene.start - NEAR), scene.start)
    if not persons or persons[-1][:4].lower() == "the ":
        return ""
    varied = words[-1] in NOUNS["varied"] or words[0] in ("former", "retired", "ex")
    fits = varied and not _told_of(words[-1], mentions.masked[:at])
    fits = fits or (cue in GOES_ON and is_person(words[-1]))
    titles = (f"of {word.rstrip('.')}" for word in persons[-1].split())  # "Dr Imran Vale … the medic"
    fits = fits or any(words[-1] in NOUNS.get(title, ()) for title in titles)
    return persons[-1] if fits else ""


def _company(at: int, mentions: Mentions) -> str:
    """The last company or club named: a group that is no public body, or one capital word that is no surname."""
    found = mentions.so_far()
    number = bisect_left(found, at, key=lambda mention: mention.offset)
    known = surnames(mentions.masked)
    for mention in reversed(found[max(0, number - 8) : number]):
        name = mention.name
        name = OF_COMPANY.sub(r"\1", name)
        single = mention.kind in ("name", "speaker") and name not in known and name not in mentions.taken
        single = single or name != mention.name
        group = mention.kind == "group" and name[:1].isupper() and not DESCRIPTION.match(name)
        heading = name.isupper() and " " in name
        if (single or group) and not heading and not _is_public(name):
            return name
    return ""


def _is_public(name: str) -> bool:
    """Whether a name is that of a public body or a paper, or no name but the noun for a company."""
    low = name.lower()
    return low in NOUNS["company"] or low.rsplit(" ", 1)[-1] in GROUPS - NOUNS["company"]


def _issuer(head: str, at: int, mentions: Mentions) -> str:
    """ "The army said in a statement … the statement said": the army."""
    mentions.so_far()
    for scene in reversed(mentions.scenes):
        for event in reversed(scene.events):
            if event.cue[0] >= at or event.order == "participle":
                continue
            rest = mentions.masked[event.cue[1] : min(scene.end, event.cue[1] + 80)]
            found = IN_PAPER.search(rest)
            if found and found["paper"] == head:
                name = short_name(mentions.masked[slice(*event.speaker)].strip(" \x00,"))
                return "" if DESCRIPTION.match(name) and name.rsplit(" ", 1)[-1] in NOUNS["paper"] else name
    return ""
