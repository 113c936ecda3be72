"""How many lines get the label that a coder gave them: news pages, and invented pages that nothing learned from."""

import csv
from collections.abc import Iterable
from pathlib import Path

from helpers.cleaning import label_lines
from helpers.cleaning.train import read_coded
from helpers.measure.rows import CASES, Measured, measured

HALVES = {"read": "news pages whose errors were read", "aside": "news pages set aside"}
FURNITURE = "boilerplate"
Page = tuple[str, dict[int, str]]  # text; line number → label


def score_pages(pages: Iterable[Page]) -> tuple[float, int]:
    """Share of lines labelled right, among those that the coder or the program does not call furniture; how many.

    >>> score_pages([("Home\\nShare", {1: "boilerplate", 2: "boilerplate"})])
    (1.0, 0)
    """
    right = total = 0
    for text, wanted in pages:
        lines = label_lines(text)
        for number, label in zip(lines.line, lines.label, strict=True):
            if (label, wanted[number]) != (FURNITURE, FURNITURE):
                right, total = right + (label == wanted[number]), total + 1
    return (right / total if total else 1.0), total


def _numbers(text: str) -> list[int]:
    return [number for number, line in enumerate(text.split("\n"), 1) if line.strip()]


def _news_rows() -> list[dict[str, str]]:
    """The coded lines of news pages: page, line, label, and the part of the pages that it belongs to."""
    path = CASES / "news_lines.csv"
    if not path.is_file():
        return []
    with path.open(encoding="utf-8", newline="") as rows:
        return list(csv.DictReader(rows))


def news_halves() -> dict[str, str]:
    """Page → `read` if its errors were read while the rules were written, `aside` if nobody has read them."""
    return {row["page"]: row["half"] for row in _news_rows()}


def read_news(benchmarks: Path, half: str) -> list[Page]:
    """One part of the coded news pages: news_lines.csv names their lines, the benchmark holds their text."""
    folder = benchmarks / "cleaning" / "scrapinghub" / "inscriptis"
    if not folder.is_dir():
        return []
    named: dict[str, dict[int, str]] = {}
    for row in _news_rows():
        if row["half"] == half:
            named.setdefault(row["page"], {})[int(row["line"])] = row["label"]
    pages = []
    for page, labels in named.items():
        text = (folder / f"{page}.txt").read_text(encoding="utf-8")
        pages.append((text, {number: labels.get(number, FURNITURE) for number in _numbers(text)}))
    return pages


def read_dumps(part: str) -> list[Page]:
    """The invented dumps of one folder of tests/cases/dumps."""
    coded = read_coded(CASES / "dumps" / part)
    return [(dump.text, dict(zip(_numbers(dump.text), dump.labels, strict=True))) for dump in coded]


def measure_labels(benchmarks: Path | None) -> list[Measured]:
    """Labels of lines on each half of the news pages and on the invented pages set aside, as far as they are there."""
    news = HALVES.items() if benchmarks else []
    sets = {f"labels {half}": (read_news(benchmarks, half), data) for half, data in news}
    sets["labels invented"] = (read_dumps("fresh"), "invented pages set aside")
    told = {key: (*score_pages(pages), f"{len(pages)} {data}") for key, (pages, data) in sets.items() if pages}
    return [measured(key, score, cases, data) for key, (score, cases, data) in told.items()]
