"""What the linear model weighs: hashed features of the words around a mention, by side, nearness, clause and role."""

import itertools
import math
import zlib
from collections import Counter, defaultdict

import numpy as np

from helpers.sentiment.reading import PRONOUNS, TARGET, TITLES_AND_DETERMINERS, Reading, context_words

BUCKETS = 1 << 18
NEGATED = -0.7  # what a negation leaves of a tone
NEAR = 5  # tokens
PUNCTUATION = frozenset('"“”?!')
BE = context_words("be")
AUXILIARIES = BE | context_words("auxiliary")
PREPOSITIONS = context_words("preposition")
TITLES = context_words("title")
SPEECH = context_words("speech")
POSSESSIVES = context_words("possessive")
STOPS = frozenset(",.;:")


def _distance(reading: Reading, k: int) -> int:
    return reading.first - k if k < reading.first else k - reading.last + 1


def _bin(distance: int) -> int:
    return 0 if distance <= 1 else 1 if distance <= 3 else 2 if distance <= 7 else 3 if distance <= 14 else 4


def _add_word(reading: Reading, k: int, near: bool, side: str, names: list[str]) -> None:
    word = reading.words[k]
    names.append("w:" + word)
    if near:
        names.append("n" + side + word)
    if reading.same_clause[k]:
        names.append("c" + word)
    if reading.nearest[k] and not reading.named[k]:
        names.append("m" + word)
    if reading.negated[k]:
        names.append("!" + word)
    if reading.other_voice[k]:
        names.append("q" + word)


def _add_frames(reading: Reading, k: int, distance: int, side: str, names: list[str], sums: dict[str, float]) -> None:
    mark, sign = ("!", NEGATED) if reading.negated[k] else ("", 1.0)
    same, nearest, root = reading.same_clause[k], reading.nearest[k], math.sqrt(distance)
    for frame in reading.frames[k]:
        tail = mark + frame.name
        names += [f"F{tail}", f"F{side}{tail}", f"Fd{_bin(distance)}{side}{tail}"]
        if same:
            names.append(f"Fc{side}{tail}")
        if nearest:
            names.append(f"Fm{side}{tail}")
        for letter, tone in (("a", frame.agent), ("o", frame.patient), ("t", frame.tone)):
            tone *= sign
            key = letter + side
            sums["s" + key] += tone
            sums["s" + key + "d"] += tone / root
            if same:
                sums["sc" + key] += tone
            if nearest:
                sums["sm" + key] += tone


def _add_polarity(reading: Reading, k: int, distance: int, side: str, names: list[str], sums: dict[str, float]) -> None:
    for letter, value in zip("VT", reading.polar[k], strict=True):
        if not value:
            continue
        value *= NEGATED if reading.negated[k] else 1.0
        same, nearest, sign = reading.same_clause[k], reading.nearest[k], "+" if value > 0 else "-"
        sums[letter] += value
        sums[letter + side] += value
        sums[letter + "d"] += value / math.sqrt(distance)
        sums[letter + ("p" if value > 0 else "n")] += abs(value)
        if distance <= NEAR:
            sums[f"{letter}n{side}"] += value
        if same:
            sums[f"{letter}c{side}"] += value
        if nearest:
            sums[letter + "m"] += value
        names.append(f"{letter}{sign}{side}{_bin(distance)}{'c' if same else ''}")
        names.append(f"{letter}{sign}{'m' if nearest else 'o'}")


def _add_voices(reading: Reading, sums: dict[str, float]) -> None:
    """Tone inside and outside of the mention's own voice, and once more if the mention is who speaks."""
    beside = reading.lows[reading.last : reading.last + 4] + reading.lows[max(0, reading.first - 3) : reading.first]
    speaks = not reading.quoted and any(low in SPEECH for low in beside)
    for k, (vader, textblob) in enumerate(reading.polar):
        tone = vader + textblob + sum(frame.tone for frame in reading.frames[k])
        if not tone or reading.first <= k < reading.last:
            continue
        tone *= NEGATED if reading.negated[k] else 1.0
        voice = "qqq" if reading.other_voice[k] else "qqp"
        sums[voice] += tone
        sums[voice + ("+" if tone > 0 else "-")] += abs(tone)
        if speaks:
            sums["qqs" + voice[2]] += tone


def _add_order(reading: Reading, names: list[str]) -> None:
    """Pairs of words, and triples around the mention."""
    words = [*reading.words[: reading.first], TARGET, *reading.words[reading.last :]]
    at = reading.first
    names += ["b:" + " ".join(pair) for pair in itertools.pairwise(words)]
    for k in range(max(0, at - 3), min(at + 2, len(words) - 2)):
        names.append("t:" + " ".join(words[k : k + 3]))


