"""Loaded terms in a text: one pass over its words, the longest term first."""

import re
from bisect import bisect_right
from itertools import accumulate
from types import SimpleNamespace

import pandas as pd

from helpers.tables import by_document, columns_of, empty_table
from helpers.tokens import LONGEST, tokenize
from helpers.vocabulary.handed import is_handed, is_term_or_told
from helpers.vocabulary.lexicon import ANY, APART, BLANK, HYPHEN, HYPHENS, Entry, Opening, Word, keys, openers
from helpers.voice import find_quotes

YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
WINDOW = 6  # words on either side that `not_in` and `needs` look at
SCARE_CATEGORY, SCARE_CHARGE = "scare_quotes", "distancing"
COLUMNS = ["start", "end", "text", "term", "category", "charge", "scare"]
MAX_SCARE_WORDS = 4
AROUND = 160  # characters on either side of a quotation in which its speaker is sought
# Words after which a noun, not a verb, must follow, and the other way round: enough to tell "a row" from "they row".
BEFORE_NOUN = frozenset({
    "a", "an", "the", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my", "your",
    "whose", "of", "in", "for", "with", "by", "on", "at", "from", "into", "no", "any", "some", "every", "each",
    "another", "such",
})
BEFORE_VERB = frozenset({
    "to", "will", "would", "can", "could", "should", "must", "may", "might", "shall", "i", "we", "you", "they",
    "he", "she", "it", "who", "not", "never", "don't", "doesn't", "didn't", "won't", "can't", "cannot",
    "wouldn't",
})
# Prefixes that turn a loaded word into a plain one when joined to it by a hyphen ("anti-terror", "non-radical").
UNLOADING = frozenset({
    "anti", "non", "counter", "post", "ex", "pre", "de", "semi",
})
# Terms of these categories are names themselves; elsewhere capitals side by side show a proper name ("Epic Games").
NAMING = frozenset({
    "people_label", "delegitimising", "politics", "religious", "extremism", "conspiracy", "hedging",
})

HEADLINE_CHARACTERS = 200  # a headline ends within so many characters, and without a full stop


def _words(text: str) -> list[Word]:
    """Words of a text, the parts of hyphenated ones apart."""
    found: list[Word] = []
    last = 0
    for start, end in tokenize(text):
        token, gap = text[start:end], text[last:start]
        link, last = BLANK if gap == " " or (gap.isspace() and "\n" not in gap) else APART, end
        if "-" not in token and "‐" not in token and "‑" not in token:
            found.append((start, end, token, link))
            continue
        at = start
        for part in HYPHENS.split(token):
            if part:
                found.append((at, at + len(part), part, link))
            at, link = at + len(part) + 1, HYPHEN
    return found


def _same(word: Word, wanted: str, cased: bool) -> bool:
    if wanted == ANY:
        return True
    if cased and wanted != wanted.lower():
        return word[2].removesuffix("'s").removesuffix("’s").rstrip("s") == wanted.rstrip("s")
    return wanted in keys(word[2])


def _reach(words: list[Word], i: int, entry: Entry) -> tuple[int, int] | None:
    """Words first–last (inclusive) that an entry covers when its first plain word stands at i, or None."""
    first = i - 1 if entry.words[0] == ANY else i
    last = first + len(entry.words) - 1
    if first < 0 or last >= len(words):
        return None
    if entry.forms and words[i][2].lower() not in entry.forms:
        return None
    for word, wanted, joined in zip(words[first : last + 1], entry.words, entry.joined, strict=True):
        if (joined and word[3] != HYPHEN) or not _same(word, wanted, entry.cased):
            return None
    if any(word[3] == APART for word in words[first + 1 : last + 1]):
        return None
    return first, last


def _near(words: list[Word], first: int, last: int) -> set[str]:
    around = words[max(0, first - WINDOW) : first] + words[last + 1 : last + 1 + WINDOW]
    return {key for word in around for key in keys(word[2])}


