"""The poll that a share or a lead is told of: "a poll out on Monday had Holm ahead", "47 percent in a survey"."""

import re

from helpers.figures.words import word_set
from helpers.voice.clauses import clause_told, hangs

SIGNS = ("poll", "survey", "census", "study", "questionnaire")  # without one of them no poll is told of by its noun
NOUN = r"(?:polls?|polling|surveys?|census|study|questionnaire)(?![\w-])"
# "In last week's Courier poll, 61 per cent …": the poll tells every share up to a semicolon.
OPENING = re.compile(
    r"[\"“]?(?:But |And |Yet )?In (?:(?:an?|the) (?:latest |newest |first |second |last )?(?:round|batch|wave) of )?"
    rf"(?P<who>(?:[\w’'./&-]+\s){{0,6}}?{NOUN})(?:\s(?:of|among|in|on|by|for|from|last|this|before|after|since|"
    r"released|published|taken|conducted)\s[^,;:]{2,60})?,\s[^;]{0,200}$|"
    rf"[\"“]?(?:But |And |Yet )?In (?P<bare>(?:[\w’'./&-]+\s){{0,6}}?{NOUN})\s$"
)
# "a Courier poll released on Monday found Holm leading Noll, 47 percent", "polls have had Holm ahead by 4 points".
VERB = (
    r"(?:found|finds?|show(?:s|ed|n)?|suggest(?:s|ed)?|indicat(?:es?|ed)|puts?|gives?|gave|record(?:s|ed)|"
    r"register(?:s|ed)|"
    r"(?:have |has )?had(?=\s(?:him|her|them|the|[A-Z])))"
)
TOLD_BY = re.compile(
    rf"(?<![\w-])(?P<noun>{NOUN})(?:,?\s(?:released|published|taken|conducted|commissioned|carried out|out|of|by|from|"
    rf"for|in|on|among|this|last|earlier|which)\s[^;:]{{2,80}}?)?,?\s(?P<verb>{VERB})\s(?!that\s)[^;]{{0,200}}$"
)
# "Gallup found Holm leading Noll by 4 points": whoever finds rivals level or apart has polled.
RIVALS_TOLD = re.compile(
    r"(?<![\w.’'-])(?P<who>[A-Z][\w’'&/-]*(?:\s[A-Z][\w’'&/-]*){0,3})\s(?:found|finds|had|has|showed|shows|gave|gives)\s"
    r"(?:(?:Mr|Mrs|Ms|Dr|Sen|Gov)\.?\s)?(?:[A-Z][\w’'-]*\s){1,3}(?:(?:and|&)\s(?:[A-Z][\w’'-]*\s){1,3})?(?:[a-z]+ly\s|"
    r"just\s|still\s)?(?:leading|trailing|ahead|behind|tied|up|down|beating|winning|edging|level|at(?=\s(?:\d|$)))"
    r"[^;]{0,200}$"
)
# "35 percent in a survey released on Monday": the poll stands behind.
BEHIND = re.compile(
    r"[^.,;:!?\"“”]{0,60}?\s(?:in|by)\s(?P<who>(?:an?|another|one|that|the (?:latest|newest|same|most recent|new))\s"
    r"(?:[\w’'./&-]+\s){0,6}?(?:poll|survey)(?![\w-]))"
)
NO_NAME = word_set(
    "in on at by of from after before since to for with as when while but and yet or that than if although though "
    "where because says said say"
)
APART = word_set("leading trailing ahead behind tied up down beating winning edging level at")
OPENERS = word_set("the a an another one this that its their his her most several two three")
BEFORE = 300  # characters of a sentence before a number
LONGEST = 8  # words of a poll's name


def _named(left: str) -> str:
    """The name that ends a text: "a Courier poll" of "In Lund, a Courier poll"."""
    words: list[str] = []
    for word in reversed(left[-120:].split()):
        low = word.lower()
        if word[-1] in ",;:—–()" or low in NO_NAME or len(words) == LONGEST:
            break
        words.append(word)
        if low in OPENERS:
            break
    return " ".join(reversed(words)).strip("“\"'‘")


def _closed(text: str, told: re.Match, name: str, number: int, high: int) -> bool:
    """Whether the clause that a poll tells in has ended: "After a poll showed Holm at 15 percent, (he got 23)"."""
    low, verb = told.pos, told.end("verb")
    return hangs(text, low, told.end("noun") - len(name)) and clause_told(text, verb, high) < number


def poll_of(text: str, low: int, start: int, end: int, high: int) -> str:
    """The poll that tells the share or the lead at text[start:end] of the sentence text[low:high]; "" for none.

    >>> text = "In Lund, a Courier poll out on Monday found Holm leading Noll, 47 percent to 42 percent."
    >>> poll_of(text, 0, text.index("47"), text.index(" to 42"), len(text))
    'a Courier poll'
    """
    sentence, near = text[low:high], max(low, start - BEFORE)
    if any(sign in sentence for sign in SIGNS):
        opened = OPENING.match(text, near, start) if "In " in text[near : near + 8] else None
        if opened:
            return opened["who"] or opened["bare"]
        told = TOLD_BY.search(text, near, start)
        name = _named(text[near : told.end("noun")]) if told else ""
        if told and not _closed(text, told, name, start, high):
            return name
        behind = BEHIND.match(text, end, high)
        if behind:
            return behind["who"]
    rivals = None if APART.isdisjoint(text[near:start].split()) else RIVALS_TOLD.search(text, near, start)
    return rivals["who"] if rivals else ""
