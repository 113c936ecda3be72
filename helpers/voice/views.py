"""Whose words are quoted, told without a verb of saying: "in the view of", "what Noll called", "Noll's vow"."""

import re
from collections.abc import Iterator

from helpers.voice.acts import Event
from helpers.voice.attitudes import find_attitudes
from helpers.voice.classes import Span, trim
from helpers.voice.phrases import phrase_right
from helpers.voice.subjects import subject_left

WHO = r"(?P<who>(?:[Tt]he [a-z]+|[A-ZÀ-Þ][\w-]*(?: [A-ZÀ-Þ][\w-]*){0,4}))"
VIEWS = (
    r"view|opinion|eyes|judge?ment|estimation|assessment|reckoning|telling|phrase|verdict|mind|book|version|account|"
    r"description|formulation|analysis|reading|experience|parlance|words"
)
# "in the view of Judge Noll", "in Noll's view".
VIEW_OF = re.compile(rf"(?<![\w-])[IiTt][no] the (?:{VIEWS}) of(?=\s)")
VIEW_WHOSE = re.compile(rf"(?<![\w-])[Ii]n {WHO}[’']s? (?P<cue>(?:own )?(?:{VIEWS}))(?![\w-])")
# "For Noll, the vote was “…”".
FOR_WHOM = re.compile(
    rf"(?:^|[.!?\n\x00]\s{{0,2}})(?P<cue>(?:But |And |Yet )?(?:[Ff]or|[Tt]o)) {WHO}, [^.;:,\x00]{{1,80}}(?<![\w-])"
    r"(?:is|was|are|were|remains?|remained|amounts? to|amounted to)(?: [a-z]{2,12}){0,3} \x00"
)
CALLING = (
    r"call(?:s|ed)?|describe[sd]?(?: as)?|term(?:s|ed)?|dub(?:s|bed)?|label(?:s|led|ed)?|brand(?:s|ed)?|"
    r"regard(?:s|ed)? as|characteri[sz]e[sd]?(?: as)?|refer(?:s|red)? to as|s(?:ees?|aw) as|considers?|"
    r"considered|deem(?:s|ed)?"
)
# "what Noll called “…”".
WHAT_CALLED = re.compile(
    rf"(?<![\w-])[Ww]hat (?P<who>(?!we |you )[^.,;:\x00]{{1,80}}?) "
    rf"(?:(?:has|have|had|later|once|now|also|then|would) ){{0,3}}"
    rf"(?P<cue>{CALLING})(?: (?:it|them|him|her))?,? (?=\x00)"
)
# The same of a word or two, which are not blanked: "what it calls a “core” service".
WHAT_SHORT = re.compile(
    rf"(?<![\w-])[Ww]hat (?P<who>it|he|she|they|the [a-z]+|[A-ZÀ-Þ][\w-]*(?: [A-ZÀ-Þ][\w-]*){{0,4}}) "
    rf"(?:(?:has|have|had|later|once|now|also|then|would) ){{0,3}}(?P<cue>{CALLING}) "
    r"(?:(?:an?|the|his|her|its|their) )?(?=[“\"‘'])"
)
# "was accused by Noll of “…”", "was rejected by Noll as “…”".
PASSIVES = (
    r"accused|rejected|dismissed|described|hailed|branded|condemned|denounced|slammed|labell?ed|criticised|criticized|"
    r"characteri[sz]ed|dubbed|lauded|derided|praised|warned|urged|told|asked|ordered|advised|assured|reminded|informed|"
    r"blamed|mocked|ridiculed|blasted|attacked|lambasted|castigated|chided|berated|commended|applauded|ruled|deemed|"
    r"judged|considered|regarded|seen|viewed|portrayed|depicted|defended|welcomed|greeted|called|scolded|rebuked|"
    r"reprimanded|quoted|decried|summed up|put down|brushed off|laughed off|ruled out|justified|explained|challenged"
)
PASSIVE_BY = re.compile(rf"(?<![\w-])(?P<cue>{PASSIVES}) by(?=\s)")
LEADS_ON = re.compile(r"(?:,? (?:as|of|for|with|that|to|in|over|when))[^.,;:\x00]{0,80} ?\x00|:? \x00")
# "Noll's warning that “…”", "a warning from Noll that “…”".
SPEECH_NOUN = (
    r"descriptions?|warnings?|claims?|promises?|insistence|assertions?|accusations?|suggestions?|remarks?|comments?|"
    r"statements?|admission|characteri[sz]ation|view|verdict|argument|boasts?|threats?|vows?|pledges?|"
    r"complaints?|contention|"
    r"belief|conviction|praise|denunciation|response|reply|answer|declaration|allegations?|criticism|plea|"
    r"demand|refusal|"
    r"depiction|portrayal|prediction|assessment|assurances?|announcement|concession|observation|explanation|summary|"
    r"dismissal|rejection|condemnation|confession|conclusion|appeal|order|advice|reminder|invitation|apology|tirade"
)
WHOSE_WORDS = re.compile(
    r"(?<![\w’'-])(?P<who>(?:(?:[Tt]he|[Aa]n?) (?:[a-z-]+ ){0,3}?[a-z-]+|"
    r"(?:[A-ZÀ-Þ][\w-]*)(?: [A-ZÀ-Þ][\w-]*){0,4}))[’']s? "
    rf"(?:[a-z-]+ ){{0,2}}?(?P<cue>{SPEECH_NOUN})"
    r"(?: of [^.,;:\x00]{1,60} as| (?:that|of|to|about|for)(?: [^.,;:\x00]{1,80})?)? (?=\x00)"
)
WORDS_FROM = re.compile(
    rf"(?<![\w-])(?:(?P<cue>{SPEECH_NOUN})|heard|learned|learnt) (?:from|by)"
    r"(?=\s[^.,;:\x00]{1,80}?(?: that| as| of|,|:)[^.;\x00]{0,80} \x00)"
)
# "is said to have told them that “…”".
SAID_TO_HAVE = re.compile(
    r"(?:is|was|are|were|being) (?:widely |also |even )?(?:said|alleged|reported|believed|understood|rumou?red|claimed|"
    r"thought|accused of|supposed) (?:to have|having) (?:also |once |later |repeatedly )?(?P<cue>told|said|"
    r"called|described|"
    r"branded|warned|boasted|shouted|written|asked|threatened|labell?ed|promised|joked|admitted|confessed|complained|"
    r"claimed|yelled|tweeted|replied)(?![\w-])"
)
# "“…” is how Noll puts it", "“…” was the verdict of Noll", "“…” was Noll's verdict".
JUDGED = (
    r"verdict|response|reply|answer|description|message|view|words|conclusion|advice|warning|assessment|summary|phrase|"
    r"comment|reaction|explanation|motto|judge?ment|excuse|retort|refrain|boast|plea|cry|slogan|term|line|"
    r"opinion|pledge|"
    r"promise"
)
IS_HOW = re.compile(
    r"\x00[,:]? (?:- |– |— )?(?P<cue>(?:(?:[Tt]hat|[Tt]his) )?(?:is|was|[’']s) (?:how|what))(?= [^.;:,\x00]{1,60} "
    r"(?:puts?|describes?|described|sums?|summed|calls?|called|sees?|saw|told|tells|said|says|thinks?|thought|"
    r"explains?|explained|"
    r"remembers?|remembered|recalls?|recalled|characteri[sz]es?|"
    r"characteri[sz]ed|views|viewed|has|had|wrote|writes)(?![\w-]))"
)
WAS_THE = re.compile(
    r"\x00,? (?P<cue>(?:(?:Those|These|Such|That|This) )?(?:is|was|were|are|came|runs|ran|went) (?:the|an?) "
    rf"(?:[a-z-]+ ){{0,2}}?(?:{JUDGED}) (?:of|from|by))(?=\s)"
)
WAS_WHOSE = re.compile(
    rf"\x00,? (?P<cue>is|was|were|came|ran|went) {WHO}[’']s? (?:[a-z-]+ ){{0,2}}?(?:{JUDGED})(?![\w-])"
)
SO_SAID = re.compile(r"(?:^|\x00|[.!?]\s{1,2})\s{0,2}(?P<cue>(?:So|Thus) (?:said|says|spoke|wrote|speaks|"
    r"writes))(?=\s)")


