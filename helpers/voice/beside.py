"""Who speaks in each direct quotation: the cue beside it, the cue before it, or the speaker carried over."""

import re
from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import NamedTuple

from helpers.voice.acts import is_subordinate, only_shows, participle_subject
from helpers.voice.attribution import TAIL, Event, find_events
from helpers.voice.blocks import labelled_name, signed_by
from helpers.voice.classes import ABBREVIATED, AUXILIARY, BARE, NO_SPEAKER, PERSONAL, Span
from helpers.voice.cues import CUES, TRAITS
from helpers.voice.marks import Mark
from helpers.voice.names import short_name
from helpers.voice.phrases import main_subject


class Told(NamedTuple):
    """Speaker of a quotation, the cue, the rule that found them ("" if none did), the speaker's offset (0 unknown)."""

    speaker: str
    cue: str
    rule: str
    at: int = 0


NOBODY = Told("", "", "")
SENTENCE_BREAK = re.compile(r"[.!?…][\"”’')\]]{0,2}\s+(?=[A-Z“\"‘\x00])|\x00(?=\s*[A-Z])|\x00(?=\s+\x00)|;\s")
STARTS_GAP = re.compile(r"[\s,–—\x00-]*(?:as (?=[A-Za-z]))?")
LONGEST = 4_000  # characters of a sentence looked at together
MOST_EARLIER = 30  # acts of speaking of a sentence before one
ASKS = re.compile(rf"(?:{AUXILIARY})$", re.I)  # "Was he lonely? “No.”"
NEAR = 170  # characters between a cue and the quotation it introduces


class Scene(NamedTuple):
    """A paragraph (or a quotation, for those nested in it): its sentence breaks and acts of speaking."""

    start: int
    end: int
    breaks: list[int]
    events: list[Event]


def read_scene(masked: str, text: str, start: int, end: int) -> Scene:
    """Find sentence breaks and acts of speaking in masked[start:end].

    masked: the text with its quotations blanked by NUL characters, same length.
    """
    breaks = sentence_breaks(masked, text, start, end)
    return Scene(start, end, breaks, _events(masked, breaks))


def attribute(masked: str, text: str, scene: Scene, marks: list[Mark]) -> list[Told]:
    """Tell the speaker of each mark of a scene.

    Rules in order of trust: cue right after, right before, later in the sentence, speaker of the quotation before.
    """
    cues = [event.cue[0] for event in scene.events]
    begins: dict[int, Event] = {}
    for event in scene.events:
        begins.setdefault(_begin(event), event)
    told: list[Told] = []
    for number, mark in enumerate(marks):
        following = marks[number + 1].start - 1 if number + 1 < len(marks) else scene.end
        colon = masked[max(scene.start, mark.start - 4) : mark.start - 1].rstrip().endswith(":")
        stops = text[mark.start : mark.end].rstrip().endswith((".", "?", "!"))
        found = (
            # "A notice read: “…” Another said": what follows is another's
            (_before(masked, mark, scene, cues) if colon and stops else None)
            or _after(masked, text, mark, scene, begins, following)
            or _before(masked, mark, scene, cues)
            or _later(masked, mark, scene, cues)
            or _carried(masked, mark, told[-1] if told else NOBODY, scene, cues)
        )
        told.append(found or NOBODY)
    return told


def sentence_breaks(masked: str, text: str, start: int, end: int) -> list[int]:
    """Offsets where a sentence outside the quotations ends."""
    found = [start]
    for match in SENTENCE_BREAK.finditer(masked, start, end):
        at = match.start()
        if masked[at] == "." and ABBREVIATED.search(masked, max(start, at - 8), at):
            continue
        if masked[at] == "\x00" and not re.search(r"[.!?…][\"”’')\]»]{0,3}$", text[max(start, at - 4) : at + 1]):
            continue
        found.append(match.end())
    return [*found, end]


def _events(masked: str, breaks: list[int]) -> list[Event]:
    events = []
    for left, right in pairwise(breaks):
        for at in range(left, right, LONGEST):
            stop = min(right, at + LONGEST)
            if masked[at:stop].strip(" \x00"):
                events += find_events(masked, at, stop)
    return events


def _begin(event: Event) -> int:
    return min(event.speaker[0], event.cue[0]) if event.speaker[1] > event.speaker[0] else event.cue[0]


def _finish(event: Event) -> int:
    return max(event.speaker[1], event.cue[1])


def _name(masked: str, event: Event) -> str:
    who = signed_by(masked, event) or event.speaker
    return short_name(" ".join(masked[slice(*who)].replace("\x00", "").split()))


def _speaker(masked: str, event: Event) -> str:
    """The name of who speaks, "" for who cannot."""
    name = _name(masked, event)
    if (len(name) < 2 and name != "I") or BARE.match(name):
        return ""
    return "" if NO_SPEAKER.match(name) and name.lower() not in ("it", "i", "we", "one") else name


def _sentence_end(breaks: list[int], at: int) -> int:
    return breaks[min(bisect_right(breaks, at), len(breaks) - 1)]


