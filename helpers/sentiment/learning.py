"""Training of the network in plain numpy: dropout, the backward pass written out, Adam with decoupled decay."""

import math

import numpy as np

from helpers.sentiment.frames import NAMES_OF_FRAMES
from helpers.sentiment.linear import softmax
from helpers.sentiment.network import PLACES, WIDTH, Batch, embed, pool, times, unfold

DIMENSIONS, HIDDEN, PLACE_DIMENSIONS, VALUES = 16, 64, 8, 8
EPOCHS, ROWS, RATE, DECAY, WARM_UP = 7, 64, 3e-3, 1e-4, 0.3
DROPOUT, WORD_DROPOUT, SMOOTHING = 0.4, 0.15, 0.1
BETA1, BETA2, EPSILON = 0.9, 0.999, 1e-8
TABLES = ("words", "suffixes", "frames", "places")


def new_network(
    n_words: int, n_suffixes: int, random: np.random.Generator, n_classes: int = 3
) -> dict[str, np.ndarray]:
    """A network with random weights; row 0 of the word tables stays zero."""
    inputs = DIMENSIONS + VALUES + PLACE_DIMENSIONS

    def table(rows: int, columns: int, spread: float) -> np.ndarray:
        return random.normal(0.0, spread, (rows, columns)).astype(np.float32)

    def layer(rows: int, columns: int) -> np.ndarray:
        return random.uniform(-1, 1, (rows, columns)).astype(np.float32) / math.sqrt(rows)

    net = {
        "words": table(n_words, DIMENSIONS, 0.1), "suffixes": table(n_suffixes, DIMENSIONS, 0.05),
        "frames": table(len(NAMES_OF_FRAMES) + 1, DIMENSIONS, 0.2), "places": table(PLACES, PLACE_DIMENSIONS, 1.0),
        "conv": layer(WIDTH * inputs, HIDDEN), "conv_bias": np.zeros(HIDDEN, np.float32),
        "gate": layer(HIDDEN + PLACE_DIMENSIONS + 3, 2), "gate_bias": np.zeros(2, np.float32),
        "out": layer(3 * HIDDEN, n_classes), "out_bias": np.zeros(n_classes, np.float32),
    }
    for name in ("words", "suffixes", "frames"):
        net[name][0] = 0.0
    return net


def _drop(shape: tuple[int, ...], random: np.random.Generator) -> np.ndarray:
    return (random.random(shape, dtype=np.float32) >= DROPOUT).astype(np.float32) / np.float32(1 - DROPOUT)


def _hide_words(batch: Batch, random: np.random.Generator) -> Batch:
    """Some words and suffixes become unknown, so that the rest must do."""
    def hidden(ids: np.ndarray) -> np.ndarray:
        return np.where((random.random(ids.shape) < WORD_DROPOUT) & (ids > 0), 1, ids)

    return batch._replace(words=hidden(batch.words), suffixes=hidden(batch.suffixes))


def _gather(ids: np.ndarray, slopes: np.ndarray, rows: int) -> np.ndarray:
    """Sum the slopes of every row of a table that was looked up."""
    flat, total = ids.ravel(), np.zeros((rows, slopes.shape[-1]), np.float32)
    order = np.argsort(flat, kind="stable")
    found, begins = np.unique(flat[order], return_index=True)
    total[found] = np.add.reduceat(slopes.reshape(-1, slopes.shape[-1])[order], begins, axis=0)
    return total


def _pool_backward(slope: np.ndarray, hidden: np.ndarray, seen: np.ndarray, attention: np.ndarray, batch: Batch,
                   net: dict[str, np.ndarray], slopes: dict[str, np.ndarray]) -> tuple[np.ndarray, np.ndarray]:
    """Slopes of the hidden layer and of the place vectors, from those of the pooled vector."""
    size = hidden.shape[2]
    to_average = slope[:, : 2 * size].reshape(-1, 2, size)
    to_attention = to_average @ hidden.transpose(0, 2, 1)
    to_scores = attention * (to_attention - (to_attention * attention).sum(axis=2, keepdims=True))
    to_scores = to_scores.transpose(0, 2, 1)
    slopes["gate"] = seen.reshape(-1, seen.shape[2]).T @ to_scores.reshape(-1, 2)
    slopes["gate_bias"] = to_scores.sum(axis=(0, 1))
    to_seen = times(to_scores, net["gate"].T)
    to_hidden = to_seen[..., :size] + attention.transpose(0, 2, 1) @ to_average
    top = np.where(batch.mask[..., None] > 0, hidden, -1.0).argmax(axis=1)
    rows, columns = np.arange(len(top))[:, None], np.arange(size)[None, :]
    to_hidden[rows, top, columns] += slope[:, 2 * size :]
    return to_hidden, to_seen[..., size : size + PLACE_DIMENSIONS]


