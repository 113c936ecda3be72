"""Find short lines that stand in articles: boxes of numbers, picture counters, section numbers, facts of a match."""

import re
from collections import Counter

from helpers.cleaning.lines import Line
from helpers.cleaning.marks import DAY_NAME, MONTH, ends_sentence

LONGEST_BOX = 8  # lines below the heading of a box
ENTRY = 14  # words of the longest entry of a box
FEWEST_FACTS = 3  # facts of a match that stand together
BOX_HEAD = re.compile(
    r"^(?:(?:in|by\sthe)\s(?:numbers|figures)|fact\s?(?:box|file)s?|quick\sfacts)\b[^.]{0,40}$", re.IGNORECASE
)
BOX_ENTRY = re.compile(r"^\S{1,12}(?:\s\S{1,14}){0,2}\s?[:–—-]\s?\S|^[*•·–-]\s\S|^[£$€]?\d\S{0,12}\s\S")
SECTION = re.compile(r"^(?:(?i:part|chapter|section)\s)?([IVXivx]{1,5}|\d{1,2})\.?$", re.ASCII)
ROMAN = {"I": 1, "V": 5, "X": 10}
FACT = re.compile(
    r"^(?:booked|cautions?|(?:yellow|red)\scards?|sent\soff|referee|umpires?|attendance|sub(?:stitute)?s?(?:\snot\sused|\sused)?|unused\ssubs"
    r"|goals?|scorers?|tries|half-?time|(?:man|player|woman)\sof\sthe\s(?:match|game)|star\s(?:man|player)|line-?ups?|venue|kick-?off)\s?:\s?\S"
    r"|\(\d-\d(?:-\d){1,2}\)",
    re.IGNORECASE,
)
PLAYERS = re.compile(
    r"(?:^|[:;,]\s)[A-ZÀ-Þ][\w’'-]{1,30}(?:\s[A-ZÀ-Þ][\w’'-]{1,30})?(?:\s\d{1,2})?(?:\s\([^()]{2,40}\))?(?=[;,.]|$)"
)
ENTRY_HEAD = re.compile(
    rf"^(?:({MONTH}\.?\s\d{{1,2}}\b)|(\d{{1,2}}\.?\s{MONTH}\b)|({DAY_NAME}\b)|(\d{{1,2}}[./]\d{{1,2}}\b)|(\d{{1,3}}[.)]\s)|(\d{{1,2}}-\d{{1,2}}\b))",
    re.IGNORECASE,
)  # how the entries of lists of dates, places and results begin
FEWEST_ENTRIES = 3  # entries of one form from which a list goes on below the article's last line
SPEAKER = re.compile(r"^([A-ZÀ-Þ][\w.’'-]{0,20}(?:\s[A-ZÀ-Þ][\w.’'-]{1,20}){0,2}):\s\S")
FEWEST_TURNS = 3  # lines that start with one name from which they are turns of a conversation
Inserts = dict[int, tuple[str, str]]  # line position -> (label, rule)


def side_boxes(lines: list[Line]) -> Inserts:
    """'In numbers' or the like, and the entries below it."""
    found: Inserts = {}
    for at, line in enumerate(lines):
        if not BOX_HEAD.match(line.text):
            continue
        end = at + 1
        while end < min(len(lines), at + 1 + LONGEST_BOX) and _is_entry(lines[end]):
            end += 1
        if end > at + 1:
            found |= {n: ("boilerplate", "side_box") for n in range(at, end)}
    return found


def _is_entry(line: Line) -> bool:
    return line.n_words <= ENTRY and not ends_sentence(line) and BOX_ENTRY.match(line.text) is not None


def _value(mark: str) -> int:
    if mark.isdigit():
        return int(mark)
    values = [ROMAN[sign] for sign in mark.upper()]
    return sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True))


def section_marks(lines: list[Line], first: int, last: int) -> Inserts:
    """Numbers of sections that count from 1 up through the article; a number alone that does not counts pictures."""
    marks = [(at, SECTION.match(lines[at].text)) for at in range(max(0, first - 1), last + 1)]
    told = [(at, _value(mark[1])) for at, mark in marks if mark]
    counted = [(at, value) for n, (at, value) in enumerate(told) if value == n + 1]
    if len(counted) == len(told) >= 2:
        return {at: ("body", "section_mark") for at, _ in told}
    often = Counter(value for _, value in told)
    return {at: ("boilerplate", "counter") for at, value in told if often[value] > 1 and lines[at].text.isdigit()}


def match_facts(lines: list[Line], first: int, last: int) -> Inserts:
    """Teams, players, cards and the referee, as reports of matches list them inside or right below their paragraphs."""
    found: Inserts = {}
    run: list[int] = []
    for at in range(first, len(lines) + 1):
        if at < len(lines) and _is_fact(lines[at]):
            run.append(at)
            continue
        if len(run) >= FEWEST_FACTS and run[0] <= last + 3:
            found |= {n: ("body", "match_facts") for n in run}
        run = []
    return found


def _is_fact(line: Line) -> bool:
    if FACT.search(line.text[:200]):
        return True
    if line.n_words < 8 or 3 * (1 + sum(map(line.text.count, ":;,"))) < line.n_words:  # each but the first needs a mark
        return False
    return 3 * len(PLAYERS.findall(line.text[:600])) >= line.n_words


def list_goes_on(lines: list[Line], last: int) -> Inserts:
    """Below the article's last line the entries that go on with its list of dates, results or places."""
    forms = [_form(line) for line in lines[max(0, last + 1 - FEWEST_ENTRIES) : last + 1]]
    if len(forms) < FEWEST_ENTRIES or not forms[0] or len(set(forms)) > 1:
        return {}
    end = next((at for at in range(last + 1, len(lines)) if _form(lines[at]) != forms[0]), len(lines))
    return {at: ("body", "list_goes_on") for at in range(last + 1, end)}


def _form(line: Line) -> int:
    """How an entry of a list begins; 0: with no date or number."""
    head = ENTRY_HEAD.match(line.text)
    return (head.lastindex or 0) if head else 0


def turns(lines: list[Line], first: int, last: int) -> Inserts:
    """Lines of a conversation: each starts with the name of who speaks, and a name comes back."""
    said = {at: SPEAKER.match(lines[at].text) for at in range(first, last + 1) if ":" in lines[at].text[:70]}
    names = Counter(match[1] for match in said.values() if match)
    known = {name for name, n in names.items() if n >= FEWEST_TURNS}
    turned = [at for at, match in said.items() if match and match[1] in known]
    return {at: ("body", "turn_of_talk") for at in turned} if len(known) >= 2 else {}


def find_inserts(lines: list[Line], first: int, last: int) -> Inserts:
    """Label the short lines among an article's paragraphs that go by their form: position -> (label, rule)."""
    talk, going_on = turns(lines, first, last), list_goes_on(lines, last)
    return talk | going_on | section_marks(lines, first, last) | match_facts(lines, first, last) | side_boxes(lines)
