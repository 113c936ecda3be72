"""Whole articles coded by people who had seen neither code nor output: invented ones, and news of the benchmarks.

Their figures and quotations are named in tests/cases by their offsets; the invented texts stand beside them, those of
the news pages in the folder of benchmarks; of a long one only the first part is coded (article_ends.csv). `half` tells
whether their errors were read while the rules were written. A cell may name several answers, joined by `|`, where the
coder found each of them right.
"""

import csv
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from helpers.cleaning import label_lines
from helpers.figures import find_figures, find_figures_in
from helpers.gold.figures import OPS, same_claimant, same_noun
from helpers.gold.matching import WORD, content_words, f1, is_on, overlaps_any, pair_up, spans_of
from helpers.gold.quotes import SHORTEST
from helpers.measure.rows import CASES, Measured, measured
from helpers.voice import cut_by_voice, find_quotes
from helpers.voice.kept import quotes_on_kept_lines

INVENTED = CASES / "articles"
NEWS = tuple(Path("cleaning") / suite / "gold" for suite in ("scrapinghub", "wcxb"))  # below the folder of benchmarks
HALVES = {"read": "whose errors were read", "aside": "set aside"}
DOUBT = frozenset(("doubted", "denied"))
AMONG_FOUND = ("bound", "noun", "claimant", "stance")


class Article(NamedTuple):
    """A coded article: its text, whether it stands on a page with furniture, its coded figures and quotations."""

    text: str
    is_page: bool
    figures: list[dict]
    quotes: list[dict]


def _rows(name: str, half: str) -> dict[str, list[dict]]:
    path, found = CASES / f"article_{name}.csv", {}
    if path.is_file():
        with path.open(encoding="utf-8", newline="") as cells:
            for row in csv.DictReader(cells):
                if row["half"] == half:
                    found.setdefault(row["article"], []).append(row)
    return found


def _ends() -> dict[str, int]:
    """Where the coded part of an article ends, of those that are not coded whole."""
    with (CASES / "article_ends.csv").open(encoding="utf-8", newline="") as cells:
        return {row["article"]: int(row["end"]) for row in csv.DictReader(cells)}


def read_articles(benchmarks: Path | None, half: str) -> tuple[list[Article], int]:
    """The coded articles of one half as far as their texts are at hand, and how many of them are invented."""
    figures, quotes = _rows("figures", half), _rows("quotes", half)
    found, invented, ends = [], 0, _ends()
    for name in sorted(figures.keys() | quotes.keys()):
        own = INVENTED / f"{name}.txt"
        paths = [own, *(benchmarks / folder / own.name for folder in NEWS)] if benchmarks else [own]
        path = next((path for path in paths if path.is_file()), None)
        if path:
            text = path.read_text(encoding="utf-8")[: ends.get(name)]
            found.append(Article(text, path == own, figures.get(name, []), quotes.get(name, [])))
            invented += path == own
    return found, invented


def _found_in(article: Article) -> tuple[list[dict], list[dict]]:
    """(figures, quotations) that the steps find; the lines of a page are labelled first."""
    if not article.is_page:
        return find_figures(article.text).to_dict("records"), find_quotes(article.text).to_dict("records")
    lines = label_lines(article.text)
    quotes = quotes_on_kept_lines(article.text, lines)
    spans = cut_by_voice(article.text, lines, quotes)
    figures, _ = find_figures_in(article.text, lines, quotes, spans)
    return figures.to_dict("records"), quotes.to_dict("records")


def _any(cell: str, is_right: Callable[[str], bool]) -> bool:
    return any(map(is_right, cell.split("|")))


def _is_free(wanted: dict, found: dict) -> bool:
    """Whether any noun is right: none is coded, or it is money, which its currency counts."""
    return not wanted["noun"] or found["kind"] == "money"


def _traits(wanted: dict, found: dict) -> dict[str, bool]:
    """Trait → whether it is told as coded."""
    claimant = str(found["claimant"] or "author")
    return {
        "bound": _any(wanted["bound"], lambda bound: found["op"] in OPS[bound]),
        "noun": _is_free(wanted, found) or _any(wanted["noun"], lambda noun: same_noun(noun, found["noun"])),
        "claimant": _any(wanted["claimant"], lambda who: same_claimant(who, claimant)),
        "stance": found["stance"] in wanted["stance"].split("|"),
    }


def score_article(article: Article) -> Counter:
    """Count one article: figures and quotations coded, found and both, and what is right among those found.

    >>> coded = {"bound": "exact", "noun": "boats", "claimant": "author", "stance": "asserted"}
    >>> score = score_article(Article("Six boats sank.", False, [{"start": 0, "end": 3, **coded}], []))
    >>> score["both"], score["noun"], score["stance"]
    (1, 1, 1)
    """
    figures, quotes = _found_in(article)
    n = Counter(coded=len(article.figures), found=len(figures))
    for at, index in pair_up(spans_of(article.figures), spans_of(figures)):
        wanted, found = article.figures[at], figures[index]
        n.update({"both": 1, **_traits(wanted, found)})
        if set(wanted["stance"].split("|")) <= DOUBT:
            n.update(doubts=1, doubts_seen=found["stance"] in DOUBT)
    return n + _score_quotes(article, quotes)


def _is_long(text: str) -> bool:
    return len(WORD.findall(text)) >= SHORTEST


def _score_quotes(article: Article, found: list[dict]) -> Counter:
    """Count the quotations of four words or more, as the coding of corpora does; coded scare quotes count for none."""
    scare = spans_of([row for row in article.quotes if is_on(row["scare"])])
    coded = [row for row in article.quotes if not is_on(row["scare"])]
    coded = [row for row, span in zip(coded, spans_of(coded), strict=True) if _is_long(article.text[slice(*span)])]
    speech = [row for row in found if _is_long(row["text"]) and not is_on(row["scare"])]
    speech = [row for row, span in zip(speech, spans_of(speech), strict=True) if not overlaps_any(span, scare)]
    n = Counter(coded_quotes=len(coded), found_quotes=len(speech))
    for at, index in pair_up(spans_of(coded), spans_of(speech)):
        who = content_words(coded[at]["speaker"].replace("|", " "))
        n.update(both_quotes=1, spoken=bool(who), speaker=bool(who & content_words(speech[index]["speaker"])))
    return n


def _measures(half: str, n: Counter, data: str) -> Iterator[Measured]:
    quotes = f1(n["both_quotes"], n["found_quotes"], n["coded_quotes"])
    yield measured(f"articles quotes {half}", quotes["f1"], n["coded_quotes"], data)
    yield measured(f"articles speakers {half}", n["speaker"] / max(1, n["spoken"]), n["spoken"], data)
    yield measured(f"articles precision {half}", n["both"] / max(1, n["found"]), n["found"], data)
    yield measured(f"articles recall {half}", n["both"] / max(1, n["coded"]), n["coded"], data)
    for trait in AMONG_FOUND:
        yield measured(f"articles {trait} {half}", n[trait] / max(1, n["both"]), n["both"], data)
    yield measured(f"articles doubts {half}", n["doubts_seen"] / max(1, n["doubts"]), n["doubts"], data)


def measure_articles(benchmarks: Path | None, half: str) -> list[Measured]:
    """Figures and quotations of the coded articles of one half; nothing where none is at hand."""
    articles, invented = read_articles(benchmarks, half)
    if not articles:
        return []
    news = f" and {len(articles) - invented} real" if len(articles) > invented else ""
    data = f"{invented} invented{news} news articles {HALVES[half]}"
    return list(_measures(half, sum(map(score_article, articles), Counter()), data))
