"""The laws of the tables hold on any text: invented sentences mixed with marks, numbers and odd characters."""

import math
import os
import re
import string

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from helpers.cleaning import LABELS, extract_html, label_lines
from helpers.figures import find_figures, other_numbers
from helpers.figures.numbers import count_number_like
from helpers.figures.whole import figures_of_corpus
from helpers.reports.escape import escape
from helpers.sentences import split_sentences
from helpers.sentiment import target_sentiment
from helpers.tables import CODEBOOK, stack
from helpers.tables.store import defuse, undefuse
from helpers.vocabulary import loaded_in_spans, loaded_terms
from helpers.voice import cut_by_voice, find_quotes
from helpers.voice.kept import quotes_on_kept_lines

WORD = re.compile(r"\w+")
WHO = ("The mayor", "A spokeswoman for the ferry guild", "Ada Moss", "The Wending Post", "He", "Nobody", "Residents",
       "Dr. J. P. Lund", "The so-called council")  # fmt: skip
DID = ("said on Monday that", "denied that", "claimed", "wrote:", "told reporters", "reported that", "counted", "saw",
       "brutally crushed", "liberated", "put the number at", "was told by")  # fmt: skip
NUMBERS = ("40", "more than 5,000", "1.5 million", "some three dozen", "80 %", "80 per cent", "2-3", "10 to 20",
           "1,234,567.89", "$5bn", "€ 1.2m", "12th", "May 3, 2031", "3.45 p.m.", "½", "two thirds", "no", "hundreds",
           "1990s", "٣٤", "１２", "12 000", "0", "-7", "1/2", "7:30", "+44 20 7946", "1e9", "9" * 40, "X", "first",
           "all but 30", "twenty-one", "a hundred and five", "№ 4", "5km", "3x", "2²", "IV", "١٬٢٣٤")  # fmt: skip
THINGS = ("boats", "people were killed", "residents", "tonnes of grain", "of the houses", "years", "", "days ago",
          "dead and 12 wounded", "km from the quay")  # fmt: skip
MARKS = ("“", "”", '"', "'", "‘", "’", "«", "»", "„", "(", ")", "—", "-", ";", "...", "…", ":", "[sic]", "?", "!", ".",
         ", ", "“We waited,”", "the “victory”", "‘It’s over,’ she said", "“Stay", "\u2028", "\x0b", "\x85", "\u00a0",
         "\u200b", "\u202e", "\x00", "\ufeff", "\t", "\r", "&amp;", "<b>", "•", "* ", "#", "|")  # fmt: skip
LINES = ("", " ", "\t ", "Share this article", "Related posts", "By Ada Moss", "3 May 2031", "Photo: A. Moss",
         "All rights reserved.", "12 comments", "Bridge closed", "Updated at 7:30")  # fmt: skip


@st.composite
def sentences(draw) -> str:
    """A sentence as newspapers write it, its parts drawn."""
    parts = [draw(st.sampled_from(words)) for words in (WHO, DID, NUMBERS, THINGS)]
    if draw(st.booleans()):
        parts.insert(draw(st.integers(0, len(parts))), draw(st.sampled_from(MARKS)))
    if draw(st.booleans()):
        parts[1:] = ["“" + " ".join(parts[1:]), draw(st.sampled_from(("”", ",” he said", '"', "")))]
    return " ".join(parts) + draw(st.sampled_from((".", ".”", "?", "", "!", ".'")))


def noise() -> st.SearchStrategy[str]:
    """Characters of any category but halves of pairs, which no decoded file can hold."""
    return st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


pieces = st.one_of(sentences(), sentences(), st.sampled_from(MARKS), st.sampled_from(NUMBERS), noise(),
                   st.text(string.punctuation + string.digits + " \n", max_size=12))  # fmt: skip
paragraphs = st.one_of(
    st.lists(pieces, max_size=5).map(" ".join), st.sampled_from(LINES), st.lists(pieces).map("".join)
)
texts = st.lists(paragraphs, max_size=7).map("\n".join).map(lambda t: t.replace("\r\n", "\n").replace("\r", "\n"))


def law(quick: int):
    """Check a law on few texts, on many where HYPOTHESIS_MANY is set; the same texts each time."""
    many = quick * int(os.environ.get("HYPOTHESIS_MANY", "1"))
    return settings(max_examples=many, deadline=None, derandomize=True, database=None,
                    suppress_health_check=list(HealthCheck))  # fmt: skip


