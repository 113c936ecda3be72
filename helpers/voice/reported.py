"""find_speakers: who vouches for a sentence told without quotation marks, and for how much of it."""

import re
from itertools import pairwise
from typing import NamedTuple

from helpers.voice.attribution import TAIL, Event, find_events
from helpers.voice.classes import AUXILIARY, HAS_VERB, MONTH, NEARLY, NUMBER, PERSONAL, VERB, trim
from helpers.voice.clauses import beside_source, broken_off, clause_told, hangs, interrupts, told_from
from helpers.voice.credible import SHOWING, is_credible, may_find
from helpers.voice.cues import CLAUSES, CUES, TRAITS
from helpers.voice.names import short_name
from helpers.voice.quotes import referent


class Attribution(NamedTuple):
    """speaker: as the text names it, a pronoun with the name it stands for in brackets; cue: as in the text;
    relay: the medium it was told to ("" if none); start, end: the stretch the speaker vouches for."""

    speaker: str
    cue: str
    relay: str
    start: int
    end: int


RELATIVE_END = re.compile(r",?\s(?:who|which|whom)$")  # "A clerk, who asked for silence, said cooks had warned of it"
# "Noll, who said she was tired, (was …)": the comma that closes the relative clause.
WHO_BETWEEN = re.compile(r",?\s(?:who|which)\s")
RELATIVE_CLOSED = re.compile(
    rf"[^,;:.\x00]{{4,160}}(?P<comma>,)\s(?:(?:also|now|later|then|never|still)\s)?(?:{AUXILIARY}|said|says|told|became|"
    rf"came|went|took|gave|left|won|lost|joined|died|(?:{VERB}|[a-z]{{2,14}}ed)(?!\s(?:of|by|with|from|in|on|at|to|"
    rf"for|as)\s)|"
    r"[a-z]{3,14}s(?=\s(?:the|an?|its|his|her|their|\d)))(?![\w-])"
)
# "(he told) the crowd, and …": the listener, and the clause goes on.
LISTENER = re.compile(
    r"\s(?!that\s)[\w’'-]+(?:\s(?!that\s)[\w’'-]+){0,4}(?:\s(?:on|in|at|after)\s[\w’'-]+(?:\s[\w’'-]+){0,2})?"
    r",\s(?!(?:who|which|whose|that)\s)(?![^.;:\x00]{0,80}\sthat\s)"
)
ENDING = ("let slip", "expect", "project", "guess")  # these trail with a plain subject as well: "…, brokers expect"
# "The toll, (said Ada Noll), was 40", "By then, (warned the guild), 40 had sunk", "Not so, (says the guild): 40".
GOES_ON = re.compile(
    rf",\s(?:(?:{VERB})\s|(?!(?:who|which|whose|whom|where|when|while|an?|the|and|but|in|on|at|by|\w+ing|[A-Z][\w’'-]+)\s)"
    r"[\w’'-]+\s[\w’'-]+\s)|:\s"
)
# "…, officials estimated (in a paper released last week)": where and when it was said, no number in it.
CLOSING = re.compile(
    r"\s(?:in|on|at|during|after|before|via|through|last|late|early|following|ahead of|as)\s"
    r"(?:(?!that\s|whether\s)[^\s\d,;:\x00]{1,30}\s){0,20}[^\s\d,;:\x00]{1,30}$"
)
NUMBER_ON = re.compile(rf",\s{NEARLY}{NUMBER}")
ABOUT_HIM = re.compile(r",\s(?:who|which|whose)\s[^,;:\x00]{4,160}(?=,\s)")  # "The cows, says Noll(, who has 40), know"
JUST_OPENED = re.compile(r"\s(?:and|so(?! far)|yet)(?: [a-z]+)?,\s$")  # "… and then, (he told me), they stopped"
CLAUSE_JOINTS = (", and ", ", but ", " while ", " whereas ", ", though ")
# "That was wrong, (Noll said on Sunday); the loss is …": what follows the semicolon is told as well.
AND_ON = re.compile(r"[^,;:.\d\x00]{0,80};\s")
# "The water rose, (said Ada Noll, a vet), leaving 40 homes dark": what came of it, or a part of it, is told as well.
OUTCOME = re.compile(
    r"(?:,\s(?:an?|the|who|which|head|chief|\d\d)(?![\w-])[^,;:\x00]{2,80})?,\s(?:leaving|including|killing|"
    r"injuring|wounding|affecting|making|bringing|causing|costing|forcing|destroying|damaging|displacing|prompting|raising|pushing|taking|"
    r"cutting|creating|compared|most of|some of|half of|up from|down from|against|"
    rf"(?:and\s|but\s)?{NEARLY}(?:\d|{NUMBER}\s))"
)
NEAR_JOINT = 80  # characters of a clause before "by the guild's count" in it
JOINTS = (";", " but ", " while ", " whereas ")
JOINT = re.compile(r"(?:,\s{0,3}(?:but|and|while|whereas|though|although)|;)\s{0,3}(?!that\s)\w{0,20}\s{0,3}$")
NEXT = 6  # acts of speaking of a sentence looked at on either side of one
TOLD = re.compile(
    r"(?<![\w-])(?:told|tells?|telling|spoke to|speaking to|an interview with|interview to|quoted by|cited by|said on|"
    r"wrote (?:in|for|on)|writing (?:in|for|on))(?![\w-])"
)
MEDIUM = re.compile(r"\s+((?:the\s+)?[A-Z][\w&.’'-]*(?:\s+(?:of\s+|the\s+)?[A-Z][\w&.’'-]*){0,5})")
DAY = re.compile(rf"(?:day|{MONTH})$")


