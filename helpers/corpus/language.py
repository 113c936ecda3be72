"""Which language an article is written in."""

import re
from functools import cache

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
NO_LANGUAGE = "zxx"  # the model's word for what is no running text
CERTAIN = 0.5  # probability below which no language is named


def detect_language(text: str) -> str:
    """Tell the language of a text: an ISO 639 code, `und` where nothing can be told.

    English is known by its function words, other languages by py3langid's model.

    >>> detect_language("The mayor said that the bridge had been closed for two days.")
    'en'
    """
    words = [w.lower() for w in WORD.findall(text[: SAMPLE * 12])][:SAMPLE]
    if not words:
        return "und"
    if sum(w in ENGLISH for w in words) / len(words) >= ENGLISH_SHARE:
        return "en"
    code, probability = _identifier().classify(" ".join(words))
    return code if probability >= CERTAIN and code != NO_LANGUAGE else "und"


@cache
def _identifier():
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # a second to load, and English never needs it

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
