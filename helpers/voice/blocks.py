"""Whose words follow: by the line that announces a block, a label before a colon, the signature of a paper."""

import re

import pandas as pd

from helpers.sentences import split_sentences
from helpers.voice.acts import Event
from helpers.voice.attribution import find_events
from helpers.voice.classes import HAS_VERB, MONTH, NAMELESS, NO_SPEAKER, Span, trim
from helpers.voice.nouns import NOUNS
from helpers.voice.phrases import main_subject, phrase_right

NAME = (
    r"(?:the\s+|The\s+)?(?:[A-Z@][\w&.’'-]*+|al-[A-Z]\w*+)(?:\s+(?:(?:of|the|and|for|de|van|von|al|"
    r"bin)\s+){0,2}(?:[A-Z&][\w&.’'-]*+|al-\w++|\d{2,4}\b)){0,6}"
)
# "Orr News carried a longer version:" and other ways of announcing that need no reporting verb.
BRINGS = re.compile(
    rf"(?P<who>{NAME})(?:\s*\([^()\n]{{0,40}}\))?(?:\s*,[^,\n]{{0,60}},)?\s+(?:(?:also|then|later|even|just|"
    r"recently)\s+)?(?:came out with|(?:has|have|had) (?:this|the following|a)|put it|carried|ran|carries|runs|s(?:aw|"
    r"ees) (?:things|it)|editoriali[sz]ed|opined|posted|published|reports|reported|wrote|writes|says|said|told|"
    r"repeated)"
)
FROM = re.compile(
    rf"(?:^|[\s(])(?:[Ff]rom|[Hh]ere is|[Hh]ere's|[Rr]ead|[Ss]ource:|[Vv]ia|[Bb]y|[Aa]ccording to|"
    rf"[Ww]riting (?:in|for)|[Ii]n)\s+(?P<who>{NAME})"
)
LATEST = re.compile(
    rf"(?:this|following|latest)\s+(?P<who>{NAME}?)(?:[’']s)?(?:\s+[a-z]+){{0,2}}\s+(?:update|"
    rf"report|statement|story|article|piece|post|tweet|dispatch|item)\b"
)
TAKEN = re.compile(
    rf"(?:taken|copied|quoted|excerpted|reposted|culled|reprinted|"
    rf"republished)\s+(?:here\s+)?(?:from|on)\s+(?P<who>{NAME})"
)
WRITING = re.compile(
    rf"^\W*(?:Writing|Speaking|Reporting|Blogging)\s+(?:for|in|on|to|at)\s+(?P<outlet>{NAME})(?P<rest>[^\n]*)"
)
ANNOUNCES = re.compile(r"[:;–—-]\s*$")
FAR = 130  # characters from the verb to the end of the line that announces a block
FILLER = re.compile(
    r"The (?:rest|following|result|point|question|answer|same|latest|other|first|second|last|truth|problem)\b|"
    r"[A-Z][a-z]+ly\b|Another|Some|What|How|Why|My|Our|All|For|To|If|As|So|One|No|Not|Now|Then|Here|There"
)
DATES = re.compile(
    rf"\b(?:\d{{1,2}} )?(?:{MONTH}|[A-Z][a-z]+day)\b(?: \d{{1,2}}(?:st|nd|rd|th)?\b)?(?:,? \d{{4}})?|\b\d{{4}}\b"
)
# What is shown, not who shows it: "A few examples, as they stood:", "That claim did not stand for long:".
NO_VOICE = re.compile(
    r"(?:claim|example|excerpt|extract|footnote|headline|list|map|passage|photo|picture|quotation|quote|sample|"
    r"screenshot|script|selection|video)s?$", re.I
)
HEAD_LABEL = re.compile(r"[A-Z][\w-]*+(?: [A-Z][\w-]*+){0,2}: ")  # "Post Script: a reader sends me this:"
SIGNED = re.compile(
    r",? (?:(?:jointly|also|later|and) )?(?:issued|released|signed|written|published|put out|sent|"
    r"posted|penned|drafted|authored|circulated|distributed|read out|shared) (?:[a-z]+ (?:[a-z]+ )?)?by(?=\s)"
)
# "Fire chief Ada Noll:", "More from Ada Noll, the mayor:", "Here is what Ada Noll had to say:".
LABEL = re.compile(
    r"(?:\d{1,2}[:.]\d{2}(?: ?[ap]m)?,? )?(?:(?:(?:And|Also) )?(?:[Mm]ore|[Tt]his|[Hh]ere (?:is|are)|[Hh]ere[’']s|"
    r"[Nn]ow|[Ss]ome words|[Aa] (?:line|word|reply|response|message|note|tweet|post|statement))"
    r"(?: (?:is|comes|came|just in|in|here|now|more|again|today|what|how)){0,3}(?: (?:from|by|via))? )?"
    r"(?:(?:the|our) )?(?P<who>(?:[A-Z]?[\w-]{1,30}(?:[’']s?)? ){0,5}?"
    r"[A-ZÀ-Þ][\w’'-]{1,30}(?: [A-ZÀ-Þ][\w’'-]{1,30}){1,3})"
    r"(?:,[^:;.\x00]{2,80}| had (?:to say|this to say|this)| has (?:to say|this to say|this)| (?:told|tells) [a-z]+"
    r"(?: [a-z]+){0,2}|(?: on| at| in| via)(?: [\w’'-]+){1,6})?(?: (?:earlier|today|now|just now|in full))?:\s*$"
)
PRONOUN_FIRST = re.compile(r"(?:He|She|They|It)\b")


