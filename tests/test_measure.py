"""What may never sink: the measures that need no outside data, and the table and file that `make measure` leaves."""

import json
import re
import subprocess
import sys

import pandas as pd
import pytest
from conftest import ROOT, SHARED

from helpers.cleaning.train import N_FOLDS
from helpers.cleaning.train import main as train_weights
from helpers.corpus import load_gold
from helpers.gold import score_tables
from helpers.gold.matching import content_words
from helpers.measure import as_json, as_table, gold_folders, gold_rows, measured, tables_of
from helpers.measure.cleaning import dump_body
from helpers.measure.floors import FLOORED, GOLD_FLOORS
from helpers.measure.numbers import listed_predictions, predictions
from helpers.measure.run import tasks
from helpers.measure.scorers import ScorerError, run_scorer
from helpers.measure.speed import Clock, run_all
from helpers.measure.tricky import score_sentence
from helpers.measure.unseen import clean_fold
from helpers.measure.words import measure_keyness, measure_weights
from helpers.pipeline import STEPS
from helpers.reports import trust
from helpers.sentiment import target_sentiment
from helpers.vocabulary import loaded_terms

BENCHMARKS = SHARED / "benchmarks"
SAMPLE = ROOT / "data" / "sample"
FLOORS = json.loads((ROOT / "tests" / "floors.json").read_text(encoding="utf-8"))["measure"]
CASES = json.loads((ROOT / "tests" / "cases" / "measure.json").read_text(encoding="utf-8"))
MEASURED = ROOT / "data" / "measured.json"


@pytest.fixture(scope="module")
def tables() -> dict[str, pd.DataFrame]:
    return tables_of(SAMPLE)


@pytest.fixture(scope="module")
def scores(tables: dict[str, pd.DataFrame]) -> dict[str, dict]:
    return score_tables(tables, load_gold(SAMPLE)).measures


# Floors that need no outside data: a changed weight, lexicon or rule that lowers one of these fails here


@pytest.mark.parametrize("key", sorted(FLOORS["sample"]))
def test_the_sample_reaches_its_floors(scores: dict[str, dict], key: str) -> None:
    part, _, name = key.partition(".")
    found = scores[part][name]
    value = found["f1"] if isinstance(found, dict) else found
    floor = FLOORS["sample"][key]
    assert value <= floor if name == "decoys" else value >= floor


def test_every_measure_of_the_issue_has_a_floor_on_the_sample() -> None:
    assert {f"{part}.{name}" for part, name in GOLD_FLOORS} <= set(FLOORS["sample"])


def test_sentiment_toward_an_actor_reaches_its_floor() -> None:
    told = [target_sentiment(case["sentence"], case["start"], case["end"]) for case in CASES["targets"]]
    wanted = [case["label"] for case in CASES["targets"]]
    right = sum(a == b for a, b in zip(told, wanted, strict=True)) / len(wanted)
    flips = sum({a, b} == {"neg", "pos"} for a, b in zip(told, wanted, strict=True)) / len(wanted)
    assert right >= FLOORS["targets_accuracy"]
    assert flips <= FLOORS["targets_flips"]


def test_loaded_words_reach_their_floor() -> None:
    both = n_found = n_wanted = 0
    for case in CASES["loaded"]:
        found = content_words(" ".join(loaded_terms(case["text"]).text))
        wanted = content_words(" ".join(case["words"]))
        both, n_found, n_wanted = both + len(found & wanted), n_found + len(found), n_wanted + len(wanted)
    assert both / n_found >= FLOORS["loaded_precision"]
    assert both / n_wanted >= FLOORS["loaded_recall"]


def test_keyness_equals_its_worked_examples() -> None:
    rows = measure_keyness()
    assert [row.reached for row in rows] == [True] * 3
    assert sum(row.cases for row in rows) >= 16


def test_weights_are_small() -> None:
    assert all(row.reached for row in measure_weights())


# The rows


def test_a_floor_is_reached_from_the_right_side() -> None:
    assert measured("loaded f1", 0.30, 9, "x").reached and not measured("loaded f1", 0.2994, 9, "x").reached
    assert measured("flips dev_rw", 0.13, 9, "x").reached and not measured("flips dev_rw", 0.131, 9, "x").reached
    assert measured("speed", 59.9, 9, "x").reached


def test_floors_belong_to_the_corpora_they_speak_of(scores: dict[str, dict]) -> None:
    from helpers.gold import Scored

    own = gold_rows("my-study", Scored(scores, []), 6)
    asked = gold_rows(next(iter(FLOORED)), Scored(scores, []), 6)
    assert {row.reached for row in own} == {None}
    assert sum(row.floor is not None for row in asked) == len(GOLD_FLOORS)
    assert "(6 articles)" in own[0].data


def test_table_and_file_tell_the_same() -> None:
    rows = [measured("dump wcxb", 0.9301, 202, "pages"), measured("loaded f1", 0.2, 10, "words"),
            measured("speed", 41.26, 1_000, "articles")]  # fmt: skip
    printed = as_table(rows)
    assert "2 of 3 floors reached." in printed and "Missed: F1 of loaded words on words: 0.200" in printed
    assert re.search(r"pages +202 +0\.930 +≥ 0\.920 +yes", printed)
    told = json.loads(as_json(rows))["measures"]
    assert [row["step"] for row in told] == ["01_cleaning", "03_vocabulary", "05_comparison"]
    assert set(told[0]) == {"step", "measure", "score", "value", "floor", "at_most", "data", "cases", "unit"}
    assert told[1]["measure"] == told[2]["measure"] == "F1 of loaded words"
    assert "F1 of loaded words: 0.200 on words (10 sentences)" in trust("03_vocabulary", measured=told).text


