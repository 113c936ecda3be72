"""Find the lines of a text that are the article: two stages of boosted trees, the second sees what the first thought."""

import numpy as np

from helpers.cleaning import boosting
from helpers.cleaning.features import BASE, best_run, features, window_sums
from helpers.cleaning.lines import Line
from helpers.tables import read_model

WIDTHS = (1, 2, 3, 5, 10, 20)


def second_features(lines: list[Line], first: np.ndarray, logit: np.ndarray) -> np.ndarray:
    """What the first stage thought of a line and of the lines around it, beside the line's own measures."""
    chance = 1 / (1 + np.exp(-logit))
    n_words = np.array([line.n_words for line in lines]) + 0.5
    mass, ones = chance * n_words, np.ones(len(lines))
    near = window_sums(mass, WIDTHS) / np.maximum(window_sums(n_words, WIDTHS), 1e-9)
    by_line = window_sums(chance, WIDTHS) / np.maximum(window_sums(ones, WIDTHS), 1e-9)
    start, end = best_run((chance - 0.5) * n_words)
    here = np.arange(len(lines))
    total = np.concatenate([[0.0], np.cumsum(mass)])
    padded = np.pad(logit, 3, constant_values=-6.0)
    columns = [logit, chance, (here >= start) & (here < end), np.log1p(np.maximum(0, start - here)),
               np.log1p(np.maximum(0, here - end + 1)), total[:-1] / max(1.0, total[-1]), np.log1p(total[:-1]),
               np.log1p(total[-1] - total[1:]), np.full(len(lines), np.log1p(total[-1])),
               np.full(len(lines), total[-1] / n_words.sum())]
    columns += [padded[3 + o : 3 + o + len(lines)] for o in (-3, -2, -1, 1, 2, 3)]
    columns += [np.maximum.accumulate(logit), np.maximum.accumulate(logit[::-1])[::-1]]
    return np.concatenate([np.stack(columns, axis=1), near, by_line, first[:, : len(BASE) + 12 + 15]], axis=1)


def _part(model: dict, stage: str) -> dict[str, np.ndarray]:
    return {name: model[f"{stage}_{name}"] for name in ("columns", "cuts", "leaves", "offset")}


def body_chance(lines: list[Line]) -> np.ndarray:
    """Chance (0…1) of every line to be text of the article, by the shipped weights."""
    if not lines:
        return np.zeros(0)
    model = read_model("cleaning")
    weights = dict(zip(model["words"].tolist(), model["word_weights"].tolist(), strict=True))
    first = features(lines, weights)
    logit = boosting.predict(_part(model, "first"), first)
    second = second_features(lines, first, logit)
    return 1 / (1 + np.exp(-boosting.predict(_part(model, "second"), second)))
