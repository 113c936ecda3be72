"""Hits in their context: the evidence under every number."""

from collections import Counter
from collections.abc import Iterable, Mapping

import pandas as pd

from helpers.sentences import split_sentences
from helpers.tokens import tokenize

KWIC_COLUMNS = ["start", "end", "pre", "keyword", "post"]
EXCERPT_COLUMNS = ["source", "document", "line", "start", "end", "pre", "keyword", "post"]
CUT = "…"
OPENING, CLOSING = "\"“‘«„([", "\"”’»)].,;:!?…"  # marks that stand between spans and belong to the sentence beside them


def _pairs(hits: pd.DataFrame | Iterable[tuple]) -> list[tuple[int, int]]:
    if isinstance(hits, pd.DataFrame):
        return [(int(a), int(b)) for a, b in zip(hits["start"], hits["end"], strict=True)] if len(hits) else []
    return [(int(hit[0]), int(hit[1])) for hit in hits]


def _one_line(text: str) -> str:
    return " ".join(text.split("\n"))


def kwic(text: str, hits: pd.DataFrame | Iterable[tuple], *, width: int = 40) -> pd.DataFrame:
    """Show hits in context, one line each (key word in context).

    text: the document; hits: frame with `start` and `end`, or tuples that begin with them (string offsets).
    width: characters of context on either side, at most; 0 for none.
    Returns start, end, pre, keyword, post in the order of the hits; `keyword` is text[start:end], line breaks in the
    context show as blanks. Raises ValueError for a hit outside the text or a negative width.

    >>> lines = kwic("The mayor called it a triumph of nerve.", [(22, 29)], width=12)
    >>> lines[["pre", "keyword", "post"]].values.tolist()
    [['called it a ', 'triumph', ' of nerve.']]
    """
    if width < 0:
        raise ValueError(f"width must be 0 or more, not {width}")
    rows = []
    for start, end in _pairs(hits):
        if not 0 <= start <= end <= len(text):
            raise ValueError(f"hit {start}–{end} lies outside a text of {len(text)} characters")
        pre, post = text[max(0, start - width) : start], text[end : end + width]
        rows.append((start, end, _one_line(pre), text[start:end], _one_line(post)))
    return pd.DataFrame(rows, columns=KWIC_COLUMNS)


def _sentence_around(sentences: list[tuple[int, int]], start: int, end: int) -> tuple[int, int]:
    """Bounds of the sentences that hold a hit."""
    found = [(low, high) for low, high in sentences if high > start and low < end]
    return (found[0][0], found[-1][1]) if found else (start, end)


def _sentences_of_lines(spans: pd.DataFrame, texts: Mapping[str, str], wanted: set[tuple]) -> dict[tuple, list]:
    """Bounds of the sentences of each wanted (document, line), in offsets of the document."""
    bounds = spans.groupby(["document", "line"]).agg(low=("start", "min"), high=("end", "max"))
    found = {}
    for (document, line), low, high in zip(bounds.index, bounds["low"], bounds["high"], strict=True):
        if (document, line) in wanted:
            low, high = _with_marks(texts[document], low, high)
            found[document, line] = [(low + a, low + b) for a, b in split_sentences(texts[document][low:high])]
    return found


def _with_marks(text: str, low: int, high: int) -> tuple[int, int]:
    """Bounds that take in the quotation marks around them, which no span holds."""
    while low and text[low - 1] in OPENING:
        low -= 1
    while high < len(text) and text[high] in CLOSING:
        high += 1
    return low, high


def _cut_context(text: str, bounds: tuple[int, int], start: int, end: int, words: int) -> tuple[str, str]:
    """Context before and after a hit, together with it at most `words` words, the cut shown by an ellipsis."""
    low, high = bounds
    before, after = tokenize(text[low:start]), tokenize(text[end:high])
    spare = max(0, words - len(tokenize(text[start:end])))
    n_after = min(len(after), max(spare // 2, spare - len(before)))
    n_before = min(len(before), spare - n_after)
    pre, post = text[low:start], text[end:high]
    if n_before < len(before):
        pre = CUT + (text[low + before[-n_before][0] : start] if n_before else " ")
    if n_after < len(after):
        post = (text[end : end + after[n_after - 1][1]] if n_after else " ") + CUT
    return _one_line(pre), _one_line(post)


def excerpts(
    hits: pd.DataFrame,
    spans: pd.DataFrame,
    documents: pd.DataFrame,
    texts: Mapping[str, str],
    *,
    words: int = 40,
    most: int = 3,
) -> pd.DataFrame:
    """Quote the sentence around hits, sources in turn, so that the first lines show as many sources as there are.

    hits: document, span, start, end, any order (offsets into the document); spans: the table of spans;
    documents: document, source; texts: document → its text.
    words: most words an excerpt may have, hit included; most: most excerpts in all.
    Returns source, document, line, start, end (of the hit), pre, keyword, post; keyword is text[start:end].

    >>> spans = pd.DataFrame([("a", 0, 1, 0, 21)], columns=["document", "span", "line", "start", "end"])
    >>> hits = pd.DataFrame([("a", 0, 4, 10)], columns=["document", "span", "start", "end"])
    >>> documents = pd.DataFrame([("a", "Gazette")], columns=["document", "source"])
    >>> excerpts(hits, spans, documents, {"a": "The regime fell fast."}).values.tolist()
    [['Gazette', 'a', 1, 4, 10, 'The ', 'regime', ' fell fast.']]
    """
    chosen = _in_turn(hits, documents, most)
    line_of = {(d, s): line for d, s, line in zip(spans["document"], spans["span"], spans["line"], strict=True)}
    sentences = _sentences_of_lines(spans, texts, {(row[1], line_of[row[1], row[2]]) for row in chosen})
    rows = []
    for source, document, span, start, end in chosen:
        line, text = line_of[document, span], texts[document]
        bounds = _sentence_around(sentences[document, line], start, end)
        pre, post = _cut_context(text, bounds, start, end, words)
        rows.append((source, document, line, start, end, pre, text[start:end], post))
    return pd.DataFrame(rows, columns=EXCERPT_COLUMNS)


def _in_turn(hits: pd.DataFrame, documents: pd.DataFrame, most: int) -> list[tuple]:
    """The first `most` hits, sources taking turns in the order of the documents."""
    if not len(hits):
        return []
    place = {document: i for i, document in enumerate(documents["document"])}
    source_of = dict(zip(documents["document"], documents["source"], strict=True))
    order = {source: i for i, source in enumerate(dict.fromkeys(documents["source"]))}
    rows = list(zip(hits["document"], hits["span"].astype(int), hits["start"].astype(int), hits["end"], strict=True))
    turns: Counter[str] = Counter()
    queue = []
    for document, span, start, end in sorted(rows, key=lambda row: (place[row[0]], row[2])):
        source = source_of[document]
        queue.append((turns[source], order[source], (source, document, int(span), int(start), int(end))))
        turns[source] += 1
    return [row for _, _, row in sorted(queue, key=lambda item: item[:2])][:most]
