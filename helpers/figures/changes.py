"""What a share is the change of: the subject of a verb of rising and falling, or of "up" and "down"."""

from helpers.figures.before import CLAUSE_MARKS, CONJUNCTIONS, MEASURING, SAYING, STANDING, clause_start
from helpers.figures.context import Word
from helpers.figures.nouns import NOTHING, NOUNS, TIME_NOUNS, VERBS, Counted, first_phrase, last_phrase, phrase_at
from helpers.figures.words import word_set

CHANGING = word_set(
    "rise rose fall climb gain lose add shed drop slip slide slump sink surge soar jump leap tumble plunge plummet "
    "decline increase decrease rally rebound recover advance retreat ease edge dip grow shrink contract expand swell "
    "tick inch creep crept nudge spike skyrocket rocket crash"
)
MEASURED = CHANGING | MEASURING - word_set("sell put estimate value cost run pass top measure")
TRADING = word_set("be trade close end open finish start stand remain trading")
DIRECTIONS = word_set("up down off ahead lower higher")
SLIGHT = frozenset(("RB", "RBR", "RBS", "DT", "JJ"))  # "rose by just another 3 %"
# What is told to rise and fall even where it stands last in its clause: "a boost to shares, up 3 %".
PRICED = word_set("share stock price index bond yield sale revenue profit turnover export import output inflation rent")
RELATIVES = word_set("which that who")
NO_SUBJECTS = TIME_NOUNS | TRADING
HOPS = 3  # clauses looked back through for a subject
ASIDE = 8  # words of a name or code in brackets: "the index (GUX)"


def changed(words: list[Word], index: int) -> Counted:
    """What the share at word `index` is the change of; NOTHING where no change is told or a pronoun stands for it.

    >>> from helpers.figures.context import tag_words
    >>> changed(tag_words("The Gull Index (GUX) slid 3%.", 0, 29), 7).noun
    'Gull Index'
    """
    at = index - 1
    while at > index - 4 and at > 0 and (words[at].text.lower() == "by" or words[at].tag in SLIGHT - {"RB"}):
        at -= 1
    if at < 1:
        return NOTHING
    if words[at].text.lower() in DIRECTIONS:
        return _directed(words, at)
    if words[at].text == "or" and words[at - 1].text == ",":  # "lost 40 points, or 3 %"
        return _before_comma(words, at - 1, points=words[at - 2].lemma in ("point", "penny", "pence", "cent"))
    if words[at].lemma == "be" and words[at - 1].text.lower() in RELATIVES:
        return subject_of(words, at)
    if words[at].lemma not in CHANGING or words[at].tag not in VERBS:
        return NOTHING
    participle = words[at].tag == "VBG" and words[at - 1].text == ","
    return _before_comma(words, at - 1) if participle else subject_of(words, at)


def _directed(words: list[Word], at: int) -> Counted:
    """What is told of before "up" or "down" at a word: "is up", "closed at 40, down", "with shares up"."""
    left = words[at - 1]
    if left.text == ",":
        return _before_comma(words, at - 1)
    if left.lemma in TRADING | CHANGING and (left.tag in VERBS or words[at - 2].tag not in ("DT", "PRP$")):
        return subject_of(words, at - 1)
    return last_phrase(words, max(0, at - ASIDE), at) if left.tag in NOUNS else NOTHING


def _aside(words: list[Word], index: int) -> int:
    """Index of the bracket that opens right before word `index`: "the index (GUX) fell"; `index` where none does."""
    if index == 0 or words[index - 1].text != ")":
        return index
    opens = [at for at in range(max(0, index - ASIDE), index - 1) if words[at].text == "("]
    return opens[-1] if opens else index


def _phrase(words: list[Word], low: int, high: int) -> Counted:
    """The first noun phrase of a clause; a name is told whole."""
    owned = [at for at in range(low, high - 1) if words[at].text.lower() == "shares" and words[at + 1].text == "of"]
    found = phrase_at(words, owned[0]) if owned else first_phrase(words, low, high)
    return whole_name(words, found) if found.last <= high else NOTHING


