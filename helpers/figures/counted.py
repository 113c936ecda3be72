"""Choose what a number counts, by its unit and by what stands around it."""

from helpers.figures.before import only_opened
from helpers.figures.constructions import is_made, is_period, people_of, per_period, stretch
from helpers.figures.context import Word
from helpers.figures.counting import SINGULAR_HEADS
from helpers.figures.crowds import crowd_of, is_crowd
from helpers.figures.elided import bare_count, people_at, told_again
from helpers.figures.kinds import is_people
from helpers.figures.measured import measure_noun, sum_of, word_at
from helpers.figures.multiples import multiple_of
from helpers.figures.nouns import NOTHING, NOUNS, Counted, index_at, is_state, last_phrase, opened, phrase_at
from helpers.figures.numbers.played import played_at
from helpers.figures.shares import part_of, share_of
from helpers.figures.units import measure_of
from helpers.figures.words import word_set

THEM = word_set("them it these those this that which whom")
DEFINITE = THEM | word_set("the our my your his her us you")
CLOSING_MARKS = frozenset("”\"’'»")


def _of_them(words: list[Word], number, before: int, nearest: Counted) -> Counted:
    """'the drivers, 300 of them', 'two thirds of it': the noun right before, else what the last figure counts."""
    named = before > 1 and word_at(words, before - 1) == "," and words[before - 2].tag in NOUNS
    named = named and all(word.text.lower() != "according" for word in words[max(0, before - 8) : before])
    if named and nearest.start >= words[0].start:
        found = last_phrase(words, max(0, before - 8), before - 1)
        opens = found.first
        # "40 are in hospital, two of them", "52 people were taken to hospitals, 11 of them badly hurt" count people.
        if words[before - 2].tag != "NNS" or (is_people(nearest) and not is_people(found)):
            named = all(word.tag not in ("IN", "TO") for word in words[max(0, opens - 2) : opens])
    if is_period(nearest):
        nearest = NOTHING  # "half of it" is not half of the months
    if named and not only_opened(words, before):
        found = last_phrase(words, max(0, before - 8), before - 1)
        them = any(word.text == "them" for word in words[before + 1 : before + 6])
        return _governing(words, found, nearest) if them else found
    return told_again(nearest, number, before) if nearest is not NOTHING else NOTHING


def _governing(words: list[Word], found: Counted, nearest: Counted) -> Counted:
    """Of what "forty of them" tells behind a phrase that is one: "the boats in the harbour, forty of them"."""
    if words[found.last - 1].tag not in ("NN", "NNP") or found.head in SINGULAR_HEADS:
        return found
    at = next((at for at in range(found.first, max(0, found.first - 4), -1) if words[at].tag == "IN"), 0)
    many = last_phrase(words, max(0, at - 4), at) if at else NOTHING
    return many if many is not NOTHING and words[many.last - 1].tag in ("NNS", "NNPS") else nearest


def _noun_at(words: list[Word], index: int) -> bool:
    return index < len(words) and words[index].tag in NOUNS


def _gapped(words: list[Word], before: int, after: int, previous: Counted) -> Counted:
    """What "11 counts of fraud and (two) of theft" counts twice: the noun that leads the first "of"."""
    joined = before > 0 and words[before - 1].text in ("and", "or", ",") and previous.first >= 0
    twice = joined and word_at(words, previous.last) == "of" and previous.last < before
    whole = word_at(words, after + 1) in DEFINITE or (after + 1 < len(words) and words[after + 1].tag in ("CD", "PRP$"))
    return previous if twice and not whole else NOTHING


def _plain(words: list[Word], number, before: int, after: int, previous: Counted, earlier: Counted) -> Counted:
    """What a number without a unit counts."""
    follow = word_at(words, after)
    if follow != "of" and is_crowd(number):
        found = crowd_of(words, number, before, after, (previous, earlier))
        if found is not NOTHING:
            return found
    if (after < len(words) and is_state(words, after)) or per_period(words, after):
        found = NOTHING
    elif follow in ("of", "out"):
        found = _gapped(words, before, after, previous)
        if found is NOTHING:
            found = part_of(words, after)
        several = any(word.tag == "CD" for word in words[after + 1 : after + 4])  # "won three of six"
        if found is not NOTHING or not several:
            return found
    elif follow == "to" and after + 1 < len(words) and words[after + 1].tag == "CD":  # "from 64 to 91 seats"
        found = phrase_at(words, after + 1)
    else:
        found = phrase_at(words, after)
    if found is NOTHING:
        found = stretch(words, after)
    return found if found is not NOTHING else bare_count(words, number, before, after, previous, earlier)


def what_is_counted(
    text: str,
    words: list[Word],
    number,
    previous: Counted = NOTHING,
    earlier: Counted = NOTHING,
    nearest: Counted = NOTHING,
    shared: Counted = NOTHING,
) -> Counted:
    """Find what a number counts.

    text: the document. words: tagged words of the number's sentence. number: a Number of helpers.figures.numbers.
    previous: what the figure before it in the same sentence counts, for 'and 17 wounded'; NOTHING for the first.
    earlier: what the last figure of the sentence before counts, for 'Only three had seen it'.
    nearest: what the last figure before it counts, in whatever unit, for 'two thirds of them'.
    shared: what the last share of the sentence before is of, for 'Analysts expect it to fall to 4 per cent'.
    Returns Counted; its noun is "" if nothing can be found.
    """
    before = index_at(words, number.start)
    after = index_at(words, max(number.end, number.unit_end))
    measure = measure_of(number)
    if word_at(words, after) in CLOSING_MARKS and word_at(words, after + 1) == "of":  # "“99 per cent” of tenants"
        after += 1
    after += word_at(words, after) == "]"  # put in by an editor: "a [3 %] rise"
    if number.best == 0 and number.text.lower()[-3:] in ("ody", "one") and word_at(words, after) != "of":
        return people_at(number, before)  # "Nobody was killed"
    if word_at(words, after) == "of" and word_at(words, after + 1) in THEM and not _noun_at(words, after + 2):
        whoever = people_of(words, after + 1, nearest)
        return people_at(number, before) if whoever else _of_them(words, number, before, nearest)
    changed = before > 1 and word_at(words, before - 1) == "from" and word_at(words, before - 2) in ("up", "down")
    if changed and nearest is not NOTHING and not _noun_at(words, after) and measure in ("", "share"):
        return told_again(nearest, number, before)  # "turnout was 63 %, up from 51"
    if not measure and is_made(words, after) and not is_period(nearest):
        return told_again(nearest, number, before) if nearest is not NOTHING else NOTHING
    if not measure or measure == "share":
        found = multiple_of(words, number, before, after, nearest)
        if found is not None:
            return found
    played = "" if measure else played_at(text, number.end)
    if played:
        return Counted(played, played, played, number.end + 1, number.end + 1 + len(played), after, after)
    if measure == "share":
        found = share_of(words, number, before, after, (previous, earlier, shared, nearest))
    elif measure == "money":
        found = sum_of(text, words, number, before, after)
    elif measure:
        found = measure_noun(text, words, number, after)
    else:
        found = _plain(words, number, before, after, previous, NOTHING if is_period(earlier) else earlier)
    charged = found.head == "count" and found.first == after and not measure  # "one felony count of fraud"
    return found if charged else opened(words, found)