def _fold(slope: np.ndarray, inputs: int) -> np.ndarray:
    """The reverse of unfold: add up what each token gave to its neighbours."""
    half, tokens = WIDTH // 2, slope.shape[1]
    padded = np.zeros((slope.shape[0], tokens + 2 * half, inputs), np.float32)
    for i in range(WIDTH):
        padded[:, i : i + tokens] += slope[..., i * inputs : (i + 1) * inputs]
    return padded[:, half : half + tokens]


def slopes_of(batch: Batch, truth: np.ndarray, net: dict[str, np.ndarray],
              random: np.random.Generator) -> dict[str, np.ndarray]:
    """The slope of the smoothed cross-entropy by every weight, for one batch, with dropout."""
    batch = _hide_words(batch, random)
    slopes: dict[str, np.ndarray] = {}
    drop = _drop((*batch.words.shape, DIMENSIONS), random)
    places = net["places"][batch.places]
    x = np.concatenate([embed(batch, net) * drop, batch.values, places], axis=2) * batch.mask[..., None]
    columns = unfold(x)
    hidden = np.maximum(times(columns, net["conv"]) + net["conv_bias"], 0.0)
    seen, attention, pooled = pool(hidden, batch, places, net)
    keep = _drop(pooled.shape, random)
    chances = softmax((pooled * keep) @ net["out"] + net["out_bias"])
    n_classes = chances.shape[1]
    wanted = np.eye(n_classes, dtype=np.float32)[truth] * (1 - SMOOTHING) + SMOOTHING / n_classes
    error = ((chances - wanted) / len(truth)).astype(np.float32)
    slopes["out"], slopes["out_bias"] = (pooled * keep).T @ error, error.sum(axis=0)
    to_hidden, to_places = _pool_backward((error @ net["out"].T) * keep, hidden, seen, attention, batch, net, slopes)
    to_hidden *= hidden > 0
    slopes["conv"] = columns.reshape(-1, columns.shape[2]).T @ to_hidden.reshape(-1, HIDDEN)
    slopes["conv_bias"] = to_hidden.sum(axis=(0, 1))
    to_x = _fold(times(to_hidden, net["conv"].T), x.shape[2]) * batch.mask[..., None]
    to_token = to_x[..., :DIMENSIONS] * drop
    to_places = to_places + to_x[..., DIMENSIONS + VALUES :]
    repeated = np.repeat(to_token[:, :, None], batch.frames.shape[2], axis=2)
    for name, ids, slope in (("words", batch.words, to_token), ("suffixes", batch.suffixes, to_token),
                             ("frames", batch.frames, repeated), ("places", batch.places, to_places)):
        slopes[name] = _gather(ids, slope, len(net[name]))
    for name in ("words", "suffixes", "frames"):
        slopes[name][0] = 0.0
    return slopes


def _rate(step: int, steps: int) -> float:
    warm = WARM_UP * steps
    if step < warm:
        return RATE * (0.04 + 0.96 * 0.5 * (1 - math.cos(math.pi * step / warm)))
    return RATE * 0.5 * (1 + math.cos(math.pi * (step - warm) / (steps - warm)))


def fit_network(batch: Batch, truth: np.ndarray, n_words: int, n_suffixes: int, seed: int) -> dict[str, np.ndarray]:
    """Train one network; the same seed gives the same weights on the same machine."""
    random = np.random.default_rng(seed)
    net = new_network(n_words, n_suffixes, random)
    first = {name: np.zeros_like(weights) for name, weights in net.items()}
    second = {name: np.zeros_like(weights) for name, weights in net.items()}
    steps, step = EPOCHS * math.ceil(len(truth) / ROWS), 0
    for _ in range(EPOCHS):
        order = random.permutation(len(truth))
        for begin in range(0, len(truth), ROWS):
            rows, rate = order[begin : begin + ROWS], _rate(step, steps)
            step += 1
            for name, slope in slopes_of(batch.take(rows), truth[rows], net, random).items():
                first[name] += (1 - BETA1) * (slope - first[name])
                second[name] += (1 - BETA2) * (slope * slope - second[name])
                size = np.sqrt(second[name] / (1 - BETA2**step)) + EPSILON
                net[name] -= rate * (first[name] / (1 - BETA1**step) / size + DECAY * net[name])
    return net
