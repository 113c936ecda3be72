"""The noun phrase that a sentence opens with, and the one right of "according to" or of an inverted "said"."""

import re

from helpers.voice.classes import (
    ABBREVIATED,
    CONJUNCTION,
    DETERMINER,
    HAS_VERB,
    LEAD,
    OFFICES,
    PEOPLE,
    PREPOSITION,
    PRONOUN,
    SECOND_START,
    STARTS,
    STARTS_WITH_PREPOSITION,
    VERB,
    WINDOW,
    Span,
    trim,
)

# "The choir's founder, Hanna Wirth, remembers": the name between the commas.
BETWEEN_COMMAS = r",\s(?:\d{1,3}-year-old\s)?(?=[A-Z])(?P<name>(?:[A-ZÀ-Þ][\w’'-]+\s){1,3}[A-ZÀ-Þ][\w’'-]+)(?=,\s)"
CAPITALS = r"[A-Z][\w-]*(?:\s[A-Z][\w-]*){0,3}"
MAIN_SUBJECT = re.compile(
    rf"(?:(?:(?i:the|his|her|their|its|our)|{CAPITALS}[’']s)\s+(?:[\w’'.-]+\s+)"
    rf"{{0,4}}?[a-z-]+(?={BETWEEN_COMMAS})|(?:(?i:{DETERMINER})|{CAPITALS}[’']s)\s+(?:(?!(?:he|she|they|it|we|I|"
    rf"you)\s)[\w’'.-]+,?\s+){{0,7}}?(?<!,\sa\s)(?<!,\san\s)(?<!,\sthe\s)(?=(?:{VERB}|\w+ed|I|we)(?![\w-])|"
    rf"[a-z]{{3,}}s\s(?:this|that|it|these|the|an?|to|not|no|only|nothing)\s)|(?:{PRONOUN})(?![\w-])|"
    rf"[A-Z][\w-]*(?:\s+[a-z-]+){{1,3}}?(?:\s+(?!I\s)[A-Z][\w’'.-]*){{1,3}}(?=\s+(?:{VERB}|\w+ed)(?![\w-])|\s+[—–]\s)|"
    rf"[A-Z][\w-]*(?:\s[A-Z][\w-]*){{0,2}}(?:\s(?!(?:{VERB}|\w+ed|of|the|and|for|in)\s)[a-z-]+){{1,3}}?"
    rf"(?:\s(?!I\s)[A-Z][\w’'.-]*){{1,3}}(?=\s(?:on\s[A-Z][a-z]+day\s)?(?:{VERB}|\w+ed)(?![\w-]))|"
    rf"[A-Z][a-z]+s(?:\s+[a-z]+)?\s+(?:of|in|from|at|near)\s+(?:the\s+)?[\w’'-]+(?=\s+(?:{VERB}|\w+ed)(?![\w-]))|"
    rf"[A-Z][a-z]+\s(?:{PEOPLE})(?=\s(?:{VERB}|[a-z]+ed|in|of|at|from|near|who|on|with)(?![\w-]))|"  # "Tribal elders"
    r"(?:[A-Z][\w’'.-]*|al-\w+)(?:\s+(?:(?:of|the|de|van|von|bin|al|for|and|&)\s+)?(?:[A-Z][\w’'.-]*|al-\w+)){0,7}|"
    r"[A-Z]\w+s(?=\s))",
)
DATELINE = re.compile(r"[A-Z][A-Z.’' -]{2,30}(?:,[^()\n–—]{0,30})?(?:\s*\([^()\n]{2,20}\))?\s*[–—-]{1,2}\s+")
ASKED = (
    "Asked|Pressed|Questioned|Quizzed|Challenged|Speaking|Talking|Writing|Responding|Reacting|Replying|Commenting|"
    "Referring|Addressing"
)
WHEN = "When|After|As|Before|While|Although|Though|If|Since|Once|Until|Because"
FRONT_WORDS = frozenset(f"{ASKED}|{WHEN}|{PREPOSITION}|toward".lower().split("|"))
# "Asked how it began, she …": the subject follows the comma.
PARTICIPLE = re.compile(
    rf"(?:{ASKED})\s[^,.;:!?\x00]{{2,120}},\s+|(?:{WHEN})\s[^,.;:!?\x00]{{4,100}},\s+"
    r"(?=[A-Z]|(?:the|he|she|they|it|his|her|its|their)\s)"
)
# "On the second morning, Ada Noll rowed": what stands in front with its article.
FRONTED = re.compile(
    r"(?:At|By|Before|After|Until|Since)\s(?:dusk|dawn|noon|midday|midnight|nightfall|daybreak|sunrise|sunset|first|last),?\s+|"
    rf"(?i:{PREPOSITION})\s(?:the|an?|that|this|his|her|their|its)\s(?:[a-z][\w’'-]*\s?){{1,6}},\s+(?=[A-Z]|(?:the|an?|he|she)\s)"
)
WHO_END = re.compile(r",?\s(?:who|which)$|\s[a-z]{3,20}(?:s|ed)\s[$€£]?\d")
BARE_DETERMINER = re.compile(rf"(?:(?i:{DETERMINER})|[A-Z]\w+ing)\s*$")


