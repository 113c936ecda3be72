"""split_sentences: text → (start, end) offsets, line by line.

syntok finds the boundaries; this module keeps its work linear on hostile input, joins what it splits after
abbreviations, and splits where a scraped text lost the space after a full stop.
"""

import re
from bisect import bisect_right
from functools import lru_cache

from syntok import segmenter
from syntok.tokenizer import Tokenizer

LINE = re.compile(r"[^\n]+")
CHUNK = 4_000  # characters handed to syntok at once: longer lines are cut at white space, so the work stays linear

# A full stop glued to the next sentence ("… in Arlen.This is"), to an opening mark, or closed by a mark before
# a capital; three dots before a capital.
GLUED = re.compile(  # its first letter or mark comes first: the regex engine skips to such a one quickest
    r"[A-Z“«](?:(?<=[a-z]{2}[.!?].)(?:(?<=[A-Z])(?=[a-z]+\s)|(?<![A-Z])(?=[A-Z]))|"
    r"(?<=[a-z)\]%][.!?][\"”’»].)(?<!«)(?=[A-Za-z]*\s)|(?<=\w…\s[A-Z]))"
)
# "It cost £3.2m. But …": syntok takes the letter for a short form.
SUM_END = re.compile(r"\d(?:[mk]|bn)\.\s")
AFTER_SUM = re.compile(
    r"(?:(?<=\d\.\d[mk]\.\s)|(?<=\d\.\d\d[mk]\.\s)|(?<=\d\.\dbn\.\s))"
    r"(?=[\"“‘']?(?:The|This|That|These|It|He|She|They|We|I|In|On|At|But|And|Yet|However|Its|His|Her|Their|There|A|An|As|If|"
    r"When|While|After|Before|For|So|What|Some|Most|No)\s)"
)
INNER_END = re.compile(r"[.!?…。？！].*\S")
ABBREVIATION = re.compile(
    r"(?:^|[\s(“\"‘'])(?:Mr|Mrs|Ms|Mx|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|Maj|Capt|Cpl|Sgt|Adm|Cmdr|Brig|Rev|Hon|Fr|"
    r"Sr|Jr|St|Mt|"
    r"Pres|Atty|Supt|Det|Insp|Const|Coun|Cllr|Ald|Msgr|Amb|Messrs|vs|v|No|Nos|Art|Sec|Ch|Fig|Eq|Vol|pp|p|cf|al|approx|est|ca|e\.g|i\.e|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Ave|Blvd|Rd|Ft|[A-Z]|[A-Z]\.[A-Z]|[A-Z]\.[A-Z]\.[A-Z])\.$"
)
# Abbreviations that may also close a sentence: joined only when the next word does not look like a new beginning.
MAY_END = re.compile(
    r"(?:^|\s)(?:Jr|Sr|[A-Z]\.[A-Z]|[A-Z]\.[A-Z]\.[A-Z]|No|al|est|[a-z]|St|Ave|Blvd|Rd|Jan|Feb|Sept|Oct|Nov|Dec)\.$"
)
STARTER = re.compile(
    r"[\"“‘']?(?:The|This|That|These|Those|It|He|She|They|We|I|You|In|On|At|But|And|Yet|However|Its|His|Her|"
    r"Their|There|A|An|As|If|When|While|After|Before|For|So|What|Why|How|Many|Some|Most|No|Not|Our|My)\b"
)

# Where any splitter cuts: after a plain word, a number of two digits or a per cent sign, with or without a closing
# mark, before a capital word; outside brackets, which syntok looks into, and not after a short form that it lists.
SAFE_END = re.compile(
    r"[.!?](?:(?<=[\s-][a-z][a-z][a-z][a-z].)|(?<=[a-z]{5}.)|(?<=[\s-][a-z][a-z][a-z].)|(?<=[\s-][a-z][a-z].)|"
    r"(?<=[\d,]\d\d.)|(?<=%.))[”\"]? (?=[“\"]?[A-Z][a-z]*[ ,’'])"
)
SHORT_FORM = 3  # letters of the short forms that a plain word may be taken for
BRACKETED = re.compile(r"[()\[\]{}]")

# A run of words without a stop or a bracket. syntok looks at two of them on either side of a stop; it counts the words
# between brackets. What stands further in is not shown to it.
PLAIN_RUN = re.compile(r"(?<![^ ])(?:[\w,:'’\"“”‘%$£€–—-]++ ){6,}+")
BRACKETS = re.compile(f"[{re.escape(''.join(segmenter.State.opening_brackets | segmenter.State.closing_brackets))}]")

_TOKENIZER = Tokenizer()


