"""Ways of vouching for a number without a verb of reporting: "makes it 40", "spoke of 300", "a jury has heard"."""

import re
from collections.abc import Iterator

from helpers.voice.acts import Event
from helpers.voice.classes import NEARLY, NUMBER
from helpers.voice.formulas import SPEECH, by_sign, formula, match_formulas
from helpers.voice.vouching import VOUCHINGS, may_be_right

WHEN = (
    r"(?:\s(?:again|also|earlier|later|openly|publicly|yesterday|today|then|(?:on\s)?[A-Z][a-z]{2,5}day|"
    r"last (?:week|night|month)|at first|the day before))?"
)
TELLINGS = (
    *VOUCHINGS,
    # "The guild makes it 200", but no score: "Brandt made it 3-1".
    formula("make makes made",
            rf"(?<![\w-])(?P<cue>ma(?:kes?|de) (?:it|them|that))(?!\sto\s)"
            rf"(?=\s{NEARLY}{NUMBER}(?![\d.,]*\s?[-–:]\s?\d|[\d.,]*\stimes))",
            "SV", "left"),
    # "they arrived at between 40 and 60", "settled on a figure of 40", "results point to 40 %".
    formula("arrive arrives arrived settle settles settled land lands landed come comes came point points pointed",
            r"(?<![\w-])(?P<cue>(?:arriv(?:es?|ed) at|settl(?:es?|ed) (?:on|at)|land(?:s|ed)? on|c[oa]mes? out at|"
            r"(?<!\d )(?<!percentage )(?<!one )(?<!two )(?<!three )(?<!four )(?<!five )(?<!six )"
            r"points?(?:ed)? to)(?=\s(?:(?:a|the) (?:[\w-]+ )?(?:figure|number|total|sum|estimate|tally|count|toll) "
            rf"of\s{NEARLY}{NUMBER}|between\s[$£€]?\d[\d.,]*\s(?:and|to)\s|{NEARLY}\d[\d.,]*\s?(?:%|per ?cent)|"
            rf"{NEARLY}\d{{1,3}}(?:,\d{{3}}|\d\b)[\d,]*(?:\s(?:million|billion))?(?:[.,;:!?)]|$))))",
            "SV", "left"),
    # "The board would like you to believe that 900 came".
    formula("believe think accept swallow imagine trust know remember note",
            r"(?<![\w-])(?P<cue>(?:would like|wants?|would have|asks?|expects?|invites?|(?:is|are) (?:asking|"
            r"inviting))\s(?:you|us|people|everyone|everybody|readers|voters|the (?:public|world|country|nation|town|"
            r"city))\s(?:all\s)?(?:to\s)?"
            r"(?:believe|think|accept|swallow|imagine|trust|(?:know|remember|note)(?=\sthat\s)))(?![\w-])",
            "SV", "left"),
    # "spoke of 300", "told us of a dozen", "fears for 40 jobs", "gave a figure of 40", "came up with 40".
    formula("speak speaks spoke spoken speaking talk talks talked boast boasts boasted warn warns warned fear "
            "fears feared "
            "brag brags bragged crow crows crowed tell tells told heard hears know knows knew give gives gave given "
            "cite cites cited mention mentions mentioned admit admits admitted confess confesses confessed own owns "
            "owned come comes came coming",
            r"(?<![\w-])(?P<cue>(?:sp(?:eaks?|oke|oken|eaking)|talk(?:s|ed)|(?<=s )(?<!says )talk|boast(?:s|"
            r"ed)?|warn(?:s|ed)?|"
            r"fear(?:s|ed)?|brag(?:s|ged)?|crow(?:s|ed)?(?= (?:of|about (?!\d)))|tells?|"
            r"(?<!was )(?<!were )(?<!been )told|"
            r"hears?|heard|kn(?:ows?|ew)(?= of))"
            rf"(?:\s(?:us|me|him|her|them|reporters|journalists))?{WHEN}(?:,\s[^,.;:!?\x00]{{2,40}},)?"
            rf"\s(?:of|(?<=crow\s)about|(?<=crowed\s)about|(?<=crows\s)about|(?<=fear\s)for|"
            rf"(?<=fears\s)for|(?<=feared\s)for)(?=[^.,;:!?\x00]{{0,30}}?\s{NUMBER})|(?:g[ai]ves?|given|cite[sd]?|"
            r"mention(?:s|ed)?)\s(?:a|the|its|their)\s(?:\w+\s)?(?:figure|number|total|toll|count|"
            rf"sum)\sof(?=[^.,;:!?\x00]{{0,30}}?\s{NUMBER})|(?:admit(?:s|ted)?|confess(?:es|ed)?|own(?:s|"
            r"ed)?\sup)\sto(?=\s(?:[a-z]+\s){0,2}\d)|c[oa]m(?:es?|"
            r"ing)\sup\swith(?=\s(?:[a-z]+\s){0,3}\d[\d.,]*(?:\sto\s\d[\d.,]*)?\s*(?:[.,;:!?]|$)))",
            "SV", "left"),
    # "Counsel submitted on Friday that 40 left"; on a page the word stands in forms, so it is no verb of the lexicon.
    formula("submit submits submitted",
            r"(?<![\w-])(?<!\bto )(?P<cue>submit(?:s|ted)?)(?=(?:,?\s[^,.;:\x00]{2,80},?)?\sthat\s)", "SV", "left"),
    # "would swear to 40", "stood by 40", "argues for 40".
    formula("swear sworn swore argue argues argued stood stands stand",
            r"(?<![\w-])(?P<cue>(?:swears?|swore|sworn) to|(?:stands?|stood) by|argue[sd]?(?:, [^;:\x00]{2,80},)? for)"
            rf"(?=\s(?:between\s)?{NEARLY}{NUMBER}[\d.,]*(?:\s(?:and|to)\s[\d.,]{{1,12}})?\s*(?:[.,;:]|$))",
            "SV", "left"),
    # "a story is doing the rounds that 40 left", "rumour has it that": nobody by name.
    formula("that", rf"(?<![\w-])(?P<who>(?:(?:[Aa]n?|[Tt]he|[Ss]ome)\s(?:[\w-]+\s)?)?(?i:{SPEECH}|gossip|talk))\s"
            r"(?P<cue>(?:(?:is|are|was|were)\s)?(?:(?:doing|making) the rounds|going (?:a)?round|circulating|ha(?:s|"
            r"ve|d) it|abound(?:s|ed)?))\s"
            r"(?:\w+\s){0,4}?that(?![\w-])", "SV", "in"),
    # "have spread the absurd claim that 40 left", "withdrew its claim that": who spreads a claim makes it.
    formula("that",
            r"(?<![\w-])(?P<cue>(?:withdr(?:ew|awn|aws)|(?:(?<=had to )|(?<=forced to )|(?<=obliged to ))withdraw|"
            r"(?<!\bto )(?<!not )(?<!n[’']t )(?<!never )(?:spread(?:s|ing)?|(?:circulat|peddl|shar)(?:es?|ed|ing)|"
            r"(?:repeat|push|float|invent)(?:e?s|ed|ing)?))\s(?:(?:the|an?|this|these|such|his|her|its|their)\s)"
            r"?(?:[\w-]+\s){0,2}?"
            rf"(?:{SPEECH})\sthat)(?![\w-])", "SV", "left"),
    # "Prosecutors accuse her of taking 40 goats".
    formula("accuse accuses accused accusing",
            r"(?<!is )(?<!was )(?<!are )(?<!were )(?<!been )(?<!being )(?<![\w-])(?P<cue>accus(?:es?|ed|ing)"
            r"\s[^.,;:!?\x00]{2,60}?\sof\s[a-z]+ing)(?=\s[^.;:!?\x00]{0,60}?\d)", "SV", "left"),
    # "Onlookers described seeing 40 riders".
    formula("seeing hearing finding counting watching meeting treating burying losing pulling carrying receiving "
            "paying",
            r"(?<![\w-])(?P<cue>(?:describ|recall|recount|remember|report|mention|relat)(?:es?|s|ed)? (?:see|hear|find|"
            r"count|watch|meet|treat|bury|los|pull|carry|receiv|pay)ing)"
            rf"(?= (?:[\w’'-]+ ){{0,4}}{NUMBER})", "SV", "left"),
)  # fmt: skip
# "…, a jury has heard": what is told to a court is vouched for by whoever told it there.
FORUM = re.compile(
    r"(?<![\w-])(?P<who>(?:[Aa]n?|[Tt]he|[Tt]his)\s(?:[\w’'-]+\s){0,3}?(?:jury|court|inquest|inquiry|enquiry|tribunal|"
    r"hearing|trial|panel|committee|commission|council|judge|magistrates?|jurors|meeting|conference)"
    r"(?:\s(?:into|on|in|at|of)\s[\w’'-]+(?:\s[\w’'-]+){0,3}?)?|(?:[A-Z][\w’'-]{1,20}\s){1,4}(?:Court|Tribunal|Council|"
    r"Inquest|Sessions|Commission|magistrates|jurors)|[Jj]urors|[Mm]agistrates|[Cc]ouncillors|MPs|[Ll]awmakers)\s"
    r"(?P<cue>(?:(?:has|have|had)\s(?:now\s|also\s|previously\s)?)?(?:heard|been told)|(?:was|were)\s"
    r"(?:also\s|later\s)?told)(?![\w-])"
)
FORUM_SIGNS = frozenset(("heard", "told"))
TELLINGS_BY_SIGN = by_sign(TELLINGS)
SAYS_HOW = re.compile(
    r"(?:\s(?:on\s)?[A-Z][a-z]{2,5}day|\syesterday|\stoday)?\s(?:(?:that|how|he|she|they|it|there|"
    r"[A-Z][\w’'-]+(?!day\b))[\s,]|(?:the\s)?[a-z]+\s(?:would|had|was|were|could)\s)"
)
# What makes a number by happening does not tell it: "the latest death makes it 40".
HAPPENS = re.compile(
    r"(?<![\w-])(?:deaths?|victims?|cases?|goals?|wins?|victory|defeat|loss|strikes?|attacks?|crash|closures?|"
    r"arrests?|result|additions?|games?|match|blow|one|another|first|second|third|fourth|fifth|header|penalty|try|bus|"
    r"buses|trains?|boats?|ships?|planes?|bill|price|[a-z]{3,}ing|"
    r"(?:by|up|down)\s[\w.,]{1,12}(?:\s(?:basis|percentage))?)$",
    re.I,
)


def find_tellings(text: str, start: int, end: int, words: frozenset[str]) -> Iterator[Event]:
    """The ways of vouching for a number in text[start:end], of which these are the words, in no particular order."""
    for event in match_formulas(TELLINGS, TELLINGS_BY_SIGN, text, start, end, words):
        if HAPPENS.search(text, *event.speaker):
            continue
        if not text.endswith(("right", "correct", "accurate"), *event.cue) or may_be_right(text[slice(*event.speaker)]):
            yield event
    if not FORUM_SIGNS.isdisjoint(words):
        for match in FORUM.finditer(text, start, end):
            if SAYS_HOW.match(text, match.end()):
                yield Event(match.span("who"), match.span("cue"), "SV", True)
            elif text.endswith(", ", start, match.start()):
                yield Event(match.span("who"), match.span("cue"), "VS", False)  # holds for what stands before
