"""What a sum of money or another measure counts: the unit itself, or what it pays for or measures."""

from helpers.figures.before import ESTIMATING, measured_by_verb, phrase_before
from helpers.figures.constructions import costs_somebody
from helpers.figures.context import Word
from helpers.figures.nouns import NOTHING, NOUNS, VERBS, Counted, phrase_at
from helpers.figures.words import word_set

FARING = word_set("worse better short richer poorer")  # "£900 worse off": not the people who are
AT_HAND = word_set("hand total all return advance full place question")  # "has £4m in hand", "£9m in total"


def word_at(words: list[Word], index: int) -> str:
    """The word at an index in lower case, "" outside the sentence."""
    return words[index].text.lower() if 0 <= index < len(words) else ""


def _unit_noun(text: str, number, index: int) -> Counted:
    """The unit itself as what is counted: '12 km', 'two years'."""
    unit = text[number.unit_start : number.unit_end].strip(" -‐‑") or number.unit
    return Counted(unit, unit.lower(), unit.lower(), number.unit_start, number.unit_end, index, index)


def sum_of(text: str, words: list[Word], number, before: int, after: int) -> Counted:
    """Money goes by its currency word where it has one, else by what it pays for: 'a $60m loan', '$2bn in aid'."""
    printed = text[number.unit_start : number.unit_end]
    if printed.isalpha() and printed.islower() and len(printed) > 2:
        return _unit_noun(text, number, after)
    found = NOTHING
    follow = word_at(words, after)
    if costs_somebody(words, before) or follow in FARING or _set_by_whom(words, before):
        return _currency(number, after)
    if follow == "worth":
        found = phrase_at(words, after + 2)
    elif after < len(words) and words[after].tag in NOUNS:
        found = _before_name(words, phrase_at(words, after))
    elif follow == "of" or (
        follow == "in"
        and after + 1 < len(words)
        and words[after + 1].tag in NOUNS | {"JJ", "NNP"}
        and words[after + 1].text not in AT_HAND
    ):
        found = phrase_at(words, after + 1)
    elif measured_by_verb(words, before):
        found = phrase_before(words, before)
        due = found.first > 1 and words[found.first - 1].text == "in" and words[found.first - 2].lemma == "be"
        found = NOTHING if due and found.last == before - 1 else found  # "is in line for £9m"
    return found if found is not NOTHING else _currency(number, after)


def _set_by_whom(words: list[Word], before: int) -> bool:
    """Whether somebody set the sum of a thing named before: "repairs that a clerk had priced at", not "was put at"."""
    if before < 3 or words[before - 1].text != "at" or words[before - 2].lemma not in ESTIMATING | {"price"}:
        return False
    return words[before - 2].tag in VERBS and all(word.lemma != "be" for word in words[before - 4 : before - 2])


def _before_name(words: list[Word], found: Counted) -> Counted:
    """What bears a name after its sum: of "the £5m striker Jo Pell" the striker; a phrase without a name as it is."""
    first = found.first
    if first < 0 or words[found.last - 1].tag != "NNP" or words[first].tag != "NN" or not words[first].text.islower():
        return found
    last = first + 1
    while words[last].tag == "NN" and words[last].text.islower():
        last += 1
    return phrase_at(words[:last], first)


def _currency(number, index: int) -> Counted:
    """The currency as what is counted, in the plural."""
    name = number.unit if number.unit.endswith("s") or number.unit.isupper() else f"{number.unit}s"
    name = "pence" if name == "pennys" else name
    return Counted(name, number.unit, number.unit, number.start, number.end, index, index)


def measure_noun(text: str, words: list[Word], number, after: int) -> Counted:
    """'a 6 year feud' measures the conflict; '12 km' and 'two years' are what they are."""
    printed = text[number.unit_start : number.unit_end].lower().strip(" -‐‑")
    attributive = not printed.endswith("s") and number.best != 1 and len(printed) > 2
    if attributive and after < len(words) and words[after].tag in NOUNS | {"JJ"}:
        found = phrase_at(words, after)
        if found is not NOTHING:
            return found
    return _unit_noun(text, number, after)
