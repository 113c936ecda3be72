"""The trained model behind target_sentiment: a linear model and some small networks, their chances averaged.

The weights (data/models/target_sentiment.npz) were trained by this project on NewsMTSC (Hamborg & Donnay 2021, MIT);
`python -m helpers.sentiment.train FOLDER` trains them again.
"""

from functools import lru_cache
from typing import NamedTuple

import numpy as np

from helpers.sentiment.features import BUCKETS, features_of
from helpers.sentiment.linear import logits_of, softmax, stack_rows
from helpers.sentiment.network import encode, forward, tokens_of
from helpers.sentiment.reading import read_mention
from helpers.tables import read_model

LABELS = ("neg", "neu", "pos")
NAME = "target_sentiment"
SHARE_NETWORKS = 0.5  # of the mean; chosen by cross-validation, flat between 0.4 and 0.6
# Praise is the rarest class in training, so the model tells it too seldom; cross-validation puts the remedy at 1.1–1.2.
RAISED = np.array([1.0, 1.0, 1.15])
CHUNK = 64  # mentions that go through the networks at once


class Model(NamedTuple):
    """The weights: one table of the linear model, the networks, and the words and suffixes these know by number."""

    linear: np.ndarray
    networks: list[dict[str, np.ndarray]]
    words: dict[str, int]
    suffixes: dict[str, int]


def _shrink(array: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    scale = np.float32(np.abs(array).max() / 127 or 1.0)
    return np.round(array / scale).astype(np.int8), np.array(scale)


def pack(model: Model) -> dict[str, np.ndarray]:
    """The model as small arrays: whole numbers of one byte with a scale, words as one text."""
    known = (model.linear != 0).any(axis=1)
    arrays = {"linear_known": np.packbits(known)}
    arrays["linear"], arrays["linear_scale"] = _shrink(model.linear[known])
    for name, numbers in (("words", model.words), ("suffixes", model.suffixes)):
        text = "\n".join(sorted(numbers, key=numbers.__getitem__))
        arrays[f"list_{name}"] = np.frombuffer(text.encode(), dtype=np.uint8)
    for i, network in enumerate(model.networks):
        for name, weights in network.items():
            arrays[f"net{i}_{name}"], arrays[f"net{i}_{name}_scale"] = _shrink(weights)
    return arrays


def unpack(arrays: dict[str, np.ndarray]) -> Model:
    """The model out of such arrays."""
    linear = np.zeros((BUCKETS, len(LABELS)), dtype=np.float32)
    known = np.unpackbits(arrays["linear_known"], count=BUCKETS).astype(bool)
    linear[known] = arrays["linear"] * arrays["linear_scale"]
    lists = [bytes(arrays[f"list_{name}"]).decode().split("\n") for name in ("words", "suffixes")]
    words, suffixes = ({word: i for i, word in enumerate(listed, 2)} for listed in lists)
    networks: list[dict[str, np.ndarray]] = []
    while f"net{len(networks)}_out" in arrays:
        prefix = f"net{len(networks)}_"
        names = [k[len(prefix) :] for k in arrays if k.startswith(prefix) and not k.endswith("_scale")]
        networks.append({n: arrays[prefix + n] * np.float32(arrays[f"{prefix}{n}_scale"]) for n in names})
    return Model(linear, networks, words, suffixes)


@lru_cache(maxsize=1)
def _model() -> Model:
    return unpack(read_model(NAME))


def predict(model: Model, mentions: list[tuple[str, int, int]]) -> np.ndarray:
    """Probability of neg, neu and pos for each (sentence, start, end) by the given model: shape (n, 3)."""
    readings = [read_mention(*mention) for mention in mentions]
    chances = softmax(logits_of(stack_rows([features_of(reading) for reading in readings]), model.linear))
    windows = [tokens_of(reading) for reading in readings]
    order = np.argsort([len(window.words) for window in windows], kind="stable")  # alike lengths waste no room
    for begin in range(0, len(mentions), CHUNK):
        rows = order[begin : begin + CHUNK]
        batch = encode([windows[row] for row in rows], model.words, model.suffixes)
        by_networks = np.mean([softmax(forward(batch, network)) for network in model.networks], axis=0)
        chances[rows] = (1 - SHARE_NETWORKS) * chances[rows] + SHARE_NETWORKS * by_networks
    raised = chances * RAISED
    return raised / raised.sum(axis=1, keepdims=True)


def class_probabilities(mentions: list[tuple[str, int, int]]) -> np.ndarray:
    """Probability of neg, neu and pos for each (sentence, start, end), offsets of a mention in it; shape (n, 3)."""
    return predict(_model(), mentions)
