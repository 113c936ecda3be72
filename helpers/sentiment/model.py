"""The trained model behind target_sentiment: a linear model and some small networks, their chances averaged.

The weights (data/models/target_sentiment.npz) were trained by this project on NewsMTSC (Hamborg & Donnay 2021, MIT);
`python -m helpers.sentiment.train FOLDER` trains them again.
"""

import math
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from helpers.sentiment.features import BUCKETS, Tones, hashed, tones_of
from helpers.sentiment.linear import Rows, logits_of, softmax
from helpers.sentiment.network import STEPS, encode, forward
from helpers.sentiment.reading import read_mention
from helpers.sentiment.roles import shape_of
from helpers.sentiment.windows import Windows, windows_of
from helpers.tables import read_model

LABELS = ("neg", "neu", "pos")
NAME = "target_sentiment"
LAYERS = frozenset(("conv", "gate", "side", "out"))  # what multiplies, of the weights of a network
SHARE_NETWORKS = 0.5  # of the mean; chosen by cross-validation, flat between 0.4 and 0.6
# Between 1.0 and 1.25 for neutral, 1.1 and 1.3 for praise, macro-F1 in cross-validation is flat; with neutral raised,
# fewer mentions are told the wrong way round, and praise, the rarest class in training, is told too seldom otherwise.
RAISED = np.array([1.0, 1.2, 1.2])
CHUNK = 128  # mentions that are read at once: more would no longer stay in the cache of the processor


class Model(NamedTuple):
    """The weights: one table of the linear model, the networks, and the codes of the words and suffixes these know."""

    linear: np.ndarray
    networks: list[dict[str, np.ndarray]]
    words: np.ndarray
    suffixes: np.ndarray


def _shrink(array: np.ndarray, least: float = 0.0) -> tuple[np.ndarray, np.ndarray]:
    """Whole numbers of one byte and their scale; least: if above 0, the scale is a power of two and no smaller."""
    scale = np.abs(array).max() / 127 or 1.0
    scale = np.float32(max(least, 2.0 ** math.ceil(math.log2(scale))) if least else scale)
    return np.round(array / scale).astype(np.int8), np.array(scale)


def pack(model: Model) -> dict[str, np.ndarray]:
    """The model as small arrays: whole numbers of one byte with a scale, words as their codes."""
    known = (model.linear != 0).any(axis=1)
    arrays = {"linear_known": np.packbits(known)}
    arrays["linear"], arrays["linear_scale"] = _shrink(model.linear[known])
    arrays |= {"words": model.words.astype(np.uint32), "suffixes": model.suffixes.astype(np.uint32)}
    for i, network in enumerate(model.networks):
        for name, weights in network.items():
            least = 2.0**-14 if name in LAYERS else 1 / STEPS
            arrays[f"net{i}_{name}"], arrays[f"net{i}_{name}_scale"] = _shrink(weights, least)
    return arrays


def unpack(arrays: dict[str, np.ndarray]) -> Model:
    """The model out of such arrays."""
    linear = np.zeros((BUCKETS, len(LABELS)), dtype=np.float32)
    known = np.unpackbits(arrays["linear_known"], count=BUCKETS).astype(bool)
    linear[known] = arrays["linear"] * arrays["linear_scale"]
    networks: list[dict[str, np.ndarray]] = []
    while f"net{len(networks)}_out" in arrays:
        prefix = f"net{len(networks)}_"
        names = [k[len(prefix) :] for k in arrays if k.startswith(prefix) and not k.endswith("_scale")]
        networks.append({n: arrays[prefix + n] * np.float32(arrays[f"{prefix}{n}_scale"]) for n in names})
    return Model(linear, networks, arrays["words"].astype(np.int64), arrays["suffixes"].astype(np.int64))


@lru_cache(maxsize=1)
def _model() -> Model:
    return unpack(read_model(NAME))


def read_all(mentions: list[tuple[str, int, int]]) -> tuple[Windows, Tones, Rows]:
    """What the models read of each (sentence, start, end), of at least one."""
    readings = [read_mention(*mention) for mention in mentions]
    windows = windows_of(readings)
    shapes = [shape_of(reading) for reading in readings]
    tones = tones_of(windows, shapes)
    return windows, tones, hashed(windows, tones, shapes)


def predict(model: Model, mentions: list[tuple[str, int, int]]) -> np.ndarray:
    """Probability of neg, neu and pos for each (sentence, start, end) by the given model: shape (n, 3)."""
    chances = np.zeros((len(mentions), len(LABELS)))
    for begin in range(0, len(mentions), CHUNK):
        windows, tones, rows = read_all(mentions[begin : begin + CHUNK])
        batch = encode(windows, tones, model.words, model.suffixes)
        by_networks = np.mean([softmax(forward(batch, network, exact=True)) for network in model.networks], axis=0)
        by_linear = softmax(logits_of(rows, model.linear))
        chances[begin : begin + CHUNK] = (1 - SHARE_NETWORKS) * by_linear + SHARE_NETWORKS * by_networks
    raised = chances * RAISED
    return raised / raised.sum(axis=1, keepdims=True)


def class_probabilities(mentions: list[tuple[str, int, int]]) -> np.ndarray:
    """Probability of neg, neu and pos for each (sentence, start, end), offsets of a mention in it; shape (n, 3)."""
    return predict(_model(), mentions)
