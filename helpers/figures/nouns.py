"""What a figure counts: the noun phrase after the number, or the one it stands for."""

from bisect import bisect_left
from typing import NamedTuple

from helpers.figures.context import Word
from helpers.figures.counting import (
    CLASSING,
    COUNT_HEADS,
    DOING,
    JOINT,
    PAST,
    PLURAL_MODIFIERS,
    PRONOUNS,
    SCALES,
    SHIFTS,
    SINGULAR_HEADS,
    STATES,
    THINGS,
    TIME_NOUNS,
    is_cut,
    is_head,
    reads_as_noun,
)

NOUNS = frozenset(("NN", "NNS", "NNP", "NNPS"))
ADJECTIVES = frozenset(("JJ", "JJR", "JJS", "VBN", "VBG", "VBD"))
FILLERS = frozenset(("DT", "PRP$", "PRP", "RB", "RBR", "RBS", "CD", "POS", "PDT"))
VERBS = frozenset(("VB", "VBD", "VBN", "VBP", "VBZ", "VBG", "MD"))


class Counted(NamedTuple):
    """What is counted: the noun as printed, lemmas of its head and of the compound, and where the phrase stands."""

    noun: str
    head: str
    compound: str
    start: int
    end: int
    first: int  # index of its first word in the sentence, -1 if it stands elsewhere
    last: int  # index after its last word


NOTHING = Counted("", "", "", -1, -1, -1, -1)


def index_at(words: list[Word], position: int) -> int:
    """Index of the first word that starts at or after `position`."""
    return bisect_left(words, (position,))  # a word is a tuple that begins with its start


def is_state(words: list[Word], index: int) -> bool:
    """A participle that closes the phrase: '17 wounded', 'women and children wounded'."""
    return words[index].text.lower() in STATES and (
        index + 1 >= len(words) or words[index + 1].tag not in NOUNS or words[index + 1].lemma in TIME_NOUNS
    )


def _is_verb(words: list[Word], index: int) -> bool:
    """A past form with an object or a preposition after it is a verb: '40 left the', not '40 injured men'."""
    past = words[index].tag in ("VBD", "VBN")
    if past and words[index].text in PAST:
        return True
    return past and index + 1 < len(words) and words[index + 1].tag in ("IN", "DT", "TO", "CD", "PRP$")


def _is_noun(words: list[Word], index: int) -> bool:
    """A noun that is no time; after a number also what the tagger takes for a verb: 'five matches'."""
    word = words[index]
    if word.tag in ("VBZ", "VB", "VBP") and index and word.lemma not in ("be", "have", "do"):
        return reads_as_noun(words, index)
    return word.tag in NOUNS and word.lemma not in TIME_NOUNS and word.lemma not in PRONOUNS


def _joins_adjectives(words: list[Word], index: int) -> bool:
    """Whether "and" stands between two adjectives: "12 old and rusty barges", "30 Chinese and Russian boats"."""
    left, right = words[index - 1], words[index + 1] if index + 1 < len(words) else words[index]
    return left.tag == "JJ" and (right.tag == "JJ" or (right.tag == "NNP" and left.text[0].isupper()))


def _opens(words: list[Word], index: int, start: int) -> bool:
    """Whether a word may stand between the number (phrase from `start`) and its noun."""
    word = words[index]
    if word.text in ("and", "or"):
        return index > start and _joins_adjectives(words, index)
    if word.tag in ("VB", "VBP") and index and words[index - 1].tag in ("CD", "JJ"):
        plural = index + 1 < len(words) and words[index + 1].tag == "NNS"
        return plural and word.lemma not in DOING and words[index - 1].text.lower() not in ("one", "1")
    if word.lemma in SHIFTS and word.text.islower() and index + 1 < len(words) and words[index + 1].tag == "NNS":
        return words[index + 1].lemma not in TIME_NOUNS
    if word.lemma in ("be", "have") or is_state(words, index) or (index == start and _is_verb(words, index)):
        return False
    return word.tag in ADJECTIVES or word.tag in FILLERS or word.text in ("-", "–", '"', "“", "”")


def _goes_on(words: list[Word], first: int, index: int, limit: int) -> bool:
    """Whether the run of nouns from `first` takes in the word at `index`."""
    word, before = words[index], words[index - 1]
    plural = before.tag == "NNS" or (before.tag == "VBZ") or (before.text.endswith("s") and before.text.istitle())
    if word.tag in NOUNS and (word.lemma not in TIME_NOUNS or (word.tag == "NNS" and before.tag == "NN")):
        return before.tag not in ("NNS", "VBZ") or before.text.lower() in PLURAL_MODIFIERS
    named = all(word.tag in ("NNP", "NNPS") or word.text.isupper() for word in words[first:index])
    return word.tag in ADJECTIVES and named and not plural and index + 1 < limit and _is_noun(words, index + 1)


def _chunk(words: list[Word], index: int) -> tuple[int, int]:
    """(first, last) of the run of nouns that a phrase starting at `index` ends with; first == last if there is none."""
    limit = min(len(words), index + 12)
    first = index
    while first < limit and not _is_noun(words, first):
        gerund = words[first].tag == "VBG" and first > index and words[first - 1].tag == "DT"  # "the killing"
        if gerund and not (first + 1 < limit and _is_noun(words, first + 1)):
            return first, first + 1
        if not _opens(words, first, index):
            return index, index
        first += 1
    if first >= limit:
        return index, index
    last = first + 1
    while last < limit and _goes_on(words, first, last, limit):
        last += 1
    last += is_cut(words, last, limit) or is_head(words, index, last)
    if last < limit and words[last].tag == "POS":  # "of the town's 300 houses" counts houses
        inner = _chunk(words, last + 1)
        return inner if inner[0] < inner[1] else (first, last)
    return first, last


