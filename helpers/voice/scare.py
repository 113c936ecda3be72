"""Scare quotes and titles, told from speech."""

import re

from helpers.voice.beside import Told
from helpers.voice.cues import CUE_RE
from helpers.voice.marks import Mark

WORD = re.compile(r"\w+(?:[’'.-]\w+)*")
TITLED = re.compile(r"(?:titled|entitled|subtitled|headlined|codenamed|code-named|nicknamed|so-called)[,:]?\s*$", re.I)
SURE_TITLE = re.compile(r"(?:headlines?|captioned|hashtag|known as|slogan)[,:]?\s*$", re.I)
TITLE_NOUN = re.compile(
    r"(?:called|named|dubbed|book|novel|film|movie|song|album|single|series|show|play|opera|essay|poem|"
    r"documentary|sitcom|magazine|podcast|"
    r"exhibition|painting|musical|article|report|study|paper|memoir|thriller|comedy|drama|hit|track|ballad|"
    r"programme|program|of|in|the|and|on|"
    r"his|her|their|by|from|for|with|after|like|or|,)[,:]?\s*$",
    re.I,
)
# What stands right before a short quotation that is speech: the cue itself, a copula, a colon.
DIRECT = re.compile(
    rf"(?:[:,–—]|(?<![\w-])(?:is|was|are|were|be|been|being|as|it|him|her|them|us|me|that|a|an|"
    rf"{CUE_RE.pattern})|(?<![\w-])(?:sp(?:eaks?|oke|oken|eaking)|talk(?:s|ed|ing)?|warn(?:s|ed|ing)|complain(?:s|ed|ing)|"
    rf"accus(?:es|ed|ing)(?: [\w’'-]+){{1,3}}) of)\s*$"
)
CALLED = re.compile(r"(?<![\w-])(?:calls?|called|brand(?:s|ed)?|labell?(?:s|ed)?|describe[sd]?)(?: [\w’'-]+){1,4}\s*$")
INSIDE_PHRASE = re.compile(
    r"(?<![\w-])(?:the|a|an|of|his|her|their|its|this|that|these|those|such|any|no|some|"
    r"all|and|or|for|by|in|with|to|more|most|[\w]+ly)\s*$",
    re.I,
)
SMALL = frozenset("a an the of and or in on to for at by from with is as vs. vs but nor la de el le".split())  # noqa: SIM905
STOPS = (".", ",", "?", "!", "…", "—", "–", "-", ";")
FEW = 3  # words


def is_scare(text: str, mark: Mark, told: Told) -> bool:
    """Is a quotation a scare quote or a title rather than speech?"""
    content = text[mark.start : mark.end].strip()
    before = text[max(0, mark.start - 40) : mark.start - 1]
    words = WORD.findall(content[:400])
    if not words:
        return True
    if before.rstrip().rstrip(",:")[-2:].lower() == "ed" and TITLED.search(before):  # all of its words end so
        return True
    if SURE_TITLE.search(before) and told.rule != "after" and mark.closed:
        return True
    if _title_case(words, content) and told.rule != "after" and TITLE_NOUN.search(before):
        return True
    if mark.depth:
        return not (told.rule in ("after", "before") and len(words) > FEW and mark.depth == 1)
    if not told.speaker:
        return _no_speech(content, words, mark)
    return len(words) <= FEW and _part_of_phrase(content, before, told)


def _title_case(words: list[str], content: str) -> bool:
    """Two to twelve words, all but the small ones capital, no full stop."""
    long = [word for word in words if word.lower() not in SMALL]
    return (
        2 <= len(words) <= 12
        and bool(long)
        and all(w[0].isupper() or w[0].isdigit() for w in long)
        and content[-1] not in ".;"
    )


def _no_speech(content: str, words: list[str], mark: Mark) -> bool:
    """Without a speaker only what reads like a sentence is speech."""
    if not mark.closed:
        return len(words) <= FEW
    sentence = (
        content[0].isupper()
        and content.endswith((".", "?", "!", "…", ","))
        and not _title_case(words, content.rstrip(".,"))
    )
    if len(words) <= FEW:
        return not (sentence and content[-1] in "?!.," and len(words) > 1)
    return not sentence and (
        _title_case(words, content) or (content[0].islower() and not content.endswith(STOPS)) or len(words) < 6
    )


def _is_name_for(content: str, before: str) -> bool:
    """ "called the march “a disgrace”", "called the marchers “sheer wreckers”", not "called the “old guard” home"."""
    return content.startswith(("a ", "an ")) or (" " in content and not INSIDE_PHRASE.search(before))


def _part_of_phrase(content: str, before: str, told: Told) -> bool:
    """Is a short quotation only a word or two of the author's own phrase?"""
    if told.rule == "after":
        return not content.endswith(STOPS) and INSIDE_PHRASE.search(before) is not None
    if told.rule == "before" and CALLED.search(before) and _is_name_for(content, before):
        return False
    if told.rule in ("before", "announced"):
        return not (content.endswith((".", "?", "!")) and content[0].isupper()) and not DIRECT.search(before)
    return not (content.endswith((".", "?", "!")) and content[0].isupper() and len(WORD.findall(content)) > 1)