def _plain_sense(words: list[Word], first: int, last: int, entry: Entry) -> bool:
    """Whether the context shows an innocent sense that the entry's guards name."""
    before = keys(words[first - 1][2]) if first and words[first][3] != APART else ()
    after = keys(words[last + 1][2]) if last + 1 < len(words) and words[last + 1][3] != APART else ()
    if not entry.not_after.isdisjoint(before) or not entry.not_before.isdisjoint(after):
        return True
    if entry.term.endswith(" of") and last + 1 < len(words) and YEAR.fullmatch(words[last + 1][2]):
        return True  # "the flood of 1954" was water
    if words[first][3] == HYPHEN and not UNLOADING.isdisjoint(before):
        return True
    if entry.pos and before and before[0] in (BEFORE_VERB if entry.pos == "n" else BEFORE_NOUN):
        return True
    if not (entry.not_in or entry.needs):
        return False
    near = _near(words, first, last)
    return not entry.not_in.isdisjoint(near) or bool(entry.needs and entry.needs.isdisjoint(near))


def _in_name(text: str, words: list[Word], first: int, entry: Entry) -> bool:
    """Whether the hit is, or is part of, a proper name: it has a capital inside a sentence that is no headline."""
    start, _, word, _ = words[first]
    if entry.category in NAMING or entry.cased or not word[0].isupper() or word[1:].isupper():
        return False
    inside = text[start - 1 : start] in (" ", "-") and (text[start - 2 : start - 1].isalnum() or text[start - 2] == ",")
    return inside and not _in_headline(text, words, first)


def _in_headline(text: str, words: list[Word], at: int) -> bool:
    """Whether a word stands in a headline, most of whose longer words are capitalised, so that a capital is no name."""
    start = words[at][0]
    end = text.find("\n", start, start + HEADLINE_CHARACTERS) % (len(text) + 1)  # −1, no line end, is the text's end
    if end - start > HEADLINE_CHARACTERS or text[max(start, end - 2) : end].rstrip("”\"’' ").endswith("."):
        return False
    around = [word for _, _, word, _ in words[max(0, at - 4) : at + 5] if len(word) > 3]
    return len(around) > 3 and sum(word[0].isupper() for word in around) > 0.7 * len(around)


def _hits(text: str, include_weak: bool) -> list[tuple[int, int, Entry]]:
    words = _words(text)
    found: list[tuple[int, int, Entry]] = []
    taken = handed = -1  # last word that belongs to a hit, and to one that is somebody else's choice
    opening = [openers(word[2], include_weak) for word in words]
    for i in [at for at, entries in enumerate(opening) if entries]:
        if i <= taken or len(words[i][2]) > LONGEST:
            continue
        for entry in _candidates(words, i, opening[i]):
            reach = _reach(words, i, entry)
            if reach is None or reach[0] <= taken or _plain_sense(words, *reach, entry):
                continue
            if _in_name(text, words, reach[0], entry):
                continue
            taken = reach[1]
            if reach[0] == handed + 1 > 0 or is_handed(text, words, *reach, entry.category):
                handed = taken
            else:
                found.append((words[reach[0]][0], words[reach[1]][1], entry))
            break
    return found


def _candidates(words: list[Word], i: int, opening: Opening) -> tuple[Entry, ...]:
    """Entries that the word at i and the one after it may begin; opening: those that the word alone may."""
    following = keys(words[i + 1][2]) if opening.seconds and i + 1 < len(words) else ()
    return opening.anyhow if opening.seconds.isdisjoint(following) else opening.entries


def find_loaded(text: str, *, include_weak: bool = False) -> list[tuple[int, int, str, str, str]]:
    """Find the loaded terms of a text, as plain tuples: the quick form of `loaded_terms`, without scare quotes.

    text: any string; include_weak: also terms that are loaded only in some contexts ("war", "crisis").
    Returns (start, end, term, category, charge) in order, never overlapping; offsets into the text, end exclusive.

    >>> find_loaded("The regime fled.")
    [(4, 10, 'regime', 'delegitimising', 'negative')]
    """
    return [(start, end, e.term, e.category, e.charge) for start, end, e in _hits(text, include_weak)]


def _scare_terms(quotes: pd.DataFrame | SimpleNamespace) -> list[tuple[int, int, str]]:
    """Scare quotes proper, as (start, end, term): a few words that do not begin with a capital like a title."""
    found = []
    for start, end, words, scare in zip(quotes.start, quotes.end, quotes.text, quotes.scare, strict=True):
        first = words.lstrip()[:1]
        if scare and first.isalpha() and first.islower() and len(tokenize(words)) <= MAX_SCARE_WORDS:
            found.append((int(start), int(end), f"“{words.lower()}”"))
    return found


