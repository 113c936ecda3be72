"""Numbers of a text: what each is worth, how it is hedged, and which of them are no figures."""

from helpers.figures.numbers.scan import Number, count_number_like, find_numbers

__all__ = ["Number", "count_number_like", "find_numbers"]
