"""Tell the numbers that are no figures, and why: names, references, lists, ordinals, times, idioms."""

from helpers.figures.numbers.context import idiom_patterns, is_plural, words_of
from helpers.figures.numbers.dates import is_relative
from helpers.figures.numbers.lexer import Stream
from helpers.figures.numbers.modifiers import Hedge
from helpers.figures.numbers.numerals import read_ordinal
from helpers.figures.numbers.phrases import find_pattern
from helpers.figures.numbers.ranges import Quantity

HYPHENS = frozenset("-‐‑")
LONGEST_CODE = 12  # tokens on either side of a digit that may belong to one code or name
JOINTS = frozenset("-‐‑/.×–+&_")
SENTENCE_ENDS = frozenset(".!?:;…\"“”'‘’([")
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun".split())
MEASURING = frozenset(("strong", "odd", "plus", "fold", "ish", "thousand", "hundred", "million", "billion", "dozen"))
VERBS = frozenset("is are was were has have had will would could can died dies said".split())
PERIODS = frozenset("day week night year month round game match stage line count place set".split())
AGE_FOLLOWERS = frozenset("when and at but then or in on last this who".split())
OLD = frozenset(("old", "olds", "old's", "olds'"))
EVERY = frozenset("last this that per a every each next previous the one past".split())
CARRIERS = frozenset("in within for after over during by than of".split())


def _capital(stream: Stream, index: int) -> bool:
    token = stream.at(index)
    return token.kind in ("word", "number", "roman") and token.text[0].isupper()


def _opens_sentence(stream: Stream, index: int) -> bool:
    return stream.kind(index - 1) == "line" or stream.low(index - 1) in SENTENCE_ENDS


def _headline(stream: Stream, index: int) -> bool:
    """Is most of the line written with capitals, so that they mean nothing?"""
    words = capitals = 0
    for step in (-1, 1):
        at = index + step
        while stream.kind(at) != "line" and abs(at - index) < 15:
            if stream.kind(at) == "word" and len(stream.low(at)) > 3:
                words += 1
                capitals += stream.at(at).text[0].isupper()
            at += step
    return capitals * 10 >= words * 6 and words > 2


def counted_noun(stream: Stream, after: int) -> bool:
    """Does a plural noun follow at `after`, directly or behind one adjective?"""
    if stream.kind(after) != "word":
        return False
    return is_plural(stream.low(after)) or (stream.kind(after + 1) == "word" and is_plural(stream.low(after + 1)))


def glued_name(stream: Stream, index: int) -> tuple[int, int] | None:
    """The tokens of a name or code that the digits at `index` are part of: T4, F-16, 4×4, NI2x; None if they stand alone."""
    first, last = index, index + 1
    while stream.tight(first) and index - first < LONGEST_CODE and _glues(stream, first - 1, -1):
        first -= 1
    while stream.tight(last) and last - index < LONGEST_CODE and _glues(stream, last, 1):
        last += 1
    left = any(stream.kind(at) in ("word", "roman") for at in range(first, index))
    right = any(stream.kind(at) in ("word", "roman") for at in range(index + 1, last))
    crossed = any(stream.low(at) in ("×", "_") for at in range(first, last))
    return (first, last) if left or right or crossed else None


def _glues(stream: Stream, index: int, step: int) -> bool:
    if stream.kind(index) in ("word", "digits", "roman", "number"):
        return stream.low(index) != "'s"
    inner = stream.low(index) in JOINTS and stream.tight(index) and stream.tight(index + 1)
    return inner and stream.kind(index + step) in ("word", "digits", "roman")


def reference_before(stream: Stream, quantity: Quantity) -> str:
    """ "Section 107", "Room 12", "top 10", "Boeing 737": the reason if the word before makes a label of the number."""
    at = quantity.first - 1
    while stream.low(at) in (".", "#", "№", "-") and at > quantity.first - 3:
        at -= 1
    low = stream.low(at)
    if stream.kind(at) != "word" or quantity.unit.name or quantity.op == "vague":
        return ""
    counted = counted_noun(stream, quantity.after)
    if low in words_of("reference") and not ((counted or _counts_out(stream, quantity.after)) and not _capital(stream, at)):
        return "" if low in PERIODS and stream.low(at - 1) in EVERY else "reference"
    if low in words_of("product") and _capital(stream, at):
        return "name"
    if low in words_of("headword") and not counted:
        return "name"
    return "name" if _named(stream, at, quantity, counted) else ""


def _counts_out(stream: Stream, after: int) -> bool:
    """ "17 of the last 18 years" """
    if stream.low(after) != "of":
        return False
    return any(stream.kind(at) in ("digits", "number") or stream.low(at) in ("them", "those", "last", "past") for at in (after + 1, after + 2))


