"""The nouns that a number without one of its own may count, each with what speaks for it, as names of features."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from helpers.figures.context import Context, Word
from helpers.figures.kinds import is_people
from helpers.figures.nouns import NOTHING, Counted, index_at
from helpers.figures.numbers import Number
from helpers.figures.units import measure_of
from helpers.figures.words import word_set

NEAR = 28  # characters behind a number in which its own noun begins
BACK, EARLIER = 2, 3  # sentences before; different nouns counted by figures before
FIGURES = 6  # figures before one that are asked for theirs
NOUN_TAGS = ("NN", "NNS", "NNP", "NNPS")
PLURAL = ("NNS", "NNPS")
SHOWN = word_set("the a an their its his of no some many these those")
# Words of a count, of time and of shares: none of them is counted.
UNCOUNTED = word_set(
    "number toll figure total count estimate tally sum day week month year hour minute time end part lot percent per "
    "cent % monday tuesday wednesday thursday friday saturday sunday night morning evening afternoon"
)
# What befalls people or what they do.
BEFALL = word_set(
    "kill wound injure hurt die arrest detain drown treat rescue charge join march attend vote stay leave"
)


BEFALLS = re.compile(
    r"\s(?:(?:of (?:them|those)|more|others)\s)?(?:have |has |had |were |was |are |being |been |got ){1,3}(?:\w+ly )?"
    r"(?:killed|wounded|injured|hurt|arrested|detained|drowned|treated|rescued|charged|missing|dead)|"
    r"\s(?:of (?:them|those)\s)?(?:died|drowned)(?![\w-])"
)


class Found(NamedTuple):
    """A figure as the rules read it: its cells, its number, what they take it to count, its sentence, the numbers
    around it, the sentence up to it, and what follows it."""

    row: dict
    number: Number
    counted: Counted
    sentence: int
    others: list[Number]
    left: str
    rest: str


class Noun(NamedTuple):
    """A noun that may be counted: as printed, the lemma of its head, what speaks for it."""

    noun: str
    head: str
    names: list[str]


def has_own(found: Found) -> bool:
    """Whether a figure has a unit of its own or its noun right behind it."""
    number, counted, measure = found.number, found.counted, measure_of(found.number)
    if measure not in ("", "share"):
        return True
    behind = counted.start - max(number.end, number.unit_end)
    if found.row["noun"] == "people" and befalls(found):
        return True
    return bool(found.row["noun"]) and counted.first >= 0 and counted.start >= number.end and behind < NEAR


def befalls(found: Found) -> bool:
    """Whether the verb behind a number tells what befalls people: "40 were arrested"."""
    return BEFALLS.match(found.rest) is not None


def ruled_head(found: Found) -> str:
    """The lemma of what the rules take a figure to count, "" for nothing."""
    noun = found.row["noun"]
    return (found.counted.head or noun.split()[-1].lower()) if noun else ""


def _phrases(words: list[Word]) -> Iterator[tuple[int, int, str, str]]:
    """(first word, last word, text, lemma of the head) of the runs of nouns of a sentence that can be counted."""
    at = 0
    while at < len(words):
        if words[at].tag not in NOUN_TAGS:
            at += 1
            continue
        last = at
        while last + 1 < len(words) and words[last + 1].tag in NOUN_TAGS:
            if words[last + 1].start > words[last].end + 1:
                break
            last += 1
        head = words[last].lemma.lower()
        if head not in UNCOUNTED and words[last].text[:1].isalpha():
            yield at, last, " ".join(word.text for word in words[at : last + 1]), head
        at = last + 1


def _number_of(word: Word) -> str:
    return "plural" if word.tag in PLURAL else "singular" if word.tag == "NN" else "name"


def nouns_for(context: Context, found: list[Found], place: int) -> list[Noun]:
    """The nouns that figure `place` of a text may count; found: its figures in order.

    Those of its sentence and of the two before, those that the figures before count, "people", nothing ("") and what
    the rules take.
    """
    figure = found[place]
    held: dict[str, Noun] = {}
    share = measure_of(figure.number) == "share"

    def add(noun: str, head: str, names: list[str]) -> None:
        if share and head == "point":  # "by 13 points, 46 percent to 33"
            return
        held.setdefault(head, Noun(noun, head, [])).names.extend(names)

    words = context.words(figure.sentence, figure.number.start)
    before = index_at(words, figure.number.start)
    after = index_at(words, max(figure.number.end, figure.number.unit_end))
    _add_own(words, before, after, add)
    for back in range(1, min(BACK, figure.sentence) + 1):
        start, end = context.sentence(figure.sentence - back)
        if end > start:
            _add_earlier(context.words(figure.sentence - back, start), back, add)
    _add_counted(found, place, add)
    add("people", "people", ["people"])
    add("", "", ["nothing"])
    ruled = ruled_head(figure)
    if ruled:
        add(figure.row["noun"], ruled, ["rule"])
    around = _around(words, before, after, share)
    return [one._replace(names=_with_context(one, ruled, around)) for one in held.values()]


def _add_own(words: list[Word], before: int, after: int, add) -> None:
    """The nouns of the number's own sentence."""
    first = True
    for low, high, text, head in _phrases(words):
        if low <= before <= high:
            continue
        side = "A" if low >= before else "B"
        away = low - after if side == "A" else before - high
        names = [side, f"{side}away={min(away // 4, 5)}", f"{side}|{_number_of(words[high])}"]
        if low and words[low - 1].tag == "CD":
            names.append(side + "counted")
        elif any(word.tag == "CD" for word in words[max(0, low - 3) : low]):
            names.append(side + "counted near")
        article = words[low - 1].text.lower() if low else ""
        names.append(f"{side}article={article if article in SHOWN else '-'}")
        leads = (word.lemma for word in reversed(words[max(0, low - 3) : low]) if word.tag in ("IN", "TO"))
        names.append(f"{side}preposition={next(leads, '-')}")
        if first and side == "B":
            names.append("subject")
            first = False
        between = words[min(high, before) : max(low, before)]
        if any(word.text in (";", ":", "but", "while") for word in between):
            names.append(side + "across")
        add(text, head, names)


