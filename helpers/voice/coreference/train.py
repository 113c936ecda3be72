"""Train the weights of antecedents again: `python -m helpers.voice.coreference.train`.

data/training/antecedents.jsonl holds invented articles, one a line: its writer, its text, the quotations as (start,
speaker), the pronouns that are subjects as (start, whom it means), and those by which a figure is claimed ("It counted
40") likewise. Cross-validates by writer, then trains on all and writes data/models/antecedents.npz and .json. Takes two
minutes on one core and gives the same weights each time.
"""

import json
import random
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import NamedTuple

import numpy as np

from helpers.logit import Example, as_arrays, fit
from helpers.tables import DATA, write_model
from helpers.voice.coreference.choose import MODEL, Weights, as_weights, weighed
from helpers.voice.coreference.entities import Entity
from helpers.voice.coreference.features import PRONOUN_OF, Asked, Candidates, group_of
from helpers.voice.coreference.words import FIRST_NAMES
from helpers.voice.marks import Mark
from helpers.voice.naming import name_speakers
from helpers.voice.quotes import quotations_of

ARTICLES = DATA / "training" / "antecedents.jsonl"
PLAIN, WEIGHT = (*"efghijk", "cases"), 3  # writers of whole plain articles and tests, and how often each counts
CLAIMED = 4  # how often an ask by which a figure is claimed counts: they are few
FORGOTTEN = 0.5  # share of the given names
PRONOUN = re.compile(r"(?<![\w’'-])(?:he|she|they|it)(?![\w’'-])", re.I)
WORD = re.compile(r"\w+")
EMPTY = frozenset(("the", "a", "an", "of", "and", "mr", "mrs", "ms", "dr"))
NOTES = {
    "model": "whom a pronoun, a description or a quotation without a speaker means: conditional logit over all who are "
    "told of so far",
    "trained_on": "data/training/antecedents.jsonl, articles invented for this project",
    "command": "python -m helpers.voice.coreference.train",
}


class Article(NamedTuple):
    """An article: who wrote it, its text, offset of each quotation → its speaker, of each pronoun → whom it means; the
    same for the pronouns that claim figures."""

    writer: str
    text: str
    quotes: dict[int, str]
    pronouns: dict[int, str]
    claims: dict[int, str]


def read_articles() -> list[Article]:
    """The articles of data/training in order."""
    rows = map(json.loads, ARTICLES.read_text(encoding="utf-8").splitlines())
    return [
        Article(row["writer"], row["text"], dict(row["quotes"]), dict(row["pronouns"]), dict(row.get("claims", ())))
        for row in rows
    ]


def words(name: str) -> set[str]:
    """The words of a name that tell it apart, in lower case."""
    return {word.lower() for word in WORD.findall(name)} - EMPTY


def fits(truth: str, name: str) -> bool:
    """Whether a name is one of the alternatives coded ("Orr Foods|the company")."""
    return any(words(one) & words(name) for one in truth.split("|"))


def _is(truth: str, entity: Entity) -> bool:
    if fits(truth, entity.name):
        return True
    return entity.named and bool(words(truth) & {word.lower() for word in entity.words})


def right_of(truth: str, asked: Asked, found: Candidates) -> list[bool]:
    """Which candidates are whom the coder named; those only called so where none is named so."""
    right = [entity is not None and _is(truth, entity) for entity, _ in found]
    if not any(right):
        right = [entity is not None and bool(words(truth) & entity.offices) for entity, _ in found]
    if found and found[-1][0] is None:
        right[-1] = fits(truth, asked.words)
    return right


