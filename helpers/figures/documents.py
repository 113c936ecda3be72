"""The document that holds a number: "A leaked list has nine names", "The plan, a page long, lists 40"."""

import re

from helpers.figures.words import word_set
from helpers.voice.credible import STUDY
from helpers.voice.documents import document_left

STARTS = r"(?:^[\"“]?|[,;:—–]|(?<![\w-])(?:while|and|but|whereas|that|which|said|says)(?![\w-]))\s*"
HAS = r"(?:(?:has|have|had|also|once|now|then|later|already|so far)\s){0,2}"
LOOSE = r"(?:[a-z]+\s){0,3}$"  # "(at) somewhat under": what may stand between the word that tells and the number
# A document is asked what it holds: "A leaked list has nine names", "The plan, a page long, lists 40"; none but a list
# has or holds anything.
DOCUMENT = (
    r"(?P<who>(?:the|an?|its|their|his|her|our|one|another|this|[\w-]+[’']s)\s(?:[\w’'-]+\s){0,3}?"
    r"(?:(?P<list>(?<![\w-])(?:lists?|databases?|dossiers?|logs?|inventory|registers?|ledgers?|records?|spreadsheets?|"
    rf"letters?|files?|census|audits?|polls?|surveys?)(?![\w-]))|{STUDY.pattern})"
    r"(?:\s(?:of|by|from|in|for|into|on|at|beside|behind|near|outside|inside)\s(?:the\s|an?\s)?[\w-]+(?:\s[A-Z][\w-]*)?){0,2})"
)
HELD = (
    rf"\s{HAS}(?P<cue>lists|listed|names|named|contains|counts|gives|gave|mentions|puts?|estimated|"
    r"uncovered|identified|exposed|detected|turned up|traced|logged|recorded|counted|"
    r"(?(list)(?:has|had|holds|carries)|lists))\s"
    rf"(?!(?:them|him|her|us|me|you)\s$)(?:(?:[\w’'-]+,?\s){{1,8}}(?:at|as)\s)?{LOOSE}"
)
HOLDS = re.compile(rf"{STARTS}{DOCUMENT}(?:,\s[^;()]{{3,100}},)?{HELD}", re.I)
# "They relied on an audit that put the loss at 40": no clause has to begin with it.
THAT_HOLDS = re.compile(rf"(?<![\w’'-]){DOCUMENT},?\s(?:that|which){HELD}", re.I)
PARTS = re.compile(
    r"\s(?:[a-z]+\s)?(?:pages|lines|rows|columns|tabs|chapters|sections|clauses|paragraphs|words|questions|items)(?![\w-])"
)
HELD_BY_ANY = re.compile(
    rf"\s{HAS}(?P<cue>lists?|listed|names|named|contains|counts|counted|gives?|gave|mentions?|mentioned|puts?|"
    r"estimated|identif(?:y|ies|ied)|detected|logs|logged|records|recorded|documents?|documented|shows?|"
    r"showed|found|finds|caught|captured|states?|stated|cites?|cited)\s"
    rf"(?!(?:them|him|her|us|me|you)\s$)(?:(?:[\w’'-]+,?\s){{1,8}}(?:at|as)\s)?{LOOSE}"
)
HOLDING = word_set(  # their verbs: without one of them close by no document is asked
    "lists listed has had holds names named contains counts carries gives gave mentions put puts estimated uncovered "
    "identified exposed detected up traced logged recorded counted list give mention mentioned identify "
    "identifies logs records document documents documented show shows showed found finds caught captured state states "
    "stated cite cites cited"
)


def document_of(left: str, right: str) -> tuple[str, str] | None:
    """The document and its verb right before a number; None where nothing holds it.

    left, right: the sentence on either side of the number.

    >>> document_of("The leaked list names ", " firms."), document_of("The report has ", " pages.")
    (('The leaked list', 'names'), None)
    """
    if HOLDING.isdisjoint(left.lower().split()[-7:]) or PARTS.match(right):
        return None
    told = HOLDS.search(left) or THAT_HOLDS.search(left)
    if told:
        return told["who"], told["cue"]
    held = HELD_BY_ANY.search(left)
    while held:
        who = document_left(left, 0, held.start() + 1)
        if who:
            return left[slice(*who)], held["cue"]
        held = HELD_BY_ANY.search(left, held.start() + 1)
    return None
