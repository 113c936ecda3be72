"""What the second opinion learns from: coded dumps, and pages of which only the article's lines are known."""

from collections import Counter
from typing import NamedTuple

import numpy as np

from helpers.cleaning.augment import Page
from helpers.cleaning.coded import Coded
from helpers.cleaning.facts import LABELS, View
from helpers.cleaning.labels import by_rules
from helpers.cleaning.lines import cut_lines
from helpers.cleaning.network import fit_several
from helpers.cleaning.opinion import measure, words_of
from helpers.cleaning.view import look
from helpers.cleaning.wrapped import unwrap

RARE, MOST = 3, 600  # texts that a word stands in, at least, to be learned; words that are learned, at most
SHARE = 0.6  # of the furniture that the rules know on pages of WCXB: so many lines are learned from
N_NETS = 3  # networks whose mean decides: one alone is surer than it should be
HALVED = ("measures", "words", "out")  # arrays kept in half precision


class Lesson(NamedTuple):
    """The lines of one text: their measures, words, and the number of the right label of each, −1: unknown."""

    measures: np.ndarray
    words: list[set[str]]
    labels: np.ndarray


def _lesson(view: View, wanted: list[str]) -> Lesson:
    numbers = [LABELS.index(label) if label else -1 for label in wanted]
    return Lesson(measure(view, by_rules(view)), list(map(words_of, view.lines)), np.array(numbers))


def from_coded(dump: Coded) -> Lesson:
    """The lesson of a coded dump; a paragraph that was broken into lines has the label of its first."""
    own = [line.start for line in cut_lines(dump.text)]
    first = dict(zip(own, dump.labels, strict=True))
    view = look(cut_lines(unwrap(dump.text)))
    return _lesson(view, [first[line.start] for line in view.lines])


def from_page(page: Page, named: dict[int, str], random: np.random.Generator) -> Lesson:
    """The lesson of a page whose lines are known to be article or not, and some by name (line number → label).

    Of the furniture that the rules know for what it is, a share is enough.
    """
    view = look(page.lines)
    wanted = []
    for line, (label, _), letter in zip(view.lines, by_rules(view), page.labels, strict=True):
        right = named.get(line.number, {"B": "body", "N": "boilerplate"}.get(letter, ""))
        known = right == label == "boilerplate" and random.random() >= SHARE
        wanted.append("" if known else right)
    return _lesson(view, wanted)


def learn(lessons: list[Lesson]) -> dict[str, np.ndarray]:
    """Train the networks on all lines whose label is known; returns their arrays and the `vocabulary`."""
    counts = Counter(word for lesson in lessons for word in set().union(*lesson.words))
    common = sorted((word for word, n in counts.items() if n >= RARE), key=lambda word: (-counts[word], word))[:MOST]
    vocabulary = sorted(common)
    measures = np.concatenate([lesson.measures for lesson in lessons])
    labels = np.concatenate([lesson.labels for lesson in lessons])
    lines = [words for lesson in lessons for words in lesson.words]
    known = np.flatnonzero(labels >= 0)
    words = np.array([[word in lines[at] for word in vocabulary] for at in known.tolist()], np.float32)
    nets = fit_several(measures[known], words, labels[known], len(LABELS), N_NETS)
    return {name: value.astype(np.float16) if name in HALVED else value for name, value in nets.items()} | {
        "vocabulary": np.array(vocabulary)
    }
