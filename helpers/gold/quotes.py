"""Quotations and their speakers against the hand coding."""

from collections import Counter

import pandas as pd

from helpers.gold.matching import (
    WORD,
    Disagreement,
    Scored,
    by_document,
    content_words,
    f1,
    is_on,
    overlap,
    overlaps_any,
    pair_up,
    spans_of,
    told,
)

SHORTEST = 4  # words: shorter ones are partial quotations, where even coders differ


def _speech(rows: list[dict], scare: list[dict]) -> list[dict]:
    """The quotations of a build that count: speech of four words or more, not over coded scare quotes."""
    marked = spans_of(scare)
    long = [row for row in rows if len(WORD.findall(told(row["text"]))) >= SHORTEST and not is_on(row["scare"])]
    return [row for row, span in zip(long, spans_of(long), strict=True) if not overlaps_any(span, marked)]


def _good(a: tuple[int, int], b: tuple[int, int]) -> bool:
    return 2 * overlap(a, b) >= max(a[1] - a[0], b[1] - b[0])


def _one_document(document: str, gold: list[dict], found: list[dict], n: Counter) -> list[Disagreement]:
    """Count one document into n; returns its disagreements."""
    wanted, got = spans_of(gold), spans_of(found)
    pairs = {i: j for i, j in pair_up(wanted, got) if _good(wanted[i], got[j])}
    n.update(both=len(pairs), found=len(found), gold=len(gold))
    notes = []
    for i, j in pairs.items():
        speaker, said = gold[i]["speaker"], told(found[j].get("speaker"))
        right = bool(content_words(speaker) & content_words(said))
        n.update(asked=speaker != "unknown", right=right and speaker != "unknown")
        if speaker != "unknown" and not right:
            notes.append(Disagreement(document, str(wanted[i][0]), "speaker", "", speaker, said))
    for i in sorted(set(range(len(gold))) - set(pairs)):
        notes.append(Disagreement(document, str(wanted[i][0]), "quotation missed", "", told(gold[i]["speaker"]), ""))
    for j in sorted(set(range(len(found))) - set(pairs.values())):
        notes.append(Disagreement(document, str(got[j][0]), "no quotation", "", "", told(found[j].get("speaker"))))
    return notes


def score_quotes(quotes: pd.DataFrame, gold: pd.DataFrame, documents: list[str]) -> Scored:
    """F1 of quotations of four words or more at half overlap, and the share of matched ones with the right speaker.

    quotes: document, start, end, text, speaker, scare; gold: document, start, end, speaker, is_scare_quote.
    documents: those that were coded. Returns {"f1", "p", "r", "n", "speaker_right", "n_speakers"} and the
    disagreements; speaker_right is None where no matched quotation has a known speaker.
    """
    mine, coded, n, notes = by_document(quotes), by_document(gold), Counter(), []
    for document in documents:
        rows = coded.get(document, [])
        scare = [row for row in rows if is_on(row["is_scare_quote"])]
        speech = [row for row in rows if not is_on(row["is_scare_quote"])]
        notes += _one_document(document, speech, _speech(mine.get(document, []), scare), n)
    share = round(n["right"] / n["asked"], 3) if n["asked"] else None
    measures = {**f1(n["both"], n["found"], n["gold"]), "speaker_right": share, "n_speakers": n["asked"]}
    return Scored(measures, notes)
