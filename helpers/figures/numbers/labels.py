"""Tell the numbers that label rather than count: codes, names, references, list markers."""

from helpers.figures.numbers.context import MONTHS, is_plural, words_of
from helpers.figures.numbers.lexer import HYPHENS, Stream
from helpers.figures.numbers.numerals import read_ordinal
from helpers.figures.numbers.ranges import Quantity
from helpers.figures.words import DETERMINERS, WEEKDAYS, word_set

LONGEST_CODE = 12  # tokens on either side of a digit that may belong to one code or name
SHORT = 3  # letters of a word that a stop cuts short: "apt. 5"
SHORTENED = frozenset(("para",))
LONGEST_TITLE = 25  # tokens
JOINTS = frozenset("-‐‑/.×–+&_")
SENTENCE_ENDS = frozenset(".!?:;…\"“”'‘’([)]|—–•*>")
DAY_NAMES = WEEKDAYS | word_set("mon tue wed thu fri sat sun")
VERBS = word_set("is are was were has have had will would could can died dies said")
PERIODS = word_set("day week night year month round game match stage line count place set")
LINKS = word_set(
    "and or but of in on at to for from by with as than that who which while when were was are is have had said"
)
HAVING = word_set("has have had won wins got gets received took takes drew scored collected raised "
                  "accumulated earned")  # fmt: skip
GAP = 8  # tokens between such a verb and the name of whoever has so many more
CARRIAGES = word_set("service coach carriage car wagon sleeper locomotive engine ferry")
SORTS = word_set("type phase category grade level tier version generation")
ADVERBS = word_set("only also still already just now never always once later soon then often even")
SURNAMES = ("Mc", "Mac", "O'", "O’", "De", "Di", "Le", "La", "Van", "Fitz")
EVERY = word_set("last this that per a every each next previous the one past")


def is_capital(stream: Stream, index: int) -> bool:
    """Does a word with a capital stand at `index`?"""
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
    return capitals * 10 >= words * 6 and words > 3


def counted_noun(stream: Stream, after: int) -> bool:
    """Does a plural noun follow at `after`, directly or behind one adjective?"""
    if stream.kind(after) != "word" or stream.low(after) in LINKS or stream.low(after) in ADVERBS:
        return False
    return is_plural(stream.low(after)) or (stream.kind(after + 1) == "word" and is_plural(stream.low(after + 1)))


def glued_name(stream: Stream, index: int) -> tuple[int, int] | None:
    """The tokens of the name or code that holds the digits at `index`: T4, F-16, 4×4; None if they stand alone."""
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
    if stream.low(at + 1) == "." and at + 1 < quantity.first and _ends_sentence(stream, at, quantity.first):
        return ""
    initials = stream.low(at + 1) == "." and stream.low(at - 1) == "." and stream.tight(at) and is_capital(stream, at)
    if initials and len(stream.low(at)) == 1 and quantity.plain and not counted_noun(stream, quantity.after):
        return "reference"  # H.R. 490
    if quantity.plain and stream.low(at) == "(" and stream.low(quantity.after) == ")" and stream.tight(at):
        return "reference"
    if stream.kind(at) != "word" or quantity.unit.name or quantity.op == "vague":
        return ""
    if quantity.plain and (_opens_title(stream, quantity.first, quantity.after) or _in_title(stream, quantity)):
        return "name"
    counted = counted_noun(stream, quantity.after)
    if stream.at(at).text.isupper() and len(low) == 2 and quantity.plain and 9999 < quantity.best < 1e5:
        return "reference"  # "Orrin, MA 02139"
    if low == "numbers" and _is_verb(stream, at):
        return ""
    aboard = low in CARRIAGES and stream.low(at - 1) in ("on", "in", "from", "aboard", "of")
    if aboard and quantity.plain and stream.kind(quantity.after) != "word":
        return "reference"  # "passengers on service 8146,", "in coach 7."
    if low in SORTS and quantity.plain:
        return "reference"  # "type 2 responses", "category 5 storms"
    if low in ("over", "under") and stream.kind(quantity.after) == "word":  # "over two terms", not "in over 12"
        return ""
    if low in words_of("reference") and not (
        (counted or _counts_out(stream, quantity.after)) and not is_capital(stream, at)
    ):
        return "" if low in PERIODS and stream.low(at - 1) in EVERY else "reference"
    if (low in words_of("product") and is_capital(stream, at)) or _camel(stream, at, quantity):
        return "name"
    if low in words_of("headword") and not counted:
        return "name"
    return "name" if _named(stream, at, quantity, counted) or _model(stream, at, quantity) else ""


def _ends_sentence(stream: Stream, at: int, first: int) -> bool:
    """Whether the stop after a word parts it from a number: "They broke the windows. Three burned", not "apt. 5"."""
    spelt = stream.kind(first) == "number" and is_capital(stream, first)
    return spelt or (len(stream.low(at)) > SHORT and stream.low(at) not in SHORTENED)


def _camel(stream: Stream, at: int, quantity: Quantity) -> bool:
    """ "iPhone 7", "AirPods 2": a capital inside the word makes a product of it."""
    text = stream.at(at).text
    inner = not text.isupper() and any(letter.isupper() for letter in text[1:]) and not text.startswith(SURNAMES)
    return inner and quantity.plain and quantity.best < 100 and at == quantity.first - 1


def _model(stream: Stream, at: int, quantity: Quantity) -> bool:
    """ "its Kestrel 9 drones", not "gave the Guard 9 drones": a capitalised name and a small number before a noun."""
    owned = stream.low(at - 1) in DETERMINERS and at == quantity.first - 1
    if not (owned and quantity.plain and 1 < quantity.best < 100 and is_capital(stream, at)):
        return False
    giving = any(stream.low(back) in words_of("giving") for back in range(at - 4, at - 1))
    return not giving and not is_plural(stream.low(at)) and stream.low(at) not in MONTHS


