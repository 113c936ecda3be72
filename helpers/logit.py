"""Conditional logit: which of several candidates is chosen, by the weights of their features (McFadden 1974)."""

from collections import Counter
from itertools import chain
from typing import NamedTuple

import numpy as np

LEAST = 3  # choices that a feature must occur in to be learnt
PENALTY, STEPS, PACE = 3.0, 150, 0.05  # of the squared weights; of Adam (Kingma & Ba 2015)
SMALLEST = 0.02  # weights below it are not kept


class Example(NamedTuple):
    """One choice: whose text, what kind, the features of each candidate, which candidates are right."""

    writer: str
    kind: str
    names: list[list[str]]
    right: list[bool]


def fit(examples: list[Example]) -> tuple[list[str], np.ndarray]:
    """(names of the features, their weights): those under which the right candidates are likeliest.

    Choices without a right candidate teach nothing.

    >>> names, values = fit([Example("a", "", [["near"], ["far"]], [True, False])] * LEAST)
    >>> [name for name, value in zip(names, values, strict=True) if value > 0]
    ['near']
    """
    examples = [example for example in examples if any(example.right)]
    counts = Counter(name for example in examples for name in set(chain.from_iterable(example.names)))
    names = sorted(name for name, count in counts.items() if count >= LEAST)
    numbers = {name: number for number, name in enumerate(names)}
    rows, columns, groups, right = [], [], [], []
    for group, example in enumerate(examples):
        for held, is_right in zip(example.names, example.right, strict=True):
            known = [numbers[name] for name in held if name in numbers]
            rows += [len(groups)] * len(known)
            columns += known
            groups.append(group)
            right.append(is_right)
    return names, _climb(*map(np.array, (rows, columns, groups, right)), len(names))


def _climb(rows: np.ndarray, columns: np.ndarray, groups: np.ndarray, right: np.ndarray, size: int) -> np.ndarray:
    weights, mean, spread = np.zeros(size), np.zeros(size), np.zeros(size)
    starts = np.flatnonzero(np.diff(groups, prepend=-1))
    for step in range(1, STEPS + 1):
        sums = np.bincount(rows, weights[columns], len(groups))
        grown = np.exp(sums - np.maximum.reduceat(sums, starts)[groups])
        chance = grown / np.add.reduceat(grown, starts)[groups]
        hit = chance * right
        pull = hit / np.add.reduceat(hit, starts)[groups] - chance
        slope = PENALTY * weights - np.bincount(columns, pull[rows], size)
        mean, spread = 0.9 * mean + 0.1 * slope, 0.99 * spread + 0.01 * slope * slope
        weights = weights - PACE * (mean / (1 - 0.9**step)) / (np.sqrt(spread / (1 - 0.99**step)) + 1e-8)
    return weights


def as_arrays(names: list[str], values: np.ndarray) -> dict[str, np.ndarray]:
    """The names and values that are not too small to be kept, as they are written."""
    kept = np.flatnonzero(np.abs(values) >= SMALLEST)
    return {"names": np.array([names[number] for number in kept]), "values": values[kept].astype(np.float16)}
