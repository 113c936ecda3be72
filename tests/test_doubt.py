"""The weights of doubt: learnt from passages, the same each time, and of use on sentences they never saw."""

import json

import numpy as np
import pytest
from conftest import ROOT

from helpers.figures import find_figures
from helpers.figures.doubt import train
from helpers.figures.doubt.weigh import STANCES, weigh_doubts

# None of these stands among the passages; the rules beside the weights find no doubt in them.
DOUBTED = [
    "The ferry firm said 90 cars were aboard. Dockers scoffed at that and pulled out their own tally sheets.",
    "Ministers boast of 3,000 new nurses, a number that collapses the moment anybody asks to see the payroll.",
    "The club's claim that 60,000 people watched is fantasy, said the groundsman.",
    "The guild put the dead at 40. That account has since fallen apart.",
    "Some 700 homes were rebuilt, or so the governor's spokesman would have people think.",
    "Organisers spoke of 25,000 marchers, a wild exaggeration by any measure.",
]
CERTAIN = [
    "The ferry firm said 90 cars were aboard. Dockers tied up the ship and went home.",
    "Ministers hired 3,000 new nurses, who start in May.",
    "The club said 60,000 people watched the match on Sunday.",
    "The guild put the dead at 40. Their names were read out in the square.",
    "He denied the affair. He had driven 40 miles to see his sister.",
    "Nobody doubts that 700 homes were rebuilt.",
]


def stances(texts: list[str]) -> list[str]:
    return [find_figures(text).stance.iloc[0] for text in texts]


def test_half_of_the_doubts_never_seen_are_told_and_nothing_certain_is_doubted():
    told = stances(DOUBTED)
    assert sum(stance in STANCES[1:] for stance in told) >= len(DOUBTED) / 2, told
    assert not set(stances(CERTAIN)) & set(STANCES[1:])


def test_the_weights_are_what_tells_them(monkeypatch):
    with_weights = stances(DOUBTED)
    monkeypatch.setattr("helpers.figures.doubt.weigh.SURE", 2.0)  # no chance is as high
    without = stances(DOUBTED)
    assert sum(s in STANCES[1:] for s in without) < sum(s in STANCES[1:] for s in with_weights), (without, with_weights)


def test_nothing_is_weighed_where_nothing_is_counted():
    weigh_doubts(None, [])


def test_passages_name_figures_of_their_own_text():
    for passage in train.read_passages():
        assert passage.writer and passage.figures
        for start, end, stance in passage.figures:
            assert passage.text[start:end].strip() and stance in ("asserted", "reported", "doubted", "denied")


@pytest.mark.slow
def test_training_gives_the_same_weights_twice_and_tells_more_than_chance():
    passages = train.read_passages()
    examples = [example for passage in passages[:240] for example in train.examples_of(passage)]
    (names, values), (again, same) = train.fit(examples), train.fit(examples)
    assert names == again and np.array_equal(values, same)
    held = [example for passage in passages[900:1000] for example in train.examples_of(passage)]
    told = train.chances_of(held, names, values)
    truth = np.array([example.truth > 0 for example in held])
    assert told[truth].mean() > 2 * told[~truth].mean()


def test_the_notes_say_what_the_weights_were_trained_on():
    notes = json.loads((ROOT / "data" / "models" / "figure_doubt.json").read_text(encoding="utf-8"))
    assert notes["passages"] == len(train.read_passages())
    measured = notes["measured"]["cross-validated by writer"]
    assert measured["n"] > measured["doubted"] > 0 and 0 < measured["recall"] < measured["precision"] <= 1
