"""What a number counts whose noun stands elsewhere: "Police put it at 600", "it tested 37; two showed traces"."""

from helpers.figures.elsewhere.candidates import Found
from helpers.figures.elsewhere.choose import choose_nouns

__all__ = ["Found", "choose_nouns"]
