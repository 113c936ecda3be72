"""Find the title, byline, date and standfirst above the article."""

import re

from helpers.cleaning.captions import is_credited
from helpers.cleaning.features import content_words, function_words
from helpers.cleaning.lines import Line
from helpers.cleaning.marks import HANDLE, ends_colon, ends_sentence, is_byline, is_date, is_name, leads_to, tells_when
from helpers.cleaning.phrases import KIND, find_phrases, plain
from helpers.cleaning.signed import are_names, dated_name, is_signed

SUMMARY_HEAD = re.compile(
    r"^(?:(?:the\s)?(?:summary|key\s(?:points|moments|developments|facts)|main\s(?:points|developments)|highlights|essentials)"
    r"|what\s(?:we|you\sneed\sto)\sknow(?:\sso\sfar)?|(?:at\sa\sglance|in\s(?:brief|short)|tl;dr|the\slatest)):?$",
    re.IGNORECASE,
)
HEADED = 6  # lines below a byline within which the article's first paragraph stands
SCORE = re.compile(r"\b\d{1,3}\s?[-–:]\s?\d{1,3}\b")
BETWEEN = 4  # lines between a title and the list that sums its article up, at most
POINTS = 8  # lines that a summary above the article holds at most
MARKED = 0.4  # what the mark of a page's first heading speaks for a title
FURTHEST = 25  # lines above the article within which its title may stand
HEADED_WITHIN = 60  # those within which it may stand if byline and date are right below it
LONGEST_TITLE = 30  # words
KIN = 0.2  # share of its content words that a title has in common with the article, at least
SENTENCE = 14  # words of a standfirst that may stand below the date, at least
ENTRY_SIGNS = "*•-–·▪■◦ \u00a0\t"  # before the entries of a list
OWN_WORDS = 0.3  # share of content words that what sums an article up has in common with it, at least
STANDFIRSTS = 3  # lines of a standfirst, at most
SUMMARY = 0.8  # length of a standfirst, at least, against its title's
TRAIL = re.compile(r"\S\s[>»›|/]\s\S{1,30}.{0,60}\s[>»›|/]\s\S")  # 'News > World > Storm': where one is on the site
MENU = re.compile(  # names of sections in a row, or a few words that a wide gap parts
    r"\S[ \t]{2,8}\S.{0,40}\S[ \t]{2,8}\S|^(?:\w{1,14} ){0,2}\w{1,14}[ \t\u00a0]{2,8}\w{1,14}(?: \w{1,14}){0,2}$"
)


def _closeness(line: Line, vocabulary: set[str]) -> float:
    words = content_words(line)
    return len(words & vocabulary) / len(words) if words else 0.0


def _may_be_title(line: Line) -> bool:
    if line.n_words > LONGEST_TITLE:
        return False
    whole, starts, found = find_phrases(line)
    if whole >= 0 or starts or KIND["caption"] in found or is_date(line) or is_byline(line) or ends_colon(line):
        return False
    if is_credited(line) or TRAIL.search(line.text) or MENU.search(line.text):
        return False
    head = next(filter(str.isalnum, line.text), "a")
    if head.islower() or line.text[-1] in ";,›»>" or line.text[0] in "*+|>-–•·":
        return False
    lettered = sum(any(map(str.isalpha, word)) for word in line.words) > 0.5 * len(line.words)
    return lettered and not is_signed(line)


def find_title(lines: list[Line], first: int, body: list[Line]) -> int:
    """Position of the title among the lines before `first`, −1 if none is like one.

    The best line is long enough, shares words with the article, and stands close to it; a line that comes first in the
    text needs less proof.
    """
    vocabulary = set().union(*(content_words(line) for line in body)) if body else set()
    best, chosen = 0.0, -1
    for at in range(max(0, first - FURTHEST), first):
        line = lines[at]
        if not _may_be_title(line) or (is_name(line) and line.n_words < 5 and at and _closeness(line, vocabulary) < 1):
            continue
        near, shared = 1 - (first - at) / (FURTHEST + 10), _closeness(line, vocabulary)
        points = shared * min(line.n_words, 8) / 8 + 0.35 * near * min(line.n_words, 6) / 6 + 0.15 * (at == 0)
        points += 0.2 * (any(map(is_head, lines[at + 1 : min(at + 3, first)])) or _has_standfirst(lines, at, first))
        dated = at == first - 1 and at > 0 and is_date(lines[at - 1])
        points += 0.2 * dated
        points -= 0.3 * (line.text[-1] == ".")  # a standfirst more often than a title
        points += MARKED * (line.mark == "#")
        placed = dated or line.mark == "#" or _heads(lines, at, first) or (at == 0 and line.n_words >= 4)
        if line.n_words >= 3 and (shared >= 0.25 or placed) and points > best:
            best, chosen = points, at
    chosen = _with_head(lines, chosen, vocabulary, first)
    for _ in range(STANDFIRSTS):
        chosen = _above_standfirst(lines, chosen, vocabulary, first)
    return _nearest_copy(lines, chosen, first) if chosen >= 0 else chosen


