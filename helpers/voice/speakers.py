"""Speakers of all quotations of a text: beside them, announced before, carried from paragraph to paragraph."""

import re
from bisect import bisect_left
from collections.abc import Callable
from functools import cached_property

from helpers.voice.beside import NOBODY, Scene, Told, attribute, read_scene, sentence_breaks
from helpers.voice.blocks import LATEST, announced_speaker
from helpers.voice.classes import NO_SPEAKER
from helpers.voice.coreference.choose import Choice, Whom, weighed
from helpers.voice.headings import tell_headings
from helpers.voice.marks import Mark, Paragraph
from helpers.voice.naming import name_speakers

REACH = 3  # paragraphs back in which an announcement or an open quotation may stand
SHORT = 80  # characters of a line that may stand between two paragraphs of one quotation
DATE_LINE = re.compile(r"[\s\d:.,()/-]*(?:[A-Za-z]{2,9}[\s\d:.,()/-]*){0,4}$")


class Reading:
    """A text read for its quotations, no further than it is asked for.

    text; outer, inner: with its outer and with its nested quotations blanked by NUL characters; paragraphs: with their
    quotation marks.
    """

    def __init__(self, text: str, outer: str, inner: str, paragraphs: list[Paragraph]) -> None:
        self.text, self.outer, self.inner, self.paragraphs = text, outer, inner, paragraphs
        self._scenes: dict[int, Scene] = {}

    def scene(self, number: int) -> Scene:
        """The sentence breaks and acts of speaking of a paragraph."""
        if number not in self._scenes:
            start, end, _ = self.paragraphs[number]
            self._scenes[number] = read_scene(self.outer, self.text, start, end)
        return self._scenes[number]

    @cached_property
    def told(self) -> dict[Mark, Told]:
        """Who is told beside, before or after every quotation, pronouns and descriptions not yet with their names."""
        told: dict[Mark, Told] = {}
        for number, paragraph in enumerate(self.paragraphs):
            if paragraph.marks:
                told |= _tell_paragraph(self.text, self.outer, self.paragraphs, self.scene, number, told)
                told |= _tell_nested(self.text, self.inner, paragraph)
        return told

    def whom(self, choice: Choice = weighed) -> Whom:
        """Who is meant in the text, paragraph by paragraph."""

        def heard(number: int) -> tuple[list[int], list[tuple[int, int]]]:
            start, end, marks = self.paragraphs[number]
            if not marks:  # acts of speaking are sought where something is quoted
                return sentence_breaks(self.outer, self.text, start, end)[:-1], []
            scene = self.scene(number)
            return scene.breaks[:-1], sorted(event.speaker for event in scene.events if event.speaker[1])

        return Whom(self.outer, [part[:2] for part in self.paragraphs], heard, choice)


def tell_speakers(text: str, reading: Reading) -> list[Told]:
    """The speaker of every quotation of a text, in the order of the paragraphs and their marks."""
    paragraphs, told = reading.paragraphs, dict(reading.told)
    name_speakers(text, reading.outer, paragraphs, told, reading.whom())
    _tell_backwards(text, paragraphs, told)
    tell_headings(text, paragraphs, told)
    return [told.get(mark, NOBODY) for paragraph in paragraphs for mark in paragraph.marks]


def _outer(paragraph: Paragraph) -> list[Mark]:
    return [mark for mark in paragraph.marks if mark.depth == 0]


def _tell_paragraph(
    text: str,
    outer: str,
    paragraphs: list[Paragraph],
    scene: Callable[[int], Scene],
    number: int,
    told: dict[Mark, Told],
) -> dict[Mark, Told]:
    marks = _outer(paragraphs[number])
    speakers = attribute(outer, text, scene(number), marks)
    opens = not outer[paragraphs[number].start : marks[0].start - 1].strip(" \x00>*-")
    if opens and speakers[0].rule in ("", "subject"):
        who = _from_context(text, outer, paragraphs, scene, number, told)
        for at in range(len(speakers)):
            if speakers[at].rule not in ("", "carried"):
                break
            speakers[at] = who
    return dict(zip(marks, speakers, strict=True))


