"""Charts of 05_comparison: the event in few lines, and whose voice is heard in each source."""

from collections.abc import Mapping

import pandas as pd

from helpers.charts.empty import nothing_found
from helpers.charts.labels import text_width
from helpers.charts.sheet import Scale, Sheet
from helpers.charts.style import (
    MUTED,
    NARROW,
    WIDE,
    Chart,
    Look,
    counted,
    looks_of,
    none_or,
    number,
    number_word,
    percent,
    records,
    sentence,
    visible,
)


def event_overview(overview: pd.DataFrame) -> Chart:
    """The event in few counts: what is agreed, contested, told by one only, silent, loaded.

    overview: aspect (agreed, contested, …), n, `of` (out of how many of the same kind; 0 if that says nothing) and
    `detail` (a few words on what is counted), in the order to be drawn.
    """
    rows = records(overview, "aspect", "n", "of", "detail")
    if not rows or not sum(row[1] for row in rows):
        return nothing_found("Nothing told by the sources could be compared.")
    said = ", ".join(f"{visible(aspect)} {number(n)}{f' of {number(of)}' if of else ''}" for aspect, n, of, _ in rows)
    how = "Bar: the count; thin line: what it is counted out of. The pages linked above show every one of them."
    wide, narrow = _draw_overview(WIDE, rows), _draw_overview(NARROW, rows)
    return Chart(_overview_title(rows, said), f"Bars with counts: {said}.", wide, narrow, how)


def _overview_title(rows: list[tuple], said: str) -> str:
    """State what is contested and what one source tells alone, the two aspects a reader asks for first."""
    told = {str(aspect).casefold(): (n, of) for aspect, n, of, _ in rows if of}
    ends = {"contested": "shared quantities contested", "told by one": "quantities told by one source only"}
    known = [(*told[key], words) for key, words in ends.items() if key in told]
    parts = [f"{none_or(n)} of {number_word(of)} {words}" for n, of, words in known]
    return sentence(f"{'; '.join(parts)}.") if parts else f"The event in counts: {said}."


def _draw_overview(width: int, rows: list[tuple]):
    sheet = Sheet(width)
    gutter = sheet.gutter((row[0] for row in rows), 160)
    left = sheet.left + gutter
    room = 0.3 * (sheet.right - left)
    y = 0.0
    for aspect, n, of, detail in rows:
        lane, reached = sheet.row_label(aspect, y, gutter)
        middle = lane + sheet.line / 2
        if of:
            sheet.stroke([(left, middle), (left + room, middle)])
            sheet.bar(left, left + max(room * min(n / of, 1), 1), middle, 11, colour=MUTED)
        x = left + room + 12
        count = f"{number(n)} of {number(of)}" if of else number(n)
        x += sheet.text(x, middle, count) + 8
        used = sheet.paragraph(x, middle, detail, sheet.right - x, size=sheet.small, colour=MUTED)
        y = max(lane + max(used, sheet.line), reached) + 8
    return sheet.finish(y)


def voice_shares(spans: pd.DataFrame, documents: pd.DataFrame, *, colours: Mapping[str, Look] | None = None) -> Chart:
    """Per source the share of its text in its own and in quoted voice, by characters.

    spans, documents: tables of a build.
    """
    source_of = dict(records(documents, "document", "source"))
    voices: dict[str, dict[str, int]] = {}
    for document, voice, start, end in records(spans, "document", "voice", "start", "end"):
        voice_sizes = voices.setdefault(source_of.get(document, document), {"own": 0, "quoted": 0})
        voice_sizes[voice] += end - start
    if not voices:
        return nothing_found("No text was kept of any article.")
    looks = looks_of(voices, colours)
    shares = {source: voices[source]["quoted"] / (sum(voices[source].values()) or 1) for source in looks}
    low, high = min(shares.values()), max(shares.values())
    span = f"{100 * low:.0f} %" if round(100 * low) == round(100 * high) else f"{100 * low:.0f} to {100 * high:.0f} %"
    title = f"Quoted words make up {span} of what {'each source' if len(looks) > 1 else 'the source'} prints."
    alt = f"Stacked bars of own and quoted voice for {counted(len(looks), 'source')}. {title}"
    how = "Filled: the outlet's own words; hollow: words it quotes, in characters of the kept text."
    return Chart(title, alt, _draw_shares(WIDE, voices, looks), _draw_shares(NARROW, voices, looks), how)


def _shares_in_words(own: int, quoted: int) -> str:
    return f"own {percent(own, own + quoted)}, quoted {percent(quoted, own + quoted)}"


def _draw_shares(width: int, voices: Mapping[str, dict[str, int]], looks: Mapping[str, Look]):
    sheet = Sheet(width)
    gutter = sheet.gutter(looks, 200)
    texts = {source: _shares_in_words(**voices[source]) for source in looks}
    widest = max(text_width(text, sheet.small) for text in texts.values())
    scale = Scale(0, 1, sheet.left + gutter, sheet.right - widest - 12)
    y = 0.0
    for source, look in looks.items():
        own, quoted = voices[source]["own"], voices[source]["quoted"]
        lane, reached = sheet.row_label(source, y, gutter)
        middle, cut = lane + sheet.line / 2, scale.at(own / ((own + quoted) or 1))
        if own:
            sheet.bar(scale.left, cut, middle, 12, colour=look.colour)
        if quoted:
            sheet.bar(cut, scale.right, middle, 12, colour=look.colour, hollow=True)
        sheet.text(sheet.right, middle, texts[source], size=sheet.small, colour=MUTED, align="right")
        y = max(lane + sheet.line, reached) + 8
    names = {0.0: "0 %", 0.5: "50 %", 1.0: "100 %"}
    return sheet.finish(y + sheet.axis(scale, y, "share of the kept text", names=names) + 4)
