"""Measure the signs of all lines of a text at once: how they start and end, their capitals, digits and marks."""

import re
from functools import lru_cache

import numpy as np

from helpers.cleaning.lines import Line

CLOSERS = "\"'”’»)]*_ \u00a0"
SENTENCE_ENDS = frozenset(".!?…。！？｡؟۔।")
BULLETS = "*+-•·▪◦‣●○■□–>»›"
REACH = 300  # characters of a line within which a date or an address is looked for
TAIL = 12  # characters at the end of a line within which its last sign is looked for
DATE = re.compile(r"\b(?:19|20)\d\d\b|\d{1,2}[:.]\d\d\b|\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b|\d年|\d月")
ADDRESS = re.compile(r"https?:|www\.|\w\.(?:com|org|net|co|de|fr|ru|uk)\b")
UPPER, LOWER, DIGIT, WORD, CLOSER, BULLET, END, COMMA, QUOTE, OPENING = (1 << bit for bit in range(10))
SIGN = 1 << 10
SETS = {
    CLOSER: CLOSERS, BULLET: BULLETS, END: SENTENCE_ENDS, COMMA: ",、", QUOTE: '"“„«「', OPENING: "\"“„«‘'「",
    DIGIT: "0123456789", SIGN: "|»→►©®™▶↑☰✕×",
}  # fmt: skip
SHAPE = (
    "log_characters", "ends_sentence", "ends_colon", "ends_comma", "ends_ellipsis", "ends_question", "bullet",
    "upper_start", "lower_start", "digit_start", "capitals", "all_caps", "digits", "commas", "sentences",
    "quote_start", "quotes", "date", "address",
)  # fmt: skip


@lru_cache(maxsize=1)
def _kinds() -> np.ndarray:
    """What each code point is, as a sum of the kinds above; all beyond U+FFFF count as U+FFFF."""
    signs = list(map(chr, range(0x10000)))
    table = np.array(list(map(str.isupper, signs))) * UPPER + np.array(list(map(str.islower, signs))) * LOWER
    table += np.array(list(map(str.isalnum, signs))) * WORD
    for kind, members in SETS.items():
        table[list(map(ord, members))] |= kind
    return table.astype(np.uint16)


def _is(codes: np.ndarray, signs: str) -> np.ndarray:
    found = codes == ord(signs[0])
    for sign in signs[1:]:
        found |= codes == ord(sign)
    return found


def _counts(codes: np.ndarray, kinds: np.ndarray, starts: np.ndarray) -> np.ndarray:
    """Per line its capitals at the start of words, upper and lower letters, digits, commas, sentence ends, quotes."""
    flags = np.zeros((7, len(codes)), np.uint8)
    word_before = np.zeros(len(codes), bool)
    np.not_equal(kinds[:-1] & WORD, 0, out=word_before[1:])
    flags[1:5] = (kinds & np.array([[UPPER], [LOWER], [DIGIT], [COMMA]], np.uint16)) != 0
    flags[0] = (flags[1] != 0) & ~word_before
    flags[5, :-1] = _is(codes[:-1], ".?!") & (codes[1:] == ord(" "))
    flags[5] |= codes == ord("。")
    flags[6] = (kinds & QUOTE) != 0
    return np.add.reduceat(flags, starts, axis=1, dtype=np.int32)