def find_speakers(text: str, start: int, end: int) -> list[Attribution]:
    """Find who a sentence is attributed to, quotation marks apart ("X said that …", "according to X", "…, X said").

    text, start, end: the sentence is text[start:end]; offsets are counted in the text.
    Returns one Attribution per speaker found, in order; an empty list for the author's own words.
    Source: rule families of reported speech as measured on PolNeAR (Newell et al. 2018).

    >>> text = "The ministry said that 40 people died, but Ana Lund told Radio Orr the toll was 60."
    >>> [(a.speaker, a.cue, a.relay, text[a.start : a.end].strip()) for a in find_speakers(text, 0, len(text))][1]
    ('Ana Lund', 'told', 'Radio Orr', 'Radio Orr the toll was 60.')
    >>> find_speakers("Forty people died.", 0, 18)
    []
    """
    events = [event for event in find_events(text, start, end, numbers=True) if is_credible(text, event)]
    scopes = [_scope(text, start, end, event) for event in events]
    found = []
    scopes = _parted(text, start, events, scopes)
    for number, (event, scope) in enumerate(zip(events, scopes, strict=True)):
        if scope is None or scope[0] >= scope[1]:
            continue
        speaker = _speaker(text, events, number)
        if speaker:
            left, right = _until_next(text, scope, event, events[number + 1 : number + NEXT])
            found.append(
                Attribution(
                    speaker,
                    text[slice(*event.cue)],
                    _relay(text, event, events[number + 1 : number + NEXT], end),
                    left,
                    right,
                )
            )
    return found


def _speaker(text: str, events: list[Event], number: int) -> str:
    """The named speaker; a participle takes the speaker before it, else the subject of its sentence.

    A pronoun is told with the name it stands for: "she [Ana Lund]".
    """
    event = events[number]
    earlier = [other for other in events[max(0, number - NEXT) : number] if other.order != "participle"]
    if event.order == "participle" and earlier:
        event = earlier[-1]
    speaker = RELATIVE_END.sub("", short_name(text[slice(*event.speaker)]))
    name = referent(text, speaker.lower(), event.speaker[0]) if PERSONAL.match(speaker) else ""
    return f"{speaker} [{name}]" if name else speaker


def _scope(text: str, start: int, end: int, event: Event) -> tuple[int, int] | None:
    """The part of the sentence that the speaker vouches for; None if the verb reports no words."""
    left, right = min(event.speaker[0], event.cue[0]), max(event.speaker[1], event.cue[1])
    if event.order in ("according", "by"):  # "…, according to the police; organisers spoke of 4,000"
        after = text.find(";", right, end)
        low, high = max(start, text.rfind(";", start, left) + 1), end if after < 0 else after
        low = _own_clause(text, low, left, right, event.order)
        return beside_source(text, low, high, left, right) if left == event.cue[0] else (low, high)
    if event.order == "as saying":
        return right, end
    opens = len(text[start:left].split()) < 3 and NUMBER_ON.match(text, right, end)  # "There were, recalled Osk, 40"
    about = ABOUT_HIM.match(text, right, end) if event.order == "VS" else None
    right = about.end() if about else right
    if event.order == "VS":
        goes_on = opens or (GOES_ON.match(text, right, end) and not HAS_VERB.search(text, start, left))
        if goes_on or OUTCOME.match(text, right, end):
            return _clause_around(text, start, end, left, right)
        return start, end if AND_ON.match(text, right, end) else left
    mid = text[event.cue[1] : end].lstrip().startswith(",") and len(text[event.cue[1] : end].split()) > 1
    lemma = CUES.get(text[slice(*event.cue)], "")
    mid = mid or interrupts(text, start, event.speaker[0], event.cue[1], end, lemma in TRAITS["addressed"])
    heard = event.order == "SV" and lemma in TRAITS["addressed"] and LISTENER.match(text, event.cue[1], end)
    if heard and _trails(text, start, left, 1):  # "four dogs, he told the crowd, and a swan"
        return _clause_around(text, start, end, left, right)
    trails = event.order == "SV" and _trails(text, start, left, 1 if mid else 3)
    trails = trails and (mid or TAIL.match(text, event.cue[1], end))
    if trails and AND_ON.match(text, event.cue[1], end):
        return start, end
    plain = event.order == "SV" and not event.complement
    if plain and _trails(text, start, left, 3) and _told_somebody(text, event, end):
        return start, left
    # "…, he added": what may precede its subject may end a sentence as well
    free = CLAUSES.get(lemma, "free") == "free" or lemma in TRAITS["inverted"] or lemma == "go on"
    who = text[slice(*event.speaker)]
    free = free or (lemma in SHOWING and may_find(who))
    closes = not event.complement or CLOSING.match(text, event.cue[1], end)
    if trails and (free or lemma in ENDING) and (mid or closes):
        return _clause_around(text, start, end, left, right) if mid else (start, left)
    if not event.complement:
        return None
    whose = text.endswith((", whose ", ", which "), start, event.speaker[0])
    if event.order == "SV" and (whose or WHO_BETWEEN.match(text, event.speaker[1], event.cue[0])):
        closed = RELATIVE_CLOSED.match(text, event.cue[1], end)
        end = closed.start("comma") if closed else end
    end = broken_off(text, event.cue[1], end)
    hanging = event.order == "SV" and hangs(text, start, event.speaker[0])
    begin = told_from(text, event.cue[1], end, hanging, lemma in TRAITS["addressed"])
    return begin, clause_told(text, event.cue[1], end) if hanging else end


