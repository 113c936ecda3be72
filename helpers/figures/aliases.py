"""Names in a sentence, and which names stand for one thing."""

import re
from collections import Counter

from helpers.figures.context import tag_first
from helpers.figures.words import MONTHS, WEEKDAYS, word_set
from helpers.tokens import lemmatize

CALENDAR = WEEKDAYS | MONTHS
FUNCTION = word_set(
    "be have do say tell more than the a an and or of in on at to that this it its their his her as with for from by "
    "not"
)
NO_NAMES = FUNCTION | word_set("the a an in on at for and but meanwhile according however this these it they he she")
# "A aka B", "A, also known as B", "A (B)", "A [B]": two names of one thing, each a single capitalised word.
ALIAS = re.compile(
    r"(?P<one>[A-Z](?<![\w’'-].)[\w-]{1,30})\s?(?:,?\s(?:aka|a\.k\.a\.|also known as|also called|formerly|"
    r"or)\s(?:the\s)?(?P<two>[A-Z][\w-]{1,30})"
    r"|[(\[](?P<three>[A-Z][\w-]{1,30})[)\]])"
)
LAST_WORD = re.compile(r"([\w’'-]+)\s$")
# Each begins with a class of characters, which the regex engine finds quickest; what stands before is asked after it.
CAPITAL = re.compile(r"[A-Z](?<![\w’'-].)[\w-]+")
RUN = re.compile(r"[A-Z](?<![\w’'-].)[\w-]{1,30}(?: [A-Z][\w-]{1,30}){0,2}(?![\w-])")
DEMONYM = ("n", "an", "ian", "i", "ese", "ish")


def _is_whole(text: str, match: re.Match) -> bool:
    """Whether the first name stands alone, or the second is the initials of the name it ends."""
    before = LAST_WORD.search(text, max(0, match.start() - 24), match.start())
    if not before or not before[1][0].isupper() or len(before[1]) < 4:
        return True
    second = match["two"] or match["three"]
    return second.isupper() and second == before[1][0] + match["one"][0]


def capital_words(text: str) -> Counter:
    """How often a text has each capitalised word.

    >>> capital_words("In Orrin, the ORN met. In Orrin!")["Orrin"]
    2
    """
    return Counter(CAPITAL.findall(text))


def canonical_names(text: str, capitals: Counter) -> dict[str, str]:
    """Map of the names that a text gives to one thing: "A aka B", "A (B)", "Orria" and "Orrian"; the commonest leads.

    text: all sentences, parted by a mark that no word and no space is. capitals: its capitalised words.

    >>> text = "In Orrin aka Lowgate the river rose.\\0Orrin is wet."
    >>> canonical_names(text, capital_words(text))
    {'lowgate': 'orrin'}
    """
    counts: dict[str, int] = {}
    for word, count in capitals.items():
        counts[word.lower()] = counts.get(word.lower(), 0) + count
    home: dict[str, set] = {}
    pairs = [(match["one"], match["two"] or match["three"]) for match in ALIAS.finditer(text) if _is_whole(text, match)]
    pairs += [
        (word, word[: -len(ending)])
        for word in counts
        if word.endswith(DEMONYM)
        for ending in DEMONYM
        if word.endswith(ending) and len(word) > len(ending) + 3 and word[: -len(ending)] in counts
    ]
    for one, two in pairs:
        joined = home.get(one.lower(), {one.lower()}) | home.get(two.lower(), {two.lower()})
        for name in joined:
            home[name] = joined
    leaders = {name: max(sorted(joined), key=lambda name: counts.get(name, 0)) for name, joined in home.items()}
    return {name: leader for name, leader in leaders.items() if name != leader}


def printed_names(capitals: Counter) -> dict[str, str]:
    """Every capitalised word (lower case) -> its commonest spelling.

    >>> printed_names(capital_words("The ORN met in Orrin."))["orn"]
    'ORN'
    """
    return {word.lower(): word for word, _ in sorted(capitals.items(), key=lambda item: item[1])}


def is_name(form: str, opens: bool) -> bool:
    """Whether a word is a name: a capitalised one, not the first of its sentence unless known as a name elsewhere.

    >>> is_name("Orrin", False), is_name("Boats", True), is_name("May", False)
    (True, False, False)
    """
    if len(form) < 2 or not form[0].isupper() or form.lower() in NO_NAMES or lemmatize(form) in CALENDAR:
        return False
    return not opens or tag_first(form) in ("NNP", "NNPS")


def name_of(form: str, aliases: dict[str, str]) -> str:
    """The name that a capitalised word stands for: without a possessive, as the texts mostly spell it."""
    plain = form.lower().removesuffix("'s").removesuffix("’s")
    return aliases.get(plain, plain)


def _bare_name(run: str) -> str:
    """ "At Gull Point", "The Gull Point" without the word that only opens the sentence."""
    first, _, rest = run.partition(" ")
    return rest if first.lower() in FUNCTION else run


def whole_names(text: str) -> dict[str, str]:
    """Every capitalised word -> the run of capitals it mostly stands in: a part of a name told by the whole name.

    >>> whole_names("They met at Gull Point. At Gull Point it rains.")["Gull"]
    'Gull Point'
    """
    runs: dict[str, int] = {}
    for run, count in Counter(RUN.findall(text)).items():
        bare = _bare_name(run)
        runs[bare] = runs.get(bare, 0) + count
    alone: dict[str, int] = {}
    best: dict[str, tuple[int, str]] = {}
    for run, count in runs.items():
        for word in run.split():
            alone[word] = alone.get(word, 0) + count
            if count > best.get(word, (0, ""))[0]:
                best[word] = count, run
    return {word: run for word, (count, run) in best.items() if 2 * count > alone[word]}
