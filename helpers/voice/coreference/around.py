"""Which words beside a noun or a name belong to it, and how the phrase stands in its sentence."""

from helpers.voice.coreference.words import (
    CLOSED,
    DAYS,
    DETERMINERS,
    JOINTS,
    POSSESSIVE,
    PREPOSITIONS,
    PRONOUNS,
    TOLD,
    VERBS,
    Words,
    is_common,
    kind_of,
    owner,
)


def head_of(words: Words, at: int) -> int:
    """The last of several nouns in a row: "union leader"."""
    while words.beside(at) and words.words[at + 1][0].islower() and words.low[at + 1] not in VERBS:
        if not kind_of(words.low[at + 1]):
            break
        at += 1
    return at


def modifies(words: Words, number: int) -> bool:
    """Whether a word before a noun belongs to it: "harbour | pilot", "Tribal | elders", not "by | pilots"."""
    low = words.low[number]
    if low in CLOSED or not words.beside(number) or low.endswith(POSSESSIVE):
        return False
    return words.words[number][0].islower() or (words.first(number) and is_common(low))


def named_noun(words: Words, stop: int) -> int:
    """The noun that the name ending before a word belongs to: "Orr | police", "Orr | health department"; -1: none."""
    if stop >= len(words.words) or not words.words[stop][0].islower() or not words.beside(stop - 1):
        return -1
    if words.low[stop] not in VERBS and kind_of(words.low[stop]):
        return stop
    body = modifies(words, stop) and kind_of(words.low[stop + 1]) == "group"
    return stop + 1 if body and words.low[stop + 1] not in VERBS else -1


def stands_bare(words: Words, begin: int, head: str, kind: str) -> bool:
    """Whether a noun without an article is one: "residents said", not "she represents"."""
    if head.endswith("-old"):
        return True
    if kind != "several":
        return False
    before = words.words[begin - 1] if begin else ""
    if not before[:1].isalpha() or words.first(begin) or owner(before) in DAYS:
        return True
    return not (before[0].isupper() or before.lower() in PRONOUNS or before == "who")


def place_of(words: Words, begin: int, end: int, text: str) -> str:
    """How a phrase stands in its sentence, by the word before it; possessors by their ending."""
    if text[end - 2 : end] in POSSESSIVE or text[end - 1 : end] in ("’", "'"):
        return "possessor"
    if begin and words.low[begin - 1] in DETERMINERS:
        begin -= 1
    if not begin or words.first(begin):
        return "subject"
    before = words.low[begin - 1]
    if before in PREPOSITIONS:
        return before if before in TOLD else "preposition"
    if before in JOINTS:
        return "joined" if before in ("and", "or") else "clause"
    return "comma" if before == "," else "object"
