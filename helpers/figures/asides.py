"""Figures the author tells beside a claim: of who speaks and listens, in a clause that nobody voices."""

import re

from helpers.voice.classes import HAS_VERB
from helpers.voice.cues import CUE_RE, CUES, KINDS

RELATIVE = re.compile(r"(?P<head>,)\s(?:who|which|whose|whom|(?:of|for|to|in|from) (?:which|whom))\s")
LONGEST = 200  # characters of a relative clause before its figure or behind it
CLOSED = re.compile(r"[^,;:.\x00\n]{0,200}?(?P<comma>,)\s")
# "Noll, who (by his own account) has 40": somebody's words inside the clause.
COUNTED = re.compile(
    r"(?<![\w-])(?:account|count|tally|reckoning|estimates?|forecasts?|foresaw|puts?|gives?|gave|according|figures|"
    r"allegedly|reportedly)(?![\w-])"
)
# "…, flanked by (three) lawyers", "the court, packed with (40) villagers".
ATTENDED = re.compile(
    r",\s(?:[a-z]+ly\s)?(?:(?:flanked|surrounded|accompanied|watched|cheered|joined|followed|guarded|heckled|applauded|"
    r"escorted|attended|backed)\sby|(?:packed|crowded|filled|lined|ringed|decked)\swith)\s"
    r"(?:(?:more|fewer|less|at|some|about|around|almost|nearly|over|than|least|the|an?|his|her|its|their)\s){0,4}$"
)
# "told reporters outside the (nine)-storey mill": where they stood.
WHERE_SAID = re.compile(
    r"(?<![\w-])(?:told|tells|telling)\s(?:reporters|journalists|me|us|them|him|her|an?\s[a-z]+\s[a-z]+|the\s[a-z]+|"
    r"[a-z]+s)\s(?:outside|inside|beside|before|in front of|behind|under|aboard|over|across|atop|near|opposite)\s"
    r"(?:[^\s,;:.\x00]{1,30}\s){0,5}$"
)
# "(40) days during which, the post office says, …", "and bring in, the clerk reckons, 40": what is voiced begins there.
VOICED_LATER = re.compile(
    r"(?<![\w-])(?:(?:during|for|of|against|in|on|to|from|by|with|after|under)\swhich|which|who|whom)"
    r"(?:\s[a-z]+){0,2},\s(?P<by>[^,;.\x00]{3,80}),\s"
)
GOES_ON = re.compile(r"\sand\s(?!(?:that|the|an?)\s)[a-z]{2,14}(?:\s[a-z]{2,4})?,\s(?P<by>[^,;.\x00]{3,60}),\s")
# "…, he said, “from toe to neck”", "…, in the words of its receiver, “a pile”": only what is quoted is his.
QUOTED_LATER = re.compile(
    r"[^;\x00“”\"\n]{0,200}?,\s(?P<by>(?:he|she|it|they)\s(?:said|says)|in the words of\s[^,;\x00“”\"]{2,60}),\s[“\"]"
    r"(?=(?:from|in|on|at|by|like|for|with|to|as|out|up|the|an?|his|her|its|their|my|our|just|only|purely)\s)"
)
JUDGED = re.compile(r"(?:found|finds|held|holds|ruled|rules|alleges?|alleged|concluded|concludes|decided)$")


def beside_claim(text: str, bounds: tuple[int, int], figure: tuple[int, int], speaker: str, cue: str) -> bool:
    """Whether a figure of a sentence that somebody claims something in is the author's own.

    text: the text; bounds, figure: offsets of the sentence and of the number in it; speaker, cue: who claims, by
    which words.

    >>> text = "Osk, who kept the lamp for 11 years, lost two boats, he said."
    >>> beside_claim(text, (0, len(text)), (27, 29), "he", "said"), beside_claim(text, (0, 61), (42, 45), "he", "said")
    (True, False)
    """
    (low, high), (start, end) = bounds, figure
    name = speaker.partition(" [")[0]  # "he [Ana Lund]"
    left = text[max(low, start - LONGEST) : start]
    if _in_relative(text, left, figure, high, (name, cue)):
        return True
    if ATTENDED.search(left) or (" " + cue in left and _where_said(left)):
        return True
    later = text[end:high]
    return _voiced_later(later, name) or (
        cue in later and (", “" in later or ', "' in later) and _only_quoted(later, name)
    )


def _in_relative(text: str, left: str, figure: tuple[int, int], high: int, told: tuple[str, str]) -> bool:
    """Whether a number stands in a relative clause that a comma closes, nobody's words in it."""
    if ", " not in left:
        return False
    start, end = figure
    opened = next(reversed(list(RELATIVE.finditer(left))), None)
    closed = CLOSED.match(text, end, high) if opened and "," not in left[opened.end() :] else None
    if not closed or _within_claim(left[: opened.start()], *told):
        return False
    clause = text[start - len(left) + opened.end() : closed.start("comma")]
    if COUNTED.search(clause) or any(KINDS[CUES[cue.group()]] != "ask" for cue in CUE_RE.finditer(clause)):
        return False
    return not _voices(text[closed.end() : min(high, closed.end() + LONGEST)], told[0])


def _within_claim(before: str, name: str, cue: str) -> bool:
    """Whether a relative clause opens within what is said ("Noll said the pier, which …"), unless by a judge."""
    at = before.rfind(f" {cue} ")
    return at >= 0 and name not in before[at:] and not JUDGED.search(cue)


def _voices(rest: str, name: str) -> bool:
    """Whether what follows a comma begins with who speaks: "…, the company said", "…, according to Osk"."""
    if rest.startswith(("according", "as ", "by ", "and ", "but ", "who ", "which ")):
        return True
    told = CUE_RE.search(rest)
    if not told:
        return False
    before = rest[: told.start()].strip()
    if not before:
        return name in rest[told.end() : told.end() + len(name) + 40]
    return before.endswith(name) and not HAS_VERB.search(before)


def _where_said(left: str) -> bool:
    told = WHERE_SAID.search(left)
    return told is not None and not HAS_VERB.search(left, told.start() + 5)


def _voiced_later(later: str, name: str) -> bool:
    """Whether who speaks is named only in a clause behind the number, within its commas."""
    if name not in later:
        return False
    told = [*VOICED_LATER.finditer(later), *GOES_ON.finditer(later)]
    return any(name in one["by"] for one in told)


def _only_quoted(later: str, name: str) -> bool:
    told = QUOTED_LATER.match(later)
    return told is not None and (not told["by"].startswith("in ") or name in told["by"])
