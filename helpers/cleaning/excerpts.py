"""Find what an article copies from another outlet or person: excerpts, embedded articles, posts, block quotes."""

import re

from helpers.cleaning.documents import find_documents
from helpers.cleaning.lines import Line
from helpers.cleaning.marks import (
    END_OF_EXCERPT,
    HANDLE,
    STAMPED_HANDLE,
    ends_colon,
    ends_open,
    ends_sentence,
    has_cue,
    is_byline,
    is_date,
    is_dated_entry,
    is_name,
    is_stamp,
    opens_quote,
    quoted_throughout,
)

LONGEST_EXCERPT = 40  # lines within which the end mark of an excerpt is looked for
LONGEST_PAUSE = 8  # lines within which the author must come back for a run of paragraphs to be one excerpt
HEAD_LINES = 8  # lines at the start of an excerpt where its own title, byline and date may stand
LIVE = 3  # times of the day from which an article is a live blog
BEFORE = 6  # paragraphs above an excerpt in which its author would speak of himself if he ever did
FIRST_PERSON = frozenset(["i", "we", "my", "our", "us", "me", "i'm", "we're", "i've", "we've", "ourselves", "myself"])
QUOTED = re.compile(r"[“\"][^”\"]*(?:[”\"]|$)")
LISTED = re.compile(r"[*\-•+:–·▪◦✓✔✅☑►▶➤➔→]|o\s")  # signs before an entry of a list
UNFINISHED = frozenset([  # last words of a line whose sentence goes on below its colon: a list is announced, no text
    "are", "is", "as", "like", "include", "includes", "including", "means", "of", "for", "to", "by", "with", "from",
    "about", "following", "below",
])  # fmt: skip
HANDLE_ALONE = re.compile(r"@\w{2,40}(?::|\s?[·•|,–-]\s?)?\s?(?:\d[\w:. ]{0,14})?$")
SPOKEN = frozenset(["said", "says", "added", "adds", "explained", "explains", "continued", "continues", "told"])
Spans = dict[int, tuple[str, str]]  # line position -> (label, rule)


def announces(lines: list[Line], at: int, habit: bool = False) -> bool:
    """Whether a line ends by announcing another text that the next line then gives."""
    line = lines[at]
    if at + 1 >= len(lines):
        return False
    after = lines[at + 1]
    if not ends_colon(line):
        return ends_open(line) and has_cue(line) and quoted_throughout(after)
    if LISTED.match(after.text) or (after.text[0].isdigit() and not is_date(after)) or is_dated_entry(after):
        return False
    if not UNFINISHED.isdisjoint(line.lower[-1:]) and not any(is_byline(head) for head in lines[at + 2 : at + 5]):
        return False
    if opens_quote(after) and not SPOKEN.isdisjoint(line.lower[-1:]):
        return False
    if after.text.startswith(">") or opens_quote(after) or has_cue(line):
        return line.n_words >= 3
    return habit and line.n_words >= 8 and after.n_words >= 12


def is_headline(line: Line) -> bool:
    """A short line without a mark at its end, as titles are."""
    plain = not ends_sentence(line) and not ends_colon(line) and line.text[0] not in '*-•>“"'
    return plain and 3 <= line.n_words <= 22


def _is_last_of_stanza(lines: list[Line], at: int) -> bool:
    return at + 1 >= len(lines) or lines[at + 1].blank_before > 0


def _end_mark(lines: list[Line], start: int, announced: set[int]) -> int:
    """Position after the line that ends in an end-of-excerpt mark, 0 if the next announcement comes first."""
    for at in range(start, min(len(lines), start + LONGEST_EXCERPT)):
        if END_OF_EXCERPT.search(lines[at].text[-40:]):
            return at + 1
        if at in announced:
            return 0
    return 0


def _return_of_author(lines: list[Line], start: int, announced: set[int]) -> int:
    """Where the author speaks again after an unmarked excerpt whose first paragraph is at `start`, 0 if unclear.

    Scrapers join a block quote to the author's next words without an empty line, and part paragraphs by one: a line
    that follows without an empty line and either ends its stanza or announces the next excerpt is the author's.
    """
    for at in range(start + 1, min(len(lines), start + LONGEST_PAUSE + 1)):
        if at in announced:
            return at
        if lines[at].blank_before == 0 and _is_last_of_stanza(lines, at) and not quoted_throughout(lines[at]):
            return at
    return 0


def _quoted_run(lines: list[Line], start: int) -> int:
    """End of the run of paragraphs that start with a quotation mark; one without may stand between two that do."""
    at = start
    while at < len(lines):
        bridge = at + 1 < len(lines) and at > start and opens_quote(lines[at + 1]) and lines[at].n_words <= 40
        if not (opens_quote(lines[at]) or (bridge and opens_quote(lines[at - 1]))):
            break
        at += 1
    return at


def speaks_first(line: Line) -> bool:
    """A paragraph whose writer speaks of himself or of his own, outside quotation marks."""
    if FIRST_PERSON.isdisjoint(line.lower):
        return False
    return not FIRST_PERSON.isdisjoint(QUOTED.sub(" ", line.text[:2000]).lower().replace("’", "'").split())


def _head_end(lines: list[Line], start: int) -> int:
    """Position of the first paragraph after an embedded article's own title, byline and date."""
    at = start
    while at < min(len(lines) - 1, start + 4) and _is_head(lines[at]):
        at += 1
    return at


def _is_head(line: Line) -> bool:
    return is_date(line) or is_byline(line) or is_name(line) or is_headline(line)


