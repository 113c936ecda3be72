"""Title, author and date of a plain text, from the lines that cleaning finds above the article."""

import re
from datetime import date

import pandas as pd

from helpers.cleaning import label_lines
from helpers.cleaning.markdown import read_marks
from helpers.tables import read_lexicon

BYLINE = re.compile(r"^(?:by|von|par|por)\s+([^\d|,/–—·]{3,60})", re.I)
# Two to four words with capitals and nothing else, as "Ada Moss" or "Jan de Wit": a person who signs.
BARE_NAME = re.compile(r"(?!The\b)[^\W\d_][\w.’'-]*(?: (?:(?:de|der|van|von|al|bin|la) )?[^\W\d_][\w.’'-]*){1,3}")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
ISO = re.compile(r"\b(?:19|20)\d\d-\d\d-\d\d\b")
DATES = (  # 14 February 2023; February 14, 2023; dates in figures alone read differently in different countries
    (re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\.? {_MONTH},? ((?:19|20)\d\d)\b", re.I), (1, 2, 3)),
    (re.compile(rf"\b{_MONTH} (\d{{1,2}})(?:st|nd|rd|th)?,? ((?:19|20)\d\d)\b", re.I), (2, 1, 3)),
)
OPENING = 400  # characters in which a date is looked for where no line of the head has a label


def tell_head(text: str) -> dict[str, str]:
    """What the head of a plain text tells: title, author, date (ISO), each "" where it tells none.

    A signature after "by" goes before a bare name, whichever of the lines that sign comes first. A date may share its
    line with the outlet, or open the first paragraph.
    """
    lines = label_lines(text)
    told = [read_marks(text[start:end])[0] for start, end in zip(lines.start, lines.end, strict=True)]
    lines = lines.assign(told=[line.strip() for line in told])
    signed, titles = lines.told[lines.label == "byline"].tolist(), lines.index[lines.label == "title"]
    bodies = lines.index[lines.label == "body"]
    head = _between(lines, titles[0] if len(titles) else 0, bodies[0] if len(bodies) else 0)
    labelled = " ".join(lines.told[lines.label.isin(["byline", "date"])].drop_duplicates())
    opening = lines.told[bodies[0]] if len(bodies) else ""
    day = date_in(labelled) or date_in(" ".join(head)) or date_in(opening, at_start=True)
    title = lines.told[titles[0]] if len(titles) else ""
    return {"title": title, "author": _author(signed), "date": day or (not labelled and date_in(text[:OPENING])) or ""}


def _between(lines: pd.DataFrame, first: int, last: int) -> list[str]:
    """The lines below the title and above the article."""
    return lines.told[(lines.index > first) & (lines.index < last)].tolist()


def _author(signed: list[str]) -> str:
    named = next((found[1].strip() for line in signed if (found := BYLINE.match(line))), "")
    return named or next((line for line in signed if _is_person(line)), "")


def _is_person(line: str) -> bool:
    media = read_lexicon("claimant_types").query("claimant_type == 'medium'")["word"].str.lower()
    words = line.split()
    small = all(word[0].isupper() or word in ("de", "der", "van", "von", "al", "bin", "la") for word in words)
    return small and BARE_NAME.fullmatch(line) is not None and not set(line.lower().split()) & set(media)


def date_in(head: str, *, at_start: bool = False) -> str:
    """The first date of a head as ISO, "" if there is none that reads only one way.

    at_start: take only one with which the head begins.

    >>> date_in("2 May 2031 | Harbour Post"), date_in("It rained on 2 May 2031.", at_start=True)
    ('2031-05-02', '')
    """
    if (found := ISO.search(head)) and not (at_start and found.start()):
        return _on_a_calendar(found.group())
    for pattern, (day, month, year) in DATES:
        if (found := pattern.search(head)) and not (at_start and found.start()):
            number = MONTHS.index(found[month][:3].lower()) + 1
            return _on_a_calendar(f"{found[year]}-{number:02d}-{int(found[day]):02d}")
    return ""


def _on_a_calendar(told: str) -> str:
    """The ISO date, "" where no year has that day: 31 February."""
    try:
        return date.fromisoformat(told).isoformat()
    except ValueError:
        return ""
