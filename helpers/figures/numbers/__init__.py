"""Numbers of a text: what each is worth, how it is hedged, and which of them are no figures."""

from helpers.figures.numbers.scan import Number, check_convention, count_number_like, find_numbers

__all__ = ["Number", "check_convention", "count_number_like", "find_numbers"]
