"""The windows of words around many mentions, end to end in flat arrays, so that all are read in one pass.

A window is the words before the mention, the mention as one token, the words after it, and GAP empty tokens; what a
token says of itself stands once per different word (Words), what it is to the mention once per token (Windows).
"""

from functools import lru_cache
from typing import NamedTuple

import numpy as np
from textblob.en import sentiment as pattern

from helpers.sentiment.frames import FRAMES, NAMES_OF_FRAMES, frame_forms
from helpers.sentiment.reading import TARGET, Reading
from helpers.sentiment.roles import AGENT, GOVERNOR, NONE, PASSIVE, ROLES, SELF, VERB, code, parts_of
from helpers.sentiment.scores import vader_lexicon

REACH = 40  # tokens read on each side of the mention
GAP = 2  # empty tokens after each window: half of what a convolution sees at once
SUFFIX = 3  # letters
PLACE = np.array([0, 1, 2, 3, 4, *(5 + sum(d > edge for edge in (6, 9, 14, 20)) for d in range(5, REACH + 2))])
PLACES = 20  # bins of the distance, ten a side
NOWHERE = PLACES  # the place of an empty token
NEGATED = -0.7  # what a negation leaves of a tone
PUNCTUATION = frozenset('"“”?!')
AGENTS, PATIENTS, TONES, VADERS, BLOBS, SUBJECTIVE = range(6)
# Which tone of a word falls on the mention, by the word's role for it.
TOWARD = np.full(ROLES, TONES)
TOWARD[[VERB, AGENT]], TOWARD[[PASSIVE, GOVERNOR]] = AGENTS, PATIENTS


class Words(NamedTuple):
    """Every different word of some windows; row 0 is no word, the last rows are mentions."""

    codes: np.ndarray
    suffixes: np.ndarray
    frames: np.ndarray  # (words, FRAMES), 0 for none
    tones: np.ndarray  # (words, 6): agent, patient, tone of its frames; VADER / 2; TextBlob × 1.5; subjectivity
    plain: np.ndarray  # a word or a telling mark, not a comma


class Windows(NamedTuple):
    """Windows end to end, one entry per token unless told otherwise."""

    vocabulary: Words
    words: np.ndarray  # rows of the vocabulary
    owners: np.ndarray  # number of the mention
    starts: np.ndarray  # one per mention
    lengths: np.ndarray  # one per mention, without the gap
    distances: np.ndarray  # from the mention, negative before it
    places: np.ndarray
    roles: np.ndarray
    clause: np.ndarray  # 1 in the clause of the mention
    nearest: np.ndarray
    negated: np.ndarray
    named: np.ndarray
    apart: np.ndarray  # 1 in another voice than the mention
    parts: np.ndarray  # (parts, 3): token, role, code of the mark


@lru_cache(maxsize=50_000)
def _entry(word: str) -> tuple[float, ...]:
    frames = frame_forms().get(word, ())
    numbers = [NAMES_OF_FRAMES[frame.name] for frame in frames[:FRAMES]]
    means = [sum(values) / len(frames) for values in list(zip(*frames, strict=True))[1:]] if frames else [0.0] * 3
    blob = pattern[word][None] if word in pattern else (0.0, 0.0)
    plain = word[:1].isalnum() or word in PUNCTUATION
    return (code(word), code(word[-SUFFIX:] + "$"), *numbers, *[0] * (FRAMES - len(numbers)),
            *means, vader_lexicon().get(word, 0.0) / 2, blob[0] * 1.5, blob[1], plain)


def _words(numbers: dict[str, int]) -> Words:
    table = np.array([_entry(word) for word in numbers], dtype=np.float64).reshape(len(numbers), -1)
    whole, first = table[:, : 2 + FRAMES].astype(np.int64), 2 + FRAMES
    whole[0], table[0] = 0, 0.0
    return Words(whole[:, 0], whole[:, 1], whole[:, 2:], table[:, first:-1].astype(np.float32), table[:, -1] > 0)


