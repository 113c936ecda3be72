"""Tell the kind of a single line by its form: a date, a byline, a bare name, a post list entry, an announcement."""

import re
from functools import lru_cache

from helpers.cleaning.lines import Line
from helpers.cleaning.shape import CLOSERS, SENTENCE_ENDS, TAIL
from helpers.tables import read_lexicon

MONTH = (
    r"(?:jan(?:uary|vier)?|feb(?:ruary)?|mar(?:ch|s)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|o[ck]t(?:ober)?|nov(?:ember)?"
    r"|de[cz](?:ember)?|januar|februar|märz|mai|juni|juli|dezember|février|avril|juin|juillet|août|septembre|octobre|novembre|décembre"
    r"|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre"
    r"|janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro"
    r"|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря"
    r"|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre)"
)
DAY_NAME = (
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
    r"|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?|sábado|domingo"
    r"|lunes|martes|miércoles|jueves|viernes|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)"
)
CLOCK = r"\d{1,2}[:.h]\d\d(?::\d\d)?(?:\s?[ap]\.?m\.?)?"
DATE_PIECE = re.compile(
    rf"\b{MONTH}\b\.?|\b{DAY_NAME}\b\.?|\b{CLOCK}\b|\b\d{{1,4}}[./-]\d{{1,2}}[./-]\d{{1,4}}\b|\b(?:19|20)\d\d\b|\b\d{{1,2}}(?:st|nd|rd|th)?\b"
    r"|\b(?:updated|published|posted|last|modified|created|date|on|at|am|pm|gmt|utc|est|edt|pst|bst|cet|msk|ago|hours?|minutes?|days?|um|uhr|le|à|às|as|de|del|den|vom"
    r"|broadcast|aired|issued|released|filed|originally|publié|mis|jour|publicado|actualizado|atualizado|publicada|el|em|veröffentlicht|aktualisiert|stand"
    r"|добавлено|опубликовано|обновлено|года?|в)\b"
    r"|\b\d{3,4}\s(?=[A-Z]{3,4}\b)|\b(?:hkt|ist|jst|aest|mst|cst|hours|edition|a\.m|p\.m|first|this|was|article)\b"
    r"|\b(?:spring|summer|autumn|fall|winter|issue)\b|\bby\s\w+$"
    r"|\b(?:early|late|morning|evening|weekend|update|print|online|min|mins|read|an|hour|minute|cest|pdt|cdt|mdt)\b"
    r"|(?<!\d)\d++[年月日]",
    re.IGNORECASE,
)
DATED = re.compile(
    rf"\b(?:19|20)\d\d\b|\b{CLOCK}\b|\b\d{{1,2}}\.?\s{MONTH}\b"
    rf"|\b\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}\b|\d月|\b{MONTH}\.?\s+\d",
    re.IGNORECASE,
)
BYLINE = re.compile(
    r"^(?:[-–—]\s?)?(?:(?:written|reported|posted|published|words|story|text|report)\s+)?(?:by|von|par|por|di|door|av|af)(?:\s*+:)?\s++[A-ZÀ-ÞА-Я]"
    r"|^(?:interview|words|text|story|report|photographs|photos|photography|pictures|illustrations?)\s?(?:by\b|:)\s+[A-ZÀ-Þ]"
    r"|^posted\sby\s\w+$|^(?:edited|compiled)\sby\s[A-ZÀ-Þ]|^source:\s[A-ZÀ-Þ]"
    r"|^(?:by|from)\s+our\s(?:own\s)?\w+(?:\s\w+)?\s?(?:correspondents?|reporters?|staff|desk|editor)\b"
    r"|^(?:author|authors|autor|auteur|autore|reporter)\s*:",
    re.IGNORECASE,
)
GLUED = re.compile(  # where dumps set two parts of a date without a space: '20197:05', '2019Updated'
    r"(?<=\b(?:19|20)\d\d)(?=\d{1,2}:\d\d)|(?<=[\dA-Za-z.])(?=(?:Updated|Published|Posted|Modified|Last)\b)"
)
LEAD = re.compile(  # what stands alone on the line above a name or a date
    r"^[*•o]?\s?(?:(?P<byline>by|written\sby|author|authors|words|story\sby|reporter|edited\sby|posted\sby|reviewed\sby)"
    r"|(?P<date>published|posted|updated|last\supdated|published\son|updated\son|last\smodified|date|first\spublished))\s?:?$",
    re.IGNORECASE,
)
SOURCED = re.compile(r"\s[|–-]\s?source:\s.{2,40}$", re.IGNORECASE)  # who published it, after the date
STAMP = re.compile(rf"{CLOCK}(?:\s[A-Z]{{2,4}})?$", re.IGNORECASE)
AGE = re.compile(
    r"^(?:(?:first|last)\s)?(?:(?:published|updated|posted|added)\s?:?\s)?(?:about\s|over\s)?"
    r"(?:\d{1,2}|an?|one|two|three|four|five|six|half\san)\s?(?:h|hrs?|hours?|m|mins?|minutes?|days?|weeks?)\sago$|^(?:just\snow|yesterday|today)$",
    re.IGNORECASE,
)
DATELINE = re.compile(
    r"^[A-ZÀ-Þ][\w’'-]{1,20}(?:\s[A-ZÀ-Þ][\w’'-]{1,20}){0,2}(?:,\s|\s\([A-ZÀ-Þ][\w\s]{1,30}\),?\s)"
)  # a place before the date
END_MARK = re.compile(
    r"^[-–—*#•.\s]{0,6}(?:ENDS?|Ends|30|END OF RELEASE)[-–—*#•.\s]{0,6}$|^#\s?#\s?#?$"
    r"|^(?i:notes?\s(?:to|for)\s(?:the\s)?editors?|(?:media|press)\s(?:contacts?|enquir(?:y|ies)|inquir(?:y|ies)))\b"
)
ABOUT = re.compile(r"^(?:About|ABOUT)\s(?:the\s|THE\s)?[A-ZÀ-Þ][\w’'&-]{0,30}(?:\s[A-ZÀ-Þ&][\w’'&-]{0,30}){0,6}:?$")
DATED_ENTRY = re.compile(
    rf"^[*+•·–-]?\s?(?:\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}|\d{{4}}[./-]\d{{1,2}}[./-]\d{{1,2}}|{MONTH}\.?\s\d{{1,2}},?\s\d{{4}}|\d{{1,2}}\s{MONTH}\.?,?\s\d{{4}})\s?[-–—:|]?\s?\D",
    re.IGNORECASE,
)
HANDLE = re.compile(r"(?<![\w.])@\w{2,}")
STAMPED_HANDLE = re.compile(rf"(?<![\w.])@\w{{2,}}\)?.{{0,12}}{MONTH}\b|^[—–-]\s?[^.!?]{{2,60}}\(@\w+\)", re.IGNORECASE)
END_OF_EXCERPT = re.compile(
    r"(?:[\s(\[]|^)(?:more|read more|continue reading|full (?:story|article)|continued)\s?"
    r"(?:\.{2,4}|…|»|>>|→)\s?[)\]]?$",
    re.IGNORECASE,
)
CUE_PHRASE = re.compile(
    r"\b(?:ha[sd]|have|is|was) (?:this|the following)\b|\bas follows\b|\baccording to\b|\bin full\b", re.IGNORECASE
)
OPEN_QUOTES = '"“„«「『'
BOTTOM_HEADS = re.compile(
    r"^\(?(?:\d{1,5}|no|one|view all|all|reader|readers'?|your)?\s?(?:comments?|replies|responses|reactions|kommentare"
    r"|commentaires|comentarios|comentários|commenti"
    r"|reacties|комментарии)\s?(?:\(\d{1,5}\)|:|\d{1,5})?$"
    r"|^(?:leave a (?:reply|comment)|post a comment|join the (?:conversation|discussion)|trackbacks?|pingbacks?)\b",
    re.IGNORECASE,
)
COMMENT_NAME = re.compile(  # what a heading of comments speaks of; the buttons below single comments do not
    r"comm?ent|kommentar|discussion|conversation|respon|r[eé]act|reageer|respuesta|resposta|комментар|обсужд|コメント",
    re.IGNORECASE,
)
COUNTED_HEAD = re.compile(r"^(?:\d{1,5}|one|no) (?:thought|response|comment|repl)\w{0,3} (?:on|to)\b", re.IGNORECASE)
LONGEST_NAME = 8  # words of a name, those like 'of' and 'the' counted
SMALL_WORDS = frozenset(
    [
        "of",
        "the",
        "and",
        "de",
        "la",
        "le",
        "von",
        "van",
        "der",
        "den",
        "di",
        "da",
        "del",
        "al",
        "bin",
        "ibn",
        "el",
        "y",
        "e",
        "und",
        "et",
    ]
)


