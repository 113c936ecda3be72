"""Every benchmark found in a folder and all hand coding, measured against the floors of issue 3."""

from helpers.measure.corpora import gold_folders, score_corpus, tables_of
from helpers.measure.report import as_json, as_table
from helpers.measure.rows import Measured, gold_rows, measured
from helpers.measure.run import measure_all

__all__ = [
    "Measured", "as_json", "as_table", "gold_folders", "gold_rows", "measure_all", "measured", "score_corpus",
    "tables_of",
]
