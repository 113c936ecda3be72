"""What a number counts that the sentence before names: "The letters came. There were nineteen.", "forty of them"."""

import re
from collections.abc import Callable
from itertools import pairwise

from helpers.figures.context import Word
from helpers.figures.measured import word_at
from helpers.figures.nouns import NOTHING, TIME_NOUNS, Counted, index_at, phrase_at
from helpers.figures.words import word_set

BE = word_set("are were is was be been")
THEM = word_set("them these those")
MARGINS = word_set("majority margin")
PLURALS = ("NNS", "NNPS")
# "won 104, with eight delegates", "has 40, and Brandt has 12 delegates": what stands between the two numbers.
NEXT = re.compile(
    r",? (?:with|and|or|but)(?: [A-Z][\w’'-]{1,20})?(?: (?:has|had|have|won|got))?(?: the| only| another)? "
)


def _is_bare(words: list[Word], before: int, after: int) -> bool:
    """Whether a number tells of what was named before: "there are nineteen", "forty of them"."""
    if word_at(words, after) == "of":
        return word_at(words, after + 1) in THEM
    low = max(0, before - 4)
    there = any(words[at].text.lower() == "there" and word_at(words, at + 1) in BE for at in range(low, before - 1))
    return there and (after >= len(words) or not words[after].text[:1].isalpha() or words[after].tag == "IN")


def meant_before(words: list[Word], number, earlier: Callable[[], list[Word]]) -> Counted:
    """The last plural noun of the sentence before, for a number without a noun of its own; NOTHING if there is none.

    words: tagged words of the number's sentence; number: a Number of helpers.figures.numbers without a unit; earlier:
    gives the tagged words of the sentence before, asked only where the number looks back.
    """
    before, after = index_at(words, number.start), index_at(words, max(number.end, number.unit_end))
    if word_at(words, before - 1) == "of" and word_at(words, before - 2) in MARGINS:  # "a majority of four"
        margin = words[before - 2]
        return Counted(margin.text, margin.lemma, margin.lemma, margin.start, margin.end, before - 2, before - 1)
    if not _is_bare(words, before, after):
        return NOTHING
    named = earlier()
    for at in range(len(named) - 1, -1, -1):
        if named[at].tag in PLURALS and named[at].lemma not in TIME_NOUNS:
            first = at
            while first and named[first - 1].tag in ("NN", "JJ", "VBN") and at - first < 2:
                first -= 1
            found = phrase_at(named, first)
            found = found if found.head == named[at].lemma else phrase_at(named, at)
            place = {"start": number.start, "end": number.end, "first": before, "last": before}
            return found._replace(**place) if found.noun else NOTHING
    return NOTHING


def meant_after(text: str, rows: list[dict]) -> None:
    """Give a number without a noun what the next one of its sentence counts: "won 104, with eight delegates left".

    rows: the figures of one sentence in order; noun and kind are filled in where they are empty.
    """
    for row, after in pairwise(rows):
        bare = not row["noun"] and not row["unit"]
        if row["op"] == "vague" and text[row["end"] : after["start"]] != " and ":  # "hundreds and hundreds of firms"
            continue
        if bare and after["noun"] and not after["unit"] and NEXT.fullmatch(text, row["end"], after["start"]):
            row["noun"], row["kind"] = after["noun"], after["kind"]
