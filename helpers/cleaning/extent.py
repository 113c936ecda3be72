"""Find the lines of a text that are the article: two stages of trees, the second sees what the first thought."""

from functools import lru_cache

import numpy as np

from helpers.cleaning import boosting
from helpers.cleaning.features import BASE, content_sets, features
from helpers.cleaning.lines import Line
from helpers.cleaning.phrases import KINDS, Phrases
from helpers.cleaning.place import best_run, shared_words, window_sums
from helpers.tables import read_model

WIDTHS = (1, 2, 3, 5, 10, 20)
GAP = 2  # lines that a run may skip
CONFIDENT = 0.7
N_OWN = len(BASE) + len(KINDS) + 37  # columns of the first stage that the second sees again: the line and its place


def runs(likely: np.ndarray) -> list[tuple[int, int]]:
    """Runs of likely lines, gaps of up to two lines skipped: (start, end), end exclusive.

    >>> runs(np.array([True, False, True, False, False, False, True]))
    [(0, 3), (6, 7)]
    """
    found: list[list[int]] = []
    for at in np.flatnonzero(likely).tolist():
        if found and at - found[-1][1] <= GAP:
            found[-1][1] = at + 1
        else:
            found.append([at, at + 1])
    return [(start, end) for start, end in found]


def _run_columns(chance: np.ndarray, n_words: np.ndarray, sets: list[set[str]]) -> list[np.ndarray]:
    """The run that a line is in: its weight, its distance from the heaviest run, the words it shares with that one."""
    n, mass = len(chance), chance * n_words
    weight, distance, kinship, is_main = np.zeros(n), np.full(n, 6.0), np.zeros(n), np.zeros(n)
    found = runs(chance >= 0.4)
    shared = np.zeros(n)
    if found:
        main = max(found, key=lambda run: mass[run[0] : run[1]].sum())
        chosen = np.zeros(n, bool)
        chosen[main[0] : main[1]] = chance[main[0] : main[1]] >= CONFIDENT
        shared = shared_words(sets, chosen)
        here = np.arange(n)
        gap = np.maximum(main[0] - here, here - main[1] + 1)
        distance = np.sign(here - main[0]) * np.log1p(np.maximum(0, gap))
        for start, end in found:
            weight[start:end] = np.log1p(mass[start:end].sum())
            kinship[start:end] = np.average(shared[start:end], weights=n_words[start:end])
            is_main[start:end] = (start, end) == main
    common, size = window_sums(shared * n_words, n_words, widths=(3,))
    near = common / np.maximum(size, 1e-9)
    return [weight, distance, kinship, is_main, shared, near[:, 0], near[:, 1]]


def second_features(
    lines: list[Line], first: np.ndarray, logit: np.ndarray, sets: list[set[str]] | None = None
) -> np.ndarray:
    """What the first stage thought of a line and of the lines around it, beside the line's own measures."""
    chance = 1 / (1 + np.exp(-logit))
    n_words = np.array([line.n_words for line in lines]) + 0.5
    mass, ones = chance * n_words, np.ones(len(lines))
    masses, sizes, chances, counts = window_sums(mass, n_words, chance, ones, widths=WIDTHS)
    near, by_line = masses / np.maximum(sizes, 1e-9), chances / np.maximum(counts, 1e-9)
    start, end = best_run((chance - 0.5) * n_words)
    here = np.arange(len(lines))
    total = np.concatenate([[0.0], np.cumsum(mass)])
    padded = np.pad(logit, 3, constant_values=-6.0)
    columns = [
        logit,
        chance,
        (here >= start) & (here < end),
        np.log1p(np.maximum(0, start - here)),
        np.log1p(np.maximum(0, here - end + 1)),
        total[:-1] / max(1.0, total[-1]),
        np.log1p(total[:-1]),
        np.log1p(total[-1] - total[1:]),
        np.full(len(lines), np.log1p(total[-1])),
        np.full(len(lines), total[-1] / n_words.sum()),
    ]
    columns += [padded[3 + o : 3 + o + len(lines)] for o in (-3, -2, -1, 1, 2, 3)]
    columns += [np.maximum.accumulate(logit), np.maximum.accumulate(logit[::-1])[::-1]]
    columns += _run_columns(chance, n_words, sets or content_sets(lines))
    return np.concatenate([np.stack(columns, axis=1), near, by_line, first[:, :N_OWN]], axis=1)


def _part(model: dict, stage: str) -> dict[str, np.ndarray]:
    return {name: model[f"{stage}_{name}"] for name in ("columns", "cuts", "leaves", "offset")}


@lru_cache(maxsize=1)
def _word_weights() -> dict[str, float]:
    model = read_model("cleaning")
    return dict(zip(model["words"].tolist(), model["word_weights"].tolist(), strict=True))


def body_chance(lines: list[Line], phrases: list[Phrases]) -> np.ndarray:
    """Chance (0…1) of every line to be text of the article, by the shipped weights."""
    model, sets = read_model("cleaning"), content_sets(lines)
    first = features(lines, _word_weights(), phrases, sets)
    logit = boosting.predict(_part(model, "first"), first)
    second = second_features(lines, first, logit, sets)
    return 1 / (1 + np.exp(-boosting.predict(_part(model, "second"), second)))