def _is_verb(stream: Stream, at: int) -> bool:
    """ "now numbers 350", "the crew numbers 40", not "the numbers 5 and 6"."""
    before = stream.low(at - 1)
    if before in ("now", "already", "still", "currently", "today", "which", "that", "who", "it"):
        return True
    noun = stream.kind(at - 1) == "word" and not is_plural(before) and before not in DETERMINERS and before not in LINKS
    return noun and stream.low(at - 2) in DETERMINERS


def _opens_title(stream: Stream, index: int, after: int) -> bool:
    """ "the blog posted 12 ways to swim (4 May 2031)": a number after a verb of publishing opens a title that its date
    in brackets closes, unless things published are counted: "posted 12 photos"."""
    if stream.low(index - 1) not in words_of("publishing"):
        return False
    for at in range(after, after + LONGEST_TITLE):
        if stream.kind(at) == "line" or (stream.low(at) in ".!?;" and not stream.tight(at + 1)):
            return False
        if at < after + 3 and stream.low(at) in words_of("published"):
            return False
        if stream.low(at) == "(":
            return any(stream.low(near) in MONTHS or stream.kind(near) == "date" for near in (at + 1, at + 2))
    return False


def _in_title(stream: Stream, quantity: Quantity) -> bool:
    """ "read The 39 Steps": a capital "The" behind small letters and a capital after the number, not in a headline."""
    at = quantity.first - 1
    if stream.at(at).text != "The" or stream.kind(at - 1) != "word" or not is_capital(stream, quantity.after):
        return False
    low, small = stream.low(at - 1), stream.at(at - 1).text.islower()
    return low.endswith("'s") or (small and (low not in LINKS or not _headline(stream, at)))


def _counts_out(stream: Stream, after: int) -> bool:
    """ "17 of the last 18 years" """
    if stream.low(after) != "of":
        return False
    return any(
        stream.kind(at) in ("digits", "number") or stream.low(at) in ("them", "those", "last", "past")
        for at in (after + 1, after + 2)
    )


def _named(stream: Stream, at: int, quantity: Quantity, counted: bool) -> bool:
    """A capital in mid-sentence right before plain digits that count nothing: "Apollo 11 lifted off"."""
    follower = stream.low(quantity.after)
    verb = (follower in VERBS or follower in words_of("casualty")) and not stream.at(quantity.first).text.endswith(".0")
    code = stream.at(at).text.isupper() and 1 < len(stream.at(at).text) < 5  # "the LX 500 would"
    single = follower in ("is", "was", "has") and quantity.best > 1  # "Fable 2 is": one thing
    verb = verb and not code and not single
    lone = quantity.best == 1 and stream.at(quantity.after).text.islower() and stream.kind(quantity.after + 1) == "mark"
    if lone:  # "Lund 1 goal, 1 assist."
        return False
    usable = quantity.plain and not quantity.link and not counted and not verb and at == quantity.first - 1
    return (
        usable
        and not _gapped(stream, at, quantity)
        and is_capital(stream, at)
        and (not _opens_sentence(stream, at) or (stream.low(at - 1) == "(" and stream.low(at) not in LINKS))
        and stream.low(at) not in DAY_NAMES
        and (not _headline(stream, at) or (follower == "(" and is_capital(stream, at - 1) and quantity.best < 100))
    )


def _gapped(stream: Stream, at: int, quantity: Quantity) -> bool:
    """ "Holm got 40 votes and Noll 12.": a verb of having is not said again; never "12 jets and Apollo 11 landed"."""
    if stream.low(at - 1) not in ("and", ",", "while") or stream.kind(quantity.after) == "word":
        return False
    counted = any(stream.kind(back) == "digits" and counted_noun(stream, back + 1) for back in range(at - 5, at - 1))
    return counted and any(stream.low(back) in HAVING for back in range(at - GAP, at - 2))


def capital_word(stream: Stream, index: int) -> bool:
    """A number word with a capital in mid-sentence beside another capital: "Gang of Four", "Ocean's Eleven"."""
    if not is_capital(stream, index) or stream.kind(index) != "number" or _opens_sentence(stream, index):
        return False
    if read_ordinal(stream, index) > index or (stream.at(index - 1).text.isupper() and len(stream.low(index - 1)) > 1):
        return False
    if stream.low(index - 1) == "of" and stream.at(index - 2).text in ("Group", "Gang"):
        return True
    if any(is_plural(stream.low(at)) and stream.at(at).text.islower() for at in (index + 1, index + 2)):
        return False
    beside = (
        is_capital(stream, index - 1)
        or is_capital(stream, index + 1)
        or (stream.low(index - 1) in ("of", "-") and is_capital(stream, index - 2))
    )
    joined = stream.low(index + 1) in HYPHENS and is_capital(stream, index + 2)
    return (beside or joined) and not _headline(stream, index)


def list_marker(stream: Stream, index: int) -> int:
    """Index after a list marker at the start of a line ("1.", "2)", "(3)"), 0 if there is none."""
    token, after = stream.at(index), stream.low(index + 1)
    if not (token.text.isdigit() and len(token.text) < 3):
        return 0
    if stream.kind(index - 1) == "line" and after in (".", ")") and stream.tight(index + 1):
        alone = stream.kind(index + 2) == "line" and index == 0
        return index + 2 if not alone and not stream.tight(index + 2) else 0
    return index + 1 if stream.low(index - 1) == "(" and after == ")" and stream.kind(index - 2) == "line" else 0
