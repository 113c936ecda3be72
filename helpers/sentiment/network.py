"""A small convolutional network over the words around a mention: what it reads, and its forward pass.

Each word is the sum of three learnt vectors (itself, its last letters, its frames) beside its polarity in the lexicons,
its place and three flags; one convolution over five words; two attentions and a maximum over the window; a softmax.
The architecture follows Kim (2014) with the place vectors of Zeng et al. (2014).
"""

from typing import NamedTuple

import numpy as np

from helpers.sentiment.frames import NAMES_OF_FRAMES
from helpers.sentiment.linear import softmax
from helpers.sentiment.reading import TARGET, Reading

WINDOW = 30  # tokens read on each side of the mention
FRAMES = 3  # frames read of a word
SUFFIX = 3  # letters
WIDTH = 5  # words the convolution sees at once
PLACES = 20  # bins of the distance, ten a side
NOWHERE = -1e4


class Batch(NamedTuple):
    """Mentions as arrays, one row each, one column per token of the window."""

    words: np.ndarray
    suffixes: np.ndarray
    frames: np.ndarray  # (n, tokens, FRAMES)
    places: np.ndarray
    values: np.ndarray  # (n, tokens, 8): five tones, three flags
    mask: np.ndarray  # 1.0 for a token, 0.0 beyond the sentence

    def take(self, rows: np.ndarray) -> "Batch":
        """The batch of some of the rows, cut to the longest of them."""
        size = int(self.mask[rows].sum(axis=1).max())
        return Batch(*(array[rows, :size] for array in self))


def _place(distance: int) -> int:
    return distance if distance <= 4 else 5 + sum(distance > edge for edge in (6, 9, 14, 20))


def _mean(numbers: list[float]) -> float:
    return sum(numbers) / len(numbers) if numbers else 0.0


def tokens_of(reading: Reading) -> list[tuple[str, int, tuple, tuple]]:
    """The window as (word, place, frames, eight values) per token, the mention as one token."""
    out = []
    first, last = reading.first, reading.last
    for k in range(max(0, first - WINDOW), min(len(reading.words), last + WINDOW)):
        if first <= k < last:
            if k == first:
                out.append((TARGET + reading.mention[-1], 0, (), (0.0,) * 5 + (1.0, 1.0, 0.0)))
            continue
        frames, (vader, textblob) = reading.frames[k], reading.polar[k]
        tones = [_mean([frame[i] for frame in frames]) for i in (1, 2, 3)]
        flags = float(reading.same_clause[k]), float(reading.nearest[k]), float(reading.negated[k])
        place = _place(first - k) if k < first else 10 + _place(k - last + 1)
        names = tuple(NAMES_OF_FRAMES[frame.name] for frame in frames[:FRAMES])
        out.append((reading.words[k], place, names, (vader, textblob, *tones, *flags)))
    return out


def encode(mentions: list[list[tuple]], words: dict[str, int], suffixes: dict[str, int]) -> Batch:
    """Windows of tokens as arrays; 0 stands for no token, 1 for a word or suffix that training did not see."""
    shape = len(mentions), max([1, *map(len, mentions)])
    batch = Batch(np.zeros(shape, np.int32), np.zeros(shape, np.int32), np.zeros((*shape, FRAMES), np.int32),
                  np.zeros(shape, np.int32), np.zeros((*shape, 8), np.float32), np.zeros(shape, np.float32))
    for row, tokens in enumerate(mentions):
        for column, (word, place, frames, values) in enumerate(tokens):
            batch.words[row, column] = words.get(word, 1)
            batch.suffixes[row, column] = suffixes.get(word[-SUFFIX:], 1)
            batch.frames[row, column, : len(frames)] = frames
            batch.places[row, column] = place
            batch.values[row, column] = values
            batch.mask[row, column] = 1.0
    return batch


def embed(batch: Batch, net: dict[str, np.ndarray]) -> np.ndarray:
    """The learnt vector of every token: (n, tokens, dimensions)."""
    return net["words"][batch.words] + net["suffixes"][batch.suffixes] + net["frames"][batch.frames].sum(axis=2)


def times(x: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """x @ weights over the last axis as one flat product: numpy multiplies three axes row by row, much slower."""
    return (x.reshape(-1, x.shape[-1]) @ weights).reshape(*x.shape[:-1], weights.shape[1])


def unfold(x: np.ndarray) -> np.ndarray:
    """Each token with its neighbours beside it: (n, tokens, WIDTH × dimensions)."""
    half = WIDTH // 2
    padded = np.pad(x, ((0, 0), (half, half), (0, 0)))
    return np.concatenate([padded[:, i : i + x.shape[1]] for i in range(WIDTH)], axis=2)


def pool(hidden: np.ndarray, batch: Batch, places: np.ndarray, net: dict[str, np.ndarray]) -> tuple:
    """Two attentions and a maximum over the window: (inputs of the attention, attention, pooled)."""
    seen = np.concatenate([hidden, places, batch.values[..., 5:]], axis=2)
    scores = times(seen, net["gate"]) + net["gate_bias"] + np.where(batch.mask > 0, 0.0, NOWHERE)[..., None]
    attention = softmax(scores.transpose(0, 2, 1)).astype(np.float32)
    averages = attention @ hidden
    highest = np.where(batch.mask[..., None] > 0, hidden, NOWHERE).max(axis=1)
    return seen, attention, np.concatenate([averages[:, 0], averages[:, 1], highest], axis=1)


def forward(batch: Batch, net: dict[str, np.ndarray]) -> np.ndarray:
    """Class scores of every mention: (n, classes)."""
    places = net["places"][batch.places]
    x = np.concatenate([embed(batch, net), batch.values, places], axis=2) * batch.mask[..., None]
    hidden = np.maximum(times(unfold(x), net["conv"]) + net["conv_bias"], 0.0)
    return pool(hidden, batch, places, net)[2] @ net["out"] + net["out_bias"]