def whole_name(words: list[Word], found: Counted) -> Counted:
    """A phrase as it is, but a name with all its words.

    >>> from helpers.figures.context import tag_words
    >>> words = tag_words("The Gull Composite slid.", 0, 24)
    >>> whole_name(words, first_phrase(words, 0, 3)).noun
    'Gull Composite'
    """
    if found is NOTHING or words[found.last - 1].tag not in ("NNP", "NNPS"):
        return found
    name = words[found.first : found.last]
    return found._replace(noun=" ".join(word.text for word in name), start=name[0].start)


def _joined(words: list[Word], start: int, end: int) -> int:
    """Where the last of several joined clauses begins: "exports grew and (imports fell)", "he says (imports fell)"."""
    for at in range(end - 2, start, -1):
        word = words[at]
        says = word.lemma in SAYING and word.tag in VERBS
        joins = word.text in ("and", "but", "or") and any(one.tag in VERBS for one in words[start:at])
        if (says or joins) and any(_may_rise(one) for one in words[at + 1 : end]):
            return at + 1
    return start


def _may_rise(word: Word) -> bool:
    return (word.tag in NOUNS and word.lemma not in NO_SUBJECTS) or word.text.lower() in STANDING


def _clause(words: list[Word], end: int) -> tuple[int, Counted]:
    """(where it begins, first noun phrase) of the clause that ends before word `end`, codes in brackets left out."""
    start = _joined(words, clause_start(words, end), end)
    found = _phrase(words, start, end)
    opened = _aside(words, start)
    if opened < start:
        start = _joined(words, clause_start(words, opened), opened)
        found = found if found is not NOTHING else _phrase(words, start, opened)
    first = words[start] if start < end else None
    verbless = first is not None and first.tag == "IN" and not any(word.tag in VERBS for word in words[start:end])
    if first is not None and (verbless or first.tag in VERBS or first.text.lower() in STANDING | RELATIVES):
        return start, NOTHING
    return start, found


def subject_of(words: list[Word], verb: int) -> Counted:
    """The subject of the verb at a word, in its clause or, left out after "but" or a comma, in one before.

    >>> from helpers.figures.context import tag_words
    >>> subject_of(tag_words("The sales, he says, were 40.", 0, 28), 6).noun
    'sales'
    """
    start, found = _clause(words, verb)
    opening = words[start].text.lower() if start < verb else ""
    if opening in RELATIVES or (start == verb and words[start - 1].text == "that"):
        end = start - (words[start - 1].text in ("that", ","))
        return last_phrase(words, max(0, end - ASIDE), end)
    for _ in range(HOPS):
        unread = start < verb and words[start].tag in ("DT", "PRP$")  # "while its rival gained"
        if found is not NOTHING or start == 0 or opening in STANDING or unread:
            break
        end = start - (words[start - 1].text.lower() in CONJUNCTIONS | CLAUSE_MARKS)
        end -= end > 0 and words[end - 1].text in CLAUSE_MARKS
        start, found = _clause(words, end)
    return found


def _before_comma(words: list[Word], comma: int, points: bool = False) -> Counted:
    """What is told of in the clause that a comma ends: its subject, or the object of a verb that measures nothing.

    points: the clause tells the same change in points, so that its subject is meant.
    """
    start, found = _clause(words, comma)
    last = last_phrase(words, start, comma)
    if found.head not in PRICED and last.head in PRICED:
        return last
    verbs = [at for at in range(max(found.last, start), comma) if words[at].tag in VERBS and words[at].lemma != "have"]
    leads = not verbs or points or words[verbs[0]].lemma in MEASURED | TRADING
    if leads:
        return found if found is not NOTHING else subject_of(words, comma)
    return first_phrase(words, verbs[0] + 1, comma)
