"""Bring together the figures that tell one quantity, by what they are about and never by their value."""

import math
from datetime import date
from typing import NamedTuple

import pandas as pd

from helpers.figures.cluster import cluster
from helpers.figures.compare import told_against
from helpers.figures.reader import Reader
from helpers.figures.sides import counts_own
from helpers.figures.signature import Signature
from helpers.figures.unlike import Known, unlike
from helpers.figures.wording import known_names, label_of, why_of
from helpers.tables import rows_of

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


class Told(NamedTuple):
    """What grouping asks of a row of `figures`."""

    document: str
    start: int
    end: int
    text: str
    low: float
    best: float
    high: float
    unit: str
    noun: str
    kind: str
    claimant: str
    stance: str


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
    return max(known) / min(known) if known and 0 not in best else float("nan")


def _best(row) -> float:
    if row.best == row.best and row.best not in (None, ""):
        return float(row.best)
    return (float(row.low) + float(row.high)) / 2 if row.high < math.inf else float(row.low)


def _stood_by(rows: list) -> list:
    """The figures without those that an article denies and puts another one of in the place: "180, not 140".

    What somebody else claims stays, though it is denied: then two claims stand against each other.
    """
    held = {(row.document, row.claimant) for row in rows if row.stance != "denied"}
    told = {document for document, _ in held}
    return [
        row
        for row in rows
        if row.stance != "denied"
        or not ((row.document, row.claimant) in held or (row.claimant == "author" and row.document in told))
    ]


def _group_row(name: str, label: str, rows: list, members: list[Signature], sources: list[str], known: Known) -> tuple:
    told = list(dict.fromkeys(member.source for member in members))
    rows = _stood_by(rows)
    low = [float(row.low) if row.low == row.low and row.low is not None else -math.inf for row in rows]
    high = [float(row.high) if row.high == row.high and row.high is not None else math.inf for row in rows]
    heard = set(told)
    silent = "; ".join(source for source in sources if source not in heard)
    ratio, verdict = _ratio([_best(row) for row in rows]), verdict_of(low, high, len(told))
    counts = (len(members), len(told))
    return name, label, members[0].kind, *counts, min(low), max(high), ratio, verdict, silent, why_of(members, known)


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
    if not len(figures):
        none = figures.assign(group=pd.Series(dtype="str"), own_side=pd.Series(dtype="int"))
        return none, pd.DataFrame(columns=GROUP_COLUMNS)
    known_stance = figures if "stance" in figures else figures.assign(stance="")
    rows = [Told(*cells) for cells in rows_of(known_stance, *Told._fields)]
    sources = dict(zip(documents["document"], documents["source"], strict=True))
    reader = Reader(spans, names)
    signatures = _signatures(rows, reader, sources, documents)
    clusters = cluster(signatures)
    group = [""] * len(rows)
    for number, found in enumerate(clusters):
        for index in found:
            group[index] = f"q{number + 1:02d}"
    members = [[signatures[index] for index in found] for found in clusters]
    known = known_names(signatures, reader.whole, set(reader.side_names.values()))
    labels = unlike([label_of(found, known) for found in members], members, known)
    outlets = list(dict.fromkeys(sources.values()))
    told = [
        _group_row(group[found[0]], label, [rows[index] for index in found], group_members, outlets, known)
        for found, label, group_members in zip(clusters, labels, members, strict=True)
    ]
    told_by = zip(rows, signatures, strict=True)
    own = [counts_own(str(row.claimant), signature, reader.side_names) for row, signature in told_by]
    joined = figures.reset_index(drop=True).assign(group=group, own_side=own)
    return joined, pd.DataFrame(told, columns=GROUP_COLUMNS)


def _signatures(rows: list, reader: Reader, sources: dict[str, str], documents: pd.DataFrame) -> list[Signature]:
    published = documents["published"] if "published" in documents else [""] * len(documents)
    days = {document: _day(str(day)) for document, day in zip(documents["document"], published, strict=True)}
    read = [
        reader.read(number, row, sources.get(row.document, row.document), days.get(row.document, math.nan))
        for number, row in enumerate(rows)
    ]
    return _lend_events(read)


def _lend_events(signatures: list[Signature]) -> list[Signature]:
    """A figure told against the one before it in the same sentence is of the same kind and happening."""
    lent = signatures[:1]
    for two in signatures[1:]:
        near = [told for told in lent[-3:] if told.document == two.document and two.sentence - told.sentence <= 2]
        one = lent[-1]
        if near and two.anaphor:
            one = next((told for told in reversed(near) if _told_of(told, two)), one)
        same = one.document == two.document and one.sentence == two.sentence and told_against(one, two)
        if (same and one.noun == two.noun) or (two.anaphor and one in near and _told_of(one, two)):
            purpose = two.purpose | (one.purpose if two.anaphor and one.kind == two.kind else frozenset())
            two = two._replace(kind=one.kind, event=one.event, sides=one.sides, purpose=purpose)
        elif two.portion and near and one.kind != two.kind and one.kind.startswith("people_") and two.befalls:
            two = two._replace(portion=False)  # "12 killed and another 30 injured": not more of the killed
        if two.among and any(_holds(told, two) for told in near):
            two = two._replace(portion=True)
        lent.append(two)
    return lent


def _told_of(one: Signature, two: Signature) -> bool:
    """Whether a figure that looks back ("spoke of 300", "300 joined") may speak of what an earlier sentence counts."""
    if one.portion or one.event == "whole" or one.sentence >= two.sentence:
        return False
    joined = one.kind == two.kind and two.event == "take part" and one.event in ("strike work", "protest", "take part")
    return one.noun == two.noun or joined


def _holds(one: Signature, two: Signature) -> bool:
    """Whether "three of them" are of those that a figure of the same or the last sentence counts, for the same."""
    near = two.sentence - one.sentence <= 1 and not one.portion
    return near and one.noun == two.noun and one.event == two.event != "wound gravely"


def _day(published: str) -> float:
    """Days since an epoch of an ISO date; NaN if there is none."""
    try:
        return date.fromisoformat(published[:10]).toordinal()
    except ValueError:
        return math.nan