def _spread(values: list, owners: np.ndarray) -> np.ndarray:
    return np.array(values)[owners]


def _layout(readings: list[Reading]) -> tuple[np.ndarray, ...]:
    """Of each token: owner, distance, and its number in its sentence; −1 for the mention, −2 for a gap."""
    first, last = (np.array([getattr(reading, name) for reading in readings]) for name in ("first", "last"))
    sizes = np.array([len(reading.sentence.words) for reading in readings])
    left, right = np.minimum(first, REACH), np.minimum(sizes - last, REACH)
    lengths = left + 1 + right
    starts = np.cumsum(lengths + GAP) - lengths - GAP
    owners = np.repeat(np.arange(len(readings)), lengths + GAP)
    distances = np.arange(len(owners)) - (starts + left)[owners]
    tokens = np.where(distances < 0, first[owners], last[owners] - 1) + distances
    tokens[distances == 0] = -1
    tokens[distances > right[owners]] = -2
    return owners, starts, lengths, distances, tokens


def _parts(readings: list[Reading], centres: np.ndarray, size: int) -> tuple[np.ndarray, np.ndarray]:
    """Every part: token, role, code of its mark; and the role of every token, the last where it plays several."""
    found = []
    for centre, reading in zip(centres.tolist(), readings, strict=True):
        for token, role, mark in parts_of(reading):
            distance = token - reading.first if token < reading.first else token - reading.last + 1
            if abs(distance) <= REACH:
                found.append((centre + distance, role, code(mark)))
    parts = np.array(found, dtype=np.int64).reshape(-1, 3)
    roles = np.full(size, NONE)
    roles[parts[:, 0]] = parts[:, 1]
    roles[centres] = SELF
    return parts, roles


def windows_of(readings: list[Reading]) -> Windows:
    """Put the windows of at least one mention end to end."""
    owners, starts, lengths, distances, tokens = _layout(readings)
    sentences = {id(reading.sentence): reading.sentence for reading in readings}
    numbers: dict[str, int] = {"": 0}
    ids: list[int] = [0]  # token 0 of the sentences put end to end stands for none
    flags: tuple[list, ...] = ([False], [False], [0], [False])
    begins = {}
    for key, read in sentences.items():
        begins[key] = len(ids)
        ids += [numbers.setdefault(word, len(numbers)) for word in read.words]
        for flag, values in zip(flags, (read.negated, read.named, read.clauses, read.voices), strict=True):
            flag += values
    heads = [numbers.setdefault(TARGET + (r.mention[-1] if r.mention else ""), len(numbers)) for r in readings]
    begin = _spread([begins[id(reading.sentence)] for reading in readings], owners)
    places, real = np.where(tokens >= 0, begin + tokens, 0), tokens >= 0
    negated, named, clauses, voices = (np.array(flag)[places] for flag in flags)
    limits = np.array([(*r.clauses, *r.nearest, r.quoted) for r in readings])[owners].T
    itself = tokens == -1
    bins = np.where(distances < 0, PLACE[np.minimum(-distances, REACH)], 10 + PLACE[np.minimum(distances, REACH)])
    parts, roles = _parts(readings, np.flatnonzero(itself), len(tokens))
    return Windows(
        vocabulary=_words(numbers),
        words=np.where(itself, np.array(heads)[owners], np.array(ids)[places]),
        owners=owners, starts=starts, lengths=lengths, distances=distances,
        places=np.where(real, bins, np.where(itself, 0, NOWHERE)),
        roles=roles,
        clause=real & (limits[0] <= clauses) & (clauses <= limits[1]) | itself,
        nearest=real & (limits[2] <= tokens) & (tokens < limits[3]) | itself,
        negated=negated, named=named, apart=real & (voices != limits[4]), parts=parts,
    )
