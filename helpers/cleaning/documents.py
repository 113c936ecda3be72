"""Find letters, rulings and statements that an article prints whole: where they are announced, and where they end."""

import re

from helpers.cleaning.ends import is_paragraph
from helpers.cleaning.lines import Line
from helpers.cleaning.marks import ends_colon, ends_sentence, is_date, is_name

LONGEST = 40  # lines of the longest document that is looked for
HEAD = 4  # lines of its own title, parties and date
SIGNATURE = 40  # words of the longest line of names below it
ANNOUNCED = re.compile(
    r"\b(?:in\sfull|full\s(?:text|statement|letter)|printed\s(?:below|here)|reproduced\s(?:below|here)|reads\sas\sfollows"
    r"|(?:text|wording)\sof\s(?:the|its|his|her|their))\b[^.:]{0,80}[.:]?$",
    re.IGNORECASE,
)
SALUTATION = re.compile(
    r"^(?:Dear\s\w.{0,80}[^.]$|To\s(?:the|whom|all|our)\b.{1,80}[,:]$"
    r"|(?:Sirs?|Madam|Ladies|Friends|Comrades|Colleagues)\b.{0,40}[,:!]$)"
)
FAREWELL = re.compile(
    r"^(?:(?:yours|very)\s(?:\w+\s)?(?:sincerely|faithfully|truly)|sincerely|respectfully|(?:with\s)?(?:kind|best|warm)\s(?:regards|wishes)"
    r"|signed|in\ssolidarity)\b.{0,60}$",
    re.IGNORECASE,
)
SIGNED = re.compile(r"^(?:Signed\b|For\sthe\s[A-ZÀ-Þ]|On\sbehalf\sof\b|[–—-]{1,2}\s?[A-ZÀ-Þ])")
NUMBERED = re.compile(r"^\(?(\d{1,2})[.)]\s+\S")


def _number(line: Line) -> int:
    found = NUMBERED.match(line.text)
    return int(found[1]) if found else 0


def _letter_end(lines: list[Line], start: int) -> int:
    """Position after the names below the farewell of a letter that begins at `start`; 0 if it never takes leave."""
    for at in range(start + 1, min(len(lines), start + LONGEST)):
        if FAREWELL.match(lines[at].text):
            return _after_names(lines, at + 1)
    return 0


def _after_names(lines: list[Line], at: int) -> int:
    """Position after the lines of names at `at`: no sentence, mostly capitals, no other letter."""
    end = min(len(lines), at + HEAD)
    while at < end and _names(lines[at]) and not SALUTATION.match(lines[at].text):
        at += 1
    return at


def _names(line: Line) -> bool:
    capitals = sum(word[0].isupper() for word in line.words)
    return line.n_words <= SIGNATURE and not ends_sentence(line) and 2 * capitals >= len(line.words) > 0


def _numbered_end(lines: list[Line], start: int) -> int:
    """Position after the numbered paragraphs from 1 on that begin at `start`, and who signed them; 0: none."""
    at = start
    while at < len(lines) and _number(lines[at]) == at - start + 1:
        at += 1
    if at < start + 2:
        return 0
    return at + (at < len(lines) and SIGNED.match(lines[at].text) is not None)


def _is_head(line: Line) -> bool:
    return is_date(line) or is_name(line) or (not ends_sentence(line) and not ends_colon(line) and line.n_words <= 22)


def find_documents(lines: list[Line]) -> list[tuple[int, int, int]]:
    """Every document printed whole: (start, first paragraph below its own head, end), end exclusive.

    A letter runs from its salutation to the names below its farewell; numbered paragraphs run from the first to the
    last, where a line above them announces a text in full.
    """
    found: list[tuple[int, int, int]] = []
    told = next((at for at, line in enumerate(lines) if is_paragraph(line)), len(lines))
    for at, line in enumerate(lines):
        if found and at < found[-1][2]:
            continue
        if at and SALUTATION.match(line.text):
            end, start = _letter_end(lines, at), _head_start(lines, at, found[-1][2] if found else 0)
            found += [(start, at, end)] if end and start > told else []
        elif ANNOUNCED.search(line.text[-160:]) and line.n_words >= 3:
            first = at + 1
            while first < min(len(lines), at + 1 + HEAD) and not _number(lines[first]) and _is_head(lines[first]):
                first += 1
            end = _numbered_end(lines, first) if first < len(lines) else 0
            found += [(at + 1, first, end)] if end else []
    return found


def _head_start(lines: list[Line], at: int, floor: int) -> int:
    """Where the title and date above a salutation begin: below the paragraph or the document that comes before."""
    start = at
    while start > max(1, floor) and at - start < HEAD and _is_head(lines[start - 1]):
        start -= 1
    return start
