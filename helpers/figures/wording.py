"""Name a quantity in a short noun phrase, and say in one sentence why its figures are compared."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from itertools import pairwise

from helpers.figures.compare import told_against
from helpers.figures.kinds import PEOPLE
from helpers.figures.purpose import shared_purpose
from helpers.figures.signature import Signature
from helpers.figures.units import MEASURES, SHORT_UNITS, plural_unit
from helpers.figures.unlike import LONGEST, Known, cut, places_of
from helpers.figures.words import word_set
from helpers.tokens import lemmatize
from helpers.vocabulary import find_loaded

# event class -> (what the label says after the noun, the preposition of place, what the reason says after "who")
EVENTS = {
    "kill": ("killed", "in", "are killed"),
    "wound": ("wounded", "in", "are wounded"),
    "wound gravely": ("badly wounded", "in", "are badly wounded"),
    "treat": ("treated", "in", "are treated"),
    "arrest": ("detained", "in", "are detained"),
    "miss": ("missing", "in", "are missing"),
    "infect": ("infected", "in", "fall ill"),
    "dismiss": ("laid off", "in", "are laid off"),
    "evacuate": ("evacuated", "from", "leave or are brought out"),
    "rescue": ("rescued", "from", "are rescued"),
    "release": ("released", "in", "are set free"),
    "fight fire": ("at the fire", "in", "fight the fire"),
    "attack": ("attacking", "", "attack"),
    "arrive": ("arriving", "in", "come"),
    "take part": ("taking part", "in", "take part"),
    "deploy": ("deployed", "in", "are deployed"),
    "withdraw": ("withdrawing", "from", "withdraw"),
    "abandon": ("left behind", "in", "are left behind"),
    "remain": ("remaining", "in", "stay"),
    "be there": ("present", "in", "are told to be there"),
    "strand": ("stranded", "in", "are stranded"),
    "whole": ("in all", "in", "are told as the whole"),
    "protest": ("protesting", "in", "protest"),
    "strike work": ("on strike", "in", "stop work"),
    "bomb": ("destroyed", "in", "are hit or destroyed"),
    "capture": ("captured", "in", "are taken"),
    "flood": ("flooded", "in", "are flooded"),
    "open": ("opened", "in", "are opened"),
    "leak documents": ("leaked", "in", "are made public"),
    "wait": ("waiting", "off", "wait"),
    "offer": ("offered", "in", "are offered"),
    "demand": ("demanded", "in", "are demanded"),
}
PEOPLE_EVENTS = frozenset(EVENTS) - word_set("bomb capture flood open wait offer demand") - {"leak documents"}
THING_EVENTS = {
    "vehicles": word_set("bomb capture arrive wait"),
    "buildings": word_set("bomb flood capture open"),
    "infrastructure": word_set("bomb flood capture open"),
    "places": word_set("bomb flood capture"),
    "weapons": word_set("capture"),
    "documents": frozenset(("leak documents",)),
    "share": word_set("evacuate kill flood capture wound offer demand"),
}
# What rises and falls in per cent: "a rise of 4 %" is no part of a rise.
RATES = word_set(
    "rise raise increase fall drop cut growth decline gain loss discount turnout majority profit price sale share "
    "stock turnover revenue wage pay salary rent inflation unemployment tariff rate interest income tax budget output "
    "export import cost demand offer deficit surplus margin return yield"
)
ANYBODY = word_set("people man woman")
UNNAMEABLE = frozenset(("", "armed people", "organisations", "weapons", "buildings", "vehicles"))


def known_names(signatures: list[Signature], whole: dict[str, str], sides: Iterable[str]) -> Known:
    """The names of a corpus: from its signatures, the whole names of its texts and the names of its sides."""
    taken = frozenset(part.lower() for side in sides for part in side.split())
    told = frozenset(place for signature in signatures for place in signature.places)
    return Known(whole, frozenset(p for p in told if p.lower() not in taken and p.isalpha()), taken)


def _told(member: Signature) -> str:
    """The happening of a figure if its kind can undergo it; "" if it cannot."""
    if member.kind.startswith(PEOPLE):
        return member.event if member.event in PEOPLE_EVENTS else ""
    return member.event if member.event in THING_EVENTS.get(member.kind, ()) else ""


def _common(values: list[str]) -> str:
    """The commonest of some words, the first of equals; "" if there is none."""
    found = [value for value in values if value]
    return max(found, key=found.count) if len(set(found)) > 1 else "".join(found[:1])


@lru_cache(maxsize=10_000)
def _is_loaded(noun: str) -> bool:
    return bool(find_loaded(noun))


def _family(members: list[Signature]) -> str:
    """The class of what is counted, the commonest; the strikers, marchers and residents of one march are people."""
    classes = [member.noun_class for member in members]
    return "people" if len(set(classes)) > 1 and any(member.marching for member in members) else _common(classes)


def _noun(members: list[Signature]) -> str:
    """What is counted: the one noun all use unless it is loaded, else the name of their class."""
    nouns = [member.noun for member in members if member.noun]
    family = _family(members)
    one = _common(nouns)
    plain = one and (len(set(nouns)) == 1 or family in UNNAMEABLE or " " in family) and not _is_loaded(one)
    if plain or not family or (len(members) == 1 and family != "fighters"):
        return one or members[0].kind
    return family


def _sides(members: list[Signature]) -> list[str]:
    """Sides named beside the counted noun by more than half of the members, else around it by all.

    "People" are lent the side of whoever counts them: that makes them nobody's in a label.
    """
    if len(members) == 1:
        return sorted(members[0].sides) if members[0].head not in ANYBODY else []
    beside = Counter(side for member in members if member.head not in ANYBODY for side in member.sides)
    around = Counter(side for member in members for side in member.sides | member.agents)
    found = [side for side, n in beside.items() if 2 * n > len(members)]
    found = found or [side for side, n in around.items() if n == len(members) > 1]
    return sorted(found, key=lambda side: (-beside[side], side))


def _with(label: str, extra: str) -> str:
    """The label with more words if they fit."""
    return label + extra if len(label) + len(extra) <= LONGEST else label


def _unit(members: list[Signature]) -> str:
    """The unit in the plural, as the texts print it: tonnes are no tons."""
    unit, printed = members[0].unit, _common([member.noun.lower() for member in members if member.generic])
    alike = printed.isalpha() and printed[:2] == unit[:2] and " " not in unit and unit not in SHORT_UNITS
    return plural_unit(printed.removesuffix("s") if alike else unit)


def _share_of(noun: str) -> str:
    """ "share of residents", but "rise in %", "profit in %": what is told in per cent is not always a part."""
    return f"{noun} in %" if lemmatize(noun.split()[-1].lower()) in RATES else f"share of {noun}"


def _measured(members: list[Signature], known: Known) -> str:
    """'distance in km: Raqqa–Palmyra', 'duration in years: conflict', 'money in dollars'."""
    first = members[0]
    label = f"{first.kind} in {_unit(members)}" if first.unit else first.kind
    noun = next((member.noun for member in members if not member.generic and member.noun_class != first.kind), "")
    places = [known.whole.get(place, place) for place in places_of(members, known)[:2]]
    noun = noun or shared_purpose(members)
    if noun and noun.lower() not in label:
        return _with(label, f": {noun}")
    return _with(label, ": " + "–".join(places)) if places and first.kind in ("distance", "area") else label


def label_of(members: list[Signature], known: Known) -> str:
    """The quantity that figures tell, as a noun phrase of at most 50 characters.

    members: the signatures of one group. known: the names of the corpus.
    """
    first = members[0]
    if first.kind in MEASURES - {"share"}:
        return _measured(members, known)
    noun, event = _noun(members), _common([_told(member) for member in members])
    label = _share_of(noun) if first.kind == "share" else noun
    word, preposition, _ = EVENTS.get(event, ("", "", ""))
    if word and not (event == "kill" and noun in ("deaths", "killing", "death toll")):
        label = _with(label, f" {word}")
    sides = _sides(members)
    places = [known.whole.get(place, place) for place in places_of(members, known) if place not in noun]
    if word and places and event != "whole":
        label = _with(label, f" {preposition} {places[0]}".replace("  ", " "))
    elif places and len(members) == 1:
        label = _with(label, f", {places[0]}")
    for names in (sides[:2], sides[:1]):
        if names and _with(label, f" ({', '.join(names)})") != label:
            return _with(label, f" ({', '.join(names)})")
    return cut(label, LONGEST)


def _listed(words: list[str], comma: str = "") -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])}{comma} and {words[-1]}"


def _days(members: list[Signature]) -> str:
    """'8–17 December 2016', the days of the articles; "" if one has none."""
    if any(member.day != member.day for member in members):
        return ""
    first, last = (date.fromordinal(int(pick(member.day for member in members))) for pick in (min, max))
    end = f"{last.day} {last:%B %Y}"
    if first == last:
        return end
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{end}"
    return f"{first.day} {first:%B}{'' if first.year == last.year else f' {first.year}'} to {end}"


def _shared_names(members: list[Signature], known: Known) -> list[str]:
    """Sides and names that most of the members name, no part of a name beside the whole."""
    found = Counter(name for member in members for name in member.sides | member.agents | member.names | member.nearby)
    common = list({known.whole.get(name, name) for name, n in found.items() if 2 * n > len(members) and n > 1})
    parts = {part.lower() for name in common if " " in name for part in name.split()}
    return sorted(name for name in common if " " in name or name.lower() not in parts)[:4]


def why_of(members: list[Signature], known: Known) -> str:
    """Why the figures of one group are compared, in one sentence; "" for a single figure."""
    if len(members) < 2:
        return ""
    nouns = list(dict.fromkeys(member.noun for member in members if member.noun))
    family = _family(members) or members[0].kind
    counted = family if nouns in ([], [family]) else f"{family} ({', '.join(nouns)})" if len(nouns) > 1 else nouns[0]
    measured = members[0].kind in MEASURES and (members[0].generic or members[0].kind == "duration")
    share = "tell a share of " if members[0].kind == "share" else "count "
    purpose = shared_purpose(members) if measured else ""
    told = f"measure a {members[0].kind}{f' ({purpose})' if purpose else ''}" if measured else share + counted
    event = _common([_told(member) for member in members])
    if event:
        people = members[0].kind.startswith(PEOPLE) or event in ("evacuate", "kill", "wound")
        who = "who" if people else "that"
        told += f" {who} {EVENTS[event][2]}"
    parts, names, days = [told], _shared_names(members, known), _days(members)
    if names:
        parts.append(f"name {_listed(names)}")
    if any(one.sentence == two.sentence and one.document == two.document and told_against(one, two)
           for one, two in pairwise(members)):  # fmt: skip
        parts.append("are partly set against each other in one sentence")
    if days:
        parts.append(f"stand in articles of {days}")
    told = _listed(parts, ",")
    return f"Brought together because all {told}."
