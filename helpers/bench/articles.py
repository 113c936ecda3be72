"""Any number of articles made out of those of the sample corpus, all different, the same for the same seed."""

import random
import re
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from helpers.cleaning import label_lines
from helpers.corpus import load_corpus
from helpers.sentences import split_sentences
from helpers.tables import DATA

SAMPLE = DATA / "sample"
N_SOURCES = 20  # an outlet writes many articles; the number of outlets does not grow with theirs
BORROWED = 1 / 3  # share of an article's sentences that come from the other articles
# Names that change places with each other: the whole and its parts in one row, so that both change together.
EXCHANGED = (
    (("Ilse", "Varrick"), ("Tomas", "Eldry"), ("Wren", "Hollis"), ("Piet", "Morrow"), ("Orrin", "Vale"),
     ("Emil", "Stroud"), ("Hanna", "Brisk"), ("Lewin", "Sparr"), ("Agnes", "Tulle"), ("Nadine", "Quill")),
    (("Lathmere",), ("Dallinport",), ("Tolbeck",), ("Corvane",)),
    (("River", "League"), ("Provincial", "Guard"), ("Aurenne", "Federation")),
    (("Ferry Street",), ("Mill Hill",), ("Gull Point",)),
)  # fmt: skip
# Figures of two digits and more; no clock times, no dates with slashes, no years, no ordinals, no parts of names.
FIGURE = re.compile(r"(?<![\w.,:/-])(?!(?:19|20)\d\d\b)\d{1,3}(?:,\d{3})+(?![\w:/-])|"
                    r"(?<![\w.,:/-])(?!(?:19|20)\d\d\b)\d{2,6}(?![\w:/,-]|\.\d)")  # fmt: skip


class Line(NamedTuple):
    """A line of an article: its text, or its sentences where it is body text and they may move."""

    text: str
    sentences: tuple[str, ...]


def _pieces(line: str) -> tuple[str, ...]:
    """The sentences of a line, those that one pair of quotation marks spans kept together."""
    found: list[str] = []
    for start, end in split_sentences(line):
        if found and found[-1].count("“") != found[-1].count("”"):
            found[-1] += f" {line[start:end]}"
        else:
            found.append(line[start:end])
    return tuple(found)


def read_pages(corpus: Path = SAMPLE) -> tuple[list[list[Line]], pd.DataFrame]:
    """The articles of a corpus as lines, page furniture included, and its table of documents."""
    documents = load_corpus(corpus)
    return [_lines(text) for text in documents["text"]], documents


def _lines(text: str) -> list[Line]:
    labels = label_lines(text)
    body = set(labels.loc[labels["label"] == "body", "line"])
    return [Line(line, _pieces(line) if number in body else ()) for number, line in enumerate(text.split("\n"), 1)]


def _shuffled(page: list[Line], pool: list[str], rng: random.Random) -> list[str]:
    """The lines of a page, its sentences in a new order, some of them another article's."""
    own = [piece for line in page for piece in line.sentences]
    n_borrowed = round(BORROWED * len(own))
    borrowed = rng.sample([piece for piece in pool if piece not in own], n_borrowed)
    dealt = iter(rng.sample(borrowed + rng.sample(own, len(own) - n_borrowed), len(own)))
    return [" ".join(next(dealt) for _ in line.sentences) if line.sentences else line.text for line in page]


def _new_names(rng: random.Random) -> dict[str, str]:
    found: dict[str, str] = {}
    for names in EXCHANGED:
        for old, new in zip(names, rng.sample(names, len(names)), strict=True):
            found |= dict(zip(old, new, strict=True))
    return found


def _exchanged(text: str, rng: random.Random) -> str:
    """The text with its names and figures exchanged, each the same throughout."""
    names, figures = _new_names(rng), {}
    text = re.sub(rf"\b(?:{'|'.join(names)})\b", lambda m: names[m[0]], text)
    return FIGURE.sub(lambda m: figures.setdefault(m[0], _other(m[0], rng)), text)


def _other(figure: str, rng: random.Random) -> str:
    """Another figure of as many digits, its commas and its last zeros kept.

    >>> _other("1,200", random.Random(0))
    '5,900'
    """
    digits = figure.replace(",", "")
    head = digits.rstrip("0") or digits
    size = max(len(head), min(2, len(digits)))
    number = rng.randrange(10 ** (size - 1), 10**size) * 10 ** (len(digits) - size)
    return f"{number:,}" if "," in figure else str(number)


def make_articles(n: int, seed: int = 0, corpus: Path = SAMPLE) -> pd.DataFrame:
    """Make articles: sentences of the corpus in new orders, names and figures exchanged, page furniture kept.

    n: how many; seed: the same gives the same articles, and the first of many are those of few.
    Returns one row per article: document, source, published (ISO date), text.
    """
    pages, documents = read_pages(corpus)
    pool = list(dict.fromkeys(piece for page in pages for line in page for piece in line.sentences))
    rows = []
    for number in range(n):
        rng = random.Random(f"{seed} {number}")
        text = _exchanged("\n".join(_shuffled(rng.choice(pages), pool, rng)), rng)
        published = documents["published"].iloc[number % len(documents)]
        rows.append((f"a{number:05d}", f"Outlet {number % N_SOURCES + 1}", published, text))
    return pd.DataFrame(rows, columns=["document", "source", "published", "text"])
