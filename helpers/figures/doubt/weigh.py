"""Weigh the words around a figure: how likely is it that the text doubts or denies it."""

import math
from functools import lru_cache

import numpy as np

from helpers.figures.context import Context
from helpers.figures.doubt.features import Claimed, Surroundings
from helpers.tables import read_model

MODEL = "figure_doubt"
STANCES = ("", "doubted", "denied")  # what the weights tell apart: neither, doubted, denied
SURE = 0.6  # chance of either from which a figure counts as doubted; chosen on coded articles of the read half
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
    sums = [0.0] * (len(STANCES) - 1)
    for zone, names in surroundings.zones(number, figure):
        known = weights.get(zone, {})
        for name in names:
            row = known.get(name)
            if row:
                for place, value in enumerate(row):
                    sums[place] += value
    grown = [1.0, *(math.exp(value) for value in sums)]
    return [value / sum(grown) for value in grown]


def weigh_doubts(context: Context, rows: list[dict]) -> None:
    """Write into the figures of an article which of them the words around them doubt or deny.

    rows: the figures in order, with start, end, noun, claimant, cue and stance; one asserted or reported so far may
    become doubted or denied, in place.
    """
    if not rows:
        return
    surroundings = Surroundings(context, [(row["start"], row["end"]) for row in rows])
    weighed: dict[int, int] = {}
    for row in rows:
        number = context.sentence_number(row["start"])
        weighed[number] = weighed.get(number, 0) + 1
        if weighed[number] > MOST or row["stance"] in STANCES or not surroundings.may_be_doubted(number):
            continue
        figure = Claimed(row["start"], row["end"], row["noun"], row["claimant"], row["cue"])
        neither, doubted, denied = chances(surroundings, number, figure, _weights())
        if 1 - neither >= SURE:
            row["stance"] = "doubted" if doubted >= denied else "denied"
