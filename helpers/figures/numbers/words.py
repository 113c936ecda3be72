"""The words English numerals are made of."""

import re


def _in_order(words: str, first: int = 1, step: int = 1) -> dict[str, int]:
    """What each word of a line is worth, the next one always `step` more."""
    return {word: first + step * place for place, word in enumerate(words.split())}


UNITS = _in_order("one two three four five six seven eight nine")
TEENS = _in_order("ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen", first=10)
TENS = _in_order("twenty thirty forty fifty sixty seventy eighty ninety", first=20, step=10)
ZEROS = {"zero": 0, "nought": 0, "naught": 0}
SMALL = UNITS | TEENS | TENS | ZEROS
# Short and long names of powers; lakh and crore are the South Asian ones.
SCALES = {
    "thousand": 1e3,
    "lakh": 1e5,
    "million": 1e6,
    "crore": 1e7,
    "billion": 1e9,
    "trillion": 1e12,
    "quadrillion": 1e15,
}
GROUPS = {"dozen": 12.0, "hundred": 100.0, **SCALES}
PLURALS = {f"{word}s": value for word, value in GROUPS.items()} | {"tens": 10.0, "lacs": 1e5}
# What may stand after digits for a power: with a space or glued ("3.5bn", "2 mln").
SUFFIXES = {"k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "mm": 1e6, "mio": 1e6, "bn": 1e9, "bln": 1e9, "b": 1e9,
            "tn": 1e12, "trn": 1e12, "t": 1e12, "lac": 1e5, "cr": 1e7}  # fmt: skip
ORDINALS = (
    _in_order("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
              "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth")
    | _in_order("twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth", first=20, step=10)
    | {"hundredth": 100, "thousandth": 1000, "millionth": 1_000_000}
)  # fmt: skip
PARTS = {word: 1 / value for word, value in ORDINALS.items() if 3 <= value <= 10} | {"half": 0.5, "quarter": 0.25}
PART_PLURALS = {f"{word}s": value for word, value in PARTS.items() if word != "half"} | {"halves": 0.5}
FOLDS = {f"{word}fold": value for word, value in (SMALL | {"hundred": 100, "thousand": 1000}).items()}
LOOSE = ("single", "double", "scores", "handful", "tens")  # counted only in some uses, else idioms
NUMBER_WORDS = frozenset((*SMALL, *GROUPS, *PLURALS, *ORDINALS, *PARTS, *PART_PLURALS, *FOLDS, *LOOSE))
# What is a number word only beside another: fractions in the plural, the second of time, a quarter, scores.
ROMAN = re.compile(r"(?=[IVXL])(?:X{0,3}|XL|L|LX{1,3})(?:IX|IV|V?I{0,3})")
GLYPHS = {"½": 1 / 2, "¼": 1 / 4, "¾": 3 / 4, "⅐": 1 / 7, "⅑": 1 / 9, "⅒": 1 / 10, "⅓": 1 / 3, "⅔": 2 / 3, "⅕": 1 / 5,
          "⅖": 2 / 5, "⅗": 3 / 5, "⅘": 4 / 5, "⅙": 1 / 6, "⅚": 5 / 6, "⅛": 1 / 8,
          "⅜": 3 / 8, "⅝": 5 / 8, "⅞": 7 / 8}  # fmt: skip
