"""The rules for what stands between title and article: byline, date, standfirst, and the title itself."""

from helpers.cleaning.captions import is_made_by
from helpers.cleaning.facts import LIKELY, SURE, View, evidence, is_prose, is_told
from helpers.cleaning.features import content_words
from helpers.cleaning.header import OWN_WORDS, STANDFIRSTS, is_clause, is_head, is_standfirst, repeats
from helpers.cleaning.lines import Line
from helpers.cleaning.marks import ends_sentence, is_age, is_byline, is_date, is_name, leads_to, tells_when
from helpers.cleaning.signed import are_names, dated_name, is_agency, is_signature, is_signed

SIGNED_WITHIN = 8  # lines below the article's last paragraph where its byline may stand
CLAUSE = 0.05  # chance to be article that a standfirst of a few words has at least
HEADER_LINES = 12  # lines above the article's first paragraph where its date and byline may stand


def title(view: View, at: int) -> str:
    """The line above the article that is likest its title."""
    return "title" if at == view.title else ""


def repeated_title(view: View, at: int) -> str:
    """The title again, alone or with the site's name."""
    again = view.title >= 0 and repeats(view.lines[at], view.lines[view.title]) and view.chance[at] < SURE[2]
    return "boilerplate" if again else ""


def _is_in_header(view: View, at: int) -> bool:
    """Right below the title, or not far above the article's first paragraph."""
    return view.first - HEADER_LINES <= at <= view.first + 1 or 0 <= view.title < at <= min(view.title + 4, view.first)


def date(view: View, at: int) -> str:
    """A date or time alone, above the article."""
    line, below = view.lines[at], 0 <= view.title < at <= view.first
    if below and at < view.first and leads_to(line) == "date" and is_date(view.lines[at + 1]):
        return "date"
    near = at <= view.first + 1 and (_is_in_header(view, at) or at == view.title - 1) and at not in view.excerpts
    told = (below and is_age(line)) or is_date(line) or (below and at < view.first and dated_name(line) == "date")
    return "date" if near and told else ""


def signs_off(view: View, at: int) -> bool:
    """A byline right below the article, or a few lines further down if it tells when the piece was posted."""
    line = view.lines[at]
    reach = SIGNED_WITHIN * 2 if line.lower[:1] == ("posted",) and line.text[-1] in "Mm0123456789" else SIGNED_WITHIN
    return at <= view.ended + reach and is_byline(line)


def byline(view: View, at: int) -> str:
    """Who wrote it, above the article or right below it."""
    if view.first + 1 < at <= view.last:
        return ""
    line, above = view.lines[at], _is_in_header(view, at)
    if at in view.excerpts or is_made_by(line) or (view.chance[at] >= 0.6 and at >= view.first):
        return ""
    if is_byline(line) and (above or view.last < at <= view.last + 3):
        return "byline"
    if (at > view.last and line.lower[:1] == ("posted",) and signs_off(view, at)) or _heads_column(view, at):
        return "byline"
    below = 0 <= view.title < at
    if below and above and (is_signed(line) or (at < view.first and _is_author(view, at))):
        return "byline"
    bare = below and (
        (at < view.first and is_name(line) and "the" not in line.lower[1:]) or (above and _names_in_head(view, at))
    )
    return "byline" if bare and not evidence(view, at)[1] else ""


def signature(view: View, at: int) -> str:
    """Right below the article's last paragraph its author's initials, or a name behind a dash."""
    placed = view.first < at and view.last <= at <= view.last + 1 and is_told(view.lines[at - 1])
    return "byline" if placed and is_signature(view.lines[at]) else ""


def _heads_column(view: View, at: int) -> bool:
    """Right above the title the name of whom a line around the article presents as its author."""
    line = view.lines[at]
    if not view.title - 2 <= at < view.title or not is_name(line):
        return False
    return any(view.lines[bio].lower[: len(line.lower)] == line.lower for bio in view.bios)


def _is_author(view: View, at: int) -> bool:
    """A name with a date, 'By' and the name below it, or an agency that no picture's text stands above."""
    line, above, below = view.lines[at], view.lines[at - 1], view.lines[at + 1]
    if dated_name(line) == "byline" or (leads_to(line) == "byline" and _is_named(below)):
        return True
    if _is_named(line) and leads_to(above) == "byline":
        return True
    placed = at == view.title + 1 or is_head(above) or is_name(above) or tells_when(below)
    return placed and is_agency(line)


def _is_named(line: Line) -> bool:
    """A name, perhaps behind a bullet, with a title or none."""
    bare = line._replace(text=line.text.lstrip("*•o ").split(",")[0])
    return line.n_words <= 8 and bool(bare.text) and (is_name(bare) or is_signed(bare) or are_names(bare))


def _names_in_head(view: View, at: int) -> bool:
    """Names right below the title or its standfirst, or right beside a date, none of them a word of the article."""
    line = view.lines[at]
    if not are_names(line) or (at >= view.first and is_name(line)):
        return False
    beside = view.lines[at - 1 : at] + view.lines[at + 1 : at + 2]
    placed = at <= view.title + 2 or any(tells_when(near) for near in beside)
    names = {word.lower() for word in line.words if word[0].isupper()}
    return placed and not any(names & set(other.words) for other in view.lines)


def standfirst(view: View, at: int) -> str:
    """Between title and byline or date: sentences or clauses that sum the article up."""
    if at in view.points:
        return "dek"
    if not 0 <= view.title < at <= min(view.first, view.title + STANDFIRSTS):
        return ""
    between = view.lines[view.title + 1 : at]
    stacked = 0 < len(between) < STANDFIRSTS and all(map(is_clause, between))
    near = at <= view.title + 3 and (view.chance[at] >= LIKELY or all(map(is_head, between)))
    right_below = at == view.title + 1 or stacked or near
    if not right_below or evidence(view, at)[1]:
        return ""
    end = at + 1
    while end < min(at + STANDFIRSTS, view.first) and is_clause(view.lines[end]):
        end += 1
    below = view.lines[end : end + 2]
    heads = any(is_byline(line) or tells_when(line) for line in below)
    heads = heads or any(is_name(line) or is_signed(line) or are_names(line) for line in below[:1])
    first = at == view.title + 1 or stacked
    if first and heads and view.chance[at] >= CLAUSE and at < view.first and is_clause(view.lines[at]):
        return "dek"
    return "dek" if is_standfirst(view.lines[at]) and (heads or _is_subtitle(view, at) or _is_kin(view, at)) else ""


def _is_kin(view: View, at: int) -> bool:
    """Above the article, nothing but the head between it and the title, and in the article's own words."""
    between = view.lines[view.title + 1 : at]
    headed = all(is_head(line) or is_clause(line) for line in between)
    if at >= view.first or not headed or not is_clause(view.lines[at]):
        return False
    own = content_words(view.lines[at])
    article = set().union(*map(content_words, view.lines[view.first : view.last + 1]))
    return len(own & article) >= OWN_WORDS * max(1, len(own))


def _is_subtitle(view: View, at: int) -> bool:
    """Right below the title and right above a paragraph, without an end mark."""
    between, below = view.lines[view.title + 1 : at], view.lines[at + 1 : at + 2]
    headed = len(between) <= 2 and all(is_date(line) or is_byline(line) for line in between)
    return headed and not ends_sentence(view.lines[at]) and any(map(is_prose, below))


def summary(view: View, at: int) -> str:
    """Between title and article: 'What we know' or the like, and the points below it."""
    return "body" if at in view.summary else ""
