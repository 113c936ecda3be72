"""What a page says of how far it can be trusted: each score once, under what it was measured on."""

import pandas as pd

from helpers.gold import Live
from helpers.reports.trust import LEARNED, OUTSIDE, OWN, OWN_NEW, WORKED, trust


def row(step: str, measure: str, score: str, data: str, cases: int = 40, unit: str = "lines") -> dict:
    return {"step": step, "measure": measure, "score": score, "data": data, "cases": cases, "unit": unit}


MEASURED = [
    row("01_cleaning", "line labels", "0.91", "the hand coding of harbour (6 articles)"),
    row("01_cleaning", "line labels", "1.00", "the hand coding of bridge (3 articles)", 2),
    row("01_cleaning", "labels", "0.80", "9 news pages set aside"),
    row("01_cleaning", "labels", "0.95", "9 news pages whose errors were read"),
    row("01_cleaning", "ratio, largest error", "0.0", "examples", unit="worked examples"),
    row("01_cleaning", "size of the weights", "0.2", "a folder", unit="files"),
    row("05_comparison", "line labels", "1.00", "the hand coding of bridge (3 articles)", 2),
    row("05_comparison", "labels", "0.80", "9 news pages set aside"),
]


def live(score: str) -> Live:
    rows = [row("01_cleaning", "line labels", score, "this corpus's own hand coding")]
    columns = ["document", "place", "what", "text", "gold", "build"]
    return Live(rows, pd.DataFrame(columns=columns), pd.DataFrame())


def test_an_own_score_is_told_once_and_what_was_learned_from_apart():
    told = trust("01_cleaning", live("0.92"), corpus="data/harbour", measured=MEASURED).text.split("\n")
    assert told[0] == OWN and told[1].startswith("line labels: 0.92")
    assert not [line for line in told if "0.91" in line or "harbour" in line]
    heads = {head: told.index(head) for head in (OUTSIDE, LEARNED, WORKED)}
    place = {line.split(" on ")[0]: n for n, line in enumerate(told)}
    assert heads[OUTSIDE] < place["labels: 0.80"] < heads[LEARNED] < place["labels: 0.95"] < heads[WORKED]
    assert heads[LEARNED] < place["line labels: 1.00"] < heads[WORKED]
    assert not [line for line in told if "size of" in line]


def test_the_brief_tells_the_coding_of_its_own_corpus():
    harbour, bridge, other = (trust("05_comparison", corpus=f"data/{name}", measured=MEASURED).text
                              for name in ("harbour", "bridge", "new-study"))  # fmt: skip
    assert "0.91" in harbour and "bridge" not in harbour
    assert "(2 lines)" in bridge and "harbour" not in bridge
    assert "harbour" in other and "bridge" in other and OWN not in other


def test_coding_of_a_new_corpus_was_not_read_before():
    told = trust("01_cleaning", live("0.92"), corpus="data/new-study", measured=MEASURED).text
    assert told.startswith(OWN_NEW) and "harbour" in told


def test_no_heading_is_added_to_the_page():
    assert "<h" not in trust("01_cleaning", live("0.92"), corpus="data/harbour", measured=MEASURED).html