def check_columns(frame: pd.DataFrame, table: str, text: str) -> None:
    """Offsets, booleans and closed vocabularies of a frame are as the codebook says."""
    for column in CODEBOOK[table]:
        if column.name not in frame:
            continue
        values = frame[column.name].tolist()
        if column.type == "bool":
            assert set(values) <= {0, 1}, column.name
        if column.values:
            assert set(values) <= set(column.values), column.name
    for row in frame.itertuples(index=False):
        assert 0 <= row.start < row.end <= len(text)
        assert not hasattr(row, "text") or text[row.start : row.end] == row.text
    if table == "figures":
        for row in frame.itertuples(index=False):
            assert not row.best < row.low and not row.high < row.best and not row.high < row.low, row.text
            assert not math.isnan(row.high), row.text


def lines_law(text: str, lines: pd.DataFrame) -> None:
    told = [n for n, line in enumerate(text.split("\n"), 1) if line.strip()]
    assert lines.line.tolist() == told
    assert set(lines.label) <= set(LABELS)
    assert (lines.kept == lines.label.isin(["title", "dek", "body", "quoted_block"]).astype(int)).all()
    check_columns(lines, "lines", text)


def numbers_law(text: str, kept: list[tuple[int, int]], *tables: pd.DataFrame) -> None:
    taken = [pair for table in tables for pair in zip(table.start, table.end, strict=True)]
    for first, last in kept:
        for start, end in count_number_like(text[first:last]):
            held = [pair for pair in taken if pair[0] < first + end and first + start < pair[1]]
            assert len(held) == 1, f"{text[first + start : first + end]!r} stands in {held}"


def voice_law(text: str, kept: list[tuple[int, int]], spans: pd.DataFrame) -> None:
    covered = [0] * len(text)
    for start, end in zip(spans.start, spans.end, strict=True):
        for at in range(start, end):
            covered[at] += 1
    assert max(covered, default=0) <= 1
    words = [match.span() for first, last in kept for match in WORD.finditer(text, first, last)]
    for start, end in words:
        assert set(covered[start:end]) == {1}, text[start:end]
    inside = set().union(*(range(*pair) for pair in kept))
    assert all(at in inside for at, n in enumerate(covered) if n), "a span outside the kept lines"


@given(texts)
@law(30)
def test_the_tables_of_any_text_keep_their_laws(text):
    whole = {"a": text}
    lines = stack(whole, label_lines)
    quotes = stack(whole, quotes_on_kept_lines, lines)
    spans = stack(whole, cut_by_voice, lines, quotes)
    figures, others = figures_of_corpus(whole, lines, quotes, spans)
    loaded = loaded_in_spans(spans, quotes)
    kept = list(lines.loc[lines.kept == 1, ["start", "end"]].itertuples(index=False, name=None))
    lines_law(text, lines)
    voice_law(text, kept, spans)
    numbers_law(text, kept, figures, others)
    for name, frame in (("quotes", quotes), ("spans", spans), ("figures", figures), ("other_numbers", others),
                        ("loaded_terms", loaded)):  # fmt: skip
        check_columns(frame, name, text)
    assert set(figures.span) | set(loaded.span) <= set(spans.span)


@given(texts)
@law(40)
def test_the_functions_that_others_call_keep_their_laws(text):
    figures, others = find_figures(text), other_numbers(text)
    check_columns(figures, "figures", text)
    check_columns(others, "other_numbers", text)
    check_columns(find_quotes(text), "quotes", text)
    check_columns(loaded_terms(text), "loaded_terms", text)
    ends = 0
    for start, end in split_sentences(text):
        assert ends <= start < end <= len(text)
        assert not text[ends:start].strip()
        ends = end
    assert not text[ends:].strip()
    if text:
        assert target_sentiment(text, len(text) // 2, len(text) // 2 + 1) in ("neg", "neu", "pos")


@given(texts, st.sampled_from(["plain", "acled"]))
@law(10)
def test_the_same_text_gives_the_same_tables(text, convention):
    pd.testing.assert_frame_equal(find_figures(text, convention), find_figures(text, convention))
    pd.testing.assert_frame_equal(label_lines(text), label_lines(text))


@given(
    st.one_of(texts.map(str.encode), st.binary(max_size=300), texts.map(lambda t: f"<p>{t}</p>" * 9).map(str.encode))
)
@law(25)
def test_any_bytes_give_a_text(data):
    text = extract_html(data)
    assert isinstance(text, str) and "\r" not in text
    text.encode("utf-8")


@given(st.one_of(texts, st.text(max_size=40)))
@law(60)
def test_what_is_shown_and_downloaded_is_harmless(text):
    shown = escape(text)
    assert not set("<>\"'") & set(shown) and shown.encode("utf-8") is not None
    assert undefuse(defuse(text)) == text


@pytest.mark.slow
def test_the_laws_hold_on_many_texts(monkeypatch):
    """The same laws, eight times as many texts, in a process of their own."""
    import subprocess
    import sys

    command = [sys.executable, "-m", "pytest", "-q", "-n0", "-m", "not slow", __file__]
    done = subprocess.run(command, env={**os.environ, "HYPOTHESIS_MANY": "8"}, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout[-3000:]
