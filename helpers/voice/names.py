"""A speaker's name as short as the text allows: the proper name of an apposition, without what only describes it."""

import re
from functools import lru_cache

from helpers.voice.classes import CAPITAL, FULL_NAME, HAS_VERB, NAMES
from helpers.voice.nouns import NO_FIRST_NAME, names_body

PART = r"(?:(?:al|bin|ibn|de|da|van|von|der|den|di|el|la|le)[ -])?[A-ZÀ-Þ][\w’'-]{0,60}+\.?+"
PERSON = re.compile(rf"{PART}(?: {PART}){{1,4}}$")
NAME = re.compile(rf"{PART}(?: {PART}){{0,5}}$")
# "the coach, Marta Ilves": what stands before the name is a common noun with its article or possessor.
ROLE = re.compile(
    r"(?:(?:the|an?|his|her|their|its|our|my|one|another|[\w’'.-]{1,60}[’']s?)\s)(?:[\w’'.&-]{1,60}+\s){0,5}?[a-z][\w-]{0,60}+"
    r"(?:\s(?:of|at|for|in|from|to)\s[\w’' -]{1,160}+)?$",
    re.I,
)
# What may be cut off behind a person's name: " on a call with analysts", " of Quay Research", " from Tarnholm".
TAIL = re.compile(
    r"\s(?:on|at|in|from|with|of|for|during|after|before|outside|inside|near|by|who|under)\s.*$", re.S
)
# "Doyle | from behind the freezer", "Lund | over the phone": what a single name is followed by.
SAID_FROM = re.compile(
    r"(?P<name>[A-ZÀ-Þ][\w’'-]+)\s(?:from (?:behind|inside|under|across|beside|beneath|atop|outside)|behind|over|"
    r"during|outside|inside|beside|via)\s(?:the|an?|his|her|their|its)\s.*$",
    re.S,
)
# "BREAKING 14:20 (The court)", "ORR, Nov 8 – (The mill)": marks of the page before a name.
PAGE_MARK = re.compile(
    r"^(?:[A-Z]{4,20}:?\s)?\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?(?:\s[–—-])?\s(?=[A-Za-z])|"
    r"^(?:BREAKING|UPDATE|LIVE|EXCLUSIVE|NEW|WATCH|JUST IN):?\s(?=[A-Z][a-z])"
)
AGED = re.compile(rf"(?<![\w’'-])(?P<name>{NAMES}), $")
TITLED = re.compile(r"(?<=\w)(?:\s(?:titled|entitled|called|named|headlined)|(?<=[a-zA-Z])[’']s)$")
# "her deputy, engineer Ada Noll": the trade before the name.
OF_TRADE = re.compile(r"^(?!(?:for|from|the|and)\s)[a-z][a-z-]{2,30}\s(?=[A-Z][\w’'-]+\s[A-Z][\w’'-]+$)")
OWN_WORD = re.compile(r"[a-zà-ÿ-]+\s")

# "Ada Noll, the engineer | who wrote": a full name right before what the person is.
NAME_BEFORE = re.compile(
    rf"(?<!\b[Ii]n )(?<!\b[Aa]t )(?<!\b[Nn]ear )(?<!\b[Ff]rom )(?<!\bof )(?<![\w’'-])(?P<name>{FULL_NAME}), $"
)
ARTICLE = re.compile(
    r"(?:the|an?|his|her|their|its|my|our|one|chief|head|director|president|professor|senior|lead|former|deputy|managing|"
    r"executive|spokes[a-z]{3,9}|founder|owner|editor|chair[a-z]{0,8})\s"
)
LOOSELY_JOINED = re.compile(
    r"\s*(?:in|on|at|from|speaking|citing|with|however|meanwhile|too|also|though|after|before|despite|like|under|by|\w+ing)"
)
CLOSE = re.compile(
    r"\s*(?!(?:who|whose|which|where|when)\s)(?:an?|the|[a-z-]+(?: \w+)? (?:of|at|for|in)|(?:[a-z-]{3,30} )?[A-Z]|"
    r"chief|head|\w+ \w+$)"
)


def with_name_before(text: str, span: tuple[int, int] | None) -> tuple[int, int] | None:
    """The span of what a person is ("the engineer"), begun with the full name that stands right before it.

    >>> with_name_before("Ada Noll, the engineer who", (10, 22))
    (0, 22)
    """
    if span is None or not ARTICLE.match(text, *span):
        return span
    low = max(0, span[0] - 100)
    name = NAME_BEFORE.search(text[low : span[0]])
    if not name or name["name"].partition(" ")[0] in NO_FIRST_NAME or names_body(name["name"]):
        return span
    return low + name.start("name"), span[1]


