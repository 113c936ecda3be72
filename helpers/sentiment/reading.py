"""How the model reads a sentence around a mention: words with their place, clause, voice, negation and frames.

Names other than the mention become one word, NAME, and the mention itself is not read at all: the model learns what
is said, never of whom, so no one is liked or disliked for a name.
"""

import math
import re
from bisect import bisect_left, bisect_right
from functools import lru_cache
from typing import NamedTuple

from textblob.en import sentiment as pattern

from helpers.sentiment.frames import Frame, frame_forms
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
NO_POLARITY = (0.0, 0.0)
REACH = 4  # tokens that a negation reaches over


class Sentence(NamedTuple):
    """What can be read of a sentence before a mention is chosen, one entry per token."""

    raw: list[str]
    starts: list[int]
    ends: list[int]
    words: list[str]  # lower case, names as NAME
    lows: list[str]  # lower case, figures as 0
    frames: list[tuple[Frame, ...]]
    polar: list[tuple[float, float]]  # VADER's valence / 2, TextBlob's polarity × 1.5
    named: list[bool]
    rivals: list[int]  # tokens that name someone, by name or pronoun
    negated: list[bool]
    clauses: list[int]
    voices: list[bool]


class Reading(NamedTuple):
    """A sentence around a mention, one entry per token; tokens first…last−1 are the mention."""

    sentence: Sentence
    first: int
    last: int
    mention: list[str]  # what kind of words the mention is made of: common nouns themselves, a mark for each name
    same_clause: list[bool]
    other_voice: list[bool]  # inside quotation marks while the mention is not, or the reverse
    nearest: list[bool]  # no other name or pronoun is nearer to the word than the mention is
    quoted: bool  # the mention stands inside quotation marks


@lru_cache(maxsize=50_000)
def polarity_of(word: str) -> tuple[float, float]:
    """What VADER (valence / 2) and TextBlob (polarity × 1.5) give a lower-case word, 0 where they do not know it."""
    return vader_lexicon().get(word, 0.0) / 2, (pattern[word][None][0] * 1.5 if word in pattern else 0.0)


def _is_name(raw: list[str], lows: list[str], k: int) -> bool:
    """A capital, unless it only opens the sentence with a known word."""
    word, low = raw[k], lows[k]
    if not word[:1].isupper() or len(word) < 2 or low in PRONOUNS or low in TITLES_AND_DETERMINERS:
        return False
    opens = k == 0 or raw[k - 1] in SENTENCE_OPENERS
    return not opens or (low not in frame_forms() and low not in vader_lexicon() and low not in COMMON)


def _negations(lows: list[str]) -> list[bool]:
    """Which tokens stand at most REACH after a negation, in the same clause."""
    negated, last = [], -REACH - 1
    for k, low in enumerate(lows):
        negated.append(k - last <= REACH)
        if low in NEGATORS:
            last = k
        if low in BREAKS:
            last = -REACH - 1
    return negated


def _clauses(lows: list[str]) -> list[int]:
    """The running number of each token's clause."""
    clause, clauses = 0, []
    for low in lows:
        clause += low in BREAKS
        clauses.append(clause)
    return clauses


def _voices(raw: list[str]) -> list[bool]:
    inside, voices = False, []
    for word in raw:
        inside = True if word == "“" else False if word == "”" else (not inside if word == '"' else inside)
        voices.append(inside)
    return voices


def _nearest(rivals: list[int], first: int, last: int, size: int) -> list[bool]:
    """Tokens to which no rival (name or pronoun) is nearer than the mention."""
    near = [True] * size
    before = [k for k in rivals if k < first]
    after = [k for k in rivals if k >= last]
    if before:  # a word beyond the rival, or nearer to it than to the mention
        limit = (before[-1] + first) / 2
        near[: math.ceil(limit)] = [False] * math.ceil(limit)
    if after:
        limit = (after[0] + last - 1) / 2
        start = math.floor(limit) + 1
        near[start:] = [False] * (size - start)
    return near


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


@lru_cache(maxsize=64)
def read_sentence(sentence: str) -> Sentence:
    """Read a sentence as far as no mention is needed."""
    found = list(TOKEN.finditer(sentence))
    raw = [m.group().replace("’", "'") for m in found]
    lows = ["0" if word[:1].isdigit() else word.lower() for word in raw]
    named = [_is_name(raw, lows, k) for k in range(len(raw))]
    forms = frame_forms()
    return Sentence(
        raw=raw,
        starts=[m.start() for m in found],
        ends=[m.end() for m in found],
        words=[NAME if is_name else low for is_name, low in zip(named, lows, strict=True)],
        lows=lows,
        frames=[() if is_name else forms.get(low, ()) for is_name, low in zip(named, lows, strict=True)],
        polar=[NO_POLARITY if is_name else polarity_of(low) for is_name, low in zip(named, lows, strict=True)],
        named=named,
        rivals=[k for k, low in enumerate(lows) if named[k] or low in PRONOUNS],
        negated=_negations(lows),
        clauses=_clauses(lows),
        voices=_voices(raw),
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
    rivals = [k for k in read.rivals if not first <= k < last]
    low, high, quoted = 0, 0, False
    if size:
        place = min(first, size - 1)
        low, high, quoted = read.clauses[place], read.clauses[max(place, last - 1)], read.voices[place]
    return Reading(
        sentence=read,
        first=first,
        last=last,
        mention=[_mark(word) for word in read.raw[first:last]],
        same_clause=[low <= clause <= high for clause in read.clauses],
        other_voice=[voice != quoted for voice in read.voices],
        nearest=_nearest(rivals, first, last, size),
        quoted=quoted,
    )
