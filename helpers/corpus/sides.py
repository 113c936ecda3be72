"""Who may be a side: frequent names of a folder of articles, and common words for bodies and crowds; a first guess."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from helpers.tables import read_lexicon

NAME = re.compile(
    r"\b(?!The\b|A\b|An\b|In\b|On\b|At\b|But\b|And\b|It\b|He\b|She\b|They\b|This\b|That\b|We\b|I\b)"
    r"[A-Z][\w’'-]+(?: (?:of |de |al-)?[A-Z][\w’'-]+){0,3}"
)
WORD = re.compile(r"[A-Za-z]+")
CALENDAR = re.compile(
    "monday|tuesday|wednesday|thursday|friday|saturday|sunday|"
    "january|february|march|april|may|june|july|august|september|october|november|december"
)
# Bodies and crowds that take part in events, in dictionary form; without words that judge.
_COLLECTIVES = """
activist administration army association authority board campaigner charity civilian coalition company council court
demonstrator doctor employee employer farmer federation fighter firefighter firm government guard guild insurgent
league marcher migrant militant military militia miner ministry navy official opposition parliament party police
prosecutor protester rebel refugee regulator resident separatist soldier staff striker student teacher trader troop
union villager volunteer worker
"""
COLLECTIVES = frozenset(_COLLECTIVES.split())
# What stands before the name of a place: behind the first no party is named, behind the others any name may be.
PLACED = re.compile(r"(?:^|\W)(?:in|near|through|into|around|outside|inside|across|towards?) $", re.I)
MOVED = re.compile(r"\W(?:to|from|of|at) $", re.I)
BODIES = ("state", "armed group", "NGO", "company")
MOST_NAMES, MOST_WORDS = 25, 10
LEAST_WORDS = 3  # times that a common word stands in the articles together
IN_PLACES = 0.45  # share of the mentions of a name that stand behind such a word, at least, if it is a place's


class Guess(NamedTuple):
    """Names and words for sides, and frequent names left out because they are outlets, places or authors."""

    sides: list[str]
    left_out: list[str]


class _Seen:
    """What the articles tell of one name."""

    def __init__(self) -> None:
        self.n = self.placed = self.moved = 0
        self.documents: set[int] = set()


def guess_sides(texts: Sequence[str], known: Iterable[Mapping[str, str]] = ()) -> Guess:
    """Find who may be a side of the event.

    texts: the articles, in English; known: what is known of each, of which `source`, `author` and `file` are no sides.
    Common words for bodies and crowds come first ("police", in dictionary form), then names that stand twice or more,
    those of most articles first. What mostly stands behind "in", "near" or "from" is taken for a place.

    >>> guess_sides(["In Orr, police met Ana Lund. Police left Orr. Then police, Ana Lund and the Post met in Orr."])
    Guess(sides=['police', 'Ana Lund'], left_out=['Orr'])
    """
    seen, words = _read_names(texts), _read_words(texts)
    ranked = [name for name in _ranked(seen) if seen[name].n > 1 and not CALENDAR.fullmatch(name.lower())]
    none = _no_sides(known)
    out = {one for one in ranked if one.casefold() in none or _ends_as(one, "outlet") or _is_place(one, seen[one])}
    often = [word for word in _ranked(words) if words[word].n >= LEAST_WORDS][:MOST_WORDS]
    sides = [*often, *(name for name in ranked if name not in out and name.lower() not in often)]
    return Guess(sides[:MOST_NAMES], [name for name in ranked if name in out][:MOST_NAMES])


def _ranked(seen: dict[str, _Seen]) -> list[str]:
    return sorted(seen, key=lambda name: (-len(seen[name].documents), -seen[name].n, name))


def _read_names(texts: Sequence[str]) -> dict[str, _Seen]:
    """The names of all texts. What only opens sentences is none: a single word in its text, several words anywhere."""
    mentions = [(number, text, match) for number, text in enumerate(texts) for match in NAME.finditer(text)]
    inside = [(n, _plain(m.group())) for n, text, m in mentions if not _opens_sentence(text, m.start())]
    sure = {*inside, *(name for _, name in inside if " " in name)}
    seen: dict[str, _Seen] = {}
    for number, text, match in mentions:
        name, before = _plain(match.group()), text[max(0, match.start() - 20) : match.start()]
        if name in sure or (number, name) in sure:
            one = seen.setdefault(name, _Seen())
            one.n += 1
            one.documents.add(number)
            one.placed += PLACED.search(before) is not None
            one.moved += MOVED.search(before) is not None
    return seen


def _plain(name: str) -> str:
    return re.sub(r"['’]s?$", "", name)


def _opens_sentence(text: str, start: int) -> bool:
    return start == 0 or text[max(0, start - 3) : start].rstrip(" ")[-1:] in '\n.?!“”"‘:'


def _read_words(texts: Sequence[str]) -> dict[str, _Seen]:
    """The collectives of all texts; with a capital inside a sentence they are parts of names."""
    words: dict[str, _Seen] = {}
    for number, text in enumerate(texts):
        for match in WORD.finditer(text):
            form = match.group()
            word = _singular(form.lower())
            if word in COLLECTIVES and (form[0].islower() or _opens_sentence(text, match.start())):
                one = words.setdefault(word, _Seen())
                one.n += 1
                one.documents.add(number)
    return words


def _singular(form: str) -> str:
    if form in COLLECTIVES:
        return form
    return form[:-3] + "y" if form.endswith("ies") else form.removesuffix("s")


def _no_sides(known: Iterable[Mapping[str, str]]) -> set[str]:
    """Outlets and authors, as entries name them, and as the names of their files do: "harbour_post.txt"."""
    rows = list(known)
    told = {row.get(key, "").casefold() for row in rows for key in ("source", "author")}
    stems = {re.sub(r"[\W\d_]+", " ", row.get("file", "").rpartition(".")[0]).strip().casefold() for row in rows}
    return (told | stems) - {""}


@lru_cache(maxsize=1)
def _last_words() -> dict[str, frozenset[str]]:
    """Last words of the names of outlets, bodies and places."""
    types, nouns = read_lexicon("claimant_types"), read_lexicon("speaker_nouns")
    media = set(types.loc[types["claimant_type"] == "medium", "word"]) - {"agency", "network", "list", "record"}
    bodies = types.loc[types["claimant_type"].isin(BODIES), "word"]
    places = nouns.loc[nouns["noun_class"] == "place", "noun"]
    return {"outlet": frozenset(media), "body": frozenset(bodies), "place": frozenset(places)}


def _ends_as(name: str, kind: str) -> bool:
    return name.rpartition(" ")[2].lower() in _last_words()[kind]


def _is_place(name: str, seen: _Seen) -> bool:
    if _ends_as(name, "body"):
        return False
    named = " " in name and _ends_as(name, "place")
    return named or (seen.placed > 0 and seen.placed + seen.moved >= IN_PLACES * seen.n)
