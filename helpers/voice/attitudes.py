"""Whose attitude a sentence tells with a quotation: "Noll likened it to “…”", "Noll was adamant that “…”"."""

import re
from collections.abc import Iterator

from helpers.voice.acts import Event, auxiliary_start
from helpers.voice.subjects import subject_left

# Between the verb and the quotation nothing may say that the words are somebody else's or stand on something.
WAY = r"(?:(?!\s(?:reading|saying|marked|titled|entitled|called|known|named|dubbed|bearing|with)\s)[^.;:\x00]){0,90}?\s"
# Behind it no noun may follow of which it is the name ("the “use it or lose it” rule").
QUOTED = (
    r"(?=\x00{1,2000}+\s{0,2}(?:[.,;:!?)–—]|$|(?:in|on|at|after|as|and|but|when|while|before|during|to|by|for|"
    r"from|if|because|"
    r"last|this|yesterday|today|of|over)(?![\w-])))"
)
VERBS = (
    r"admonish(?:es|ed)|allud(?:es|ed) to|assail(?:s|ed)|attacks|attacked|attribut(?:es|ed)|avow(?:s|ed)|"
    r"champion(?:s|ed)|"
    r"compar(?:es|ed)|complimented|credit(?:s|ed)|defend(?:s|ed)|derid(?:es|ed)|envisag(?:es|ed)|evok(?:es|"
    r"ed)|hits? (?:out|back) at|"
    r"invok(?:es|ed)|justif(?:ies|ied)|lash(?:es|ed) (?:out|back) at|liken(?:s|ed)|looks? (?:back on|"
    r"forward to)|looked "
    r"(?:back on|forward to)|point(?:s|ed) to|rail(?:s|ed) against|rat(?:es|ed) (?:it|him|her|them)|refer(?:s|red) to|"
    r"rues?|rued|scorn(?:s|ed)|singl(?:es|ed) out|touch(?:es|ed) on|touts|touted|trumpet(?:s|ed)|voic(?:es|ed)|"
    r"express(?:es|ed)|yearn(?:s|ed) for|long(?:s|ed) for|dwel(?:ls|t) on|pa(?:ys|id) tribute to|(?:takes|"
    r"took) (?:aim at|issue with)|"
    r"round(?:s|ed) on|pour(?:s|ed) (?:scorn|cold water) on|puts? (?:(?:it|the [a-z]+|this|that|everything) )?down to|"
    r"dr[ae]ws? attention to|rall(?:ies|ied) against|campaign(?:s|ed) against|(?:makes|made) (?:it )?(?:clear|plain)|"
    r"le(?:aves|ft) no doubt|(?:heaps|heaped) praise on|(?:tears|tore) into|(?:laid|lays) into|hit out over|"
    r"vouch(?:es|ed) for"
)
ACTIVE = re.compile(rf"(?<![\w-])(?P<cue>{VERBS})(?![\w-]){WAY}{QUOTED}")
MINDED = re.compile(
    r"(?<![\w-])(?:is|was|are|were|remains?|remained|sounds?|sounded|feels?|felt|seems?|seemed) (?:[a-z]{2,12} )?"
    r"(?P<cue>adamant|scathing|clear|certain|sure|convinced|insistent|confident|optimistic|hopeful|critical|dismissive|"
    r"full of praise|blunt|effusive|furious|angry|worried|concerned|afraid|unrepentant|defiant|grateful|"
    r"sceptical|skeptical|"
    rf"wary|fearful|unsparing|emphatic|incensed|indignant|disparaging|withering)(?![\w-]){WAY}{QUOTED}"
)
# "Noll, for her part, was “just glad to be home”".
FOR_PART = re.compile(
    r"(?<![\w’'-])(?P<who>[A-ZÀ-Þ][\w’'-]{0,40}+(?: [A-ZÀ-Þ][\w’'-]{0,40}+){0,3}),"
    r" (?P<cue>for (?:his|her|its|their) (?:own )?part), [^.;:\x00]{0,80}?\x00"
)


def find_attitudes(text: str, start: int, end: int) -> Iterator[Event]:
    """Events of speakers whose attitude is told with a long quotation (blanked by NUL) in text[start:end].

    >>> text = "Ana Lund likened it to " + "\\x00" * 20 + "."
    >>> [text[slice(*event.speaker)] for event in find_attitudes(text, 0, len(text))]
    ['Ana Lund']
    """
    for pattern in (ACTIVE, MINDED):
        for match in pattern.finditer(text, start, end):
            who = subject_left(text, start, auxiliary_start(text, start, match.start()))
            if who:
                yield Event(who, match.span("cue"), "SV", True)
    for match in FOR_PART.finditer(text, start, end):
        yield Event(match.span("who"), match.span("cue"), "SV", True)