# "It is backed by Governor Ada Noll | , who": the name or office at the end, behind a preposition.
LAST_NAME = re.compile(
    r"(?<![\w’'-])(?:by|with|from|for|against|to|on|of|about|including|like)\s(?P<who>(?:(?:the|an?|his|her|its|their)\s)?"
    rf"(?:[a-z][a-z-]{{1,30}}+\s){{0,3}}{CAPITAL}(?:\s{CAPITAL}){{0,4}}|"
    r"(?:the|an?|his|her|its|their)\s(?:[a-z][a-z-]{1,30}+\s){0,2}[a-z-]{3,30}+)$|"
    rf"(?<![\w’'-])[a-z]{{2,20}}(?:ed|s|t)\s(?P<object>{NAMES})$"
)
POSSESSED = {"his": "he", "her": "she", "their": "they", "its": "it"}  # "in her view": she vouches
CLAUSE = re.compile(r"(?:[Ii]t|[Hh]e|[Ss]he|[Tt]hey|I|[Ww]e|[Yy]ou)\s\w")


def last_name(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The name or office that a clause ends with, behind a preposition.

    >>> last_name("It is backed by Ada Noll", 0, 24)
    (16, 24)
    """
    low = max(start, end - 120)
    name = LAST_NAME.search(text[low:end])
    return (low + name.start("who" if name["who"] else "object"), end) if name else None


def of_relative(text: str, start: int, end: int, subject: tuple[int, int] | None) -> tuple[int, int] | None:
    """Of whom ", who said" tells: the subject found before it, unless that is a clause ("It is backed by Ada Noll")."""
    if subject and text[slice(*subject)].isdigit():  # "Trish, 57, who (reckons)"
        low = max(start, subject[0] - 100)
        aged = AGED.search(text[low : subject[0]])
        subject = (low + aged.start("name"), subject[1]) if aged else subject
    if subject is None or CLAUSE.match(text, *subject):
        return last_name(text, start, end) or subject
    return with_name_before(text, subject)


def _is_name(name: str) -> bool:
    """A person's name, with or without the offices before it: "Norvik chief executive Sten Arvik"."""
    words = name.split()
    last = [word for word in words[-2:] if word[:1].isupper() and word not in ("A", "An", "The")]
    return len(last) == 2 and PERSON.search(name) is not None and not names_body(" ".join(last))


@lru_cache(maxsize=10_000)
def short_name(name: str) -> str:
    """The name that stands for a speaker, without article and trade, place or occasion behind it; "he" for "his".

    >>> short_name("the harbour pilot, Ana Lund"), short_name("Ana Lund, a baker from Orr")
    ('Ana Lund', 'Ana Lund')
    >>> short_name("chief executive Ana Lund on a call with analysts"), short_name("the Ministry of Health")
    ('chief executive Ana Lund', 'the Ministry of Health')
    """
    if name.lower() in POSSESSED:
        return POSSESSED[name.lower()]
    if name.islower() or " " not in name:
        return name.removesuffix("’s").removesuffix("'s")
    name = PAGE_MARK.sub("", name)
    said = SAID_FROM.fullmatch(name)
    if said:
        return said["name"]
    head, comma, rest = TITLED.sub("", name).partition(",")
    rest = OF_TRADE.sub("", rest.strip())
    if comma and ROLE.match(head) and NAME.match(rest.partition(",")[0]):
        return rest.partition(",")[0]
    named = _is_name(head) or (NAME.match(head) and not head.startswith("The "))
    if comma and named and (OWN_WORD.match(rest) or rest[:1].isdigit()):
        return head
    cut = TAIL.search(head)
    while cut and not _is_name(head[: cut.start()]):
        cut = TAIL.search(head, cut.start() + 1)
    return head[: cut.start()] if cut and not comma else head + comma + (" " + rest if rest else "")


def is_short(rest: str) -> bool:
    """Is an apposition short enough, and no clause, to be told with the name?"""
    if len(rest.split()) > 12 or LOOSELY_JOINED.match(rest) or not CLOSE.match(rest):
        return False
    return not HAS_VERB.search(rest)
