"""Find the figures of a text: value, what is counted, who vouches for it, how it is told."""

from collections.abc import Iterable
from functools import partial
from typing import NamedTuple

import pandas as pd

from helpers.figures.afterwards import judge_late
from helpers.figures.claims import claim_of
from helpers.figures.context import Context
from helpers.figures.counted import what_is_counted
from helpers.figures.doubt import weigh_doubts
from helpers.figures.elsewhere import Found, choose_nouns
from helpers.figures.kinds import kind_of
from helpers.figures.meant import meant_after, meant_before
from helpers.figures.nouns import NOTHING, Counted
from helpers.figures.numbers import Number, find_numbers
from helpers.figures.spin import spin_of
from helpers.figures.units import measure_of
from helpers.tables import rows_of
from helpers.voice import find_quotes

VALUES = ["start", "end", "text", "low", "best", "high", "op", "unit"]  # taken from the Number as they are
CLAIM = ["claimant", "claimant_type", "relay", "cue", "stance"]
COLUMNS = [*VALUES, "noun", "kind", *CLAIM, "particles", "spin"]
BUILD_COLUMNS = ["span", *VALUES, "noun", "kind", *CLAIM[:4], "voice", "stance", "particles", "spin"]
MOST_CLAIMS = 40  # figures of a sentence asked for a claim each; more are a table, vouched for by whom the last one was
REST = 60  # characters behind a number in which it is told what befalls whom it counts
NEIGHBOURS = 6  # figures on either side whose phrases bound the search for what happens to this one
OTHER_COLUMNS = ["start", "end", "text", "reason"]
LINE_CELLS = ("start", "end", "kept")  # what is asked of the tables of a document
QUOTE_CELLS = ("start", "end", "speaker", "cue", "scare")
SPAN_CELLS = ("start", "end", "voice", "speaker", "span")


def _by_sentence(context: Context, numbers: list[Number]) -> list[tuple[int, list[Number]]]:
    """Numbers of each sentence that has any, in order."""
    groups: list[tuple[int, list[Number]]] = []
    for number in numbers:
        index = context.sentence_number(number.numeral_start)
        if not groups or groups[-1][0] != index:
            groups.append((index, []))
        groups[-1][1].append(number)
    return groups


def _row(
    context: Context,
    index: int,
    number: Number,
    others: list[Number],
    told: tuple[Counted, Counted, Counted, Counted],
    claim: dict | None,
) -> Found:
    """One figure as the rules read it; claim: who vouches for it where that is known already."""
    words = context.words(index, number.start)
    counted = what_is_counted(context.text, words, number, *told)
    if not counted.noun and not number.unit:
        counted = meant_before(words, number, partial(context.words, index - 1))
    left = context.text[context.window(index, number.start)[0] : number.start]
    cells = {name: getattr(number, name) for name in VALUES}
    cells |= {"start": number.shown, "text": context.text[number.shown : number.end]}
    cells |= claim or claim_of(context, index, number)._asdict()
    cells |= {"noun": counted.noun, "kind": kind_of(words, number, counted, others, left)}
    cells |= {"particles": "; ".join(number.particles), "spin": spin_of(context, index, number)}
    rest = context.text[number.end : number.end + REST]
    return Found(cells, number, counted, index, others, left, rest)


class _Told(NamedTuple):
    """What the last figure of a sentence counts, the last share, and the last number without a unit."""

    last: Counted = NOTHING
    share: Counted = NOTHING
    count: Counted = NOTHING


def _read(context: Context, index: int, numbers: list[Number], before: _Told) -> tuple[list[Found], _Told]:
    """(the figures of one sentence, what the last ones count).

    before: what those of the sentence before count, from which a number without a noun of its own takes it.
    """
    found: list[Found] = []
    previous, last_measure, held, last = NOTHING, None, None, {}
    for place, number in enumerate(numbers):
        measure = measure_of(number)
        others = numbers[max(0, place - NEIGHBOURS) : place] + numbers[place + 1 : place + 1 + NEIGHBOURS]
        same = previous if measure == last_measure == held else NOTHING
        nearest = previous if previous is not NOTHING else before.last
        earlier = before.count if not measure and before.count is not NOTHING else before.last
        claim = {name: found[-1].row[name] for name in CLAIM} if place >= MOST_CLAIMS else None
        found.append(_row(context, index, number, others, (same, earlier, nearest, before.share), claim))
        counted = found[-1].counted
        previous, last_measure = (counted if counted.noun else previous), measure
        if counted.noun:
            last[measure], held = counted, measure
    meant_after(context.text, [figure.row for figure in found])
    return found, _Told(previous, last.get("share", NOTHING), last.get("", NOTHING))


def _found(context: Context, numbers: list[Number]) -> list[Found]:
    """The figures of a text in order, as the rules read each sentence."""
    figures = [number for number in numbers if not number.reason]
    context.figures = [number.start for number in figures]
    found: list[Found] = []
    told, last = _Told(), -1
    for index, in_sentence in _by_sentence(context, figures):
        new, told = _read(context, index, in_sentence, told if index - last <= 1 else _Told())
        found += new
        last = index
    return found


