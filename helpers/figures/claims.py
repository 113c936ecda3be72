"""Who vouches for a figure, through whom it came, and how the text stands to it."""

import re
from functools import lru_cache
from typing import NamedTuple

from helpers.figures.context import Context
from helpers.figures.stance import stance_of
from helpers.figures.words import word_set
from helpers.tables import read_lexicon
from helpers.voice import Attribution

AUTHOR = "author"
PRONOUNS = word_set("he she it they we i you who this that these those one")
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
BY_COUNT = re.compile(rf"[Bb]y\s+(?P<who>{NAME})[’']s?\s+(?:own\s+)?(?:count|estimate|reckoning|tally|account|figures)")
PUT_AT = re.compile(
    r"(?:^|[,;:—–-]|\b(?:while|and|but|whereas)\b)\s*(?P<who>(?:the\s+|a\s+|an\s+)?[\w’'.-]+(?:\s+[\w’'.-]+){0,5}?)\s+"
    r"(?P<cue>puts?|estimates?|estimated|placed|reckons?|reckoned|counted|tallied|documented|recorded|insists?)\s"
    r"(?:[\w’'-]+\s+){0,6}?(?:at|to be)\s*$"
)
ELLIPSIS = re.compile(
    r"[,;]\s*(?:and\s+|but\s+|while\s+)?(?P<who>(?:the\s+)?[\w’'-]+(?:\s+[\w’'-]+){0,3}?)\s+at\s+(?:about\s+|"
    r"around\s+|some\s+)?$"
)
BEFORE_ELLIPSIS = re.compile(r"(?<![\w-])(?:put|puts|estimated|placed|reckoned|pegged)(?![\w-])")
AS_CLAIMED = re.compile(
    r"\s*,?\s*(?:as\s+)?(?P<cue>claimed|stated|reported|alleged|told|announced|estimated|"
    r"counted)\s+by\s+(?P<who>(?:the\s+)?[\w’'-]+(?:\s+[A-Z][\w’'-]*){0,4})"
)
AS_SAYS = re.compile(
    r"\s*,?\s*as\s+(?P<who>(?:the\s+)?[\w’'-]+(?:\s+[\w’'-]+){0,4}?)\s+(?P<cue>claims?|claimed|says?|said|reports?|"
    r"reported|puts? it|insists?)(?![\w-])"
)
NETWORK = re.compile(
    r"(?<![\w-])(?:Twitter|Facebook|Telegram|Instagram|Mastodon|Bluesky|Reddit|TikTok|YouTube)(?![\w-])"
)
NETWORK_REACH = 1_500  # characters before a quotation in which the text may say where its posts come from
COUNTED = re.compile(
    r"(?:.*\s)?(?:admit|record|count|document|find|found|show|report|register)(?:s|ed|ted|ing|n)?", re.I
)
POSSESSIVE = re.compile(r"(?:its|his|her|their|our|my)\s", re.I)
FULL_NAME = re.compile(r"(?<![\w’'-])[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){1,3}")
# To promise, to ask or to know is not to vouch for a figure.
NO_CLAIM = re.compile(
    r"(?:.*\s)?(?:know|decid|agree|propos|plan|intend|promis|pledg|vow|ask|urg|demand|order|want|hop|remember|learn|"
    r"offer|request|call)(?:s|n|ed|es|"
    r"ing|e|d)?|knew",
    re.I,
)
BRACKETED = re.compile(r"^\w+ \[([^\]]+)\]$")  # "he [Ana Lund]", as the table of quotes names a pronoun's speaker
NO_NAME = re.compile(r"(?:an?|the|each|both|all|some|new|\W*|Each of .*|the (?:price|cost|number) .*)", re.I)
PASSIVE_END = re.compile(r"\s(?:is|are|was|were|been|be|has|have|had)$")
LOOK_BACK = 4  # sentences in which a pronoun's name is looked for
NO_SOURCE_END = re.compile(
    r"(?:^|\s)(?:is|are|was|were|be|been|has|have|had|to|will|would|and|or|of|by)$|^(?:which|who|that|it)\b", re.I
)
WORDS = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
ANONYMOUS = re.compile(
    r"(?<![\w-])(?:sources?|insiders?|anonym\w+|unnamed|condition of|not (?:to be )?named)(?![\w-])", re.I
)
STATE_NAME = re.compile(
    r"(?:the )?[A-Z]\w*(?:ia|land|stan|States|Kingdom|Republic|Union|istan)$|^(?:the )?(?:U\.?S\.?A?|U\.?K\.?|"
    r"E\.?U\.?)$"
)


class Claim(NamedTuple):
    """Claimant of a figure ("author" if the text itself vouches), its type, relay, cue, and the text's stance."""

    claimant: str
    claimant_type: str
    relay: str
    cue: str
    stance: str


class Source(NamedTuple):
    """A speaker with the words that bring him in."""

    speaker: str
    cue: str
    relay: str


NOBODY = Source("", "", "")


@lru_cache(maxsize=1)
def type_words() -> dict[str, str]:
    """Word of a claimant's name (lower case) -> claimant type."""
    rows = read_lexicon("claimant_types")
    return dict(zip(rows["word"], rows["claimant_type"], strict=True))


