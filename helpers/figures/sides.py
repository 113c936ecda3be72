"""Which side of the event a name belongs to."""

import re

import pandas as pd

from helpers.figures.kinds import event_classes
from helpers.tokens import lemmatize


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
    sides = only_sides(names)
    return {str(text).lower(): actor for text, actor in zip(sides["text"], sides["actor"], strict=True)}


def only_sides(names: pd.DataFrame) -> pd.DataFrame:
    """The mentions of sides: rows of kind event are left out; where no kind is told, actors that are called a deed."""
    if "kind" in names:
        return names[names["kind"] != "event"]
    events = [actor for actor in names["actor"].unique() if is_event(str(actor))]
    return names[~names["actor"].isin(events)] if events else names


def is_event(actor: str) -> bool:
    """Whether an actor's name is that of a deed or a date: "Taking of Orrin", "Orrin retaken", "Orrin 2031".

    >>> is_event("Taking of Orrin"), is_event("Orrin Strike Committee")
    (True, False)
    """
    deeds = event_classes()
    return any(
        word.isdigit() or (word.endswith(("ing", "en", "ed")) and lemmatize(word) in deeds) for word in actor.split()
    )