def find_views(text: str, start: int, end: int) -> list[Event]:
    """Whose words are quoted, told without a verb of saying, in text[start:end] (long quotations blanked by NUL).

    >>> text = "In the view of Ana Lund, it was " + "\\x00" * 20
    >>> [text[slice(*event.speaker)] for event in find_views(text, 0, len(text))]
    ['Ana Lund']
    """
    told = [
        Event((left, right), cue, order, True)
        for (left, right), cue, order in _found(text, start, end)
        if right > left and text[left:right].strip()
    ]
    return [*told, *find_attitudes(text, start, end)]


def _found(text: str, start: int, end: int) -> Iterator[tuple[Span, Span, str]]:
    for pattern in (VIEW_WHOSE, FOR_WHOM, WHOSE_WORDS):
        for match in pattern.finditer(text, max(0, start - 2), end):
            order = "SV" if pattern is WHOSE_WORDS else "according"
            yield trim(text, *match.span("who")), match.span("cue"), order
    for pattern in (WHAT_CALLED, WHAT_SHORT):
        for match in pattern.finditer(text, start, end):
            yield trim(text, *match.span("who")), match.span("cue"), "SV"
    for match in SAID_TO_HAVE.finditer(text, start, end):
        yield subject_left(text, start, match.start()) or (start, start), match.span("cue"), "SV"
    for match in WAS_WHOSE.finditer(text, max(0, start - 1), end):
        yield match.span("who"), match.span("cue"), "VS"
    yield from _to_the_right(text, start, end)


def _to_the_right(text: str, start: int, end: int) -> Iterator[tuple[Span, Span, str]]:
    """The same where the speaker follows: "in the view of Noll", "accused by Noll of", "so said Noll"."""
    for pattern, order in (
        (VIEW_OF, "according"),
        (PASSIVE_BY, "by"),
        (WORDS_FROM, "by"),
        (IS_HOW, "VS"),
        (WAS_THE, "VS"),
        (SO_SAID, "VS"),
    ):
        for match in pattern.finditer(text, max(0, start - 1), end):
            who = phrase_right(text, match.end(), end, cut_at_verb=True)
            if who and (pattern is not PASSIVE_BY or LEADS_ON.match(text, who[1], end)):
                cue = match.span("cue") if pattern.groups and match["cue"] else match.span()
                yield who, cue, order
