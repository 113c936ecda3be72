"""Counts in a grid: who vouches for each source's figures, and which source is silent on which quantity."""

from collections.abc import Mapping

import pandas as pd

from helpers.charts.empty import nothing_found
from helpers.charts.matrix import Cell, draw_matrix
from helpers.charts.sheet import Sheet
from helpers.charts.style import (
    INK,
    MUTED,
    NARROW,
    WIDE,
    Chart,
    Look,
    counted,
    listed,
    looks_of,
    none_or,
    number,
    percent,
    records,
    sentence,
    visible,
)

AREA = 36.0  # square pixels of the mark of one figure, less where counts are large
LARGEST = 24.0  # pixels of the side of the largest mark


def claimant_matrix(claims: pd.DataFrame, *, colours: Mapping[str, Look] | None = None) -> Chart:
    """Who vouches for the figures: kinds of claimant × sources, a square as large as the count.

    claims: source, claimant_type, n (figures).
    """
    counts: dict[tuple, int] = {}
    for source, kind, n in records(claims, "source", "claimant_type", "n"):
        key = (visible(kind or "not named").replace("_", " "), source)
        counts[key] = counts.get(key, 0) + int(n)
    counts = {key: n for key, n in counts.items() if n}
    if not counts:
        return nothing_found("No figure was found in any article.")
    rows = _by_total(counts)
    looks = looks_of((source for _, source in counts), colours)
    total = sum(counts.values())
    first = sum(n for (kind, _), n in counts.items() if kind == rows[0])
    title = f"The commonest kind of claimant is “{rows[0]}”, behind "
    title += f"{percent(first, total)} of {counted(total, 'figure')}."
    alt = f"A grid of {counted(len(rows), 'kind')} of claimant and {counted(len(looks), 'source')}. {title}"
    how = ("The area of a square is the number of figures a source tells on the word of this kind of claimant; "
           "“–”, or a name in the line “none”: no figure.")
    wide, narrow = (_draw_counts(width, counts, rows, looks) for width in (WIDE, NARROW))
    return Chart(title, alt, wide, narrow, how)


def _by_total(counts: Mapping[tuple, int]) -> list[str]:
    totals: dict[str, int] = {}
    for (row, _), n in counts.items():
        totals[row] = totals.get(row, 0) + n
    return sorted(totals, key=lambda row: (-totals[row], row))


def _draw_counts(width: int, counts: Mapping[tuple, int], rows: list[str], looks: Mapping[str, Look]):
    sheet = Sheet(width)
    def has(row: str, source: str) -> bool:
        return counts.get((row, source), 0) > 0

    area = min(AREA, LARGEST**2 / max(counts.values()))

    def draw(row: str, source: str, cell: Cell) -> None:
        n = counts.get((row, source), 0)
        if not n:
            sheet.text(cell.left + 2, cell.middle, "–", colour=MUTED)
            return
        side = (area * n) ** 0.5
        sheet.bar(cell.left, cell.left + side, cell.middle, side, colour=looks[source].colour)
        sheet.text(cell.left + LARGEST + 6, cell.middle, number(n), colour=INK)

    return sheet.finish(draw_matrix(sheet, rows, looks, draw, height=LARGEST + 2, least=54, has=has) + 4)


def silence_matrix(silences: pd.DataFrame, *, top: int = 25, colours: Mapping[str, Look] | None = None) -> Chart:
    """Quantities × sources: a filled mark where the source tells a figure, “silent” where it does not.

    silences: label (quantity), source, n_figures (0: silent), in the order to be drawn. top: quantities drawn.
    """
    told = records(silences, "label", "source", "n_figures")
    counts = {(visible(label), source): int(n) for label, source, n in told}
    rows = list(dict.fromkeys(label for label, _ in counts))
    if not rows:
        return nothing_found("No comparable quantity was found.")
    looks = looks_of((source for _, source in counts), colours)
    told = {source: sum(counts.get((row, source), 0) > 0 for row in rows) for source in looks}
    everywhere = sum(all(counts.get((row, source), 0) for source in looks) for row in rows)
    title = sentence(f"{none_or(everywhere)} of {counted(len(rows), 'quantity', 'quantities')} "
                     f"{'is' if everywhere < 2 else 'are'} told by every source.")
    alt = f"{title} Told by source: {listed(f'{visible(source)} {n}' for source, n in told.items())}."
    how = "A mark with its count: the source tells this quantity. “silent”: it does not, which says nothing about why."
    if len(rows) > top:
        how += f" {len(rows) - top} more quantities stand in the table."
    wide, narrow = (_draw_silences(width, counts, rows[:top], looks) for width in (WIDE, NARROW))
    return Chart(title, alt, wide, narrow, how)


def _draw_silences(width: int, counts: Mapping[tuple, int], rows: list[str], looks: Mapping[str, Look]):
    sheet = Sheet(width)

    def has(row: str, source: str) -> bool:
        return counts.get((row, source), 0) > 0

    def draw(row: str, source: str, cell: Cell) -> None:
        n = counts.get((row, source), 0)
        if n:
            sheet.dot(cell.left + 5, cell.middle, looks[source], size=9)
        text, colour = (number(n), INK) if n else ("silent", MUTED)
        sheet.text(cell.left + 16, cell.middle, text, size=sheet.small, colour=colour)

    used = draw_matrix(sheet, rows, looks, draw, height=20, least=52, has=has, without="silent")
    return sheet.finish(used + 4)
