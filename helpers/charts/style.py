"""What all charts share: the Chart itself, the colours, and the words a chart is described with."""

import math
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

import pandas as pd
from matplotlib.figure import Figure

# Exactly these three are replaced by CSS variables when a page inlines the drawing, so that dark mode works.
INK = "#1b1b1b"
MUTED = "#5f5f5f"
PAPER = "#ffffff"
# A middle grey for axes and for what was removed: it can be seen on a light and on a dark page alike.
FAINT = "#949494"

WIDE = 720  # pixels: the page's column
NARROW = 360  # pixels: a telephone

# Okabe & Ito (2008), "Color universal design". Black is the page's ink; yellow, the palest on paper, comes last.
OKABE_ITO = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", INK, "#f0e442")
# From the ninth source on the shape changes. No triangles or diamonds: those tell the charge.
MARKERS = ("o", "s", "p", "*", "h")
CHARGES = {"negative": "▼", "positive": "▲", "distancing": "◆", "neutral": ""}
INSTRUMENTS = {"textblob": "TextBlob", "vader": "VADER"}
VOICES = ("own", "quoted")

LONGEST = 300  # characters of one label; what is longer is shortened with an ellipsis
_NUMBER_WORDS = (
    *("no", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
_SHOWN_AS_SPACE = dict.fromkeys(map(ord, "\t\n\r\v\f\u2028\u2029\x85"), " ")


class Look(NamedTuple):
    """How one source is drawn on every page: a colour and a marker shape."""

    colour: str
    marker: str


@dataclass(frozen=True, eq=False)
class Chart:
    """A drawing with everything a page prints around it.

    title: a sentence stating what is seen, made from the table; not drawn inside the figure.
    alt: one sentence for those who cannot see the drawing.
    wide: the figure for a column of 720 px. narrow: the figure for 360 px, None where the wide one is readable there.
    how_to_read: one or two plain sentences, printed under the figure.
    """

    title: str
    alt: str
    wide: Figure
    narrow: Figure | None
    how_to_read: str

    def _repr_html_(self) -> str:
        """Return the chart as a `<figure>`, which is how a notebook shows it."""
        from helpers.charts.svg import to_html

        return to_html(self)


def source_colours(sources: Iterable[str]) -> dict[str, Look]:
    """Give every source the look it keeps on all pages.

    sources: names of all sources of the corpus, in any order, repeated or not.
    Returns one Look per source in alphabetical order: eight colours, then the same colours with another shape.
    The order of the dict is the order of rows in every chart: alphabetical, so that no order is read as a ranking.

    >>> source_colours(["Borough Post", "Alder News", "Alder News"])["Alder News"]
    Look(colour='#0072b2', marker='o')
    """
    names = sorted({str(source) for source in sources}, key=lambda name: (name.casefold(), name))
    shapes = [Look(colour, marker) for marker in MARKERS for colour in OKABE_ITO]
    return {name: shapes[index % len(shapes)] for index, name in enumerate(names)}


def looks_of(names: Iterable[str], colours: Mapping[str, Look] | None) -> dict[str, Look]:
    """Return the looks of the sources that occur in `names`, in the order of `colours` (default: alphabetical)."""
    present = {str(name) for name in names}
    known = dict(colours or source_colours(present))
    for name in sorted(present - set(known)):
        known[name] = source_colours([name])[name]
    return {name: look for name, look in known.items() if name in present}


def visible(text: object, longest: int = LONGEST) -> str:
    """Return text that can be drawn: one line, no control characters, nothing that turns the direction of reading.

    >>> visible("a\\tb\\x00c")
    'a b\N{REPLACEMENT CHARACTER}c'
    """
    spaced = str(text).translate(_SHOWN_AS_SPACE)
    drawn = "".join(_visible_character(character) for character in spaced[: 2 * longest])
    return drawn if len(spaced) <= longest else drawn[: longest - 1] + "…"


def _visible_character(character: str) -> str:
    category = unicodedata.category(character)
    if category in ("Cc", "Cs", "Cn") or character in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069":
        return "\N{REPLACEMENT CHARACTER}"
    return "" if category == "Cf" else character


def none_or(n: int) -> str:
    """Return a count as a word that can stand before "of".

    >>> none_or(0), none_or(2), none_or(40)
    ('none', 'two', '40')
    """
    return number_word(n) if n else "none"


def number_word(n: int) -> str:
    """Return a small count as a word.

    >>> number_word(3), number_word(40), number_word(0)
    ('three', '40', 'no')
    """
    return _NUMBER_WORDS[n] if 0 <= n < len(_NUMBER_WORDS) else f"{n:,}"


def counted(n: int, noun: str, plural: str = "") -> str:
    """Return a count with its noun.

    >>> counted(1, "source"), counted(2, "quantity", "quantities")
    ('one source', 'two quantities')
    """
    return f"{number_word(n)} {noun if n == 1 else plural or noun + 's'}"


def listed(words: Iterable[object]) -> str:
    """Join words as English does.

    >>> listed(["A", "B", "C"])
    'A, B and C'
    """
    words = [visible(word) for word in words]
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def named(sources: Iterable[str], of: int) -> str:
    """Name sources; say how many they are if that would grow long, and that it is all of them.

    >>> named(["A", "B"], 3), named(["A", "B"], 2), named("ABCD", 5)
    ('A and B', 'every source', 'four sources')
    """
    names = list(sources)
    if len(names) == of > 1:
        return "every source"
    return listed(names) if len(names) < 4 else counted(len(names), "source")


def instrument(analyzer: str) -> str:
    """Return the printed name of an instrument that scores sentiment.

    >>> instrument("vader"), instrument("other")
    ('VADER', 'other')
    """
    return INSTRUMENTS.get(analyzer, visible(analyzer))


def sentence(text: str) -> str:
    """Begin with a capital letter.

    >>> sentence("three sources agree.")
    'Three sources agree.'
    """
    return text[:1].upper() + text[1:]


def number(value: float, digits: int = 0) -> str:
    """Write a number for a reader: thousands apart, a true minus sign, large round numbers as words.

    >>> number(5000), number(-0.25, 2), number(2_500_000), number(1e9)
    ('5,000', '−0.25', '2.5 million', '1 billion')
    """
    if not math.isfinite(value):
        return "open"
    for size, word in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if abs(value) >= size:
            return f"{value / size:,.3g} {word}".replace("-", "−")
    return f"{value + 0.0:,.{digits}f}".replace("-", "−")


def percent(part: float, whole: float) -> str:
    """Write a share, never "0 %" for something nor "100 %" for almost everything.

    >>> percent(1, 3), percent(1, 900), percent(0, 0)
    ('33 %', '< 1 %', '–')
    """
    if not whole:
        return "–"
    share = 100 * part / whole
    if 0 < share < 1:
        return "< 1 %"
    return "> 99 %" if 99 < share < 100 else f"{share:.0f} %"


def records(frame: pd.DataFrame, *columns: str) -> list[tuple]:
    """Return the rows as tuples of the named columns; a column the table lacks gives empty strings."""
    filled = [frame[name].tolist() if name in frame else [""] * len(frame) for name in columns]
    return list(zip(*filled, strict=True))
