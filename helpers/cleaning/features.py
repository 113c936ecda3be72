"""Describe every line of a text by numbers: its shape, words, furniture phrases, place and neighbours."""

import re
from collections import Counter
from functools import lru_cache
from itertools import pairwise
from math import log1p

import numpy as np

from helpers.cleaning.lines import LONGEST_LINE, UNSPACED, Line
from helpers.cleaning.phrases import KINDS, Phrases, find_phrases, plain
from helpers.cleaning.place import anchor, best_run, rhythm, shared_words, since, window_sums
from helpers.tables import read_lexicon

CLOSERS = "\"'”’»)]*_ \u00a0"
SENTENCE_ENDS = ".!?…。！？｡؟۔।"
BULLETS = "*+-•·▪◦‣●○■□–>»›"
DATE = re.compile(r"\b(?:19|20)\d\d\b|\d{1,2}[:.]\d\d\b|\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b|\d年|\d月")
ADDRESS = re.compile(r"https?:|www\.|[@#]\w|\w\.(?:com|org|net|co|de|fr|ru|uk)\b|[|»→►©®™▶↑☰✕×]")
GRAMMAR = re.compile(r"[\u3041-\u309f的了是在和有不这我也就都他她与及]")  # kana, the commonest Chinese particles
GRAMMAR_SCALE = 0.8  # half of the signs of Japanese prose are such kana, two in five words of English function words
HEADING_KINDS = ("share", "comment", "legal", "related", "subscribe")
WRITERS = frozenset(("by", "von", "par", "por", "di", "door", "av", "af"))  # first words of bylines
PROSE_WORDS = 12  # words from which a line with an end mark counts as prose
BASE = (
    "log_words", "log_characters", "ends_sentence", "ends_colon", "ends_comma", "ends_ellipsis", "ends_question",
    "bullet", "upper_start", "lower_start", "digit_start", "capitalised", "all_caps", "function_words", "digits",
    "commas", "sentences", "quote_start", "quotes", "date", "address", "whole_phrase", "start_phrase", "any_phrase",
    "repeated", "blank_before",     "blank_after", "word_weight",
)  # fmt: skip


@lru_cache(maxsize=1)
def function_words() -> frozenset[str]:
    """The commonest function words of two dozen languages."""
    return frozenset(read_lexicon("function_words")["word"])


def _share_of_grammar(line: Line) -> float:
    """Share of function words; in scripts without spaces that of the signs which write grammar, at the same scale."""
    if _is_unspaced(line):
        return GRAMMAR_SCALE * len(GRAMMAR.findall(line.text)) / len(line.text)
    return sum(map(function_words().__contains__, line.lower)) / max(1, len(line.words))


def _shape(line: Line) -> list[float]:
    text, n_words = line.text, max(1, len(line.words))
    tail = text[-12:].rstrip(CLOSERS)[-1:]
    head = text.lstrip(BULLETS + " ")[:1]
    capitals = sum(word[0].isupper() for word in line.words) / n_words
    digits = list(map(text.count, "0123456789"))
    return [
        log1p(line.n_words),
        log1p(len(text)),
        bool(tail) and tail in SENTENCE_ENDS,
        tail in (":", "："),
        tail in (",", ";", "、"),
        text[-3:] in ("...", "[…]") or text[-1] == "…",
        tail in ("?", "？"),
        text[0] in BULLETS,
        head.isupper(),
        head.islower(),
        head.isdigit(),
        capitals,
        text.isupper(),
        _share_of_grammar(line),
        sum(digits) / len(text),
        (text.count(",") + text.count("、")) / n_words,
        log1p(text.count(". ") + text.count("? ") + text.count("! ") + text.count("。")),
        text[0] in "\"“„«‘'「",
        text.count('"') + text.count("“") + text.count("„") + text.count("«") + text.count("「"),
        any(digits) and DATE.search(text[:300]) is not None,
        ADDRESS.search(text[:300]) is not None,
    ]


def _kinds(phrases: Phrases) -> tuple[list[float], list[float]]:
    whole, starts, found = phrases
    counts = [0.0] * len(KINDS)
    for kind in starts + found + ([whole] if whole >= 0 else []):
        counts[kind] += 1
    return [whole >= 0, len(starts) > 0, len(found)], counts


def describe(lines: list[Line], word_weights: dict[str, float], phrases: list[Phrases]) -> np.ndarray:
    """Measure each line by itself: one row per line, the columns `BASE` and then `KINDS` (phrases of each kind)."""
    names = [plain(line.text[:200]) for line in lines]
    seen = Counter(names)
    rows = []
    for position, line in enumerate(lines):
        flags, kinds = _kinds(phrases[position])
        after = lines[position + 1].blank_before if position + 1 < len(lines) else 3
        weights = [word_weights.get(word, 0.0) for word in line.lower[:40]]
        weight = sum(weights) / (len(weights) + 1) if weights else 0.0
        repeated = seen[names[position]] - 1
        rows.append(_shape(line) + flags + [repeated, line.blank_before, after, weight] + kinds)
    return np.array(rows, dtype=np.float64).reshape(len(lines), len(BASE) + len(KINDS))


