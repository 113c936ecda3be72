"""Choose what a number counts, by its unit and by what stands around it."""

import re
from itertools import pairwise

from helpers.figures.context import Word
from helpers.figures.nouns import (
    COUNT_HEADS,
    NOTHING,
    NOUNS,
    STATES,
    VERBS,
    Counted,
    clause_start,
    first_phrase,
    index_at,
    last_phrase,
    phrase_at,
    phrase_before,
)
from helpers.figures.units import measure_of
from helpers.figures.words import word_set

MEASURING = word_set(
    "be cost total worth put reach fall rise exceed stand hit drop estimate value climb price sell average"
)
AGAIN = re.compile(r"another|a further|as many|(?:only|just|at least|some|about) ", re.I)
COUNTING = word_set("count estimate reckon")
CLOCK = word_set("pm am p.m. a.m. p.m a.m")
AGAIN_HEADS = word_set("number figure total")
HARM = word_set("kill wound injure murder slaughter massacre execute hurt behead displace arrest detain")


def _people(number, index: int) -> Counted:
    return Counted("people", "people", "people", number.numeral_start, number.numeral_end, index, index)


def _unit_noun(text: str, number, index: int) -> Counted:
    """The unit itself as what is counted: '12 km', 'two years'."""
    unit = text[number.unit_start : number.unit_end].strip(" -‐‑") or number.unit
    return Counted(unit, unit.lower(), unit.lower(), number.unit_start, number.unit_end, index, index)


def _next(words: list[Word], index: int) -> str:
    return words[index].text.lower() if 0 <= index < len(words) else ""


def _share(words: list[Word], number, before: int, after: int, previous: Counted) -> Counted:
    """A share is of something: '80 % of residents', 'a 7 % tariff', 'turnout was 54 %'."""
    if _next(words, after) == "of":
        return phrase_at(words, after + 1)
    after += _next(words, after) in ("more", "less", "fewer", "higher", "lower") and _next(words, after + 1) != "than"
    if after < len(words) and words[after].tag in NOUNS | {"JJ"}:
        found = phrase_at(words, after)
        if found is not NOTHING:
            return found
    if previous is not NOTHING:
        return previous
    found = phrase_before(words, before)
    if found is NOTHING and after < len(words) and words[after].tag in VERBS:
        return _people(number, before)  # "Fifty-one per cent say …"
    return found


def _money(text: str, words: list[Word], number, before: int, after: int) -> Counted:
    """Money goes by its currency word where it has one, else by what it pays for: 'a $60m loan', '$2bn in aid'."""
    printed = text[number.unit_start : number.unit_end]
    if printed.isalpha() and printed.islower() and len(printed) > 2:
        return _unit_noun(text, number, after)
    found = NOTHING
    follow = _next(words, after)
    if follow == "worth":
        found = phrase_at(words, after + 2)
    elif after < len(words) and words[after].tag in NOUNS:
        found = phrase_at(words, after)
    elif follow == "of" or (
        follow == "in" and after + 1 < len(words) and words[after + 1].tag in NOUNS | {"JJ", "NNP"}
    ):
        found = phrase_at(words, after + 1)
    elif _measured_by_verb(words, before):
        found = phrase_before(words, before)
    return found if found is not NOTHING else _currency(number, after)


def _measured_by_verb(words: list[Word], before: int) -> bool:
    """Whether a verb of measuring links the number to a subject: 'damage was put at $3m', 'prices fell below $50'."""
    return any(word.lemma in MEASURING for word in words[max(0, before - 4) : before])


def _currency(number, index: int) -> Counted:
    """The currency as what is counted, in the plural."""
    name = number.unit if number.unit.endswith("s") or number.unit.isupper() else f"{number.unit}s"
    return Counted(name, number.unit, number.unit, number.start, number.end, index, index)


def _measure(text: str, words: list[Word], number, after: int) -> Counted:
    """'a 6 year feud' measures the conflict; '12 km' and 'two years' are what they are."""
    printed = text[number.unit_start : number.unit_end].lower().strip(" -‐‑")
    attributive = not printed.endswith("s") and number.best != 1 and len(printed) > 2
    if attributive and after < len(words) and words[after].tag in NOUNS | {"JJ"}:
        found = phrase_at(words, after)
        if found is not NOTHING:
            return found
    return _unit_noun(text, number, after)


