"""What figures have in common, and whether that joins them, for many pairs at once.

Pairs are arrays: of one axis for a list of pairs, of two where every figure of a block is held against every other.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from helpers.figures.compare import COMING, same_vote, told_again
from helpers.figures.signature import Signature
from helpers.figures.units import MEASURES

WEAK = frozenset(("arrive", "capture", "take part", "be there"))  # told by words as common as "take"


class Traits(NamedTuple):
    """One entry per figure: a code where figures are asked to be alike, else whether the figure is of that sort."""

    event: np.ndarray  # code; 0 where nothing is told to happen
    noun_class: np.ndarray  # code
    generic: np.ndarray
    money: np.ndarray
    votes: np.ndarray
    duration: np.ndarray
    arrest: np.ndarray
    named: np.ndarray  # people under a name of their own: "weavers", not "people" or "arrests"
    there: np.ndarray  # somebody is told to be there
    weak: np.ndarray
    coming: np.ndarray
    people: np.ndarray
    deaths: np.ndarray
    befalls: np.ndarray
    loose: np.ndarray  # of a kind in which one class of noun does not make one quantity
    other_people: np.ndarray

    def at(self, index: object) -> "Traits":
        """The traits of some figures; `index` may add an axis."""
        return Traits(*(values[index] for values in self))


def traits_of(signatures: list[Signature]) -> Traits:
    """The traits of figures, in their order."""
    events, classes = {"": 0}, {}
    return Traits(
        np.array([events.setdefault(one.event, len(events)) for one in signatures], int),
        np.array([classes.setdefault(one.noun_class, len(classes)) for one in signatures], int),
        *(
            np.array(flags, bool).reshape(len(signatures))
            for flags in (
                [one.generic for one in signatures],
                [one.kind == "money" for one in signatures],
                [one.kind == "votes" for one in signatures],
                [one.kind == "duration" for one in signatures],
                [one.event == "arrest" for one in signatures],
                [one.noun_class not in ("", "people", "detainees") for one in signatures],
                [one.event == "be there" for one in signatures],
                [one.event in WEAK for one in signatures],
                [one.event in COMING - {""} for one in signatures],
                [one.noun_class == "people" for one in signatures],
                [one.noun_class == "deaths" for one in signatures],
                [one.befalls for one in signatures],
                [_is_loose(one.kind) for one in signatures],
                [one.kind == "people_other" for one in signatures],
            )
        ),
    )


def _is_loose(kind: str) -> bool:
    return kind.startswith("people_") or kind in MEASURES or kind in ("places", "other")


class Common(NamedTuple):
    """What the two figures of each pair share."""

    sides: np.ndarray  # a side beside the counted noun
    actors: np.ndarray  # a side, or somebody who acts
    names: np.ndarray  # a name in or around the sentence
    words: np.ndarray  # how many words of content, names left out
    purpose: np.ndarray
    vote: np.ndarray  # votes of one body and party
    document: np.ndarray
    sentence: np.ndarray  # and of one sentence
    again: np.ndarray  # neighbouring sentences of one article tell a number twice


def _sets(one: Signature) -> tuple[frozenset, ...]:
    return one.sides, one.sides | one.agents, one.names | one.nearby, one.content - one.names, one.purpose


def common_of_pairs(pairs: list[tuple[Signature, Signature]]) -> Common:
    """What the figures of listed pairs share; of any articles."""
    shared = [[len(a & b) for a, b in zip(_sets(one), _sets(two), strict=True)] for one, two in pairs]
    sides, actors, names, words, purpose = np.array(shared, int).reshape(len(pairs), 5).T
    one_document = [one.document == two.document for one, two in pairs]
    one_sentence = [one.document == two.document and one.sentence == two.sentence for one, two in pairs]
    flags = ([same_vote(*pair) for pair in pairs], one_document, one_sentence, [told_again(*pair) for pair in pairs])
    return Common(sides > 0, actors > 0, names > 0, words, purpose > 0, *(np.array(flag, bool) for flag in flags))


class Block:
    """Figures that are held against each other, as if each were told in an article of its own."""

    def __init__(self, signatures: list[Signature]) -> None:
        self.signatures = signatures
        self.members = [_Incidence(sets) for sets in zip(*map(_sets, signatures), strict=True)]

    def common(self, rows: slice) -> Common:
        """What some of the figures (first axis) share with all of them (second axis)."""
        sides, actors, names, words, purpose = (held.counts(rows) for held in self.members)
        none = np.zeros(sides.shape, bool)
        return Common(sides > 0, actors > 0, names > 0, words, purpose > 0, self._votes(rows, none), none, none, none)

    def _votes(self, rows: slice, none: np.ndarray) -> np.ndarray:
        voted = [number for number, one in enumerate(self.signatures) if one.kind == "votes"]
        if not voted:
            return none
        same, (start, stop, _) = none.copy(), rows.indices(len(self.signatures))
        for one in voted:
            if start <= one < stop:
                same[one - start, voted] = [same_vote(self.signatures[one], self.signatures[two]) for two in voted]
        return same


class _Incidence:
    """Sets of many figures, as a matrix that counts what each two of them hold in common."""

    def __init__(self, sets: Sequence[frozenset]) -> None:
        held: dict[object, list[int]] = {}
        for number, members in enumerate(sets):
            for member in members:
                held.setdefault(member, []).append(number)
        shared = [numbers for numbers in held.values() if len(numbers) > 1]
        self.held = np.zeros((len(sets), len(shared)), np.float32)  # floats are multiplied by the fast library
        for column, numbers in enumerate(shared):
            self.held[numbers, column] = 1
        self.sizes = np.array([len(members) for members in sets])

    def counts(self, rows: slice) -> np.ndarray:
        """Members in common: some of the sets × all of them."""
        found = (self.held[rows] @ self.held.T).astype(int)
        numbers = np.arange(len(self.sizes))[rows]
        found[numbers - numbers[:1], numbers] = self.sizes[rows]  # a set has all in common with itself
        return found


def evidence(one: Traits, two: Traits, common: Common) -> np.ndarray:
    """How many things the figures of each pair have in common beyond the kind of thing."""
    there = one.there | two.there
    words = (common.words >= 2) | ((common.words >= 1) & there)
    found = (_same_event(one, two), common.actors, common.names, words, common.purpose)
    return sum((thing.astype(int) for thing in found), 3 * common.sentence.astype(int))  # 3: set against each other


def enough(one: Traits, two: Traits, common: Common, shared: np.ndarray) -> np.ndarray:
    """Whether so many things shared join two figures: more inside one article, more where nothing is told to happen."""
    inside = common.document.astype(int)
    jailed = one.duration & one.arrest & two.arrest & (shared > 1)
    measured = (common.purpose | jailed) & (common.again | (shared > 2 * inside))
    one_class = one.noun_class == two.noun_class
    other_money = one.money & two.money & ~common.purpose & ~one_class
    other_vote = one.votes & two.votes & ~common.vote
    harmed = common.again | (shared >= 1 + 2 * inside)
    counted = common.again | (shared >= _needed(one, two, common) + inside)
    joined = np.where(one.befalls & two.befalls, harmed, counted) & ~other_money & ~other_vote
    return np.where(one.generic | one.duration, measured, joined)


def _needed(one: Traits, two: Traits, common: Common) -> np.ndarray:
    anybody = (one.people | two.people) & one.weak
    coming = one.coming & two.coming & common.sides
    told = (_same_event(one, two) | coming) & ~anybody & ~(one.deaths | two.deaths)
    same_things = (one.noun_class == two.noun_class) & ~one.loose
    mixed = one.arrest & two.arrest & one.named & two.named & (one.noun_class != two.noun_class)
    return np.where(told | same_things, 1 + mixed, 2 + (one.other_people & ~anybody).astype(int))


def _same_event(one: Traits, two: Traits) -> np.ndarray:
    return (one.event > 0) & (one.event == two.event)
