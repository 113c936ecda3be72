"""Scores as tables: one row per span and instrument, the course through an article, the place of each driver."""

import re

import pandas as pd

from helpers.sentiment.scores import SCORERS, Hit, Score

COLUMNS = ["document", "span", "analyzer", "polarity", "subjectivity", "n_hits", "drivers",
           "quantifiers", "polarity_without_quantifiers"]
COURSE = ["document", "span", "start", "end", "voice", "analyzer", "polarity", "silent", "text"]
DRIVER = re.compile(r"(?P<words>[^;]+) (?P<weight>[+−]\d\.\d\d)(?:; |$)")
MINUS = "−"  # a true minus sign: the string is read by people


def tell_drivers(hits: list[Hit]) -> str:
    """Write scoring words with their weights for a reader.

    >>> tell_drivers([Hit("terrible", -1.0, False), Hit("not good", -0.35, False)])
    'terrible −1.00; not good −0.35'
    """
    return "; ".join(f"{hit.words.replace(';', ',')} {tell_weight(hit.weight)}" for hit in hits)


def tell_weight(weight: float) -> str:
    """Write a weight with its sign and two decimals.

    >>> tell_weight(-0.35)
    '−0.35'
    """
    return f"{weight:+.2f}".replace("-", MINUS)


def read_drivers(drivers: str) -> list[tuple[str, float]]:
    """Read such a string back into words and weights.

    >>> read_drivers("terrible −1.00; not good −0.35")
    [('terrible', -1.0), ('not good', -0.35)]
    """
    return [(m["words"], float(m["weight"].replace(MINUS, "-"))) for m in DRIVER.finditer(drivers)]


def _row(document: str, span: int, analyzer: str, score: Score) -> tuple:
    heard = [hit for hit in score.hits if round(hit.weight, 2)]
    return (document, span, analyzer, score.polarity, score.subjectivity, len(heard),
            tell_drivers([hit for hit in heard if not hit.quantifier]),
            tell_drivers([hit for hit in heard if hit.quantifier]), score.without_quantifiers)


def score_spans(spans: pd.DataFrame, analyzers: tuple[str, ...] = ("textblob", "vader")) -> pd.DataFrame:
    """Score every span by every instrument.

    spans: document, span, text. analyzers: names out of ANALYZERS.
    Returns one row per span × analyzer: document, span, analyzer, polarity (−1…1), subjectivity (0…1, missing where the
    instrument has none), n_hits (scoring words, quantifiers included; 0 is a silent span), drivers and quantifiers (the
    scoring words with their weights, as `terrible −1.00; not good −0.35`, words of number, degree, size and time in the
    second), polarity_without_quantifiers (−1…1, what the instrument would say without those).
    Raises ValueError for an unknown analyzer.

    >>> rows = pd.DataFrame({"document": ["a"], "span": [0], "text": ["It wasn't good, but there were many more."]})
    >>> score_spans(rows, ("textblob",)).loc[0, ["drivers", "quantifiers"]].tolist()
    ['not good −0.35', 'many +0.50; more +0.50']
    """
    unknown = sorted(set(analyzers) - set(SCORERS))
    if unknown:
        raise ValueError(f"unknown analyzer {', '.join(unknown)}: choose from {', '.join(SCORERS)}")
    rows = [_row(document, span, analyzer, SCORERS[analyzer](text))
            for document, span, text in zip(*(spans[c].tolist() for c in ("document", "span", "text")), strict=True)
            for analyzer in analyzers]
    frame = pd.DataFrame(rows, columns=COLUMNS)
    numbers = ("polarity", "subjectivity", "polarity_without_quantifiers")
    return frame.astype({**dict.fromkeys(numbers, float), "n_hits": int, "document": str, "analyzer": str, "span": int})


def course(sentiment: pd.DataFrame, spans: pd.DataFrame, analyzer: str = "textblob") -> pd.DataFrame:
    """The way of the polarity through each article, span after span.

    sentiment: as score_spans gives it; spans: document, span, start, end, voice, text.
    Returns one row per span of that analyzer in reading order: document, span, start, end, voice, analyzer, polarity
    (−1…1), silent (1: no scoring word), text.

    >>> spans = pd.DataFrame({"document": ["a"], "span": [0], "start": 0, "end": 5, "voice": "own", "text": "Good."})
    >>> course(score_spans(spans), spans)[["voice", "polarity", "silent"]].values.tolist()
    [['own', 0.7, 0]]
    """
    one = sentiment[sentiment["analyzer"] == analyzer]
    places = spans[["document", "span", "start", "end", "voice", "text"]]
    joined = one.merge(places, on=["document", "span"], how="inner")
    joined = joined.assign(silent=(joined["n_hits"] == 0).astype(int))
    return joined.sort_values(["document", "span"], kind="stable")[COURSE].reset_index(drop=True)