def _has_verb_between(words: list[Word], previous: Counted, fresh: Counted) -> bool:
    """A new object of a new verb: 'Thousands marched; police estimated the crowd at 900' counts the crowd."""
    first = max(fresh.first, 1)
    while first > 1 and words[first - 1].tag in ("DT", "PRP$", "JJ", "POS", "NN", "NNP"):
        first -= 1
    return words[first - 1].tag in VERBS and words[first - 1].start >= previous.end


def _anaphor(words: list[Word], before: int) -> bool:
    """'The union puts the number at', 'the figure is': what is counted stands in the sentence before."""
    near = words[max(0, before - 5) : before]
    again = any(
        word.lemma in AGAIN_HEADS and one.text.lower() in ("the", "that", "this") for one, word in pairwise(near)
    )
    return again and all(word.text != "of" for word in near)


def _bare(words: list[Word], number, before: int, after: int, previous: Counted, earlier: Counted) -> Counted:
    """No noun follows: people if harm is told, else the noun of the last figure, else what stands before."""
    left = words[before - 1] if before else None
    if _anaphor(words, before) or (left is not None and left.lemma in COUNTING and earlier is not NOTHING):
        return earlier._replace(start=number.start, end=number.end, first=before, last=before)
    if left is not None and left.text.lower() in ("numbers", "numbered"):  # "the crew now numbers 40"
        return first_phrase(words, clause_start(words, before - 1), before - 1)
    if previous is not NOTHING:
        fresh = last_phrase(words, index_at(words, previous.end), before)
        object_between = (
            fresh is not NOTHING and fresh.head not in COUNT_HEADS and _has_verb_between(words, previous, fresh)
        )
        return fresh if object_between else previous
    if earlier is not NOTHING and (before <= 1 or AGAIN.match(number.text)):
        return earlier._replace(start=number.start, end=number.end, first=before, last=before)
    harmed = _next(words, after) in STATES or (left is not None and left.lemma in HARM)
    follows = after < len(words) and words[after].tag in VERBS and words[after].text.lower() not in ("is", "was")
    left = None if left is not None and left.lemma in CLOCK else left
    if harmed or (follows and (left is None or left.tag not in NOUNS)):
        return _people(number, before)
    if left is not None and left.tag in NOUNS and not left.text[0].isupper():
        found = phrase_at(words, before - 1)
        if found is not NOTHING:
            return found
    found = phrase_before(words, before)
    proper = found.first >= 0 and words[found.last - 1].tag == "NNP"  # "the minister of Orr and 40 more": not Orr
    if found is NOTHING and earlier is not NOTHING:
        return earlier._replace(start=number.start, end=number.end, first=before, last=before)
    return NOTHING if proper else found


def what_is_counted(
    text: str, words: list[Word], number, previous: Counted = NOTHING, earlier: Counted = NOTHING
) -> Counted:
    """Find what a number counts.

    text: the document. words: tagged words of the number's sentence. number: a Number of helpers.figures.numbers.
    previous: what the figure before it in the same sentence counts, for 'and 17 wounded'; NOTHING for the first.
    earlier: what the last figure of the sentence before counts, for 'Only three had seen it'.
    Returns Counted; its noun is "" if nothing can be found.
    """
    before = index_at(words, number.start)
    after = index_at(words, max(number.end, number.unit_end))
    measure = measure_of(number)
    if not measure and _next(words, after) == "times":
        found = Counted("times", "time", "time", words[after].start, words[after].end, after, after + 1)
    elif measure == "share":
        found = _share(words, number, before, after, previous)
    elif measure == "money":
        found = _money(text, words, number, before, after)
    elif measure:
        found = _measure(text, words, number, after)
    elif _next(words, after) in ("of", "out"):
        found = phrase_at(words, after + 1)
        if found is NOTHING and _next(words, after + 1) in ("them", "these", "those", "which", "whom"):
            found = _bare(words, number, before, after, previous, earlier)
    else:
        found = NOTHING if _next(words, after) in STATES else phrase_at(words, after)
        found = found if found is not NOTHING else _bare(words, number, before, after, previous, earlier)
    if found.head in COUNT_HEADS and found.first >= 0 and _next(words, found.last) == "of":
        inner = phrase_at(words, found.last + 1)
        found = inner if inner is not NOTHING else found
    return found
