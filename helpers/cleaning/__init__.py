"""Tell an article from the furniture of its page."""

from helpers.cleaning.audit import kept_text, lost_words, removed_by_rule
from helpers.cleaning.facts import KEPT, LABELS
from helpers.cleaning.html import extract_html
from helpers.cleaning.labels import label_lines

__all__ = ["KEPT", "LABELS", "extract_html", "kept_text", "label_lines", "lost_words", "removed_by_rule"]
