"""The sentence that doubts a figure, where it is not the figure's own."""

from collections.abc import Iterable, Mapping

import pandas as pd

from helpers.figures import find_figures
from helpers.reports.answers.words import excerpt
from helpers.sentences import split_sentences

MOST_AFTER = 3  # sentences after the figure's in which its doubt is looked for
REACH = 2_000  # characters after a figure that are looked at
DOUBTED = ("doubted", "denied")  # stances


def doubt_words(stances: Iterable[str]) -> str:
    """What is done to figures of these stances, "" if nothing is.

    >>> doubt_words(["reported", "denied"]), doubt_words(["denied", "doubted"])
    ('denied', 'doubted or denied')
    """
    told = set(stances)
    return " or ".join(word for word in DOUBTED if word in told)


def doubting_sentences(figures: pd.DataFrame, texts: Mapping[str, str], words: int) -> list[str]:
    """For each figure the sentences after its own that doubt or deny it, "" where its own does or none is needed.

    figures: document, start, stance (rows of the table figures); texts: document → its text; words: most words told.

    >>> text = "The guard counted 90 boats. This is hard to believe. It rained."
    >>> row = pd.DataFrame({"document": ["a"], "start": [18], "stance": ["doubted"]})
    >>> doubting_sentences(row, {"a": text}, 40)
    ['This is hard to believe.']
    """
    rows = zip(figures.document, figures.start, figures.stance, strict=True)
    return [_after(texts[d], int(start), words) if stance in DOUBTED else "" for d, start, stance in rows]


def _after(text: str, start: int, words: int) -> str:
    low = text.rfind("\n", 0, start) + 1
    pairs = split_sentences(text[low : start + REACH])
    at = next((i for i, (a, b) in enumerate(pairs) if low + a <= start < low + b), None)
    if at is None:
        return ""
    first = low + pairs[at][0]
    for number, (_, b) in enumerate(pairs[at : at + 1 + MOST_AFTER]):
        if _is_doubted(text[first : low + b], start - first):
            return excerpt(" ".join(text[low + pairs[at + 1][0] : low + b].split()), words) if number else ""
    return ""


def _is_doubted(passage: str, start: int) -> bool:
    found = find_figures(passage)
    return bool(found.loc[found.start == start, "stance"].isin(DOUBTED).any())
