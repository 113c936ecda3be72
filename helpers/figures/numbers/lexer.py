"""Cut a text into words, numerals, times, dates and marks: the only pass over its characters."""

import re
from functools import lru_cache, partial
from itertools import pairwise
from typing import NamedTuple

from helpers.figures.numbers.words import NUMBER_WORDS, ROMAN

# Alternatives in order of precedence. Every repetition is bounded or over one class of characters that the next
# element cannot match, so the pass is linear whatever the text. A space before a token is taken along: no search begins
# at it.
TOKEN = re.compile(
    r"""\s?+(?:(?P<link>(?:https?://|www\.)[^\s<>"“”]{1,2000}|[@\#]\w{1,140})
    |(?P<fraction>[¼½¾⅐-⅞])  # before words: the regex engine takes ½ for a letter
    |(?P<word>[^\W\d_]++(?:['’ʼ][^\W\d_]++){0,3}+)
    |(?=[\d+(.])(?:  # what follows begins with one of these
        (?P<phone>\+\d[\d\ ().-]{6,20}\d(?!\d)|\(\d{3}\)\ ?\d{3}-\d{4}(?!\d)|\d{1,3}-\d{3}-\d{3,4}-\d{4}(?!\d)
        |\d{2,3}-\d{3,4}-\d{4}(?!\d)|\d{3}\.\d{3}\.\d{4}(?!\d)|\d{3}-\d{4}(?![\d-])|\d{1,3}(?:\.\d{1,3}){3}(?![\d.]\d)
        |\d{4,5}\ \d{3}\ \d{3,4}(?!\d)|\(?0\d{1,4}\)?[ -]\d{3,4}[ -]\d{3,4}(?!\d)|0\d(?:[ .]\d{2}){4}(?!\d))
    |(?P<date>\d{1,2}(?P<sep>[/.-])\d{1,2}(?P=sep)(?:\d{4}|\d{2})(?!\d)|\d{4}(?P<sep2>[/.-])\d{1,2}(?P=sep2)\d{1,2}(?!\d))
    |(?P<time>\d{1,2}:[0-5]\d(?::[0-5]\d)?(?!\d)(?:\s?[APap]\.?[Mm]\b\.?)?|\d{1,2}(?:\.[0-5]\d)?\s?[APap](?:\.[Mm]\.|[Mm]\b)
        |[0-2]\d[0-5]\d(?=\ ?(?:GMT|UTC|BST|CET|EST|EDT|hrs)\b)|[0-2]?\dh[0-5]\d\b)
    |(?P<digits>\d{1,3}(?:,\d{3})+(?![\d])(?:\.\d+)?|\d{1,2}(?:,\d{2}){1,6},\d{3}(?!\d)|\d{1,3}(?:\.\d{3}){2,8}(?!\d)(?:,\d+)?
        |\d{1,3}(?:['’]\d{3})+(?!\d)|\d+\.\d+
        |\d+,\d{1,2}(?=\s?(?:%|per\ ?cent|million|billion|trillion|bn\b|mn\b|km\b))|\d+
        |(?<![\w.])\.\d+))
    |(?P<mark>\S))""",
    re.VERBOSE,
)
# A line without digits, glyphs, Roman numerals or number words holds no number. Each search begins with a class of
# characters, which the regex engine finds quickest.
DIGIT = re.compile(r"[\d¼½¾⅐-⅞]")
ROMAN_LETTERS = re.compile(
    r"[IVXL](?<=\b.)(?:[IVXL]{1,6}\b|(?<=[VXL])\b|\b(?:(?=\s*$)|(?<=War I|Act I)|(?<=Part I|Type I)|"
    r"(?<=Phase I|Title I)|(?<=Volume I)|(?<=Chapter I|Article I)))"
)
LETTERS = re.compile(r"[a-z]+")
LETTERLESS = re.compile(r"\d")
MULTIPLES = {"twice": 2.0, "thrice": 3.0}
HINT_WORDS = NUMBER_WORDS | {"ago", *MULTIPLES}
LONGEST_NUMERAL = 30  # characters; what is longer is a code
NUMERIC = frozenset(("digits", "number", "fraction", "phone", "date", "time", "roman", "ago", "multiple"))
NO_NUMERALS = frozenset(("roman", "ago", "multiple"))  # numbers only beside certain words
HYPHENS = frozenset("-‐‑")
EDGE_KIND, EDGE_AT = "line", -1
PAD = 100  # tokens; no rule looks as far


