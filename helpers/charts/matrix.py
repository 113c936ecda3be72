"""Rows × sources: a grid of small cells where the sources fit side by side, one block per row where they do not."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from helpers.charts.labels import LINE, text_width, wrap
from helpers.charts.sheet import Sheet
from helpers.charts.style import MUTED, Look, listed, visible

GAP = 14  # pixels between two columns
BLOCK_LABEL = 0.4  # share of a block's width that names the sources


class Cell(NamedTuple):
    """Where a cell is drawn: between two x, around a height, and whether it stands in a grid or in a block."""

    left: float
    right: float
    middle: float
    grid: bool


DrawCell = Callable[[str, str, Cell], None]  # row, source, where
DrawFoot = Callable[[list[Cell], float], float]  # one cell per column, top → height used
HasCell = Callable[[str, str], bool]  # row, source → whether there is anything to draw
Height = Callable[[str, Sequence[str], float], float]  # row, sources side by side, width of their cells → pixels


def draw_matrix(
    sheet: Sheet,
    rows: Sequence[str],
    looks: Mapping[str, Look],
    draw: DrawCell,
    *,
    height: float | Height,
    least: float,
    head: str = "",
    has: HasCell | None = None,
    without: str = "none",
    foot: DrawFoot | None = None,
) -> float:
    """Draw one cell per row and source, and return the height used.

    height: pixels of one cell. least: narrowest column; with less room, each row becomes a block, a line per source.
    head: what the numbers at the right of a cell are. foot: draws an axis under each column.
    has, without: in a block, sources without anything to draw are named together in a line that begins with `without`.
    """
    gutter = _gutter(sheet, rows, sheet.right - sheet.left - len(looks) * (least + GAP))
    column = (sheet.right - sheet.left - gutter) / len(looks) - GAP
    if sheet.narrow or column < least - 0.01:
        present = has or (lambda row, source: True)
        return _draw_blocks(sheet, rows, looks, draw, height, (present, without), foot)
    column = min(column, 2 * least)
    lefts = [sheet.left + gutter + index * (column + GAP) for index in range(len(looks))]
    y = _header(sheet, looks, lefts, column, head)
    for row in rows:
        lines = wrap(visible(row), gutter - 16, sheet.size)
        tall = max(height(row, list(looks), column) if callable(height) else height, len(lines) * sheet.line)
        sheet.paragraph(sheet.left, y + (tall - (len(lines) - 1) * sheet.line) / 2, row, gutter - 16)
        for left, source in zip(lefts, looks, strict=True):
            draw(row, source, Cell(left, left + column, y + tall / 2, True))
        y += tall + 6
    cells = [Cell(left, left + column, y, True) for left in lefts]
    return y + (foot(cells, y) if foot else 0)


def _gutter(sheet: Sheet, rows: Sequence[str], spare: float) -> float:
    """The width of the row labels: narrower, down to their longest word, where that leaves the columns their least."""
    gutter = sheet.gutter(rows, 150)
    longest = max((text_width(word, sheet.size) for row in rows for word in visible(row).split(" ")), default=0) + 16
    return spare if longest <= spare < gutter else gutter


def _header(sheet: Sheet, looks: Mapping[str, Look], lefts: Sequence[float], column: float, head: str) -> float:
    """Write the sources over their columns, each with its mark; the names stand on one base line."""
    step = LINE * sheet.small
    names = [wrap(visible(source), column, sheet.small) for source in looks]
    base = max(map(len, names)) * step
    for left, lines, look in zip(lefts, names, looks.values(), strict=True):
        sheet.dot(left + 5, base + 10, look, size=8)
        sheet.text(left + column, base + 10, head, size=sheet.small, colour=MUTED, align="right")
        for index, line in enumerate(lines):
            sheet.text(left, base - (len(lines) - index - 0.5) * step, line, size=sheet.small)
    return base + 24


def _draw_blocks(sheet, rows, looks, draw: DrawCell, height, absent: tuple[HasCell, str], foot) -> float:
    """Draw one block per row, in two columns on a wide sheet; returns the height used."""
    columns = 1 if sheet.narrow or len(rows) == 1 else 2
    column = (sheet.right - sheet.left - 28 * (columns - 1)) / columns
    edges = [(sheet.left + n * (column + 28), sheet.left + n * (column + 28) + column) for n in range(columns)]
    y = 0.0
    for start in range(0, len(rows), columns):
        pairs = zip(rows[start : start + columns], edges, strict=False)
        y = max(_draw_block(sheet, row, looks, draw, height, absent, edge, y) for row, edge in pairs)
    cells = [Cell(left + BLOCK_LABEL * (right - left) + 10, right, y, False) for left, right in edges]
    return y + (foot(cells, y) if foot else 0)


def _draw_block(sheet, row, looks, draw: DrawCell, height, absent, edge: tuple[float, float], y: float) -> float:
    """Draw one row's cells below each other; returns where the next block may begin."""
    (left, right), (has, without) = edge, absent
    width = BLOCK_LABEL * (right - left)
    y += sheet.paragraph(left, y + sheet.line / 2, row, right - left, bold=True) + 2
    for source in (source for source in looks if has(row, source)):
        cell = height(row, [source], right - left - width - 10) if callable(height) else height
        tall = max(cell, _block_label(sheet, source, looks[source], left, y, width, cell)) + 2
        draw(row, source, Cell(left + width + 10, right, y + tall / 2, False))
        y += tall
    missing = [source for source in looks if not has(row, source)]
    if missing:
        said = f"{without}: {listed(missing)}"
        y += sheet.paragraph(left, y + sheet.line / 2, said, right - left, size=sheet.small, colour=MUTED)
    return y + 10


def _block_label(sheet: Sheet, source: str, look: Look, left: float, y: float, width: float, height: float) -> float:
    """Write a source's name beside its cell; returns the height the name needs."""
    lines = wrap(visible(source), width - 16, sheet.small)
    step = LINE * sheet.small
    used = len(lines) * step
    middle = y + (max(height, used) + 2) / 2
    sheet.dot(left + 5, middle, look, size=7)
    for index, line in enumerate(lines):
        sheet.text(left + 16, middle + (index - (len(lines) - 1) / 2) * step, line, size=sheet.small)
    return used
