"""Join the figures that tell one quantity, the surest pairs first, without holding every figure against every other.

What two figures of different articles have to do with each other is known of their sorts; of one article each pair is
asked.
"""

import math
from bisect import bisect_right, insort
from itertools import combinations

import numpy as np

from helpers.figures.common import common_of_pairs, enough, evidence, traits_of
from helpers.figures.compare import DAYS_APART, apart
from helpers.figures.signature import Signature
from helpers.figures.sorts import Sorts, blocked

SEVERAL, NOBODY = -1, np.zeros(0, int)
NO_DAYS = (math.inf, -math.inf)


def _links_inside(signatures: list[Signature], everywhere: frozenset) -> dict[int, dict[int, list[int]]]:
    """Strength → figure → later figures of the same article that it is linked to."""
    documents: dict[str, list[int]] = {}
    for index, signature in enumerate(signatures):
        documents.setdefault(signature.document, []).append(index)
    blocks = (block for indexes in documents.values() for block in blocked(signatures, indexes))
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
    """Clusters under way: the figures of each by article and sort, the days of each look, and what can never be one."""

    def __init__(self, signatures: list[Signature], sorts: Sorts) -> None:
        self.signatures, self.sorts = signatures, sorts
        self.home = list(range(len(signatures)))
        self.members = {index: [index] for index in self.home}
        self.documents = {index: {one.document: [index]} for index, one in enumerate(signatures)}
        self.days = {index: {sorts.look_of[sorts.of[index]]: _days(one.day)} for index, one in enumerate(signatures)}
        self.of_sort: list[dict[int, list[int]]] = [{} for _ in sorts.bare]  # sort → cluster → figures in order
        for index, sort in enumerate(sorts.of):
            self.of_sort[sort][index] = [index]
        self.home_of_sort = np.array(list(map(_only, self.of_sort)))  # the cluster of all figures of a sort
        self.foes: dict[int, set[int]] = {index: set() for index in self.home}  # those that it cannot take in
        self.haters: dict[int, set[int]] = {index: set() for index in self.home}  # those that cannot take it in

    def candidates(self, i: int, partners: np.ndarray) -> list[int]:
        """The first later figure of another article in every cluster that holds figures of the given sorts."""
        own, document, found = self.home[i], self.signatures[i].document, []
        foes = self.foes[own]
        homes = self.home_of_sort[partners]
        others = set(homes.tolist()) - foes - {own}
        for sort in partners[np.isin(homes, list(others))].tolist() if others else ():
            for key, indexes in self.of_sort[sort].items():
                if key != own and key not in foes:
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
            self.home_of_sort[sort] = _only(self.of_sort[sort])
        self.members[one] += self.members.pop(two)
        for document, indexes in self.documents.pop(two).items():
            self.documents[one].setdefault(document, []).extend(indexes)
        for look, days in self.days.pop(two).items():
            known = self.days[one].get(look, NO_DAYS)
            self.days[one][look] = min(known[0], days[0]), max(known[1], days[1])
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
        """Whether articles too far apart in time tell of two looks that do not both name their years."""
        far = days[1] - others[0] > DAYS_APART or others[1] - days[0] > DAYS_APART
        sorts = self.sorts
        return far and not (sorts.bare[sorts.with_look[a]].years and sorts.bare[sorts.with_look[b]].years)


def _only(homes: dict[int, list[int]]) -> int:
    """The cluster that holds all figures of a sort, SEVERAL if more than one does."""
    return next(iter(homes)) if len(homes) == 1 else SEVERAL


def _days(day: float) -> tuple[float, float]:
    return NO_DAYS if math.isnan(day) else (day, day)


def cluster(signatures: list[Signature]) -> list[list[int]]:
    """Clusters of indexes, in order of their first members; no two members of one are apart."""
    sorts = Sorts(signatures)
    across, inside = sorts.partners(), _links_inside(signatures, sorts.everywhere)
    clusters = _Clusters(signatures, sorts)
    for strength in sorted(across.keys() | inside.keys(), reverse=True):
        partners, own = across.get(strength, {}), inside.get(strength, {})
        for i, sort in enumerate(sorts.of):
            if sort in partners or i in own:
                for j in sorted(clusters.candidates(i, partners.get(sort, NOBODY)) + own.get(i, [])):
                    clusters.join(i, j)
    return sorted(sorted(members) for members in clusters.members.values())
