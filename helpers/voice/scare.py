"""Scare quotes and titles, told from speech."""

import re

from helpers.voice.beside import Told
from helpers.voice.cues import CUES
from helpers.voice.marks import Mark


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


WORD = re.compile(r"\w+(?:[’'.-]\w+)*")
# Words right before what is a title, a name, or stands on a page, a key or a sign: "just tick “Morning news”".
NAMING = _set(
    "headline headlines captioned hashtag slogan slogans motto mottos catchphrase catchphrases tick click press tap "
    "select type labelled labeled label marked stamped"
)
TITLED = _set("titled entitled subtitled headlined codenamed code-named nicknamed so-called")
# The same with one word more: "known as", "the slogan was", "filed under".
NAMING_TWO = {
    "as": ("known",), "for": ("search",), "under": ("filed",), "on": ("click", "tap"), "of": ("slogan", "motto"),
    "is": ("slogan", "motto", "catchphrase", "name"), "was": ("slogan", "motto", "catchphrase", "name"),
}  # fmt: skip
# "“Mind the gap.” posters": a noun of which the quotation is the name follows at once.
NAMED_NOUN = re.compile(
    r"[”\"’'] (?:(?!(?:the|an?|his|her|its|their|this|that|one|on|in|as|and|or|of|for|with|from|by|to) )[a-z-]+ )?"
    r"(?:campaign|slogan|motto|song|sign|poster|banner|hashtag|video|clip|game|series|book|film|movie|tour|"
    r"album|single|project|program|programme|initiative|scheme|brand|label|button|icon|option|tab|link|menu|"
    r"category|award|prize|meme|sticker|badge|mug|hat|cap|T-shirt|t-shirt)s?(?![\w-])"
)
# Words right before what is a title if it is written as one.
TITLE_WORDS = _set(
    "theme called named dubbed book novel film movie song album single series show play opera essay poem documentary "
    "sitcom magazine podcast exhibition painting musical article report study paper memoir thriller comedy drama hit "
    "track ballad programme program of in the and on his her their by from for with after like or"
)
# What is done with a song or a book: "after playing “Read the Rain,” he said".
PERFORMING = _set(
    "hitting playing performing singing covering recording reading watching staging including featuring sings sang "
    "sing played plays performed performs"
)
HEARD = _set("hear sing play perform expect")
# “Read the Rain,” (“Cold Harbour” and “Long Barge Home”): titles stand beside titles.
LISTED_BEFORE = re.compile(r"[“\"](?P<title>[^“”\"]{2,60}),?[”\"],? (?:and |or )?$")
LISTED_AFTER = re.compile(r"[”\"],? (?:and |or )?[“\"](?P<title>[^“”\"]{2,60})[”\"]")
CALLED = re.compile(r"(?<![\w-])(?:calls?|called|brand(?:s|ed)?|labell?(?:s|ed)?|describe[sd]?)(?: [\w’'-]+){1,4}\s*$")
INSIDE_WORDS = _set(
    "the a an of his her their its this that these those such any no some all and or for by in with to more most"
)
BEING = _set("is was are were be been being")
MODALS = _set("would will could can cannot might may must shall should won’t won't")
NEEDING = _set("need needs needed have has had ought must supposed ready free going able not never")
# Words right before a short quotation that is speech, a reporting verb apart.
DIRECT_WORDS = BEING | _set("as it him her them us me that a an")
SPEAKING = _set("speak talk warn complain")
# "accused them of backing “armed gangs”", "it was his “duty”", "what it calls a “core” service": somebody's word.
CHARGED = re.compile(
    r"(?<![\w-])accus(?:es|ed|ing)(?: [\w’'.-]+){1,8} of(?: [a-z]+ing)?\s*$|(?<![\w-])(?:is|was|are|were|be|been) "
    r"(?:his|her|their|its|my|our)\s*$|(?<![\w-])[Ww]hat (?:it|he|she|they|the [a-z]+|[A-ZÀ-Þ][\w ’-]{1,60}) (?:[a-z]+ "
    r"){0,3}(?:as )?(?:(?:an?|the|his|her|its|their) )?$"
)
NOUN_NEXT = re.compile(
    r"[”\"’'] (?!(?:and|or|but|of|in|on|at|by|for|to|from|with|that|who|which|when|while|as|is|was|has|had)\s)[a-z]"
)
# A word that a label does not begin with, but a stretch of somebody's sentence does: "every last boat", "more than 90".
OWN_START = _set(
    "a an every each no any some many several few more less fewer at about around nearly almost just only all never "
    "not to in on by with without for from very too so as much far my our your his her their its this that these those "
    "there it he she they we I you is was are were be been will would can could cannot"
)
SMALL = _set("a an the of and or in on to for at by from with is as vs. vs but nor la de el le")
STOPS = (".", ",", "?", "!", "…", "—", "–", "-", ";")
FEW = 3  # words
LABEL = 6  # words that a name before a noun may have


def is_scare(text: str, mark: Mark, told: Told) -> bool:
    """Is a quotation a scare quote or a title rather than speech?"""
    content = text[mark.start : mark.end].strip()
    words = WORD.findall(content[:400])
    if not words:
        return True
    before, after = text[max(0, mark.start - 80) : mark.start - 1], text[mark.end : mark.end + 40]
    pair = _last_two(before)
    speech = told.rule == "after" and content[-1] == ","
    if pair[1] in TITLED or (mark.closed and not speech and _is_named(content, pair, after, told)):
        return True
    if _title_case(words, content) and (pair[1] in PERFORMING or _in_titles(text, mark, told)):
        return True
    # before "said Ana Lund" only "the" and the like may lead in a title
    leads_in = _is_inside(before, pair[1]) if told.rule == "after" else pair[1] in TITLE_WORDS
    if leads_in and _title_case(words, content):
        return True
    if told.rule != "after" and 1 < len(words) <= LABEL and _is_label(content, pair, after):
        return True
    if mark.depth:
        return not (told.rule in ("after", "before") and len(words) > FEW and mark.depth == 1)
    if not told.speaker:
        return _no_speech(content, words, mark)
    return len(words) <= FEW and _part_of_phrase(content, before, pair, after, told)


