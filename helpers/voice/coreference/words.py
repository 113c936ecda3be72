"""The words of a text one by one, which of them begin a sentence, and what kind of noun a word is."""

import re
from functools import lru_cache
from typing import NamedTuple

from helpers.tables import read_lexicon
from helpers.voice.classes import AUXILIARY, DETERMINER, MONTH, PREPOSITION, PRONOUN, VERB
from helpers.voice.nouns import AGENT, BODIES, NO_FIRST_NAME, NOUNS, PERSONS

# A space before a word is taken along: no search begins at it.
WORD = re.compile(
    r" ?+([A-Za-zÀ-ÿ](?:[\wÀ-ÿ’'-]++|(?<=[A-Z])\.(?:[A-Z]\.){1,5}|)|\d[\w.,%-]*+|\x00++|[^\w\s]|\n)"
)


def _plain(pattern: str) -> frozenset[str]:
    return frozenset(word.lower() for word in pattern.split("|") if word.isalpha())


PREPOSITIONS = _plain(PREPOSITION) | {"toward", "towards", "like", "than"}
TOLD = ("by", "of", "to", "with", "in", "at", "from", "for", "against", "on", "about")  # each told apart
DETERMINERS = _plain(DETERMINER)
VERBS = _plain(VERB) | _plain(AUXILIARY)
PRONOUNS = _plain(PRONOUN) | _plain("him|her|them|himself|herself|themselves|us|me")
JOINTS = _plain(
    "that|but|while|whilst|when|because|although|though|if|whether|as|where|what|why|how|so|after|before|since|until|"
    "once|unless|yet|whereas|which|who|whom|whose|and|or|nor|not|then|now|just|even|only|also|still"
)
CLOSED = DETERMINERS | PREPOSITIONS | JOINTS | VERBS | PRONOUNS  # belong to no noun behind them
STOPS = frozenset(".!?:;\n")
OPENS = frozenset("\"“”‘’'()[]*–—-")  # may stand between a stop and the first word of a sentence
TITLES = {noun: pronoun for pronoun in ("", "he", "she") for noun in NOUNS[f"title {pronoun}".strip()]}
"""A title in lower case → the pronoun it tells, "" for either."""
FIRST_NAMES = dict(read_lexicon("first_names").itertuples(index=False))
"""Given name → the pronoun its bearers are usually called by."""
NAMELESS = frozenset(word.lower() for word in NO_FIRST_NAME) | NOUNS["no name"] | VERBS | JOINTS | PRONOUNS
NAMELESS |= PREPOSITIONS | DETERMINERS
DAYS = frozenset(f"{MONTH}|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|God|I".split("|"))
SEVERAL = NOUNS["several"]
POSSESSIVE = ("’s", "'s")


class Words(NamedTuple):
    """The words and stops of a stretch side by side: offsets, as printed, in lower case."""

    starts: list[int]
    words: list[str]
    low: list[str]

    def end(self, number: int) -> int:
        """The offset where a word ends."""
        return self.starts[number] + len(self.words[number])

    def beside(self, number: int) -> bool:
        """Whether the next word follows after one space."""
        return number + 1 < len(self.words) and self.starts[number + 1] == self.end(number) + 1

    def first(self, number: int) -> bool:
        """Whether a word begins a sentence."""
        number -= 1
        while number >= 0 and self.words[number] in OPENS:
            number -= 1
        if number < 0:
            return True
        word = self.words[number]
        if word == "." and number:
            return self.low[number - 1] not in TITLES and len(self.words[number - 1]) != 1
        return word in STOPS or word[0] == "\x00"


def cut(text: str, low: int, high: int) -> Words:
    """The words of text[low:high]; blanked quotations are words of NUL characters."""
    found = list(WORD.finditer(text, low, high))
    words = [match[1] for match in found]
    return Words([match.start(1) for match in found], words, [word.lower() for word in words])


@lru_cache(maxsize=50_000)
def owner(word: str) -> str:
    """A word without its possessive ending."""
    return word[:-2] if word.endswith(POSSESSIVE) else word.rstrip("’'")


@lru_cache(maxsize=50_000)
def is_common(word: str) -> bool:
    """Whether a lower-case word is one of the language: the tagger's lexicon knows it in lower case.

    >>> is_common("bread"), is_common("kessling")
    (True, False)
    """
    from textblob.en import parser  # loads its lexicon on first use only

    return word in parser.lexicon


@lru_cache(maxsize=50_000)
def kind_of(noun: str) -> str:
    """What a lower-case word stands for: person, agent (a person by its ending), group, paper, several; "" for none.

    >>> kind_of("nurse"), kind_of("rigger"), kind_of("council"), kind_of("report"), kind_of("nurses"), kind_of("lamp")
    ('person', 'agent', 'group', 'paper', 'several', '')
    """
    noun = owner(noun)
    if noun in SEVERAL:
        return "several"
    one = _kind_of_one(noun)
    if one or not noun.endswith("s") or noun.endswith("ss"):
        return one
    base = noun[:-3] + "y" if noun.endswith("ies") else noun[:-1]
    return "several" if _kind_of_one(base) in ("person", "agent", "group") else ""


def _kind_of_one(noun: str) -> str:
    if noun in NOUNS["paper"] or noun in NOUNS["study"]:
        return "paper"
    if noun in BODIES and noun not in VERBS:
        return "group"
    if noun in NOUNS["thing"] or noun in VERBS or noun in NAMELESS:
        return ""
    if noun in PERSONS or noun.endswith("-old"):
        return "person"
    known = noun in NOUNS["varied"] or noun in NOUNS["native"]
    return "person" if known else "agent" if len(noun) > 4 and AGENT.search(noun) else ""


def pronoun_of(noun: str) -> str:
    """The pronoun that a noun of a person tells, "" for either.

    >>> pronoun_of("widow"), pronoun_of("fisherman"), pronoun_of("nurse")
    ('she', 'he', '')
    """
    if noun in NOUNS["female"] or noun.endswith("woman"):
        return "she"
    return "he" if noun in NOUNS["male"] or (noun.endswith("man") and _kind_of_one(noun) != "") else ""
