"""Quotation marks paired into spans: curly, straight, angled, low and single ones, nested and unclosed."""

import re
from bisect import bisect_left
from typing import NamedTuple

# A paragraph is a line, and what follows a line wrapped in mid-sentence.
PARAGRAPH = re.compile(r"[^\n]+(?:(?<=[a-z,])\n(?=[a-z])[^\n]+)*")
DOUBLE = re.compile(r"[“”„‟\"«»＂]|``|''|‘‘|’’")
SINGLE = re.compile(r"[‘’‚‛'`]")
MARK = re.compile(r"[“”„‟\"«»＂‘’‚‛'`]")
WORD = re.compile(r"\w+")
MOST_MARKS = 200  # in a paragraph that has more than two of them for each word
# ’ or ' at the front of these is an apostrophe.
ELISION = re.compile(
    r"(?:\d0?s?\b|\d\d\b|em\b|tis\b|twas\b|til\b|till\b|cause\b|n\b|bout\b|round\b|cos\b|nuff\b)", re.I
)


class Mark(NamedTuple):
    """A paired quotation: offsets without the marks, nesting depth (0 outside), closed 0/1, single marks 0/1."""

    start: int
    end: int
    depth: int
    closed: int
    single: int


class Paragraph(NamedTuple):
    """A paragraph of the text and the quotations in it, in order of start."""

    start: int
    end: int
    marks: list[Mark]


def find_marks(text: str) -> list[Paragraph]:
    """Pair the quotation marks of each paragraph of a text; one that is little else than marks quotes nothing."""
    places = [mark.start() for mark in MARK.finditer(text)]
    found = []
    for paragraph in PARAGRAPH.finditer(text):
        start, end = paragraph.span()
        n_marks = bisect_left(places, end) - bisect_left(places, start)
        quotes = n_marks and (n_marks <= MOST_MARKS or n_marks <= 2 * len(WORD.findall(text, start, end)))
        found.append(Paragraph(start, end, _pairs(text, start, end) if quotes else []))
    return found


def _pairs(text: str, start: int, end: int) -> list[Mark]:
    """The quotations of one paragraph."""
    doubles = _pair_doubles(text, start, end)
    marks = doubles + _pair_singles(text, start, end, doubles)
    return _nest([mark for mark in marks if text[mark.start : mark.end].strip()])


def _pair_doubles(text: str, start: int, end: int) -> list[Mark]:
    """Double marks by a stack; what stays open ends with the paragraph."""
    pairs: list[Mark] = []
    stack: list[tuple[int, str]] = []
    marks = list(DOUBLE.finditer(text, start, end))
    straight = sum(mark.group() in '"＂' for mark in marks)
    for mark in marks:
        sign = mark.group()
        if sign in '"＂':
            straight -= 1
            role = _straight_role(text, mark.start(), start, end, stack, straight)
        else:
            role = _curly_role(text, mark, start, end, stack)
        if role == "open" and len(stack) < MAX_DEPTH:
            stack.append((mark.end(), sign))
        elif role == "close":
            opened, _ = stack.pop()
            pairs.append(Mark(opened, mark.start(), 0, 1, 0))
    stop = end
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    pairs += [Mark(opened, stop, 0, 0, 0) for opened, _ in stack if opened < stop]
    return pairs


MAX_DEPTH = 4  # deeper is noise


def _curly_role(text: str, mark: re.Match, start: int, end: int, stack: list) -> str:
    """Does a directed mark open or close? Wrongly directed ones are told by what stands around them."""
    sign, at, after = mark.group(), mark.start(), mark.end()
    left = text[at - 1] if at > start else " "
    right = text[after] if after < end else " "
    if sign in "«»":
        french = sign == "«"
        return (
            "open"
            if french and not (stack and stack[-1][1] == "»")
            else "close"
            if stack
            else "open"
            if not french
            else ""
        )
    if stack and stack[-1][1] == "„" and sign in "“”":
        return "close"
    if sign in ("“", "„", "‟", "``", "‘‘"):
        misdirected = (
            stack and not left.isspace() and left not in "([—–-/‘'“" and (right.isspace() or right in ".,;:!?)")
        )
        return "close" if misdirected else "open"
    if stack:
        return "close"
    return "open" if left.isspace() and right.isalnum() and sign == "”" else ""


