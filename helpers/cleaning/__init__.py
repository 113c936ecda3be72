"""Tell an article from the furniture of its page."""

from helpers.cleaning.labels import KEPT, LABELS, label_lines

__all__ = ["KEPT", "LABELS", "label_lines"]
