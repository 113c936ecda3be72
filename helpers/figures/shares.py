"""What a share is of, or what it is the change of."""

from helpers.figures.before import GIVING, MEASURING, phrase_before, rate_before
from helpers.figures.changes import changed, whole_name
from helpers.figures.constructions import is_measured, pay_rise, put_at
from helpers.figures.context import Word
from helpers.figures.elided import is_name, people_at, told_again
from helpers.figures.kinds import is_people
from helpers.figures.measured import word_at
from helpers.figures.nouns import NOTHING, NOUNS, VERBS, Counted, first_phrase, last_phrase, phrase_at
from helpers.figures.polled import in_contest, is_paired, polled
from helpers.figures.words import word_set
from helpers.voice.nouns import is_person

EVIDENCE = word_set(
    "tally count poll survey estimate projection forecast figure datum data result observer report study"
)
EXPECTED = word_set("expected forecast predicted wanted sought demanded offered had have were hoped")
NEEDING = word_set("need require")
VOTES = word_set("vote ballot poll")
MINDING = word_set("believe say think view see rate favor favour approve oppose support call describe want prefer "
                   "expect agree disagree consider feel hope back trust like dislike regard")  # fmt: skip
PARTS = word_set("half third quarter fifth majority minority plurality")
NEAR = 8  # words in which a noun phrase ends


def share_of(words: list[Word], number, before: int, after: int, told: tuple[Counted, ...]) -> Counted:
    """What a share is of: '80 % of residents', 'a 7 % tariff', 'turnout was 54 %'.

    before, after: index of the number's first word and after its last. told: `previous`, `earlier`,
    `shared` and `nearest` of `what_is_counted`.
    """
    previous, earlier, shared, nearest = told
    follow = word_at(words, after)
    if follow == "of":
        return part_of(words, after)
    if is_paired(words, number, before):
        found = polled(words, number, before, after, paired=True)
        if found is not NOTHING:
            return found
    if follow == ")" and word_at(words, before - 1) == "(":  # "barges (40 %)"
        return _beside(words, number, before, after, previous)
    if follow == "who":  # "the 2 percent who earn more"
        person = is_people(previous) or is_person(previous.head)
        return told_again(previous, number, before) if person else people_at(number, before)
    if word_at(words, before - 1) == "with" and follow[-3:] == "ing" and words[after].lemma in MINDING:
        return _viewing(words, number, before)
    rated = rate_before(words, before)
    if rated is not NOTHING:
        return rated
    found = _after(words, number, before, after)
    if found is NOTHING:
        found = put_at(words, before)
    if found is NOTHING:
        found = changed(words, before)
    if found is not NOTHING or previous is not NOTHING:
        return found if found is not NOTHING else previous
    if shared is not NOTHING and _means_shared(words, before, shared):
        return told_again(shared, number, before)
    found = _subject(words, number, before, after, earlier)
    asked = found is NOTHING and word_at(words, before - 1) in ("that", "found") and is_people(nearest)
    if found is NOTHING and not asked and before:
        return polled(words, number, before, after, paired=False)
    return told_again(nearest, number, before) if asked else found  # "a poll of 900 voters found that 41 % …"


def _beside(words: list[Word], number, before: int, after: int, previous: Counted) -> Counted:
    """Of what a share in brackets is: "barges (40 %)", but "leading Noll (16 %)" tells what the share before is of."""
    found = named_before(words, before - 1)
    if found.head in PARTS:  # "more than half (53 %) say"
        return told_again(previous, number, before) if previous is not NOTHING else NOTHING
    if found is not NOTHING and words[found.last - 1].tag in ("NN", "NNS"):
        return found
    if previous is not NOTHING and is_people(previous) and in_contest(words, before, after):
        return told_again(previous, number, before)
    return polled(words, number, before, after, paired=False) if found is NOTHING else found


def _viewing(words: list[Word], number, before: int) -> Counted:
    """Whom a share is of that holds something: "Bakers save more, with 84 % believing", else people."""
    found = first_phrase(words, 0, before - 1)
    return told_again(found, number, before) if is_people(found) or is_person(found.head) else people_at(number, before)


def _after(words: list[Word], number, before: int, after: int) -> Counted:
    """What follows a share that is no part: "40 % tariffs", "a 5 % and 6 % rise", "a 5 % pay rise", "half the pews"."""
    follow = word_at(words, after)
    more = follow in ("more", "less", "fewer", "higher", "lower") and word_at(words, after + 1) != "than"
    at = after + more
    if follow in ("and", "or", "to") and "%" in word_at(words, after + 1):
        at = after + 2
    halved = number.text.lower().endswith("half") and at < len(words) and words[at].tag in ("DT", "PRP$")
    if at < len(words) and (halved or words[at].tag in NOUNS | {"JJ"}):
        found = phrase_at(words, at)
        expected = word_at(words, before - 1) == "the" and word_at(words, found.last) in EXPECTED
        if found is not NOTHING and found.head != "point":  # "half a point"
            return NOTHING if expected else found  # "the 4 % analysts expected"
    return pay_rise(words, before, at)