def block_speakers(text: str, lines: pd.DataFrame) -> dict[int, str]:
    """Find whose words each copied block is: the outlet or person announced right before it.

    text: a document; lines: its rows of label_lines (line, start, end, label, …). Returns line number → speaker for
    every line labelled quoted_block or quoted_headline ("" where nothing announces the block); one run of such lines
    has one speaker.

    >>> text = "Orr News reported on Monday:\\nThe mill burned."
    >>> lines = pd.DataFrame({"line": [1, 2], "start": [0, 29], "end": [28, 45], "label": ["body", "quoted_block"]})
    >>> block_speakers(text, lines)
    {2: 'Orr News'}
    """
    speakers: dict[int, str] = {}
    speaker, inside, previous = "", False, ""
    for line, start, end, label in zip(lines.line, lines.start, lines.end, lines.label, strict=True):
        content = text[start:end]
        if label in ("quoted_block", "quoted_headline"):
            if not inside:
                speaker = _known(announced_speaker(previous), previous, list(speakers.values()))
            speakers[int(line)] = speaker
            inside = True
        elif label in ("body", "dek", "title"):
            inside, previous = False, content
    return speakers


def _known(announced: str, line: str, earlier: list[str]) -> str:
    """A surname of an earlier block's speaker in the announcing line stands for him, unless another is announced."""
    if announced or not earlier:
        return announced
    tail = line[-400:]
    return next(
        (name for name in reversed(earlier) if name and re.search(rf"\b{re.escape(name.split()[-1])}\b", tail)), ""
    )


def announced_speaker(content: str) -> str:
    """The outlet or person whose words a line says will follow ("" if it does not say).

    >>> announced_speaker("It rained. Ana Lund wrote in the Orr Post, 3 May:")
    'Ana Lund'
    """
    piece = _last_sentence(content)
    writing = WRITING.match(piece)
    if writing:
        return _writer(writing)
    latest = TAKEN.search(piece) or LATEST.search(piece)
    if latest:
        return latest["who"]
    if not ANNOUNCES.search(piece) and not piece.rstrip().endswith(("with", "this", "wrote", "said", "reported", "?")):
        return _named_source(piece)
    events = [event for event in find_events(piece, 0, len(piece)) if event.order != "participle"]
    for event in reversed(events):
        if len(piece) - event.cue[1] > FAR:
            break
        name = piece[slice(*event.speaker)]
        if name and not _mute(name) and name.lower() not in ("he", "she", "they", "it"):
            return name
    return _earlier(content, piece) or _plain(piece)


def _last_sentence(content: str) -> str:
    """The last sentence of a line, bounded."""
    tail = content[-600:]
    pairs = split_sentences(tail)
    piece = tail[pairs[-1][0] :] if pairs else ""
    label = HEAD_LABEL.match(piece) if piece.rstrip().endswith(":") else None
    return piece[label.end() :] if label else piece


def _writer(match: re.Match) -> str:
    """ "Writing for the Post, 3 May, Ana Lund saw …:" → Ana Lund."""
    rest = match["rest"]
    names = [found.group() for found in re.finditer(NAME, DATES.sub(" , ", rest))]
    return names[0] if names else match["outlet"]


def _mute(name: str) -> bool:
    """Whether a noun phrase cannot speak: a pronoun for things, or a text or picture that is shown."""
    return bool(NO_SPEAKER.match(name) or NO_VOICE.search(name))


def _plain(piece: str) -> str:
    brings = BRINGS.search(piece)
    if brings:
        words = brings["who"].split()
        while words and NAMELESS.match(words[0]):
            words.pop(0)
        if words:
            return " ".join(words)
    subject = main_subject(piece, 0, len(piece))
    name = piece[slice(*trim(piece, *subject))] if subject else ""
    if (
        name
        and not _mute(name)
        and not NAMELESS.match(name)
        and name[0].isupper()
        and len(name.split()) < 7
        and not FILLER.match(name)
    ):
        return name
    return _named_source(piece)


def _named_source(piece: str) -> str:
    found = [
        m
        for m in FROM.finditer(piece)
        if not NAMELESS.match(m["who"].split()[0]) and not NAMELESS.match(m["who"].split()[-1])
    ]
    return found[-1]["who"] if found and len(piece) < 200 else ""


def _earlier(content: str, piece: str) -> str:
    """A pronoun announces the block ("He told Radio Orr:"): the subject of the sentence before."""
    pairs = split_sentences(content[-1_000:])
    if len(pairs) < 2 or not PRONOUN_FIRST.match(piece):
        return ""
    before = content[-1_000:][slice(*pairs[-2])]
    subject = main_subject(before, 0, len(before))
    name = before[slice(*subject)] if subject else ""
    return "" if NO_SPEAKER.match(name) else name


def signed_by(text: str, event: Event) -> Span | None:
    """Who issued, signed or wrote the paper that is said to speak ("a statement issued by Orr Foods said"), if told."""
    if event.order != "SV" or text[slice(*event.speaker)].rsplit(" ", 1)[-1].lower() not in NOUNS["paper"]:
        return None
    signed = SIGNED.match(text, event.speaker[1], max(event.speaker[1], event.cue[0]))
    return phrase_right(text, signed.end(), event.cue[0], cut_at_verb=True) if signed else None


def labelled_name(text: str, start: int, end: int) -> str:
    """The person whom a label without a verb names before a colon ("" if none).

    >>> labelled_name("Fire chief Ana Lund: ", 0, 21), labelled_name("Ana Lund was blunt: ", 0, 20)
    ('Fire chief Ana Lund', '')
    """
    if not text[start:end].rstrip().endswith(":"):
        return ""
    label = LABEL.match(text[max(start, end - 300) : end].strip(" \x00\n") + " ")
    if not label or HAS_VERB.search(label["who"]):
        return ""
    return label["who"]
