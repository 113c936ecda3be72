"""Numbers in a sentence of doubt or denial, but outside what is doubted: "doubts that the dam, which cost 20"."""

import re

from helpers.voice.classes import AUXILIARY, DETERMINER, HAS_VERB, PREPOSITION, VERB

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
# "denied the theft and (drove)", "doubts the value of it, and (has)": a noun, not a clause, and where it ends.
OBJECT = re.compile(
    r"\s(?!(?:that|whether|if|how|why|what)\s)(?P<object>[^\s,;:.][^,;:.]{0,100}?)(?P<joint>,(?: and| but| then)?|"
    r" (?:and|but|then))\s(?:(?:then|also|has|had|now|later|never|instead|[a-z]+ly)\s){0,2}"
    rf"(?P<verb>{VERB}|[a-z]{{2,}}ed(?=\s(?:$|\d|{DETERMINER}|{PREPOSITION}|up|out|off|down)))(?![\w-])"
)
CLAUSE_SIGN = re.compile(r"(?<![\w-])(?:that|whether)(?![\w-])")
FINITE = re.compile(rf"(?:{AUXILIARY})$")
IN_RELATIVE = re.compile(r", (?:who|which) (?:[\w’'-]+ ){0,3}[\w’'-]+$")


def aside(text: str, start: int, number: int) -> bool:
    """Whether a number stands outside the clause that begins at start: in a relative clause or behind ", and".

    >>> said = "He denied firing the shell, which killed 40."
    >>> aside(said, 9, said.index("40")), aside("He denied that 40 died.", 9, 15)
    (True, False)
    """
    if not text[start:number].strip() and CHARGES.match(text, number):
        return True
    return ADDED_ASIDE.search(text, max(start, number - FAR), number) is not None or _behind_object(text, start, number)


def _behind_object(text: str, start: int, number: int) -> bool:
    """Whether a noun is denied, and another verb of the same sentence tells the number: "denied it and paid 40"."""
    found = OBJECT.match(text, start, number)
    if not found or HAS_VERB.search(found["object"]) or CLAUSE_SIGN.search(text, start, number):
        return False
    # a bare comma may open an aside ("the claim, made in May, of 40") unless it closes a relative clause
    return found["joint"] != "," or bool(
        FINITE.match(found["verb"]) or IN_RELATIVE.search(text, max(0, start - 60), start)
    )
