"""Short phrases in quotation marks that are no speech: a stand-in until the module of voices is there."""

import re

import pandas as pd

SHORT = re.compile(r"(?<!\w)(?:“([^“”\n]{1,40})”|\"([^\"\n]{1,40})\"|‘([^‘’\n]{1,40})’|'([^'\n]{1,40})')(?!\w)")


def find_quotes(text: str) -> pd.DataFrame:
    """Start, end, text and scare = 1 of phrases of one to three words in quotation marks."""
    rows = []
    for match in SHORT.finditer(text):
        start, end = match.start() + 1, match.end() - 1
        words = text[start:end]
        if len(words.split()) <= 3 and words[-1:] not in ".,!?":
            rows.append((start, end, words, 1))
    return pd.DataFrame(rows, columns=["start", "end", "text", "scare"])
