"""Which figures tell one quantity: rules over signatures that never look at a value."""

import math
from collections.abc import Iterator
from itertools import combinations

from helpers.figures.signature import Signature
from helpers.figures.units import MEASURES

COMING = frozenset(("", "attack", "arrive", "take part"))
DECISIVE = frozenset(("bomb", "open"))  # happenings that part things of one kind
STANDSTILL = frozenset(("stop", "run"))  # what stands still and what still runs are never one
FIGHTERS = ("people_force", "fighters")
WEAK = frozenset(("arrive", "capture", "take part", "be there"))  # told by words as common as "take"
DAYS_APART = 45  # articles further apart tell of different days unless they name the same year


def _nouns_match(one: Signature, two: Signature) -> bool:
    """Same class of thing, or one the broader class of the other; bare units only beside the same unit."""
    if one.generic or two.generic:
        return one.generic and two.generic and one.unit == two.unit and one.kind in MEASURES
    if one.kind == two.kind == "money" and one.unit != two.unit:
        return False
    if one.noun_class == two.noun_class:
        return True
    if one.befalls and two.befalls and one.event == two.event:
        return True
    if "deaths" in (one.noun_class, two.noun_class) and one.kind == two.kind == "people_killed":
        return True  # "cost 12 lives", "killed 12 sailors"
    if _their_people(one, two) or _their_people(two, one):
        return True
    return one.noun_class == two.broader or two.noun_class == one.broader


def _their_people(one: Signature, two: Signature) -> bool:
    """ "900 members of the League took part" counts fighters where "5,000 attackers" does."""
    known = one.noun_class == "people" and one.sides and (two.kind, two.noun_class) == FIGHTERS
    apart = two.sides and one.sides.isdisjoint(two.sides)
    return bool(known) and {one.event, two.event} <= COMING - {""} and not apart


def _kinds_match(one: Signature, two: Signature) -> bool:
    if one.kind in MEASURES or two.kind in MEASURES:
        return one.kind == two.kind
    people = one.kind.startswith("people_"), two.kind.startswith("people_")
    return all(people) or one.kind == two.kind


def _events_match(one: Signature, two: Signature) -> bool:
    """The same happening. Of fighters every kind of coming counts as one; of things only their destruction."""
    if one.event == two.event:
        return True
    men = (one.kind, one.noun_class), (two.kind, two.noun_class)
    if FIGHTERS in men and all(found == FIGHTERS or found[1] == "people" for found in men):
        return {one.event, two.event} <= COMING
    if one.generic:
        return not one.event or not two.event
    if one.kind.startswith("people_") or one.kind in MEASURES:
        return False
    if one.event in STANDSTILL or two.event in STANDSTILL:
        return False
    return DECISIVE.isdisjoint((one.event, two.event))


def _same_time(one: Signature, two: Signature) -> bool:
    if one.years and two.years:
        return bool(one.years & two.years)
    return math.isnan(one.day) or math.isnan(two.day) or abs(one.day - two.day) <= DAYS_APART


def told_against(one: Signature, two: Signature) -> bool:
    """Whether one sentence tells a quantity twice: 'the ministry said 40 boats came, while divers put them at 12'."""
    if one.kind == "votes":  # "nine votes against eight" are two counts
        return False
    other = one.claimant != two.claimant or two.against or one.against
    return other and one.noun == two.noun and bool(one.noun)


def _apart(one: Signature, two: Signature, everywhere: frozenset) -> bool:
    """Whether two figures cannot tell one quantity."""
    if one.document == two.document and one.sentence == two.sentence and not told_against(one, two):
        return True
    if one.portion or two.portion:
        return True
    if one.document == two.document and one.kind == "money" and not (told_against(one, two) or _told_again(one, two)):
        return True
    if not (_kinds_match(one, two) and _nouns_match(one, two) and _events_match(one, two) and _same_time(one, two)):
        return True
    if one.sides and two.sides and not one.sides & two.sides:
        return True
    here, there = one.places - everywhere, two.places - everywhere
    if here and there and not here & there:
        return True
    return one.befalls and (one.past != two.past or _elsewhere(one, two, everywhere))


def _elsewhere(one: Signature, two: Signature, everywhere: frozenset) -> bool:
    """Whether one figure is told of a place that the other does not name, and of none that all articles tell of."""
    for this, other in ((one, two), (two, one)):
        own = this.places - everywhere
        if own and own.isdisjoint(other.names | other.nearby) and everywhere.isdisjoint(this.names):
            return True
    return False


