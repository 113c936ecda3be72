"""Look at a whole text once: where the article stands, its title, its excerpts, lists of posts and comments."""

import numpy as np

from helpers.cleaning.excerpts import Spans, find_excerpts
from helpers.cleaning.extent import body_chance
from helpers.cleaning.features import best_run
from helpers.cleaning.header import find_title
from helpers.cleaning.lines import Line
from helpers.cleaning.marks import BOTTOM_HEADS, is_dated_entry
from helpers.cleaning.phrases import KIND, find_phrases
from helpers.cleaning.rules import LIKELY, View, furniture_phrase

LIGHT = 0.6  # share of a light text's words that the weights take for article


def find_comments(lines: list[Line], mass: np.ndarray, whole: list[int]) -> int:
    """Where the readers' comments begin: a heading of comments in the lower half, the number of lines if there is none."""
    total = np.concatenate([[0.0], np.cumsum(mass)])
    for at, line in enumerate(lines):
        lower = total[at] >= 0.5 * total[-1] and total[-1] - total[at] <= 0.35 * total[-1]
        if lower and line.n_words <= 6 and (whole[at] == KIND["comment"] or BOTTOM_HEADS.match(line.text)):
            return at
    return len(lines)


def find_posts(lines: list[Line]) -> frozenset[int]:
    """The lines of every run of three or more dated entries that end like titles: lists of older posts."""
    entry = [is_dated_entry(line) and line.text[-1] not in ".:;," for line in lines]
    found, run = set(), []
    for at, is_entry in enumerate([*entry, False]):
        if is_entry:
            run.append(at)
            continue
        found |= set(run) if len(run) >= 3 else set()
        run = []
    return frozenset(found)


def _excerpts(view: View) -> Spans:
    """The excerpts among the article's lines, furniture and lists of posts left out."""
    inside = [
        at
        for at in range(view.first, min(view.last + 3, view.comments, len(view.lines)))
        if at in view.posts or not furniture_phrase(view, at)
    ]
    found = find_excerpts([view.lines[at] for at in inside])
    return {inside[position]: span for position, span in found.items()}


def look(lines: list[Line]) -> View:
    """Gather what the rules need to know of a text."""
    chance = body_chance(lines)
    n_words = np.array([line.n_words for line in lines])
    start, end = best_run((chance - LIKELY) * (n_words + 1))
    phrases = [find_phrases(line) for line in lines]
    mass = np.where(chance >= LIKELY, n_words, 0.0)
    body = [line for line, c in zip(lines, chance, strict=True) if c >= LIKELY]
    view = View(
        lines, chance.tolist(), phrases, start, end - 1, bool(mass.sum() >= LIGHT * n_words.sum()),
        find_title(lines, start, body), find_comments(lines, mass, [whole for whole, _, _ in phrases]),
        find_posts(lines), {},
    )  # fmt: skip
    return view._replace(excerpts=_excerpts(view))