def _edges(kinds: np.ndarray, starts: np.ndarray, ends: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Positions of the last sign of every line that closes nothing, and of its first that is no bullet; −1: none."""
    here = np.arange(len(kinds))
    last = np.maximum.accumulate(np.where(kinds & CLOSER, -1, here))[ends - 1]
    open_ = (kinds & BULLET) == 0
    first = np.minimum.accumulate(np.where(open_, here, len(kinds))[::-1])[::-1][starts]
    return np.where(last >= np.maximum(starts, ends - TAIL), last, -1), np.where(first < ends, first, -1)


def _dated(codes: np.ndarray, kinds: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Where a year stands, and where a digit with a mark of dates after it."""
    digit, word = (kinds & DIGIT) != 0, (kinds & WORD) != 0
    marked = np.zeros(len(codes), bool)
    marked[:-1] = digit[:-1] & _is(codes[1:], ":./-年月")
    century = ((codes[:-4] == ord("1")) & (codes[1:-3] == ord("9"))) | (
        (codes[:-4] == ord("2")) & (codes[1:-3] == ord("0"))
    )
    year = np.zeros(len(codes), bool)
    year[:-4] = century & digit[2:-2] & digit[3:-1] & ~word[4:]
    year[1:] &= ~word[:-1]
    return year, marked


def _addressed(codes: np.ndarray, kinds: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Where a sign of addresses or menus stands, and where a point or colon that may belong to an address."""
    surely, perhaps = (kinds & SIGN) != 0, np.zeros(len(codes), bool)
    surely[:-1] |= _is(codes[:-1], "@#") & ((kinds[1:] & WORD) != 0)
    perhaps[:-1] = (_is(codes[:-1], ".") & ((kinds[1:] & (UPPER | LOWER)) != 0)) | (
        _is(codes[:-1], ":") & _is(codes[1:], "/")
    )
    return surely, perhaps


def _near_start(
    lines: list[Line], starts: np.ndarray, found: tuple[np.ndarray, np.ndarray], form: re.Pattern
) -> list[bool]:
    """Which lines have a sure sign near their start, or a possible one and the form looked for."""
    told = [False] * len(lines)
    for where, sure in zip(found, (True, False), strict=True):
        places = np.flatnonzero(where)
        owners = np.searchsorted(starts, places, side="right") - 1
        for at in set(owners[places - starts[owners] < REACH].tolist()):
            told[at] = told[at] or sure or form.search(lines[at].text, 0, REACH) is not None
    return told


def measure_shape(lines: list[Line]) -> np.ndarray:
    """The columns `SHAPE` of every line, one row per column: column × line.

    >>> from helpers.cleaning.lines import cut_lines
    >>> shape = measure_shape(cut_lines("Mill burns\\nIt burned on 3.4.2015, all say."))
    >>> [shape[SHAPE.index(name)].astype(int).tolist() for name in ("ends_sentence", "date", "commas")]
    [[0, 1], [0, 1], [0, 1]]
    """
    text = "\n".join([line.text for line in lines]) + "\n" * 4
    codes = np.minimum(np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32), 0xFFFF).astype(np.uint16)
    kinds = _kinds()[codes] | BULLET * (codes == ord(" ")).astype(np.uint16)
    size = np.array([len(line.text) for line in lines])
    ends = np.cumsum(size + 1) - 1
    starts = ends - size
    last, first = _edges(kinds, starts, ends)
    tail, head = np.where(last >= 0, codes[last], 0), np.where(first >= 0, kinds[first], 0)
    capitals, upper, lower, digits, commas, sentences, quotes = _counts(codes, kinds, starts)
    final, dots = codes[ends - 1], _is(codes, ".")
    three = (size >= 3) & dots[ends - 1] & dots[ends - 2] & dots[np.maximum(ends - 3, 0)]
    cut = (size >= 3) & _is(final, "]") & _is(codes[ends - 2], "…") & _is(codes[np.maximum(ends - 3, 0)], "[")
    opening = kinds[starts]
    return np.array([
        np.log1p(size), np.where(last >= 0, kinds[last] & END, 0) > 0, _is(tail, ":："), _is(tail, ",;、"),
        three | cut | _is(final, "…"), _is(tail, "?？"), ((opening & BULLET) > 0), (head & UPPER) > 0,
        (head & LOWER) > 0, (head & DIGIT) > 0, capitals, (upper > 0) & (lower == 0), digits / size, commas,
        np.log1p(sentences), (opening & OPENING) > 0, quotes, _near_start(lines, starts, _dated(codes, kinds), DATE),
        _near_start(lines, starts, _addressed(codes, kinds), ADDRESS),
    ])  # fmt: skip
