"""What a number counts whose noun stands elsewhere: weights learnt from invented passages, the same each time."""

import json

import numpy as np
import pytest
from conftest import ROOT

from helpers.figures import find_figures
from helpers.figures.elsewhere import train

# None of these stands among the passages.
COUNTED = [
    ("The county has tested 40 wells on Orr Road. Police put the marchers at 900. Sixty were found foul.", -1, "wells"),
    ("Start with the fines. The harbour board admits to 212.", -1, "fines"),
    ("The mill owns looms. It has sold 31.", -1, "looms"),
    ("Three boats left Orr on Monday. Two came back.", -1, "boats"),
    ("How many nurses left? The guild says 90.", -1, "nurses"),
    ("The number of sheep on the hill was 700 in May; by autumn it was nearer 300.", -1, "sheep"),
]


def right(texts: list[tuple[str, int, str]]) -> int:
    return sum(train.same(noun, find_figures(text).noun.iloc[at]) for text, at, noun in texts)


def test_most_nouns_that_stand_elsewhere_are_found():
    assert right(COUNTED) >= 2 * len(COUNTED) / 3, [find_figures(text).noun.tolist() for text, *_ in COUNTED]


def test_a_noun_right_behind_its_number_is_never_changed(monkeypatch):
    text = "The 40 looms and 12 presses stood still, but 31 boats sailed."
    monkeypatch.setattr("helpers.figures.elsewhere.choose._weights", lambda: {"nothing": 9.0})
    assert find_figures(text).noun.tolist() == ["looms", "presses", "boats"]


def test_the_weights_change_what_the_rules_take(monkeypatch):
    before = [find_figures(text).noun.tolist() for text, *_ in COUNTED]
    monkeypatch.setattr("helpers.figures.elsewhere.choose.SURE", 2.0)  # no chance is as high
    assert before != [find_figures(text).noun.tolist() for text, *_ in COUNTED]


def test_passages_name_figures_of_their_own_text():
    for passage in train.read_passages():
        assert passage.writer and passage.figures
        for start, end, noun in passage.figures:
            assert passage.text[start:end].strip() and (noun or passage.writer == "cases")


@pytest.mark.slow
def test_training_gives_the_same_weights_twice_and_beats_the_rules():
    passages = [passage for passage in train.read_passages() if passage.writer != "cases"]
    examples = [case.example for passage in passages[:200] for case in train.cases_of(passage)]
    (names, values), (again, same) = train.fit(examples), train.fit(examples)
    assert names == again and np.array_equal(values, same)
    weights = dict(zip(names, values.tolist(), strict=True))
    held = [case for passage in passages[200:300] for case in train.cases_of(passage)]
    assert sum(train.is_right(case, weights) for case in held) > sum(case.by_rule for case in held)


def test_the_notes_say_what_the_weights_were_trained_on():
    notes = json.loads((ROOT / "data" / "models" / "counted_nouns.json").read_text(encoding="utf-8"))
    assert notes["passages"] == len(train.read_passages())
    measured = notes["measured"]
    assert measured["n"] > 500 and measured["by rule"] < measured["right"] < 1