def split_sentences(text: str) -> list[tuple[int, int]]:
    """Cut a text into sentences, line by line (a line break always ends a sentence).

    text: any string. Returns (start, end) offsets, end exclusive, in order, trimmed of white space;
    together they cover every character that is not white space. Linear in the length of the text.
    Source: boundaries by syntok (F1 .945 on GUM news), mended for glued sentences and titles before names.

    >>> [(s, e) for s, e in split_sentences("Dr. Ide left.This is late. It cost 4.5 euros.")]
    [(0, 13), (13, 26), (27, 45)]
    """
    pairs: list[tuple[int, int]] = []
    for line in LINE.finditer(text):
        start, end = line.span()
        if end - start < CHUNK and line[0].isalnum():  # one word
            pairs.append((start, end))
        else:
            pairs += _split_line(text, start, end)
    return pairs


def _split_line(text: str, start: int, end: int) -> list[tuple[int, int]]:
    if end - start <= CHUNK:
        inside = _boundaries(text[start:end])
        return _trim(text, start, end, [start + cut for cut in inside] if inside else [])
    cuts: list[int] = []
    for left, right in _chunks(text, start, end):
        inside = _boundaries(text[left:right])
        cuts += [left + cut for cut in inside]
        at_stop = text[right - 1] == "." and not _joined(text[left : right + 20], right - left)
        if right < end and (at_stop or not inside):
            cuts.append(right)
    return _trim(text, start, end, cuts)


def _chunks(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Bounded stretches of a line, cut at the last sentence end or space before the bound."""
    chunks = []
    while end - start > CHUNK:
        stop = start + CHUNK
        cut = text.rfind(". ", start + CHUNK // 2, stop) + 1 or text.rfind(" ", start + CHUNK // 2, stop)
        cut = stop if cut <= start else cut
        chunks.append((start, cut))
        start = cut
    return [*chunks, (start, end)]


@lru_cache(maxsize=50_000)  # several steps cut the same lines, each step those of a whole corpus
def _boundaries(line: str) -> tuple[int, ...]:
    """Offsets inside the line before which a new sentence begins."""
    if not INNER_END.search(line):
        return ()
    cuts: set[int] = set()
    start = 0
    for match in [] if BRACKETED.search(line) else SAFE_END.finditer(line):
        before = line[max(0, match.start() - SHORT_FORM) : match.start()]
        if re.split(r"[\s-]", before)[-1] in segmenter.State.abbreviations:
            continue
        cuts |= {start + cut for cut in _inner_cuts(line[start : match.end()])} | {match.end()}
        start = match.end()
    cuts |= {start + cut for cut in _inner_cuts(line[start:])}
    cuts |= {match.start() for match in GLUED.finditer(line)}
    if SUM_END.search(line):
        cuts |= {match.start() for match in AFTER_SUM.finditer(line)}
    return tuple(sorted(cuts - {0}))


def _inner_cuts(piece: str) -> list[int]:
    """syntok's boundaries inside a piece, without those after abbreviations."""
    if not INNER_END.search(piece):
        return []
    brief, places, removed = _abridge(piece)
    sentences = segmenter.split(_TOKENIZER.tokenize(brief))
    starts = [sentence[0].offset for sentence in sentences[1:]]
    cuts = [start + removed[bisect_right(places, start)] for start in starts]
    return [cut for cut in cuts if not _joined(piece, cut)]


def _abridge(piece: str) -> tuple[str, list[int], list[int]]:
    """The piece without the inner words of its plain runs.

    Returns it with the offsets in it at which words were left out, and the characters left out before and after each.
    """
    brackets = [match.start() for match in BRACKETS.finditer(piece)]
    first, last = (brackets[0], brackets[-1]) if brackets else (len(piece), 0)
    kept, places, removed, at = [], [], [0], 0
    for match in PLAIN_RUN.finditer(piece):
        start, end = match.span()
        if end > first and start < last:
            continue
        left = piece.index(" ", piece.index(" ", start) + 1) + 1
        right = piece.rindex(" ", left, piece.rindex(" ", left, end - 1)) + 1
        kept.append(piece[at:left])
        places.append(left - removed[-1])
        removed.append(removed[-1] + right - left)
        at = right
    return "".join([*kept, piece[at:]]), places, removed


def _joined(line: str, cut: int) -> bool:
    """True if syntok split after an abbreviation, or before a lower-case continuation of a quotation."""
    before, after = line[max(0, cut - 40) : cut].rstrip(), line[cut : cut + 20]
    if ABBREVIATION.search(before):
        return not (MAY_END.search(before) and STARTER.match(after))
    return after[:1].islower() and before[-1:] in "\"”’»'"


def _trim(text: str, start: int, end: int, cuts: list[int]) -> list[tuple[int, int]]:
    pairs = []
    for left, right in zip([start, *cuts], [*cuts, end], strict=True):
        piece = text[left:right].rstrip()
        right = left + len(piece)
        left = right - len(piece.lstrip())
        if right > left:
            pairs.append((left, right))
    return pairs