class Coder:
    """Answers as the coder did, and keeps each ask as an example."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.examples: list[Example] = []

    def __call__(self, asked: Asked, found: Candidates) -> int | None:
        if asked.kind in ("description", "bare"):
            truth = self.article.quotes.get(asked.quote)
        else:
            truth = self.article.claims.get(asked.at) or self.article.pronouns.get(asked.at)
            truth = truth or self.article.quotes.get(asked.quote)
        if truth is None:
            return None
        right = right_of(truth, asked, found)
        group = group_of(asked.kind)
        held = [[f"{group}|{name}" for name in names] for _, names in found]
        self.examples.append(Example(self.article.writer, asked.kind, held, right))
        return right.index(True) if any(right) else None


@contextmanager
def fewer_names(seed: str) -> Iterator[None]:
    """Forget some given names for a while: in the news many are in no list."""
    known = dict(FIRST_NAMES)
    draw = random.Random(seed)
    for name in sorted(known):
        if draw.random() < FORGOTTEN:
            del FIRST_NAMES[name]
    yield
    FIRST_NAMES.clear()
    FIRST_NAMES.update(known)


def all_examples(articles: list[Article]) -> list[Example]:
    """The examples of all articles, once with all given names known and once with some forgotten.

    Those of whole plain articles count more, since the others were made to be hard: there the nearest is rarely meant.
    """
    found = [example for article in articles for example in examples_of(article)]
    with fewer_names("forgotten"):
        found += [example for article in articles for example in examples_of(article)]
    claims = [example for article in articles for example in claims_of(article)]
    return found + [example for example in found if example.writer in PLAIN] * (WEIGHT - 1) + claims * CLAIMED


def examples_of(article: Article) -> list[Example]:
    """One example per pronoun, description and bare quotation of an article that was coded."""
    coder = Coder(article)
    reading = quotations_of(article.text)
    whom = reading.whom(coder)
    whom.always = PRONOUN
    name_speakers(article.text, reading.outer, reading.paragraphs, dict(reading.told), whom)
    return coder.examples


def claims_of(article: Article) -> list[Example]:
    """One example per pronoun by which a figure is claimed, asked as the table of figures asks: whatever was asked
    before."""
    found = []
    for at in article.claims:
        coder = Coder(article)
        whom = quotations_of(article.text).whom(coder)
        whom.mean_afresh(Asked(PRONOUN_OF[WORD.match(article.text, at).group().lower()], at))
        found += coder.examples[-1:]
    return found


def share_right(examples: list[Example], weights: dict[str, float]) -> Counter:
    """(kind, right or not) → how many asks."""
    found = Counter()
    for example in examples:
        sums = [sum(weights.get(name, 0.0) for name in names) for names in example.names]
        found[example.kind, bool(sums) and example.right[int(np.argmax(sums))]] += 1
    return found


def quotes_right(articles: list[Article], weights: Weights) -> Counter:
    """right or not → how many quotations are told with their speaker, each ask answered by the weights."""
    found = Counter()
    for article in articles:
        told = named(article.text, weights)
        for start, truth in article.quotes.items():
            mark = next((mark for mark in told if abs(mark.start - start) < 4), None)
            found[mark is not None and fits(truth, told[mark])] += 1
    return found


def named(text: str, weights: Weights) -> dict[Mark, str]:
    """Each quotation of a text with its speaker as told by these weights."""
    reading = quotations_of(text)
    whom = reading.whom(partial(weighed, weights=weights))
    told = dict(reading.told)
    name_speakers(text, reading.outer, reading.paragraphs, told, whom)
    return {mark: who.speaker for mark, who in told.items()}


def cross_validated(articles: list[Article]) -> dict[str, dict[str, float]]:
    """How the weights score on each writer's articles when trained on those of the others."""
    examples = all_examples(articles)
    asks, quotes = Counter(), Counter()
    for writer in sorted({article.writer for article in articles}):
        own = [article for article in articles if article.writer == writer]
        names, values = fit([example for example in examples if example.writer != writer])
        held = [example for article in own for example in (*examples_of(article), *claims_of(article))]
        asks += share_right(held, dict(zip(names, values.tolist(), strict=True)))
        quotes += quotes_right(own, as_weights(names, values))
    kinds = sorted({kind for kind, _ in asks})
    shares = {kind: _share(asks[kind, True], asks[kind, False]) for kind in kinds}
    return shares | {"speakers of quotations": _share(quotes[True], quotes[False])}


def _share(right: int, wrong: int) -> dict[str, float]:
    return {"n": right + wrong, "right": round(right / max(1, right + wrong), 3)}


def main() -> None:
    """Cross-validate, train, write."""
    articles = read_articles()
    measured = cross_validated(articles)
    names, values = fit(all_examples(articles))
    print(write_model(MODEL, as_arrays(names, values), {**NOTES, "articles": len(articles), "measured": measured}))


if __name__ == "__main__":
    main()
