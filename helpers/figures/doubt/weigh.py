"""Weigh the words around a figure: how likely is it that the text doubts or denies it."""

import math
from functools import lru_cache

import numpy as np

from helpers.figures.context import Context
from helpers.figures.doubt.features import Claimed, Surroundings
from helpers.figures.reach import OWNED
from helpers.tables import read_model

MODEL = "figure_doubt"
STANCES = ("", "doubted", "denied")  # what the weights tell apart: neither, doubted, denied
SURE = 0.6  # chance of either from which a figure counts as doubted; chosen on coded articles of the read half
OWNED_REACH = 200  # characters of a sentence in which it may name whose figure it doubts
LOOK_BACK = 4  # figures before one that may be meant instead
MOST = 40  # figures of a sentence that are weighed; more are a table

Weights = dict[str, dict[str, tuple[float, ...]]]


def as_weights(names: list[str], values: np.ndarray) -> Weights:
    """Zone → name → log odds against neither, one per stance that the weights tell apart.

    names: "zone|name"; values: shape (names, stances).
    """
    found: Weights = {}
    for name, row in zip(names, values.tolist(), strict=True):
        zone, _, rest = name.partition("|")
        found.setdefault(zone, {})[rest] = tuple(value - row[0] for value in row[1:])
    return found


@lru_cache(maxsize=1)
def _weights() -> Weights:
    model = read_model(MODEL)
    return as_weights(model["names"].tolist(), model["values"].astype(np.float64))


def chances(surroundings: Surroundings, number: int, figure: Claimed, weights: Weights) -> list[float]:
    """Chances that a figure is told as neither, doubted, denied; number: index of its sentence."""
    rows = []
    for zone, names in surroundings.zones(number, figure):
        known = weights.get(zone, {})
        rows += [known[name] for name in known.keys() & names]
    sums = [math.fsum(column) for column in zip(*rows, strict=True)] or [0.0] * (len(STANCES) - 1)  # in any order
    grown = [1.0, *(math.exp(value) for value in sums)]
    return [value / sum(grown) for value in grown]


def _owner_of_doubt(context: Context, number: int, rows: list[dict], place: int) -> dict:
    """The figure that the next sentence doubts by the name of its claimant: "Ms Noll's number is a fairy tale".

    number: index of the sentence of rows[place]. Another's figure just before is meant where its claimant is named.
    """
    start, end = context.sentence(number + 1)
    owner = OWNED.search(context.text, start, min(end, start + OWNED_REACH))
    name = owner["who"].lower() if owner else ""
    row = rows[place]
    if not name or name in row["claimant"].lower().split():
        return row
    earlier = reversed(rows[max(0, place - LOOK_BACK) : place])
    return next((other for other in earlier if name in other["claimant"].lower().split()), row)


def weigh_doubts(context: Context, rows: list[dict]) -> None:
    """Write into the figures of an article which of them the words around them doubt or deny.

    rows: the figures in order, with start, end, noun, claimant, cue and stance; one asserted or reported so far may
    become doubted or denied, in place.
    """
    if not rows:
        return
    surroundings = Surroundings(context, [(row["start"], row["end"]) for row in rows])
    weighed: dict[int, int] = {}
    for place, row in enumerate(rows):
        number = context.sentence_number(row["start"])
        weighed[number] = weighed.get(number, 0) + 1
        if weighed[number] > MOST or row["stance"] in STANCES or not surroundings.may_be_doubted(number):
            continue
        figure = Claimed(row["start"], row["end"], row["noun"], row["claimant"], row["cue"])
        neither, doubted, denied = chances(surroundings, number, figure, _weights())
        if 1 - neither >= SURE:
            meant = _owner_of_doubt(context, number, rows, place) if surroundings.has_signs(number + 1) else row
            meant["stance"] = "doubted" if doubted >= denied else "denied"
