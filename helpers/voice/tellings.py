"""Ways of vouching for a number without a verb of reporting: "makes it 40", "the excuse is that", "in her view"."""

import re
from collections.abc import Iterator

from helpers.voice.acts import Event, auxiliary_start
from helpers.voice.classes import Span
from helpers.voice.openings import main_subject
from helpers.voice.subjects import subject_left

NUMBER = (
    r"(?:\d|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|millions?)(?![\w-]))"
)
NEARLY = (
    r"(?:a|about|almost|anything|around|as|at|barely|between|closer|fewer|hardly|just|least|less|little|many|maybe|more|"
    r"most|nearer|nearly|no|not|only|over|perhaps|roughly|some|somewhere|than|to|under|up|well)\s"
)
# "The guild makes it 200", but no score: "Brandt made it 3-1".
MAKES_IT = re.compile(
    rf"(?<![\w-])(?P<cue>makes? (?:it|them|that)|made (?:it|them|that)(?=\s{NEARLY}))(?!\sto\s)"
    rf"(?=\s(?:{NEARLY}){{0,4}}[$£€]?{NUMBER}(?![\d.,]*\s?[-–:]\s?\d|[\d.,]*\stimes))"
)
# "they arrived at between 40 and 60", "settled on a figure of 40", "results point to 40 %".
ARRIVED = re.compile(
    r"(?<![\w-])(?P<cue>(?:arriv(?:es?|ed) at|settl(?:es?|ed) (?:on|at)|land(?:s|ed)? on|came out at|comes? out at)"
    rf"(?=\s(?:(?:a|the) (?:[\w-]+ )?(?:figure|number|total|sum|estimate|tally|count|toll) of\s(?:{NEARLY}){{0,3}}"
    rf"[$£€]?{NUMBER}|"
    rf"between\s[$£€]?\d[\d.,]*\s(?:and|to)\s|(?:{NEARLY}){{0,3}}[$£€]?\d[\d.,]*\s?(?:%|per ?cent)|"
    rf"(?:{NEARLY}){{0,3}}[$£€]?\d{{1,3}}(?:,\d{{3}}|\d\b)[\d,]*(?:\s(?:million|billion))?(?:[.,;:!?)]|$)))|"
    rf"point(?:s|ed)? to(?=\s(?:{NEARLY}){{0,3}}\d[\d.,]*\s?(?:%|per ?cent)))"
)
# "The board would like you to believe that 900 came".
WOULD_HAVE = re.compile(
    r"(?<![\w-])(?P<cue>(?:would like|wants?|would have|asks?|expects?|invites?|is asking|are asking|is inviting)\s"
    r"(?:you|us|people|everyone|everybody|readers|voters|the (?:public|world|country|nation|town|city))\s"
    r"(?:all\s)?(?:to\s)?(?:believe|think|accept|swallow|imagine|trust))(?![\w-])"
)
# "The guild is adamant that 40 left".
SURE = re.compile(
    r"(?<![\w-])(?P<cue>(?:is|was|are|were|am|remains?|remained|seems?|seemed)\s(?:quite\s|absolutely\s|also\s|still\s)?"
    r"(?:adamant|certain|convinced|sure|confident|positive|in no doubt|of the opinion))\sthat(?![\w-])"
)
# "Prosecutors accuse her of taking 40 goats".
ACCUSES = re.compile(
    r"(?<!is )(?<!was )(?<!are )(?<!were )(?<!been )(?<!being )(?<![\w-])(?P<cue>accus(?:es?|ed|ing))"
    r"\s[^.,;:!?\x00]{2,60}?\sof\s[a-z]+ing(?=\s[^.;:!?\x00]{0,60}?\d)"
)
PERSON = r"(?:[Tt]he|[Aa]n?|[A-Z][\w’'.-]*)(?:\s(?:of\s(?:the\s)?)?[\w’'.-]+){0,4}?"
OWNER = rf"(?P<who>{PERSON}(?=[’']s\s|(?<=s)[’']\s)|[Hh]is|[Hh]er|[Tt]heir)(?:[’']s?)?"
# "Ada Noll's only excuse is that 40 …": what somebody holds.
HOLDS_THAT = re.compile(
    rf"(?<![\w’'-]){OWNER}\s(?:[\w-]+\s){{0,2}}?(?P<cue>(?:claim|excuse|story|version|line|argument|defen[cs]e|theory|"
    r"explanation|answer|reply|response|position|view|belief|contention|account|message|boast|complaint|estimate|guess)\s"
    r"(?:is|was|remains|has been|had been) (?:simply |still |always )?that)(?![\w-])"
)
# "In her view 40 …", "in the eyes of the board".
IN_VIEW = re.compile(
    rf"(?<![\w’'-])(?:[Ii]n|[Oo]n|[Bb]y)\s{OWNER}\s(?:own\s|considered\s)?(?P<cue>view|opinion|judge?ment|estimation|reckoning|telling|"
    r"account|assessment|version|eyes)(?![\w-])"
)
IN_EYES = re.compile(
    r"(?<![\w’'-])(?P<cue>[Ii]n the (?:view|opinion|eyes|judge?ment|estimation|reckoning|assessment) of)\s"
    rf"(?P<who>{PERSON})(?=[,.;:!?]|\s(?:that|it|there|some|about|only|at|\d)|$)"
)
# "…, a jury has heard": what is told to a court is vouched for by whoever told it there.
FORUM = re.compile(
    r"(?<![\w-])(?P<who>(?:[Aa]n?|[Tt]he|[Tt]his)\s(?:[\w’'-]+\s){0,3}?(?:jury|court|inquest|inquiry|enquiry|tribunal|hearing|"
    r"trial|panel|committee|commission|judge|magistrates?|jurors|meeting|conference)|[Jj]urors|[Mm]agistrates|[Cc]ouncillors|"
    r"MPs|[Ll]awmakers)\s(?P<cue>(?:(?:has|have|had)\s(?:now\s|also\s|previously\s)?)?(?:heard|been told)|"
    r"(?:was|were)\s(?:also\s|later\s)?told)(?=\s(?:that|how)\s|\s(?:he|she|they|it|there)\s|"
    r"\s[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?(?:,\swho\s|\s(?:had|was|has|were|[a-z]{2,}ed)\s)|\s?[.,;:!?]|\s(?:on|in|at|last|this|today|yesterday)\s|\s?$)"
)
WHO = r"(?P<who>(?:[Tt]he |[Aa]n? |[Ss]ome |[Ii]ts |[Tt]heir )?[\w’'.-]+(?: (?:of (?:the )?)?[\w’'.-]+){0,5}?)"
CLAIM_NOUN = (
    r"(?:claim|report|allegation|assertion|statement|boast|estimate|warning|suggestion|accusation|announcement|admission|"
    r"forecast|prediction|testimony|assurance|complaint|finding|conclusion|revelation|confirmation)s?"
)
# "A claim by the guild that 40 left", "claims, made by the guild, that 40 left".
CLAIM_BY = re.compile(
    rf"(?<![\w-])(?P<cue>(?i:{CLAIM_NOUN})),? (?:(?:first |also |since |repeatedly )?(?:made|put forward|put about|"
    rf"published|repeated|issued|spread|voiced|levelled|aired) )?(?:by|from) {WHO},? that(?![\w-])"
)
# "The council was told by its clerk that 40 left".
TOLD_BY = re.compile(
    rf"(?<![\w-])(?P<cue>told|informed|assured|warned|notified|briefed|advised|promised) by {WHO},? that(?![\w-])"
)
# "The toll was given by the guild as 40".
GIVEN_BY = re.compile(
    rf"(?<![\w-])(?P<cue>given|put|listed|reported|stated|quoted|recorded) by {WHO} (?:as|at)"
    rf"(?= (?:{NEARLY}){{0,3}}[$£€]?{NUMBER})"
)
# "As the guild tells it, 40 left", "to hear the guild tell it".
TELL_IT = re.compile(
    rf"(?<![\w-])(?:[Aa]s|[Tt]o hear|[Tt]he way|[Ii]n the way) {WHO} "
    r"(?P<cue>(?:tells?|told|puts?|sees?|has|have|had) it)(?=,|$|[.;])"
)
# "It is the guild's contention that 40 left".
IT_IS_HELD = re.compile(
    rf"(?<![\w-])[Ii]t (?:is|was|remains|has been|had been) (?:also |still )?{OWNER} (?:[\w-]+ )?(?P<cue>claim|story|"
    r"version|line|argument|theory|view|belief|contention|understanding|opinion|conviction|assertion|boast|estimate|guess|"
    r"case|submission) that(?![\w-])"
)
# "Onlookers described seeing 40 riders".
DESCRIBED = re.compile(
    r"(?<![\w-])(?P<cue>(?:describ|recall|recount|remember|report|mention|relat)(?:es?|s|ed)? (?:seeing|hearing|"
    r"finding|counting|watching|meeting|treating|burying|losing|pulling|carrying|receiving|paying))"
    rf"(?= (?:[\w’'-]+ ){{0,4}}{NUMBER})"
)
TELLS_IT = re.compile(r"(?:tells?|told|puts?|sees?|ha[sd]|have) it(?![\w-])")
TOLD_BY_SIGNS = (" by ", " from ")
SAYS_HOW = re.compile(r"\s(?:that|how|he|she|they|it|there|[A-Z][\w’'-]+(?!day\b))[\s,]")
# What makes a number by happening does not tell it: "the latest death makes it 40".
HAPPENS = re.compile(
    r"(?<![\w-])(?:deaths?|victims?|cases?|goals?|wins?|victory|defeat|loss|strikes?|attacks?|crash|closures?|arrests?|result|"
    r"additions?|games?|match|blow|one|another|first|second|third|fourth|fifth|strike|header|penalty|try|win|bus|buses|train|[a-z]{3,}ing|"
    r"trains|boats?|ships?|planes?|bill|price)$",
    re.I,
)
WHICH_MAKES = re.compile(r"(?:which|that|this|and)\s$", re.I)
VIEWS = ("view", "opinion", "udgment", "udgement", "estimation", "eckoning", "telling", "account", "assessment",
         "version", "eyes")  # fmt: skip
