"""How the model reads a sentence around a mention: words with their clause, voice, negation and the mention's reach.

Names other than the mention become one word, NAME, and the mention itself is not read at all: the model learns what
is said, never of whom, so no one is liked or disliked for a name.
"""

import math
import re
from bisect import bisect_left, bisect_right
from functools import lru_cache
from typing import NamedTuple

from helpers.sentiment.frames import frame_forms
from helpers.sentiment.scores import vader_lexicon
from helpers.tables import read_lexicon

TOKEN = re.compile(r"n['’]t\b|['’](?:s|re|ve|d|ll|m)\b|\w+?(?=n['’]t\b)|\w+(?:[.-]\w+)*|[^\w\s]")
SPACE = 700  # characters read on each side of the mention
NAME, TARGET = "NAME", "TGT"


def context_words(kind: str) -> frozenset[str]:
    """The words of one kind in data/lexicons/context_words.csv, closed classes of English.

    >>> "she" in context_words("pronoun")
    True
    """
    rows = read_lexicon("context_words")
    return frozenset(rows.loc[rows["kind"] == kind, "word"])


NEGATORS = context_words("negator")
BREAKS = frozenset(",;:.!?()[]—–-\"“”") | context_words("clause_break")
PRONOUNS = context_words("pronoun")
TITLES_AND_DETERMINERS = context_words("title_or_determiner")
COMMON = context_words("common")
INSTITUTIONS = context_words("institution")
CALENDAR = context_words("calendar")
SENTENCE_OPENERS = frozenset(".!?\"“”:")
REACH = 4  # tokens that a negation reaches over
PLAIN, NEGATOR, BREAK, OPENS, CLOSES, TURNS = range(6)  # how a token turns what follows
QUOTES = {"“": OPENS, "”": CLOSES, '"': TURNS}


class Sentence(NamedTuple):
    """What can be read of a sentence before a mention is chosen, one entry per token."""

    raw: tuple[str, ...]
    starts: list[int]
    ends: list[int]
    words: list[str]  # lower case, names as NAME
    lows: tuple[str, ...]  # lower case, figures as 0
    named: list[bool]
    rivals: list[int]  # tokens that name someone, by name or pronoun
    negated: list[bool]
    clauses: list[int]
    voices: list[bool]


class Reading(NamedTuple):
    """A sentence around a mention; tokens first…last−1 are the mention."""

    sentence: Sentence
    first: int
    last: int
    mention: list[str]  # what kind of words the mention is made of: common nouns themselves, a mark for each name
    clauses: tuple[int, int]  # the first and last clause that the mention stands in
    nearest: tuple[int, int]  # between these tokens (end exclusive) no other name or pronoun is nearer
    quoted: bool  # the mention stands inside quotation marks


@lru_cache(maxsize=50_000)
def _facts(token: str) -> tuple[str, str, bool, bool, bool, bool, int]:
    """Of a token anywhere: as it is, in lower case, whether it may be a name, whether it is one even where sentences
    open, whether a sentence may open after it, whether it is a pronoun, how it turns what follows."""
    word = token.replace("’", "'")
    low = "0" if word[:1].isdigit() else word.lower()
    capital = word[:1].isupper() and len(word) > 1 and low not in PRONOUNS and low not in TITLES_AND_DETERMINERS
    unknown = low not in frame_forms() and low not in vader_lexicon() and low not in COMMON
    turn = QUOTES.get(word, BREAK) if low in BREAKS else NEGATOR if low in NEGATORS else PLAIN
    return word, low, capital, capital and unknown, word in SENTENCE_OPENERS, low in PRONOUNS, turn


def _marks(turns: tuple[int, ...]) -> tuple[list[bool], list[int], list[bool]]:
    """Of each token: whether it stands at most REACH after a negation of its clause, its clause, its voice."""
    negated, clauses, voices = [], [], []
    left, clause, inside = 0, 0, False
    for turn in turns:
        negated.append(left > 0)
        left -= 1
        if turn == NEGATOR:
            left = REACH
        elif turn:
            left, clause = 0, clause + 1
            inside = turn == OPENS or (inside and turn == BREAK) or (not inside and turn == TURNS)
        clauses.append(clause)
        voices.append(inside)
    return negated, clauses, voices


def _nearest(rivals: list[int], first: int, last: int, size: int) -> tuple[int, int]:
    """Tokens to which no rival (name or pronoun) is nearer than the mention, nor stands between."""
    before, after = bisect_left(rivals, first), bisect_left(rivals, last)
    begin = math.ceil((rivals[before - 1] + first) / 2) if before else 0
    end = math.floor((rivals[after] + last - 1) / 2) + 1 if after < len(rivals) else size
    return begin, end


@lru_cache(maxsize=10_000)
def _mark(word: str) -> str:
    """A common noun as it is; of a name only what kind it is, so that no one is liked or disliked for it."""
    low = word.lower()
    if low in INSTITUTIONS:
        return "X" + low
    if low in CALENDAR:
        return "Xday"
    if word[:1].isdigit():
        return "X0"
    if word[:1].isupper() and low not in PRONOUNS and low not in TITLES_AND_DETERMINERS:
        return "Xacronym" if word.isupper() and 1 < len(word) < 6 else "Xname"
    return low


@lru_cache(maxsize=512)
def read_sentence(sentence: str) -> Sentence:
    """Read a sentence as far as no mention is needed."""
    found = list(TOKEN.finditer(sentence))
    facts = [_facts(match.group()) for match in found]
    raw, lows, capitals, surely, openers, pronouns, turns = zip(*facts, strict=True) if facts else ((),) * 7
    named = [sure or (capital and not opens)
             for sure, capital, opens in zip(surely, capitals, (True, *openers)[: len(found)], strict=True)]
    negated, clauses, voices = _marks(turns)
    return Sentence(
        raw=raw,
        starts=[match.start() for match in found],
        ends=[match.end() for match in found],
        words=[NAME if is_name else low for is_name, low in zip(named, lows, strict=True)],
        lows=lows,
        named=named,
        rivals=[k for k, rival in enumerate(zip(named, pronouns, strict=True)) if True in rival],
        negated=negated,
        clauses=clauses,
        voices=voices,
    )


def read_mention(sentence: str, start: int, end: int) -> Reading:
    """Read the words around sentence[start:end].

    >>> reading = read_mention("Critics never praised Mayor Orlan.", 22, 33)
    >>> reading.sentence.words, reading.mention, (reading.first, reading.last)
    (['critics', 'never', 'praised', 'mayor', 'NAME', '.'], ['mayor', 'Xname'], (3, 5))
    """
    if len(sentence) > 2 * SPACE:
        begin, end = max(0, start - SPACE), min(end, start + SPACE)
        sentence, start, end = sentence[begin : end + SPACE], start - begin, end - begin
    read = read_sentence(sentence)
    size, first = len(read.raw), bisect_right(read.ends, start)
    last = max(first, bisect_left(read.starts, end))
    clauses, quoted = (0, 0), False
    if size:
        place = min(first, size - 1)
        clauses, quoted = (read.clauses[place], read.clauses[max(place, last - 1)]), read.voices[place]
    return Reading(
        sentence=read,
        first=first,
        last=last,
        mention=[_mark(word) for word in read.raw[first:last]],
        clauses=clauses,
        nearest=_nearest(read.rivals, first, last, size),
        quoted=quoted,
    )
