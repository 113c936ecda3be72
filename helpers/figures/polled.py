"""Whom the shares of a poll or a vote are of, where no noun tells it: "leads 45 percent to 41 percent"."""

from helpers.figures.context import Word
from helpers.figures.measured import word_at
from helpers.figures.nouns import NOTHING, Counted, index_at, last_phrase, phrase_at
from helpers.figures.words import word_set

RIVALRY = word_set(
    "lead leads led leading trail trails trailed trailing ahead behind beat beats beating defeat defeats defeated "
    "defeating edge edges edged edging advantage margin favor favors favored favour favours favoured prefer prefers "
    "preferred oppose opposes opposed back backs backed support supports supported approve disapprove win wins won "
    "lose loses lost winning losing versus vs against over tops topped outpolled"
)
POLLS = word_set(
    "poll polls polled polling survey surveys voter voters vote votes candidate candidates race primary primaries "
    "caucus caucuses election elections runoff ballot nominee nomination matchup democrat democrats republican "
    "republicans gop electorate precincts ahead behind"
)
# Rivals for these are companies, or the share is theirs.
OTHERS = word_set("market sales shares stock profits revenue prices turnout rate rating unemployment inflation")
CHOOSING = word_set("favor favour prefer oppose back support approve disapprove choose want")
HOLDING = word_set(
    "at with as has have had pull pulls pulled pulling drew draws drawing got gets getting took takes polled polls "
    "polling received receives garnered garnering averaged averages averaging hit hits hitting reached reaching "
    "scoring claimed earned won commands commanded registers led leads scored"
)
BACK, ON = 26, 12  # words before and after a share in which the contest it is told of stands


def _is_share(words: list[Word], index: int) -> bool:
    """Whether a share ends with the word at `index`: "41 percent", "41%"."""
    text = word_at(words, index)
    return text in ("percent", "cent") or text[-1:] == "%"


def is_paired(words: list[Word], number, before: int) -> bool:
    """Whether a share stands against another: "45 percent to 41 percent", "42 percent to her 47 percent", "49%-45%".

    number: a Number. before: index of its first word.
    """
    after = index_at(words, number.numeral_end)
    while word_at(words, after) in ("percent", "per", "cent", "%"):
        after += 1
    if word_at(words, after) in ("to", "-", "–"):
        for at in range(after + 1, min(len(words), after + 4)):
            if words[at].tag == "CD":
                return _is_share(words, at) or _is_share(words, at + 1) or _is_share(words, at + 2)
    for at in range(before - 1, max(0, before - 4), -1):
        if words[at].text in ("to", "-", "–"):
            return _is_share(words, at - 1) or (words[at - 1].tag == "CD" and words[at].text != "-")
    return False


def in_contest(words: list[Word], before: int, after: int, paired: bool = False) -> bool:
    """Whether rivals or voters are told of around words `before` to `after`, and no trade or rate.

    paired: whether the share stands against another, so that a word for rivals is enough.
    """
    near = {word.text.lower() for word in words[max(0, before - BACK) : after + ON]}
    return near.isdisjoint(OTHERS) and not near.isdisjoint(RIVALRY if paired else POLLS)


def polled(words: list[Word], number, before: int, after: int, paired: bool) -> Counted:
    """The voters, or those among whom was asked, of a share told in a contest; NOTHING where none is told.

    paired: whether the share stands against a rival's. number: a Number.
    """
    low = max(0, before - BACK)
    if not in_contest(words, before, after, paired):
        return NOTHING
    if not paired and words[before - 1].text.lower() not in HOLDING and words[before - 1].tag != "NNP":
        return NOTHING
    found = _asked(words, low, before, after)
    return found if found is not NOTHING else Counted(
        "voters", "voter", "voter", number.numeral_start, number.numeral_end, before, before
    )


def _asked(words: list[Word], low: int, before: int, after: int) -> Counted:
    """Whom a share is of by "among women" or "women favor Holm"."""
    for at in (*range(before - 1, low - 1, -1), *range(after, min(len(words), after + ON))):
        word = words[at]
        if word.text == ";":
            break
        if word.text.lower() == "among":
            return phrase_at(words, at + 1)
        if 0 < at < before and word.lemma in CHOOSING and words[at - 1].tag == "NNS":
            found = last_phrase(words, max(0, at - 3), at)
            if found.last == at:
                return found
    return NOTHING
