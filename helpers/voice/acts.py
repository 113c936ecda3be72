"""An act of speaking, and where the auxiliaries before its verb begin."""

import re
from typing import NamedTuple

from helpers.voice.classes import PERSONAL, WINDOW, Span
from helpers.voice.cues import CUES, TRAITS
from helpers.voice.nouns import DOCUMENTS, NOUNS, SPEAKERS, is_person
from helpers.voice.phrases import main_subject

PRICED = re.compile(r"[$£€]\d{1,9}\s$")
AFTER_NUMBER = re.compile(r"(?<![\w-])[a-z][\w’'-]{0,20}\s\d[\d.,]{0,12}\s$")


class Event(NamedTuple):
    """One act of speaking in a text: where speaker and cue stand (speaker empty where start == end)."""

    speaker: Span
    cue: Span
    order: str  # "SV" subject before the verb, "VS" after it, "according", "by" (passive), "as saying", "participle"
    complement: bool  # what follows the cue reads like the words that were said


# Nouns that end like adverbs: "his family said", "the assembly warned".
NO_ADVERB = (
    r"(?!(?:family|assembly|ally|tally|bully|reply|supply|rally|anomaly|monopoly|weekly|monthly|daily|quarterly|homily|"
    r"butterfly|firefly|fly|belly|bodily)(?![\w-]))"
)
# Words that may stand between a subject and its verb.
BETWEEN = (
    "has|have|had|is|was|are|were|been|being|be|to|did|does|do|not|would|could|may|might|can|should|must|will|shall|cannot|"
    "got|gets|went on|goes on|like|likes|liked|love|loves|loved|used|continued|rushed|dared|forced|obliged|"
    "already|long|all|both|ever|soon|instead|thus|therefore|perhaps|also|later|then|now|once|again|still|even|just|never|"
    "always|often|in turn|at first|"
    "appears|appear|seems|seem|at once|so far|in fact|for now|for years|nevertheless|nonetheless|only|that day|"
    "that night|that evening|later that day|further|first|since|too|earlier|yesterday|today|herself|himself|"
    "themselves|itself"
)
LAST_BETWEEN = frozenset(word.rpartition(" ")[2] for word in BETWEEN.split("|"))
# "a clip shared by the guild", not "an island shared by the two countries".
SHOWN = re.compile(
    r"(?<![\w-])(?:posts?|videos?|clips?|footage|photos?|pictures?|images?|letters?|documents?|statements?|messages?|"
    r"screenshots?|figures|data|numbers|estimates?|lists?|tables?|reports?|stor(?:y|ies)|news|tweets?|memos?|e-?mails?|"
    r"quotes?)\s(?:[\w’'-]+\s){0,4}$"
)
# Participles that are no verb without "has" or "was": "a letter seen by the Post", "the man known as".
PARTICIPLES = frozenset(("seen", "shown", "known", "written", "given", "spoken", "foreseen", "sworn", "withdrawn"))
BEFORE_CUE = re.compile(
    rf"(?<![\w-])(?:(?:{BETWEEN}|(?:said|alleged|reported|believed|understood|claimed|thought|supposed) to have|"
    rf"[a-z]{{2,6}}n[’']t|can[’']t|{NO_ADVERB}[a-z]{{2,14}}ly(?:\s(?:and|but|if)\s[a-z]{{2,14}}ly)?),?\s+){{1,5}}$"
)


def auxiliary_start(text: str, start: int, at: int) -> int:
    """Where the auxiliaries and adverbs right before a verb begin."""
    low = max(start, at - 60)
    before = text[low:at]
    words = before[-20:].replace(",", " ").split()
    last = words[-1].lstrip("“\"‘'") if words else ""
    if last not in LAST_BETWEEN and not last.endswith(("ly", "n’t", "n't", "have")):
        return at
    match = BEFORE_CUE.search(before)
    if not match or (before.rstrip().endswith(",") and not before[: match.start()].rstrip().endswith(",")):
        return at  # "Ada Noll, who left early, (said)": the adverb is the clause's
    return low + match.start()


# "412 confirmed cases": a participle between a number and the plural it counts.
NUMBER_END = re.compile(
    r"(?<![\w-])(?:\d[\d.,]{0,15}+(?:\s(?:hundred|thousand|million))?|(?i:two|three|four|five|six|seven|eight|nine|ten|eleven|"
    r"twelve|hundred|thousand|million|several|many|more|fewer|new))\s$"
)
COUNTED_NOUN = re.compile(
    r"\s(?:[a-z-]+\s){0,2}?(?!(?:this|its|his|yes|us|always|perhaps|was|is|has|does)(?![\w-]))[a-z-]{2,}s(?![\w-])"
)


def of_a_counted_noun(text: str, start: int, left: int, right: int) -> bool:
    """Whether text[left:right], a form of a reporting verb, is the adjective of a noun that a number counts."""
    if not text.endswith("ed", left, right) or not NUMBER_END.search(text, max(start, left - 20), left):
        return False
    return COUNTED_NOUN.match(text, right) is not None


# "The mate was silent, but the cook objected, saying": the clause of its own begins behind the joint.
CLAUSE_JOINT = re.compile(r"(?:[,;–—-]\s{0,3}(?:but|while|whereas|yet)|;)\s{1,3}")
# "when I asked", "as the mayor claimed": who speaks there is not who goes on "…, saying".
SUBORDINATE = re.compile(
    r"(?<![\w-])(?:when|while|as|after|before|because|since|though|although|if|until|where|which|that)\s$"
)


