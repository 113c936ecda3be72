"""Sentence boundaries: line by line, abbreviations kept whole, glued sentences parted."""

import re
import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from syntok import segmenter
from syntok.tokenizer import Tokenizer

from helpers.sentences import _inner_cuts, _joined, split_sentences


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text)]


@pytest.mark.parametrize(
    "expected",
    [
        ["Dr. Ana Lund left.", "Mr. Pike and Gen. Rusk stayed."],
        ["It cost 4.5 million crowns.", "Nobody paid."],
        ["It cost £4.5m.", "But nobody paid $1.25bn."],
        ["They saw the 4.5m. Orrin Tower."],
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


WORDS = """The the harbour town council said on and which (with [ ] ) ). " “ ” 5 5.2 U.S. Mr. No. a. I ; ... … end.
Stop! why? it's pre-war A B. Jan. — , then, left: ( and) He She However""".split()  # noqa: SIM905


@given(st.lists(st.sampled_from([*WORDS, *["plain"] * 20, *["words"] * 20]), min_size=1, max_size=60).map(" ".join))
@settings(max_examples=400, deadline=None)
def test_words_far_from_a_stop_change_no_boundary(line):
    sentences = list(segmenter.split(Tokenizer().tokenize(line)))
    cuts = [sentence[0].offset for sentence in sentences[1:]]
    assert _inner_cuts(line) in ([], [cut for cut in cuts if not _joined(line, cut)])
    assert _inner_cuts(line) or not re.search(r"[.!?…].*\S", line) or all(_joined(line, cut) for cut in cuts)


@pytest.mark.parametrize("line", ['"' * 300_000, "a" * 1_000_000, "([" * 200_000, ". " * 100_000])
def test_hostile_lines_are_cut_in_bounded_time(line):
    began = time.process_time()
    pairs = split_sentences(line)
    assert time.process_time() - began < 4
    assert max(b - a for a, b in pairs) <= 8_000
