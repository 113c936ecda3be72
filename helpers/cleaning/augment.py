"""Vary the labelled dumps that the weights learn from: other dump tools, lighter pages, pages of news sites.

Pages of WCXB are mostly blogs and dumped by one tool. Its own articles, cut short and set among headlines, teasers,
readers and appeals as news sites have them, teach what no page of it shows: where a report ends and a feed begins.
"""

import re
import zlib
from random import Random
from typing import NamedTuple

from helpers.cleaning.header import find_title
from helpers.cleaning.lines import Line, cut_lines

BULLET = re.compile(r"^(?:[*+o•·]|-)\s+(?=\S)")
SENTENCE = re.compile(r".{20,}?[.!?][”\"]?(?=\s|$)")
NAMES = (
    "Ada Holm", "Bram Tesk", "Cora Vane", "Dov Lindt", "Esme Roth", "Finn Quarles", "Greta Osk", "Hal Mirren",
    "Ines Dor", "Jon Abara", "Kirsi Vold", "Lev Stone", "Mina Okoro", "Noor Haddad", "Ola Brandt", "Pia Senn",
    "Rafe Tully", "Sol Iwata", "Una Marsh", "Wim Ek",
)  # fmt: skip
HEADS = (
    "Most read", "Trending", "Latest news", "Recommended", "More stories", "Top stories", "You may also like",
    "Related", "Read next", "Don't miss", "Editor's picks", "In other news", "Around the web", "Breaking news",
    "Popular now", "More on this", "Also on this site", "What others are reading", "Previous articles",
    "News in brief", "Latest headlines", "From our partners", "Videos", "Opinion",
)  # fmt: skip
APPEALS = (
    "Get the day's main stories in your inbox every morning.",
    "Sign up to our free newsletter and never miss a story from your region.",
    "We rely on our readers. If you value independent reporting, please consider a monthly gift.",
    "Whoever signs up accepts our terms of use and confirm that you have read the privacy notice.",
    "Download our app for iPhone and Android and follow events as they happen.",
    "Have you seen something newsworthy? Send your photos and videos to our desk.",
    "This site uses cookies to give you the best experience. By browsing on you accept their use.",
    "Please keep your comments polite and on the subject. Comments are checked before they appear.",
    "You have read all your free articles this month. Subscribe for full access to every story.",
    "Follow us on Facebook and Twitter for the latest news.",
    "No part of this page may be copied or published again without written leave of the publisher.",
    "Your support keeps this newsroom open to everyone, and every sum counts.",
    "Something wrong with this story? Tell our editors and we will look into it.",
    "Join the conversation: log in or register to post a comment.",
    "The views expressed by readers are their own and not those of this newspaper.",
    "This article includes content from another site. We ask before anything is loaded, as it may set cookies.",
    "To view this content, allow all cookies and press the button below.",
    "Stories picked by our editors, sent to your phone every Friday. You can leave the list at any time.",
    "You have one free article left. Start your subscription now and read on without limits.",
    "An earlier version of this story gave the wrong year. It has been put right.",
)  # fmt: skip
BOXES = (
    "Skip the post", "Allow content?", "Accept and continue", "End of the post", "View original post", "Email address",
    "Sign up", "Enter your email", "Please enter a valid address", "Loading...", "Play video", "Show more",
    "1 of 12", "Next", "Previous", "Image", "View gallery",
)  # fmt: skip
SHARE = ("Share", "Tweet", "Facebook", "WhatsApp", "Email", "Print", "Save", "Copy link", "Comments", "Listen")
MONTHS = ("January", "Feb", "March", "Apr", "May", "June", "Jul", "August", "Sept", "October", "Nov", "December")


PARAGRAPH = 12  # words


class Page(NamedTuple):
    """One labelled dump: a letter for every line (B article, N not, ? undecided, - blank)."""

    group: str  # the dumps of one page share it
    lines: list[Line]
    labels: str


Labelled = list[tuple[str, str, int]]  # text, label and blank lines before, of every line


def _random(page: Page, use: str) -> Random:
    return Random(zlib.crc32(f"{use} {page.group}".encode()))


