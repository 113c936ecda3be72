"""What notebooks and pages need, imported once in the process that all kernels are forked from."""

import gc
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
from helpers.pipeline.run import run_step

__all__ = ["preload_rest", "run_step"]

LOADED = (ipykernel, matplotlib, pandas, papermill, helpers)  # imported for what they leave in memory
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
    gc.collect()
    gc.freeze()  # what is loaded stays: no later collection looks at it, and forks go on sharing its memory
