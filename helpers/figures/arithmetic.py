"""Sums inside one article: what the figures of a sentence imply for each other."""

import math
import re
from itertools import pairwise

import pandas as pd

from helpers.figures.units import plural_unit

COLUMNS = ["start", "end", "relation", "result", "unit", "noun", "note", "holds"]
PLUS = re.compile(
    r"(?<![\w-])(?:plus|and another|and a further|as well as|together with|in addition to|on top of|"
    r"added to)(?![\w-])|\+"
)
OF = re.compile(r"(?<![\w-])of\s[^.;]{0,40}$|^\s*of\s")
UP_TO = re.compile(
    r"(?<![\w-])(?:brings?|bringing|brought|raising|raises?|raised|taking|lifting)\s[^.;]{0,60}?(?<![\w-])(?:to|"
    r"at)(?![\w-])"
)
# Right before the part, at most an adverb or article between: "of whom about", "including the".
INCLUDING = re.compile(
    r"(?<![\w-])(?:including|among them|among whom|of them|of whom|of which|of those|of these)[,:]?"
    r"(?:\s[\w’'-]+){0,3}\s*$",
    re.I,
)
SENTENCE_END = re.compile(r"[.!?][\"”’']?\s+(?!(?:Among|Of) (?:them|these|those|the)(?![\w-]))[A-Z“\"]")
SMALLEST_SHARE = 0.5  # per cent; what is less is told of two things that have nothing to do with each other
FROM = re.compile(r"^[\s,]*(?:up |down )?from\s|(?<![\w-])(?:up|down) from\s")
TOTAL = re.compile(r"(?<![\w-])(?:total|altogether|in all|combined|overall|sum)(?![\w-])", re.I)
# "Of the 90 crew, 60 …": the whole, whose parts follow.
OF_WHOLE = re.compile(
    r"(?:^|[.!?;:,(\n\"“] ?)(?:out )?of (?:(?:the|its|their|these|those|all|some|about) ){0,2}$", re.I
)
ADDED = re.compile(
    r"(?<![\w-])(?:add (?:them|these|those|both|the two)|(?:that|which) makes|together (?:that is|they (?:are|make))|"
    r"taken together|(?:for|to) a total of|totall?ing|adding up to|altogether)(?![\w-])", re.I
)
PART_END = re.compile(r"(?:,| and| while|;)(?: \w+){0,4} $")
ALL_BUT = re.compile(r"all (?:but|except)", re.I)
TOLERANCE = 0.02  # a sum told in round figures holds within this share
GAP = 160  # characters between two figures that may still make one sum


def _number(value: float) -> str:
    return f"{value:,.10g}" if math.isfinite(value) else "?"


def _told(value: float, figure) -> str:
    """A value in the unit of a figure: "250 km²"."""
    unit = plural_unit(str(figure.unit or "")) if figure.kind != "share" else "%"
    return f"{_number(value)} {unit}".rstrip()


def _row(one, two, relation: str, result: float, noun: str, note: str, holds: object = "") -> tuple:
    unit = "%" if relation in ("share", "change") else str(one.unit or "")
    return int(one.start), int(two.end), relation, result, unit, noun, note, holds


def _same_thing(one, two) -> bool:
    return str(one.unit or "") == str(two.unit or "")


def _all_but(one, two, between: str) -> tuple | None:
    """'All but 150 of 600 people': the rest, and its share."""
    if not ALL_BUT.match(one.text) or not OF.search(between) or not two.best or two.best < one.best:
        return None
    rest = two.best - one.best
    share = f"{100 * rest / two.best:.0f} % of {_number(two.best)}"
    note = f"{_told(two.best, two)} − {_told(one.best, one)} = {_told(rest, two)}, {share}"
    return _row(one, two, "remainder", rest, two.noun, note)


def _sum(one, two, between: str, total) -> tuple | None:
    """'58 and another 42': the sum, held against a total if one is told."""
    if not PLUS.search(between) or not _same_thing(one, two):
        return None
    value = one.best + two.best
    note, holds = f"{_told(one.best, one)} + {_told(two.best, two)} = {_told(value, one)}", ""
    if total is not None:
        holds = int(_is(value, total))
        note += f"; total told: {_told(total.best, total)}"
    return _row(one, two, "sum", value, one.noun, note, holds)


def _is(value: float, total) -> bool:
    """Whether a sum is the total told, in round figures or within its bounds."""
    return abs(total.best - value) <= TOLERANCE * value or total.low <= value <= total.high


def _three(text: str, one, two, three) -> tuple | None:
    """'Of the 90, 60 left and 30 stayed', 'the 20 and the 30: add them up and it is 50': parts held against a whole."""
    first, second = text[one.end : two.start], text[two.end : three.start]
    if max(len(first), len(second)) > GAP or "\n" in first + second:
        return None
    if len({str(figure.unit or "") for figure in (one, two, three)}) > 1 or one.kind == "share":
        return None
    if ADDED.search(second) and not PLUS.search(first):
        return _parts(one, two, three, three)
    inside = not SENTENCE_END.search(first + second) and PART_END.search(second)
    if inside and OF_WHOLE.search(text[max(0, one.start - 40) : one.start]):
        told = _parts(two, three, one, three)
        return told if told[-1] or two.best + three.best > one.best else None  # less than the whole: there are others
    return None


