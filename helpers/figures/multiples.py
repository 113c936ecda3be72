"""What a multiple is of: "four times the rate", "ten times more boats", "half as many"."""

from helpers.figures.before import CLAUSE_MARKS, MEASURING
from helpers.figures.constructions import is_period, per_period
from helpers.figures.context import Word
from helpers.figures.elided import told_again
from helpers.figures.measured import word_at
from helpers.figures.nouns import NOTHING, NOUNS, VERBS, Counted, opened, phrase_at
from helpers.figures.words import DETERMINERS

MORE = frozenset(("more", "fewer", "less"))
MUCH = frozenset(("many", "much"))


def _is_of(words: list[Word], before: int, at: int) -> bool:
    """Whether "times" multiplies the noun at a word: "is four times the rate", not "Three times the guard fired"."""
    if before == 0 or word_at(words, at) not in DETERMINERS or per_period(words, at):  # "eleven times an hour"
        return False
    left = words[before - 1]
    if left.lemma in MEASURING or left.text.lower() in ("at", "to", "by"):
        return True
    found = phrase_at(words, at) if left.text in CLAUSE_MARKS else NOTHING  # "40 tonnes, four times the limit"
    return found is not NOTHING and (found.last >= len(words) or words[found.last].tag not in VERBS)


def multiple_of(words: list[Word], number, before: int, after: int, nearest: Counted) -> Counted | None:
    """What a number (words `before` to `after`) multiplies: "twice the rate", "four times more boats", "half as many".

    number: a Number. nearest: what the last figure counts, for a multiple with no noun of its own.
    "Times" stays the head of what it multiplies: three times as many boats are not three boats.
    Returns None for a number that multiplies nothing.
    """
    twice, times = number.unit == "times", word_at(words, after) == "times"
    at = after + times
    alike = word_at(words, at) == "as" and (twice or word_at(words, at + 1) in MUCH)
    if not (twice or times or alike):
        return None
    of = times and _is_of(words, before, at)
    at += 2 if alike else word_at(words, at) in MORE
    named = of or twice or (at > after + times and at < len(words) and words[at].tag in NOUNS | {"JJ"})
    found = opened(words, phrase_at(words, at)) if named and word_at(words, at) != "as" else NOTHING
    if times:
        alone = Counted("times", "time", "time", words[after].start, words[after].end, after, after + 1)
        return alone if found is NOTHING else found._replace(head="time", compound="time")
    again = nearest is not NOTHING and (twice or not is_period(nearest))
    return told_again(nearest, number, before) if found is NOTHING and again else found
