"""Tokens of a text with their offsets, and the lemma of a word."""

import re
import unicodedata
from functools import lru_cache

from simplemma.strategies import DefaultStrategy

# A word is abbreviated letters ("U.S."), a number with its separators ("58,000", "12:30", "5km") or letters with inner
# apostrophes, hyphens and ampersands ("don't", "pro-government", "AT&T"). Letters take their combining accents along
# (decomposed text). No repetition gives back what it took, so the search is linear; it skips to the first letter or
# digit, which each of the three then looks back at.
MORE = r"[^\W_]*+(?:[\u0300-\u036f]++[^\W_]*+)*+"
LETTERS = rf"[^\W_]{MORE}"
JOINT = r"['’ʼ\-‐‑&]"
WORD = re.compile(
    r"[^\W_](?:\.(?<!\d.)(?<![^\W_]..)(?:[^\W\d_]\.){1,11}(?![^\W_])"
    rf"|(?<=\d)\d*+(?:[.,:]\d++)*+(?:{LETTERS})?+(?:[-‐‑]{LETTERS})*+"
    rf"|{MORE}(?:{JOINT}{LETTERS})*+)"
)
LANGUAGE = "en"
DICTIONARY = DefaultStrategy()
LONGEST = 45  # letters of the longest word the dictionary is asked for
PLAIN_MARKS = str.maketrans("’ʼ‐‑", "''--")


def tokenize(text: str) -> list[tuple[int, int]]:
    """Find the words of a text: letters and numbers, contractions and hyphenated words whole, no punctuation.

    text: any string.
    Returns (start, end) per word in order, string offsets, end exclusive: `text[start:end]` is the word as printed.

    >>> text = "Don't trust the pro-harbour U.S. envoy's 5,000 men."
    >>> [text[start:end] for start, end in tokenize(text)]
    ["Don't", 'trust', 'the', 'pro-harbour', 'U.S.', "envoy's", '5,000', 'men']
    """
    return [match.span() for match in WORD.finditer(text)]


def words_of(text: str) -> list[str]:
    """The words of a text as printed, in order, where their offsets are not asked for.

    >>> words_of("Don't trust 5,000 men.")
    ["Don't", 'trust', '5,000', 'men']
    """
    return WORD.findall(text)


@lru_cache(maxsize=200_000)
def lemmatize(word: str) -> str:
    """Give the dictionary form of an English word, in lower case, without a possessive 's.

    word: one token as printed; short words in capitals ("US", "AIDS") count as abbreviations and keep their form.
    Returns the lemma; a word the dictionary does not know comes back in lower case.
    Source: the English dictionary that simplemma ships (Barbaresi 2021).

    >>> lemmatize("Regimes"), lemmatize("liberating"), lemmatize("envoy’s"), lemmatize("US"), lemmatize("us")
    ('regime', 'liberate', 'envoy', 'us', 'we')
    """
    plain = word if word.isascii() else word.translate(PLAIN_MARKS)
    if len(plain) > 2 and plain[-2:].lower() == "'s":
        plain = plain[:-2]
    lower = plain.lower()
    if not lower or len(lower) > LONGEST or (plain.isupper() and 2 <= len(plain) <= 5):
        return lower
    known = lower if lower.isascii() else unicodedata.normalize("NFC", lower)
    return (DICTIONARY.get_lemma(known, LANGUAGE) or known).lower()
