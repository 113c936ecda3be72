"""Look at a whole text once: where the article stands, its title, its excerpts, lists of posts and comments."""

import re

import numpy as np

from helpers.cleaning.address import address, roles
from helpers.cleaning.decode import akin, believe, lift_entries, settle
from helpers.cleaning.ends import (
    find_bios,
    find_links,
    find_listed_links,
    find_pull_quotes,
    find_tail,
    goes_on,
    is_paragraph,
    skip_head,
)
from helpers.cleaning.excerpts import Spans, find_excerpts
from helpers.cleaning.extent import body_chance
from helpers.cleaning.facts import HARDLY, LIKELY, MAYBE, View, evidence, is_prose, is_told
from helpers.cleaning.header import LONGEST_TITLE, find_points, find_summary, find_title, skip_header
from helpers.cleaning.inserts import find_inserts
from helpers.cleaning.lines import Line
from helpers.cleaning.marks import (
    BOTTOM_HEADS,
    COMMENT_NAME,
    COUNTED_HEAD,
    ends_sentence,
    is_date,
    is_dated_entry,
    is_stamp,
)
from helpers.cleaning.phrases import KIND, find_phrases, speak_against
from helpers.cleaning.rules import furniture_phrase

THREAD = 3  # comments headed alike from which they are a thread
SAYS = re.compile(r"^(?:\d{1,4}[.)]\s)?\S.{0,50}\s(?:says|said|wrote|writes|commented)\s?:$")
GAP = 6  # lines of furniture that may stand between two paragraphs of the article
LIGHT, BARE = 0.6, 0.9  # shares of a light and of a bare text's words that the weights take for article


def find_comments(lines: list[Line], mass: np.ndarray, whole: list[int]) -> int:
    """Where the readers' comments begin: a heading of comments in the lower half; no such heading: after the end."""
    thread = find_thread(lines)
    if thread >= 0:
        return thread
    total = np.concatenate([[0.0], np.cumsum(mass)])
    for at, line in enumerate(lines):
        lower = total[at] >= 0.5 * total[-1] and total[-1] - total[at] <= 0.35 * total[-1]
        named = whole[at] == KIND["comment"] and COMMENT_NAME.search(line.text)
        headed = line.n_words <= 6 and (named or BOTTOM_HEADS.match(line.text))
        if lower and (headed or COUNTED_HEAD.match(line.text)):
            return at
    return len(lines)


def find_thread(lines: list[Line]) -> int:
    """Where a list of comments begins that are each headed by who says it and on which day; −1: none."""
    said = [at for at, line in enumerate(lines) if line.n_words <= 8 and SAYS.match(line.text)]
    said = [at for at in said if any(is_date(below) and not is_stamp(below) for below in lines[at + 1 : at + 2])]
    if len(said) < THREAD:
        return -1
    heads = [at for at in range(max(0, said[0] - 3), said[0]) if COUNTED_HEAD.match(lines[at].text)]
    return (heads or said)[0]


def find_posts(lines: list[Line]) -> frozenset[int]:
    """The lines of every run of three or more dated entries that end like titles: lists of older posts."""
    entry = [is_dated_entry(line) and line.text[-1] not in ".:;," for line in lines]
    found, run = set(), []
    for at, is_entry in enumerate([*entry, False]):
        if is_entry:
            run.append(at)
            continue
        found |= set(run) if len(run) >= 3 else set()
        run = []
    return frozenset(found)


def first_paragraph(lines: list[Line], start: int, end: int) -> int:
    """Position of the first line of a run that reads as a paragraph; headings and dates may stand before it."""
    for at in range(start, min(end, start + 4)):
        if _is_headline(lines, at, end):
            continue
        if lines[at].n_words >= 14 or (ends_sentence(lines[at]) and not is_date(lines[at])):
            return at
    return start


def _is_headline(lines: list[Line], at: int, end: int) -> bool:
    """A line without an end mark, shorter than the paragraph that stands below it or a line further down."""
    line, below = lines[at], lines[at + 1 : min(end, at + 3)]
    open_end = not ends_sentence(line) and line.n_words <= LONGEST_TITLE and line.text[-1] not in ":;,"
    return open_end and any(is_prose(other) and other.n_words > line.n_words for other in below)


