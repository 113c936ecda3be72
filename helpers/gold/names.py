"""Mentions of actors against the hand coding."""

import re
from collections import Counter

import pandas as pd

from helpers.gold.matching import Disagreement, Scored, by_document, f1, overlaps_any, pair_up, spans_of, told

PUNCTUATION = re.compile(r"[\W_]+")


def _plain(name: object) -> str:
    """An actor's name without case, blanks and punctuation: coders and actors.csv may write it differently."""
    return PUNCTUATION.sub("", told(name).lower())


def score_names(names: pd.DataFrame, gold: pd.DataFrame, kept: pd.DataFrame) -> Scored:
    """F1 of mentions (any overlap) on kept lines, and the share of matched ones told of the right actor.

    names: document, start, end, text, actor; gold: document, line, start, end, text, referent.
    kept: document, start, end of the kept lines of the coded documents. Mentions outside of them are left out.
    Returns {"f1", "p", "r", "n", "actor_right", "n_actors"} and the disagreements. Only mentions of actors that the
    build knows are asked for their actor: coders may tell events apart that bear one name.
    """
    mine, coded, n, notes = by_document(names), by_document(gold), Counter(), []
    known = {_plain(actor) for actor in names["actor"]}
    for document, lines in by_document(kept).items():
        ranges = spans_of(lines)
        wanted = [row for row in coded.get(document, []) if overlaps_any(spans_of([row])[0], ranges)]
        found = [row for row in mine.get(document, []) if overlaps_any(spans_of([row])[0], ranges)]
        pairs = pair_up(spans_of(wanted), spans_of(found))
        n.update(both=len(pairs), found=len(found), gold=len(wanted))
        notes += _notes(document, wanted, found, pairs, n, known)
    share = round(n["right"] / n["asked"], 3) if n["asked"] else None
    measures = {**f1(n["both"], n["found"], n["gold"]), "actor_right": share, "n_actors": n["asked"]}
    return Scored(measures, notes)


def _notes(
    document: str, gold: list[dict], found: list[dict], pairs: list[tuple[int, int]], n: Counter, known: set[str]
) -> list[Disagreement]:
    notes = []
    for i, j in pairs:
        coded = _plain(gold[i]["referent"])
        right = coded == _plain(found[j]["actor"])
        n.update(right=right, asked=coded in known)
        if coded in known and not right:
            notes.append(Disagreement(document, told(gold[i]["start"]), "actor", told(gold[i]["text"]),
                                      gold[i]["referent"], told(found[j]["actor"])))  # fmt: skip
    hit, taken = {i for i, _ in pairs}, {j for _, j in pairs}
    for i in sorted(set(range(len(gold))) - hit):
        notes.append(Disagreement(document, told(gold[i]["start"]), "name missed", told(gold[i]["text"]),
                                  gold[i]["referent"], ""))  # fmt: skip
    for j in sorted(set(range(len(found))) - taken):
        notes.append(Disagreement(document, told(found[j]["start"]), "no name", told(found[j]["text"]), "",
                                  told(found[j]["actor"])))  # fmt: skip
    return notes
