"""Find the phrases of page furniture in a line: navigation, share, comments, legal, related, subscribe and the like."""

import re
from collections import defaultdict
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
COUNTER = re.compile(r"^\(?\d{1,6}\)?\s+|\s*\(?\d{1,6}\)?$")
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


@lru_cache(maxsize=1)
def _phrases() -> tuple[dict, dict, dict, list]:
    whole, start, anywhere, unspaced = {}, defaultdict(list), defaultdict(list), []
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
            anywhere[words[0]].append((words, phrase if SIGNS.search(phrase) else "", KIND[kind]))
    return whole, dict(start), dict(anywhere), unspaced


def _at_start(low: str, first: str, starts: dict) -> list[int]:
    bare = low.lstrip(EDGES) or low
    found = []
    for phrase, kind in starts.get(first, ()):
        for text in (low, bare):
            if text.startswith(phrase) and not (text[len(phrase) : len(phrase) + 1].isalnum() and phrase[-1].isalnum()):
                found.append(kind)
                break
    return found


def straight(line: Line) -> list[str]:
    """The words of a line, small, with straight apostrophes."""
    return [word.replace("’", "'") for word in line.lower] if "’" in line.text else list(line.lower)


def find_phrases(line: Line) -> Phrases:
    """Say which kinds of furniture a line speaks of.

    Returns the kind of the phrase that is the whole line (-1: none), the kinds of the phrases it starts with, and the
    kinds of the phrases found anywhere in it (a kind once per phrase), as positions in `KINDS`.
    """
    whole, start, anywhere, unspaced = _phrases()
    low = line.text[:500].lower().replace("’", "'")
    words, found = straight(line), []
    for position in [position for position, word in enumerate(words) if word in anywhere]:
        for phrase, signs, kind in anywhere[words[position]]:
            if tuple(words[position : position + len(phrase)]) == phrase and (not signs or signs in low):
                found.append(kind)
    if UNSPACED.search(low):
        found += [kind for phrase, kind in unspaced if phrase in low]
    is_whole = whole.get(plain(low), -1) if len(low) <= 60 else -1
    return is_whole, _at_start(low, words[0] if words else "", start), found


def speak_against(phrases: Phrases) -> tuple[str, int]:
    """The kind of furniture that the phrases of a line speak of, and how many of them do ("" and 0: none)."""
    whole, starts, found = phrases
    if whole < 0 and not starts and not found:
        return "", 0
    telling = [kind for kind in found if KINDS[kind] != "navigation"]  # "get in touch" may stand in any sentence
    links = [kind for kind in starts if KINDS[kind] == "related"]  # "read also" at the start weighs double
    kinds = [KINDS[kind] for kind in ([whole] * 2 if whole >= 0 else []) + starts + links + telling]
    against = [kind for kind in kinds if kind in SPEAKS_AGAINST]
    return (max(against, key=against.count), len(against)) if against else ("", 0)
