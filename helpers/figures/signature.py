"""What a figure is about, apart from its value: what is counted, what happens to it, to whom, where and when."""

import re
from bisect import bisect_right
from typing import NamedTuple

import pandas as pd

from helpers.figures.aliases import FUNCTION, canonical_names, name_of, printed_names, proper_names
from helpers.figures.context import LONGEST_SENTENCE, Word, tag_words
from helpers.figures.kinds import (
    NO_CLASS,
    NO_EVENT,
    Event,
    NounClass,
    class_of,
    event_classes,
    event_of,
    is_whole,
    noun_classes,
)
from helpers.figures.nouns import NOUNS, Counted, index_at
from helpers.figures.units import MEASURES, PRINTED_UNITS
from helpers.figures.words import word_set
from helpers.tokens import lemmatize

YEAR = re.compile(r"(?<![\d.,/-])(?:19|20)\d\d(?![\d,%]|\.\d)")
MORE = re.compile(r"(?<![\w-])(?:another|additional|extra|further|other)\s*$", re.I)
ALL_BUT = re.compile(r"all (?:but|except)", re.I)
MORE_WITHIN = re.compile(r"(?:an\s)?(?:another|additional|extra|further)(?![\w-])", re.I)
PART = re.compile(
    r"(?<![\w-])(?:including|among them|among whom|of them|of whom|of which|of those|up from|down from|(?:grew|grown|"
    r"grow|rose|risen|rise|increased|fell|fallen|dropped|cut) by|"
    r"compared (?:with|to)|instead of|rather than)[\w\s,'’-]{0,24}$",
    re.I,
)
# The other end of what is told: "from several hundred to the 900 of the Guard", "on Tuesday he had said 40".
AGAINST = re.compile(
    r"(?<![\w-])(?:to(?: the)?|not|against|(?:had|earlier|first|previously|initially) (?:said|told|claimed|"
    r"reported))\s*$",
    re.I,
)
LOOK_BACK = 4  # sentences in which the deed of men under arms is looked for
PLACE = re.compile(
    r"(?<![\w-])(?:in|at|near|around|outside|inside|across|over|on|into|from|to|of)\s+(?:(?:the|ancient|central|"
    r"northern|southern|eastern|western|nearby|historic|old|city|town|village|province|of)\s+){0,4}$"
)


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


class Asked(NamedTuple):
    """The part of a Number that event_of asks for, rebuilt from a row of `figures`."""

    start: int
    end: int
    unit_end: int
    numeral_start: int


