"""Words before a number that keep it at arm's length: "nothing to support the figure of 40", "if you believe them"."""

import re

from helpers.figures.beyond import aside
from helpers.figures.reach import CLAIM_NOUNS
from helpers.figures.turning import DENIES, DOUBTS, NEGATION, TAKEN_BACK

REST = r"[^.;:!?\n]{0,60}$"
CLAIM = rf"{CLAIM_NOUNS}|reports?|talk|idea|notion|boasts?|tales?|rumou?rs?"
WORDS = r"(?:[\w’'-]{1,20} )"
OF_CLAIM = rf"{WORDS}{{0,4}}?(?!counts )(?:{CLAIM}) (?:of|that|about) {REST}"
UNDERCUT = (
    rf"{DOUBTS}|refus(?:e[sd]?|ing) to (?:accept|believe|credit|recogni[sz]e|endorse)|"
    r"(?:throw(?:s|n|ing)?|threw) (?:cold water|doubt) (?:on|over|upon)|play(?:s|ed|ing)? down|"
    r"distanc(?:e[sd]?|ing) (?:itself|himself|herself|themselves) from|(?:is|are|was|were) at odds with|belie[sd]|"
    r"undermin(?:e[sd]?|ing)|undercuts?|puncture[sd]?|demolish(?:es|ed)|call(?:s|ed)? into question|contrary to|"
    r"(?:raise[sd]?|voiced?|express(?:es|ed)?) (?:[a-z]{2,12} )?(?:doubts|questions|scepticism|skepticism) "
    r"(?:about|over|as to)|treat(?:s|ed)? with (?:[a-z]{2,12} )?(?:caution|scepticism|skepticism|suspicion|care)|"
    r"(?:sceptical|skeptical|wary|suspicious|dismissive|contemptuous|scornful) (?:of|about)|rolls? (?:\w+ )?eyes at"
)
TAKEN = (
    r"apologi[sz]e[sd]? for|retract(?:s|ed|ing)?|recant(?:s|ed|ing)?|withdr(?:aws?|ew|awn)|correct(?:s|ed) |"
    r"back(?:s|ed|ing)? away from|climb(?:s|ed)? down (?:from|on)|(?:took|takes|taken|walked|walks) back"
)
TELLING = r"(?:reporting|claiming|saying|writing|suggesting|alleging|stating|tweeting|implying)"
PROVE = (
    r"(?:support|backs?(?: up)?|substantiate|confirm|corroborate|suggest|prove|show|indicate|justify|"
    r"bear out|explain)s?(?! for)"
)
DISTANCE = re.compile(
    rf"(?<![\w-])(?:(?P<denied>(?:{DENIES}|{TAKEN})(?: as [^.;:,!?\n]{{1,40}}?)? {OF_CLAIM}|apologi[sz]e[sd]? for "
    rf"(?:wrongly |falsely )?{TELLING} (?:that )?{REST})|"
    rf"(?:{UNDERCUT}) {OF_CLAIM}|purport(?:s|ed|ing) to (?:show|list|prove|name|depict) {REST}|"
    rf"(?:no|without|lack(?:s|ed|ing)?|little) (?:independent |official |any |outside ){{0,2}}(?:confirmation|"
    rf"verification|corroboration) (?:of|that) {REST}|"
    rf"nothing {WORDS}{{0,5}}?(?:to |that |which )?{PROVE} {REST}|"
    rf"(?:far from|by no means|not at all|hardly|anything but) (?:clear|certain|sure|proven|established|obvious) that "
    rf"(?!the |these |those ){REST}|"
    rf"(?:hard|difficult|impossible) to (?:see|imagine|understand|work out) how {REST}|"
    rf"(?:nobody|no one|unclear|mystery|cannot|(?:not|n[’']t) (?:say|know|explain)|wonder(?:s|ed)?|asks?|asked) "
    rf"{WORDS}{{0,4}}?(?:where|how) (?:[\w’'-]{{1,20}} ){{1,4}}?(?:figures?|number|estimate|toll|total|tally|sum) of "
    rf"{REST}|"
    rf"if (?:you|we|one) (?:really |can )?(?:believes?|trust|credit|are to believe) (?!that |in |it ){REST})",
    re.I,
)
STEMS = ("den", "reject", "dismiss", "refut", "rebut", "contradict", "repudiat", "disavow", "disown", "debunk")
STEMS += ("discredit", "apolog", "retract", "recant", "withdr", "correct", "away from", "climb", " back ")
STEMS += ("cold water", "doubt", "down", "distanc", "odds with", "belie", "undermin", "undercut", "punctur", "demolish")
STEMS += ("disput", "challeng", "contest", "scoff", "sneer", "laugh", "jeer", "scorn", "mock", "derid", "ridicul")
STEMS += ("rubbish", "pooh", "brush", "issue with", "holes in", "quarrel", "refus", "believe", "accept", "credit")
STEMS += ("purport", "question", "contrary", "ptic", "caution", "suspici", "care", "wary", "contempt")
STEMS += ("scornful", "eyes at")
STEMS += ("confirmation", "verification", "corrobor", "nothing", "clear", "certain", "sure", "proven", "obvious")
STEMS += ("to see", "to imagine", "to understand", "to work out", "where", " how ", "if you", "if we", "if one")
# "far fewer than the (45 boats the navy claims)"
SHORT_OF = re.compile(
    r"(?<![\w-])(?:fewer than|less than|lower than|short of|below|half|a fraction of|not|nothing like|nowhere near) "
    r"the (?:[a-z]+ )?$",
    re.I,
)
CLAIMED = re.compile(
    rf"[^\s;:!?]{{1,20}}(?: [\w’'-]{{1,20}}){{0,3}}?(?: that| which)?(?: {WORDS}{{1,4}}?(?:claim(?:s|ed)?|"
    r"boast(?:s|ed)?|alleg(?:e[sd]?)|says?|said|trumpet(?:s|ed)?|reported|insist(?:s|ed)?|advertised?s?)|"
    r" (?:claimed|alleged|reported|trumpeted|advertised|touted) by)(?![\w-])",
    re.I,
)
# "would neither confirm nor deny reports of 40"
NOR_CONFIRMED = re.compile(r"(?<![\w-])(?:confirm|verify|endorse|say)(?:ed|s)? (?:or|nor) $", re.I)
BEFORE = 200  # characters before a number in which its distance may be told


def kept_off(text: str, low: int, number: int, high: int) -> str:
    """Denied or doubted if a sentence keeps a number at arm's length, else ''.

    low, high: where the sentence begins and ends; number: offset of the number.

    >>> said = "There is nothing to support the figure of 40."
    >>> kept_off(said, 0, said.index("40"), len(said))
    'doubted'
    """
    before = text[max(low, number - BEFORE) : number]
    said = before.lower()
    if said.endswith((" the ", "claimed ", "official ", "alleged ")) and SHORT_OF.search(before):
        return "doubted" if CLAIMED.match(text, number, high) else ""
    found = DISTANCE.search(before) if any(stem in said for stem in STEMS) else None
    if not found:
        return ""
    negated = before[max(0, found.start() - NEGATION) : found.start()]
    if TAKEN_BACK.search(negated) or NOR_CONFIRMED.search(negated):
        return ""
    if aside(text, max(low, number - BEFORE) + found.start(), number):
        return ""
    return "denied" if found["denied"] else "doubted"
