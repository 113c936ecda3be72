"""Somebody in a text, what kind of name a name is, and what beside it tells who its bearer is."""

import re
from bisect import bisect_right
from typing import NamedTuple

from helpers.voice.coreference.phrases import Phrase
from helpers.voice.coreference.words import DETERMINERS, FIRST_NAMES, TITLES, kind_of, owner, pronoun_of
from helpers.voice.nouns import NOUNS, is_group, is_thing, names_body

# "the head | of the mill, | Ada Noll,"
BETWEEN = re.compile(r"(?: (?:of|for|at|in|from|with) [^.,;:\x00\n]{1,50})?, ")
# "Ada Noll, 43, | the reeve | of Orr": what somebody is, whatever the noun.
BEHIND = re.compile(
    r",(?: \d{1,3},)? (?P<article>(?:the|an?|his|her|its|their|our|my) )?"
    r"(?P<what>[\w’'-]{1,30}+(?: [\w’'-]{1,30}+){0,4}?)(?=[,.;:)\x00]| (?:of|at|for|in|from|who|with|on)(?![\w-]))"
)
# "the reeve of Orr, | Ada Noll,"
BEFORE = re.compile(
    r"(?<![\w’'-])(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[\w-]{2,30}[’']s?) "
    r"(?P<what>[a-z][\w’'-]{1,30}+(?: [a-z][\w’'-]{1,30}+){0,4}?)(?: (?:of|at|for|in) [\w’'-]+(?: [\w’'-]+){0,3})?, $"
)
APPOSED = re.compile(r",(?: \d{1,3},)?(?: (?:an?|the|his|her|its|their|our|my|one))?", re.I)
AGED = re.compile(r",? (?:\(|aged |is )?(?P<age>\d{1,3})(?=[,.;)]|\s[a-z])")  # "Ada Noll, 43,", "Ada Noll (43)"
HEADS = ("subject", "object", "clause", "comma", "joined")  # places of a noun phrase that no preposition leads in
FRONT = 90  # characters before a name in which its bearer's office stands
NEAR = 60  # characters between a name and what is told of it


class Mention(NamedTuple):
    """Where somebody is told of: offsets and how the phrase stands in its sentence."""

    start: int
    end: int
    place: str


