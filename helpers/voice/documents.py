"""Papers, studies and counts that claim something themselves, with whatever hangs on their noun."""

import re

from helpers.voice.acts import auxiliary_start
from helpers.voice.classes import AUXILIARY, HAS_VERB, PREPOSITION, PRONOUN, VERB, Span
from helpers.voice.cues import CUE_RE, CUES, TRAITS, tree_pattern
from helpers.voice.nouns import DOCUMENTS, NOUNS, alternatives, plural
from helpers.voice.papers import ARTICLE
from helpers.voice.subjects import subject_left

NOUN = alternatives("paper", "study", "record", "outcome")
SIGNS = frozenset(form for noun in DOCUMENTS | NOUNS["outcome"] for form in (noun, plural(noun)))
# What ends the words before the noun of a paper: "he said | court records", "the mayor burned | the letter".
JOINTS = (
    "and|or|but|that|which|whose|whom|as|if|when|while|then|than|so|not|yet|because|although|though|whether|how|why|"
    "where|what|Yet|But|And|So|While|When|As|If|Then|Because|Although|Though|In|On|At|By|Of|For|From|With|To|After|"
    "Before|Since|Until|During|Under|Even|Still|Meanwhile|However"
)
NO_MODIFIER = tree_pattern(word for word in f"{VERB}|{PRONOUN}|{PREPOSITION}|{JOINTS}".split("|") if word.isalpha())
NAMED = (
    rf"(?:(?i:{ARTICLE}|each|every|that|these|those|our|my)\s|[\w-]{{1,30}}(?:[’']s|s[’'])\s)?"
    rf"(?:(?!(?:{NO_MODIFIER}|{ARTICLE})\s)[\w’'.&-]{{1,30}}\s){{0,4}}?(?i:{NOUN})(?![\w’'-])"
)
PARTICIPLE = (
    r"(?:carried out|[a-z]{2,14}ed|kept|made|drawn|seen|sent|held|taken|shown|written|put|set|built|lent|read|given|"
    r"shot|sold|known|circulating|due)"
)
CLAUSE = r"\s(?P<bare>(?:(?:the|an?|its|his|her|their)\s[a-z]|[A-Z]|he\s|she\s|they\s|it\s|we\s|I\s)[^,.;:\x00]{2,80}"
# What hangs on the noun of a paper: "obtained by the Gull", "on river safety", "(that) the board refused to discuss".
HANGS_ON = (
    rf"(?:\s(?:[a-z]+ly\s|first\s)?(?:{PARTICIPLE}|dated|covering|out|{PREPOSITION})\s[^,.;:\x00]{{2,100}}|{CLAUSE})|"
    r",?\s(?:that|which)\s[^,.;:\x00]{4,100},?|,\s(?:an?|the)\s[^;:\x00]{4,80},)"
)
WHOLE = re.compile(rf"(?<![\w’'-])(?<!\d,)(?<!\d\.)(?P<who>{NAMED})(?P<rest>{HANGS_ON})?\s$")
RIGHT = re.compile(
    rf"\s(?P<who>{NAMED})(?=\s*(?:[.,;:!?\x00]|$)|\s{PARTICIPLE}\s(?:by|in|for|to|on|with|last|under|at|from|among|"
    rf"round|alongside|ahead|as|after|before|during)(?![\w-])|\s(?:dated|that|which|{PREPOSITION})\s|"
    rf"{CLAUSE}?(?:ed|has|have|had)(?![\w-])))"
)
FINITE = re.compile(r"(?<![\w-])(?:[a-z]{2,14}ed|wants?|sent|wrote|drew)(?![\w-])")
# A paper behind these is no subject, and none goes on behind these to its verb.
BEFORE = re.compile(rf"(?<![\w-])(?i:{PREPOSITION}|who|which|whom|{AUXILIARY})\s$")
OPEN_END = re.compile(
    rf"(?<![\w-])(?:who|which|that|whom|and|or|but|as|the|an?|its|{PREPOSITION}|{PRONOUN}|{AUXILIARY})\s$"
)
OTHER_CLAUSE = re.compile(
    r"\s(?:because|when|while|if|although|though|unless|but|(?:after|before) (?:he|she|they|it|we|I|the))\s|.\sthat\s"
)
OF_WHOM = re.compile(r"\s(?:by|from|of)(?:\s(?!(?:that|which|who|in|on|at|to|for)\s)[\w’'&.-]{1,30}){1,7}")
SEVERAL = re.compile(r"(?:the|an?|its|their|his|her|our|one|[\w-]{1,30}[’']s)\s|.{0,80}(?:s|data)$", re.I)
WIDE = 220  # characters before a verb in which its paper may stand with what hangs on its noun
NEXT = 100  # characters behind a noun in which its verb may stand


def _holds(text: str, start: int, end: int) -> bool:
    """Whether the noun of a paper stands in text[start:end]."""
    words = text[start:end].lower().replace(",", " ").replace(".", " ").split()
    return not SIGNS.isdisjoint(words)


def _is_title(name: str) -> bool:
    """Whether the noun of a paper is a name's last word: "the Orr Ledger"."""
    before, _, last = name.rpartition(" ")
    return bool(before) and last[0].isupper()


