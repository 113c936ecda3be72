"""Words that charge a figure, and the pairs of tellings that charge one quantity in opposite ways."""

from functools import lru_cache
from itertools import combinations

import pandas as pd

from helpers.figures.context import Context, Word
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


def _hits(context: Context, words: list[Word]) -> list[tuple[int, int]]:
    """(start, end) of the charged words of a sentence, in order."""
    low, known = words[0].start, charges()
    found = [(start + low, end + low) for start, end, *_ in find_loaded(context.text[low : words[-1].end])]
    taken = {at for start, end in found for at in range(start, end)}
    charged = (word for word in words if word.text.lower() in known or word.lemma in known)
    return sorted(found + [(word.start, word.end) for word in charged if word.start not in taken])


def spin_of(context: Context, index: int, number) -> str:
    """The charged words of the figure's sentence in their order, joined by "; "; "" if there are none."""
    words = context.words(index, number.start)
    key = index, words[0].start if words else -1
    if key not in context.notes:
        hits = _hits(context, words) if words else []
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