def widen(view: View) -> View:
    """Let the article begin and end with the paragraphs beside it, a few lines of furniture skipped."""
    first, last, n = view.first, view.last, min(len(view.lines), view.comments)
    while found := [at for at in range(max(0, first - GAP), first) if _joins(view, at, at == first - 1)]:
        first = found[0]
    kin = akin(view.lines, first, last + 1)
    near = [beside or view.chance[at] >= MAYBE for at, beside in enumerate(kin)]
    while found := [j for j in range(last + 1, min(n, last + 1 + GAP)) if _joins(view, j, j == last + 1 or near[j])]:
        last = found[-1]
    return view._replace(first=first, last=last)


def _joins(view: View, at: int, beside: bool) -> bool:
    """A paragraph that counts as article, or one right beside the article that nothing speaks against."""
    line, chance = view.lines[at], view.chance[at]
    prose = chance >= (HARDLY if beside else LIKELY) and is_prose(line)
    return (prose or (beside and chance >= LIKELY and is_told(line))) and not evidence(view, at)[1]


def find_ends(view: View) -> View:
    """Part the article from the page's own voice above and below it."""
    lines, first, last = view.lines, view.first, view.last
    played = [roles(line) for line in lines]
    bios = find_bios(lines, first, last)
    signs = tuple(2 if at in bios else address(line, played[at]) for at, line in enumerate(lines))
    signs = tuple(0 if sign == 1 and _told(view, signs, at) else sign for at, sign in enumerate(signs))
    tail, ended = find_tail(lines, signs, view.chance, first, last)
    heads = [_heads_links(view, at, signs[at]) for at in range(len(lines))]
    return view._replace(
        signs=signs, bios=bios, tail=tail, ended=ended, first=skip_head(lines, signs, first, last),
        last=min(last, tail - 1), links=find_links(lines, heads) | find_listed_links(lines, first, min(last, tail - 1)),
        pulled=find_pull_quotes(lines, first, min(last, tail - 1)),
    )  # fmt: skip


def _told(view: View, signs: tuple[int, ...], at: int) -> bool:
    """A paragraph that asks something of the reader, but goes on with the article."""
    inside = view.first < at <= view.last and is_paragraph(view.lines[at]) and view.chance[at] >= LIKELY
    return inside and goes_on(view.lines, signs, view.first, at)


def _heads_links(view: View, at: int, sign: int) -> bool:
    """A short line that announces other articles."""
    line, (whole, starts, _) = view.lines[at], view.phrases[at]
    if line.n_words > 12:
        return False
    return whole == KIND["related"] or (line.text[-1] == ":" and (sign > 0 or KIND["related"] in starts))


def _excerpts(view: View) -> Spans:
    """The excerpts among the article's lines, furniture and lists of posts left out."""
    inside = [
        at
        for at in range(view.first, min(view.last + 3, view.comments, view.tail, len(view.lines)))
        if at in view.posts or not (furniture_phrase(view, at) or at in view.links or view.signs[at] or at in view.bios)
    ]
    found = find_excerpts([view.lines[at] for at in inside])
    return {inside[position]: span for position, span in found.items()}


def _skip_points(view: View) -> View:
    """Find the points below the title; the article begins below them."""
    points = find_points(view.lines, view.title, range(view.first, view.last + 1))
    below = range(max(points, default=0) + 1, view.last + 1)
    first = next((at for at in below if is_told(view.lines[at])), view.first) if view.first in points else view.first
    return view._replace(points=points, first=first)


def look(lines: list[Line]) -> View:
    """Gather what the rules need to know of a text."""
    phrases = [find_phrases(line) for line in lines]
    believed, measures = body_chance(lines, phrases)
    chance, start, end = settle(lines, lift_entries(lines, believe(believed)))
    n_words = np.array([line.n_words for line in lines])
    mass = np.where(chance >= LIKELY, n_words, 0.0)
    share = float(mass.sum() / max(1.0, n_words.sum()))
    view = View(
        lines, chance.tolist(), measures, phrases, first_paragraph(lines, start, end), end - 1, share >= LIGHT,
        share >= BARE, -1,
        find_comments(lines, np.where(chance >= HARDLY, n_words, 0.0), [whole for whole, _, _ in phrases]),
        find_posts(lines), {}, {}, against=tuple(map(speak_against, phrases)),
    )  # fmt: skip
    if not any(evidence(view, at)[1] for at in range(len(lines))):
        view = view._replace(light=True, bare=True)
    view = find_ends(widen(view))
    view = view._replace(first=skip_header(lines, view.first, view.last))
    view = view._replace(title=find_title(lines, view.first, lines[view.first : view.last + 1]))
    view = _skip_points(view._replace(summary=find_summary(lines, view.title, view.first)))
    return view._replace(excerpts=_excerpts(view), inserts=find_inserts(lines, view.first, view.last))
