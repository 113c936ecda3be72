"""Where in a text, and how evenly over its parts, a term is used."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from helpers.tokens import tokenize

POSITION_COLUMNS = ["source", "document", "term", "start", "position"]


def deviation_of_proportions(counts: Sequence[float], sizes: Sequence[float]) -> float:
    """Gries' DP: 0 where a term is spread as the parts are sized, near 1 where it stands in one small part.

    counts: hits in each part; sizes: tokens of each part, in the same order. Returns nan without hits or tokens.
    Raises ValueError if the two differ in length. Source: Gries (2008).

    >>> round(deviation_of_proportions([1, 2, 3, 4, 5], [9, 10, 10, 10, 11]), 2)
    0.18
    """
    hits, tokens = _parts(counts, sizes)
    if hits.sum() == 0 or tokens.sum() == 0:
        return float("nan")
    return float(np.abs(hits / hits.sum() - tokens / tokens.sum()).sum() / 2)


def juilland_d(counts: Sequence[float], sizes: Sequence[float]) -> float:
    """Juilland's D: 1 where a term has the same rate in every part, 0 where it stands in one only.

    counts, sizes: as in `deviation_of_proportions`. Returns nan without hits or with fewer than two parts.
    Raises ValueError if the two differ in length. Source: Juilland, Brodin & Davidovitch (1970), on rates.

    >>> round(juilland_d([1, 2, 3, 4, 5], [9, 10, 10, 10, 11]), 3)
    0.785
    """
    hits, tokens = _parts(counts, sizes)
    rates = hits[tokens > 0] / tokens[tokens > 0]
    if len(rates) < 2 or rates.sum() == 0:
        return float("nan")
    return float(1 - rates.std() / rates.mean() / np.sqrt(len(rates) - 1))


def _parts(counts: Sequence[float], sizes: Sequence[float]) -> tuple[np.ndarray, np.ndarray]:
    hits, tokens = np.asarray(counts, dtype=float), np.asarray(sizes, dtype=float)
    if hits.shape != tokens.shape:
        raise ValueError(f"{hits.size} counts do not fit {tokens.size} sizes")
    return hits, tokens


def positions(hits: pd.DataFrame, spans: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """Place each hit on its document's kept words, for barcodes.

    hits: document, start, term; spans: document, start, end, text; documents: document, source.
    Returns source, document, term, start, position (0 at the first kept word, near 1 at the last), in order.

    >>> spans = pd.DataFrame([("a", 0, 19, "One two three four.")], columns=["document", "start", "end", "text"])
    >>> hits = pd.DataFrame([("a", 8, "three")], columns=["document", "start", "term"])
    >>> positions(hits, spans, pd.DataFrame([("a", "Gazette")], columns=["document", "source"])).values.tolist()
    [['Gazette', 'a', 'three', 8, 0.5]]
    """
    source_of = dict(zip(documents["document"], documents["source"], strict=True))
    words: dict[str, list[int]] = {}
    for document, start, text in zip(spans["document"], spans["start"], spans["text"], strict=True):
        words.setdefault(document, []).extend(int(start) + a for a, _ in tokenize(text))
    rows = []
    for document, start, term in sorted(zip(hits["document"], hits["start"], hits["term"], strict=True)):
        at = sorted(words.get(document, []))
        before = int(np.searchsorted(at, start))
        rows.append((source_of[document], document, term, int(start), before / max(1, len(at))))
    return pd.DataFrame(rows, columns=POSITION_COLUMNS)


def dispersion(hits: pd.DataFrame, spans: pd.DataFrame, *, n_parts: int = 10) -> pd.DataFrame:
    """How evenly each term is spread, with every document cut into parts of equal length.

    hits: document, start, term; spans: document, start, end, text; n_parts: parts a document is cut into.
    Returns term, n, n_documents, range (parts that hold it), n_parts (in all), dp (Gries), d (Juilland).
    """
    places = positions(hits, spans, pd.DataFrame({"document": spans["document"].unique(), "source": ""}))
    sizes = {d: sum(len(tokenize(t)) for t in part["text"]) for d, part in spans.groupby("document")}
    part_of = {d: i for i, d in enumerate(sizes)}
    tokens = np.repeat(np.array(list(sizes.values()), dtype=float) / n_parts, n_parts)
    rows = []
    for term, part in places.groupby("term"):
        within = np.minimum(part["position"] * n_parts, n_parts - 1).astype(int)
        slots = part["document"].map(part_of) * n_parts + within
        counts = np.bincount(slots, minlength=len(tokens))
        measures = deviation_of_proportions(counts, tokens), juilland_d(counts, tokens)
        rows.append((term, len(part), part["document"].nunique(), int((counts > 0).sum()), len(tokens), *measures))
    return pd.DataFrame(rows, columns=["term", "n", "n_documents", "range", "n_parts", "dp", "d"])
