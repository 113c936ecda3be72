"""What "hundreds" or "millions" without "of" count: people who come or to whom it comes, or money."""

from helpers.figures.context import Word
from helpers.figures.elided import people_at
from helpers.figures.measured import word_at
from helpers.figures.nouns import NOTHING, NOUNS, VERBS, Counted, phrase_at
from helpers.figures.words import word_set

CROWDS = word_set("dozens scores hundreds thousands millions billions")
SUMS = word_set(
    "bribe tax cash damage fee fine debt aid rent wage donation loss compensation revenue cost sale profit "
    "contribution bonus investment saving loan grant payment funding income subsidy royalty benefit salary expense "
    "spending money"
)
TRADED = word_set("sell sold buy bought go fetch trade swap pay paid ask")  # "sold for thousands"
TO_WHOM = word_set("by for among before to from with")
# Whom or what these befall are people where nothing else is named.
DONE_TO = word_set(
    "kill wound injure murder hurt displace arrest detain free teach evacuate draw attract affect feed employ rescue "
    "leave left infect strand train recruit hire jail deport house shelter treat inspire"
)
GATHERING = word_set("protest march gather rally vote mourn flee attend demonstrate strike cheer pray queue celebrate")
CLAUSE_OPENERS = word_set(", and as while but when that ; : — –")
CLOSED = frozenset("\"”’'")


def is_crowd(number) -> bool:
    """Whether a Number is told by a plural alone: "thousands", "tens of thousands"; not "several hundred"."""
    return number.op == "vague" and number.text.rpartition(" ")[2].lower() in CROWDS


def crowd_of(words: list[Word], number, before: int, after: int, told: tuple[Counted, Counted]) -> Counted:
    """What such a plural counts by its verb, its preposition or the sum it is told of; NOTHING if these do not tell.

    before, after: index of the number's first word and after its last. told: what the figure before it in its sentence
    counts, and the last of the sentence before.
    """
    at = after + (word_at(words, after) in CLOSED)
    if word_at(words, at) == "in":  # "millions in bribes"
        return _sum(words, at + 1)
    left, follow = words[before - 1] if before else None, words[at] if at < len(words) else None
    opened = left is None or left.text.lower() in CLAUSE_OPENERS
    if opened and follow is not None and follow.lemma in GATHERING and follow.text[-1] != "s":
        return people_at(number, before)
    previous, earlier = told
    if previous is not NOTHING:
        return NOTHING
    more = follow is not None and follow.text == "more" and earlier is NOTHING and _is_verb(words, at + 1)
    if more or (follow is not None and follow.text == "who"):
        return people_at(number, before)  # "thousands who fled", "and hundreds more have fled"
    if follow is not None and follow.tag in NOUNS | {"JJ", "CD"}:
        return NOTHING
    if left is not None and left.text.lower() in TO_WHOM:
        traded = any(word.lemma in TRADED for word in words[max(0, before - 4) : before - 1])
        return NOTHING if traded else people_at(number, before)
    if left is not None and left.lemma in DONE_TO and left.tag in VERBS:
        return people_at(number, before)
    return people_at(number, before) if at > after and follow is not None and follow.tag in VERBS else NOTHING


def _is_verb(words: list[Word], index: int) -> bool:
    return index < len(words) and words[index].tag in VERBS and words[index].tag != "VBG"


def _sum(words: list[Word], index: int) -> Counted:
    """The kind of money that follows "in": "in back taxes", "in cash"; not "in Orrin"."""
    found = phrase_at(words, index)
    return found if found.head in SUMS else NOTHING