def _means_shared(words: list[Word], before: int, shared: Counted) -> bool:
    """Whether what the share before was of is meant: "expect it to fall to", "tallies pointed to", "trailed with"."""
    if before == 0:
        return False
    left = words[before - 1]
    if shared.head in VOTES and (left.text.lower() in ("with", "on") or left.lemma in NEEDING):
        return True
    if _stands(words, before) and any(word.lemma in MEASURING for word in words[max(0, before - NEAR) : before]):
        return True
    return phrase_before(words, before, share=True).head in EVIDENCE


def _stands(words: list[Word], before: int) -> bool:
    """Whether a pronoun for what another sentence told leads to the number: "It fell to", "expect it to fall to"."""
    for at in range(max(0, before - NEAR), before):
        if words[at].text.lower() in ("it", "they", "them"):
            opens = at == 0 or (at == 1 and words[0].tag == "CC")
            led = at > 0 and words[at - 1].tag in VERBS and at + 1 < before and words[at + 1].text == "to"
            return opens or led
    return False


def _subject(words: list[Word], number, before: int, after: int, earlier: Counted) -> Counted:
    """What a share is told of by its verb, where nothing else tells what it is of."""
    aside = _aside(words, before)
    if aside:  # "Turnout, according to the board, was 54 %"
        return last_phrase(words, max(0, aside - NEAR), aside)
    found = phrase_before(words, before, share=True)
    doer = found.first >= 0 and is_people(found) and not is_measured(words, found, before)
    told = found.head in EVIDENCE and any(word.tag in VERBS for word in words[found.last : before])  # "polls point to"
    doer = doer or told or words[before - 1].lemma in NEEDING
    found = NOTHING if doer else found  # "crews have lifted 20 %": not of the crews
    if found is NOTHING and before and words[before - 1].lemma in GIVING and earlier is not NOTHING:
        return told_again(earlier, number, before)  # "They were offered a raise of 3 %. The nurses want 8 %."
    if found is NOTHING and after < len(words) and words[after].tag in VERBS:  # "Fifty-one per cent say …"
        told = is_people(earlier)
        return told_again(earlier, number, before) if told else people_at(number, before)
    return NOTHING if is_name(words, found) else found


def _aside(words: list[Word], before: int) -> int:
    """Index of the comma at which ", according to …, was 54 %" opens; 0 where the number follows no such thing."""
    if before < 5 or words[before - 1].lemma not in ("be", "stand", "reach") or words[before - 2].text != ",":
        return 0
    low = max(0, before - 12)
    opens = (at for at in range(before - 4, low, -1) if words[at].text == "," and words[at + 1].text == "according")
    return next(opens, 0)


def named_before(words: list[Word], index: int) -> Counted:
    """The noun or name right before word `index`; NOTHING if another word stands there."""
    if index < 1 or words[index - 1].tag not in NOUNS:
        return NOTHING
    found = last_phrase(words, max(0, index - NEAR), index)
    return whole_name(words, found) if found.last == index else NOTHING


def part_of(words: list[Word], after: int) -> Counted:
    """What follows the "of" at word `after`: '300 of the boats', 'a tenth of that sum', 'dozens of times'."""
    at = after + 1
    if word_at(words, at) == "times":
        return Counted("times", "time", "time", words[at].start, words[at].end, at, at + 1)
    if word_at(words, at + 1) in ("last", "past", "next", "first") and at + 3 < len(words):
        spell = words[at + 3]  # "17 of the last 18 years"
        if words[at + 2].tag == "CD" and spell.tag in NOUNS:
            return Counted(spell.text, spell.lemma, spell.lemma, spell.start, spell.end, at + 3, at + 4)
    if word_at(words, at) in ("this", "that") and at + 1 < len(words) and words[at + 1].tag in NOUNS:
        at += 1
    found = phrase_at(words, at)
    if found is NOTHING and word_at(words, at) == "the" and at + 1 < len(words) and words[at + 1].tag == "JJ":
        whom = words[at + 1]  # "two thirds of the public backed him"
        return Counted(whom.text, whom.lemma, whom.lemma, whom.start, whom.end, at + 1, at + 2)
    return found
