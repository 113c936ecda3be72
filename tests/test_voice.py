"""Quotations, speakers, reported speech and the cut into voices."""

import csv
import json
import re
import time
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.voice import (
    CUES,
    KINDS,
    announced_speaker,
    block_speakers,
    cue_kind,
    cut_by_voice,
    find_quotes,
    find_speakers,
)

HERE = Path(__file__).parent
PALMYRA = HERE.parent.parent / "shared" / "corpora" / "palmyra-2016"
WORD = re.compile(r"\w+")
KEPT = {"title", "dek", "body", "quoted_block"}


def load_cases(name: str) -> list:
    cases = json.loads((HERE / "cases" / f"{name}.json").read_text(encoding="utf-8"))
    failing = pytest.mark.xfail(strict=True, reason="known failure")
    return [pytest.param(case, id=case["label"], marks=[failing] if case["expect"] == "fail" else []) for case in cases]


def content_words(text: str) -> set[str]:
    return {word.lower() for word in WORD.findall(text or "")} - {"the", "a", "an", "of", "and", "s", "some"}


def lines_of(text: str, label: str = "body") -> pd.DataFrame:
    rows, at = [], 0
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            rows.append((number, at, at + len(line), label, 1, "test"))
        at += len(line) + 1
    return pd.DataFrame(rows, columns=["line", "start", "end", "label", "kept", "rule"])


@pytest.mark.parametrize("case", load_cases("voice") + load_cases("voice_heldout"))
def test_quotes_and_speakers_of_invented_news(case):
    rows = find_quotes(case["text"]).to_dict("records")
    speech = {row["text"].strip(): row for row in rows if not row["scare"] and len(WORD.findall(row["text"])) > 3}
    expected = {text.strip(): speaker for text, speaker in case["expected"] if len(WORD.findall(text)) > 3}
    assert set(speech) == set(expected)
    for text, speaker in expected.items():
        got = speech[text]["speaker"]
        assert content_words(got) & content_words(speaker) or got == speaker
    assert {row["text"] for row in rows if row["scare"]} >= set(case["scare"])


@pytest.mark.parametrize(
    ("text", "scare"),
    [
        ("Norvik Rail cut trains. It is running what it calls a “core” service.", 0),
        ("What chemists call a “heavy” salt sinks.", 1),
        ("The bloc accused the fleet of training “bandit crews” there.", 0),
        ("Ada Noll told the panel it was her “duty” to speak.", 0),
        ("It was his “baby” from the start.", 1),
        ("Bo Ferrant said they would need to “deliver” first.", 0),
        ("Bo Ferrant claimed he took “nearer £700” home.", 0),
    ],
)
def test_a_word_or_two_that_somebody_is_told_to_have_used_is_speech(text, scare):
    assert find_quotes(text).scare.tolist() == [scare]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Anna Vell was hit by a cart.\n“She ran out in front of me,” the driver said.", "the driver"),
        ("Anna Vell called a nurse. “The lamps went out,” the nurse from Dorrin recalled.", "the nurse from Dorrin"),
        ("Snow fell. “Have you seen a grey dog?” a woman asked. His coat was torn.", "a woman"),
        ("The letter, seen by Ostrin, says: “We will not be moved from here.”", "The letter"),
    ],
)
def test_a_description_of_somebody_else_keeps_no_name(text, speaker):
    assert find_quotes(text).speaker.tolist() == [speaker]


@pytest.mark.parametrize("case", load_cases("voice_reported"))
def test_speakers_of_reported_speech(case):
    found = find_speakers(case["text"], 0, len(case["text"]))
    assert [[item.speaker, item.cue, item.relay] for item in found] == case["expected"]
    assert all(0 <= item.start <= item.end <= len(case["text"]) for item in found)


