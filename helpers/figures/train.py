"""Passages whose figures are coded in full, for all that is learnt about figures.

data/training/coded_figures.jsonl holds invented passages in newsroom prose, one a line: its writer, its text, and
start, end, noun, claimant and stance of every figure; alternatives are joined by "|".
"""

import json
from typing import NamedTuple

from helpers.tables import DATA

PASSAGES = DATA / "training" / "coded_figures.jsonl"


class CodedFigure(NamedTuple):
    """A figure as its coder reads it: offsets, what it counts, who claims it, how it is told."""

    start: int
    end: int
    noun: str
    claimant: str
    stance: str


class CodedPassage(NamedTuple):
    """A passage: who wrote it, its text, its figures in order."""

    writer: str
    text: str
    figures: list[CodedFigure]


def read_coded() -> list[CodedPassage]:
    """The passages of data/training/coded_figures.jsonl in order."""
    rows = map(json.loads, PASSAGES.read_text(encoding="utf-8").splitlines())
    return [CodedPassage(row["writer"], row["text"], [CodedFigure(*one) for one in row["figures"]]) for row in rows]
