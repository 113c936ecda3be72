"""The cast of a text: who is in it so far, under which names and descriptions, and where each is told of."""

import re
from bisect import bisect_right
from collections.abc import Iterable

from helpers.voice.classes import NAMES
from helpers.voice.coreference.entities import (
    HEADS,
    Entity,
    Mention,
    Told,
    is_apposition,
    kind_of_name,
    leads_in,
)
from helpers.voice.coreference.phrases import Phrase, find_phrases
from helpers.voice.coreference.words import cut, owner

CAPITAL_INSIDE = re.compile(r"[A-ZÀ-Þ](?<=[\w,;] .)[\wÀ-ÿ’'-]*+")
# "a man who gave his name as Jory", "Her name was Ada Noll": the name, be it a first name only.
SELF_NAMED = re.compile(
    r"(?:(?:[Hh]is|[Hh]er) (?:first |full )?name (?:is|was|turned out to be)|(?:(?:g[ai]ve|gives|giving) (?:only "
    r")?(?:his|her) (?:first |last |full )?name|to be (?:known|identified|named|called)|(?:identif|introduc)(?:ied|ed|"
    rf"ying|ing) (?:himself|herself)) (?:only |simply )?as)\s(?P<name>{NAMES})"
)
SELF_PRONOUN = {"his": "he", "her": "she"}
DEFINITE = frozenset(("the", "this", "that", "these", "those"))
PERSONS = ("person", "agent")
BEHIND = ("of", "at", "from")
REACH = 30  # mentions around "his name is"
SAME = 20  # bearers of one word compared


