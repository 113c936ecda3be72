"""Rows × sources: a grid of small cells where the sources fit side by side, one block per row where they do not."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from helpers.charts.labels import LINE, wrap
from helpers.charts.sheet import Sheet
from helpers.charts.style import MUTED, Look, listed, visible

GAP = 14  # pixels between two columns


class Cell(NamedTuple):
    """Where a cell is drawn: between two x, around a height, and whether it stands in a grid or in a block."""

    left: float
    right: float
    middle: float
    grid: bool


DrawCell = Callable[[str, str, Cell], None]  # row, source, where
DrawFoot = Callable[[list[Cell], float], float]  # one cell per column, top → height used
HasCell = Callable[[str, str], bool]  # row, source → whether there is anything to draw
Height = Callable[[str, float], float]  # row, width of its cells → pixels


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
    gutter = sheet.gutter(rows, 150)
    column = (sheet.right - sheet.left - gutter) / len(looks) - GAP
    if sheet.narrow or column < least:
        present = has or (lambda row, source: True)
        return _draw_blocks(sheet, rows, looks, draw, height, (present, without), foot)
    column = min(column, 2 * least)
    lefts = [sheet.left + gutter + index * (column + GAP) for index in range(len(looks))]
    y = _header(sheet, looks, lefts, column, head)
    for row in rows:
        lines = wrap(visible(row), gutter - 16, sheet.size)
        tall = max(height(row, column) if callable(height) else height, len(lines) * sheet.line)
        sheet.paragraph(sheet.left, y + (tall - (len(lines) - 1) * sheet.line) / 2, row, gutter - 16)
        for left, source in zip(lefts, looks, strict=True):
            draw(row, source, Cell(left, left + column, y + tall / 2, True))
        y += tall + 6
    cells = [Cell(left, left + column, y, True) for left in lefts]
    return y + (foot(cells, y) if foot else 0)


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
    has, without = absent
    room = sheet.right - sheet.left
    width = (0.4 if sheet.narrow else 0.3) * room
    left = sheet.left + width + 10
    y = 0.0
    for row in rows:
        y += sheet.paragraph(sheet.left, y + sheet.line / 2, row, room, bold=True) + 2
        for source in (source for source in looks if has(row, source)):
            cell = height(row, sheet.right - left) if callable(height) else height
            tall = max(cell, _block_label(sheet, source, looks[source], y, width, cell)) + 2
            draw(row, source, Cell(left, sheet.right, y + tall / 2, False))
            y += tall
        missing = [source for source in looks if not has(row, source)]
        if missing:
            said = f"{without}: {listed(missing)}"
            y += sheet.paragraph(sheet.left, y + sheet.line / 2, said, room, size=sheet.small, colour=MUTED)
        y += 10
    return y + (foot([Cell(left, sheet.right, y, False)], y) if foot else 0)


def _block_label(sheet: Sheet, source: str, look: Look, y: float, width: float, height: float) -> float:
    """Write a source's name beside its cell; returns the height the name needs."""
    lines = wrap(visible(source), width - 16, sheet.small)
    step = LINE * sheet.small
    used = len(lines) * step
    middle = y + (max(height, used) + 2) / 2
    sheet.dot(sheet.left + 5, middle, look, size=7)
    for index, line in enumerate(lines):
        sheet.text(sheet.left + 16, middle + (index - (len(lines) - 1) / 2) * step, line, size=sheet.small)
    return used
