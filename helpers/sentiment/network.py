"""A small convolutional network over the words around a mention: what it reads, and its forward pass.

Each word is the sum of three learnt vectors (itself, its last letters, its frames) beside its polarity in the lexicons,
its place and three flags; one convolution over five words; two attentions and a maximum over the window; a softmax.
The architecture follows Kim (2014) with the place vectors of Zeng et al. (2014).
"""

from functools import lru_cache
from typing import NamedTuple

import numpy as np

from helpers.sentiment.frames import NAMES_OF_FRAMES, Frame
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


class Tokens(NamedTuple):
    """The window around a mention, one entry per token."""

    words: list[str]
    places: list[int]
    frames: list[tuple[int, ...]]  # numbers of the first FRAMES frames, 0 for none
    values: list[tuple]  # VADER, TextBlob, agent, patient, tone; same clause, nearest, negated


PLACE = [0, 1, 2, 3, 4, *(5 + sum(distance > edge for edge in (6, 9, 14, 20)) for distance in range(5, WINDOW + 2))]
OWN_VALUES = (0.0, 0.0, 0.0, 0.0, 0.0, 1.0, 1.0, 0.0)


@lru_cache(maxsize=10_000)
def _tones(frames: tuple[Frame, ...]) -> tuple[float, float, float]:
    if not frames:
        return 0.0, 0.0, 0.0
    agent, patient, tone = (sum(values) / len(frames) for values in list(zip(*frames, strict=True))[1:])
    return agent, patient, tone


@lru_cache(maxsize=10_000)
def _numbers(frames: tuple[Frame, ...]) -> tuple[int, ...]:
    numbers = [NAMES_OF_FRAMES[frame.name] for frame in frames[:FRAMES]]
    return (*numbers, *[0] * (FRAMES - len(numbers)))


def tokens_of(reading: Reading) -> Tokens:
    """The window around a mention, the mention as one token."""
    read, first, last = reading.sentence, reading.first, reading.last
    before, after = range(max(0, first - WINDOW), first), range(last, min(len(read.words), last + WINDOW))
    left, right = ([
        (*read.polar[k], *_tones(read.frames[k]), reading.same_clause[k], reading.nearest[k], read.negated[k])
        for k in side
    ] for side in (before, after))
    own = [TARGET + reading.mention[-1]] if reading.mention else []
    return Tokens(
        words=[*(read.words[k] for k in before), *own, *(read.words[k] for k in after)],
        places=[*(PLACE[first - k] for k in before), *([0] * len(own)), *(10 + PLACE[k - last + 1] for k in after)],
        frames=[*(_numbers(read.frames[k]) for k in before), *([(0,) * FRAMES] * len(own)),
                *(_numbers(read.frames[k]) for k in after)],
        values=[*left, *([OWN_VALUES] * len(own)), *right],
    )


def encode(mentions: list[Tokens], words: dict[str, int], suffixes: dict[str, int]) -> Batch:
    """Windows of tokens as arrays; 0 stands for no token, 1 for a word or suffix that training did not see."""
    shape = len(mentions), max([1, *(len(tokens.words) for tokens in mentions)])
    batch = Batch(np.zeros(shape, np.int32), np.zeros(shape, np.int32), np.zeros((*shape, FRAMES), np.int32),
                  np.zeros(shape, np.int32), np.zeros((*shape, 8), np.float32), np.zeros(shape, np.float32))
    for row, tokens in enumerate(mentions):
        size = len(tokens.words)
        if size:
            batch.words[row, :size] = [words.get(word, 1) for word in tokens.words]
            batch.suffixes[row, :size] = [suffixes.get(word[-SUFFIX:], 1) for word in tokens.words]
            batch.frames[row, :size] = tokens.frames
            batch.places[row, :size] = tokens.places
            batch.values[row, :size] = tokens.values
        batch.mask[row, :size] = 1.0
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
