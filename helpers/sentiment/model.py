"""The trained model behind target_sentiment (for now: the tone of the words near the mention)."""

import numpy as np

from helpers.sentiment.scores import score_counterpoint

LABELS = ("neg", "neu", "pos")
REACH = 120  # characters either side of the mention


def class_probabilities(mentions: list[tuple[str, int, int]]) -> np.ndarray:
    """Probability of neg, neu and pos for each (sentence, start, end); shape (n, 3)."""
    rows = []
    for sentence, start, end in mentions:
        tone = score_counterpoint(sentence[max(0, start - REACH):start] + " x " + sentence[end:end + REACH]).polarity
        rows.append((max(0.0, -tone), 0.4, max(0.0, tone)))
    grid = np.array(rows, dtype=float).reshape(-1, 3)
    return grid / grid.sum(axis=1, keepdims=True)
