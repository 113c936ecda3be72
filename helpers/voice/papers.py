"""Papers, pictures and signs that say what a participle or a relative clause behind them tells: "a sign that says"."""

import re

from helpers.voice.classes import Span
from helpers.voice.cues import CUE_RE, CUES, TRAITS
from helpers.voice.nouns import DOCUMENTS, alternatives, plural
from helpers.voice.phrases import main_subject

ARTICLE = r"(?:the|an?|one|another|this|its|his|her|their|some|several|two|three)"
PAPER = re.compile(
    rf"(?<![\w’'-])(?P<who>(?:(?i:{ARTICLE}|[\w-]{{1,30}}[’']s)\s(?:(?!{ARTICLE}\s)[\w’'-]{{1,30}}\s){{0,3}}?)?"
    rf"(?i:{alternatives('paper', 'study', 'record')}))"
    r"(?:\s(?:on|at|in|by|from|to|outside|near|of)\s(?:(?:the|an?|its|his|her|their)\s)?[\w’'-]{1,30}){0,2},?\s$"
)
# "issued a statement saying": whoever issues it says so.
ISSUED = re.compile(
    r"(?<![\w-])(?:(?:issu|releas|publish|post|circulat|sign|distribut|shar|tweet)(?:es?|ed|ing)|sends?|sent|wrote|"
    r"writes|puts? out|gave|gives|made|makes)\s$"
)
SIGNS = DOCUMENTS | {plural(noun) for noun in DOCUMENTS}
NEAR = 14  # characters between who issues a paper and the verb that says so
FAR = 100  # characters before the verb in which the paper may stand


def paper_left(text: str, start: int, left: int) -> Span | None:
    """The paper that stands right before a place, what hangs on its noun cut off; None if there is none.

    start: where the sentence or the clause begins; left: the place.

    >>> text = "We read posts by sailors claiming that"; s, e = paper_left(text, 0, 25); text[s:e]
    'posts'
    """
    low = max(start, left - FAR)
    last = text[low:left].lower().replace(",", " ").split()[-8:]
    return match.span("who") if not SIGNS.isdisjoint(last) and (match := PAPER.search(text, low, left)) else None


def teller(text: str, start: int, left: int) -> Span | None:
    """Who tells by a participle at a place that a paper stands before: the paper, or who is said to issue it.

    >>> text = "The board issued a note saying"; s, e = teller(text, 0, 24); text[s:e]
    'The board'
    """
    paper = paper_left(text, start, left)
    issued = ISSUED.search(text, max(0, paper[0] - 20), paper[0]) if paper else None
    if issued and issued.start() < start:
        return None  # the verb of issuing has been read: whoever issued it goes on
    who = main_subject(text, start, left) if issued else None
    far = who and issued.start() - who[1] > NEAR and not text.startswith((", which ", ", who "), who[1])
    return paper if far else who or paper


def before_cue(text: str, who: Span | None) -> Span | None:
    """ "images published by the institute (suggest …)": the phrase ends where another reporting verb begins."""
    for cue in CUE_RE.finditer(text, *who) if who else ():
        if cue.start() > who[0] and CUES[cue.group()] not in TRAITS["noun"]:
            return who[0], cue.start() - 1
    return who
