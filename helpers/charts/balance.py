"""Sentiment toward each actor: per actor and source the balance of negative, neutral and positive mentions."""

from collections.abc import Mapping, Sequence

import pandas as pd

from helpers.charts.empty import nothing_found
from helpers.charts.labels import text_width
from helpers.charts.matrix import Cell, draw_matrix
from helpers.charts.sheet import Sheet
from helpers.charts.style import (
    FAINT,
    MUTED,
    NARROW,
    WIDE,
    Chart,
    Look,
    counted,
    looks_of,
    named,
    number,
    records,
    visible,
)

CLEAR = 0.05  # false-discovery rate below which negative and positive mentions are told apart


def actor_balance(balance: pd.DataFrame, *, colours: Mapping[str, Look] | None = None) -> Chart:
    """Per actor and source the shares of negative and positive mentions, to the left and right of a neutral line.

    balance: source, actor, n_neg, n_neu, n_pos (mentions); if there are: low, high (interval of the balance, −1…1), q
    (of its test) and `name`, the actor's printed name.
    """
    rows = records(balance, "source", "actor", "name", "n_neg", "n_neu", "n_pos", "low", "high", "q")
    cells = {(visible(name or actor), source): tuple(values) for source, actor, name, *values in rows
             if sum(values[:3]) > 0}
    if not cells:
        return nothing_found("No mention of an actor was found.")
    totals: dict[str, int] = {}
    for (actor, _), counts in cells.items():
        totals[actor] = totals.get(actor, 0) + sum(counts[:3])
    actors = sorted(totals, key=lambda actor: (-totals[actor], actor))
    looks = looks_of((source for _, source in cells), colours)
    title = _title(cells, actors, looks)
    how = ("Left of the line: share of mentions in a sentence that is negative toward the actor (▼); right: positive "
           "(▲); a full half is 100 %. The rest of the n mentions is neutral. Dot and thin line under the bar: the "
           "balance of the two with its 95 % interval, which takes the mentions of one sentence for one. Of many such "
           "intervals some miss zero by chance; the title names what stands after correction for that.")
    alt = f"A grid of {counted(len(actors), 'actor')} and {counted(len(looks), 'source')}. {title}"
    return Chart(title, alt, _draw(WIDE, cells, actors, looks), _draw(NARROW, cells, actors, looks), how)


def _title(cells: Mapping[tuple, tuple], actors: list[str], looks: Mapping[str, Look]) -> str:
    """Say for the actor mentioned most who makes it look bad or good, of those whose test tells the two apart."""
    first = actors[0]
    told = {source: cells[first, source] for source in looks if (first, source) in cells}
    clear = {source: neg > pos for source, (neg, _, pos, _, _, q) in told.items() if q != "" and q <= CLEAR}
    worse, better = ([source for source, bad in clear.items() if bad is side] for side in (True, False))
    parts = [f"clearly more negative than positive mentions in {named(worse, len(told))}" if worse else "",
             f"clearly more positive than negative ones in {named(better, len(told))}" if better else "",
             f"not told apart in {counted(len(told) - len(clear), 'source')}" if len(clear) < len(told) else ""]
    if not clear:
        parts = ["in no source are negative and positive mentions told apart"]
    return f"Of all actors {first} is mentioned most: {'; '.join(part for part in parts if part)}."


def _draw(width: int, cells: Mapping[tuple, tuple], actors: list[str], looks: Mapping[str, Look]):
    sheet = Sheet(width)

    def draw(actor: str, source: str, cell: Cell) -> None:
        counts = cells.get((actor, source))
        middle = (cell.left + cell.right) / 2
        if counts:
            _draw_cell(sheet, counts, looks[source], cell, f"{source} on {actor}")
        else:
            sheet.text(middle, cell.middle, "not mentioned", size=sheet.small, colour=MUTED, align="center")

    def has(actor: str, source: str) -> bool:
        return (actor, source) in cells

    def height(actor: str, sources: Sequence[str], width: float) -> float:
        rows = (_rows(sheet, cells[actor, source], width) for source in sources if has(actor, source))
        return 30 + 15 * max(map(len, rows))

    used = draw_matrix(sheet, actors, looks, draw, height=height, least=92, has=has, without="not mentioned")
    return sheet.finish(used + 4)


def _rows(sheet: Sheet, counts: tuple, width: float) -> list[list[str]]:
    """Return the counts as they are written under a bar: on one line, or n on a second one."""
    neg, neu, pos = (int(count) for count in counts[:3])
    charged, n = [f"▼{number(neg)}", f"▲{number(pos)}"], f"n {number(neg + neu + pos)}"
    needed = sum(text_width(text, sheet.small) + 8 for text in [*charged, n])
    return [[*charged, n]] if needed <= width + 8 else [charged, [n]]


def _draw_cell(sheet: Sheet, counts: tuple, look: Look, cell: Cell, who: str) -> None:
    """Draw a bar of two halves; under it the balance and how many mentions are negative, how many positive, and n."""
    neg, neu, pos = (int(count) for count in counts[:3])
    middle, half = (cell.left + cell.right) / 2, (cell.right - cell.left) / 2
    rows = _rows(sheet, counts, cell.right - cell.left)
    y = cell.middle - 5 - 7.5 * len(rows)
    hover = f"{who}: {neg} negative, {neu} neutral, {pos} positive"
    sheet.stroke([(cell.left, y), (cell.right, y)], width=0.8, behind=True)
    for side, count in ((-1, neg), (1, pos)):
        if count:
            end = middle + side * half * count / (neg + neu + pos)
            sheet.bar(middle, end, y, 9, colour=look.colour, hover=hover)
    sheet.stroke([(middle, y - 8), (middle, y + 14)], colour=FAINT, width=1.2)
    low, high = counts[3:5]
    if low != "" and low == low:
        sheet.interval(middle + half * low, middle + half * high, y + 10, colour=MUTED, width=1.4)
        sheet.dot(middle + half * (pos - neg) / (neg + neu + pos), y + 10, look, size=5, hover=hover)
    for line, texts in enumerate(rows):
        x = cell.left
        for text in texts:
            x += sheet.text(x, y + 23 + 15 * line, text, size=sheet.small, colour=MUTED) + 8