def test_a_pronoun_is_told_with_the_name_it_stands_for():
    quotes = find_quotes("Ana Lund runs the mill. “We never stopped,” she said.")
    assert quotes.speaker.tolist() == ["she [Ana Lund]"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Mira Quent, the reeve of Tolby, left early. Olan Brisk stayed. “No,” the reeve said.", "Mira Quent"),
        ("Lock Minister Osk Ferren spoke. Tide Minister Una Wray left. “No,” the lock minister said.", "Osk Ferren"),
        ("The mayor of Tolby, Una Wray, spoke.\nIt rained.\nThe mayor said: “We shall see.”", "Una Wray"),
        ("President Una Wray spoke.\nIt rained.\nThe president said that it “is not going to happen.”", "Una Wray"),
        ("Olan Brisk lost his boat. “We shall see,” the mayor said.", "the mayor"),
        ("Dr Mira Quent warned of fever. “It will get worse,” said the medic.", "Dr Mira Quent"),
        ("Olan Brisk lost his boat. “It will get worse,” said the medic.", "the medic"),
        ("Olan Brisk lost his boat. “It will get worse,” added the veteran rower.", "Olan Brisk"),
        ("Pelle Roon, 56, lost his boat. Olan Brisk watched. The 56-year-old said: “It will get worse.”", "Pelle Roon"),
        ("Olan Brisk lost his boat. “It will get worse,” the 34-year-old said.", "Olan Brisk"),
        ("Tarnlink runs the trains. Anna Brisk wrote of it. The firm called that “an error”.", "Tarnlink"),
        ("The Tolby Council met. The firm called the report “a draft full of errors”.", "The firm"),
        ("Two sank, the harbour guard said in a statement.\n“Nobody drowned,” the statement said.", "harbour guard"),
        ("Olan Brisk read the letter twice.\n“Nobody was hurt at all,” the letter said.", "the letter"),
        ("Osk Ferren lost the cup. Asked about it, the Swede snapped: “Ask me another one.”", "Osk Ferren"),
        ("Gran Tess Boyle, 71, was first. The pensioner said: “Been here since five.”", "Gran Tess Boyle"),
        ("Gran Tess Boyle met a pensioner. The pensioner said: “Been here since five.”", "The pensioner"),
        ("Corvane shares fell. “We shall see,” the company said.", "Corvane"),
        ("Osk Ferren lost the cup. “We saw it all,” The Guardian said.", "The Guardian"),
        ("The reeve of Tolby, Una Wray, came in. “We shall see,” she said.", "Una Wray"),
        ("Guards arrested Osk Ferren at the lock. “We shall see,” he said.", "Osk Ferren"),
        ("The letter was signed by Una Wray. “We shall see,” she wrote.", "Una Wray"),
        ("The book was printed by Tolby House. “We shall see,” she said.", "she"),
        ("Unions walked out at noon. “We shall see,” they said.", "Unions"),
        ("Thousands of rowers sang. “We shall see,” they said.", "Thousands of rowers"),
    ],
)
def test_a_description_is_told_with_the_name_it_stands_for(text, speaker):
    *_, quote = find_quotes(text).itertuples()
    name = re.search(r"\[(.+)\]", quote.speaker)
    assert (name[1] if name else quote.speaker).removeprefix("the ") == speaker.removeprefix("the ")


@pytest.mark.parametrize(
    ("heading", "scare"),
    [
        ("‘Lamps ringing below’", 0),
        ("Crew drowned to ‘lamps ringing below the lock’, inquiry told", 0),
        ("Wreck treated as ‘ringing below’", 0),
        ("‘Lamps ringing’ returns to Tolby", 1),
        ("The ‘lamps ringing’ of Tolby", 1),
        ("‘Boats ringing below’", 1),
    ],
)
def test_a_heading_that_quotes_has_the_speaker_of_the_quotation_below(heading, scare):
    body = "Pelle Roon spoke first. It rained.\n“You could hear lamps ringing below the lock,” said Una Wray."
    first, *_ = find_quotes(f"{heading}\n{body}").itertuples()
    assert (first.scare, first.speaker) == (scare, "" if scare else "Una Wray")


def test_unclosed_mark_ends_with_its_paragraph():
    text = "The Post reported “Three men fled the camp at night.\nIt rained."
    (row,) = find_quotes(text).itertuples()
    assert (row.closed, row.text, text[row.start : row.end]) == (0, "Three men fled the camp at night.", row.text)


def test_nested_quotations_keep_their_own_speaker():
    quotes = find_quotes("“The chief told us ‘the gate stays shut’ and left,” said Ana Lund.")
    assert quotes.speaker.tolist() == ["Ana Lund", "The chief"]


@pytest.mark.parametrize(
    ("text", "scare"),
    [
        ("Olan Brisk said the barge would “mend fences” with the town.", 0),
        ("Olan Brisk insisted that leaflets went to “every last hut” by the lock.", 0),
        ("Rowing it, Olan Brisk said, is the “next safest thing” to a bath.", 0),
        ("The town of Tolby pledged to take “firm lasting steps” on leaks.", 0),
        ("The Tolby club posted a picture with the caption: “Welcome Olan”.", 0),
        ("The lamps have been “terribly dim” for a year, the warden Olan Brisk said.", 0),
        ("Olan Brisk said it was a “rotten” deal.", 0),
        ("The vote was “rigged”, claimed the warden Olan Brisk.", 0),
        ("The barges, Olan Brisk said, used to “lose” their way.", 1),
        ("Olan Brisk said the “old hands” had left.", 1),
        ("The lamps of the “quiet mile” were dim, Olan Brisk said.", 1),
        ("Olan Brisk asked for a “tidy” lock house.", 1),
    ],
)
def test_short_stretches_of_speech_are_told_from_labels(text, scare):
    (quote,) = find_quotes(text).itertuples()
    assert (quote.scare, quote.speaker == "") == (scare, scare == 1)


