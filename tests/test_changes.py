"""What the page of changes tells: what is new, gone or other, and nothing where nothing is."""

import pandas as pd

from helpers.reports.changes import FIRST, KINDS, NOTHING, changes_notebook, differences
from helpers.tables import Build

ARTICLE, FIGURE, VERDICT, NAME = KINDS


def figures(*rows: tuple) -> pd.DataFrame:
    columns = ["document", "text", "noun", "low", "best", "high", "op", "kind", "claimant", "voice", "stance"]
    return pd.DataFrame([(*row, ">", "people", "author", "own", "asserted") for row in rows], columns=columns)


def test_figures_that_came_went_and_changed():
    old = figures(("a", "more than 40", "boats", 40, 40, float("inf")), ("a", "3", "dead", 3, 3, 3))
    new = figures(("a", "more than 40", "boats", 40, 41, float("inf")), ("b", "2m", "crowns", 2e6, 2e6, 2e6))
    found = differences(old.astype({"best": float}), new.astype({"best": float}), FIGURE)
    assert found.how.tolist() == ["changed", "added", "removed"]
    assert found.what[0] == "best: 40 → 41"
    assert "low: 2,000,000" in found.what[1]


def test_the_same_figure_twice_is_two_figures():
    once = figures(("a", "3", "dead", 3, 3, 3))
    twice = pd.concat([once, once], ignore_index=True)
    assert differences(once, twice, FIGURE).how.tolist() == ["added"]
    assert differences(twice, once, FIGURE).how.tolist() == ["removed"]
    assert differences(twice, twice, FIGURE).empty


def test_names_are_compared_by_their_count():
    old = pd.DataFrame({"document": ["a", "a"], "actor": "Guard", "name": "thug"})
    assert differences(old, old.head(1), NAME).what.tolist() == ["n: 2 → 1"]


def test_a_build_like_the_one_before_and_a_first_build_are_told_apart(sample_build):
    build = Build(sample_build, sample_build)
    for before, told in ((None, FIRST), (build, NOTHING)):
        notebook = changes_notebook(before, build)
        assert [cell.source for cell in notebook.cells if cell.cell_type == "markdown"] == [
            "# What changed since the last build?"
        ]
        assert told in notebook.cells[1].outputs[0].data["text/plain"]