def _parts(page: Page, start: int = 0, end: int | None = None) -> Labelled:
    told = zip(page.lines[start:end], page.labels[start:end], strict=True)
    return [(" " * line.indent + line.text, label, line.blank_before) for line, label in told]


def _page(group: str, parts: Labelled) -> Page:
    text = "\n".join("\n" * min(blank, 3) + line for line, _, blank in parts)
    return Page(group, cut_lines(text), "".join(label for _, label, _ in parts))


def _inside(page: Page) -> list[int]:
    return [at for at, label in enumerate(page.labels) if label == "B"]


def _title(page: Page) -> str:
    inside = _inside(page)
    at = find_title(page.lines, inside[0], [page.lines[i] for i in inside])
    return page.lines[at].text if at >= 0 else ""


def lighten(page: Page) -> Page:
    """The page as a lighter dump: the article and up to six lines around it, no indents, half without blank lines."""
    chance = zlib.crc32(page.group.encode()[::-1])
    margin, packed = chance % 7, chance // 7 % 2
    inside = _inside(page)
    start, end = max(0, inside[0] - margin), min(len(page.lines), inside[-1] + 1 + margin)
    lines = [line._replace(indent=0, blank_before=0 if packed else line.blank_before) for line in page.lines[start:end]]
    return Page(page.group, lines, page.labels[start:end])


def flatten(page: Page) -> Page:
    """The page as html-text dumps it: no indents, no bullets, lists set off by blank lines, the page's title on top."""
    parts, listed = [], False
    for line, label in zip(page.lines, page.labels, strict=True):
        text = re.sub(r"\s+", " ", BULLET.sub("", line.text))
        bullet = text != line.text
        if any(map(str.isalnum, text)):
            parts.append((text, label, max(min(1, line.blank_before), int(bullet != listed))))
            listed = bullet
    title, choose = _title(page), _random(page, "flatten")
    if title and choose.random() < 0.8:
        parts.insert(0, (f"{title} {choose.choice('|-–')} {choose.choice(NAMES).split()[1]} News", "N", 0))
        parts[1] = (*parts[1][:2], 1)
    return _page(page.group, parts)


def _date(choose: Random) -> str:
    day, month, year = choose.randint(1, 28), choose.randrange(12), choose.randint(2005, 2024)
    hour, minute = choose.randint(0, 23), choose.randint(0, 59)
    forms = (
        f"{day} {MONTHS[month]} {year}", f"{MONTHS[month]} {day}, {year}",
        f"{month + 1:02}/{day:02}/{year} {hour:02}:{minute:02}", f"{hour:02}:{minute:02}",
        f"{choose.randint(2, 23)} hours ago", f"{day:02}.{month + 1:02}.{year}",
        f"{MONTHS[month].upper()} {day}, {year} {hour % 12 + 1}:{minute:02} PM", f"{choose.randint(2, 59)}m ago",
    )  # fmt: skip
    return choose.choice(forms)


def _teasers(others: list[Page], choose: Random) -> Labelled:
    """A feed of other pages in one layout: headline, and perhaps writer, date, first sentences and a link, each."""
    byline, dated, summed, linked = (choose.random() < chance for chance in (0.3, 0.5, 0.55, 0.15))
    blank, cut, first = choose.randint(0, 1), choose.random() < 0.4, choose.random() < 0.3
    bullet = choose.choice(("", "", "  * ", "• "))
    parts: Labelled = []
    for page in choose.sample(others, min(len(others), choose.randint(2, 12))):
        paragraphs = [page.lines[at].text for at in _inside(page) if page.lines[at].n_words >= 14]
        story = choose.choice(paragraphs[:3]) if paragraphs else ""
        opening = " ".join(SENTENCE.findall(story[:600])[: choose.randint(1, 2)]) or story[:150]
        opening = opening[: choose.randint(80, 180)].rsplit(" ", 1)[0] + "..." if cut else opening
        stamp = [f"By {choose.choice(NAMES)}"] * byline + [_date(choose)] * dated
        told = [_title(page) or story[:60]] + stamp + [opening] * bool(summed and opening) + ["Read more"] * linked
        told = told[1:] + told[:1] if first else told
        lines = [(text, "N", 0) for text in told if text]
        parts += [(bullet + text, label, blank) for text, label, _ in lines[:1]] + lines[1:]
    return parts


