"""The noun phrase right of "according to" or of an inverted "said"."""

import re

from helpers.voice.classes import HAS_VERB, OFFICES, PREPOSITION, SECOND_START, STARTS, WINDOW, Span, trim

STOP_RIGHT = re.compile(
    r"[;:!?()\[\]“”\"«»\x00\n…]|\.(?=\s|$)|\s[–—-]{1,2}\s|—|,|(?<![\w-])(?:who|whom|which|that|when|while|whilst|after|"
    r"before|because|although|though|as|if|since|but|during|following|where|speaking|referring|citing|quoting|adding|"
    r"saying|noting|via|amid|despite|told|said|in (?:an?|his|her|their|its|\d{4}|early|late|response|reference|"
    r"testimony|remarks|comments|court|[A-Z][a-z]+ \d{4})|on (?:[A-Z][a-z]+day|[A-Z][a-z]+\.? \d|Twitter|Facebook|"
    r"Instagram|Telegram|social|air|television|camera|\d)|at (?:an?|his|her|their|the (?:time|press|news|rally|event|"
    r"conference|meeting))|to (?:the )?(?:reporters|journalists|media|press)|by (?:phone|telephone|e-?mail)|last "
    r"(?:week|month|year|night|[A-Z]\w+day)|this (?:week|month|year|morning)|(?:to|yester)day|earlier|"
    r"[A-Z][a-z]{2,5}day|later|recently)(?![\w-])"
)
ABBREVIATED = re.compile(
    r"(?:(?<![\w.])(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|Maj|Capt|Sgt|Adm|Rev|"
    r"St|Jr|Sr|No|Inc|Corp|Co)|\.[A-Z])$"
)
PLURAL_THEN_NAME = re.compile(r"(?:^|\s)[a-z]*[a-rtv-z]s(?=\s+[A-Z])")
RIGHT_START = re.compile(
    rf"\s*(?!(?:{PREPOSITION})\s)(?:{STARTS.pattern}|[a-z]+(?:s|ia|men|women|people)(?![\w-])|(?:[a-z-]+ ){{1,4}}[A-Z])"
)


def phrase_right(text: str, start: int, end: int, *, cut_at_verb: bool = False) -> Span | None:
    """The noun phrase that begins right at `start` (after "according to", or after an inverted "said").

    cut_at_verb: end the phrase where a verb or another phrase begins (else a verb makes it no phrase).

    >>> text = "according to Ana Lund, a baker in Orr, on Monday."
    >>> s, e = phrase_right(text, 12, len(text)); text[s:e]
    'Ana Lund, a baker in Orr'
    """
    end = min(end, start + WINDOW)
    if not RIGHT_START.match(text, start, end):
        return None
    stop = _stop_right(text, start, end)
    second = SECOND_START.search(text, start, stop) or SECOND_NUMBER.search(text, start, stop)
    if second and cut_at_verb:
        stop = second.start(1)
    verb = HAS_VERB.search(text, start, stop)
    if verb and not cut_at_verb:
        return None
    stop = verb.start() if verb else stop
    plural = PLURAL_THEN_NAME.search(text, start, stop)
    if plural and plural.end() < stop:
        stop = plural.end()
    left, right = trim(text, start, stop)
    if left >= right or right - left > 160:
        return None
    return left, _with_apposition(text, left, right, end)


def _stop_right(text: str, start: int, end: int) -> int:
    for match in STOP_RIGHT.finditer(text, start, end):
        if match.group() == "." and ABBREVIATED.search(text, max(start, match.start() - 6), match.start()):
            continue
        if match.start() > start + 1:
            return match.start()
    return end


FINITE = re.compile(r"\w{2}ed\b(?! (?:by|in|at|to|for|with))")
PHRASE_THE = re.compile(r",\s+the ")
SECOND_NUMBER = re.compile(
    rf"(?<![\w-])(?!(?:{PREPOSITION}|and|or|than|the|all|most|more|about|"
    rf"some)\s)[A-Za-z’'.-]+\s+(\d(?!\d*(?:st|nd|rd|th)))"
)


RIGHT_APPOSITION = re.compile(  # "insurers, a third of them past repair" names a part, not what they are
    rf",\s+(?![^,.;:]{{2,40}}\sof\s(?:them|whom|which)(?![\w-]))(?:(?:an?|the|one of|{OFFICES}|Chief|Head|President|"
    r"Director|Minister)(?![\w-])[^,.;:!?()“”\"\x00\n]{2,90})(?=,\s|[.;:!?\n]|$)"
)


NAMED_AFTER = re.compile(
    r",\s+(?:(?:Mr|Mrs|Ms|Dr|Prof|Sir|Dame|Lord|Lady)\.? )?[A-ZÀ-Þ][\w’'-]+(?: (?:(?:al|bin|de|da|van|von|der) )?"
    r"(?:[A-Z]\.|[A-ZÀ-Þ][\w’'-]+)){1,3}(?=\s*(?:[,;:!?\n\x00]|\.(?:\s|$)|$|who(?![\w-])|(?:on|in|at|last) [A-Z]))"
)




OFFICE_FIRST = re.compile(r"(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir)\s[a-z]")  # "the head of Orr Bank"


def _with_apposition(text: str, left: int, right: int, end: int) -> int:
    named = NAMED_AFTER.match(text, right, end)
    office = text[max(left, right - 60) : right].split()[-1][:1].islower() or OFFICE_FIRST.match(text, left, right)
    if named and office:  # "said the coach, Marta Ilves", "said the head of Orr Bank, Marta Ilves"
        return named.end()
    match = RIGHT_APPOSITION.match(text, right, end)
    if match and not HAS_VERB.search(match.group()) and not FINITE.search(match.group()):
        stop = _stop_right(text, match.start() + 2, match.end())
        return trim(text, right, stop)[1] if stop == match.end() or not PHRASE_THE.match(match.group()) else right
    return right
