"""`python -m helpers.bench.size N SEED` works through N made articles, in its own process, and prints what it took."""

import json
import resource
import sys

from textblob import TextBlob

from helpers.bench.articles import SAMPLE, make_articles
from helpers.corpus import count_words, load_actors
from helpers.measure.speed import Clock, run_all
from helpers.pipeline.cycles import settle
from helpers.vocabulary import keyness_by_source, term_frequency

FEW = 3  # articles that are worked through first, to load lexicons and weights
OTHER_SEED = 1_000  # away from the seeds of what is measured
SPANS, WHOLE = "TextBlob, each span", "TextBlob, each article"


def _textblob(texts: list[str]) -> list[tuple[float, float]]:
    return [tuple(TextBlob(text).sentiment) for text in texts]


def _work(n: int, seed: int, clock: Clock) -> int:
    """Every step, the counts of the corpus and the plain calls of TextBlob over n articles; returns their words."""
    documents = make_articles(n, seed)
    texts = dict(zip(documents["document"], documents["text"], strict=True))
    spans, loaded = run_all(texts, load_actors(SAMPLE), clock, documents)
    clock.run("keyness", keyness_by_source, spans, documents)
    clock.run("term frequency", term_frequency, loaded, spans, documents)
    clock.run(SPANS, _textblob, spans["text"].tolist())
    clock.run(WHOLE, _textblob, list(texts.values()))
    return sum(map(count_words, texts.values()))


def measure_size(n: int, seed: int) -> dict[str, object]:
    """What n articles took: articles, words, seconds of processor time by step, peak memory in MB.

    seed: another one makes other articles.
    """
    _work(FEW, OTHER_SEED, Clock())
    settle()  # as a build does with what it has loaded, before it forks its kernels
    clock = Clock()
    words = _work(n, seed, clock)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"articles": n, "words": words, "seconds": clock.seconds, "peak_mb": round(peak)}


if __name__ == "__main__":
    print(json.dumps(measure_size(int(sys.argv[1]), int(sys.argv[2]))))
