"""Letters that a pattern cannot do without: looked for before the pattern is, which costs far more."""

import re
from collections.abc import Iterable
from re import _parser as parser  # the only reader of patterns there is; the tests of linear time read them by it too

LITTLE = frozenset(
    ("a", "an", "all", "and", "any", "are", "as", "at", "by", "for", "had", "has", "have", "he", "his", "in", "is",
     "it", "no", "not", "of", "on", "or", "she", "the", "that", "their", "they", "this", "to", "was", "were", "with")
)  # fmt: skip
"""Words of nearly every sentence: to look for them would spare nothing."""
REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")


_KNOWN: dict[int, tuple[re.Pattern, tuple[str, ...]]] = {}
"""By identity, since a pattern's hash is worked out anew from all of it; patterns are constants of modules, so few."""


def stems_of(pattern: re.Pattern) -> tuple[str, ...]:
    """Pieces of small letters of which every match of a pattern holds one; () where none is sure to stand in it.

    >>> stems_of(re.compile("(?<!un)(?:doubt(?:ed|s)|(?:very )?dubious) it", re.I))
    ('doubt', 'dubious')
    """
    pieces = _needed(parser.parse(pattern.pattern, pattern.flags))
    least = [piece for piece in pieces if not any(other in piece for other in pieces - {piece})]
    return tuple(sorted(least)) if _worth(pieces) else ()


def may_match(pattern: re.Pattern, said: str) -> bool:
    """Whether a text, given in small letters, can hold a match of a pattern at all."""
    known = _KNOWN.get(id(pattern))
    if known is None or known[0] is not pattern:
        known = _KNOWN[id(pattern)] = (pattern, stems_of(pattern))
    return not known[1] or any(map(said.__contains__, known[1]))


def _needed(items: Iterable) -> frozenset[str]:
    """The best set of pieces of which each match of parsed items holds one; empty where there is none."""
    found, run = [], ""
    for operation, value in items:
        if str(operation) == "LITERAL":
            run += chr(value).lower()
            continue
        found += [frozenset((run,)), _of_one(str(operation), value)]
        run = ""
    return max([*found, frozenset((run,))], key=_worth)


def _of_one(operation: str, value) -> frozenset[str]:
    if operation == "BRANCH":
        found = [_needed(branch) for branch in value[1]]
        return frozenset().union(*found) if all(map(_worth, found)) else frozenset()
    if operation == "SUBPATTERN":
        return _needed(value[-1])
    if operation == "ATOMIC_GROUP":
        return _needed(value)
    return _needed(value[2]) if operation in REPEATS and value[0] else frozenset()


def _worth(pieces: frozenset[str]) -> int:
    """How much it tells that one of some pieces stands in a text; 0 where it tells nothing."""
    return min((1 if piece.strip() in LITTLE else 1 + len(piece.strip()) for piece in pieces if piece), default=0)