def _nearest_copy(lines: list[Line], chosen: int, first: int) -> int:
    """The last copy of a title above the article, one with the head below it before others; `chosen` if it has none.

    A line that ends in the words of another one, which stands below it alone, is that title behind the site's menu.
    """
    whole, own = lines[chosen].text, [chosen]
    for at in range(chosen + 1, first):
        text = lines[at].text
        glued = lines[at].n_words >= 4 and whole != text and whole.endswith(text) and _may_be_title(lines[at])
        if text == whole or glued:
            own = [at] if glued else [*own, at]
            whole = text
    headed = [at for at in own if any(map(is_head, lines[at + 1 : min(at + 3, first)]))]
    return (headed or own)[-1]


def _with_head(lines: list[Line], chosen: int, vocabulary: set[str], first: int) -> int:
    """The line right above a byline and a date, where the one that was chosen has no head of its own: a teaser."""
    if any(map(is_head, lines[max(0, chosen - 1) : min(chosen + STANDFIRSTS + 1, first)])):
        return chosen
    signed = [at for at in range(max(1, first - HEADED_WITHIN), first) if is_byline(lines[at])]
    signed = [at for at in signed if any(map(tells_when, lines[at + 1 : at + 4]))]
    titles = [at - 1 for at in signed if lines[at - 1].n_words >= 3 and _may_be_title(lines[at - 1])]
    return next((at for at in titles if _closeness(lines[at], vocabulary) >= KIN), chosen)


def _heads(lines: list[Line], at: int, first: int) -> bool:
    """Whether nothing but a byline and a date stands between a line and the article's first paragraph."""
    return at + 1 < first <= at + 4 and all(map(is_head, lines[at + 1 : first]))


def is_head(line: Line) -> bool:
    """When or by whom the article was written, and nothing else."""
    return tells_when(line) or is_byline(line) or is_signed(line) or dated_name(line) != "" or leads_to(line) != ""


def _has_standfirst(lines: list[Line], at: int, first: int) -> bool:
    """Whether a clause and below it a byline or date stand right under a line."""
    below = lines[at + 1 : min(at + 3, first)]
    return len(below) == 2 and is_clause(below[0]) and (is_head(below[1]) or are_names(below[1]))


def _above_standfirst(lines: list[Line], chosen: int, vocabulary: set[str], first: int) -> int:
    """The line right above the one that was chosen, if that one reads as the standfirst of a title above it."""
    above = chosen - 1
    if above >= 0 and _is_stacked(lines, above, chosen, first) and _closeness(lines[above], vocabulary) >= KIN:
        return above
    while lines[chosen].n_words >= SENTENCE and 0 <= above > chosen - 3 and is_head(lines[above]):
        above -= 1
    if (
        above < 0
        or _has_standfirst(lines, chosen, first)
        or not _may_be_title(lines[above])
        or lines[above].n_words < 4
        or lines[above].text.isupper()
    ):
        return chosen
    longer = lines[chosen].n_words >= 8 and lines[chosen].n_words >= SUMMARY * lines[above].n_words
    kin = _closeness(lines[above], vocabulary) >= KIN
    headed = is_head(lines[chosen + 1]) and lines[chosen].n_words >= 1.5 * lines[above].n_words
    told = headed and above == chosen - 1 and any(word in function_words() for word in lines[above].lower)
    return above if longer and (kin or told) else chosen


def _is_stacked(lines: list[Line], above: int, at: int, first: int) -> bool:
    """Whether a line stands right below a long one, and above another clause or the article's head: one of several."""
    clauses = lines[above].n_words >= 8 and is_clause(lines[above]) and is_clause(lines[at])
    below = lines[at + 1 : min(at + 2, first)]
    return clauses and lines[at].blank_before == 0 and any(is_head(line) or is_clause(line) for line in below)


