"""Whom a pronoun stands for: the last mention that fits it."""

import re
from bisect import bisect_left
from collections.abc import Callable, Mapping

from helpers.voice.beside import Scene
from helpers.voice.mentions import Mention, find_mentions
from helpers.voice.nouns import NOUNS, surnames

OTHER = {"he": ("she", NOUNS["female"]), "she": ("he", NOUNS["male"])}  # and the words that say so: "Mrs", "widow"
KINDS = {"person": ("person",), "he": ("person",), "she": ("person",), "they": ("several", "group"), "it": ("group",)}
SINGLE = ("speaker", "name")
NAMELESS_BODY = re.compile(r"(?:the|this|its|their|our) [a-z-]+$", re.I)
OBJECT = {"he": "him", "she": "her"}
ASKED = re.compile(
    r"[^.?!;\x00]{1,140}?\s(?:asked|asks|pressed|presses|quizzed|reminded|put it to|challenged) "
    r"(?P<whom>him|her)(?![\w-])"
)
LOOK_BACK = 8  # mentions
NOBODY_YET: Mapping[str, str] = {}


class Mentions:
    """The mentions of the paragraphs passed so far, read when a pronoun first asks for them.

    masked: the text with its quotations blanked; read: number of a paragraph → its scene.
    """

    def __init__(self, masked: str, read: Callable[[int], Scene]) -> None:
        self.masked = masked
        self.read = read
        self.unread: list[int] = []
        self.scenes: list[Scene] = []
        self.found: list[Mention] = []
        self.taken: dict[str, str] = {}  # last word of a name → the pronoun that has stood for it

    def so_far(self) -> list[Mention]:
        """All mentions, in the order of the paragraphs."""
        for number in self.unread:
            self.scenes.append(self.read(number))
            self.found += find_mentions(self.masked, self.scenes[-1])
        self.unread.clear()
        return self.found


def antecedent(
    pronoun: str,
    before: int,
    mentions: list[Mention],
    taken: Mapping[str, str] = NOBODY_YET,
    text: str = "",
) -> str:
    """The last mention before an offset that a pronoun may stand for ("" if none).

    taken: last word of a name → the pronoun that has stood for it: who was "he" is not "she".
    text: the text, whose full names tell which single words are surnames.
    """
    number = bisect_left(mentions, before, key=lambda mention: mention.offset)
    last, least, described = "", "", ""
    for mention in reversed(mentions[max(0, number - LOOK_BACK) : number]):
        if _is_other(pronoun, mention.name, taken) or _asks_him(pronoun, mention, text, before):
            continue
        if mention.kind in KINDS[pronoun]:
            if mention.kind == "group" and NAMELESS_BODY.match(mention.name):  # "the company": its name stands before
                described = described or mention.name
                continue
            return described if described and mention.kind == "several" else mention.name
        if mention.kind in SINGLE:
            known = _surname(mention.name, mentions[max(0, number - 30) : number])
            known = known or surnames(text).get(mention.name, before) < before
            of_person = "person" in KINDS[pronoun]
            if known if of_person else pronoun == "it" and not known and mention.name not in taken:
                return mention.name
            if mention.kind == "speaker" and pronoun != "it":
                last = last or mention.name
            least = least or mention.name
    return described or last or (least if pronoun in OTHER or (pronoun == "they" and least not in taken) else "")


def last_word(name: str) -> str:
    """The word by which a person is told again."""
    return name.split(",")[0].split()[-1]


def _is_other(pronoun: str, name: str, taken: Mapping[str, str]) -> bool:
    """Whether a name stands for somebody whom the text calls by the other pronoun."""
    if pronoun not in OTHER:
        return False
    other, signs = OTHER[pronoun]
    first, *rest = name.replace(",", "").split()
    return taken.get(last_word(name)) == other or first.lower().rstrip(".") in signs or not signs.isdisjoint(rest)


def _asks_him(pronoun: str, mention: Mention, text: str, before: int) -> bool:
    """Whether somebody asks whom the pronoun means: "Noll, for the mill, asked him why. “I forgot,” he said"."""
    if pronoun not in OBJECT:
        return False
    asked = ASKED.match(text, mention.offset, min(before, mention.offset + 160))
    return asked is not None and asked["whom"] == OBJECT[pronoun]


def _surname(name: str, earlier: list[Mention]) -> bool:
    return any(other.kind == "person" and last_word(other.name) == name for other in earlier)
