"""Choose the article's run of lines from the chances of all lines, and doubt what lies away from it."""

import numpy as np

from helpers.cleaning.ends import KIN
from helpers.cleaning.excerpts import LIVE
from helpers.cleaning.extent import runs
from helpers.cleaning.facts import HARDLY, LIKELY, is_prose, is_told
from helpers.cleaning.features import content_words
from helpers.cleaning.lines import Line
from helpers.cleaning.marks import is_stamp
from helpers.cleaning.place import best_run

LINK_WEIGHT = 0.4  # what a word outside prose counts against one in it
SURELY = 0.65  # chance that one line of an article at least reaches
LONGEST_ENTRY = 8  # lines of an entry of a live blog that are looked at
ENTRY_CHANCE = 0.75  # of a live blog's entry, at least
ELSEWHERE = 0.15  # share of the article's own weight that a run of lines away from it must have
BOX = 8  # lines of a box for subscribers, say, after which paragraphs go on with the article
TRIM_AFTER = 8  # lines away from the article's paragraphs from which other lines are doubted
TRIM_RATE, TRIM_MOST = 0.3, 3.0  # log odds taken per line further away, and at most


def akin(lines: list[Line], start: int, end: int) -> np.ndarray:
    """Whether each line is a paragraph that uses the words of the run of lines that is the article."""
    own = [content_words(line) for line in lines]
    vocabulary = set().union(*own[start:end])
    known = [len(words & vocabulary) >= KIN * len(words) for words in own]
    return np.array([is_prose(line) and kin for line, kin in zip(lines, known, strict=True)], bool)


def trim(lines: list[Line], chance: np.ndarray, start: int, end: int) -> np.ndarray:
    """Doubt the lines of a run above its first and below its last paragraph, the more the further they are."""
    prose = [at for at in range(start, end) if is_prose(lines[at]) and chance[at] >= LIKELY]
    if not prose:
        return chance
    here = np.arange(len(lines))
    away = np.maximum(np.maximum(prose[0] - here, here - prose[-1]), 0)
    plain = np.array([not is_prose(line) for line in lines])
    odds = np.log(chance / (1 - chance)) - plain * np.clip(TRIM_RATE * (away - TRIM_AFTER), 0, TRIM_MOST)
    return 1 / (1 + np.exp(-odds))


def believe(chance: np.ndarray) -> np.ndarray:
    """The chances, all below a likely one if no line surely is article: the page is of a kind the weights do not know.

    >>> believe(np.array([0.55, 0.1])).tolist(), believe(np.array([0.95, 0.55])).tolist()
    ([0.49, 0.1], [0.95, 0.55])
    """
    return chance if chance.max() >= SURELY else np.minimum(chance, LIKELY - 0.01)


def find_entries(lines: list[Line]) -> list[list[int]]:
    """The sentences below each time of the day, up to the next one: the entries of a live blog."""
    stamps = [at for at, line in enumerate(lines) if is_stamp(line)]
    ends = [min(end, at + LONGEST_ENTRY) for at, end in zip(stamps, [*stamps, len(lines)][1:], strict=True)]
    found = [[n for n in range(at + 1, end) if is_told(lines[n])] for at, end in zip(stamps, ends, strict=True)]
    return [entry for entry in found if entry]


def lift_entries(lines: list[Line], chance: np.ndarray) -> np.ndarray:
    """In a live blog, give the sentences of all entries what two of them at least have: a likely chance."""
    entries = find_entries(lines)
    told = [at for entry in entries for at in entry if chance[at] >= HARDLY / 2]
    if len(entries) < LIVE or sum(chance[at] >= LIKELY for at in told) < 2:
        return chance
    lifted = chance.copy()
    lifted[told] = np.maximum(chance[told], ENTRY_CHANCE)
    return lifted


def settle(lines: list[Line], chance: np.ndarray) -> tuple[np.ndarray, int, int]:
    """Choose the run of lines that is the article, and doubt the likely lines elsewhere.

    Prose counts in full, other lines in part, so that no list of links outweighs a short report. Elsewhere a run of
    lines must hold a share of the article's prose to be believed. Returns the chances, and the run (end exclusive).
    """
    weight = np.array([line.n_words + 1 if is_prose(line) else LINK_WEIGHT * (line.n_words + 1) for line in lines])
    start, end = best_run((chance - LIKELY) * weight)
    chance = trim(lines, chance, start, end)
    value = (chance - LIKELY) * weight
    start, end = best_run(value)
    believed, kin = chance.copy(), akin(lines, start, end)
    least = ELSEWHERE * np.maximum(value[start:end], 0).sum()
    for first, last in runs(chance >= LIKELY):
        beside = 0 <= first - end <= BOX and sum(map(is_told, lines[first:last])) >= 2
        if (last <= start or first >= end) and not beside and np.maximum(value[first:last], 0).sum() < least:
            doubted = first + np.flatnonzero(~kin[first:last])
            believed[doubted] = np.minimum(chance[doubted], HARDLY / 2)
    return believed, start, end
