"""Polarity and subjectivity of a text by several instruments, with the words that made them.

TextBlob is the first instrument: the pattern lexicon of De Smedt & Daelemans (2012). It never negates a contraction
("wasn't good" scores +0.70), so contractions are opened before it reads. VADER (Hutto & Gilbert 2014) is the second.
The third, `counterpoint`, is this project's own list of words as news uses them (data/lexicons/frames.csv).
"""

import math
import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from textblob.en import sentiment as pattern
from vaderSentiment.vaderSentiment import BOOSTER_DICT, SentimentIntensityAnalyzer, SentiText

from helpers.sentiment.frames import NEGATIONS, tones
from helpers.tables import read_lexicon

CONTRACTION = re.compile(r"(?<=\w)n['’ʼ]t\b|(?<=\bcan)not\b", re.IGNORECASE)
WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
MAX_CHARACTERS = 20_000  # a longer span is no sentence, and VADER takes quadratic time on it
NEGATED = -0.74  # what a negation leaves of a word's tone (VADER's N_SCALAR)
REACH = 3  # words that a negation reaches over (as in VADER)


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
    found = pattern(open_contractions(text[:MAX_CHARACTERS])).assessments
    hits = tuple(Hit(" ".join(words), weight, _is_quantifier(words)) for words, weight, _, _ in found)
    kept = [hit.weight for hit in hits if not hit.quantifier]
    subjectivity = _mean([subjectivity for _, _, subjectivity, _ in found])
    return Score(_mean([hit.weight for hit in hits]), subjectivity, hits, _mean(kept))


@lru_cache(maxsize=1)
def _vader() -> SentimentIntensityAnalyzer:
    return SentimentIntensityAnalyzer()


def vader_lexicon() -> dict[str, float]:
    """VADER's words with their valence, −4…4."""
    return _vader().lexicon


@lru_cache(maxsize=1)
def _emojis() -> dict[int, str]:
    return {ord(mark): f" {name} " for mark, name in _vader().emojis.items() if len(mark) == 1}


def _valences(words: SentiText) -> list[float]:
    """VADER's valence of each word, as its polarity_scores reckons them, unknown words skipped early."""
    vader, plain = _vader(), words.words_and_emoticons
    valences: list[float] = []
    for i, word in enumerate(plain):
        lower = word.lower()
        kind_of = lower == "kind" and i + 1 < len(plain) and plain[i + 1].lower() == "of"
        if lower in vader.lexicon and lower not in BOOSTER_DICT and not kind_of:
            valences = vader.sentiment_valence(0, words, word, i, valences)
        else:
            valences.append(0)
    return vader._but_check(plain, valences) if any(valences) else valences


def _compound(valences: list[float], text: str) -> float:
    return _vader().score_valence(valences, text)["compound"] if any(valences) else 0.0


def score_vader(text: str) -> Score:
    """VADER's compound polarity and its scoring words with their valence as a share of its largest, 4; no subjectivity.

    >>> score_vader("A terrible blow.").hits
    (Hit(words='terrible', weight=-0.525, quantifier=False),)
    """
    plain = text[:MAX_CHARACTERS].replace("’", "'").strip()
    words = SentiText(plain if plain.isascii() else plain.translate(_emojis()).strip())
    valences = _valences(words)
    quantified = [_is_quantifier([word.lower()]) for word in words.words_and_emoticons]
    rows = list(zip(words.words_and_emoticons, valences, quantified, strict=True))
    hits = tuple(Hit(word, valence / 4, quantifier) for word, valence, quantifier in rows if valence)
    kept = [0 if quantifier else valence for _, valence, quantifier in rows]
    return Score(_compound(valences, plain), math.nan, hits, _compound(kept, plain))


def score_counterpoint(text: str) -> Score:
    """The tone of the words that news uses of people and deeds, by this project's own list; no subjectivity.

    The tones are summed, turned round after a negation, and drawn into −1…1 as VADER does it.

    >>> score_counterpoint("The envoy did not lie.").hits
    (Hit(words='not lie', weight=0.518, quantifier=False),)
    """
    words = [word.lower() for word in WORD.findall(open_contractions(text[:MAX_CHARACTERS]))]
    known, hits, last = tones(), [], -REACH - 1
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
