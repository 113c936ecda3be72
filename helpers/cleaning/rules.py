"""The rules that label a line, in order: the first that applies decides, and its name is told."""

from helpers.cleaning.address import ASKING
from helpers.cleaning.ends import byline_words, presents_body
from helpers.cleaning.facts import ENTRY, HARDLY, LIKELY, MAYBE, SURE, View, evidence, is_prose, is_told
from helpers.cleaning.header import is_head
from helpers.cleaning.marks import HANDLE, ends_sentence, is_byline, is_date, is_name, is_stamp, is_update, tells_when
from helpers.cleaning.phrases import KINDS
from helpers.cleaning.pictures import caption
from helpers.cleaning.top import byline, date, repeated_title, signature, signs_off, standfirst, summary, title

HEADED = 4  # lines from the time of an entry to its first sentence: a heading and who wrote it may stand between
CROSSHEAD = 8  # words of a heading inside the article, at most
BIO_WITHIN = 6  # lines below the author's name where the bio may stand
SIGNED_AGAIN = 3  # lines below the article's last paragraph where its author's name is a byline
LONG = 12  # words of a line that may be a paragraph without an end mark
DISCLAIMER = 80  # words of the longest line that two phrases of law make a disclaimer


def wordless(view: View, at: int) -> str:
    """No letter and no digit."""
    return "" if any(map(str.isalnum, view.lines[at].text)) else "boilerplate"


def reader_comments(view: View, at: int) -> str:
    """At or below the heading of the readers' comments."""
    return "boilerplate" if at >= view.comments and at not in view.bios else ""


def list_of_posts(view: View, at: int) -> str:
    """One of several short lines in a row that start with a date and end like titles."""
    return "boilerplate" if at in view.posts else ""


def author_bio(view: View, at: int) -> str:
    """At an end of the article: who the author is and where to reach them."""
    line = view.lines[at]
    if at in view.bios:
        return "end_matter"
    if at < max(view.last - 1, view.first + 2) or line.n_words > 120:
        return ""
    kinds = {KINDS[kind] for kind in view.phrases[at][1] + view.phrases[at][2]}
    named = sum(word[0].isupper() for word in line.words[:3]) >= 2
    doubted = view.chance[at] < SURE[3] and ASKING.isdisjoint(line.lower[:1])
    told = "bio" in kinds and named and doubted and line.n_words >= 6
    return "end_matter" if told and not presents_body(line) else ""


def author_again(view: View, at: int) -> str:
    """The author's name again below the article: right below it a byline, above the bio or an address a part of it."""
    line = view.lines[at]
    if at <= view.last or line.n_words > 6:
        return ""
    line = line._replace(text=line.text.lstrip("*•- "))
    if not line.text or not (is_name(line) or HANDLE.search(line.text)):
        return ""
    above, below = view.lines[at - 1], range(at + 1, min(at + BIO_WITHIN, len(view.lines)))
    if HANDLE.search(line.text):
        return "end_matter" if author_again(view, at - 1) == "end_matter" else ""
    signed = {word.title() for word in byline_words(view.lines, view.first, view.title + 1)}
    if not {word.title() for word in line.words} <= signed:
        return ""
    told = any(author_bio(view, n) for n in below) or any(HANDLE.search(view.lines[n].text) for n in below[:1])
    told = told or above.lower == ("about", "the", "author")
    return "end_matter" if told else "byline" if at <= view.last + SIGNED_AGAIN else ""


def after_article(view: View, at: int) -> str:
    """At or below the first notice to the reader after the article's last paragraph."""
    return "boilerplate" if at >= view.tail and not signs_off(view, at) else ""


def speaks_to_reader(view: View, at: int) -> str:
    """Above the first or below the last paragraph: a disclaimer, a condition, an appeal, a question to the reader."""
    outside = at < view.first or at > view.ended
    return "boilerplate" if view.signs[at] and (outside or (view.signs[at] == 2 and view.chance[at] < SURE[1])) else ""


def linked_headline(view: View, at: int) -> str:
    """A heading of related articles, or one of the headlines below it."""
    return "boilerplate" if at in view.links and view.chance[at] < SURE[3] else ""


def insert(view: View, at: int) -> str:
    """A short line among the paragraphs that goes by its form: a box of numbers, section numbers, facts of a match."""
    label = view.inserts.get(at, ("", ""))[0] if at not in view.excerpts else ""
    return "" if label == "body" and evidence(view, at)[1] else label


def pull_quote(view: View, at: int) -> str:
    """A short line that gives words of one of the article's paragraphs again."""
    return "boilerplate" if at in view.pulled and at not in view.excerpts else ""


def doubled_caption(view: View, at: int) -> str:
    """The same short line twice in a row inside the article."""
    line = view.lines[at]
    if not (4 <= line.n_words <= 60 and view.first <= at <= view.last):
        return ""
    near = view.lines[max(0, at - 1) : at] + view.lines[at + 1 : at + 2]
    return "caption" if any(line.text == other.text for other in near) else ""


def furniture_phrase(view: View, at: int) -> str:
    """Phrases of page furniture outweigh the chance to be article; the rule's name tells of what kind.

    Two phrases of law or of the editors make a disclaimer, whatever the chance.
    """
    kind, count = evidence(view, at)
    disclaims = kind in ("legal", "note") and count >= 2 and view.lines[at].n_words <= DISCLAIMER
    outweighed = count and (disclaims or view.chance[at] < SURE[min(count, 3)])
    return "boilerplate" if outweighed else ""


