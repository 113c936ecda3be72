"""What the rules know of a text, and the chances from which they believe a line."""

from typing import NamedTuple

import numpy as np

from helpers.cleaning.excerpts import Spans
from helpers.cleaning.inserts import Inserts
from helpers.cleaning.lines import Line
from helpers.cleaning.marks import ends_sentence
from helpers.cleaning.phrases import Phrases

LABELS = (
    "title", "byline", "date", "dek", "body", "quoted_block", "quoted_headline", "caption", "boilerplate", "end_matter",
)  # fmt: skip
KEPT = frozenset(("title", "dek", "body", "quoted_block"))
LIKELY = 0.5  # chance from which a line counts as article
TOLD = 8  # words of a short paragraph, at least
MAYBE = 0.35  # chance from which a sentence counts as article if it stands near
HARDLY = 0.2  # chance from which a line counts as article if its place speaks for it
SURE = (LIKELY, LIKELY, 0.8, 0.97)  # chance that outweighs none, one, two, three phrases of furniture
ENTRY = 10  # words of the shortest entry of a live blog


class View(NamedTuple):
    """What the rules know of a text: its lines, the chance of each to be article, and where things stand."""

    lines: list[Line]
    chance: list[float]
    measures: np.ndarray  # of each line, by features.features: line × column
    phrases: list[Phrases]
    first: int  # first and last line of the article proper
    last: int
    light: bool  # more article than furniture
    bare: bool  # hardly anything but the article
    title: int  # -1: none
    comments: int  # where the readers' comments begin (the number of lines: none)
    posts: frozenset[int]  # lines of a list of dated posts
    excerpts: Spans
    inserts: Inserts  # short lines among the paragraphs that go by their form
    signs: tuple[int, ...] = ()  # how surely each line is the page's own voice: 2, 1 or 0
    tail: int = 0  # where the page's notices begin below the article (the number of lines: none)
    ended: int = 0  # the last paragraph that no sign speaks against
    bios: frozenset[int] = frozenset()  # lines that present the author
    links: frozenset[int] = frozenset()  # headlines of other articles, under a heading that says so
    pulled: frozenset[int] = frozenset()  # lines that give words of a paragraph again
    summary: frozenset[int] = frozenset()  # points above the article that sum it up, and their heading
    points: frozenset[int] = frozenset()  # entries of a list below the title that sum the article up
    against: tuple[tuple[str, int], ...] = ()  # of each line: the kind of furniture its phrases speak of, how many do


def is_prose(line: Line) -> bool:
    """A paragraph: long enough, and ended like a sentence."""
    return line.n_words >= 14 and ends_sentence(line)


def is_told(line: Line) -> bool:
    """A sentence at least as long as broadcasters' short paragraphs."""
    return line.n_words >= TOLD and ends_sentence(line)


def evidence(view: View, at: int) -> tuple[str, int]:
    """What the phrases of one line say, see `speak_against`."""
    return view.against[at]
