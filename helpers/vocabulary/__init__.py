"""Loaded terms, frequency, keyness, dispersion and collocates of the words each source uses."""

from helpers.vocabulary.collocates import collocates
from helpers.vocabulary.dispersion import deviation_of_proportions, dispersion, juilland_d, positions
from helpers.vocabulary.frequency import category_rates, count_lemmas, frequency_list, span_sizes, term_frequency
from helpers.vocabulary.keyness import keyness, keyness_by_source, log_odds
from helpers.vocabulary.lexicon import function_words
from helpers.vocabulary.loaded import find_loaded, loaded_in_spans, loaded_terms
from helpers.vocabulary.names import names_by_source, names_table
from helpers.vocabulary.sensitivity import leave_one_category_out

__all__ = [
    "category_rates", "collocates", "count_lemmas", "deviation_of_proportions", "dispersion", "find_loaded",
    "frequency_list", "function_words", "juilland_d", "keyness", "keyness_by_source", "leave_one_category_out",
    "loaded_in_spans", "loaded_terms", "log_odds", "names_by_source", "names_table", "positions", "span_sizes",
    "term_frequency",
]
