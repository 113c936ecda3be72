"""Descriptions that may tell somebody again: "the mayor", "the 56-year-old", "the company", "the statement"."""

import re
from collections.abc import Mapping

from helpers.voice.coreference.cast import DEFINITE, Cast
from helpers.voice.coreference.entities import Entity
from helpers.voice.coreference.words import kind_of, pronoun_of
from helpers.voice.nouns import BODIES, NOUNS, alternatives

INDEFINITE = frozenset(("a", "an", "one", "another", "some"))
PERSONS = ("person", "name", "agent")
NEAR = 80  # characters behind a speaker in which the paper is named
PUBLIC = BODIES - NOUNS["company"]
IN_PAPER = re.compile(
    r"(?<![\w-])(?:in|on|via|through) (?:an?|the|his|her|its|their) (?:[\w-]{1,20} ){0,2}?"
    rf"(?P<paper>{alternatives('paper')})(?![\w-])"
)
HEAD = re.compile(r"((?:[\w’'-]+ )*?[\w’'-]+)(?: (?:of|from|for|at|in|who|with|on)(?![\w-]).*)?$")


def head_of(description: str) -> str:
    """The noun of a description as printed: "nurse" of "the nurse from Orr, a town"."""
    shown = description.partition(",")[0]
    match = HEAD.match(shown)
    return (match[1] if match else shown).split()[-1]


def _is_public(entity: Entity) -> bool:
    """Whether a body is a public one by its name: "the Orr Council"."""
    return entity.kind == "group" and entity.name.rsplit(" ", 1)[-1].lower() in PUBLIC


class Description:
    """A noun phrase that may tell somebody again: "the nurse from Orr"."""

    def __init__(self, cast: Cast, words: str, at: int) -> None:
        self.text, self.at = cast.text, at
        shown = words.partition(",")[0]
        self.head = head_of(words).lower()
        first = shown.split()[0].lower()
        self.article = "the" if first in DEFINITE else "a" if first in INDEFINITE else "’s"
        self.words = set(shown.lower().split()[1:])
        self.borne = any(entity.named for entity in cast.called.get(self.head, ()))
        self.sort = next((sort for sort in ("office", "company") if self.head in NOUNS[sort]), "")
        self.sort = self.sort or ("age" if self.head.endswith("-old") else kind_of(self.head) or "other")
        self.varied = "varied" if self.head in NOUNS["varied"] or self.head in NOUNS["native"] else "plain"
        self.known = cast.heads.get(self.head, at) < at
        self.longer = not shown.lower().endswith(self.head)
        self.capital = any(word[:1].isupper() for word in shown.split()[1:])
        self.size = min(len(shown.split()), 5)
        self.pronoun = pronoun_of(self.head)

    def names(self, entity: Entity, taken: Mapping[int, str]) -> list[str]:
        """What speaks for its being somebody."""
        named = "N" if entity.named else ""
        kind = "public" if _is_public(entity) else entity.kind
        names = [
            f"office={self.head in entity.offices}{self.borne}{self.article}{named}",
            f"offices={self.words <= entity.offices}{named}",
            f"{self.sort} {kind}{named}{self.article}",
            f"{self.varied} {kind}",
            f"known={self.known}{named}",
        ]
        if self.pronoun:
            pronoun = entity.pronoun or taken.get(id(entity), "")
            names.append(f"pronoun={pronoun == self.pronoun if pronoun else '?'}")
        return names

    def allows(self, entity: Entity) -> bool:
        """Whether it may be somebody at all; a paper only who has spoken in it: "the army said in a statement"."""
        if self.sort in ("company", "group"):
            public = self.sort == "company" and _is_public(entity)
            return entity.kind not in ("several", "paper", "agent", "place") and not entity.pronoun and not public
        if self.sort != "paper":
            return self.sort == "several" or entity.kind in PERSONS
        spans = ((mention.end, min(mention.end + NEAR, self.at)) for mention in entity.mentions)
        found = (IN_PAPER.search(self.text, *span) for span in spans)
        return any(match is not None and match["paper"] == self.head for match in found)

    def nobody(self) -> list[str]:
        """What speaks for its being nobody with a name."""
        return [
            "nobody", f"nobody|{self.article}{self.sort}", f"nobody|borne={self.borne}", f"nobody|{self.varied}",
            f"nobody|known={self.known}", f"nobody|longer={self.longer}",
            f"nobody|capital={self.capital}", f"nobody|{self.size}", f"nobody|{self.article}{self.head}",
        ]  # fmt: skip
