"""Words that say something of who does, who suffers and what it is like: the project's own list, in all its forms.

data/lexicons/frames.csv was written for this project. A frame gathers verbs, nouns or adjectives that treat their
people alike (accuse, praise, win, lie …); `agent` and `patient` say how the word makes the doer and the one it is done
to look, `tone` what it sounds like on its own, each −1…1. The idea of connotation frames is Rashkin et al. (2016).
"""

import re
from functools import lru_cache
from typing import NamedTuple

from helpers.tables import read_lexicon

NEGATIONS = frozenset(("not", "no", "never", "n't", "without", "nobody", "nothing", "neither", "nor", "none", "hardly"))
IRREGULAR_NOUNS = {
    "hero": "heroes", "thief": "thieves", "crisis": "crises", "wife": "wives", "child": "children", "madman": "madmen",
    "lie": "lies", "gunman": "gunmen", "henchman": "henchmen", "strongman": "strongmen", "statesman": "statesmen",
    "gentleman": "gentlemen", "life": "lives", "loss": "losses", "coward": "cowards",
}
VOWELS = "aeiou"
SIBILANT = ("s", "x", "z", "ch", "sh")
DOUBLING = re.compile(r"^[^aeiou]*[aeiou][bdgmnprt]$")
IRREGULAR = {
    "abhor": "abhorred abhorring", "beat": "beat beaten", "bleed": "bled", "break": "broke broken", "build": "built",
    "compel": "compelled compelling", "concur": "concurred concurring", "die": "died dying",
    "expel": "expelled expelling",
    "feed": "fed", "fight": "fought", "flee": "fled", "fly": "flew flown", "forgive": "forgave forgiven",
    "hide": "hid hidden", "hurt": "hurt", "lead": "led", "lie": "lied lying", "lose": "lost", "meet": "met",
    "mislead": "misled", "outbid": "outbid", "overcome": "overcame", "overtake": "overtook overtaken",
    "overthrow": "overthrew overthrown", "quit": "quit", "rebut": "rebutted rebutting",
    "regret": "regretted regretting",
    "say": "said", "shine": "shone", "shoot": "shot", "sink": "sank sunk", "sit": "sat", "slay": "slew slain",
    "speak": "spoke spoken", "stand": "stood", "steal": "stole stolen", "tell": "told", "undercut": "undercut",
    "undergo": "underwent undergone", "upset": "upset", "win": "won", "withdraw": "withdrew withdrawn",
    "write": "wrote written", "traffic": "trafficked trafficking", "excel": "excelled excelling",
}


NAMES_OF_FRAMES = {
    name: number
    for number, name in enumerate(sorted({f"{row.frame}.{row.pos}" for row in read_lexicon("frames").itertuples()}), 1)
}


FRAMES = 3  # frames of a word that the model reads


class Frame(NamedTuple):
    """One meaning of a word: its frame's name and what it says of the doer, of the one it is done to, and by itself."""

    name: str
    agent: float
    patient: float
    tone: float


def _verb_forms(verb: str) -> set[str]:
    forms = {verb, *IRREGULAR.get(verb, "").split()}
    if verb.endswith("e"):
        forms |= {verb + "s", verb[:-1] + "ing", verb + "d"}
    elif verb.endswith("y") and verb[-2] not in VOWELS:
        forms |= {verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"}
    else:
        stem = verb + verb[-1] if DOUBLING.match(verb) else verb
        forms |= {verb + ("es" if verb.endswith(SIBILANT) else "s"), stem + "ing", stem + "ed"}
    return forms


def _noun_forms(noun: str) -> set[str]:
    if noun in IRREGULAR_NOUNS:
        return {noun, IRREGULAR_NOUNS[noun]}
    if noun.endswith("y") and noun[-2:-1] not in VOWELS:
        return {noun, noun[:-1] + "ies"}
    return {noun, noun + ("es" if noun.endswith(SIBILANT) else "s")}


def _adjective_forms(adjective: str) -> set[str]:
    """The adjective, its adverb, its degrees and its noun: harsh, harshly, harsher, harshest, harshness."""
    if adjective.endswith("y"):
        stem = adjective[:-1] + "i"
        return {adjective, stem + "ly", stem + "er", stem + "est", stem + "ness"}
    adverb = adjective[:-1] + "y" if adjective.endswith("le") else adjective + "ly"
    adverb = adjective + "ally" if adjective.endswith("ic") else adverb
    stem = adjective[:-1] if adjective.endswith("e") else adjective
    doubled = stem + stem[-1] if DOUBLING.match(stem) and not adjective.endswith("e") else stem
    return {adjective, adverb, doubled + "er", doubled + "est", adjective + "ness"}


MAKERS = {"v": _verb_forms, "n": _noun_forms, "a": _adjective_forms, "x": lambda word: {word}}


@lru_cache(maxsize=1)
def frame_forms() -> dict[str, tuple[Frame, ...]]:
    """Every inflected form of the list → its frames.

    >>> frame_forms()["denounced"][0].name, "lying" in frame_forms(), frame_forms()["heroes"][0].tone
    ('accuse.v', True, 0.7)
    """
    forms: dict[str, list[Frame]] = {}
    for row in read_lexicon("frames").itertuples():
        frame = Frame(f"{row.frame}.{row.pos}", float(row.agent), float(row.patient), float(row.tone))
        for form in sorted(MAKERS[row.pos](row.lemma)):
            if frame not in forms.setdefault(form, []):
                forms[form].append(frame)
    return {form: tuple(frames) for form, frames in forms.items()}


@lru_cache(maxsize=1)
def tones() -> dict[str, float]:
    """Every form whose frames have a tone → the mean of their tones."""
    means = {form: sum(f.tone for f in frames) / len(frames) for form, frames in frame_forms().items()}
    return {form: mean for form, mean in means.items() if mean}
