"""Train the weights of nouns that stand elsewhere: `python -m helpers.figures.elsewhere.train`.

data/training/counted_nouns.jsonl holds invented passages, one a line: its writer, its text, and start, end and noun of
each figure. Cross-validates by parts of the passages, then trains on all and writes data/models/counted_nouns.npz and
.json. Takes less than a minute on one core and gives the same weights each time.
"""

import json
import re
from typing import NamedTuple

from helpers.figures.elsewhere.candidates import Noun, has_own, nouns_for
from helpers.figures.elsewhere.choose import MODEL, SURE, likeliest
from helpers.figures.find import read_figures
from helpers.logit import Example, as_arrays, fit
from helpers.tables import DATA, write_model

PASSAGES = DATA / "training" / "counted_nouns.jsonl"
PARTS = 5
WEIGHT = 6  # how often a test sentence counts
WORD = re.compile(r"\w+")
ENDING = re.compile(r"(?:ies|es|s)$")
NOTES = {
    "model": "what a number counts that has no noun of its own: conditional logit over the nouns around it",
    "trained_on": "data/training/counted_nouns.jsonl, passages invented for this project",
    "command": "python -m helpers.figures.elsewhere.train",
}


class Passage(NamedTuple):
    """A passage: who wrote it, its text, and (start, end, noun) of each figure; several nouns are joined by "|"."""

    writer: str
    text: str
    figures: list[tuple[int, int, str]]


class Case(NamedTuple):
    """A figure without a noun of its own: its candidates, the same as an example, whether the rules are right."""

    nouns: list[Noun]
    example: Example
    by_rule: bool


def read_passages() -> list[Passage]:
    """The passages of data/training in order."""
    rows = map(json.loads, PASSAGES.read_text(encoding="utf-8").splitlines())
    return [Passage(row["writer"], row["text"], [tuple(figure) for figure in row["figures"]]) for row in rows]


def same(truth: str, noun: str) -> bool:
    """Whether a noun is one of those coded, plural or not.

    >>> same("patrol boats|ships", "boat"), same("patrol boats", "crews")
    (True, False)
    """
    if not truth:
        return not noun
    words = {ENDING.sub("", word) for word in WORD.findall(noun.lower())}
    coded = ({ENDING.sub("", word) for word in WORD.findall(one.lower())} for one in truth.split("|"))
    return any(not words.isdisjoint(one) for one in coded)


def cases_of(passage: Passage) -> list[Case]:
    """One case per coded figure of a passage that has no noun of its own."""
    context, found = read_figures(passage.text)
    cases = []
    for place, figure in enumerate(found):
        row = figure.row
        truth = next((noun for start, end, noun in passage.figures if start < row["end"] and row["start"] < end), None)
        if truth is None or has_own(figure):
            continue
        nouns = nouns_for(context, found, place)
        right = [same(truth, noun.noun) for noun in nouns]
        example = Example(passage.writer, "", [noun.names for noun in nouns], right)
        cases.append(Case(nouns, example, same(truth, row["noun"])))
    return cases


def is_right(case: Case, weights: dict[str, float]) -> bool:
    """Whether the weights choose a right noun, or where they are not sure leave a right one."""
    noun, chance = likeliest(case.nouns, weights)
    return case.example.right[case.nouns.index(noun)] if chance >= SURE else case.by_rule


def _weighted(examples: list[Example]) -> list[Example]:
    """The examples, those of the test sentences more than once: each of them shows a construction by itself."""
    return examples + [example for example in examples if example.writer == "cases"] * (WEIGHT - 1)


def cross_validated(passages: list[Passage]) -> dict[str, float]:
    """How often the rules and the weights are right about parts of the passages, trained on the other parts.

    The test sentences, which the rules were written for, are trained on and not counted.
    """
    own = [passage for passage in passages if passage.writer != "cases"]
    tests = [case.example for passage in passages if passage.writer == "cases" for case in cases_of(passage)]
    parts = [[case for passage in own[part::PARTS] for case in cases_of(passage)] for part in range(PARTS)]
    right = 0
    for part, held in enumerate(parts):
        others = [case.example for number, cases in enumerate(parts) if number != part for case in cases]
        names, values = fit(_weighted(others + tests))
        weights = dict(zip(names, values.tolist(), strict=True))
        right += sum(is_right(case, weights) for case in held)
    cases = [case for part in parts for case in part]
    return {"n": len(cases), "by rule": round(sum(case.by_rule for case in cases) / len(cases), 3),
            "right": round(right / len(cases), 3)}


def main() -> None:
    """Cross-validate, train, write."""
    passages = read_passages()
    measured = cross_validated(passages)
    names, values = fit(_weighted([case.example for passage in passages for case in cases_of(passage)]))
    print(write_model(MODEL, as_arrays(names, values), {**NOTES, "passages": len(passages), "measured": measured}))


if __name__ == "__main__":
    main()