def _evidence(one: Signature, two: Signature) -> list[str]:
    """What two figures have in common beyond the kind of thing, in words; empty if nothing."""
    found = []
    if one.document == two.document and one.sentence == two.sentence:
        found += ["set against each other in one sentence"] * 3
    if one.event and one.event == two.event:
        found.append(f"what happens: {one.event}")
    sides = (one.sides | one.agents) & (two.sides | two.agents)
    if sides:
        found.append("side: " + ", ".join(sorted(sides)))
    names = (one.names | one.nearby) & (two.names | two.nearby)
    if names:
        found.append("named in both: " + ", ".join(sorted(names)))
    shared = (one.content & two.content) - one.names - two.names
    if len(shared) >= 2 or (shared and "be there" in (one.event, two.event)):
        found.append("same words: " + ", ".join(sorted(shared)))
    if one.purpose & two.purpose:
        found.append("of the same: " + ", ".join(sorted(one.purpose & two.purpose)))
    return found


def _told_again(one: Signature, two: Signature) -> bool:
    """Whether neighbouring sentences of one article tell a number twice: "… 300. The union puts the number at 400"."""
    near = one.document == two.document and 0 < abs(one.sentence - two.sentence) <= 2
    return near and (two.anaphor if one.sentence < two.sentence else one.anaphor)


def _same_vote(one: Signature, two: Signature) -> bool:
    """Whether votes or seats are of one body and one party: a shared word for it, no name that only one has each."""
    shared = (one.content & two.content) - {name.lower() for name in one.names | two.names}
    return bool(shared) and (one.names <= two.names or two.names <= one.names)


def _enough(one: Signature, two: Signature, evidence: list[str]) -> bool:
    """How much must be shared: more inside one article, more where nothing is told to happen."""
    same_event = bool(one.event) and one.event == two.event
    if one.generic:
        jailed = one.kind == "duration" and one.event == two.event == "arrest" and len(evidence) > 1
        return bool(one.purpose & two.purpose or jailed) and len(evidence) > 2 * (one.document == two.document)
    if one.kind == two.kind == "money" and not one.purpose & two.purpose and one.noun_class != two.noun_class:
        return False
    if one.kind == two.kind == "votes" and not _same_vote(one, two):
        return False
    if one.befalls and two.befalls:
        return _told_again(one, two) or len(evidence) >= 1 + 2 * (one.document == two.document)
    if _told_again(one, two):
        return True
    loose = one.kind.startswith("people_") or one.kind in MEASURES or one.kind in ("places", "other")
    same_things = one.noun_class == two.noun_class and not loose
    anybody = "people" in (one.noun_class, two.noun_class) and one.event in WEAK
    coming = {one.event, two.event} <= COMING - {""} and bool(one.sides & two.sides)
    told = (same_event or coming) and not anybody and "deaths" not in (one.noun_class, two.noun_class)
    needed = 1 if told or same_things else 2 + (one.kind == "people_other" and not anybody)
    return len(evidence) >= needed + (one.document == two.document)


def _pairs_of_kin(signatures: list[Signature]) -> Iterator[tuple[int, int]]:
    """Pairs of indexes whose kinds can match at all: people with people, every other kind with itself."""
    kin: dict[str, list[int]] = {}
    for index, signature in enumerate(signatures):
        kin.setdefault("people" if signature.kind.startswith("people_") else signature.kind, []).append(index)
    for indexes in kin.values():
        yield from combinations(indexes, 2)


def _links(signatures: list[Signature]) -> tuple[list[tuple[int, int, int]], frozenset]:
    """(strength, index, index) of pairs that may be joined, the strongest first; names told everywhere."""
    documents = {signature.document for signature in signatures}
    counts: dict[str, set] = {}
    for signature in signatures:
        for name in signature.names | signature.nearby:
            counts.setdefault(name, set()).add(signature.document)
    everywhere = frozenset(name for name, found in counts.items() if len(found) * 2 > len(documents))
    links = []
    for i, j in _pairs_of_kin(signatures):
        if not _apart(signatures[i], signatures[j], everywhere):
            evidence = _evidence(signatures[i], signatures[j])
            if _enough(signatures[i], signatures[j], evidence):
                links.append((len(evidence), i, j))
    return sorted(links, key=lambda link: (-link[0], link[1], link[2])), everywhere


def cluster(signatures: list[Signature]) -> list[list[int]]:
    """Clusters of indexes, in order of their first members; no two members of one are apart."""
    links, everywhere = _links(signatures)
    home = list(range(len(signatures)))
    members = {index: [index] for index in home}
    for _, i, j in links:
        one, two = home[i], home[j]
        if one == two:
            continue
        if any(_apart(signatures[a], signatures[b], everywhere) for a in members[one] for b in members[two]):
            continue
        for index in members[two]:
            home[index] = one
        members[one] += members.pop(two)
    order = sorted(members, key=lambda key: min(members[key]))
    return [sorted(members[key]) for key in order]
