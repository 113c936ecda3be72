"""Persons whom a sentence introduces by name, other than as its subject."""

import re

from helpers.voice.classes import FULL_NAME, NAMES, PREPOSITION, Span
from helpers.voice.nouns import NO_FIRST_NAME, is_group, is_person, names_body

PERSON_NAME = re.compile(rf"(?<![\w’'-]){FULL_NAME}(?<![’']s)(?![\w’'-])")
# What right before a full name says that it is a person's: "the winner was | Ada Noll", "police arrested | Ada Noll".
INTRODUCED = re.compile(r"(?<![\w-])(?:is|was|are|were|the likes of|(?:a|one) certain)\s$")
BESIDE_ROLE = re.compile(r"(?<![\w-])(?P<what>[a-z][\w-]{2,40}+),?\s$")
OBJECT_NEXT = re.compile(r"(?<![\w-])(?:[a-z]{3,}ed|met|told|saw|by)\s$")
IN_OFFICE = re.compile(
    rf"(?<![\w-])(?:is|was|are|were|by)\s(?:(?!(?:{PREPOSITION}|told|given|shown|sent|[a-z]{{1,20}}ing)\s)"
    r"[a-z][\w-]{1,30}+\s){1,4}$"
)
# What right behind it says so: "Ada Noll, 34", "Ada Noll, a farmer who", "Try Ada Noll. Her mill".
APPOSED_NAME = re.compile(
    r",\s(?:\d{1,2},\s|whose?\s|(?:an?|the|my|our|his|her|their|its|one of \w{2,5})\s(?:[\w’'-]{1,30}+\s){0,4}?"
    r"(?P<what>[a-z-]{2,40}+)(?=[,.;:\x00]|\s(?:who|whose|of|from|in|at|for|with|and|on)\s|$))|"
    r"[.?!:]\s(?=(?:He|She|His|Her)\s)"
)
ENDS = re.compile(r"[.,;:\x00]|\s(?:and|who|from|of)(?![\w-])|$")
# "a man who gave his name as Jory", "Her name was Ada Noll": the name, be it a first name only.
SELF_NAMED = re.compile(
    r"(?:(?:[Hh]is|[Hh]er) (?:first |full )?name (?:is|was|turned out to be)|(?:(?:g[ai]ve|gives|giving) (?:only "
    r")?(?:his|her) (?:first |last |full )?name|to be (?:known|identified|named|called)|(?:identif|introduc)(?:ied|ed|"
    rf"ying|ing) (?:himself|herself)) (?:only |simply )?as)\s(?P<name>{NAMES})"
)
# "By noon Mrs Tolley had got her hens upstairs": a title is a person's, wherever it stands before a verb.
TITLED = re.compile(
    rf"(?<![\w’'-])(?P<name>(?:Mrs?|Ms|Miss|Dr|Sir|Dame)\.? {NAMES})"
    r"(?=,|\s(?:is|was|has|had|[a-z]{2,20}(?:ed|s))(?![\w-]))"
)
# "One of those who left, Judith Marrow, took us along": the name behind a description.
NAMED_BEHIND = re.compile(rf"[^,.;:\x00]{{0,40}},\s(?P<name>{FULL_NAME}),")


def named_beside(masked: str, left: int, right: int, free: bool) -> Span | None:
    """Where text[left:right] first names a person: "His rival, the banker Ada Noll, objected".

    free: the subject of the sentence is no person by name.
    """
    titled = TITLED.search(masked, left, right) if free else None
    if titled:
        return titled.span("name")
    for match in PERSON_NAME.finditer(masked, left, right):
        name = match.group()
        if names_body(name) or is_group(name) or name.partition(" ")[0] in NO_FIRST_NAME:
            continue
        before = masked[max(left, match.start() - 60) : match.start()]
        if _introduced(masked, before, match.end(), free) or (free and _appears(masked, before, match.end())):
            return match.span()
    return None


def _introduced(masked: str, before: str, end: int, free: bool) -> bool:
    """Whether a name is told to be what the subject is or by whom it was done: "the winner was the cooper Ada Noll"."""
    if INTRODUCED.search(before):
        return ENDS.match(masked, end) is not None
    office = IN_OFFICE.search(before) if _is_role(before) else None
    return bool(office) and (not office.group().startswith("by") or free)


def _appears(masked: str, before: str, end: int) -> bool:
    """Whether what stands before or behind a name tells that it is a person's."""
    apposed = APPOSED_NAME.match(masked, end)
    if _is_role(before) or OBJECT_NEXT.search(before):
        return True
    return apposed is not None and (not apposed["what"] or is_person(apposed["what"]))


def _is_role(before: str) -> bool:
    role = BESIDE_ROLE.search(before)
    return role is not None and is_person(role["what"])
