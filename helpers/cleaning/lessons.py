"""What the second opinion learns from: coded dumps, and pages of which only the article's lines are known."""

import zlib
from collections import Counter
from typing import NamedTuple

import numpy as np

from helpers.cleaning.around import look_around
from helpers.cleaning.augment import Page
from helpers.cleaning.coded import Coded
from helpers.cleaning.facts import LABELS, View
from helpers.cleaning.labels import by_rules
from helpers.cleaning.lines import cut_lines
from helpers.cleaning.network import Weights, fit_several, forward
from helpers.cleaning.opinion import measure, words_of
from helpers.cleaning.redump import AGAIN
from helpers.cleaning.view import look
from helpers.cleaning.wrapped import unwrap

RARE, MOST = 3, 600  # texts that a word stands in, at least, to be learned; words that are learned, at most
SHARE = 0.6  # of the furniture that the rules know on pages of WCXB: so many lines are learned from
N_NETS = 2  # networks whose mean decides: one alone is surer than it should be
N_PARTS = 2  # parts of the lessons: of each the first networks speak that learned from the others
HALVED = ("_measures", "_words", "_out")  # arrays kept in half precision


class Lesson(NamedTuple):
    """The lines of one text: their measures, words, and the number of the right label of each, −1: unknown."""

    page: str  # dumps of one page share it
    measures: np.ndarray
    words: list[set[str]]
    labels: np.ndarray


def _lesson(page: str, view: View, wanted: list[str]) -> Lesson:
    numbers = [LABELS.index(label) if label else -1 for label in wanted]
    return Lesson(page, measure(view, by_rules(view)), list(map(words_of, view.lines)), np.array(numbers))


def from_coded(dump: Coded) -> Lesson:
    """The lesson of a coded dump; a paragraph that was broken into lines has the label of its first."""
    own = [line.start for line in cut_lines(dump.text)]
    first = dict(zip(own, dump.labels, strict=True))
    view = look(cut_lines(unwrap(dump.text)))
    return _lesson(dump.name.removesuffix(AGAIN), view, [first[line.start] for line in view.lines])


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
    return _lesson(page.group, view, wanted)


def _vocabulary(lessons: list[Lesson]) -> dict[str, int]:
    """The commonest words of all lessons, by the alphabet, each with its number."""
    counts = Counter(word for lesson in lessons for word in set().union(*lesson.words))
    common = sorted((word for word, n in counts.items() if n >= RARE), key=lambda word: (-counts[word], word))[:MOST]
    return {word: at for at, word in enumerate(sorted(common))}


def _numbers(lesson: Lesson, vocabulary: dict[str, int]) -> list[list[int]]:
    return [sorted(vocabulary[word] for word in words if word in vocabulary) for words in lesson.words]


def _fit(lessons: list[Lesson], vocabulary: dict[str, int], n_nets: int) -> Weights:
    """Networks for the lines whose label is known."""
    labels = np.concatenate([lesson.labels for lesson in lessons])
    known = np.flatnonzero(labels >= 0)
    numbers = [found for lesson in lessons for found in _numbers(lesson, vocabulary)]
    words = np.zeros((len(known), len(vocabulary)), np.float32)
    for row, at in enumerate(known.tolist()):
        words[row, numbers[at]] = 1
    measures = np.concatenate([lesson.measures for lesson in lessons])[known]
    return fit_several(measures, words, labels[known], len(LABELS), n_nets)


def _with_around(lesson: Lesson, vocabulary: dict[str, int], nets: Weights) -> Lesson:
    """The lesson with what networks that did not learn from it think of the lines around each line."""
    around = look_around(forward(lesson.measures, _numbers(lesson, vocabulary), nets))
    return lesson._replace(measures=np.concatenate([lesson.measures, around], axis=1))


def learn(lessons: list[Lesson]) -> dict[str, np.ndarray]:
    """Train both stages of networks on all lines whose label is known; returns their arrays and the `vocabulary`.

    The second learn from what the first say of texts that they have not seen.
    """
    vocabulary = _vocabulary(lessons)
    parts: list[list[Lesson]] = [[] for _ in range(N_PARTS)]
    for lesson in lessons:
        parts[zlib.crc32(lesson.page.encode()) % N_PARTS].append(lesson)
    seen: list[Lesson] = []
    for own in parts:
        nets = _fit([lesson for part in parts if part is not own for lesson in part], vocabulary, 1)
        seen += [_with_around(lesson, vocabulary, nets) for lesson in own]
    stages = {"first": _fit(lessons, vocabulary, 1), "second": _fit(seen, vocabulary, N_NETS)}
    arrays = {f"{stage}_{name}": value for stage, nets in stages.items() for name, value in nets.items()}
    small = {name: value.astype(np.float16) if name.endswith(HALVED) else value for name, value in arrays.items()}
    return small | {"vocabulary": np.array(list(vocabulary))}
