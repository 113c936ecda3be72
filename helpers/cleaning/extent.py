"""Find the lines of a text that are the article: two stages of trees, the second sees what the first thought."""

from functools import lru_cache

import numpy as np

from helpers.cleaning import boosting
from helpers.cleaning.features import BASE, content_sets, features
from helpers.cleaning.lines import Line
from helpers.cleaning.phrases import KINDS, Phrases
from helpers.cleaning.place import best_run, shared_words, sums_between, window_sums
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


def _run_columns(chance: np.ndarray, n_words: np.ndarray, sets: list[frozenset[str]]) -> list[np.ndarray]:
    """The run that a line is in: its weight, its distance from the heaviest run, the words it shares with that one."""
    n, found = len(chance), runs(chance >= 0.4)
    weight, distance, kinship, is_main, shared = np.zeros(n), np.full(n, 6.0), np.zeros(n), np.zeros(n), np.zeros(n)
    if found:
        start, end = np.array(found).T
        masses = sums_between(chance * n_words, start, end)
        main = int(masses.argmax())
        here, chosen = np.arange(n), np.zeros(n, bool)
        chosen[start[main] : end[main]] = chance[start[main] : end[main]] >= CONFIDENT
        shared = shared_words(sets, chosen)
        gap = np.maximum(start[main] - here, here - end[main] + 1)
        distance = np.sign(here - start[main]) * np.log1p(np.maximum(0, gap))
        owner = np.repeat(np.arange(len(found)), end - start)
        inside = np.arange(len(owner)) + (start - np.cumsum(end - start) + end - start)[owner]
        weight[inside] = np.log1p(masses)[owner]
        kinship[inside] = (sums_between(shared * n_words, start, end) / sums_between(n_words, start, end))[owner]
        is_main[start[main] : end[main]] = 1
    common, size = window_sums(np.array([shared * n_words, n_words]), widths=(3,))
    near = common / np.maximum(size, 1e-9)
    return [weight, distance, kinship, is_main, shared, *near]


def second_features(
    lines: list[Line], first: np.ndarray, logit: np.ndarray, sets: list[frozenset[str]] | None = None
) -> np.ndarray:
    """What the first stage thought of a line and of the lines around it, beside the line's own measures."""
    chance, n, here = 1 / (1 + np.exp(-logit)), len(lines), np.arange(len(lines))
    n_words = np.array([line.n_words for line in lines]) + 0.5
    mass = chance * n_words
    masses, sizes, chances, counts = window_sums(np.array([mass, n_words, chance, np.ones(n)]), widths=WIDTHS)
    near, by_line = masses / np.maximum(sizes, 1e-9), chances / np.maximum(counts, 1e-9)
    start, end = best_run((chance - 0.5) * n_words)
    total, padded = np.zeros(n + 1), np.full(n + 6, -6.0)
    np.cumsum(mass, out=total[1:])
    padded[3 : 3 + n] = logit
    columns = [
        logit,
        chance,
        (here >= start) & (here < end),
        np.log1p(np.maximum(0, start - here)),
        np.log1p(np.maximum(0, here - end + 1)),
        total[:-1] / max(1.0, total[-1]),
        np.log1p(total[:-1]),
        np.log1p(total[-1] - total[1:]),
        np.full(n, np.log1p(total[-1])),
        np.full(n, total[-1] / n_words.sum()),
    ]
    columns += [padded[3 + o : 3 + o + n] for o in (-3, -2, -1, 1, 2, 3)]
    columns += [np.maximum.accumulate(logit), np.maximum.accumulate(logit[::-1])[::-1]]
    columns += _run_columns(chance, n_words, sets or content_sets(lines))
    return np.concatenate([np.array(columns), near, by_line, first.T[:N_OWN]]).T


@lru_cache(maxsize=2)
def _trees(stage: str) -> dict[str, np.ndarray]:
    model = read_model("cleaning")
    return {name: model[f"{stage}_{name}"] for name in ("columns", "cuts", "leaves", "offset")}


@lru_cache(maxsize=1)
def _word_weights() -> dict[str, float]:
    model = read_model("cleaning")
    return dict(zip(model["words"].tolist(), model["word_weights"].tolist(), strict=True))


def body_chance(lines: list[Line], phrases: list[Phrases]) -> tuple[np.ndarray, np.ndarray]:
    """Chance (0…1) of every line to be text of the article, by the shipped weights, and the measures it comes from."""
    sets = content_sets(lines)
    first = features(lines, _word_weights(), phrases, sets)
    logit = boosting.predict(_trees("first"), first)
    second = second_features(lines, first, logit, sets)
    return 1 / (1 + np.exp(-boosting.predict(_trees("second"), second))), first
