"""Which noun a number counts that has none of its own: the one that most speaks for, by weights that are learnt.

The weights are trained on invented passages (`python -m helpers.figures.elsewhere.train`).
"""

import math
from functools import lru_cache

from helpers.figures.context import Context
from helpers.figures.elsewhere.candidates import Found, Noun, has_own, nouns_for, ruled_head
from helpers.figures.kinds import kind_of
from helpers.figures.nouns import index_at
from helpers.tables import read_model

MODEL = "counted_nouns"
SURE = 0.4  # chance from which another noun than that of the rules is told; by cross-validation
MOST = 60  # figures of a text without a noun of their own that are looked into; more are a table


@lru_cache(maxsize=1)
def _weights() -> dict[str, float]:
    model = read_model(MODEL)
    return dict(zip(model["names"].tolist(), model["values"].astype(float).tolist(), strict=True))


def likeliest(nouns: list[Noun], weights: dict[str, float]) -> tuple[Noun, float]:
    """(the noun with the greatest sum of weights, its chance among all)."""
    sums = [sum([weights[name] for name in noun.names if name in weights]) for noun in nouns]
    greatest = max(sums)
    return nouns[sums.index(greatest)], 1 / sum(math.exp(value - greatest) for value in sums)


def choose_nouns(context: Context, found: list[Found]) -> None:
    """Write into the rows of a text's figures what those count that have no noun of their own, and their kind anew."""
    open_ = [place for place, figure in enumerate(found) if not has_own(figure)]
    for place in open_[:MOST]:
        figure = found[place]
        noun, chance = likeliest(nouns_for(context, found, place), _weights())
        if chance < SURE or noun.head == ruled_head(figure):
            continue
        words = context.words(figure.sentence, figure.number.start)
        at = index_at(words, figure.number.start)
        spot = {"start": figure.number.start, "end": figure.number.end, "first": at, "last": at}
        counted = figure.counted._replace(noun=noun.noun, head=noun.head, compound=noun.head, **spot)
        figure.row["noun"] = noun.noun
        figure.row["kind"] = kind_of(words, figure.number, counted, figure.others, figure.left)
