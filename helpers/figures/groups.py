"""Bring together the figures that tell one quantity, by what they are about and never by their value."""

import math

import pandas as pd

from helpers.figures.compare import cluster, told_against
from helpers.figures.own import counts_own
from helpers.figures.reader import Reader
from helpers.figures.sides import names_of_sides
from helpers.figures.signature import Signature

GROUP_COLUMNS = [
    "group",
    "label",
    "kind",
    "n_figures",
    "n_sources",
    "low",
    "high",
    "ratio",
    "verdict",
    "silent_sources",
    "why",
]


def verdict_of(low: list[float], high: list[float], n_sources: int) -> str:
    """How the tellings of one quantity stand to each other.

    low, high: their bounds. Returns agrees (all the same), compatible (all overlap), conflicts, "" for one source.

    >>> verdict_of([4000, 5000], [4000, float("inf")], 2)
    'conflicts'
    """
    if n_sources < 2:
        return ""
    if len(set(zip(low, high, strict=True))) == 1:
        return "agrees"
    return "compatible" if max(low) <= min(high) else "conflicts"


def _ratio(best: list[float]) -> float:
    known = [value for value in best if value == value and 0 < value < math.inf]
    return max(known) / min(known) if known else float("nan")


def _label(members: list[Signature]) -> str:
    """The quantity in words: nouns, what happens, names that all share."""
    nouns = list(dict.fromkeys(member.noun for member in members if member.noun))[:4]
    event = next((member.event for member in members if member.event), "")
    shared = (
        frozenset.intersection(*(member.names | member.nearby for member in members))
        if len(members) > 1
        else members[0].places
    )
    parts = [", ".join(nouns) or members[0].kind, event, ", ".join(sorted(shared)[:3])]
    return " · ".join(part for part in parts if part)


def _why(members: list[Signature], reasons: list[str]) -> str:
    """The merge in words; "" for a single figure."""
    if len(members) < 2:
        return ""
    nouns = ", ".join(dict.fromkeys(member.noun for member in members if member.noun))
    classes = ", ".join(dict.fromkeys(member.noun_class for member in members))
    words = ", ".join(dict.fromkeys(member.event_word for member in members if member.event_word))
    told = f"counts {classes} ({nouns})" + (f"; told by the words {words}" if words else "")
    return "; ".join([told, *dict.fromkeys(reasons)])


def _best(row) -> float:
    if row.best == row.best and row.best not in (None, ""):
        return float(row.best)
    return (float(row.low) + float(row.high)) / 2 if row.high < math.inf else float(row.low)


def _group_row(
    name: str, rows: pd.DataFrame, members: list[Signature], sources: list[str], reasons: list[str]
) -> tuple:
    told = list(dict.fromkeys(member.source for member in members))
    low = [float(value) if value == value else -math.inf for value in rows["low"]]
    high = [float(value) if value == value else math.inf for value in rows["high"]]
    silent = "; ".join(source for source in sources if source not in told)
    return (
        name,
        _label(members),
        members[0].kind,
        len(members),
        len(told),
        min(low),
        max(high),
        _ratio([_best(row) for row in rows.itertuples()]),
        verdict_of(low, high, len(told)),
        silent,
        _why(members, reasons),
    )


def group_figures(
    figures: pd.DataFrame, spans: pd.DataFrame, documents: pd.DataFrame, names: pd.DataFrame | None = None
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Bring together the figures of several articles that tell one quantity.

    figures: rows of find_figures_in with a column `document`. spans: the spans of those documents.
    documents: document, source, published (ISO date, may be empty). names: mentions of actors (document, start, end,
    actor; with a column `kind`, rows of kind event are left out); without it capitals beside the noun stand for sides.
    Two figures are joined if they count comparable things (noun_classes.csv) of one kind to which the same happens
    (event_classes.csv), told of the same time, and share a side, a place or a name; never by their values.
    Returns (figures with the columns group and own_side, figure_groups with one row per group, in order of appearance).
    """
    rows = figures.reset_index(drop=True)
    sources = dict(zip(documents["document"], documents["source"], strict=True))
    days = {row.document: _day(getattr(row, "published", "")) for row in documents.itertuples()}
    if not len(rows):
        return rows.assign(group=pd.Series(dtype="str"), own_side=pd.Series(dtype="int")), pd.DataFrame(
            columns=GROUP_COLUMNS
        )
    reader = Reader(spans, names)
    signatures = [
        reader.read(row.Index, row, sources.get(row.document, row.document), days.get(row.document, math.nan))
        for row in rows.itertuples()
    ]
    signatures = _lend_events(signatures)
    clusters, reasons = cluster(signatures)
    group, told = [""] * len(rows), []
    for number, found in enumerate(clusters):
        name = f"q{number + 1:02d}"
        for index in found:
            group[index] = name
        members = [signatures[index] for index in found]
        told.append(_group_row(name, rows.iloc[found], members, list(dict.fromkeys(sources.values())), reasons[number]))
    actors = names_of_sides(names)
    own = [counts_own(str(row.claimant), signatures[row.Index], actors) for row in rows.itertuples()]
    return rows.assign(group=group, own_side=own), pd.DataFrame(told, columns=GROUP_COLUMNS)


def _lend_events(signatures: list[Signature]) -> list[Signature]:
    """A figure told against the one before it in the same sentence is of the same kind and happening."""
    lent = signatures[:1]
    for two in signatures[1:]:
        one = lent[-1]
        same = one.document == two.document and one.sentence == two.sentence and told_against(one, two)
        lent.append(two._replace(kind=one.kind, event=one.event, sides=one.sides) if same else two)
    return lent


def _day(published: str) -> float:
    """Days since an epoch of an ISO date; NaN if there is none."""
    stamp = pd.to_datetime(str(published)[:10] or None, errors="coerce")
    return float("nan") if stamp is pd.NaT else stamp.toordinal()
