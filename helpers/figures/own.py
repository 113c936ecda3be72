"""Whether a side counts its own success or its enemy's losses."""

from helpers.figures.sides import side_of
from helpers.figures.signature import Signature

LOSSES = frozenset(("kill", "wound", "arrest", "bomb", "capture", "miss"))
DEEDS = frozenset(("bomb", "attack", "evacuate", "rescue", "capture", "arrest", "kill", "wound"))


def counts_own(claimant: str, signature: Signature, actors: dict[str, str]) -> int:
    """1 if the claimant is a side that counts what its enemy lost or what itself achieved, else 0."""
    side = "" if claimant == "author" else side_of(claimant, actors)
    if not side:
        return 0
    if signature.event in LOSSES and signature.sides:
        return int(side not in signature.sides)
    own = side in signature.agents | signature.sides and signature.kind != "people_force"
    return int(own and signature.event in DEEDS)
