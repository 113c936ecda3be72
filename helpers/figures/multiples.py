"""What a multiple is of: "four times the rate", "ten times more boats", "half as many"."""

from helpers.figures.before import CLAUSE_MARKS, MEASURING
from helpers.figures.constructions import ARTICLES, is_period
from helpers.figures.context import Word
from helpers.figures.elided import told_again
from helpers.figures.measured import word_at
from helpers.figures.nouns import NOTHING, NOUNS, VERBS, Counted, opened, phrase_at

MORE = frozenset(("more", "fewer", "less"))
MUCH = frozenset(("many", "much"))


def _times(words: list[Word], at: int) -> Counted:
    return Counted("times", "time", "time", words[at].start, words[at].end, at, at + 1)


def _is_of(words: list[Word], before: int, at: int) -> bool:
    """Whether "times" multiplies the noun at a word: "is four times the rate", not "Three times the guard fired"."""
    if before == 0 or word_at(words, at) not in ARTICLES:
        return False
    left = words[before - 1]
    if left.lemma in MEASURING or left.text.lower() in ("at", "to", "by"):
        return True
    found = phrase_at(words, at) if left.text in CLAUSE_MARKS else NOTHING  # "40 tonnes, four times the limit"
    return found is not NOTHING and (found.last >= len(words) or words[found.last].tag not in VERBS)


def multiple_of(words: list[Word], number, before: int, after: int, nearest: Counted) -> Counted:
    """What "times" or "as many" after a number (words `before` to `after`) multiplies; NOTHING where none follows.

    number: a Number. nearest: what the last figure counts, for "half as many" with no noun of its own.
    A multiple keeps "time" as its head: three times as many boats are not three boats.
    """
    times = word_at(words, after) == "times"
    at = after + times
    alike = word_at(words, at) == "as" and word_at(words, at + 1) in MUCH
    if not times and not alike:
        return NOTHING
    if times and _is_of(words, before, at):
        return opened(words, phrase_at(words, at))._replace(head="time", compound="time")
    at += 2 if alike else word_at(words, at) in MORE
    named = at > after + times and at < len(words) and words[at].tag in NOUNS | {"JJ"}
    found = phrase_at(words, at) if named else NOTHING
    if not times:
        again = NOTHING if is_period(nearest) else nearest
        return found if found is not NOTHING or again is NOTHING else told_again(again, number, before)
    return _times(words, after) if found is NOTHING else found._replace(head="time", compound="time")
