"""The rows that the public number benchmark scores, as `make measure` makes them."""

from helpers.measure.numbers import predictions, rows_of

__all__ = ["predictions", "rows_of"]
