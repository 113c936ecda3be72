"""Polarity and subjectivity of a text by several instruments, with the words that made them.

TextBlob is the first instrument: the pattern lexicon of De Smedt & Daelemans (2012). It never negates a contraction
("wasn't good" scores +0.70), so contractions are opened before it reads. VADER (Hutto & Gilbert 2014) is the second.
The third, `counterpoint`, is this project's own list of words as news uses them (data/lexicons/frames.csv).
"""

import math
import re
import string
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from vaderSentiment.vaderSentiment import (
    BOOSTER_DICT,
    NEGATE,
    SPECIAL_CASES,
    SentimentIntensityAnalyzer,
    allcap_differential,
)

from helpers.sentiment.frames import NEGATIONS, tones
from helpers.sentiment.pattern import assess
from helpers.tables import read_lexicon

CONTRACTION = re.compile(r"[nN](?:(?<=\w[nN])['’ʼ][tT]\b|(?<=\b[cC][aA][nN][nN])[oO][tT]\b)")
WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
MAX_CHARACTERS = 20_000  # a longer span is no sentence, and VADER takes quadratic time on it
NEGATED = -0.74  # what a negation leaves of a word's tone (VADER's N_SCALAR)
REACH = 3  # words that a negation reaches over (as in VADER)
BEFORE, AFTER = 3, 2  # words on either side that VADER looks at to weigh one
# Words that change what VADER makes of one near them; of its fixed phrases the longest word stands for the phrase.
MOVERS = frozenset(max(phrase.split(), key=len) for phrase in (*BOOSTER_DICT, *SPECIAL_CASES, *NEGATE))
MOVERS |= {"no", "so", "this", "least", "doubt"}


class Hit(NamedTuple):
    """A scoring word with what came before it, and its weight."""

    words: str
    weight: float
    quantifier: bool


class Score(NamedTuple):
    """What one instrument says of one text."""

    polarity: float
    subjectivity: float
    hits: tuple[Hit, ...]
    without_quantifiers: float


SILENT = Score(0.0, math.nan, (), 0.0)  # what an instrument without subjectivity says where no word scores


def open_contractions(text: str) -> str:
    """Write "n't" as " not", so that an instrument that knows only "not" sees the negation.

    >>> open_contractions("It wasn't good and cannot last.")
    'It was not good and can not last.'
    """
    return CONTRACTION.sub(" not", text)


@lru_cache(maxsize=1)
def quantifiers() -> frozenset[str]:
    """Words of number, degree, size, order and time that the instruments score as if they praised or blamed."""
    return frozenset(read_lexicon("quantifiers")["word"])


def _is_quantifier(words: list[str]) -> bool:
    """True if nothing but quantifiers and negations scored: "not many", but not "very good"."""
    return all(word in quantifiers() or word in NEGATIONS for word in words if word[:1].isalpha())


