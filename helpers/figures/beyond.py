"""Numbers in a sentence of doubt or denial, but outside what is doubted: "doubts that the dam, which cost 20"."""

import re

# A relative clause or another main clause begins and is not closed again before the number.
ADDED_ASIDE = re.compile(
    r"(?:(?:(?<![\w-])(?:in|of|at|on|during|after|for|from|under|by|to|over|with) (?:which|whom)|"
    r", ?(?:which|whom|when)|(?<![\w-])(?:who|whose|where))(?![\w-])[^,;:]{0,80}|"
    r"(?<![\w-])(?:after|before|since|during|following) (?:[a-z]{1,16} )?|"
    r"(?:, (?:and|so|but)|;) (?!that |not |also )(?:[a-z]{1,16} ){0,3})$",
    re.I,
)
# "denies (15 counts of theft)": what somebody is charged with is counted, whatever he says.
CHARGES = re.compile(r"[\w-]{1,16} (?:[a-z-]{1,16} ){0,2}?(?:counts? of|charges?|offen[cs]es?)(?![\w-])", re.I)
FAR = 160  # characters before a number in which such a clause may begin


def aside(text: str, start: int, number: int) -> bool:
    """Whether a number stands outside the clause that begins at start: in a relative clause or behind ", and".

    >>> said = "He denied firing the shell, which killed 40."
    >>> aside(said, 9, said.index("40")), aside("He denied that 40 died.", 9, 15)
    (True, False)
    """
    if not text[start:number].strip() and CHARGES.match(text, number):
        return True
    return ADDED_ASIDE.search(text, max(start, number - FAR), number) is not None
