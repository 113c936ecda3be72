"""Who vouches for a figure, through whom it came, and how the text stands to it."""

import re
from typing import NamedTuple

from helpers.figures.afterword import told_afterwards
from helpers.figures.asides import beside_claim
from helpers.figures.beyond import aside
from helpers.figures.claimants import AUTHOR, OFFICES, claimant_type, type_in_text
from helpers.figures.context import Context
from helpers.figures.continued import told_before, told_by_poll
from helpers.figures.interviews import answerer
from helpers.figures.pronouns import by_name, is_pronoun, meant_name, resolve
from helpers.figures.reach import CLAIM_BEFORE, tells_own
from helpers.figures.sources import NOBODY, VOTED, Source, alleged, nominal_source
from helpers.figures.stance import stance_of
from helpers.figures.units import measure_of
from helpers.figures.words import word_set
from helpers.tokens import lemmatize
from helpers.voice import Attribution, cue_kind
from helpers.voice.acts import SHOWING
from helpers.voice.classes import NEARLY
from helpers.voice.complement import PROMISES
from helpers.voice.credible import FINDERS, OUTCOMES, STUDY

NETWORK = re.compile(
    r"(?<![\w-])(?:Twitter|Facebook|Telegram|Instagram|Mastodon|Bluesky|Reddit|TikTok|YouTube)(?![\w-])"
)
NETWORK_REACH = 1_500  # characters before a quotation in which the text may say where its posts come from
# The author by another name.
OWN_NAME = re.compile(
    r"(?:this|your|the present) (?:reporter|writer|author|correspondent|blog|blogger|newspaper|paper|site|column|"
    r"columnist|website|magazine)",
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
# To promise, to ask or to know is not to vouch for a figure.
NO_CLAIM = word_set(
    "know decide agree propose plan intend pledge vow ask urge demand order want remember learn offer "
    "request call understand realize realise"
)
# "promised 2m crowns": to promise money is a deed.
MONEY_NEXT = re.compile(
    rf"\s{NEARLY}(?:(?<=[$£€])|\d[\d.,]*\s?(?:m|bn|k|million|billion|crore|lakh)(?![\w-])|"
    r"\d[\d.,]*\s(?:crowns|dollars|euros|pounds|rupees|pesos|francs|shillings|rand|naira)(?!\w))"
)
LONG_NAME = 120  # characters of a name, of what it is said to be, and of the verb
NO_FINDERS = ("named person", "anonymous", "witness")
NO_NAME = re.compile(r"(?:an?|the|each|both|all|some|new|\W*|Each of .*|the (?:price|cost|number) .*)", re.I)
# Who answers a poll does not tell the shares of others: "Most farmers say so, compared to a quarter of bakers".
OTHER_SHARE = re.compile(r"(?:compared (?:to|with)|, with|versus|against)(?:\s[a-z]+){0,3}\s$")
RESPONDENTS = re.compile(
    r"(?:most|half|two[- ]thirds|three[- ]quarters|a (?:\w+ ){0,2}(?:majority|minority|plurality|third|quarter)|"
    r"(?:the |an? )?\w+ (?:majority|minority) of)(?![\w-])|.{0,80}(?:\d%|per ?cent(?!\w)|(?<!\w)among )",
    re.I,
)
DEAL = re.compile(  # "a deal announced in May"
    r"(?:an?|the|its|another)\s(?:[\w-]+\s){0,2}(?:deal|agreement|merger|takeover|purchase|sale|plan|scheme|measure|"
    r"figure|number|sum|price|increase|rise|cut|fall|stake|loan|offer|bid|loss|profit|target|project|budget|incident)",
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


def _verb(cue: str) -> str:
    """Lemma of the verb that a cue ends with: "had counted" is to count."""
    return lemmatize(cue.lower().rpartition(" ")[2])


def _claims_nothing(text: str, found: Attribution) -> bool:
    """'a deal announced in May', 'the price told': what stands before the cue does not speak."""
    if _verb(found.cue) in NO_CLAIM:
        told = _verb(found.cue) in PROMISES or " to " in found.cue  # "would like you to know that"
        return not (told and text.startswith(" that ", found.start))
    if _verb(found.cue) == "promise" and MONEY_NEXT.match(text, found.start):
        return True
    if _verb(found.cue) == "find" and not text.startswith(" that ", found.start):  # "the residents found eight drivers"
        called = text[max(0, text.rfind(found.speaker, 0, found.start)) : found.start]
        told = STUDY.search(found.speaker) or FINDERS.search(found.speaker)
        told = told or OUTCOMES.search(found.speaker) or (len(called) < LONG_NAME and FINDERS.search(called))
        return not told and claimant_type(found.speaker) in NO_FINDERS
    if found.cue.endswith("ed") and _verb(found.cue) not in SHOWING and DEAL.fullmatch(found.speaker):
        return True
    body = found.speaker.isupper() or found.speaker.startswith("The ")  # "The AP counts 270 votes"
    if found.cue == "counts" and not body and claimant_type(found.speaker) in NO_FINDERS:  # "Holm counts 55 supporters"
        return True
    if _verb(found.cue) in ("report", "record", "register", "count") and VOTED.search(found.speaker):
        return True
    if found.cue == "charges" and found.speaker.endswith(("faces", "faced", "face")):
        return True
    return NO_NAME.fullmatch(found.speaker) is not None


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
        if _vouched(context, found, position) and not _claims_nothing(context.text, found)
    ]
    if not holding:
        return NOBODY
    holding.sort(key=lambda found: (found.end - found.start, -found.start))
    inner = _told_own(context.text, holding[0], position)
    named = [found for found in holding if found.cue.lower().startswith("according")]
    if named and _verb(inner.cue) in COUNTING:  # "according to X, the country had admitted 40": X vouches
        holding = [*named[:1], *(one for one in holding if one not in named[:1] and _verb(one.cue) not in COUNTING)]
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