def claimant_type(claimant: str) -> str:
    """Type of a claimant by its words: state, armed group, official, named person, NGO, witness, medium, anonymous.

    The type of the first listed word before an "of" or comma counts, an official before the office; a name of two or
    more capitalised words without a listed word is a named person.

    >>> claimant_type("the harbour ministry"), claimant_type("a source in the army"), claimant_type("author")
    ('state', 'anonymous', 'author')
    """
    if claimant == AUTHOR:
        return AUTHOR
    if ANONYMOUS.search(claimant):
        return "anonymous"
    types = type_words()
    found = [types[word.lower()] for word in WORDS.findall(claimant) if word.lower() in types]
    for wanted in ("official", "witness"):
        if wanted in found:
            return wanted
    if found:
        return found[-1] if len(set(found)) == 1 or "medium" not in found else "medium"
    if STATE_NAME.search(claimant) and " " not in claimant.removeprefix("the "):
        return "state"
    names = [word for word in WORDS.findall(claimant) if word[0].isupper()]
    return "named person" if names else "anonymous"


def _source(match: re.Match | None) -> Source:
    if not match or match["who"].lower() in PRONOUNS or NO_SOURCE_END.search(match["who"]):
        return NOBODY
    cue = match.groupdict().get("cue") or ""
    return Source(match["who"].strip(" ,"), cue, "")


def nominal_source(text: str, low: int, start: int, end: int, high: int) -> Source:
    """A source named without a reporting verb before it: beside the number first, then anywhere before it.

    low, high: the sentence; start, end: the number.
    """
    for pattern in (AS_CLAIMED, AS_SAYS):
        found = _source(pattern.match(text, end, min(high, end + 120)))
        if found is not NOBODY:
            return found
    left = text[max(low, start - 200) : start]
    found = _source(ELLIPSIS.search(left)) if BEFORE_ELLIPSIS.search(left) else NOBODY
    if found is not NOBODY:
        return found._replace(cue="at")
    for pattern in (PUT_AT, CLAIMS_OF, BY_COUNT, OBTAINED):
        found = _source(pattern.search(left))
        if found is not NOBODY:
            return found
    return NOBODY


def _is_pronoun(speaker: str) -> bool:
    return speaker.lower() in PRONOUNS


def _resolve(context: Context, number: int, speaker: str) -> str:
    """Who "he", "it" or "they" must be: the last named speaker of the sentences before, else the pronoun itself."""
    if not _is_pronoun(speaker):
        return speaker
    if speaker.lower() in ("i", "we"):
        return ""
    for back in range(number - 1, max(-1, number - LOOK_BACK), -1):
        start, end = context.sentence(back)
        named = [found.speaker for found in context.speakers(back) if not _is_pronoun(found.speaker)]
        named += [quote.speaker for quote in context.quotes_in(start, end) if quote.speaker]
        if named:
            return named[-1]
        persons = (
            FULL_NAME.findall(context.text, start, min(end, start + NETWORK_REACH))
            if speaker.lower() in ("he", "she")
            else []
        )
        if persons:
            return persons[-1]
    return speaker


def _no_speaker(found: Attribution) -> bool:
    """'The crowd was put at 900', 'a recently announced': what stands before the cue does not speak."""
    return PASSIVE_END.search(found.speaker) is not None or NO_NAME.fullmatch(found.speaker) is not None


def spoken_source(context: Context, number: int, position: int) -> Source:
    """The speaker of the reported speech that holds a number, a pronoun resolved; the outer speaker becomes the relay.

    number: index of the sentence; position: where the figure's numeral starts.
    """
    holding = [
        found
        for found in context.speakers(number)
        if found.start <= position < found.end and not NO_CLAIM.fullmatch(found.cue) and not _no_speaker(found)
    ]
    if not holding:
        return NOBODY
    holding.sort(key=lambda found: (found.end - found.start, -found.start))
    inner = holding[0]
    named = [found for found in holding if found.cue.lower().startswith("according")]
    if named and COUNTED.fullmatch(
        inner.cue
    ):  # "according to X, the country had admitted 40": X vouches, not the country
        holding = [
            named[0],
            *(found for found in holding if found is not named[0] and not COUNTED.fullmatch(found.cue)),
        ]
        inner = holding[0]
    if len(holding) > 1 and POSSESSIVE.match(inner.speaker):  # "the ministry said its drones had counted …"
        holding = holding[1:]
        inner = holding[0]
    outer = next((found.speaker for found in holding[1:] if found.speaker != inner.speaker), "")
    speaker = _resolve(context, number, BRACKETED.sub(r"\1", inner.speaker))
    return Source(speaker, inner.cue, inner.relay or ("" if _is_pronoun(outer) else outer)) if speaker else NOBODY


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


def claim_of(context: Context, number: int, figure) -> Claim:
    """Find who vouches for a figure and how the text stands to it.

    number: index of the figure's sentence in `context`. figure: a Number of helpers.figures.numbers.
    What the sentence itself says goes first (reported speech, then sources named without a verb), then the quotation
    or quoted block the figure stands in; else the author vouches.
    """
    low, high = context.sentence(number)
    quoted, speaker = _quoted_source(context, figure.numeral_start)
    source = nominal_source(context.text, low, figure.start, max(figure.end, figure.unit_end), high)
    spoken = spoken_source(context, number, figure.numeral_start)
    if source is NOBODY or (spoken is not NOBODY and not source.cue):
        source = spoken if spoken is not NOBODY else source
    if source is NOBODY:
        source = speaker
    elif speaker.speaker and not source.relay and speaker.speaker != source.speaker:
        source = source._replace(relay=speaker.speaker)
    if quoted and source is NOBODY:
        source = Source(_unnamed(context, figure.numeral_start), "", "")
    claimant = BRACKETED.sub(r"\1", source.speaker) or AUTHOR
    own = claimant == AUTHOR and not quoted
    stance = stance_of(context, number, figure.start, own, source.cue)
    return Claim(claimant, claimant_type(claimant), source.relay, source.cue, stance)
