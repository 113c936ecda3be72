"""Which language an article is written in."""

import re
from functools import lru_cache

WORD = re.compile(r"[^\W\d_]+")
# Function words that the neighbours of English (de, nl, fr, es, it, pt, sv …) do not share in this number.
ENGLISH = frozenset(
    re.findall(
        r"\w+",
        """
    the of and to that was for it with as his on be at by had not are but from or have they which you were her she
    there been their has would what will if can more when who out so said its into them than then some could these
""",
    )
)
SAMPLE = 3000  # words looked at
ENGLISH_SHARE = 0.15  # running English prose has .30–.45 of these, other languages below .08
CANDIDATES = ("en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "pl", "cs", "ru", "uk", "tr", "fi", "hu", "ro")
SCRIPTS = (
    ("ja", "\u3040-\u30ff"),
    ("zh", "\u4e00-\u9fff"),
    ("ko", "\uac00-\ud7af"),
    ("ar", "\u0600-\u06ff"),
    ("he", "\u0590-\u05ff"),
    ("hi", "\u0900-\u097f"),
    ("th", "\u0e00-\u0e7f"),
)


def detect_language(text: str) -> str:
    """Tell the language of a text: an ISO 639-1 code, `und` where nothing can be told.

    English is known by its function words, scripts of their own by their letters, the rest by simplemma's dictionaries.

    >>> detect_language("The mayor said that the bridge had been closed for two days.")
    'en'
    """
    words = [w.lower() for w in WORD.findall(text[: SAMPLE * 12])][:SAMPLE]
    if not words:
        return "und"
    if sum(w in ENGLISH for w in words) / len(words) >= ENGLISH_SHARE:
        return "en"
    letters = "".join(words)
    for code, block in SCRIPTS:
        if len(re.findall(f"[{block}]", letters)) > 0.3 * len(letters):
            return code
    return _by_dictionary(" ".join(words[:400]))


@lru_cache(maxsize=256)
def _by_dictionary(sample: str) -> str:
    from simplemma import langdetect  # its dictionaries take seconds to load and English never needs them

    code, share = langdetect(sample, lang=CANDIDATES)[0]
    return code if share >= 0.3 and code != "unk" else "und"
