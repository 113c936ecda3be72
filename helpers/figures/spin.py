"""Words that charge a figure, and the pairs of tellings that charge one quantity in opposite ways."""

from functools import lru_cache
from itertools import combinations

import pandas as pd

from helpers.figures.context import Context
from helpers.tables import read_lexicon, rows_of
from helpers.vocabulary import find_loaded

SIGNS = {"negative": -1, "distancing": -1, "positive": 1}
# Particles that make a number small are a reproach beside what one hoped for; those that make it great are not.
BELITTLING = frozenset(("only", "just", "merely", "barely", "a mere", "mere", "no more than", "hardly", "scarcely"))
PAIR_COLUMNS = [
    "group",
    "document",
    "start",
    "text",
    "spin",
    "charge",
    "other_document",
    "other_start",
    "other_text",
    "other_spin",
    "other_charge",
]


@lru_cache(maxsize=1)
def charges() -> dict[str, str]:
    """Word of regret, relief, help or failure (lower-case form or lemma) -> negative or positive."""
    rows = read_lexicon("figure_spin")
    return dict(zip(rows["word"], rows["charge"], strict=True))


def _hits(context: Context, index: int, position: int) -> list[tuple[int, int]]:
    """(start, end) of the charged words in the sentence around `position`, in order."""
    words = context.words(index, position)
    if not words:
        return []
    low, high = words[0].start, words[-1].end
    known = charges()
    found = [(start + low, end + low) for start, end, *_ in find_loaded(context.text[low:high])]
    taken = {at for start, end in found for at in range(start, end)}
    found += [
        (word.start, word.end)
        for word in words
        if (word.text.lower() in known or word.lemma in known) and word.start not in taken
    ]
    return sorted(found)


def spin_of(context: Context, index: int, number) -> str:
    """The charged words of the figure's sentence in their order, joined by "; "; "" if there are none."""
    key = (index, context.words(index, number.start)[0].start if context.words(index, number.start) else -1)
    if key not in context.notes:
        hits = _hits(context, index, number.start)
        context.notes[key] = "; ".join(dict.fromkeys(context.text[start:end] for start, end in hits))
    return context.notes[key]


def charge_of(spin: str, particles: str = "") -> int:
    """Which way the words around a figure lean: -1, 0 or 1.

    spin, particles: the cells of a row of `figures`.

    >>> charge_of("helped"), charge_of("unfortunately", "only"), charge_of("")
    (1, -1, 0)
    """
    known, total = charges(), 0
    for term in spin.split("; ") if spin else []:
        charge = known.get(term.lower()) or next((found[4] for found in find_loaded(term)), "")
        total += SIGNS.get(charge, 0)
    total -= any(particle.strip() in BELITTLING for particle in particles.lower().replace(";", ",").split(","))
    return (total > 0) - (total < 0)


def opposite_spin(figures: pd.DataFrame, groups: pd.DataFrame) -> pd.DataFrame:
    """Pairs of tellings of one quantity by different sources whose words lean in opposite ways.

    figures: rows with document, group, start, text, spin, particles (a column `source`, if there, tells the outlets
    apart, else the document does). groups: figure_groups, whose order the pairs take.
    Returns one row per pair, the positive telling first: group, document, start, text, spin, charge and the same of the
    other (other_document …).
    """
    by_group = _leaning(figures)
    rows = []
    for group in groups["group"].tolist():
        for (source, one), (other, two) in combinations(by_group.get(group, ()), 2):
            if one[-1] * two[-1] < 0 and source != other:
                first, second = (one, two) if one[-1] > 0 else (two, one)
                rows.append((group, *first, *second))
    return pd.DataFrame(rows, columns=PAIR_COLUMNS)


def _leaning(figures: pd.DataFrame) -> dict[str, list[tuple]]:
    """Group → (source, cells of a row of pairs) of each telling that leans one way."""
    source = "source" if "source" in figures else "document"
    columns = ("group", source, "document", "start", "text", "spin", "particles")
    found: dict[str, list[tuple]] = {}
    for group, told_by, *cells, spin, particles in rows_of(figures, *columns):
        charge = charge_of(str(spin or ""), str(particles or ""))
        if charge:
            found.setdefault(group, []).append((told_by, (*cells, spin, charge)))
    return found
