"""First chart of 03_vocabulary: loaded words by category, source and voice."""

from collections.abc import Mapping

import pandas as pd

from helpers.charts.empty import nothing_found
from helpers.charts.matrix import Cell, draw_matrix
from helpers.charts.sheet import Scale, Sheet
from helpers.charts.style import (
    MUTED,
    NARROW,
    VOICES,
    WIDE,
    Chart,
    Look,
    counted,
    listed,
    looks_of,
    number,
    records,
    visible,
)


def category_rates(rates: pd.DataFrame, *, colours: Mapping[str, Look] | None = None) -> Chart:
    """Categories × sources: rate of loaded terms per 10,000 tokens with its 95 % interval, own and quoted voice apart.

    rates: source, category, voice, n (hits), rate, low, high (per 10,000 tokens).
    """
    rows = records(rates, "source", "category", "voice", "n", "rate", "low", "high")
    cells: dict[tuple, dict[str, tuple]] = {}
    for source, category, voice, *values in rows:
        cells.setdefault((visible(category), source), {})[voice or "own"] = tuple(values)
    totals: dict[str, float] = {}
    for (category, _), voices in cells.items():
        totals[category] = totals.get(category, 0) + sum(values[0] for values in voices.values())
    categories = [c for c in sorted(totals, key=lambda c: (-totals[c], c)) if totals[c]]
    if not categories:
        return nothing_found("No loaded term of any category was found.")
    looks = looks_of((source for _, source in cells), colours)
    title, hits = _category_title(cells, categories, looks), int(sum(totals.values()))
    alt = (f"Rates of {counted(len(categories), 'category', 'categories')} of loaded terms in "
           f"{counted(len(looks), 'source')}, {number(hits)} hits in all. {title}")
    how = ("Dot: hits per 10,000 words, filled in the outlet's own voice, hollow in quotations; line: 95 % bootstrap "
           "interval, with an arrow where it runs beyond the axis; n: the hits. Categories are in order of hits.")
    wide, narrow = (_draw_rates(width, cells, categories, looks) for width in (WIDE, NARROW))
    return Chart(title, alt, wide, narrow, how)


def _category_title(cells: Mapping[tuple, dict], categories: list[str], looks: Mapping[str, Look]) -> str:
    """Name the category with most hits, and who stands apart in it: an interval above the intervals of all others."""
    first = categories[0]
    told = {source: cells.get((first, source), {}).get("own") for source in looks}
    told = {source: values for source, values in told.items() if values and values[2] == values[2]}
    apart = [source for source, values in told.items()
             if len(told) > 1 and all(values[2] > other[3] for name, other in told.items() if name != source)]
    said = (f"in own voice {listed(apart)} uses them more than all others" if apart
            else "in own voice the intervals of the sources overlap" if len(told) > 1 else "")
    return f"Most loaded terms belong to “{first}”{'; ' + said if said else ''}."


def _draw_rates(width: int, cells: Mapping[tuple, dict], categories: list[str], looks: Mapping[str, Look]):
    sheet = Sheet(width)
    rates = [values for voices in cells.values() for values in voices.values()]
    widest = max(values[1] for values in rates)
    end = min(1.6 * widest, max([widest, *(values[3] for values in rates if values[3] == values[3])])) or 1.0

    def scale_of(cell: Cell) -> Scale:
        return Scale(0, end, cell.left + 6, cell.right - (36 if cell.grid else 52))

    def draw(category: str, source: str, cell: Cell) -> None:
        scale, apart = scale_of(cell), 8 if cell.grid else 6
        reach = apart + 11
        zero = [(scale.left, cell.middle - reach), (scale.left, cell.middle + reach)]
        sheet.stroke(zero, width=0.8, behind=True)
        for voice, y in zip(VOICES, (cell.middle - apart, cell.middle + apart), strict=True):
            values = cells.get((category, source), {}).get(voice)
            if values:
                _draw_rate(sheet, scale, values, looks[source], y, cell, voice)

    def foot(columns: list[Cell], y: float) -> float:
        used = [sheet.axis(scale_of(cell), y, ticks=2) for cell in columns]
        left = columns[0].left + 6
        name = "hits per 10,000 words"
        y += max(used) + sheet.line / 2
        return max(used) + sheet.paragraph(left, y, name, sheet.right - left, size=sheet.small, colour=MUTED)

    used = draw_matrix(sheet, categories, looks, draw, height=34, least=88, head="n", foot=foot)
    return sheet.finish(used + 4)


def _draw_rate(sheet: Sheet, scale: Scale, values: tuple, look: Look, y: float, cell: Cell, voice: str) -> None:
    n, rate, low, high = values
    if low == low and high == high:
        sheet.interval(scale.at(low), scale.at(high), y, colour=look.colour, open_right=high > scale.high)
    said = f"{voice}: {number(rate, 1)} per 10,000 words, 95 % interval {number(low, 1)} to {number(high, 1)}, n {n}"
    sheet.dot(scale.at(rate), y, look, size=8, hollow=voice == "quoted", hover=said)
    count = number(n) if cell.grid else f"n {number(n)}"
    sheet.text(cell.right, y, count, size=sheet.small, colour=MUTED, align="right")