def _named(stream: Stream, at: int, quantity: Quantity, counted: bool) -> bool:
    """A capital in mid-sentence right before plain digits that count nothing: "Apollo 11 lifted off"."""
    follower = stream.low(quantity.after)
    verb = (follower in VERBS or follower in words_of("casualty")) and not stream.at(quantity.first).text.endswith(".0")
    usable = quantity.plain and not quantity.link and not counted and not verb and at == quantity.first - 1
    return usable and _capital(stream, at) and not _opens_sentence(stream, at) and stream.low(at) not in WEEKDAYS and not _headline(stream, at)


def capital_word(stream: Stream, index: int) -> bool:
    """A number word with a capital in mid-sentence beside another capital: "Gang of Four", "Ocean's Eleven"."""
    if not _capital(stream, index) or stream.kind(index) != "number" or _opens_sentence(stream, index):
        return False
    if read_ordinal(stream, index) > index:
        return False
    beside = _capital(stream, index - 1) or _capital(stream, index + 1) or (stream.low(index - 1) == "of" and _capital(stream, index - 2))
    joined = stream.low(index + 1) in HYPHENS and _capital(stream, index + 2)
    return (beside or joined) and not _headline(stream, index)


def pair_reason(stream: Stream, quantity: Quantity) -> str:
    """Scores, votes and splits told with a dash: "5-4 ruling", "won 2-1", "aged 18-34"."""
    low_before, after = stream.low(quantity.first - 1), stream.low(quantity.after)
    scored = after in words_of("score") or low_before in words_of("score_before")
    if scored or low_before in words_of("reference"):
        return "reference"
    if quantity.unit.name or counted_noun(stream, quantity.after) or quantity.scale > 1:
        return ""
    small = max(quantity.ends) <= 20 and quantity.link == "dash" and stream.gap(quantity.last - 1) == ""
    return "reference" if small and low_before not in ("from", "between", "of", "about", "some", "around") else ""


def uneven_pair(stream: Stream, quantity: Quantity) -> int:
    """Index after a pair that falls or holds ("5-4", "52-48", "6-4-2", "voted 5 to 4"), 0 if there is none."""
    last, parts = quantity.last, 1
    while stream.low(last) in "-‐‑–:/" and stream.kind(last + 1) == "digits" and stream.tight(last) and stream.tight(last + 1):
        last, parts = last + 2, parts + 1
    if parts > 1 and quantity.plain:
        return last
    if stream.lows(last, last + 3) in (("-", "to", "-"), ("–", "to", "–")) and stream.kind(last + 3) in ("digits", "number"):
        return last + 4
    voted = stream.low(quantity.first - 1) in words_of("score_before") | {"by"}
    if stream.low(last) == "to" and stream.kind(last + 1) in ("digits", "number"):
        if voted and stream.kind(last + 2) != "word" or stream.low(last + 2) in words_of("score"):
            return last + 2
    return 0


def list_marker(stream: Stream, index: int) -> int:
    """Index after a list marker at the start of a line ("1.", "2)", "(3)"), 0 if there is none."""
    token, after = stream.at(index), stream.low(index + 1)
    if not (token.text.isdigit() and len(token.text) < 3):
        return 0
    if stream.kind(index - 1) == "line" and after in (".", ")") and stream.tight(index + 1):
        return index + 2 if stream.kind(index + 2) != "line" and not stream.tight(index + 2) else 0
    return index + 1 if stream.low(index - 1) == "(" and after == ")" and stream.kind(index - 2) == "line" else 0


def idiom_at(stream: Stream, index: int, floor: int) -> tuple[int, int, str] | None:
    """Tokens and reason of a fixed expression around the number word at `index`."""
    found = find_pattern(stream, index, floor, idiom_patterns())
    if not found:
        return None
    first, last, pattern = found
    return first, last, pattern.row[0]


def one_counts(stream: Stream, quantity: Quantity, hedge: Hedge) -> bool:
    """Is "one" a count of persons or a measure rather than a pronoun: "one soldier was killed", "at least one"?"""
    after = stream.low(quantity.after)
    if quantity.unit.name:
        return quantity.unit.name not in ("day", "night", "second", "minute") or hedge.op != "=" or stream.low(quantity.first - 1) in CARRIERS
    if after in ("of", "'s", "another") or stream.kind(quantity.after) != "word":
        return hedge.op != "=" and stream.kind(quantity.after) == "word" and after != "of"
    if hedge.op != "=" or after in words_of("casualty"):
        return True
    if stream.low(quantity.first - 1) in words_of("casualty"):
        return True
    person = after in words_of("person") or stream.low(quantity.after + 1) in words_of("person")
    window = range(quantity.first - 8, quantity.after + 9)
    return person and any(stream.low(at) in words_of("casualty") or stream.kind(at) == "digits" for at in window)