def _is_unspaced(line: Line) -> bool:
    return line.n_words > len(line.words) and UNSPACED.search(line.text) is not None


def pairs_of_signs(text: str) -> set[str]:
    """The pairs of neighbouring signs of a text without spaces: what stands for its words."""
    return {a + b for a, b in pairwise(text[:LONGEST_LINE]) if a.isalnum() and b.isalnum()}


def content_sets(lines: list[Line]) -> list[set[str]]:
    """The distinct content words of every line: four letters or more, no function words, no numbers.

    In scripts without spaces pairs of signs stand for words; those of grammar's signs alone are left out.
    """
    stop, sets = function_words(), []
    for line in lines:
        if _is_unspaced(line):
            sets.append({pair for pair in pairs_of_signs(line.text) if len(GRAMMAR.findall(pair)) < 2})
        else:
            sets.append({w for w in set(line.lower) if len(w) > 3 and w not in stop and not w.isdigit()})
    return sets


def _headings(base: np.ndarray, n_words: np.ndarray) -> list[np.ndarray]:
    """How far above and below the nearest short line with a phrase of each telling kind is."""
    short, columns = n_words <= 8, []
    for kind in HEADING_KINDS:
        flags = short & (base[:, len(BASE) + KINDS.index(kind)] > 0)
        columns += [since(flags), since(flags[::-1])[::-1]]
    return columns


def _place(run: tuple[int, int], n_words: np.ndarray) -> list[np.ndarray]:
    start, end = run
    here = np.arange(len(n_words))
    total = np.concatenate([[0.0], np.cumsum(n_words)])
    before = np.log1p(np.maximum(0, total[start] - total[here]))
    after = np.log1p(np.maximum(0, total[here + 1] - total[max(end, 1)]))
    return [
        (here >= start) & (here < end),
        before,
        after,
        np.log1p(np.maximum(0, start - here)),
        np.log1p(np.maximum(0, here - end + 1)),
    ]


def context(lines: list[Line], base: np.ndarray, sets: list[set[str]]) -> np.ndarray:
    """Measure each line among the others: place, densest run, shared vocabulary, indent, neighbours."""
    n_words = np.array([line.n_words for line in lines])
    ends = base[:, BASE.index("ends_sentence")]
    prose = (n_words >= PROSE_WORDS) & (ends > 0)
    value = np.where(ends > 0, n_words, 0.3 * n_words) - 9.0
    run, mass = best_run(value), np.where(prose, n_words, 0.0)
    indents = np.array([line.indent for line in lines])
    usual = np.bincount(indents, weights=mass + 1e-9).argmax()
    total, share = max(1.0, n_words.sum()), np.cumsum(n_words) - n_words
    columns = [
        np.arange(len(lines)) / len(lines),
        share / total,
        np.log1p(share),
        np.log1p(total - share - n_words),
        np.full(len(lines), np.log1p(len(lines))),
        np.full(len(lines), mass.sum() / total),
        prose,
        np.clip(indents - usual, -20, 20),
        indents == usual,
        shared_words(sets, prose),
    ]
    columns += _place(run, n_words) + _headings(base, n_words)
    dated = base[:, BASE.index("date")] * (n_words <= 14)
    furniture = (base[:, BASE.index("whole_phrase")] > 0) | (base[:, BASE.index("start_phrase")] > 0)
    short = (n_words <= 6) & (ends == 0)
    signed = np.array([line.n_words <= 8 and bool(WRITERS.intersection(line.lower[:1])) for line in lines], float)
    shape = np.minimum(np.log2(n_words + 1).astype(int), 5) * 8 + ends * 4 + (dated > 0) * 2 + signed
    columns += [*anchor(lines, sets, prose), rhythm(shape), since(short), since(short[::-1])[::-1]]
    heavy, shorts, phrased = window_sums(mass, short, furniture)
    writers, dates = window_sums(signed, dated, widths=(4, 12))
    beside = window_sums(n_words, widths=(1, 2))[0]
    near = [writers, np.log1p(heavy), shorts, phrased, np.log1p(beside), dates]
    return np.concatenate([np.stack(columns, axis=1), *near], axis=1)


def neighbours(columns: np.ndarray, offsets: tuple[int, ...] = (-2, -1, 1, 2)) -> np.ndarray:
    """The same columns of the lines at the given offsets; beyond the text, -1."""
    padded = np.pad(columns, ((2, 2), (0, 0)), constant_values=-1.0)
    return np.concatenate([padded[2 + o : 2 + o + len(columns)] for o in offsets], axis=1)


NEAR = tuple(BASE.index(name) for name in ("log_words", "ends_sentence", "bullet", "capitalised", "function_words",
                                           "whole_phrase", "start_phrase", "any_phrase", "date",
                                           "word_weight"))  # fmt: skip


def features(
    lines: list[Line], word_weights: dict[str, float], phrases: list[Phrases] | None = None, sets: list | None = None
) -> np.ndarray:
    """All measures of all lines: one row per line; phrases and content words are found if they are not given."""
    base = describe(lines, word_weights, phrases or [find_phrases(line) for line in lines])
    placed = context(lines, base, sets or content_sets(lines))
    return np.concatenate([base, placed, neighbours(base[:, NEAR])], axis=1)
