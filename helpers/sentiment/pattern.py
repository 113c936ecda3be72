"""TextBlob's scoring words of a text: its lexicon, its tokens and its rules, reached with less work than it takes.

TextBlob keeps the rules of pattern (De Smedt & Daelemans 2012). Its lexicon takes three calls to look up a word and its
tokenizer searches every text eleven times over; the answers are the same here, which a test checks.
"""

from functools import lru_cache
from typing import NamedTuple

from textblob import _text as rules
from textblob.en import sentiment as lexicon

QUOTES = "“”‘’'\""
WITHOUT_STOP = tuple(rules.PUNCTUATION.replace(".", ""))
ENDS = (*WITHOUT_STOP, ".")
ABBREVIATED = (rules.RE_ABBR1, rules.RE_ABBR2, rules.RE_ABBR3)
EMPHASIS, LONGEST_EMOTICON = 1.25, 5
FLIPPED = -0.5  # what a negation leaves of a word's polarity


class Word(NamedTuple):
    """A word of the lexicon: its scores, what it makes of the next word's, whether it is an adverb that does so."""

    polarity: float
    subjectivity: float
    intensity: float
    modifies: bool


@lru_cache(maxsize=1)
def _words() -> dict[str, Word]:
    return {word: Word(*senses[None], not senses.keys().isdisjoint(lexicon.modifiers))
            for word, senses in lexicon.items()}


@lru_cache(maxsize=1)
def _emoticons() -> dict[str, float]:
    """Emoticons in lower case; of two with the same letters the first counts."""
    found: dict[str, float] = {}
    for (_, polarity), signs in rules.EMOTICONS.items():
        for sign in signs:
            if len(sign) <= LONGEST_EMOTICON and not sign.lower().isalpha() and sign.lower() not in rules.PUNCTUATION:
                found.setdefault(sign.lower(), polarity)
    return found


@lru_cache(maxsize=50_000)
def _parts(chunk: str) -> tuple[str, ...]:
    """A stretch without blanks as TextBlob cuts it: marks at either end apart, abbreviations with their stop."""
    front, back = [], []
    while chunk.startswith(WITHOUT_STOP):
        front.append(chunk[0])
        chunk = chunk[1:]
    while chunk.endswith(ENDS):
        if not chunk.endswith("."):
            back.append(chunk[-1])
            chunk = chunk[:-1]
        if chunk.endswith("..."):
            back.append("...")
            chunk = chunk[:-3].rstrip(".")
        if chunk.endswith("."):
            if chunk in rules.ABBREVIATIONS or any(rule.match(chunk) for rule in ABBREVIATED):
                break
            back.append(".")
            chunk = chunk[:-1]
    return (*front, *([chunk] if chunk else []), *reversed(back))


def _tokens(text: str) -> list[str]:
    """TextBlob's tokens in lower case; where marks may join to an emoticon, and at its own end marks, it is asked."""
    spaced = text.replace("n't", " n't")
    for mark in QUOTES:
        spaced = spaced.replace(mark, f" {mark} ")
    tokens: list[str] = []
    for chunk in spaced.split():
        if chunk.isalpha():
            tokens.append(chunk)
        else:
            tokens += _parts(chunk)
    flat = " ".join(tokens)
    if rules.EOS in flat or rules.RE_EMOTICONS.search(flat) or rules.RE_SARCASM.search(flat):
        flat = " ".join(lexicon.tokenizer(text))
    return [token.lower() for token in flat.split()]


class Assessment:
    """A scoring word with what came before it, while the words around it still change what it says."""

    def __init__(self, words: list[str], polarity: float, subjectivity: float, intensity: float = 1.0) -> None:
        self.words, self.polarity, self.subjectivity, self.intensity = words, polarity, subjectivity, intensity
        self.negated = False

    def result(self) -> tuple[list[str], float, float]:
        """The words, polarity (−1…1) and subjectivity (0…1)."""
        return self.words, self.polarity * FLIPPED if self.negated else self.polarity, self.subjectivity


def assess(text: str) -> list[tuple[list[str], float, float]]:
    """Find the scoring words of a text as TextBlob's sentiment does.

    Returns (words, polarity −1…1, subjectivity 0…1) for each, in order; equal to what TextBlob calls assessments.

    >>> assess("It was not a very good plan!")
    [(['not', 'very', 'good', '!'], -0.33653846153846145, 0.46153846153846156)]
    """
    tokens, known, emoticons = _tokens(text), _words(), _emoticons()
    if known.keys().isdisjoint(tokens) and emoticons.keys().isdisjoint(tokens) and "(!)" not in tokens:
        return []
    found: list[Assessment] = []
    modifier = negation = ""
    for token in tokens:
        word = known.get(token)
        if word:
            _add(found, token, word, modifier, negation)
            modifier = token if word.modifies else ""
            negation = token if token in lexicon.negations else ""
        else:
            modifier, negation = _pass(found, token, modifier, negation)
            if token == "(!)":
                found.append(Assessment([token], 0.0, 1.0))
            if token in emoticons:
                found.append(Assessment([token], emoticons[token], 1.0))
    return [assessment.result() for assessment in found]


def _add(found: list[Assessment], token: str, word: Word, modifier: str, negation: str) -> None:
    """A word of the lexicon: scored alone, or with the modifier before it, which then has no score of its own."""
    if modifier:
        last = found[-1]
        last.words.append(token)
        last.polarity = max(-1.0, min(word.polarity * last.intensity, 1.0))
        last.subjectivity = max(-1.0, min(word.subjectivity * last.intensity, 1.0))
        last.intensity = word.intensity
    else:
        found.append(Assessment([token], word.polarity, word.subjectivity, word.intensity))
    if negation:
        last = found[-1]
        last.words.insert(0, negation)
        last.intensity = 1.0 / last.intensity
        last.negated = True


def _pass(found: list[Assessment], token: str, modifier: str, negation: str) -> tuple[str, str]:
    """A word that does not score; small ones let a modifier or negation reach the next. Returns what reaches it."""
    if token in lexicon.negations:
        negation = token
    elif negation and len(token.strip("'")) > 1:
        negation = ""
    if negation and modifier and lexicon.modifier(modifier):
        found[-1].words.append(negation)
        found[-1].negated = True
        negation = ""
    elif modifier and len(token) > 2:
        modifier = ""
    if token == "!" and found:
        found[-1].words.append("!")
        found[-1].polarity = max(-1.0, min(found[-1].polarity * EMPHASIS, 1.0))
    return modifier, negation
