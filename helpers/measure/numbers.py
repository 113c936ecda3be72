"""The public number benchmark: what each number found is worth, as rows that its scorer reads."""

import json
import re
from pathlib import Path
from tempfile import TemporaryDirectory

from helpers.figures import find_figures, other_numbers
from helpers.figures.numbers import Number, find_numbers
from helpers.measure.rows import Measured, measured
from helpers.measure.scorers import read_cases, run_scorer, write_cases

KINDS = {"money": "currency", "percent": "percent", "share": "percent", "age": "age", "duration": "dimension",
         "time": "time", "date": "date", "ordinal": "ordinal", "temperature": "temperature",
         "number": "number"}  # fmt: skip
LISTED = {"percent": "percent", "money": "currency", "age": "age"}  # by unit or kind of figure
BOUNDED = {">": (False, None), ">=": (True, None), "<": (None, False), "<=": (None, True)}
SIGN = re.compile(r"[%٪]|per\s?cent|pct\b|\bpc\b|percentage", re.IGNORECASE)


def _row(number: Number, value: float | None, lo: float | None = None, hi: float | None = None,
         closed: tuple[bool | None, bool | None] = (None, None), kind: str = "") -> dict:  # fmt: skip
    end = max(number.end, number.unit_end)
    start = min(number.numeral_start, number.unit_start) if number.unit else number.numeral_start
    return {"start": start, "end": end, "value": value, "lo": lo, "hi": hi, "lo_incl": closed[0], "hi_incl": closed[1],
            "unit": number.unit or None, "kind": kind}  # fmt: skip


def rows_of(number: Number) -> list[dict]:
    """The readings of one number: its value, or both ends and the interval; a number that is no figure is an id."""
    if number.kind_hint not in KINDS and number.reason:
        return [_row(number, None, kind="id")]
    if number.reason and number.kind_hint != "age":
        return [_row(number, number.best, kind="id")]
    if number.op == "vague":
        return []
    kind = KINDS.get(number.kind_hint, "dimension")
    if number.op == "[]":
        ends = [_row(number, end, kind=kind) for end in (number.low, number.high)]
        return [*ends, _row(number, None, number.low, number.high, (True, True), "range")]
    share = number.kind_hint == "share"
    value = number.best / 100 if share and not SIGN.search(number.text) else number.best
    return [_row(number, value, kind="number" if share else kind), *_half_open(number)]


def _half_open(number: Number) -> list[dict]:
    """ "more than 40" is also the interval above 40."""
    if number.op not in BOUNDED:
        return []
    lo, hi = (number.best, None) if number.op[0] == ">" else (None, number.best)
    return [_row(number, None, lo, hi, BOUNDED[number.op], "range")]


def predictions(cases: list[dict]) -> list[dict]:
    """Prediction rows for the benchmark's cases: id, and the readings of every number found in the text."""
    found = ((case["id"], find_numbers(case["text"])) for case in cases)
    return [{"id": name, "pred": [row for number in numbers for row in rows_of(number)]} for name, numbers in found]


def _listed(row: object) -> list[dict]:
    """The readings of a row of `find_figures`, as far as the published columns tell them."""
    signed = row.unit != "percent" or bool(SIGN.search(row.text))
    kind = "number" if not row.unit or not signed else LISTED.get(row.unit) or LISTED.get(row.kind, "dimension")
    plain = dict.fromkeys(("value", "lo", "hi", "lo_incl", "hi_incl"))
    plain |= {"start": row.start, "end": row.end, "unit": row.unit or None, "kind": kind}
    if row.op == "vague":
        return []
    if row.op == "[]":
        ends = [plain | {"value": value} for value in (row.low, row.high)]
        return [*ends, plain | {"lo": row.low, "hi": row.high, "lo_incl": True, "hi_incl": True, "kind": "range"}]
    rows = [plain | {"value": row.best if signed else row.best / 100}]
    if row.op in BOUNDED:
        side = {"lo" if row.op[0] == ">" else "hi": row.best}
        rows.append(plain | side | dict(zip(("lo_incl", "hi_incl"), BOUNDED[row.op], strict=True)) | {"kind": "range"})
    return rows


def listed_predictions(cases: list[dict]) -> list[dict]:
    """Prediction rows from what `find_figures` and `other_numbers` list: what the reports show."""
    rows = []
    for case in cases:
        found = [reading for row in find_figures(case["text"]).itertuples() for reading in _listed(row)]
        rest = [{"start": r.start, "end": r.end, "value": None, "lo": None, "hi": None, "unit": None, "kind": "id"}
                for r in other_numbers(case["text"]).itertuples()]  # fmt: skip
        rows.append({"id": case["id"], "pred": found + rest})
    return rows


def _score(folder: Path, gold: Path, rows: list[dict]) -> dict:
    """The scorer's line for all suites together."""
    with TemporaryDirectory() as out:
        told, scores = write_cases(rows, Path(out) / "pred.jsonl"), Path(out) / "scores.json"
        run_scorer(folder / "score.py", "--gold", gold.resolve(), "--pred", told, "--json", scores)
        return json.loads(scores.read_text(encoding="utf-8"))[-1]


def measure_numbers(benchmarks: Path) -> list[Measured]:
    """Share of the fair cases passed, and precision over their items: as numbers are read, and as figures list them."""
    folder = benchmarks / "numbers"
    gold = next(iter(sorted(folder.glob("numbers_*.jsonl"))), None)
    if gold is None:
        return []
    cases, data, rows = read_cases(gold), "the public number suites, cases usual in news", []
    for key, told in (("numbers", predictions(cases)), ("listed", listed_predictions(cases))):
        found = _score(folder, gold, told)
        rows.append(measured(f"{key} passed", found["passed"] / found["cases"], found["cases"], data))
        rows.append(measured(f"{key} precision", found["precision"], found["cases"], data))
    return rows