def _figure_rows(context: Context, numbers: list[Number]) -> list[dict]:
    found = _found(context, numbers)
    choose_nouns(context, found)
    rows = [figure.row for figure in found]
    weigh_doubts(context, rows)
    judge_late(context, rows)
    return rows


def read_figures(text: str) -> tuple[Context, list[Found]]:
    """A text in its surroundings and its figures as the rules read them, before any weights."""
    numbers = find_numbers(text, "plain")
    context = Context(text, [number.start for number in numbers], rows_of(find_quotes(text), *QUOTE_CELLS))
    return context, _found(context, numbers)


def find_figures(text: str, convention: str = "plain") -> pd.DataFrame:
    """Find every figure claim of a text.

    text: one article or sentence. convention: how vague words are valued, `plain` or `acled` (vague_words.csv).
    Returns one row per figure, in order: start, end (offsets, end exclusive), text (the numeral with its modifiers,
    without its unit), low, best, high (`inf` where open; shares in percent points), op (`=` `>` `>=` `<` `<=` `~` `[]`
    `vague`), unit ("" for a count), noun (what is counted), kind, claimant ("author" where the text itself vouches),
    claimant_type, relay (whom the claimant told), cue, stance (asserted, reported, doubted, denied), particles, spin.

    >>> row = find_figures("The ministry said more than 40 sailors were killed.").iloc[0]
    >>> row.text, row.op, row.noun, row.kind, row.claimant, row.stance
    ('more than 40', '>', 'sailors', 'people_killed', 'The ministry', 'reported')
    """
    numbers = find_numbers(text, convention) if text.strip() else []
    quotes = rows_of(find_quotes(text), *QUOTE_CELLS) if numbers else ()
    rows = _figure_rows(Context(text, [number.start for number in numbers], quotes), numbers) if numbers else []
    return pd.DataFrame(rows, columns=COLUMNS)


def _other_rows(numbers: list[Number]) -> list[tuple]:
    return [(*number[:3], number.reason) for number in numbers if number.reason]


def other_numbers(text: str) -> pd.DataFrame:
    """List the number-like tokens of a text that are no figures.

    Returns start, end, text and the reason: date, time, ordinal, name, idiom, reference or list.

    >>> other_numbers("On 4 May the 3rd Regiment left.").reason.tolist()
    ['date', 'ordinal']
    """
    return pd.DataFrame(_other_rows(find_numbers(text, "plain")), columns=OTHER_COLUMNS)


def blank_removed(text: str, lines: Iterable[tuple]) -> str:
    """The text with every line that is not kept blanked out by spaces, so that all offsets stay.

    lines: (start, end, kept) of each line in order.

    >>> blank_removed("One two 3", [(0, 3, 1), (4, 7, 0), (8, 9, 1)])
    'One     3'
    """
    pieces, at = [], 0
    for start, end, kept in lines:
        if not int(kept):
            pieces += [text[at:start], " " * (end - start)]
            at = end
    return "".join([*pieces, text[at:]])


def cells_in(
    text: str, lines: list[tuple], quotes: list[tuple], spans: list[tuple], convention: str = "plain"
) -> tuple[list[list], list[tuple]]:
    """The figures and other numbers in the kept lines of a cleaned article, as rows without a frame.

    lines, quotes, spans: the rows of this document, each with its LINE_CELLS, QUOTE_CELLS, SPAN_CELLS.
    Returns (figures, other numbers): cells in the order of BUILD_COLUMNS and of OTHER_COLUMNS.
    """
    kept = blank_removed(text, sorted(lines))
    numbers = find_numbers(kept, convention)
    if not numbers:
        return [], []
    context = Context(kept, [number.start for number in numbers], quotes, spans)
    rows = _figure_rows(context, numbers)
    for row in rows:
        span = context.span_at(row["start"])
        row["span"] = span.span if span else -1
        row["voice"] = span.voice if span else "own"
        row["text"] = text[row["start"] : row["end"]]
    return [[row[column] for column in BUILD_COLUMNS] for row in rows], _other_rows(numbers)


def find_figures_in(
    text: str, lines: pd.DataFrame, quotes: pd.DataFrame, spans: pd.DataFrame, convention: str = "plain"
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Find figures and other numbers in the kept lines of a cleaned article.

    lines, quotes, spans: the tables of this document (label_lines, find_quotes, cut_by_voice).
    A figure inside a quoted block is vouched for by the block's speaker unless its own sentence names somebody.
    Returns (figures, other numbers): the columns of `find_figures` with span and voice, and those of `other_numbers`.
    """
    tables = ((lines, LINE_CELLS), (quotes, QUOTE_CELLS), (spans, SPAN_CELLS))
    figures, others = cells_in(text, *(list(rows_of(table, *names)) for table, names in tables), convention)
    return pd.DataFrame(figures, columns=BUILD_COLUMNS), pd.DataFrame(others, columns=OTHER_COLUMNS)
