"""Join the figures that tell one quantity, the surest pairs first, without holding every figure against every other.

Figures that differ in nothing but article, claimant and value are of one sort. Sorts are compared once, and only where
one block holds both; what two figures of one article have to do with each other is asked of each pair of them.
"""

import math
from bisect import bisect_right, insort
from collections.abc import Iterator
from itertools import combinations

import numpy as np

from helpers.figures.common import Block, Traits, common_of_pairs, enough, evidence, traits_of
from helpers.figures.compare import COMING, DAYS_APART, FIGHTERS, apart
from helpers.figures.signature import CASUALTIES, Signature
from helpers.figures.units import MEASURES

PAIRS_AT_ONCE = 500_000  # bounds the memory of what is held for each pair
NO_DAYS = (math.inf, -math.inf)


def _blocks(one: Signature) -> list[tuple]:
    """Keys of which two figures share one if they can be joined at all; none for a figure that joins nothing."""
    if one.portion or (one.generic and one.kind not in MEASURES):
        return []
    if one.generic:
        return [(one.kind, one.unit)]
    if one.kind in MEASURES:
        return [(one.kind, one.event, one.unit if one.kind == "money" else "")]
    if not one.kind.startswith("people_"):
        return [(one.kind, name) for name in dict.fromkeys((one.noun_class, one.broader)) if name]
    men = one.event in COMING and ((one.kind, one.noun_class) == FIGHTERS or one.noun_class == "people")
    return [("people", one.event), *([("people coming",)] if men else [])]


def _blocked(signatures: list[Signature], indexes: list[int]) -> Iterator[list[int]]:
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
    return one._replace(row=0, document="", source="", day=0.0, sentence=0, claimant="", against=False, anaphor=False)


