"""Figures, what is told about them, and their groups against the hand coding."""

import math
from collections import Counter
from itertools import combinations
from typing import NamedTuple

import pandas as pd

from helpers.gold.matching import (
    WORD,
    Disagreement,
    Scored,
    bound,
    by_document,
    close,
    content_words,
    f1,
    is_on,
    overlaps_any,
    pair_up,
    spans_of,
    told,
)

OPS = {
    "exact": {"="}, "at_least": {">", ">="}, "at_most": {"<", "<="}, "approx": {"~"}, "range": {"[]"},
    "vague": {"vague"},
}  # fmt: skip
CODED = {"op": "modifier", "noun": "counted"}  # columns of the gold that are called otherwise
TRAITS = ("op", "noun", "claimant", "voice", "stance")


class Document(NamedTuple):
    """One document's coded figures, those found, what was coded as no figure, and the pairs with the same value."""

    name: str
    gold: list[dict]
    found: list[dict]
    others: list[tuple[int, int]]
    pairs: list[tuple[int, int]]


class Matched(NamedTuple):
    """A figure that coder and build both list: the coder's row, and the group that each puts it in."""

    document: str
    row: dict
    coded: str
    group: str


def same_value(gold: dict, found: dict) -> bool:
    """Whether low and high agree within one per cent; for approximate and vague figures, whether the intervals meet.

    >>> coded = {"value_low": "40", "value_high": "inf", "modifier": "at_least", "kind": "boats"}
    >>> same_value(coded, {"low": 40.0, "high": math.inf}), same_value(coded, {"low": 40.0, "high": 40.0})
    (True, False)
    """
    low, high = bound(gold["value_low"], -math.inf), bound(gold["value_high"], math.inf)
    from_, to = bound(found["low"], -math.inf), bound(found["high"], math.inf)
    if gold["modifier"] in ("approx", "vague"):
        return max(low, from_) <= min(high, to)
    whole = high == math.inf and gold["kind"] == "share" and to == 100  # no share is over all
    return close(low, from_) and (close(high, to) or whole)


def same_noun(counted: str, noun: object) -> bool:
    """Whether two noun phrases share a word that tells something, or the head of the coded one.

    >>> same_noun("patrol boats", "boats"), same_noun("crew", "boats")
    (True, False)
    """
    words = content_words(noun)
    head = (WORD.findall(counted.lower()) or [""])[-1].rstrip("s")
    return bool(words & content_words(counted)) or head in {word.rstrip("s") for word in words}


def same_claimant(coded: str, claimant: str) -> bool:
    """Whether a figure has the coded claimant: the author itself, or somebody named by a shared word.

    >>> same_claimant("Ana Lund", "Lund"), same_claimant("author", ""), same_claimant("author", "Lund")
    (True, True, False)
    """
    if coded == "author":
        return (claimant or "author") == "author"
    return bool(content_words(coded) & content_words(claimant))


def traits_right(gold: dict, found: dict) -> dict[str, bool]:
    """Trait → whether the build tells it as the coder did: op, noun, claimant, voice, stance."""
    quoted = (told(found["voice"]) == "quoted") == (gold["voice"] == "quoted_block")
    return {
        "op": found["op"] in OPS[gold["modifier"]],
        "noun": same_noun(gold["counted"], found["noun"]),
        "claimant": same_claimant(gold["claimant"], told(found["claimant"])),
        "voice": quoted or gold["voice"] == "attributed",
        "stance": (told(found["stance"]) or "asserted") == gold["stance"],
    }


def _read(document: str, coded: list[dict], found: list[dict], others: list[dict]) -> Document:
    """Figures on lines that are not kept are coded too, but nobody is asked for them."""
    gold = [row for row in coded if not is_on(row["in_boilerplate"])]
    outside = spans_of([row for row in coded if is_on(row["in_boilerplate"])])
    mine = [row for row, span in zip(found, spans_of(found), strict=True) if not overlaps_any(span, outside)]
    pairs = [(i, j) for i, j in pair_up(spans_of(gold), spans_of(mine)) if same_value(gold[i], mine[j])]
    return Document(document, gold, mine, spans_of(others), pairs)


