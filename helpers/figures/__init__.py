"""Figures in a text: what is counted, who vouches for it, and which figures tell one quantity."""

from helpers.figures.arithmetic import arithmetic
from helpers.figures.claimants import claimant_type
from helpers.figures.find import find_figures, find_figures_in, other_numbers
from helpers.figures.groups import group_figures, verdict_of
from helpers.figures.spin import charge_of, opposite_spin

__all__ = [
    "arithmetic",
    "charge_of",
    "claimant_type",
    "find_figures",
    "find_figures_in",
    "group_figures",
    "opposite_spin",
    "other_numbers",
    "verdict_of",
]
