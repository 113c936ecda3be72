"""Which side of the event a name belongs to."""

import re

import pandas as pd


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
