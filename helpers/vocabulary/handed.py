"""Loaded words that a sentence hands to somebody without quoting them: no choice of the writer's."""

from helpers.vocabulary.lexicon import APART, Word

# Verbs that tell a view as somebody's own and vouch for nothing; "admitted", "found" and "showed" half agree with it.
SAYING = frozenset({
    "say", "says", "said", "saying", "tells", "told", "telling", "claim", "claims", "claimed", "claiming",
    "insist", "insists", "insisted", "insisting", "argue", "argues", "argued", "arguing", "complain", "complains",
    "complained", "complaining", "allege", "alleges", "alleged", "alleging", "maintain", "maintains", "maintained",
    "believe", "believes", "believed", "think", "thinks", "thought", "declare", "declares", "declared",
    "added", "contend", "contends", "contended",
})
NAMING_VERBS = frozenset({
    "call", "calls", "called", "calling", "brand", "brands", "branded", "branding", "label", "labels", "labelled",
    "labeled", "dub", "dubs", "dubbed", "describe", "describes", "described", "describing", "dismiss", "dismisses",
    "dismissed", "dismissing", "denounce", "denounces", "denounced", "denouncing", "condemn", "condemns", "condemned",
    "condemning", "decry", "decries", "decried", "deride", "derides", "derided", "reject", "rejects", "rejected",
    "rejecting", "criticise", "criticised", "criticize", "criticized",
})
ACCUSING = frozenset({
    "accuse", "accuses", "accused", "accusing", "accusation", "accusations", "allegation", "allegations",
})
DENYING = frozenset({"deny", "denies", "denied", "denying"})
OWN = frozenset({
    "i", "we", "you", "i'd", "i'll", "i've", "we'd", "we've", "let's", "to", "must", "can", "could", "should",
})
BEING = frozenset({
    "is", "are", "was", "were", "be", "been", "being", "it's", "that's", "isn't", "wasn't", "they're", "he's", "she's",
})
OBJECTS = frozenset({"it", "him", "her", "them", "this", "that"})
# Words that may stand between a verb of being and what it says, beside adverbs in -ly.
BETWEEN = frozenset({
    "a", "an", "the", "not", "so", "too", "very", "no", "nothing", "but", "just", "more", "most", "as", "such", "only",
    "quite", "all", "one", "little", "than",
})
# Words at which a clause of the writer's own may begin.
CLAUSES = frozenset({
    "who", "which", "while", "but", "because", "although", "though", "when", "where", "whose", "after", "before",
})
# Verbs beside those of saying that lead up to, or follow, a few quoted words of somebody's.
PROMISING = SAYING | frozenset({
    "pledge", "pledges", "pledged", "promise", "promises", "promised", "vow", "vows", "vowed", "warn", "warns",
    "warned", "hope", "hopes", "hoped", "announce", "announces", "announced", "hears", "heard",
})
PASSIVE = frozenset({"said", "told", "thought", "believed", "alleged"})  # "said to be a farce": nobody's word
TERMED = frozenset({"called", "termed", "named", "titled", "entitled"})
FEW, REACH = 4, 11  # words looked at before the hit, and before the verb of being
NEAR = 3  # words before a verb among which its subject I or we is sought
DEEDS = frozenset({"violence", "fighting_talk", "crime", "economy"})  # what was done is told in the writer's verb


def is_handed(text: str, words: list[Word], first: int, last: int, category: str) -> bool:
    """Whether the words first–last are what somebody is told to have said, and are named by no choice of the writer's.

    text: any string; words: its words with their links, in order; category: that of the entry.
    True for what a reported clause says of its subject ("Ana Lund said the plan was absurd", "The plan was absurd, Ana
    Lund said"), for names handed on ("called it a farce", "dismissed as nonsense") and for what somebody is accused of
    or denies. False for words that stand before a noun ("said the absurd plan was late") and for views of I and we.
    """
    at = _before(words, first)
    if at is None:
        return False
    word = _lower(words[at])
    if word in BEING:
        deed = category in DEEDS and words[last][2].lower().endswith("ed")
        return not deed and (_said_before(words, at) or _said_after(text, words, last))
    return _named_so(words, first, at) or _accused(words, first) or _denied(words, at, first)


