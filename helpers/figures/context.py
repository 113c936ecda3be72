"""What surrounds a number: its sentence with word classes, the voice and the speaker it stands in."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import lru_cache, partial
from typing import NamedTuple

from helpers.figures.numbers.words import GROUPS, SMALL
from helpers.figures.stems import may_match
from helpers.sentences import split_sentences
from helpers.tables import read_lexicon
from helpers.tokens import lemmatize
from helpers.voice import Attribution, find_speakers

# Abbreviations ("U.S."), words and numbers with what joins them, a possessive on its own, else one mark.
TOKEN = re.compile(r"((?:[^\W\d_]\.){2,8}|['’]s\b|\d++(?:[.,]\d++)*+%?|\w++(?:(?!['’]s\b)[-‐‑'’.&]\w++)*+|[^\w\s])")
POWERS = frozenset(("m", "bn", "k", "tn", "mn"))  # glued to digits
PERCENT = frozenset(("%", "per", "cent", "percent"))
CURRENCIES = frozenset("€¥₹₽₩₺₴")  # the tagger knows $ and £ alone
NUMBERS_IN_CAPITALS = frozenset(word.upper() for word in (*SMALL, *GROUPS))
UNENDED = ("ss", "us", "is", "-arms", "-sports", "-rights", "-sales", "thirds", "quarters")  # "small-arms dealers"
HEADED = re.compile(r"(?:[a-z]{2,20}[^su]s|men|women)-(?:in|at|of|by|up|on)(?:-[a-z]{1,20})?$")  # "men-at-arms"
NEWLINE = re.compile(r"\n")
REACH = 1_500  # characters on either side of a number in which its sentence is searched for claims and doubts
LONG_STRETCH = 600  # characters; hardly a sentence of prose is as long
LONGEST_SENTENCE = 4_000  # characters; what is longer is a table or a dump: only what is near the number is read


class Word(NamedTuple):
    """One token of a sentence: offsets in the document, text, part of speech (Penn), lemma."""

    start: int
    end: int
    text: str
    tag: str
    lemma: str


_word = partial(tuple.__new__, Word)  # Word's own constructor, without its check of arguments: many are made


class Voice(NamedTuple):
    """Who speaks over a stretch of text."""

    start: int
    end: int
    voice: str
    speaker: str
    cue: str
    span: int


@lru_cache(maxsize=1)
def tag_corrections() -> dict[str, str]:
    """Word classes that the tagger gets wrong in news, by lower-case form: `dead` is no verb, `total` a noun."""
    rows = read_lexicon("tag_corrections")
    return dict(zip(rows["form"], rows["tag"], strict=True))


def tag_words(text: str, start: int, end: int, base: int = 0) -> list[Word]:
    """Split text[start:end] into words with their class and lemma.

    Returns Word tuples in order; offsets count in `text`, moved on by `base`.

    >>> [(word.text, word.tag) for word in tag_words("Six boats sank.", 0, 15)]
    [('Six', 'CD'), ('boats', 'NNS'), ('sank', 'VBD'), ('.', '.')]
    """
    return list(_tagged(text[start:end], start + base))


@lru_cache(maxsize=8_192)  # a sentence is asked for by its figures and, after the whole corpus, when they are grouped
def _tagged(sentence: str, shift: int) -> tuple[Word, ...]:
    found: list[Word] = []
    parts, end, before, last = TOKEN.split(sentence), shift, "", ""  # gap, word, …: no match is made for every word
    for gap, form in zip(parts[::2], parts[1::2], strict=False):
        start = end + len(gap)
        end = start + len(form)
        tag, lemma = _read_form(form) if found else _read_first(form)
        if tag in ("VB", "VBP") and (before in ("a", "an") or (before.endswith(("%", "cent")) and _share_opens(found))):
            tag = "NN"  # "a raise", "a cut", "a 4 % raise"
        elif tag == "NN" and last == "MD":
            tag = "VB"  # "will need"
        elif last == "CD" and not gap and form in POWERS:
            tag = "CD"  # "240m"
        found.append(_word((start, end, form, tag, lemma)))
        before, last = form, tag
    return tuple(found)


def _share_opens(found: list[Word]) -> bool:
    """Whether the words read so far end with a share and its article: "a 4%", "a 4.5 per cent"."""
    at = len(found) - 1
    while at >= 0 and found[at].text in PERCENT:
        at -= 1
    return at > 0 and found[at].tag == "CD" and found[at - 1].text in ("a", "an", "A")


@lru_cache(maxsize=100_000)
def _read_form(printed: str) -> tuple[str, str]:
    """(class, lemma) of a form as printed; TextBlob's tagger looks at nothing but whether it opens the sentence."""
    return _read(["", printed.replace("’", "'")])


@lru_cache(maxsize=10_000)
def _read_first(printed: str) -> tuple[str, str]:
    """The same for the first word of a sentence."""
    return _read([printed.replace("’", "'")])


def tag_first(form: str) -> str:
    """The class of a word that opens a sentence."""
    return _read_first(form)[0]


def _read(tagged: list[str]) -> tuple[str, str]:
    from textblob.en import parser  # loads its lexicon on first use only

    form = tagged[-1]
    tag = tag_corrections().get(form.lower()) or parser.find_tags(tagged)[-1][1]
    return _word_class(form, tag), lemmatize(form)


def _word_class(form: str, found: str) -> str:
    """The class of a form, numerals and marks by their look."""
    if form[0].isdigit():
        return "CD"
    if not form[0].isalnum() and form not in ("'s", "%", "$", "£", "€"):
        return form[0]
    if form in CURRENCIES or form in NUMBERS_IN_CAPITALS:
        return "$" if form in CURRENCIES else "CD"
    ended = found == "JJ" and form[-1] == "s" and not form.lower().endswith(UNENDED)
    if "-" in form and (ended or HEADED.match(form)):
        return "NNS"  # "metal-cutters", "ladies-in-waiting"
    return "POS" if form == "'s" else found


