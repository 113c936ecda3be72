"""Whom a pronoun, a description or a quotation with nobody beside it means: the one of those told of that fits best.

Each of them is weighed by what speaks for it (helpers.voice.coreference.features); the weights are learnt from invented
articles (`python -m helpers.voice.coreference.train`). Source: ranking of antecedents, Denis & Baldridge (2008).
"""

import math
import re
from bisect import bisect_right
from collections.abc import Callable
from functools import lru_cache

import numpy as np

from helpers.tables import read_model
from helpers.voice.coreference.cast import Cast
from helpers.voice.coreference.descriptions import head_of
from helpers.voice.coreference.entities import Entity
from helpers.voice.coreference.features import OTHER, Asked, Candidates, Past, candidates, group_of
from helpers.voice.nouns import NOUNS

MODEL = "antecedents"
HE_OR_SHE = re.compile(r"(?<![\w’'-])(?:he|she)(?![\w’'-])", re.I)
CAUTION = 1.0  # by which one must outweigh nobody, lest a description get a false name; one more for an office
LOOK_BACK = 2  # paragraphs before an ask in which every "he" and "she" is answered first

Scene = Callable[[int], tuple[list[int], list[tuple[int, int]]]]
Weights = dict[str, dict[str, float]]
Choice = Callable[[Asked, Candidates], int | None]


def as_weights(names: list[str], values: np.ndarray) -> Weights:
    """Group of asks → feature → weight; names: "group|feature"."""
    found: Weights = {}
    for name, value in zip(names, values.tolist(), strict=True):
        group, _, rest = name.partition("|")
        found.setdefault(group, {})[rest] = value
    return found


@lru_cache(maxsize=1)
def _weights() -> Weights:
    model = read_model(MODEL)
    return as_weights(model["names"].tolist(), model["values"].astype(float))


def weighed(asked: Asked, found: Candidates, weights: Weights | None = None) -> int | None:
    """The number of the candidate with the greatest sum of weights (None: none, or its chance is too small)."""
    if not found:
        return None
    weights = (weights or _weights()).get(group_of(asked.kind), {})
    sums = [sum([weights[name] for name in names if name in weights]) for _, names in found]
    if found[-1][0] is None and "nobody|borne=False" in found[-1][1]:
        head = head_of(asked.words)
        again = head in NOUNS["company"] or head.endswith("-old")  # nearly always tell somebody again
        sums[-1] += 0 if again else CAUTION + (head in NOUNS["office"])
    greatest = max(sums)
    if asked.least and 1 / sum(math.exp(value - greatest) for value in sums) < asked.least:
        return None
    return sums.index(greatest)


class Whom:
    """Answers, in the order of the text, who is meant.

    text: with its quotations blanked by NUL characters; paragraphs: their offsets; scene: number of a paragraph → where
    its sentences begin, and the sorted offsets of who speaks; choice: picks among candidates (None: leaves it open).
    """

    always = HE_OR_SHE  # answered wherever they stand near an ask

    def __init__(self, text: str, paragraphs: list[tuple[int, int]], scene: Scene, choice: Choice = weighed) -> None:
        self.cast = Cast(text)
        self.scene, self.choice = scene, choice
        self.paragraphs = paragraphs
        self.lines = [start for start, _ in paragraphs]
        self.breaks: list[int] = []
        self.past = Past({}, {}, [])
        self.quoted: list[tuple[str, int]] = []  # names of speakers and where, not looked up yet
        self.read = 0  # paragraphs
        self.answered = 0  # offset up to which every "he" and "she" has its answer, where it was looked for

    def mean(self, asked: Asked) -> Entity | None:
        """Who is meant; None for nobody told of so far."""
        number = bisect_right(self.lines, asked.at) - 1
        self._read_to(number)
        for name, at in self.quoted:
            self.spoke(self.called(name, at))
        self.quoted.clear()
        low = max(self.answered, self.lines[max(0, number - LOOK_BACK)])
        for match in self.always.finditer(self.cast.text, low, asked.at):
            self._answer(Asked(match.group().lower(), match.start()))
        self.answered = max(self.answered, asked.at + 1)
        return self._answer(asked)

    def mean_afresh(self, asked: Asked) -> Entity | None:
        """Who is meant, whatever was asked before: only what stands in the paragraphs before counts."""
        self.past, self.answered = Past({}, {}, []), 0
        return self.mean(asked)

    def spoke_by_name(self, name: str, at: int) -> None:
        """Take note that somebody of that name, told of before an offset, is quoted; looked up when it matters."""
        self.quoted.append((name, at))

    def spoke(self, entity: Entity | None) -> None:
        """Take note that somebody is quoted."""
        if entity is not None and self.past.speakers[-1:] != [entity]:
            self.past.speakers.append(entity)

    def called(self, name: str, at: int) -> Entity | None:
        """The one told of last before (or right behind) an offset who bears a name or is told by a description."""
        self._read_to(bisect_right(self.lines, at) - 1)
        return self.cast.bearers(name.replace(",", "").split(), at) or self.cast.described(name, at)

    def described(self, description: str, at: int) -> Entity | None:
        """The one told of last before (or right behind) an offset by a description."""
        self._read_to(bisect_right(self.lines, at) - 1)
        return self.cast.described(description, at)

    def _read_to(self, number: int) -> None:
        while self.read <= number:
            start, end = self.paragraphs[self.read]
            breaks, speakers = self.scene(self.read)
            self.breaks += breaks
            self.cast.read(start, end, speakers)
            self.read += 1

    def _answer(self, asked: Asked) -> Entity | None:
        found = candidates(self.cast, self.breaks, self.lines, asked, self.past)
        number = self.choice(asked, found)
        entity = found[number][0] if number is not None else None
        if entity is not None and asked.kind in (*OTHER, "they", "it"):
            self.past.chain[asked.kind] = (entity, asked.at)
            self.past.taken[id(entity)] = asked.kind
        return entity
