"""What a number counts whose noun is left out: people who were harmed, what was counted before, what is told of."""

import re

from helpers.figures.before import (
    AGAIN_HEADS,
    CLOCK,
    DEALING,
    MEASURING,
    SAYING,
    clause_start,
    number_of,
    only_opened,
    phrase_before,
    tells_again,
)
from helpers.figures.changes import subject_of
from helpers.figures.context import Word
from helpers.figures.kinds import class_of, is_people
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
from helpers.figures.polled import in_contest
from helpers.figures.words import word_set

AGAIN = re.compile(r"another|a further|as many|(?:only|just|at least|some|about) ", re.I)
COUNTING = word_set("count estimate reckon")
COMMON_END = re.compile(r"(?:ship|tion|sion|ment|ness|ity|[ae]nce|age|out|ings?|ure|owth|sales|s)$")
HARM = word_set("kill wound injure murder slaughter massacre execute hurt behead displace arrest detain")
AFFLICTING = HARM | word_set("affect infect sicken afflict evacuate rescue hospitalize")
PRESENCE = word_set("attendance hand board")
WINNING = word_set("win won lose drop")
LEADING = word_set("lead led trail win won lose beat")
SEATING = word_set("lunch dinner supper breakfast meal table room cabin berth food bed loaf cake seat shelter")
JOINING = word_set("joined marched attended voted gathered rallied protested took")
HELPING = word_set("was were had has have are is")
PLACES = word_set("country nation state town city village land island region province district community settlement")
CLAIMS = AGAIN_HEADS | word_set("claim guess")
# Words before "of" that do not name the thing: "the mill's estimate of 40", "a record of 40".
UNSAID = COUNT_HEADS | word_set(
    "claim report talk rumour average mean median maximum minimum peak record high low target limit quota boast end "
    "beginning start middle age list tale story guess forecast projection prediction"
)


def people_at(number, index: int) -> Counted:
    """People, where no noun tells what is counted but what happens to them does. index: the word of the number."""
    return Counted("people", "people", "people", number.numeral_start, number.numeral_end, index, index)


def told_again(counted: Counted, number, before: int) -> Counted:
    """What another figure counts, told again of this number (at word `before`)."""
    return counted._replace(start=number.start, end=number.end, first=before, last=before)


def is_name(words: list[Word], found: Counted) -> bool:
    """Whether a phrase is a name: 'the minister of Orr and 40 more' does not count Orr, "Membership fell" is none."""
    opens = found.first == 0 and found.last == 1
    if opens and (COMMON_END.search(found.noun) or word_at(words, 1) in ("for", "of", "among")):
        return False
    return found.first >= 0 and words[found.last - 1].tag == "NNP"


def _has_verb_between(words: list[Word], previous: Counted, fresh: Counted) -> bool:
    """A new object of a new verb: 'Thousands marched; police estimated the crowd at 900' counts the crowd."""
    first = max(fresh.first, 1)
    while first > 1 and words[first - 1].tag in ("DT", "PRP$", "JJ", "POS", "NN", "NNP"):
        first -= 1
    return words[first - 1].tag in VERBS and words[first - 1].start >= previous.end


def _named(words: list[Word], number, before: int, after: int) -> Counted:
    """What a construction tells that has no noun after its number: "crowd of 40", "voted 40 to 7", "three in a row"."""
    left = words[before - 1] if before else None
    follow = word_at(words, after)
    present = follow in ("in", "on") and word_at(words, after + 1) in PRESENCE
    if present or follow in ("aboard", "present"):  # "the 12,000 in attendance"
        return people_at(number, before)
    if left is None:
        return NOTHING
    if left.text == "of" and before > 1 and words[before - 2].tag in NOUNS:
        return _whole(words, number, before)
    voted = words[before - 2] if left.text == "by" and before > 1 else left  # "voted by 61 to 14"
    if voted.lemma == "vote" and voted.tag in VERBS:
        return _thing("votes", number, before)
    if left.text == "for" and before > 1 and words[before - 2].lemma in SEATING and not _goes_on(words, after):
        return people_at(number, before)  # "lunch for thirty"
    streak = follow == "straight" or (follow == "in" and word_at(words, after + 2) in ("row", "succession"))
    if streak and any(word.lemma in WINNING for word in words[max(0, before - 4) : before]):
        return _thing("games", number, before)
    return NOTHING


def _goes_on(words: list[Word], after: int) -> bool:
    return after < len(words) and words[after].tag in NOUNS | {"JJ", "CD"}


def _thing(noun: str, number, index: int) -> Counted:
    return Counted(noun, noun[:-1], noun[:-1], number.start, number.end, index, index)


def _whole(words: list[Word], number, before: int) -> Counted:
    """Of what a number is the size: "a fleet of 40", "rows of ten"; of a place, people: "a town of 4,000"."""
    head = words[before - 2]
    if head.lemma in UNSAID or head.text[0].isupper():
        return NOTHING
    found = last_phrase(words, max(0, before - 8), before - 1)
    if head.lemma in PLACES or class_of(found).kind == "places":
        return people_at(number, before)
    return found if found.last == before - 1 else NOTHING


def _has_it(words: list[Word], before: int) -> bool:
    """Whether a pronoun is told at a number: "the office has it at", "puts them at"."""
    return before > 2 and words[before - 1].text == "at" and words[before - 2].text.lower() in ("it", "them")


def _is_claim_of(words: list[Word], before: int) -> bool:
    """Whether a number is that of a claim about what was told: "the guild's figure of 12", "its estimate of 40"."""
    at = before if word_at(words, before) == "estimate" else before - 2
    if at < 1 or (at < before and words[before - 1].text != "of") or words[at].lemma not in CLAIMS:
        return False
    return words[at - 1].tag == "POS" or words[at - 1].text.lower() in ("the", "its", "their", "that", "this")


