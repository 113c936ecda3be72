"""A sentence as the weights of doubt read it: words in dictionary form, and the terms of doubt among them."""

import re
from functools import lru_cache
from typing import NamedTuple

from helpers.tables import read_lexicon
from helpers.tokens import lemmatize

# Words, numbers and the marks that part clauses or voices.
TOKEN = re.compile(r"[^\W\d_]+(?:['’\-‐‑][^\W\d_]+){0,6}|\d[\d.,]{0,30}|[;:?!(—–\"“”]")
NUMBER, NAME = "<d>", "<n>"


class Hit(NamedTuple):
    """A term of data/lexicons/doubt_words.csv in a sentence: its tokens from first to last, end exclusive."""

    first: int
    last: int
    classes: tuple[str, ...]
    term: str


class Told(NamedTuple):
    """One sentence: where its tokens start, their lower-case forms, as read (lemma, NUMBER, NAME), lemmas, and hits."""

    starts: list[int]
    forms: list[str]
    words: list[str]
    lemmas: list[str]
    hits: list[Hit]


@lru_cache(maxsize=1)
def _terms() -> dict[str, dict[tuple[str, ...], tuple[str, ...]]]:
    """First word → term as words → classes; every term stands as it is written and in dictionary forms."""
    found: dict[tuple[str, ...], set[str]] = {}
    rows = read_lexicon("doubt_words")
    for term, name in zip(rows["term"], rows["class"], strict=True):
        words = term.split()
        for form in (tuple(words), tuple(map(lemmatize, words))):
            found.setdefault(form, set()).add(name)
    by_first: dict[str, dict] = {}
    for form in sorted(found, key=len, reverse=True):
        by_first.setdefault(form[0], {})[form] = tuple(sorted(found[form]))
    return by_first


@lru_cache(maxsize=50_000)
def _forms(printed: str) -> tuple[tuple[str, str], ...]:
    """(lower-case form, lemma) of a token; a contracted "not" is a token of its own."""
    form = printed.lower().replace("’", "'")
    if form.endswith("n't"):
        verb = "can" if form in ("can't", "won't") else form[:-3]
        return ((form[:-3], lemmatize(verb)), ("not", "not"))
    form = form.removesuffix("'s")
    if not form[:1].isalpha():
        return ((form, NUMBER if form[:1].isdigit() else form),)
    return ((form, lemmatize(form)),)


def read_sentence(text: str, start: int, end: int) -> Told:
    """Read text[start:end]; offsets count in `text`.

    >>> told = read_sentence("Orrin's mayor doesn't believe the 40.", 0, 37)
    >>> told.words
    ['orrin', 'mayor', 'do', 'not', 'believe', 'the', '<d>']
    >>> [(hit.term, hit.classes) for hit in told.hits if "neg" in hit.classes]
    [('not', ('neg',))]
    """
    starts, forms, words, lemmas = [], [], [], []
    for found in TOKEN.finditer(text, start, end):
        printed = found.group()
        parts = _forms(printed)
        name = bool(starts) and printed[0].isupper() and len(parts) == 1
        for form, lemma in parts:
            starts.append(found.start())
            forms.append(form)
            lemmas.append(lemma)
            words.append(NAME if name else lemma)
    return Told(starts, forms, words, lemmas, _hits(forms, lemmas))


def _hits(forms: list[str], lemmas: list[str]) -> list[Hit]:
    """The terms of a sentence from left to right, the longest at each place."""
    terms, found, at, size = _terms(), [], 0, len(forms)
    while at < size:
        printed, lemma = forms[at], lemmas[at]
        known = [terms[printed]] if printed in terms else []
        if lemma != printed and lemma in terms:  # of two terms of one length the printed one counts
            known.append(terms[lemma])
        best: tuple[str, ...] = ()
        for term in (term for by_form in known for term in by_form):
            if len(term) > len(best) and (len(term) == 1 or _stands(term, forms, lemmas, at)):
                best = term
        if best:
            found.append(Hit(at, at + len(best), terms[best[0]][best], " ".join(best)))
        at += len(best) or 1
    return found


def _stands(term: tuple[str, ...], forms: list[str], lemmas: list[str], at: int) -> bool:
    """Whether a term of several words stands at token `at`, each word as printed or in dictionary form."""
    if at + len(term) > len(forms):
        return False
    return all(word in (forms[at + i], lemmas[at + i]) for i, word in enumerate(term))