def _add_earlier(words: list[Word], back: int, add) -> None:
    """The nouns of a sentence before."""
    phrases = list(_phrases(words))
    for number, (low, high, text, head) in enumerate(phrases):
        names = [f"S{back}", f"S{back}|{_number_of(words[high])}", f"S{back}last={min(len(phrases) - 1 - number, 3)}"]
        names += [f"S{back}subject"] if number == 0 else []
        names += [f"S{back}counted"] if any(word.tag == "CD" for word in words[max(0, low - 3) : low]) else []
        add(text, head, names)


def _add_counted(found: list[Found], place: int, add) -> None:
    """What the figures before count."""
    figure, seen = found[place], []
    for other in reversed(found[max(0, place - FIGURES) : place]):
        noun, head = other.row["noun"], ruled_head(other)
        if not head or head in seen:
            continue
        same = measure_of(other.number) == measure_of(figure.number)
        rank = f"F{len(seen)}"
        names = [rank, f"{rank}gap={min(figure.sentence - other.sentence, 2)}", f"{rank}same={same}"]
        add(noun, head, [*names, f"F own={has_own(other)}"])
        seen.append(head)
        if len(seen) == EARLIER:
            break


def _around(words: list[Word], before: int, after: int, share: bool) -> tuple[list[str], str, str]:
    """(what stands right beside the number, the verb behind it, the verb before it)."""
    following = words[after].tag if after < len(words) else "END"
    left = words[before - 1] if before else None
    told = "START" if left is None else left.tag
    if left is not None and (left.tag in ("IN", "TO", "DT", "CC") or left.lemma in ("be", "have")):
        told = left.lemma.lower()
    behind = next((word.lemma for word in words[after : after + 4] if word.tag.startswith("VB")), "-")
    earlier = reversed(words[max(0, before - 6) : before])
    ahead = next((word.lemma for word in earlier if word.tag.startswith("VB")), "-")
    return [f"next={following}", f"left={told}", f"share={share}"], behind, ahead


def _with_context(noun: Noun, ruled: str, around: tuple[list[str], str, str]) -> list[str]:
    """What speaks for a noun, its sources crossed with what stands beside the number."""
    beside, behind, ahead = around
    people = is_people(NOTHING._replace(noun=noun.noun, head=noun.head, compound=noun.head))
    names = [*noun.names, f"people={people}", f"people={people}|{behind if behind in BEFALL else '-'}"]
    names.append(f"people={people}<{ahead if ahead in BEFALL else '-'}")
    if not ruled:
        names.append("no rule")
    elif noun.head == ruled:
        names.append(f"rule|{'people' if ruled == 'people' else '-'}")
    sources = [name for name in noun.names if name in SOURCES]
    return [*names, *(f"{source}&{sign}" for source in sources for sign in beside), f"sources={len(sources)}"]


SOURCES = frozenset(("A", "B", "S1", "S2", "F0", "F1", "F2", "rule", "people", "nothing", "subject"))
