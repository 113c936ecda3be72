"""Read the words that hedge or bound a number: more than, some, up to, or so, only …"""

from functools import lru_cache
from typing import NamedTuple

from helpers.figures.numbers.context import is_plural, split_words
from helpers.figures.numbers.lexer import HYPHENS, Stream
from helpers.figures.words import word_set
from helpers.tables import read_lexicon

LONGEST = 6
MARKS = HYPHENS | {"."}  # may stand inside a modifier and before the number
SHORTENED = word_set("c ca approx approximately circa est max min abt")  # modifiers that a full stop may end
WON = word_set("victory lead leads leading win wins advantage triumph points votes control power jurisdiction dispute "
               "row concern concerns fears anger outrage questions authority watch sovereignty")  # fmt: skip
RANK = {"=": 0, "~": 1, "<=": 2, ">=": 2, "<": 3, ">": 3}
HANDING = word_set("hand hands handed handing")  # "handed over 16 crates"
FEELINGS = word_set(
    "unfortunately fortunately sadly tragically remarkably incredibly astonishingly regrettably"
)
TURNED = {">": "<=", ">=": "<", "<": ">=", "<=": ">"}  # what a bound becomes under a negation
BETWEEN = 3  # words between a negation and the bound it turns
NEGATORS = word_set("not cannot never nor")
STOPS = word_set(  # opinions, and words that begin another clause
    "believe believed think thought say said know known expect expected want wanted only just merely even find found "
    "mean imagine doubt suppose rule exclude deny ruled excluded denied "
    "and but or as when while because since that who which so after before where although though"
)
ATTRIBUTIVE = word_set(
    "a an the this that these those its their his her our of in from by with for to and or is was are were be "
    "been at killing leaving injuring including"
)
PUSHES = word_set(
    "bring brings bringing brought take takes taking took push pushes pushing pushed raise raises raising "
    "raised drive driving drove"
)  # fmt: skip

RULERS = word_set("leaders presidents governments administrations mayors ministers governors kings queens popes chiefs "
                  "coaches managers owners bosses")  # fmt: skip
RISEN = word_set("tick ticks ticked ticking creep creeps crept creeping inch inches inched inching edge edged edging "
                 "climb climbs climbed climbing rise rises rose risen rising shot shoots jump jumps jumped went gone "
                 "goes going moved moves")  # fmt: skip
SPELLS = word_set("years months weeks days hours nights minutes seasons decades spells sessions games matches rounds "
                  "weekends legs innings quarters generations centuries")  # fmt: skip
GROUPED = word_set("% percent cent million billion trillion m bn k")  # what may close an amount
CLAUSE_ENDS = word_set(". ! ? ; :")
AMOUNT = 8  # tokens between an amount and the "over" that tells how long it took


class Hedge(NamedTuple):
    """The modifiers of one number: operator, factors of the interval, the words, and the tokens they reach."""

    op: str
    low_factor: float
    high_factor: float
    particles: tuple[str, ...]
    first: int
    last: int


class _Modifier(NamedTuple):
    op: str
    low_factor: float
    high_factor: float


@lru_cache(maxsize=2)
def _modifiers(side: str) -> dict[tuple[str, ...], _Modifier]:
    found = {}
    for pattern, place, op, low, high in read_lexicon("modifiers").itertuples(index=False, name=None):
        if place == side:
            found[tuple(split_words(pattern))] = _Modifier(op, float(low or 1), float(high or 1))
    return found


@lru_cache(maxsize=1)
def _closers() -> frozenset[str]:
    """Last words of the modifiers before a number, and the marks that may part them from it."""
    return frozenset(words[-1] for words in _modifiers("before")) | MARKS


@lru_cache(maxsize=1)
def _openers() -> frozenset[str]:
    """First words of the modifiers after a number, and the hyphens before them."""
    return frozenset(words[0] for words in _modifiers("after")) | HYPHENS


def _pushed_up(stream: Stream, first: int) -> bool:
    """ "bringing the toll up to 40": the "up to" belongs to the verb, not in "takes up to 40 guests"."""
    if stream.low(first - 1) in RISEN and stream.low(first) == "up":  # "is ticking up to 43 percent"
        return True
    return any(stream.low(index) in PUSHES for index in range(max(0, first - 5), first - 1))


def _during(stream: Stream, over: int, last: int, after: int) -> bool:
    """ "two titles over three seasons", "rose 4% over six months": how long an amount took, not more than that.

    over: the token "over". last, after: the tokens after the numeral and after its unit.
    """
    low = stream.low(over - 1)
    if (stream.low(after - 1) not in SPELLS and stream.low(last) not in SPELLS) or stream.low(after) in ("old", "of"):
        return False
    if low in GROUPED or stream.kind(over - 1) in ("digits", "number"):
        return True
    if not is_plural(low):
        return False
    for at in range(over - 2, over - 2 - AMOUNT, -1):
        if stream.kind(at) in ("digits", "number"):
            return True
        if stream.kind(at) == "line" or stream.low(at) in CLAUSE_ENDS:
            return False
    return False