def _told_before(words: list[Word], number, before: int, previous: Counted, earlier: Counted) -> Counted:
    """What "the number", "its tally" or "it" repeats; of a toll that nothing was told of, the toll."""
    told = previous if previous is not NOTHING else earlier
    found = last_phrase(words, max(0, before - 9), before)
    if told is NOTHING:
        return found if found.noun == "toll" else NOTHING
    return told_again(told, number, before)


def _hurts_people(words: list[Word], after: int, told: Counted) -> bool:
    """Whether what is told after a number befalls people, not the places told before: "in 30 towns, 12 were shot"."""
    if word_at(words, after) not in HELPING or class_of(told).kind not in ("places", "buildings", "infrastructure"):
        return False
    return any(word.lemma in HARM for word in words[after : after + 3])


def _beside(words: list[Word], number, before: int, after: int, previous: Counted) -> Counted:
    """What a number counts beside one told before it in its sentence: the same, or a thing named in between."""
    start = index_at(words, previous.end)
    left = words[before - 1]
    if left.text.lower() == "in":  # "visited 300 schools and found faults in 40"
        return previous
    joins = word_at(words, after) in JOINING and not is_people(previous)
    missing = word_at(words, after) in STATES and previous.head in COUNT_HEADS
    if joins or missing:  # "the union says 4,000 joined", "the toll is 40, with 12 missing"
        return people_at(number, before)
    listed = number_of(words, start, before)
    if listed:
        return listed
    if left.text.lower() == "that" or (left.tag in VERBS and left.lemma in SAYING):  # the subject of its own clause
        return previous
    fresh = last_phrase(words, start, before)
    if fresh is NOTHING or fresh.head in COUNT_HEADS:
        return previous
    leads = fresh.last == before - 1 and left.lemma in MEASURING - DEALING and left.tag in VERBS
    return fresh if leads or _has_verb_between(words, previous, fresh) else previous


def _leads(words: list[Word], at: int) -> bool:
    """Whether a verb of leading, and at most the rival's name, stands before "by" at a word: "leads Noll (by) six"."""
    while at > 1 and words[at - 1].tag == "NNP":
        at -= 1
    return at > 0 and words[at - 1].lemma in LEADING


def _acts_in_capitals(words: list[Word], before: int) -> bool:
    """Whether a verb in capitals stands before a number, which the tagger takes for a noun: "DOG SAVES SIX"."""
    verb = words[before - 1]
    return before > 1 and words[before - 2].text.isupper() and verb.text[-1] == "S" and verb.lemma not in COUNT_HEADS


def bare_count(words: list[Word], number, before: int, after: int, previous: Counted, earlier: Counted) -> Counted:
    """What a number without a noun counts: people if harm is told, else what was counted, else what stands before.

    before, after: index of the number's first word and after its last. previous, earlier: as of `what_is_counted`.
    """
    left = words[before - 1] if before else None
    if left is not None and left.text == "by" and _leads(words, before - 1):
        # "they trailed by two": by goals or votes, and not of the rivals
        return _thing("points", number, before) if in_contest(words, before, after) else NOTHING
    harmed = left is not None and left.lemma in AFFLICTING and not is_people(previous)
    if harmed or _hurts_people(words, after, previous if previous is not NOTHING else earlier):
        return people_at(number, before)
    if tells_again(words, before) or _has_it(words, before) or _is_claim_of(words, before):
        return _told_before(words, number, before, previous, earlier)
    if left is not None and left.lemma in COUNTING and earlier is not NOTHING:
        return told_again(earlier, number, before)
    named = _named(words, number, before, after)
    if named is not NOTHING:
        return named
    if left is not None and left.text.isupper() and _acts_in_capitals(words, before):
        return people_at(number, before)
    if left is not None and left.text.lower() in ("numbers", "numbered"):  # "the crew now numbers 40"
        return first_phrase(words, clause_start(words, before - 1), before - 1)
    if previous is not NOTHING:
        return _beside(words, number, before, after, previous)
    opened = only_opened(words, before)
    if earlier is not NOTHING and (before <= 1 or opened or AGAIN.match(number.text)):
        return told_again(earlier, number, before)
    harmed = word_at(words, after) in STATES or (left is not None and left.lemma in HARM)
    follows = after < len(words) and words[after].tag in VERBS and words[after].text.lower() not in ("is", "was")
    left = None if opened or (left is not None and left.lemma in CLOCK) else left
    if left is not None and left.lemma in MEASURING and before > 1 and words[before - 2].tag == "MD":
        found = phrase_before(words, before)  # "the toll could rise above 40"
        return found if found is not NOTHING else subject_of(words, before - 1)
    joins = word_at(words, after) in JOINING
    if harmed or joins or (follows and (left is None or left.tag not in NOUNS)):
        return people_at(number, before)
    if left is not None and left.tag in NOUNS and not left.text[0].isupper():
        found = phrase_at(words, before - 1)
        if found is not NOTHING:
            return found
    found = phrase_before(words, before)
    if 0 <= found.last < len(words) and words[found.last].tag == "POS" and found.last == before - 1:
        return NOTHING  # "the council's 900"
    if found is NOTHING and any({word.lemma, word.text} & STATES for word in words[max(0, before - 3) : before]):
        return people_at(number, before)  # "put the number of missing at 40"
    if found is NOTHING and left is not None and left.lemma == "be" and earlier is NOTHING:
        found = subject_of(words, before - 1)  # "the true sum of boats, they say, would be 40"
    if found is NOTHING and earlier is not NOTHING:
        return told_again(earlier, number, before)
    return NOTHING if is_name(words, found) or found.head in COUNT_HEADS - {"toll"} else found