def after_reason(stream: Stream, quantity: Quantity, hedge: Hedge) -> str:
    """The reason that the words after a quantity give: "ago", "reasons", "-pronged", "o'clock", "Main Street"."""
    after, low = quantity.after, stream.low(quantity.after)
    if low == "o'clock":
        return "time"
    if quantity.unit.kind == "duration":
        return _after_duration(stream, quantity)
    if quantity.unit.name == "degree" and (stream.kind(after) == "digits" or stream.at(after).text in ("N", "S", "E", "W", "′", "'", "’")):
        return "reference"
    if quantity.unit.name == "millimeter" and (low in words_of("weapon") or stream.low(after + 1) in words_of("weapon")):
        return "name"
    if quantity.unit.name or quantity.op == "vague":
        return ""
    if low in HYPHENS and stream.kind(after + 1) == "word" and stream.tight(after) and stream.tight(after + 1):
        return "" if _measuring(stream, after + 1) else "idiom"
    return _after_count(stream, quantity, hedge)


def _measuring(stream: Stream, index: int) -> bool:
    """Does the word hyphened to a numeral measure ("5,000-strong", "12-point lead") rather than describe ("two-front")?"""
    low = stream.low(index)
    if low in ("point", "points"):
        return stream.low(index + 1) not in words_of("plan")
    return low in MEASURING


def _after_duration(stream: Stream, quantity: Quantity) -> str:
    after = quantity.after
    if stream.low(after) in HYPHENS and stream.low(after + 1) in OLD:
        return "reference"
    if stream.low(quantity.first - 1) in ("aged", "age"):
        return "reference"
    return "date" if is_relative(stream, after) else ""


def _after_count(stream: Stream, quantity: Quantity, hedge: Hedge) -> str:
    after, low, before = quantity.after, stream.low(quantity.after), stream.low(quantity.first - 1)
    whole = quantity.shape == "cardinal" and quantity.scale == 1
    if whole and _is_address(stream, quantity):
        return "reference"
    if not whole or hedge.op != "=":
        return ""
    lists = low in words_of("listing") or (stream.low(after + 1) in words_of("listing") and not is_plural(low) and stream.kind(after) == "word")
    if quantity.best <= 12 and lists:
        return "list"
    singular = stream.kind(after) == "word" and low.islower() and not is_plural(low) and low not in words_of("casualty") | VERBS
    if before in ("a", "an") and quantity.best >= 2 and singular and not counted_noun(stream, after):
        return "idiom"
    return "reference" if _is_age(stream, quantity) or _is_own_age(stream, quantity) else ""


def tail_of(stream: Stream, quantity: Quantity, reason: str) -> int:
    """Index after the words that belong to a number that is no figure: its unit, "-old", "ago", "-pronged"."""
    last = quantity.after
    if stream.low(last) in HYPHENS and stream.tight(last) and stream.tight(last + 1) and stream.kind(last + 1) == "word":
        return last + 2
    ago = reason == "date" and stream.low(last) in ("ago", "earlier", "later")
    return last + 1 if ago or stream.low(last) == "o'clock" else last


def _is_address(stream: Stream, quantity: Quantity) -> bool:
    if not quantity.plain or quantity.best != int(quantity.best):
        return False
    for at in range(quantity.after, quantity.after + 4):
        if not (_capital(stream, at) or stream.low(at) == "."):
            return False
        if at > quantity.after and stream.low(at) in words_of("street"):
            return True
    return False


def _is_own_age(stream: Stream, quantity: Quantity) -> bool:
    """ "she was 14 when", "who is now 27,", "dead at 96"."""
    at, after = quantity.first - 1, quantity.after
    if not (quantity.plain and 0 < quantity.best <= 110) or (stream.kind(after) == "word" and stream.low(after) not in AGE_FOLLOWERS):
        return False
    if stream.low(at) == "at" and stream.low(at - 1) in ("dead", "died", "dies", "die", "married", "retired", "aged"):
        return True
    at -= stream.low(at) in ("now", "just", "only", "about", "already")
    return stream.low(at) in ("is", "was", "am", "turned", "turns") and stream.low(at - 1) in ("he", "she", "i", "who")


def _is_age(stream: Stream, quantity: Quantity) -> bool:
    """ "Smith, 56, said", "his sister, 8." """
    closed = stream.low(quantity.after) in (",", ".", ")", ";") and stream.low(quantity.first - 1) in (",", "(")
    if not (closed and quantity.plain and 0 < quantity.best <= 110 and quantity.best == int(quantity.best)):
        return False
    named = _capital(stream, quantity.first - 2) or stream.low(quantity.first - 2) in words_of("relation")
    return named or (stream.low(quantity.after) == "," and stream.kind(quantity.first - 2) == "word" and stream.low(quantity.first - 1) == ",")


