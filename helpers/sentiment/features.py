"""What the models weigh: sums of tone by side, nearness, clause, voice and role; hashed words, frames and pairs.

All is reckoned at once for many mentions, from their windows, in whole arrays.
"""

from typing import NamedTuple

import numpy as np

from helpers.sentiment.linear import Rows
from helpers.sentiment.roles import ROLES, SELF, Shape, code
from helpers.sentiment.windows import BLOBS, NEGATED, SUBJECTIVE, TONES, TOWARD, Windows

BITS = 18
BUCKETS = 1 << BITS
NEAR = 5  # tokens
MARKED = 0.3  # a sum beyond this counts as marked
MIX, TURN = np.uint64(0x9E3779B97F4A7C15), np.uint64(64 - BITS)  # multiplicative hashing (Knuth, TAOCP 3, 6.4)
KINDS = {kind: np.uint64(code(kind)) for kind in (
    "word", "near left", "near right", "clause", "nearest", "pair", "role", "frame", "frame of clause",
    "frame of nearest", "frame of role", "sum", "marked high", "marked low",
)}


class Tones(NamedTuple):
    """Tokens as the models read them."""

    values: np.ndarray  # (tokens, 12): six tones, the one that falls on the mention, five flags
    sums: np.ndarray  # (mentions, SUMS): damped sums of tone, then the shape of the mention in numbers


def tones_of(windows: Windows, shapes: list[Shape]) -> Tones:
    """The tones of every token and their sums by mention."""
    tones = windows.vocabulary.tones[windows.words]
    turned = tones * np.where(windows.negated, np.float32(NEGATED), np.float32(1.0))[:, None]
    toward = np.where(windows.roles % SELF > 0, turned[np.arange(len(turned)), TOWARD[windows.roles]], 0.0)
    flags = [windows.clause, windows.nearest, windows.negated & (windows.roles != SELF), windows.apart,
             windows.clause & windows.nearest]
    values = np.column_stack([tones, toward, *flags]).astype(np.float32)
    measures = np.array([shape.measures for shape in shapes], dtype=np.float32)
    return Tones(values, np.concatenate([_sums(windows, turned, toward), measures], axis=1))


def _sums(windows: Windows, turned: np.ndarray, toward: np.ndarray) -> np.ndarray:
    """Damped sums of tone over each window: by side, with distance, in the clause, nearest; by sign, voice and role."""
    away = np.abs(windows.distances)
    left = windows.distances < 0
    weights = np.stack([np.ones(len(away)), 1 / np.sqrt(np.maximum(away, 1)), away <= NEAR, windows.clause,
                        windows.nearest]).astype(np.float32)
    sided = np.concatenate([weights * left, weights * ~left])
    five = turned[:, : BLOBS + 1]
    by_place = (sided.T[:, :, None] * five[:, None, :]).reshape(len(five), -1)
    three = turned[:, TONES : BLOBS + 1]
    mixed = three.sum(axis=1, keepdims=True)
    signs = np.concatenate([np.maximum(three, 0), np.maximum(-three, 0)], axis=1)
    apart, mixed = windows.apart[:, None], np.concatenate([np.maximum(mixed, 0), np.maximum(-mixed, 0)], axis=1)
    subjective = np.abs(turned[:, SUBJECTIVE :]) * weights[[0, 2, 3]].T
    by_role = toward[:, None] * (windows.roles[:, None] == np.arange(1, SELF))
    every = np.concatenate([by_place, signs, mixed * apart, mixed * ~apart, subjective, by_role], axis=1)
    totals = np.add.reduceat(every, windows.starts, axis=0, dtype=np.float32)
    return np.sign(totals) * np.log1p(np.abs(totals))


class Found(NamedTuple):
    """Features of one kind: whose they are, one or two codes that tell them apart, their values (1 if not told)."""

    kind: str
    owners: np.ndarray
    codes: tuple[np.ndarray, ...]
    values: np.ndarray | None = None


