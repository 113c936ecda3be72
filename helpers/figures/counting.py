"""Words by which the noun that a number counts is known: heads, times, states, verbs that are no adjectives."""

from helpers.figures.context import Word
from helpers.figures.words import MONTHS, WEEKDAYS, word_set

# Adjectives that make a kind of thing with their noun; all others describe it and are left out of what is counted.
CLASSING = word_set(
    "special armed civil military medical nuclear electric square cubic foreign political public private air naval "
    "electoral criminal commercial financial natural nautical social mobile solar primary secondary"
)
TIME_NOUNS = (  # without "may", which is a verb
    (WEEKDAYS | MONTHS - {"may"})
    | word_set("today yesterday tomorrow tonight overnight day week month year morning evening afternoon night weekend "
               "summer winter spring autumn time pm am p.m. a.m. p.m a.m")
)  # fmt: skip
SHIFTS = word_set("day night morning evening afternoon weekend summer winter spring autumn")  # "three winter storms"
# Heads that only say that something is counted: what is counted follows their "of" or is the word itself.
COUNT_HEADS = word_set(
    "number total toll count tally figure sum amount majority share part rest half point percent percentage cent rate "
    "estimate quarter third"
)
THINGS = word_set("counts shares points")  # of fraud, of a company: in the plural what is counted, not that it is
# Words that the tagger takes for nouns and that are never counted.
PRONOUNS = word_set("somebody nobody everybody anybody someone anyone everyone something nothing everything anything")
# Plurals that open a compound: "arms dealers"; after any other plural the phrase is over: "40 countries share".
PLURAL_MODIFIERS = word_set(
    "arms sports sales savings systems goods news rights operations customs communications women men human police "
    "press "
    "services affairs sanctions claims drugs weapons narcotics refugees"
)
STATES = word_set(
    "killed wounded injured dead missing hurt arrested detained displaced homeless hospitalised "
    "hospitalized infected alive captured evacuated trapped stranded"
)


# Verbs that open no compound: "30 own boats", but "two match points".
DOING = word_set(
    "own have do say want need take give get make see know think believe keep hold use wear remain stay live speak "
    "eat drink sell buy grow carry bear teach attend blame fear expect lose find leave like hate write read sing"
)
# Past forms that describe no noun: "40 took part", but "40 captured rifles".
PAST = word_set(
    "took went came gave saw fell ran wrote began drove flew knew rose spoke wore did rode slept sang swam drank ate "
    "chose grew threw drew blew shook stole swore tore woke became forgot fled died voted marched attended stayed "
    "remained survived joined lived"
)
SINGULAR_HEADS = word_set(  # nouns that count many without an s: "40 police and young men" are two phrases
    "police staff cattle sheep fish people crew deer poultry personnel military public youth clergy livestock "
    "aircraft folk salmon trout cod squid swine infantry cavalry artillery"
)
DEEDS = word_set("win draw start run catch save strike attack visit call vote lead hit goal")
CUTS = word_set("cut hike raise rise increase break")  # what the tagger takes for verbs behind what is cut
CUT = word_set("tax pay wage price budget spending job fare rate fee rent")
SCALES = word_set("dozen hundred thousand million billion score ten")
JOINT = 9  # words in which two modifiers come to their noun: "northern and central Marlet counties"
AFTER_HEAD = frozenset(("VBD", "VBN", "VBP", "MD", "CC", "WDT", "WP"))  # what may follow a subject
CLOSING = frozenset(".,;:!?)")


def is_head(words: list[Word], index: int, last: int) -> bool:
    """Whether what looks like a verb is the plural after a number and a singular: "two television (shows) were".

    index: where the phrase begins; last: the word asked about. Not "the $40 fee hurts firms", "a 40 mph gale blows".
    """
    if last >= len(words) or words[last].tag != "VBZ":
        return False
    number = words[index - 1] if index else None
    if number is None or number.tag != "CD" or number.text.lower() in ("one", "1"):
        return False
    hyphened = words[last - 1].tag == "NNP" and "-" in words[last - 1].text  # "four African-American suspects"
    if words[last - 1].tag != "NN" and not hyphened:
        return False
    if number.text[-1] == "%" or words[last - 1].lemma in SINGULAR_HEADS or words[last].lemma in ("be", "have", "do"):
        return False
    if index > 1 and (words[index - 2].tag == "$" or words[index - 2].text.lower() in ("a", "an", "£")):
        return False
    return last + 1 == len(words) or words[last + 1].tag in AFTER_HEAD or words[last + 1].text in CLOSING


def is_cut(words: list[Word], last: int, limit: int) -> bool:
    """Whether what looks like a verb closes a compound: "a $2 billion tax (cut) and", not "the budget cut 40 jobs"."""
    if last >= limit or words[last].text not in CUTS or words[last - 1].lemma not in CUT:
        return False
    return last + 1 == len(words) or words[last + 1].tag not in ("DT", "CD", "PRP$", "PRP", "$", "RP")


def reads_as_noun(words: list[Word], index: int) -> bool:
    """Whether what the tagger takes for a verb is counted: "five matches", "thousands of calls", "1 win".

    index: the word asked about, which is not the first.
    """
    word, before = words[index], words[index - 1]
    if word.tag != "VBZ":
        return word.text in DEEDS and before.text.lower() in ("1", "one")
    counted = before.text == "of" and index > 1 and words[index - 2].lemma in SCALES
    return word.text.endswith("s") and (counted or (before.tag in ("CD", "JJ", "JJR") and before.text.lower() != "one"))
