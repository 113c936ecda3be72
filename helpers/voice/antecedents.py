"""Whom a pronoun stands for: the last mention that fits it."""

import re
from bisect import bisect_left
from collections.abc import Mapping

from helpers.voice.kinds import surnames
from helpers.voice.mentions import Mention

# Words that say which pronoun stands for a person.
HE = re.compile(
    r"^(?:Mr|Sir|Lord|King|Prince|Father|Brother)\b|\b(?:man|boy|husband|father|brother|son|uncle|nephew|king)\b"
)
SHE = re.compile(
    r"^(?:Mrs|Ms|Miss|Dame|Lady|Queen|Princess|Sister|Mother)\b|"
    r"\b(?:woman|girl|wife|mother|sister|daughter|aunt|niece|queen|widow|actress|midwife|nun)\b"
)
OTHER = {"he": ("she", SHE), "she": ("he", HE)}
KINDS = {"person": ("person",), "he": ("person",), "she": ("person",), "they": ("several", "group"), "it": ("group",)}
SINGLE = ("speaker", "name")
LOOK_BACK = 8  # mentions
NOBODY_YET: Mapping[str, str] = {}


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
    last, least = "", ""
    for mention in reversed(mentions[max(0, number - LOOK_BACK) : number]):
        if _is_other(pronoun, mention.name, taken):
            continue
        if mention.kind in KINDS[pronoun]:
            return mention.name
        if mention.kind in SINGLE:
            known = _surname(mention.name, mentions[max(0, number - 30) : number])
            known = known or surnames(text).get(mention.name, before) < before
            of_person = "person" in KINDS[pronoun]
            if known if of_person else pronoun == "it" and not known and mention.name not in taken:
                return mention.name
            if mention.kind == "speaker" and pronoun != "it":
                last = last or mention.name
            least = least or mention.name
    return last or (least if pronoun in OTHER else "")


def last_word(name: str) -> str:
    """The word by which a person is told again."""
    return name.split(",")[0].split()[-1]


def _is_other(pronoun: str, name: str, taken: Mapping[str, str]) -> bool:
    """Whether a name stands for somebody whom the text calls by the other pronoun."""
    if pronoun not in OTHER:
        return False
    other, sign = OTHER[pronoun]
    return taken.get(last_word(name)) == other or sign.search(name) is not None


def _surname(name: str, earlier: list[Mention]) -> bool:
    return any(other.kind == "person" and last_word(other.name) == name for other in earlier)
