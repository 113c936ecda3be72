"""Turn the numbers found into the rows that the public number benchmark scores."""

import re

from helpers.figures.numbers import Number, find_numbers

KINDS = {"money": "currency", "percent": "percent", "share": "percent", "age": "age", "duration": "dimension",
         "time": "time", "date": "date", "ordinal": "ordinal", "temperature": "temperature",
         "number": "number"}  # fmt: skip
BOUNDED = {">": (False, None), ">=": (True, None), "<": (None, False), "<=": (None, True), "[]": (True, True)}
SIGN = re.compile(r"[%٪]|per\s?cent|pct\b|\bpc\b|percentage", re.IGNORECASE)


def _row(number: Number, value, lo=None, hi=None, lo_incl=None, hi_incl=None, kind=""):
    end = max(number.end, number.unit_end)
    start = min(number.numeral_start, number.unit_start) if number.unit else number.numeral_start
    return {"start": start, "end": end, "value": value, "lo": lo, "hi": hi, "lo_incl": lo_incl, "hi_incl": hi_incl,
            "unit": number.unit or None, "kind": kind}  # fmt: skip


def rows_of(number: Number) -> list[dict]:
    """The readings of one number: its value, or both ends and the interval."""
    if number.kind_hint not in KINDS and number.reason:
        return [_row(number, None, kind="id")]
    kind = KINDS.get(number.kind_hint, "dimension")
    if number.reason and number.kind_hint != "age":
        return [_row(number, number.best, kind="id")]
    if number.op == "vague":
        return []
    if number.op == "[]":
        ends = [_row(number, end, kind=kind) for end in (number.low, number.high)]
        return [*ends, _row(number, None, number.low, number.high, True, True, "range")]
    value = number.best / 100 if number.kind_hint == "share" and not SIGN.search(number.text) else number.best
    rows = [_row(number, value, kind="number" if number.kind_hint == "share" else kind)]
    if number.op in (">", ">=", "<", "<="):
        low, high = BOUNDED[number.op]
        lo, hi = (number.best, None) if number.op[0] == ">" else (None, number.best)
        rows.append(_row(number, None, lo, hi, low, high, "range"))
    return rows


def predictions(rows: list[dict]) -> list[dict]:
    """Prediction rows for the benchmark's cases: id, and the readings of every number found in the text."""
    return [{"id": row["id"], "pred": [p for n in find_numbers(row["text"]) for p in rows_of(n)]} for row in rows]
