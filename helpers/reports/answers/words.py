"""Numbers and lists in words, the same on every page."""

import re
from collections.abc import Sequence
from math import isinf, isnan

WORD = re.compile(r"\S+")
NUMERALS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def count(n: int, singular: str, plural: str = "") -> str:
    """A count with its noun, small numbers in words.

    >>> count(1, "article"), count(3, "article"), count(14, "reply", "replies")
    ('one article', 'three articles', '14 replies')
    """
    number = NUMERALS[n] if n < len(NUMERALS) else f"{n:,}"
    return f"{number} {singular if n == 1 else plural or singular + 's'}"


def none_or(n: int) -> str:
    """A count as it stands before "of".

    >>> none_or(0), none_or(2), none_or(40)
    ('none', 'two', '40')
    """
    return (NUMERALS[n] if n < len(NUMERALS) else f"{n:,}") if n else "none"


def listed(items: Sequence[str], *, most: int = 8) -> str:
    """Items as a list in words; beyond `most` the rest is counted.

    >>> listed(["a", "b", "c"]), listed(["a", "b", "c"], most=2)
    ('a, b and c', 'a, b and one more')
    """
    shown = list(items[:most])
    if len(items) > most:
        shown.append(f"{NUMERALS[len(items) - most] if len(items) - most < len(NUMERALS) else len(items) - most} more")
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}" if shown else "none"


def capital(sentence: str) -> str:
    """The sentence with a capital first letter.

    >>> capital("two sources differ")
    'Two sources differ'
    """
    return sentence[:1].upper() + sentence[1:]


def percent(share: float) -> str:
    """A share of 0…1 as whole per cent; what rounds to nothing or to all says so.

    >>> percent(0.4567), percent(0.001), percent(0.999)
    ('46 %', 'under 1 %', 'over 99 %')
    """
    if 0 < share < 0.01:
        return "under 1 %"
    return "over 99 %" if 0.99 < share < 1 else f"{share:.0%}".replace("%", " %")


def excerpt(text: str, words: int) -> str:
    """The first words of a text, with an ellipsis where something was left out.

    >>> excerpt("The ferry ran again on Monday.", 3)
    'The ferry ran …'
    """
    parts = text.split()
    return " ".join(parts[:words]) + (" …" if len(parts) > words else "")


def cut_around(text: str, start: int, end: int, words: int) -> tuple[str, str, str]:
    """A hit with its context, at most `words` words in all, ellipses where something was left out.

    text[start:end] is the hit. Returns what stands before it, the hit, what stands after it.

    >>> cut_around("The ferry ran again on Monday morning.", 14, 19, 3)
    ('… ran ', 'again', ' on …')
    """
    before, after = list(WORD.finditer(text, 0, start)), list(WORD.finditer(text, end))
    room = max(0, words - len(text[start:end].split()))
    n_after = min(len(after), max(room // 2, room - len(before)))
    n_before = min(len(before), room - n_after)
    first = before[-n_before].start() if n_before else start
    last = after[n_after - 1].end() if n_after else end
    pre = text[:start] if n_before == len(before) else f"… {text[first:start]}"
    post = text[end:] if n_after == len(after) else f"{text[end:last]} …"
    return pre, text[start:end], post


def between(low: float, high: float, spec: str = "") -> str:
    """Two bounds as one cell of a table; spec: number format, by default whole numbers whole and others short.

    >>> between(200, 900), between(4000, float("inf")), between(-0.5, 0.25, "+.2f"), between(8, 8)
    ('200 to 900', '4,000 and more', '−0.50\xa0to\xa0+0.25', '8')
    """
    if isnan(low) and isnan(high):
        return "–"
    if isinf(high) or isnan(high):
        return "open" if isinf(low) or isnan(low) else f"{_bound(low, spec)} and more"
    if isinf(low) or isnan(low):
        return f"up to {_bound(high, spec)}"
    ends = dict.fromkeys((_bound(low, spec), _bound(high, spec)))
    return "\N{NO-BREAK SPACE}to\N{NO-BREAK SPACE}".join(ends) if spec else " to ".join(ends)


def _bound(value: float, spec: str) -> str:
    text = format(value + 0.0, spec or (",.0f" if float(value).is_integer() else ",.4g")).replace("-", "−")
    return text.lstrip("+−") if not text.strip("+−0.") else text
