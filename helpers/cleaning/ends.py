"""Find where the article ends and the page speaks again: notices, links and the author's lines around the article.

One sure sign of the page's own voice, with nothing below it that goes on with the article, ends the article there.
"""

import re

from helpers.cleaning.address import roles
from helpers.cleaning.captions import is_credited
from helpers.cleaning.features import content_words
from helpers.cleaning.lines import Line
from helpers.cleaning.marks import ends_article, ends_sentence, is_byline
from helpers.cleaning.signed import are_names, is_signed

PARAGRAPH = 14  # words from which a sentence is a paragraph of its own
KIN = 0.34  # share of its content words that a paragraph of the article has in common with the rest of it
SEARCHED = 12  # lines around the article's ends where notices may stand
CERTAIN = 0.9  # chance from which a sentence of any length goes on with the article
STRANGERS = 1  # paragraphs without a sign that may stand among the notices
BIO = 90  # words of the longest line about the author
TOLD_OF = 2  # paragraphs that speak of somebody from which that person is whom the article is about
LINKS = 8  # headlines that may follow one heading of related articles
BEING = [
    (verb,) for verb in ("is", "has", "was", "lives", "works", "writes", "covers", "reports", "edits", "leads")
]  # after a byline's name
BODIES = frozenset([
    "agency", "alliance", "association", "body", "broadcaster", "bureau", "charity", "coalition", "committee",
    "company", "cooperative", "federation", "firm", "foundation", "group", "institute", "network", "newspaper", "ngo",
    "organisation", "organization", "outlet", "partnership", "party", "platform", "provider",
    "publication", "publisher", "society", "station", "subsidiary", "team", "trust", "union", "website",
])  # fmt: skip
LINKING = frozenset(["of", "for", "at", "with", "in", "who", "on", "that", "which", "covering", "to", "by"])
SPEECH = re.compile(r"\b(?:said|says|told|added|asked)\b|[“\"][^”\"]{60}")
PLAIN = re.compile(r"\W+")
PULLED = 6  # words of the shortest part of a sentence that is printed again; fewer make a crosshead
LISTED = 2  # headlines of other articles that a list between two paragraphs holds at most
BULLETS = "*+-–•· "
RELATED_HEAD = re.compile(
    r"^related\b(?:\s\w+){0,3}:?$|^(?:elsewhere|also|latest|more|most\s\w+)\s(?:on|in|from)\b(?:\s[\w’'-]+){1,4}:?$"
    r"|^(?:more|other|latest|top|recent)\s(?:[\w’'-]+\s){0,3}(?:stories|articles|posts|coverage|headlines|reading):?$",
    re.IGNORECASE,
)


def is_paragraph(line: Line) -> bool:
    """Long enough for a paragraph, and ended like a sentence."""
    return line.n_words >= PARAGRAPH and ends_sentence(line)


def goes_on(lines: list[Line], signs: tuple[int, ...], first: int, at: int) -> bool:
    """Whether a paragraph uses the words of the paragraphs above it."""
    own = content_words(lines[at])
    above = set().union(*(content_words(lines[j]) for j in range(first, at) if not signs[j]))
    return not own or len(own & above) >= KIN * len(own)


def _end_mark(lines: list[Line], first: int, last: int) -> int:
    """The first mark or heading that ends an article, in the second half of this one; the number of lines: none."""
    half = sum(line.n_words for line in lines[first : last + 1]) / 2
    for at in range(first, min(len(lines), last + SEARCHED)):
        half -= lines[at].n_words
        if half < 0 and ends_article(lines[at]):
            return at
    return len(lines)


def _first_appeal(lines: list[Line], signs: list[int], chance: list[float], start: int, tail: int) -> int:
    """The first line with any sign below the last paragraph, if no sentence below it is surely article; else `tail`."""
    for at in range(tail - 1, start - 1, -1):
        if signs[at]:
            tail = at
        elif chance[at] >= CERTAIN and ends_sentence(lines[at]):
            break
    return tail


def find_tail(lines: list[Line], signs: tuple[int, ...], chance: list[float], first: int, last: int) -> tuple[int, int]:
    """Where the page speaks to its reader after the article, and the last paragraph of the article above that.

    signs: for each line 2 if it surely is the page's own voice, 1 perhaps, 0 not; chance: of each line to be article.
    Returns the position of the first sure sign below which nothing goes on with the article (`len(lines)`: none) and
    that of the paragraph that does (`first` at least).
    """
    tail, strangers = _end_mark(lines, first, last), 0
    for at in range(min(tail - 1, last + SEARCHED), first, -1):
        if signs[at] == 2:
            tail = at
        elif chance[at] >= 0.2 and is_paragraph(lines[at]) and not signs[at]:
            strangers += 1
            if strangers > STRANGERS or goes_on(lines, signs, first, at):
                return _first_appeal(lines, signs, chance, at + 1, tail), at
    return tail, first


def skip_head(lines: list[Line], signs: tuple[int, ...], first: int, last: int) -> int:
    """The first paragraph of the article if notices or the author's lines stand before it."""
    if not signs[first]:
        return first
    below = range(first + 1, min(last, first + SEARCHED) + 1)
    return next((at for at in below if is_paragraph(lines[at]) and not signs[at]), first)


def starts_with_name(line: Line) -> tuple[str, ...]:
    """The name a line starts with: its first two to five capitalised words; () if there is none."""
    words = line.words[:6]
    small = ("de", "van", "von", "al", "bin")
    length = next((at for at, word in enumerate(words) if not word[0].isupper() and word not in small), len(words))
    return words[:length] if 2 <= length <= 5 and "," not in line.text[: len(" ".join(words[:length])) + 1] else ()


