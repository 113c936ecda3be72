"""Take the article out of an HTML page."""

import logging
import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

SUFFIX = re.compile(r"\s[|–—·»-]\s[^|–—·»]{2,40}$")  # the site's name after the title
DECLARED = re.compile(rb"charset\s{0,5}=\s{0,5}[\"']?([\w-]{3,20})", re.IGNORECASE)
CANDIDATES = [
    *(f"cp125{n}" for n in (2, 1, 0, 3, 4, 5, 6)),
    "koi8_r",
    "shift_jis",
    "euc_jp",
    "gb18030",
    "big5",
    "euc_kr",
]
SHARED_TITLE = {"og:title", "twitter:title"}
SPACE = re.compile(r"\s+")
UNREAD = (  # elements that hold no article, as trafilatura has them: it removes them late, from copies of the page
    "aside", "audio", "button", "canvas", "dialog", "embed", "fieldset", "footer", "iframe", "input", "label", "link",
    "menu", "meta", "nav", "noscript", "object", "option", "picture", "select", "source", "style", "svg", "textarea",
    "video",
)  # fmt: skip
BLOCKS = {"div", "dl", "header", "li", "ol", "section", "table", "tbody", "td", "tr", "ul"}
MENU_LINKS, MENU_SHARE, MENU_WORDS = 3, 0.9, 15  # fewest links, their share of the words, words a link at most
MOST_CELLS, CELL = 500, 4  # elements of a page that are looked at even if they hold fewer characters each
LONGEST_PAGE = 20_000_000  # bytes that are looked at
CONTROL = bytes({*range(32), 127} - set(b"\t\n\r"))
SELF_CLOSED = re.compile(r"<html([^>]{0,500})/>", re.IGNORECASE)  # a page would end there


def _plain(text: str) -> str:
    return SPACE.sub(" ", text or "").strip()


def _titles(tree) -> list[str]:
    """What the page calls itself, best first: its title for sharing, its first heading, its title tag."""
    shared = (m.get("content", "") for m in tree.iter("meta") if SHARED_TITLE & {m.get("property"), m.get("name")})
    texts = {tag: (_plain(" ".join(node.itertext())) for node in tree.iter(tag)) for tag in ("h1", "title")}
    named = [_plain(next(shared, "")), next(filter(None, texts["h1"]), ""), next(texts["title"], "")]
    return [title for title in dict.fromkeys(named) if title]


def _same(line: str, title: str) -> bool:
    line, title = line.lstrip("#- ").casefold(), title.casefold()
    return line == title or line == SUFFIX.sub("", title) or (len(line) >= 20 and title.startswith(line))


def decode(page: bytes) -> str:
    """Decode a page: UTF-8 if it is valid, else as it declares, else by its letters.

    >>> decode("<meta charset=utf-8>Größe".encode("cp1252"))
    '<meta charset=utf-8>Größe'
    """
    declared = DECLARED.search(page[:4096])
    marked = "utf-16" if page[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    for name in (marked, declared and declared[1].decode("ascii")):
        try:
            return page.decode(name or "ascii")
        except (UnicodeError, LookupError):
            continue
    from charset_normalizer import from_bytes  # needed for few pages only

    found = from_bytes(page[:200_000], cp_isolation=CANDIDATES).best()
    return page.decode(found.encoding if found else "cp1252", errors="replace")


@cache
def _tools() -> tuple:
    """A parser and the options of the extraction; loaded here, because importing them takes half a second."""
    from lxml.html import HTMLParser
    from trafilatura.settings import Extractor

    parser = HTMLParser(
        collect_ids=False, default_doctype=False, encoding="utf-8", remove_comments=True, remove_pis=True
    )
    return parser, Extractor(output_format="txt", fast=True, comments=False)


def _parse(page: bytes) -> "HtmlElement":
    from lxml.html import document_fromstring

    text = decode(page[:LONGEST_PAGE])
    text = SELF_CLOSED.sub(r"<html\1>", text[:4096]) + text[4096:]
    return document_fromstring(text.encode("utf-8", "replace").translate(None, CONTROL), parser=_tools()[0])


def _without_menus(tree: "HtmlElement") -> None:
    """Take out what holds no article: each later pass over the page then has less than half as much to look at."""
    from lxml.etree import strip_elements

    strip_elements(tree, *UNREAD, with_tail=False)
    for script in [node for node in tree.iter("script") if "ld+json" not in node.get("type", "")]:
        script.drop_tree()
    menus: list = []
    _count_links(tree, menus)
    for menu in menus:
        menu.drop_tree()


def _count_links(node: "HtmlElement", menus: list) -> tuple[int, int, int]:
    """Words, words in links and links below a node; blocks that are empty or hardly more than short links join menus.

    The parser bounds how deep a page can be.
    """
    words, linked, links = len(node.text.split()) if node.text else 0, 0, 0
    for child in node:
        more_words, more_linked, more_links = _count_links(child, menus)
        words += more_words + (len(child.tail.split()) if child.tail else 0)
        linked += more_linked
        links += more_links
    if node.tag == "a":
        return words, words, 1
    empty, listed = not words and not links, links >= MENU_LINKS and linked >= MENU_SHARE * words
    if node.tag in BLOCKS and (empty or (listed and words < MENU_WORDS * links)):
        menus.append(node)
    return words, linked, links


def _text_of_cells(tree: "HtmlElement") -> str | None:
    """All text of a page of hundreds of elements with hardly a sign in each: no article to choose. None for others."""
    for body in tree.iterfind("body"):
        n_elements = body.xpath("count(.//*)")
        if n_elements > MOST_CELLS and len("".join(body.xpath("string()").split())) < CELL * n_elements:
            return "\n".join(body.itertext())
    return None


def _read(html: bytes, title: bool) -> str:
    from trafilatura import extract

    tree = _parse(html)
    titles = _titles(tree)
    _without_menus(tree)
    text = _text_of_cells(tree)
    text = (extract(tree, options=_tools()[1]) or "") if text is None else text
    lines = [_plain(line) for line in text.split("\n")]
    lines = [line for line in lines if line]
    while lines and any(_same(lines[0], name) for name in titles):
        lines = lines[1:]
    head = [SUFFIX.sub("", titles[0]) if len(titles) == 1 else titles[0]] if title and titles and lines else []
    return "\n".join(head + lines)


def extract_html(html: bytes, *, title: bool = False) -> str:
    """Take the article out of an HTML page, one paragraph a line.

    html: the page's bytes in whatever encoding; what the page declares is checked against the bytes.
    title: put the page's title first, as a line of its own; without it the text is the article's body alone.
    Returns "" for a page without an article. Never raises: broken markup and wrong encodings give what can be read.
    Source: trafilatura (Barbaresi 2021), its fast setting: F1 .96 on news pages (shared evidence on cleaning).

    >>> page = b"<html><head><title>Bridge shut</title></head><body><p>%s</p></body></html>"
    >>> extract_html(page % (b"The old bridge of Brill was shut after a barge had hit it. " * 4)).count("barge")
    4
    >>> extract_html(b"")
    ''
    """
    if not html or not html.strip():
        return ""
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        return _read(html, title)
    except Exception:  # a parser may fail in any way on broken pages: an unread page is told by its empty text
        return ""
