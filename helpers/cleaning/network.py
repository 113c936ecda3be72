"""Small networks for one of several answers: one hidden layer over measures and over the words of a line."""

import numpy as np

FURTHEST = 4.0  # standard deviations from the mean beyond which a measure counts as this far
HIDDEN, EPOCHS, ROWS, RATE, DECAY, WARM_UP = 64, 20, 256, 4e-3, 1e-3, 50
IN_DROPOUT, DROPOUT, SMOOTHING = 0.1, 0.3, 0.05
BETA1, BETA2, EPSILON = 0.9, 0.999, 1e-8
Weights = dict[str, np.ndarray]


def scale(measures: np.ndarray, net: Weights) -> np.ndarray:
    """Measures in standard deviations from their mean in training, line × column."""
    return np.clip((measures - net["mean"]) / net["spread"], -FURTHEST, FURTHEST)


def forward(measures: np.ndarray, words: list[list[int]], nets: Weights) -> np.ndarray:
    """Probability of each answer, the mean of several networks: line × answer.

    measures: line × column, as measured; words: for each line the numbers of the words it has; nets: as `fit_several`
    gives them.
    """
    hidden = scale(measures, nets).astype(np.float32) @ nets["measures"] + nets["hidden_bias"]
    for at, found in enumerate(words):
        if found:
            hidden[at] += nets["words"][found].sum(0)
    by_net = np.maximum(hidden, 0.0).reshape(len(hidden), -1, HIDDEN).swapaxes(0, 1)
    return softmax(by_net @ nets["out"] + nets["out_bias"][:, None]).mean(0)


def softmax(scores: np.ndarray) -> np.ndarray:
    """Scores as probabilities that sum to 1 along the last axis."""
    grown = np.exp(scores - scores.max(-1, keepdims=True))
    return grown / grown.sum(-1, keepdims=True)


def _new(n_measures: int, n_words: int, n_answers: int, random: np.random.Generator) -> Weights:
    inputs = n_measures + n_words
    first = random.normal(0, np.sqrt(2 / inputs), (inputs, HIDDEN)).astype(np.float32)
    return {
        "measures": first[:n_measures], "words": first[n_measures:], "hidden_bias": np.zeros(HIDDEN, np.float32),
        "out": random.normal(0, np.sqrt(1 / HIDDEN), (HIDDEN, n_answers)).astype(np.float32),
        "out_bias": np.zeros(n_answers, np.float32),
    }  # fmt: skip


def _keep(shape: tuple[int, ...], dropout: float, random: np.random.Generator) -> np.ndarray:
    """Ones, grown to make up for the zeros among them."""
    return (random.random(shape, dtype=np.float32) >= dropout).astype(np.float32) / np.float32(1 - dropout)


def _slopes(x: np.ndarray, wanted: np.ndarray, net: Weights, n_measures: int, random: np.random.Generator) -> Weights:
    """The slopes of the cross-entropy of some rows, dropout at both layers."""
    x = x * _keep(x.shape, IN_DROPOUT, random)
    keep = _keep((len(x), HIDDEN), DROPOUT, random)
    first = np.concatenate([net["measures"], net["words"]])
    hidden = np.maximum(x @ first + net["hidden_bias"], 0.0) * keep
    error = (softmax(hidden @ net["out"] + net["out_bias"]) - wanted) / len(x)
    back = (error @ net["out"].T) * keep * (hidden > 0)
    slope = x.T @ back
    return {
        "measures": slope[:n_measures], "words": slope[n_measures:], "hidden_bias": back.sum(0),
        "out": hidden.T @ error, "out_bias": error.sum(0),
    }  # fmt: skip


def fit(x: np.ndarray, wanted: np.ndarray, n_measures: int, seed: int) -> Weights:
    """Train one network on its inputs (line × column: scaled measures, then words) and the wanted probabilities.

    Source: cross-entropy with smoothed labels, dropout, Adam (Kingma & Ba 2015) with decoupled decay (Loshchilov &
    Hutter 2019) and a rate that falls to zero.
    """
    random = np.random.default_rng(seed)
    net = _new(n_measures, x.shape[1] - n_measures, wanted.shape[1], random)
    means, squares = ({name: np.zeros_like(value) for name, value in net.items()} for _ in range(2))
    last, step = EPOCHS * -(-len(x) // ROWS), 0
    for _ in range(EPOCHS):
        order = random.permutation(len(x))
        for begin in range(0, len(x), ROWS):
            rows, step = order[begin : begin + ROWS], step + 1
            rate = RATE * min(1.0, step / WARM_UP) * (1 - step / (last + 1))
            for name, slope in _slopes(x[rows], wanted[rows], net, n_measures, random).items():
                means[name] += (1 - BETA1) * (slope - means[name])
                squares[name] += (1 - BETA2) * (slope**2 - squares[name])
                grown = means[name] / (1 - BETA1**step)
                change = grown / (np.sqrt(squares[name] / (1 - BETA2**step)) + EPSILON)
                decay = DECAY if net[name].ndim > 1 else 0.0
                net[name] -= np.float32(rate) * (change + decay * net[name])
    return net


def fit_several(measures: np.ndarray, words: np.ndarray, answers: np.ndarray, n_answers: int, n_nets: int) -> Weights:
    """Train several networks that differ by their seed.

    measures: line × column; words: line × word, 0 or 1; answers: the number of each line's answer.
    Returns the arrays that `forward` needs: the first layers side by side, the last ones stacked.
    """
    scaling = {"mean": measures.mean(0).astype(np.float32), "spread": (measures.std(0) + 1e-6).astype(np.float32)}
    x = np.concatenate([scale(measures, scaling), words], axis=1).astype(np.float32)
    wanted = (np.eye(n_answers)[answers] * (1 - SMOOTHING) + SMOOTHING / n_answers).astype(np.float32)
    nets = [fit(x, wanted, measures.shape[1], seed) for seed in range(n_nets)]
    beside, stacked = ("measures", "words", "hidden_bias"), ("out", "out_bias")
    first = {name: np.concatenate([net[name] for net in nets], axis=-1) for name in beside}
    return scaling | first | {name: np.stack([net[name] for net in nets]) for name in stacked}
