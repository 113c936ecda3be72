"""Sources of a figure that are named beside it without reported speech: "put at 40 by the board", "its count is 40"."""

import re
from typing import NamedTuple

from helpers.figures.claimants import OFFICES, claimant_type
from helpers.figures.documents import HAS, LOOSE, STARTS, document_of
from helpers.figures.pollsters import poll_of
from helpers.figures.stems import may_match
from helpers.figures.words import word_set
from helpers.voice.classes import MET, MONTH, NUMBER, VERB
from helpers.voice.nouns import alternatives

PRONOUNS = word_set("he she it they we i you who this that these those one")
NO_NAMES = PRONOUNS | word_set(  # what a sentence may open with before "figure of": "The figure of 40 is wrong"
    "the a an its his her their our my your no any some every each such another earlier official latest early initial"
)
WHO_COUNTS = (*OFFICES, "official", "armed group")  # "put at 40 by Monday" names nobody
WHO_VOUCH = (*WHO_COUNTS, "witness")
BESIDE = 40  # characters after a number in which its noun may stand
BEFORE, AFTER = 200, 240  # characters on either side of a number in which its source may stand

WORD = r"(?!(?:that|which|who|said|says|announced|has|have|had)\s)[\w’'.&-]+"  # those open a clause or its verb
WHO = rf"(?P<who>{WORD}(?:\s{WORD}){{0,6}}?)"
NAME = r"[A-Z][\w.’'&-]*(?:\s(?:(?:of|the|for|and|de|al)\s)?[A-Z][\w.’'&-]*){0,5}(?<!\.)"
OFFICE = r"(?:the|an?|its|their)\s(?:[a-z][\w-]*\s){0,3}?[a-z][\w-]*"
ENDS = r"(?=[.,;:!?)]|\s(?:and|but|to)\s|\s*$)"
SAYS = (
    r"(?P<cue>says?|said|claims?|claimed|insists?|insisted|speaks?|spoke|talks?|reports?|reported|gives?|gave|cites?|"
    r"puts? it|admits?|admitted|concedes?|conceded)(?![\w-])"
)
# "The mill puts the loss at 40", "the board has it at 40".
PUT_AT = re.compile(
    rf"{STARTS}{WHO}(?:,\s[^,;.:()]{{3,80}},)?\s{HAS}(?P<cue>puts?|put|estimate[sd]?|placed|reckon(?:s|ed)|"
    r"counted|tallied|documented|recorded|insists?|"
    r"values?|valued|assess(?:es|ed)?|has(?= it)|have(?= it)|had(?= it))\s(?:[\w’'-]+\s){0,6}?(?:at|to be)\s*$"
)
# "Police put it at 900, the guild at 400"; "Police counted 900, the guild 400": the verb is not said again.
TOLD_NUMBER = re.compile(
    rf"(?<![\w-])(?P<cue>puts?|placed|pegged|(?:has|have|had) it|says?|said|counts?|counted|claims?|claimed|"
    rf"estimates?|estimated|reports?|reported|reckons?|reckoned|speaks? of|spoke of)\s(?:[\w’'-]+\s){{0,8}}?{NUMBER}"
)
GAPPED = re.compile(
    r"[,;]\s(?:and\s|but\s|while\s)?(?!(?:then|later|now)\s)(?P<who>(?:the\s)?[\w’'-]+(?:\s[\w’'-]+){0,2}?),?(?P<at>\s(?:at|of))?\s(?:about\s|around\s|"
    r"some\s|nearly\s|just\s|only\s|over\s){0,2}[“\"‘']?$"
)
RIVAL = re.compile(r"\s(?:[a-z]+\s){0,2}[A-Z]\S{0,30}\s(?:[A-Z]\S{0,30}\s){0,3}(?:at|on)\s")  # "put Noll at 48"
GAP_ASIDE = re.compile(r"\s(?:[–—-]\s[^–—.;:]{2,60}\s[–—-]|\([^()]{2,60}\))(?=\sat\s)")
CLAUSE_END = re.compile(r"\s?(?:[.,;:!?)]|$)")
# "at somewhere between 60 and 70": words that leave a number open, before it.
LOOSELY = re.compile(
    r"\s(?:somewhere|anywhere|something|anything)\s(?:like\s|near\s|around\s|in the (?:region|order) of\s)?$"
)
# Somebody's count, told before the number or after it: "By the guild's own count, 40", "40, by police estimates".
COUNT = r"(?:estimate|count|tally|figure|claim|assertion|number|toll|total|reckoning|calculation|account|data)s?"
OWNED = re.compile(
    rf"(?:^|\s|[\"“])(?P<who>{NAME}|(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir)\s(?:[\w-]+\s){{0,4}}?[\w-]+)(?:[’']s|(?<=s)[’'])\s"
    rf"(?:[\w-]+\s){{0,2}}?{COUNT}"
    rf"(?:[,:]\s|\s(?:of|that|is|was|are|were|stands at|stood at|comes to|came to)\s(?:[a-z]+\s){{0,2}})$"
)
# "40 wards reporting", "the four ridings recorded 900 ballots".
VOTED = re.compile(
    r"(?:precincts?|districts?|wards?|count(?:y|ies)|stations|parishes|ridings?|constituenc(?:y|ies)|seats|boroughs?)$"
)
# "The relief office has registered 40", "its latest review could trace only 40": they vouch for what they find.
# Those whose trade it is to find and to count.
COUNTERS = re.compile(rf"(?i:(?<![\w-])(?:{alternatives('finder', 'finding')}))(?:\s[A-Z][\w’'-]+){{0,3}}$")
COUNTED = (
    r"registered|recorded|counted|documented|tallied|verified|confirmed|logged|linked|tied|attributed|measured|"
    r"identified|calculated|"
    r"catalogued|mapped|"
    r"detected|reckoned with|clocked|noted|tracked|chalked up|arrived at|traced|turned up|"
    r"tallies|logs|documents|records|"
    r"registers"
)
FOUND = re.compile(
    rf"{STARTS}{WHO}(?:,\s(?:who|which)\s[^;:()]{{3,80}},)?\s(?:{HAS}(?P<cue>{COUNTED})\s|"
    r"(?P<able>could|can|was able to|were able to|managed to)\s(?:only\s)?(?:trace|verify|confirm|document|"
    rf"substantiate|find (?:evidence|proof|records?|signs?) (?:for|of))\s){LOOSE}"
)
FINDING = (*(f"{word} " for word in COUNTED.split("|")), "could ", "can ", "able to ", "managed to ")
# "Rumours that 200 would go were denied": nobody by name.
RUMOURS = re.compile(r"(?P<who>[Rr]umou?rs|[Tt]alk|[Gg]ossip|[Ss]peculation)\s(?P<cue>that)\s[^.;:!?\"“”]{0,120}$")
ALLEGED = re.compile(
    r"(?<![\w-])(?<!the )(?<!repeat )(?P<who>(?:(?:[Aa]n?|[Tt]he|[Ss]ome|[Tt]hese)\s"
    r"(?:(?![a-z]+(?:s|ed)\s)[\w-]+\s){0,2}?|(?:[A-Z][a-z]+\s)?)(?i:allegations?|accusations?|charges|claims?|complaints?|revelations?|suggestions?|reports?|"
    r"posts?|messages?|leaflets?|tweets?))\s(?P<cue>(?:claiming\s|saying\s|suggesting\s|alleging\s)?that)\s"
    rf"(?!(?:{VERB}|cost)\s|[a-z]{{2,14}}(?:s|ed)\s(?:to|the|an?|in|on|for|[$€£]?\d))(?:(?!,\s)[^.;:!?\"“”]){{0,120}}$"
)
DECLARED = re.compile(
    rf"(?:^|\s|[\"“])(?P<who>{NAME}|[Tt]he\s(?:[\w-]+\s){{0,3}}?[\w-]+)(?:[’']s|(?<=s)[’'])\s(?:[\w-]+\s){{0,2}}?"
    r"(?P<cue>declaration|claim|assertion|allegation|accusation|contention|remark|statement|suggestion|argument|"
    r"insistence|boast|testimony|prediction|forecast|warning|admission|announcement)\s(?:[^.,;:!?]{1,60}?\s)?that\s"
    r"[^.;:!?]{0,120}$"
)
# "40, as the mayor claims", "40, which is what the mayor says", "the 40 on which the mayor insists".
AS_SAYS = re.compile(
    r"\s*+(?:[\w’'-]++\s){0,2}?,?\s*+(?:as|which is (?:what|how many)|(?:on|of|about) which|that)\s++"
    rf"(?P<who>[\w’'-]++(?:\s++[\w’'-]++){{0,4}}?)\s++{SAYS}(?:{ENDS}|(?=\s++as\s))"
)
# "40 went, or so the mayor says", "40 went, the mayor says; …": what voices tell a clause that a semicolon ends.
TRAILING = re.compile(
    rf"[^;.!?\"“”\n]{{0,160}}?,\s(?P<so>(?:or\s)?so\s)?(?P<who>[\w’'-]+(?:\s[\w’'-]+){{0,4}}?)\s{SAYS}(?(so){ENDS}|\s*;)"
)
# "(was put at) 40 by the guild", "40, by the guild's count", "40, as claimed by the guild".
BY_WHOM = re.compile(
    r"(?:\s[\w’'-]+){0,8}?,?(?P<as>\sas\s(?:claimed|stated|reported|alleged|announced|estimated)|"
    r"\s(?:forecast|predicted|projected|estimated|alleged))?\s(?:by|on)\s"
    rf"(?P<who>(?:the\s)?{NAME}|{OFFICE}|[a-z]+|(?:(?:the|an?|its|their)\s)?{WORD}(?:\s{WORD}){{0,5}}?)(?:(?P<own>[’']s|(?<=s)[’'])?\s(?:own\s)?(?P<count>{COUNT}))?(?:{ENDS}|(?=\s(?:in|on)\s))"
)
# "put at 40 by Monday", "by the end of May", "by phone", "by using scales": when and how, not by whom.
NO_TELLER = re.compile(
    rf"(?:(?:the|this|last|next|mid|early|late|about|around|just)[\s-])*(?:end|start|middle|time|year|month|week|hand|phone|"
    rf"noon|dawn|dusk|midnight|nightfall|evening|morning|sunset|sunrise|law|way|summer|winter|spring|autumn|20\d\d|now|then|"
    rf"half|a (?:third|quarter|half)|{MONTH}|[A-Z]?[a-z]+day|[a-z]+ing|{NUMBER}.*)(?![\w-])"
)
# "40 (police)", "40 (organisers say)"; "40 went, or so says the mayor".
NAMED_IN_BRACKETS = re.compile(r"\s?(?:[a-z-]+\s){0,2}?\((?P<who>[A-Za-z][^()\d]{2,40}?)(?:\s(?:say|said|claim)s?)?\)")
SO_SAYS = re.compile(rf"[^;.!?\"“”\n]{{0,100}}?,\s(?:or\s)?so\s{SAYS}\s(?P<who>[\w’'-]+(?:\s[\w’'-]+){{0,4}}?){ENDS}")
PUT_PASSIVE = re.compile(
    r"(?<![\w-])(?:is|are|was|were|been|being)\squoted\s$|(?:(?<![\w-])(?:is|are|was|were|been|being)\s(?:\w+ly\s|now\s|also\s|later\s)?|,\s)(?:put|estimated|valued|reckoned|placed|"
    rf"pegged|counted|assessed|calculated)\s(?:at|as|to be)\s{LOOSE}"
)
NO_SOURCE_END = re.compile(
    r"(?:^|\s)(?:is|are|was|were|be|been|has|have|had|to|will|would|and|or|of|by|own|the|an?)$|\s(?:he|she|they|it|we|I)$|"
    r"^(?:which|who|that|it|puts?|putting|placed|pegged)\b",
    re.I,
)
FRONT_PLACE = re.compile(r"^(?:In|On|At|By|After|Before|Since)\s(?:[\w’'.-]+\s){1,4}?(?=(?:the|an?|its|their)\s)")
WOULD = re.compile(r"(?:^|\s)(?P<who>[Hh]e|[Ss]he|[Tt]hey)[’'](?:d|ll)$")  # "She'd (put it at 40)"
NO_OFFICE = re.compile(r"(?<!\w)(?:its|his|her|their|it|he|she|they)(?!\w)", re.I)


