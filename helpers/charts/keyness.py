"""What sets each source apart from the others: log ratio of its most distinctive terms, with intervals."""

import math
from collections.abc import Mapping

import pandas as pd

from helpers.charts.empty import nothing_found
from helpers.charts.labels import text_width, wrap
from helpers.charts.sheet import Scale, Sheet
from helpers.charts.style import (
    FAINT,
    MUTED,
    NARROW,
    WIDE,
    Chart,
    Look,
    counted,
    listed,
    looks_of,
    number,
    number_word,
    records,
    sentence,
    visible,
)


def keyness_bars(keyness: pd.DataFrame, *, top: int = 10, colours: Mapping[str, Look] | None = None) -> Chart:
    """The terms that set each source most apart from the others: log ratio with its 95 % interval.

    keyness: table of a build. top: terms a source, by log-likelihood, overused ones only.
    """
    columns = ("source", "term", "log_likelihood", "log_ratio", "low", "high", "n_target", "n_reference", "q")
    rows = sorted(records(keyness, *columns), key=lambda row: (-row[2], row[1]))
    panels = {source: [row[1:] for row in rows if row[0] == source and row[2] > 0][:top]
              for source in looks_of((row[0] for row in rows), colours)}
    panels = {source: terms for source, terms in panels.items() if terms}
    if not panels:
        return nothing_found("No term sets one source apart from the others.")
    looks = looks_of(panels, colours)
    sure = sum(term[7] != "" and term[7] < 0.05 for terms in panels.values() for term in terms)
    title = _title(panels, sure)
    alt = (f"Bars for up to {number(top)} distinctive terms of {counted(len(panels), 'source')}, "
           f"{number(sure)} of them at a false-discovery rate below 5 %. {title}")
    how = ("Bar: how many times as often the source uses the word as all others together, on an axis of doublings; "
           "line: 95 % interval. The counts are n in the source : n in the others. Ordered by log-likelihood, which "
           "weighs how sure the difference is; outlined bars miss a false-discovery rate of 5 %.")
    return Chart(title, alt, _draw(WIDE, panels, looks), _draw(NARROW, panels, looks), how)


def _title(panels: Mapping[str, list[tuple]], sure: int) -> str:
    """Name the surest word of each source, or of one if there are many; say so where chance could explain them all."""
    if not sure:
        return "No word sets a source apart beyond what chance explains; these come nearest."
    firsts = {source: terms[0] for source, terms in panels.items()}
    if len(firsts) <= 4:
        return f"Most distinctive: {listed(f'“{term[0]}” in {source}' for source, term in firsts.items())}."
    source = max(firsts, key=lambda name: firsts[name][1])
    noun = "word sets its source" if sure == 1 else "words set a source"
    word = visible(firsts[source][0])
    return f"{sentence(number_word(sure))} {noun} apart, most surely “{word}” in {visible(source)}."


def _draw(width: int, panels: Mapping[str, list[tuple]], looks: Mapping[str, Look]):
    sheet = Sheet(width)
    columns = 1 if sheet.narrow or len(panels) == 1 else 2
    panel = min(460.0, (sheet.right - sheet.left - 28 * (columns - 1)) / columns)
    values = [value for terms in panels.values() for term in terms for value in term[2:5] if math.isfinite(value)]
    ends = max(min([0.0, *values]), -2.0), min(max([1.0, *values]), 10.0)
    y, sources = 0.0, list(panels)
    for start in range(0, len(sources), columns):
        bottom = y
        for column, source in enumerate(sources[start : start + columns]):
            left = sheet.left + column * (panel + 28)
            used = _draw_panel(sheet, source, panels[source], looks[source], (left, left + panel), y, ends)
            bottom = max(bottom, used)
        y = bottom + 18
    return sheet.finish(y)


def _draw_panel(sheet: Sheet, source, terms, look: Look, extent, y: float, ends) -> float:
    left, right = extent
    y += sheet.paragraph(left, y + sheet.line / 2, source, right - left, bold=True) + 4
    words = min(0.36 * (right - left), max(text_width(visible(term[0]), sheet.size) for term in terms)) + 10
    counts = max(text_width(_counts(term), sheet.small) for term in terms) + 10
    scale = Scale(*ends, left + words, right - counts)
    top = y
    for term in terms:
        lines = wrap(visible(term[0]), words - 10, sheet.size, max_lines=2)
        for index, line in enumerate(lines):
            sheet.text(left, y + 9 + index * sheet.line, line)
        _draw_bar(sheet, scale, term, look, y + 9)
        sheet.text(right, y + 9, _counts(term), size=sheet.small, colour=MUTED, align="right")
        y += 4 + max(16, len(lines) * sheet.line)
    sheet.stroke([(scale.at(0), top), (scale.at(0), y)], colour=FAINT, width=0.8, behind=True)
    doublings = range(math.ceil(ends[0]), math.floor(ends[1]) + 1)
    names = {float(power): f"×{2**power}" if power >= 0 else f"×1/{2**-power}" for power in doublings}
    return y + sheet.axis(scale, y, "times as often as in the others", names=names)


def _counts(term: tuple) -> str:
    return f"{number(term[5])} : {number(term[6])}"


def _draw_bar(sheet: Sheet, scale: Scale, term: tuple, look: Look, y: float) -> None:
    word, _, ratio, low, high, n_target, n_reference, q = term
    said = f"{word}: {number(2**min(ratio, 60), 1)} times as often, n {n_target} here, {n_reference} in the others"
    hollow = q != "" and q >= 0.05
    sheet.bar(scale.at(0), scale.at(ratio), y, 9, colour=look.colour, hollow=hollow, hover=said)
    if low == low and high == high:
        ends = {"open_left": low < scale.low, "open_right": high > scale.high}
        sheet.interval(scale.at(low), scale.at(high), y, colour=MUTED, width=1.4, **ends)
