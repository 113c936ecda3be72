"""How the model reads a sentence around a mention: words with their place, clause, voice, negation and frames.

Names other than the mention become one word, NAME, and the mention itself is not read at all: the model learns what
is said, never of whom, so no one is liked or disliked for a name.
"""

import re
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
REACH = 4  # tokens that a negation reaches over


class Reading(NamedTuple):
    """A sentence around a mention, one entry per token; tokens first…last−1 are the mention."""

    words: list[str]  # lower case, names as NAME
    lows: list[str]  # lower case, figures as 0
    frames: list[tuple[Frame, ...]]
    named: list[bool]
    negated: list[bool]
    same_clause: list[bool]
    other_voice: list[bool]  # inside quotation marks while the mention is not, or the reverse
    nearest: list[bool]  # no other name or pronoun is nearer to the word than the mention is
    polar: list[tuple[float, float]]  # VADER's valence / 2, TextBlob's polarity × 1.5
    first: int
    last: int
    mention: list[str]  # what kind of words the mention is made of: common nouns themselves, a mark for each name
    quoted: bool  # the mention stands inside quotation marks
    quotes: bool  # there are quotation marks with words inside


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


def _clauses(lows: list[str], first: int, last: int) -> list[int]:
    """The running number of each token's clause; breaks inside of the mention do not count."""
    clause, clauses = 0, []
    for k, low in enumerate(lows):
        clause += low in BREAKS and not first <= k < last
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
    gaps, before = [size] * size, -size
    marked = set(rivals)
    for k in range(size):
        before = k if k in marked else before
        gaps[k] = k - before
    after = 2 * size
    for k in range(size - 1, -1, -1):
        after = k if k in marked else after
        gaps[k] = min(gaps[k], after - k)
    return [(first - k if k < first else k - last + 1) <= gaps[k] or not marked for k in range(size)]


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


def _window(sentence: str, start: int, end: int) -> tuple[str, int, int]:
    begin = max(0, start - SPACE)
    return sentence[begin : min(end, start + SPACE) + SPACE], start - begin, min(end, start + SPACE) - begin


def read_mention(sentence: str, start: int, end: int) -> Reading:
    """Read the words around sentence[start:end].

    >>> reading = read_mention("Critics never praised Mayor Orlan.", 22, 33)
    >>> reading.words, reading.negated, (reading.first, reading.last)
    (['critics', 'never', 'praised', 'mayor', 'orlan', '.'], [False, False, True, True, True, True], (3, 5))
    """
    sentence, start, end = _window(sentence, start, end)
    found = list(TOKEN.finditer(sentence))
    raw = [m.group().replace("’", "'") for m in found]
    lows = ["0" if word[:1].isdigit() else word.lower() for word in raw]
    inside = [k for k, m in enumerate(found) if m.end() > start and m.start() < end]
    first, last = (inside[0], inside[-1] + 1) if inside else (len(raw), len(raw))
    outside = [not first <= k < last for k in range(len(raw))]
    named = [outside[k] and _is_name(raw, lows, k) for k in range(len(raw))]
    forms, place = frame_forms(), min(first, len(raw) - 1)
    clauses, voices = _clauses(lows, first, last), _voices(raw)
    rivals = [k for k, low in enumerate(lows) if outside[k] and (named[k] or low in PRONOUNS)]
    return Reading(
        words=[NAME if is_name else low for is_name, low in zip(named, lows, strict=True)],
        lows=lows,
        frames=[() if is_name else forms.get(low, ()) for is_name, low in zip(named, lows, strict=True)],
        named=named,
        negated=_negations(lows),
        same_clause=[clause == clauses[place] for clause in clauses],
        other_voice=[voice != voices[place] for voice in voices],
        nearest=_nearest(rivals, first, last, len(raw)),
        polar=[(0.0, 0.0) if is_name else polarity_of(low) for is_name, low in zip(named, lows, strict=True)],
        first=first,
        last=last,
        mention=[_mark(word) for word in raw[first:last]],
        quoted=bool(voices) and voices[place],
        quotes=any(voices),
    )