def _from_context(
    text: str,
    outer: str,
    paragraphs: list[Paragraph],
    scene: Callable[[int], Scene],
    number: int,
    told: dict[Mark, Told],
) -> Told:
    """The speaker of a quotation that opens its paragraph with no cue in it, from the paragraphs before."""
    if not number:
        return NOBODY
    before = paragraphs[number - 1]
    marks = _outer(before)
    open_mark = _still_open(text, paragraphs, number)
    if open_mark:
        return told.get(open_mark, NOBODY)._replace(rule="chain")
    line = text[before.start : before.end].rstrip()
    if line.endswith((":", ";")):
        return _announced(outer, scene(number - 1))
    noun = _announced_noun(text, paragraphs, number)
    if noun:
        return Told(noun, "", "announced")
    first = _outer(paragraphs[number])[0]
    whole = text[first.start : first.start + 1].isupper() and not outer[
        paragraphs[number].start : paragraphs[number].end
    ].strip(" \x00")
    return _last_speaker(outer, scene(number - 1), marks, told) if whole else NOBODY


def _still_open(text: str, paragraphs: list[Paragraph], number: int) -> Mark | None:
    """The quotation that runs on from the paragraph before, pictures' credits and the like in between passed over."""
    for other in range(number - 1, max(-1, number - 1 - REACH), -1):
        marks = _outer(paragraphs[other])
        if marks:
            return None if marks[-1].closed else marks[-1]
        line = text[paragraphs[other].start : min(paragraphs[other].end, paragraphs[other].start + SHORT + 1)].strip()
        if len(line) > SHORT or (line.endswith((".", "!", "?", ":")) and not line.startswith("—")):
            return None
    return None


def _announced(outer: str, scene: Scene) -> Told:
    """ "Ana Lund wrote in the Orr Post:" and the quotation in the next paragraph."""
    name = announced_speaker(outer[max(scene.start, scene.end - 1_000) : scene.end])
    cues = [outer[slice(*event.cue)] for event in scene.events if event.cue[0] >= scene.breaks[-2]]
    return Told(name, cues[-1] if cues else "", "announced") if name else NOBODY


def _announced_noun(text: str, paragraphs: list[Paragraph], number: int) -> str:
    for other in range(number - 1, max(-1, number - 1 - REACH), -1):
        line = text[paragraphs[other].start : min(paragraphs[other].end, paragraphs[other].start + 400)]
        match = LATEST.search(line)
        if match:
            return match["who"]
        if len(line) > 60 or not DATE_LINE.match(line):
            return ""
    return ""


def _last_speaker(outer: str, scene: Scene, marks: list[Mark], told: dict[Mark, Told]) -> Told:
    """The last one quoted or reported in the paragraph before (the weakest rule)."""
    quoted = [told[mark] for mark in marks if told.get(mark, NOBODY).speaker and told[mark].rule != "last"]
    if quoted:
        return quoted[-1]._replace(cue="", rule="last")
    events = [event for event in scene.events if event.order in ("SV", "VS", "according") and event.complement]
    name = outer[slice(*events[-1].speaker)] if events else ""
    return Told(name, "", "last") if name and not NO_SPEAKER.match(name) else NOBODY


def _tell_nested(text: str, inner: str, paragraph: Paragraph) -> dict[Mark, Told]:
    """Speakers of quotations inside a quotation, from its own words."""
    told: dict[Mark, Told] = {}
    nested = [mark for mark in paragraph.marks if mark.depth == 1]
    starts = [mark.start for mark in nested]
    for parent in _outer(paragraph) if nested else []:
        low, high = bisect_left(starts, parent.start), bisect_left(starts, parent.end)
        if low < high:
            scene = read_scene(inner, text, parent.start, parent.end)
            told |= zip(nested[low:high], attribute(inner, text, scene, nested[low:high]), strict=True)
    return told


def _tell_backwards(text: str, paragraphs: list[Paragraph], told: dict[Mark, Told]) -> None:
    """A quotation that runs over paragraphs may name its speaker only in the last of them."""
    for number in range(len(paragraphs) - 2, -1, -1):
        if not paragraphs[number].marks:
            continue
        marks, following = _outer(paragraphs[number]), _outer(paragraphs[number + 1])
        if not (marks and following) or marks[-1].closed or told[marks[-1]].speaker:
            continue
        if following[0].start - paragraphs[number + 1].start <= 2:
            told[marks[-1]] = told[following[0]]._replace(rule="chain")
