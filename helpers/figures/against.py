"""What the sentence after a claim tells against it without judging it: nobody saw any of them; in truth it was 90."""

import re

from helpers.figures.context import Context, Word
from helpers.figures.nouns import NOUNS
from helpers.tokens import lemmatize

# "Nobody in the square saw a single wounded guard": none of what was counted was seen; the last word is what.
NONE_SEEN = re.compile(
    r"(?<![\w-])(?:nobody|no one|no-one|none of|not one|no (?:witness(?:es)?|reporters?|residents?|"
    r"journalists?|neighbou?rs?)) (?:[\w’'-]+ ){0,7}?(?:saw|seen|sees|see|heard|found|"
    r"finds?|noticed|counted|met|recalls?|remembers?) "
    r"(?:a single|any|even (?:one|a single)|one|an?|such)(?P<what>(?: [\w’-]+){1,3})",
    re.I,
)
NOBODY = ("nobody", "no one", "no-one", "none of", "not one", "no witness", "no re", "no journalist", "no neigh")
# "In truth barely 90 got out": the number that is put in the place of the one before.
IN_TRUTH = re.compile(
    r"[\s\"'“‘(]*(?:(?:But|Yet|And) )?(?:(?:in (?:truth|reality)|the (?:truth|reality) is(?: that)?),? |"
    r"(?:in (?:actual )?fact|actually|really|the fact is(?: that)?),? (?=(?:[\w’'-]+ ){0,4}?(?:only|just|barely|hardly|"
    r"scarcely|merely|no more than|fewer than|less than|at most|not even|far fewer)(?![\w-])))",
    re.I,
)
PART_OF_THEM = re.compile(r"\W{0,2}\s*of (?:them|these|those|whom|which)(?![\w-])", re.I)
WORD = re.compile(r"[^\W\d_]{3,}")
REACH = 12  # words after "in truth" among which its number must stand


def _lemmas(text: str, start: int, end: int) -> set[str]:
    return {lemmatize(word.lower()) for word in WORD.findall(text, start, end)}


def _same_thing(words: list[Word], at: int, told: set[str]) -> bool:
    """Whether the number at an index counts what was told before: it has no noun of its own, or one that was told."""
    for word in words[at + 1 : at + 4]:
        if word.tag in NOUNS:
            return word.lemma.lower() in told
        if not word.tag.startswith("JJ"):
            break
    return True


def contradicted(context: Context, bounds: tuple[int, int], position: int) -> str:
    """Doubted or denied if a sentence tells against the claim of the figure at a position before it, else ''.

    Doubted where nobody saw any of what it counts, denied where another number is told "in truth".
    """
    text, (start, end) = context.text, bounds
    said = text[start:end].lower()
    none = context.search(NONE_SEEN, start, end) if any(word in said for word in NOBODY) else None
    claim = context.sentence(context.sentence_number(position))
    if none and not _lemmas(none["what"], 0, len(none["what"])).isdisjoint(_lemmas(text, *claim)):
        return "doubted"
    truth = IN_TRUTH.match(text, start, end)
    if not truth:
        return ""
    words = [word for word in context.words(context.sentence_number(start)) if word.start >= truth.end()]
    at = next((index for index, word in enumerate(words[:REACH]) if word.tag == "CD"), -1)
    if at < 0 or PART_OF_THEM.match(text, words[at].end):
        return ""
    return "denied" if _same_thing(words, at, _lemmas(text, *claim)) else ""