@lru_cache(maxsize=1)
def _cues() -> frozenset[str]:
    forms = read_lexicon("reporting_verbs")["forms"]
    return frozenset(form.lower() for cell in forms for form in cell.split("|"))


@lru_cache(maxsize=1)
def _cue_nouns() -> frozenset[str]:
    table = read_lexicon("excerpt_cues")
    return frozenset(table["cue"])


def is_date(line: Line) -> bool:
    """A line that is a date or a time and nothing else."""
    return len(line.text) <= 100 and reads_as_date(line.text)


@lru_cache(maxsize=4096)  # asked for by many rules
def reads_as_date(text: str) -> bool:
    """Whether a text is a date or a time and nothing else."""
    if not any(map(str.isdigit, text)) or DATED.search(text) is None:
        return False
    text = GLUED.sub(" ", text)
    return sum(map(str.isalnum, DATE_PIECE.sub("", DATELINE.sub("", SOURCED.sub("", text))))) <= 4


def is_age(line: Line) -> bool:
    """How long ago the page was published, and nothing else ('Published 2 hours ago')."""
    return len(line.text) <= 40 and AGE.match(line.text) is not None


def tells_when(line: Line) -> bool:
    """A date or time alone, or how long ago."""
    return is_date(line) or is_age(line)


def leads_to(line: Line) -> str:
    """'byline' for 'By' or 'Written by' alone on a line, 'date' for 'Published' or 'Last updated', '' for others."""
    lead = LEAD.match(line.text) if line.n_words <= 3 else None
    return (lead.lastgroup or "") if lead else ""