def main_subject(text: str, start: int, end: int) -> Span | None:
    """The noun phrase a sentence opens with, adverbs and times skipped.

    >>> text = "On Monday the mayor defended the plan, saying"
    >>> s, e = main_subject(text, 0, len(text)); text[s:e]
    'the mayor'
    """
    dateline = DATELINE.match(text, start, end) if text[start + 1 : start + 2].isupper() else None
    start = dateline.end() if dateline else start
    lead = LEAD.match(text, start, end)
    at = lead.end() if lead and lead.end() < end else start
    for before in (PARTICIPLE, FRONTED):
        first = text[at : min(end, at + 14)].partition(" ")[0].lower()
        passed = before.match(text, at, end) if first in FRONT_WORDS else None
        at = passed.end() if passed and passed.end() < end else at
    match = MAIN_SUBJECT.match(text, at, end)
    if (
        not match
        or BARE_DETERMINER.match(match.group())
        or STARTS_WITH_PREPOSITION.match(text, at)
        or CONJUNCTION.match(text, at, end)
    ):
        return None
    if match["name"]:
        return match.span("name")
    left, right = trim(text, *match.span())
    who = WHO_END.search(text, left, right)  # "The heads, who (came late, agreed)", "The mill | employs 40"
    return left, who.start() if who else right


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
PLURAL_THEN_NAME = re.compile(r"(?:^|\s)[a-z]*[a-rtv-z]s(?=\s+[A-Z])")
RIGHT_START = re.compile(
    rf"\s{{0,4}}(?!(?:{PREPOSITION})\s)(?:{STARTS.pattern}|[a-z]+(?:s|ia|men|women|people)(?![\w-])|"
    rf"(?:[a-z-]+ ){{1,2}}{PEOPLE}(?![\w-])|(?:[a-z-]+ ){{1,4}}[A-Z])"
)
# According to these something is done or sorted, not told: "plan", "the rules", but "plan documents".
MEASURE = (
    r"(?:plan|schedule|laws?|rules?|size|taste|custom|tradition|protocol|need|age|height|weight|colou?r|type|rank|"
    r"abilit(?:y|ies)|income|season|merit|status|seniority|sex|gender|wish(?:es)?|instructions|procedure|circumstances|"
    r"preference|length|quality|value)(?=\s*(?:[.,;:!?)\x00]|$)|\s(?:and|but|or|so|for|in|at|as|with|last|this|yesterday|"
    r"today|when|while|because)\s)"
)
ANY_NOUN = re.compile(rf"\s{{0,4}}(?!(?:{PREPOSITION})\s)[\w“\"‘'@#]")
FINITE = re.compile(r"\w{2}ed\b(?! (?:by|in|at|to|for|with))")
PHRASE_THE = re.compile(r",\s+the ")
SECOND_NUMBER = re.compile(
    rf"(?<![\w-])(?!(?:{PREPOSITION}|{DETERMINER}|and|or|than|most|more|about)\s)[A-Za-z’'.-]+\s+"
    r"(\d(?!\d*(?:st|nd|rd|th|-)))"
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


def phrase_right(
    text: str, start: int, end: int, *, cut_at_verb: bool = False, any_noun: bool = False
) -> Span | None:
    """The noun phrase that begins right at `start` (after "according to", or after an inverted "said").

    cut_at_verb: end the phrase where a verb or another phrase begins (else a verb makes it no phrase). any_noun: it
    need not begin like the name of somebody.

    >>> text = "according to Ana Lund, a baker in Orr, on Monday."
    >>> s, e = phrase_right(text, 12, len(text)); text[s:e]
    'Ana Lund, a baker in Orr'
    """
    end = min(end, start + WINDOW)
    begins = ANY_NOUN.match(text, start, end) if any_noun else RIGHT_START.match(text, start, end)
    if not begins:
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
    return left, _with_apposition(text, left, right, end, text.startswith("According", max(0, start - 12)))


def _stop_right(text: str, start: int, end: int) -> int:
    for match in STOP_RIGHT.finditer(text, start, end):
        if match.group() == "." and ABBREVIATED.search(text, max(start, match.start() - 6), match.start()):
            continue
        if match.start() > start + 1:
            return match.start()
    return end


def _with_apposition(text: str, left: int, right: int, end: int, leads: bool) -> int:
    named = NAMED_AFTER.match(text, right, end)
    office = text[max(left, right - 60) : right].split()[-1][:1].islower() or OFFICE_FIRST.match(text, left, right)
    if named and office:  # "said the coach, Marta Ilves", "said the head of Orr Bank, Marta Ilves"
        return named.end()
    match = RIGHT_APPOSITION.match(text, right, end)
    if leads and match and not text.startswith(",", match.end()):
        return right  # "According to the guild, the strike cost 40 jobs."
    if match and not HAS_VERB.search(match.group()) and not FINITE.search(match.group()):
        stop = _stop_right(text, match.start() + 2, match.end())
        return trim(text, right, stop)[1] if stop == match.end() or not PHRASE_THE.match(match.group()) else right
    return right
