"""Read the lines that sign an article: names with posts, places, outlets and addresses, and who did what."""

import re
from functools import lru_cache

from helpers.cleaning.lines import Line
from helpers.cleaning.marks import DATE_PIECE, GLUED, MONTH, SMALL_WORDS, reads_as_date

LONGEST = 22  # words of the longest signature
TASKS = (
    r"(?:live|special|additional|exclusive|analysis|commentary|interview|words?|texts?|story|stories|report(?:ing|s)?"
    r"|updates?|blog|coverage|pictures|photos|photographs|photography|graphics|illustrations|video|research|data"
    r"|compiled|written|reported|edited|produced)"
)
TASK = re.compile(rf"^{TASKS}(?:\s(?:and\s)?{TASKS}){{0,2}}\s?(?::|\bby\b)\s?", re.IGNORECASE)
WRITER = re.compile(r"^(?:[-–—]\s?)?(?:by|von|par|por|di|door|av|af)\b\s?:?\s?", re.IGNORECASE)
REACHED = re.compile(
    r"\([^()]{1,60}\)|(?<!\S)(?:\S{1,40}@\S{1,50}\.\S{1,12}|@\S{1,60})|(?<=\w)@\w{2,40}(?![\w.])|\S{1,40}\.(?:com|org|net|co\.uk|de|fr)\b"
)
PARTS = re.compile(
    r"\s?[|•·/–—;]\s?|\s-\s|,\s(?:(?:and|with)\s)?|(?<=[a-zà-ÿ]{2})\.\s|\s(?:and|&|with|in|at|from|for|und|y|et|e|aus)\s",
    re.IGNORECASE,
)
SINCE = re.compile(r"\d{1,2}\s(?:min(?:ute)?|h(?:ou)?r|day|week|month|year)s?(?:\sago)?", re.IGNORECASE)
AGENCY = (
    r"(?:(?:The\s)?Associated\sPress|ASSOCIATED\sPRESS|AP|Reuters|REUTERS|AFP|Agence\sFrance-Presse|Bloomberg(?:\sNews)?|UPI|dpa|DPA|EFE"
    r"|PTI|Press\sTrust\sof\sIndia|ANI|IANS|Xinhua|TASS|Kyodo(?:\sNews)?|ANSA|PA(?:\sMedia)?|Press\sAssociation"
    r"|(?:The\s)?Canadian\sPress|AAP|APA|Getty\sImages|EPA)"
)
AGENCIES = re.compile(
    rf"(?:\*\s)?{AGENCY}(?:(?:,|\sand|\sin)\s(?:{AGENCY}|[A-ZÀ-Þ][\w’'-]{{1,20}}(?:\s[A-ZÀ-Þ][\w’'-]{{1,20}})?))?,?"
    r"|(?:(?:From|By)\s)?(?:[A-ZÀ-Þ][\w’'-]{1,20}\s){1,4}(?:(?:news|wire|staff|[Nn]ews\s[Ww]ire)\s(?:services?|reports?|agenc(?:y|ies)|wires?)|staff)"
)
DASHES = "–—- "
INITIALS = r"(?:[A-Z](?:['’][A-Z])?\.\s?-?){2,4}"
SIGNED = re.compile(  # initials, or the letters of those who wrote and edited for an agency
    rf"\(?{INITIALS}(?:(?:,?\s(?:and|with)|\s?[,/&])\s{INITIALS}){{0,2}}\)?|\(?[a-z]{{2,4}}(?:/[a-z]{{2,4}}){{1,3}}\)?"
    r"|[A-Z]\.\s[A-Z]\w{1,20}(?:-[A-Z]\w{1,20})?(?:\s[/&]\s[A-Z]\.\s[A-Z]\w{1,20}(?:-[A-Z]\w{1,20})?){1,2}"
)
COUNTRIES = frozenset(["U.S.", "U.K.", "U.N.", "E.U.", "D.C.", "A.M.", "P.M.", "U.S.A."])
DAY = re.compile(
    rf"\b\d{{1,2}}\.?\s{MONTH}\b|\b{MONTH}\.?\s\d{{1,2}}\b|\b\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}\b", re.IGNORECASE
)
OURS = frozenset(["our", "staff", "special", "news", "web", "digital", "online", "own", "the"])
TRADES = frozenset([
    "editor", "editors", "correspondent", "correspondents", "reporter", "reporters", "writer", "writers", "desk",
    "staff", "columnist", "critic", "team", "bureau", "chief", "producer", "analyst", "contributor", "journalist",
    "photographer", "newsroom", "redaktion", "korrespondent", "korrespondentin", "reporterin", "redakteur",
    "redakteurin", "rédaction", "redacción", "redazione",
])  # fmt: skip


