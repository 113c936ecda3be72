"""What a measure is of: the words that two sums of money, lengths or areas must share to be compared."""

from collections import Counter
from functools import lru_cache
from itertools import pairwise

from helpers.figures.aliases import CALENDAR, FUNCTION
from helpers.figures.claimants import type_words
from helpers.figures.context import Word
from helpers.figures.counting import SCALES
from helpers.figures.kinds import noun_classes
from helpers.figures.nouns import COUNT_HEADS, NOUNS, TIME_NOUNS, VERBS, index_at
from helpers.figures.units import PRINTED_UNITS
from helpers.figures.words import word_set
from helpers.tokens import lemmatize
from helpers.voice.coreference.words import is_common

BEFORE, AFTER = 10, 8  # words on either side of the figure in which its purpose is looked for
BIDS = frozenset(("demand", "offer", "claim"))
DEED = 8  # words before a duration in which the verb it goes with is looked for
LASTING = word_set("last take")
NEAR = 4  # words after a duration that may tell what lasts: "two days of mourning"
BOUNDS = frozenset(";()—–:")
TURNS = frozenset(("and", "but", "while", "that", "which", "who", "because", "although", "whereas", "after"))
BACKWARD = frozenset(("and", "which", "who"))  # "the roof, which covers 80 m²": the roof is on the other side
PLACED = frozenset(("kilometer", "mile", "nautical mile", "square kilometer", "square mile", "hectare", "acre"))
VAGUE = word_set("square cubic unit side end thing way kind use part place one total number")
IDLE = FUNCTION | CALENDAR | PRINTED_UNITS | TIME_NOUNS | COUNT_HEADS | VAGUE


@lru_cache(maxsize=2_048)
def _acts(lemma: str) -> bool:
    """Whether a noun names those who act (people, firms, offices): they spend on many things."""
    found = noun_classes().get(lemma)
    people = found is not None and (found.kind.startswith("people_") or found.kind == "organisations")
    return people or lemma in type_words()


def _tells(word: Word, placed: bool, opening: int) -> bool:
    if word.tag not in NOUNS or len(word.text) < 3 or word.lemma in SCALES:
        return False
    named = word.text[0].isupper() and word.tag in ("NNP", "NNPS") and word.start != opening
    if named and not placed:
        return False
    return word.lemma not in IDLE and not _acts(word.lemma)


def _clause(words: list[Word], at: int, step: int, reach: int) -> list[Word]:
    """The words from `at` on in one direction, up to a turn of the sentence or another number."""
    found = []
    for index in range(at, max(-1, at - reach) if step < 0 else min(len(words), at + reach), step):
        word = words[index]
        if word.text in BOUNDS or (word.tag == "CD" and word.lemma not in SCALES):
            break
        if word.text.lower() in TURNS and found and (step > 0 or word.text.lower() not in BACKWARD):
            break
        found.append(word)
    return found


def shared_purpose(members: list) -> str:
    """The commonest word for what all measures of a group are of, no name; "" for one alone or where they differ."""
    if len(members) == 1:
        return ""
    names = {name.lower() for member in members for name in member.names}
    found = Counter(word for member in members for word in sorted(member.purpose - names))
    return next((word for word, n in found.most_common(1) if n == len(members) > 1), "")


def _lasting(words: list[Word], before: int, after: int, noun: str) -> frozenset:
    """What lasts: "a nine-day blockade", "two days of mourning", "they blocked the gates for nine days"."""
    head = lemmatize(noun.split()[-1]) if noun else ""
    if head and head not in PRINTED_UNITS:
        return frozenset((head,))
    near = words[after : after + NEAR + 1]
    lasting = [two for one, two in pairwise(near) if one.text == "of" and two.tag == "VBG"]  # "days of mourning"
    told = [word.lemma for word in near if word not in lasting and _tells(word, False, -1)]
    return frozenset([*told, *(word.text.lower() for word in lasting), *_deed(words, before)])


def _deed(words: list[Word], at: int) -> list[str]:
    """What is done "for nine days", as a verb and as a noun; what "lasted nine days"."""
    verb = at
    while verb > max(-1, at - DEED) and words[verb].tag not in VERBS and words[verb].text not in BOUNDS | {","}:
        verb -= 1
    if verb < 0 or words[verb].tag not in VERBS or (words[verb].lemma not in LASTING and words[at].text != "for"):
        return []
    between = words[max(0, verb - DEED) : verb] if words[verb].lemma in LASTING else words[verb:at]
    if words[verb].lemma in LASTING | {"be"}:  # "the strike lasted nine days", "have been on strike for nine days"
        return [word.lemma for word in between if _tells(word, False, -1)][-1:]
    return [words[verb].lemma, *nominalised(words[verb].lemma)]


@lru_cache(maxsize=2_048)
def nominalised(verb: str) -> tuple[str, ...]:
    """The nouns by which a deed told with a verb may be called.

    >>> nominalised("block"), nominalised("occupy")
    (('blockade', 'blocking'), ('occupation',))
    """
    stem = verb[:-1] if verb[-1:] in ("e", "y") else verb
    found = [stem + ending for ending in ("ade", "age", "al", "ation", "ion", "ment", "ure", "ing")]
    return tuple(noun for noun in found if is_common(noun))


def purpose_of(words: list[Word], figure, rate: str = "") -> frozenset:
    """Lemmas of the nouns that say what a measure is of; empty where the clause has none.

    words: the tagged sentence. figure: a row of `figures` that measures something. rate: its unit with the time it is
    told for: what is lost a day is what a day costs.
    """
    before, after = index_at(words, figure.start) - 1, index_at(words, figure.end)
    placed = str(figure.unit) in PLACED
    if figure.kind == "duration":
        return _lasting(words, before, after, str(figure.noun))
    around = _clause(words, before, -1, BEFORE) + _clause(words, after, 1, AFTER)
    found = frozenset(word.lemma for word in around if _tells(word, placed, words[0].start))
    found -= BIDS if figure.kind == "share" else frozenset()  # who demands 9 per cent does not say of what
    return found | {"cost"} if " a " in rate and "loss" in found else found