HEARD = ("heard", "told")
ARRIVING = ("rrive", "ettle", "land", "out at", "point")
BELIEVING = ("believe", "think", "accept", "swallow", "imagine", "trust")
SURENESS = ("adamant", "certain", "convinced", "sure", "confident", "positive", "no doubt", "opinion")
STANDING = ("is that", "was that", "remains that", "been that", "simply that", "still that", "always that")


def find_tellings(text: str, start: int, end: int) -> Iterator[Event]:
    """The ways of vouching for a number in text[start:end], as events in no particular order."""
    piece = text[start:end]
    if ("make" in piece or "made" in piece) and any(sign in piece for sign in (" it ", " them ", " that ")):
        yield from _by_subject(MAKES_IT, text, start, end)
    if any(sign in piece for sign in ARRIVING):
        yield from _by_subject(ARRIVED, text, start, end)
    if any(sign in piece for sign in BELIEVING):
        yield from _by_subject(WOULD_HAVE, text, start, end)
    if " that " in piece and any(sign in piece for sign in SURENESS):
        yield from _by_subject(SURE, text, start, end)
    if "accus" in piece:
        yield from _by_subject(ACCUSES, text, start, end)
    if any(sign in piece for sign in STANDING):
        yield from _by_name(HOLDS_THAT, "SV", text, start, end)
    if any(sign in piece for sign in VIEWS):
        yield from _by_name(IN_VIEW, "according", text, start, end)
        yield from _by_name(IN_EYES, "according", text, start, end)
    if any(sign in piece for sign in TOLD_BY_SIGNS):
        yield from _by_name(GIVEN_BY, "by", text, start, end) if " as " in piece or " at " in piece else ()
        if " that " in piece:
            yield from _by_name(CLAIM_BY, "SV", text, start, end)
            yield from _by_name(TOLD_BY, "SV", text, start, end)
    if " it" in piece and TELLS_IT.search(piece):
        yield from _by_name(TELL_IT, "according", text, start, end)
    if " that " in piece and ("t is " in piece or "t was " in piece or "t remains " in piece):
        yield from _by_name(IT_IS_HELD, "SV", text, start, end)
    if "ing " in piece:
        yield from _by_subject(DESCRIBED, text, start, end)
    if any(sign in piece for sign in HEARD):
        for match in FORUM.finditer(text, start, end):
            if SAYS_HOW.match(text, match.end()):
                yield Event(match.span("who"), match.span("cue"), "SV", True)
            elif text.endswith(", ", start, match.start()):
                yield Event(match.span("who"), match.span("cue"), "VS", False)  # holds for what stands before


def _by_name(pattern: re.Pattern, order: str, text: str, start: int, end: int) -> Iterator[Event]:
    return (Event(m.span("who"), m.span("cue"), order, True) for m in pattern.finditer(text, start, end))


def _by_subject(pattern: re.Pattern, text: str, start: int, end: int) -> Iterator[Event]:
    for match in pattern.finditer(text, start, end):
        begin = auxiliary_start(text, start, match.start())
        if WHICH_MAKES.search(text, max(start, begin - 6), begin):
            continue
        who: Span | None = subject_left(text, start, begin) or main_subject(text, start, begin)
        if who and not HAPPENS.search(text, *who):
            yield Event(who, match.span(), "SV", True)
