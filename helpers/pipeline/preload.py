"""What notebooks and pages need, imported once in the process that all kernels are forked from."""

import logging
import warnings
from functools import lru_cache

import ipykernel.ipkernel
import ipykernel.kernelapp
import matplotlib.figure
import pandas
import papermill

import helpers.charts
import helpers.cleaning
import helpers.corpus
import helpers.gold
import helpers.reports.answers.cleaning
import helpers.voice.kept
from helpers.pipeline.cycles import settle
from helpers.pipeline.run import run_step

__all__ = ["preload_rest", "run_step"]

LOADED = (ipykernel, matplotlib, pandas, papermill, helpers)  # imported for what they leave in memory
SENTENCE = "The mayor said that 40 of the enemy's boats could not stop the brave crews."
logging.getLogger("papermill").setLevel(logging.CRITICAL)  # what fails is told in one line, by the build


@lru_cache(maxsize=1)
def preload_rest() -> None:
    """Import what the later steps and the pages need, while the first step is running already."""
    import helpers.figures
    import helpers.pipeline.render
    import helpers.reports.answers.cards
    import helpers.reports.answers.comparison
    import helpers.reports.answers.figure_tables
    import helpers.reports.answers.figures
    import helpers.reports.answers.sensitivity
    import helpers.reports.answers.sentiment
    import helpers.reports.answers.vocabulary
    import helpers.sentiment
    import helpers.vocabulary

    with warnings.catch_warnings():
        helpers.pipeline.render.warm_up()
    _work_through(SENTENCE)
    settle()


def _work_through(text: str) -> None:
    """Take one sentence through every measure: dictionaries and weights are then loaded for all notebooks at once."""
    from helpers.actors import names_in_spans
    from helpers.cleaning import label_lines
    from helpers.figures.whole import figures_of_corpus
    from helpers.sentiment import ANALYZERS, score_spans, score_targets
    from helpers.vocabulary import function_words, loaded_in_spans
    from helpers.voice import cut_by_voice, find_quotes

    lines, quotes = label_lines(text), find_quotes(text)
    tables = lines, quotes, cut_by_voice(text, lines, quotes)
    lines, quotes, spans = (table.assign(document="a") for table in tables)
    actors = pandas.DataFrame({"actor": ["boats"], "name": ["boat"], "charge": ["neutral"], "kind": ["side"]})
    score_spans(spans, ANALYZERS)
    score_targets(spans, names_in_spans(spans, actors, quotes), actors)
    loaded_in_spans(spans, quotes)
    function_words()
    figures_of_corpus({"a": text}, lines, quotes, spans)
