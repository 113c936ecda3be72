"""Speakers told by a pronoun, a description or not at all, with the name of whom the text means."""

import re

from helpers.voice.beside import NOBODY, Told
from helpers.voice.classes import PERSONAL
from helpers.voice.coreference.choose import Whom
from helpers.voice.coreference.descriptions import head_of
from helpers.voice.coreference.entities import Entity
from helpers.voice.coreference.features import Asked
from helpers.voice.coreference.words import kind_of
from helpers.voice.marks import Mark, Paragraph
from helpers.voice.nouns import NOUNS, alternatives
from helpers.voice.scare import is_scare

DESCRIPTION = re.compile(
    r"(?:the|this|that|its|his|her|their|our|my|an?|one|another|some|[\w-]{1,40}[’']s)(?![\w’'-])", re.I
)
# "Her message to the town is blunt: “…”": the words of whom "her" means.
MESSAGE = re.compile(
    r"(?P<whose>[Hh]is|[Hh]er|[Tt]heir|[Ii]ts) (?:[a-z]+ ){0,2}"
    rf"(?:{alternatives('speech', 'view', 'paper')})(?![\w-])"
)
WHOSE = {"his": "he", "her": "she", "their": "they", "its": "it"}
BESIDE = ("after", "before", "later", "announced")
SURE = 0.7  # chance that somebody speaks where no rule finds anybody, from which it is told; by cross-validation
FAR = 400  # characters behind a quotation in which the pronoun of its speaker stands
QUESTION = re.compile(r"\?[\s\"”’'\x00]*$")


def name_speakers(text: str, outer: str, paragraphs: list[Paragraph], told: dict[Mark, Told], whom: Whom) -> None:
    """Write into `told` the name of whom each pronoun and description means and who speaks where nobody is told.

    text, outer: the text, and with its outer quotations blanked.
    "she" becomes "she [Ana Lund]", "the mayor" becomes "the mayor [Ana Lund]" where the text names her.
    """
    before: tuple[Mark, Told] | None = None
    for paragraph in paragraphs:
        for mark in paragraph.marks:
            if mark.depth:
                continue
            raw = told.get(mark, NOBODY)
            if raw.rule == "chain":
                if before and not before[0].closed and before[1].speaker:
                    told[mark] = before[1]._replace(rule="chain")
            elif raw.rule in BESIDE:
                told[mark] = _named(outer, paragraph, mark, raw, whom)
            elif raw.rule != "echo" and (raw.speaker or not is_scare(text, mark, NOBODY)):
                told[mark] = _bare(text, outer, paragraph, mark, raw, before, whom)
            before = (mark, told.get(mark, NOBODY))


def _named(outer: str, paragraph: Paragraph, mark: Mark, raw: Told, whom: Whom) -> Told:
    """Who is told beside a quotation, with the name."""
    entity: Entity | None = None
    whose = MESSAGE.match(raw.speaker)
    if whose:
        entity = whom.mean(Asked(WHOSE[whose["whose"].lower()], raw.at or mark.start, quote=mark.start))
        whom.spoke(entity)
    elif PERSONAL.match(raw.speaker):
        at = _pronoun_at(outer, mark, raw)
        entity = whom.mean(Asked(raw.speaker.lower(), at, quote=mark.start))
        entity = named_again(entity, at, whom)
        whom.spoke(entity)
    elif _describes(raw.speaker):
        entity = whom.mean(Asked("description", raw.at or mark.start, words=raw.speaker, quote=mark.start))
        entity = entity or whom.described(raw.speaker, paragraph.end)
        whom.spoke(entity)
        issued = kind_of(head_of(raw.speaker)) == "paper"
        entity = entity if entity and (entity.named or issued) else None
    else:
        whom.spoke_by_name(raw.speaker, paragraph.end)
    again = entity is None or entity.name.lower() == raw.speaker.lower()
    return raw if again else raw._replace(speaker=f"{raw.speaker} [{entity.name}]")


def _describes(speaker: str) -> bool:
    """Whether a speaker is told by a description that may be somebody's whom the text names elsewhere."""
    head = head_of(speaker)
    return DESCRIPTION.match(speaker) is not None and (head.islower() or head in NOUNS["native"])


def named_again(entity: Entity | None, at: int, whom: Whom) -> Entity | None:
    """Somebody meant, or, told by a description only, the one named whom that means."""
    if entity is None or entity.named or not _describes(entity.name):
        return entity
    last = max(mention.start for mention in entity.mentions if mention.start < at)
    return whom.mean(Asked("description", last, words=entity.name)) or entity


def _pronoun_at(outer: str, mark: Mark, raw: Told) -> int:
    """The offset of the pronoun that tells the speaker."""
    if raw.at:
        return raw.at
    pronoun = re.compile(rf"(?<![\w’'-]){raw.speaker}(?![\w’'-])")
    found = pronoun.search(outer, mark.end, mark.end + FAR)
    return found.start() if found else mark.start


def _bare(
    text: str, outer: str, paragraph: Paragraph, mark: Mark, raw: Told, before: tuple[Mark, Told] | None, whom: Whom
) -> Told:
    """Who speaks where nothing beside the quotation tells it."""
    proposed = "" if PERSONAL.match(raw.speaker) else raw.speaker
    signs = _signs(text, outer, paragraph, mark, before)
    signs += (f"rule={raw.rule}",)
    least = 0.0 if raw.rule else SURE
    entity = whom.mean(Asked("bare", mark.start, signs=signs, proposed=proposed, quote=mark.start, least=least))
    if entity is None:
        if proposed:
            whom.spoke_by_name(proposed, paragraph.end)
        return raw
    again = before is not None and whom.past.speakers[-1:] == [entity] and before[1].speaker
    whom.spoke(entity)
    if again:
        return raw._replace(speaker=before[1].speaker, rule=raw.rule or "last")
    kept = proposed and whom.called(proposed, paragraph.end) is entity
    return raw._replace(speaker=proposed if kept else entity.name, rule=raw.rule or "last")


def _signs(
    text: str, outer: str, paragraph: Paragraph, mark: Mark, before: tuple[Mark, Told] | None
) -> tuple[str, ...]:
    """What stands around a quotation that tells no speaker: whether it opens its paragraph, is all of it, answers."""
    lead = outer[paragraph.start : mark.start - 1].strip(" \x00")
    same = before is not None and before[0].start >= paragraph.start
    opens = not lead and not same
    next_line = before is not None and text.count("\n", before[0].end, mark.start) <= 2
    asked = before is not None and QUESTION.search(text[max(0, before[0].end - 8) : before[0].end + 1]) is not None
    alone = opens and not outer[mark.end : paragraph.end].strip(" \x00”\"’'.,")
    sentence = outer[max(paragraph.start, mark.start - 200) : mark.start - 1].rstrip()
    end = sentence[-1:] if sentence[-1:] in (".", "?", ":", ",", ";", "\x00", "") else "w"
    return (
        f"same={same}", f"opens={opens}{next_line}", f"asked={asked}{next_line}",
        f"open={before is not None and not before[0].closed}{opens}", f"alone={alone}", f"end={end}",
    )  # fmt: skip
