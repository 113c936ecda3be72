"""Dump coded pages again as other tools would, so that no label is learned by the habits of one tool alone."""

import re
import zlib
from random import Random
from typing import NamedTuple

from helpers.cleaning.coded import Coded
from helpers.cleaning.facts import KEPT
from helpers.cleaning.markdown import read_marks
from helpers.cleaning.wrapped import unwrap

ENTRY_SIGN = re.compile(r"^(?:[*+•·–-]|o)\s{1,8}")
HEADING_WORDS = 6  # of a furniture line above another that may be a heading
HEADED, SLANTED, STRONG = 0.6, 0.4, 0.15  # how often a tool that sets marks sets them
SLANTING = frozenset(("dek", "caption", "end_matter"))  # what is often set in italics
LEFT = 0.35  # share of the furniture that a tool for articles leaves in
MARGIN = 6  # lines of furniture that may stand around an article copied by hand, at most


AGAIN = " again"  # ends the name of a page that was dumped again


class Row(NamedTuple):
    """A line of a dump: its label, its text without indent, the blank lines before it."""

    label: str
    text: str
    blank: int


def _rows(dump: Coded) -> list[Row]:
    rows, blank, labels = [], 0, iter(dump.labels)
    for line in dump.text.split("\n"):
        if line.strip():
            rows.append(Row(next(labels), line.strip(), blank))
        blank = 0 if line.strip() else blank + 1
    return rows


def _packed(rows: list[Row], choose: Random) -> list[Row]:
    """As plain text out of a parser: no blank lines, no signs before entries."""
    bare = choose.random() < 0.5
    return [row._replace(text=ENTRY_SIGN.sub("", row.text) if bare else row.text, blank=0) for row in rows]


def _marked(rows: list[Row], choose: Random) -> list[Row]:
    """As markdown: a blank line between all, the title and headings marked, some lines slanted."""
    told = []
    headed, slanted = choose.random() < HEADED, choose.random() < SLANTED
    for row, below in zip(rows, [*rows[1:], rows[-1]], strict=True):
        text, short = read_marks(row.text)[0], len(row.text.split()) <= HEADING_WORDS
        heads = row.label == below.label == "boilerplate" and short and below.blank > 0 and choose.random() < STRONG
        crosshead = row.label == below.label == "body" and short and text[-1].isalnum() and choose.random() < HEADED
        if row.label == "title" and headed:
            text = f"# {text}"
        elif headed and (heads or crosshead) and not ENTRY_SIGN.match(text):
            text = f"{choose.choice(('##', '###'))} {text}"
        elif row.label in SLANTING and slanted and "_" not in text and not ENTRY_SIGN.match(text):
            text = f"_{text}_"
        elif row.label == "byline" and choose.random() < STRONG and "*" not in text:
            text = f"**{text}**"
        told.append(Row(row.label, text, 1))
    return told


def _lighter(rows: list[Row], choose: Random) -> list[Row]:
    """As a tool that looks for articles: most of the furniture left out."""
    return [row for row in rows if row.label != "boilerplate" or choose.random() < LEFT]


def _copied(rows: list[Row], choose: Random) -> list[Row]:
    """As copied by hand: the article and a few lines around it."""
    own = [at for at, row in enumerate(rows) if row.label != "boilerplate"]
    start, end = max(0, own[0] - choose.randint(0, MARGIN)), own[-1] + 1 + choose.randint(0, MARGIN)
    return rows[start:end]


def redump(dump: Coded) -> list[Coded]:
    """The dump once more, by another tool that its name chooses; none of texts broken at a fixed width.

    >>> mill = Coded("mill", "Home\\n\\n* Mill burns\\n\\nIt burned.", ["boilerplate", "title", "body"])
    >>> [again.labels for again in redump(mill)]
    [['boilerplate', 'title', 'body']]
    """
    if unwrap(dump.text) is not dump.text or KEPT.isdisjoint(dump.labels):
        return []
    choose, rows = Random(zlib.crc32(dump.name.encode())), _rows(dump)
    for change in choose.choice(((_packed,), (_marked,), (_lighter, _packed), (_lighter, _marked), (_copied,))):
        rows = change(rows, choose)
    text = "\n".join("\n" * row.blank + row.text for row in rows)
    return [Coded(dump.name + AGAIN, text, [row.label for row in rows])]
