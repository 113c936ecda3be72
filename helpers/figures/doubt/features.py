"""What stands around a figure, as features: the words and classes of doubt in each zone, and how they may mean it.

Zones of its own sentence: before and after it within its clause (B, A), right beside it (b, a), beyond the clause
(X, Y); then the next sentence (N), the next but one (M) and the one before (Q). "" holds what is no word of a zone.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from helpers.figures.context import LONGEST_SENTENCE, Context
from helpers.figures.doubt.reading import Told, read_sentence
from helpers.tokens import lemmatize
from helpers.voice import cue_kind

CLAUSE, BESIDE, BEYOND, SENTENCE = 15, 4, 20, 35  # tokens read of a zone
TOGETHER = 5  # tokens between two terms that are read as a pair
EARLY = 4  # tokens from the start of a sentence
SHORT = 8  # tokens of a short sentence
JOINTS = frozenset(("but", "while", "whereas", "although", "though", "yet", ";"))
NEIGHBOURS = (("N", 1), ("M", 2), ("Q", -1))
CONTENT = re.compile(r"[a-z]{3,}")
NOBODY = frozenset(("the", "author", "and"))
# A figure is weighed only where one of these stands in its sentence or a neighbour.
SIGNS = frozenset(
    ("deny", "retract", "dispute", "false", "inflate", "implausible", "unverified", "mock", "sceptic", "addup", "truth")
)
NEGATED = frozenset(("believe", "verify"))  # a sign where "neg" stands in the same sentence


class Claimed(NamedTuple):
    """A figure: its offsets, what is counted, who vouches, by which verb."""

    start: int
    end: int
    noun: str
    claimant: str
    cue: str


def zone_names(told: Told, low: int, high: int, pairs: bool = True) -> set[str]:
    """What stands in the tokens low to high of a sentence: words, pairs of words, classes (#) and pairs of classes."""
    words = told.words[low:high]
    names = set(words)
    if pairs:
        names.update(map("_".join, pairwise(words)))
    before: tuple[int, tuple[str, ...]] = (-TOGETHER - 1, ())
    for hit in told.hits:
        if hit.first < low:
            continue
        if hit.last > high:
            break
        names.update("#" + name for name in hit.classes)
        if " " in hit.term:
            names.add("=" + hit.term)
        if hit.first - before[0] <= TOGETHER:
            names.update(f"#{one}>{two}" for one in before[1] for two in hit.classes)
        before = (hit.last, hit.classes)
    return names


class Neighbour(NamedTuple):
    """A sentence beside a figure's, read once: its words, the names of it as a zone, whether it tells figures."""

    told: Told
    names: frozenset[str]
    counts: bool
    lemmas: frozenset[str]
    forms: frozenset[str]


class Surroundings:
    """The sentences of one text around its figures, each read once.

    context: the text with its sentences; figures: offsets (start, end) of all figures, in order.
    """

    def __init__(self, context: Context, figures: Iterable[tuple[int, int]]) -> None:
        self.context = context
        self.starts = [start for start, _ in figures]
        self._read: dict[int, Told] = {}
        self._signs: dict[int, bool] = {}
        self._beside: dict[tuple[bool, int], Neighbour] = {}

    def told(self, number: int) -> Told:
        """A sentence by index, cut to what is near enough to be read."""
        if number not in self._read:
            start, end = self.context.sentence(number)
            self._read[number] = read_sentence(self.context.text, start, min(end, start + LONGEST_SENTENCE))
        return self._read[number]

    def has_signs(self, number: int) -> bool:
        """Whether a sentence holds a word that can carry doubt."""
        if number not in self._signs:
            told = self.told(number)
            held = {name for hit in told.hits for name in hit.classes}
            self._signs[number] = not held.isdisjoint(SIGNS) or "?" in told.forms or (
                "neg" in held and not held.isdisjoint(NEGATED)
            )
        return self._signs[number]

    def beside(self, zone: str, number: int) -> Neighbour:
        """A neighbouring sentence as a zone."""
        pairs = zone != "Q"
        found = self._beside.get((pairs, number))
        if found is None:
            told = self.told(number)
            start, end = self.context.sentence(number)
            counts = bisect_left(self.starts, end) > bisect_left(self.starts, start)
            found = self._beside[pairs, number] = Neighbour(
                told, frozenset(zone_names(told, 0, SENTENCE, pairs)), counts,
                frozenset(told.lemmas), frozenset(told.forms),
            )  # fmt: skip
        return found

    def may_be_doubted(self, number: int) -> bool:
        """Whether anything in a sentence, the one before or the two behind it can carry doubt."""
        known = len(self.context.sentences)
        return any(self.has_signs(n) for n in range(max(0, number - 1), min(known, number + 3)))

    def _own(self, number: int, figure: Claimed) -> tuple[list[tuple[str, set[str]]], str, set[str]]:
        """(zones of the figure's own sentence, its place among the figures there, names of the terms by nearness)."""
        told = self.told(number)
        start, end = self.context.sentence(number)
        first = bisect_right(told.starts, figure.start) - 1
        last = bisect_right(told.starts, max(figure.start, figure.end - 1)) - 1
        others = self.starts[bisect_left(self.starts, start) : bisect_left(self.starts, end)]
        others = [bisect_right(told.starts, other) - 1 for other in others if other != figure.start]
        size = len(told.forms)
        low = next((i for i in range(first - 1, -1, -1) if told.forms[i] in JOINTS), 0)
        high = next((i for i in range(last + 1, size) if told.forms[i] in JOINTS), size)
        zones = [
            ("B", zone_names(told, max(low, first - CLAUSE), first)),
            ("b", zone_names(told, max(0, first - BESIDE), first)),
            ("A", zone_names(told, last + 1, min(high, last + 1 + CLAUSE))),
            ("a", zone_names(told, last + 1, min(size, last + 1 + BESIDE))),
        ]
        if low:
            zones.append(("X", zone_names(told, max(0, low - BEYOND), low)))
        if high < size:
            zones.append(("Y", zone_names(told, high, min(size, high + BEYOND))))
        nearness = set()
        for hit in told.hits:
            far = any(hit.last <= i < first or last < i < hit.first for i in others)
            side = ("L" if hit.first < first else "R") + ("far" if far else "near")
            nearness.update(f"{side}#{name}" for name in hit.classes)
        opens, closes = all(i >= first for i in others), all(i <= first for i in others)
        place = ("only" if closes else "first") if opens else "last" if closes else "mid"
        return zones, place, nearness

    def _link(self, zone: str, beside: Neighbour, place: str, same: bool, noun: set[str], who: set[str]) -> set[str]:
        """How the terms of a neighbouring sentence may mean the figure."""
        told = beside.told
        counted, named = not noun.isdisjoint(beside.lemmas), not who.isdisjoint(beside.forms)
        line = zone if same or zone == "Q" else zone + "p"
        names = {f"{line}:", f"{zone}num={beside.counts}", f"{zone}noun={counted}", f"{zone}who={named}"}
        for name in {name for hit in told.hits for name in hit.classes}:
            stem = f"{zone}#{name}&"
            names.update((stem + place, f"{stem}num={beside.counts}", f"{line}#{name}&p"))
            names.update((f"{stem}noun={counted}", f"{stem}who={named}"))
        names.update(f"{zone}#{name}&early" for hit in told.hits if hit.first < EARLY for name in hit.classes)
        if told.words:
            names.add(f"{zone}start={told.words[0]}")
            names.add(f"{zone}start={'_'.join(told.words[:2])}")
            if len(told.words) < SHORT:
                names.add(zone + "short")
            if "?" in told.forms:
                names.add(zone + "?")
        return names

    def zones(self, number: int, figure: Claimed) -> list[tuple[str, Iterable[str]]]:
        """(zone, names) pairs that describe what stands around a figure in the sentence `number`."""
        zones, place, rest = self._own(number, figure)
        noun = {lemmatize(word) for word in CONTENT.findall(figure.noun.lower())}
        who = set(CONTENT.findall(figure.claimant.lower())) - NOBODY
        line = self.context.paragraph_start(self.context.sentence(number)[0])
        for zone, step in NEIGHBOURS:
            start, end = self.context.sentence(number + step)
            if end <= start:
                rest.add(zone + "none")
                continue
            beside = self.beside(zone, number + step)
            same = self.context.paragraph_start(start) == line
            zones.append((zone, beside.names))
            rest |= self._link(zone, beside, place, same, noun, who)
        rest |= {"pos=" + place, f"own={figure.claimant == 'author'}", "always"}
        if figure.cue:
            rest |= {f"kind={cue_kind(figure.cue)}", "cue=" + lemmatize(figure.cue.split()[-1].lower())}
        return [*zones, ("", rest)]
