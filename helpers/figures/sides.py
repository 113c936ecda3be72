"""Whether a side counts its own success or its enemy's losses."""

import re

import pandas as pd

from helpers.figures.signature import Signature

LOSSES = frozenset(("kill", "wound", "arrest", "bomb", "capture", "miss"))
DEEDS = frozenset(("bomb", "attack", "evacuate", "rescue", "capture", "arrest", "kill", "wound"))


def side_of(claimant: str, actors: dict[str, str]) -> str:
    """The actor whose name stands in a claimant's, the longest name first; "" if none does.

    actors: name as printed (lower case) -> actor.

    >>> side_of("a spokesman of the River Guard", {"guard": "Town", "river guard": "Province"})
    'Province'
    """
    low = claimant.lower()
    for name in sorted(actors, key=len, reverse=True):
        if name in low and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", low):
            return actors[name]
    return ""


def names_of_sides(names: pd.DataFrame | None) -> dict[str, str]:
    """Name as printed (lower case) -> actor, from the table `names`; events left out where it tells them apart."""
    if names is None or not len(names) or "text" not in names:
        return {}
    sides = names[names["kind"] != "event"] if "kind" in names else names
    return {str(text).lower(): actor for text, actor in zip(sides["text"], sides["actor"], strict=True)}


def counts_own(claimant: str, signature: Signature, actors: dict[str, str]) -> int:
    """1 if the claimant is a side that counts what its enemy lost or what itself achieved, else 0."""
    side = side_of(claimant, actors)
    if not side or claimant == "author":
        return 0
    if signature.event in LOSSES and signature.sides:
        return int(side not in signature.sides)
    own = side in signature.agents | signature.sides and signature.kind != "people_force"
    return int(own and signature.event in DEEDS)
