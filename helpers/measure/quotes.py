"""Quotations and speakers in invented news of our own: the cases of the tests, one JSON list a file."""

import json
from collections import Counter

from helpers.gold.matching import WORD, content_words, f1
from helpers.gold.quotes import SHORTEST
from helpers.measure.rows import CASES, Measured, measured
from helpers.voice import find_quotes

FILES = ("voice.json", "voice_heldout.json")


def _long(text: str) -> bool:
    return len(WORD.findall(text)) >= SHORTEST


def score_case(case: dict) -> Counter:
    """Count one text: quotations told and wanted, both, and speakers right among them.

    >>> case = {"text": "“We will stay here,” said Ana Lund.", "expected": [["We will stay here,", "Ana Lund"]]}
    >>> score_case(case) == Counter(found=1, wanted=1, both=1, right=1)
    True
    """
    rows = find_quotes(case["text"])
    speech = rows[rows.scare == 0]
    told = {text.strip(): who for text, who in zip(speech.text, speech.speaker, strict=True) if _long(text)}
    wanted = {text.strip(): who for text, who in case["expected"] if _long(text)}
    both = told.keys() & wanted.keys()
    right = sum(told[t] == wanted[t] or bool(content_words(told[t]) & content_words(wanted[t])) for t in both)
    return Counter(found=len(told), wanted=len(wanted), both=len(both), right=right)


def measure_own_quotes() -> list[Measured]:
    """F1 of whole quotations and the share of right speakers; none where the tests are not beside the project."""
    cases = [case for name in FILES if (CASES / name).is_file()
             for case in json.loads((CASES / name).read_text(encoding="utf-8"))]  # fmt: skip
    if not cases:
        return []
    n, data = sum(map(score_case, cases), Counter()), f"{len(cases)} invented news texts that it was corrected on"
    found = f1(n["both"], n["found"], n["wanted"])
    return [
        measured("own quotes", found["f1"], n["wanted"], data),
        measured("own speakers", n["right"] / max(1, n["both"]), n["both"], data),
    ]
