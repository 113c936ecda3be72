"""What a notebook cell shows: an answer, a chart, lines of text. Each escapes what it is given."""

import re
from collections.abc import Iterable
from typing import NamedTuple

import pandas as pd
from matplotlib.figure import Figure

from helpers.charts import FAINT, INK, MUTED, PAPER, Chart, to_svg
from helpers.reports.escape import escape, prose


class Shown(NamedTuple):
    """A piece of a report: HTML for the page and JupyterLab, plain text for a terminal."""

    html: str
    text: str

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:
        return {"text/html": self.html, "text/plain": self.text}

    def __repr__(self) -> str:
        return self.text


def show(*parts: Shown) -> Shown:
    """Several pieces one below the other, as one cell shows them."""
    return Shown("".join(part.html for part in parts), "\n\n".join(part.text for part in parts))


def slug(text: str) -> str:
    """A text as an anchor: lower case, letters, digits and hyphens.

    >>> slug("Attackers at the bridge, 8–11 May")
    'attackers-at-the-bridge-8-11-may'
    """
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def answer(text: str) -> Shown:
    """The answer of a section in a sentence or two; further lines of the text become a list under them."""
    first, *further = text.split("\n")
    items = "".join(f"<li>{prose(line)}</li>" for line in further)
    return Shown(f'<p class="answer">{prose(first)}</p>' + (f'<ul class="answer">{items}</ul>' if items else ""), text)


def note(text: str) -> Shown:
    """How to read what stands above, or what it cannot tell."""
    return Shown(f'<p class="note">{prose(text)}</p>', text)


def facts(rows: Iterable[tuple[str, str]], *, label: str) -> Shown:
    """A short list of name and value, such as the facts of an article; label says what the list tells."""
    pairs = list(rows)
    items = "".join(f"<div><dt>{escape(name)}</dt><dd>{prose(value)}</dd></div>" for name, value in pairs)
    text = "\n".join(f"{name}: {value}" for name, value in pairs)
    return Shown(f'<dl class="facts" aria-label="{escape(label)}">{items}</dl>', text)


def bullets(lines: Iterable[str], *, none: str) -> Shown:
    """A list of sentences; `none` is said where there are none."""
    told = list(lines)
    if not told:
        return note(none)
    items = "".join(f"<li>{prose(line)}</li>" for line in told)
    return Shown(f"<ul>{items}</ul>", "\n".join(told))


def checks(*passed: str) -> Shown:
    """The checks that passed, one line each."""
    items = "".join(f"<li>{escape(line)}</li>" for line in passed)
    return Shown(f'<ul class="checks">{items}</ul>', "\n".join(f"✓ {line}" for line in passed))


def chart(drawing: Chart) -> Shown:
    """A chart with its title, its narrow twin for small screens, its text alternative and how to read it."""
    wide = f'<div class="wide">{_svg(drawing.wide, drawing.alt)}</div>'
    if drawing.narrow is None:
        wide = wide.replace('class="wide"', 'class="any"')
    small = "" if drawing.narrow is None else f'<div class="narrow">{_svg(drawing.narrow, drawing.alt)}</div>'
    head = f"<figcaption><strong>{prose(drawing.title)}</strong></figcaption>"
    read = f'<p class="note">{prose(drawing.how_to_read)}</p>' if drawing.how_to_read else ""
    return Shown(f'<figure class="chart">{head}{wide}{small}</figure>{read}', f"{drawing.title}\n{drawing.alt}")


def _svg(figure: Figure, alt: str) -> str:
    """The drawing with its neutral colours left to the page, which knows whether it is dark."""
    svg = to_svg(figure, alt)
    for name, colour in (("ink", INK), ("muted", MUTED), ("faint", FAINT), ("paper", PAPER)):
        svg = svg.replace(f": {colour}", f": var(--{name}, {colour})")
    return svg


def link(text: str, target: str, *, anchor: str = "") -> Shown:
    """A link inside the reports. target: `PAGE#ANCHOR` (PAGE a notebook's name) or `#ANCHOR` on the same page.

    anchor: the name under which other links lead to this one.
    """
    href = target if target.startswith("#") else f"report:{target}"
    name = f' id="{escape(anchor)}"' if anchor else ""
    return Shown(f'<a{name} href="{escape(href)}">{escape(text)}</a>', text)


def evidence(lines: pd.DataFrame, caption: str, *, fold: bool = False, headed: bool = False) -> Shown:
    """Lines of text behind a number: source, the sentence with the hit marked, a link to its place.

    lines: source, document, line, pre, keyword, post (concordance.excerpts); `remark` is shown after the source,
    `after` after the sentence (what another sentence says of it), `anchor` names the line for links.
    fold: closed until opened; headed: a heading above already says the caption.
    """
    items = "".join(_line(row) for row in lines.to_dict("records"))
    body = (
        f'<ul class="evidence" aria-label="{escape(caption)}">{items}</ul>'
        if items
        else f'<p class="none">{escape(caption)}: no line.</p>'
    )
    if fold and items:
        body = f"<details><summary>{escape(caption)} ({len(lines):,})</summary>{body}</details>"
    elif items and not headed:
        body = f'<p class="caption">{escape(caption)}</p>{body}'
    text = "\n".join(f"{r['source']}: {r['pre']}[{r['keyword']}]{r['post']}" for r in lines.head(10).to_dict("records"))
    return Shown(body, f"{caption}\n{text}")


def _line(row: dict) -> str:
    remark = f' <span class="remark">{prose(row["remark"])}</span>' if row.get("remark") else ""
    hit = f"<mark>{escape(row['keyword'])}</mark>" if row["keyword"] else ""
    name = f' id="{escape(row["anchor"])}"' if row.get("anchor") else ""
    after = f' <q class="after">{escape(row["after"])}</q>' if row.get("after") else ""
    place = link(f"{row['document']}, line {row['line']}", f"01_cleaning#{place_anchor(row['document'], row['line'])}")
    return (
        f'<li{name}><span class="source">{escape(row["source"])}</span>{remark} '
        f"<q>{escape(row['pre'])}{hit}{escape(row['post'])}</q>{after} "
        f'<span class="place">{place.html}</span></li>'
    )


def place_anchor(document: str, line: int) -> str:
    """Anchor of a line of an article on the cleaning page."""
    return f"{slug(document)}-line-{line}"
