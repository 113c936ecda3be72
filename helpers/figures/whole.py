"""The figures of all articles of a corpus."""

from collections.abc import Mapping

import pandas as pd

from helpers.figures.find import find_figures_in


def figures_of_corpus(
    texts: Mapping[str, str],
    lines: pd.DataFrame,
    quotes: pd.DataFrame,
    spans: pd.DataFrame,
    *,
    convention: str = "plain",
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Find figures and other numbers in every article.

    texts: document → text; lines, quotes, spans: the tables of the corpus; convention: how vague words are valued.
    Returns (figures, other_numbers), each with the column `document` in front, in the order of texts.
    """
    rows = [dict(list(table.groupby("document", sort=False))) for table in (lines, quotes, spans)]
    none = [table.iloc[:0] for table in (lines, quotes, spans)]
    figures, others = [], []
    for document, text in texts.items():
        own = [group.get(document, empty) for group, empty in zip(rows, none, strict=True)]
        found, rest = find_figures_in(text, *own, convention)
        for parts, table in ((figures, found), (others, rest)):
            part = table.copy()
            part.insert(0, "document", document)
            parts.append(part)
    return _stacked(figures), _stacked(others)


def _stacked(parts: list[pd.DataFrame]) -> pd.DataFrame:
    return pd.concat([p for p in parts if len(p)] or parts[:1], ignore_index=True) if parts else pd.DataFrame()
