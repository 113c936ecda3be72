"""Words around numbers and what they say of them: the lists of data/lexicons, ready for look-up."""

import re
from functools import lru_cache
from typing import NamedTuple

from helpers.figures.numbers.words import NUMBER_WORDS
from helpers.figures.words import MONTHS as LONG_MONTHS
from helpers.figures.words import word_set
from helpers.tables import read_lexicon

TRADE = re.compile(r"[a-z]{2,}(?:er|or|eer|ist|ian|woman|man|worker)")  # bakers, florists, policewomen
SHORT_MONTHS = word_set("jan feb mar apr jun jul aug sep sept oct nov dec")
MONTHS = LONG_MONTHS | SHORT_MONTHS


class Pattern(NamedTuple):
    """A fixed run of words around a number word (its anchor), and the cells of its row."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    row: tuple[str, ...]


def split_words(pattern: str) -> list[str]:
    """The words of a pattern; hyphens part them as spaces do.

    >>> split_words("no-one - ish")
    ['no', 'one', 'ish']
    """
    return pattern.replace("-", " ").split()


def _anchored(name: str) -> dict[str, list[Pattern]]:
    patterns: dict[str, list[Pattern]] = {}
    frame = read_lexicon(name)
    for row in frame.itertuples(index=False, name=None):
        words = split_words(row[0])
        at = next(index for index, word in enumerate(words) if word in NUMBER_WORDS)
        pattern = Pattern(tuple(words[:at]), tuple(words[at + 1 :]), row[1:])
        patterns.setdefault(words[at], []).append(pattern)
    for found in patterns.values():
        found.sort(key=lambda pattern: len(pattern.before) + len(pattern.after), reverse=True)
    return patterns


@lru_cache(maxsize=1)
def vague_patterns() -> dict[str, list[Pattern]]:
    """Rows of vague_words.csv by the number word they hang on, longest first."""
    return _anchored("vague_words")


@lru_cache(maxsize=1)
def idiom_patterns() -> dict[str, list[Pattern]]:
    """Rows of number_idioms.csv by the number word they hang on, longest first."""
    return _anchored("number_idioms")


@lru_cache(maxsize=1)
def _roles() -> dict[str, frozenset[str]]:
    frame = read_lexicon("number_context")
    return {role: frozenset(group["word"]) for role, group in frame.groupby("role")}


def words_of(role: str) -> frozenset[str]:
    """The words that play a role beside numbers: reference, product, listing, street, score, person, plural …

    >>> "section" in words_of("reference"), "reasons" in words_of("listing")
    (True, True)
    """
    return _roles()[role]


@lru_cache(maxsize=1)
def _people() -> frozenset[str]:
    rows = read_lexicon("noun_classes")
    return frozenset(rows[rows["kind"].str.startswith("people_")]["noun"])


def is_person(low: str) -> bool:
    """Does the word name a person, by the list of nouns or by its ending?

    >>> is_person("docker"), is_person("florist"), is_person("policewoman"), is_person("thing")
    (True, True, True, False)
    """
    return low in _people() or TRADE.fullmatch(low) is not None


@lru_cache(maxsize=50_000)
def is_plural(low: str) -> bool:
    """Does the word look like a plural noun? Decides between "48m" of cloth and of people, years and counts.

    >>> is_plural("houses"), is_plural("people"), is_plural("was"), is_plural("press")
    (True, True, False, False)
    """
    if low in words_of("plural"):
        return True
    return (
        len(low) > 3
        and low.endswith("s")
        and not low.endswith(("ss", "'s", "us"))
        and low not in words_of("singular_s")
    )
