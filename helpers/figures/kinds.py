"""The kind of a figure, from what is counted and what happens to it."""

import re
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from helpers.figures.before import CLAUSE_MARKS, FIGHTING, fights_fire, leaves_hurt
from helpers.figures.context import Word
from helpers.figures.nouns import STATES, VERBS, Counted, index_at
from helpers.figures.units import MEASURES, measure_of
from helpers.figures.words import word_set
from helpers.tables import read_lexicon

PEOPLE = "people_"
WERE = word_set("was were are is been being had have still")
JOINING = word_set("join take participate back support observe")
JOINED = {word: "strike work" for word in ("strike", "walkout", "stoppage")}
JOINED |= {word: "protest" for word in ("march", "rally", "protest", "demonstration", "vigil")}
JOINED |= {word: "protest" for word in ("blockade", "picket", "occupation")}
CARING = word_set("treat admit")
WARDS = word_set("hospital clinic infirmary ward doctor medic nurse surgeon patient")
LEFT = word_set("leave left")
REACH = 14  # words on either side in which what happens to the counted is looked for

# "30 of the town's 900 people", "Of the 900 people …": the whole, of which something is told.
WHOLE = re.compile(
    r"(?<![\w-])(?:\d|few|half|hundreds|thousands|part|all|many|most|some)[\w,. ]{0,12}\sof "
    r"(?:the |its |their )?(?:[\w’'-]+[’']s )?$|^\W*Of (?:the )?$",
    re.I,
)


class NounClass(NamedTuple):
    """One row of noun_classes.csv: the class a noun belongs to, the broader class it may be compared with."""

    noun_class: str
    broader: str
    kind: str
    event: str


class Event(NamedTuple):
    """What happens to the counted: class and word, and the kind of people it makes (killed, wounded …)."""

    event: str
    word: str
    kind: str


NO_CLASS = NounClass("", "", "", "")
NO_EVENT = Event("", "", "")
FIGHT_FIRE = Event("fight fire", "fight", "")


@lru_cache(maxsize=1)
def noun_classes() -> dict[str, NounClass]:
    """Noun or two-word compound (lemma) -> its class."""
    rows = read_lexicon("noun_classes")
    return {row.noun: NounClass(row.noun_class, row.broader, row.kind, row.event) for row in rows.itertuples()}


@lru_cache(maxsize=1)
def event_classes() -> dict[str, Event]:
    """Verb or noun of happening (lemma, or lemma and particle) -> its class."""
    return {row.word: Event(row.event, row.word, row.kind) for row in read_lexicon("event_classes").itertuples()}


@lru_cache(maxsize=1)
def all_kinds() -> tuple[str, ...]:
    """Every kind a figure can be of, in the order of the alphabet."""
    kinds = {row.kind for row in (*noun_classes().values(), *event_classes().values())}
    return tuple(sorted((kinds | MEASURES | {"other"}) - {""}))


@lru_cache(maxsize=1)
def _event_openers() -> frozenset[str]:
    """The words that a happening may begin with: all others need no closer look."""
    return frozenset(word.split()[0] for word in event_classes()) | JOINING | CARING | FIGHTING


def class_of(counted: Counted) -> NounClass:
    """Class of what is counted, its two-word compound first; a noun not listed is its own class.

    >>> from helpers.figures.nouns import Counted
    >>> class_of(Counted("patrol boats", "boat", "patrol boat", 0, 12, 0, 2)).noun_class
    'boats'
    """
    return _class_of(counted.compound, counted.head)


@lru_cache(maxsize=10_000)
def _class_of(compound: str, head: str) -> NounClass:
    classes = noun_classes()
    found = classes.get(" ".join(compound.split()[-2:])) or classes.get(head)
    if not found and head.removesuffix("s").endswith("worker"):  # dockworkers, steelworkers
        return classes["worker"]
    return found or NounClass(head, "", "", "")


def is_people(counted: Counted) -> bool:
    """Whether people of any kind are counted.

    >>> is_people(Counted("nurses", "nurse", "nurse", 0, 6, 0, 1))
    True
    """
    return class_of(counted).kind.startswith(PEOPLE)


def event_at(words: list[Word], index: int) -> Event | None:
    """What the word tells to happen, with the one after it where both together tell it; None for any other word."""
    word, openers = words[index], _event_openers()
    low = word.text.lower()
    if word.lemma not in openers and low not in openers:
        return None
    if fights_fire(words, index):
        return FIGHT_FIRE
    if (index and _is_named(words, index)) or leaves_hurt(words, index):
        return None
    if word.lemma in CARING:
        ward = any(other.lemma in WARDS for other in words)
        return Event("treat", word.lemma, "") if ward and word.tag in VERBS else None
    joined = _joined(words, index) if word.lemma in JOINING else None
    if joined:
        return joined
    events = event_classes()
    follow = words[index + 1].text.lower() if index + 1 < len(words) else ""
    if follow == "to" and [other.text for other in words[index + 2 : index + 3]] == ["death"]:
        return events["death"]  # burned, choked to death
    both = (f"{word.lemma} {follow}", f"{low} {follow}", word.lemma, low)
    return next((events[name] for name in both if name in events), None)


