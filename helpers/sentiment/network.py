"""A small convolutional network over the words around a mention: what it reads, and its forward pass.

Each word is the sum of three learnt vectors (itself, its last letters, its frames) beside its tones, place, role
and flags; one convolution over five words; two attentions and a maximum over the window, beside a layer that reads
the sums of tone; a softmax. The architecture follows Kim (2014) with the place vectors of Zeng et al. (2014).
"""

from typing import NamedTuple

import numpy as np

from helpers.sentiment.features import Tones
from helpers.sentiment.windows import GAP, NOWHERE, Windows

WIDTH = 2 * GAP + 1  # words the convolution sees at once
FLAGS = 5  # the last of the values, which the attentions see too
BLOCK = 256  # rows of one product: they stay in the processor's cache
HIGHEST = 30.0  # a score of attention beyond this counts as this
STEPS = 64  # in one


def snap(x: np.ndarray) -> np.ndarray:
    """x in whole steps. Whole steps times whole steps (model.pack) are summed without rounding while they stay below
    2 ** 24, so a mention scores the same whatever stands beside it, in whatever order BLAS adds up."""
    steps = x * np.float32(STEPS)
    np.rint(steps, out=steps)
    steps /= np.float32(STEPS)
    return steps


class Batch(NamedTuple):
    """Windows as the network reads them: different words, then tokens end to end, then mentions."""

    words: np.ndarray  # one per different word: 0 no word, 1 unknown
    suffixes: np.ndarray
    frames: np.ndarray  # (words, FRAMES)
    tokens: np.ndarray  # one per token: its word
    places: np.ndarray
    roles: np.ndarray
    values: np.ndarray
    owners: np.ndarray
    mask: np.ndarray  # (tokens, 1): 1.0 for a token, 0.0 for one of the gap
    starts: np.ndarray  # one per mention
    lengths: np.ndarray
    sums: np.ndarray

    def take(self, rows: np.ndarray) -> "Batch":
        """The batch of some of the mentions, with a word of its own for every token."""
        sizes = self.lengths[rows] + GAP
        starts = np.cumsum(sizes) - sizes
        kept = np.repeat(self.starts[rows] - starts, sizes) + np.arange(sizes.sum())
        words = self.tokens[kept]
        return Batch(self.words[words], self.suffixes[words], self.frames[words], np.arange(len(kept)),
                     self.places[kept], self.roles[kept], self.values[kept], np.repeat(np.arange(len(rows)), sizes),
                     self.mask[kept], starts, self.lengths[rows], self.sums[rows])


def _number(codes: np.ndarray, known: np.ndarray) -> np.ndarray:
    """2, 3 … for the codes that training knew (sorted), 1 for others."""
    at = np.minimum(np.searchsorted(known, codes), len(known) - 1)
    return np.where(known[at] == codes, at + 2, 1).astype(np.int32)


def encode(windows: Windows, tones: Tones, words: np.ndarray, suffixes: np.ndarray) -> Batch:
    """Windows for the network; words, suffixes: the sorted codes of those it knows."""
    vocabulary = windows.vocabulary
    numbers = [_number(codes, known) for codes, known in ((vocabulary.codes, words), (vocabulary.suffixes, suffixes))]
    for number in numbers:
        number[0] = 0
    mask = (windows.places != NOWHERE)[:, None].astype(np.float32)
    return Batch(*numbers, vocabulary.frames, windows.words, windows.places, windows.roles, snap(tones.values),
                 windows.owners, mask, windows.starts, windows.lengths, snap(tones.sums))


def unfold(padded: np.ndarray) -> np.ndarray:
    """Each row with its neighbours beside it, but for GAP rows at either end."""
    size = len(padded) - 2 * GAP
    return np.concatenate([padded[i : i + size] for i in range(WIDTH)], axis=1)


def embed(batch: Batch, net: dict[str, np.ndarray]) -> np.ndarray:
    """The learnt vector of every token: (tokens, dimensions)."""
    vectors = net["words"][batch.words] + net["suffixes"][batch.suffixes]
    for column in batch.frames.T:
        framed = np.flatnonzero(column)
        vectors[framed] += net["frames"][column[framed]]
    return vectors[batch.tokens]


def total(values: np.ndarray, batch: Batch) -> np.ndarray:
    """The sum over each window."""
    return np.add.reduceat(values, batch.starts, axis=0)


def look_up(batch: Batch, vectors: np.ndarray, net: dict[str, np.ndarray]) -> np.ndarray:
    """What the convolution reads, for vectors of the tokens as embed gives them: zero in the gaps and at either end."""
    size = len(batch.tokens)
    parts = (vectors, batch.values, net["places"][batch.places], net["roles"][batch.roles])
    padded = np.zeros((size + 2 * GAP, sum(part.shape[1] for part in parts)), vectors.dtype)
    np.concatenate(parts, axis=1, out=padded[GAP:-GAP])
    padded[GAP:-GAP] *= batch.mask
    return padded


def hide(batch: Batch, padded: np.ndarray, net: dict[str, np.ndarray]) -> np.ndarray:
    """The hidden layer: zero in the gaps."""
    hidden = np.empty((len(batch.tokens), net["conv"].shape[1]), padded.dtype)
    for begin in range(0, len(hidden), BLOCK):
        block = unfold(padded[begin : begin + BLOCK + 2 * GAP]) @ net["conv"]
        block += net["conv_bias"]
        hidden[begin : begin + BLOCK] = np.maximum(block, 0.0, out=block)
    hidden *= batch.mask
    return hidden


def pool(hidden: np.ndarray, batch: Batch, net: dict[str, np.ndarray]) -> tuple[np.ndarray, np.ndarray]:
    """Two attentions and a maximum over the window, and the layer over the sums: attention, pooled."""
    size, flags = hidden.shape[1], batch.values[:, -FLAGS:]
    at_place = net["places"] @ net["gate"][size:-FLAGS] + net["gate_bias"]
    scores = hidden @ net["gate"][:size] + at_place[batch.places] + flags @ net["gate"][-FLAGS:]
    grown = np.exp(np.minimum(scores, HIGHEST)) * batch.mask
    attention = grown / total(grown, batch)[batch.owners]
    averages = [total(hidden * attention[:, i : i + 1], batch) for i in range(2)]
    highest = np.maximum.reduceat(hidden, batch.starts, axis=0)
    side = np.maximum(batch.sums @ net["side"] + net["side_bias"], 0.0)
    return attention, np.concatenate([*averages, highest, side], axis=1)


def forward(batch: Batch, net: dict[str, np.ndarray], exact: bool = False) -> np.ndarray:
    """Class scores of every mention: (n, classes); exact: by a net that was packed, the same in any company."""
    step = snap if exact else np.asarray
    hidden = step(hide(batch, look_up(batch, embed(batch, net), net), net))
    return step(pool(hidden, batch, net)[1]) @ net["out"] + net["out_bias"]