def test_apostrophes_and_inches_are_no_quotation_marks():
    for text in ("It’s the dogs’ bone, isn’t it?", "He's 6'2\" and it's the '90s.", "rock 'n' roll", 'a 12" pizza'):
        assert find_quotes(text).empty


def test_a_paragraph_of_hardly_anything_but_marks_quotes_nothing():
    assert find_quotes("“” " * 200 + "\n“We stay,” said Ana Lund.").text.tolist() == ["We stay,"]
    assert len(find_quotes('"ice" "fog" "hail" ' * 60)) == 180


def test_empty_text_gives_empty_tables():
    assert find_quotes("").columns.tolist() == ["start", "end", "text", "speaker", "cue", "scare", "closed"]
    spans = cut_by_voice("", lines_of(""))
    assert spans.columns.tolist() == ["span", "line", "start", "end", "voice", "speaker", "text"] and spans.empty
    assert find_speakers("", 0, 0) == [] and announced_speaker("") == ""


def test_every_cue_form_has_a_lemma_of_a_known_kind():
    assert len(KINDS) >= 250
    assert set(KINDS.values()) == {"say", "claim", "deny", "doubt", "ask", "show", "write", "tweet"}
    assert all(KINDS[lemma] for lemma in CUES.values())
    assert [cue_kind(cue) for cue in ("denied", "has claimed", "According to", "tweeted", "table")] == [
        "deny",
        "claim",
        "say",
        "tweet",
        "",
    ]


def test_spans_cut_a_sentence_at_its_quotation():
    text = "“We stay,” said Ana Lund. “We always did.” It rained."
    spans = cut_by_voice(text, lines_of(text))
    assert spans[["voice", "speaker", "text"]].values.tolist() == [
        ["quoted", "Ana Lund", "We stay,"],
        ["own", "", "said Ana Lund."],
        ["quoted", "Ana Lund", "We always did."],
        ["own", "", "It rained."],
    ]


def test_scare_quotes_stay_in_the_authors_voice():
    text = "The “rebels” left the town."
    assert cut_by_voice(text, lines_of(text))[["voice", "text"]].values.tolist() == [["own", text]]


def test_a_copied_block_speaks_with_the_voice_it_is_copied_from():
    block = "The mill burned. “I saw it,” said Ana Lund.\nNobody was hurt."
    text = f"It rained. Orr News reported on Monday:\n{block}\nSo much for that."
    lines = lines_of(text)
    lines["label"] = ["body", "quoted_block", "quoted_block", "body"]
    assert block_speakers(text, lines) == {2: "Orr News", 3: "Orr News"}
    spans = cut_by_voice(text, lines)
    assert spans[["voice", "speaker"]].values.tolist() == [
        ["own", ""],
        ["own", ""],
        ["quoted", "Orr News"],
        ["quoted", "Ana Lund"],
        ["quoted", "Orr News"],
        ["quoted", "Orr News"],
        ["own", ""],
    ]


@pytest.mark.parametrize(
    ("line", "speaker"),
    [
        ("Later that week Orr News carried a longer version:", "Orr News"),
        ("Writing in the Post, 3 May 2021, Ana Lund drew another lesson:", "Ana Lund"),
        ("Hal Stern defended the dam in The Courier:", "Hal Stern"),
        ("Hal Stern was at the dam that night. He told Radio Orr:", "Hal Stern"),
        ("Compare this Orr News report from the same day.", "Orr News"),
        ("Here are three replies copied from Chatter;", "Chatter"),
        ("Here is a longer account from OrrWatch:", "OrrWatch"),
        ("It rained all night.", ""),
    ],
)
def test_a_line_announces_whose_words_follow(line, speaker):
    assert announced_speaker(line) == speaker


@given(st.text(alphabet="aA .,\n\"'“”‘’«»?! said", max_size=80))
@settings(max_examples=150, deadline=None)
def test_spans_cover_every_kept_word_once_and_offsets_hold(text):
    lines, quotes = lines_of(text), find_quotes(text)
    assert all(text[row.start : row.end] == row.text for row in quotes.itertuples())
    spans = cut_by_voice(text, lines, quotes)
    assert all(text[row.start : row.end] == row.text for row in spans.itertuples())
    covered = [0] * len(text)
    for row in spans.itertuples():
        for at in range(row.start, row.end):
            covered[at] += 1
    assert all(covered[at] == 1 for match in WORD.finditer(text) for at in range(*match.span()))


