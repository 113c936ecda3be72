"""Who vouches for a figure, through whom it came, and how the text stands to it."""

import re
from typing import NamedTuple

from helpers.figures.afterword import told_afterwards
from helpers.figures.asides import beside_claim
from helpers.figures.beyond import aside
from helpers.figures.claimants import AUTHOR, OFFICES, claimant_type, type_in_text
from helpers.figures.context import Context
from helpers.figures.continued import told_before, told_by_poll
from helpers.figures.deeds import claims_nothing, verb_of
from helpers.figures.interviews import answerer
from helpers.figures.pronouns import by_name, is_pronoun, meant_name, resolve
from helpers.figures.reach import CLAIM_BEFORE, tells_own
from helpers.figures.sources import NOBODY, Source, alleged, nominal_source
from helpers.figures.stance import stance_of
from helpers.figures.units import measure_of
from helpers.figures.words import word_set
from helpers.voice import Attribution, cue_kind
from helpers.voice.credible import STUDY

NETWORK = re.compile(
    r"(?<![\w-])(?:Twitter|Facebook|Telegram|Instagram|Mastodon|Bluesky|Reddit|TikTok|YouTube)(?![\w-])"
)
NETWORK_REACH = 1_500  # characters before a quotation in which the text may say where its posts come from
# The author by another name.
OWN_NAME = re.compile(
    r"(?:this|your|the present) (?:reporter|writer|author|correspondent|blog|blogger|newspaper|paper|site|column|"
    r"columnist|website|magazine)|our (?:own )?(?:reporter|correspondent|writer|columnist)s? (?:in|on|at|from) .{1,40}",
    re.I,
)
# "a count by this paper".
OWN_WORK = re.compile(
    r"(?:an?|the|\w+) .{0,40}(?<!obtained )(?<!seen )(?<!reviewed )(?<!shared )(?<!released )(?:by|for) "
    rf"{OWN_NAME.pattern}(?![\w-])",
    re.I,
)
COUNTING = word_set("admit record count document find show report register")
POSSESSIVE = re.compile(r"(?:its|his|her|their|our|my)\s", re.I)
# Who answers a poll does not tell the shares of others: "Most farmers say so, compared to a quarter of bakers".
OTHER_SHARE = re.compile(r"(?:compared (?:to|with)|, with|versus|against)(?:\s[a-z]+){0,3}\s$")
RESPONDENTS = re.compile(
    r"(?:most|half|two[- ]thirds|three[- ]quarters|a (?:\w+ ){0,2}(?:majority|minority|plurality|third|quarter)|"
    r"(?:the |an? )?\w+ (?:majority|minority) of)(?![\w-])|.{0,80}(?:\d%|per ?cent(?!\w)|(?<!\w)among )",
    re.I,
)
# "our records show", in a quotation: what is the speaker's own speaks for him.
OUR_OWN = re.compile(
    rf"(?:our|my)\s(?:[\w-]+\s){{0,3}}(?:{STUDY.pattern}|(?:count|tally|estimates?|reckoning|team|staff|crews)$)", re.I
)


class Claim(NamedTuple):
    """Claimant of a figure ("author" if the text itself vouches), its type, relay, cue, and the text's stance."""

    claimant: str
    claimant_type: str
    relay: str
    cue: str
    stance: str


def _vouched(context: Context, found: Attribution, position: int) -> bool:
    """Whether a place lies in what a speaker tells or denies; "…, the board says; 40 left" ends at the semicolon."""
    closed = context.text[found.start : found.start + 2].lstrip().startswith(";")
    if closed or not found.start <= position < found.end or _within(context.text, found.speaker, position):
        return False
    return cue_kind(found.cue) not in ("deny", "doubt") or not aside(context.text, found.start, position)


def _within(text: str, name: str, position: int) -> bool:
    """Whether a place lies in the speaker's own name: "according to a report of (70) pages"."""
    at = text.rfind(name, max(0, position - len(name)), position + len(name))
    return 0 <= at <= position < at + len(name)


def _told_own(text: str, found: Attribution, position: int) -> Attribution:
    """What somebody rejects stands before his own figure: "they dispute this and say that (40 left)" tells the 40."""
    if cue_kind(found.cue) not in ("deny", "doubt") or not CLAIM_BEFORE.match(text, found.start + 1, position + 1):
        return found
    return found._replace(cue=tells_own(text, found.start, position)[0])


def _is_outer(inner: str, outer: str) -> bool:
    """Whether a pronoun stands for whoever speaks: "the union said it had warned"; a body, never a person, is "it"."""
    pronoun, _, name = inner.partition(" [")
    if name:
        return pronoun.lower() == "it" and claimant_type(outer) in OFFICES
    return pronoun.lower() in ("it", "he", "she", "they")


