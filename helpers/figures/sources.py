"""Sources of a figure that are named beside it without reported speech."""

import re
from typing import NamedTuple

from helpers.figures.claimants import OFFICES, claimant_type
from helpers.figures.polls import vouched_before
from helpers.figures.words import word_set
from helpers.voice.classes import MET

PRONOUNS = word_set("he she it they we i you who this that these those one")
NO_NAMES = PRONOUNS | word_set(  # what a sentence may open with before "figure of": "The figure of 40 is wrong"
    "the a an its his her their our my your no any some every each such another earlier official latest early initial"
)
NAME = r"[A-Z][\w.’'&-]*(?:\s+(?:of|the|for|and|de|al)\s+[A-Z][\w.’'&-]*|\s+[A-Z][\w.’'&-]*){0,5}"
# Sources that are no subject of a verb: "documents obtained by the Courier", "the Guard's claims of …".
OBTAINED = re.compile(
    rf"(?:obtained|published|released|seen|leaked|compiled|collected|gathered|issued|provided|supplied|reviewed|"
    rf"quoted|cited|estimated|"
    rf"counted|reported|documented|recorded|surveyed)\s+(?:\w+\s+){{0,2}}?by\s+(?P<who>(?:the\s+)?{NAME})"
)
CLAIMS_OF = re.compile(
    rf"(?P<who>{NAME})(?:[’']s?)?\s+(?:claims?|estimates?|reports?|allegations?|assertions?|boasts?|figures?|data|"
    rf"statistics|count|tally)"
    rf"\s+(?:of|that|about|for|suggests?|shows?|puts?)(?![\w-])"
)
# "the regime's figure of 300": the office by its common noun.
OWNED = re.compile(
    r"(?<![\w-])(?P<who>(?:[Tt]he|[Aa]n?)\s+(?:[\w-]+\s+){0,3}?[\w-]+?)(?:[’']s|s[’'])\s+(?:\w+\s+)?(?:figure|claim|estimate|"
    r"count|number|tally|toll|total)s?\s+(?:of|that)\s+(?:[a-z]+\s+){0,3}$"
)
# "The guild's count stands at 300".
TALLY_STANDS = re.compile(
    r"(?:^|[,;:—–]|(?<![\w-])(?:while|and|but|whereas))\s*(?P<who>(?:(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir)\s)?[\w-]+"
    r"(?:\s[\w-]+){0,5}?)(?:[’']s|(?<=s)[’'])\s(?:[\w-]+\s){0,2}(?:count|tally|estimate|reckoning|figure|calculation)s?\s"
    r"(?:\w+ly\s|now\s|still\s)?(?P<cue>stands?(?= at)|stood(?= at)|is|was|are|were|"
    r"comes(?= to)|came(?= to))\s(?:at\s|to\s)?(?:[a-z]+\s){0,2}$"
)
# "By the guild's estimate, 300": somebody's count, told before or after the number.
COUNT = r"(?:counts?|estimates?|reckonings?|tally|accounts?|figures|calculations?|numbers)"
COUNT_WORD = re.compile(  # without one of these nobody's count is told
    r"(?:claim|estimate|report|allegation|assertion|boast|figure|data|statistics|count|reckoning|tally|calculation|number)"
)
OFFICE = r"(?:the|an?|its|their)\s(?:[a-z][\w-]*\s){0,3}?[a-z][\w-]*"
COUNTING = r"(?<![\w-])(?:[Bb]y|[Oo]n|[Aa]t|[Gg]oing by)\s+"
ITS_COUNT = rf"(?:[’']s|(?<=s)[’'])\s+(?:own\s+)?(?:\w+\s)?{COUNT}"
BY_COUNT = re.compile(rf"{COUNTING}(?P<who>{NAME}|{OFFICE}){ITS_COUNT}(?=,|\s*$|\sthere\s)")
# A count that opens its sentence holds for all of it: "By the guild's count last year 300 boats were idle".
COUNT_OPENS = re.compile(rf"\s*[\"“]?(?:[Bb]ut |And )?[Bb]y\s+(?P<who>{NAME}|{OFFICE}){ITS_COUNT}(?=\s[^,;]*$)")
BY_COUNT_OF = re.compile(rf"{COUNTING}the\s+(?:\w+\s)?{COUNT}\s+of\s+(?P<who>(?:the\s+)?{NAME}|{OFFICE})(?=,|\s*$)")
COUNTED_BY = re.compile(rf"(?:\s[\w’'-]+){{0,8}}?,?\s(?:by|on)\s(?P<who>{NAME}|{OFFICE}){ITS_COUNT}(?=[.,;:!?)]|$)")
# "was put at 900 by the guild": a passive that names who counts.
PUT_PASSIVE = re.compile(
    r"(?<![\w-])(?:is|are|was|were|been|being)\s(?:\w+ly\s|now\s|also\s|later\s)?(?:put|estimated|valued|reckoned|placed|"
    r"pegged|counted|assessed|calculated)\s(?:at|as|to be)\s(?:[a-z]+\s){0,3}$"
)
PUT_BY = re.compile(
    rf"(?:\s[\w’'-]+){{0,5}}?\sby\s(?P<who>(?:the\s)?{NAME}|{OFFICE}|[a-z]+s)(?=[.,;:!?)]|\s(?:and|but|in|on)\s|$)"
)
DOCUMENTS = (
    "poll|survey|census|list|register|ledger|roll|file|document|database|spreadsheet|dossier|memo|log|inventory"
)
DOCUMENT = re.compile(rf"(?:{DOCUMENTS}),?\s")
# "A leaked list has nine names": a document is asked what it holds.
HOLDS = re.compile(
    r"(?:^|[,;:—–]|\b(?:while|and|but|whereas)\b)\s*(?P<who>(?:the|an?|its|their|one)\s(?:[\w’'-]+\s){0,3}?"
    rf"(?:{DOCUMENTS})(?:\s(?:of|by|from|in|for)\s(?:the\s)?[\w-]+(?:\s[A-Z][\w-]*)?){{0,2}})(?:,\s[^,;()]{{3,60}},|\s\([^()]{{3,60}}\))?\s"
    r"(?P<cue>lists|speaks of|spoke of|tells of|puts|records|recorded|has|holds|names|contains|counts|carries|gives|"
    r"shows|mentions|listed|named|contained|gave|showed)\s"
    r"(?:[a-z]+\s){0,2}$",
    re.I,
)
PUT_AT = re.compile(
    r"(?:^|[,;:—–-]|\b(?:while|and|but|whereas)\b)\s*(?P<who>(?:the\s+|a\s+|an\s+)?[\w’'.-]+(?:\s+[\w’'.-]+){0,5}?)\s+"
    r"(?P<cue>puts?|estimates?|estimated|placed|reckons?|reckoned|counted|tallied|documented|recorded|insists?|"
    r"(?:has|have|had)(?=\s(?:it|them|the (?:number|figure|total|toll|bill|cost))\s))\s"
    r"(?:[\w’'-]+\s+){0,6}?(?:at|to be)\s*$"
)
ELLIPSIS = re.compile(
    r"[,;]\s*(?:and\s+|but\s+|while\s+)?(?P<who>(?:the\s+)?[\w’'-]+(?:\s+[\w’'-]+){0,3}?)\s+at\s+(?:about\s+|"
    r"around\s+|some\s+|nearly\s+|just\s+|only\s+)?[“\"‘']?$"
)
# "the mill – can you believe it – at 40".
# "Police counted 900, the organisers 4,000": the verb is not said again.
GAPPED = re.compile(
    r"(?:[,;]\s(?:and\s|but\s|while\s|the\s){0,2}|\sand\s(?:the\s)?)(?P<who>[a-z][\w’'-]*(?:\s[a-z][\w’'-]*){0,2}?|"
    r"[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){0,3}),?\s(?:about\s|around\s|some\s|nearly\s|just\s|only\s|over\s){0,2}$"
)
TOLD_NUMBER = re.compile(
    r"(?<![\w-])(?P<cue>says?|said|counts?|counted|claims?|claimed|spoke of|speaks? of|estimates?|estimated|reported|"
    r"reckons?|reckoned)\s(?:(?:about|around|some|nearly|just|only|over|at least|more than|fewer than|up to)\s)?\d"
)
CLAUSE_END = re.compile(r"\s?(?:[.,;:!?)]|$)")
GAP_ASIDE = re.compile(r"\s(?:[–—-]\s[^–—.;:]{2,60}\s[–—-]|\([^()]{2,60}\))(?=\sat\s)")
# "at somewhere between 60 and 70": words that leave a number open, before it.
LOOSELY = re.compile(
    r"\s(?:somewhere|anywhere|something|anything)\s(?:like\s|near\s|around\s|in the (?:region|order) of\s)?$"
)
BEFORE_ELLIPSIS = re.compile(r"(?<![\w-])(?:put|puts|estimated|placed|reckoned|pegged|(?:has|have|had) it)(?![\w-])")
AS_CLAIMED = re.compile(
    r"\s*+(?:,\s*+)?(?:as\s++)?(?P<cue>claimed|stated|reported|alleged|told|announced|estimated|"
    r"counted)\s++by\s++(?P<who>(?:the\s++)?[\w’'-]++(?:\s++[A-Z][\w’'-]*+){0,4})"
)
AS_SAYS = re.compile(
    r"\s*+(?:,\s*+)?as\s++(?P<who>(?:the\s++)?[\w’'-]++(?:\s++[\w’'-]++){0,4}?)\s++(?P<cue>claims?|claimed|says?|said|reports?|"
    r"reported|puts? it|insists?)(?![\w-])"
)
# "5,000, which is what the mayor says", "the 5,000 on which the guard insists".
RELATIVE = re.compile(
    r"\s*+(?:[\w’'-]++\s){0,2}?,?\s*+(?:which is (?:what|how many|the (?:number|figure) (?:that )?)|"
    r"(?:on|of|about) which|that)\s"
    r"(?P<who>(?:the\s++|most\s++|some\s++)?[\w’'-]++(?:\s++[\w’'-]++){0,3}?)\s++(?:now\s++|still\s++|have\s++|has\s++)?"
    r"(?P<cue>says?|said|claims?|claimed|insists?|insisted|speaks?|spoke|talks?|reports?|reported|gives?|gave|cites?|admits?|"
    r"admitted|concedes?|conceded)(?=\s*(?:[,.;:)]|to\s|and\s|$))"
)
# "About 300 came back, the mayor says; …": what voices tell a clause that a semicolon ends.
TRAILING = re.compile(
    r"[^;.!?\"“”\n]{0,160}?,\s(?P<who>(?:the\s+|a\s+|an\s+)?[\w’'-]+(?:\s+[\w’'-]+){0,3}?)\s(?P<cue>says?|said|claims?|"
    r"claimed|insists?|insisted|reports?|reported)\s*;"
)
# "…, or so the mayor says", "…, so says the mayor".
SO_SAYS = re.compile(
    r"[^;.!?\"“”\n]{0,160}?,\s(?:or\s)?so\s(?P<cue>says?|said|claims?|claimed|insists?|insisted)\s"
    r"(?P<who>(?:the\s|an?\s)?[\w’'-]+(?:\s[\w’'-]+){0,4}?)(?=[.,;:!?]|$)"
)
OR_SO = re.compile(
    r"[^;.!?\"“”\n]{0,160}?,\s(?:or\s)?so\s(?P<who>(?:the\s|an?\s)?[\w’'-]+(?:\s[\w’'-]+){0,4}?)\s"
    r"(?P<cue>says?|said|claims?|claimed|insists?|insisted)(?=[.,;:!?]|$)"
)
# "the relief office has registered 300": an office vouches for what it counts.
RECORDING = ("registered", "recorded", "counted", "documented", "tallied", "verified", "confirmed")
RECORDED = re.compile(
    r"(?:^|[,;:—–]|\b(?:while|and|but|whereas)\b)\s*(?P<who>(?:the\s+)?[\w’'.-]+(?:\s+[\w’'.-]+){0,5}?)\s+"
    r"(?:(?:has|have|had)\s+(?:so far\s+|already\s+)?)?(?P<cue>"
    rf"{'|'.join(RECORDING)})\s+$",
    re.I,
)
NO_OFFICE = re.compile(r"(?<!\w)(?:that|which|who|said|says|announced|its|his|her|their)(?!\w)", re.I)
NO_SOURCE_END = re.compile(
    r"(?:^|\s)(?:is|are|was|were|be|been|has|have|had|to|will|would|and|or|of|by)$|^(?:which|who|that|it|puts?|putting|placed|pegged)\b",
    re.I,
)
SAID = re.compile(r"^(?:says?|said|adds|added|claims|claimed)\s")  # "the clerk said lists put it at 40": the lists
WHO_COUNTS = (*OFFICES, "official", "armed group")  # "put at 40 by Monday" names nobody
WHO_VOUCH = (*WHO_COUNTS, "witness")