def _appeals(choose: Random) -> Labelled:
    lines = choose.sample(SHARE, choose.randint(0, 3)) + choose.sample(APPEALS, choose.randint(0, 3))
    choose.shuffle(lines)
    return [(line, "N", choose.randint(0, 1)) for line in lines]


def _head(choose: Random) -> Labelled:
    return [(choose.choice(HEADS), "N", 1)] if choose.random() < 0.75 else []


def _interruption(others: list[Page], choose: Random) -> Labelled:
    """What stands between two paragraphs: an advertisement, a caption, a box, a teaser or two, an appeal."""
    kind, paragraphs = (
        choose.random() * 1.25,
        [line.text for line in choose.choice(others).lines if 8 <= line.n_words <= 40],
    )
    if kind < 0.25:
        told = [choose.choice(("Advertisement", "ADVERTISEMENT", "Story continues below", "Article continues"))]
    elif kind < 0.55 and paragraphs:
        shown = choose.choice(paragraphs)[: choose.randint(40, 160)]
        credited = [f"Image copyright {choose.choice(NAMES)}", f"Image caption {shown}"]
        told = choose.choice((credited, [f"Photo: {shown}"], [shown]))
    elif kind < 0.7:
        boxes = [(text, "N", choose.randint(0, 1)) for text in choose.sample(BOXES, choose.randint(2, 5))]
        return boxes[:1] + _appeals(choose) + boxes[1:] + (_teasers(others, choose)[:6] if kind > 0.65 else [])
    elif kind < 1:
        return [*_head(choose)[:1], *_teasers(others, choose)[: choose.randint(1, 3)]]
    else:
        return _appeals(choose)
    return [(text, "N", choose.randint(0, 1)) for text in told]


def _interrupted(parts: Labelled, others: list[Page], choose: Random) -> Labelled:
    """The lines with up to four interruptions between lines of the article."""
    between = [at for at in range(1, len(parts)) if parts[at - 1][1] == parts[at][1] == "B"]
    for at in sorted(choose.sample(between, min(len(between), choose.randint(0, 4))), reverse=True):
        parts = parts[:at] + _interruption(others, choose) + parts[at:]
    return parts


def in_news(page: Page, others: list[Page]) -> Page:
    """The page as a news site has it: the article cut short and interrupted, feeds and appeals around it."""
    choose, inside = _random(page, "news"), _inside(page)
    long = [at for at in inside if page.lines[at].n_words >= PARAGRAPH]
    stop = long[min(len(long) - 1, choose.randint(1, 30))] if long else inside[-1]
    start = max(0, inside[0] - choose.randint(2, 12)) if choose.random() < 0.6 else 0
    parts = _interrupted(_parts(page, start, stop + 1), others, choose)
    above = _head(choose) + _teasers(others, choose) if choose.random() < 0.4 else []
    below = [_appeals(choose), _head(choose) + _teasers(others, choose), _appeals(choose)]
    below += [_head(choose) + _teasers(others, choose)] * (choose.random() < 0.5)
    below += [_parts(page, inside[-1] + 1)] * (choose.random() < 0.5)
    return _page(page.group, above + parts + [part for block in below for part in block])


def vary(pages: list[Page], folds: list[int]) -> list[Page]:
    """The pages and their variations; a page lends headlines and sentences to pages of its own fold alone.

    Pages with less than three lines of article stay as they are.
    """
    whole = [(page, fold) for page, fold in zip(pages, folds, strict=True) if page.labels.count("B") >= 3]
    varied = []
    for page, fold in whole:
        news = in_news(page, [other for other, its in whole if its == fold and other is not page])
        half = zlib.crc32(page.group.encode()) // 4 % 2
        varied += [lighten(page), flatten(page), flatten(news) if half else news]
    return pages + varied
