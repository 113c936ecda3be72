"""Make labels unlike each other: by a place or name, by the source, else by a number."""

from collections import Counter
from typing import NamedTuple

from helpers.figures.signature import Signature

LONGEST = 50  # characters of a label


class Known(NamedTuple):
    """Names of a corpus: part of a name -> the whole; names told as places somewhere; words of the sides' names."""

    whole: dict[str, str]
    places: frozenset
    sides: frozenset


def places_of(members: list[Signature], known: Known) -> list[str]:
    """Places that more than half of the members name, the commonest first; of a single one those told as its place."""
    first = members[0]
    if len(members) == 1 and first.event != "attack":
        return sorted(first.places & known.places)
    named = [(member.names | member.nearby | member.places) & known.places for member in members]
    found = Counter(place for names in named for place in names)
    return [place for place, n in sorted(found.items(), key=lambda item: (-item[1], item[0])) if 2 * n > len(members)]


def cut(label: str, longest: int) -> str:
    """The label cut between words to a length, without a dash, comma or bracket at its end.

    >>> cut("boats – Gull Point", 8)
    'boats'
    """
    short = label[: longest + 1].rsplit(" ", 1)[0] if len(label) > longest else label
    return short.rstrip(" –—-,:;(")


def unlike(labels: list[str], groups: list[list[Signature]], known: Known) -> list[str]:
    """Labels made unlike each other: what sets them apart, a place, a name, the source or a number, is added.

    What is added and sets nothing apart is taken away again. Returns labels of at most 50 characters, all different.
    """
    found = list(labels)
    for tell in (_part, _own_name, _source):
        doubled = _doubled(found)
        extras = [tell(group, known) if label in doubled else "" for label, group in zip(found, groups, strict=True)]
        told = Counter(zip(found, extras, strict=True))
        for index, extra in enumerate(extras):
            alone = told[found[index], extra] == 1
            if extra and alone and extra.lower() not in found[index].lower():
                found[index] = _added(found[index], extra)
    return _numbered(found)


def _numbered(labels: list[str]) -> list[str]:
    """Labels with a number behind those that are still the same, also once they are cut."""
    doubled, taken, seen, found = _doubled(labels), set(labels), Counter(), []
    for label in labels:
        numbered = label
        while label in doubled and (numbered == label or numbered in taken):
            seen[label] += 1
            numbered = _added(label, str(seen[label]))
        taken.add(numbered)
        found.append(numbered)
    return found


def _doubled(labels: list[str]) -> set[str]:
    return {label for label, n in Counter(labels).items() if n > 1}


def _added(label: str, extra: str) -> str:
    return f"{cut(label, LONGEST - 3 - len(extra))} – {extra}"


def _part(members: list[Signature], known: Known) -> str:
    return "a part" if members[0].portion else ""


def _own_name(members: list[Signature], known: Known) -> str:
    """A place of the figures, else a name beside them that is neither the outlet's nor whose word they are."""
    told = {word.strip("’'").lower() for one in members for word in f"{one.source} {one.claimant}".split()}
    told |= known.sides
    names = places_of(members, known)[:1] or sorted(name for name in members[0].names if name.lower() not in told)[:1]
    return known.whole.get(names[0], names[0])[:30] if names else ""


def _source(members: list[Signature], known: Known) -> str:
    """The outlet, where it is the only one that tells the quantity."""
    return members[0].source[:30] if len({member.source for member in members}) == 1 else ""
