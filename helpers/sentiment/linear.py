"""Multinomial logistic regression on hashed features, in plain numpy.

Before it is fitted, every feature is scaled by how far it sets one class apart from the others, the naive-Bayes log
ratio of Wang & Manning (2012). Fitted with L-BFGS (Nocedal & Wright 2006, algorithm 7.4).
"""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

MIN_MENTIONS = 3  # a bucket seen in fewer training mentions is left out
PENALTY = 100.0  # of the squared weights, against the sum of the losses; for sentiment, chosen by cross-validation
SCALE, FLOOR = 1.5, 0.1  # of the log ratio
MEMORY, STEPS = 10, 80


class Rows(NamedTuple):
    """Sparse rows, one entry per feature: whose it is, its bucket, its value; and how many mentions there are."""

    owners: np.ndarray
    buckets: np.ndarray
    values: np.ndarray
    size: int


def softmax(logits: np.ndarray) -> np.ndarray:
    """Probabilities along the last axis."""
    grown = np.exp(logits - logits.max(axis=-1, keepdims=True))
    return grown / grown.sum(axis=-1, keepdims=True)


def logits_of(rows: Rows, weights: np.ndarray) -> np.ndarray:
    """One row of class scores per mention; weights: shape (buckets, classes)."""
    shares = weights[rows.buckets] * rows.values[:, None]
    return np.stack([np.bincount(rows.owners, column, rows.size) for column in shares.T], axis=1)


def _scales(rows: Rows, truth: np.ndarray, size: int, n_classes: int, least: int) -> np.ndarray:
    """How far each bucket sets a class apart; 0 for those too rare to tell."""
    seen = np.unique(rows.owners * size + rows.buckets)  # a bucket counts once a mention
    counts = np.stack([np.bincount(seen[truth[seen // size] == c] % size, minlength=size) for c in range(n_classes)])
    total, mentions = counts.sum(axis=0), np.bincount(truth, minlength=n_classes)[:, None]
    ratio = np.log((counts + 1) / mentions) - np.log((total - counts + 1) / (len(truth) - mentions))
    return np.where(total >= least, SCALE * np.abs(ratio).max(axis=0) + FLOOR, 0.0)


def _minimise(loss: Callable[[np.ndarray], tuple[float, np.ndarray]], start: np.ndarray) -> np.ndarray:
    """L-BFGS with backtracking."""
    point, (value, slope) = start, loss(start)
    history: list[tuple[np.ndarray, np.ndarray, float]] = []
    for _ in range(STEPS):
        direction, kept = -slope, []
        for moved, changed, rho in reversed(history):
            share = rho * (moved @ direction)
            direction = direction - share * changed
            kept.append(share)
        if history:
            moved, changed, rho = history[-1]
            direction = direction / (rho * (changed @ changed))
        else:
            direction = direction / np.linalg.norm(slope)
        for (moved, changed, rho), share in zip(history, reversed(kept), strict=True):
            direction = direction + moved * (share - rho * (changed @ direction))
        length, descent = 1.0, slope @ direction
        trial, (new_value, new_slope) = point + direction, loss(point + direction)
        while new_value > value + 1e-4 * length * descent and length > 1e-6:
            length *= 0.5
            trial, (new_value, new_slope) = point + length * direction, loss(point + length * direction)
        moved, changed = trial - point, new_slope - slope
        if moved @ changed > 1e-12:
            history = [*history[1 - MEMORY :], (moved, changed, 1.0 / (moved @ changed))]
        done = abs(value - new_value) < 1e-5 * abs(value)
        point, value, slope = trial, new_value, new_slope
        if done:
            break
    return point


def fit_linear(
    rows: Rows, sure: np.ndarray, size: int, penalty: float = PENALTY, least: int = MIN_MENTIONS
) -> np.ndarray:
    """Fit the weights of every bucket, shape (size, classes), for the values as they are.

    rows: numbered features of the training mentions; sure: the chances of each class, as the model should tell them;
    penalty: of the squared weights; least: mentions that a bucket must be seen in.
    """
    n_classes = sure.shape[1]
    scales = _scales(rows, sure.argmax(axis=1), size, n_classes, least)
    known = scales[rows.buckets] > 0
    used, place = np.unique(rows.buckets[known], return_inverse=True)
    owner, values = rows.owners[known], (rows.values[known] * scales[used][place]).astype(np.float32)
    by_owner, order = np.argsort(owner, kind="stable"), np.argsort(place, kind="stable")
    columns = np.searchsorted(place[order], np.arange(len(used)))
    begins = np.searchsorted(owner[by_owner], np.arange(len(sure)))
    row_place, row_values = place[by_owner], values[by_owner, None]

    def loss(flat: np.ndarray) -> tuple[float, np.ndarray]:
        weights = flat.reshape(-1, n_classes)
        scores = np.add.reduceat(weights[row_place] * row_values, begins, axis=0)
        chances = softmax(scores)
        residual = chances - sure
        slope = np.add.reduceat((residual[owner[order]] * values[order][:, None]), columns, axis=0) + PENALTY * weights
        cost = -(sure * np.log(chances)).sum() + penalty / 2 * (weights**2).sum()
        return float(cost), slope.ravel()

    fitted = _minimise(loss, np.zeros(len(used) * n_classes)).reshape(-1, n_classes)
    weights = np.zeros((size, n_classes), dtype=np.float32)
    weights[used] = (fitted - fitted.mean(axis=1, keepdims=True)) * scales[used][:, None]
    return weights