def _is_named(words: list[Word], index: int) -> bool:
    """Whether a word is the first of a name: "the Free Press" frees nobody."""
    run = words[index : index + 2]
    return len(run) == 2 and all(word.text[0].isupper() for word in run) and words[index - 1].text.lower() == "the"


def _joined(words: list[Word], index: int) -> Event | None:
    """'joined the strike', 'took part in a march': what they take part in."""
    for word in words[index + 1 : index + 5]:
        if word.lemma in JOINED:
            return Event(JOINED[word.lemma], word.lemma, "")
    return None


def _left_event(words: list[Word], before: int, stops: set[int]) -> tuple[int, Event]:
    """(distance, event) of the nearest happening told before the number in its clause."""
    distance = 0
    for index in range(before - 1, max(-1, before - REACH), -1):
        word = words[index]
        distance += 3 if word.text in CLAUSE_MARKS or (word.text == "that" and word.tag == "IN") else 1
        if word.text == ";":
            break
        if index in stops:  # another figure's phrase: what lies before it may still govern both, at a price
            distance += 2
        found = event_at(words, index)
        if found and index == before - 1 and found.word in LEFT:
            continue  # "left 40 dead": nobody went away
        if found and (word.tag in VERBS or index not in stops):
            return distance, found
    return 99, NO_EVENT


def _right_event(words: list[Word], after: int, stops: set[int]) -> tuple[int, Event]:
    """(distance, event) of the nearest happening told after the counted phrase, up to the next figure."""
    distance = 0
    for index in range(after, min(len(words), after + REACH)):
        word = words[index]
        if index in stops or word.text == ";":
            break
        distance += 4 if word.text in CLAUSE_MARKS else 1
        found = event_at(words, index)
        acts = word.tag == "VBG" and index == after and word.text.lower() not in STATES
        # "60 sorties killing …": the counted do it, it is not done to them; but "24 missing"
        if found and not acts:
            return distance, found
    return 99, NO_EVENT


def _is_there(words: list[Word], after: int, counted: Counted) -> bool:
    """'140 people were inside the hall', '180 people on the late shift': people are told to be somewhere."""
    found = class_of(counted)
    if not found.kind.startswith(PEOPLE) or found.event or found.kind == f"{PEOPLE}force" or after >= len(words):
        return False
    at = after
    first = index_at(words, counted.start)
    said = [word.text.lower() for word in words[max(0, first - 6) : first]]
    told = any(one == "there" and two in WERE for one, two in pairwise(said))
    while at < min(len(words), after + 3) and (words[at].text.lower() in WERE or words[at].tag == "RB"):
        at += 1
    place = words[at].text.lower() if at < len(words) else ""
    if place == "on" and any(word.lemma in ("shift", "duty", "board") for word in words[at + 1 : at + 5]):
        return True
    return place in ("inside", "aboard") or ((at > after or told) and place in ("in", "on", "at", "present", "there"))


def event_of(words: list[Word], number, counted: Counted, others: list) -> Event:
    """What happens to the counted, or what it does.

    words: the sentence. others: the other Numbers of the sentence. Returns NO_EVENT where nothing listed is told.
    """
    stops = {index_at(words, other.numeral_start) for other in others}
    before = index_at(words, number.start)
    after = max(counted.last, index_at(words, max(number.end, number.unit_end)))
    left = _left_event(words, before, stops)
    right = _right_event(words, after, stops)
    if _is_there(words, after, counted):
        return right[1] if right[0] <= 4 and (right[1].kind or right[0] <= 3) else Event("be there", "there", "")
    passive = right[0] <= 3 and right[1] is not NO_EVENT and right[1].kind != ""
    if passive and left[0] > 1:
        return right[1]
    if left[0] <= right[0] and left[1] is not NO_EVENT:
        return left[1]
    if right[1] is not NO_EVENT:
        return right[1]
    inside = (event_at(words, index) for index in range(max(counted.first, 0), max(counted.last, 0)))
    return next((event for event in inside if event), NO_EVENT)


def is_whole(left: str) -> bool:
    """Whether a number is the whole of which the words before it tell a part.

    left: the sentence up to the number.

    >>> is_whole("All but 30 of the village's "), is_whole("The village lost ")
    (True, False)
    """
    near = left[-60:]
    return "of " in near.lower() and WHOLE.search(near) is not None


def kind_of(words: list[Word], number, counted: Counted, others: list, left: str) -> str:
    """Kind of a figure: people_killed, people_force, strikes, vehicles, share, money, distance … or other.

    number: a Number; its unit decides first. Then what is counted, and for people what happens to them.
    words, others: as of `event_of`. left: the sentence up to the number.
    """
    found = class_of(counted).kind
    decided = measure_of(number) or (found if found not in (f"{PEOPLE}other", f"{PEOPLE}force") else "")
    if decided:
        return decided
    event = NO_EVENT if is_whole(left) else event_of(words, number, counted, others)
    return event.kind or found or "other"
