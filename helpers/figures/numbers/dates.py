"""Tell the numbers that are dates, years and decades."""

import re

from helpers.figures.numbers.context import MONTHS, SHORT_MONTHS, is_plural, words_of
from helpers.figures.numbers.lexer import Stream
from helpers.figures.words import word_set

YEAR = re.compile(r"1[0-9]{3}|20[0-9]{2}")
PLAIN_YEAR = re.compile(r"19[0-9]{2}|20[0-4][0-9]")
DAY = re.compile(r"0?[1-9]|[12][0-9]|3[01]")
DECADE = re.compile(r"(?:1[0-9]|20)?[0-9]0")
DASHES = frozenset("-‐‑–—/")
MOST_DAYS = 8  # tokens of a row of days before one month
SEASONS = word_set(
    "spring summer autumn fall winter early late mid end start beginning middle year fiscal election "
    "since until till from between circa pre post before after during by in of christmas easter"
)  # fmt: skip
YEARLY = word_set("election elections season seasons olympics budget midterms primaries figures results")
OWNERS = frozenset(("the", "a", "'s", "its", "their", "his", "her", "our", "this", "that", "early", "late", "mid"))
AGO = frozenset(("ago", "earlier", "later", "hence", "previously", "beforehand", "afterwards"))
CLOCK = frozenset(("before", "after", "since"))


def is_month(stream: Stream, index: int) -> bool:
    """A month by name; "may" and "march" ask for their capital."""
    token = stream.at(index)
    return token.low in MONTHS and (
        token.text[0].isupper() or token.low not in ("may", "march", "mar", "sun", "dec", "jun")
    )


def _skip_stop(stream: Stream, index: int) -> int:
    return index + 1 if stream.low(index) == "." and stream.low(index - 1) in SHORT_MONTHS else index


def _year_at(stream: Stream, index: int) -> int:
    """Index after a year (", 2016", "2016", "[2015]", "of 2016", "'16") at `index`, `index` without one."""
    at = index
    while at < index + 2 and stream.low(at) in (",", "[", "(", "of", "'", "’", "in"):
        at += 1
    token = stream.at(at)
    if token.kind != "digits" or (stream.tight(at + 1) and stream.kind(at + 1) in ("word", "digits")):
        return index
    if PLAIN_YEAR.fullmatch(token.text) or (YEAR.fullmatch(token.text) and not is_plural(stream.low(at + 1))):
        return at + 2 if stream.low(at + 1) in ("]", ")") and stream.low(at - 1) in ("[", "(") else at + 1
    return at + 1 if stream.low(at - 1) in ("'", "’") and re.fullmatch(r"\d\d", token.text) else index


def _day_at(stream: Stream, index: int) -> int:
    """Index after a day number ("5", "5th"), `index` without one."""
    if stream.kind(index) != "digits" or not DAY.fullmatch(stream.at(index).text):
        return index
    if stream.tight(index + 1) and stream.low(index + 1) in ("st", "nd", "rd", "th"):
        return index + 2
    glued = stream.tight(index + 1) and stream.kind(index + 1) in ("word", "digits")
    return index if glued else index + 1


def _days_at(stream: Stream, index: int) -> int:
    """Index after one or more days: "5", "5-7", "5 and 6", "5 to 7"."""
    last = _day_at(stream, index)
    while index < last < index + MOST_DAYS and stream.low(last) in DASHES | {"and", "to", "or", ","}:
        after = _day_at(stream, last + 1)
        if (
            after == last + 1
            or (stream.low(last) == ","
            and after < stream.size
            and stream.low(after) not in ("and", ","))
        ):
            break
        last = after
    return last


def _after_month(stream: Stream, index: int) -> int:
    """Index after the days and the year that follow the month before `index`."""
    last = _days_at(stream, index)
    if last > index and stream.kind(last) == "word" and is_plural(stream.low(last)):
        return last
    return _year_at(stream, last)


