"""Find the title, byline, date and standfirst above the article."""

from itertools import pairwise

from helpers.cleaning.features import function_words
from helpers.cleaning.lines import LONGEST_LINE, UNSPACED, Line
from helpers.cleaning.marks import ends_colon, ends_sentence, is_byline, is_date, is_name
from helpers.cleaning.phrases import find_phrases, plain

FURTHEST = 25  # lines above the article within which its title may stand
LONGEST_TITLE = 30  # words


def content_words(line: Line) -> set[str]:
    """The words of a line that carry meaning; in scripts without spaces, its pairs of signs."""
    if UNSPACED.search(line.text[:50]):
        signs = [a + b for a, b in pairwise(line.text[:LONGEST_LINE]) if a.isalnum() and b.isalnum()]
        return set(signs)
    return {word for word in line.lower if len(word) > 2 and word not in function_words() and not word.isdigit()}


def _closeness(line: Line, vocabulary: set[str]) -> float:
    words = content_words(line)
    return len(words & vocabulary) / len(words) if words else 0.0


def _may_be_title(line: Line) -> bool:
    if line.n_words > LONGEST_TITLE:
        return False
    whole, starts, _ = find_phrases(line)
    if whole >= 0 or starts or is_date(line) or is_byline(line) or ends_colon(line):
        return False
    head = next(filter(str.isalpha, line.text), "a")
    if head.islower() or line.text[-1] in ".;," or line.text[0] in "*+|>":
        return False
    return any(map(str.isalpha, line.text))


def find_title(lines: list[Line], first: int, body: list[Line]) -> int:
    """Position of the title among the lines before `first`, −1 if none is like one.

    The best line is long enough, shares words with the article, and stands close to it; a line that comes first in the
    text needs less proof.
    """
    vocabulary = set().union(*(content_words(line) for line in body)) if body else set()
    best, chosen = 0.0, -1
    for at in range(max(0, first - FURTHEST), first):
        line = lines[at]
        if not _may_be_title(line) or (is_name(line) and at and _closeness(line, vocabulary) < 1):
            continue
        near, shared = 1 - (first - at) / (FURTHEST + 10), _closeness(line, vocabulary)
        points = shared * min(line.n_words, 8) / 8 + 0.35 * near * min(line.n_words, 6) / 6 + 0.15 * (at == 0)
        points += 0.2 * any(is_date(below) or is_byline(below) for below in lines[at + 1 : min(at + 3, first)])
        if line.n_words >= 3 and (shared >= 0.25 or (at == 0 and line.n_words >= 4)) and points > best:
            best, chosen = points, at
    return chosen


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
    return (
        8 <= line.n_words <= 60
        and not is_date(line)
        and not is_byline(line)
        and not is_name(line)
        and (ends_sentence(line) or line.n_words >= 10)
    )
