"""Whether a common word that may name the event tells of it here, or of something else that bears the same word."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from helpers.tables import read_lexicon
from helpers.tokens import lemmatize

AHEAD = 120  # characters looked at behind a name
CLAUSE_END = re.compile(r"[.;:!?\n\"”)](?=\s|$)|,")
CAPITAL = re.compile(r"\b[A-Z][\w'’-]*")
# The place or party a noun or a passive goes with: "occupation strategy of Upper Marle", "retaken in and around Osk".
COMPLEMENT = re.compile(
    r"(?: [a-z]+)? (?:of|in|into|on|over|around|against|at|near)(?: and [a-z]+)?(?: (?:the|its|his|her|their|all))?"
    r" (?P<place>[A-Z][\w'’-]*)")
DIRECT = re.compile(r" (?:the )?(?P<place>[A-Z][\w'’-]*)")
OF_A_YEAR = re.compile(r" of (?:\w+ )?[12]\d{3}\b")  # "the flood of 2011" is one the story looks back at
YEAR_BEFORE = re.compile(r"\b(?:\d{1,2}/\d{1,2}|[12]\d{3}) $")
INDEFINITE = re.compile(r"(?:^|[^\w-])[Aa]n? (?:[a-z]+ )?$")
OBJECT = re.compile(r" ((?:[\w'’-]+ ){0,3}[\w'’-]+)")
WORD = re.compile(r"[\w'’-]+")
SEVERAL = re.compile(r"\d|^(?:several|many|some|numerous|few|dozens|hundreds|thousands|scores|countless|two|three|four|"
                     r"five|six|seven|eight|nine|ten|eleven|twelve)$")
STOP = re.compile(r"(?:of|in|on|to|at|from|for|with|by|over|into|and|or|but|as|while|when|after|before|that|wh\w+)$")
CALENDAR = re.compile(r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|"
                      r"August|September|October|November|December|Christmas|Easter|I)$")


class Event(NamedTuple):
    """What is known of one event from actors.csv."""

    known: frozenset[str]  # words in capitals of its own names and of the sides': places and parties it has to do with
    doers: frozenset[str]  # the sides that its title names, if any


@lru_cache(maxsize=8)
def _words(kind: str) -> frozenset[str]:
    rows = read_lexicon("other_events")
    return frozenset(rows.loc[rows.kind == kind, "word"])


def events_of(rows: Iterable[tuple[str, str, str, str]]) -> dict[str, Event]:
    """What actors.csv tells of each event; rows: actor, name, charge, kind."""
    rows = list(rows)
    sides = {actor for actor, _, _, kind in rows if kind == "side"}
    parties = {word for actor, name, _, kind in rows if kind == "side" for word in CAPITAL.findall(f"{actor}; {name}")}
    told: dict[str, set[str]] = {}
    for actor, name, _, kind in rows:
        if kind == "event":
            told.setdefault(actor, set(CAPITAL.findall(actor))).update(CAPITAL.findall(name))
    return {
        actor: Event(frozenset(words | parties), frozenset(side for side in sides if set(side.split()) & words))
        for actor, words in told.items()
    }


def tells_another(text: str, start: int, end: int, name: str, event: Event, before: str = "") -> bool:
    """Say whether a word that the event may be called tells of something else here.

    text[start:end]: the word as printed; name: its row in actors.csv; event: what is known of the event; before: the
    side named directly before it, if one is. Names that hold a proper name ("fall of Marle") are beyond doubt. Others
    tell of something else with a place the event has nothing to do with ("occupation of Upper Osk"), with another
    side's name directly before them, with the year of an earlier one ("the flood of 2011"), with an object that is no
    place ("lost no time", "captured several ferries"), and where they tell of what may yet come ("a return would").
    """
    if CAPITAL.search(name):
        return False
    ahead = CLAUSE_END.split(text[end : end + AHEAD], maxsplit=1)[0]
    back = text[max(0, start - 40) : start]
    if _elsewhere(ahead, event) or OF_A_YEAR.match(ahead) or YEAR_BEFORE.search(back):
        return True
    if before and event.doers and before not in event.doers and lemmatize(name) not in _words("losing"):
        return True
    return _takes_no_place(ahead, name) or _may_come(back, ahead)


def _elsewhere(ahead: str, event: Event) -> bool:
    found = COMPLEMENT.match(ahead) or DIRECT.match(ahead)
    if not found:
        return False
    place = re.sub(r"['’]s?$", "", found["place"])
    return place not in event.known and not CALENDAR.match(place)


def _takes_no_place(ahead: str, name: str) -> bool:
    """Whether a verb of taking or losing has an object that no one takes by force, or several."""
    if " " in name or lemmatize(name) not in _words("taking"):
        return False
    if lemmatize(name) == "lose" and re.match(r" on\b", ahead):  # "this was not lost on her"
        return True
    found = OBJECT.match(ahead)
    for word in WORD.findall(found[1]) if found else ():
        if STOP.match(word):
            return False
        if SEVERAL.search(word) or lemmatize(word) in _words("no place"):
            return True
    return False


def _may_come(back: str, ahead: str) -> bool:
    """Whether an indefinite noun is what would, may or is unlikely to come: not what has happened."""
    return bool(INDEFINITE.search(back)) and not _words("unsure").isdisjoint(WORD.findall(ahead))