def _reigns(stream: Stream, first: int, after: int) -> bool:
    """ "under four successive leaders", "under another four years of", "over two terms as mayor": while they ruled.

    first: the token "under" or "over". after: the token after the number and its unit.
    """
    if stream.low(first) == "under":
        another = stream.low(first + 1) == "another"
        return another or any(stream.low(at) in RULERS for at in range(after, after + 3))
    opened = stream.kind(first - 1) in ("line", "mark") or stream.low(first - 1) in ("yet", "but", "and", "that")
    return opened and stream.low(after) in ("terms", "seasons", "generations")


def _is_verb(stream: Stream, index: int) -> bool:
    """Whether "estimated" at `index` is what somebody did, not part of a modifier."""
    before = stream.low(index - 1)
    return before == "," or (stream.kind(index - 1) == "word" and before not in ATTRIBUTIVE)


def _longest_before(stream: Stream, index: int, floor: int) -> tuple[int, _Modifier] | None:
    table = _modifiers("before")
    if stream.low(index - 1) not in _closers():
        return None
    if stream.low(index - 1) == "." and stream.low(index - 2) not in SHORTENED:
        return None  # "The war was over. 300 men left"
    for first in range(max(floor, index - LONGEST), index):
        words = stream.lows(first, index)
        if "\n" in words or words[0] in MARKS:
            continue
        words = tuple(word for word in words if word not in MARKS)
        modifier = table.get(words)
        if words == ("over",) and stream.low(first - 1) in WON:
            continue
        if words == ("estimated",) and _is_verb(stream, first):
            continue  # "the police estimated 300": their verb
        if words == ("over",) and stream.low(first - 1) in HANDING:
            continue
        if words == ("ca",) and stream.at(first).text != "ca":
            continue
        if modifier and not (words == ("up", "to") and _pushed_up(stream, first)):
            return first, modifier
    return None


def _estimated(stream: Stream, index: int, floor: int) -> bool:
    """ "the clerk put the queue at 40, the guard at 90": both are estimates."""
    if stream.low(index - 1) != "at":
        return False
    for back in range(index - 2, max(-1, index - 16), -1):
        if stream.low(back) in (".", "\n", ";"):
            return False
        if stream.low(back) in ("estimated", "estimate", "estimates", "reckoned", "guessed"):
            return True
    return False


def read_hedges(stream: Stream, first: int, last: int, after: int, floor: int) -> Hedge:
    """Read the modifiers left of token `first` and right of `last`, or of `after`, the end of the unit.

    floor: the first token that no earlier number has taken.
    """
    op, low, high, particles = "=", 1.0, 1.0, []
    while found := _longest_before(stream, first, floor):
        start, modifier = found
        particles.insert(0, stream.text[stream.at(start).start : stream.at(first - 1).end].lower())
        if RANK[modifier.op] >= RANK[op]:
            op, low, high = modifier
        first = start
    if op == "=" and _estimated(stream, first, floor):
        op, low, high = "~", 0.9, 1.1
    lasted = particles == ["over"] and (_during(stream, first, last, after) or _reigns(stream, first, after))
    ruled = particles[:1] == ["under"] and _reigns(stream, first, after)
    if lasted or ruled:
        op, particles, first = "=", particles[1:], first + 1
    tail = _after(stream, last, after)
    if tail:
        end, modifier, words = tail
        particles.append(words)
        op, low, high = modifier if RANK[modifier.op] >= RANK[op] else (op, low, high)
        last = max(last, end) if after <= last else last
    if op in TURNED and _is_denied(stream, first):
        op = TURNED[op]
    if stream.low(first - 1) in FEELINGS:
        particles.insert(0, stream.low(first - 1))
    return Hedge(op, low, high, tuple(particles), first, last)


def _is_denied(stream: Stream, first: int) -> bool:
    """ "cannot hold more than 90": a verb under "not" or "never" shortly before, which no one merely believes."""
    for at in range(first - 1, first - 2 - BETWEEN, -1):
        low = stream.low(at)
        if stream.kind(at) != "word" or low in STOPS:
            return False
        if low in NEGATORS or low.endswith("n't"):  # "not more than" is a modifier of its own
            return (at < first - 1 or low != "not") and stream.low(at - 1) not in ("if", "why", "or")
    return False


def _after(stream: Stream, last: int, after: int) -> tuple[int, _Modifier, str] | None:
    table = _modifiers("after")
    for start in dict.fromkeys((last, after, after + 1)):
        if start > max(last, after) and stream.kind(start - 1) != "word":
            break
        if stream.low(start) not in _openers():
            continue
        for end in range(start + 5, start, -1):
            words = tuple(word for word in stream.lows(start, end) if word not in HYPHENS)
            modifier = table.get(words)
            single_after_noun = start > after and words[:1] not in (("or",), ("and",))
            if (
                modifier
                and not single_after_noun
                and stream.kind(end) not in ("digits", "number")
                and stream.low(end) != "than"
            ):
                return end, modifier, " ".join(words)
    return None
