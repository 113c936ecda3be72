"""Hits in context."""

import pandas as pd
import pytest

from helpers.concordance import EXCERPT_COLUMNS, KWIC_COLUMNS, excerpts, kwic
from helpers.tokens import tokenize

TEXT = "The regime fell.\nNobody in Varn mourned the regime, said the baker."
FIRST, SECOND = TEXT.index("regime"), TEXT.rindex("regime")


def corpus(texts, lines):
    """Spans of whole lines for small corpora: document → text, one span a line."""
    rows = []
    for document, text in texts.items():
        at = 0
        for number, line in enumerate(text.split("\n")[:lines], start=1):
            rows.append((document, number - 1, number, at, at + len(line)))
            at += len(line) + 1
    return pd.DataFrame(rows, columns=["document", "span", "line", "start", "end"])


def hits_of(texts, spans, word):
    rows = []
    for document, span, _, start, end in spans.itertuples(index=False):
        at = texts[document].find(word, start, end)
        while at >= 0:
            rows.append((document, span, at, at + len(word)))
            at = texts[document].find(word, at + 1, end)
    return pd.DataFrame(rows, columns=["document", "span", "start", "end"])


def test_keyword_is_the_hit_and_context_is_what_stands_around_it():
    lines = kwic(TEXT, [(FIRST, FIRST + 6), (SECOND, SECOND + 6)], width=10)
    assert list(lines.columns) == KWIC_COLUMNS
    assert lines.keyword.tolist() == ["regime", "regime"]
    assert lines.pre.tolist() == ["The ", "urned the "]
    assert lines.post.tolist() == [" fell. Nob", ", said the"]


def test_frame_and_tuples_give_the_same_lines():
    frame = pd.DataFrame([(FIRST, FIRST + 6)], columns=["start", "end"])
    assert kwic(TEXT, frame).equals(kwic(TEXT, [(FIRST, FIRST + 6, "regime", "anything")]))


def test_no_hits_give_an_empty_frame():
    assert kwic(TEXT, []).empty
    assert list(kwic("", pd.DataFrame({"start": [], "end": []})).columns) == KWIC_COLUMNS


@pytest.mark.parametrize(("hits", "width"), [([(0, 10_000)], 5), ([(-1, 3)], 5), ([(5, 2)], 5), ([(0, 3)], -1)])
def test_impossible_hits_are_refused(hits, width):
    with pytest.raises(ValueError, match=r"hit|width"):
        kwic(TEXT, hits, width=width)


def test_sources_take_turns():
    texts = {"a": "A regime. A regime. A regime.", "b": "B regime.", "c": "C regime."}
    spans = corpus(texts, 1)
    documents = pd.DataFrame({"document": ["a", "b", "c"], "source": ["Gazette", "Gazette", "Courier"]})
    shown = excerpts(hits_of(texts, spans, "regime"), spans, documents, texts, most=3)
    assert shown.source.tolist() == ["Gazette", "Courier", "Gazette"]
    assert list(shown.columns) == EXCERPT_COLUMNS


def test_an_excerpt_is_the_sentence_and_never_longer_than_asked():
    long = "Before it. Then " + "word " * 60 + "regime " + "tail " * 60 + "end. After it."
    texts, documents = {"a": long}, pd.DataFrame({"document": ["a"], "source": ["Gazette"]})
    spans = corpus(texts, 1)
    hits = hits_of(texts, spans, "regime")
    for words in (1, 2, 5, 40, 41):
        shown = excerpts(hits, spans, documents, texts, words=words).iloc[0]
        assert shown.keyword == "regime" == long[shown.start : shown.end]
        assert len(tokenize(shown.pre + shown.keyword + shown.post)) <= words
        assert shown.pre.startswith("…")
        assert shown.post.endswith("…")
    whole = excerpts(hits, spans, documents, texts, words=500).iloc[0]
    assert whole.pre + whole.keyword + whole.post == long[len("Before it. ") : -len(" After it.")]


def test_a_hit_near_the_edge_gets_the_room_the_other_side_leaves():
    text = "The regime " + "tail " * 60 + "end."
    texts, documents = {"a": text}, pd.DataFrame({"document": ["a"], "source": ["Gazette"]})
    spans = corpus(texts, 1)
    shown = excerpts(hits_of(texts, spans, "regime"), spans, documents, texts, words=20).iloc[0]
    assert shown.pre == "The "
    assert len(tokenize(shown.post)) == 18


def test_nothing_to_show_gives_an_empty_frame():
    documents = pd.DataFrame({"document": ["a"], "source": ["Gazette"]})
    none = pd.DataFrame(columns=["document", "span", "start", "end"])
    assert excerpts(none, corpus({"a": "x"}, 1), documents, {"a": "x"}).empty
