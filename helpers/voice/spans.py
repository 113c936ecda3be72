"""cut_by_voice: a text's kept lines as runs of one sentence in one voice."""

import re

import pandas as pd

from helpers.sentences import split_sentences
from helpers.tables import as_table
from helpers.voice.blocks import block_speakers
from helpers.voice.quotes import find_quotes

COLUMNS = ["span", "line", "start", "end", "voice", "speaker", "text"]
MARKS = ' \t\u00a0\u2009\u202f"“”„‟«»＂‘`'
HAS_WORD = re.compile(r"\w")

Run = tuple[int, int, str, str]  # start, end, voice, speaker


@as_table(COLUMNS)
def cut_by_voice(text: str, lines: pd.DataFrame, quotes: pd.DataFrame | None = None) -> list[tuple]:
    """Cut the kept lines of a text into runs of one sentence in one voice.

    text: a document; lines: its rows of label_lines (line, start, end, label, kept); quotes: its rows of find_quotes,
    found here if not given. Returns one row per run: `span` (0-based), `line`, `start`, `end`, `voice` (own, quoted),
    `speaker` (of quoted runs; "" if unknown), `text`. Runs cover every kept word exactly once and do not overlap. Lines
    labelled quoted_block are quoted throughout, their speaker the one they are copied from; a quotation in them keeps
    its own speaker. Scare quotes stay in the author's voice.

    >>> text = 'Ana Lund said: "We stay." It rained.'
    >>> lines = pd.DataFrame({"line": [1], "start": [0], "end": [36], "label": ["body"], "kept": [1]})
    >>> cut_by_voice(text, lines)[["voice", "speaker", "text"]].values.tolist()
    [['own', '', 'Ana Lund said:'], ['quoted', 'Ana Lund', 'We stay.'], ['own', '', 'It rained.']]
    """
    quotes = find_quotes(text) if quotes is None else quotes
    blocks = block_speakers(text, lines)
    spoken = _innermost(quotes)
    rows: list[tuple] = []
    at = 0
    for line, start, end, label, kept in zip(lines.line, lines.start, lines.end, lines.label, lines.kept, strict=True):
        if not kept:
            continue
        while at < len(spoken) and spoken[at][1] <= start:
            at += 1
        ground = ("quoted", blocks.get(int(line), "")) if label == "quoted_block" else ("own", "")
        runs = _line_runs(text, start, end, spoken, at, ground)
        rows += [(len(rows) + n, int(line), a, b, voice, who, text[a:b]) for n, (a, b, voice, who) in enumerate(runs)]
    return rows


def _innermost(quotes: pd.DataFrame) -> list[tuple[int, int, str]]:
    """Disjoint stretches of speech with their speaker: the innermost quotation counts, scare quotes do not."""
    stretches: list[tuple[int, int, str]] = []
    stack: list[tuple[int, str]] = []
    at = 0

    def close_until(limit: int) -> None:
        nonlocal at
        while stack and stack[-1][0] <= limit:
            end, who = stack.pop()
            if end > at:
                stretches.append((at, end, who))
                at = end

    rows = zip(quotes.start, quotes.end, quotes.scare, quotes.speaker, strict=True)
    speech = [(start, end, who) for start, end, scare, who in rows if scare == 0]
    for start, end, who in sorted(speech, key=lambda row: (row[0], -row[1])):
        close_until(start)
        if stack and start > at:
            stretches.append((at, start, stack[-1][1]))
        at = max(at, start)
        stack.append((min(end, stack[-1][0]) if stack else end, who or (stack[-1][1] if stack else "")))
    close_until(len(stack) and max(end for end, _ in stack))
    return stretches


def _line_runs(text: str, start: int, end: int, spoken: list, at: int, ground: tuple[str, str]) -> list[Run]:
    """The runs of one line, sentence by sentence."""
    runs: list[Run] = []
    for left, right in split_sentences(text[start:end]):
        left, right = start + left, start + right
        while at < len(spoken) and spoken[at][1] <= left:
            at += 1
        runs += _merge(_sentence_runs(text, left, right, spoken, at, ground))
    return runs


def _sentence_runs(text: str, left: int, right: int, spoken: list, at: int, ground: tuple[str, str]) -> list[Run]:
    runs: list[Run] = []
    here = left
    while at < len(spoken) and spoken[at][0] < right:
        opens, closes, who = spoken[at]
        runs.append((here, max(here, opens), *ground))
        runs.append((max(here, opens), min(closes, right), "quoted", who or ground[1]))
        here = min(closes, right)
        if closes > right:
            break
        at += 1
    runs.append((here, right, *ground))
    return [
        (a, b, voice, who) for a, b, voice, who in (_trimmed(text, run) for run in runs) if HAS_WORD.search(text, a, b)
    ]


def _trimmed(text: str, run: Run) -> Run:
    """Without white space and quotation marks at either end."""
    start, end, voice, who = run
    while start < end and text[start] in MARKS:
        start += 1
    while end > start and text[end - 1] in MARKS:
        end -= 1
    return start, end, voice, who


def _merge(runs: list[Run]) -> list[Run]:
    """Join neighbours of the same voice and speaker."""
    merged: list[Run] = []
    for run in runs:
        if merged and merged[-1][2:] == run[2:]:
            merged[-1] = (merged[-1][0], run[1], *run[2:])
        else:
            merged.append(run)
    return merged