def _mean(values: list[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def score_textblob(text: str) -> Score:
    """TextBlob's polarity and subjectivity, contractions opened first, and its scoring words.

    >>> score_textblob("The plan wasn't good.").hits
    (Hit(words='not good', weight=-0.35, quantifier=False),)
    """
    found = assess(open_contractions(text[:MAX_CHARACTERS]))
    hits = tuple(Hit(" ".join(words), weight, _is_quantifier(words)) for words, weight, _ in found)
    kept = [hit.weight for hit in hits if not hit.quantifier]
    subjectivity = _mean([subjectivity for _, _, subjectivity in found])
    return Score(_mean([hit.weight for hit in hits]), subjectivity, hits, _mean(kept))


@lru_cache(maxsize=1)
def _vader() -> SentimentIntensityAnalyzer:
    return SentimentIntensityAnalyzer()


def vader_lexicon() -> dict[str, float]:
    """VADER's words with their valence, −4…4."""
    return _vader().lexicon


@lru_cache(maxsize=1)
def _emojis() -> tuple[dict[int, str], re.Pattern]:
    """What VADER reads for an emoji, and a pattern that finds all of them; a range is quicker than a list of most."""
    names = {ord(mark): f" {name} " for mark, name in _vader().emojis.items() if len(mark) == 1}
    return names, re.compile(f"[{''.join(chr(mark) for mark in names if mark < 0x10000)}\U00010000-\U0010ffff]")


class _Window(NamedTuple):
    """The words around one, in the shape in which VADER reads a text."""

    words_and_emoticons: list[str]
    is_cap_diff: bool


def _vader_words(text: str) -> list[str]:
    """VADER's words: marks at either end taken off, save from what is too short to be a word."""
    names, emoji = _emojis()
    plain = text.translate(names) if emoji.search(text) else text
    return [bare if len(bare := word.strip(string.punctuation)) > 2 else word for word in plain.split()]


def _valences(words: list[str], lower: list[str]) -> list[float]:
    """VADER's valence of each word, as its polarity_scores reckons them, shown only the words it looks at."""
    vader, capitals = _vader(), allcap_differential(words)
    valences: list[float] = [0] * len(words)
    for i, word in enumerate(lower):
        if word not in vader.lexicon or word in BOOSTER_DICT or (word == "kind" and lower[i + 1 : i + 2] == ["of"]):
            continue
        near = slice(max(0, i - BEFORE), i + AFTER + 1)
        if MOVERS.isdisjoint(lower[near]) and not words[i].isupper() and "n't" not in " ".join(lower[near]):
            valences[i] = vader.lexicon[word]
        else:
            window = _Window(words[near], capitals)
            (valences[i],) = vader.sentiment_valence(0, window, words[i], min(i, BEFORE), [])
    return vader._but_check(words, valences) if "but" in lower and any(valences) else valences


def _compound(valences: list[float], text: str) -> float:
    return _vader().score_valence(valences, text)["compound"] if any(valences) else 0.0


def score_vader(text: str) -> Score:
    """VADER's compound polarity and its scoring words with their valence as a share of its largest, 4; no subjectivity.

    >>> score_vader("A terrible blow.").hits
    (Hit(words='terrible', weight=-0.525, quantifier=False),)
    """
    plain = text[:MAX_CHARACTERS].replace("’", "'").strip()
    words = _vader_words(plain)
    lower = [word.lower() for word in words]
    if vader_lexicon().keys().isdisjoint(lower):
        return SILENT
    valences = _valences(words, lower)
    scoring = [i for i, valence in enumerate(valences) if valence]
    hits = tuple(Hit(words[i], valences[i] / 4, _is_quantifier([lower[i]])) for i in scoring)
    compound = _compound(valences, plain)
    if not any(hit.quantifier for hit in hits):
        return Score(compound, math.nan, hits, compound)
    kept = [0 if valence and _is_quantifier([word]) else valence for word, valence in zip(lower, valences, strict=True)]
    return Score(compound, math.nan, hits, _compound(kept, plain))


def score_counterpoint(text: str) -> Score:
    """The tone of the words that news uses of people and deeds, by this project's own list; no subjectivity.

    The tones are summed, turned round after a negation, and drawn into −1…1 as VADER does it.

    >>> score_counterpoint("The envoy did not lie.").hits
    (Hit(words='not lie', weight=0.518, quantifier=False),)
    """
    words = [word.lower() for word in WORD.findall(open_contractions(text[:MAX_CHARACTERS]))]
    known, hits, last = tones(), [], -REACH - 1
    if known.keys().isdisjoint(words):
        return SILENT
    for i, word in enumerate(words):
        if word in NEGATIONS:
            last = i
        elif word in known:
            negated = i - last <= REACH
            weight = known[word] * (NEGATED if negated else 1.0)
            hits.append(Hit(f"{words[last]} {word}" if negated else word, round(weight, 4), _is_quantifier([word])))
    kept = [hit.weight for hit in hits if not hit.quantifier]
    return Score(_squash(sum(hit.weight for hit in hits)), math.nan, tuple(hits), _squash(sum(kept)))


def _squash(total: float) -> float:
    return total / math.sqrt(total * total + 1)


SCORERS: dict[str, Callable[[str], Score]] = {
    "textblob": score_textblob, "vader": score_vader, "counterpoint": score_counterpoint,
}
ANALYZERS = tuple(SCORERS)
