"""Fixed ways of naming who speaks: "according to", "quoted X as saying", "put the number at"."""

import re
from collections.abc import Iterator

from helpers.voice.acts import Event, auxiliary_start
from helpers.voice.classes import Span, trim
from helpers.voice.openings import main_subject
from helpers.voice.phrases import phrase_right
from helpers.voice.subjects import subject_left
from helpers.voice.tellings import find_tellings
from helpers.voice.views import find_views

ACCORDING = re.compile(
    r"(?<![\w-])[Aa]ccording to(?![\w-])|(?<![\w-])[Ii]n the words of(?![\w-])|"
    r"(?<![\w-])[Aa]s per(?![\w-])|(?<![\w-])[Ii]f (?:you|one|we are to) (?:believe|trust)s?(?![\w-])"
)
NO_SOURCE = re.compile(
    r"\s*(?:the\s+)?(?:\w+\s)?(?:plans?|schedule|laws?|rules?|size|taste|custom|tradition|"
    r"protocol|need|that|it|in|this|him|her|them|us|me|what|whether|how|which)\b"
)
AS_SAYING = re.compile(
    r"(?<![\w-])(?P<verb>quot(?:ed|es|ing|e)|cit(?:ed|es|ing|"
    r"e))\s++(?P<who>[^\s.;:\x00][^.;:\x00]{1,159}?)\s++as\s++(?P<cue>saying|telling|writing|stating|claiming|"
    r"reporting|warning)(?![\w-])"
)
QUOTED_AS = re.compile(
    r"(?:was|were|is|are|been)\s+(?:also\s+|later\s+|widely\s+)?(?:quoted|"
    r"cited)\s+(?:[^.;:\x00]{0,60}?\s)?as\s+(?P<cue>saying|telling|writing|stating|claiming)(?![\w-])"
)
SAID_FIRST = re.compile(
    r"(?:^|[.!?\x00]\s+)(Said|Says|Added|Adds|Wrote|Writes|Asked|Explained|Explains|Recalled|"
    r"Recalls)(?=\s)"
)
PUT_AT = re.compile(
    r"(?<![\w-])(?P<cue>puts?|putting|pegs?|pegged)\s+(?:the|its|their|his|her|that|this|overall|"
    r"total)\s+(?:[\w’'-]+\s+){1,6}?(?:at|as (?:high|low) as|above|below|between)(?![\w-])"
)
# "spoke of 300", "told us of a dozen", "fears for 40 jobs": a number without a clause is vouched for as well.
OF_NUMBER = re.compile(
    r"(?<![\w-])(?P<cue>(?:(?:speaks?|spoke|spoken|speaking|talks|talked|boasts?|boasted|warns?|warned|fears?|feared|"
    r"tells?|told|heard)(?:\s+(?:us|me|him|her|them|reporters|journalists))?"
    r"(?:\s+(?:again|also|earlier|later|openly|publicly|yesterday|today|then|(?:on\s)?[A-Z][a-z]{2,5}day|"
    r"last (?:week|night|month)|at first|the day before))?\s+(?:of|(?<=fear )for|(?<=fears )for|(?<=feared )for)|"
    r"(?:gives?|gave|given|cites?|cited|mentions?|mentioned)\s+(?:a|the|its|their)\s+(?:\w+\s+)?(?:figure|number|total|"
    r"toll|count|sum)\s+of)(?=[^.,;:!?\x00]{0,30}?\s(?:\d|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    r"dozens?|scores|hundreds?|thousands?|millions?)(?![\w-])))|"
    r"(?:admits?|admitted|confess(?:es|ed)?|owns?\s+up|owned\s+up)\s+to(?=\s(?:[a-z]+\s){0,2}\d)|"
    r"(?:comes?|came|coming)\s+up\s+with(?=\s+(?:[a-z]+\s+){0,3}\d[\d.,]*(?:\s+to\s+\d[\d.,]*)?\s*(?:[.,;:!?]|$)))"
)
OPENERS = (
    "spe", "spo", "talk", "boast", "warn", "fear", "tell", "told", "heard", "com", "came", "gave", "giv", "cit",
    "menti", "admit", "confess", "own",
)  # fmt: skip
# "has promised to create 50 jobs and to …": who binds himself to a number vouches for it.
PROMISED = re.compile(
    r"(?<![\w-])(?P<cue>(?:(?:promis|pledg)(?:es?|ed)|vow(?:s|ed)?)\sto)(?=\s(?:[a-z]+ly\s)?[a-z]{2,}\s[^.;:!?\x00]{0,60}?"
    r"(?:\d|(?<![\w-])(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|scores|hundreds?|thousands?|"
    r"millions?|half|(?:third|quarter|fifth|tenth)(?=s?[ .,]))(?![\w-])))"
)
PROMISES = ("promis", "pledg", "vow")
UNBOUND = re.compile(
    r"(?<![\w-])(?:not|never|[a-z]+n[’']t|would|could|might|may|should|must|to|is|are|was|were|been)(?![\w-])"
)
# "There is a story doing the rounds that 40 …", "rumour has it that …": nobody by name.
RUMOUR = re.compile(
    r"(?<![\w-])(?P<who>(?:(?:[Aa]n?|[Tt]he|[Ss]ome)\s(?:[\w-]+\s)?)?(?:[Ss]tory|[Ss]tories|[Rr]umou?rs?|[Tt]ales?|[Gg]ossip|"
    r"[Rr]eports?|[Cc]laims?|[Tt]alk|[Ll]egend))\s(?P<cue>(?:is |are |was |were )?(?:doing the rounds|"
    r"making the rounds|going (?:a)?round|circulating|has it|have it|had it|abounds?|abounded))\s"
    r"(?:\w+ ){0,4}?that(?![\w-])"
)
# "was praised as “a marvel” by the Post": whose words a passive quotes stands behind them.
PRAISED = re.compile(
    r"(?<![\w-])(?:was|were|is|are|been|being)\s(?:[a-z]{2,14}ly\s|once\s|also\s)?(?P<cue>called|described|praised|hailed|"
    r"branded|dismissed|condemned|denounced|slammed|labell?ed|criticised|criticized|characteri[sz]ed|dubbed|lauded|derided)"
    r"(?:\sas)?\s(?:\x00{1,400}|[“\"‘'][^”\"’'\x00.;]{1,60}[”\"’'])\sby(?=\s)"
)
BELIEVED = re.compile(
    r"(?<![\w-])[Ii]f (?P<who>(?:the |an? )?[\w’'-]+(?: [\w’'-]+){0,4}?) (?P<cue>(?:is|are) to be believed)(?![\w-])"
)
# "have spread the absurd claim that 40 …": who spreads a claim makes it.
SPREAD = re.compile(
    r"(?<![\w-])(?P<cue>withdrew|withdrawn|withdraws|(?:(?<=had to )|(?<=forced to )|(?<=obliged to ))withdraw|"
    r"(?<!\bto )(?<!not )(?<!n[’']t )(?<!never )(?:spread(?:s|ing)?|circulat(?:es?|ed|ing)|peddl(?:es?|ed|ing)|"
    r"repeat(?:s|ed|ing)?|push(?:es|ed|ing)?|"
    r"float(?:s|ed|ing)?|invent(?:s|ed|ing)?|shar(?:es?|ed|ing)))\s(?:the|an?|this|these|such|his|her|its|their)?\s?"
    r"(?:[\w-]+\s){0,2}?"
    r"(?:claim|statement|stor(?:y|ie)|rumou?r|report|tale|lie|allegation|falsehood|theory)s?\sthat(?![\w-])"
)
# "the website, which contains the following statement:", "a stone that bears the words “…”".
BEARS = re.compile(
    r"(?<![\w-])(?P<cue>contain(?:s|ed)?|carr(?:y|ies|ied)|bears?|bore|includ(?:es?|ed)|display(?:s|ed)?|features?|featured)"
    r"\s(?:the|an?|this)\s(?:following\s|short\s|brief\s)?(?:statement|message|words|notice|warning|inscription|sentence|"
    r"line|disclaimer|note|caption|text|passage)(?=\s*(?::|\x00|[“\"]))"
)
JOINTS = (" of ", " for ", " to ", " up with ")
JOINED = re.compile(r"(?<![\w-])(?:and|but|then|also)\s+$")


