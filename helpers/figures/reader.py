"""Read the signature of every figure of a corpus from its tables."""

import re
from bisect import bisect_right
from datetime import date

import pandas as pd

from helpers.figures.aliases import canonical_names, capital_words, name_of, printed_names, whole_names
from helpers.figures.context import Word
from helpers.figures.happening import (
    bid_of,
    class_here,
    crew_event,
    is_grave,
    is_rescue,
    joins_something,
    named_alike,
)
from helpers.figures.kinds import NO_EVENT, NounClass, class_of, event_of, is_whole
from helpers.figures.nouns import Counted
from helpers.figures.purpose import purpose_of
from helpers.figures.sentence import Sentence
from helpers.figures.sides import mentions_of_sides, side_of
from helpers.figures.signature import (
    MEMBERS,
    OWN_PEOPLE,
    Asked,
    Signature,
    counted_again,
    earlier_event,
    members_class,
    phrase_end,
    sentences_of,
)
from helpers.figures.units import MEASURES, PRINTED_UNITS
from helpers.figures.words import POSSESSIVES
from helpers.tables import rows_by_document

ALL_BUT = re.compile(r"all (?:but|except)", re.I)
MORE_WITHIN = re.compile(r"(?:an\s)?(?:another|additional|extra|further)(?![\w-])", re.I)
CURRENCY = re.compile(r"(?:[A-Z]{1,3})?[$£€¥₹₽]\s?$|(?<!\w)[A-Z]{3}\s$")  # the unit before a figure
PART = re.compile(
    r"(?<![\w-])(?:including|among them|among whom|of them|of whom|of which|of those|up from|down from|(?:grew|grown|"
    r"grow|rose|risen|rise|increased|fell|fallen|dropped|cut) by|"
    r"compared (?:with|to)|instead of|rather than)(?:(?! to\s)[\w\s,'’-]){0,24}$",
    re.I,
)
# The other end of what is told: "from several hundred to the 900 of the Guard", "on Tuesday he had first said 40".
AGAINST = re.compile(
    r"(?<![\w-])(?:to(?: the)?|not|against|(?:early|earlier|initial|first|previous) [a-z]+s of|"
    r"(?:had|earlier|first|previously|initially) (?:said|told|claimed|reported))\s*$",
    re.I,
)
# "The union puts the number at 180": what the sentence before counts is told again.
ANAPHOR = re.compile(
    r"(?<![\w-])(?:the|that|this|its|their) (?:real |true )?(?:number|figure|total|toll|count|tally) "
    r"(?:(?:is|was|stands|stood|to be|closer|nearer|at|to|as) ){1,3}$",
    re.I,
)
# "seven of the infected", "eight nurses are among the sick": a part of those counted elsewhere.
PART_AFTER = re.compile(
    r"\s(?:of (?:the|those|them)(?: who)? (?:\w+ )?(?:dead|deaths|injured|wounded|infected|sick|victims|casualties|"
    r"killed|missing|died)(?![\w-])|(?:[\w’'-]+ ){1,3}(?:is|are|was|were) (?:also )?among (?:the|them|those)(?![\w-]))",
    re.I,
)
RATE = re.compile(
    r"\s(?:[\w’'-]+ ){0,2}?(?:an?|per|each|every) (day|week|month|year|hour|head|person|tonne|litre)(?![\w-])"
    r"(?! (?:after|before|later|earlier|ago|since|when)(?![\w-]))",
    re.I,
)
# "The Gazette spoke of "fewer than 400"": a bare number for what the sentence before counts.
TOLD_AS = re.compile(
    r"(?<![\w-])(?:(?:spoke|speaks?|talks?|talked|wrote|writes?) of|reports?|reported|claims?|claimed|counts?|counted|"
    r"says?|said|admits?|admitted|(?:puts?|estimates?|estimated) (?:it|them) at)\s(?:about\s)?[\s\"“‘']{0,2}$",
    re.I,
)
CLAUSE_END = re.compile(r"[\"”’']?\s{0,4}(?:[.,;!?]|$)")
AMONG = re.compile(
    r"\s(?:or so )?of (?:them|whom|those|these|which(?= (?:were|was|are|had|have)(?![\w-])))(?![\w-])", re.I
)
# What the noun tells goes before what the sentence does, but strikers march and detainees are released.
OVERRULED = frozenset((("strike work", "protest"), ("arrest", "release"), ("arrest", "rescue")))
LOOK_BACK = 4  # sentences in which the deed of men under arms is looked for


