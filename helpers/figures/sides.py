"""Which side of the event a name belongs to, and whether a side counts its own success or its enemy's losses."""

import re

import pandas as pd

from helpers.figures.kinds import event_classes
from helpers.figures.signature import Signature
from helpers.figures.units import MEASURES
from helpers.figures.words import word_set
from helpers.tables import rows_of
from helpers.tokens import lemmatize

LOSSES = frozenset(("kill", "wound", "wound gravely", "arrest", "bomb", "capture", "miss"))
DEEDS = frozenset(("bomb", "attack", "evacuate", "rescue", "capture"))
BY_THEMSELVES = word_set("leave left flee escape depart get")  # who got out was not brought out
ANYBODY = word_set("people man woman")  # lent to whoever counts them: whose they are is not told
ARMED = frozenset(("fighters",))  # men whom nobody counts as his own
MEASURED = frozenset(("area", "distance", "share", ""))  # what a deed may be measured in


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


def counts_own(claimant: str, signature: Signature, actors: dict[str, str]) -> int:
    """1 if the claimant is a side that counts what its enemy lost or what itself achieved, else 0.

    Losses are the enemy's where the text says whose they are (a side beside the counted, or its very name) and it is
    not the claimant, or where militants and the like are counted; the dead of an accident are nobody's success. A deed
    is the claimant's own where he acts in the sentence and the counted do not act themselves.
    """
    side = "" if claimant == "author" else side_of(claimant, actors)
    if not side:
        return 0
    people = signature.kind.startswith("people_")
    if signature.head in ANYBODY and side in signature.sides:
        signature = signature._replace(sides=signature.sides - {side}, agents=signature.agents | {side})
    if signature.event in LOSSES and (signature.sides or people):
        return _enemys_loss(side, signature, actors)
    return _own_deed(side, signature)


def _enemys_loss(side: str, signature: Signature, actors: dict[str, str]) -> int:
    named = side_of(signature.head, actors) if signature.head else ""
    losers = signature.sides or frozenset([named] if named else ())
    return int(side not in losers if losers else signature.noun_class in ARMED and side in signature.agents)


def _own_deed(side: str, signature: Signature) -> int:
    moved = signature.event in ("evacuate", "rescue") and signature.event_word.split(" ")[0] in BY_THEMSELVES
    told = (signature.kind if signature.kind in MEASURES else "") in MEASURED
    acts = side in signature.agents and signature.kind != "people_force"
    return int(acts and told and signature.event in DEEDS and not moved)
