"""Train the weights of doubt again: `python -m helpers.figures.doubt.train`.

data/training/figure_doubt.jsonl holds invented passages, one a line: its writer, its text, and start, end and stance of
each figure. Short ones are also read joined to others, as an article joins its paragraphs, so that the weights learn
which figure a doubt means. Cross-validates by writer, then trains on all and writes data/models/figure_doubt.npz and
.json. Takes about a minute on one core and gives the same weights each time.
"""

import json
import random
from typing import NamedTuple

import numpy as np

from helpers.figures.context import Context
from helpers.figures.doubt.features import Claimed, Surroundings
from helpers.figures.doubt.weigh import MODEL, STANCES, SURE
from helpers.figures.find import find_figures
from helpers.sentiment.linear import Rows, fit_linear
from helpers.tables import DATA, write_model

PASSAGES = DATA / "training" / "figure_doubt.jsonl"
SHORT, JOINED, TIMES = 100, 3, 2  # words of a short passage; how many are joined; how often each is, at random
LEAST = 3  # figures that a feature must stand beside to be learnt
PENALTY = 40.0  # of the squared weights; chosen by cross-validation
SMALLEST = 0.01  # weights below it in all stances are not kept
NOTES = {
    "model": "stance toward a figure, three classes (neither, doubted, denied): logistic regression on the words and "
    "classes of words around it",
    "trained_on": "data/training/figure_doubt.jsonl, passages invented for this project",
    "command": "python -m helpers.figures.doubt.train",
}


class Passage(NamedTuple):
    """A passage: who wrote it, its text, and (start, end, stance) of each figure."""

    writer: str
    text: str
    figures: list[tuple[int, int, str]]


class Example(NamedTuple):
    """One figure: whose passage, the features around it, its class."""

    writer: str
    names: frozenset[str]
    truth: int


def read_passages() -> list[Passage]:
    """The passages of data/training in order."""
    rows = map(json.loads, PASSAGES.read_text(encoding="utf-8").splitlines())
    return [Passage(row["writer"], row["text"], [tuple(figure) for figure in row["figures"]]) for row in rows]


def _joined(passages: list[Passage], seed: int) -> list[Passage]:
    """Short passages of one writer, joined as the paragraphs of an article."""
    found, by_writer = [], {}
    for passage in passages:
        by_writer.setdefault(passage.writer, []).append(passage)
    for writer, own in sorted(by_writer.items()):
        random.Random(f"{writer}{seed}").shuffle(own)
        for first in range(0, len(own), JOINED):
            text, figures = "", []
            for passage in own[first : first + JOINED]:
                shift = len(text)
                text += passage.text + "\n"
                figures += [(start + shift, end + shift, stance) for start, end, stance in passage.figures]
            found.append(Passage(writer, text, figures))
    return found


def examples_of(passage: Passage) -> list[Example]:
    """One example per figure of a passage that is found in it."""
    rows = find_figures(passage.text).to_dict("records")
    places = [(row["start"], row["end"]) for row in rows]
    context = Context(passage.text, [start for start, _ in places], ())
    around, found = Surroundings(context, places), []
    for row in rows:
        stance = next((told for start, end, told in passage.figures if start < row["end"] and row["start"] < end), None)
        if stance is None:
            continue
        figure = Claimed(row["start"], row["end"], row["noun"], row["claimant"], row["cue"])
        zones = around.zones(context.sentence_number(row["start"]), figure)
        names = frozenset(f"{zone}|{name}" for zone, named in zones for name in named)
        found.append(Example(passage.writer, names, STANCES.index(stance) if stance in STANCES else 0))
    return found


def fit(examples: list[Example]) -> tuple[list[str], np.ndarray]:
    """(names of the features kept, their weights in each class)."""
    names = sorted({name for example in examples for name in example.names})
    numbers = {name: number for number, name in enumerate(names)}
    pairs = [(owner, numbers[name]) for owner, one in enumerate(examples) for name in sorted(one.names)]
    owners, buckets = np.array(pairs).T
    rows = Rows(owners, buckets, np.ones(len(pairs), np.float32), len(examples))
    truth = np.eye(len(STANCES))[[example.truth for example in examples]]
    weights = fit_linear(rows, truth, len(names), PENALTY, LEAST)
    kept = np.flatnonzero(np.abs(weights).max(axis=1) >= SMALLEST)
    return [names[number] for number in kept], weights[kept]


def chances_of(examples: list[Example], names: list[str], values: np.ndarray) -> np.ndarray:
    """The chance of doubt or denial of each example."""
    rows = dict(zip(names, values - values[:, :1], strict=True))
    sums = np.array([sum((rows[n] for n in one.names if n in rows), np.zeros(len(STANCES))) for one in examples])
    grown = np.exp(sums)
    return 1 - grown[:, 0] / grown.sum(axis=1)


def measures(truth: np.ndarray, told: np.ndarray) -> dict[str, float]:
    """How many figures are doubted, and precision and recall of those told so.

    >>> measures(np.array([0, 1, 2, 0]), np.array([0.1, 0.9, 0.2, 0.8]))
    {'n': 4, 'doubted': 2, 'precision': 0.5, 'recall': 0.5}
    """
    hit, doubted = told >= SURE, truth > 0
    right = int((hit & doubted).sum())
    return {"n": len(truth), "doubted": int(doubted.sum()), "precision": round(right / max(1, int(hit.sum())), 3),
            "recall": round(right / max(1, int(doubted.sum())), 3)}


def cross_validated(whole: list[Example], joined: list[Example]) -> dict[str, float]:
    """How the weights score on each writer's passages when trained on those of the others."""
    truth, told = [], []
    for writer in sorted({example.writer for example in whole}):
        held = [example for example in whole if example.writer == writer]
        told.append(chances_of(held, *fit([example for example in whole + joined if example.writer != writer])))
        truth += [example.truth for example in held]
    return measures(np.array(truth), np.concatenate(told))


def main() -> None:
    """Cross-validate, train, write."""
    passages = read_passages()
    short = [passage for passage in passages if len(passage.text.split()) < SHORT]
    whole = [example for passage in passages for example in examples_of(passage)]
    joined = [one for seed in range(TIMES) for passage in _joined(short, seed) for one in examples_of(passage)]
    figures = {"cross-validated by writer": cross_validated(whole, joined)}
    names, values = fit(whole + joined)
    arrays = {"names": np.array(names), "values": values.astype(np.float16)}
    print(write_model(MODEL, arrays, {**NOTES, "passages": len(passages), "measured": figures}))


if __name__ == "__main__":
    main()
