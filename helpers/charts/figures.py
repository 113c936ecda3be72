"""Charts of 04_figures: the board of comparable quantities, who vouches for whose figures, who is silent on what."""

import math
import re
from collections.abc import Mapping

import pandas as pd

from helpers.charts.claims import Claim, Quantity, finding, quantities_of, scale_of, verdict_in_words
from helpers.charts.empty import nothing_found
from helpers.charts.labels import LINE, text_width, wrap
from helpers.charts.sheet import Scale, Sheet
from helpers.charts.style import INK, MUTED, NARROW, WIDE, Chart, Look, counted, looks_of, sentence, visible
from helpers.figures.units import plural_unit

ARROW = 30  # pixels by which an open bound runs on
LANE = 20
ARTICLE = re.compile(r"^(?:The|An?) (?=[a-z]|[A-Z][a-z])")  # in small letters inside a label


def figures_board(
    figures: pd.DataFrame,
    groups: pd.DataFrame,
    documents: pd.DataFrame,
    *,
    min_sources: int = 2,
    top: int = 12,
    colours: Mapping[str, Look] | None = None,
) -> Chart:
    """The board: one row per comparable quantity, one mark per source with its bounds, the verdict in words.

    figures, groups, documents: the tables figures, figure_groups and documents of a build. With a column `anchor`
    in `figures`, a mark links to that place of the page (`ANCHOR`) or of another report (`PAGE#ANCHOR`).
    min_sources: 1 also shows what only one source tells. top: rows drawn; the table holds the others.
    """
    quantities = quantities_of(figures, groups, documents, min_sources)
    if not quantities:
        return nothing_found(finding([]) if min_sources > 1 else "No figure was found in any article.")
    shown = quantities[:top]
    looks = looks_of((claim.source for quantity in shown for claim in quantity.claims), colours)
    title = finding(quantities)
    said = "; ".join(f"{quantity.label}: {verdict_in_words(quantity)}" for quantity in shown)
    alt = f"A board of {counted(len(shown), 'quantity', 'quantities')} with every source's figure. {said}."
    how = ("Each row is one quantity on its own axis, logarithmic but for shares: equal distances are equal ratios. "
           "Dot: the value as printed, filled in the outlet's own voice, hollow where it quotes; bar: its bounds; "
           "arrow: the bound is open, as in “more than”; cross: the text doubts or denies the figure.")
    if len(quantities) > top:
        more = counted(len(quantities) - top, "more quantity stands", "more quantities stand")
        how += f" {sentence(more)} in the table."
    return Chart(title, alt, _draw(WIDE, shown, looks), _draw(NARROW, shown, looks), how)


def _draw(width: int, quantities: list[Quantity], looks: Mapping[str, Look]):
    sheet = Sheet(width)
    y = 0.0
    for quantity in quantities:
        y += _heading(sheet, quantity, y) + 4
        scale = scale_of(quantity, sheet.left + 8, sheet.left + (0.5 if sheet.narrow else 0.58) * sheet.width)
        left = _labels_left(sheet, scale, quantity.claims)
        for claim in quantity.claims:
            y += _draw_claim(sheet, scale, claim, looks[claim.source], y, left)
        y += _axis(sheet, scale, quantity, y) + 18
    return sheet.finish(y - 8)


def _heading(sheet: Sheet, quantity: Quantity, y: float) -> float:
    """Write what is counted at the left, the verdict at the right (below where both do not fit), who is silent."""
    room, label = sheet.right - sheet.left, sentence(quantity.label)
    verdict, conflict = verdict_in_words(quantity), quantity.verdict == "conflicts"
    beside = text_width(verdict, sheet.size, conflict) + 16
    below = sheet.narrow or text_width(label, sheet.size, bold=True) + beside > room
    used = sheet.paragraph(sheet.left, y + sheet.line / 2, label, room if below else room - beside, bold=True)
    if below:
        used += sheet.paragraph(sheet.left, y + used + sheet.line / 2, verdict, room, bold=conflict)
    else:
        sheet.text(sheet.right, y + sheet.line / 2, verdict, bold=conflict, align="right")
    if quantity.silent:
        silent = f"silent: {quantity.silent}"
        used += sheet.paragraph(sheet.left, y + used + 8, silent, room, size=sheet.small, colour=MUTED)
    return used


