"""find_quotes: every direct quotation of a text, who says it and by which verb, speech told from scare quotes."""

from functools import lru_cache

from helpers.tables import as_table
from helpers.voice.beside import NOBODY
from helpers.voice.coreference.choose import Whom
from helpers.voice.coreference.features import Asked
from helpers.voice.marks import Mark, find_marks
from helpers.voice.naming import named_again
from helpers.voice.scare import is_scare
from helpers.voice.speakers import Reading, tell_speakers

COLUMNS = ["start", "end", "text", "speaker", "cue", "scare", "closed"]
TYPED_TWICE = ("``", "''", "‘‘", "’’")
MASKED_WORDS = 4  # shorter ones without a closing stop stay visible, they may be part of a name


@as_table(COLUMNS)
def find_quotes(text: str) -> list[tuple]:
    """Find the direct quotations of a text, with speaker and reporting verb.

    text: a document, one paragraph a line. Returns one row per pair of quotation marks, nested ones too, in order:
    `start`, `end` (offsets without the marks), `text`, `speaker` (as the text names it; a pronoun or a description is
    told with the name it stands for in brackets, "she [Ana Lund]", "the mayor [Ana Lund]"; "" if unsure), `cue` (the
    reporting verb as in the text), `scare` (1: scare quotes or a title, not speech), `closed` (0: the mark never
    closes, it ends with its paragraph).
    Linear in the length of the text. Source: rule families of PolNeAR (Newell et al. 2018): a verb right after the
    quotation is the best sign of its speaker, one before it the next best.

    >>> find_quotes('"We stay," said Ana Lund. The "rebels" left.')[["text", "speaker", "cue", "scare"]].values.tolist()
    [['We stay,', 'Ana Lund', 'said', 0], ['rebels', '', '', 1]]
    """
    reading = quotations_of(text)
    marks = [mark for paragraph in reading.paragraphs for mark in paragraph.marks]
    rows = []
    for mark, who in zip(marks, tell_speakers(text, reading), strict=True):
        scare = is_scare(text, mark, who)
        who = NOBODY if scare else who
        rows.append((mark.start, mark.end, text[mark.start : mark.end], who.speaker, who.cue, int(scare), mark.closed))
    return rows


@lru_cache(maxsize=2)
def quotations_of(text: str) -> Reading:
    """The quotations of a text and who is told beside each, pronouns as they stand."""
    paragraphs = find_marks(text)
    marks = [mark for paragraph in paragraphs for mark in paragraph.marks]
    outer = _mask(text, [mark for mark in marks if mark.depth == 0])
    inner = _mask(text, [mark for mark in marks if mark.depth == 1])
    return Reading(text, outer, inner, paragraphs)


def _mask(text: str, marks: list[Mark]) -> str:
    """The text with these quotations, marks and all, blanked by NUL characters."""
    pieces, at = [], 0
    for mark in marks:
        content = text[mark.start : mark.end]
        if (
            len(content) < 40
            and len(content.split()) < MASKED_WORDS
            and not content.rstrip().endswith((",", ".", "?", "!", "…"))
        ):
            continue
        left, right = max(at, mark.start - _width(text, mark.start - 2)), min(len(text), mark.end + mark.closed)
        right += mark.closed * (_width(text, mark.end) - 1)
        pieces += [text[at:left], "\x00" * (right - left)]
        at = right
    return "".join([*pieces, text[at:]])


def _width(text: str, at: int) -> int:
    """Characters of the mark at or right after an offset: two where it is typed as two single ones."""
    return 2 if text[max(at, 0) : at + 2] in TYPED_TWICE else 1


@lru_cache(maxsize=2)
def _whom(text: str) -> Whom:
    return quotations_of(text).whom()


def referent(text: str, pronoun: str, at: int) -> str:
    """The name of whom a pronoun at an offset of a text means ("" if nobody is told of before it).

    pronoun: he, she, they, it.

    >>> text = "Ana Lund met Bo Wirth. He said no."
    >>> referent(text, "he", text.index("He"))
    'Bo Wirth'
    """
    entity = named_again(_whom(text).mean_afresh(Asked(pronoun, at)), at, _whom(text))
    return entity.name if entity else ""
