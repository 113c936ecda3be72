"""Whether an act of speaking may vouch for anything: who speaks can, and the verb tells more than that he spoke."""

import re

from helpers.voice.acts import Event
from helpers.voice.classes import BARE, NO_SPEAKER, NUMBER, PERSONAL
from helpers.voice.complement import COUNTING, tells_clause
from helpers.voice.cues import CLAUSES, CUES, KINDS, TRAITS
from helpers.voice.names import POSSESSED
from helpers.voice.nouns import alternatives

SHOWING = ("find", "show")  # "…, an audit found": only papers, studies and those who find by trade trail with these
PROVING = frozenset(("find", "show", "confirm", "prove", "rule", "agree", "decide", "conclude", "approve"))
STUDY = re.compile(
    rf"(?<![\w-])(?:{alternatives('study', 'record')}|analyses|papers|research|charge sheets?|circulars?|leaflets?|"
    r"manifestos?|bulletins?|notices?|messages?|posts?|petitions?)(?![\w-])",
    re.I,
)
OUTCOMES = re.compile(rf"(?<![\w-])(?:{alternatives('outcome')})(?![\w-])", re.I)
FINDERS = re.compile(rf"(?<![\w-])(?:{alternatives('finder', 'finding')})(?![\w-])", re.I)  # they find by trade
THAT = re.compile(r"\s+that(?![\w-])")
# "the (largest | listed) firms", "(Initial | reports) that", "cited by 81 per cent": no subject, and nobody by name.
CUT_SHORT = re.compile(
    r"(?:larg|bigg|small|old|new|young|rich|poor|high|low|long|fast|lat|great|strong|clos|weak|wid)est$|^(?:[Ii]nitial|"
    r"[Ee]arly|[Uu]nconfirmed|[Cc]onflicting|[Pp]ersistent|[Ff]alse|[Vv]iral|[Uu]nverified|[Mm]ixed)$"
)
NUMBER_FIRST = re.compile(rf"(?:(?:almost|nearly|about|some|over|more than|at least)\s)?(?:one in\s)?{NUMBER}")


def may_find(name: str) -> bool:
    """Whether a name is that of a paper or a study, of those who find by trade, or of what a count comes to.

    >>> may_find("the auditors' report"), may_find("two bakers"), may_find("Ana Lund")
    (True, False, False)
    """
    return any(kind.search(name) for kind in (STUDY, FINDERS, OUTCOMES))


def is_credible(text: str, event: Event) -> bool:
    """Whether an act of speaking vouches for a number told with it.

    >>> is_credible("Noll added that 40 left.", Event((0, 4), (5, 10), "SV", True))
    True
    """
    name, lemma = text[slice(*event.speaker)], CUES.get(text[slice(*event.cue)], "")
    if KINDS.get(lemma) == "ask":
        return False
    if lemma == "write" and text.endswith("who ", 0, event.cue[0]) and not THAT.match(text, event.cue[1]):
        return False  # "The man who wrote the letter owned 40 boats"
    if lemma in PROVING and text.endswith(("if ", "If "), 0, event.speaker[0]):
        return False  # "If the second test confirms it, he faces four years"
    named = event.order == "according" or lemma in COUNTING or lemma == "make clear"  # "As the mayor put it"
    named = named or (lemma in ("go on", "continue") and text.endswith(", ", 0, event.speaker[0]))
    if CLAUSES.get(lemma) == "quote" and not named and not tells_clause(text, event.cue[1], lemma):
        return False
    if name in ("it", "It") and lemma and CLAUSES.get(lemma) != "free" and not THAT.match(text, event.cue[1]):
        trailing = lemma in TRAITS["inverted"] and text.endswith(", ", 0, event.speaker[0])
        return trailing or (event.complement and text.startswith(" to ", event.cue[1]))
        # "it counts", but "it added that", "it expects to sell 40", "…, it added"
    if CUT_SHORT.search(name) or (event.order == "by" and NUMBER_FIRST.match(name)):
        return False
    if len(name) < 2 or (BARE.match(name) and name.lower() not in POSSESSED):
        return False
    if lemma in SHOWING and PERSONAL.match(name) and not THAT.match(text, event.cue[1]):
        return False  # "he found 11 lamps in the cellar", "she shows a gap of 30 metres"
    return not NO_SPEAKER.match(name) or name in ("it", "It") or (
        name.lower() == "those" and text.startswith(" who ", event.speaker[1])
    )
