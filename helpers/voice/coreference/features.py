"""What speaks for each of those told of so far being the one that is asked for, as names of features."""

import re
from bisect import bisect_left, bisect_right
from typing import NamedTuple

from helpers.voice.coreference.cast import Cast
from helpers.voice.coreference.descriptions import PERSONS, Description
from helpers.voice.coreference.entities import Entity, Told

PEOPLE, BACK = 10, 40  # entities compared, and mentions looked through for them
POSSESSIVE = re.compile(  # its first letter comes first: the regex engine skips to such a one quickest
    r"[hHtTiIsS](?<![\w’'-].)(?:(?<=[hH])(?i:is|er|im|imself|erself|e)|(?<=[tT])(?i:heir|hem|hey)|(?<=[iI])(?i:ts|t)|"
    r"(?<=[sS])(?i:he))(?![\w’'-])"
)
PRONOUN_OF = {
    "his": "he", "him": "he", "himself": "he", "he": "he", "her": "she", "herself": "she", "she": "she",
    "their": "they", "them": "they", "they": "they", "its": "it", "it": "it",
}  # fmt: skip
AFTER = 120  # characters behind a mention in which a pronoun may tell of it
OTHER = {"he": "she", "she": "he"}


class Past(NamedTuple):
    """What was answered so far: pronoun → (entity, offset); entity → pronoun; the last speaker and the one before."""

    chain: dict[str, tuple[Entity, int]]
    taken: dict[int, str]
    speakers: list[Entity]


class Asked(NamedTuple):
    """Who is asked for: kind: he, she, they, it, description, bare (a quotation with nobody beside it); at: the offset;
    words: the description; signs: of what stands around a bare quotation; proposed: whom a rule takes for its speaker;
    quote: offset of the quotation (-1: none); least: chance under which it stays open."""

    kind: str
    at: int
    words: str = ""
    signs: tuple[str, ...] = ()
    proposed: str = ""
    quote: int = -1
    least: float = 0.0


Candidates = list[tuple[Entity | None, list[str]]]


def candidates(cast: Cast, breaks: list[int], lines: list[int], asked: Asked, past: Past) -> Candidates:
    """Those told of last before an offset, each with the features that speak for or against it.

    breaks, lines: offsets where sentences and paragraphs begin, in order. For a description a last candidate, None,
    stands for somebody not named.
    """
    sentence, line = bisect_right(breaks, asked.at), bisect_right(lines, asked.at)
    ranks = {True: 0, False: 0}
    subjects = {True: 0, False: 0}
    found: Candidates = []
    description = Description(cast, asked.words, asked.at) if asked.kind == "description" else None
    latest = _latest(cast, asked.at)
    fitting = [pair for pair in latest if _may_be(pair[0], asked.kind)]
    for entity, mention in fitting or [pair for pair in latest if pair[0].kind == "several"]:
        if description and not description.allows(entity):
            continue
        person = entity.kind in PERSONS
        subject = mention.place in ("subject", "speaker")
        away = sentence - bisect_right(breaks, mention.start), line - bisect_right(lines, mention.start)
        names = [f"rank={min(ranks[person], 3)}{'P' if person else ''}", *_of_entity(entity, asked.at)]
        names += _of_place(cast.text, mention, away, asked)
        names += _of_past(entity, asked, past, mention.start, sentence, breaks)
        ranks[person] += 1
        if subject:
            names += [f"subject={min(subjects[person], 2)}", f"subject={min(subjects[person], 2)}{min(away[0], 3)}"]
            subjects[person] += 1
        if asked.kind in OTHER:
            names += _of_pronoun(entity, asked.kind)
        if description:
            names += description.names(entity, past.taken)
        if asked.kind == "bare":
            speaker, same = _rank(entity, past), f"{subject}{away[0] == 0}"
            names += [f"{sign}|{about}" for sign in asked.signs for about in (speaker, same)]
            names.append(f"proposed={_is_called(entity, asked.proposed)}" if asked.proposed else "none proposed")
        found.append((entity, names))
    if description and not (found and description.sort == "paper"):
        found.append((None, description.nobody()))
    return found


def group_of(kind: str) -> str:
    """Which weights tell of a kind of ask: those of "he" and "she" are one."""
    return "one" if kind in OTHER else kind


