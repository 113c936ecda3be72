"""What part the words beside a mention play for it: its verb, what governs it, what belongs to it; and its shape."""

import zlib
from bisect import bisect_left
from functools import lru_cache
from typing import NamedTuple

from helpers.sentiment.reading import PRONOUNS, TITLES_AND_DETERMINERS, Reading, context_words

BE = context_words("be")
AUXILIARIES = BE | context_words("auxiliary")
PREPOSITIONS = context_words("preposition")
TITLES = context_words("title")
SPEECH = context_words("speech")
POSSESSIVES = context_words("possessive")
STOPS = frozenset(",.;:")
NOT = frozenset(("not", "no", "never", "n't"))
CLITICS = ("'s", "'")
OBJECT_WORDS, OWNED_WORDS = 4, 3  # read after the mention's verb, after a possessive
# Roles by number; the model has a vector for each: nothing, verb, passive verb, what follows the verb, governor,
# noun or verb before the preposition that governs, the same before "by", what is owned, the mention itself.
NONE, VERB, PASSIVE, OBJECT, GOVERNOR, BEYOND, AGENT, OWNED, SELF = range(9)
ROLES = 9


class Part(NamedTuple):
    """A token with the role it plays for a mention, and what tells the role more closely: a negation, a preposition."""

    token: int
    role: int
    mark: str


@lru_cache(maxsize=50_000)
def code(text: str) -> int:
    """A number for a text, the same in every run."""
    return zlib.crc32(text.encode())


def _verb(reading: Reading) -> list[Part]:
    """The verb that the mention is subject of, or patient when it is passive, and what follows it."""
    lows, k, passive, mark = reading.sentence.lows, reading.last, False, ""
    while k < min(len(lows), reading.last + 6) and (lows[k] in AUXILIARIES or lows[k].endswith("ly")):
        passive = passive or lows[k] in BE
        mark = "!" if lows[k] in NOT else mark
        k += 1
    if k >= len(lows):
        return []
    parts = [Part(k, PASSIVE if passive and lows[k].endswith(("ed", "en")) else VERB, mark)]
    for j in range(k + 1, min(len(lows), k + 1 + OBJECT_WORDS)):
        if lows[j] in STOPS:
            break
        parts.append(Part(j, OBJECT, mark))
    return parts


def _governor(reading: Reading) -> list[Part]:
    """The word before the mention and its titles: the verb it is object of, or a preposition with its noun or verb."""
    read, k = reading.sentence, reading.first - 1
    while k >= max(0, reading.first - 5) and (read.lows[k] in TITLES_AND_DETERMINERS or read.named[k]):
        k -= 1
    if k < 0:
        return []
    parts, word = [Part(k, GOVERNOR, "")], read.words[k]
    if word in PREPOSITIONS and k > 0:
        parts.append(Part(k - 1, AGENT if word == "by" else BEYOND, word))
    return parts


def _owned(reading: Reading) -> list[Part]:
    """What belongs to the mention: "the mayor's lies", "his courage"."""
    lows, first, last = reading.sentence.lows, reading.first, reading.last
    clitic = last < len(lows) and lows[last] in CLITICS
    if not (clitic or lows[last - 1 : last] == ("'s",) or (last - first == 1 and lows[first] in POSSESSIVES)):
        return []
    parts = []
    for k in range(last + clitic, min(len(lows), last + clitic + OWNED_WORDS)):
        if lows[k] in STOPS:
            break
        parts.append(Part(k, OWNED, ""))
    return parts


def parts_of(reading: Reading) -> list[Part]:
    """Every token that plays a role for the mention; one token may play several.

    >>> from helpers.sentiment.reading import read_mention
    >>> [part for part in parts_of(read_mention("Critics praised Orlan.", 16, 21)) if part.role == GOVERNOR]
    [Part(token=1, role=4, mark='')]
    """
    return [*_verb(reading), *_governor(reading), *_owned(reading)]


def _speaks(reading: Reading) -> bool:
    """Whether the mention seems to be who speaks: it stands beside a verb of speech, outside of quotation marks."""
    lows = reading.sentence.lows
    beside = lows[reading.last : reading.last + 4] + lows[max(0, reading.first - 3) : reading.first]
    return not reading.quoted and not SPEECH.isdisjoint(beside)


class Shape(NamedTuple):
    """What kind of mention it is and where it stands; never which."""

    names: list[str]
    measures: tuple[float, ...]  # near 0…1: others, pronoun, opens, quoted, quotes about, speaks, length, place, words


def shape_of(reading: Reading) -> Shape:
    """The shape of a mention, as names of features and in numbers.

    >>> from helpers.sentiment.reading import read_mention
    >>> shape_of(read_mention("Critics praised Orlan.", 16, 21)).names[:2]
    ['tyone', 'mwXname']
    """
    read, marks, first, size = reading.sentence, reading.mention, reading.first, len(reading.sentence.lows)
    mention, quotes, speaks = read.lows[first : reading.last], True in read.voices, _speaks(reading)
    others = min(4, len(read.rivals) - bisect_left(read.rivals, reading.last) + bisect_left(read.rivals, first))
    pronoun = len(mention) == 1 and mention[0] in PRONOUNS
    names = ["ty" + (mention[0] if pronoun else "one" if len(mention) == 1 else "multi")]
    names += ["typron"] if pronoun else []
    names += ["ti" + word for word in mention[:-1] if word in TITLES]
    names += ["mw" + mark for mark in marks] + ["mk" + "_".join(sorted(set(marks)))[:40]]
    names += ["mh" + marks[-1], "mf" + marks[0]] if marks else []
    names += [f"pos{4 * first // max(1, size)}", f"len{min(6, size // 8)}", f"q{reading.quoted:d}{quotes:d}",
              "notfirst" if first else "first", f"nent{others}", f"sp{speaks:d}{reading.quoted:d}"]
    measures = (others / 4, pronoun, first == 0, reading.quoted, quotes, speaks, min(2.0, size / 40),
                first / max(1, size), min(2.0, len(mention) / 4))
    return Shape(names, tuple(map(float, measures)))