class Source(NamedTuple):
    """A speaker with the words that bring him in."""

    speaker: str
    cue: str
    relay: str


NOBODY = Source("", "", "")


def _source(match: re.Match | None, cue: str = "") -> Source:
    """Whom a match names, NOBODY where that is no name. cue: the word that brings him in, if not the one matched."""
    return _named(match["who"], cue or match.groupdict().get("cue") or "") if match else NOBODY


def _named(name: str, cue: str) -> Source:
    who = FRONT_PLACE.sub("", MET.sub("", name))
    would = WOULD.search(who)
    if would:
        return Source(would["who"], cue, "")
    if not who or who.lower() in NO_NAMES or NO_SOURCE_END.search(who):
        return NOBODY
    return Source(who.strip(" ,"), cue, "")


def nominal_source(text: str, low: int, start: int, end: int, high: int, is_share: bool = False) -> Source:
    """A source named without a reporting verb before it: beside the number first, then anywhere before it.

    low, high: the sentence; start, end: the number. is_share: it is a share or a lead, as polls find.

    >>> text = "The board puts the loss at 40 boats."
    >>> nominal_source(text, 0, 27, 29, len(text))
    Source(speaker='The board', cue='puts', relay='')
    """
    left = text[max(low, start - BEFORE) : start]
    left = LOOSELY.sub(" ", left) if "where " in left or "thing " in left else left
    found = _told_after(text, left, end, min(high, end + AFTER))
    if found is NOBODY:
        found = _gapped(text, left, end, high)
    if found is not NOBODY:
        return found
    poll = poll_of(text, low, start, end, high) if is_share else ""
    found = Source(poll, "", "") if poll else NOBODY
    if found is NOBODY and left.rstrip().endswith(("at", "to be")):
        found = _source(PUT_AT.search(left))
    if found is NOBODY and ("’" in left or "'" in left):
        found = _source(OWNED.search(left))
    if found is NOBODY:
        found = _found(left, text[end : end + BESIDE])
    if found is NOBODY and " that " in left:
        found = _source(RUMOURS.search(left))
    return found


