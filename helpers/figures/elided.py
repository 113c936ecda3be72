"""What a number counts whose noun is left out: people who were harmed, what was counted before, what is told of."""

import re

from helpers.figures.before import CLOCK, MEASURING, clause_start, only_opened, phrase_before, tells_again
from helpers.figures.context import Word
from helpers.figures.measured import word_at
from helpers.figures.nouns import (
    COUNT_HEADS,
    NOTHING,
    NOUNS,
    STATES,
    VERBS,
    Counted,
    first_phrase,
    index_at,
    last_phrase,
    phrase_at,
)
from helpers.figures.words import word_set

AGAIN = re.compile(r"another|a further|as many|(?:only|just|at least|some|about) ", re.I)
COUNTING = word_set("count estimate reckon")
COMMON_END = re.compile(r"(?:ship|tion|sion|ment|ness|ity|[ae]nce|age|out|ings?|ure|owth|sales|s)$")
HARM = word_set("kill wound injure murder slaughter massacre execute hurt behead displace arrest detain")


def people_at(number, index: int) -> Counted:
    """People, where no noun tells what is counted but what happens to them does. index: the word of the number."""
    return Counted("people", "people", "people", number.numeral_start, number.numeral_end, index, index)


def told_again(counted: Counted, number, before: int) -> Counted:
    """What another figure counts, told again of this number (at word `before`)."""
    return counted._replace(start=number.start, end=number.end, first=before, last=before)


def is_name(words: list[Word], found: Counted) -> bool:
    """Whether a phrase is a name: 'the minister of Orr and 40 more' does not count Orr, "Membership fell" is none."""
    if found.first == 0 and found.last == 1 and COMMON_END.search(found.noun):
        return False
    return found.first >= 0 and words[found.last - 1].tag == "NNP"


def _has_verb_between(words: list[Word], previous: Counted, fresh: Counted) -> bool:
    """A new object of a new verb: 'Thousands marched; police estimated the crowd at 900' counts the crowd."""
    first = max(fresh.first, 1)
    while first > 1 and words[first - 1].tag in ("DT", "PRP$", "JJ", "POS", "NN", "NNP"):
        first -= 1
    return words[first - 1].tag in VERBS and words[first - 1].start >= previous.end


def bare_count(words: list[Word], number, before: int, after: int, previous: Counted, earlier: Counted) -> Counted:
    """What a number without a noun counts: people if harm is told, else what was counted, else what stands before.

    before, after: index of the number's first word and after its last. previous, earlier: as of `what_is_counted`.
    """
    left = words[before - 1] if before else None
    if tells_again(words, before) or (left is not None and left.lemma in COUNTING and earlier is not NOTHING):
        return told_again(earlier, number, before)
    if left is not None and left.text.lower() in ("numbers", "numbered"):  # "the crew now numbers 40"
        return first_phrase(words, clause_start(words, before - 1), before - 1)
    if previous is not NOTHING:
        fresh = last_phrase(words, index_at(words, previous.end), before)
        if left.text.lower() == "in":  # "visited 300 schools and found faults in 40"
            return previous
        fresh_object = fresh is not NOTHING and fresh.head not in COUNT_HEADS
        return fresh if fresh_object and _has_verb_between(words, previous, fresh) else previous
    opened = only_opened(words, before)
    if earlier is not NOTHING and (before <= 1 or opened or AGAIN.match(number.text)):
        return told_again(earlier, number, before)
    harmed = word_at(words, after) in STATES or (left is not None and left.lemma in HARM)
    follows = after < len(words) and words[after].tag in VERBS and words[after].text.lower() not in ("is", "was")
    aside = opened or (left is not None and left.lemma in CLOCK)
    if aside and follows and earlier is not NOTHING:
        return told_again(earlier, number, before)  # "They counted 90. At 7 pm 40 left."
    left = None if aside else left
    if left is not None and left.lemma in MEASURING and before > 1 and words[before - 2].tag == "MD":
        return phrase_before(words, before)  # "the toll could rise above 40"
    if harmed or (follows and (left is None or left.tag not in NOUNS)):
        return people_at(number, before)
    if left is not None and left.tag in NOUNS and not left.text[0].isupper():
        found = phrase_at(words, before - 1)
        if found is not NOTHING:
            return found
    found = phrase_before(words, before)
    if 0 <= found.last < len(words) and words[found.last].tag == "POS" and found.last == before - 1:
        return NOTHING  # "the council's 900"
    if found is NOTHING and any(word.lemma in STATES for word in words[max(0, before - 3) : before]):
        return people_at(number, before)  # "put the number of missing at 40"
    if found is NOTHING and earlier is not NOTHING:
        return told_again(earlier, number, before)
    return NOTHING if is_name(words, found) or found.head in COUNT_HEADS - {"toll"} else found