def _excerpt_end(lines: list[Line], start: int, announced: set[int], stanzas: bool) -> int:
    marked = _end_mark(lines, start, announced)
    if marked:
        return marked
    first = _head_end(lines, start)
    if speaks_first(lines[first]) and not any(map(speaks_first, lines[max(0, start - BEFORE) : start])):
        return next((at for at in range(first + 1, len(lines)) if not speaks_first(lines[at])), len(lines))
    if opens_quote(lines[first]) and not quoted_throughout(lines[first]) and lines[first].blank_before:
        return start
    if stanzas and lines[start].blank_before == 0:
        back = _return_of_author(lines, first, announced)
        if back:
            return back
    return max(first + 1, _quoted_run(lines, first)) if opens_quote(lines[first]) else first + 1


def _is_handle(line: Line) -> bool:
    """The handle of who posted, alone or with a time ('@noll · 13:09')."""
    return line.n_words <= 5 and HANDLE_ALONE.match(line.text) is not None


def _asks_as_headline(lines: list[Line], at: int) -> bool:
    """A short question or exclamation with a byline or date right below it."""
    headed = any(is_byline(below) or is_date(below) for below in lines[at + 1 : at + 2])
    return headed and 2 <= lines[at].n_words <= 16 and lines[at].text[-1] in "?!"


def _label_excerpt(lines: list[Line], start: int, end: int) -> Spans:
    spans = {}
    for at in range(start, end):
        line = lines[at]
        opening = at - start < HEAD_LINES
        bare = is_date(line) or _is_handle(line) or (opening and (is_byline(line) or is_name(line)))
        if bare or (at == start and end - start > 1 and (is_headline(line) or _asks_as_headline(lines, at))):
            spans[at] = ("quoted_headline", "headline_of_excerpt")
        else:
            spans[at] = ("quoted_block", "announced_excerpt")
    return spans


def announced_excerpts(lines: list[Line], embedded: Spans) -> Spans:
    """Excerpts after a line that ends in a colon and speaks of saying, writing or a text; not those found already."""
    stanzas = sum(line.blank_before == 0 for line in lines) < 0.7 * len(lines)
    announced = {at for at in range(len(lines)) if announces(lines, at)}
    if len(announced) >= 2:
        announced |= {at for at in range(len(lines)) if announces(lines, at, habit=True)}
    spans: Spans = {}
    for at in sorted(announced):
        if at not in spans and at + 1 not in embedded:
            spans |= _label_excerpt(lines, at + 1, _excerpt_end(lines, at + 1, announced - {at}, stanzas))
    return spans


def stamped_quotes(lines: list[Line]) -> Spans:
    """A date or time inside the article, followed by a paragraph in quotation marks: another outlet's dispatch.

    Times of the day alone, again and again, are the article's own: it is a live blog.
    """
    spans: Spans = {}
    if sum(map(is_stamp, lines)) >= LIVE:
        return spans
    for at in range(1, len(lines) - 1):
        if is_date(lines[at]) and quoted_throughout(lines[at + 1]) and lines[at - 1].n_words >= 12:
            spans[at] = ("quoted_headline", "date_of_excerpt")
            end = max(at + 2, _quoted_run(lines, at + 1))
            spans |= {j: ("quoted_block", "dated_excerpt") for j in range(at + 1, end)}
    return spans


def posts(lines: list[Line]) -> Spans:
    """Posts of social media: the name with its handle, the text, the date below or above."""
    spans: Spans = {}
    for at, line in enumerate(lines):
        if line.n_words > 14 or not HANDLE.search(line.text):
            continue
        if STAMPED_HANDLE.search(line.text) and at and lines[at - 1].n_words <= 70 and line.text[0] in "—–-":
            spans |= {at: ("quoted_headline", "author_of_post"), at - 1: ("quoted_block", "embedded_post")}
        elif at + 1 < len(lines) and _is_post_head(line) and _is_post(lines, at + 1):
            spans |= {at: ("quoted_headline", "author_of_post"), at + 1: ("quoted_block", "embedded_post")}
            if at + 2 < len(lines) and is_date(lines[at + 2]):
                spans[at + 2] = ("quoted_headline", "date_of_post")
    return spans


def _is_post(lines: list[Line], at: int) -> bool:
    """Whether the line below a handle is the post: marked as a quotation, or with a date below it."""
    dated = at + 1 < len(lines) and is_date(lines[at + 1])
    return not _is_head(lines[at]) and (lines[at].text[0] == ">" or dated)


def _is_post_head(line: Line) -> bool:
    handle = HANDLE.search(line.text)
    if handle is None or ends_sentence(line) or line.text[0] in ">@#" or opens_quote(line):
        return False
    before = line.text[: handle.start()].split()
    return bool(before) and all(not word[0].islower() for word in before)


def marked_quotes(lines: list[Line]) -> Spans:
    """Lines that start with '>': block quotes as plain-text tools write them."""
    marked = [at for at, line in enumerate(lines) if line.text.startswith(("> ", ">\u00a0"))]
    return {at: ("quoted_block", "marked_quote") for at in marked}


def printed_documents(lines: list[Line]) -> Spans:
    """Letters, rulings and statements printed whole."""
    spans: Spans = {}
    for start, first, end in find_documents(lines):
        spans |= {at: ("quoted_headline", "head_of_document") for at in range(start, first)}
        spans |= {at: ("quoted_block", "printed_document") for at in range(first, end)}
    return spans


def find_excerpts(lines: list[Line]) -> Spans:
    """Label every line that is copied from another outlet or person: position -> (label, rule).

    lines: the lines of the article alone (no furniture), in order.
    """
    embedded = posts(lines)
    announced = announced_excerpts(lines, embedded)
    return announced | marked_quotes(lines) | stamped_quotes(lines) | embedded | printed_documents(lines)