class _Sorts:
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
                one.places - self.everywhere, one.portion, one.befalls, one.past, around)  # fmt: skip

    def apart(self, one: int, two: int) -> bool:
        """Whether figures of two sorts, told in different articles of one time, cannot tell one quantity.

        The rules of `apart` and `enough` ask some things of the first of two figures alone, so the order counts.
        """
        key = (self.look_of[one], self.look_of[two])
        if key not in self.known:
            self.known[key] = apart(self.bare[one], self.other[two], self.everywhere)
        return self.known[key]

    def partners(self) -> dict[int, dict[int, list[int]]]:
        """Strength of a link → sort → sorts that it links to when it is told first."""
        traits, found = traits_of(self.bare), {}
        for block in _blocked(self.bare, list(range(len(self.bare)))):
            numbers, members = np.array(block), Block([self.bare[sort] for sort in block])
            at_once = max(1, PAIRS_AT_ONCE // len(block))
            for start in range(0, len(block), at_once):
                rows = slice(start, start + at_once)
                strength = self._strength(numbers, rows, traits, members)
                for one, strengths in zip(block[rows], strength, strict=True):
                    for value in np.unique(strengths[strengths > 0]).tolist():
                        found.setdefault(value, {}).setdefault(one, []).append(numbers[strengths == value])
        return {
            value: {one: np.unique(np.concatenate(sorts)).tolist() for one, sorts in links.items()}
            for value, links in found.items()
        }

    def _strength(self, numbers: np.ndarray, rows: slice, traits: Traits, members: Block) -> np.ndarray:
        """Some sorts of a block × all of it: how much links them, 0 where they cannot tell one quantity."""
        one, two, common = traits.at(numbers[rows, None]), traits.at(numbers[None, :]), members.common(rows)
        shared = evidence(one, two, common)
        looks = self.looks[numbers]
        return np.where(enough(one, two, common, shared) & ~self._apart(looks[rows], looks), shared, 0)

    def _apart(self, ones: np.ndarray, twos: np.ndarray) -> np.ndarray:
        """`apart` for sorts given by their looks, each against each; asked once for two looks."""
        (first, at), (second, there) = np.unique(ones, return_inverse=True), np.unique(twos, return_inverse=True)
        known = [[self.apart(self.with_look[a], self.with_look[b]) for b in second.tolist()] for a in first.tolist()]
        return np.array(known, bool)[at][:, there]


def _links_inside(signatures: list[Signature], everywhere: frozenset) -> dict[int, dict[int, list[int]]]:
    """Strength → figure → later figures of the same article that it is linked to."""
    documents: dict[str, list[int]] = {}
    for index, signature in enumerate(signatures):
        documents.setdefault(signature.document, []).append(index)
    blocks = (block for indexes in documents.values() for block in _blocked(signatures, indexes))
    pairs = {pair for block in blocks for pair in combinations(block, 2)}
    pairs = sorted((i, j) for i, j in pairs if not apart(signatures[i], signatures[j], everywhere))
    if not pairs:
        return {}
    traits, common = traits_of(signatures), common_of_pairs([(signatures[i], signatures[j]) for i, j in pairs])
    one, two = (traits.at(np.array(side)) for side in zip(*pairs, strict=True))
    strengths = evidence(one, two, common)
    found: dict[int, dict[int, list[int]]] = {}
    for (i, j), strength, joined in zip(pairs, strengths.tolist(), enough(one, two, common, strengths), strict=True):
        if joined:
            found.setdefault(strength, {}).setdefault(i, []).append(j)
    return found


class _Clusters:
    """Clusters under way: which figures each holds, by article and by sort, and which clusters can never be one."""

    def __init__(self, signatures: list[Signature], sorts: _Sorts) -> None:
        self.signatures, self.sorts = signatures, sorts
        self.home = list(range(len(signatures)))
        self.members = {index: [index] for index in self.home}
        self.documents = {index: {one.document: [index]} for index, one in enumerate(signatures)}
        self.days = {index: {sorts.of[index]: _days(one.day)} for index, one in enumerate(signatures)}
        self.of_sort: list[dict[int, list[int]]] = [{} for _ in sorts.bare]  # sort → cluster → figures in order
        for index, sort in enumerate(sorts.of):
            self.of_sort[sort][index] = [index]
        self.foes: dict[int, set[int]] = {index: set() for index in self.home}  # those that it cannot take in
        self.haters: dict[int, set[int]] = {index: set() for index in self.home}  # those that cannot take it in

    def candidates(self, i: int, partners: list[int]) -> list[int]:
        """The first later figure of another article in every cluster that holds figures of the given sorts."""
        own, document, found = self.home[i], self.signatures[i].document, []
        for sort in partners:
            for key, indexes in self.of_sort[sort].items():
                if key != own and key not in self.foes[own]:
                    later = indexes[bisect_right(indexes, i) :] if indexes[0] <= i else indexes
                    found += [j for j in later if self.signatures[j].document != document][:1]
        return found

    def join(self, i: int, j: int) -> None:
        """Make the clusters of two figures one unless any two of their figures are apart."""
        one, two = self.home[i], self.home[j]
        if one == two or two in self.foes[one]:
            return
        if self._apart(one, two):
            self.foes[one].add(two)
            self.haters[two].add(one)
            return
        for index in self.members[two]:
            self.home[index] = one
            sort = self.sorts.of[index]
            insort(self.of_sort[sort].setdefault(one, []), index)
            self.of_sort[sort].pop(two, None)
        self.members[one] += self.members.pop(two)
        for document, indexes in self.documents.pop(two).items():
            self.documents[one].setdefault(document, []).extend(indexes)
        for sort, days in self.days.pop(two).items():
            known = self.days[one].get(sort, NO_DAYS)
            self.days[one][sort] = min(known[0], days[0]), max(known[1], days[1])
        self._inherit(one, two)

    def _inherit(self, one: int, two: int) -> None:
        """What could not be joined with the second cluster cannot be joined with the first that took it in."""
        for mine, theirs in ((self.foes, self.haters), (self.haters, self.foes)):
            for other in mine.pop(two):
                theirs[other].discard(two)
                if other != one:
                    mine[one].add(other)
                    theirs[other].add(one)

    def _apart(self, one: int, two: int) -> bool:
        here, there = self.documents[one], self.documents[two]
        for document in here.keys() & there.keys():
            pairs = ((self.signatures[a], self.signatures[b]) for a in here[document] for b in there[document])
            if any(apart(a, b, self.sorts.everywhere) for a, b in pairs):
                return True
        return any(
            self.sorts.apart(a, b) or self._far(a, days, b, others)
            for a, days in self.days[one].items()
            for b, others in self.days[two].items()
        )

    def _far(self, a: int, days: tuple, b: int, others: tuple) -> bool:
        """Whether articles too far apart in time tell of two sorts that do not both name their years."""
        far = days[1] - others[0] > DAYS_APART or others[1] - days[0] > DAYS_APART
        return far and not (self.sorts.bare[a].years and self.sorts.bare[b].years)


def _days(day: float) -> tuple[float, float]:
    return NO_DAYS if math.isnan(day) else (day, day)


def cluster(signatures: list[Signature]) -> list[list[int]]:
    """Clusters of indexes, in order of their first members; no two members of one are apart."""
    sorts = _Sorts(signatures)
    across, inside = sorts.partners(), _links_inside(signatures, sorts.everywhere)
    clusters = _Clusters(signatures, sorts)
    for strength in sorted(across.keys() | inside.keys(), reverse=True):
        partners, own = across.get(strength, {}), inside.get(strength, {})
        for i, sort in enumerate(sorts.of):
            if sort in partners or i in own:
                for j in sorted(clusters.candidates(i, partners.get(sort, [])) + own.get(i, [])):
                    clusters.join(i, j)
    return sorted(sorted(members) for members in clusters.members.values())
