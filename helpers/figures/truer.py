"""Whoever sets a truer number against a claim: "residents say the real toll is far higher", "a gross undercount"."""

import re

from helpers.figures.reach import NUMBER_WORDS

AMOUNT = rf"{NUMBER_WORDS}|cost|bill|scale|extent|losses|damage|casualties|turnout|attendance|rate|price|size"
COUNT = rf"(?:[a-z-]{{2,16}} )?(?:{AMOUNT})(?: of (?:the )?[\w-]{{1,20}}(?: [\w-]{{1,20}})?)?"
MORE = r"(?:higher|lower|more|less|fewer|greater|bigger|smaller|larger|worse|closer|nearer|double|twice|half)"
FAR = r"(?:far|much|many times|considerably|significantly|substantially|vastly|well|a lot|several times|even|way)"
# "the true figure is (higher, 640, closer to 300)"; what may or will be is no correction.
TRUE = re.compile(
    rf"(?<![\w-])(?:true|real|actual|correct) {COUNT} (?:is|was|were|are|to be|as|at|must be|comes to|"
    rf"came to|stands at|"
    rf"stood at|had been)(?: in fact| actually| probably| likely| almost certainly| at least| nearer| closer to|"
    rf" a| an| more like| thought to be| {FAR}){{0,3}} (?:[a-z-]{{3,16}} )?(?:{MORE}|[$£€]?\d|dozens|"
    rf"hundreds|thousands)"
    r"(?! than (?:expected|last|usual|in|before|at|any|planned|budgeted|forecast))",
    re.I,
)
# "… say the toll is far higher"
SAY = (
    r"(?:says?|said|insist(?:s|ed)?|believe[sd]?|thinks?|thought|fear(?:s|ed)?|claim(?:s|ed)?|suspect(?:s|ed)?|"
    r"maintain(?:s|ed)?|argue[sd]?|reckon(?:s|ed)?|estimate[sd]?)"
)
HIGHER = re.compile(
    rf"(?<![\w-]){SAY}(?: that)? (?:the|that|its|their) {COUNT} (?:is|was|are|were|must be) (?:actually |in fact |"
    rf"probably |almost certainly )?{FAR} {MORE}"
    r"(?! than (?:expected|last|usual|in|before|at|any|planned|budgeted|forecast))",
    re.I,
)
# "a gross underestimate", "the toll is being played down", "accuse the navy of inflating its figures"
MISCOUNT = re.compile(
    r"(?<![\w-])(?:(?:an?|the) (?:[a-z-]{2,16} )?(?:under|over)(?:estimate|count|statement)s?|"
    rf"(?:{AMOUNT}) (?:is|are|was|were|ha(?:s|ve) been|had been) (?:being )?(?:[a-z]{{2,16}}ly )?(?:played down|"
    r"covered up|hidden|concealed|downplayed|understated|underestimated|underreported|under-reported|undercounted|"
    r"overstated|overestimated|exaggerated|inflated|massaged|doctored|fudged|falsified|manipulated|cooked)|"
    r"(?:understat|underestimat|overstat|overestimat|exaggerat|inflat|massag|underreport|undercount|underplay|"
    r"downplay|fudg|falsif|manipulat|conceal|hid|cook|play(?:ed|ing|s)? down|cover(?:ed|ing|s)? up)"
    r"(?:e[sd]?|y|ies|ied|ing|ed|s|den)? "
    rf"(?:the|its|their|his|her|such|those|these) (?:(?:true|real|full|official) )?{COUNT})(?![\w-])",
    re.I,
)
STEMS = ("true ", "real ", "actual ", "correct ", "estimate", "count", "stat", " down", " up", "hid")
STEMS += ("conceal", "downpl", "exagg", "inflat", "massag", "doctor", "fudg", "falsif", "manip", "cook", "underre")
STEMS += ("under-re", "higher", "lower", " more", " fewer", " less", "greater", "larger", "smaller")
STEMS += ("worse", "bigger", "underpl")
PRONOUN = re.compile(r"[\s\"“]*(?:But |Yet |And |However, )?(?:It|He|She|They|I|We)(?![\w-])", re.I)
# In the claim's own sentence somebody else, or the text itself, must begin to speak.
TURN = re.compile(
    r"(?:, (?:but|though|although|yet|while|whereas|which|a (?:figure|number|toll|count|claim)(?: that| which)?)|;|"
    r" [—–-]) (?!(?:it|he|she|they|added|also|warned|said|acknowledged|conceded) )",
    re.I,
)
LONGEST = 200  # characters from where somebody speaks up in which his truer number must stand
NEGATED = re.compile(
    r"(?:(?<![\w-])(?:not|never|no|nobody|den(?:y|ies|ied|ying)|without)(?![\w-])|n[’']t )[^,.;]{0,40}$", re.I
)


def _speaks(text: str, start: int, end: int, claimant: str) -> bool:
    """Whether somebody but the claimant sets a truer number against his between start and end."""
    said = text[start:end].lower()
    if not any(stem in said for stem in STEMS):
        return False
    for pattern in (TRUE, HIGHER, MISCOUNT):
        found = pattern.search(text, start, end)
        if found and not NEGATED.search(text, start, found.start()):
            name = claimant.split()[-1].lower() if claimant else ""
            return not name or name not in said[: found.start() - start].split()
    return False


def truer_after(text: str, start: int, end: int, claimant: str) -> bool:
    """Whether the sentence behind a claim sets a truer number against it.

    start, end: of that sentence; claimant: who made the claim.

    >>> truer_after("Nurses say the true toll is far higher.", 0, 39, "The army")
    True
    """
    return not PRONOUN.match(text, start, end) and _speaks(text, start, min(end, start + LONGEST), claimant)


def truer_beside(text: str, number: int, end: int, claimant: str) -> bool:
    """Whether the rest of a claim's own sentence does.

    number: offset of the claim's figure; end: of the sentence.
    """
    turn = TURN.search(text, number, min(end, number + LONGEST))
    return turn is not None and _speaks(text, turn.start(), min(end, turn.start() + LONGEST), claimant)
