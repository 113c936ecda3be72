"""The rules for lines that describe or credit a picture."""

from helpers.cleaning.captions import (
    LONGEST,
    describes_picture,
    is_credited,
    is_made_by,
    is_maker,
    may_be_maker,
    names_agency,
    names_scene,
)
from helpers.cleaning.facts import SURE, View, evidence, is_prose
from helpers.cleaning.header import is_head
from helpers.cleaning.marks import is_byline
from helpers.cleaning.phrases import KINDS
from helpers.cleaning.signed import is_agency


def caption(view: View, at: int) -> str:
    """A line that credits or describes a picture."""
    starts, found = view.phrases[at][1:]
    if is_credited(view.lines[at]) or _shows(view, at) or names_agency(view.lines[at]) or _credits(view, at):
        return "caption"
    speaks = sum(KINDS[kind] == "caption" for kind in starts + found) if evidence(view, at)[0] != "legal" else 0
    return "caption" if speaks and view.lines[at].n_words <= 80 and view.chance[at] < SURE[min(speaks, 2)] else ""


def _credits(view: View, at: int) -> bool:
    """Below the title who made a picture, or above the article what the picture shows that the next line credits."""
    if not 0 <= view.title < at < view.last:
        return False
    shown = at < view.first - 1 and view.lines[at].n_words >= 3 and not is_head(view.lines[at])
    return _names_maker(view, at) or (shown and not evidence(view, at)[1] and _names_maker(view, at + 1))


def _names_maker(view: View, at: int) -> bool:
    """Who made a picture, alone: by its form, or by the name of an agency where the article's author is named above."""
    if is_made_by(view.lines[at]):
        return True
    above = view.lines[view.title + 1 : at]
    return at < view.first and may_be_maker(view.lines[at]) and any(is_byline(one) or is_agency(one) for one in above)


def _shows(view: View, at: int) -> bool:
    """A scene of a day gone by or a pointer at a picture, below the title and not at the article's end."""
    line, n = view.lines[at], len(view.lines)
    if line.n_words > LONGEST or at <= view.title or at > view.last + 1 or at == view.last or at + 1 >= n:
        return False
    if at == view.first:
        return at + 2 < n and is_maker(view.lines[at + 1]) and is_prose(view.lines[at + 2])
    if describes_picture(line):
        return at > view.last or not evidence(view, at)[1]
    named = view.first - 1 <= at < view.last and names_scene(line) and is_prose(view.lines[at + 1])
    return named and not evidence(view, at)[1]
