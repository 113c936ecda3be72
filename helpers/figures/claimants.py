"""What kind of claimant somebody is: by the words of the name, else by what the text says beside it."""

import re
from functools import lru_cache
from itertools import pairwise

from helpers.figures.kinds import noun_classes
from helpers.figures.words import DETERMINERS, word_set
from helpers.tables import read_lexicon
from helpers.tokens import lemmatize

AUTHOR = "author"
OFFICES = ("state", "NGO", "company", "medium")  # bodies, whose counts count as claims
WORDS = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
STATE_NAME = re.compile(
    r"(?:the )?[A-Z]\w{0,40}(?:ia|land|stan|States|Kingdom|Republic|Union|istan)$|^(?:the )?(?:U\.?S\.?A?|U\.?K\.?|"
    r"E\.?U\.?)$"
)
# What stands before is the head of the name: "residents (of the city)", "Ana Lund(, a nurse)".
HEAD_END = re.compile(r",|\s(?:of|at|in|on|from|for|with|by|near|who|which|that)\s")
OPENERS = DETERMINERS | word_set("some many other each one")
# "Analysts at Norbank": it is the house that vouches.
HOUSE = re.compile(r"\s(?:at|with)\s(?:the\s)?(?P<house>[A-Z].*)$")
# A name that owns or lends itself as only a firm does: "Norbank's profit", "the Norbank branch".
FIRM_OWNS = re.compile(
    r"(?:[’']s?)?\s(?:[a-z]+\s)?(?:profits?|turnover|revenues?|shares|stock|shareholders|chief executive|subsidiary|"
    r"plant|factory|refinery|branch|pipeline|brand)(?![\w-])"
)
BEFORE_NAME = re.compile(r"(?:^|\s)(?P<kind>[a-z][\w-]*)(?P<comma>,)?\s$")
AFTER_NAME = re.compile(r",\s(?:the|an?|one of the)\s(?P<phrase>[\w’'-]+(?:\s[\w’'-]+){0,5})")
MOST = 20  # mentions of a name looked at


@lru_cache(maxsize=1)
def type_words() -> dict[str, str]:
    """Word of a claimant's name (lower case) -> claimant type."""
    rows = read_lexicon("claimant_types")
    return dict(zip(rows["word"], rows["claimant_type"], strict=True))


def _listed(phrase: str) -> list[str]:
    """Types of the listed words of a phrase in their order; two words listed together count as one."""
    types = type_words()
    low = [word.removesuffix("'s").removesuffix("’s") for word in WORDS.findall(phrase.lower())]
    found, paired = [], False
    for word, after in pairwise([*low, ""]):
        pair = types.get(f"{word} {after}", "")
        kind = pair or ("" if paired else types.get(word, ""))
        found += [kind] if kind else []
        paired = bool(pair)
    return found


@lru_cache(maxsize=10_000)
def claimant_type(claimant: str) -> str:
    """Type of a claimant by its words: state, official, armed group, NGO, company, medium, witness, named person, …

    The last listed word before an "of", an "at" or a comma counts: "a hospital spokesman" is an official, "the
    residents' association" a body. NGO is every other body outside the state than companies and media: charities,
    unions, hospitals. Those who speak for a house ("analysts at Norbank") are of its type. A name without a listed word
    is a named person; who is neither listed nor named is anonymous, and the text itself the author.

    >>> claimant_type("the harbour ministry"), claimant_type("a source in the army"), claimant_type("author")
    ('state', 'anonymous', 'author')
    """
    if claimant == AUTHOR:
        return AUTHOR
    head = HEAD_END.split(claimant, maxsplit=1)[0]
    found = _listed(head) or _listed(claimant)
    house = HOUSE.search(claimant) if found[-1:] == ["anonymous"] else None
    if house:
        return claimant_type(house["house"]).replace("named person", "NGO")
    if found:
        return "armed group" if found[-1] == "NGO" and "armed group" in found else found[-1]
    return _unlisted(claimant)


def _unlisted(claimant: str) -> str:
    first, _, rest = claimant.partition(" ")
    name = rest if first.lower() in OPENERS else claimant
    if STATE_NAME.search(name) and " " not in name:
        return "state"
    if not any(word[0].isupper() for word in WORDS.findall(name)):
        return "anonymous"
    many = " " not in name and noun_classes().get(lemmatize(name.lower()))
    return "anonymous" if many and many.kind.startswith("people_") else "named person"


def type_in_text(text: str, claimant: str) -> str:
    """Type of a claimant by its words, or, for what looks like a person's name, by what a text says beside the name.

    >>> type_in_text("Norbank's profit fell. It employs 40, Norbank says.", "Norbank")
    'company'
    """
    found = claimant_type(claimant)
    return (_told_beside(text, claimant.removeprefix("the ")) or found) if found == "named person" else found


def _told_beside(text: str, name: str) -> str:
    """The type that the text gives a name: "the operator, Blue Strait, said", "Clear Air, a charity"; else ''."""
    at = text.find(name)
    for _ in range(MOST):
        if at < 0:
            return ""
        end = at + len(name)
        kind = _beside(text, at, end) if not text[end : end + 1].isalnum() else ""
        if kind:
            return kind
        at = text.find(name, end)
    return ""


def _beside(text: str, at: int, end: int) -> str:
    left = text[max(0, at - 40) : at]
    before, after = BEFORE_NAME.search(left), AFTER_NAME.match(text, end)
    told = _listed(HEAD_END.split(after["phrase"], maxsplit=1)[0])[-1:] if after else []
    if before and (not before["comma"] or text[end : end + 1] == ","):
        told += [type_words().get(before["kind"], "")]
    found = next((kind for kind in told if kind in OFFICES), "")
    return found or ("company" if FIRM_OWNS.match(text, end) else "")
