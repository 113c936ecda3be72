"""Ways of telling a number that decide what it counts: a rate, a thing made, a cost, a share put at."""

from helpers.figures.before import ESTIMATING, FAR, MEASURING, OPENING
from helpers.figures.context import Word
from helpers.figures.kinds import is_people
from helpers.figures.nouns import NOTHING, NOUNS, VERBS, Counted, phrase_at
from helpers.figures.words import DETERMINERS, word_set

EACH = word_set("a an per each every")
PARTS_OF_DAY = word_set("evening morning afternoon weekend")
PERIODS = word_set("day week month year hour minute second night season time decade")
MAKING = word_set(  # what is done to things
    "build lay pave dig plant repair finish complete offer sell issue ship deliver print make produce install publish "
    "mend rebuild erect reopen"
)
WHOEVER = word_set("who whom whose it he she they we i you")  # "of those it infects"
ASKED = word_set(
    "asked polled surveyed questioned interviewed aged present killed injured wounded hurt arrested detained infected "
    "responding eligible"
)
FORMING = word_set("make account form constitute comprise represent")  # "nurses make up 40 %"


def put_at(words: list[Word], index: int) -> Counted:
    """What stands between a verb of estimating, or a like pair before it, and "at": "put the league at (40 %)".

    >>> from helpers.figures.context import tag_words
    >>> put_at(tag_words("A poll put the Reed List at 40 %.", 0, 33), 7).noun
    'Reed List'
    """
    if index < 3 or words[index - 1].text != "at":
        return NOTHING
    first = last = index - 1
    while first and words[first - 1].tag in NOUNS:
        first -= 1
    opened = first - (first > 0 and words[first - 1].tag in ("DT", "PRP$"))
    joined = opened > 0 and (words[opened - 1].text in ("and", ",") or words[opened - 1].lemma in ESTIMATING)
    estimated = any(word.lemma in ESTIMATING for word in words[max(0, opened - FAR) : opened])
    if first == last or not (joined and estimated):
        return NOTHING
    noun, head = " ".join(word.text for word in words[first:last]), words[last - 1].lemma
    return Counted(noun, head, head, words[first].start, words[last - 1].end, first, last)


def costs_somebody(words: list[Word], index: int) -> bool:
    """Whether a sum is what something costs somebody: "it cost the league (£3m)".

    >>> from helpers.figures.context import tag_words
    >>> costs_somebody(tag_words("It cost the league £3m.", 0, 23), 4)
    True
    """
    at = index - 1
    while at > 0 and at > index - 6 and words[at].tag in OPENING | {"PRP", "PRP$", "POS"} and words[at].lemma != "cost":
        at -= 1
    return 0 <= at < index - 1 and words[at].lemma == "cost"


def is_made(words: list[Word], after: int) -> bool:
    """Whether a thing is told of right after a number: "(fewer than five) were built", "(40) will be offered"."""
    at = after
    while at < min(len(words), after + 4) and (words[at].tag in ("MD", "RB") or words[at].lemma in ("be", "have")):
        at += 1
    return at > after and at < len(words) and words[at].lemma in MAKING and words[at].tag in VERBS


def is_period(counted: Counted) -> bool:
    """Whether a stretch of time is counted: half of it is told of something else."""
    return counted.head.removesuffix("s") in PERIODS


def per_period(words: list[Word], after: int) -> bool:
    """Whether a rate follows a number: "(120) a day", "(40) per week"."""
    rate = after + 1 < len(words) and words[after].text.lower() in EACH
    return rate and words[after + 1].lemma in PERIODS


def pay_rise(words: list[Word], before: int, after: int) -> Counted:
    """The compound after a share that opens with what looks like a verb: "a (5 %) pay rise"."""
    at = before  # of the article: "a tiny (5 %)", "(a whopping 5 %)"
    if before + 2 >= len(words) or words[before + 2].tag != "CD":
        at -= 1 + (before > 1 and words[before - 1].tag == "JJ")
    opened = at >= 0 and words[at].text.lower() in DETERMINERS and after + 1 < len(words)
    if not opened or words[after].tag not in ("VB", "VBP") or words[after + 1].tag not in NOUNS:
        return NOTHING
    found = phrase_at(words, after + 1)
    lemmas = f"{words[after].lemma} {found.head}"
    return found._replace(noun=f"{words[after].text} {found.noun}", compound=lemmas, start=words[after].start)


def stretch(words: list[Word], index: int) -> Counted:
    """The stretch of time that adjectives keep from its number: "four (straight years)"; NOTHING if none follows.

    >>> from helpers.figures.context import tag_words
    >>> stretch(tag_words("for four straight years", 0, 23), 2).noun
    'years'
    """
    at = index
    while at < min(len(words), index + 3) and words[at].tag in ("JJ", "JJR", "VBG", "VBN", "RB"):
        at += 1
    periods = PERIODS if at > index else PARTS_OF_DAY  # "four evenings"
    if at >= len(words) or words[at].tag != "NNS" or words[at].lemma not in periods:
        return NOTHING
    word = words[at]
    return Counted(word.text, word.lemma, word.lemma, word.start, word.end, at, at + 1)


def people_of(words: list[Word], index: int, nearest: Counted) -> bool:
    """Whether the pronoun at a word stands for people no noun has named: "of those who died", "of those polled".

    nearest: what the last figure counts; those polled may be its people, those who do something may not.
    """
    if words[index].text.lower() != "those" or index + 1 >= len(words):
        return False
    follow = words[index + 1]
    told = nearest.first >= 0 and is_people(nearest)
    return follow.text.lower() in WHOEVER or (follow.text.lower() in ASKED and not told)


def is_measured(words: list[Word], found: Counted, before: int) -> bool:
    """Whether a share is told of the phrase before it, not of what those people do: "workers lost", "nurses are"."""
    between = words[found.last : before]
    return not any(word.tag in VERBS for word in between) or any(
        word.lemma in MEASURING | FORMING for word in between
    )