def alleged(text: str, low: int, start: int) -> Source:
    """The allegations that a number stands in, or whose declaration it is: "the mayor's claim that 40 left".

    low: where the sentence begins; start: where the number does.

    >>> alleged("He faces charges that he stole 12 boats.", 0, 31)
    Source(speaker='charges', cue='that', relay='')
    """
    left = text[max(low, start - BEFORE) : start]
    if " that " not in left:
        return NOBODY
    found = _source(DECLARED.search(left)) if "’" in left or "'" in left else NOBODY
    return found if found is not NOBODY else _source(ALLEGED.search(left))


def _told_after(text: str, left: str, end: int, high: int) -> Source:
    """Who is named after the number as whoever says, counts or estimates it."""
    right = text[end:high]
    if " by " in right or " on " in right:
        told = BY_WHOM.match(right)
        if told and (told["as"] or told["own"]):
            return _source(told, "" if told["own"] else "claimed")
        passive = told and PUT_PASSIVE.search(left)
        counts = told and told["count"] and claimant_type(told["who"]) in WHO_COUNTS
        if counts or (passive and not NO_TELLER.match(told["who"])):
            return _source(told, "" if told["count"] else "put")
    bracket = NAMED_IN_BRACKETS.match(right) if "(" in right[:40] else None
    if bracket and claimant_type(bracket["who"]) in WHO_VOUCH:
        return _source(bracket)
    if not may_match(AS_SAYS, right.lower()):  # nor have the others, which end with the same verbs
        return NOBODY
    found = _source(AS_SAYS.match(right) or (SO_SAYS.match(right) if " so s" in right or " so c" in right else None))
    return found if found is not NOBODY else _source(TRAILING.match(right))