def spoken_source(context: Context, number: int, position: int) -> Source:
    """The speaker of the reported speech that holds a number, a pronoun resolved; the outer speaker becomes the relay.

    number: index of the sentence; position: where the figure's numeral starts.
    """
    holding = [
        found
        for found in context.speakers(number)
        if _vouched(context, found, position) and not claims_nothing(context.text, found)
    ]
    if not holding:
        return NOBODY
    holding.sort(key=lambda found: (found.end - found.start, -found.start))
    inner = _told_own(context.text, holding[0], position)
    named = [found for found in holding if found.cue.lower().startswith("according")]
    if named and verb_of(inner.cue) in COUNTING:  # "according to X, the country had admitted 40": X vouches
        holding = [*named[:1], *(one for one in holding if one not in named[:1] and verb_of(one.cue) not in COUNTING)]
        inner = holding[0]
    if len(holding) > 1 and POSSESSIVE.match(inner.speaker):  # "the ministry said its drones had counted …"
        holding = holding[1:]
        inner = holding[0]
    outer = next((found.speaker for found in holding[1:] if found.speaker != inner.speaker), "")
    if outer and not is_pronoun(outer) and _is_outer(inner.speaker, outer):
        return Source(outer, inner.cue, inner.relay)  # "the union said it had warned …"
    speaker = by_name(context, number, inner.speaker)
    return Source(speaker, inner.cue, inner.relay or ("" if is_pronoun(outer) else outer)) if speaker else NOBODY


def _quoted_source(context: Context, position: int) -> tuple[bool, Source]:
    """(whether the place is quoted, who is quoted): the quotation that holds it, else the quoted block."""
    quote, span = context.quote_at(position), context.span_at(position)
    block = span if span and span.voice == "quoted" else None
    if quote and quote.speaker:
        relay = block.speaker if block and block.speaker != quote.speaker else ""
        return True, Source(quote.speaker, quote.cue, relay)
    if block and block.speaker:
        return True, Source(block.speaker, "", "")
    if quote or block:
        return True, NOBODY
    return False, NOBODY


def _unnamed(context: Context, position: int) -> str:
    """A name for a speaker whom the text does not name: a user of the network it says it quotes from."""
    networks = NETWORK.findall(context.text, max(0, position - NETWORK_REACH), position)
    return f"{networks[-1]} user" if networks else "unnamed speaker"


def _judged_by(context: Context, low: int, start: int, source: Source) -> Source:
    """Whose claim it is that somebody judges behind it: "A report that 40 left is wrong, Noll said" is the report's.

    low: where the sentence begins; start: where the number does.
    """
    if not source.cue or context.text.find(source.cue, low, start) >= 0:
        return source
    claim = alleged(context.text, low, start)
    return source if claim is NOBODY else claim._replace(relay=source.speaker)


def claim_of(context: Context, number: int, figure) -> Claim:
    """Find who vouches for a figure and how the text stands to it.

    number: index of the figure's sentence in `context`. figure: a Number of helpers.figures.numbers.
    What the sentence itself says goes first (reported speech, then sources named without a verb), then the quotation
    or quoted block the figure stands in; else the author vouches.
    """
    low, high = context.sentence(number)
    quoted, speaker = _quoted_source(context, figure.numeral_start)
    end = max(figure.end, figure.unit_end)
    share = measure_of(figure) == "share"
    polled = share or "point" in figure.unit or context.text.startswith(" point", figure.end)
    source = nominal_source(context.text, low, figure.start, end, high, polled)
    if source.speaker == "It":
        body = resolve(context, number, "It")
        source = source._replace(speaker=body) if claimant_type(body) in OFFICES else NOBODY
    elif source.speaker.lower() in ("he", "she", "they"):
        source = source._replace(speaker=resolve(context, number, source.speaker))
    if not source.cue:
        spoken = spoken_source(context, number, figure.numeral_start)
        other = share and RESPONDENTS.match(spoken.speaker)
        if other and OTHER_SHARE.search(context.text, max(low, figure.start - 40), figure.start):
            spoken = NOBODY
        source = spoken if spoken is not NOBODY else source
    expected = told_before(context.text, figure.start, end, high)
    source = _judged_by(context, low, figure.start, source) if expected is NOBODY else expected
    if source is NOBODY:
        source = speaker
    elif speaker.speaker and OUR_OWN.match(f"{source.speaker} {source.cue}"):
        source = source._replace(speaker=resolve(context, number, speaker.speaker))
    elif speaker.speaker and not source.relay and speaker.speaker != source.speaker:
        source = source._replace(relay=speaker.speaker)
    if source is NOBODY and not quoted:
        source = alleged(context.text, low, figure.start)
    if source is NOBODY and not quoted:
        source = told_afterwards(context, number, figure.numeral_start)
        source = source if source is not NOBODY else Source(answerer(context.text, figure.numeral_start), "", "")
    if not source.speaker and not quoted:
        source = told_by_poll(context, number, share)
    if source.cue and not quoted and beside_claim(context.text, (low, high), (figure.start, end), *source[:2]):
        source = NOBODY
    if quoted and source is NOBODY:
        source = Source(_unnamed(context, figure.numeral_start), "", "")
    claimant = meant_name(source.speaker) or AUTHOR
    if not quoted and (OWN_NAME.fullmatch(claimant) or OWN_WORK.match(claimant)):
        claimant, source = AUTHOR, NOBODY
    own = claimant == AUTHOR and not quoted
    stance = stance_of(context, number, figure.start, own, source.cue, claimant)
    return Claim(claimant, type_in_text(context.text, claimant), source.relay, source.cue, stance)