class Cast:
    """Everybody told of in the paragraphs read so far.

    text: with its quotations blanked by NUL characters. told: all mentions in order; offsets: where they start; named:
    first and last word of a name → who bears it; called: noun or age → whom the text calls so; heads: noun → the offset
    where it first stands for somebody.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.inner = frozenset(owner(word) for word in CAPITAL_INSIDE.findall(text))
        self.told: list[Told] = []
        self.offsets: list[int] = []
        self.named: dict[str, list[Entity]] = {}
        self.called: dict[str, list[Entity]] = {}
        self.heads: dict[str, int] = {}

    def read(self, low: int, high: int, speakers: list[tuple[int, int]]) -> None:
        """Add who is told of in the paragraph text[low:high]; speakers: sorted offsets (start, end) of who speaks."""
        latest: tuple[Phrase, Entity] | None = None
        noun: tuple[Phrase, Entity] | None = None  # the last description
        within = low  # offset where what belongs to a noun ends: "the surveyors | at Orr College"
        for phrase in find_phrases(self.text, cut(self.text, low, high), self.inner):
            if phrase.kind != "name":
                self.heads.setdefault(phrase.head, phrase.start)
            if latest and is_apposition(self.text, latest[0], phrase):
                latest[1].call(phrase)
                self._enter(latest[1])
                continue
            entity, place = self._entity(phrase), phrase.place
            if noun and leads_in(self.text, noun[0], phrase):
                place, noun = self._merge(noun[1], entity), None
            place = "within" if phrase.start < within and place in BEHIND else place
            within = max(within, phrase.end + len(phrase.tail))
            at = bisect_right(speakers, (phrase.start, len(self.text))) - 1
            if at >= 0 and phrase.start < speakers[at][1] and place in HEADS:
                place = "speaker"
            self.told.append(Told(phrase.start, phrase.end, place, entity))
            self.offsets.append(phrase.start)
            entity.mentions.append(Mention(phrase.start, phrase.end, place))
            self._enter(entity)
            latest = (phrase, entity)
            noun = noun if entity.named else latest
        self._name_themselves(low, high)

    def bearers(self, names: Iterable[str], at: int) -> Entity | None:
        """Who bears one of these words as first or last of a name and was told of last before an offset."""
        return _latest((entity for name in names for entity in self.named.get(name, ())), at)

    def described(self, description: str, at: int) -> Entity | None:
        """Who was first told of by a description, and last before an offset."""
        low = description.lower()
        head = owner(low.split()[-1])
        found = self.called.get(head, ()) or [e for word in low.split() for e in self.called.get(word, ())]
        return _latest((entity for entity in found if entity.described == low), at)

    def _enter(self, entity: Entity) -> None:
        """Make somebody be found by the words of the name and the nouns."""
        for word in {entity.words[0], entity.words[-1]} if entity.named and entity.words else ():
            _add(self.named, word, entity)
        for office in entity.offices:
            _add(self.called, office, entity)

    def _name_themselves(self, low: int, high: int) -> None:
        """ "A man who gave his name as Jory", "Her name was Ada Noll": whoever was told of before is called so."""
        if self.text.find("name", low, high) < 0 and self.text.find(" as ", low, high) < 0:
            return
        for match in SELF_NAMED.finditer(self.text, low, high):
            number = bisect_right(self.offsets, match.start())
            near = [told.entity for told in reversed(self.told[max(0, number - REACH) : number])]
            persons = [entity for entity in near if entity.kind in PERSONS]
            pronoun = SELF_PRONOUN.get(match.group().partition(" ")[0].lower(), "")
            fits = [entity for entity in persons if entity.pronoun == pronoun and not entity.named] if pronoun else []
            before = next(iter(fits or persons), None)
            if before is None or before.named:
                continue
            name = match["name"]
            later = [told.entity for told in self.told[number : number + REACH]]
            bearer = next((entity for entity in later if entity.name == name), None)
            before.name, before.named, before.words, before.kind = name, True, tuple(name.split()), "person"
            before.know_first()
            self._enter(before)
            if bearer is not None and bearer is not before:
                self._become(bearer, before)

    def _become(self, one: Entity, other: Entity) -> None:
        """Tell all mentions of one as those of another."""
        if one.mentions:
            other.mentions = sorted(one.mentions + other.mentions)
            self.told = [told._replace(entity=other) if told.entity is one else told for told in self.told]
        for index in (self.named, self.called):
            for found in [index.get(word, []) for word in (*one.words, *one.offices)]:
                found[:] = [entity for entity in found if entity is not one]

    def _entity(self, phrase: Phrase) -> Entity:
        if phrase.kind == "name":
            entity = self._by_name(phrase) or Entity(phrase, kind_of_name(phrase))
            entity.describe(phrase, self.text)
            return entity
        return self._by_noun(phrase) or Entity(phrase, phrase.kind)

    def _merge(self, before: Entity, entity: Entity) -> str:
        """Take the description right before a name for its bearer's; the place of the description's mention."""
        number = next(n for n in range(len(self.told) - 1, -1, -1) if self.told[n].entity is before)
        place = self.told.pop(number).place
        self.offsets.pop(number)
        before.mentions.pop()
        entity.take_over(before)
        self._become(before, entity)
        return place

    def _by_name(self, phrase: Phrase) -> Entity | None:
        """The entity that bears a name already: by the whole of it, a surname, the first word of a body's."""
        first, last = phrase.words[0], phrase.words[-1]
        found = self.named.get(last, []) if first == last else self.named.get(first, []) + self.named.get(last, [])
        for entity in reversed(found[-SAME:]):
            if entity.words == phrase.words:
                return entity
            person = entity.kind in ("person", "name")
            if person and entity.words[-1] == last and (
                len(phrase.words) == 1 or len(entity.words) == 1 or phrase.title or entity.words[0] == first
            ):
                entity.alone = "last" if len(phrase.words) < len(entity.words) else entity.alone
                return entity
            if len(phrase.words) == 1 and entity.words[0] == last and len(last) > 2:
                entity.alone = entity.alone or "first"
                return entity
        return None

    def _by_noun(self, phrase: Phrase) -> Entity | None:
        """The entity that a definite description tells again, by its noun."""
        if phrase.article not in DEFINITE:
            return None
        several = phrase.kind == "several"
        found = reversed(self.called.get(phrase.head, [])[-SAME:])
        return next((entity for entity in found if (entity.kind == "several") == several), None)


def _add(index: dict[str, list[Entity]], word: str, entity: Entity) -> None:
    found = index.setdefault(word, [])
    if found[-1:] != [entity]:
        found.append(entity)


def _latest(found: Iterable[Entity], at: int) -> Entity | None:
    """Who was told of last before an offset."""
    before = ((entity.last_before(at), entity) for entity in found)
    return max((pair for pair in before if pair[0] >= 0), key=lambda pair: pair[0], default=(0, None))[1]
