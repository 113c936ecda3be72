"""What is thought of the lines around each line: the second networks see it, so that runs of a label hold together."""

import numpy as np

FLOOR = 1e-3  # probabilities below it count as this small
REACH = 3  # lines above and below whose labels are told one by one
BLOCK = 8  # lines above and below whose labels are counted
OUTSIDE = float(np.log(FLOOR))


def _shifted(told: np.ndarray, offset: int) -> np.ndarray:
    """The rows that stand `offset` further down; `OUTSIDE` beyond the text."""
    moved = np.full_like(told, OUTSIDE)
    start, end = max(0, -offset), min(len(told), len(told) - offset)
    if start < end:
        moved[start:end] = told[start + offset : end + offset]
    return moved


def look_around(chance: np.ndarray) -> np.ndarray:
    """Measures of each line by the labels of the others: line × column.

    chance: the probability of every label for each line, line × label. The columns are the log probabilities of the
    line and of its neighbours, then how many lines near it, and in all above and below it, have each label.
    """
    told, here = np.log(chance + FLOOR), np.arange(len(chance))
    sums = np.concatenate([np.zeros((1, chance.shape[1])), np.cumsum(chance, axis=0)])
    below = np.minimum(here + 1, len(chance))
    counts = (
        sums[here] - sums[np.maximum(0, here - BLOCK)],
        sums[np.minimum(len(chance), here + BLOCK + 1)] - sums[below],
        sums[here], sums[-1] - sums[below],
    )  # fmt: skip
    near = [_shifted(told, offset) for offset in range(-REACH, REACH + 1)]
    return np.concatenate([*near, *(np.log1p(np.maximum(count, 0.0)) for count in counts)], axis=1)
