"""Zeros told in words: that nobody was killed is a count of the dead as "one man was killed" is."""

import re

from helpers.figures.numbers.number import Number

HARMED = r"(?:killed|hurt|injured|wounded|harmed|arrested|detained|missing|dead)"
BEEN = r"(?:was|were|has been|have been|had been)"
HOW = r"(?:reported |reportedly |said to be |seriously |badly |critically )?"
# "Nobody was hurt", "none of the bakers died", "no sailors had been killed".
NOBODY = re.compile(
    r"(?<![\w-])(?:(?P<nobody>nobody|no[ -]one)(?: (?:in|at|on|inside|aboard|from) [\w’'-]+)?|"
    r"(?P<none>none)(?: of (?:(?:the|its|his|her|their|our|those) )?[\w’'-]+)?|"
    r"(?P<no>no)(?! (?:one|other|further|more|new|additional)(?![\w-])) [\w’'-]+(?: [\w’'-]+)?) "
    rf"(?:{BEEN} {HOW}{HARMED}|(?:is|are) (?:dead|missing)|(?:(?:has|have|had) )?died)(?![\w-])",
    re.I,
)
# "We have no dead", "there were no injuries", "No deaths were reported".
COUNTED = r"(?:confirmed )?(?:dead|deaths?|fatalities|casualties|injuries|wounded|injured|arrests)"
NO_DEAD = re.compile(
    r"(?<![\w-])(?:(?:have|has|had|was|were|are|is|been|reported|recorded|counted|caused|suffered) (?P<none>no) "
    rf"{COUNTED}(?=\W*(?:$|[.,;:!?\"”’)]|(?:and|or|in|at|on|so|from|among|after|but|that|to)(?![\w-])))|"
    rf"(?P<no>no) {COUNTED} {BEEN} (?:reported|recorded|confirmed|counted)(?![\w-]))",
    re.I,
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
    zeros = [_zero(hit) for pattern in (NOBODY, NO_DEAD) for hit in pattern.finditer(text) if _is_real(text, hit)]
    if not zeros:
        return found
    taken = {zero.start for zero in zeros}  # "No one" is then no idiom
    return sorted([one for one in found if one.start not in taken] + zeros)


def _is_real(text: str, hit: re.Match) -> bool:
    start = hit.start()
    return UNREAL.search(text[max(0, start - REACH) : start]) is None


def _zero(hit: re.Match) -> Number:
    name = next(name for name, said in hit.groupdict().items() if said)
    start, end = hit.span(name)
    return Number(start, end, hit[name], 0.0, 0.0, 0.0, "=", "", "number", start, end, end, end, (), "")
