"""Every number opens its evidence: tables and cards link to lines, lists of hits hold as many lines as are counted."""

import re

import pandas as pd
import pytest

from helpers.concordance import excerpts
from helpers.figures import find_figures
from helpers.reports.answers.cards import _copied, _speakers
from helpers.reports.answers.doubting import doubting_sentences
from helpers.reports.answers.figure_tables import arithmetic_answer, arithmetic_table, others_table
from helpers.reports.answers.figures import _remark
from helpers.reports.answers.mentions import all_key_words, all_names, linked_balance, mention_lines, mentions_anchor
from helpers.reports.answers.quoting import embedded, quotations, same_speakers
from helpers.sentiment import balance_by_actor

TEXT = "The wardens fled the pier.\nThe wardens came back. “Nobody saw wardens,” said Ana Lund, and wardens wept."
TEXTS = {"a": TEXT}
DOCUMENTS = pd.DataFrame({"document": ["a"], "source": ["Ferry News"]})
SPANS = pd.DataFrame(
    [("a", 0, 1, 0, 26, "own", ""), ("a", 1, 2, 27, 49, "own", ""), ("a", 2, 2, 51, 70, "quoted", "Ana Lund"),
     ("a", 3, 2, 72, len(TEXT), "own", "")],
    columns=["document", "span", "line", "start", "end", "voice", "speaker"],
)  # fmt: skip
SPANS["text"] = [TEXT[s:e] for s, e in zip(SPANS.start, SPANS.end, strict=True)]
FOUND = [(m.start(), m.end()) for m in re.finditer("wardens", TEXT)]
LABELS = ["neg", "pos", "neu", "neg"]
TARGETS = pd.DataFrame(
    [("a", n, s, e, "Wardens", label, 0.5) for n, ((s, e), label) in enumerate(zip(FOUND, LABELS, strict=True))],
    columns=["document", "span", "start", "end", "actor", "label", "score"],
)


def test_an_excerpt_keeps_the_marks_around_a_quotation():
    text = "“It ran. It stopped.”"
    spans = pd.DataFrame([("a", 0, 1, 1, 20)], columns=["document", "span", "line", "start", "end"])
    hits = pd.DataFrame([("a", 0, 12, 19)], columns=["document", "span", "start", "end"])
    assert excerpts(hits, spans, DOCUMENTS, {"a": text})[["keyword", "post"]].values.tolist() == [["stopped", ".”"]]


def test_each_mention_of_an_actor_is_listed_where_the_table_links_to():
    lines = mention_lines(TARGETS, SPANS, DOCUMENTS, TEXTS)
    table = linked_balance(balance_by_actor(TARGETS, DOCUMENTS, SPANS))
    shown = {row.Voice: row.Mentions for row in table.itertuples() if row.Voice != "all"}
    for voice, n in (("own", 3), ("quoted", 1)):
        anchor = mentions_anchor("mention", "Wardens", "Ferry News", voice)
        assert shown[voice].text == str(n) and f'href="#{anchor}"' in shown[voice].html
        assert (lines.anchor == anchor).sum() == 1
    assert len(lines) == 4
    assert [("negative" in remark) for remark in lines.remark] == [True, True, False, False]


def test_each_name_is_listed_and_the_first_of_each_is_marked():
    names = TARGETS.assign(text="wardens", name="warden", charge="neutral", voice="own", scare=0)
    lines = all_names(names, SPANS, DOCUMENTS, TEXTS)
    assert len(lines) == 4 and lines.anchor.tolist() == ["name-ferry-news-wardens-warden", "", "", ""]


def test_every_hit_of_a_key_word_is_listed():
    keyness = pd.DataFrame({"source": ["Ferry News"], "term": ["warden"], "q": [0.01], "log_likelihood": [9.0]})
    lines = all_key_words(keyness, SPANS, DOCUMENTS, TEXTS, q=0.05)
    assert len(lines) == 3  # those in own voice, which keyness counts
    assert lines.anchor.tolist() == ["key-ferry-news-warden", "", ""]


def test_rows_of_tables_lead_to_their_lines():
    others = pd.DataFrame({"document": ["a"], "start": [27], "end": [30], "text": ["The"], "reason": ["name"]})
    assert "01_cleaning#a-line-2" in others_table(others, DOCUMENTS, TEXTS).Line.iloc[0].html
    quotes = pd.DataFrame({"document": ["a"], "start": [51], "end": [70], "text": [TEXT[51:70]],
                           "speaker": ["Ana Lund"], "cue": ["said"], "scare": [0], "closed": [1]})  # fmt: skip
    row = quotations(quotes, DOCUMENTS, TEXTS, 12).Begins.iloc[0].html
    assert 'id="quote-a-51"' in row and "01_cleaning#a-line-2" in row
    lines = pd.DataFrame({"document": ["a"], "line": [1], "start": [0], "end": [26], "label": ["quoted_block"]})
    assert "01_cleaning#a-line-1" in embedded(lines, SPANS, DOCUMENTS).Lines.iloc[0].html


