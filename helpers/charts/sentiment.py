"""Charts of 02_sentiment: mean per source with its interval, the course of each article, the balance per actor."""

from collections.abc import Mapping

import pandas as pd

from helpers.charts.empty import nothing_found
from helpers.charts.sheet import Scale, Sheet
from helpers.charts.style import (
    FAINT,
    MUTED,
    NARROW,
    VOICES,
    WIDE,
    Chart,
    Look,
    counted,
    instrument,
    looks_of,
    named,
    number,
    percent,
    records,
)

LEAST = 5  # spans below which no mean is drawn: it has no interval that says anything
FEW = 10  # spans below which an interval does not stretch the axis
LANE = 18  # pixels between two marks of one source


def sentiment_dots(sentiment_by_source: pd.DataFrame, *, colours: Mapping[str, Look] | None = None) -> Chart:
    """Per source the mean polarity of its own and of its quoted words with the 95 % interval, one panel per analyzer.

    sentiment_by_source: table of a build (source, voice, analyzer, n_spans, n_silent, mean, low, high).
    """
    columns = ("source", "voice", "analyzer", "n_spans", "n_silent", "mean", "low", "high")
    rows = [row for row in records(sentiment_by_source, *columns) if row[3] > 0 and row[5] == row[5]]
    if not rows:
        return nothing_found("No sentence could be scored in any article.")
    looks = looks_of((row[0] for row in rows), colours)
    panels = {name: [row for row in rows if row[2] == name] for name in dict.fromkeys(row[2] for row in rows)}
    found = "; ".join(_finding(name, panel) for name, panel in panels.items())
    title = f"Own voice by {found}."
    alt = (f"Dots with intervals for {counted(len(looks), 'source')} and {counted(len(panels), 'instrument')}; "
           f"own voice by {found}.")
    how = ("Dot: mean polarity over all spans, filled for the outlet's own words, hollow for those it quotes; line: "
           "95 % bootstrap interval, with an arrow where it runs beyond the axis. Sources whose intervals overlap "
           "are not told apart; under five spans no mean is drawn. n: spans; silent: share of spans without a single "
           "scoring word.")
    return Chart(title, alt, _draw_dots(WIDE, panels, looks), _draw_dots(NARROW, panels, looks), how)


def _finding(analyzer: str, rows: list[tuple]) -> str:
    """Say which sources' own voice lies beyond neutral with its whole interval; few spans tell nothing."""
    own = [row for row in rows if row[1] == "own" and row[3] >= LEAST]
    below, above = [row[0] for row in own if row[7] < 0], [row[0] for row in own if row[6] > 0]
    sides = {"below": below, "above": above}
    parts = [f"{named(sorted(names), len(own))} {side} neutral" for side, names in sides.items() if names]
    rest = len(own) - len(below) - len(above)
    if rest or not own:
        parts.append(f"{counted(rest, 'source')} not told from neutral" if own else "no source scored")
    return f"{instrument(analyzer)}: {', '.join(parts)}"


def _reach(panels: Mapping[str, list[tuple]]) -> float:
    """The largest |polarity| drawn, rounded up to a tenth; intervals of few spans may run beyond it."""
    rows = [row for panel in panels.values() for row in panel if row[3] >= LEAST]
    drawn = [row[5:8] if row[3] >= FEW else row[5:6] for row in rows]
    widest = max((abs(value) for values in drawn for value in values if value == value), default=0.0)
    return min(1.0, max(0.1, int(widest * 10 + 0.999) / 10))


def _draw_dots(width: int, panels: Mapping[str, list[tuple]], looks: Mapping[str, Look]):
    sheet = Sheet(width)
    reach = _reach(panels)
    side_by_side = len(panels) <= 2 and not sheet.narrow
    gutter = sheet.gutter(looks, 140)
    room = sheet.right - sheet.left - gutter
    height = top = 0.0
    for index, (analyzer, rows) in enumerate(panels.items()):
        left, panel = sheet.left + gutter, room
        if side_by_side:
            panel = (room - (len(panels) - 1) * 68) / len(panels)  # the first panel also holds the names of the voices
            left, panel = left + index * (panel + 68), panel + (44 if index == 0 else 0)
        labelled = index == 0 or not side_by_side
        height = _draw_panel(sheet, analyzer, rows, looks, (left, left + panel), top, reach, gutter, labelled)
        top = 0.0 if side_by_side else height + 14
    return sheet.finish(height + 4)


def _draw_panel(sheet, analyzer, rows, looks, extent, y, reach, gutter, labelled) -> float:
    left, right = extent
    start = left if gutter else sheet.left
    sheet.text(start, y + sheet.line / 2, instrument(analyzer), bold=True)
    sheet.text(right - 54, y + sheet.line / 2, "n", size=sheet.small, colour=MUTED, align="right")
    sheet.text(right, y + sheet.line / 2, "silent", size=sheet.small, colour=MUTED, align="right")
    scale = Scale(-reach, reach, left + (52 if labelled else 8), right - 96)
    y += sheet.line + 6
    by_voice = {(row[0], row[1]): row for row in rows}
    for source, look in looks.items():
        lane, reached = _source_label(sheet, source, y, gutter, labelled)
        top = lane
        for voice in VOICES:
            if (source, voice) in by_voice:
                _draw_mean(sheet, scale, by_voice[source, voice], look, lane + LANE / 2, (left, right))
                lane += LANE
        y = max(lane, reached) + 8
        _draw_neutral(sheet, scale, top, y if gutter else lane)
    return y + sheet.axis(scale, y, "mean polarity, −1 to 1", digits=1, ticks=4)


def _source_label(sheet: Sheet, source: str, y: float, gutter: float, labelled: bool) -> tuple[float, float]:
    if labelled:
        return sheet.row_label(source, y, gutter)
    used = sheet.lines_of(source, gutter - 16) * sheet.line
    return y, y + used


def _draw_neutral(sheet: Sheet, scale: Scale, top: float, bottom: float) -> None:
    sheet.stroke([(scale.at(0), top), (scale.at(0), bottom)], colour=FAINT, width=0.8, behind=True)


def _draw_mean(sheet: Sheet, scale: Scale, row: tuple, look: Look, y: float, extent: tuple[float, float]) -> None:
    source, voice, _, n, silent, mean, low, high = row
    said = f"{source}, {voice}: mean {number(mean, 2)}, 95 % interval {number(low, 2)} to {number(high, 2)}, n {n}"
    if scale.left - extent[0] > 40:
        sheet.text(extent[0], y, voice, size=sheet.small, colour=MUTED)
    if n >= LEAST:
        beyond = {"open_left": low < scale.low, "open_right": high > scale.high}
        sheet.interval(scale.at(low), scale.at(high), y, colour=look.colour, **beyond)
        sheet.dot(scale.at(mean), y, look, hollow=voice == "quoted", hover=said)
    else:
        sheet.text(scale.at(0) + 6, y, "too few spans", size=sheet.small, colour=MUTED)
    sheet.text(extent[1] - 54, y, number(n), size=sheet.small, colour=MUTED, align="right")
    sheet.text(extent[1], y, percent(silent, n), size=sheet.small, colour=MUTED, align="right")
