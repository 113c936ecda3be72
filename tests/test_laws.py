"""The laws of the tables, on every row of both corpora."""

import json
import re

import pandas as pd
import pytest

from helpers import tables
from helpers.figures.numbers import count_number_like
from helpers.pipeline.publish import hash_files

WORD = re.compile(r"\w+")
WITH_TEXT = ["quotes", "spans", "loaded_terms", "names", "figures", "other_numbers"]


@pytest.fixture(scope="session")
def read(any_build):
    """Read a table or the texts of the build."""
    build = tables.Build(any_build, any_build)
    cache: dict[str, object] = {}

    def reader(name):
        if name not in cache:
            cache[name] = tables.read_texts(build) if name == "texts" else tables.read_table(name, build)
        return cache[name]

    return reader


@pytest.mark.parametrize("name", sorted(tables.CODEBOOK))
def test_every_table_stands_as_csv_and_parquet_with_the_same_rows(any_build, read, name):
    csv = pd.read_csv(any_build / "tables" / f"{name}.csv", keep_default_na=False)
    frame = read(name)
    assert csv.columns.tolist() == tables.columns_of(name), "data/codebook.csv describes every column, in its order"
    assert len(csv) == len(frame)
    assert len(frame), f"{name} is empty: on these corpora every step finds something"


@pytest.mark.parametrize("name", WITH_TEXT)
def test_every_offset_is_what_the_row_says(read, name):
    texts = read("texts")
    for row in read(name).itertuples(index=False):
        assert texts[row.document][row.start : row.end] == row.text


def test_lines_are_the_lines_of_the_text(read):
    texts = read("texts")
    for document, rows in read("lines").groupby("document"):
        told = {number: line for number, line in enumerate(texts[document].split("\n"), 1) if line.strip()}
        assert rows.line.tolist() == list(told)
        for row in rows.itertuples(index=False):
            assert texts[document][row.start : row.end].strip() == told[row.line].strip()


def test_kept_labels_are_kept_and_others_are_not(read):
    lines = read("lines")
    assert (lines.kept == lines.label.isin(["title", "dek", "body", "quoted_block"]).astype(int)).all()
    assert (lines.rule != "").all()


def test_spans_cover_every_kept_word_exactly_once(read):
    texts, spans = read("texts"), read("spans")
    for document, lines in read("lines").query("kept == 1").groupby("document"):
        own = sorted(zip(spans[spans.document == document].start, spans[spans.document == document].end, strict=True))
        covered = [0] * len(texts[document])
        for start, end in own:
            for at in range(start, end):
                covered[at] += 1
        inside = [False] * len(texts[document])
        for line in lines.itertuples(index=False):
            for match in WORD.finditer(texts[document], line.start, line.end):
                assert set(covered[match.start() : match.end()]) == {1}, f"{document}: {match.group()!r}"
            inside[line.start : line.end] = [True] * (line.end - line.start)
        assert all(inside[at] for at, n in enumerate(covered) if n), f"{document}: a span outside the kept lines"


def test_quoted_blocks_are_quoted_throughout(read):
    blocks = read("lines").query("label == 'quoted_block'")[["document", "line"]]
    assert set(read("spans").merge(blocks, on=["document", "line"]).voice) <= {"quoted"}


def test_every_number_of_a_kept_line_stands_in_exactly_one_table(read):
    texts = read("texts")
    places = pd.concat(
        [read("figures")[["document", "start", "end"]], read("other_numbers")[["document", "start", "end"]]]
    )
    for row in read("lines").query("kept == 1").itertuples(index=False):
        taken = places[(places.document == row.document) & (places.end > row.start) & (places.start < row.end)]
        for start, end in count_number_like(texts[row.document][row.start : row.end]):
            held = ((taken.start < row.start + end) & (taken.end > row.start + start)).sum()
            assert held == 1, f"{row.document}: {texts[row.document][row.start + start : row.start + end]!r} in {held}"


@pytest.mark.parametrize("name", ["loaded_terms", "names", "figures"])
def test_the_voice_of_a_hit_is_the_voice_of_its_span(read, name):
    hits = read(name).merge(read("spans"), on=["document", "span"], suffixes=("", "_span"), validate="m:1")
    assert len(hits) == len(read(name))
    assert (hits.voice == hits.voice_span).all()
    assert ((hits.start >= hits.start_span) & (hits.end <= hits.end_span)).mean() > 0.99  # "from 3 to 5" may leave one


def test_bounds_hold_the_best_and_shares_are_per_cent(read):
    figures = read("figures")
    known = figures.dropna(subset=["best"])
    assert ((known.low.isna()) | (known.low <= known.best)).all()
    assert (known.best <= known.high).all()
    assert (figures[figures.kind == "share"].best.dropna() > 1).any()


def test_scores_stay_in_their_range(read):
    scores = read("sentiment")
    assert scores.polarity.between(-1, 1).all()
    assert scores.subjectivity.dropna().between(0, 1).all()
    means = read("sentiment_by_source")
    assert ((means.low <= means["mean"] + 1e-9) & (means["mean"] <= means.high + 1e-9)).all()
    assert read("keyness").q.between(0, 1).all()


def test_groups_are_those_of_the_figures(read):
    figures, groups = read("figures"), read("figure_groups")
    assert set(figures.group) == set(groups.group)
    assert figures.groupby("group").size().to_dict() == groups.set_index("group").n_figures.to_dict()
    assert ((groups.verdict == "") == (groups.n_sources < 2)).all()


def test_run_json_knows_every_file_by_its_hash(any_build):
    record = json.loads((any_build / "run.json").read_text(encoding="utf-8"))
    found = hash_files(any_build)
    found.pop("run.json")
    assert record["files"] == found
    assert record["status"] == "complete"
    assert set(record["seconds"]) > {"01_cleaning", "05_comparison"}


def test_articles_keep_most_of_their_words_in_order(read):
    documents = read("documents")
    assert (documents.n_kept_words > 0).all()
    assert (documents.n_kept_words <= documents.n_words).all()
