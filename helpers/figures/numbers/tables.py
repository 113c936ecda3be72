"""Rows and columns of numbers with hardly a word between them: tables that stand in a text."""

from itertools import pairwise

from helpers.figures.numbers.lexer import NO_NUMERALS, NUMERIC, Stream

CELLS = NUMERIC - NO_NUMERALS
WORDS = frozenset(("word", "link"))
MOST_WORDS = 1  # between two numbers side by side in a table
FAR = 40  # tokens between two numbers that are looked at
LONGEST_ROW = 200  # numbers side by side in a line that may still be a list of dates or results
LONGEST_COLUMN = 800  # numbers side by side over line breaks


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
