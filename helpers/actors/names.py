"""What each side and the event itself are called."""

import re
from bisect import bisect_right
from functools import lru_cache

import pandas as pd

from helpers.actors.events import Event, events_of, tells_another
from helpers.tables import columns_of
from helpers.tokens import lemmatize

HIT_COLUMNS = ["start", "end", "text", "actor", "name", "charge"]
# A word of a name: abbreviated letters ("U.S."), or letters and digits with inner apostrophes. Hyphens part words, so
# that "harbour-led" holds a name, save after "re-", which is one word with what follows.
WORD = re.compile(
    r"[^\W_](?:\.(?<!\d.)(?:[^\W\d_]\.){1,11}(?![^\W_])"
    r"|(?:e[-‐‑](?<=\b[Rr]e.)(?=[^\W_]))?[^\W_]*+(?:['’ʼ][^\W_]++)*+)")
POSSESSIVE = re.compile(r"['’ʼ][sS]$")
# Between two words of one name: a space or hyphen, perhaps with an apostrophe or a quotation mark.
GAP = re.compile(r"['’ʼ]?[ \u00a0\u2009\u202f\t]{0,3}[-‐‑–]?[\"“”‘’'«»]?[ \u00a0]?[\"“”‘’'«»]?")
OPPOSING = re.compile(r"\b(?:anti|non|counter)[-‐‑–]?[\"“‘']?$", re.IGNORECASE)
DISTANCING = re.compile(
    r"\b(?:so[- ‐‑]called|self[-‐‑](?:styled|proclaimed|declared|described)|supposed|purported|alleged|would[-‐‑]be)"
    r" ?[\"“‘']?$", re.IGNORECASE)
# A name inside the name of a newspaper, school or street speaks of no side.
NAMESAKE = re.compile(
    r"[ \u00a0](?:Avenue|Bulletin|Chronicle|Courant|Courier|Dispatch|Gazette|Herald|Hotel|Journal|Mail|Observer|Post|"
    r"Review|Road|Square|Standard|Street|Telegraph|Times|Today|Tribune|University)\b")
# Names in capitals that are common words otherwise: in a line all in capitals they name nobody.
WORDS_TOO = frozenset({"IS", "US", "IT", "WHO", "HE", "WE", "ALL", "AID", "ARM", "ACT"})
LOOK_BACK, LINE_WINDOW = 24, 80
MAX_STRETCHES = 200_000
PLAIN_MARKS, HYPHENS = str.maketrans("’ʼ", "''"), frozenset("-‐‑")
END = ""  # the key under which the trie keeps the row of the name that ends here

Row = tuple[str, str, str, str]
Word = tuple[int, int, str]


@lru_cache(maxsize=100_000)
def _keys(word: str) -> tuple[str, ...]:
    """The forms under which a printed word may stand in actors.csv, the most literal first."""
    plain = word.replace(".", "")
    if not plain.isalpha():
        plain = POSSESSIVE.sub("", plain.translate(PLAIN_MARKS))
        plain = plain[:2] + plain[3:] if plain[2:3] in HYPHENS else plain
    keys = [plain]
    if plain[:1].isupper():
        if plain.endswith("s") and not plain.endswith("ss") and len(plain) > 3:
            keys.append(plain[:-1])
        if plain.isupper() and len(plain) > 3:
            keys.append(plain.capitalize())  # a headline in capitals
        elif plain[1:].islower() and len(plain) > 3:
            keys.append(plain.upper())  # an acronym written as a word: Nato
    lower = plain.lower()
    return tuple(dict.fromkeys([*keys, lower, lemmatize(lower), *_stems(lower)]))


def _stems(lower: str) -> list[str]:
    """Bare forms of an inflected word that a dictionary may keep as a lemma of its own ("occupied", "gathering")."""
    stems = []
    for ending in ("ed", "ing", "es", "s"):
        if lower.endswith(ending) and len(lower) > len(ending) + 3:
            stem = lower[:-len(ending)]
            stems += [stem, stem + "e"] if ending in ("ed", "ing") else [stem]
            if ending in ("ed", "ing") and stem[-1] == stem[-2]:
                stems.append(stem[:-1])
            if stem[-1] == "i":
                stems.append(stem[:-1] + "y")
    return stems


def _words(text: str) -> list[Word]:
    """(start, end, word as printed) of each word."""
    return [(*match.span(), match.group()) for match in WORD.finditer(text)]


class _Openers(dict):
    """Stretch without blanks → whether a name may begin in it, found when first asked."""

    def __init__(self, root: dict) -> None:
        super().__init__()
        self.first = root.keys()
        self.begin = {key[:2].lower() for key in root}

    def __missing__(self, stretch: str) -> bool:
        if len(self) > MAX_STRETCHES:
            self.clear()
        self[stretch] = found = any(map(self._may_begin, WORD.findall(stretch)))
        return found

    def _may_begin(self, word: str) -> bool:
        """All forms of a word but its lemma begin as it does itself."""
        if word.isalpha() and word.isascii() and word[:2].lower() not in self.begin:
            return lemmatize(word.lower()) in self.first
        return not self.first.isdisjoint(_keys(word))


@lru_cache(maxsize=32)
def _compile(rows: tuple[Row, ...]) -> tuple[dict, _Openers, dict[str, Event]]:
    """A trie of the words of all names (a name of two rows is the first's), where one may begin, and the events."""
    root: dict = {}
    for row in rows:
        node = root
        for _, _, word in _words(row[1]):
            node = node.setdefault(_keys(word)[0], {})
        if node is not root:
            node.setdefault(END, row)
    return root, _Openers(root), events_of(rows)