class Reader:
    """Builds signatures from the tables of a corpus: sentences by document, names of sides where they are known."""

    def __init__(self, spans: pd.DataFrame, names: pd.DataFrame | None) -> None:
        self.spans = {document: rows.sort_values("start") for document, rows in spans.groupby("document", sort=False)}
        self.sentences = {document: _sentences(rows) for document, rows in self.spans.items()}
        texts = [text for found in self.sentences.values() for _, _, text in found]
        shown = printed_names(texts)
        self.aliases = shown | {name: shown.get(leader, leader) for name, leader in canonical_names(texts).items()}
        self.tagged: dict[tuple[str, int], list[Word]] = {}
        self.mentions: dict[str, list[tuple[int, int, str]]] = {}
        if names is not None and len(names):
            sides = names[names["kind"] != "event"] if "kind" in names else names
            for document, rows in sides.groupby("document", sort=False):
                self.mentions[document] = sorted(zip(rows["start"], rows["end"], rows["actor"], strict=True))
        self.common = word_set("the a an in on at for and but meanwhile according however this these it they he she")

    def words(self, document: str, number: int) -> list[Word]:
        """Tagged words of one sentence of a document, offsets as in the document."""
        found = self.sentences.get(document, [])
        if not 0 <= number < len(found):
            return []
        if (document, number) not in self.tagged:
            self.tagged[document, number] = self._tag(*found[number])
        return self.tagged[document, number]

    def _tag(self, start: int, _: int, text: str) -> list[Word]:
        return [word._replace(start=word.start + start, end=word.end + start) for word in tag_words(text, 0, len(text))]

    def sentence_of(self, document: str, position: int) -> int:
        """Index of the sentence that holds a position, -1 if none does."""
        found = self.sentences.get(document, [])
        number = bisect_right(found, position, key=lambda sentence: sentence[0]) - 1
        return number if number >= 0 and position < found[number][1] else -1

    def actors(self, document: str, start: int, end: int) -> list[tuple[int, str]]:
        """(offset, actor) of the mentions that touch a stretch of a document."""
        return [(left, actor) for left, right, actor in self.mentions.get(document, []) if left < end and right > start]

    def read(self, row: int, figure, source: str, day: float) -> Signature:
        """The signature of one row of `figures`."""
        number = self.sentence_of(figure.document, figure.start)
        words, before = self.words(figure.document, number), self.words(figure.document, number - 1)
        text = self._text(figure.document, number)
        counted = _counted(words, figure)
        found = class_of(counted)
        measured = figure.kind in MEASURES
        left = text[: max(0, figure.start - (words[0].start if words else 0))][-60:]
        happening, word = self._happening(figure, number, words, counted, left)
        sides, agents = self._sides(figure, words, counted)
        proper = proper_names(words, self.common)
        return Signature(
            row, figure.document, source, day, number, figure.kind, figure.noun,
            "" if measured and counted.head in PRINTED_UNITS else found.noun_class, found.broader,
            not figure.noun or (measured and counted.head in PRINTED_UNITS), happening, word, sides, agents,
            frozenset(name_of(word, self.aliases) for word in proper),
            frozenset(name_of(word, self.aliases) for word in proper_names(before, self.common)),
            self._places(text, words, proper), frozenset(YEAR.findall(text)),
            frozenset(word.lemma for word in words if word.tag in NOUNS) - FUNCTION - {counted.head},
            bool(MORE.search(left) or PART.search(left) or MORE_WITHIN.match(figure.text)), str(figure.unit or ""),
            str(figure.claimant), AGAINST.search(left) is not None,
        )  # fmt: skip

    def _happening(self, figure, number: int, words: list[Word], counted: Counted, left: str) -> tuple[str, str]:
        """(class, word) of what happens to the counted; of men under arms also what was told of them just before."""
        if is_whole(left):
            return "whole", ""
        if ALL_BUT.match(figure.text):
            return "remain", ""
        found = class_of(counted)
        event = event_of(words, Asked(figure.start, figure.end, figure.end, figure.start), counted, [])
        if not event.event and figure.kind == "people_force":
            earlier = [self.words(figure.document, number - back) for back in range(1, LOOK_BACK)]
            told = (_earlier_event(sentence, found) for sentence in earlier)
            event = next((event for event in told if event.event), NO_EVENT)
        happening = event.event
        if found.event and figure.kind not in MEASURES and not (found.event == "attack" and event.kind):
            happening = found.event
        if happening == "loss":
            happening = "kill" if figure.kind.startswith("people_") else "bomb"
        return happening, event.word or counted.head if happening else ""

    def _text(self, document: str, number: int) -> str:
        found = self.sentences.get(document, [])
        return found[number][2] if 0 <= number < len(found) else ""

    def _sides(self, figure, words: list[Word], counted: Counted) -> tuple[frozenset, frozenset]:
        """(sides named beside the counted noun, sides named elsewhere in the sentence): actors, else names."""
        stop = _phrase_end(words, max(counted.end, figure.end))
        if self.mentions and words:
            beside = {actor for _, actor in self.actors(figure.document, figure.end, stop)}
            around = {actor for _, actor in self.actors(figure.document, words[0].start, words[-1].end)}
            return frozenset(beside), frozenset(around - beside)
        beside = {
            name_of(word, self.aliases) for word in words if figure.end <= word.start < stop and word.text[0].isupper()
        }
        return frozenset(beside), frozenset()

    def _places(self, text: str, words: list[Word], proper: list[Word]) -> frozenset:
        """Names after a preposition of place."""
        if not words:
            return frozenset()
        first = words[0].start
        found = [word for word in proper if PLACE.search(text[max(0, word.start - first - 80) : word.start - first])]
        return frozenset(name_of(word, self.aliases) for word in found)


def _earlier_event(words: list[Word], wanted: NounClass) -> Event:
    """The attack that a sentence tells of the same kind of men; NO_EVENT if it speaks of no such men or no attack."""
    classes = noun_classes()
    men = [classes.get(word.lemma, NO_CLASS) for word in words]
    if not any(found.noun_class == wanted.noun_class for found in men):
        return NO_EVENT
    found = [event_classes().get(word.lemma, NO_EVENT) for word in words]
    if any(kind.event == "attack" for kind in men):
        return Event("attack", "attack", "")
    return next((event for event in reversed(found) if event.event == "attack"), NO_EVENT)


def _phrase_end(words: list[Word], stop: int) -> int:
    """Where the counted phrase ends together with an 'of …' after it: 'members of the Harbour Guard'."""
    at = index_at(words, stop)
    if at < len(words) and words[at].text.lower() in ("of", "from"):
        at += 1
        while at < len(words) and (words[at].tag in NOUNS or words[at].tag in ("DT", "JJ", "CD", "POS")):
            stop = words[at].end
            at += 1
    return stop


def _sentences(spans: pd.DataFrame) -> list[tuple[int, int, str]]:
    """(start, end, text) of sentences: neighbouring spans of one line joined until one ends a sentence."""
    found: list[tuple[int, int, str]] = []
    last_line, open_sentence = None, False
    for row in spans.itertuples():
        if open_sentence and row.line == last_line and row.end - found[-1][0] < LONGEST_SENTENCE:
            start, end, text = found[-1]
            found[-1] = (start, row.end, text + " " * (row.start - end) + row.text)
        else:
            found.append((row.start, row.end, row.text))
        last_line = row.line
        open_sentence = not row.text.rstrip(" \"'”’»)]").endswith((".", "!", "?", "…", ":"))
    return found


def _counted(words: list[Word], figure) -> Counted:
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