def _is_capital(word: str) -> bool:
    return word[0].isupper() or word.lower() in SMALL_WORDS


def _kind(part: str) -> str:
    """A part of a signature: a person, a post, a place (or an outlet), a date; '' if it is none of these."""
    words = part.split()
    if not words:
        return "nothing"
    if words[0][0].isdigit() and (reads_as_date(part) or SINCE.fullmatch(part)):
        return "date"
    if len(words) > 7 or not all(any(map(str.isalpha, word)) for word in words):
        return ""
    if words[-1].lower().strip(".:") in TRADES:
        return "post"
    if not all(map(_is_capital, words)) or not all(sign.isalnum() or sign in " .'’-" for sign in part):
        return ""
    return "person" if 2 <= len(words) <= 4 else "place" if len(words) <= 3 else ""


@lru_cache(maxsize=2048)
def _read(text: str) -> tuple[bool, bool, list[str]]:
    """Whether a word like 'by' signs, whether an address or handle does, and the kinds of the line's parts."""
    bare, kinds, told = REACHED.sub(" ", text), [], False
    for part in PARTS.split(bare):
        rest = WRITER.sub("", TASK.sub("", part.strip()))
        told = told or rest != part.strip()
        kinds.append(_kind(rest.strip(" ,.:")))
    return told, "@" in text and "@" not in bare, kinds


def _may_sign(line: Line) -> bool:
    if not 1 < line.n_words <= LONGEST or line.text[-1] in ".:?!…,;»>" or line.text[0] in "*+>•«":
        return False
    return 3 * sum(word[0].isupper() for word in line.words) >= len(line.words)


def is_signed(line: Line) -> bool:
    """Names with the post, task or address of those who bear them, or a post alone ('Our correspondent').

    >>> from helpers.cleaning.lines import cut_lines
    >>> [is_signed(line) for line in cut_lines("Ada Noll, Health editor, Vale News\\nAda Noll is 40\\nHealth News")]
    [True, False, False]
    """
    if not _may_sign(line):
        return False
    told, reached, kinds = _read(line.text)
    if "" in kinds:  # a place told in small letters, perhaps: 'with Ada Noll at the old mill'
        return told and kinds[0] == "person" and kinds.count("") == 1 and TASK.match(line.text) is not None
    if "person" in kinds:
        return told or reached or "post" in kinds
    return "post" in kinds and (told or line.lower[0] in OURS) and line.n_words <= 8


def are_names(line: Line) -> bool:
    """Names alone or with places ('Ada Noll and Bo Lind', 'Ada Noll, Vale'): a signature where one is looked for."""
    if not _may_sign(line) or "  " in line.text or "|" in line.text or " for " in line.text:
        return False
    kinds = _read(line.text)[2]
    return "person" in kinds and "" not in kinds and "nothing" not in kinds


def is_agency(line: Line) -> bool:
    """An agency, or an outlet's agencies and staff, as the author ('Associated Press', 'Vale News wire services')."""
    return line.n_words <= 9 and AGENCIES.fullmatch(line.text) is not None


def dated_name(line: Line) -> str:
    """A name and a date in one line: 'byline' if the name comes first, 'date' if the date does; '' if it is neither.

    >>> from helpers.cleaning.lines import cut_lines
    >>> [dated_name(line) for line in cut_lines("Ada Noll March 3, 2019\\n3 March 2019 by Ada Noll\\nMarch for Vale")]
    ['byline', 'date', '']
    """
    if not 4 <= line.n_words <= 16 or line.text[-1] in ".?!:;," or not DAY.search(line.text):
        return ""
    bare = DATE_PIECE.sub("\n", GLUED.sub(" ", line.text))
    parts = [part.strip(" ,.:|–—-/•\t") for part in bare.split("\n")]
    names = [at for at, part in enumerate(parts) if part]
    if len(names) != 1 or _kind(WRITER.sub("", parts[names[0]])) not in ("person", "place"):
        return ""
    return "byline" if names[0] == 0 else "date"


def is_signature(line: Line) -> bool:
    """Initials or an agency's letters, or a name behind a dash: how an article is signed below its last paragraph.

    >>> from helpers.cleaning.lines import cut_lines
    >>> [is_signature(line) for line in cut_lines("— A.N.\\n(an/bl)\\nK. S.\\n– Ada Noll\\nU.S.\\nand/or")]
    [True, True, True, True, False, False]
    """
    if line.n_words > 6 or len(line.text) > 60:
        return False
    bare = line.text.lstrip(DASHES)
    if SIGNED.fullmatch(bare):
        return bare not in COUNTRIES and bare.lower() != "and/or"
    dashed = line.text.startswith(("–", "—", "--")) and bare != "" and bare[-1].isalnum()
    return dashed and are_names(line._replace(text=bare))
