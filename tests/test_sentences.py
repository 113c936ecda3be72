"""Sentence boundaries: line by line, abbreviations kept whole, glued sentences parted."""

import re
import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.sentences import split_sentences


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text)]


@pytest.mark.parametrize(
    "expected",
    [
        ["Dr. Ana Lund left.", "Mr. Pike and Gen. Rusk stayed."],
        ["It cost 4.5 million crowns.", "Nobody paid."],
        ["The U.S. Army moved on.", "The U.N. did not."],
        ["J. K. Marsh and A. B. Quill wrote it.", "It sold."],
        ["Before 6:30 a.m. a siren rang.", "We ran."],
        ["“Go home!” she cried.", "He went."],
        ["“Where is it?” he asked.", "“Gone.”"],
        ["See No. 5 on page 12.", "It is there."],
        ["The firm (e.g. Norbank Inc.) paid.", "Others did not."],
        ["He said: “No. Never.”"],
        ["Is it late?", "Yes!", "Run."],
        ["He waited…", "The end came."],
    ],
)
def test_sentences_of_one_line(expected):
    assert sentences(" ".join(expected)) == expected


def test_glued_sentences_are_parted():
    assert sentences("The army left.Few believe it.“We stay,” he said.") == [
        "The army left.",
        "Few believe it.",
        "“We stay,” he said.",
    ]
    assert sentences("He left.”She stayed on.") == ["He left.”", "She stayed on."]


def test_a_line_break_always_ends_a_sentence():
    assert sentences("A title without a stop\nThe text\n\n begins. Here ") == [
        "A title without a stop",
        "The text",
        "begins.",
        "Here",
    ]


def test_no_text_has_no_sentences():
    assert split_sentences("") == split_sentences(" \n\t\n ") == []


@given(st.text(alphabet='aB .!?…\n"“”’1,-()', max_size=120))
@settings(max_examples=200, deadline=None)
def test_sentences_cover_all_but_white_space_in_order(text):
    pairs = split_sentences(text)
    assert all(a < b and text[a:b] == text[a:b].strip() and "\n" not in text[a:b] for a, b in pairs)
    assert all(left[1] <= right[0] for left, right in pairwise(pairs))
    assert re.sub(r"\s", "", "".join(text[a:b] for a, b in pairs)) == re.sub(r"\s", "", text)


@pytest.mark.parametrize("line", ['"' * 300_000, "a" * 1_000_000, "([" * 200_000, ". " * 100_000])
def test_hostile_lines_are_cut_in_bounded_time(line):
    began = time.process_time()
    pairs = split_sentences(line)
    assert time.process_time() - began < 4
    assert max(b - a for a, b in pairs) <= 8_000
