"""Polarity and subjectivity per span, their mean per source with its interval, and sentiment toward an actor."""

from helpers.sentiment.model import LABELS, class_probabilities
from helpers.sentiment.scores import ANALYZERS, open_contractions
from helpers.sentiment.sources import driver_table, mean_by_source, order_of_sources, with_interval
from helpers.sentiment.spans import course, read_drivers, score_spans, tell_drivers
from helpers.sentiment.targets import (
    LEAST_CHARGED,
    balance_by_actor,
    clear_mentions,
    score_targets,
    target_sentiment,
)

__all__ = [
    "ANALYZERS", "LABELS", "LEAST_CHARGED", "balance_by_actor", "class_probabilities", "clear_mentions", "course",
    "driver_table",
    "mean_by_source", "open_contractions", "order_of_sources", "read_drivers", "score_spans", "score_targets",
    "target_sentiment", "tell_drivers", "with_interval",
]