# Floors that honest work has not reached yet. The list is strict: one reached must go from it, none may join it.
NOT_REACHED: set[tuple[str, str]] = set()


@pytest.mark.skipif(not MEASURED.is_file(), reason="make measure has not been run")
def test_what_was_measured_covers_every_step_and_reaches_its_floors() -> None:
    rows = json.loads(MEASURED.read_text(encoding="utf-8"))["measures"]
    assert {row["step"] for row in rows} == {step.name for step in STEPS}
    assert not [row for row in rows if re.search(r"second|ms per", row["measure"])], "speeds differ by machine"
    asked = [row for row in rows if row["floor"] is not None and row["step"] != STEPS[-1].name]
    sign = {0: 1, 1: -1}
    missed = [row for row in asked if sign[row["at_most"]] * (row["value"] - row["floor"]) < 0]
    assert {(row["measure"], row["data"]) for row in missed} == NOT_REACHED


# The parts


def test_benchmarks_are_run_where_they_are() -> None:
    assert len(tasks(BENCHMARKS)) > len(tasks(None)) >= 3
    assert gold_folders(ROOT / "data", None)["sample"] == (SAMPLE, SAMPLE, "")
    if SHARED.is_dir():
        assert set(gold_folders(ROOT / "data", BENCHMARKS)) >= {"palmyra-2016", "sample"}


def test_a_folder_without_benchmarks_is_told(tmp_path) -> None:
    command = [sys.executable, "-m", "helpers.measure", "--benchmarks", str(tmp_path / "none")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 2 and "no benchmarks" in done.stderr


def test_a_scorer_that_fails_is_told(tmp_path) -> None:
    (tmp_path / "score.py").write_text("raise SystemExit('no gold')", encoding="utf-8")
    with pytest.raises(ScorerError, match=r"score\.py: no gold"):
        run_scorer(tmp_path / "score.py")


def test_the_body_of_a_dump_is_kept_without_its_title() -> None:
    assert dump_body("\n\n") == ""


def test_numbers_become_rows_of_the_benchmark() -> None:
    case = {"id": "a", "text": "More than 40 boats and 5 per cent of 3 km."}
    for rows in (predictions([case]), listed_predictions([case])):
        told = rows[0]["pred"]
        assert {(row["value"], row["kind"]) for row in told if row["value"]} == {
            (40, "number"), (5, "percent"), (3, "dimension")
        }  # fmt: skip
        assert [(row["lo"], row["hi"]) for row in told if row["kind"] == "range"] == [(40, None)]
    assert {row["kind"] for row in listed_predictions([{"id": "b", "text": "On 4 May."}])[0]["pred"]} == {"id"}


def test_tricky_sentences_are_scored_by_value_and_modifier() -> None:
    coded = {"start": 0, "end": 9, "value": 0.5, "lo": None, "hi": None, "op": "=", "unit": None}
    vague = {"start": 20, "end": 26, "value": None, "lo": 24, "hi": None, "op": "vague", "unit": None}
    found = [{"start": 0, "end": 4, "best": 50.0, "low": 50.0, "high": 50.0, "op": ">", "unit": "percent"},
             {"start": 20, "end": 26, "best": 60.0, "low": 24.0, "high": 99.0, "op": "vague", "unit": ""},
             {"start": 40, "end": 42, "best": 3.0, "low": 3.0, "high": 3.0, "op": "=", "unit": ""}]  # fmt: skip
    assert score_sentence([coded, vague], found) == (2, 1, 2)


def test_every_step_is_timed(tables: dict[str, pd.DataFrame]) -> None:
    clock = Clock()
    run_all({"a": "The mayor said 40 boats sank.\n“Nobody was hurt at all,” she said."}, pd.DataFrame(
        {"actor": ["Town"], "name": ["mayor"], "charge": ["neutral"], "kind": ["side"]}), clock)  # fmt: skip
    assert {"cleaning", "quotes", "figures", "groups", "sentiment"} <= set(clock.seconds)


def test_each_page_is_cleaned_in_one_fold_alone(tmp_path):
    pages = tmp_path / "cleaning" / "wcxb"
    for folder in ("inscriptis", "labels_inscriptis"):
        (pages / folder).mkdir(parents=True)
    for name in "abcdefgh":
        dump = f"Mill burns\nThe mill of {name} burned on Monday, the mayor said, and nobody knows why it did.\nShare"
        (pages / "inscriptis" / f"{name}.txt").write_text(dump, encoding="utf-8")
        (pages / "labels_inscriptis" / f"{name}.txt").write_text("?BN", encoding="utf-8")
    found = []
    for fold in range(N_FOLDS):
        (out := tmp_path / str(fold)).mkdir()
        clean_fold(tmp_path, fold, out)
        found += [path.stem for path in out.iterdir()]
        assert all("burned on Monday" in path.read_text(encoding="utf-8") for path in out.iterdir())
    assert sorted(found) == list("abcdefgh")


@pytest.mark.parametrize("asked", [("every",), ("all", str(N_FOLDS)), ("labels", "one")])
def test_training_refuses_what_it_does_not_know(tmp_path, asked):
    with pytest.raises(ValueError, match="train FOLDER"):
        train_weights(str(tmp_path), *asked)