def _extent(sheet: Sheet, scale: Scale, claim: Claim) -> tuple[float, float, float]:
    """Where the bounds of a mark begin, where it stands, where they end."""
    x = scale.at(claim.best)
    low = scale.at(claim.low) if math.isfinite(claim.low) else max(x - ARROW, sheet.left)
    return low, x, scale.at(claim.high) if math.isfinite(claim.high) else x + ARROW


def _draw_claim(sheet: Sheet, scale: Scale, claim: Claim, look: Look, y: float, to_the_left: bool) -> float:
    """Draw one mark with its bounds and its label beside it; returns the height used."""
    low, x, high = _extent(sheet, scale, claim)
    lines, left = _beside(sheet, claim, (min(low, x) - 12, max(high, x) + 12), to_the_left)
    middle = y + LANE / 2
    if high - low > 1:
        ends = {"open_left": math.isinf(claim.low), "open_right": math.isinf(claim.high)}
        sheet.interval(low, high, middle, colour=look.colour, **ends)
    hover = f"{claim.text}: {_words(claim)}"
    sheet.dot(x, middle, look, hollow=claim.quoted, crossed=bool(claim.doubted), url=claim.anchor, hover=hover)
    for index, line in enumerate(lines):
        _write(sheet, claim, line, left, middle + index * LINE * sheet.size, index == 0)
    return max(LANE, (len(lines) - 1) * LINE * sheet.size + LANE)


def _words(claim: Claim) -> str:
    """Return what stands after the numeral: the source, whom it cites, doubt, how often."""
    parts = [visible(claim.source)]
    if claim.claimant and claim.claimant.casefold() != claim.source.casefold():
        parts.append(f"citing {ARTICLE.sub(lambda found: found[0].lower(), claim.claimant)}")
    parts += [claim.doubted] if claim.doubted else []
    parts += [f"{claim.times} times"] if claim.times > 1 else []
    return ", ".join(parts)


def _label(claim: Claim) -> str:
    """The numeral with what stands after it; the dot between them never ends a line."""
    return f"{claim.text} ·\N{NO-BREAK SPACE}{_words(claim)}"


def _labels_left(sheet: Sheet, scale: Scale, claims: list[Claim]) -> bool:
    """Choose the side of the marks where all labels of a quantity take fewest lines, the right one if equal."""
    rights = lefts = 0
    for claim in claims:
        low, x, high = _extent(sheet, scale, claim)
        room = min(low, x) - 12 - sheet.left
        if room <= 60:
            return False
        lefts += len(wrap(_label(claim), room, sheet.size))
        rights += len(wrap(_label(claim), max(sheet.right - max(high, x) - 12, 60), sheet.size))
    return lefts < rights


def _beside(sheet: Sheet, claim: Claim, where: tuple[float, float], to_the_left: bool) -> tuple[list[str], float]:
    """The lines of a label and where they begin."""
    if to_the_left:
        lines = wrap(_label(claim), where[0] - sheet.left, sheet.size)
        return lines, where[0] - max(text_width(line, sheet.size) for line in lines)
    return wrap(_label(claim), max(sheet.right - where[1], 60), sheet.size), where[1]


def _write(sheet: Sheet, claim: Claim, line: str, x: float, y: float, first: bool) -> None:
    """Write one line of a label, the numeral in ink and the rest muted."""
    if not first or not line.startswith(claim.text):
        sheet.text(x, y, line, colour=INK if first else MUTED)
        return
    used = sheet.text(x, y, claim.text, colour=INK, url=claim.anchor)
    sheet.text(x + used + 4, y, line[len(claim.text) :].strip(), colour=MUTED)


def _axis(sheet: Sheet, scale: Scale, quantity: Quantity, y: float) -> float:
    """Draw the axis, its name to the right of it."""
    share = not scale.log and quantity.kind == "share"
    unit = next((claim.unit for claim in quantity.claims if claim.unit), "")
    name = "per cent" if share else (visible(plural_unit(unit)) or "count") + (", log axis" if scale.log else "")
    used = sheet.axis(scale, y + 2)
    x = scale.right + 28
    return 2 + max(used, 6 + sheet.paragraph(x, y + 15, name, sheet.right - x, size=sheet.small, colour=MUTED))
