"""Describe every line of a text by numbers: its shape, words, furniture phrases, place and neighbours."""

import re
from collections import Counter
from functools import lru_cache
from itertools import pairwise, repeat

import numpy as np

from helpers.cleaning.lines import LONGEST_LINE, UNSPACED, Line
from helpers.cleaning.phrases import KINDS, Phrases, find_phrases, plain
from helpers.cleaning.place import anchor, best_run, rhythm, shared_words, since, sums_between, window_sums
from helpers.cleaning.shape import SHAPE, measure_shape
from helpers.tables import read_lexicon

GRAMMAR = re.compile(r"[\u3041-\u309f的了是在和有不这我也就都他她与及]")  # kana, the commonest Chinese particles
GRAMMAR_SCALE = 0.8  # half of the signs of Japanese prose are such kana, two in five words of English function words
HEADING_KINDS = ("share", "comment", "legal", "related", "subscribe")
WRITERS = frozenset((word,) for word in ("by", "von", "par", "por", "di", "door", "av", "af"))  # first words of bylines
WEIGHED = 40  # words of a line whose weights count
DEEPEST = 1000  # white space before a line: what is further in counts as this
PROSE_WORDS = 12  # words from which a line with an end mark counts as prose
BASE = (
    "log_words", "log_characters", "ends_sentence", "ends_colon", "ends_comma", "ends_ellipsis", "ends_question",
    "bullet", "upper_start", "lower_start", "digit_start", "capitalised", "all_caps", "function_words", "digits",
    "commas", "sentences", "quote_start", "quotes", "date", "address", "whole_phrase", "start_phrase", "any_phrase",
    "repeated", "blank_before", "blank_after", "word_weight",
)  # fmt: skip


@lru_cache(maxsize=1)
def function_words() -> frozenset[str]:
    """The commonest function words of two dozen languages."""
    return frozenset(read_lexicon("function_words")["word"])


def _share_of_grammar(lines: list[Line], common: np.ndarray) -> np.ndarray:
    """Share of function words; in scripts without spaces that of the signs which write grammar, at the same scale."""
    for at, line in enumerate(lines):
        if _is_unspaced(line):
            common[at] = GRAMMAR_SCALE * len(GRAMMAR.findall(line.text)) / len(line.text)
    return common


