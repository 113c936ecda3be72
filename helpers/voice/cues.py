"""Reporting verbs: every inflected form, its lemma, its kind, and one regular expression that finds them all."""

import re
from collections.abc import Iterable

from helpers.tables import read_lexicon


def _read_cues() -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    """CUES, KINDS and CLAUSES from data/lexicons/reporting_verbs.csv."""
    rows = read_lexicon("reporting_verbs")
    cues = {form: lemma for lemma, forms in zip(rows.lemma, rows.forms, strict=True) for form in forms.split("|")}
    return cues, dict(zip(rows.lemma, rows.kind, strict=True)), dict(zip(rows.lemma, rows.clause, strict=True))


def tree_pattern(words: Iterable[str]) -> str:
    """One alternation as a prefix tree: each letter of the text is looked at once, however many words there are.

    >>> tree_pattern(["say", "says", "sat"])
    'sa(?:t|y(?:s)?)'
    """
    tree: dict = {}
    for word in words:
        branch = tree
        for letter in word:
            branch = branch.setdefault(letter, {})
        branch[""] = {}

    def pattern(branch: dict) -> str:
        ends = "" in branch
        parts = [re.escape(letter) + pattern(rest) for letter, rest in sorted(branch.items()) if letter]
        if not parts:
            return ""
        body = parts[0] if len(parts) == 1 and not ends else f"(?:{'|'.join(parts)})"
        return body + "?" if ends else body

    return pattern(tree)


CUES, KINDS, CLAUSES = _read_cues()
"""form → lemma; lemma → kind (say, claim, deny, doubt, ask, show, write, tweet); lemma → clause:
free (takes a clause with or without "that"), that (asks for "that" or the like), quote (only beside a quotation)."""

TRAITS: dict[str, frozenset[str]] = {
    trait: frozenset(
        row.lemma for row in read_lexicon("reporting_verbs").itertuples() if trait in row.traits.split("|")
    )
    for trait in ("noun", "counting", "by", "addressed", "inverted", "straight", "same_past", "wordless")
}
"""trait → lemmas. noun: as often a noun, so its subject must agree; counting: takes a number ("counted 40");
by: names its speaker in the passive; addressed: takes a listener; inverted, straight: may (never) precede its subject
outside quotations; same_past: past like present; wordless: no way of saying."""

CUE_RE = re.compile(rf"(?<![\w-])(?:{tree_pattern(CUES)})(?![\w-])")
"""Every form of CUES as a whole word, lower case, longest first."""

CUE_SIGNS = frozenset(form.partition(" ")[0] for form in CUES)
"""First words of the forms: a sentence without one of them holds no cue."""


def cue_kind(cue: str) -> str:
    """Kind of a cue as it stands in the text ("" if it is none).

    >>> cue_kind("denied"), cue_kind("has said"), cue_kind("according to"), cue_kind("sat")
    ('deny', 'say', 'say', '')
    """
    lowered = cue.lower().strip()
    if lowered.startswith("according to"):
        return "say"
    if lowered.startswith("withdr"):  # "withdrew his statement that"
        return "deny"
    lemma = CUES.get(lowered) or CUES.get(lowered.rsplit(" ", 1)[-1])
    return KINDS.get(lemma, "")
