"""Links from a row of a table to the line of its article, where every reader can check it."""

from collections.abc import Mapping

import pandas as pd

from helpers.reports.show import Shown, link, place_anchor


def line_link(document: str, line: int, text: str = "", *, anchor: str = "") -> Shown:
    """A link to a line of an article on the cleaning page; text: what is shown, else the line's number.

    anchor: the name under which other pages lead to this row.

    >>> line_link("ferry-news", 12).html
    '<a href="report:01_cleaning#ferry-news-line-12">12</a>'
    """
    return link(text or str(line), f"01_cleaning#{place_anchor(document, line)}", anchor=anchor)


def line_links(rows: pd.DataFrame, texts: Mapping[str, str]) -> list[Shown]:
    """One link for each row of a table with `document` and `start`, an offset into texts[document].

    >>> [shown.text for shown in line_links(pd.DataFrame({"document": ["a"], "start": [5]}), {"a": "One.\\nTwo."})]
    ['2']
    """
    places = zip(rows.document, rows.start, strict=True)
    return [line_link(d, texts[d].count("\n", 0, int(start)) + 1) for d, start in places]


def with_first_anchor(lines: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    """Lines of evidence of which the first with each anchor keeps it; keys: the columns to sort by, places last."""
    ordered = lines.sort_values([*keys, "document", "start"], kind="stable", ignore_index=True)
    return ordered.assign(anchor=ordered.anchor.where(~ordered.anchor.duplicated(), ""))
