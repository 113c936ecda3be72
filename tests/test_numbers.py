"""Numbers: what they are worth, how they are hedged, and which are no figures."""

import importlib.util
import json
import math
import random
import re
import time
from functools import lru_cache
from itertools import pairwise, product

import pytest
from bench_numbers import predictions
from conftest import ROOT, SHARED

from helpers.figures.numbers import count_number_like, find_numbers
from helpers.figures.whole import figures_of_corpus

CASES = json.loads((ROOT / "tests/cases/numbers.json").read_text(encoding="utf-8"))
BENCHMARK = SHARED / "benchmarks" / "numbers"
FLOORS = json.loads((ROOT / "tests/floors.json").read_text(encoding="utf-8")).get("numbers", {})
REASONS = {"", "date", "time", "ordinal", "name", "idiom", "reference", "list"}
OPERATORS = {"=", ">", ">=", "<", "<=", "~", "[]", "vague"}


def bound(value):
    return math.inf if value == "inf" else value


def check(found, expected):
    text, low, high, op, unit, reason = expected
    assert (found.text, found.reason) == (text, reason)
    if not reason:
        assert (found.op, found.unit) == (op, unit)
        assert found.low == (None if low is None else pytest.approx(low))
        assert found.high == pytest.approx(bound(high))


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(case, id=case["label"], marks=[pytest.mark.xfail(strict=True)] * (case["expect"] == "fail"))
        for case in CASES
    ],
)
def test_case(case):
    found = find_numbers(case["text"])
    assert [number.text for number in found] == [row[0] for row in case["expected"]]
    for number, row in zip(found, case["expected"], strict=True):
        check(number, row)


# One value, spelled every way: the law that a difference of print is no difference of fact.
SPACES = [" ", "\u00a0", "\u2009", "\u202f"]
SPELLED = {
    5000.0: ["5,000", "5000", "five thousand", "5k", "5 thousand", "5\u202f000", "5\u00a0000", "5\u2009000", "5 000",
             "5'000", "5’000", "Five Thousand", "FIVE THOUSAND", "five-thousand"],
    2500000.0: ["2.5 million", "2.5m", "2,500,000", "two and a half million", "2.5mn", "2½ million", "2.5-million",
                "two million five hundred thousand", "2 500 000", "2\u202f500\u202f000", "2,5 million", "25 lakh"],
    300000.0: ["300,000", "300 000", "three hundred thousand", "300 thousand", "300k", "3 lakh", "300\u202f000",
               "0.3 million", "three-hundred thousand", "300’000"],
    121.0: ["121", "one hundred and twenty-one", "one hundred twenty-one", "a hundred and twenty-one",
            "one hundred and twenty one"],
}  # fmt: skip
FRAMES = ["Some told of {} villagers.", "“{} villagers”, she said.", '"{} villagers," he said.', "({} villagers)",
          "{} villagers fled.", "the town's {} villagers", "the town’s {} villagers",
          "It counted {} villagers; no more.", "\t{} villagers\n"]  # fmt: skip
PERCENTS = ["%", " %", " per cent", " percent", " pc", "pc", "\u00a0%", "\u202f%", " Per Cent", "-percent"]
SHARES = ["80", "eighty", "80.0"]


def spellings():
    for value, prints in SPELLED.items():
        for printed, frame in product(prints, FRAMES):
            yield frame.format(printed), value, ""
    for number, sign, tail in product(SHARES, PERCENTS, [" of homes", ".", ", he said", "\n"]):
        if not (number == "eighty" and sign in ("%", "pc")):
            yield f"It was {number}{sign}{tail}", 80.0, "percent"
    for sign, gap, power in product(["$", "US$", "USD ", "USD"], ["", " "], ["bn", " billion", " bn", "B", " Billion"]):
        yield f"It cost {sign.strip()}{gap}1.2{power} in all.", 1.2e9, "dollar"
    for unit, gap in product(["km", "kilometres", "kilometers", "kilometre", "kms"], [*SPACES, "-"]):
        yield f"It is 220{gap}{unit} away.", 220.0, "kilometer"
    for words, unit, gap in product(["three", "3"], ["year", "years"], [" ", "-", "‑", "\u00a0"]):
        yield f"The {words}{gap}{unit} feud went on.", 3.0, "year"


@lru_cache(maxsize=1)
def all_spellings():
    return sorted(set(spellings()))


def test_there_are_five_hundred_spellings():
    assert len(all_spellings()) >= 500


def test_every_spelling_gives_one_value():
    wrong = []
    for text, value, unit in all_spellings():
        found = [number for number in find_numbers(text) if not number.reason]
        if len(found) != 1 or not math.isclose(found[0].best, value) or found[0].unit != unit:
            wrong.append((text, value, unit, [(n.text, n.best, n.unit) for n in found]))
    assert not wrong, wrong[:8]


PIECES_LINE = """two three dozen hundred thousand half a third of one percent % km 5 2016 May 1,000 3.5 $ € - – / : .
, ( ) to and from between more than at least only ago years old first 21st T-4 4x4 12:30 9/11 X II
5-4 ½ m bn million people the was in Homs John"""
PIECES = [*PIECES_LINE.split(), "\n"]