class Token(NamedTuple):
    """One token: where it stands, as printed, in lower case with plain apostrophes, and what it is."""

    start: int
    end: int
    text: str
    low: str
    kind: str


_token = partial(tuple.__new__, Token)  # Token's own constructor, without its check of arguments: many are made
EDGE = Token(EDGE_AT, EDGE_AT, "\n", "\n", EDGE_KIND)


@lru_cache(maxsize=100_000)
def _read_word(printed: str) -> tuple[str, str]:
    """(lower case with plain apostrophes, kind) of a word."""
    low = printed.lower().replace("’", "'").replace("ʼ", "'")
    if low in NUMBER_WORDS:
        return low, "number"
    if low == "ago":
        return low, "ago"
    if low in MULTIPLES:
        return low, "multiple"
    roman = printed.isupper() and len(printed) < 8 and ROMAN.fullmatch(printed)
    return low, "roman" if roman else "word"


def _holds_number(line: str) -> bool:
    """Can the line hold a number at all? Lines that cannot are not cut into tokens."""
    return (
        DIGIT.search(line) is not None
        or not HINT_WORDS.isdisjoint(LETTERS.findall(line.lower()))
        or ROMAN_LETTERS.search(line) is not None
    )


def _cut(text: str, start: int, end: int, tokens: list[Token]) -> None:
    for match in TOKEN.finditer(text, start, end):
        kind, stop = match.lastgroup, match.end()
        printed = match[kind]
        if kind == "word":
            low, kind = _read_word(printed)
        else:
            low = printed.lower()
            if (kind == "link" and LETTERLESS.search(printed)) or (kind == "digits" and len(low) > LONGEST_NUMERAL):
                kind = "phone"
        tokens.append(_token((stop - len(printed), stop, printed, low, kind)))


def read_tokens(text: str) -> list[Token]:
    """Cut the lines of `text` that can hold a number into tokens; each line break is a token of its own.

    Links with digits and endless rows of digits count as phone numbers do: they are labels.

    >>> [(token.text, token.kind) for token in read_tokens("At 5 p.m. two men")]
    [('At', 'word'), ('5 p.m.', 'time'), ('two', 'number'), ('men', 'word')]
    """
    tokens: list[Token] = []
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if _holds_number(text[start:end]):
            _cut(text, start, end, tokens)
        if end < len(text):
            tokens.append(Token(end, end + 1, "\n", "\n", EDGE_KIND))
        start = end + 1
    return tokens


def cut_form(form: str) -> list[Token]:
    """Tokens of a listed form such as a unit, whether it holds a number or not."""
    tokens: list[Token] = []
    _cut(form, 0, len(form), tokens)
    return tokens


class Stream:
    """The tokens of a text with safe look-around: up to PAD tokens beyond either end stand line breaks.

    tokens, size: the tokens and how many they are. By index, quick since every number asks its neighbours many times:
    at (the token), low (its small letters), kind, tight (whether nothing stands between it and the one before it).
    """

    def __init__(self, text: str):
        self.text = text
        self.tokens = read_tokens(text)
        self.size = len(self.tokens)
        padded = [*self.tokens, *[EDGE] * PAD]  # an index below 0 counts from the end of the padding
        self.at = padded.__getitem__
        self.low = [token.low for token in padded].__getitem__
        self.kind = [token.kind for token in padded].__getitem__
        touching = [one[1] == two[0] for one, two in pairwise(self.tokens)]
        self.tight = [False, *touching, *[False] * PAD].__getitem__

    def gap(self, index: int) -> str:
        """What stands between token `index` and the one before it."""
        return self.text[self.tokens[index - 1].end : self.tokens[index].start] if 0 < index < self.size else "\n"

    def lows(self, start: int, end: int) -> tuple[str, ...]:
        if start >= 0 and end <= self.size:
            return tuple([token.low for token in self.tokens[start:end]])
        return tuple(self.low(index) for index in range(start, end))


def end_of_range(stream: Stream, index: int) -> int:
    """Where the suffix at `index` stands again at the end of a range ("100m and 150m"); `index` where it does not."""
    end = index + 3
    joined = stream.low(index + 1) in ("and", "to", "or", "-", "–") and stream.kind(index + 2) == "digits"
    return end if joined and stream.tight(end) and stream.low(end) == stream.low(index) else index
