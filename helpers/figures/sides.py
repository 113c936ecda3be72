"""Which side of the event a name belongs to."""

import re

import pandas as pd

from helpers.figures.kinds import event_classes
from helpers.tables import rows_of
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


def mentions_of_sides(names: pd.DataFrame | None) -> list[tuple[str, int, int, str, str]]:
    """(document, start, end, text, actor) of every mention of a side, from the table `names`.

    Rows of kind event are left out; where no kind is told, actors that are called after a deed.
    """
    if names is None or not len(names):
        return []
    count = range(len(names))
    kinds = names["kind"].tolist() if "kind" in names else ["" for _ in count]
    texts = names["text"].tolist() if "text" in names else ["" for _ in count]
    told = "kind" in names
    events = set() if told else {actor for actor in names["actor"].unique() if is_event(str(actor))}
    rows = rows_of(names, "document", "start", "end", "actor")
    return [
        (document, start, end, text, actor)
        for (document, start, end, actor), kind, text in zip(rows, kinds, texts, strict=True)
        if kind != "event" and actor not in events
    ]


def is_event(actor: str) -> bool:
    """Whether an actor's name is that of a deed or a date: "Taking of Orrin", "Orrin retaken", "Orrin 2031".

    >>> is_event("Taking of Orrin"), is_event("Orrin Strike Committee")
    (True, False)
    """
    deeds = event_classes()
    return any(
        word.isdigit() or (word.endswith(("ing", "en", "ed")) and lemmatize(word) in deeds) for word in actor.split()
    )
