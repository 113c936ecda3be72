"""Choose what a number counts, by its unit and by what stands around it."""

import re

from helpers.figures.before import (
    CLOCK,
    GIVING,
    MEASURING,
    clause_start,
    only_opened,
    phrase_before,
    rate_before,
    tells_again,
)
from helpers.figures.constructions import (
    is_made,
    is_measured,
    is_multiple,
    is_period,
    multiplied,
    pay_rise,
    per_period,
    put_at,
)
from helpers.figures.context import Word
from helpers.figures.kinds import class_of
from helpers.figures.measured import measure_noun, sum_of, word_at
from helpers.figures.nouns import (
    COUNT_HEADS,
    NOTHING,
    NOUNS,
    STATES,
    VERBS,
    Counted,
    first_phrase,
    index_at,
    is_state,
    last_phrase,
    phrase_at,
)
from helpers.figures.numbers.played import played_at
from helpers.figures.units import measure_of
from helpers.figures.words import word_set

AGAIN = re.compile(r"another|a further|as many|(?:only|just|at least|some|about) ", re.I)
COUNTING = word_set("count estimate reckon")
COMMON_END = re.compile(r"(?:ship|tion|sion|ment|ness|ity|[ae]nce|age|out|ings?|ure|owth|sales|s)$")
THEM = word_set("them it these those this that which whom")
CLOSING_MARKS = frozenset("”\"’'»")
HARM = word_set("kill wound injure murder slaughter massacre execute hurt behead displace arrest detain")


def _people(number, index: int) -> Counted:
    return Counted("people", "people", "people", number.numeral_start, number.numeral_end, index, index)


def _share(words: list[Word], number, before: int, after: int, previous: Counted, earlier: Counted) -> Counted:
    """A share is of something: '80 % of residents', 'a 7 % tariff', 'turnout was 54 %'."""
    if word_at(words, after) == "of":
        return _of(words, after, NOTHING)
    rated = rate_before(words, before)
    if rated is not NOTHING:
        return rated
    compared = word_at(words, after) in ("more", "less", "fewer", "higher", "lower")
    after += compared and word_at(words, after + 1) != "than"
    if after < len(words) and words[after].tag in NOUNS | {"JJ"}:
        found = phrase_at(words, after)
        if found is not NOTHING:
            return found
    if pay_rise(words, before, after) is not NOTHING:
        return pay_rise(words, before, after)
    if put_at(words, before) is not NOTHING:
        return put_at(words, before)
    if previous is not NOTHING:
        return previous
    found = phrase_before(words, before, share=True)
    doer = found.first >= 0 and class_of(found).kind.startswith("people_") and not is_measured(words, found, before)
    found = NOTHING if doer else found  # "crews have lifted 20 %": not of the crews
    if found is NOTHING and before and words[before - 1].lemma in GIVING and earlier is not NOTHING:
        return _again(earlier, number, before)  # "They were offered a raise of 3 %. The nurses want 8 %."
    if found is NOTHING and after < len(words) and words[after].tag in VERBS:  # "Fifty-one per cent say …"
        told = class_of(earlier).kind.startswith("people_")
        return _again(earlier, number, before) if told else _people(number, before)
    return NOTHING if _is_name(words, found) else found


def _of(words: list[Word], after: int, otherwise: Counted) -> Counted:
    """What follows "of": '300 of the boats', 'a tenth of that sum', 'dozens of times'."""
    at = after + 1
    if word_at(words, at) == "times":
        return Counted("times", "time", "time", words[at].start, words[at].end, at, at + 1)
    if word_at(words, at) in ("this", "that") and at + 1 < len(words) and words[at + 1].tag in NOUNS:
        at += 1
    found = phrase_at(words, at)
    return found if found is not NOTHING else otherwise


def _again(counted: Counted, number, before: int) -> Counted:
    """What another figure counts, told again of this number."""
    return counted._replace(start=number.start, end=number.end, first=before, last=before)


def _is_name(words: list[Word], found: Counted) -> bool:
    """Whether a phrase is a name: 'the minister of Orr and 40 more' does not count Orr, "Membership fell" is none."""
    if found.first == 0 and found.last == 1 and COMMON_END.search(found.noun):
        return False
    return found.first >= 0 and words[found.last - 1].tag == "NNP"


def _of_them(words: list[Word], number, before: int, nearest: Counted) -> Counted:
    """'the drivers, 300 of them', 'two thirds of it': the noun right before, else what the last figure counts."""
    named = before > 1 and word_at(words, before - 1) == "," and words[before - 2].tag in NOUNS
    named = named and all(word.text.lower() != "according" for word in words[max(0, before - 8) : before])
    if is_period(nearest):
        nearest = NOTHING  # "half of it" is not half of the months
    if named and not only_opened(words, before):
        return last_phrase(words, max(0, before - 8), before - 1)
    return _again(nearest, number, before) if nearest is not NOTHING else NOTHING


def _has_verb_between(words: list[Word], previous: Counted, fresh: Counted) -> bool:
    """A new object of a new verb: 'Thousands marched; police estimated the crowd at 900' counts the crowd."""
    first = max(fresh.first, 1)
    while first > 1 and words[first - 1].tag in ("DT", "PRP$", "JJ", "POS", "NN", "NNP"):
        first -= 1
    return words[first - 1].tag in VERBS and words[first - 1].start >= previous.end


