"""A sheet to draw on: one figure measured in pixels from its top left corner, with the few marks all charts use."""

import math
from typing import NamedTuple

from matplotlib.figure import Figure
from matplotlib.markers import MarkerStyle
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.path import Path
from matplotlib.text import Text
from matplotlib.ticker import MaxNLocator
from matplotlib.transforms import Affine2D

from helpers.charts.labels import FONT, LINE, spread, text_width, wrap
from helpers.charts.style import FAINT, INK, MUTED, NARROW, OKABE_ITO, PAPER, Look, number, visible

MARGIN = 4  # pixels left free on every side: the outermost glyphs stand a little beyond their measured width
PALEST = OKABE_ITO[-1]  # hardly seen on paper: filled marks of this colour get a thin outline
DPI = 72  # one point is one pixel of the page


class Scale(NamedTuple):
    """A straight or logarithmic way from values to pixels; values beyond it are drawn at its ends."""

    low: float
    high: float
    left: float
    right: float
    log: bool = False

    def at(self, value: float) -> float:
        """Return the x of a value in pixels."""
        low, high = (math.log(self.low), math.log(self.high)) if self.log else (self.low, self.high)
        value = min(max(value, self.low), self.high)
        share = ((math.log(value) if self.log else value) - low) / (high - low or 1)
        return self.left + share * (self.right - self.left)

    def ticks(self, count: int) -> list[float]:
        """Return up to about `count` round values inside the scale."""
        if not self.log:
            values = MaxNLocator(max(count, 1), steps=[1, 2, 2.5, 5, 10]).tick_values(self.low, self.high)
            return [float(v) for v in values if self.low - 1e-9 <= v <= self.high * (1 + 1e-9) + 1e-12]
        decades = range(math.floor(math.log10(self.low)), math.ceil(math.log10(self.high)) + 1)
        inside = [step * 10.0**decade for decade in decades for step in (1, 2, 5)]
        inside = [value for value in inside if self.low * 0.999 <= value <= self.high * 1.001]
        tens = [value for value in inside if f"{value:e}".startswith("1.0")]
        if len(inside) > count and len(tens) > 1:
            inside = tens
        return inside[:: math.ceil(len(inside) / max(count, 1))]


def link_of(anchor: str) -> str:
    """Return the address of an anchor on the same page, or, written PAGE#ANCHOR, on another report of the build.

    >>> link_of("figure-3"), link_of("#figure-3"), link_of("04_figures#figure-3"), link_of("javascript:alert(1)")
    ('#figure-3', '#figure-3', 'report:04_figures#figure-3', '#javascript:alert(1)')
    """
    page, mark, place = anchor.partition("#")
    return f"report:{page}#{place}" if page and mark else f"#{place or page}"


def _digits(value: float) -> int:
    """Return how many decimals a round value needs, at most four."""
    return next((n for n in range(4) if abs(round(value, n) - value) < 1e-9), 4)


