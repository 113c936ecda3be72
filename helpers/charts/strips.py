"""The course of each article: one strip per article, one cell per span, up for positive and down for negative."""

import math
from collections.abc import Mapping

import pandas as pd

from helpers.charts.empty import nothing_found
from helpers.charts.sheet import Sheet
from helpers.charts.style import (
    FAINT,
    MUTED,
    NARROW,
    WIDE,
    Chart,
    Look,
    counted,
    instrument,
    looks_of,
    number,
    number_word,
    records,
    visible,
)

HALF = 17  # pixels of the tallest bar, up or down
HOVER_WORDS = 40  # an excerpt stays short: the texts belong to their publishers


def sentiment_strips(course: pd.DataFrame, *, colours: Mapping[str, Look] | None = None) -> Chart:
    """One strip per article, one cell per span in reading order.

    course: document, span, polarity (−1…1), voice, n_hits (0: silent); better also source, analyzer and text (shown on
    hover). Rows of one analyzer only.
    """
    columns = ("document", "source", "span", "polarity", "voice", "n_hits", "text")
    articles: dict[tuple, list[tuple]] = {}
    for document, source, *cell in sorted(records(course, *columns), key=lambda row: (row[1], row[0], row[2])):
        articles.setdefault((source or document, document), []).append(tuple(cell))
    if not articles:
        return nothing_found("No sentence was found in any article.")
    looks = looks_of((source for source, _ in articles), colours)
    cells = [cell for row in articles.values() for cell in row]
    title = _title(cells, next((name for name, in records(course, "analyzer") if name), ""))
    alt = f"Articles as {counted(len(articles), 'strip')}, one cell a span, bars up: positive, down: negative. "
    how = ("Read from left to right as the article runs. A bar above the line: positive words prevail; below: negative "
           "ones; none: no scoring word. Hollow, with a grey stroke under it: quoted words. The table below holds "
           "every span; with a pointer, each cell shows its own.")
    return Chart(title, alt + title, _draw(WIDE, articles, looks), _draw(NARROW, articles, looks), how)


def _title(cells: list[tuple], analyzer: str) -> str:
    """Say how many spans lie above and below neutral, by which instrument, and what the rest is."""
    up, down, silent = (sum(map(test, cells)) for test in (_is_up, _is_down, _is_silent))
    by = f"by {instrument(analyzer)}, " if analyzer else ""
    level = len(cells) - up - down - silent
    verb = "comes" if level == 1 else "come"
    rest = f"; {number_word(level)} with scoring words {verb} out at neutral" if level else ""
    told = f"{number_word(up)} score above neutral, {number_word(down)} below"
    return f"Of {counted(len(cells), 'span')}, {by}{told} and {number_word(silent)} hold no scoring word{rest}."


def _is_silent(cell: tuple) -> bool:
    return cell[3] == 0


def _is_up(cell: tuple) -> bool:
    return cell[1] > 0 and not _is_silent(cell)


def _is_down(cell: tuple) -> bool:
    return cell[1] < 0 and not _is_silent(cell)


def _draw(width: int, articles: Mapping[tuple, list[tuple]], looks: Mapping[str, Look]):
    sheet = Sheet(width)
    sources = [source for source, _ in articles]
    order = sorted(articles, key=lambda key: (list(looks).index(key[0]), key[1]))
    names = [f"{source}: {document}" if sources.count(source) > 1 else source for source, document in order]
    gutter = sheet.gutter(names, 150)
    room = sheet.right - sheet.left - gutter
    longest = max(map(len, articles.values()))
    tallest = max(abs(cell[1]) for cells in articles.values() for cell in cells if cell[1] == cell[1]) or 1.0
    pitch = min(9.0, max(4.0, (room - 46) / longest))
    y = 0.0
    for key, name in zip(order, names, strict=True):
        lane, reached = sheet.row_label(name, y, gutter)
        used = _draw_strip(sheet, articles[key], looks[key[0]], lane, gutter, (pitch, tallest))
        y = max(lane + used, reached) + 10
    key = f"start of the article →  ▲ above the line: positive, ▼ below: negative; tallest bar: {number(tallest, 2)}"
    start = sheet.left + gutter
    used = sheet.paragraph(start, y + sheet.line / 2, key, sheet.right - start, size=sheet.small, colour=MUTED)
    return sheet.finish(y + used + 4)


def _draw_strip(sheet: Sheet, cells: list[tuple], look: Look, y: float, gutter: float, size: tuple) -> float:
    """Draw one article, over several lines if it is long; returns the height used.

    size: pixels from one cell to the next, and the polarity of the tallest bar.
    """
    left, pitch = sheet.left + gutter, size[0]
    per_line = max(1, int((sheet.right - left - 46) / pitch))
    lines = math.ceil(len(cells) / per_line)
    for line in range(lines):
        middle = y + HALF + line * (2 * HALF + 6)
        part = cells[line * per_line : (line + 1) * per_line]
        sheet.stroke([(left, middle), (left + len(part) * pitch, middle)], width=0.8, behind=True)
        for index, cell in enumerate(part):
            _draw_cell(sheet, cell, look, left + index * pitch, middle, size)
    sheet.text(sheet.right, y + HALF, f"n {number(len(cells))}", size=sheet.small, colour=MUTED, align="right")
    return lines * (2 * HALF + 6)


def _draw_cell(sheet: Sheet, cell: tuple, look: Look, x: float, middle: float, size: tuple[float, float]) -> None:
    (span, polarity, voice, n_hits, text), (pitch, tallest) = cell, size
    polarity = polarity if polarity == polarity else 0.0
    said = "no scoring word" if n_hits == 0 else number(polarity, 2)
    words = visible(text).split()
    excerpt = " ".join(words[:HOVER_WORDS]) + (" …" if len(words) > HOVER_WORDS else "")
    tall = max(abs(polarity) / tallest * HALF, 1.6)
    side = -1 if polarity > 0 else 1 if polarity < 0 else 0
    colour = FAINT if n_hits == 0 else look.colour
    hollow = voice == "quoted" and tall > 2.5 and pitch >= 4
    sheet.bar(x, x + pitch - 1, middle + side * tall / 2, tall, colour=colour, hollow=hollow,
              hover=f"span {span}, {voice}: {said}. {excerpt}")
    if voice == "quoted":  # hollow bars a few pixels wide can hardly be told from filled ones
        sheet.stroke([(x, middle + HALF + 1.5), (x + pitch, middle + HALF + 1.5)], colour=MUTED, width=2.4)
