"""Processor time of every step per 1,000 words, on one core."""

import time
from pathlib import Path

import pandas as pd

from helpers.actors import names_in_spans
from helpers.cleaning import label_lines
from helpers.corpus import count_words, load_actors
from helpers.figures import group_figures
from helpers.figures.whole import figures_of_corpus
from helpers.measure.rows import Measured, measured
from helpers.sentiment import score_spans, score_targets
from helpers.tables import DATA, stack
from helpers.vocabulary import loaded_in_spans
from helpers.voice import cut_by_voice
from helpers.voice.kept import quotes_on_kept_lines

N_ARTICLES = 40
REPEATS = 2  # the quicker run of each step counts: the slower one was disturbed
BATCH = 5  # articles of one corpus: grouping figures compares the articles of a corpus with each other


class Clock:
    """Adds up the processor time of what it runs, by name."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    def run(self, name: str, function, *arguments):
        """Run a function and add its time; returns what it returns."""
        began = time.process_time()
        result = function(*arguments)
        self.seconds[name] = self.seconds.get(name, 0.0) + time.process_time() - began
        return result


def run_all(
    texts: dict[str, str], actors: pd.DataFrame, clock: Clock, documents: pd.DataFrame | None = None
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Every step over the articles of one corpus, as the notebooks run them.

    documents: document, source, published; without it each article is taken for a source of its own.
    Returns (spans, loaded_terms), from which the counts of a corpus are taken.
    """
    if documents is None:
        documents = pd.DataFrame({"document": list(texts), "source": list(texts), "published": ""})
    lines = clock.run("cleaning", stack, texts, label_lines)
    quotes = clock.run("quotes", stack, texts, quotes_on_kept_lines, lines)
    spans = clock.run("voice", stack, texts, cut_by_voice, lines, quotes)
    clock.run("sentiment", score_spans, spans)
    names = clock.run("names", names_in_spans, spans, actors, quotes)
    clock.run("sentiment toward actors", score_targets, spans, names, actors)
    loaded = clock.run("loaded words", loaded_in_spans, spans, quotes)
    figures, _ = clock.run("figures", figures_of_corpus, texts, lines, quotes, spans)
    clock.run("groups", group_figures, figures, spans, documents, names)
    return spans, loaded


def measure_speed(benchmarks: Path) -> tuple[list[Measured], dict[str, float]]:
    """Milliseconds per 1,000 words of all steps together, and by step; nothing if the articles are not there."""
    paths = sorted((benchmarks / "cleaning" / "scrapinghub" / "gold").glob("*.txt"))[:N_ARTICLES]
    if not paths:
        return [], {}
    texts = {f"a{i:02d}": path.read_text(encoding="utf-8") for i, path in enumerate(paths)}
    texts = {name: text for name, text in texts.items() if text.strip()}
    actors, names = load_actors(DATA / "sample"), list(texts)
    run_all({name: texts[name] for name in names[:2]}, actors, Clock())  # loads lexicons and weights
    clocks = [Clock() for _ in range(REPEATS)]
    for clock in clocks:
        for at in range(0, len(names), BATCH):
            run_all({name: texts[name] for name in names[at : at + BATCH]}, actors, clock)
    words = sum(count_words(text) for text in texts.values())
    by_step = {name: min(c.seconds[name] for c in clocks) / words * 1e6 for name in clocks[0].seconds}
    return [measured("speed", sum(by_step.values()), words, f"{len(texts)} news articles")], by_step