def _interval(low: object, high: object) -> str:
    return f"{told(low) or 'open'} to {told(high) or 'open'}"


def _unmatched(read: Document, n: Counter) -> list[Disagreement]:
    """Figures missed, and figures listed without cause; those coded as no figures are counted as decoys."""
    hit_gold, hit_found = {i for i, _ in read.pairs}, {j for _, j in read.pairs}
    notes = []
    for i, row in enumerate(read.gold):
        if i not in hit_gold:
            value = _interval(row["value_low"], row["value_high"])
            notes.append(Disagreement(read.name, row["start"], "figure missed", row["figure_text"], value, ""))
    for j, (row, span) in enumerate(zip(read.found, spans_of(read.found), strict=True)):
        if j not in hit_found:
            decoy = overlaps_any(span, read.others)
            n["decoys"] += decoy
            what, value = "no figure" if decoy else "extra figure or other value", _interval(row["low"], row["high"])
            notes.append(Disagreement(read.name, str(span[0]), what, told(row["text"]), "", value))
    return notes


def _traits(read: Document, n: Counter) -> list[Disagreement]:
    notes = []
    for i, j in read.pairs:
        gold, found = read.gold[i], read.found[j]
        for trait, right in traits_right(gold, found).items():
            n[trait] += right
            if not right:
                coded, text = gold[CODED.get(trait, trait)], gold["figure_text"]
                notes.append(Disagreement(read.name, gold["start"], trait, text, coded, told(found[trait])))
    return notes


def score_figures(
    figures: pd.DataFrame, gold: pd.DataFrame, others: pd.DataFrame | None, documents: list[str]
) -> Scored:
    """F1 of figures (overlap and the same value), what is told right about matched ones, decoys, and their groups.

    figures: the table of a build; gold: figure_claims; others: other_numbers of the gold; documents: those coded.
    Returns {"figures": {"f1", "p", "r", "n", "decoys", "op", "noun", "claimant", "voice", "stance"}, "groups": {"f1",
    "p", "r", "n"}} and the disagreements. Groups: F1 over pairs of matched figures that are told to be one quantity.
    """
    mine, coded, rest = by_document(figures), by_document(gold), by_document(others)
    n, notes, matched = Counter(), [], []
    for name in documents:
        read = _read(name, coded.get(name, []), mine.get(name, []), rest.get(name, []))
        n.update(both=len(read.pairs), found=len(read.found), gold=len(read.gold))
        notes += [*_unmatched(read, n), *_traits(read, n)]
        matched += [
            Matched(name, read.gold[i], read.gold[i]["event_key"], told(read.found[j].get("group")) or f"{name}:{j}")
            for i, j in read.pairs
        ]
    notes += _group_notes(matched)
    shares = {trait: round(n[trait] / max(1, n["both"]), 3) for trait in TRAITS}
    told_figures = {**f1(n["both"], n["found"], n["gold"]), "decoys": n["decoys"], **shares}
    groups = score_groups([(one.coded, one.group) for one in matched])
    return Scored({"figures": told_figures, "groups": groups}, notes)


def _group_notes(matched: list[Matched]) -> list[Disagreement]:
    """Pairs of figures that only the coder, or only the build, tells to be one quantity."""
    notes = []
    for one, two in combinations(matched, 2):
        coded, here = one.coded == two.coded, one.group == two.group
        if coded != here:
            text = f"{one.row['figure_text']} ({one.document}) and {two.row['figure_text']} ({two.document})"
            words = ["one quantity" if same else "two quantities" for same in (coded, here)]
            notes.append(Disagreement(one.document, one.row["start"], "group", text, *words))
    return notes


def score_groups(keys: list[tuple[str, str]]) -> dict[str, float]:
    """F1 over pairs of figures that are in one group.

    keys: (coded group, found group) of each matched figure.

    >>> score_groups([("a", "1"), ("a", "1"), ("b", "1")])
    {'f1': 0.5, 'p': 0.333, 'r': 1.0, 'n': 1}
    """
    both = coded = found = 0
    for x, y in combinations(keys, 2):
        same_gold, same_found = x[0] == y[0], x[1] == y[1]
        both, coded, found = both + (same_gold and same_found), coded + same_gold, found + same_found
    return f1(both, found, coded)