def _gapped(text: str, left: str, end: int, high: int) -> Source:
    """Who tells a number by a verb that was said of another one: "Police counted 900, the guild 400"."""
    plain = GAP_ASIDE.sub("", left)
    told = TOLD_NUMBER.search(left) if GAPPED.search(plain) else None
    gap = GAPPED.search(plain, told.end()) if told else None
    if not gap or RIVAL.match(told[0], len(told["cue"])):
        return NOBODY
    at = gap["at"] and f"{gap['at']} " in f" {told[0]}"
    typed = CLAUSE_END.match(text, end, high) and claimant_type(gap["who"].rpartition(" ")[2]) in WHO_VOUCH
    return _source(gap, "at" if at else told["cue"]) if at or typed else NOBODY


def _found(left: str, right: str) -> Source:
    """The list or inquiry that holds a number, or the office that has found so many."""
    document = document_of(left, right)
    held = _named(*document) if document else NOBODY
    if held is not NOBODY:
        return held
    found = FOUND.search(left) if any(word in left for word in FINDING) else None
    if found is None or found["able"]:
        return _source(found, found["able"] if found else "")
    if found["who"] in ("It", "It also"):
        return Source("It", found["cue"], "")  # whoever the sentence before was about
    counts = claimant_type(found["who"]) in OFFICES or COUNTERS.search(found["who"])
    office = counts and not NO_OFFICE.search(found["who"]) and not VOTED.search(found["who"])
    return _source(found) if office else NOBODY