def _after(figure, text: str, words: list[Word]) -> str:
    """What follows a figure in its sentence, its first words."""
    at = figure.end - words[0].start if words else 0
    return text[at : at + 60]


def _rate(figure, text: str, words: list[Word]) -> str:
    """The unit of a figure, with the time or thing it is told for: 'euro a day', of a count ' a day'."""
    told = figure.kind == "money" or figure.kind not in MEASURES
    found = RATE.match(_after(figure, text, words)) if told else None
    return f"{figure.unit} a {found[1].lower()}" if found else str(figure.unit or "")


def _is_claimants(words: list[Word], counted: Counted) -> bool:
    """Whether the counted are the claimant's own: members, or "ten of our people"; not whoever it tells of."""
    before = words[max(0, counted.first - 2) : max(0, counted.first)]
    own = any(word.text.lower() in POSSESSIVES for word in before)
    return counted.head in MEMBERS or (counted.head in OWN_PEOPLE and own)


def _past(years: frozenset, day: float) -> bool:
    """Whether years are named and all of them lie before the year of the article."""
    return bool(years) and (day != day or max(map(int, years)) < date.fromordinal(int(day)).year)


class Reader:
    """Builds signatures from the tables of a corpus: sentences by document, names of sides where they are known."""

    def __init__(self, spans: pd.DataFrame, names: pd.DataFrame | None) -> None:
        rows = rows_by_document(spans, "start", "end", "line", "text")
        self.sentences = {document: sentences_of(found) for document, found in rows.items()}
        text = "\0".join(text for found in self.sentences.values() for _, _, text in found)
        capitals = capital_words(text)
        self.whole = whole_names(text)
        shown = printed_names(capitals)
        self.aliases = shown | {name: shown.get(to, to) for name, to in canonical_names(text, capitals).items()}
        self.nothing = Sentence(0, "", self.aliases)
        self.read_before: dict[int, Sentence] = {}  # of the document that was read last: a corpus of words is too many
        self.read_last = ""
        self.mentions: dict[str, list[tuple[int, int, str]]] = {}
        self.side_names: dict[str, str] = {}
        for document, start, end, text, actor in mentions_of_sides(names):
            self.mentions.setdefault(document, []).append((start, end, actor))
            if text:
                self.side_names[str(text).lower()] = actor
        for found in self.mentions.values():
            found.sort()

    def sentence(self, document: str, number: int) -> Sentence:
        """A sentence of a document by its number; one without words where there is none."""
        found = self.sentences.get(document, [])
        if not 0 <= number < len(found):
            return self.nothing
        if document != self.read_last:
            self.read_before, self.read_last = {}, document
        if number not in self.read_before:
            self.read_before[number] = Sentence(found[number][0], found[number][2], self.aliases)
        return self.read_before[number]

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
        sentence, before = self.sentence(figure.document, number), self.sentence(figure.document, number - 1)
        words, text = sentence.words, sentence.text
        counted = counted_again(words, figure)
        found = class_here(words, before, counted, members_class(words, counted, class_of(counted)))
        measured = figure.kind in MEASURES
        left = CURRENCY.sub("", text[: max(0, figure.start - sentence.first)][-60:])
        happening, word = self._happening(figure, number, words, counted, left, found)
        bid = bid_of(words, counted, figure.start) if figure.kind == "share" else "none"
        if bid != "none":
            found, happening, word = NounClass("pay rise", "", "", ""), bid, bid
        sides, agents = self._sides(figure, words, counted, happening)
        unit, after = _rate(figure, text, words), _after(figure, text, words)
        ends = counted.start == figure.start and CLAUSE_END.match(after) is not None
        looks_back = joins_something(words, counted) if happening == "take part" else (
            ends and not happening and TOLD_AS.search(left) is not None
        )
        return Signature(
            row, figure.document, source, day, number, figure.kind, figure.noun,
            "" if measured and counted.head in PRINTED_UNITS else found.noun_class, found.broader,
            not figure.noun or (measured and counted.head in PRINTED_UNITS), happening, word, sides, agents,
            sentence.names, before.names, sentence.places, sentence.years, sentence.nouns - {counted.head},
            happening != "wound gravely" and self._is_part(figure, left, text, words), unit,
            str(figure.claimant), AGAINST.search(left) is not None,
            purpose_of(words, figure, unit) if measured else frozenset(), _past(sentence.years, day),
            ANAPHOR.search(left) is not None or looks_back,
            AMONG.match(after) is not None, sentence.weekdays,
        )  # fmt: skip

    def _happening(
        self, figure, number: int, words: list[Word], counted: Counted, left: str, here: NounClass
    ) -> tuple[str, str]:
        """(class, word) of what happens to the counted; of men under arms also what was told of them just before.

        left: the words before the figure. here: the class of the counted in its sentence.
        """
        if is_whole(left):
            return "whole", ""
        if ALL_BUT.match(figure.text):
            return "remain", ""
        sentence, found = self.sentence(figure.document, number), class_of(counted)
        event = event_of(words, Asked(figure.start, figure.end, figure.end, figure.start), counted, [])
        if not event.event and figure.kind == "people_force":
            earlier = (self.sentence(figure.document, number - back).words for back in range(1, LOOK_BACK))
            told = (earlier_event(sentence, found) for sentence in earlier)
            event = next((event for event in told if event.event), NO_EVENT)
        happening = "rescue" if event.event == "release" and is_rescue(event, words, figure.kind) else event.event
        told = event.kind and (found.event == "attack" or event.kind == figure.kind)
        if found.event and figure.kind not in MEASURES and not told and (found.event, happening) not in OVERRULED:
            happening = found.event
        happening = named_alike(event, happening, figure.kind, here.noun_class)
        if happening == "wound" and is_grave(_after(figure, sentence.text, words)):
            happening = "wound gravely"
        happening = crew_event(words, counted, here.noun_class, figure.start) or happening
        return happening, event.word or counted.head if happening else ""

    def _is_part(self, figure, left: str, text: str, words: list[Word]) -> bool:
        """Whether a figure adds to another one or is a part of it: 'a further 30', 'seven of the dead'."""
        if PART.search(left) or MORE_WITHIN.match(figure.text):
            return True
        return PART_AFTER.match(_after(figure, text, words)) is not None

    def _sides(self, figure, words: list[Word], counted: Counted, event: str) -> tuple[frozenset, frozenset]:
        """(sides named beside the counted noun, sides named elsewhere in the sentence): actors, else names."""
        stop = phrase_end(words, max(counted.end, figure.end))
        if self.mentions and words:
            beside = {actor for _, actor in self.actors(figure.document, figure.end, stop)}
            if not beside and event != "be there" and _is_claimants(words, counted):
                beside = {side_of(str(figure.claimant), self.side_names)} - {""}
            around = {actor for _, actor in self.actors(figure.document, words[0].start, words[-1].end)}
            return frozenset(beside), frozenset(around - beside)
        after = (word.text for word in words if figure.end <= word.start < stop)
        return frozenset(name_of(form, self.aliases) for form in after if form[0].isupper()), frozenset()