def _straight_role(text: str, at: int, start: int, end: int, stack: list, remaining: int) -> str:
    """Does a straight mark open or close? Inches and stray marks are neither."""
    left = text[at - 1] if at > start else " "
    right = text[at + 1] if at + 1 < end else " "
    opened = any(sign in '"＂' for _, sign in stack)
    if left.isdigit() and _is_inch(text, at, start, opened):
        return ""
    fits_open = left.isspace() or left in "([{—–-/‘'“"
    fits_close = right.isspace() or right in ".,;:!?)]}—–-/’'”"
    if fits_open and not fits_close:
        return "open"
    if fits_close and not fits_open:
        return "close" if stack else ""
    if stack:
        return "close"
    return "open" if remaining else ""


def _is_inch(text: str, at: int, start: int, opened: bool) -> bool:
    if re.search(r"\d['’′]\s?\d{1,2}$", text[max(start, at - 6) : at]):
        return True
    return not opened


def _pair_singles(text: str, start: int, end: int, doubles: list[Mark]) -> list[Mark]:
    """Single marks that quote, told from apostrophes: an opener needs a closer on the same level of double marks."""
    signs = list(SINGLE.finditer(text, start, end))
    if not signs:
        return []
    level = _levels(doubles)
    roles = [_single_role(text, sign.start(), start, end) for sign in signs]
    pairs: list[Mark] = []
    number = 0
    while number < len(signs):
        closer = None
        if roles[number] == "open":
            closer = _closer(text, signs, roles, number, level)
            if closer is not None:
                pairs.append(Mark(signs[number].end(), signs[closer].start(), 0, 1, 1))
            elif signs[number].start() == start and signs[number].group() == "‘" and not _closes_later(roles, number):
                pairs.append(Mark(signs[number].end(), end, 0, 0, 1))
        number = number + 1 if closer is None else closer + 1
    return pairs


def _closes_later(roles: list[str], number: int) -> bool:
    return any(role in ("close", "perhaps") for role in roles[number + 1 :])


def _levels(doubles: list[Mark]) -> list[tuple[int, int]]:
    """(offset, +1 or -1) where double marks open and close, in order."""
    return sorted([(mark.start - 1, 1) for mark in doubles] + [(mark.end, -1) for mark in doubles])


def _single_role(text: str, at: int, start: int, end: int) -> str:
    """open, close, perhaps (a closer or a plural's apostrophe) or "" for an apostrophe."""
    sign = text[at]
    left = text[at - 1] if at > start else " "
    right = text[at + 1] if at + 1 < end else " "
    before, after = left.isalnum(), right.isalnum()
    if before and after:
        return ""
    if not before and (after or right in '“"…[#@(£$€') and sign != "’" and (left.isspace() or left in '([—–-/“"'):
        return "" if ELISION.match(text, at + 1, end) else "open"
    if sign == "‘" and left.isspace() and right in ",.;:!?)":
        return "close"  # typed for ’: nothing opens before a stop
    if sign in "‘‚‛`" or left.isspace() or text[max(start, at - 2) : at] in ("'n", "’n"):
        return ""
    return "perhaps" if left in "sS" and right.isspace() and text[at + 2 : at + 3].isalnum() else "close"


def _closer(
    text: str, signs: list[re.Match], roles: list[str], number: int, level: list[tuple[int, int]]
) -> int | None:
    """Index of the mark that closes signs[number], before the next opener and not across a double mark."""
    perhaps = None
    for other in range(number + 1, min(len(signs), number + MAX_SINGLES)):
        if roles[other] == "open":
            break
        if roles[other] in ("close", "perhaps") and not _crosses(level, signs[number].start(), signs[other].start()):
            if roles[other] == "close":
                inside = text[signs[number].end() : signs[other].start()]
                return other if perhaps is None or inside[-1:] in ",.!?…" or len(inside.split()) > 12 else perhaps
            perhaps = other if perhaps is None else perhaps
    return perhaps


MAX_SINGLES = 60  # apostrophes a single-marked quotation may hold


def _crosses(level: list[tuple[int, int]], left: int, right: int) -> bool:
    """Would a pair from left to right cut through a double-marked quotation?"""
    low, high = bisect_left(level, (left, -2)), bisect_left(level, (right, -2))
    if high - low > MAX_SINGLES:
        return True
    depth = 0
    for _, step in level[low:high]:
        depth += step
        if depth < 0:
            return True
    return depth != 0


def _nest(marks: list[Mark]) -> list[Mark]:
    """Sort by start and count the depth."""
    nested: list[Mark] = []
    ends: list[int] = []
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end)):
        while ends and ends[-1] <= mark.start:
            ends.pop()
        nested.append(mark._replace(depth=len(ends)))
        ends.append(mark.end)
    return nested
