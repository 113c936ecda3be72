"""One sentence of a document, read once for all its figures and no further than they ask."""

import re
from functools import cached_property

from helpers.figures.aliases import FUNCTION, is_name, name_of
from helpers.figures.before import SAYING
from helpers.figures.context import TOKEN, Word, tag_words
from helpers.figures.nouns import NOUNS
from helpers.figures.words import WEEKDAYS

YEAR = re.compile(r"(?<![\d.,/-])(?:19|20)\d\d(?!\d|[.,]\d|%)")
PLACE = re.compile(
    r"(?<![\w-])(?:in|at|near|around|outside|inside|across|over|on|into|from|to|of)\s+(?:(?:the|ancient|central|"
    r"northern|southern|eastern|western|nearby|historic|old|city|town|village|province|of)\s+){0,4}$",
    re.I,
)
PLACE_REACH = 80  # characters before a name in which its preposition may stand


class Sentence:
    """A sentence by its text and its place in the document; aliases: name in lower case → the name it stands for.

    >>> sentence = Sentence(10, "Then 40 boats sank in Orrin in 2031.", {"orrin": "Orrin"})
    >>> sentence.words[1].start, sorted(sentence.names), sorted(sentence.places), sorted(sentence.years)
    (15, ['Orrin'], ['Orrin'], ['2031'])
    """

    def __init__(self, start: int, text: str, aliases: dict[str, str]) -> None:
        self.start, self.text, self.aliases = start, text, aliases

    @cached_property
    def words(self) -> list[Word]:
        """Its tagged words, offsets as in the document."""
        return tag_words(self.text, 0, len(self.text), self.start)

    @cached_property
    def first(self) -> int:
        """Where its first word starts in the document, 0 without words."""
        return self.words[0].start if self.words else 0

    @cached_property
    def names(self) -> frozenset:
        """What its names stand for: all that is asked of the sentence before a figure, so that no word is tagged."""
        tagged = "words" in vars(self)
        forms = [word.text for word in self.words] if tagged else TOKEN.split(self.text)[1::2]
        names = (form for at, form in enumerate(forms) if form[0].isupper() and is_name(form, at == 0))
        return frozenset(name_of(name, self.aliases) for name in names)

    @cached_property
    def places(self) -> frozenset:
        """Names after a preposition of place."""
        capitals = ((at, word) for at, word in enumerate(self.words) if word.text[0].isupper())
        starts = ((word.text, word.start - self.first) for at, word in capitals if is_name(word.text, at == 0))
        found = [name for name, at in starts if PLACE.search(self.text[max(0, at - PLACE_REACH) : at])]
        return frozenset(name_of(name, self.aliases) for name in found)

    @cached_property
    def years(self) -> frozenset:
        """The years it names."""
        return frozenset(YEAR.findall(self.text))

    @cached_property
    def weekdays(self) -> frozenset:
        """The days of the week on which what it tells happened, without those on which somebody said so."""
        words = self.words
        found = [at for at, word in enumerate(words) if word.lemma in WEEKDAYS]
        return frozenset(words[at].lemma for at in found if not _said_on(words, at))

    @cached_property
    def nouns(self) -> frozenset:
        """Lemmas of its nouns."""
        return frozenset(word.lemma for word in self.words if word.tag in NOUNS) - FUNCTION


def _said_on(words: list[Word], at: int) -> bool:
    """Whether a day is that of a saying: "said on Monday that", "On Monday the mayor said"."""
    near = words[max(0, at - 3) : at] + (words[at + 1 : at + 5] if at < 2 else [])
    return any(word.lemma in SAYING for word in near)