# "“…,” said Ada Noll, (adding)", "“…,” Ada Noll said, (adding)": who was quoted goes on.
SAYING = "said|says|adds|added|explained|recalled|insisted|warned|claimed|wrote|argued"
QUOTED_FIRST = re.compile(
    rf"[”\"],?\s(?:(?:{SAYING})\s(?P<after>[^“”\",.;:]{{2,80}})|"
    rf"(?P<who>[^“”\",.;:]{{2,80}}?)\s(?:{SAYING}|told\s[^“”\",.;:]{{2,40}})(?:\s[^“”\",.;:]{{2,60}})?)"
    r"(?:,[^“”\".;:]{2,80})?,\s(?:but\s|while\s|before\s)?$"
)


def quoted_first(text: str, start: int, left: int) -> Span | None:
    """Who is named as the speaker of the quotation right before a participle that begins at left."""
    low = max(start, left - WINDOW)
    piece = text[low:left]
    quote = max(piece.rfind("”"), piece.rfind('"'))
    match = QUOTED_FIRST.match(piece, quote) if quote >= 0 else None
    if not match:
        return None
    name = "after" if match["after"] else "who"
    return low + match.start(name), low + match.end(name)


def participle_subject(text: str, start: int, left: int) -> Span | None:
    """Whose participle begins at left (", saying …"): the subject of its clause, else of its sentence."""
    joints = [joint.end() for joint in CLAUSE_JOINT.finditer(text, max(start, left - WINDOW), left)]
    own = main_subject(text, joints[-1], left) if joints else None
    return own or main_subject(text, start, left) or quoted_first(text, start, left)


def is_subordinate(text: str, start: int, at: int) -> bool:
    """Whether a speaker at an offset is the subject of a clause that only says when or why."""
    return SUBORDINATE.search(text, max(start, at - 12), at) is not None


SHOWING = frozenset(
    ("corroborate", "demonstrate", "show", "prove", "mean", "suggest", "indicate", "illustrate", "reveal", "confirm",
     "underline", "highlight", "imply", "reflect", "signal", "underscore")
)  # fmt: skip


TELLING = NOUNS["paper"] | NOUNS["study"] | {"police", "staff", "crew", "team", "people", "study", "studies"}
# To come to know something is not to say it, where another says that somebody does.
KNOWING = frozenset(("discover", "find", "learn", "know", "see", "hear", "realize", "recognize", "understand"))


def only_shows(text: str, event: Event, earlier: list[Event], start: int) -> bool:
    """ "Ada Noll said the case proves that …", "… the guard discovered": whether it is told in somebody's words."""
    lemma, name = CUES.get(text[slice(*event.cue)]), text[slice(*event.speaker)]
    if lemma not in KNOWING and (lemma not in SHOWING or name[:1].isupper() or _may_say(name)):
        return False
    return any(
        other.cue[0] >= start and other.order == "SV" and other.complement and other.cue[1] < event.speaker[0]
        for other in earlier[-3:]
    )


def _may_say(name: str) -> bool:
    last = name.rsplit(" ", 1)[-1].lower()
    noun = last.removesuffix("s")
    return PERSONAL.match(name) is not None or last in TELLING or noun in TELLING or is_person(noun)


def behind_its_number(text: str, start: int, left: int, form: str, lemma: str) -> bool:
    """ "The guild settled 412,000 claims", "a £5 note": a noun behind its number, but "Radio 5 claims"."""
    if lemma in TRAITS["noun"] and PRICED.search(text, max(start, left - 12), left):
        return True
    if lemma not in TRAITS["noun"] or not form.endswith("s") or not text[left - 2 : left - 1].isdigit():
        return False
    return AFTER_NUMBER.search(text, max(start, left - 40), left) is not None


# "their children's vaccination | records", "its full-year | forecast": what is owned goes on to its noun.
OWNER = re.compile(r"(?:(?i:its|their|his|her|our|my|your)|(?:[\w-]{1,30}\s){0,4}[\w-]{1,30}[’']s)\s")
OWNED_NOUNS = frozenset(
    ("record", "records", "forecast", "forecasts", "report", "reports", "estimate", "estimates", "claim", "claims",
     "order", "orders", "file", "files", "figures", "notes", "documents", "offer", "offers")
)  # fmt: skip


ADJECTIVE = re.compile(  # "the unpublished | notes", "a quarterly | forecast"
    r"(?:the|an?|its|their|his|her)\s(?!accused|deceased|condemned|convicted)(?:[a-z]{3,14}(?:ed|ous|ful|less|ic)|"
    r"quarterly|annual|yearly)",
    re.I,
)


def is_owned(name: str, form: str) -> bool:
    """Whether a form of a verb of telling is the noun that somebody owns, and the name before it only describes it.

    >>> is_owned("its full-year", "forecast"), is_owned("its analysts", "forecast"), is_owned("Orr's mayor", "claims")
    (True, False, False)
    """
    last = name.rpartition(" ")[2]
    if ADJECTIVE.fullmatch(name):
        return True
    if form not in OWNED_NOUNS or not OWNER.match(name) or last[:1].isupper():
        return False
    return not (_may_say(name) or {last, last.removesuffix("s")} & (SPEAKERS | DOCUMENTS | NOUNS["outcome"]))
