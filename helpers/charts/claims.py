"""What the board of figures is drawn from: one claim per source and value, and what the groups say in words."""

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import pandas as pd

from helpers.charts.sheet import Scale
from helpers.charts.style import counted, none_or, number, number_word, records, sentence, visible

_COLUMNS = ("document", "text", "low", "best", "high", "unit", "claimant", "voice", "stance", "group", "anchor")
_VERDICTS = {"conflicts": 0, "compatible": 1, "agrees": 2}


class Claim(NamedTuple):
    """One value as one source tells it on one claimant's word, however often."""

    source: str
    text: str
    low: float
    best: float
    high: float
    unit: str
    claimant: str
    quoted: bool
    doubted: str  # "", "doubted" or "denied"
    anchor: str
    times: int


class Quantity(NamedTuple):
    """One row of the board: a comparable quantity with all its claims, smallest first."""

    label: str
    kind: str
    verdict: str
    ratio: float
    silent: str
    claims: list[Claim]


def quantities_of(
    figures: pd.DataFrame, groups: pd.DataFrame, documents: pd.DataFrame, min_sources: int
) -> list[Quantity]:
    """Return the quantities told by at least `min_sources` sources: conflicts first, then by number of sources."""
    source_of = dict(records(documents, "document", "source"))
    claims: dict[str, dict[tuple, Claim]] = {}
    for row in records(figures, *_COLUMNS):
        claim = _claim(row, source_of)
        if row[9] and not math.isnan(claim.best):
            same = claims.setdefault(str(row[9]), {})
            who = claim.claimant.casefold().removeprefix("the ")
            key = (claim.source, claim.low, claim.best, claim.high, who, claim.quoted, claim.doubted)
            same[key] = claim._replace(text=same[key].text, times=same[key].times + 1) if key in same else claim
    found = []
    for row in records(groups, "group", "label", "kind", "verdict", "ratio", "silent_sources", "n_sources"):
        group, label, kind, verdict, ratio, silent, n_sources = row
        if n_sources >= min_sources and str(group) in claims:
            ordered = sorted(claims[str(group)].values(), key=lambda c: (c.best, c.source, c.text))
            found.append(((_VERDICTS.get(verdict, 3), -n_sources, label),
                          Quantity(visible(label), kind, verdict, ratio, silent, ordered)))
    return [quantity for _, quantity in sorted(found, key=lambda item: item[0])]


def _claim(row: tuple, source_of: dict) -> Claim:
    document, text, low, best, high, unit, claimant, voice, stance, _, anchor = row
    low, best, high = (float("nan") if value == "" else float(value) for value in (low, best, high))
    if math.isnan(best):
        best = _middle(low, high)
    low = -math.inf if math.isnan(low) else low
    high = math.inf if math.isnan(high) else high
    doubted = stance if stance in ("doubted", "denied") else ""
    claimant = "" if claimant == "author" else visible(claimant)
    text = text[:1].lower() + text[1:] if text[1:2].islower() else text  # "Twelve", where it began a sentence
    return Claim(source_of.get(document, document), visible(text), low, best, high, str(unit), claimant,
                 voice == "quoted", doubted, str(anchor), 1)


def _middle(low: float, high: float) -> float:
    """Where to draw a vague figure that prints no value: between its bounds, or at its only bound."""
    ends = [end for end in (low, high) if math.isfinite(end)]
    if len(ends) == 2:
        return math.sqrt(low * high) if low > 0 else (low + high) / 2
    return ends[0] if ends else float("nan")


def scale_of(quantity: Quantity, left: float, right: float) -> Scale:
    """Return the axis of one quantity: straight for shares, and where zero is told; logarithmic otherwise."""
    told = [v for c in quantity.claims for v in (c.low, c.best, c.high) if math.isfinite(v)]
    if quantity.kind == "share" and min(told) >= 0 and max(told) <= 100:
        return Scale(0, 100, left, right)
    positive = [v for v in told if v > 0]
    if min(c.best for c in quantity.claims) <= 0 or not positive:
        low, high = min(0.0, *told), max(1.0, *told)
        return Scale(low, high + 0.1 * (high - low), left, right)
    low, high = min(positive) / 1.25, max(positive) * 1.25
    widen = max(1.0, math.sqrt(8 / (high / low)))
    return Scale(low / widen, high * widen, left, right, log=True)