def repeats(line: Line, title: Line | None) -> bool:
    """Whether a line is the title again, or the title with the site's name."""
    if title is None:
        return False
    if abs(len(line.text) - len(title.text)) > 60 or line.n_words > LONGEST_TITLE + 8:
        return False
    ours, other = plain(title.text), plain(line.text)
    return other == ours or (len(ours) > 20 and other.startswith(ours) and len(other) < len(ours) + 40)


def is_standfirst(line: Line) -> bool:
    """A sentence or two between title and article that sums it up."""
    if not 7 <= line.n_words <= 60:
        return False
    small = sum(map(function_words().__contains__, line.lower))
    return (
        (small >= 0.2 * line.n_words or sum(word[0].isupper() for word in line.words) < 0.5 * line.n_words)
        and not is_date(line)
        and not is_byline(line)
        and not is_name(line)
        and "pictured" not in line.lower
    )


def is_clause(line: Line) -> bool:
    """Four words or more that may sum up what the line above them says: no date, no name, no menu."""
    told = line.text[0] in '“"‘' or line.text[0].isupper() or (line.text[0].isdigit() and line.text[1:2] not in ".)")
    told = told and (any(word.islower() for word in line.words) or SCORE.search(line.text) is not None)
    plain_words = (
        told
        and "|" not in line.text
        and 4 <= line.n_words <= 60
        and not is_head(line)
        and not are_names(line)
        and not is_credited(line)
    )
    whole, starts, _ = find_phrases(line) if plain_words else (0, [], [])
    return plain_words and whole < 0 and not starts and not TRAIL.search(line.text) and not MENU.search(line.text)


def skip_header(lines: list[Line], first: int, last: int) -> int:
    """The first paragraph below a byline that stands right under what was taken for the first paragraph."""
    near = range(first + 1, min(first + 4, last))
    signed = [at for at in near if (is_byline(lines[at]) or is_signed(lines[at])) and not HANDLE.search(lines[at].text)]
    if not signed or not signed[0] <= first + 2:
        return first
    below = (
        at
        for at in range(signed[-1] + 1, min(last, signed[-1] + HEADED) + 1)
        if lines[at].n_words >= 14 and ends_sentence(lines[at])
    )
    return next(below, first)


def find_summary(lines: list[Line], title: int, first: int) -> frozenset[int]:
    """The heading 'What we know' or the like between title and article, and the points below it."""
    found: set[int] = set()
    for at in range(max(title, first - FURTHEST) + 1, first):
        if not SUMMARY_HEAD.match(lines[at].text):
            continue
        below = lines[at + 1 : at + 1 + POINTS]
        n_points = next((n for n, line in enumerate(below) if not _is_point(line)), len(below))
        found |= set(range(at, at + 1 + n_points)) if n_points >= 2 else set()
    return frozenset(found)


def _is_point(line: Line) -> bool:
    return 4 <= line.n_words <= 60 and not is_head(line) and find_phrases(line)[0] < 0


def find_points(lines: list[Line], title: int, article: range) -> frozenset[int]:
    """The entries of a list right below the title, its standfirst or head that sum the article up in its own words.

    article: the lines that are the article, as far as is known; the list may be the first of them.
    """
    if title < 0 or SUMMARY_HEAD.match(lines[title].text.rpartition(":")[2].strip()):
        return frozenset()
    start = title + 1
    while start < min(len(lines), title + 1 + BETWEEN) and not _is_entry(lines[start]):
        if ends_colon(lines[start]) or not (is_head(lines[start]) or is_clause(lines[start]) or is_name(lines[start])):
            return frozenset()
        start += 1
    end = start
    while end < min(len(lines), start + POINTS) and _is_entry(lines[end]):
        end += 1
    own = set().union(*map(content_words, lines[start:end]))
    told = set().union(*(content_words(lines[at]) for at in article if at >= end))
    placed = start + 2 <= end <= article.start + POINTS and end < article.stop
    return frozenset(range(start, end)) if placed and len(own & told) >= OWN_WORDS * len(own) else frozenset()


def _is_entry(line: Line) -> bool:
    """A clause behind the sign of a list; questions make a table of contents."""
    bare = line.text.lstrip(ENTRY_SIGNS)
    return bare not in ("", line.text) and bare[-1] != "?" and is_clause(line._replace(text=bare))
