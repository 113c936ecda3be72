"""What the linear model weighs: hashed features of the words around a mention, by side, nearness, clause and role."""

import itertools
import math
import zlib
from collections import Counter, defaultdict
from functools import lru_cache

import numpy as np

from helpers.sentiment.reading import NO_POLARITY, PRONOUNS, TARGET, TITLES_AND_DETERMINERS, Reading, context_words

BUCKETS = 1 << 18
NEGATED = -0.7  # what a negation leaves of a tone
NEAR = 5  # tokens
WINDOW = 60  # tokens read on each side of the mention
PUNCTUATION = frozenset('"“”?!')
BE = context_words("be")
AUXILIARIES = BE | context_words("auxiliary")
PREPOSITIONS = context_words("preposition")
TITLES = context_words("title")
SPEECH = context_words("speech")
POSSESSIVES = context_words("possessive")
STOPS = frozenset(",.;:")
NOT = frozenset(("not", "no", "never", "n't"))
CLITICS = ("'s", "'")


@lru_cache(maxsize=100_000)
def bucket(*parts: str) -> int:
    """The bucket of a feature, told by its parts."""
    return zlib.crc32("".join(parts).encode()) & (BUCKETS - 1)


@lru_cache(maxsize=50_000)
def _word_buckets(word: str) -> tuple[int, ...]:
    return tuple(bucket(prefix, word) for prefix in ("w:", "nL", "nR", "c", "m"))


@lru_cache(maxsize=1_000)
def _frame_buckets(name: str, negated: bool, side: str) -> tuple[int, ...]:
    return tuple(bucket(prefix, side, "!" if negated else "", name) for prefix in ("F", "Fc", "Fm"))


@lru_cache(maxsize=1_000)
def _sum_buckets(name: str) -> tuple[int, ...]:
    return tuple(bucket("S", name, step) for step in ("", "<", "0", ">"))


TONES = {  # the sums that the tone of a frame goes to: all, by distance, same clause, nearest; doer, sufferer, itself
    side: [tuple(f"s{part}{letter}{side}{tail}" for part, tail in (("", ""), ("", "d"), ("c", ""), ("m", "")))
           for letter in "aot"]
    for side in "LR"
}
POLARITIES = {  # the sums of a polarity: all, side, by distance, near, same clause, nearest, positive, negative
    side: [(x, x + side, x + "d", f"{x}n{side}", f"{x}c{side}", x + "m", x + "p", x + "n") for x in "VT"]
    for side in "LR"
}


def _add_words(reading: Reading, found: list[int], sums: dict[str, float]) -> None:
    """Every word by nearness, clause and whether the mention is nearest; its frames and polarity by side."""
    read, first, last = reading.sentence, reading.first, reading.last
    for k in range(max(0, first - WINDOW), min(len(read.words), last + WINDOW)):
        word = read.words[k]
        if first <= k < last or not (word[:1].isalnum() or word in PUNCTUATION):
            continue
        distance, left = (first - k, True) if k < first else (k - last + 1, False)
        plain, near_left, near_right, clause, nearest = _word_buckets(word)
        found.append(plain)
        if distance <= NEAR:
            found.append(near_left if left else near_right)
        if reading.same_clause[k]:
            found.append(clause)
        if reading.nearest[k] and not read.named[k]:
            found.append(nearest)
        if read.frames[k]:
            _add_frames(reading, k, distance, "L" if left else "R", found, sums)
        if read.polar[k] != NO_POLARITY:
            _add_polarity(reading, k, distance, "L" if left else "R", sums)


def _add_frames(reading: Reading, k: int, distance: int, side: str, found: list[int], sums: dict[str, float]) -> None:
    negated = reading.sentence.negated[k]
    same, nearest, root = reading.same_clause[k], reading.nearest[k], math.sqrt(distance)
    for frame in reading.sentence.frames[k]:
        anywhere, in_clause, by_nearest = _frame_buckets(frame.name, negated, side)
        found.append(anywhere)
        if same:
            found.append(in_clause)
        if nearest:
            found.append(by_nearest)
        for tone, (whole, faded, clause, mine) in zip(frame[1:], TONES[side], strict=True):
            tone *= NEGATED if negated else 1.0
            sums[whole] += tone
            sums[faded] += tone / root
            if same:
                sums[clause] += tone
            if nearest:
                sums[mine] += tone


