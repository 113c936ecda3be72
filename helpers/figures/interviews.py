"""Interviews printed turn by turn ("Q: …" "A: …", "Noll: …"): who gives the answer that a figure stands in."""

import re
from bisect import bisect_right
from functools import lru_cache

from helpers.figures.claimants import claimant_type

TURN = re.compile(
    r"^[*_ ]{0,4}(?P<label>[A-Z][\w’'.-]{0,20}(?: [A-Z][\w’'.-]{1,20}){0,2}?)[*_]{0,4}[:.][*_]{0,4}[ \t]", re.M
)
QUESTION, ANSWER = ("Q", "Question"), ("A", "Answer")
GUEST_NAME = re.compile(
    r"(?<![\w’'-])[A-Z][a-zà-þ’'-]{1,24} (?:(?:de|van|von|al|bin) )?[A-Z][\w’'-]{0,24}(?: [A-Z][\w’'-]{1,24})?(?![\w-])"
)
LEAST = 2  # turns of each side that make an interview
INTRODUCTION = 2_000  # characters before the first turn in which the guest is named


@lru_cache(maxsize=16)
def turns_of(text: str) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """(where each turn begins, who speaks: "" for whoever asks) of an interview; two empty tuples if it is none.

    >>> turns_of("We met Ana Lund.\\nQ: How many?\\nA: Forty.\\nQ: When?\\nA: In May.\\n")[1]
    ('', 'Ana Lund', '', 'Ana Lund')
    """
    found = [match for match in TURN.finditer(text) if text[match.end() - 2] == ":" or len(match["label"]) == 1]
    labels = [match["label"] for match in found]
    if not found:
        return (), ()
    if sum(label in QUESTION for label in labels) >= LEAST and sum(label in ANSWER for label in labels) >= LEAST:
        kept = [match for match in found if match["label"] in QUESTION + ANSWER]
        guest = _guest(text, kept[0].start())
        return tuple(m.start() for m in kept), tuple(guest if m["label"] in ANSWER else "" for m in kept)
    return _by_name(text, found, labels)


def _by_name(text: str, found: list[re.Match], labels: list[str]) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """Turns under the speakers' names, of which one at least is introduced before them and speaks twice."""
    introduced = {name.split()[-1].lower(): name for name in _introduced(text, found[0].start())}
    named = {label: introduced.get(label.split()[-1].lower(), "") for label in set(labels)}
    often = [label for label in named if labels.count(label) >= LEAST]
    if len(often) < LEAST or not any(named[label] for label in often):
        return (), ()
    kept = [match for match in found if match["label"] in often]
    return tuple(m.start() for m in kept), tuple(named[m["label"]] for m in kept)


def _introduced(text: str, first: int) -> list[str]:
    names = (name.strip() for name in GUEST_NAME.findall(text[max(0, first - INTRODUCTION) : first]))
    return [name for name in names if claimant_type(name) in ("named person", "official")]


def _guest(text: str, first: int) -> str:
    """Who is interviewed: of the persons introduced the one whose names come up most."""
    names = list(dict.fromkeys(_introduced(text, first)))
    return max(names, key=lambda name: max(text.count(part) for part in name.split()), default="the interviewee")


def answerer(text: str, position: int) -> str:
    """Who gives the answer that holds a place of a text; "" if no answer does. The last answer ends with its line."""
    if ":" not in text[max(0, position - 6_000) : position] and "\nA. " not in text:
        return ""
    starts, speakers = turns_of(text)
    turn = bisect_right(starts, position) - 1
    if turn < 0 or (turn == len(starts) - 1 and "\n" in text[starts[turn] : position].strip()):
        return ""
    return speakers[turn]