def _bare(words: list[Word], number, before: int, after: int, previous: Counted, earlier: Counted) -> Counted:
    """No noun follows: people if harm is told, else the noun of the last figure, else what stands before."""
    left = words[before - 1] if before else None
    if tells_again(words, before) or (left is not None and left.lemma in COUNTING and earlier is not NOTHING):
        return _again(earlier, number, before)
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
        return _again(earlier, number, before)
    harmed = word_at(words, after) in STATES or (left is not None and left.lemma in HARM)
    follows = after < len(words) and words[after].tag in VERBS and words[after].text.lower() not in ("is", "was")
    aside = opened or (left is not None and left.lemma in CLOCK)
    if aside and follows and earlier is not NOTHING:
        return _again(earlier, number, before)  # "They counted 90. At 7 pm 40 left."
    left = None if aside else left
    if left is not None and left.lemma in MEASURING and before > 1 and words[before - 2].tag == "MD":
        return phrase_before(words, before)  # "the toll could rise above 40"
    if harmed or (follows and (left is None or left.tag not in NOUNS)):
        return _people(number, before)
    if left is not None and left.tag in NOUNS and not left.text[0].isupper():
        found = phrase_at(words, before - 1)
        if found is not NOTHING:
            return found
    found = phrase_before(words, before)
    if 0 <= found.last < len(words) and words[found.last].tag == "POS" and found.last == before - 1:
        return NOTHING  # "the council's 900"
    if found is NOTHING and any(word.lemma in STATES for word in words[max(0, before - 3) : before]):
        return _people(number, before)  # "put the number of missing at 40"
    if found is NOTHING and earlier is not NOTHING:
        return _again(earlier, number, before)
    return NOTHING if _is_name(words, found) or found.head in COUNT_HEADS - {"toll"} else found


def _noun_at(words: list[Word], index: int) -> bool:
    return index < len(words) and words[index].tag in NOUNS


def _plain(words: list[Word], number, before: int, after: int, previous: Counted, earlier: Counted) -> Counted:
    """What a number without a unit counts."""
    follow = word_at(words, after)
    if (after < len(words) and is_state(words, after)) or per_period(words, after):
        found = NOTHING
    elif follow in ("of", "out"):
        return _of(words, after, NOTHING)
    elif follow == "to" and after + 1 < len(words) and words[after + 1].tag == "CD":  # "from 64 to 91 seats"
        found = phrase_at(words, after + 1)
    else:
        found = phrase_at(words, after)
    return found if found is not NOTHING else _bare(words, number, before, after, previous, earlier)


def what_is_counted(
    text: str,
    words: list[Word],
    number,
    previous: Counted = NOTHING,
    earlier: Counted = NOTHING,
    nearest: Counted = NOTHING,
) -> Counted:
    """Find what a number counts.

    text: the document. words: tagged words of the number's sentence. number: a Number of helpers.figures.numbers.
    previous: what the figure before it in the same sentence counts, for 'and 17 wounded'; NOTHING for the first.
    earlier: what the last figure of the sentence before counts, for 'Only three had seen it'.
    nearest: what the last figure before it counts, in whatever unit, for 'two thirds of them'.
    Returns Counted; its noun is "" if nothing can be found.
    """
    before = index_at(words, number.start)
    after = index_at(words, max(number.end, number.unit_end))
    measure = measure_of(number)
    if word_at(words, after) in CLOSING_MARKS and word_at(words, after + 1) == "of":  # "“99 per cent” of tenants"
        after += 1
    if number.best == 0 and number.text.lower()[-3:] in ("ody", "one") and word_at(words, after) != "of":
        return _people(number, before)  # "Nobody was killed"
    if word_at(words, after) == "of" and word_at(words, after + 1) in THEM and not _noun_at(words, after + 2):
        return _of_them(words, number, before, nearest)
    changed = before > 1 and word_at(words, before - 1) == "from" and word_at(words, before - 2) in ("up", "down")
    if changed and nearest is not NOTHING and not _noun_at(words, after) and measure in ("", "share"):
        return _again(nearest, number, before)  # "turnout was 63 %, up from 51"
    if not measure and is_made(words, after) and not is_period(nearest):
        return _again(nearest, number, before) if nearest is not NOTHING else NOTHING
    if number.unit == "times":
        found = multiplied(words, after)
        found = _again(nearest, number, before) if found is NOTHING and nearest is not NOTHING else found
    elif not measure and played_at(text, number.end):
        unit = played_at(text, number.end)
        found = Counted(unit, unit, unit, number.end + 1, number.end + 1 + len(unit), after, after)
    elif not measure and word_at(words, after) == "times" and is_multiple(words, before, after):
        found = phrase_at(words, after + 1)
    elif not measure and word_at(words, after) == "times":
        found = Counted("times", "time", "time", words[after].start, words[after].end, after, after + 1)
    elif measure == "share":
        found = _share(words, number, before, after, previous, earlier)
    elif measure == "money":
        found = sum_of(text, words, number, before, after)
    elif measure:
        found = measure_noun(text, words, number, after)
    else:
        found = _plain(words, number, before, after, previous, earlier)
    opens = found.head in COUNT_HEADS and found.first >= 0 and word_at(words, found.last - 1) != "counts"
    if opens and word_at(words, found.last) == "of":
        inner = phrase_at(words, found.last + 1)
        found = inner if inner is not NOTHING else found
    return found