def _subject(text: str, start: int, at: int) -> Span | None:
    """The subject of a cue; after "and" that of the sentence."""
    begin = auxiliary_start(text, start, at)
    who = None if JOINED.search(text, max(start, begin - 8), begin) else subject_left(text, start, begin)
    return who or main_subject(text, start, begin)


# Without one of these a sentence holds no formula of that family; a plain search is quicker than a pattern.
ACCORDING_SIGNS = ("ccording to", "n the words of", "s per", "f you ", "f one ", "f we are")
QUOTED_SIGNS = ("quot", "cit")
SAID_SIGN = re.compile(r"[SAWER](?:aid|ays|dded|dds|rote|rites|sked|xplain|ecall)")
PUT_SIGNS = ("put", "peg")
QUOTING = ("\x00", "“", '"', "‘", "'")
BORNE = ("contain", "carr", "bear", "bore", "includ", "display", "featur")
TOLD_SIGNS = (
    "stor", "statem", "umo", "claim", "report", "tale", "lie", "alleg", "false", "ossip", "talk", "egend", "theor",
)  # fmt: skip


def find_formulas(text: str, start: int, end: int, numbers: bool = False) -> list[Event]:
    """Find the fixed ways of naming a speaker in text[start:end], as events in no particular order.

    numbers: those that only tell a number as well ("spoke of 300").
    """
    piece, events = text[start:end], []
    if any(sign in piece for sign in ACCORDING_SIGNS):
        events += _according(text, start, end)
    if any(sign in piece for sign in QUOTED_SIGNS):
        events += _as_saying(text, start, end)
    if SAID_SIGN.search(piece):
        events += _said_first(text, start, end)
    if any(sign in piece for sign in PUT_SIGNS):
        events += _puts(PUT_AT, text, start, end)
    if "to be believed" in piece:
        events += [Event(m.span("who"), m.span("cue"), "according", True) for m in BELIEVED.finditer(text, start, end)]
    quotes = any(mark in piece for mark in QUOTING)
    if quotes and " by " in piece:
        events += _praised(text, start, end)
    if not numbers and ("\x00" in text[max(0, start - 1) : end] or (quotes and "hat " in piece)):
        events += find_views(text, start, end)
    if (quotes or ":" in piece) and any(sign in piece for sign in BORNE):
        events += [_verb_only(text, event) for event in _puts(BEARS, text, start, end)]
    if numbers and " that " in piece and any(sign in piece for sign in TOLD_SIGNS):
        told = RUMOUR.finditer(text, start, end)
        events += [Event(found.span("who"), found.span("cue"), "SV", True) for found in told]
        events += _puts(SPREAD, text, start, end)
    if numbers and any(sign in piece for sign in JOINTS) and any(sign in piece for sign in OPENERS):
        events += _puts(OF_NUMBER, text, start, end)
    if numbers and " to " in piece and any(sign in piece for sign in PROMISES):
        events += [event for event in _puts(PROMISED, text, start, end) if not _unbound(text, start, event.cue[0])]
    if numbers:
        events += find_tellings(text, start, end)
    return events


