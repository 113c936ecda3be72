"""Classes of nouns: who may speak, what may be said, and what only looks like a person."""

import re

from helpers.tables import read_lexicon
from helpers.voice.cues import tree_pattern


def _read_nouns() -> dict[str, frozenset[str]]:
    rows = read_lexicon("speaker_nouns")
    return {name: frozenset(group.noun) for name, group in rows.groupby("noun_class")}


NOUNS = _read_nouns()
"""class → nouns, of data/lexicons/speaker_nouns.csv: thing (ends like a person's), place, firm (last word of a name),
company, body, named body, person (without an ending that says so), office, varied (by which newspapers call somebody
again), native, male, female, paper, study, record (what only holds or shows), outcome (what a count comes to), finder,
finding (whose trade it is to find, and by what), view (held in "in her view"), speech (what is said), of Dr, of Prof …
(what a title says of its bearer), several (told in the plural), title, title he, title she, honour (behind a name),
amount (of people), no name (capital only at the head of a sentence)."""

BODIES = NOUNS["body"] | NOUNS["company"]
GROUPS = BODIES | NOUNS["paper"] | NOUNS["study"]
PERSONS = NOUNS["person"] | NOUNS["office"] | NOUNS["male"] | NOUNS["female"]
SPEAKERS = BODIES | PERSONS
DOCUMENTS = NOUNS["paper"] | NOUNS["study"] | NOUNS["record"]
AGENT = re.compile(r"(?:man|woman|person|er|or|ist|ian|(?<!m)ent|ant|ary|ee)$")  # "boatman", "baker", "trustee"


def alternatives(*classes: str) -> str:
    """The nouns of classes and their plurals, to be joined into a pattern.

    >>> re.fullmatch(alternatives("speech"), "denials"), re.fullmatch(alternatives("speech"), "stories")[0]
    (None, 'stories')
    """
    nouns = {noun for name in classes for noun in NOUNS[name]}
    return tree_pattern(sorted(nouns | {plural(noun) for noun in nouns}))


def plural(noun: str) -> str:
    """The regular plural of a noun.

    >>> plural("story"), plural("boast")
    ('stories', 'boasts')
    """
    return noun[:-1] + "ies" if noun.endswith("y") and noun[-2] not in "aeiou" else noun + "s"


def is_person(noun: str) -> bool:
    """Whether a lower-case noun is a person's.

    >>> is_person("baker"), is_person("water"), is_person("nun")
    (True, False, True)
    """
    return noun in PERSONS or (AGENT.search(noun) is not None and noun not in NOUNS["thing"])


def is_thing(head: str) -> bool:
    """Whether a noun phrase, what stands behind its noun cut off, names a thing or a place that may pass for a person.

    >>> is_thing("the old plant"), is_thing("Republic Avenue"), is_thing("the planter")
    (True, True, False)
    """
    last = head.rsplit(" ", 1)[-1]
    return last in NOUNS["thing"] or (last[:1].isupper() and last.lower() in NOUNS["place"])


def is_group(head: str) -> bool:
    """Whether a noun phrase or name tells by its last word of a body, a firm or a paper.

    >>> is_group("the city council"), is_group("Orr Foods"), is_group("good foods"), is_group("Ana Lund")
    (True, True, False, False)
    """
    before, _, last = head.rpartition(" ")
    low = last.lower()
    return low in GROUPS or bool(before and (last[:1].isupper() or low == "plc") and low in NOUNS["firm"])


def names_body(name: str) -> bool:
    """Whether a name has the noun of a body in it: "Ministry of Health", "Orr City Council".

    >>> names_body("Ministry of Health"), names_body("Ana Lund"), names_body("the council")
    (True, False, False)
    """
    words = (word.lower() for word in name.split() if word[:1].isupper())
    return any(word in BODIES or word in NOUNS["named body"] for word in words)


# Capital words that are no first name.
_NO_FIRST_NAME = """
The A An In On At And But For If When While As By From With To Of After Before Since Mount New North South East West
Northern Southern Eastern Western Upper Lower Great Real Radio Lake Port Fort Cape Today Yesterday Tonight Meanwhile
However Last This That These Those Its His Her Their Our My Your No Yes So Or Then Now Here There Why How What Where
Who
"""
NO_FIRST_NAME = frozenset(_NO_FIRST_NAME.split())
