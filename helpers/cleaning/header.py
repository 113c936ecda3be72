"""Find the title, byline, date and standfirst above the article."""

import re

from helpers.cleaning.features import content_words, function_words
from helpers.cleaning.lines import Line
from helpers.cleaning.marks import ends_colon, is_byline, is_credited, is_date, is_name
from helpers.cleaning.phrases import KIND, find_phrases, plain

FURTHEST = 25  # lines above the article within which its title may stand
LONGEST_TITLE = 30  # words
SUMMARY = 0.8  # length of a standfirst, at least, against its title's
TRAIL = re.compile(r"\S\s[>»›|]\s\S{1,30}.{0,60}\s[>»›|]\s\S")  # 'News > World > Storm': where one is on the site


def _closeness(line: Line, vocabulary: set[str]) -> float:
    words = content_words(line)
    return len(words & vocabulary) / len(words) if words else 0.0


def _may_be_title(line: Line) -> bool:
    if line.n_words > LONGEST_TITLE:
        return False
    whole, starts, found = find_phrases(line)
    if whole >= 0 or starts or KIND["caption"] in found or is_date(line) or is_byline(line) or ends_colon(line):
        return False
    if is_credited(line) or TRAIL.search(line.text):
        return False
    head = next(filter(str.isalpha, line.text), "a")
    if head.islower() or line.text[-1] in ";,›»>" or line.text[0] in "*+|>":
        return False
    return sum(any(map(str.isalpha, word)) for word in line.words) > 0.5 * len(line.words)


def find_title(lines: list[Line], first: int, body: list[Line]) -> int:
    """Position of the title among the lines before `first`, −1 if none is like one.

    The best line is long enough, shares words with the article, and stands close to it; a line that comes first in the
    text needs less proof.
    """
    vocabulary = set().union(*(content_words(line) for line in body)) if body else set()
    best, chosen = 0.0, -1
    for at in range(max(0, first - FURTHEST), first):
        line = lines[at]
        if not _may_be_title(line) or (is_name(line) and line.n_words < 5 and at and _closeness(line, vocabulary) < 1):
            continue
        near, shared = 1 - (first - at) / (FURTHEST + 10), _closeness(line, vocabulary)
        points = shared * min(line.n_words, 8) / 8 + 0.35 * near * min(line.n_words, 6) / 6 + 0.15 * (at == 0)
        points += 0.2 * any(is_date(below) or is_byline(below) for below in lines[at + 1 : min(at + 3, first)])
        dated = at == first - 1 and at > 0 and is_date(lines[at - 1])
        points += 0.2 * dated
        points -= 0.3 * (line.text[-1] == ".")  # a standfirst more often than a title
        placed = dated or _heads(lines, at, first) or (at == 0 and line.n_words >= 4)
        if line.n_words >= 3 and (shared >= 0.25 or placed) and points > best:
            best, chosen = points, at
    return _above_standfirst(lines, chosen, vocabulary)


def _heads(lines: list[Line], at: int, first: int) -> bool:
    """Whether nothing but a byline and a date stands between a line and the article's first paragraph."""
    return at + 1 < first <= at + 4 and all(is_date(line) or is_byline(line) for line in lines[at + 1 : first])


def _above_standfirst(lines: list[Line], chosen: int, vocabulary: set[str]) -> int:
    """The line right above the one that was chosen, if that one reads as the standfirst of a title above it."""
    above = chosen - 1
    if above < 0 or not _may_be_title(lines[above]) or lines[above].n_words < 4 or lines[above].text.isupper():
        return chosen
    longer = lines[chosen].n_words >= 8 and lines[chosen].n_words >= SUMMARY * lines[above].n_words
    return above if longer and _closeness(lines[above], vocabulary) >= 0.25 else chosen


def repeats(line: Line, title: Line | None) -> bool:
    """Whether a line is the title again, or the title with the site's name."""
    if title is None:
        return False
    if abs(len(line.text) - len(title.text)) > 60 or line.n_words > LONGEST_TITLE + 8:
        return False
    ours, other = plain(title.text), plain(line.text)
    return other == ours or (len(ours) > 20 and other.startswith(ours) and len(other) < len(ours) + 40)


def is_standfirst(line: Line) -> bool:
    """A sentence or two between title and article that sums it up."""
    small = sum(word in function_words() for word in line.lower)
    capitals = sum(word[0].isupper() for word in line.words)
    return (
        7 <= line.n_words <= 60
        and (small >= 0.2 * line.n_words or capitals < 0.5 * line.n_words)
        and not is_date(line)
        and not is_byline(line)
        and not is_name(line)
        and "pictured" not in line.lower
    )
