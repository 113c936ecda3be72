"""What a bare number speaks of: the object before it, or the subject of a verb that measures."""

from helpers.figures.context import Word
from helpers.figures.nouns import COUNT_HEADS, NOTHING, NOUNS, STATES, VERBS, Counted, first_phrase, last_phrase
from helpers.figures.words import word_set
from helpers.voice.cues import KINDS

CLAUSE_MARKS = frozenset((",", ";", ":", "—", "–", "(", ")"))
SAYING = word_set(
    "say tell claim report announce insist admit concede add note deny warn think believe fear suspect reckon "
    "expect hope"
)
CONJUNCTIONS = word_set("where that while though although but because when if whereas")
# Verbs that lead from what is counted to its number: "the toll is 40", "sales fell 4 %"; all others have an object.
MEASURING = word_set(
    "be cost total worth put reach fall rise exceed stand hit drop estimate value climb price sell average become "
    "remain number pass top surpass near approach swell double triple jump grow increase decline shrink plunge "
    "soar gain lose slip sink slide amount come go equal weigh last run measure range begin start end"
)
COSTING = word_set("be cost total worth put reach fall rise exceed stand hit drop estimate value climb price sell")
DEALING = word_set("sell lose gain put estimate value run start begin end")  # what is dealt with, follows: "sold 40"
REACHING = word_set("to at by from above below under over near around beyond")  # "was cut to 40", "estimated at 40"
ESTIMATING = word_set("put place estimate value reckon peg set")
GIVING = word_set("want offer demand seek propose ask promise get take give win request charge pay own hold have own")
ADDRESSING = word_set("tell inform remind warn notify ask")
FIGHTING = word_set("fight battle combat attack tackle")
FIRES = word_set("fire blaze flame inferno wildfire smoke")
AFTER = 9  # words after a verb in which the state it leaves behind is told
OPENING = NOUNS | {"DT", "JJ"}
AGAIN_HEADS = word_set("number figure total toll tally count estimate")
NEAR_BACK, FAR_BACK = 4, 9  # words between a word like "number" and the number: "the number on the pier at"
STANDING = word_set("it they this that these those he she")  # subjects that were named before
CLOCK = word_set("pm am p.m. a.m. p.m a.m")
FAR = 80  # words before a number in which its verb, and before a verb in which its clause begins


def clause_start(words: list[Word], index: int) -> int:
    """Index after the mark or conjunction that opens the clause of word `index`."""
    at, first = index - 1, max(0, index - FAR)
    while at >= first and words[at].text not in CLAUSE_MARKS and words[at].text.lower() not in CONJUNCTIONS:
        if words[at].lemma in SAYING and words[at].tag in VERBS and at < index - 2:
            break
        at -= 1
    return at + 1


def _acts(words: list[Word], index: int) -> bool:
    word = words[index]
    left = words[index - 1] if index else word
    if _gives(words, index):
        return True
    if word.tag not in VERBS and word.lemma not in MEASURING:
        return False
    if (left.text.lower() == "to" or left.tag == "MD") and word.lemma in MEASURING:  # "expects prices to rise 4 %"
        return True
    return word.tag in VERBS and word.text.lower() not in STATES


def _gives(words: list[Word], index: int) -> bool:
    """Whether a word right before a number is a verb of wanting or giving, though the tagger takes it for a plural."""
    if index == 0 or index + 1 >= len(words) or words[index].tag != "NNS":
        return False
    between = words[index - 1].tag in NOUNS and words[index + 1].tag == "CD"
    return between and words[index].lemma in GIVING - {"charge", "request"}


def _tells(words: list[Word], verb: int) -> bool:
    """Whether somebody tells the number: 'the police put the crowd at 300', 'admit to 40', not 'was put at'."""
    at = verb - 1 - (verb > 1 and words[verb - 1].tag == "RB")
    passive = at >= 0 and words[at].lemma == "be"  # not "who asked not to be named put it at"
    lemma = words[verb].lemma
    return not passive and (lemma in ESTIMATING or (lemma in KINDS and lemma not in MEASURING))


