"""Training of the network in plain numpy: dropout, the backward pass written out, Adam with decoupled decay."""

import math

import numpy as np

from helpers.sentiment.frames import NAMES_OF_FRAMES
from helpers.sentiment.linear import softmax
from helpers.sentiment.network import FLAGS, WIDTH, Batch, embed, hide, look_up, pool, total, unfold
from helpers.sentiment.roles import ROLES
from helpers.sentiment.windows import GAP, PLACES

DIMENSIONS, HIDDEN, PLACE_DIMENSIONS, ROLE_DIMENSIONS, SIDE = 16, 64, 8, 4, 32
EPOCHS, ROWS, RATE, DECAY, WARM_UP = 7, 64, 3e-3, 1e-4, 0.3
DROPOUT, WORD_DROPOUT, SUM_DROPOUT, SMOOTHING = 0.4, 0.15, 0.1, 0.1
BETA1, BETA2, EPSILON = 0.9, 0.999, 1e-8
FIXED = ("words", "suffixes", "frames")  # row 0 of these tables stands for nothing and stays zero


def new_network(
    n_words: int, n_suffixes: int, n_values: int, n_sums: int, random: np.random.Generator
) -> dict[str, np.ndarray]:
    """A network with random weights for three classes."""
    inputs = DIMENSIONS + n_values + PLACE_DIMENSIONS + ROLE_DIMENSIONS

    def table(rows: int, columns: int, spread: float) -> np.ndarray:
        return random.normal(0.0, spread, (rows, columns)).astype(np.float32)

    def layer(rows: int, columns: int) -> np.ndarray:
        return random.uniform(-1, 1, (rows, columns)).astype(np.float32) / np.float32(math.sqrt(rows))

    net = {
        "words": table(n_words, DIMENSIONS, 0.1), "suffixes": table(n_suffixes, DIMENSIONS, 0.05),
        "frames": table(len(NAMES_OF_FRAMES) + 1, DIMENSIONS, 0.2), "places": table(PLACES + 1, PLACE_DIMENSIONS, 1.0),
        "roles": table(ROLES, ROLE_DIMENSIONS, 0.5),
        "conv": layer(WIDTH * inputs, HIDDEN), "conv_bias": np.zeros(HIDDEN, np.float32),
        "gate": layer(HIDDEN + PLACE_DIMENSIONS + FLAGS, 2), "gate_bias": np.zeros(2, np.float32),
        "side": layer(n_sums, SIDE), "side_bias": np.zeros(SIDE, np.float32),
        "out": layer(3 * HIDDEN + SIDE, 3), "out_bias": np.zeros(3, np.float32),
    }
    for name in FIXED:
        net[name][0] = 0.0
    return net


def _keep(shape: tuple[int, ...], dropout: float, random: np.random.Generator) -> np.ndarray:
    """Ones, grown to make up for the zeros among them."""
    return (random.random(shape, dtype=np.float32) >= dropout).astype(np.float32) / np.float32(1 - dropout)


def _hide_words(batch: Batch, random: np.random.Generator) -> Batch:
    """Some words and suffixes become unknown, so that the rest must do."""
    def hidden(ids: np.ndarray) -> np.ndarray:
        return np.where((random.random(ids.shape, dtype=np.float32) < WORD_DROPOUT) & (ids > 0), 1, ids)

    return batch._replace(words=hidden(batch.words), suffixes=hidden(batch.suffixes))


def _gather(ids: np.ndarray, slopes: np.ndarray, rows: int) -> np.ndarray:
    """Sum the slopes of every row of a table that was looked up."""
    order, gathered = np.argsort(ids, kind="stable"), np.zeros((rows, slopes.shape[1]), slopes.dtype)
    if len(ids):
        found, begins = np.unique(ids[order], return_index=True)
        gathered[found] = np.add.reduceat(slopes[order], begins, axis=0)
    return gathered


def _fold(slope: np.ndarray, inputs: int) -> np.ndarray:
    """The reverse of unfold: add up what each token gave to its neighbours."""
    padded = np.zeros((len(slope) + 2 * GAP, inputs), slope.dtype)
    for i in range(WIDTH):
        padded[i : i + len(slope)] += slope[:, i * inputs : (i + 1) * inputs]
    return padded[GAP : GAP + len(slope)]


def _pool_backward(slope: np.ndarray, state: tuple, batch: Batch, net: dict[str, np.ndarray],
                   slopes: dict[str, np.ndarray]) -> tuple[np.ndarray, np.ndarray]:
    """Slopes of the hidden layer and of the place vectors, from those of the pooled vector."""
    hidden, attention, pooled = state
    owners, size = batch.owners, hidden.shape[1]
    seen = np.concatenate([hidden, net["places"][batch.places], batch.values[:, -FLAGS:]], axis=1)
    first, second, highest = (slope[:, i * size : (i + 1) * size][owners] for i in range(3))
    to_side = slope[:, 3 * size :] * (pooled[:, 3 * size :] > 0)
    slopes["side"], slopes["side_bias"] = batch.sums.T @ to_side, to_side.sum(axis=0)
    to_attention = np.stack([(first * hidden).sum(axis=1), (second * hidden).sum(axis=1)], axis=1)
    to_scores = attention * (to_attention - total(to_attention * attention, batch)[owners])
    slopes["gate"], slopes["gate_bias"] = seen.T @ to_scores, to_scores.sum(axis=0)
    to_seen = to_scores @ net["gate"].T
    top = hidden == pooled[:, 2 * size : 3 * size][owners]
    to_hidden = to_seen[:, :size] + attention[:, :1] * first + attention[:, 1:] * second + highest * top
    return to_hidden * (hidden > 0), to_seen[:, size : size + PLACE_DIMENSIONS]