def is_update(line: Line) -> bool:
    """Starts by saying that the page was changed."""
    return line.lower[:1] in (("updated",), ("modified",)) or line.lower[:2] == ("last", "updated")


def ends_article(line: Line) -> bool:
    """A mark or heading that press releases set below their last paragraph ('ENDS', 'Notes to editors', 'About Us')."""
    return END_MARK.match(line.text) is not None or (line.n_words <= 8 and ABOUT.match(line.text) is not None)


def is_byline(line: Line) -> bool:
    """A short line that names who wrote the article after a word like 'by'."""
    if line.n_words > 16 or not BYLINE.match(line.text) or line.text[-1] in "?!":
        return False
    if line.lower[1:2] == ("our",) or (line.lower[0] == "posted" and len(line.words) == 3):
        return True
    named = [word for word in line.words[1:] if not word.isdigit()]
    return bool(named) and sum(word[0].isupper() for word in named) >= 0.5 * len(named)


def is_stamp(line: Line) -> bool:
    """A time of the day alone, as before the entries of a live blog."""
    return len(line.text) <= 12 and STAMP.match(line.text) is not None


def is_name(line: Line) -> bool:
    """Two to four capitalised words without a mark at the end: a person's or an agency's bare name."""
    if line.n_words > LONGEST_NAME:
        return False
    words = [word for word in line.words if word.lower() not in SMALL_WORDS]
    small = 2 <= len(words) <= 4 and line.text[-1].isalnum() and not any(map(str.isdigit, line.text))
    return small and all(word[0].isupper() for word in words) and all(c.isalnum() or c in " .'’-" for c in line.text)


def is_dated_entry(line: Line) -> bool:
    """A list entry that starts with a date: an older post."""
    return line.n_words <= 30 and DATED_ENTRY.match(line.text) is not None and not is_date(line)


def ends_sentence(line: Line) -> bool:
    """Whether the line ends like a sentence."""
    return line.text[-1] in SENTENCE_ENDS or line.text[-TAIL:].rstrip(CLOSERS)[-1:] in SENTENCE_ENDS


def ends_colon(line: Line) -> bool:
    """Whether the line ends by announcing something."""
    return line.text[-1] in ":：" and line.n_words >= 2


def ends_open(line: Line) -> bool:
    """Whether the line ends without closing its sentence: a semicolon, a dash or a comma before what it announces."""
    return line.text[-1] in ";–—,-"


def has_cue(line: Line) -> bool:
    """Whether the last sentence of a line speaks of saying or writing, or names a text ('statement', 'tweets')."""
    last = re.split(r"[.!?…]['\"”’)]*\s", line.text[-400:])[-1]
    words = re.findall(r"[\w'’-]+", last.lower())
    told = not _cues().isdisjoint(words) or not _cue_nouns().isdisjoint(words)
    return told or CUE_PHRASE.search(last) is not None


def opens_quote(line: Line) -> bool:
    """Whether the line starts with a quotation mark."""
    return line.text[0] in OPEN_QUOTES


def quoted_throughout(line: Line) -> bool:
    """A paragraph that starts with a quotation mark and has no words outside it: closed at its very end, or never."""
    if not opens_quote(line):
        return False
    inner = line.text[1:].rstrip(" .,!?…)]")
    closing = [position for position, sign in enumerate(inner) if sign in '"”»」』']
    return not closing or closing[-1] >= len(inner) - 1 or (line.text[-1] == ")" and closing[-1] >= len(inner) - 25)
