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


Terms = dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]]


@lru_cache(maxsize=1)
def _terms() -> Terms:
    """First word → (term as words, its classes), the longest first; every term as it is written and in its lemmas."""
    found: dict[tuple[str, ...], set[str]] = {}
    rows = read_lexicon("doubt_words")
    for term, name in zip(rows["term"], rows["class"], strict=True):
        words = term.split()
        for form in (tuple(words), tuple(map(lemmatize, words))):
            found.setdefault(form, set()).add(name)
    by_first: Terms = {}
    for form in sorted(found, key=len, reverse=True):
        by_first.setdefault(form[0], []).append((form, tuple(sorted(found[form]))))
    return by_first


@lru_cache(maxsize=50_000)
def _forms(printed: str) -> tuple[tuple[str, str, str], ...]:
    """(lower-case form, lemma, as read inside a sentence) of a token; a contracted "not" is a token of its own."""
    form = printed.lower().replace("’", "'")
    if form.endswith("n't"):
        lemma = lemmatize("can" if form in ("can't", "won't") else form[:-3])
        return ((form[:-3], lemma, lemma), ("not", "not", "not"))
    form = form.removesuffix("'s")
    lemma = lemmatize(form) if form[:1].isalpha() else NUMBER if form[:1].isdigit() else form
    return ((form, lemma, NAME if printed[0].isupper() else lemma),)


def read_sentence(text: str, start: int, end: int) -> Told:
    """Read text[start:end]; offsets count in `text`.

    >>> told = read_sentence("Orrin's mayor doesn't believe the 40.", 0, 37)
    >>> told.words
    ['orrin', 'mayor', 'do', 'not', 'believe', 'the', '<d>']
    >>> [(hit.term, hit.classes) for hit in told.hits if "neg" in hit.classes]
    [('not', ('neg',))]
    """
    found = [(match.start(), *part) for match in TOKEN.finditer(text, start, end) for part in _forms(match.group())]
    starts, forms, lemmas, words = map(list, zip(*found, strict=True)) if found else ([], [], [], [])
    words[:1] = lemmas[:1]  # a capital at the head of a sentence is no name's
    return Told(starts, forms, words, lemmas, _hits(forms, lemmas))


def _hits(forms: list[str], lemmas: list[str]) -> list[Hit]:
    """The terms of a sentence from left to right, the longest at each place."""
    terms, found, stop = _terms(), [], 0
    for at, (printed, lemma) in enumerate(zip(forms, lemmas, strict=True)):
        if at < stop or not (printed in terms or lemma in terms):
            continue
        best: tuple[str, ...] = ()
        classes: tuple[str, ...] = ()
        for word in (printed,) if lemma == printed else (printed, lemma):
            for term, named in terms.get(word, ()):
                if len(term) <= len(best):
                    break  # of two terms of one length the printed one counts
                if _goes_on(term, forms, lemmas, at):
                    best, classes = term, named
                    break
        if best:
            stop = at + len(best)
            found.append(Hit(at, stop, classes, " ".join(best)))
    return found


def _goes_on(term: tuple[str, ...], forms: list[str], lemmas: list[str], at: int) -> bool:
    """Whether the words of a term behind its first, at token `at`, follow, each as printed or in dictionary form."""
    if at + len(term) > len(forms):
        return False
    for word in term[1:]:
        at += 1
        if word != lemmas[at] and word != forms[at]:
            return False
    return True
