"""The sample corpus and its hand coding: whole, consistent, every offset true."""

import hashlib
import re
import tomllib
from collections import defaultdict
from itertools import pairwise

import pandas as pd
import pytest
from conftest import ROOT

from helpers.corpus import load_actors, load_corpus, load_gold

SAMPLE = ROOT / "data" / "sample"
LABELS = {"title", "byline", "date", "dek", "body", "quoted_block", "quoted_headline", "caption", "boilerplate",
          "end_matter"}
KEPT = {"title", "dek", "body", "quoted_block"}
NUMBER = re.compile(
    r"\d[\d,.:/-]*|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|nineteen|hundred|million|billion|"
    r"dozens|half|third|fifth|first|second|fourth|millions)\b", re.IGNORECASE)
OFFSETS = ("start", "end", "line")


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    frame = load_corpus(SAMPLE)
    return {file.rsplit(".", 1)[0]: text for file, text in zip(frame.file, frame.text, strict=True)}


@pytest.fixture(scope="module")
def gold() -> dict[str, pd.DataFrame]:
    return {name: frame.astype({column: int for column in OFFSETS if column in frame})
            for name, frame in load_gold(SAMPLE).items()}


def test_six_articles_of_five_sources_in_three_encodings() -> None:
    entries = tomllib.loads((SAMPLE / "corpus.toml").read_text(encoding="utf-8"))["article"]
    raw = {entry["document"]: (SAMPLE / "articles" / entry["file"]).read_bytes() for entry in entries}
    assert (len(entries), len({entry["source"] for entry in entries})) == (6, 5)
    assert all(hashlib.sha256(raw[entry["document"]]).hexdigest() == entry["sha256"] for entry in entries)
    assert b"\r\n" in raw["monitor-report"]
    assert raw["quill"].decode("windows-1252").count("“") > raw["quill"].decode("windows-1252").count("”")
    assert b"cookie" in raw["monitor-visit"]


def test_articles_have_the_length_of_articles(texts: dict[str, str]) -> None:
    assert len(texts) == 6
    assert {name: len(text.split()) for name, text in texts.items() if not 500 <= len(text.split()) <= 1_200} == {}


def test_every_line_is_labelled(texts: dict[str, str], gold: dict[str, pd.DataFrame]) -> None:
    coded = {(row.document, row.line): row for row in gold["lines"].itertuples()}
    lines = {(name, number): line for name, text in texts.items()
             for number, line in enumerate(text.split("\n"), 1) if line.strip()}
    assert coded.keys() == lines.keys()
    assert all(line.startswith(coded[key].begins) for key, line in lines.items())
    assert {row.label for row in coded.values()} <= LABELS


@pytest.mark.parametrize(("table", "column"), [("figure_claims", "figure_text"), ("other_numbers", "text"),
                                               ("vague_quantifiers", "text"), ("names", "text")])
def test_offsets_hold(texts: dict[str, str], gold: dict[str, pd.DataFrame], table: str, column: str) -> None:
    rows = gold[table].to_dict("records")
    assert [r for r in rows if texts[r["document"]][r["start"]:r["end"]] != r[column]] == []


def test_quotations_stand_between_their_marks(texts: dict[str, str], gold: dict[str, pd.DataFrame]) -> None:
    unclosed = 0
    for row in gold["quotes"].itertuples():
        text = texts[row.document]
        assert text[row.start - 1] in '“"'
        unclosed += text[row.end:row.end + 1] not in ("”", '"')
        assert "\n" not in text[row.start:row.end]
    assert unclosed == 3


def test_every_number_is_a_figure_or_is_none(texts: dict[str, str], gold: dict[str, pd.DataFrame]) -> None:
    coded = defaultdict(list)
    for table in ("figure_claims", "other_numbers"):
        for row in gold[table].itertuples():
            coded[row.document].append((row.start, row.end))
    for name, text in texts.items():
        ranges = sorted(coded[name])
        assert all(a[1] <= b[0] for a, b in pairwise(ranges)), f"{name}: coded twice"
        left = [m.group() for m in NUMBER.finditer(text) if not any(a < m.end() and m.start() < b for a, b in ranges)]
        assert left == []


def test_figures_are_coded_whole(gold: dict[str, pd.DataFrame]) -> None:
    for row in gold["figure_claims"].itertuples():
        low, high = float(row.value_low or "-inf"), float(row.value_high)
        assert low <= float(row.stated_value or low) <= high, row
        assert (row.modifier == "exact") == (low == high), row
        assert (row.claimant == "author") <= (row.stance == "asserted"), row
    keys = gold["figure_claims"].groupby("event_key").document.nunique()
    assert (keys > 1).sum() >= 12


def test_names_are_those_of_the_actors(gold: dict[str, pd.DataFrame]) -> None:
    actors = load_actors(SAMPLE)
    assert set(gold["names"].referent) == set(actors.actor)
    assert set(actors.charge) == {"neutral", "negative", "positive", "distancing"}
    assert set(actors.kind) == {"side", "event"}