def document_left(text: str, start: int, left: int, *, bare: bool = False) -> Span | None:
    """The paper that is the subject of a verb at a place, told with what hangs on its noun; None if there is none.

    start: where the sentence or the clause begins; left: where the verb does; bare: nothing need hang on it.

    >>> text = "But a poll the board itself ordered found"; s, e = document_left(text, 0, 36); text[s:e]
    'a poll'
    """
    low = max(start, left - WIDE)
    if not _holds(text, low, left) or OPEN_END.search(text, max(low, left - 12), left):
        return None
    for match in WHOLE.finditer(text, low, left):
        rest, own = match["rest"] or "", match["bare"]
        if OTHER_CLAUSE.search(rest) or _is_title(match["who"]):
            continue
        if not rest and not (bare and SEVERAL.match(match["who"])):
            continue
        if own and not (HAS_VERB.search(own) or FINITE.search(own)):
            continue  # "in a report the ministry (said)"
        if BEFORE.search(text, max(low, match.start() - 14), match.start()):
            return None
        whose = OF_WHOM.match(rest)  # a part of its name
        return match.start("who"), match.end("who") + (whose.end() if whose else 0)
    return None


def document_right(text: str, start: int, end: int) -> Span | None:
    """The paper that begins right at a place, behind an inverted verb of telling; None if there is none.

    >>> text = "says a report the board has posted."; s, e = document_right(text, 4, len(text)); text[s:e]
    'a report'
    """
    match = RIGHT.match(text, start, end) if _holds(text, start, min(end, start + NEXT)) else None
    return match.span("who") if match and not _is_title(match["who"]) else None


PAPERS_SAY = TRAITS["inverted"] | {"suggest", "find", "show", "indicate", "conclude", "state", "reveal"}


def paper_inverted(text: str, right: int, end: int, lemma: str) -> Span | None:
    """The paper behind a verb that ends at `right` and may tell what a paper does: "…, suggests (a survey)"."""
    return document_right(text, right, end) if lemma in PAPERS_SAY else None


def subject_of(text: str, start: int, left: int) -> tuple[Span, Span] | tuple[None, None]:
    """The subject that ends at a place, and its head, with which the verb agrees: a paper without what hangs on it."""
    who, paper = subject_left(text, start, left), document_left(text, start, left)
    if who and text.startswith(("According to ", "according to "), who[0]):
        return None, None  # what follows is part of the source's name
    if not who:
        paper = paper or document_left(text, start, left, bare=True)
    if paper and (not who or paper[0] < who[0]):
        return paper, paper  # "a poll the board itself ordered (found)"
    return who, paper if paper and paper[0] == who[0] else who


OBJECT = re.compile(r"\s(?:that|\d|the|an?|some|about|only|at|over|under|up|no|more|fewer|nearly|almost)(?![\w-])")


def _is_verb(text: str, cue: re.Match) -> bool:
    """Whether a form of a verb of telling that is a noun as often is the verb: "records state that"."""
    lemma = CUES[cue.group()]
    return lemma not in TRAITS["noun"] or (cue.group() == lemma and OBJECT.match(text, cue.end()) is not None)


DONE = frozenset(
    ("filed", "published", "released", "posted", "leaked", "shared", "shown", "seen", "submitted", "presented",
     "signed", "written", "issued", "circulated", "read", "sent", "quoted", "cited", "tabled")
)  # fmt: skip
DONE_NEXT = re.compile(r"\s(?:by|to|in|on|with|at|last|this|under|for|from|during|after|alongside|ahead|as)\s")


def is_no_verb(text: str, start: int, left: int, right: int) -> bool:
    """Whether text[left:right] is a paper's noun, or says what was done to it: "an analysis filed in court (said)".

    start: where the sentence or the clause begins.

    >>> text = "An analysis filed in court said that"; is_no_verb(text, 0, 12, 17), is_no_verb(text, 0, 27, 31)
    (True, False)
    """
    form = text[left:right]
    if form in DONE and DONE_NEXT.match(text, right):
        last = text[max(start, left - 24) : left].lower().split()
        return bool(last) and last[-1] in SIGNS
    inverted = text.endswith(", ", start, left) and document_right(text, right, len(text))
    if form not in SIGNS or CUES[form] not in TRAITS["noun"] or inverted:
        return False
    for cue in CUE_RE.finditer(text, right, right + NEXT):
        if "," in text[right : cue.start()]:
            return False
        paper = document_left(text, start, auxiliary_start(text, right, cue.start()), bare=True)
        if paper and paper[0] <= left and right <= paper[1] and _is_verb(text, cue):
            return True
    return False


PUTS = re.compile(r"\s(?:puts?|suggests?|suggested|shows?|indicates?|ranges?|ranged|var(?:y|ies|ied)|points?)\s")
OBTAINED = re.compile(
    r"\s(?:[a-z]{2,14}ed|seen|kept|held|shown|drawn|sent|taken|made)\s(?:by|on|in|to|for|at|with|last|from|"
    r"under)\s|\sdated\s"
)


def is_told_of(text: str, right: int) -> bool:
    """Whether a verb or a participle follows at a place, so that what stands before it is a noun.

    >>> is_told_of("flight records obtained by the Gull", 14), is_told_of("the firm records a loss", 16)
    (True, False)
    """
    return PUTS.match(text, right) is not None or OBTAINED.match(text, right) is not None