def _latest(cast: Cast, at: int) -> list[tuple[Entity, Told]]:
    """(entity, its last mention before an offset) of those told of last, the nearest first."""
    number = bisect_left(cast.offsets, at)
    found: dict[int, tuple] = {}
    for told in reversed(cast.told[max(0, number - BACK) : number]):
        if id(told.entity) not in found:
            found[id(told.entity)] = (told.entity, told)
            if len(found) == PEOPLE:
                break
    return list(found.values())


def _of_entity(entity: Entity, at: int) -> list[str]:
    """What somebody is, and how often and whether ever told of as a subject."""
    before = [mention for mention in entity.mentions if mention.start < at]
    ever = any(mention.place in ("subject", "speaker") for mention in before)
    return [
        f"kind={entity.kind}{'N' if entity.named else ''}", f"size={min(len(entity.words), 2)}{entity.kind}",
        f"alone={entity.alone}{entity.kind}", f"told={min(len(before), 4)}", f"ever subject={ever}",
    ]  # fmt: skip


def _of_place(text: str, mention: Told, away: tuple[int, int], asked: Asked) -> list[str]:
    """How the last mention stands in its sentence, and how far back; away: sentences and paragraphs."""
    _, end, place, _ = mention
    names = [f"sentences={min(away[0], 4)}", f"lines={min(away[1], 3)}"]
    names += [f"place={place}", f"place={place}{min(away[0], 2)}"]
    if place != "possessor":
        names += _told_behind(text, end, min(asked.at, end + AFTER), asked.kind)
    if away[0] == 0:
        gap = text[end : asked.at]
        names += ["same", "same " + place, f"same,{',' in gap}", f"same\x00{chr(0) in gap}", f"near={len(gap) < 25}"]
    if away[1] == 0:
        names.append("line " + place)
    return names


def _may_be(entity: Entity, kind: str) -> bool:
    """Whether a pronoun can be somebody's at all."""
    if kind in OTHER:
        return entity.kind in PERSONS and not (entity.certain and entity.pronoun != kind)
    person = entity.kind == "person" and (entity.pronoun or entity.alone == "last")
    return kind != "it" or not (person or entity.kind in ("agent", "several"))


def _rank(entity: Entity, past: Past) -> str:
    """Whether somebody spoke last ("1"), before that ("2"), earlier or never ("0"); "-" if nobody spoke yet."""
    if not past.speakers:
        return "-"
    if past.speakers[-1] is entity:
        return "1"
    return "2" if len(past.speakers) > 1 and past.speakers[-2] is entity else "0"


def _of_past(entity: Entity, asked: Asked, past: Past, start: int, sentence: int, breaks: list[int]) -> list[str]:
    names = [f"spoke={_rank(entity, past)}"]
    last = past.chain.get(asked.kind)
    if last and last[0] is entity:
        names += ["chain", f"chain={min(sentence - bisect_right(breaks, last[1]), 3)}", f"chain,{start > last[1]}"]
    elif last:
        names.append("another's chain")
    taken = past.taken.get(id(entity))
    if taken:
        clashes = OTHER.get(taken) == asked.kind
        names.append("taken" if taken == asked.kind else "taken-" if clashes else "taken=" + taken)
    return names


def _of_pronoun(entity: Entity, pronoun: str) -> list[str]:
    if entity.pronoun:
        return ["pronoun" if entity.pronoun == pronoun else "pronoun-"]
    first = entity.first.lower()
    return [f"{pronoun}|-{first[-1:]}", f"{pronoun}|-{first[-2:]}", "unknown first"] if first else ["no first"]


def _told_behind(text: str, start: int, end: int, kind: str) -> list[str]:
    """Whether the next pronoun behind a subject is of the kind asked for: "Ada Noll and her husband"."""
    match = POSSESSIVE.search(text, start, max(start, end))
    return [] if not match else ["behind" if PRONOUN_OF[match.group().lower()] == kind else "behind-"]


def _is_called(entity: Entity, name: str) -> bool:
    """Whether a name or description is an entity's."""
    words = set(name.split())
    return not words.isdisjoint(entity.words) if entity.named else name.lower() == entity.name.lower()