class Sheet:
    """One drawing: marks are put at pixels, y downwards; `finish` cuts the sheet to its height."""

    def __init__(self, width: int):
        self.width = width
        self.narrow = width <= NARROW
        self.size, self.small = (12, 11) if self.narrow else (13, 12)
        self.left, self.right = MARGIN, width - MARGIN
        self.line = LINE * self.size
        self.figure = Figure(figsize=(width / DPI, 1), dpi=DPI)
        self.figure.patch.set_visible(False)
        self.figure.hover = {}  # gid → what is shown when the pointer rests on the mark (see svg.to_svg)
        self.flip = Affine2D()  # pixels from the top → inches from the bottom; known when the height is
        self.place = self.flip + self.figure.dpi_scale_trans

    def finish(self, height: float) -> Figure:
        """Cut the sheet to `height` pixels and return its figure."""
        height = math.ceil(height)
        self.figure.set_size_inches(self.width / DPI, height / DPI)
        self.flip.scale(1 / DPI, -1 / DPI).translate(0, height / DPI)
        return self.figure

    def _add(self, artist, url: str = "", hover: str = "", behind: bool = False) -> None:
        if behind:
            artist.set_zorder(0.5)
        if url:
            artist.set_url(link_of(url))
        if hover:
            gid = f"hover-{len(self.figure.hover)}"
            self.figure.hover[gid] = visible(hover)
            artist.set_gid(gid)
        artist.set_transform(self.place)
        self.figure.add_artist(artist)

    def text(self, x, y, text, *, size=0, colour=INK, align="left", bold=False, url="", hover="") -> float:
        """Write one line whose middle stands at height y; returns its width."""
        size, text = size or self.size, visible(text)
        weight = "bold" if bold else "normal"
        style = {"fontsize": size, "color": colour, "ha": align, "va": "baseline", "family": FONT, "weight": weight}
        if text.strip():
            self._add(Text(x, y + 0.36 * size, text, parse_math=False, usetex=False, **style), url, hover)
        return text_width(text, size, bold)

    def paragraph(self, x, y, text, width, *, size=0, max_lines=0, **style) -> float:
        """Write a text in lines no wider than `width`, the first one's middle at y; returns the height used."""
        size = size or self.size
        lines = wrap(visible(text), width, size, style.get("bold", False), max_lines)
        for index, line in enumerate(lines):
            self.text(x, y + index * LINE * size, line, size=size, **style)
        return len(lines) * LINE * size

    def stroke(self, points, *, colour=FAINT, width=1.0, behind=False) -> None:
        """Draw a line through (x, y) points; `behind` everything else, if asked."""
        line = PathPatch(Path(points), fc="none", ec=colour, lw=width, clip_on=False, capstyle="butt")
        self._add(line, behind=behind)

    def bar(self, x0, x1, y, height, *, colour, hollow=False, url="", hover="") -> None:
        """Draw a bar from x0 to x1 around the height y; a hollow one tells quoted voice."""
        inset = 0.6 if hollow else 0.0  # the outline stays inside the bar's extent
        width = max(abs(x1 - x0) - 2 * inset, 0.1)
        corner = (min(x0, x1) + inset, y - height / 2 + inset)
        face, edge = (PAPER, colour) if hollow else (colour, MUTED if colour == PALEST and height > 3 else "none")
        box = Rectangle(corner, width, height - 2 * inset, fc=face, ec=edge, lw=1.2 if hollow else 0.5, clip_on=False)
        self._add(box, url, hover)

    def dot(self, x, y, look: Look, *, size=9.0, hollow=False, crossed=False, url="", hover="") -> None:
        """Draw a source's mark: filled for its own voice, hollow for a quoted one, crossed for a doubted figure."""
        marker = MarkerStyle(look.marker)
        shape = marker.get_path().transformed(marker.get_transform() + Affine2D().scale(size, -size).translate(x, y))
        face = PAPER if hollow else look.colour
        edge = MUTED if look.colour == PALEST and not hollow else look.colour
        self._add(PathPatch(shape, fc=face, ec=edge, lw=1.6 if hollow else 0.8, clip_on=False), url, hover)
        if crossed:
            reach = 0.7 * size
            for slope in (1, -1):
                self.stroke([(x - reach, y - slope * reach), (x + reach, y + slope * reach)], colour=INK, width=1.1)

    def interval(self, x0, x1, y, *, colour, open_left=False, open_right=False, width=2.0) -> None:
        """Draw an interval from x0 to x1; an open end carries an arrow head."""
        self.stroke([(x0, y), (x1, y)], colour=colour, width=width)
        for is_open, x, side in ((open_left, x0, 1), (open_right, x1, -1)):
            if is_open:
                self.stroke([(x + side * 5, y - 4), (x, y), (x + side * 5, y + 4)], colour=colour, width=1.6)

    def axis(self, scale: Scale, y, label="", *, digits=0, ticks=0, names=None) -> float:
        """Draw an axis under its marks: line, ticks, their numbers, its name; returns the height used.

        ticks: about how many. names: value → text, in place of round numbers.
        """
        size, room = self.small, scale.right - scale.left
        values = list(names) if names else scale.ticks(ticks or max(2, int(room // 60)))
        values = self._fitting(scale, [names[v] if names else number(v, _digits(v)) for v in values], values)
        digits = max([digits, *map(_digits, values)])
        texts = [names[v] if names else number(v, digits) for v in values]
        self.stroke([(scale.left, y), (scale.right, y)])
        marks = [scale.at(value) for value in values]
        widths = [text_width(text, size) for text in texts]
        low, high = max(self.left, scale.left - 24), min(self.right, scale.right + 24)
        for mark, left, text in zip(marks, spread(marks, widths, low, high), texts, strict=True):
            self.stroke([(mark, y), (mark, y + 4)])
            self.text(left, y + 13, text, size=size, colour=MUTED)
        used = 8 + LINE * size
        room = min(self.right - scale.left, room + 80)
        if not label:
            return used
        return used + self.paragraph(scale.left, y + used + LINE * size / 2, label, room, size=size, colour=MUTED)

    def _fitting(self, scale: Scale, texts: list[str], values: list[float]) -> list[float]:
        """Leave out ticks until the numbers of the rest stand apart."""
        step = 1
        room = scale.right - scale.left + 20
        while sum(text_width(t, self.small) + 10 for t in texts[::step]) > room and step < len(texts):
            step += 1
        return values[::step]

    def gutter(self, names, most: float) -> float:
        """Return the width of a column of row labels; 0 on a narrow sheet, where labels stand above their rows."""
        widest = max((text_width(visible(name), self.size) for name in names), default=0)
        return 0.0 if self.narrow else min(most, widest) + 16

    def lines_of(self, text, width: float) -> int:
        """Return how many lines a text takes at this width."""
        return len(wrap(visible(text), width, self.size))

    def row_label(self, name, y, gutter: float, *, bold=False, look: Look | None = None) -> tuple[float, float]:
        """Write a row's label, in the gutter or, without one, above the row.

        Returns (where the row's first lane begins, how low the label reaches).
        """
        indent = 0
        if look:
            self.dot(self.left + 5, y + self.line / 2, look, size=8)
            indent = 14
        width = (gutter - 16 if gutter else self.right - self.left) - indent
        used = self.paragraph(self.left + indent, y + self.line / 2, name, width, bold=bold)
        return (y, y + used) if gutter else (y + used + 2, y + used)
