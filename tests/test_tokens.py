"""Tokens and lemmas."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.tokens import lemmatize, tokenize

TOKENS = [
    ("Don't wait", ["Don't", "wait"]),
    ("the mayor’s men", ["the", "mayor’s", "men"]),
    ("rebels' camp", ["rebels", "camp"]),
    ("pro-harbour, anti-toll", ["pro-harbour", "anti-toll"]),
    ("58,000 of 3.5m at 12:30", ["58,000", "of", "3.5m", "at", "12:30"]),
    ("U.S. envoy", ["U.S.", "envoy"]),
    ("a dash — and–another", ["a", "dash", "and", "another"]),
    ("cafe\u0301 open", ["cafe\u0301", "open"]),
    ("snake_case", ["snake", "case"]),
    ("AT&T paid", ["AT&T", "paid"]),
    ("'quoted' “words”", ["quoted", "words"]),
    ("T-4 and 800th", ["T-4", "and", "800th"]),
    ("", []),
    ("… — !", []),
]
LEMMAS = [
    ("regimes", "regime"), ("Liberated", "liberate"), ("liberating", "liberate"), ("was", "be"), ("mayor’s", "mayor"),
    ("MAYOR'S", "mayor"), ("US", "us"), ("us", "we"), ("thugs", "thug"), ("Qorvanth", "qorvanth"), ("", ""),
]


@pytest.mark.parametrize(("text", "expected"), TOKENS)
def test_words_are_found_whole(text, expected):
    assert [text[a:b] for a, b in tokenize(text)] == expected


@pytest.mark.parametrize(("word", "lemma"), LEMMAS)
def test_lemma(word, lemma):
    assert lemmatize(word) == lemma


@given(st.text())
def test_tokens_are_in_order_apart_and_hold_no_space(text):
    spans = tokenize(text)
    assert all(a < b for a, b in spans)
    assert all(b <= c for (_, b), (c, _) in pairwise(spans))
    assert not any(any(c.isspace() for c in text[a:b]) for a, b in spans)
    covered = {i for a, b in spans for i in range(a, b)}
    assert all(i in covered for i, c in enumerate(text) if c.isalnum())


@pytest.mark.parametrize("unit", ["a", "a-", "a'", "a.", "1,", '"', "e\u0301", "[", "9a"])
def test_hostile_text_takes_linear_time(unit):
    text = unit * 60_000
    began = time.perf_counter()
    tokenize(text)
    lemmatize(text)
    assert time.perf_counter() - began < 5