def _add_polarity(reading: Reading, k: int, distance: int, side: str, sums: dict[str, float]) -> None:
    for value, keys in zip(reading.sentence.polar[k], POLARITIES[side], strict=True):
        if not value:
            continue
        whole, by_side, faded, near, clause, mine, positive, negative = keys
        value *= NEGATED if reading.sentence.negated[k] else 1.0
        sums[whole] += value
        sums[by_side] += value
        sums[faded] += value / math.sqrt(distance)
        sums[positive if value > 0 else negative] += abs(value)
        if distance <= NEAR:
            sums[near] += value
        if reading.same_clause[k]:
            sums[clause] += value
        if reading.nearest[k]:
            sums[mine] += value


def _speaks(reading: Reading) -> bool:
    lows = reading.sentence.lows
    beside = lows[reading.last : reading.last + 4] + lows[max(0, reading.first - 3) : reading.first]
    return any(low in SPEECH for low in beside)


def _add_voices(reading: Reading, sums: dict[str, float]) -> None:
    """Tone inside and outside of the mention's own voice, and once more if the mention is who speaks."""
    read, speaks = reading.sentence, not reading.quoted and _speaks(reading)
    for k in range(max(0, reading.first - WINDOW), min(len(read.words), reading.last + WINDOW)):
        tone = sum(read.polar[k]) + sum([frame.tone for frame in read.frames[k]])
        if not tone or reading.first <= k < reading.last:
            continue
        tone *= NEGATED if read.negated[k] else 1.0
        voice = "qqq" if reading.other_voice[k] else "qqp"
        sums[voice] += tone
        sums[voice + ("+" if tone > 0 else "-")] += abs(tone)
        if speaks:
            sums["qqs" + voice[2]] += tone


def _add_order(reading: Reading, found: list[int]) -> None:
    """Pairs of neighbours, the mention as one word."""
    words, first, last = reading.sentence.words, reading.first, reading.last
    row = [*words[max(0, first - WINDOW) : first], TARGET, *words[last : last + WINDOW]]
    found += [bucket("b:", a, " ", b) for a, b in itertools.pairwise(row)]


def _add_verb(reading: Reading, found: list[int], sums: dict[str, float]) -> None:
    """The verb that the mention is subject of, or patient when it is passive, and what follows it."""
    read, k, passive, mark = reading.sentence, reading.last, False, ""
    lows = read.lows
    while k < min(len(lows), reading.last + 6) and (lows[k] in AUXILIARIES or lows[k].endswith("ly")):
        passive = passive or lows[k] in BE
        mark = "!" if lows[k] in NOT else mark
        k += 1
    if k >= len(lows):
        return
    role = "P" if passive and lows[k].endswith(("ed", "en")) else "S"
    found.append(bucket("V", role, mark, read.words[k]))
    for frame in read.frames[k]:
        found.append(bucket("VF", role, mark, frame.name))
        sums["role" + role] += (frame.patient if role == "P" else frame.agent) * (NEGATED if mark else 1.0)
    for j in range(k + 1, min(len(lows), k + 5)):
        if lows[j] in STOPS:
            break
        found.append(bucket("VO", mark, read.words[j]))
        found += [bucket("VOF", mark, frame.name) for frame in read.frames[j]]


