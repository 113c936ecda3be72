"""Charts of 01_cleaning: what of each article is the outlet's voice, what is quoted, what was removed."""

from collections.abc import Mapping

import pandas as pd

from helpers.charts.empty import nothing_found
from helpers.charts.labels import LINE, place, text_width
from helpers.charts.sheet import Scale, Sheet
from helpers.charts.style import (
    FAINT,
    MUTED,
    NARROW,
    WIDE,
    Chart,
    Look,
    counted,
    looks_of,
    number,
    percent,
    records,
    sentence,
    visible,
)

TALL = 16  # pixels of a bar


def cleaning_bars(
    lines: pd.DataFrame, spans: pd.DataFrame, documents: pd.DataFrame, *, colours: Mapping[str, Look] | None = None
) -> Chart:
    """One bar per article: characters in the outlet's own voice, quoted, and removed, the removed ones by label.

    lines, spans, documents: tables of a build. colours: `source_colours` of the whole corpus.
    """
    articles = [(document, source, *_lengths(lines, spans, document))
                for document, source in records(documents, "document", "source")]
    articles = [article for article in articles if article[2] + article[3] + sum(article[4].values())]
    if not articles:
        return nothing_found("No text was found in any article.")
    looks = looks_of(documents["source"], colours)
    articles.sort(key=lambda article: (list(looks).index(article[1]), article[0]))
    own, quoted = sum(a[2] for a in articles), sum(a[3] for a in articles)
    removed = sum(sum(a[4].values()) for a in articles)
    shares = [sum(a[4].values()) / (a[2] + a[3] + sum(a[4].values())) for a in articles]
    title = (f"{percent(removed, own + quoted + removed)} of the characters are no part of the articles; "
             f"of what is kept, {percent(quoted, own + quoted)} is quoted.")
    alt = (f"Bars for {counted(len(articles), 'article')}: characters in own voice, quoted and removed; "
           f"between {100 * min(shares):.0f} and {100 * max(shares):.0f} % of an article was removed.")
    how = ("Filled: the outlet's own words; hollow: words it quotes; grey: lines removed, by label. "
           "All bars share one scale, so a longer bar is a longer page; of an HTML page it is the text read from it. "
           "The table counts words, so its shares differ a little.")
    return Chart(title, alt, _draw(WIDE, articles, looks), _draw(NARROW, articles, looks), how)


def _lengths(lines: pd.DataFrame, spans: pd.DataFrame, document: str) -> tuple[int, int, dict[str, int]]:
    """Characters of a document: own, quoted, and removed by label, longest first."""
    here = spans[spans["document"] == document]
    voices = (here["end"] - here["start"]).groupby(here["voice"]).sum()
    gone = lines[(lines["document"] == document) & (lines["kept"] == 0)]
    labels = (gone["end"] - gone["start"]).groupby(gone["label"]).sum().sort_values(ascending=False, kind="stable")
    return int(voices.get("own", 0)), int(voices.get("quoted", 0)), {k: int(v) for k, v in labels.items() if v}


def _draw(width: int, articles: list[tuple], looks: Mapping[str, Look]):
    sheet = Sheet(width)
    longest = max(own + quoted + sum(labels.values()) for _, _, own, quoted, labels in articles)
    scale = Scale(0, longest, sheet.left, sheet.right)
    several = {source for source in looks if sum(article[1] == source for article in articles) > 1}
    y = 0.0
    for document, source, own, quoted, labels in articles:
        total = own + quoted + sum(labels.values())
        name = f"{source}: {document}" if source in several else source
        kept = f"{percent(own + quoted, total)} of {number(total)} characters kept"
        y += _heading(sheet, name, kept, y)
        y += _bar(sheet, scale, y, looks[source], own, quoted, labels) + 12
    return sheet.finish(y + sheet.axis(scale, y, "characters") + 4)


def _heading(sheet: Sheet, name: str, kept: str, y: float) -> float:
    room = sheet.right - sheet.left - text_width(kept, sheet.small) - 12
    sheet.text(sheet.right, y + sheet.line / 2, kept, size=sheet.small, colour=MUTED, align="right")
    return sheet.paragraph(sheet.left, y + sheet.line / 2, name, room) + 2


def _bar(sheet: Sheet, scale: Scale, y: float, look: Look, own: int, quoted: int, labels: dict[str, int]) -> float:
    """Draw one stacked bar and the names of its parts under it; returns the height used."""
    gone = {visible(label).replace("_", " "): n for label, n in labels.items()}
    parts = [("own", own, look.colour, False), ("quoted", quoted, look.colour, True)]
    parts += [(label, n, FAINT, False) for label, n in gone.items()]
    start = 0
    for name, n, colour, hollow in parts:
        x0, x1 = scale.at(start), scale.at(start + n)
        hover = f"{sentence(name)}: {number(n)} characters"
        if n:
            sheet.bar(x0, max(x1 - 1, x0 + 0.8), y + TALL / 2, TALL, colour=colour, hollow=hollow, hover=hover)
        start += n
    return TALL + 3 + _parts_named(sheet, scale, y + TALL + 3, own, quoted, gone)


def _parts_named(sheet: Sheet, scale: Scale, y: float, own: int, quoted: int, gone: dict[str, int]) -> float:
    """Name the parts where they begin, and below what was removed; returns the height used."""
    removed = sum(gone.values())
    parts = [("own", 0, own), ("quoted", own, quoted), ("removed", own + quoted, removed)]
    parts = [(f"{name} {number(n)}", scale.at(start)) for name, start, n in parts if n]
    widths = [text_width(text, sheet.small) for text, _ in parts]
    middles = [start + width / 2 for (_, start), width in zip(parts, widths, strict=True)]
    step = LINE * sheet.small
    placed = place(middles, widths, sheet.left, sheet.right, 12)
    for (text, _), (left, line) in zip(parts, placed, strict=True):
        sheet.text(left, y + (line + 0.5) * step, text, size=sheet.small)
    used = (placed[-1][1] + 1) * step
    if not gone:
        return used
    split = "removed: " + ", ".join(f"{label} {number(n)}" for label, n in gone.items())
    room = sheet.right - sheet.left
    return used + sheet.paragraph(sheet.left, y + used + step / 2, split, room, size=sheet.small, colour=MUTED)
