"""Who is named or told of in a text: its names and its nouns of persons and bodies, in order."""

import re
from functools import lru_cache
from typing import NamedTuple

from helpers.voice.classes import NAMES
from helpers.voice.coreference.around import head_of, modifies, named_noun, place_of, stands_bare
from helpers.voice.coreference.words import (
    DAYS,
    DETERMINERS,
    FIRST_NAMES,
    NAMELESS,
    POSSESSIVE,
    PRONOUNS,
    TITLES,
    VERBS,
    Words,
    is_common,
    kind_of,
    owner,
)
from helpers.voice.nouns import NOUNS

LINKS = ("of", "de", "van", "von", "bin", "al", "el", "la", "le", "da", "di", "der", "den", "du")
LONGEST = 6  # capital words of a name; more are a heading
COURTESY = ("dr", "prof", "professor", "rev")  # titles shown with a name, as those of the two sexes are
BACK = 4  # words of a noun phrase before its noun
ALONE = re.compile(r"(?:[a-z]+(?:ed|s)|who|whose|,|’s|'s)$")  # behind one capital word that is a name
SAYS = frozenset(("said", "says", "told", "tells", "added", "adds"))  # behind one capital word that is a name
TAIL = re.compile(
    rf" (?:of|at|from) (?:(?:the|an?|both|all|its|his|her|their) )?(?:{NAMES}(?: [a-z]{{3,20}}+(?=[,.;:\x00\n]))?|"
    r"one of (?:them|these|those)|[a-z][a-z-]{1,20}+)(?![\w’'-])"
)


class Phrase(NamedTuple):
    """A name or a noun phrase.

    start, end: offsets; text: as shown; words: of a name, without title; head: the noun in lower case, the last word of
    a name; kind: person, agent, group, paper, several, name (a name that may be anything); named: whether a name is
    in it; place: how it stands in its sentence (subject, object, possessor, the preposition before it …); article:
    the determiner before it; title, offices: what stands in capitals or as a title before a name; tail: what stands
    behind a noun, " of both mills".
    """

    start: int
    end: int
    text: str
    words: tuple[str, ...]
    head: str
    kind: str
    named: bool
    place: str
    article: str
    title: str = ""
    offices: tuple[str, ...] = ()
    tail: str = ""


def find_phrases(text: str, words: Words, inner: frozenset[str]) -> list[Phrase]:
    """The phrases of a paragraph, in order.

    words: those of the paragraph; inner: capital words that the text prints in mid-sentence as well, so that one at the
    head of a sentence is a name.
    """
    found: list[Phrase] = []
    at, low = 0, words.low
    for number in [number for number, may in enumerate(map(_may_tell, words.words)) if may]:
        if number < at:
            continue
        kind, capital = kind_of(low[number]), words.words[number][0].isupper()
        if capital and not (kind == "several" and words.first(number)):
            stop = _name_end(text, words, number, inner)
            if stop == number:
                continue
            at, phrase = _name(text, words, number, stop)
        elif kind and low[number] not in VERBS:
            at, phrase = _noun(text, words, number, kind)
        else:
            continue
        found += [phrase] if phrase else []
    return found


@lru_cache(maxsize=50_000)
def _may_tell(word: str) -> bool:
    """Whether a name or a noun of somebody may begin with a word as printed."""
    return word[0].isupper() or (word[0].islower() and kind_of(word.lower()) != "")


def _name_end(text: str, words: Words, at: int, inner: frozenset[str]) -> int:
    """Where the run of capital words that begins at a word ends; the word itself if it is no name."""
    low, base = words.low[at], owner(words.words[at])
    if base in DAYS or low in PRONOUNS or (words.first(at) and not _opens_name(words, at, inner)):
        return at
    stop = at + 1
    while stop < len(words.words) and not words.words[stop - 1].endswith(POSSESSIVE):
        word, touches = words.words[stop], words.starts[stop] == words.end(stop - 1)
        if word == "." and touches and (words.low[stop - 1] in TITLES or len(words.words[stop - 1]) == 1):
            stop += 1
            continue
        if text[words.end(stop - 1) : words.starts[stop]] not in (" ", "\u00a0"):
            break
        if word[0].isupper() and owner(word) not in DAYS:
            stop += 1
        elif word == "of" and (base in FIRST_NAMES or low in TITLES):
            break
        elif word in LINKS and stop + 1 < len(words.words) and words.words[stop + 1][0].isupper():
            stop += 2
        elif word == "of" and words.low[stop + 1 : stop + 2] == ["the"] and words.words[stop + 2 : stop + 3] > ["A"]:
            if not words.words[stop + 2][0].isupper():
                break
            stop += 3
        else:
            break
    return stop


