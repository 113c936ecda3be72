"""Zeros told in words: that nobody was killed is a count of the dead as "one man was killed" is."""

import re

from helpers.figures.numbers.number import Number

HARMED = r"(?:killed|hurt|injured|wounded|harmed|arrested|detained|missing|dead)"
BEEN = r"(?:was|were|has been|have been|had been)"
HOW = r"(?:reported |reportedly |said to be |seriously |badly |critically )?"
# Every zero holds one of these words; a class of letters first, since the regex engine finds that quickest.
NO = re.compile(r"[Nn][Oo](?<![\w-]..)(?:[Nn][Ee]|[Bb][Oo][Dd][Yy])?(?!\w)")
# "Nobody was hurt", "none of the bakers died", "no sailors had been killed".
NOBODY = re.compile(
    r"(?:(?P<nobody>nobody|no[ -]one)(?: (?:in|at|on|inside|aboard|from) [\w’'-]+)?|"
    r"(?P<none>none)(?: of (?:(?:the|its|his|her|their|our|those) )?[\w’'-]+)?|"
    r"(?P<no>no)(?! (?:one|other|further|more|new|additional)(?![\w-])) [\w’'-]+(?: [\w’'-]+)?) "
    rf"(?:{BEEN} {HOW}{HARMED}|(?:is|are) (?:dead|missing)|(?:(?:has|have|had) )?died)(?![\w-])",
    re.I,
)
# "We have no dead", "there were no injuries", "No deaths were reported".
COUNTED = r"(?:confirmed )?(?:dead|deaths?|fatalities|casualties|injuries|wounded|injured|arrests)"
HAVING = re.compile(
    r"(?<![\w-])(?:have|has|had|was|were|are|is|been|reported|recorded|counted|caused|suffered) $", re.I
)
LONGEST_VERB = len("suffered ") + 1
NO_DEAD = re.compile(
    rf"no {COUNTED}(?=\W*(?:$|[.,;:!?\"”’)]|(?:and|or|in|at|on|so|from|among|after|but|that|to)(?![\w-])))", re.I
)
# Nothing is told to be so after "if", "hoped", "to ensure": no count.
UNREAL = re.compile(
    r"(?<![\w-])(?:if|hop(?:e[sd]?|ing)|ensur(?:e[sd]?|ing)|sure|until|unless|so that|would|wish(?:e[sd])?|pray\w*|"
    r"as though)(?![\w-])[^.;:!?]{0,24}$",
    re.I,
)
REACH = 50  # characters before a zero in which it may be made unreal


def with_zeros(text: str, found: list[Number]) -> list[Number]:
    """The numbers of a text together with the zeros told of those killed, hurt, arrested or missing, in order.

    found: the Numbers of the text; "no one" among them is a figure where it is told to be harmed.

    >>> [(zero.text, zero.best) for zero in with_zeros("Nobody was killed. Nobody came.", [])]
    [('Nobody', 0.0)]
    """
    zeros = [zero for hit in NO.finditer(text) if (zero := _zero_at(text, hit.start()))]
    if not zeros:
        return found
    taken = {zero.start for zero in zeros}  # "No one" is then no idiom
    return sorted([one for one in found if one.start not in taken] + zeros)


def _zero_at(text: str, at: int) -> Number | None:
    """The zero that "no", "none" or "nobody" at an offset tells, None if it tells none or of nothing real."""
    hit, begin = NOBODY.match(text, at), at
    if hit is None:
        having = HAVING.search(text, max(0, at - LONGEST_VERB), at)
        hit, begin = NO_DEAD.match(text, at) if having else None, having.start() if having else at
    if hit is None or UNREAL.search(text[max(0, begin - REACH) : begin]):
        return None
    name = hit.lastgroup
    start, end = hit.span(name) if name else (at, at + len("no"))
    return Number(start, end, text[start:end], 0.0, 0.0, 0.0, "=", "", "number", start, end, end, end, (), "")
