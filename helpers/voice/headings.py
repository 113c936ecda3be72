"""Headlines and subheads that quote the words of a quotation below them."""

import re
from bisect import bisect_right

from helpers.voice.beside import NOBODY, Told
from helpers.voice.marks import Mark, Paragraph

WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
LONGEST = 130  # characters of a headline
MOST = 40  # headlines of a text that are compared with its quotations
STOP = (".", ":", ",", ";", "?", "!", "…")


def tell_headings(text: str, paragraphs: list[Paragraph], told: dict[Mark, Told]) -> None:
    """Give quotations of headlines the speaker of the quotation whose words they repeat, by the rule "echo".

    text: a document; told: the speakers found so far, by mark, changed in place.
    """
    headings = [paragraph for paragraph in paragraphs if paragraph.marks and _is_heading(text, paragraph)][:MOST]
    marks = [mark for paragraph in headings for mark in paragraph.marks if _untold(told.get(mark, NOBODY))]
    if not marks:
        return
    starts, whole, speakers = _spoken(text, told, set(marks))
    for mark in marks:
        words = _words(text[mark.start : mark.end])
        at = whole.find(words) if words.count(" ") > 2 else -1
        if at >= 0:
            told[mark] = speakers[bisect_right(starts, at) - 1]._replace(cue="", rule="echo")


def _untold(who: Told) -> bool:
    return not who.speaker or who.rule in ("last", "subject")


def _is_heading(text: str, paragraph: Paragraph) -> bool:
    """A short line without a full stop; one that is a quotation throughout must have none in it either."""
    if paragraph.end - paragraph.start > LONGEST:
        return False
    line = text[paragraph.start : paragraph.end].rstrip(" \t”’\"'")
    return not line.endswith(STOP)


def _words(content: str) -> str:
    return f" {' '.join(word.lower() for word in WORD.findall(content))} "


def _spoken(text: str, told: dict[Mark, Told], without: set[Mark]) -> tuple[list[int], str, list[Told]]:
    """The words of all quotations that have a speaker in one string, where each begins in it, and its speaker."""
    starts, pieces, speakers, length = [], [], [], 0
    for mark, who in told.items():
        if who.speaker and mark not in without:
            pieces.append(_words(text[mark.start : mark.end]) + "\n")
            starts.append(length)
            speakers.append(who)
            length += len(pieces[-1])
    return starts, "".join(pieces), speakers