def _last_two(before: str) -> tuple[str, str]:
    """The last two words before a quotation in lower case, stops cut off."""
    words = before.rstrip(" \t\n,:?").lower().rsplit(None, 2)
    return (words[-2] if len(words) > 1 else ""), (words[-1] if words else "")


def _is_named(content: str, pair: tuple[str, str], after: str, told: Told) -> bool:
    """Does what stands beside a quotation say that it is a slogan, the name of something or a key to press?"""
    if pair[1] in NAMING or pair[0] in NAMING_TWO.get(pair[1], ()):
        return True
    return told.rule != "after" and content[-1] != "," and NAMED_NOUN.match(after) is not None


def _is_label(content: str, pair: tuple[str, str], after: str) -> bool:
    """ "defended the “use it or lose it” rule": an article in front and a noun behind, of which it is the name."""
    if pair[1] not in ("a", "an", "the") or _is_predicate(pair) or content[-1] in STOPS:
        return False
    return content[0].islower() and NOUN_NEXT.match(after) is not None


def _is_predicate(pair: tuple[str, str]) -> bool:
    """Whether an article stands behind a copula or the like: "is a", "as the"."""
    return pair[0] in BEING or pair[0] in ("as", "of")


def _is_inside(before: str, last: str) -> bool:
    """Whether a phrase goes on where the quotation begins."""
    return (last in INSIDE_WORDS or last.endswith("ly")) and before.rstrip()[-1:].isalpha()


def _title_case(words: list[str], content: str) -> bool:
    """Two to twelve words, all but the small ones capital, no full stop."""
    long = [word for word in words if word.lower() not in SMALL]
    return (
        2 <= len(words) <= 12
        and bool(long)
        and all(w[0].isupper() or w[0].isdigit() for w in long)
        and content[-1] not in ".;"
    )


def _in_titles(text: str, mark: Mark, told: Told) -> bool:
    """Whether a quotation stands in a list of titles that nobody says, whatever may be heard in it."""
    if told.rule == "after" or (told.rule == "before" and CUES.get(told.cue) not in HEARD):
        return False
    left = LISTED_BEFORE.search(text, max(0, mark.start - 70), mark.start - 1)
    beside = left or LISTED_AFTER.match(text, mark.end)
    return beside is not None and _title_case(WORD.findall(beside["title"]), beside["title"].rstrip(","))


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


def _part_of_phrase(content: str, before: str, pair: tuple[str, str], after: str, told: Told) -> bool:
    """Is a short quotation only a word or two of the author's own phrase?"""
    first, last = pair
    if told.rule == "after":
        return not content.endswith(STOPS) and _is_inside(before, last)
    if content.endswith((".", "?", "!")) and content[0].isupper():
        alone = before.rstrip()[-1:] in (".", "!", "?", '"', "”", "’", "")  # "“Half of it,” she says. “Half!”"
        return not alone and told.rule not in ("before", "announced") and len(WORD.findall(content)) < 2
    alone = before.rstrip(" \t")[-1:] in ("", "\n") and after.lstrip("”’\"' \t")[:1] in ("", "\n")
    if told.rule == "echo" and alone:
        return False  # a subhead that is a quotation throughout
    adverb = last.endswith("ly") or last == "not"
    predicate = last in BEING or last.endswith(("n’t", "n't")) or (first in BEING and adverb)
    if told.rule not in ("before", "announced", "echo"):
        later = told.rule == "later" and (predicate or last in MODALS)
        return not (later or (predicate and " " in content))
    return not _is_told(content, before, pair, after, told)


def _is_told(content: str, before: str, pair: tuple[str, str], after: str, told: Told) -> bool:
    """Is a short quotation behind a reporting verb what was said rather than a label in it?"""
    first, last = pair
    if told.rule == "before" and CALLED.search(before) and _is_name_for(content, before, last):
        return True
    if any(letter.isdigit() for letter in content) or CHARGED.search(before):
        return True
    if last in ("a", "an", "the") and (_is_predicate(pair) or last != "the" or NOUN_NEXT.match(after)):
        return _is_predicate(pair) or not NOUN_NEXT.match(after)
    cue = before.rstrip().endswith(last) and (last in CUES or f"{first} {last}" in CUES)  # no name: "the United States"
    if cue or last in DIRECT_WORDS or before.rstrip().endswith((":", ",", "–", "—")):
        return True
    if last in MODALS or (last == "to" and first in NEEDING) or (last == "of" and CUES.get(first) in SPEAKING):
        return True
    stretch = content.count(" ") > 1 or content.partition(" ")[0] in OWN_START
    return content[0].islower() and " " in content and (stretch or last in ("to", "not", "never"))


def _is_name_for(content: str, before: str, last: str) -> bool:
    """ "called the march “a disgrace”", "called the marchers “sheer wreckers”", not "called the “old guard” home"."""
    return content.startswith(("a ", "an ")) or (" " in content and not _is_inside(before, last))
