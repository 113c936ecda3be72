"""The lexicon of loaded terms, made ready for one pass over the words of a text.

How its patterns work is told in data/lexicons/loaded.md.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from helpers.tables import read_lexicon
from helpers.tokens import lemmatize

ANY = "*"
STRONG = "strong"
HYPHENS = re.compile(r"[-‐‑]")
PLAIN_MARKS = str.maketrans("’ʼ‐‑", "''--")

Word = tuple[int, int, str, str]  # start, end, as printed, link to the word before: one of the three below
HYPHEN, BLANK, APART = "-", " ", ""


class Entry(NamedTuple):
    """One row of the lexicon: its words in order and the guards that keep innocent senses out."""

    term: str
    category: str
    charge: str
    weak: bool
    words: tuple[str, ...]
    joined: tuple[bool, ...]  # for each word, whether a hyphen must join it to the one before
    cased: bool  # the term has capitals and is matched with them
    forms: frozenset[str]
    pos: str
    not_before: frozenset[str]
    not_after: frozenset[str]
    not_in: frozenset[str]
    needs: frozenset[str]


def _entry(row: dict[str, str]) -> Entry:
    term = row["term"]
    cased = term != term.lower()
    words = tuple(HYPHENS.sub(" ", term).split())
    sets = {name: frozenset(row[name].split()) for name in ("forms", "not_before", "not_after", "not_in", "needs")}
    joined = tuple(i > 0 for token in term.split() for i, _ in enumerate(HYPHENS.split(token)))
    return Entry(
        term, row["category"], row["charge"], row["strength"] != STRONG, words, joined, cased, pos=row["pos"], **sets
    )


@lru_cache(maxsize=1)
def entries() -> tuple[Entry, ...]:
    """All entries of data/lexicons/loaded.csv in its order."""
    return tuple(_entry(row) for row in read_lexicon("loaded").to_dict("records"))


@lru_cache(maxsize=1)
def _by_first_word() -> dict[str, list[Entry]]:
    """Entries under the first word that is no wildcard, the longest first, so that the first match is the fullest."""
    index: dict[str, list[Entry]] = {}
    for entry in sorted(entries(), key=lambda e: -len(e.words)):
        first = entry.words[1] if entry.words[0] == ANY else entry.words[0]
        index.setdefault(first.lower(), []).append(entry)
    return index


@lru_cache(maxsize=100_000)
def keys(word: str) -> tuple[str, ...]:
    """Forms under which a printed word may stand in the lexicon: itself, lemma, American spelling, adjective.

    >>> keys("Demonised"), keys("heroically")[-1]
    (('demonised', 'demonise', 'demonize'), 'heroic')
    """
    printed = (word if word.isascii() else word.translate(PLAIN_MARKS)).lower()
    lower = printed.removesuffix("'s")
    found = [lower, lemmatize(word), printed]
    if found[1] == lower and len(lower) > 4 and lower[-1] == "s" and lower[-2] not in "su":
        found.append(lower[:-1])
    if lower.endswith("ves"):  # thieves, wolves: the dictionary does not know them all
        found += [lower[:-3] + "f", lower[:-3] + "fe"]
    for form in tuple(found):
        found += _spellings(form) if "our" in form or form.endswith("ise") else ()
    found += _adjectives(lower) if lower.endswith("ly") else ()
    return tuple(dict.fromkeys(found))


def _spellings(form: str) -> list[str]:
    if form.endswith("ise") and len(form) > 6:
        return [form[:-3] + "ize"]
    return [form.replace("our", "or")] if "our" in form[2:] and len(form) > 5 else []


def _adjectives(lower: str) -> list[str]:
    """Adjectives of which a word in -ly may be the adverb: shameless, terrible, full, heroic, happy."""
    if len(lower) < 6:
        return []
    stem = lower[:-2]
    found = [stem, lower[:-1], lower[:-1] + "e"]
    if stem.endswith("ical"):
        found.append(stem[:-2])
    return [*found, stem[:-1] + "y"] if stem.endswith("i") else found


class Opening(NamedTuple):
    """Entries that may begin with a word, the longest first; those that may whatever follows; what the others need."""

    entries: tuple[Entry, ...]
    anyhow: tuple[Entry, ...]
    seconds: frozenset[str]


def _second(entry: Entry) -> str:
    """The word that must follow the one an entry is found by; empty where that cannot be told from its key alone."""
    words = entry.words[1:] if entry.words[0] == ANY else entry.words
    return "" if len(words) < 2 or words[1] == ANY or entry.cased else words[1]


@lru_cache(maxsize=100_000)
def openers(word: str, include_weak: bool = False) -> Opening | None:
    """Entries that may begin with this printed word; None for most words.

    Of single words, an entry for the form as printed ("extremely") stands before those of its lemma or adjective.
    """
    index = _by_first_word()
    if index.keys().isdisjoint(keys(word)):
        return None
    found = {id(e): e for key in keys(word) for e in index.get(key, ())}
    printed = (word.translate(PLAIN_MARKS).lower(),)
    single = any(e.words == printed for e in found.values())
    kept = [e for e in found.values() if len(e.words) > 1 or not single or e.words == printed]
    kept = sorted((e for e in kept if include_weak or not e.weak), key=lambda e: -len(e.words))
    anyhow = tuple(e for e in kept if not _second(e))
    return Opening(tuple(kept), anyhow, frozenset(_second(e) for e in kept) - {""}) if kept else None


@lru_cache(maxsize=1)
def function_words() -> frozenset[str]:
    """Lemmas of English function words, which say little of what a text is about.

    >>> "the" in function_words(), "harbour" in function_words()
    (True, False)
    """
    words = read_lexicon("function_words")
    return frozenset(lemmatize(word) for word in words.loc[words["language"] == "en", "word"])
