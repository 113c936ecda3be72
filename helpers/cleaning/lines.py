"""Cut a text into its non-empty lines, and each line into words."""

import re
from typing import NamedTuple

from helpers.cleaning.markdown import has_marks, read_marks

WORD = re.compile(r"\w+(?:['’]\w+)?")
# Scripts written without spaces (Japanese, Chinese, Thai, Lao, Burmese, Khmer): one word is reckoned as two characters.
UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
CHARACTERS_PER_WORD = 2
LONGEST_LINE = 4000  # characters whose words are looked at: a longer line is prose or data whatever its tail says


class Line(NamedTuple):
    """One non-empty line: its number (1-based, empty lines counted), its trimmed offsets, and its words.

    `text` is without the marks of headings, emphasis and links that the offsets enclose; `mark` is the one that holds
    the whole line ("": none), see `read_marks`. `lower` are the words in small letters with straight apostrophes.
    """

    number: int
    start: int
    end: int
    text: str
    indent: int
    words: tuple[str, ...]
    lower: tuple[str, ...]
    n_words: float
    blank_before: int
    mark: str = ""

    def __hash__(self) -> int:
        """By its text and number: what is remembered of a line is found without a look at all of its words."""
        return hash((self.number, self.text))


def _n_words(text: str, words: list[str], unspaced: bool) -> float:
    if len(text) > LONGEST_LINE:
        return len(words) * len(text) / LONGEST_LINE
    n_signs = len(UNSPACED.findall(text)) if unspaced and words else 0
    return len(words) + n_signs / CHARACTERS_PER_WORD


def cut_lines(text: str) -> list[Line]:
    """List the non-empty lines of a text in order.

    Offsets count code points and leave out white space at both ends of the line. `n_words` counts two characters of a
    script without spaces as one word.

    >>> [(line.number, line.start, line.end, line.n_words) for line in cut_lines("Rain again\\n\\n  It fell all day.")]
    [(1, 0, 10, 2.0), (3, 14, 30, 4.0)]
    >>> [(line.text, line.mark, line.end) for line in cut_lines("# Rain again")]
    [('Rain again', '#', 12)]
    """
    lines, position, blank = [], 0, 0
    unspaced, marked = not text.isascii() and UNSPACED.search(text) is not None, has_marks(text)
    for number, raw in enumerate(text.split("\n"), 1):
        body = raw.strip()
        if body:
            indent = len(raw) - len(raw.lstrip())
            start = position + indent
            end, mark = start + len(body), ""
            if marked and has_marks(body):
                body, mark = read_marks(body)
            words = WORD.findall(body[:LONGEST_LINE])
            n_words = _n_words(body, words, unspaced)
            lower = " ".join(words).lower().replace("’", "'").split(" ") if words else ()
            lines.append(Line(number, start, end, body, indent, tuple(words), tuple(lower), n_words, blank, mark))
            blank = 0
        else:
            blank += 1
        position += len(raw) + 1
    return lines