def _tables_backward(to_x: np.ndarray, to_places: np.ndarray, drop: np.ndarray, batch: Batch,
                     net: dict[str, np.ndarray], slopes: dict[str, np.ndarray]) -> None:
    """Slopes of every table that was looked up."""
    to_token, ends = to_x[:, :DIMENSIONS] * drop, DIMENSIONS + batch.values.shape[1]
    token, column = np.nonzero(batch.frames)
    looked_up = (
        ("words", batch.words, to_token), ("suffixes", batch.suffixes, to_token),
        ("frames", batch.frames[token, column], to_token[token]),
        ("places", batch.places, to_places + to_x[:, ends : ends + PLACE_DIMENSIONS]),
        ("roles", batch.roles, to_x[:, ends + PLACE_DIMENSIONS :]),
    )
    for name, ids, slope in looked_up:
        slopes[name] = _gather(ids, slope, len(net[name]))
    for name in FIXED:
        slopes[name][0] = 0.0


def slopes_of(batch: Batch, wanted: np.ndarray, net: dict[str, np.ndarray],
              random: np.random.Generator) -> dict[str, np.ndarray]:
    """The slope of the cross-entropy by every weight, for one batch that take gave, with dropout.

    wanted: the chances that the network should give, shape (n, 3).
    """
    batch = _hide_words(batch, random)
    batch = batch._replace(sums=batch.sums * _keep(batch.sums.shape, SUM_DROPOUT, random))
    slopes: dict[str, np.ndarray] = {}
    drop = _keep((len(batch.tokens), DIMENSIONS), DROPOUT, random)
    padded = look_up(batch, embed(batch, net) * drop, net)
    hidden = hide(batch, padded, net)
    attention, pooled = pool(hidden, batch, net)
    keep = _keep(pooled.shape, DROPOUT, random)
    error = (softmax((pooled * keep) @ net["out"] + net["out_bias"]) - wanted) / np.float32(len(wanted))
    slopes["out"], slopes["out_bias"] = (pooled * keep).T @ error, error.sum(axis=0)
    state = hidden, attention, pooled
    to_hidden, to_places = _pool_backward((error @ net["out"].T) * keep, state, batch, net, slopes)
    slopes["conv"], slopes["conv_bias"] = unfold(padded).T @ to_hidden, to_hidden.sum(axis=0)
    to_x = _fold(to_hidden @ net["conv"].T, padded.shape[1]) * batch.mask
    _tables_backward(to_x, to_places, drop, batch, net, slopes)
    return slopes


def _rate(step: int, steps: int) -> float:
    warm = WARM_UP * steps
    if step < warm:
        return RATE * (0.04 + 0.96 * 0.5 * (1 - math.cos(math.pi * step / warm)))
    return RATE * 0.5 * (1 + math.cos(math.pi * (step - warm) / (steps - warm)))


def fit_network(batch: Batch, chances: np.ndarray, n_words: int, n_suffixes: int, seed: int) -> dict[str, np.ndarray]:
    """Train one network; the same seed gives the same weights on the same machine.

    chances: of each class for each mention, as it should tell them; n_words, n_suffixes: how many it knows.
    """
    random = np.random.default_rng(seed)
    net = new_network(n_words + 2, n_suffixes + 2, batch.values.shape[1], batch.sums.shape[1], random)
    wanted = (chances * (1 - SMOOTHING) + SMOOTHING / 3).astype(np.float32)
    first = {name: np.zeros_like(weights) for name, weights in net.items()}
    second = {name: np.zeros_like(weights) for name, weights in net.items()}
    steps, step = EPOCHS * math.ceil(len(wanted) / ROWS), 0
    for _ in range(EPOCHS):
        order = random.permutation(len(wanted))
        for begin in range(0, len(wanted), ROWS):
            rows, rate = order[begin : begin + ROWS], np.float32(_rate(step, steps))
            step += 1
            for name, slope in slopes_of(batch.take(rows), wanted[rows], net, random).items():
                first[name] += (1 - BETA1) * (slope - first[name])
                second[name] += (1 - BETA2) * (slope * slope - second[name])
                size = np.sqrt(second[name] / (1 - BETA2**step)) + EPSILON
                net[name] -= rate * (first[name] / (1 - BETA1**step) / size + DECAY * net[name])
    return net
