"""Numbers that are no figures for their place among others: cells of a table, list numbers inside a line, versions."""

import re
from itertools import pairwise

from helpers.figures.numbers.lexer import NO_NUMERALS, NUMERIC, Stream
from helpers.figures.numbers.number import Number

MARKED = re.compile(r"\.\s+[“\"‘(]?[A-Z]")  # "3. Choose": a full stop and a capital after the number
SETTING = re.compile(r"[\w\]][=]$")  # "limit=500000"
VERSIONED = re.compile(r"(?<![\w’'-])[A-Z][a-zA-Z]{2,20}\s$")
VERSION = re.compile(r"\d{1,2}\.\d{1,3}")
CLOSED = re.compile(r"\s*(?:[,.;:)]\s|$)")
FEWEST = 3  # markers that make a list where the text does not break its lines
CELLS = NUMERIC - NO_NUMERALS
WORDS = frozenset(("word", "link"))
MOST_WORDS = 1  # between two numbers side by side in a table
FAR = 40  # tokens between two numbers that are looked at
LONGEST_ROW = 200  # numbers side by side in a line that may still be a list of dates or results
LONGEST_COLUMN = 800  # numbers side by side over line breaks


def tell_lists(text: str, found: list[Number]) -> list[Number]:
    """Give the reason `list`, `reference` or `name` to what only its surroundings tell from a figure.

    text: the document. found: its numbers in order.

    >>> from helpers.figures.numbers import find_numbers
    >>> [number.reason for number in find_numbers("Read these: 1. Oak by Lund 2. Elm by Roth 3. Ash by Hoyt")]
    ['list', 'list', 'list']
    """
    marks = [index for index, number in enumerate(found) if _is_marker(text, number)]
    listed = {index for run in _runs(found, marks) if len(run) >= FEWEST for index in run}
    return [
        number._replace(reason="list") if index in listed else number._replace(reason=_reason(text, number))
        for index, number in enumerate(found)
    ]


def _is_marker(text: str, number: Number) -> bool:
    plain = number.text.isdecimal() and len(number.text) < 3 and not number.unit
    return plain and number.reason in ("", "list", "name") and MARKED.match(text, number.end) is not None


def _runs(found: list[Number], marks: list[int]) -> list[list[int]]:
    """Markers that count on by one, in order of the text."""
    runs: list[list[int]] = []
    for index in marks:
        value = int(found[index].text)
        if runs and value - int(found[runs[-1][-1]].text) in (1, 2):
            runs[-1].append(index)
        else:
            runs.append([index])
    return runs


def _reason(text: str, number: Number) -> str:
    if number.reason or number.unit or not number.text[0].isdigit():
        return number.reason
    left = text[max(0, number.start - 24) : number.start]
    if SETTING.search(left):
        return "reference"
    version = VERSION.fullmatch(number.text) and VERSIONED.search(left) and CLOSED.match(text, number.end)
    return "name" if version else ""


def table_numbers(stream: Stream) -> frozenset[int]:
    """Indices of the tokens that are numbers of a table: more than LONGEST_ROW side by side in a line of the stream,
    or more than LONGEST_COLUMN over its lines.

    >>> len(table_numbers(Stream("Tides: " + "3,1 4,1 " * 60 + "metres.")))
    240
    """
    numbers = [index for index, token in enumerate(stream.tokens) if token.kind in CELLS]
    if len(numbers) <= LONGEST_ROW:
        return frozenset()
    rows: list[list[int]] = [[numbers[0]]]
    columns: list[list[int]] = [[numbers[0]]]
    for left, right in pairwise(numbers):
        between = [stream.kind(index) for index in range(left + 1, min(right, left + FAR))]
        apart = sum(kind in WORDS for kind in between) > MOST_WORDS
        for runs, parted in ((rows, apart or "line" in between), (columns, apart)):
            if parted:
                runs.append([])
            runs[-1].append(right)
    tables = [row for row in rows if len(row) > LONGEST_ROW] + [run for run in columns if len(run) > LONGEST_COLUMN]
    return frozenset(index for table in tables for index in table)