def verdict_in_words(quantity: Quantity) -> str:
    """Say how the tellings of a quantity stand to each other, and which is doubted or denied."""
    words = {"conflicts": "conflict", "compatible": "compatible: the bounds overlap", "agrees": "told alike"}
    said = words.get(quantity.verdict, "told by one source")
    if quantity.verdict == "conflicts" and _ratio_is_seen(quantity):
        said += f": largest {number(quantity.ratio, int(_has_decimal(quantity.ratio)))} × smallest"
    return said + _doubts(quantity.claims)


def _has_decimal(ratio: float) -> bool:
    """Whether a ratio is told with one decimal, as the table tells it; a large one is not."""
    return ratio < 100 and abs(ratio - round(ratio)) >= 0.05


def _doubts(claims: Sequence[Claim]) -> str:
    """Say which figure is doubted or denied in how many sources; the figure is left out where all tell the same."""
    one = len({(claim.low, claim.best, claim.high) for claim in claims}) == 1
    return "".join(_doubted([c for c in claims if c.doubted == word], word, one) for word in ("doubted", "denied"))


def _doubted(claims: Sequence[Claim], word: str, one: bool) -> str:
    told: dict[tuple, list[Claim]] = {}
    for claim in claims:
        told.setdefault((claim.low, claim.best, claim.high), []).append(claim)
    where = [(alike[0].text, number_word(len({claim.source for claim in alike}))) for alike in told.values()]
    if one:
        return "".join(f"; {word} in {n}" for _, n in where)
    return f"; {word}: {', '.join(f'{text} in {n}' for text, n in where)}" if where else ""


def _ratio_is_seen(quantity: Quantity) -> bool:
    """The table's ratio leaves out figures that print no value; it is told only where it spans all that is drawn."""
    smallest, largest = quantity.claims[0].best, quantity.claims[-1].best
    return quantity.ratio >= 1.05 and smallest > 0 and abs(largest / smallest / quantity.ratio - 1) < 0.05


def finding(quantities: Sequence[Quantity]) -> str:
    """Say in one or two sentences what the board shows.

    >>> finding([])
    'No quantity is told by more than one source.'
    """
    if not quantities:
        return "No quantity is told by more than one source."
    verdicts = [quantity.verdict for quantity in quantities]
    n = {verdict: verdicts.count(verdict) for verdict in _VERDICTS}
    shared = sum(n.values())
    if not shared:
        each = "each " if len(quantities) > 1 else ""
        return f"{sentence(counted(len(quantities), 'quantity', 'quantities'))}, {each}told by one source."
    if not n["conflicts"]:
        how = {"told alike": n["agrees"], "with bounds that overlap": n["compatible"]}
        parts = ", ".join(f"{number_word(count)} {words}" for words, count in how.items() if count)
        return f"No quantity told by several sources is contradicted: {parts}."
    verb = "conflicts" if n["conflicts"] == 1 else "conflict"
    said = f"{none_or(n['conflicts'])} of {counted(shared, 'quantity', 'quantities')} told by several sources {verb}."
    return f"{sentence(said)} {_widest_gap(quantities[0])}"


def _widest_gap(quantity: Quantity) -> str:
    """Split a quantity's claims where they lie furthest apart, and say who stands on which side."""
    claims = quantity.claims
    gaps = [_distance(low.best, high.best) for low, high in pairwise(claims)]
    cut = 1 + gaps.index(max(gaps)) if gaps else 0
    below, above = claims[:cut], claims[cut:]
    low_sources, high_sources = {c.source for c in below}, {c.source for c in above}
    label = sentence(quantity.label)
    if not below or not above or low_sources & high_sources:
        return f"{label}: from {claims[0].text} to {claims[-1].text}."
    return (f"{label}: {_says(high_sources, above, 'or more', min(c.best for c in above))}, "
            f"{_says(low_sources, below, 'or less', max(c.best for c in below))}.")


def _distance(low: float, high: float) -> float:
    return math.log(high / low) if low > 0 else high - low


def _says(sources: set[str], claims: list[Claim], bound: str, value: float) -> str:
    who = number_word(len(sources)) if bound == "or less" else counted(len(sources), "source")
    texts = list({claim.text.casefold(): claim.text for claim in claims}.values())
    several = f"{number(value, 0 if value == int(value) else 1)} {bound}"
    in_words = len(texts) <= 2 and not any(character.isdigit() for text in texts for character in text)
    said = " or ".join(texts) if in_words or len(texts) == 1 else several
    return f"{who} {'says' if len(sources) == 1 else 'say'} {said}"