def _praised(text: str, start: int, end: int) -> Iterator[Event]:
    for match in PRAISED.finditer(text, start, end):
        who = phrase_right(text, match.end(), end, cut_at_verb=True)
        if who:
            yield Event(who, match.span("cue"), "by", True)


def _verb_only(text: str, event: Event) -> Event:
    return event._replace(cue=(event.cue[0], event.cue[0] + len(text[slice(*event.cue)].split()[0])))


def _unbound(text: str, start: int, at: int) -> bool:
    """Whether auxiliaries before a promise say that it was not given, or by whom it was not: "has not pledged to"."""
    return UNBOUND.search(text, auxiliary_start(text, start, at), at) is not None


def _according(text: str, start: int, end: int) -> Iterator[Event]:
    for match in ACCORDING.finditer(text, start, end):
        if not NO_SOURCE.match(text, match.end(), end):
            who = phrase_right(text, match.end(), end, cut_at_verb=True)
            if who:
                yield Event(who, match.span(), "according", True)


def _as_saying(text: str, start: int, end: int) -> Iterator[Event]:
    for match in AS_SAYING.finditer(text, start, end):
        yield Event(trim(text, *match.span("who")), match.span(), "as saying", True)
    for match in QUOTED_AS.finditer(text, start, end):
        who = subject_left(text, start, match.start())
        if who:
            yield Event(who, match.span(), "as saying", True)


def _said_first(text: str, start: int, end: int) -> Iterator[Event]:
    for match in SAID_FIRST.finditer(text, start, end):
        who = phrase_right(text, match.end(), end)
        if who and text[who[1] : who[1] + 2].lstrip()[:1] in (":", ",", "\x00"):
            yield Event(who, match.span(1), "VS", False)


def _puts(pattern: re.Pattern, text: str, start: int, end: int) -> Iterator[Event]:
    for match in pattern.finditer(text, start, end):
        who = _subject(text, start, match.start())
        if who:
            yield Event(who, match.span(), "SV", True)
