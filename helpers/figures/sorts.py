"""Figures that differ in nothing but article, claimant and value are of one sort; which sorts tell one quantity.

Sorts are compared once, and only where one block holds both.
"""

from collections.abc import Iterator
from itertools import pairwise

import numpy as np

from helpers.figures.common import Block, Traits, enough, evidence, traits_of
from helpers.figures.compare import COMING, FIGHTERS, apart
from helpers.figures.signature import CASUALTIES, Signature
from helpers.figures.units import MEASURES

PAIRS_AT_ONCE = 500_000  # bounds the memory of what is held for each pair
Links = dict[int, dict[int, np.ndarray]]  # strength → number → the numbers that it links to


def _blocks(one: Signature) -> list[tuple]:
    """Keys of which two figures share one if they can be joined at all; none for a figure that joins nothing."""
    if one.portion or (one.generic and one.kind not in MEASURES):
        return []
    if one.generic or one.kind == "duration":
        return [(one.kind, one.unit)]
    if one.kind in MEASURES:
        return [(one.kind, one.event, one.unit if one.kind == "money" else "")]
    if not one.kind.startswith("people_"):
        return [(one.kind, name) for name in dict.fromkeys((one.noun_class, one.broader)) if name]
    men = one.event in COMING and ((one.kind, one.noun_class) == FIGHTERS or one.noun_class == "people")
    return [("people", one.event), *([("people coming",)] if men else [])]


def blocked(signatures: list[Signature], indexes: list[int]) -> Iterator[list[int]]:
    """The given indexes by block, those of one block together."""
    found: dict[tuple, list[int]] = {}
    for index in indexes:
        for key in _blocks(signatures[index]):
            found.setdefault(key, []).append(index)
    return iter(found.values())


def _told_everywhere(signatures: list[Signature]) -> frozenset:
    """Names that more than half of the articles tell."""
    documents = {signature.document for signature in signatures}
    counts: dict[str, set] = {}
    for signature in signatures:
        for name in signature.names | signature.nearby:
            counts.setdefault(name, set()).add(signature.document)
    return frozenset(name for name, found in counts.items() if len(found) * 2 > len(documents))


def _bare(one: Signature) -> Signature:
    """A figure without what tells it from others of its sort."""
    return one._replace(row=0, document="", source="", day=0.0, sentence=0, claimant="", against=False, anaphor=False,
                        among=False)  # fmt: skip


class Sorts:
    """The sorts of figures of a corpus: how surely two of them tell one quantity, and whether they cannot."""

    def __init__(self, signatures: list[Signature]) -> None:
        self.everywhere = _told_everywhere(signatures)
        self.bare: list[Signature] = []
        self.other: list[Signature] = []  # the same, as another article tells it
        numbers: dict[Signature, int] = {}
        self.of: list[int] = []  # the sort of each figure
        for signature in signatures:
            bare = _bare(signature)
            if bare not in numbers:
                numbers[bare] = len(self.bare)
                self.bare.append(bare)
                self.other.append(bare._replace(document="other"))
            self.of.append(numbers[bare])
        looks: dict[tuple, int] = {}
        self.look_of = [looks.setdefault(self._look(bare), len(looks)) for bare in self.bare]
        self.looks = np.array(self.look_of, int)  # the same, to be asked for many sorts at once
        self.with_look = {look: sort for sort, look in enumerate(self.look_of)}  # a sort of each look
        self.known: dict[tuple[int, int], bool] = {}

    def _look(self, one: Signature) -> tuple:
        """All that `apart` asks of two figures of different articles."""
        harmed = one.event in CASUALTIES  # only then the names around count
        around = (one.names | one.nearby, self.everywhere.isdisjoint(one.names)) if harmed else ()
        return (one.kind, one.noun_class, one.broader, one.generic, one.unit, one.event, one.sides, one.years,
                one.places - self.everywhere, one.portion, one.befalls, one.arrested,
                one.marching, one.past, one.weekdays, one.purpose if one.kind == "duration" else frozenset(),
                around)  # fmt: skip

    def apart(self, one: int, two: int) -> bool:
        """Whether figures of two looks, told in different articles of one time, cannot tell one quantity.

        The rules of `apart` and `enough` ask some things of the first of two figures alone, so the order counts.
        """
        known = self.known.get((one, two))
        if known is None:
            sorts = self.with_look[one], self.with_look[two]
            known = self.known[one, two] = apart(self.bare[sorts[0]], self.other[sorts[1]], self.everywhere)
        return known

    def partners(self) -> Links:
        """Strength of a link → sort → sorts that it links to when it is told first."""
        n, traits, links = len(self.bare), traits_of(self.bare), [np.zeros(0, int)]
        for block in blocked(self.bare, list(range(len(self.bare)))):
            numbers, members = np.array(block), Block([self.bare[sort] for sort in block])
            at_once = max(1, PAIRS_AT_ONCE // len(block))
            for start in range(0, len(block), at_once):
                rows = slice(start, start + at_once)
                strength = self._strength(numbers, rows, traits, members)
                ones, twos = np.nonzero(strength)
                links.append((strength[ones, twos] * n + numbers[rows][ones]) * n + numbers[twos])
        return _by_two(np.concatenate(links), n)

    def _strength(self, numbers: np.ndarray, rows: slice, traits: Traits, members: Block) -> np.ndarray:
        """Some sorts of a block × all of it: how much links them, 0 where they cannot tell one quantity."""
        one, two, common = traits.at(numbers[rows, None]), traits.at(numbers[None, :]), members.common(rows)
        shared = evidence(one, two, common)
        looks = self.looks[numbers]
        return np.where(enough(one, two, common, shared) & ~self._apart(looks[rows], looks), shared, 0)

    def _apart(self, ones: np.ndarray, twos: np.ndarray) -> np.ndarray:
        """`apart` for sorts given by their looks, each against each; asked once for two looks."""
        (first, at), (second, there) = np.unique(ones, return_inverse=True), np.unique(twos, return_inverse=True)
        known = [[self.apart(a, b) for b in second.tolist()] for a in first.tolist()]
        return np.array(known, bool)[at][:, there]


def _by_two(links: np.ndarray, n: int) -> Links:
    """Links by strength and by the first of two numbers below n: strength → one → the others, each once, in order.

    links: (strength · n + one) · n + other: as one number each they take the least room and time to sort.
    """
    links.sort()
    links = links[np.diff(links, prepend=-1) > 0]
    heads, others = links // n, (links % n).astype(np.int32)
    starts = np.flatnonzero(np.diff(heads, prepend=-1)).tolist()
    found: Links = {}
    for at, end in pairwise([*starts, len(links)]):
        value, one = divmod(int(heads[at]), n)
        found.setdefault(value, {})[one] = others[at:end]
    return found