def phrase_before(words: list[Word], index: int, share: bool = False) -> Counted:
    """What a bare number at word `index` speaks of: the object right before it, else the subject of its verb.

    share: it is a share, which most verbs tell of their subject: "sales surged 4 %".

    >>> from helpers.figures.context import tag_words
    >>> text = "The number of sailors aboard rose to 40."
    >>> phrase_before(tag_words(text, 0, len(text)), 7).noun
    'sailors'
    """
    verb, first = index - 1, max(0, index - FAR)
    while verb >= first and not _acts(words, verb) and words[verb].text not in CLAUSE_MARKS:
        verb -= 1
    if index < len(words) and words[index].tag in VERBS:  # "exceeded 900" is itself the verb
        return first_phrase(words, clause_start(words, index), index)
    if verb < first or words[verb].text in CLAUSE_MARKS:
        return last_phrase(words, max(verb, first), index)
    if verb and words[verb - 1].text.lower() == "there":  # "there were 22": nothing is named
        return NOTHING
    found = number_of(words, verb + 1, index) or last_phrase(words, verb + 1, index)
    if found is not NOTHING and (found.head not in COUNT_HEADS or (share and found.head == "rate")):
        return NOTHING if words[verb].lemma in ADDRESSING else found
    leads = words[verb].lemma in MEASURING or words[index - 1].text.lower() in REACHING
    leads = leads and (share or verb < index - 1 or words[verb].lemma not in DEALING)
    leads = leads or (share and words[verb].lemma not in GIVING and words[verb].lemma not in KINDS)
    if _tells(words, verb) or not leads:
        return NOTHING  # "the club announced 300": the one who announces is not counted
    if verb and words[verb - 1].text.lower() in STANDING:
        return NOTHING  # "Clerks said it was 300": not the clerks
    subject = first_phrase(words, clause_start(words, verb), verb)
    return subject if subject is not NOTHING else found


def measured_by_verb(words: list[Word], before: int) -> bool:
    """Whether a verb of measuring links the number to a subject: 'damage was put at $3m', 'prices fell below $50'."""
    return any(word.lemma in COSTING for word in words[max(0, before - 4) : before])


def only_opened(words: list[Word], index: int) -> bool:
    """Whether nothing but a phrase of manner, time or place stands before word `index`: "In truth (barely 90 got out)".

    >>> from helpers.figures.context import tag_words
    >>> only_opened(tag_words("In truth 90 left.", 0, 17), 2)
    True
    """
    end = index - (index > 0 and words[index - 1].text == ",")
    opened = 1 < end < 5 and words[0].tag == "IN" and words[0].text.lower() != "of"
    return opened and words[end - 1].tag in NOUNS and all(word.tag in OPENING for word in words[1:end])


def leaves_hurt(words: list[Word], index: int) -> bool:
    """Whether a verb of leaving tells a state, and nobody leaves: "left scores (of people hurt)".

    >>> from helpers.figures.context import tag_words
    >>> leaves_hurt(tag_words("It left 90 people hurt.", 0, 23), 1)
    True
    """
    if words[index].lemma != "leave" and words[index].text.lower() != "left":
        return False
    after = words[index + 1 : index + AFTER]
    between = after[: next((at for at, word in enumerate(after) if word.text.lower() in STATES), 0)]
    return bool(between) and not any(word.text in CLAUSE_MARKS or word.tag in VERBS for word in between)


def fights_fire(words: list[Word], index: int) -> bool:
    """Whether a verb of fighting has no foe but a fire or the like: "fought the blaze"."""
    return words[index].lemma in FIGHTING and any(word.lemma in FIRES for word in words[index + 1 : index + 5])


def rate_before(words: list[Word], index: int) -> Counted:
    """The noun that a share at word `index` is the size of: "a raise of (4 per cent)"; NOTHING where none is.

    >>> from helpers.figures.context import tag_words
    >>> rate_before(tag_words("They want a raise of 4 %.", 0, 25), 5).noun
    'raise'
    """
    if index < 3 or words[index - 1].text != "of":
        return NOTHING
    noun, owner = words[index - 2], words[index - 3]
    if noun.tag not in NOUNS and owner.tag not in ("DT", "JJ", "PRP$"):
        return NOTHING
    return Counted(noun.text, noun.lemma, noun.lemma, noun.start, noun.end, index - 2, index - 1)


def number_of(words: list[Word], low: int, high: int) -> Counted | None:
    """What "the number of arrests in Orrin" counts, however it goes on."""
    for at in range(low, high - 1):
        if words[at].lemma in AGAIN_HEADS and words[at + 1].text == "of":
            found = first_phrase(words, at, high)
            return None if found.head in COUNT_HEADS else found
    return None


def tells_again(words: list[Word], before: int) -> bool:
    """Whether what is counted stands before: 'The union puts the number on the pier at', 'the league's tally is'."""
    for at in range(max(1, before - FAR_BACK), before):
        if words[at].lemma in AGAIN_HEADS:
            one, near = words[at - 1], words[at + 1 : before]
            owned = one.text.lower() in ("the", "that", "this", "its", "their") or one.tag == "POS" or one.text in "'’"
            told = owned or one.lemma in ("true", "real", "own")
            if told and all(word.text not in CLAUSE_MARKS and word.text != "of" for word in near):
                return len(near) < NEAR_BACK or words[before - 1].text in ("at", "as")
    return False