def _no_scare(text: str, start: int, end: int) -> bool:
    """Whether the quoted text[start:end] is a term or told speech, as far as the words around it show."""
    low = max(0, start - AROUND)
    around = text[low : end + AROUND]
    words = _words(around)
    inside = [i for i, word in enumerate(words) if start <= word[0] + low and word[1] + low <= end]
    return bool(inside) and is_term_or_told(around, words, inside[0], inside[-1])


def _rows(hits: list[tuple], quotes: pd.DataFrame | SimpleNamespace) -> list[tuple]:
    """Rows of COLUMNS without the text: lexicon hits and scare quotes together, in order of the text."""
    scare = sorted((a, b) for a, b, s in zip(quotes.start, quotes.end, quotes.scare, strict=True) if s)
    starts, reach = [a for a, _ in scare], [-1, *accumulate((b for _, b in scare), max)]
    rows = [(a, b, *rest, int(reach[bisect_right(starts, a)] >= b)) for a, b, *rest in hits]
    rows += [(a, b, term, SCARE_CATEGORY, SCARE_CHARGE, 1) for a, b, term in _scare_terms(quotes)]
    return sorted(rows, key=lambda row: (row[0], -row[1], row[2]))


def loaded_terms(text: str, *, include_weak: bool = False) -> pd.DataFrame:
    """Find the loaded terms of a text and the scare quotes in it.

    text: any string; include_weak: also terms that are loaded only in some contexts ("war", "crisis").
    Returns start, end, text (= text[start:end]), term (dictionary form; a scare quote stands in “ ”), category, charge
    (negative, positive, distancing), scare (1: inside scare quotes), in order of the text. A loaded term inside scare
    quotes gives two rows, one for each. Source: data/lexicons/loaded.csv, matched by lemma.

    >>> loaded_terms("The thugs were 'cleansed'.")[["text", "term", "category"]].values.tolist()
    [['thugs', 'thug', 'people_label'], ['cleansed', '“cleansed”', 'scare_quotes']]
    """
    rows = _rows(find_loaded(text, include_weak=include_weak), find_quotes(text))
    told = [(a, b, text[a:b], *rest) for a, b, *rest in rows if rest[1] != SCARE_CATEGORY or not _no_scare(text, a, b)]
    return pd.DataFrame(told, columns=COLUMNS)


def loaded_in_spans(spans: pd.DataFrame, quotes: pd.DataFrame, *, include_weak: bool = False) -> pd.DataFrame:
    """Find the loaded terms and scare quotes of every span of a corpus: the table `loaded_terms`.

    spans: document, span, start, end, voice, text; quotes: document, start, end, text, scare; offsets into documents.
    Returns the columns of the table of that name, offsets into the document, in the order of the spans.
    """
    of_document, rows = by_document(quotes), []
    none = SimpleNamespace(start=[], end=[], text=[], scare=[])
    for document, part in by_document(spans).items():
        found = _rows_of_document(part, of_document.get(document, none), include_weak)
        rows += [(document, *row) for row in found]
    if not rows:
        return empty_table("loaded_terms")
    return pd.DataFrame(rows, columns=columns_of("loaded_terms"))


def _rows_of_document(spans: SimpleNamespace, quotes: SimpleNamespace, include_weak: bool) -> list[tuple]:
    spots = sorted(zip(spans.start, spans.end, spans.span, spans.voice, spans.text, strict=True))
    hits = []
    for start, words in zip(spans.start, spans.text, strict=True):
        hits += [(a + start, b + start, *rest) for a, b, *rest in find_loaded(words, include_weak=include_weak)]
    starts = [spot[0] for spot in spots]
    rows = []
    for a, b, *rest in _rows(hits, quotes):
        low, high, span, voice, words = spots[max(0, bisect_right(starts, a) - 1)]
        if low <= a and b <= high:  # a scare quote on a line that was not kept has no span
            term, category, charge, scare = rest
            if category == SCARE_CATEGORY and _no_scare(words, a - low, b - low):
                continue
            rows.append((span, a, b, words[a - low : b - low], term, category, charge, voice, scare))
    return rows