def _opens_name(words: Words, at: int, inner: frozenset[str]) -> bool:
    """Whether the capital word at the head of a sentence begins a name."""
    low = words.low[at]
    if low in TITLES or owner(words.words[at]) in FIRST_NAMES:
        return True
    if low in NAMELESS or low.endswith("ly"):
        return False
    after = words.words[at + 1] if at + 1 < len(words.words) else ""
    if (after[:1].isupper() and words.low[at + 1] not in NAMELESS) or owner(words.words[at]) in inner:
        return True
    if low.endswith("ing") or kind_of(low):
        return False
    if after not in SAYS and is_common(owner(low)):  # "Bread costs more", "Cheap imports hurt"
        return False
    return ALONE.match(after) is not None or after in VERBS or words.words[at].endswith(POSSESSIVE)


def _name(text: str, words: Words, at: int, stop: int) -> tuple[int, Phrase | None]:
    """(the word to go on from, the phrase) of the capital words from at to stop."""
    numbers = [number for number in range(at, stop) if words.words[number] != "."]
    parts = [owner(words.words[number]) for number in numbers]
    capitals = sum(word[0].isupper() for word in parts)
    if capitals > LONGEST or (capitals > 2 and all(word.isupper() for word in parts)):
        return stop, None
    begin = at
    while begin and at - begin < 2 and modifies(words, begin - 1) and not kind_of(words.low[begin - 1]):
        begin -= 1  # "the | northern | Orr Range"
    article = words.low[begin - 1] if begin and words.low[begin - 1] in DETERMINERS else ""
    begin = begin if article else at
    if parts[0] in ("The", "A", "An"):
        article, parts, numbers = parts[0].lower(), parts[1:], numbers[1:]
    if not parts:
        return stop, None
    owned = words.words[stop - 1].endswith(POSSESSIVE)
    noun = -1 if owned else named_noun(words, stop)
    if noun >= 0:
        last = head_of(words, noun)
        return _noun(text, words, last, kind_of(words.low[last]), at, tuple(parts))
    while len(parts) > 2 and parts[-1] in NOUNS["honour"]:
        parts, numbers = parts[:-1], numbers[:-1]
    titles = next((n for n, word in enumerate(parts) if word.lower() not in TITLES), len(parts) - 1)
    offices = titles + max((n + 1 for n, word in enumerate(parts[titles:-1]) if _is_office(word)), default=0)
    offices = titles if parts[offices] in LINKS else offices
    title = parts[titles - 1].lower() if titles else ""
    courtesy = titles == offices and bool(title) and (title in COURTESY or TITLES[title] != "")
    first = numbers[offices - 1 if courtesy else offices]
    shown = text[words.starts[first] : words.end(numbers[-1])]
    shown = shown[:-2] if shown.endswith(POSSESSIVE) else shown
    place = place_of(words, begin, words.end(stop - 1), text)
    office = tuple(word.lower() for word in parts[titles:offices])
    named = tuple(parts[offices:])
    span = words.starts[at], words.end(stop - 1)
    return stop, Phrase(*span, shown, named, named[-1], "name", True, place, article, title, office)


def _is_office(word: str) -> bool:
    low = word.lower()
    return low in NOUNS["office"] or low in NOUNS["person"] or (low in TITLES and not TITLES[low])


def _noun(
    text: str, words: Words, at: int, kind: str, first: int = -1, names: tuple[str, ...] = ()
) -> tuple[int, Phrase | None]:
    """(the word to go on from, the phrase) around a noun; first, names: the capital words that lead it in."""
    last = head_of(words, at)
    kind, head = kind_of(words.low[last]), owner(words.low[last])
    begin = first if first >= 0 else at
    while first < 0 and begin and at - begin < BACK and modifies(words, begin - 1):
        begin -= 1
    before = words.low[begin - 1] if begin else ""
    owned = before.endswith(POSSESSIVE)
    article = before if before in DETERMINERS else "’s" if owned else ""
    named_next = words.beside(last) and words.words[last + 1][0].isupper()
    if not article and not names and not named_next and not stands_bare(words, begin, head, kind):
        return last + 1, None
    if last + 1 < len(words.words) and words.beside(last) and words.low[last + 1] in NOUNS["place"]:
        return last + 1, None
    owner_at = begin - 1
    while owned and owner_at and words.words[owner_at - 1][0].isupper() and words.beside(owner_at - 1):
        owner_at -= 1  # "Ada | Noll’s lawyer"
    start = words.starts[owner_at] if article else words.starts[begin]
    if begin > 1 and before == "of" and words.low[begin - 2] in NOUNS["amount"]:  # "dozens of rowers"
        start = words.starts[begin - 2]
    end = words.end(last)
    shown = text[start:end]
    shown = shown[:-2] if shown.endswith(POSSESSIVE) else shown
    place = place_of(words, begin - 1 if article else begin, end, text)
    behind = TAIL.match(text, end) if place != "possessor" else None
    tail, named = behind.group() if behind else "", bool(names) and kind in ("group", "several")
    return last + 1, Phrase(words.starts[begin], end, shown, names, head, kind, named, place, article, tail=tail)