# "Some 40 families fled, by UN estimates": whose count it is told without a genitive.
BY_BODY_COUNT = re.compile(
    rf"(?:\s[\w’'-]+){{0,8}}?,?\s(?:by|on)\s(?P<who>(?:[\w’'-]+\s){{1,2}}?){COUNT}(?=[.,;:!?)]|$)"
)
# "An audit of the books uncovered 40": what an inquiry brings to light it vouches for.
INQUIRIES = "audit|inquiry|enquiry|investigation|review|inspection|probe|study|check|assessment|analysis"
INQUIRY = re.compile(rf"(?:{INQUIRIES})\s")
BROUGHT_UP = re.compile(
    r"(?:^|[,;:—–]|\b(?:while|and|but|whereas)\b)\s*(?P<who>(?:the|an?|its|their|one)\s(?:[\w’'-]+\s){0,3}?"
    rf"(?:{INQUIRIES})"
    r"(?:\s(?:of|by|from|in|for|into)\s(?:the\s)?[\w-]+(?:\s[A-Z][\w-]*)?){0,2})\s(?:has\s|had\s|also\s|later\s){0,2}"
    r"(?P<cue>uncovered|identified|unearthed|exposed|turned up|brought up|detected|logged|flagged|traced|raised)\s"
    r"(?:[a-z]+\s){0,3}$",
    re.I,
)
# "Lawyers spoke of 500 arrests, police of 20".
GAPPED_OF = re.compile(
    r"[,;]\s(?:and\s|but\s|while\s)?(?P<who>(?:the\s)?[\w’'-]+(?:\s[\w’'-]+){0,2}?)"
    r"(?<!spoke)(?<!speak)(?<!talk)(?<!told)(?<!warn)(?<!ks)(?<!ed)(?<!tells)(?<!warns)\sof\s(?:[a-z]+\s){0,2}$"
)
SPEAKING_OF = re.compile(r"(?<![\w-])(?:speaks?|spoke|talks?|talked|tells?|told|warns?|warned)\sof\s")


