"""Dispersion as barcodes: where in each article a term stands."""

from collections.abc import Mapping

import pandas as pd

from helpers.charts.empty import nothing_found
from helpers.charts.sheet import Scale, Sheet
from helpers.charts.style import MUTED, NARROW, WIDE, Chart, Look, counted, looks_of, number, records, visible


def dispersion_barcodes(hits: pd.DataFrame, *, top: int = 8, colours: Mapping[str, Look] | None = None) -> Chart:
    """One line per term and article from its start to its end, one stroke per hit.

    hits: term, document (or source, or both), position (0 start … 1 end of the article).
    top: terms drawn, those with most hits.
    """
    terms: dict[str, dict[tuple, list[float]]] = {}
    for term, source, document, position in records(hits, "term", "source", "document", "position"):
        place = (source or document, document)
        terms.setdefault(visible(term), {}).setdefault(place, []).append(float(position))
    order = sorted(terms, key=lambda term: (-sum(map(len, terms[term].values())), term))[:top]
    if not order:
        return nothing_found("No term was found in any article.")
    looks = looks_of((source for term in terms.values() for source, _ in term), colours)
    n = sum(len(positions) for positions in terms[order[0]].values())
    title = f"“{order[0]}” stands {number(n)} times in {counted(len(terms[order[0]]), 'article')}."
    alt = f"Barcodes of {counted(len(order), 'term')}, one line an article, one stroke a hit. {title}"
    how = ("Each line is one article from start to end, each stroke one hit; n is their number. "
           "Articles without a hit have no line.")
    shown = {term: terms[term] for term in order}
    return Chart(title, alt, _draw(WIDE, shown, looks), _draw(NARROW, shown, looks), how)


def _draw(width: int, terms: Mapping[str, Mapping[tuple, list[float]]], looks: Mapping[str, Look]):
    sheet = Sheet(width)
    places = {place for places in terms.values() for place in places}
    sources = [source for source, _ in places]
    names = {place: f"{place[0]}: {place[1]}" if sources.count(place[0]) > 1 else place[0] for place in places}
    gutter = sheet.gutter(names.values(), 200)
    scale = Scale(0, 1, sheet.left + gutter, sheet.right - 44)
    y = 0.0
    for term, by_place in terms.items():
        y += sheet.paragraph(sheet.left, y + sheet.line / 2, term, sheet.right - sheet.left, bold=True) + 2
        for place in sorted(by_place, key=lambda place: (list(looks).index(place[0]), place[1])):
            lane, reached = sheet.row_label(names[place], y, gutter)
            _draw_line(sheet, scale, by_place[place], looks[place[0]], lane + 9)
            y = max(lane + 20, reached + 2)
        y += 8
    return sheet.finish(y + sheet.axis(scale, y, names={0.0: "start", 1.0: "end of the article"}) + 4)


def _draw_line(sheet: Sheet, scale: Scale, positions: list[float], look: Look, y: float) -> None:
    sheet.stroke([(scale.left, y), (scale.right, y)], width=0.6, behind=True)
    for position in positions:
        sheet.stroke([(scale.at(position), y - 7), (scale.at(position), y + 7)], colour=look.colour, width=1.4)
    sheet.text(sheet.right, y, f"n {number(len(positions))}", size=sheet.small, colour=MUTED, align="right")