def excerpt(view: View, at: int) -> str:
    """Copied from another outlet or person, as the lines around tell."""
    label, rule = view.excerpts.get(at, ("", ""))
    sure = label == "quoted_headline" or rule == "embedded_post"
    return label if sure or view.chance[at] >= HARDLY else ""


def date_of_entry(view: View, at: int) -> str:
    """A date or time alone, and below it a paragraph of the article: an entry of a live blog or a diary."""
    if not (view.first < at < view.last and tells_when(view.lines[at])):
        return ""
    below = view.lines[at + 1]
    entry = below.n_words >= ENTRY and not is_date(below)
    entry = entry or any(_is_likely(view, n) for n in range(at + 1, min(at + HEADED, view.last) + 1))
    return "date" if entry and not is_update(view.lines[at]) else ""


def stray_date(view: View, at: int) -> str:
    """A date or time alone, away from the article's head, or when a page was brought up to date."""
    updated = at > view.first and is_update(view.lines[at])
    return "boilerplate" if is_date(view.lines[at]) and (view.chance[at] < LIKELY or updated) else ""


def reads_as_article(view: View, at: int) -> str:
    """The trained weights take the line for article, by its shape, words, place and neighbours."""
    return "body" if view.chance[at] >= LIKELY else ""


def between_paragraphs(view: View, at: int) -> str:
    """In a text with little furniture: a line between two paragraphs of the article, such as a heading."""
    inside = view.light and view.first < at <= view.last and view.chance[at] >= HARDLY
    return "body" if inside and not evidence(view, at)[1] else ""


def crosshead(view: View, at: int) -> str:
    """A few words without a stop between two sentences of the article."""
    line, inside = view.lines[at], view.first < at < view.last and view.chance[at] >= HARDLY
    if not inside or line.n_words > CROSSHEAD or ends_sentence(line) or evidence(view, at)[1]:
        return ""
    above = tells_when(view.lines[at - 1]) or _is_likely(view, at - 1)
    below = at + 2 if is_byline(view.lines[at + 1]) and at + 2 < len(view.lines) else at + 1
    return "body" if above and _is_likely(view, below) else ""


def entry_heading(view: View, at: int) -> str:
    """Above the article's first paragraph, a few words right below the time of a live blog's first entry."""
    line, head = view.lines[at], view.lines[at + 1 : view.first]
    placed = 0 <= view.title < at < view.first <= at + HEADED and tells_when(view.lines[at - 1])
    if not placed or line.n_words > LONG or ends_sentence(line) or not all(map(is_head, head)) or is_head(line):
        return ""
    live = sum(map(is_stamp, view.lines[view.first : view.last])) >= 1
    return "body" if live and not evidence(view, at)[1] else ""


def _is_likely(view: View, at: int) -> bool:
    return is_told(view.lines[at]) and view.chance[at] >= MAYBE


def prose_in_article(view: View, at: int) -> str:
    """Among or right beside the article's paragraphs: a full paragraph or long line that nothing speaks against."""
    line, inside = view.lines[at], view.first <= at <= view.last and view.chance[at] >= HARDLY
    told = is_prose(line) or (view.chance[at] >= MAYBE and (line.n_words >= LONG or is_told(line)))
    return "body" if inside and told and not evidence(view, at)[1] else ""


def edge_line(view: View, at: int) -> str:
    """Right below the article a likely sentence; in a text that is hardly anything else, a line right beside it."""
    line = view.lines[at]
    ended = ends_sentence(line) or view.chance[at] >= 0.3
    below = view.last < at <= view.last + 2 and ended and at < view.comments
    near = view.bare and (below or at == view.first - 1) and view.chance[at] >= HARDLY
    near = near or (view.bare and at == view.last + 1 and is_told(line))
    next_to = at == view.last + 1 and ends_sentence(line)
    credited = at + 1 < len(view.lines) and evidence(view, at + 1)[0] == "note" and view.chance[at] >= HARDLY
    near = near or (next_to and (credited or view.chance[at] >= MAYBE))
    return "body" if near and line.n_words >= 3 and not evidence(view, at)[1] else ""


def above_article(view: View, at: int) -> str:
    """Above the article, and not like it."""
    return "boilerplate" if at < view.first else ""


def below_article(view: View, at: int) -> str:
    """Below the article, and not like it."""
    return "boilerplate" if at > view.last else ""


def unlike_article(view: View, at: int) -> str:
    """Among the article's lines, and not like them."""
    return "boilerplate"


RULES = (
    wordless, title, repeated_title, signature, author_again, reader_comments, list_of_posts, author_bio, after_article,
    speaks_to_reader, insert, date, linked_headline, doubled_caption, byline, excerpt, pull_quote, caption,
    furniture_phrase, standfirst, date_of_entry, stray_date, reads_as_article, prose_in_article, crosshead,
    entry_heading, between_paragraphs, edge_line, summary, above_article, below_article, unlike_article,
)  # fmt: skip


def decide(view: View, at: int) -> tuple[str, str]:
    """Label of one line and the name of the rule that decided."""
    for rule in RULES:
        label = rule(view, at)
        if label:
            name = rule.__name__
            if rule is furniture_phrase:
                name = f"{evidence(view, at)[0]}_phrase"
            return label, view.excerpts[at][1] if rule is excerpt else view.inserts[at][1] if rule is insert else name
    raise AssertionError("the last rule always decides")
