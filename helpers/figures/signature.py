"""What a figure is about, apart from its value: what is counted, what happens to it, to whom, where and when."""

import re
from typing import NamedTuple

from helpers.figures.context import LONGEST_SENTENCE, Word
from helpers.figures.kinds import NO_CLASS, NO_EVENT, Event, NounClass, event_classes, noun_classes
from helpers.figures.nouns import NOUNS, Counted, index_at
from helpers.figures.words import word_set
from helpers.tokens import lemmatize

OWN_PEOPLE = word_set("member man woman people volunteer personnel")  # whose they are the text says beside or around
MEMBERS = word_set("member volunteer personnel")  # of the claimant, where nobody else is named
STRIKING = word_set("striker worker employee staff unionist docker")  # crowds of marches, beside those who march
HELD_LONG = word_set("prisoner inmate hostage captive kidnap abduct")  # not those whom one day's arrests brought in

# Those who do something, by their ending: bakers, welders, florists.
TRADE = re.compile(r"[a-z]{2,}(?:er|or|eer|ist|ian|ee)")
# What befalls people in the one event that all articles tell, whatever the people are called.
CASUALTIES = frozenset(("kill", "wound", "wound gravely", "miss", "infect"))


class Signature(NamedTuple):
    """One figure without its value. Sets hold canonical names; `sides` those beside the counted noun."""

    row: int
    document: str
    source: str
    day: float  # days since an epoch of the article's date, NaN if unknown
    sentence: int
    kind: str
    noun: str
    noun_class: str
    broader: str
    generic: bool  # the noun is only a unit or nothing
    event: str
    event_word: str
    sides: frozenset
    agents: frozenset
    names: frozenset
    nearby: frozenset
    places: frozenset
    years: frozenset
    content: frozenset
    portion: bool
    unit: str
    claimant: str
    against: bool
    purpose: frozenset = frozenset()  # what a measure is of: nouns of its clause, without those who act
    past: bool = False  # its sentence names a year before the article's
    anaphor: bool = False  # "the number", "the toll": it tells again what the sentence before counts
    among: bool = False  # "three of them": of those counted before
    weekdays: frozenset = frozenset()  # on which it happened

    @property
    def head(self) -> str:
        """Lemma of the last word of the counted noun."""
        return lemmatize(self.noun.split()[-1]) if self.noun else ""

    @property
    def befalls(self) -> bool:
        """Whether it counts people of no army and no age to whom harm came, under whatever name."""
        return self.event in CASUALTIES and self._is_anybody()

    @property
    def arrested(self) -> bool:
        """Whether it counts people of no army taken in by arrest, under whatever name."""
        held = self.event == "arrest" and self.event_word not in HELD_LONG and self.kind.startswith("people_")
        return held and (self._is_anybody() or self.head not in noun_classes())  # no thing is arrested

    @property
    def marching(self) -> bool:
        """Whether it counts the crowd of a march or rally, as such or as the strikers or workers that they are."""
        return self.event == "protest" and (self.noun_class == "protesters" or self._is_worker())

    def _is_worker(self) -> bool:
        return self.head in STRIKING or self.head.removesuffix("s").endswith("worker")  # steelworkers too

    def _is_anybody(self) -> bool:
        known = not self.noun or "people" in (self.noun_class, self.broader) or self._is_trade()
        return known and self.kind.startswith("people_")

    def _is_trade(self) -> bool:
        return bool(self.noun_class) and self.noun_class == self.head and TRADE.fullmatch(self.head) is not None


class Asked(NamedTuple):
    """The part of a Number that event_of asks for, rebuilt from a row of `figures`."""

    start: int
    end: int
    unit_end: int
    numeral_start: int


def earlier_event(words: list[Word], wanted: NounClass) -> Event:
    """The attack that a sentence tells of the same kind of men; NO_EVENT if it speaks of no such men or no attack."""
    classes = noun_classes()
    men = [classes.get(word.lemma, NO_CLASS) for word in words]
    if not any(found.noun_class == wanted.noun_class for found in men):
        return NO_EVENT
    found = [event_classes().get(word.lemma, NO_EVENT) for word in words]
    if any(kind.event == "attack" for kind in men):
        return Event("attack", "attack", "")
    return next((event for event in reversed(found) if event.event == "attack"), NO_EVENT)


def members_class(words: list[Word], counted: Counted, found: NounClass) -> NounClass:
    """ "members of the Harbour Guard" are guards: the class of the noun that their "of …" ends with."""
    if counted.head not in OWN_PEOPLE or not 0 <= counted.last < len(words) or words[counted.last].text != "of":
        return found
    stop = phrase_end(words, words[counted.last - 1].end)
    inner = noun_classes().get(words[index_at(words, stop) - 1].lemma, NO_CLASS)
    return inner if inner.kind.startswith("people_") else found


def phrase_end(words: list[Word], stop: int) -> int:
    """Where the counted phrase ends together with an 'of …' after it: 'members of the Harbour Guard'."""
    at = index_at(words, stop)
    if at < len(words) and words[at].text.lower() in ("of", "from"):
        at += 1
        while at < len(words) and (words[at].tag in NOUNS or words[at].tag in ("DT", "JJ", "CD", "POS")):
            stop = words[at].end
            at += 1
    return stop


def sentences_of(spans: list[tuple]) -> list[tuple[int, int, str]]:
    """(start, end, text) of sentences: neighbouring spans of one line joined until one ends a sentence.

    spans: start, end, line and text of each span of a document.
    """
    found: list[tuple[int, int, str]] = []
    last_line, open_sentence = None, False
    for left, right, line, said in sorted(spans):
        if open_sentence and line == last_line and right - found[-1][0] < LONGEST_SENTENCE:
            start, end, text = found[-1]
            found[-1] = (start, right, text + " " * (left - end) + said)
        else:
            found.append((left, right, said))
        last_line = line
        open_sentence = not said.rstrip(" \"'”’»)]").endswith((".", "!", "?", "…", ":"))
    return found


def counted_again(words: list[Word], figure) -> Counted:
    """The counted phrase of a row found again after its number, else known by its noun alone."""
    noun = str(figure.noun)
    parts = noun.split()
    head = lemmatize(parts[-1]) if parts else ""
    compound = " ".join(lemmatize(part) for part in parts)
    for number in range(index_at(words, figure.end), min(len(words), index_at(words, figure.end) + 12)):
        if parts and words[number].text == parts[-1]:
            first = max(0, number - len(parts) + 1)
            return Counted(noun, head, compound, words[first].start, words[number].end, first, number + 1)
    after = index_at(words, figure.end)
    return Counted(noun, head, compound, figure.start, figure.end, after, after)