def laws(text):
    found = find_numbers(text)
    for number in found:
        assert number.text == text[number.start : number.end]
        assert number.start <= number.numeral_start < number.numeral_end <= max(number.end, number.unit_end)
        assert number.reason in REASONS and number.op in OPERATORS
        if not number.reason:
            assert number.low is None or number.low <= number.best <= number.high
    for left, right in pairwise(found):
        assert left.end <= right.start, (left, right)
    return found


@pytest.mark.parametrize("seed", range(24))
def test_every_number_like_token_stands_in_exactly_one_number(seed):
    draw = random.Random(seed)
    text = "".join(draw.choice(PIECES) + draw.choice(["", " ", " ", " "]) for _ in range(100))
    found = laws(text)
    for start, end in count_number_like(text):
        covering = [
            number
            for number in found
            if (number.start <= start and end <= number.end) or (number.unit_start <= start and end <= number.unit_end)
        ]
        assert len(covering) == 1, (text[start:end], text[max(0, start - 30) : end + 30], covering)


def test_empty_text_has_no_numbers():
    assert find_numbers("") == [] and count_number_like("") == []


def test_conventions_differ_only_in_vague_words():
    text = "Dozens of boats and 12 ships."
    plain, acled = find_numbers(text), find_numbers(text, convention="acled")
    assert (plain[0].low, plain[0].high, acled[0].low, acled[0].high) == (24, 99, 12, 12)
    assert plain[1] == acled[1]
    with pytest.raises(ValueError, match="convention"):
        find_numbers(text, convention="guess")


HOSTILE = {
    "quotes": '"', "digits": "1", "commas": "1,", "spaced": "1 000 ", "hyphens": "1-", "dots": "1.", "brackets": "(",
    "and": "hundred and ", "one": "one ", "half": "half a ", "million": "million ", "month": "May 5 ", "plus": "+1 ",
    "to": "5 to ", "codes": "A-1-", "slash": "1/", "colons": "12:", "dollars": "$1 ", "point": "one point ",
}  # fmt: skip


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE)
def test_time_grows_with_the_text_and_not_faster(unit):
    def seconds(size):
        text, taken = unit * (size // len(unit)), []
        for _ in range(2):
            start = time.process_time()
            find_numbers(text)
            taken.append(time.process_time() - start)
        return min(taken)

    seconds(500)
    assert seconds(4_000) < 12 * max(seconds(1_000), 0.002)


def benchmark_rows(name):
    path = BENCHMARK / name
    if not path.is_file():
        pytest.skip(f"the public number cases are not here (../shared/benchmarks/numbers/{name})")
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def scorer(monkeypatch):
    monkeypatch.syspath_prepend(str(BENCHMARK))
    spec = importlib.util.spec_from_file_location("number_score", BENCHMARK / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_a_table_is_told_number_by_number():
    row = "Tides at Orrin: " + "3,1 4,1 " * 60 + "metres, seen by 40 clerks."
    found = find_numbers(row)
    assert [number.reason for number in found] == ["list"] * 240 + [""]
    assert [(number.start, number.end) for number in found] == count_number_like(row)
    column = find_numbers("Orrin 12\n" * 801)
    assert len(column) == 801 and {number.reason for number in column} == {"list"}


def test_a_row_that_may_be_prose_is_no_table():
    row = ", ".join(f"{number} boats" for number in range(2, 150))
    assert {number.reason for number in find_numbers(row)} == {""}


def test_public_cases_reach_the_floor(monkeypatch):
    rows = benchmark_rows("numbers_dev.jsonl")
    guesses = {row["id"]: row["pred"] for row in predictions(rows)}
    totals, _ = scorer(monkeypatch).score(rows, guesses)
    cases, passed, found, spurious = (
        sum(counts[key] for counts in totals.values()) for key in ("cases", "pass", "found", "spurious")
    )
    assert passed / cases >= FLOORS["public_passed"]
    assert found / (found + spurious) >= FLOORS["public_precision"]


def test_tricky_sentences_reach_the_floor():
    gold = found = right = listed = 0
    for row in benchmark_rows("tricky40.jsonl"):
        figures = [number for number in find_numbers(row["text"]) if not number.reason]
        listed += len(figures)
        for wanted in row["figures"]:
            gold += 1
            hits = [n for n in figures if n.start < wanted["end"] and wanted["start"] < n.end]
            found += bool(hits)
            right += bool(hits) and re.sub("=$", "", hits[0].op) == re.sub("=$", "", wanted["op"])
    assert found / gold >= FLOORS["tricky_found"]
    assert right / gold >= FLOORS["tricky_modifiers"]
    assert found / listed >= FLOORS["tricky_precision"]


@pytest.mark.parametrize("read", [find_numbers, lambda _, name: figures_of_corpus({}, *[None] * 3, convention=name)])
def test_an_unknown_convention_is_told_with_those_there_are(read):
    with pytest.raises(ValueError, match="convention 'akled' is none of: plain, acled"):
        read("", "akled")
