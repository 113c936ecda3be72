"""Match the listed runs of words that hang on a number word: vague words and idioms."""

from helpers.figures.numbers.context import Pattern
from helpers.figures.numbers.lexer import HYPHENS, Stream


def find_pattern(
    stream: Stream, index: int, floor: int, patterns: dict[str, list[Pattern]]
) -> tuple[int, int, Pattern] | None:
    """The longest pattern around the number word at `index`, hyphens read as spaces: (first token, end, pattern)."""
    for pattern in patterns.get(stream.low(index), ()):
        first = _match_back(stream, index, pattern.before)
        last = _match_on(stream, index + 1, pattern.after) if first >= floor else 0
        if last:
            return first, last, pattern
    return None


def _match_back(stream: Stream, index: int, words: tuple[str, ...]) -> int:
    for word in reversed(words):
        index -= 2 if stream.low(index - 1) in HYPHENS else 1
        if stream.low(index) != word:
            return -1
    return index


def _match_on(stream: Stream, index: int, words: tuple[str, ...]) -> int:
    for word in words:
        index += stream.low(index) in HYPHENS
        if stream.low(index) != word:
            return 0
        index += 1
    return index