def byline_words(lines: list[Line], first: int, start: int = 0) -> set[str]:
    """The words of the bylines and bare names above the article, from the line at `start` on."""
    found: set[str] = set()
    for line in lines[max(start, first - SEARCHED) : first + 2]:
        if is_byline(line) or is_signed(line) or are_names(line):
            found |= {word.title() if word.isupper() else word for word in line.words if word[0].isupper()}
    return found


def _presents(line: Line) -> tuple[str, ...]:
    """The name that a line starts with, if it at once says in the present what that person is or does."""
    name = starts_with_name(line) if 5 <= line.n_words <= BIO else ()
    if not name or presents_body(line) or SPEECH.search(line.text):
        return ()
    return name if line.lower[len(name) : len(name) + 1] in BEING or _lives(line, name) else ()


def presents_body(line: Line) -> bool:
    """Whether a line says of an organisation what it is ('The Trust is an independent charity that …')."""
    being = next((at for at, word in enumerate(line.lower[:12]) if word in ("is", "are", "represents", "was")), 0)
    told = line.lower[being + 1 : being + 9]
    told = told[: next((at for at, word in enumerate(told) if word in LINKING), len(told))]
    part = line.lower[:1] == ("the",) and told == ("part",)
    return being > 0 and (part or line.lower[being] == "represents" or not BODIES.isdisjoint(told))


def _lives(line: Line, name: tuple[str, ...]) -> bool:
    """Whether the words right after a name are those in which lives are told ('is a', 'teaches')."""
    return "life" in roles(line._replace(lower=line.lower[len(name) : len(name) + 4]))


def _unowned(line: Line) -> set[str]:
    """The words of a line as printed, without a possessive."""
    return {word if word.isalnum() else re.split("['’]", word)[0] for word in line.words}


def find_bios(lines: list[Line], first: int, last: int) -> frozenset[int]:
    """The lines around the article that present its author.

    They start with a full name, say in the present what that person is or does, and report no speech. Either the name
    is the byline's, or they speak of a writer's trade and the person does not occur in the article.
    """
    above, below = range(max(0, first - SEARCHED), first + 2), range(max(first + 2, last - 5), last + SEARCHED)
    named = {at: _presents(lines[at]) for at in (*above, *below) if at < len(lines)}
    names = byline_words(lines, first) if any(named.values()) else set()
    named = {at: name for at, name in named.items() if name and ({*name} <= names or _lives(lines[at], name))}
    if not named:
        return frozenset()
    article = range(first, min(last + 1, len(lines)))
    words = {at: _unowned(lines[at]) for at in article if is_paragraph(lines[at])}
    told = {word for at in range(max(0, first - 3), article.stop) if at not in named for word in lines[at].words}
    found = set()
    for at, name in named.items():
        others = [own for j, own in words.items() if j != at]
        stranger = not {name[0], name[-1]} & (told | set().union(*others))
        told_of = sum(name[-1] in own for own in others) >= TOLD_OF
        if len(others) >= 2 and not told_of and (name[-1] in names or (stranger and "trade" in roles(lines[at]))):
            found.add(at)
    return frozenset(found)


def _sentences(line: Line) -> list[str]:
    return [PLAIN.sub(" ", part).strip() for part in re.split(r"[.!?]\s", line.text.lower())]


def find_pull_quotes(lines: list[Line], first: int, last: int) -> frozenset[int]:
    """Short lines inside the article that give words of one of its paragraphs again."""
    short = [at for at in range(first, last + 1) if PULLED <= lines[at].n_words < PARAGRAPH]
    short = [at for at in short if not ends_sentence(lines[at]) or lines[at].text[0] in '“"']
    if not short:
        return frozenset()
    long = [at for at in range(first, last + 1) if lines[at].n_words >= PARAGRAPH]
    whole = "\n".join(PLAIN.sub(" ", lines[at].text[:2000].lower()).strip() for at in long)
    return frozenset(at for at in short if all(part in whole for part in _sentences(lines[at])))


def find_listed_links(lines: list[Line], first: int, last: int) -> frozenset[int]:
    """One or two headlines as list entries between two paragraphs; what comes again and again is a way to write."""
    runs, at = [], first + 1
    while at < last:
        end = at
        while end < last and _is_listed_headline(lines[end]):
            end += 1
        if 1 <= end - at <= LISTED and is_paragraph(lines[at - 1]) and is_paragraph(lines[end]):
            runs.append(range(at, end))
        at = end + 1
    return frozenset(entry for run in runs for entry in run) if len(runs) <= LISTED else frozenset()


def _is_listed_headline(line: Line) -> bool:
    bare = line.text.lstrip(BULLETS)
    listed = bare != line.text and bare[:1].isupper() and line.text[-1] not in '.:;,”)"' and ":" not in line.text
    return listed and 4 <= line.n_words <= PARAGRAPH


def _cries(lines: list[Line], at: int) -> bool:
    """A crosshead in quotation marks and capitals, right above a paragraph."""
    text = lines[at].text
    return text[0] in "‘'“\"" and text.isupper() and any(map(is_paragraph, lines[at + 1 : at + 2]))


def find_links(lines: list[Line], heads: list[bool]) -> frozenset[int]:
    """The headlines below a heading of related articles, and headings like 'Related coverage'."""
    found = set()
    for at, line in enumerate(lines):
        if not (heads[at] or RELATED_HEAD.match(line.text)):
            continue
        found.add(at)
        for below in range(at + 1, min(len(lines), at + 1 + LINKS)):
            if is_paragraph(lines[below]) or lines[below].text[-1] in '.:;,”"' or lines[below].n_words > 18:
                break
            if is_credited(lines[below]) or _cries(lines, below):
                break
            found.add(below)
    return frozenset(found)
