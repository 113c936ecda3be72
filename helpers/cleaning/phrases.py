"""Find the phrases of page furniture in a line: navigation, share, comments, legal, related, subscribe and the like."""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from helpers.cleaning.lines import UNSPACED, WORD, Line
from helpers.tables import read_lexicon

KINDS = (
    "navigation", "share", "comment", "legal", "related", "subscribe", "advert", "note", "caption", "byline", "bio",
    "embed", "audio",
)  # fmt: skip
SPEAKS_AGAINST = frozenset(KINDS) - {"caption", "byline", "bio", "embed"}  # kinds that make a line furniture
KIND = {kind: position for position, kind in enumerate(KINDS)}
EDGES = " \t\u00a0*+-–—•·»«›‹→←▼▲▶►|#:;.!?…。：！？()[]【】“”\"'>©®"
COUNTER = re.compile(r"^\(?\d{1,6}\)?\s+|(?:(?<!\s)\s+)?\(?\d{1,6}\)?$")
Phrases = tuple[int, list[int], list[int]]  # the kind of the whole line (-1: none), of its starts, of all found in it
SIGNS = re.compile(r"[^\w\s'-]")


@lru_cache(maxsize=8192)  # the lines of menus come back on every page of a site
def plain(text: str) -> str:
    """Lower a line and strip bullets, counts and punctuation at its ends, for comparison with whole-line phrases.

    >>> plain("  » Comments (12)")
    'comments'
    """
    text = text.lower().replace("’", "'").strip(EDGES)
    counted = text[:1].isdigit() or text[-1:].isdigit()
    return COUNTER.sub("", text).strip(EDGES) if counted else text


Index = dict[str, dict[tuple[int, int], dict[tuple[str, ...], list]]]


def index_phrases(told: Iterable[tuple[tuple[str, ...], object]]) -> Index:
    """Phrases by their longest word, then by its place in them and their length: each with what is told of it."""
    index: Index = {}
    for words, value in told:
        longest = max(words, key=len)
        shapes = index.setdefault(longest, {})
        shapes.setdefault((words.index(longest), len(words)), {}).setdefault(words, []).append(value)
    return index


def look_up(words: tuple[str, ...], index: Index) -> list[tuple[int, object]]:
    """Every indexed phrase among the words: where it starts and what is told of it, in the order of the index.

    >>> look_up(("a", "b", "cc"), index_phrases([(("b", "cc"), "x"), (("cc",), "y")]))
    [(1, 'x'), (2, 'y')]
    """
    found = []
    for at in [at for at, word in enumerate(words) if word in index]:
        for (offset, length), phrases in index[words[at]].items():
            start = at - offset
            if start >= 0 and words[start : start + length] in phrases:
                found += [(start, value) for value in phrases[words[start : start + length]]]
    return found


@lru_cache(maxsize=1)
def _phrases() -> tuple[dict, dict, dict, frozenset, list]:
    """Phrases that are whole lines; those that start one, by first word; those inside one, by longest word."""
    whole, start, anywhere, unspaced = {}, defaultdict(list), [], []
    table = read_lexicon("furniture_phrases")
    for phrase, place, kind in zip(table["phrase"], table["place"], table["kind"], strict=True):
        phrase = phrase.replace("’", "'")
        words = tuple(WORD.findall(phrase))
        if place == "whole":
            whole[plain(phrase) or phrase] = KIND[kind]
        elif UNSPACED.search(phrase):
            unspaced.append((phrase, KIND[kind]))
        elif place == "start":
            start[words[0] if words else ""].append((phrase, KIND[kind]))
        else:
            anywhere.append((words, (KIND[kind], phrase if SIGNS.search(phrase) else "")))
    index = index_phrases(anywhere)
    return whole, dict(start), index, frozenset(index), unspaced


def _at_start(low: str, first: str, starts: dict) -> list[int]:
    phrases, found = starts.get(first), []
    if not phrases:
        return found
    bare = low.lstrip(EDGES) or low
    for phrase, kind in phrases:
        for text in (low, bare):
            if text.startswith(phrase) and not (text[len(phrase) : len(phrase) + 1].isalnum() and phrase[-1].isalnum()):
                found.append(kind)
                break
    return found


@lru_cache(maxsize=4096)  # asked for by the finder of the title and of standfirsts too
def find_phrases(line: Line) -> Phrases:
    """Say which kinds of furniture a line speaks of.

    Returns the kind of the phrase that is the whole line (-1: none), the kinds of the phrases it starts with, and the
    kinds of the phrases found anywhere in it (a kind once per phrase), as positions in `KINDS`.
    """
    whole, start, anywhere, telling, unspaced = _phrases()
    low, words = line.text[:500].lower().replace("’", "'"), line.lower
    found = []
    if not telling.isdisjoint(words):
        told = look_up(words, anywhere)
        found = [kind for _, (kind, signs) in sorted(told) if not signs or signs in low] if told else []
    if not low.isascii() and UNSPACED.search(low):
        found += [kind for phrase, kind in unspaced if phrase in low]
    is_whole = whole.get(plain(low), -1) if len(low) <= 60 else -1
    return is_whole, _at_start(low, words[0] if words else "", start), found


def speak_against(phrases: Phrases) -> tuple[str, int]:
    """The kind of furniture that the phrases of a line speak of, and how many of them do ("" and 0: none)."""
    whole, starts, found = phrases
    if whole < 0 and not starts and not found:
        return "", 0
    telling = [kind for kind in found if KINDS[kind] != "navigation"]  # "get in touch" may stand in any sentence
    # "read also" and "advertisement" at the start weigh double
    links = [kind for kind in starts if KINDS[kind] in ("related", "advert")]
    kinds = [KINDS[kind] for kind in ([whole] * 2 if whole >= 0 else []) + starts + links + telling]
    against = [kind for kind in kinds if kind in SPEAKS_AGAINST]
    return (max(against, key=against.count), len(against)) if against else ("", 0)