def _add_governor(reading: Reading, found: list[int], sums: dict[str, float]) -> None:
    """The word before the mention and its titles: the verb it is object of, or a preposition with its noun or verb."""
    read, k = reading.sentence, reading.first - 1
    while k >= max(0, reading.first - 5) and (read.lows[k] in TITLES_AND_DETERMINERS or read.named[k]):
        k -= 1
    if k < 0:
        return
    word = read.words[k]
    found.append(bucket("G", word))
    for frame in read.frames[k]:
        found.append(bucket("GF", frame.name))
        sums["roleO"] += frame.patient * (NEGATED if read.negated[k] else 1.0)
    if word in PREPOSITIONS and k > 0:
        found.append(bucket("GP", read.words[k - 1], "_", word))
        for frame in read.frames[k - 1]:
            found.append(bucket("GPF", frame.name, "_", word))
            sums["roleG"] += frame.tone
            sums["roleB"] += frame.agent if word == "by" else 0.0


def _add_possessed(reading: Reading, found: list[int], sums: dict[str, float]) -> None:
    """What belongs to the mention: "the mayor's lies", "his courage"."""
    read, first, last = reading.sentence, reading.first, reading.last
    lows = read.lows
    clitic = last < len(lows) and lows[last] in CLITICS
    if not (clitic or lows[last - 1 : last] == ["'s"] or (last - first == 1 and lows[first] in POSSESSIVES)):
        return
    found.append(bucket("poss"))
    for k in range(last + clitic, min(len(lows), last + clitic + 3)):
        if lows[k] in STOPS:
            break
        found.append(bucket("PO", read.words[k]))
        for frame in read.frames[k]:
            found.append(bucket("POF", frame.name))
            sums["roleP"] += frame.tone


def _add_shape(reading: Reading, found: list[int]) -> None:
    """What kind of mention it is and where it stands; never which."""
    read, marks, size = reading.sentence, reading.mention, len(reading.sentence.lows)
    mention = read.lows[reading.first : reading.last]
    pronoun = len(mention) == 1 and mention[0] in PRONOUNS
    names = ["ty" + (mention[0] if pronoun else "one" if len(mention) == 1 else "multi")]
    names += ["typron"] if pronoun else []
    names += ["ti" + word for word in mention[:-1] if word in TITLES]
    names += ["mw" + mark for mark in marks] + ["mk" + "_".join(sorted(set(marks)))[:40]]
    names += ["mh" + marks[-1], "mf" + marks[0]] if marks else []
    names += [f"pos{4 * reading.first // max(1, size)}", f"len{min(6, size // 8)}"]
    names += [f"q{reading.quoted:d}{any(read.voices):d}", "first" if reading.first == 0 else "notfirst"]
    others = sum(not reading.first <= k < reading.last for k in read.rivals)
    names += [f"nent{min(4, others)}", f"sp{_speaks(reading):d}{reading.quoted:d}"]
    found += [bucket(name) for name in names]


def features_of(reading: Reading) -> tuple[np.ndarray, np.ndarray]:
    """The features of a mention as buckets (int32) and values (float32): counts and sums damped by a logarithm.

    >>> from helpers.sentiment.reading import read_mention
    >>> buckets, values = features_of(read_mention("Orlan lied.", 0, 5))
    >>> bucket("V", "S", "", "lied") in buckets, len(buckets) == len(values)
    (True, True)
    """
    found: list[int] = []
    sums: dict[str, float] = defaultdict(float)
    _add_words(reading, found, sums)
    _add_voices(reading, sums)
    _add_order(reading, found)
    _add_verb(reading, found, sums)
    _add_governor(reading, found, sums)
    _add_possessed(reading, found, sums)
    _add_shape(reading, found)
    counts = Counter(found)
    totals = np.fromiter(sums.values(), dtype=np.float64, count=len(sums))
    steps = np.where(totals > 0.3, 3, np.where(totals < -0.3, 1, 2)).tolist()
    summed = [_sum_buckets(name) for name in sums]
    buckets = [*counts, *(four[0] for four in summed), *(four[step] for four, step in zip(summed, steps, strict=True))]
    damped = 1 + 0.5 * np.log(np.fromiter(counts.values(), dtype=np.float64, count=len(counts)))
    values = np.concatenate([damped, np.sign(totals) * np.log1p(np.abs(totals)), np.ones(len(totals))])
    return np.array(buckets, dtype=np.int32), values.astype(np.float32)