def _compound(words: list[Word], first: int, last: int) -> int:
    """Index where the counted noun starts inside a run of nouns: proper names before it are left out."""
    start = last - 1
    if words[start].text in ("cost", "costs") and last < len(words) and words[last].text in "$£€":
        return start  # "the bell cost €9,000"
    while start > first:
        before = words[start - 1]
        common = before.tag in ("NN", "NNS") and (start == 1 or not before.text[0].isupper())
        if not common and not (before.lemma in CLASSING and not before.text[0].isupper()):
            break
        start -= 1
    if start == first and first > 0 and words[first - 1].lemma in CLASSING:
        start -= 1
    return start


def _coordinated(words: list[Word], last: int) -> int:
    """Index after 'and children' in 'women and children': one count over two nouns."""
    if last + 1 < len(words) and words[last].text in ("and", "or") and words[last - 1].tag in ("NNS", "VBZ"):
        follow = words[last + 1]
        acts = last + 2 < len(words) and words[last + 2].tag in ("DT", "PRP", "PRP$")  # "won 23 bouts and tips the"
        if follow.tag == "NNS" and not acts and not follow.text[0].isupper():
            return last + 2
    return last


def _shared_head(words: list[Word], index: int, last: int) -> int:
    """Index after the plural that a singular after a number shares with others: "18 bus and tram (drivers)"; else 0.

    index: where the phrase begins; last: index after its run of nouns.
    """
    modifier = words[last - 1]
    if last >= len(words) or words[last].text not in ("and", "or", ",") or modifier.tag not in ("NN", "NNP"):
        return 0
    left = words[index - 1] if index else None
    many = left is not None and left.tag == "CD" and left.text.lower() not in ("one", "1")
    many = many or (index > 1 and left.text == "of" and words[index - 2].lemma in SCALES)
    if not many or modifier.lemma in SINGULAR_HEADS:
        return 0
    at, joint = last, 0
    while at < min(len(words), last + JOINT):
        word = words[at]
        if word.text in ("and", "or"):
            joint = at
        elif word.tag == "NNS" and joint:
            return at + 1 if at > joint + 1 else 0
        elif word.text != "," and word.tag not in ("JJ", "NN", "NNP", "VBN", "VBG"):
            return 0
        at += 1
    return 0


def phrase_at(words: list[Word], index: int) -> Counted:
    """The noun phrase that starts at word `index`; NOTHING if no noun comes before the phrase ends.

    >>> from helpers.figures.context import tag_words
    >>> text = "Six heavy patrol boats of the guard sank."
    >>> phrase_at(tag_words(text, 0, len(text)), 1).noun
    'patrol boats'
    """
    first, last = _chunk(words, index)
    if first == last:
        return NOTHING
    acts = words[index].tag in ("VBD", "VBN") and index and words[index - 1].tag == "CD"
    if acts and words[last - 1].tag == "NNP" and not words[last - 1].text.endswith("s"):
        return NOTHING  # "40 left Orrin"
    shared = _shared_head(words, index, last)
    if shared:
        head = words[shared - 1]
        return Counted(head.text, head.lemma, head.lemma, head.start, head.end, first, shared)
    head_at = last - 1
    start = _compound(words, first, last)
    stop = _coordinated(words, last)
    noun = " ".join(word.text for word in words[start:stop])
    compound = " ".join(word.lemma for word in words[start:last])
    return Counted(noun, words[head_at].lemma, compound, words[start].start, words[stop - 1].end, first, stop)


def opened(words: list[Word], found: Counted) -> Counted:
    """What stands in a phrase that only says that something is counted: of "a number of boats" the boats.

    >>> from helpers.figures.context import tag_words
    >>> words = tag_words("the number of boats", 0, 19)
    >>> opened(words, phrase_at(words, 0)).noun
    'boats'
    """
    heads = found.head in COUNT_HEADS and found.first >= 0 and found.noun.lower() not in THINGS
    if not heads or found.last >= len(words) or words[found.last].text.lower() != "of":
        return found
    inner = phrase_at(words, found.last + 1)
    return found if inner is NOTHING or inner.head in ("percent", "cent") else inner  # "a majority of 51 percent said"


def last_phrase(words: list[Word], low: int, high: int) -> Counted:
    """The last noun phrase between words `low` and `high`; NOTHING if there is none."""
    at = high - 1
    while at >= low and (words[at].tag not in NOUNS or words[at].lemma in TIME_NOUNS):
        at -= 1
    if at < low:
        return NOTHING
    first = at
    while first > low and words[first - 1].tag in NOUNS and words[first - 1].lemma not in TIME_NOUNS:
        if words[first - 1].tag == "NNS" and words[first - 1].text.lower() not in PLURAL_MODIFIERS:
            break  # "the bank estimates (losses)"
        first -= 1
    found = phrase_at(words, first)
    return found if found.last > first else NOTHING


def first_phrase(words: list[Word], low: int, high: int) -> Counted:
    """The first noun phrase between words `low` and `high`, its 'number of …' opened; NOTHING if there is none."""
    at = low
    while at < high and (words[at].tag not in NOUNS or words[at].lemma in TIME_NOUNS):
        at += 1
    found = phrase_at(words, at) if at < high else NOTHING
    if found.head in COUNT_HEADS and found.last < high and words[found.last].text.lower() in ("of", "for"):
        inner = phrase_at(words, found.last + 1)
        return inner if inner is not NOTHING else found
    if found.head in COUNT_HEADS - {"toll"} and " " in found.compound:  # "casualty figures" are casualties
        rest = found.noun.rsplit(" ", 1)[0]
        return found._replace(noun=rest, head=found.compound.split()[-2], compound=found.compound.rsplit(" ", 1)[0])
    return found
