"""Scare quotes and titles, told from speech."""

import re

from helpers.voice.beside import Told
from helpers.voice.cues import CUE_RE
from helpers.voice.marks import Mark

WORD = re.compile(r"\w+(?:[’'.-]\w+)*")
TITLED = re.compile(r"(?:titled|entitled|subtitled|headlined|codenamed|code-named|nicknamed|so-called)[,:]?\s*$", re.I)
SURE_TITLE = re.compile(
    r"(?:headlines?|captioned|hashtag|known as|(?:slogan|motto|catchphrase)s?(?: (?:is|was|of))?)[,:?]?\s*$", re.I
)
# "just tick “Morning news”": what stands on a page, a key or a sign.
PRESSED = re.compile(
    r"(?<![\w-])(?:tick|click|press|tap|select|type|search for|labell?ed|marked|stamped|filed under)(?: on| in)?\s*$",
    re.I,
)
NAME_IS = re.compile(r"(?<![\w-])names?(?: of(?: [\w’'-]+){1,5})? (?:is|was|are|were|will be)\s*$", re.I)
# "“Mind the gap.” posters": a noun of which the quotation is the name follows at once.
NAMED_NOUN = re.compile(
    r"[”\"’'] (?:(?!(?:the|an?|his|her|its|their|this|that|one|on|in|as|and|or|of|for|with|from|by|to) )[a-z-]+ )?"
    r"(?:campaign|slogan|motto|song|sign|poster|banner|hashtag|video|clip|game|series|book|film|movie|tour|"
    r"album|single|project|program|programme|initiative|scheme|brand|label|button|icon|option|tab|link|menu|"
    r"category|award|prize|meme|sticker|badge|mug|hat|cap|T-shirt|t-shirt)s?(?![\w-])"
)
TITLE_NOUN = re.compile(
    r"(?<![\w-])(?:called|named|dubbed|book|novel|film|movie|song|album|single|series|show|play|opera|essay|poem|"
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
COPULA = re.compile(r"(?<![\w-])(?:is|was|are|were|be|been|being|[a-z]{2,5}n[’']t)(?: [a-z]{2,12}ly| not)?\s*$")
# "would “mend” it", "to “pave the way”": the quotation is the verb of what was said.
MODAL = re.compile(r"(?<![\w-])(?:would|will|could|can|cannot|might|may|must|shall|should|won[’']t)\s*$")
# "accused them of backing “armed gangs”", "it was his “duty”", "what it calls a “core” service": somebody's word.
CHARGED = re.compile(
    r"(?<![\w-])accus(?:es|ed|ing)(?: [\w’'.-]+){1,8} of(?: [a-z]+ing)?\s*$|"
    r"(?<![\w-])(?:is|was|are|were|be|been) (?:his|her|their|its|my|our)\s*$|"
    r"(?<![\w-])[Ww]hat (?:it|he|she|they|the [a-z]+|[A-ZÀ-Þ][\w ’-]{1,60}) (?:[a-z]+ ){0,3}(?:as )?"
    r"(?:(?:an?|the|his|her|its|their) )?$"
)
NEEDED = re.compile(
    r"(?<![\w-])(?:needs?|needed|have|has|had|ought|must|supposed|ready|free|going|able|not|never) to\s*$"
)
INFINITIVE = re.compile(r"(?<![\w-])(?:to|not|never)\s*$")
ARTICLE_END = re.compile(r"(?<![\w-])(?P<copula>(?:is|was|are|were|be|been|being|as|of) )?(?:an?|the)\s*$")
NOUN_NEXT = re.compile(
    r"[”\"’'] (?!(?:and|or|but|of|in|on|at|by|for|to|from|with|that|who|which|when|while|as|is|was|has|had)\s)[a-z]"
)
# A word that a label does not begin with, but a stretch of somebody's sentence does: "every last boat", "more than 90".
OWN_START = re.compile(
    r"(?:an?|every|each|no|any|some|many|several|few|more|less|fewer|at|about|around|nearly|almost|just|only|all|never|not|"
    r"to|in|on|by|with|without|for|from|very|too|so|as|much|far|my|our|your|his|her|their|its|this|that|these|those|there|"
    r"it|he|she|they|we|I|you|is|was|are|were|be|been|will|would|can|could|cannot)\s"
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
    before = text[max(0, mark.start - 80) : mark.start - 1]
    words = WORD.findall(content[:400])
    if not words:
        return True
    if before.rstrip().rstrip(",:")[-2:].lower() == "ed" and TITLED.search(before):  # all of its words end so
        return True
    led_in = told.rule == "after" and not content.endswith(",") and SURE_TITLE.search(before)
    if led_in or (told.rule != "after" and mark.closed and _is_named(text, mark, before, content)):
        return True
    if _title_case(words, content) and _inside_title(told, before):
        return True
    if told.rule != "after" and 1 < len(words) < 7 and _is_label(content, before, text[mark.end : mark.end + 40]):
        return True
    if mark.depth:
        return not (told.rule in ("after", "before") and len(words) > FEW and mark.depth == 1)
    if not told.speaker:
        return _no_speech(content, words, mark)
    return len(words) <= FEW and _part_of_phrase(content, before, text[mark.end : mark.end + 40], told)


def _is_label(content: str, before: str, after: str) -> bool:
    """ "defended the “use it or lose it” rule": an article in front and a noun behind, of which it is the name."""
    article = ARTICLE_END.search(before)
    lower = content[0].islower() and content[-1] not in STOPS
    return bool(lower and article and not article["copula"] and NOUN_NEXT.match(after))


def _is_named(text: str, mark: Mark, before: str, content: str) -> bool:
    """Does what stands beside a quotation say that it is a slogan, the name of something or a key to press?"""
    if SURE_TITLE.search(before) or PRESSED.search(before) or (content[0].isupper() and NAME_IS.search(before)):
        return True
    return content[-1] != "," and NAMED_NOUN.match(text, mark.end) is not None


def _inside_title(told: Told, before: str) -> bool:
    """May what stands before a quotation lead in a title? Before "said Ana Lund" only "the" and the like may."""
    return (INSIDE_PHRASE if told.rule == "after" else TITLE_NOUN).search(before) is not None


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


def _part_of_phrase(content: str, before: str, after: str, told: Told) -> bool:
    """Is a short quotation only a word or two of the author's own phrase?"""
    if told.rule == "after":
        return not content.endswith(STOPS) and INSIDE_PHRASE.search(before) is not None
    if told.rule == "before" and CALLED.search(before) and _is_name_for(content, before):
        return False
    if content.endswith((".", "?", "!")) and content[0].isupper():
        alone = before.rstrip()[-1:] in ('.', '!', '?', '"', '”', "’", "")  # "“Half of it,” she says. “Half!”"
        return not alone and told.rule not in ("before", "announced") and len(WORD.findall(content)) < 2
    alone = before.rstrip(" \t")[-1:] in ("", "\n") and after.lstrip("”’\"' \t")[:1] in ("", "\n")
    if told.rule == "echo" and alone:
        return False  # a subhead that is a quotation throughout
    if told.rule not in ("before", "announced", "echo"):
        later = told.rule == "later" and (COPULA.search(before) or MODAL.search(before))
        return not (later or (COPULA.search(before) and " " in content))
    if any(letter.isdigit() for letter in content) or CHARGED.search(before) or NEEDED.search(before):
        return False
    article = ARTICLE_END.search(before)
    if article and not article["copula"] and NOUN_NEXT.match(after):
        return True
    if DIRECT.search(before) or (article and article["copula"]):
        return False
    return not (MODAL.search(before) or (content[0].islower() and _is_stretch(content, before)))


def _is_stretch(content: str, before: str) -> bool:
    """Does a short quotation read like a stretch of somebody's sentence rather than like a label?"""
    if content.count(" ") > 1 or OWN_START.match(content):
        return True
    return " " in content and INFINITIVE.search(before) is not None