def _bucket(kinds: np.ndarray, codes: list[np.ndarray]) -> np.ndarray:
    mixed = kinds
    for part in codes:
        mixed = (mixed ^ part.astype(np.uint64)) * MIX
        mixed = mixed ^ (mixed >> np.uint64(29))
    return ((mixed * MIX) >> TURN).astype(np.int64)


def _words(windows: Windows) -> list[Found]:
    """Every word by nearness, clause and whether the mention is nearest; pairs of neighbours, the mention as one."""
    codes = windows.vocabulary.codes[windows.words]
    itself = windows.distances == 0
    plain = windows.vocabulary.plain[windows.words] & ~itself
    close = plain & (np.abs(windows.distances) <= NEAR)
    chosen = {
        "word": plain, "near left": close & (windows.distances < 0), "near right": close & (windows.distances > 0),
        "clause": plain & windows.clause, "nearest": plain & windows.nearest & ~windows.named,
    }
    found = [Found(kind, windows.owners[which], (codes[which],)) for kind, which in chosen.items()]
    paired = np.where(itself, 1, codes)
    first = np.flatnonzero((paired[:-1] > 0) & (paired[1:] > 0))
    return [*found, Found("pair", windows.owners[first], (paired[first], paired[first + 1]))]


def _frames(windows: Windows) -> list[Found]:
    """Every frame by side and negation: anywhere, in the clause, nearest."""
    frames = windows.vocabulary.frames[windows.words]
    token, place = np.nonzero(frames)
    side = 2 * (windows.distances[token] > 0) + windows.negated[token]
    told, owners = frames[token, place] * 4 + side, windows.owners[token]
    clause, nearest = windows.clause[token], windows.nearest[token]
    return [Found("frame", owners, (told,)), Found("frame of clause", owners[clause], (told[clause],)),
            Found("frame of nearest", owners[nearest], (told[nearest],))]


def _parts(windows: Windows) -> list[Found]:
    """The words and frames that play a role for the mention, with the role and what marks it."""
    token, role, mark = windows.parts.T
    kind, words, owners = mark * ROLES + role, windows.words[token], windows.owners[token]
    part, place = np.nonzero(windows.vocabulary.frames[words])
    frames = windows.vocabulary.frames[words[part], place]
    return [Found("role", owners, (kind, windows.vocabulary.codes[words])),
            Found("frame of role", owners[part], (kind[part], frames))]


def _shapes(shapes: list[Shape]) -> Found:
    owners = np.repeat(np.arange(len(shapes)), [len(shape.names) for shape in shapes])
    return Found("sum", owners, (np.array([code(name) for shape in shapes for name in shape.names]),))


def _marked(sums: np.ndarray) -> list[Found]:
    """The sums as they are, and which of them are marked."""
    owner, column = np.nonzero(sums)
    values = sums[owner, column]
    high, low = values > MARKED, values < -MARKED
    return [Found("sum", owner, (column,), values), Found("marked high", owner[high], (column[high],)),
            Found("marked low", owner[low], (column[low],))]


def hashed(windows: Windows, tones: Tones, shapes: list[Shape]) -> Rows:
    """The features of the linear model, every one with its mention, bucket and value."""
    found = [*_words(windows), *_frames(windows), *_parts(windows), _shapes(shapes), *_marked(tones.sums)]
    found.sort(key=lambda one: len(one.codes))
    buckets = []
    for n_codes in (1, 2):  # all of a kind at once
        alike = [one for one in found if len(one.codes) == n_codes]
        kinds = np.repeat(np.array([KINDS[one.kind] for one in alike]), [len(one.owners) for one in alike])
        buckets.append(_bucket(kinds, [np.concatenate(codes) for codes in zip(*(o.codes for o in alike), strict=True)]))
    values = [np.ones(len(one.owners), np.float32) if one.values is None else one.values for one in found]
    owners = np.concatenate([one.owners for one in found])
    return Rows(owners, np.concatenate(buckets), np.concatenate(values).astype(np.float32), len(shapes))