def _words(lines: list[Line], word_weights: dict[str, float]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Of every line the number of words (1 at least), the share of function words, and its first words' mean weight."""
    words = [word for line in lines for word in line.lower]
    sizes = np.array([len(line.lower) for line in lines])
    ends = np.cumsum(sizes)
    starts, n_words = ends - sizes, np.maximum(sizes, 1)
    common = np.fromiter(map(function_words().__contains__, words), bool, len(words))
    weights = np.fromiter(map(word_weights.get, words, repeat(0.0)), float, len(words))
    weight = sums_between(weights, starts, np.minimum(ends, starts + WEIGHED)) / (np.minimum(sizes, WEIGHED) + 1)
    return n_words, _share_of_grammar(lines, sums_between(common, starts, ends) / n_words), weight


def _count_phrases(phrases: list[Phrases]) -> np.ndarray:
    """Whether a phrase is the whole line, whether one starts it, how many are in it, then how many of each kind."""
    columns = np.zeros((3 + len(KINDS), len(phrases)))
    for at, (whole, starts, found) in enumerate(phrases):
        if whole >= 0 or starts or found:
            columns[:3, at] = whole >= 0, len(starts) > 0, len(found)
            for kind in starts + found + ([whole] if whole >= 0 else []):
                columns[3 + kind, at] += 1
    return columns


def describe(lines: list[Line], word_weights: dict[str, float], phrases: list[Phrases]) -> np.ndarray:
    """Measure each line by itself: the columns `BASE` and then `KINDS` (phrases of each kind), column × line."""
    names = [plain(line.text[:200]) for line in lines]
    seen = Counter(names)
    n_words, common, weight = _words(lines, word_weights)
    shape = dict(zip(SHAPE, measure_shape(lines), strict=True))
    shape |= {"capitalised": shape["capitals"] / n_words, "commas": shape["commas"] / n_words}
    shape |= {"function_words": common, "word_weight": weight}
    shape["log_words"] = np.log1p([line.n_words for line in lines])
    shape["repeated"] = np.array([seen[name] - 1 for name in names])
    blank = np.array([line.blank_before for line in lines] + [3])
    shape |= {"blank_before": blank[:-1], "blank_after": blank[1:]}
    counts = _count_phrases(phrases)
    shape |= dict(zip(("whole_phrase", "start_phrase", "any_phrase"), counts, strict=False))
    return np.concatenate([np.array([shape[name] for name in BASE]), counts[3:]])


def _is_unspaced(line: Line) -> bool:
    return line.n_words > len(line.words) and UNSPACED.search(line.text) is not None


def pairs_of_signs(text: str) -> set[str]:
    """The pairs of neighbouring signs of a text without spaces: what stands for its words."""
    return {a + b for a, b in pairwise(text[:LONGEST_LINE]) if a.isalnum() and b.isalnum()}


def content_sets(lines: list[Line]) -> list[frozenset[str]]:
    """The distinct content words of every line, see `content_words`."""
    return list(map(content_words, lines))


@lru_cache(maxsize=4096)  # asked for again by every step that compares lines
def content_words(line: Line) -> frozenset[str]:
    """The distinct words of a line that carry meaning: three letters or more, no function words, no numbers.

    In scripts without spaces pairs of signs stand for words; those of grammar's signs alone are left out.
    """
    if _is_unspaced(line):
        return frozenset(pair for pair in pairs_of_signs(line.text) if len(GRAMMAR.findall(pair)) < 2)
    return frozenset([w for w in set(line.lower) - function_words() if len(w) > 2 and not w.isdigit()])


def _headings(base: np.ndarray, short: np.ndarray, brief: np.ndarray) -> np.ndarray:
    """How far above and below the nearest short line with a phrase of each telling kind is, and the nearest brief one.

    The columns are those of `brief` first, then two for each of `HEADING_KINDS`.
    """
    told = base[[len(BASE) + KINDS.index(kind) for kind in HEADING_KINDS]] > 0
    flags = np.concatenate([brief[None], short & told])
    return np.stack([since(flags), since(flags[:, ::-1])[:, ::-1]], axis=1).reshape(2 * len(flags), -1)


def _place(run: tuple[int, int], n_words: np.ndarray) -> list[np.ndarray]:
    start, end = run
    here, total = np.arange(len(n_words)), np.zeros(len(n_words) + 1)
    np.cumsum(n_words, out=total[1:])
    before = np.log1p(np.maximum(0, total[start] - total[here]))
    after = np.log1p(np.maximum(0, total[here + 1] - total[max(end, 1)]))
    return [
        (here >= start) & (here < end),
        before,
        after,
        np.log1p(np.maximum(0, start - here)),
        np.log1p(np.maximum(0, here - end + 1)),
    ]


def context(lines: list[Line], base: np.ndarray, sets: list[frozenset[str]]) -> np.ndarray:
    """Measure each line among the others: place, densest run, shared vocabulary, indent, neighbours; column × line."""
    n, n_words = len(lines), np.array([line.n_words for line in lines])
    ends = base[BASE.index("ends_sentence")]
    prose = (n_words >= PROSE_WORDS) & (ends > 0)
    run, mass = best_run(np.where(ends > 0, n_words, 0.3 * n_words) - 9.0), np.where(prose, n_words, 0.0)
    indents = np.array([line.indent for line in lines])
    usual = np.bincount(np.minimum(indents, DEEPEST), weights=mass + 1e-9).argmax()
    total, share = max(1.0, n_words.sum()), np.cumsum(n_words) - n_words
    dated = base[BASE.index("date")] * (n_words <= 14)
    furniture = (base[BASE.index("whole_phrase")] > 0) | (base[BASE.index("start_phrase")] > 0)
    brief = (n_words <= 6) & (ends == 0)
    signed = np.array([line.lower[:1] in WRITERS for line in lines]) * (n_words <= 8)
    shape = np.minimum(np.log2(n_words + 1).astype(int), 5) * 8 + ends * 4 + (dated > 0) * 2 + signed
    headings = _headings(base, n_words <= 8, brief)
    columns = [
        np.arange(n) / n, share / total, np.log1p(share), np.log1p(total - share - n_words),
        np.full(n, np.log1p(n)), np.full(n, mass.sum() / total), prose,
        np.maximum(np.minimum(indents - usual, 20), -20), indents == usual, shared_words(sets, prose),
        *_place(run, n_words), *headings[2:], *anchor(lines, sets, prose), rhythm(shape), *headings[:2],
    ]  # fmt: skip
    sums = window_sums(np.array([mass, brief, furniture]))
    near = window_sums(np.array([signed, dated]), widths=(4, 12))
    beside = window_sums(n_words[None], widths=(1, 2))
    sums[0], beside = np.log1p(sums[0]), np.log1p(beside)
    return np.concatenate([np.array(columns), near[0], *sums, beside[0], near[1]])


def neighbours(columns: np.ndarray, offsets: tuple[int, ...] = (-2, -1, 1, 2)) -> np.ndarray:
    """The same columns (column × line) of the lines at the given offsets; beyond the text, -1."""
    n, furthest = columns.shape[1], max(map(abs, offsets))
    padded = np.full((len(columns), n + 2 * furthest), -1.0)
    padded[:, furthest : furthest + n] = columns
    return np.concatenate([padded[:, furthest + offset : furthest + offset + n] for offset in offsets])


NEAR = [BASE.index(name) for name in ("log_words", "ends_sentence", "bullet", "capitalised", "function_words",
                                      "whole_phrase", "start_phrase", "any_phrase", "date",
                                      "word_weight")]  # fmt: skip


def features(
    lines: list[Line], word_weights: dict[str, float], phrases: list[Phrases] | None = None, sets: list | None = None
) -> np.ndarray:
    """All measures of all lines: line × column; phrases and content words are found if they are not given."""
    base = describe(lines, word_weights, phrases or [find_phrases(line) for line in lines])
    placed = context(lines, base, sets or content_sets(lines))
    return np.concatenate([base, placed, neighbours(base[NEAR])]).T
