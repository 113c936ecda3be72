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

LEAST_QUOTED = 300  # quoted words of a source below which a rate is left undrawn: one hit more would double it


def category_rates(
    rates: pd.DataFrame, *, top: int = 10, colours: Mapping[str, Look] | None = None
) -> Chart:
    """Categories × sources: rate of loaded terms per 10,000 tokens with its 95 % interval, own and quoted voice apart.

    rates: source, category, voice, n (hits), rate, low, high (per 10,000 tokens) and, if there is one, size_tokens: the
    quoted voice of a source with under 300 of them is left out. top: categories drawn, those with most hits.
    """
    rows = records(rates, "source", "category", "voice", "n", "rate", "low", "high", "size_tokens")
    cells, left_out = _cells_of(rows)
    totals: dict[str, float] = {}
    for _, category, _, n, *_ in rows:
        totals[_printed(category)] = totals.get(_printed(category), 0) + n
    categories = [c for c in sorted(totals, key=lambda c: (-totals[c], c)) if totals[c]]
    if not categories:
        return nothing_found("No loaded term of any category was found.")
    looks = looks_of((source for _, source in cells), colours)
    hits = int(sum(totals.values()))
    title = _category_title(cells, categories[0], (int(totals[categories[0]]), hits), looks)
    alt = (f"Rates of {counted(min(top, len(categories)), 'category', 'categories')} of loaded terms in "
           f"{counted(len(looks), 'source')}, {number(hits)} hits in all. {title}")
    how = _how_to_read(len(categories) - top, left_out)
    wide, narrow = (_draw_rates(width, cells, categories[:top], looks) for width in (WIDE, NARROW))
    return Chart(title, alt, wide, narrow, how)


def _printed(category: str) -> str:
    return visible(category).replace("_", " ")


def _cells_of(rows: list[tuple]) -> tuple[dict[tuple, dict[str, tuple]], list[str]]:
    """Return (category, source) → voice → n, rate, low, high; and the sources that quote too little for a rate."""
    cells: dict[tuple, dict[str, tuple]] = {}
    left_out: dict[str, None] = {}
    for source, category, voice, *values, size in rows:
        voices = cells.setdefault((_printed(category), source), {})
        if voice == "quoted" and size != "" and size < LEAST_QUOTED:
            left_out[source] = None
        else:
            voices[voice or "own"] = tuple(values)
    return cells, list(left_out)


def _how_to_read(n_more: int, left_out: list[str]) -> str:
    how = ("Dot: hits per 10,000 words, filled in the outlet's own voice, hollow in quotations; line: 95 % bootstrap "
           "interval, with an arrow where it runs beyond the axis; small dot: no hit, its line up to the rate that so "
           "many words without a hit still allow (rule of three); n: the hits. Categories are in order of hits")
    how += f"; {counted(n_more, 'rarer one stands', 'rarer ones stand')} in the table." if n_more > 0 else "."
    if left_out:
        how += f" Too few quoted words for a rate (under {LEAST_QUOTED}): {listed(left_out)}."
    return how


def _category_title(
    cells: Mapping[tuple, dict], first: str, share: tuple[int, int], looks: Mapping[str, Look]
) -> str:
    """Name the category with most hits, and who stands apart in it: an interval above the intervals of all others.

    share: its hits, and those of all categories.
    """
    told = {source: cells.get((first, source), {}).get("own") for source in looks}
    told = {source: values for source, values in told.items() if values and values[2] == values[2]}
    apart = [source for source, values in told.items()
             if len(told) > 1 and all(values[2] > other[3] for name, other in told.items() if name != source)]
    said = (f"in own voice {listed(apart)} uses them more than all others, by intervals that do not overlap" if apart
            else "in own voice no source uses them clearly more than all others" if len(told) > 1 else "")
    n, hits = map(number, share)
    return f"The commonest category is “{first}”, {n} of {hits} hits{'; ' + said if said else ''}."


def _draw_rates(width: int, cells: Mapping[tuple, dict], categories: list[str], looks: Mapping[str, Look]):
    sheet = Sheet(width)
    end = _axis_end(cells, categories)

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


def _axis_end(cells: Mapping[tuple, dict], categories: list[str]) -> float:
    """Return where the axis ends: where the intervals of own voice do, at most well beyond the highest rate of all."""
    drawn = [(voice, values) for (category, _), voices in cells.items() if category in categories
             for voice, values in voices.items() if values[0]]
    widest = max((values[1] for _, values in drawn), default=0.0)
    highs = [values[3] for voice, values in drawn if voice == "own" and values[3] == values[3]]
    return min(1.6 * widest, max([widest, *highs])) or 1.0


def _draw_rate(sheet: Sheet, scale: Scale, values: tuple, look: Look, y: float, cell: Cell, voice: str) -> None:
    n, rate, low, high = values
    if low == low and high == high:
        sheet.interval(scale.at(low), scale.at(high), y, colour=look.colour, open_right=high > scale.high)
    said = f"{voice}: {number(rate, 1)} per 10,000 words, 95 % interval {number(low, 1)} to {number(high, 1)}, n {n}"
    sheet.dot(scale.at(rate), y, look, size=8 if n else 5, hollow=voice == "quoted", hover=said)
    count = number(n) if cell.grid else f"n {number(n)}"
    sheet.text(cell.right, y, count, size=sheet.small, colour=MUTED, align="right")