class Entity:
    """Somebody in a text: a person, a body, several people.

    name: the fullest so far; kind: person, agent (a person by the ending of a noun), group, paper, several, place, name
    (may be anything); named: whether by a name; words: of the name; described: the description it was first told by;
    offices: nouns and ages by which the text calls it; pronoun: "he" or "she" where a title, a noun or a first name
    tells it, else ""; certain: whether a title or noun does; first: the given name; alone: which word of the name
    stands for it alone ("first", "last", ""); mentions: in order.
    """

    __slots__ = (
        "alone", "certain", "described", "first", "kind", "mentions", "name", "named", "offices", "pronoun", "words",
    )  # fmt: skip

    def __init__(self, phrase: Phrase, kind: str) -> None:
        self.name, self.kind, self.named, self.words = phrase.text + phrase.tail, kind, phrase.named, phrase.words
        self.offices: set[str] = set()
        self.described = "" if phrase.named else self.name.lower()
        self.pronoun = self.first = self.alone = ""
        self.certain = False
        self.mentions: list[Mention] = []
        if not phrase.named:
            self.call(phrase)

    def last_before(self, at: int) -> int:
        """The offset of the last mention before (or at) an offset, -1 if there is none."""
        number = bisect_right(self.mentions, (at, at, ""))
        return self.mentions[number - 1].start if number else -1

    def call(self, phrase: Phrase) -> None:
        """Add the nouns of a description to those it is called by."""
        words = phrase.text.lower().replace(",", "").split()
        self.offices.update(owner(word) for word in words if word not in DETERMINERS)
        self._be(pronoun_of(phrase.head))
        if self.kind == "name" and phrase.kind in ("person", "agent", "group"):
            self.kind = "group" if phrase.kind == "group" else "person"
        self.know_first()

    def describe(self, phrase: Phrase, text: str) -> None:
        """Take over the title and offices in front of its name, and what stands behind it: office, age."""
        if len(phrase.words) > len(self.words):
            self.name, self.words = phrase.text, phrase.words
        if phrase.title:
            self._be(TITLES[phrase.title])
            self.offices.add(phrase.title)
            self.offices |= NOUNS.get(f"of {phrase.title.capitalize()}", frozenset())  # "Dr Noll … the medic"
        self.offices.update(phrase.offices)
        behind = BEHIND.match(text, phrase.end)
        if behind and (behind["article"] or kind_of(behind["what"].rsplit(" ", 1)[-1]) == "person"):
            self.offices.update(behind["what"].lower().split())
        if text[phrase.start - 2 : phrase.start] == ", " and text[phrase.end : phrase.end + 1] in (",", ".", ";", ":"):
            before = BEFORE.search(text[max(0, phrase.start - FRONT) : phrase.start])
            self.offices.update(before["what"].lower().split() if before else ())
        age = AGED.match(text, phrase.end)
        if age:
            self.offices.add(f"{age['age']}-year-old")
        if self.kind == "name" and (phrase.title or phrase.offices or age):
            self.kind = "person"
        self.know_first()

    def take_over(self, before: "Entity") -> None:
        """Be what the description right before its name says."""
        self.offices |= before.offices
        self._be(before.pronoun if before.certain else "")
        if self.kind == "name" and before.kind in ("person", "agent", "group"):
            self.kind = "group" if before.kind == "group" else "person"
        self.know_first()

    def _be(self, pronoun: str) -> None:
        """Be called by a pronoun that a title or noun tells."""
        if pronoun and not self.certain:
            self.pronoun, self.certain = pronoun, True

    def know_first(self) -> None:
        """Tell the given name of a person, and the pronoun by it."""
        if self.kind == "person" and len(self.words) > 1 and len(self.words[0]) > 1:
            self.first = self.words[0]
            self.pronoun = self.pronoun or FIRST_NAMES.get(self.first, "")


class Told(NamedTuple):
    """A mention with its entity, for the list of all."""

    start: int
    end: int
    place: str
    entity: Entity


def kind_of_name(phrase: Phrase) -> str:
    """Whether a name is a person's, a body's, or may be anything."""
    shown = phrase.text
    if is_group(shown) or names_body(shown) or (shown.isupper() and len(shown) > 1 and len(phrase.words) == 1):
        return "group"
    if phrase.title or phrase.offices:
        return "person"
    if is_thing(shown):
        return "place"
    if len(phrase.words) == 1 or not shown[0].isupper() or {"of", "the"} & set(phrase.words):
        return "name"
    if phrase.words[0] in FIRST_NAMES:
        return "person"
    return "name" if phrase.article or phrase.place not in (*HEADS, "possessor") else "person"


def is_apposition(text: str, before: Phrase, phrase: Phrase) -> bool:
    """Whether a noun tells what the one before is: "Ada Noll, 43, | a farmer", "my neighbour, | a farmer,"."""
    if phrase.kind in ("name", "several") or before.kind in ("several", "group", "paper"):
        return False
    if not 0 < phrase.start - before.end < NEAR or not (phrase.article or kind_of(phrase.head) == "person"):
        return False
    if before.kind != "name" and text[phrase.end : phrase.end + 1] != ",":
        return False
    return APPOSED.fullmatch(text[before.end : phrase.start].strip()) is not None


def leads_in(text: str, noun: Phrase, name: Phrase) -> bool:
    """Whether a noun phrase tells of the name that follows: "the nurse Ada Noll", "the head of Orr, Ada Noll,"."""
    if name.kind != "name" or noun.kind in ("several", "paper") or not 0 < name.start - noun.end < NEAR:
        return False
    gap = text[noun.end : name.start]
    if gap in (" ", "\u00a0"):
        return True
    ends = text[name.end : name.end + 1] in (",", ".", ";", ":", "\x00", "")
    return ends and bool(noun.article) and BETWEEN.fullmatch(gap) is not None
