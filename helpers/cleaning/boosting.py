"""Boosted symmetric trees for a yes-or-no answer: every level of a tree asks one question of all its branches."""

import numpy as np

N_BINS = 48
ROWS_AT_ONCE = 1024  # all trees are asked about so many rows at a time, which bounds the memory
Slopes = tuple[np.ndarray, np.ndarray]  # first and second derivative of the loss for every row


def _bin(values: np.ndarray) -> tuple[np.ndarray, list[np.ndarray]]:
    """Cut every column at its quantiles: bin numbers, and the cuts (a value in bin b is above cut b − 1)."""
    cuts = [np.unique(np.quantile(column, np.linspace(0, 1, N_BINS + 1)[1:-1])) for column in values.T]
    bins = np.stack([np.searchsorted(c, v) for c, v in zip(cuts, values.T, strict=True)], axis=1)
    return np.asfortranarray(bins, dtype=np.int64), cuts


def _gains(bins: np.ndarray, leaf: np.ndarray, n_leaves: int, slopes: Slopes, ridge: float) -> np.ndarray:
    """Gain of cutting every leaf at each bin of one column."""
    size, (grad, hess) = n_leaves * N_BINS, slopes
    slot = leaf * N_BINS + bins
    g = np.bincount(slot, grad, size).reshape(n_leaves, N_BINS).cumsum(1)
    h = np.bincount(slot, hess, size).reshape(n_leaves, N_BINS).cumsum(1)
    g_all, h_all = g[:, -1:], h[:, -1:]
    return (g**2 / (h + ridge) + (g_all - g) ** 2 / (h_all - h + ridge)).sum(0)[:-1]


def _grow(bins: np.ndarray, cuts: list, slopes: Slopes, columns: np.ndarray, depth: int, ridge: float) -> tuple:
    """Choose the questions of one tree, best first: columns, bins, and the leaf of every row."""
    leaf, questions = np.zeros(len(bins), dtype=np.int64), []
    for level in range(depth):
        best = (-1.0, 0, 0)
        for column in columns:
            gains = _gains(bins[:, column], leaf, 2**level, slopes, ridge)[: max(1, len(cuts[column]))]
            at = int(np.argmax(gains))
            if gains[at] > best[0] and len(cuts[column]):
                best = (float(gains[at]), int(column), at)
        questions.append(best[1:])
        leaf = leaf * 2 + (bins[:, best[1]] > best[2])
    return questions, leaf


def fit(values: np.ndarray, answers: np.ndarray, weights: np.ndarray, *, n_trees: int = 150, depth: int = 5,
        rate: float = 0.1, ridge: float = 20.0, share_rows: float = 0.25, share_columns: float = 0.25,
        seed: int = 0) -> dict[str, np.ndarray]:  # fmt: skip
    """Train on rows of measures, their 0/1 answers and their weights.

    Returns the arrays `columns` and `cuts` (tree × depth), `leaves` (tree × 2^depth) and `offset` for `predict`.
    Source: Friedman (2001) with Newton steps; symmetric trees as in Prokhorenkova et al. (2018).
    """
    rng = np.random.default_rng(seed)
    values = values.astype(np.float32)
    bins, cuts = _bin(values)
    mean = np.average(answers, weights=weights)
    offset = float(np.log(mean / (1 - mean)))
    logit = np.full(len(answers), offset)
    model = {
        "columns": np.zeros((n_trees, depth), np.int16),
        "cuts": np.zeros((n_trees, depth), np.float32),
        "leaves": np.zeros((n_trees, 2**depth), np.float32),
        "offset": np.array(offset, np.float32),
    }
    for tree in range(n_trees):
        chance = 1 / (1 + np.exp(-logit))
        grad, hess = weights * (answers - chance), weights * chance * (1 - chance)
        rows = rng.random(len(answers)) < share_rows
        chosen = rng.choice(values.shape[1], max(1, int(share_columns * values.shape[1])), replace=False)
        questions, leaf = _grow(np.asfortranarray(bins[rows]), cuts, (grad[rows], hess[rows]), chosen, depth, ridge)
        g, h = np.bincount(leaf, grad[rows], 2**depth), np.bincount(leaf, hess[rows], 2**depth)
        model["leaves"][tree] = rate * g / (h + ridge)
        for level, (column, at) in enumerate(questions):
            model["columns"][tree, level] = column
            model["cuts"][tree, level] = np.float32(cuts[column][at])
        logit += predict_tree(model, tree, values)
    return model


def _leaf(columns: np.ndarray, cuts: np.ndarray, values: np.ndarray) -> np.ndarray:
    """The leaf that every row of measures falls into, tree × row."""
    asked = np.ascontiguousarray(values.T)[columns.T]  # level × tree × row
    above = (asked > cuts.T[:, :, None]).view(np.uint8)
    leaf = above[0]
    for level in above[1:]:
        leaf = leaf * np.uint8(2) + level
    return leaf


def predict_tree(model: dict[str, np.ndarray], tree: int, values: np.ndarray) -> np.ndarray:
    """What one tree adds to the log odds of every row."""
    leaf = _leaf(model["columns"][tree : tree + 1], model["cuts"][tree : tree + 1], values)[0]
    return model["leaves"][tree][leaf].astype(np.float64)


def predict(model: dict[str, np.ndarray], values: np.ndarray) -> np.ndarray:
    """Log odds of a yes for every row of measures.

    >>> values, answers = np.array([[0.0], [1.0]] * 50), np.array([0, 1] * 50)
    >>> model = fit(values, answers, np.ones(100), n_trees=20, depth=1, rate=0.12, share_rows=0.5)
    >>> predict(model, np.array([[0.0], [1.0]])).round().tolist()
    [-1.0, 1.0]
    """
    leaves = model["leaves"]
    first_leaf = (np.arange(len(leaves)) * leaves.shape[1])[:, None]
    parts = []
    for at in range(0, len(values), ROWS_AT_ONCE):
        leaf = _leaf(model["columns"], model["cuts"], values[at : at + ROWS_AT_ONCE].astype(np.float32))
        parts.append(leaves.ravel()[leaf + first_leaf].sum(0, dtype=np.float64))
    return model["offset"] + np.concatenate(parts)
