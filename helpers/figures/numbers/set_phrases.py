"""Tell the numbers of page furniture and of set phrases: "Image 1 of 2", "PHOTOS: 25 …", "a 180-degree turn"."""

import re

from helpers.figures.numbers.labels import LINKS, is_capital
from helpers.figures.numbers.lexer import HYPHENS, Stream
from helpers.figures.numbers.modifiers import Hedge
from helpers.figures.numbers.ranges import Quantity
from helpers.figures.words import DETERMINERS, word_set

PAGES = word_set("image photo slide page picture video caption part chapter frame item card screen gallery tweet")
PICTURES = frozenset(("PHOTOS", "PICTURES", "GALLERY", "SLIDESHOW", "QUIZ", "RELATED", "IMAGES", "Photos", "Pictures"))
HEADLINE = 10  # tokens between "PHOTOS:" and a number of the title it opens
ENDS = frozenset(".!?")
MARKS = frozenset("\"“”‘’'")
SHOWING = DETERMINERS | word_set("on for off")
FACES = frozenset((1, 2, 5, 10, 20, 50, 100))  # what banknotes are worth
STATION = re.compile(r"[KW][A-Z]{2,3}")
TURNS = word_set("turn turns turnaround pivot pivots reversal reversals shift swing spin flip change switch about")
SPEAKERS = word_set("he she i we they you")
ARE = word_set("is am are was were")
AGREEING = word_set("agree agrees agreed disagree support supports trust")
SURE = word_set("sure certain complete committed behind honest focused ready right true correct convinced confident "
                "clear genuine serious happy willing opposed against innocent supportive sincere wrong")  # fmt: skip
GIVING = word_set("give gives gave given giving")
OPENERS = frozenset(":\"“‘'—–.!?")


def phrase_reason(stream: Stream, quantity: Quantity) -> str:
    """Why a number of page furniture or of a set phrase is no figure: reference, list, name or idiom; "" for others."""
    if quantity.unit.kind == "duration" and _titles(stream, quantity):
        return "name"
    if quantity.unit.kind == "money" and _is_banknote(stream, quantity):
        return "name"
    if quantity.unit.name == "degree":
        return "idiom" if quantity.best in (180, 360) and stream.low(quantity.after) in TURNS else ""
    if quantity.unit.kind == "percent":
        return "idiom" if quantity.best == 100 and quantity.op == "=" and _wholly(stream, quantity) else ""
    if quantity.shape == "part":
        parted = stream.low(quantity.first + 1) == "/" and stream.low(quantity.first - 1) == "("
        return "reference" if parted and stream.low(quantity.after) == ")" else ""  # the first tweet of two: "(1/2)"
    if quantity.shape != "cardinal" or quantity.unit.name:
        return ""
    if _is_page(stream, quantity) or _is_block(stream, quantity) or _or_older(stream, quantity.after):
        return "reference"
    if stream.low(quantity.first - 1) == "of" and stream.at(quantity.first - 2).text == "Group":
        return "name"  # "the Group of 7"
    if STATION.fullmatch(stream.at(quantity.first - 1).text) and is_capital(stream, quantity.after):
        return "name"  # "KTVA 11 News"
    return "list" if _in_gallery(stream, quantity.first) else ""


def _titles(stream: Stream, quantity: Quantity) -> bool:
    """ "on “60 Minutes.”": a number with a capital unit, and nothing else, in quotation marks."""
    unit = quantity.unit.last - 1
    if stream.low(quantity.first - 1) not in MARKS or unit != quantity.last or not is_capital(stream, unit):
        return False
    after = unit + 1 + (stream.low(unit + 1) in (",", *ENDS))
    return stream.low(after) in MARKS


def _is_banknote(stream: Stream, quantity: Quantity) -> bool:
    """ "on the $20 bill", "a £5 note", not "a $300 bill", "a £20m bill", "50 50-dollar bills"."""
    shown = stream.low(min(quantity.first, quantity.unit.first) - 1) in SHOWING
    plain = shown and quantity.scale == 1 and quantity.op == "=" and quantity.best in FACES
    return plain and stream.low(quantity.after) in ("bill", "bills", "note", "notes", "banknote", "banknotes", "coin")


def _is_page(stream: Stream, quantity: Quantity) -> bool:
    """ "Image 1 of 2": either number."""
    first, after = quantity.first, quantity.after
    if not quantity.plain:
        return False
    if stream.low(after) == "of" and stream.low(first - 1) in PAGES:
        return stream.kind(after + 1) == "digits"
    return stream.low(first - 1) == "of" and stream.kind(first - 2) == "digits" and stream.low(first - 3) in PAGES


def _is_block(stream: Stream, quantity: Quantity) -> bool:
    """ "the 1100 block of West Street"."""
    after = quantity.after
    return quantity.plain and quantity.best % 100 == 0 and stream.lows(after, after + 2) == ("block", "of")


def _or_older(stream: Stream, after: int) -> bool:
    """The first of two ages: "a 3- or 4-year-old", not "a 3- or 4-year term"."""
    if stream.low(after) not in HYPHENS or stream.low(after + 1) not in ("or", "and", "to"):
        return False
    return stream.low(after + 4) in ("year", "month") and stream.low(after + 6) in ("old", "olds")


def _in_gallery(stream: Stream, first: int) -> bool:
    """Whether a number stands in the title of a gallery: "(PHOTOS: Ada Holm's 50 friends)"."""
    for at in range(first - 1, first - 1 - HEADLINE, -1):
        if stream.low(at) == ":":
            return stream.at(at - 1).text in PICTURES and stream.low(at - 2) != "the"
        if stream.kind(at) == "line" or stream.low(at) in ENDS or stream.low(at) == ")":
            return False
    return False


def _wholly(stream: Stream, quantity: Quantity) -> bool:
    """ "She is 100 percent.", "I agree 100 percent", the answer "100 percent."; not "turnout was 100 percent"."""
    at, after = quantity.first - 1, quantity.after
    if stream.kind(after) != "mark" or stream.low(after) in ("(", "-"):
        return False
    if stream.low(at) in AGREEING:
        return True
    if stream.low(at) in ARE:
        return stream.low(at - 1) in SPEAKERS
    return (stream.kind(at) == "line" or stream.low(at) in OPENERS) and stream.low(after) != ":"


def is_wholly(stream: Stream, quantity: Quantity, hedge: Hedge) -> bool:
    """ "100 per cent sure", "give 110 per cent": no share, as "100 per cent of homes" is."""
    if not 100 <= quantity.best <= 200 or hedge.op != "=" or stream.low(quantity.after) == "of":
        return False
    alone = stream.kind(quantity.after) != "word" or stream.low(quantity.after) in LINKS
    return stream.low(quantity.after) in SURE or (alone and stream.low(hedge.first - 1) in GIVING)
