"""Every line of every article with its label: the place all evidence links lead to."""

from collections.abc import Mapping

import pandas as pd

from helpers.reports.answers.words import excerpt
from helpers.reports.escape import escape
from helpers.reports.show import Shown, place_anchor


def line_map(
    lines: pd.DataFrame, documents: pd.DataFrame, texts: Mapping[str, str], *, words: int, whole: bool
) -> Shown:
    """Every line of every article with its label, the place all evidence links lead to.

    words: words shown of each line; whole: show kept lines whole (the texts belong to their publishers).
    """
    parts = [
        _one_map(rows, source, texts[document], words, whole)
        for document, source, rows in _by_document(lines, documents)
    ]
    return Shown("".join(parts), f"{len(lines)} lines of {len(documents)} articles")


def _by_document(lines: pd.DataFrame, documents: pd.DataFrame) -> list[tuple[str, str, pd.DataFrame]]:
    rows = dict(list(lines.groupby("document", sort=False)))
    pairs = zip(documents.document, documents.source, strict=True)
    return [(document, source, rows[document]) for document, source in pairs if document in rows]


def _one_map(rows: pd.DataFrame, source: str, text: str, words: int, whole: bool) -> str:
    document = rows.document.iloc[0]
    items = []
    for row in rows.itertuples(index=False):
        line = text[row.start : row.end].strip()
        shown = line if whole and row.kept else excerpt(line, words)
        mark = "" if row.kept else ' class="removed"'
        items.append(
            f'<li id="{place_anchor(document, row.line)}"{mark}><span class="where">{row.line} '
            f"{escape(row.label.replace('_', ' '))}</span> {escape(shown)}</li>"
        )
    return (
        f"<details><summary>{escape(source)}: {escape(document)} ({len(rows)} lines)</summary>"
        f'<ol class="lines">{"".join(items)}</ol></details>'
    )