def _add_verb(reading: Reading, names: list[str], sums: dict[str, float]) -> None:
    """The verb that the mention is subject of, or patient when it is passive, and what follows it."""
    lows, k, passive, mark = reading.lows, reading.last, False, ""
    while k < min(len(lows), reading.last + 6) and (lows[k] in AUXILIARIES or lows[k].endswith("ly")):
        passive = passive or lows[k] in BE
        mark = "!" if lows[k] in ("not", "no", "never", "n't") else mark
        k += 1
    if k >= len(lows):
        return
    role = "P" if passive and lows[k].endswith(("ed", "en")) else "S"
    verb = reading.words[k]
    names.append(f"V{role}{mark}{verb}")
    for frame in reading.frames[k]:
        names.append(f"VF{role}{mark}{frame.name}")
        sums["role" + role] += (frame.patient if role == "P" else frame.agent) * (NEGATED if mark else 1.0)
    for j in range(k + 1, min(len(lows), k + 5)):
        if lows[j] in STOPS:
            break
        names += [f"VO{mark}{reading.words[j]}", f"vo{verb}_{reading.words[j]}"]
        names += [part for frame in reading.frames[j] for part in (f"VOF{mark}{frame.name}", f"voF{verb}_{frame.name}")]


def _add_governor(reading: Reading, names: list[str], sums: dict[str, float]) -> None:
    """The word before the mention and its titles: the verb it is object of, or a preposition with its noun or verb."""
    k = reading.first - 1
    while k >= max(0, reading.first - 5) and (reading.lows[k] in TITLES_AND_DETERMINERS or reading.named[k]):
        k -= 1
    if k < 0:
        return
    word = reading.words[k]
    names.append("G" + word)
    for frame in reading.frames[k]:
        names.append("GF" + frame.name)
        sums["roleO"] += frame.patient * (NEGATED if reading.negated[k] else 1.0)
    if word in PREPOSITIONS and k > 0:
        names.append(f"GP{reading.words[k - 1]}_{word}")
        for frame in reading.frames[k - 1]:
            names.append(f"GPF{frame.name}_{word}")
            sums["roleG"] += frame.tone
            sums["roleB"] += frame.agent if word == "by" else 0.0


def _add_possessed(reading: Reading, names: list[str], sums: dict[str, float]) -> None:
    """What belongs to the mention: "the mayor's lies", "his courage"."""
    lows, first, last = reading.lows, reading.first, reading.last
    clitic = last < len(lows) and lows[last] in ("'s", "'")
    if not (clitic or lows[last - 1 : last] == ["'s"] or (last - first == 1 and lows[first] in POSSESSIVES)):
        return
    names.append("poss")
    for k in range(last + clitic, min(len(lows), last + clitic + 3)):
        if lows[k] in STOPS:
            break
        names.append("PO" + reading.words[k])
        for frame in reading.frames[k]:
            names.append("POF" + frame.name)
            sums["roleP"] += frame.tone


def _add_shape(reading: Reading, names: list[str]) -> None:
    """What kind of mention it is and where it stands; never which."""
    mention, size = reading.lows[reading.first : reading.last], len(reading.lows)
    pronoun = len(mention) == 1 and mention[0] in PRONOUNS
    names.append("ty" + (mention[0] if pronoun else "one" if len(mention) == 1 else "multi"))
    names += ["typron"] if pronoun else []
    names += ["ti" + word for word in mention[:-1] if word in TITLES]
    names += ["mw" + mark for mark in reading.mention] + ["mk" + "_".join(sorted(set(reading.mention)))[:40]]
    names += ["mh" + reading.mention[-1], "mf" + reading.mention[0]] if reading.mention else []
    names += [f"pos{4 * reading.first // max(1, size)}", f"len{min(6, size // 8)}"]
    names += [f"q{reading.quoted:d}{reading.quotes:d}", "first" if reading.first == 0 else "notfirst"]
    others = sum(reading.named) + sum(low in PRONOUNS for low in reading.lows) - pronoun
    beside = reading.lows[reading.last : reading.last + 4] + reading.lows[max(0, reading.first - 3) : reading.first]
    names += [f"nent{min(4, others)}", f"sp{any(low in SPEECH for low in beside):d}{reading.quoted:d}"]


def features_of(reading: Reading) -> dict[str, float]:
    """The features of a mention with their values: counts and sums damped by a logarithm.

    >>> from helpers.sentiment.reading import read_mention
    >>> sorted(name for name in features_of(read_mention("Orlan lied.", 0, 5)) if name.startswith("VS"))
    ['VSlied']
    """
    names: list[str] = []
    sums: dict[str, float] = defaultdict(float)
    for k, word in enumerate(reading.words):
        if reading.first <= k < reading.last or not (word[:1].isalnum() or word in PUNCTUATION):
            continue
        distance, side = _distance(reading, k), "L" if k < reading.first else "R"
        _add_word(reading, k, distance <= NEAR, side, names)
        _add_frames(reading, k, distance, side, names, sums)
        _add_polarity(reading, k, distance, side, names, sums)
    _add_voices(reading, sums)
    _add_order(reading, names)
    _add_verb(reading, names, sums)
    _add_governor(reading, names, sums)
    _add_possessed(reading, names, sums)
    _add_shape(reading, names)
    values = {name: 1 + 0.5 * math.log(n) for name, n in Counter(names).items()}
    for name, total in sums.items():
        values["S" + name] = math.copysign(math.log1p(abs(total)), total)
        values[f"S{name}{'>' if total > 0.3 else '<' if total < -0.3 else '0'}"] = 1.0
    return values


def hash_features(values: dict[str, float]) -> tuple[np.ndarray, np.ndarray]:
    """The features as bucket numbers (int32) and their values (float32)."""
    buckets = [zlib.crc32(name.encode()) & (BUCKETS - 1) for name in values]
    return np.array(buckets, dtype=np.int32), np.array(list(values.values()), dtype=np.float32)
