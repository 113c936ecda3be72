"""Join the lines of paragraphs that were broken at a fixed width, as mail programs and terminals write them."""

from itertools import pairwise

from helpers.cleaning.shape import CLOSERS, SENTENCE_ENDS

WIDEST = 100  # characters of the width at which text is broken, at most
NARROWEST = 40  # and at least
FEWEST = 4  # breaks inside sentences from which a text counts as broken
EVEN = 0.7  # share of these breaks that must stand near the width
SLACK = 0.75  # share of the width that a line broken by hand fills at least
LONGER = 0.5  # share of a text's characters that lines beyond the width may hold: furniture that was not broken


def _is_open(line: str) -> bool:
    """Whether a sentence goes on below: the line ends in a word or a comma."""
    end = line.rstrip(CLOSERS)[-1:]
    return end not in SENTENCE_ENDS and end not in (":", "")


def _starts_small(line: str) -> bool:
    """Whether a line starts with a word in small letters; a single letter other than 'a' is a bullet."""
    return line[:1].islower() and (line[1:2] != " " or line[0] == "a")


def _width(rows: list[str]) -> int:
    """The width at which the paragraphs of a text are broken; 0 if they are not."""
    lengths = [
        len(row)
        for row, below in pairwise(rows)
        if len(row) <= WIDEST and below and _is_open(row) and _starts_small(below)
    ]
    width = max(lengths, default=0)
    even = sum(length >= SLACK * width for length in lengths)
    if width < NARROWEST or even < max(FEWEST, EVEN * len(lengths)):
        return 0
    longer = sum(len(row) for row in rows if len(row) > width)
    return width if longer <= LONGER * sum(map(len, rows)) else 0


def unwrap(text: str) -> str:
    """Put a space for each line break that stands inside a paragraph of a text broken at a fixed width.

    text: any string; `\\n` newlines. Returns a string of the same length, so that offsets into one count in the other;
    the text itself if its lines are paragraphs. Linear in the length of the text.

    >>> poem = "The river rose for three days before\\nanybody thought of the bridge."
    >>> unwrap(poem) == poem
    True
    """
    raw = text.split("\n")
    rows = [row.strip() for row in raw]
    width = _width(rows)
    if not width:
        return text
    joined, inside = [raw[0]], False
    padded = ["", *rows, ""]
    for at, line in enumerate(raw[1:]):
        inside = _goes_on(*padded[at : at + 4], width=width, inside=inside)
        joined += [" " if inside else "\n", line]
    return "".join(joined)


def _goes_on(above: str, row: str, below: str, after: str, *, width: int, inside: bool) -> bool:
    """Whether of four lines the second was broken at the width, and the third goes on with its paragraph.

    inside: whether the second itself goes on with the first. Small letters tell that a paragraph goes on. Before a
    capital the width must have forced the break, and what stands around it must be a paragraph too.
    """
    if not row or not below or not SLACK * width <= len(row) <= width:
        return False
    if _is_open(row) and _starts_small(below):
        return True
    forced = len(row) + 1 + len(below.split(" ", 1)[0]) > width
    long = len(below) >= SLACK * width
    if inside:
        return _is_open(row) or (forced and (long or not _is_open(below)))
    return forced and (not above or (long and _starts_small(after)))
