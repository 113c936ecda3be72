"""How wide a text is, where its lines break, and where labels go so that none covers another."""

import re
from collections.abc import Sequence
from functools import lru_cache

from matplotlib.font_manager import FontProperties, findfont, get_font
from matplotlib.ft2font import LoadFlags

FONT = "DejaVu Sans"  # ships with matplotlib; the widest of the fonts in svg.FONTS, so what fits here fits there
LINE = 1.3  # line height in sizes
_PARTS = re.compile(r"[^-/]+[-/]?|[-/]")


@lru_cache(maxsize=4)
def _font(bold: bool):
    return get_font(findfont(FontProperties(family=FONT, weight="bold" if bold else "normal")))


@lru_cache(maxsize=50_000)
def _advance(character: str, size: float, bold: bool) -> float:
    """Width of one character as drawn with hinted glyphs or without, whichever is more; one the font lacks is an em."""
    font = _font(bold)
    code = ord(character) if font.get_char_index(ord(character)) else ord("W")
    widths = []
    for size_set, flags in ((100.0, LoadFlags.NO_HINTING), (size, LoadFlags.DEFAULT)):
        font.set_size(size_set, 72)
        widths.append(font.load_char(code, flags=flags).horiAdvance / 64 * size / size_set)
    return max(widths)


def text_width(text: str, size: float, bold: bool = False) -> float:
    """Return the width of one line in pixels, when drawn in DejaVu Sans of this size (px), or a little more.

    The characters' own widths are added up: kerning, which draws some pairs together, is left out.

    >>> text_width("mm", 12) > text_width("ii", 12) > 0
    True
    """
    return sum(_advance(character, size, bold) for character in text)


def wrap(text: str, width: float, size: float, bold: bool = False, max_lines: int = 0) -> list[str]:
    """Break a text into lines no wider than `width` pixels; a word wider than that is broken too.

    max_lines: 0 for as many as it takes; otherwise the last line ends in an ellipsis where text is left out.
    Returns at least one line.

    >>> wrap("the quick fox", 60, 12)
    ['the quick', 'fox']
    """
    lines, current = [], ""
    for word in filter(None, text.split(" ")):  # no-break spaces hold
        joined = f"{current} {word}" if current else word
        if text_width(joined, size, bold) <= width:
            current = joined
            continue
        *full, current = [*([current] if current else []), *_pieces(word, width, size, bold)]
        lines.extend(full)
    lines.append(current)
    return _shortened(lines, max_lines, width, size, bold)


def _pieces(word: str, width: float, size: float, bold: bool) -> list[str]:
    """Break one word: after hyphens and slashes where that helps, inside its parts where it must be."""
    pieces = [""]
    for part in _PARTS.findall(word):
        if text_width(pieces[-1] + part, size, bold) <= width:
            pieces[-1] += part
            continue
        pieces += [""] if pieces[-1] else []
        for character in part:
            if pieces[-1] and text_width(pieces[-1] + character, size, bold) > width:
                pieces.append("")
            pieces[-1] += character
    return pieces


def _shortened(lines: list[str], max_lines: int, width: float, size: float, bold: bool) -> list[str]:
    if not max_lines or len(lines) <= max_lines:
        return lines
    last = lines[max_lines - 1]
    while last and text_width(last + "…", size, bold) > width:
        last = last[:-1]
    return [*lines[: max_lines - 1], last.rstrip() + "…"]


def spread(centres: Sequence[float], widths: Sequence[float], low: float, high: float, gap: float = 8) -> list[float]:
    """Shift labels of one line apart, each as little as can be.

    centres: where each label would like its middle, in ascending order (px). widths: how wide each is.
    low, high: the room they have. Returns the left edge of each label: in order, `gap` apart, inside the room;
    where they do not fit together, the first ones are pushed out at the left (see `rows_of`).

    >>> spread([30, 32, 95], [20, 20, 20], 0, 100)
    [7.0, 35.0, 80]
    """
    offsets = [sum(widths[:index]) + gap * index for index in range(len(widths))]
    wished = [centre - width / 2 - offset for centre, width, offset in zip(centres, widths, offsets, strict=True)]
    last = high - offsets[-1] - widths[-1] if widths else high
    return [min(max(shift, low), last) + offset for shift, offset in zip(_rising(wished), offsets, strict=True)]


def _rising(values: Sequence[float]) -> list[float]:
    """Return the nearest rising values: neighbours in the wrong order take their mean (isotonic regression)."""
    pools: list[tuple[float, int]] = []
    for value in values:
        pools.append((value, 1))
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            (b, n_b), (a, n_a) = pools.pop(), pools.pop()
            pools.append(((a * n_a + b * n_b) / (n_a + n_b), n_a + n_b))
    return [value for value, n in pools for _ in range(n)]


def rows_of(widths: Sequence[float], room: float, gap: float = 8) -> list[list[int]]:
    """Share labels out over as few lines as hold them, in order.

    >>> rows_of([60, 30, 50], 100)
    [[0, 1], [2]]
    """
    rows: list[list[int]] = []
    used = room + 1
    for index, width in enumerate(widths):
        if used + gap + width > room or not rows:
            rows.append([])
            used = -gap
        rows[-1].append(index)
        used += gap + width
    return rows


def place(
    centres: Sequence[float], widths: Sequence[float], low: float, high: float, gap: float = 8
) -> list[tuple[float, int]]:
    """Place labels near their marks without one covering another, on as many lines as needed.

    Returns (left edge, line) per label; arguments as for `spread`.

    >>> place([10, 12], [60, 60], 0, 100)
    [(0, 0), (0, 1)]
    """
    placed: list[tuple[float, int]] = []
    for line, row in enumerate(rows_of(widths, high - low, gap)):
        lefts = spread([centres[i] for i in row], [widths[i] for i in row], low, high, gap)
        placed.extend((left, line) for left in lefts)
    return placed