def _parted(text: str, start: int, events: list[Event], scopes: list) -> list:
    """Scopes in which each of several "according to" that follow what they tell ends where the one before it ended."""
    named = [n for n, event in enumerate(events) if event.order == "according" and event.cue[0] < event.speaker[0]]
    if len(named) < 2 or not HAS_VERB.search(text, start, events[named[0]].cue[0]):
        return scopes
    for before, number in pairwise(named):
        begin, low = events[before].speaker[1], scopes[number][0]
        scopes[before] = scopes[before][0], min(scopes[before][1], begin)
        scopes[number] = max(begin, low), scopes[number][1]
    return scopes


def _clause_around(text: str, start: int, end: int, left: int, right: int) -> tuple[int, int]:
    """The clause that "…, he says, …" at text[left:right] stands in: a semicolon or "but" parts it."""
    low, high = max(text.rfind(joint, start, left) for joint in JOINTS) + 1, text.find(";", right, end)
    opened = JUST_OPENED.search(text, max(start, left - 30), left)
    low = max(low, opened.start()) if opened else low
    return max(start, low), end if high < 0 else high


def _own_clause(text: str, low: int, left: int, right: int, order: str) -> int:
    """Where the clause begins that "…, by the guild's count, …" at text[left:right] stands in, not before low."""
    joint = max(text.rfind(sign, low, left) for sign in CLAUSE_JOINTS) if order == "according" else -1
    if joint < 0 or not text.startswith(",", right) or left - joint > NEAR_JOINT:
        return low
    return joint if HAS_VERB.search(text, low, joint) else low


def _told_somebody(text: str, event: Event, end: int) -> bool:
    """ "…, the minister told the president during a visit": a listener follows and no more words of the speaker."""
    rest = text[event.cue[1] : end]
    return CUES.get(text[slice(*event.cue)]) in TRAITS["addressed"] and not HAS_VERB.search(rest) and "," not in rest


def _trails(text: str, start: int, left: int, least: int) -> bool:
    """Is there a clause before ", X said"?"""
    before = text[start:left].rstrip()
    return before.endswith((",", "–", "—", "-", ", as", "\x00")) and len(before.split()) >= least


def _until_next(text: str, scope: tuple[int, int], event: Event, later: list[Event]) -> tuple[int, int]:
    """A forward stretch ends where another speaker's begins ("…, but Y said")."""
    left, right = scope
    for other in later:
        begin = min(other.speaker[0], other.cue[0])
        if other.order in ("SV", "according") and left < begin < right and left >= event.cue[1]:
            joint = JOINT.search(text, max(left, begin - 40), begin)  # not ", and that she"
            if joint:
                comma = text.rfind(",", left, begin)
                return left, max(comma + 2, left) if comma > left else begin
    return left, right


def _relay(text: str, event: Event, later: list[Event], end: int) -> str:
    """The medium a speaker spoke to ("told Radio Orr")."""
    if event.order in ("as saying", "according", "by"):
        return ""
    low, high = event.cue[0], min(end, max(event.cue[1], event.speaker[1]) + 90)
    high = min([high, *(other.speaker[0] for other in later if other.speaker[0] > event.cue[1])])
    for match in TOLD.finditer(text, low, high):
        name = MEDIUM.match(text, match.end(), end)
        if name and not DAY.search(name.group().rstrip(".")):
            return text[slice(*trim(text, *name.span(1)))].rstrip(".")
    return ""