def read_date(stream: Stream, index: int, floor: int) -> tuple[int, int] | None:
    """The tokens (first, last exclusive) of the date or year that the digits at `index` belong to, None for no date.

    floor: the first token that no earlier number has taken.
    """
    if stream.kind(index) == "date":
        return index, index + 1
    before = index - 1
    while before > index - 3 and stream.low(before) in (".", "[", "(", "the", ",", "'", "’", "of"):
        before -= 1
    if (
        before >= floor
        and is_month(stream, before)
        and "\n" not in stream.text[stream.at(before).start : stream.at(index).start]
    ):
        last = max(
            _after_month(stream, before + 1),
            _after_month(stream, _skip_stop(stream, before + 1)),
            _after_month(stream, index),
        )
        if last > index:
            first = before - 1 if stream.low(before - 1) in ("of",) and before - 2 >= floor else before
            return (first if first == before else before, last)
    last = _days_at(stream, index)
    if last > index:
        month = last + 1 if stream.low(last) in ("of", "-", "–") else last
        if is_month(stream, month) and "\n" not in stream.gap(month):
            return index, _year_at(stream, _skip_stop(stream, month + 1))
    return _lone_year(stream, index)


def _lone_year(stream: Stream, index: int) -> tuple[int, int] | None:
    token = stream.at(index)
    if token.kind != "digits" or not token.text.isdigit():
        return None
    apostrophe = stream.low(index - 1) in ("'", "’", "‘") and stream.tight(index)
    if stream.tight(index + 1) and stream.low(index + 1) in ("s", "'s"):
        if DECADE.fullmatch(token.text) and (
            len(token.text) == 4 or apostrophe or stream.low(index - 1) in OWNERS | {"-"}
        ):
            return index - apostrophe, index + 2
        if not (YEAR.fullmatch(token.text) and stream.low(index + 1) == "'s"):
            return None
    if apostrophe and len(token.text) == 2 and not stream.tight(index - 1):
        return index - 1, index + 1
    return _span_of_years(stream, index) if YEAR.fullmatch(token.text) and _reads_as_year(stream, index) else None


def _span_of_years(stream: Stream, index: int) -> tuple[int, int]:
    """2013-14, 1939–1945, 2013/14."""
    tail = stream.at(index + 2)
    joined = (
        stream.low(index + 1) in DASHES and tail.kind == "digits" and len(tail.text) in (2, 4) and tail.text.isdigit()
    )
    return (index, index + 3) if joined and stream.tight(index + 1) and stream.tight(index + 2) else (index, index + 1)


def _reads_as_year(stream: Stream, index: int) -> bool:
    """Bare four digits: a year unless something countable follows and nothing before it speaks for a year."""
    token, before, after = stream.at(index), stream.low(index - 1), stream.low(index + 1)
    if stream.tight(index + 1) and stream.kind(index + 1) in ("word", "digits"):
        return stream.low(index + 1) == "'s"
    counted = stream.kind(index + 1) == "word" and (is_plural(after) or is_plural(stream.low(index + 2)))
    if PLAIN_YEAR.fullmatch(token.text) and after in YEARLY:
        return True
    if after in ("percent", "%", "per", "million", "billion", "hundred", "km", "miles", "metres", "meters", "feet"):
        return False
    if before in ("in", "since", "until", "till", "by", "during", "circa", "year", "fiscal", "early", "late"):
        return not (before == "by" and counted and token.text < "2010")
    if not PLAIN_YEAR.fullmatch(token.text):
        owned = before in ("year", "of", "from", "after", "before", "an", *OWNERS) or before.endswith("'s")
        owned = owned or (before == "to" and stream.low(index - 2) == "back" and "date" in stream.low(index - 3))
        titled = before in OWNERS and stream.at(index + 1).text[:1].isupper()  # "his 1765 Stamp Act Resolves"
        return owned and (titled or not counted) and token.text > "1500"
    if before in SEASONS or before in OWNERS or before.endswith("'s"):
        return not counted or before in OWNERS or before in ("of", "after", "before", "during") or before.endswith("'s")
    named = stream.at(index - 1).text[:1].isupper() and stream.kind(index - 2) == "word"  # "Black Friday 2031 deals"
    return not (counted and stream.kind(index - 1) != "line" and not named)


def is_relative(stream: Stream, after: int) -> bool:
    """Does a number of days or years before token `after` count from now or from an event: "ago", "later", "after"?"""
    low = stream.low(after)
    if low in AGO or (low == "on" and stream.low(after + 1) in (",", ".")):
        return True
    if stream.lows(after, after + 3) == ("to", "the", "day"):
        return True
    if low in ("from", "since") and stream.low(after + 1) in ("now", "then", "today"):
        return True
    return (
        low in CLOCK
        and stream.kind(after + 1) in ("word", "number", "roman")
        and low != "since"
        and not words_of("score") & {low}
    )
