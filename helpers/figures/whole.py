"""The figures of all articles of a corpus."""

from collections.abc import Mapping

import pandas as pd

from helpers.figures.find import BUILD_COLUMNS, LINE_CELLS, OTHER_COLUMNS, QUOTE_CELLS, SPAN_CELLS, cells_in
from helpers.figures.numbers import check_convention
from helpers.tables import rows_by_document


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
    Raises ValueError for an unknown convention, before any article is read.
    """
    check_convention(convention)
    tables = ((lines, LINE_CELLS), (quotes, QUOTE_CELLS), (spans, SPAN_CELLS))
    rows = [rows_by_document(table, *names) for table, names in tables]
    figures, others = [], []
    for document, text in texts.items():
        found, rest = cells_in(text, *(cells.get(document, []) for cells in rows), convention)
        figures += [[document, *cells] for cells in found]
        others += [(document, *cells) for cells in rest]
    columns = ["document", *BUILD_COLUMNS], ["document", *OTHER_COLUMNS]
    return pd.DataFrame(figures, columns=columns[0]), pd.DataFrame(others, columns=columns[1])