def _parts(one, two, total, last) -> tuple:
    value = one.best + two.best
    note = f"{_told(one.best, one)} + {_told(two.best, two)} = {_told(value, one)}"
    row = _row(one, last, "sum", value, total.noun or one.noun, f"{note}; total told: {_told(total.best, total)}")
    return (min(one.start, total.start), *row[1:-1], int(_is(value, total)))


def _up_to(one, two, between: str) -> tuple | None:
    """'another 200, bringing the total to 500': what there was before."""
    if not UP_TO.search(between) or not _same_thing(one, two) or two.best < one.best:
        return None
    return _row(
        one,
        two,
        "before",
        two.best - one.best,
        one.noun,
        f"{_number(two.best)} − {_number(one.best)} = {_number(two.best - one.best)} before",
    )


def _part(one, two, between: str) -> tuple | None:
    """'40 dead, including 12 children': the part as a share of the whole, if it can be one."""
    related = INCLUDING.search(between) and not SENTENCE_END.search(between)
    if not related or not _same_thing(one, two) or not one.best:
        return None
    share = 100 * two.best / one.best
    if not SMALLEST_SHARE <= share <= 100:
        return None
    return _row(
        one,
        two,
        "share",
        share,
        two.noun,
        f"{_number(two.best)} of {_number(one.best)} = {share:.0f} %",
    )


def _change(one, two, between: str) -> tuple | None:
    """'41, up from 37': the change in per cent."""
    if not FROM.search(between) or not _same_thing(one, two) or not two.best or len(between) > 40:
        return None
    change = 100 * (one.best / two.best - 1)
    return _row(one, two, "change", change, one.noun, f"{_number(two.best)} to {_number(one.best)}: {change:+.0f} %")


def _whole(one, two, between: str, after: str) -> tuple | None:
    """'5 km², roughly 2 % of the area': the whole that follows from a part and its share."""
    part, share = (one, two) if two.kind == "share" else (two, one)
    if share.kind != "share" or part.kind in ("share", "duration", "age", "money") or not share.best or ";" in between:
        return None
    if (
        share is one
        or not after.lstrip(" %").startswith("of ")
        or not re.fullmatch(r"[^.]{0,80}?(?:[,–—(-]|or)\s*", between)
    ):
        return None
    whole = part.best / share.best * 100
    return _row(
        one,
        two,
        "whole",
        whole,
        str(share.noun),
        f"{_told(part.best, part)} / {_number(share.best)} % = {_told(whole, part)}",
    )


def arithmetic(text: str, figures: pd.DataFrame) -> pd.DataFrame:
    """Work out what the figures of one article imply for each other where the text itself relates them.

    text: the article. figures: its rows of `find_figures` (any order).
    Returns one row per relation in order of the text: start, end (from the first figure to the second), relation (sum,
    remainder, before, share, change, whole), result, unit, noun, note (the sum in digits), holds (1 or 0 where the text
    tells a value to hold it against, else "").

    >>> from helpers.figures import find_figures
    >>> text = "All but 150 of the 600 villagers left."
    >>> arithmetic(text, find_figures(text))[["relation", "result"]].values.tolist()
    [['remainder', 450.0]]
    """
    rows = [row for row in figures.sort_values("start").itertuples() if row.best == row.best and row.best is not None]
    found = []
    for number, (one, two) in enumerate(pairwise(rows)):
        told = _three(text, one, two, rows[number + 2]) if number + 2 < len(rows) else None
        if told:
            found.append(told)
            continue
        between = text[one.end : two.start]
        if len(between) > GAP or "\n" in between:
            continue
        total = _total_after(text, rows, number + 2)
        told = (
            _all_but(one, two, between)
            or _up_to(one, two, between)
            or _sum(one, two, between, total)
            or _part(one, two, between)
            or _change(one, two, between)
            or _whole(_measured(rows, number, text), two, between, text[two.end : two.end + 12])
        )
        if told:
            found.append(told)
    return pd.DataFrame(found, columns=COLUMNS)


def _measured(rows: list, number: int, text: str):
    """The figure before a share that it is a share of: one with a unit, if a comma alone parts it from a count."""
    one = rows[number]
    if number and not one.unit and rows[number - 1].unit and "." not in text[rows[number - 1].end : one.start]:
        return rows[number - 1]
    return one


def _total_after(text: str, rows: list, index: int):
    """The next figure, if the words before it call it a total."""
    if index >= len(rows):
        return None
    before = text[max(rows[index - 1].end, rows[index].start - GAP) : rows[index].start]
    return rows[index] if TOTAL.search(before) and "\n" not in before else None
