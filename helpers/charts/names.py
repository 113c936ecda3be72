"""What each source calls each side: names by count with their charge."""

from collections.abc import Mapping, Sequence

import pandas as pd

from helpers.charts.empty import nothing_found
from helpers.charts.labels import LINE, text_width, wrap
from helpers.charts.matrix import Cell, draw_matrix
from helpers.charts.sheet import Sheet
from helpers.charts.style import (
    CHARGES,
    MUTED,
    NARROW,
    WIDE,
    Chart,
    Look,
    counted,
    looks_of,
    none_or,
    number,
    records,
    sentence,
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
    sides = counted(len(actors), "side or event", "sides and events")
    title = (f"{sentence(none_or(charged))} of {counted(mentions, 'mention')} of {sides} "
             f"{'carries' if charged == 1 else 'carry'} a charge.")
    alt = f"A grid of {counted(len(actors), 'actor')} and {counted(len(looks), 'source')} with the names used. {title}"
    how = (f"The {number(top)} commonest names a source uses for each side, with counts. ▼ negative, ▲ positive, "
           "◆ distancing (so-called, scare quotes); no shape: neutral.")
    wide, narrow = (_draw(width, cells, actors, looks, top) for width in (WIDE, NARROW))
    return Chart(title, alt, wide, narrow, how)


def _draw(width: int, cells: Mapping[tuple, dict], actors: list[str], looks: Mapping[str, Look], top: int):
    sheet = Sheet(width)
    step = LINE * sheet.small

    def shown(actor: str, source: str) -> list[tuple]:
        names = cells.get((actor, source), {})
        return sorted(names.items(), key=lambda item: (-item[1], item[0]))[:top]

    def lines_in(actor: str, source: str, width: float) -> list[tuple]:
        return [line for (name, charge), n in shown(actor, source) for line in _lines(sheet, name, charge, n, width)]

    def draw(actor: str, source: str, cell: Cell) -> None:
        width = cell.right - cell.left
        tall = max(len(lines_in(actor, other, width)) for other in (looks if cell.grid else [source]))
        y = cell.middle - (max(tall, 1) - 1) / 2 * step
        if not shown(actor, source):
            sheet.text(cell.left, y, "–", size=sheet.small, colour=MUTED)
        for index, (line, count, said) in enumerate(lines_in(actor, source, width)):
            used = sheet.text(cell.left, y + index * step, line, size=sheet.small, hover=said)
            sheet.text(cell.left + used + 6, y + index * step, count, size=sheet.small, colour=MUTED)

    def height(actor: str, sources: Sequence[str], width: float) -> float:
        return max(len(lines_in(actor, source, width)) for source in sources) * step + 8

    def has(actor: str, source: str) -> bool:
        return (actor, source) in cells

    longest = [_longest(sheet, name, charge, n) for pair in cells for (name, charge), n in shown(*pair)]
    least = max([92.0, *longest])
    used = draw_matrix(sheet, actors, looks, draw, height=height, least=least, has=has, without="not named")
    return sheet.finish(used + 4)


def _words(name: str, charge: str) -> str:
    """A name with the sign of its charge, which no line parts from it."""
    sign = CHARGES.get(charge, "")
    return visible(f"{sign}\u00a0{name}" if sign else name)


def _beside(sheet: Sheet, n: int) -> float:
    """Room that a count takes after a name."""
    return text_width(number(n), sheet.small) + 6


def _longest(sheet: Sheet, name: str, charge: str, n: int) -> float:
    """The width a cell needs so that no word of a name breaks and the count stands beside the last one."""
    *words, last = _words(name, charge).split(" ")
    alone = [text_width(word, sheet.small) for word in words]
    return 1 + max([text_width(last, sheet.small) + _beside(sheet, n), *alone])  # 1: rounding breaks none


def _lines(sheet: Sheet, name: str, charge: str, n: int, width: float) -> list[tuple[str, str, str]]:
    """Return the lines of one name, the count beside its last one, and what is said on hover."""
    count, text, beside = number(n), _words(name, charge), _beside(sheet, n)
    lines = wrap(text, width, sheet.small)
    if text_width(lines[-1], sheet.small) + beside > width:  # the count takes the last word along, if it has others
        most, _, last = lines[-1].rpartition(" ")
        lines = [*lines[:-1], most, last] if most else [*lines, ""]
    *lines, last = lines
    said = f"{name}: {count} × {charge or 'neutral'}"
    return [*((line, "", said) for line in lines), (last, count, said)]