def _after(
    masked: str, text: str, mark: Mark, scene: Scene, begins: dict[int, Event], following: int
) -> Told | None:
    """ "…," he said / said Ana Lund / according to the mayor: the phrase begins where the quotation ends."""
    at = STARTS_GAP.match(masked, mark.end, max(mark.end, following)).end()
    event = begins.get(at)
    name = _speaker(masked, event) if event and event.order not in ("participle", "by") else ""
    if not event or not name:
        return None
    closing = (
        text[mark.start : mark.end].rstrip(" ’'”\"")[-1:] + text[mark.end + mark.closed : mark.end + mark.closed + 1]
    ).strip()
    rest = masked[_finish(event) : min(_sentence_end(scene.breaks, at), scene.end, _finish(event) + LONGEST)]
    silent = CUES.get(masked[slice(*event.cue)]) in TRAITS["wordless"]
    if closing[:1] == "." and closing[1:] != ",":
        if event.order == "SV" and (
            silent or event.complement or not TAIL.match(rest) or "\x00" in rest[:NEAR] or len(rest.split()) > 4
        ):
            return None
    elif (
        not any(sign in ",?!…–—-" for sign in closing)
        and event.order == "SV"
        and event.complement
        and not TAIL.match(masked, event.cue[1], scene.end)
    ):
        return None
    return Told(name, masked[slice(*event.cue)], "after")


def _before(masked: str, mark: Mark, scene: Scene, cues: list[int]) -> Told | None:
    """Ana Lund said: "…" / according to Ana Lund, "…": the last cue of the same sentence before the quotation."""
    opened, events = mark.start - 1, scene.events
    left = scene.breaks[max(0, bisect_right(scene.breaks, opened) - 1)]
    number = bisect_left(cues, opened) - 1
    while number >= 0 and events[number].cue[0] >= left:
        event = events[number]
        gap = masked[_finish(event) : opened]
        if len(gap) > NEAR:
            return None
        earlier = events[max(0, number - MOST_EARLIER) : number]
        if event.order == "participle":
            event = event._replace(speaker=_whose_participle(masked, earlier, event, left))
        if only_shows(masked, event, earlier, left):
            number -= 1
            continue
        name = _speaker(masked, event)
        if name and not (
            event.order == "VS" and "\x00" not in masked[max(left, _begin(event) - 3) : _begin(event)] and len(gap) > 40
        ):
            return Told(name, masked[slice(*events[number].cue)], "before", event.speaker[0])
        number -= 1
    return None


def _whose_participle(masked: str, earlier: list[Event], event: Event, left: int) -> Span:
    """The speaker of the verb before ("…, saying"), unless he speaks in a clause that only says when."""
    for other in reversed(earlier):
        if other.cue[0] < left:
            break
        if other.order != "participle" and not is_subordinate(masked, left, other.speaker[0]):
            return other.speaker
    return participle_subject(masked, left, event.cue[0]) or event.speaker


def _later(masked: str, mark: Mark, scene: Scene, cues: list[int]) -> Told | None:
    """The plan is "…" for the city, the mayor said: a trailing cue later in the sentence."""
    stop = _sentence_end(scene.breaks, mark.end)
    number = bisect_left(cues, mark.end)
    for event in scene.events[number : number + 4]:
        if event.cue[0] >= stop:
            break
        if event.order == "SV" and not masked[mark.end : _begin(event)].rstrip().endswith((",", "\x00", "–", "—", "-")):
            continue
        rest = masked[_finish(event) : min(stop, _finish(event) + LONGEST)]
        last = event.order == "SV" and len(rest.split()) < 14 and "\x00" not in rest
        trailing = last or event.order in ("VS", "according")
        trailing = trailing or (event.order == "as saying" and "\x00" not in rest)
        name = _speaker(masked, event) if trailing and _begin(event) - mark.end < 2 * NEAR else ""
        if name:
            return Told(name, masked[slice(*event.cue)], "later")
    return None


def _carried(masked: str, mark: Mark, last: Told, scene: Scene, cues: list[int]) -> Told | None:
    """A further quotation of the same paragraph: the speaker of the one before, unless someone else steps in."""
    opened, breaks = mark.start - 1, scene.breaks
    left = breaks[max(0, bisect_right(breaks, opened) - 1)]
    if left >= opened and bisect_right(breaks, opened) >= 2:
        left = breaks[max(0, bisect_left(breaks, opened) - 1)]
    number = bisect_left(cues, opened) - 1
    event = scene.events[number] if number >= 0 and cues[number] >= left else None
    name = _speaker(masked, event) if event and event.order != "participle" else ""
    if event and name:
        return Told(name, masked[slice(*event.cue)], "carried", event.speaker[0])
    left = max(left, opened - LONGEST)
    between = masked[left:opened]
    if between.strip(" \x00") or not last.speaker:
        named = labelled_name(masked, left, opened)
        if named:
            return Told(named, "", "subject")
        subject = main_subject(masked, left, opened) if between.strip(" \x00") else None
        if subject and between.rstrip().endswith((":", ".", "?", "!", ",")):
            name = masked[slice(*subject)]
            if PERSONAL.match(name) and last.speaker:
                return last._replace(rule="carried")
            if name[:1].isupper() and len(name.split()) <= 5 and not NO_SPEAKER.match(name) and not ASKS.match(name):
                return Told(name, "", "subject")
        return None if not last.speaker else last._replace(rule="carried")
    return last._replace(rule="carried")
