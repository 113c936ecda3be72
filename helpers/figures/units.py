"""What a unit measures, where the number itself does not tell."""

import re

from helpers.figures.words import word_set

MEASURES = word_set(
    "share money distance area volume weight duration age rate speed temperature energy power length depth height"
)
# Canonical or printed unit (lower case, singular) -> measure; what is not listed is taken for a count.
UNIT_MEASURES = {
    unit: measure
    for measure, units in {
        "share": "% percent per-cent percentage-point pp point share",
        "money": "usd eur gbp dollar euro pound rupee yen yuan ruble rouble lira franc peso cent $ £ €",
        "distance": "km kilometre kilometer m metre meter mile foot yard inch cm mm centimetre centimeter "
        "nautical-mile ft",
        "area": "hectare acre square-kilometre square-kilometer km² sq-km square-mile square-metre square-meter m²",
        "volume": "litre liter gallon barrel cubic-metre cubic-meter bbl",
        "weight": "kg kilogram kilo tonne ton gram pound-weight ounce lb",
        "duration": "year month week day hour minute second decade century fortnight night",
        "speed": "km/h mph knot kph",
        "temperature": "°c °f degree celsius fahrenheit",
        "energy": "watt kilowatt megawatt gigawatt mw gw kwh mwh kilowatt-hour megawatt-hour",
    }.items()
    for unit in units.split()
}
PRINTED_UNITS = word_set(
    "km kilometre kilometer metre meter mile foot yard year month week day hour minute second dollar euro pound "
    "crown cm "
    "centimetre hectare acre barrel tonne ton litre kilo kg degree percent %"
)
SHORT_UNITS = {"kilometer": "km", "meter": "metres", "percent": "%", "centimeter": "cm", "square kilometer": "km²",
               "cubic meter": "m³", "square meter": "m²", "foot": "feet", "inch": "inches",
               "century": "centuries"}  # fmt: skip
GAPS = re.compile(r"[\s_‐‑-]+")


def measure_of(number) -> str:
    """Tell what a Number measures: share, money, distance …; "" for a plain count.

    number: a Number of helpers.figures.numbers, its kind_hint trusted where it names a measure.

    >>> from types import SimpleNamespace
    >>> measure_of(SimpleNamespace(kind_hint="", unit="square kilometre"))
    'area'
    """
    if number.kind_hint in MEASURES or not number.unit:
        return number.kind_hint if number.kind_hint in MEASURES else ""
    unit = GAPS.sub("-", number.unit.lower()).strip("-")
    return UNIT_MEASURES.get(unit) or UNIT_MEASURES.get(unit.rstrip("s"), "")


def plural_unit(unit: str) -> str:
    """A unit as a label prints it, with the time it is told for.

    >>> plural_unit("crown a day"), plural_unit("square meter")
    ('crowns a day', 'm²')
    """
    unit, a, rate = unit.partition(" a ")
    return _many(unit) + a + rate


def _many(unit: str) -> str:
    if unit in SHORT_UNITS or unit in SHORT_UNITS.values() or not unit.replace(" ", "").isalpha() or unit.isupper():
        return SHORT_UNITS.get(unit, unit)
    return unit if unit.endswith("s") else f"{unit}s"