class Source(NamedTuple):
    """A speaker with the words that bring him in."""

    speaker: str
    cue: str
    relay: str


NOBODY = Source("", "", "")


def _source(match: re.Match | None) -> Source:
    who = SAID.sub("", MET.sub("", match["who"])) if match else ""
    if not match or who.lower() in NO_NAMES or NO_SOURCE_END.search(who):
        return NOBODY
    return Source(who.strip(" ,"), match.groupdict().get("cue") or "", "")


def nominal_source(text: str, low: int, start: int, end: int, high: int) -> Source:
    """A source named without a reporting verb before it: beside the number first, then anywhere before it.

    low, high: the sentence; start, end: the number.
    """
    counted = (COUNTED_BY,) if COUNT_WORD.search(text, end, min(high, end + 240)) else ()
    so = (SO_SAYS, OR_SO) if " so " in text[end:high] else ()
    for pattern in (AS_CLAIMED, AS_SAYS, RELATIVE, TRAILING, *counted, *so):
        found = _source(pattern.match(text, end, min(high, end + 240)))
        if found is not NOBODY:
            return found
    body = _source(BY_BODY_COUNT.match(text, end, min(high, end + 240))) if counted else NOBODY
    if claimant_type(body.speaker) in WHO_COUNTS:
        return body
    left = text[max(low, start - 200) : start]
    left = LOOSELY.sub(" ", left) if "where " in left or "thing " in left else left
    found = _source(PUT_BY.match(text, end, min(high, end + 240))) if PUT_PASSIVE.search(left) else NOBODY
    if found is not NOBODY and claimant_type(found.speaker) in WHO_COUNTS:
        return found._replace(speaker=found.speaker.rstrip("."), cue="put")
    gapped = "at" in left and BEFORE_ELLIPSIS.search(left)
    found = _source(ELLIPSIS.search(GAP_ASIDE.sub("", left))) if gapped else NOBODY
    if found is not NOBODY:
        return found._replace(cue="at")
    gap = CLAUSE_END.match(text, end, high) and TOLD_NUMBER.search(left)
    found = _source(GAPPED.search(left, gap.end())) if gap else NOBODY
    if " and " not in found.speaker and claimant_type(found.speaker.rpartition(" ")[2]) in WHO_VOUCH:
        return found._replace(cue=gap["cue"])
    found = _source(GAPPED_OF.search(left)) if " of " in left[-30:] and SPEAKING_OF.search(left) else NOBODY
    if claimant_type(found.speaker) in WHO_VOUCH:
        return found._replace(cue="of")
    before = left.rstrip().lower()
    found = _source(RECORDED.search(left)) if before.endswith(RECORDING) else NOBODY
    if claimant_type(found.speaker) in OFFICES and not NO_OFFICE.search(found.speaker):
        return found
    put_at = (PUT_AT,) if before.endswith(("at", "to be")) else ()
    owned = (OWNED,) if "’" in left or "'" in left else ()
    held = (HOLDS,) if DOCUMENT.search(left) else ()
    held += (BROUGHT_UP,) if INQUIRY.search(left) else ()
    counts = (CLAIMS_OF, BY_COUNT, BY_COUNT_OF, TALLY_STANDS) if COUNT_WORD.search(left) else ()
    for pattern in (*put_at, *owned, *counts, *held, OBTAINED):
        found = _source(pattern.search(left))
        if found is not NOBODY:
            return found
    found = _source(COUNT_OPENS.match(left)) if counts else NOBODY
    return found if found is not NOBODY else _source(vouched_before(text, low, start, end, high))
