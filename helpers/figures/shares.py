"""What a share is of, or what it is the change of."""

from helpers.figures.before import GIVING, phrase_before, rate_before
from helpers.figures.changes import changed
from helpers.figures.constructions import is_measured, pay_rise, put_at
from helpers.figures.context import Word
from helpers.figures.elided import is_name, people_at, told_again
from helpers.figures.kinds import class_of
from helpers.figures.measured import word_at
from helpers.figures.nouns import NOTHING, NOUNS, VERBS, Counted, phrase_at


def share_of(words: list[Word], number, before: int, after: int, previous: Counted, earlier: Counted) -> Counted:
    """What a share is of: '80 % of residents', 'a 7 % tariff', 'turnout was 54 %'.

    before, after: index of the number's first word and after its last. previous, earlier: as of `what_is_counted`.
    """
    if word_at(words, after) == "of":
        return part_of(words, after)
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
    change = changed(words, before)
    if change is not NOTHING or previous is not NOTHING:
        return change if change is not NOTHING else previous
    found = phrase_before(words, before, share=True)
    doer = found.first >= 0 and class_of(found).kind.startswith("people_") and not is_measured(words, found, before)
    found = NOTHING if doer else found  # "crews have lifted 20 %": not of the crews
    if found is NOTHING and before and words[before - 1].lemma in GIVING and earlier is not NOTHING:
        return told_again(earlier, number, before)  # "They were offered a raise of 3 %. The nurses want 8 %."
    if found is NOTHING and after < len(words) and words[after].tag in VERBS:  # "Fifty-one per cent say …"
        told = class_of(earlier).kind.startswith("people_")
        return told_again(earlier, number, before) if told else people_at(number, before)
    return NOTHING if is_name(words, found) else found


def part_of(words: list[Word], after: int) -> Counted:
    """What follows the "of" at word `after`: '300 of the boats', 'a tenth of that sum', 'dozens of times'."""
    at = after + 1
    if word_at(words, at) == "times":
        return Counted("times", "time", "time", words[at].start, words[at].end, at, at + 1)
    if word_at(words, at) in ("this", "that") and at + 1 < len(words) and words[at + 1].tag in NOUNS:
        at += 1
    return phrase_at(words, at)