def _longest(text: str, words: list[Word], first: int, root: dict) -> tuple[int, Row] | None:
    """The longest name that begins at a word: (index of its last word, row)."""
    nodes, best, at = [root], None, first
    while at < len(words):
        nodes = [node[key] for node in nodes for key in _keys(words[at][2]) if key in node]
        if not nodes:
            break
        row = next((node[END] for node in nodes if END in node), None)
        best = (at, row) if row else best
        at += 1
        if at < len(words) and not GAP.fullmatch(text, words[at - 1][1], words[at][0]):
            break
    return best


def _is_name(text: str, start: int, end: int) -> bool:
    """Whether a hit names anybody: no opponent ("anti-…"), no newspaper, no common word in a line of capitals."""
    before = text[max(0, start - LOOK_BACK):start]
    if before.endswith(("-", "‐", "‑", '"', "“", "‘")) and OPPOSING.search(before):
        return False
    if NAMESAKE.match(text, end):
        return False
    if text[start:end] not in WORDS_TOO:
        return True
    line = before.rpartition("\n")[2] + text[end:end + LINE_WINDOW].partition("\n")[0]
    return line != line.upper() or line == line.lower()


def _hits(text: str, root: dict, openers: _Openers, events: dict[str, Event]) -> list[tuple]:
    if not any(map(openers.__getitem__, text.split())):
        return []
    words, hits, at, first = _words(text), [], -1, root.keys()
    while (at := at + 1) < len(words):
        if first.isdisjoint(_keys(words[at][2])) or not (found := _longest(text, words, at, root)):
            continue
        start, (_, end, printed) = words[at][0], words[found[0]]
        end -= 2 if POSSESSIVE.search(printed) else 0
        if _is_name(text, start, end):
            actor, name, charge, _ = found[1]
            if actor in events and tells_another(text, start, end, name, events[actor], _beside(hits, text, start)):
                continue
            distant = DISTANCING.search(text, max(0, start - LOOK_BACK), start)
            hits.append((start, end, text[start:end], actor, name, "distancing" if distant else charge))
            at = found[0]
    return hits


def _beside(hits: list[tuple], text: str, start: int) -> str:
    """The actor named directly before a place, parted from it by blanks alone."""
    return hits[-1][3] if hits and text[hits[-1][1] : start].isspace() else ""


def _rows(actors: pd.DataFrame) -> tuple[Row, ...]:
    kinds = actors["kind"].astype(str) if "kind" in actors else ["side"] * len(actors)
    return tuple(zip(*(actors[column].astype(str) for column in ("actor", "name", "charge")), kinds, strict=True))


def find_names(text: str, actors: pd.DataFrame) -> pd.DataFrame:
    """Find what each side and the event are called in a text.

    text: any string; actors: rows of actors.csv (actor, name in its dictionary form, charge, and kind, without which
    every actor is a side): a common word counts as an event's only where it can tell of it. A name with a capital
    must be capitalised in the text, one without may be; words are inflected (plural, -ed, -ing, irregular forms), a
    possessive stays outside the hit. The longest name wins and hits never overlap. After "so-called" and the like the
    charge is `distancing`, whatever the list says.
    Returns start, end (offsets in text), text, actor, name, charge, in the order of the text.

    >>> actors = pd.DataFrame([("Guard", "harbour guard", "neutral"), ("Guard", "thug", "negative"),
    ...                        ("Event", "liberate", "positive")], columns=["actor", "name", "charge"])
    >>> find_names("The Harbour Guards’ thugs “liberated” it.", actors)[["text", "actor", "charge"]].values.tolist()
    [['Harbour Guards', 'Guard', 'neutral'], ['thugs', 'Guard', 'negative'], ['liberated', 'Event', 'positive']]
    """
    return pd.DataFrame(_hits(text, *_compile(_rows(actors))), columns=HIT_COLUMNS)


def _scare_ranges(quotes: pd.DataFrame) -> dict[str, list[tuple[int, int]]]:
    ranges: dict[str, list[tuple[int, int]]] = {}
    columns = (quotes[column].tolist() for column in ("document", "start", "end", "scare")) if len(quotes) else ()
    for document, start, end, scare in zip(*columns, strict=True):
        if scare:
            ranges.setdefault(document, []).append((start, end))
    return {document: sorted(found) for document, found in ranges.items()}


def _inside(ranges: list[tuple[int, int]], start: int, end: int) -> int:
    at = bisect_right(ranges, (end, 0)) - 1
    return int(at >= 0 and ranges[at][0] < end and start < ranges[at][1])


def names_in_spans(spans: pd.DataFrame, actors: pd.DataFrame, quotes: pd.DataFrame) -> pd.DataFrame:
    """Find the names of all actors in the spans of a corpus.

    spans: rows of the table `spans`; actors: as for `find_names`; quotes: rows of the table `quotes`.
    Returns the table `names`: document, span, start, end (offsets in the document), text, actor, name, charge, voice
    (own, quoted), scare (1: the name stands inside scare quotes).
    """
    trie, scare, rows = _compile(_rows(actors)), _scare_ranges(quotes), []
    columns = (spans[column].tolist() for column in ("document", "span", "start", "text", "voice"))
    for document, span, offset, text, voice in zip(*columns, strict=True):
        for start, end, *hit in _hits(text, *trie):
            start, end = start + offset, end + offset
            inside = _inside(scare.get(document, []), start, end)
            rows.append((document, span, start, end, *hit, voice, inside))
    return pd.DataFrame(rows, columns=columns_of("names"))
