"""How far two coders agree: Krippendorff's alpha for nominal data."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import pandas as pd

from helpers.gold.matching import by_document, pair_up, spans_of, told

SECOND = ".coder2"  # gold/NAME.coder2.csv is the second coder's, in the columns of gold/NAME.csv
CODED = {
    "lines": ("label",),
    "quotes": ("speaker", "is_scare_quote"),
    "figure_claims": ("value_low", "value_high", "modifier", "kind", "claimant", "voice", "stance"),
    "names": ("referent", "load"),
}
COLUMNS = ["table", "column", "n_units", "agreement", "alpha"]


def krippendorff_alpha(units: Iterable[Sequence[str]]) -> float:
    """Agreement beyond chance of any number of coders on nominal data.

    units: for each thing coded, the values its coders gave; things coded once tell nothing and are left out.
    Returns 1 for perfect agreement, 0 for what chance alone would give, below 0 for less; nan without a thing coded
    twice. Where one value only was ever given, the agreement is perfect and alpha is 1.
    Source: Krippendorff (2004), Content Analysis, chapter 11: 1 − observed over expected disagreement, by coincidences.

    >>> round(krippendorff_alpha([("a", "a"), ("a", "b"), ("b", "b"), ("b", "b")]), 3)
    0.533
    """
    coded = [list(unit) for unit in units if len(unit) > 1]
    totals = Counter(value for unit in coded for value in unit)
    n = sum(totals.values())
    if not n:
        return float("nan")
    observed = sum((len(u) ** 2 - sum(c * c for c in Counter(u).values())) / (len(u) - 1) for u in coded)
    expected = (n * n - sum(c * c for c in totals.values())) / (n - 1)
    return 1 - observed / expected if expected else 1.0


def _pairs(first: list[dict], second: list[dict]) -> tuple[list[tuple[dict, dict]], int]:
    """(rows that both coders have, rows that one has and the other has not)."""
    if first and "start" not in first[0]:
        rows = {told(row["line"]): row for row in second}
        both = [(row, rows[told(row["line"])]) for row in first if told(row["line"]) in rows]
    else:
        both = [(first[i], second[j]) for i, j in sorted(pair_up(spans_of(first), spans_of(second)))]
    return both, len(first) + len(second) - 2 * len(both)


def coder_agreement(gold: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Agreement of two coders, for every coded column of every table that both have coded.

    gold: file stem → table, as `helpers.corpus.load_gold` gives it; the second coder's tables are called NAME.coder2.
    Returns table, column, n_units (rows both have), agreement (share alike, 0…1), alpha (Krippendorff's, nominal); the
    column `listed` tells of finding the same rows: its n_units are the rows either has, alpha is nan. Documents that
    one coder alone has coded are left out. No rows without a second coder.
    """
    rows = []
    for table, columns in CODED.items():
        first, second = by_document(gold.get(table)), by_document(gold.get(table + SECOND))
        found = [_pairs(first[name], second[name]) for name in first if name in second]
        both, alone = [pair for pairs, _ in found for pair in pairs], sum(n for _, n in found)
        if found:
            rows.append((table, "listed", len(both) + alone, len(both) / max(1, len(both) + alone), float("nan")))
        for column in columns if both else ():
            units = [(told(a[column]), told(b[column])) for a, b in both]
            alike = sum(a == b for a, b in units) / len(units)
            rows.append((table, column, len(units), alike, krippendorff_alpha(units)))
    return pd.DataFrame(rows, columns=COLUMNS)
