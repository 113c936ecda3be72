"""The codebook is enforced, and what is written is read back the same."""

import io

import pandas as pd
import pytest

from helpers import tables
from helpers.tables.store import to_csv


def figures(**changes):
    row = {column.name: {"int64": 0, "float64": 1.0}.get(column.dtype, "x") for column in tables.CODEBOOK["figures"]}
    return pd.DataFrame([row | {"op": "=", "voice": "own", "stance": "asserted"} | changes])


@pytest.fixture
def build(tmp_path):
    return tables.Build(tmp_path, tmp_path)


def test_a_table_comes_back_as_it_was_written(build):
    written = tables.write_table(figures(low=float("nan"), high=float("inf"), text="=cmd|'x'"), "figures", build)
    pd.testing.assert_frame_equal(tables.read_table("figures", build), written)
    assert written.text[0] == "=cmd|'x'"  # Parquet keeps the raw text


def test_the_csv_defuses_formulas_but_keeps_operators_and_numbers(build):
    tables.write_table(figures(text="=1+1", noun="@sum", op=">=", low=-3.0), "figures", build)
    row = pd.read_csv(build.writes / "tables" / "figures.csv").iloc[0]
    assert (row.text, row.noun, row.op, row.low) == ("'=1+1", "'@sum", ">=", -3.0)


def test_a_header_that_is_a_formula_is_defused():
    assert to_csv(pd.DataFrame({"=HYPERLINK()": [1]})).startswith('"\'=HYPERLINK()"')


def test_bounds_are_inf_or_empty_in_the_csv(build):
    tables.write_table(figures(low=float("nan"), high=float("inf")), "figures", build)
    text = (build.writes / "tables" / "figures.csv").read_text(encoding="utf-8")
    header, row = list(__import__("csv").reader(io.StringIO(text)))
    cells = dict(zip(header, row, strict=True))
    assert (cells["low"], cells["high"]) == ("", "inf")


@pytest.mark.parametrize(
    ("frame", "fault"),
    [
        (figures().drop(columns="noun"), "missing columns noun"),
        (figures(op="≥"), "column op holds"),
        (figures(start=None), "column start has empty cells"),
        (pd.concat([figures(), figures()]), "two rows with one key"),
    ],
)
def test_a_frame_that_breaks_the_codebook_is_refused(frame, fault, build):
    with pytest.raises(ValueError, match=fault):
        tables.write_table(frame, "figures", build)
    assert not (build.writes / "tables").exists()


def test_an_empty_table_keeps_its_columns(build):
    tables.write_table(tables.empty_table("quotes"), "quotes", build)
    assert tables.read_table("quotes", build).columns.tolist() == tables.columns_of("quotes")


def test_texts_keep_every_character(build):
    texts = {"a": "one\n\n  two\u2028three\u00a0four\n", "b": ""}
    tables.write_texts(texts, build)
    assert tables.read_texts(build) == texts


def test_a_missing_table_says_what_to_do(build):
    with pytest.raises(FileNotFoundError, match="make rebuild"):
        tables.read_table("lines", build)


def test_a_corpus_that_is_not_there_is_told_so(monkeypatch):
    monkeypatch.delenv("COUNTERPOINT_BUILD", raising=False)
    with pytest.raises(FileNotFoundError, match=r"there is no corpus smaple in data/ and no build .* sample;"):
        tables.read_table("documents", tables.open_build("../data/smaple"))


def test_run_by_hand_a_notebook_writes_to_a_draft(monkeypatch):
    monkeypatch.delenv("COUNTERPOINT_BUILD", raising=False)
    build = tables.open_build("../data/sample")
    assert build.reads.name == "sample"
    assert build.writes.parent.name == ".drafts"
    assert build.reads != build.writes


@tables.as_table(["word", "line"])
def words_of(text: str, lines: pd.DataFrame) -> list[tuple]:
    """The words of a text with the number of lines it has."""
    return [(word, len(lines.line)) for word in text.split()]


def test_a_corpus_of_rows_is_the_corpus_of_frames():
    texts = {"a": "x y", "b": "", "c": "z"}
    lines = pd.DataFrame({"document": ["c", "a", "c"], "line": [1, 1, 2]})
    rows = tables.stack(texts, words_of, lines)
    assert rows.values.tolist() == [["a", "x", 1], ["a", "y", 1], ["c", "z", 2]]
    pd.testing.assert_frame_equal(rows, tables.stack(texts, lambda *given: words_of(*given), lines))
    assert tables.stack({"b": ""}, words_of, lines).columns.tolist() == ["document", "word", "line"]
    assert tables.stack({}, words_of, lines).columns.tolist()[0] == "document"