def _sentences_near(text: str, positions: list[int]) -> list[tuple[int, int]]:
    """Sentences of the lines that hold a position and of the filled lines around each (two on either side)."""
    lines, at = [], 0
    for line in text.split("\n"):
        if line and not line.isspace():
            lines.append((at, at + len(line)))
        at += len(line) + 1
    starts = [start for start, _ in lines]
    held = {bisect_right(starts, position) - 1 for position in positions}
    near = sorted({index + step for index in held for step in (-2, -1, 0, 1, 2)} & set(range(len(lines))))
    found = []
    for index in near:
        start, end = lines[index]
        found += [(start + low, start + high) for low, high in split_sentences(text[start:end])]
    return found


class Context:
    """One text with its sentences and voices, built once and asked for every number.

    text: the document. positions: offsets that will be asked about; only the lines near them are cut into sentences.
    quotes: start, end, speaker, cue and scare of every quotation. spans: start, end, voice, speaker and span of every
    span; none where only a bare text is known.
    """

    def __init__(self, text: str, positions: list[int], quotes: Iterable[tuple], spans: Iterable[tuple] = ()) -> None:
        self.text = text
        self.line_starts = [0, *(match.end() for match in NEWLINE.finditer(text))]
        self.figures: list[int] = []  # offsets of the numbers that are figures, in order; whoever knows them sets it
        self.sentences = _sentences_near(text, positions)
        self.starts = [start for start, _ in self.sentences]
        self._words: dict[tuple[int, int], list[Word]] = {}
        self.notes: dict[tuple[int, int], str] = {}
        self.vague: dict[int, int] = {}  # sentence whose claims somebody is not convinced of → where he says so
        self._speakers: dict[int, list[Attribution]] = {}
        self._occurs: dict[re.Pattern, bool] = {}
        self.quotes = sorted(
            Voice(int(start), int(end), "quoted", str(speaker or ""), str(cue or ""), -1)
            for start, end, speaker, cue, scare in quotes
            if not int(scare)
        )
        self.quote_starts = [quote.start for quote in self.quotes]
        self.spans = sorted(
            Voice(int(start), int(end), voice, str(speaker or ""), "", int(span))
            for start, end, voice, speaker, span in spans
        )
        self.span_starts = [span.start for span in self.spans]

    def sentence_number(self, position: int) -> int:
        """Index of the sentence that holds `position` (the last one that starts before it), -1 if none does."""
        return bisect_right(self.starts, position) - 1

    def sentence(self, number: int) -> tuple[int, int]:
        """(start, end) of a sentence by index; (0, 0) outside the text."""
        return self.sentences[number] if 0 <= number < len(self.sentences) else (0, 0)

    def words(self, number: int, near: int = 0) -> list[Word]:
        """Tagged words of a sentence by index; of one longer than LONGEST_SENTENCE the part around `near`."""
        start, end = self.sentence(number)
        if end - start > LONGEST_SENTENCE:
            half = LONGEST_SENTENCE // 2
            low = max(start, near // half * half - half)
            start, end = low, min(end, low + 2 * LONGEST_SENTENCE)
        if (start, end) not in self._words:
            self._words[start, end] = tag_words(self.text, start, end)
        return self._words[start, end]

    def span_at(self, position: int) -> Voice | None:
        """The span of the build that holds `position`, None where there is none (or no spans are known)."""
        index = bisect_right(self.span_starts, position) - 1
        return self.spans[index] if index >= 0 and self.spans[index].end > position else None

    def quote_at(self, position: int) -> Voice | None:
        """The innermost direct quotation that holds `position`, else None."""
        index = bisect_right(self.quote_starts, position) - 1
        while index >= 0 and index > bisect_right(self.quote_starts, position) - 6:
            if self.quotes[index].end > position:
                return self.quotes[index]
            index -= 1
        return None

    def quotes_in(self, start: int, end: int) -> list[Voice]:
        """The direct quotations that touch text[start:end]."""
        last = bisect_right(self.quote_starts, end)
        return [quote for quote in self.quotes[max(0, last - 8) : last] if quote.end > start]

    def speakers(self, number: int) -> list[Attribution]:
        """Who a sentence is attributed to in reported speech, by index of the sentence."""
        if number not in self._speakers:
            start, end = self.sentence(number)
            end = min(end, start + LONGEST_SENTENCE)
            self._speakers[number] = find_speakers(self.text, start, end) if end > start else []
        return self._speakers[number]

    def search(self, pattern: re.Pattern, start: int, end: int) -> re.Match | None:
        """The first match in text[start:end], if its stems stand there; a long stretch is searched only if the text has
        a match at all, so that a line of numbers without an end is not searched anew for each of them."""
        if end <= start or not may_match(pattern, self.text[start:end].lower()):
            return None
        if end - start > LONG_STRETCH and pattern not in self._occurs:
            self._occurs[pattern] = pattern.search(self.text) is not None
        if end - start > LONG_STRETCH and not self._occurs[pattern]:
            return None
        return pattern.search(self.text, start, end)

    def paragraph_start(self, position: int) -> int:
        """Where the line of `position` begins."""
        return self.line_starts[bisect_right(self.line_starts, position) - 1]

    def window(self, number: int, position: int) -> tuple[int, int]:
        """(start, end) of a sentence, cut to REACH characters on either side of `position`."""
        start, end = self.sentence(number)
        return max(start, position - REACH), min(end, position + REACH)
