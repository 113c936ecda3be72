"""Which figures tell one quantity: rules over signatures that never look at a value."""

import math

from helpers.figures.signature import Signature
from helpers.figures.units import MEASURES

COMING = frozenset(("", "attack", "arrive", "take part"))
DECISIVE = frozenset(("bomb", "open"))  # happenings that part things of one kind
STANDSTILL = frozenset(("stop", "run", "wait"))  # what stands still and what still runs are never one
ON_A_DAY = frozenset(("protest", "arrest", "release", "deploy"))  # done anew each day; a toll only grows
FIGHTERS = ("people_force", "fighters")
DAYS_APART = 45  # articles further apart tell of different days unless they name the same year


def _nouns_match(one: Signature, two: Signature) -> bool:
    """Same class of thing, or one the broader class of the other; bare units only beside the same unit."""
    if one.kind == two.kind == "duration":
        return one.unit == two.unit
    if one.generic or two.generic:
        return one.generic and two.generic and one.unit == two.unit and one.kind in MEASURES
    if one.kind == two.kind and one.unit != two.unit and (one.kind == "money" or one.kind not in MEASURES):
        return False  # euros are no dollars, and patients are no patients a year
    if one.noun_class == two.noun_class:
        return True
    if one.event == two.event and ((one.befalls and two.befalls) or (one.arrested and two.arrested)):
        return True
    if one.marching and two.marching:
        return True  # "4,000 strikers gathered", "2,500 marchers"
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
    if one.kind == "duration" and one.purpose & two.purpose:
        return True
    if one.generic or one.kind == "duration":
        return not one.event or not two.event
    if one.kind.startswith("people_") or one.kind in MEASURES:
        return False
    if one.event in STANDSTILL or two.event in STANDSTILL:
        return False
    return DECISIVE.isdisjoint((one.event, two.event))


def _same_time(one: Signature, two: Signature) -> bool:
    if one.event in ON_A_DAY and one.weekdays and two.weekdays and one.weekdays.isdisjoint(two.weekdays):
        return False
    if one.years and two.years:
        return bool(one.years & two.years)
    return math.isnan(one.day) or math.isnan(two.day) or abs(one.day - two.day) <= DAYS_APART


def told_against(one: Signature, two: Signature) -> bool:
    """Whether one sentence tells a quantity twice: 'the ministry said 40 boats came, while divers put them at 12'."""
    if one.kind == "votes":  # "nine votes against eight" are two counts
        return False
    other = one.claimant != two.claimant or two.against or one.against
    harm = one.claimant != two.claimant and _one_harm(one, two)
    return harm or (other and one.noun == two.noun and bool(one.noun))


def _one_harm(one: Signature, two: Signature) -> bool:
    """Whether both count those to whom one harm came, one of them by the broader word: "six marchers", "90 people"."""
    broader = one.noun_class == two.broader or two.noun_class == one.broader
    return broader and one.event == two.event and ((one.befalls and two.befalls) or (one.arrested and two.arrested))


def apart(one: Signature, two: Signature, everywhere: frozenset) -> bool:
    """Whether two figures cannot tell one quantity."""
    if one.document == two.document and one.sentence == two.sentence and not told_against(one, two):
        return True
    if one.portion or two.portion:
        return True
    if one.document == two.document and one.kind == "money" and not (told_against(one, two) or told_again(one, two)):
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


def told_again(one: Signature, two: Signature) -> bool:
    """Whether neighbouring sentences of one article tell a number twice: "… 300. The union puts the number at 400"."""
    near = one.document == two.document and 0 < abs(one.sentence - two.sentence) <= 2
    return near and (two.anaphor if one.sentence < two.sentence else one.anaphor)


def same_vote(one: Signature, two: Signature) -> bool:
    """Whether votes or seats are of one body and one party: a shared word for it, no name that only one has each."""
    shared = (one.content & two.content) - {name.lower() for name in one.names | two.names}
    return bool(shared) and (one.names <= two.names or two.names <= one.names)