def is_term_or_told(text: str, words: list[Word], first: int, last: int) -> bool:
    """Whether the quoted words first–last are no scare quote: somebody's own, told in part, a count or a mere term.

    text: any string; words: its words with their links, in order.
    True where a verb of saying or promising leads up to them ("said the swap would “pave the way”") or follows at the
    end of the sentence, after "called" or "so-called" (of which the latter is a hit itself), and for counts.
    """
    if any(word[2][0].isdigit() for word in words[first : last + 1]):
        return True
    before = [_lower(word) for word in words[max(0, first - 2) : first]]
    if before and (before[-1] in TERMED or before == ["known", "as"]):
        return True
    verb = first - 1 if before and before[-1] in PROMISING else _back(words, first - 1, PROMISING, REACH)
    return _said_after(text, words, last, PROMISING) or (verb is not None and _of_another(words, verb))


def _lower(word: Word) -> str:
    return (word[2] if word[2].isascii() else word[2].replace("’", "'")).lower()


def _before(words: list[Word], first: int) -> int | None:
    """The nearest word before the hit that is no article or adverb; None if a mark stands between."""
    for at in range(first - 1, max(-1, first - 1 - FEW), -1):
        if words[at + 1][3] == APART:
            return None
        word = _lower(words[at])
        if word not in BETWEEN and not word.endswith("ly"):
            return at
    return None


def _back(words: list[Word], at: int, wanted: frozenset[str], reach: int) -> int | None:
    """The nearest wanted word before the one at `at`, in the same stretch without marks and without a new clause."""
    for i in range(at - 1, max(-1, at - 1 - reach), -1):
        word = _lower(words[i])
        if words[i + 1][3] == APART or word in CLAUSES:
            return None
        if word in wanted:
            return i
    return None


def _of_another(words: list[Word], verb: int) -> bool:
    """Whether the subject of a verb is neither I nor we, as far as the few words before it tell."""
    if _lower(words[verb]) in PASSIVE and verb + 1 < len(words) and _lower(words[verb + 1]) == "to":
        return False
    for at in range(verb, max(0, verb - NEAR), -1):
        if words[at][3] == APART:
            return True
        if _lower(words[at - 1]) in OWN:
            return False
    return True


def _said_before(words: list[Word], being: int) -> bool:
    verb = _back(words, being, SAYING, REACH)
    return verb is not None and _of_another(words, verb)


def _said_after(text: str, words: list[Word], last: int, verbs: frozenset[str] = SAYING) -> bool:
    """ "…, Ana Lund said" at the end of the sentence."""
    for i in range(last + 1, min(len(words) - 1, last + 1 + REACH)):
        if words[i][3] == APART:
            gap = text[words[i - 1][1] : words[i][0]]
            if "," not in gap or "." in gap:
                return False
            tail = range(i, min(len(words), i + FEW + 1))
            verb = next((j for j in tail if _lower(words[j]) in verbs), None)
            closed = verb is not None and (verb + 1 == len(words) or words[verb + 1][3] == APART)
            return closed and verb > i and _of_another(words, verb)
    return False


def _named_so(words: list[Word], first: int, at: int) -> bool:
    """ "called it a farce", "described the plan as a farce", "dismissed as nonsense"."""
    between = {_lower(word) for word in words[at + 1 : first]}
    if "as" in between:
        verb = at if _lower(words[at]) in NAMING_VERBS else _back(words, at + 1, NAMING_VERBS, REACH)
        return verb is not None and _of_another(words, verb)
    verb = _back(words, at, NAMING_VERBS, 1 if _lower(words[at]) in OBJECTS else FEW)
    if verb is not None and any(_lower(word) in ("and", "or", "to") for word in words[verb:at]):
        return False  # "long calls and does a brilliant job"
    named = _lower(words[at]) in OBJECTS or (not between.isdisjoint(("a", "an")) and verb is not None and at - verb > 1)
    return named and verb is not None and _of_another(words, verb)


def _accused(words: list[Word], first: int) -> bool:
    of = _back(words, first, frozenset({"of"}), FEW)
    if of is None or any(_lower(word) in ("the", "its", "his", "her", "their") for word in words[of + 1 : first]):
        return False
    verb = _back(words, of, ACCUSING, REACH - FEW)
    return verb is not None and _of_another(words, verb)


def _denied(words: list[Word], at: int, first: int) -> bool:
    return _lower(words[at]) in DENYING and words[first][2].endswith("ing") and at == first - 1
