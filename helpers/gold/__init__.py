"""A build against hand coding: precision, recall, every disagreement, and how far two coders agree."""

from helpers.gold.agreement import coder_agreement, krippendorff_alpha
from helpers.gold.figures import score_figures
from helpers.gold.lines import score_lines
from helpers.gold.matching import Disagreement, Scored
from helpers.gold.names import score_names
from helpers.gold.quotes import score_quotes
from helpers.gold.step import MEASURES, Live, measure_rows, score_step, score_tables

__all__ = [
    "MEASURES",
    "Disagreement",
    "Live",
    "Scored",
    "coder_agreement",
    "krippendorff_alpha",
    "measure_rows",
    "score_figures",
    "score_lines",
    "score_names",
    "score_quotes",
    "score_step",
    "score_tables",
]
