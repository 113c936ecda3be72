"""Forty tricky sentences: are the figures found, are their modifiers told, is anything listed that is none?"""

from pathlib import Path

from helpers.figures import find_figures
from helpers.gold.matching import overlap, pair_up, spans_of
from helpers.measure.rows import Measured, measured
from helpers.measure.scorers import read_cases

SAME_OP = {
    "=": {"="}, ">": {">", ">="}, ">=": {">", ">="}, "<": {"<", "<="}, "<=": {"<", "<="}, "~": {"~"}, "[]": {"[]"},
    "vague": {"vague"},
}  # fmt: skip


def _same(a: float | None, b: float | None) -> bool:
    """Equal within the rounding of the sentences' own values (two thirds as .6667)."""
    return a is not None and b is not None and abs(a - b) <= 1e-3 * max(1e-9, abs(a))


def same_worth(gold: dict, found: dict) -> bool:
    """Whether a figure is worth what the sentence tells: its value, both ends of a range, the floor of a vague word.

    A share told without a sign may stand as 0.5 or as 50 per cent. A gold figure without any value asks for its place.
    """
    scale = 100 if not gold["unit"] and found["unit"] == "percent" else 1
    if gold["value"] is not None:
        return _same(gold["value"] * scale, found["best"])
    if gold["lo"] is not None and gold["hi"] is not None:
        return _same(gold["lo"] * scale, found["low"]) and _same(gold["hi"] * scale, found["high"])
    return gold["lo"] is None or found["low"] <= gold["lo"] * scale <= found["high"]


def score_sentence(gold: list[dict], found: list[dict]) -> tuple[int, int, int]:
    """(figures found, of these with the right modifier, listed figures that lie on a coded one)."""
    wanted, got = spans_of(gold), spans_of(found)
    hits = [(i, j) for i, j in pair_up(wanted, got) if same_worth(gold[i], found[j])]
    modifiers = sum(found[j]["op"] in SAME_OP[gold[i]["op"]] for i, j in hits)
    return len(hits), modifiers, sum(any(overlap(span, other) for other in wanted) for span in got)


def measure_tricky(benchmarks: Path) -> list[Measured]:
    """Share of figures found, share of right modifiers among them, and precision of what is listed."""
    path = benchmarks / "numbers" / "tricky40.jsonl"
    if not path.is_file():
        return []
    cases = read_cases(path)
    listed = [find_figures(case["text"]).to_dict("records") for case in cases]
    scores = [score_sentence(case["figures"], rows) for case, rows in zip(cases, listed, strict=True)]
    found, modifiers, right = map(sum, zip(*scores, strict=True))
    n, n_listed = sum(len(case["figures"]) for case in cases), sum(map(len, listed))
    data = f"{len(cases)} tricky sentences"
    return [
        measured("tricky found", found / n, n, data),
        measured("tricky modifiers", modifiers / max(1, found), found, data),
        measured("tricky precision", right / max(1, n_listed), n_listed, data),
    ]