@pytest.mark.parametrize("unit", ['"', '"a" ', "‘a ", "([", '"Go to it now," he said. ', 'said "x" '])
def test_work_grows_no_faster_than_the_text(unit):
    def seconds(n: int) -> float:
        began = time.process_time()
        find_quotes(unit * n)
        return time.process_time() - began

    small, large = seconds(500), seconds(4_000)
    assert large < 0.5 or large < 40 * small


def palmyra_lines(text: str, document: str) -> pd.DataFrame:
    with open(PALMYRA / "gold" / "lines.csv", encoding="utf-8", newline="") as handle:
        labels = {int(row["line"]): row["label"] for row in csv.DictReader(handle) if row["document"] == document}
    lines = lines_of(text)
    lines["label"] = [labels.get(number, "boilerplate") for number in lines.line]
    lines["kept"] = lines.label.isin(KEPT).astype(int)
    return lines


def palmyra_documents() -> list[str]:
    with open(PALMYRA / "gold" / "quotes.csv", encoding="utf-8", newline="") as handle:
        return sorted({row["document"] for row in csv.DictReader(handle)})


@pytest.mark.skipif(not PALMYRA.exists(), reason="the shared Palmyra corpus is not here")
def test_palmyra_quotes_reach_their_floor():
    floors = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))["voice"]
    with open(PALMYRA / "gold" / "quotes.csv", encoding="utf-8", newline="") as handle:
        gold = [row for row in csv.DictReader(handle)]
    hits = asked = right = n_found = 0
    for document in palmyra_documents():
        quotes = find_quotes((PALMYRA / "articles" / f"{document}.txt").read_text(encoding="utf-8"))
        scare = [
            (int(row["start"]), int(row["end"]))
            for row in gold
            if row["document"] == document and row["is_scare_quote"] == "1"
        ]
        speech = {
            (row.start, row.end): row.speaker
            for row in quotes[quotes.scare == 0].itertuples()
            if len(WORD.findall(row.text)) > 3 and not any(row.start < b and a < row.end for a, b in scare)
        }
        n_found += len(speech)
        for row in gold:
            pair = (int(row["start"]), int(row["end"]))
            if row["document"] != document or row["is_scare_quote"] == "1" or pair not in speech:
                continue
            hits += 1
            asked += row["speaker"] != "unknown"
            right += bool(content_words(row["speaker"]) & content_words(speech[pair])) and row["speaker"] != "unknown"
    n_gold = sum(row["is_scare_quote"] != "1" for row in gold)
    assert 2 * hits / (n_found + n_gold) >= floors["palmyra_quotes_f1"]
    assert right / asked >= floors["palmyra_speaker_right"]


@pytest.mark.skipif(not PALMYRA.exists(), reason="the shared Palmyra corpus is not here")
def test_palmyra_spans_cover_every_kept_word_once():
    for document in palmyra_documents():
        text = (PALMYRA / "articles" / f"{document}.txt").read_text(encoding="utf-8")
        lines = palmyra_lines(text, document)
        spans = cut_by_voice(text, lines)
        covered = [0] * len(text)
        for row in spans.itertuples():
            for at in range(row.start, row.end):
                covered[at] += 1
        for line in lines.itertuples():
            assert all(
                covered[m.start()] == covered[m.end() - 1] == line.kept
                for m in WORD.finditer(text, line.start, line.end)
            )
        blocks = spans.line.isin(lines.line[lines.label == "quoted_block"])
        assert (spans.voice[blocks] == "quoted").all() and (spans.speaker[blocks] != "").all()


def test_no_name_runs_across_paragraphs():
    text = (
        "The buyer and the valley's oldest maker of clocks\n\n            \n\nMarrow Works will be sold. "
        "“It is fair,” the owner told a meeting. She expects savings of 40 crowns."
    )
    at = text.index("She expects")
    assert all("\n" not in found.speaker for found in find_speakers(text, at, len(text)))


@pytest.mark.parametrize("text", ["The mayor “” said so.", "He said “ ” on Monday.", 'Then "" again.'])
def test_marks_with_nothing_between_them_quote_nothing(text):
    assert find_quotes(text).empty


@pytest.mark.parametrize(("line", "speaker"), [
    ("The night boards were blunter. A handful of examples, copied as found:", ""),
    ("Foot Note: a neighbour forwards this from the Harbour Bulletin, which is worth a look:", "the Harbour Bulletin"),
    ("That Admiralty claim sounded odd and was soon contradicted:", ""),
    ("Ana Lund wrote in the Harbour Bulletin:", "Ana Lund"),
])  # fmt: skip
def test_a_text_that_is_shown_is_no_speaker(line: str, speaker: str) -> None:
    assert announced_speaker(line) == speaker