class Brief:
    """The tables that a card's line on quotations reads."""

    spans = SPANS
    figures = pd.DataFrame({"claimant": ["author"]})
    quotes = pd.DataFrame({"document": ["a"] * 3, "start": [51, 51, 90], "end": [60, 70, 95], "scare": 0,
                           "speaker": ["Ana Lund", "she [Ana Lund]", "Lund"]})  # fmt: skip


def test_a_card_counts_quotations_and_one_speaker_once():
    said = _speakers(DOCUMENTS, Brief, 6)
    assert re.sub("<[^>]+>", "", said) == "Ana Lund 3" and "01_cleaning#quote-a-51" in said
    assert _copied(SPANS, Brief.quotes) == [] and _copied(SPANS, Brief.quotes.iloc[:0]) == ["Ana Lund"]


def test_a_surname_is_told_by_the_full_name_that_the_text_gives_it():
    class Told(Brief):
        quotes = Brief.quotes.assign(speaker="Lund")
        figures = pd.DataFrame({"claimant": ["the harbour pilot Ana Lund", "Jo Lund"]})

    assert re.sub("<[^>]+>", "", _speakers(DOCUMENTS, Told, 6)) == "Ana Lund 3"  # no Jo Lund stands in the text
    Told.spans = SPANS.assign(text=SPANS.text + " Jo Lund left.")
    assert re.sub("<[^>]+>", "", _speakers(DOCUMENTS, Told, 6)) == "Lund 3"


@pytest.mark.parametrize(
    ("speakers", "shown"),
    [
        (["the pilot Ana Lund", "Lund", "Ms Lund"], ["Ana Lund"] * 3),
        (["Governor Ana Lund", "Ana Lund"], ["Governor Ana Lund"] * 2),
        (["Lund", "Ana Lund", "Jo Lund"], ["Lund", "Ana Lund", "Jo Lund"]),
        (["a spokesman for the River League", "River League"], ["a spokesman for the River League", "River League"]),
        (["the Ferry Board", "the US Embassy in Orr"], ["the Ferry Board", "the US Embassy in Orr"]),
        (["the Ministry of Ports", "the Ministry of Roads"], ["the Ministry of Ports", "the Ministry of Roads"]),
    ],
)
def test_one_speaker_is_told_by_one_name(speakers, shown):
    assert same_speakers(speakers) == shown


def test_a_doubted_figure_shows_what_doubts_it():
    text = "The wardens counted 90 boats. The tide was low. It rained."
    rows = pd.DataFrame({"document": ["a"], "start": [text.index("90")], "stance": ["doubted"]})
    assert doubting_sentences(rows, {"a": text}, 40) == [""]  # nothing near it does
    doubted = text.replace("The tide was low.", "That figure is implausible.")
    assert doubting_sentences(rows, {"a": doubted}, 40) == ["That figure is implausible."]
    assert doubting_sentences(rows.assign(stance="asserted"), {"a": doubted}, 40) == [""]


def test_who_denies_a_figure_is_not_said_to_say_it():
    said = find_figures("The mayor denied that 40 rowers were hurt.").iloc[0]
    told = find_figures("The guild said 40 rowers were hurt. That figure is false, said the mayor.").iloc[0]
    assert _remark(said) == "(denied by The mayor)"
    assert _remark(told) == "(says The guild, denied)"


def test_sums_are_answered_and_say_what_they_are_held_against():
    columns = {"document": "a", "start": 0, "end": 9, "unit": "", "noun": "rowers", "note": "60 + 30 = 90"}
    sums = pd.DataFrame({"relation": ["sum", "sum", "remainder"], "holds": [1, 0, ""], **columns})
    assert arithmetic_answer(sums).startswith("Three sums can be worked out")
    assert arithmetic_answer(sums).endswith("for two the text tells the result, and they are wrong in one case.")
    assert arithmetic_answer(sums.iloc[:1]).endswith("for one the text tells its result, and it is right.")
    assert arithmetic_answer(sums.iloc[2:]).endswith("the articles tell no result to hold it against.")
    table = arithmetic_table(sums, DOCUMENTS, TEXTS)
    assert table.Check.str.split(":").str[0].tolist() == ["holds", "does not hold", "the text tells no result"]
    assert "01_cleaning#a-line-1" in table.Line.iloc[0].html
