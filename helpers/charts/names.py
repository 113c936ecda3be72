"""What each source calls each side: names by count with their charge."""

from collections.abc import Mapping

import pandas as pd

from helpers.charts.empty import nothing_found
from helpers.charts.labels import LINE, text_width, wrap
from helpers.charts.matrix import Cell, draw_matrix
from helpers.charts.sheet import Sheet
from helpers.charts.style import (
    CHARGES,
    INK,
    MUTED,
    NARROW,
    WIDE,
    Chart,
    Look,
    counted,
    looks_of,
    number,
    records,
    visible,
)


def names_matrix(names: pd.DataFrame, *, top: int = 4, colours: Mapping[str, Look] | None = None) -> Chart:
    """Actors × sources: the commonest names with their counts, a shape before those that carry a charge.

    names: source, actor, name, charge, n (mentions); rows with the same name are added up. top: names per cell.
    """
    cells: dict[tuple, dict[tuple, int]] = {}
    for source, actor, name, charge, n in records(names, "source", "actor", "name", "charge", "n"):
        cell = cells.setdefault((visible(actor), source), {})
        cell[name, charge] = cell.get((name, charge), 0) + int(n)
    totals: dict[str, int] = {}
    for (actor, _), cell in cells.items():
        totals[actor] = totals.get(actor, 0) + sum(cell.values())
    actors = [actor for actor in sorted(totals, key=lambda a: (-totals[a], a)) if totals[actor]]
    if not actors:
        return nothing_found("No name of an actor was found.")
    looks = looks_of((source for _, source in cells), colours)
    mentions = sum(totals.values())
    charged = sum(n for cell in cells.values() for (_, charge), n in cell.items() if CHARGES.get(charge))
    title = (f"{sentence_of(charged)} of {counted(mentions, 'mention')} of {counted(len(actors), 'side')} "
             f"{'carries' if charged == 1 else 'carry'} a charge.")
    alt = f"A grid of {counted(len(actors), 'actor')} and {counted(len(looks), 'source')} with the names used. {title}"
    how = (f"The {number(top)} commonest names a source uses for each side, with counts. ▼ negative, ▲ positive, "
           "◆ distancing (so-called, scare quotes); no shape: neutral.")
    wide, narrow = (_draw(width, cells, actors, looks, top) for width in (WIDE, NARROW))
    return Chart(title, alt, wide, narrow, how)


def sentence_of(n: int) -> str:
    """Return a count as the beginning of a sentence.

    >>> sentence_of(0), sentence_of(15)
    ('None', '15')
    """
    return "None" if n == 0 else counted(n, "").split()[0].capitalize()


def _draw(width: int, cells: Mapping[tuple, dict], actors: list[str], looks: Mapping[str, Look], top: int):
    sheet = Sheet(width)
    step = LINE * sheet.small

    def shown(actor: str, source: str) -> list[tuple]:
        names = cells.get((actor, source), {})
        return sorted(names.items(), key=lambda item: (-item[1], item[0]))[:top]

    def draw(actor: str, source: str, cell: Cell) -> None:
        lines = shown(actor, source)
        y = cell.middle - (max(len(lines), 1) - 1) / 2 * step
        if not lines:
            sheet.text(cell.left, y, "–", size=sheet.small, colour=MUTED)
        for index, ((name, charge), n) in enumerate(lines):
            _draw_name(sheet, name, charge, n, cell, y + index * step)

    most = max(len(shown(actor, source)) for actor in actors for source in looks)
    return sheet.finish(draw_matrix(sheet, actors, looks, draw, height=most * step + 8, least=92) + 4)


def _draw_name(sheet: Sheet, name: str, charge: str, n: int, cell: Cell, y: float) -> None:
    sign, count = CHARGES.get(charge, ""), number(n)
    room = cell.right - cell.left - text_width(count, sheet.small) - 6
    line = wrap(visible(f"{sign} {name}".strip()), room, sheet.small, max_lines=1)[0]
    used = sheet.text(cell.left, y, line, size=sheet.small, colour=INK, hover=f"{name}: {n} × {charge or 'neutral'}")
    sheet.text(cell.left + used + 6, y, count, size=sheet.small, colour=MUTED)
