"""Ways of naming who speaks without a reporting verb of his own: "according to", "in her view", "a claim by"."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from helpers.voice.acts import Event, auxiliary_start, participle_subject
from helpers.voice.classes import BE, NAMES, NEARLY, NUMBER, OWNING, PERSON, Span, trim
from helpers.voice.cues import CUES, TRAITS
from helpers.voice.nouns import NOUNS, alternatives, plural
from helpers.voice.phrases import MEASURE, phrase_right
from helpers.voice.subjects import subject_left

CALLING = frozenset(
    ("call", "describe", "term", "dub", "label", "brand", "name", "characterize", "refer to", "see", "consider", "deem",
     "regard", "portray", "depict")
)  # fmt: skip
SPEECH = alternatives("speech")
VIEWS = alternatives("view")
PAPERS = alternatives("paper")
VIEW_SIGNS = " ".join(sorted(NOUNS["view"]))
SPEECH_SIGNS = " ".join(f"{noun} {plural(noun)}" for noun in sorted(NOUNS["speech"]))
OWNER = rf"(?P<who>{OWNING}(?=[’']s\s|(?<=s)[’']\s)|[Hh]is|[Hh]er|[Tt]heir)(?:[’']s?)?"
ADVERB = r"(?:[a-z]+ly |also |still |later |once |now |then |quite )?"
SAYING = r"(?:saying|telling|writing|stating|claiming|reporting|warning)"
QUOTED_SIGNS = "quoted quotes quoting quote cited cites citing cite"
IS = "(?:is|was|were|came|ran)"
IS_SIGNS = "is was were came ran"
MINDED = (
    "adamant|certain|convinced|sure|confident|positive|clear|insistent|optimistic|hopeful|critical|scathing|dismissive|"
    "blunt|furious|angry|worried|concerned|afraid|defiant|grateful|sceptical|skeptical|wary"
)


class Formula(NamedTuple):
    """One way of naming a speaker.

    signs: words without one of which no sentence holds it; pattern: with the group "cue"; order: as of an Event;
    place: where the speaker stands: "in" the pattern (group "who"), "left" or "right" of it; "cue" before it: the cue
    must be a verb of naming or reporting.
    """

    signs: frozenset[str]
    pattern: re.Pattern
    order: str
    place: str


def formula(signs: str, pattern: str, order: str, place: str) -> Formula:
    """A Formula from its signs, parted by spaces, and its pattern's text."""
    return Formula(frozenset(signs.split()), re.compile(pattern), order, place)


ACCORDING = formula(
    f"according According per Per believe believes trust trusts words experience {VIEW_SIGNS}",
    r"(?<![\w-])(?P<cue>[Aa]ccording to|[Aa]s per|Per(?=\s(?:the|[A-Z]))|"
    r"[Ii]f (?:you|one|we are to) (?:believe|trust)s?|(?:[Ii]n|[Tt]o) "
    rf"the (?:{VIEWS}|words|experience) of)(?![\w-])(?!\s*(?:the\s+)?(?:(?!an?\s)\w+\s)?{MEASURE})"
    r"(?!\s*(?:the\s+)?(?:that|it|in|this|him|her|them|us|me|what|whether|how|which)\b)",
    "according", "right",
)  # fmt: skip
FORMULAS = (
    ACCORDING,
    # "In Noll's view", "by the guild's reckoning", "in her opinion".
    formula(VIEW_SIGNS, rf"(?<![\w’'-])(?:[Ii]n|[Oo]n|[Bb]y)\s{OWNER}\s(?:own\s|considered\s)?(?P<cue>{VIEWS})"
            rf"(?![\w-])",
            "according", "in"),
    # "quoted Noll as saying", "was quoted by the Post as saying".
    formula(QUOTED_SIGNS,
            r"(?<![\w-])(?P<cue>(?:quot(?:ed|es|ing|e)|cit(?:ed|es|ing|e))\s++(?P<who>[^\s.;:\x00][^.;:\x00]{1,159}?)"
            r"\s++as\s++"
            rf"{SAYING})(?![\w-])", "as saying", "in"),
    formula(QUOTED_SIGNS,
            rf"(?P<cue>{BE}\s+{ADVERB}(?:quoted|cited)\s+(?:[^.;:\x00]{{0,60}}?\s)?as\s+{SAYING})(?![\w-])",
            "as saying", "left"),
    # "puts the toll at 40".
    formula("puts put putting pegs pegged",
            r"(?<![\w-])(?P<cue>(?:puts?|putting|pegs?|pegged)\s+(?!it\s|by\s|\d)"
            rf"(?:[^\W\d][\w’'-]*\s+){{1,12}}?(?:at|as (?:high|low) as|above|below|between)(?=\s{NEARLY}{NUMBER})|"
            r"(?:puts?|putting|pegs?|pegged)\s+(?:the|its|their|his|her|that|this|overall|total)\s+(?:[\w’'-]+\s+){1,6}?"
            r"(?:at|as (?:high|low) as|above|below|between))(?![\w-])", "SV", "left"),
    formula("believed",
            rf"(?<![\w-])[Ii]f (?P<who>(?:the |an? )?[\w’'-]+(?: [\w’'-]+){{0,4}}?) (?P<cue>{BE} to be believed)",
            "according", "in"),
    # "Noll is adamant that 40 left", "sounded scathing about “…”".
    formula(f"{MINDED} praise doubt opinion".replace("|", " "),
            rf"(?<![\w-])(?<!\bto )(?!(?<=[Ii]t )\w+ (?:clear|certain))(?P<cue>{BE} {ADVERB}(?:{MINDED}|full of praise|"
            r"in no doubt|of the opinion))(?=\sthat(?![\w-])|\s[^.;:\x00]{0,80}\x00)", "SV", "left"),
    # "Noll's excuse is that 40 left", "it is the guild's contention that".
    formula(f"case position line {SPEECH_SIGNS} {VIEW_SIGNS}",
            rf"(?<![\w’'-])(?P<it>[Ii]t {BE} {ADVERB})?{OWNER}\s(?:[\w-]+\s){{0,2}}?"
            rf"(?P<cue>(?:{SPEECH}|{VIEWS}|case|position|line)(?(it)| {BE}(?: simply| still| always)?)\sthat)(?![\w-])",
            "SV", "in"),
    # "As the guild tells it", "the way Noll sees it".
    formula("tell tells told put puts see sees",
            rf"(?<![\w-])(?:[Aa]s|[Tt]o hear|[Tt]he way|[Ii]n the way) (?P<who>{PERSON}|he|she|they|[a-z]+body) "
            r"(?P<cue>(?:tells?|told|puts?|sees?) it)(?=,|$|[.;])", "according", "in"),
    # "what Noll called “…”", "What it calls a “core” service".
    formula("what What", r"(?<![\w-])[Ww]hat (?P<who>(?!we |you )[^.,;:\x00]{1,80}?) "
            r"(?:(?:has|have|had|later|once|now|also|then|would) ){0,3}(?P<cue>[a-z]{3,}(?: to)?(?: as)?)"
            r"(?: (?:it|them|him|her))?,? (?:(?:an?|the|his|her|its|their) )?(?=[\x00“\"‘'])", "SV", "cue in"),
    # "was called “a waste” by the Post".
    formula("by", rf"(?<![\w-]){BE}\s{ADVERB}(?P<cue>[a-z]{{3,}})(?:\sas)?\s"
            r"(?:\x00{1,400}|[“\"‘'][^”\"’'\x00.;]{1,60}[”\"’'])\sby(?=\s)", "by", "cue right"),
    # "The website contains the following statement: “…”".
    formula("contains contain contained carries carried carry bears bear bore includes include included "
            "display displays displayed features feature featured",
            r"(?<![\w-])(?P<cue>contain(?:s|ed)?|carr(?:y|ies|ied)|bears?|bore|includ(?:es?|ed)|"
            r"display(?:s|ed)?|features?|featured)\s(?:the|an?|this)\s(?:following\s|short\s|brief\s)?"
            rf"(?:{SPEECH}|{PAPERS}|inscription|sentence|disclaimer|passage)(?=\s*(?::|\x00|[“\"]))", "SV", "left"),
)  # fmt: skip
# Those beside a quotation only.
QUOTING = (
    # "Noll's description of it as “…”", "the guild's claim that “…”".
    formula(SPEECH_SIGNS,
            rf"(?<![\w’'-])(?<!called )(?<!calls )(?<!calling )(?<!branded )(?<!dubbed ){OWNER} (?:[a-z-]+ ){{0,2}}?"
            rf"(?P<cue>{SPEECH})(?: of [^.,;:\x00]{{1,60}} as| (?:that|of|to|about|for)(?: [^.,;:\x00]{{1,80}})?)? "
            rf"(?=\x00)",
            "SV", "in"),
    # "For Noll, the vote was “…”".
    formula("For To", rf"(?<![\w-])(?P<cue>For|To) (?P<who>{PERSON}), [^.;:,\x00]{{1,80}}(?<![\w-]){BE}"
            r"(?: [a-z]{2,12}){0,3} \x00", "according", "in"),
    # "Noll, for her part, was “just glad to be home”".
    formula("part",
            rf"(?<![\w’'-])(?P<who>{NAMES}), (?P<cue>for (?:his|her|its|their) (?:own )?part), [^.;:\x00]{{0,80}}?\x00",
            "SV", "in"),
    # "“…” is how Noll puts it", "“…” was the verdict of Noll", "“…” was Noll's verdict".
    formula(IS_SIGNS, rf"\x00[,:]? (?:[–—-] )?(?P<cue>(?:(?:Th[aeio][a-z]{{1,2}}|Such) )?{IS} (?:how|what|"
            rf"(?:the|an?) (?:[a-z-]+ ){{0,2}}?(?:{SPEECH}|{VIEWS}) (?:of|from|by)))(?=\s)", "VS", "right"),
    formula(IS_SIGNS, rf"\x00,? (?P<cue>{IS}) {OWNER} (?:[a-z-]+ ){{0,2}}?(?:{SPEECH}|{VIEWS})(?![\w-])",
            "VS", "in"),
)  # fmt: skip
# "accused by Noll of “…”", "told by its clerk that", "a claim, made by the guild, that", "heard from Noll that".
BY_WHOM = re.compile(
    r"(?<![\w-])(?P<cue>[a-zA-Z]{3,}),? (?:(?:first |also |since |repeatedly )?(?:made|put (?:forward|about)|published|"
    r"repeated|issued|spread|voiced|levelled|aired) )?(?:by|from)(?=\s)"
)
THAT_NEXT = re.compile(r",? that(?![\w-])")
QUOTE_NEXT_TO = re.compile(r"(?:,? (?:as|of|for|with|that|to|in|over|when))[^.,;:\x00]{0,80} ?\x00|[:,]? \x00")
SAID_FIRST = re.compile(
    r"(?<![\w-])(?<![\w,;-] )(?P<cue>(?:So|Thus) (?:said|says|spoke|wrote|writes)|Said|Says|Added|Adds|Wrote|Writes|"
    r"Asked|Explain(?:ed|s)|Recall(?:ed|s))(?=\s(?:[A-Z]|(?:the|an?|one|his|her|its|their)\s))"
)
SAID_SIGNS = frozenset(("Said", "Says", "Added", "Adds", "Wrote", "Writes", "Asked", "Explained", "Explains",
                        "Recalled", "Recalls", "So", "Thus"))  # fmt: skip
AND_END = re.compile(r"(?<![\w-])(?:and|but|then|also)\s+$")


NO_LETTERS = ("\x00", "“", "”", '"', "(", ")", ",", ".", ":", ";", "!", "?", "—", "–", "…")


def words_of(text: str, start: int, end: int) -> frozenset[str]:
    """The words of text[start:end] as they are printed, without stops and quotation marks."""
    piece = text[start:end]
    for sign in NO_LETTERS:
        piece = piece.replace(sign, " ")
    return frozenset(piece.split())


def by_sign(formulas: tuple[Formula, ...]) -> dict[str, list[int]]:
    """Sign → numbers of the formulas it belongs to."""
    index: dict[str, list[int]] = {}
    for number, found in enumerate(formulas):
        for sign in found.signs:
            index.setdefault(sign, []).append(number)
    return index


BY_SIGN, BY_SIGN_IN_QUOTING = by_sign(FORMULAS), by_sign(QUOTING)


def find_formulas(text: str, start: int, end: int, words: frozenset[str]) -> Iterator[Event]:
    """Find the fixed ways of naming a speaker in text[start:end], as events in no particular order.

    words: its words, of words_of.

    >>> text = "In the view of Ana Lund, it was " + "\\x00" * 20
    >>> [text[slice(*event.speaker)] for event in find_formulas(text, 0, len(text), words_of(text, 0, len(text)))]
    ['Ana Lund']
    """
    yield from match_formulas(FORMULAS, BY_SIGN, text, start, end, words)
    quotes = text.find("\x00", max(0, start - 1), end) >= 0
    if quotes:
        yield from match_formulas(QUOTING, BY_SIGN_IN_QUOTING, text, start, end, words)
    if "by" in words or "from" in words:
        yield from _by(text, start, end, quotes)
    if not SAID_SIGNS.isdisjoint(words):
        yield from _said_first(text, start, end)


def match_formulas(
    formulas: tuple[Formula, ...], index: dict[str, list[int]], text: str, start: int, end: int, words: frozenset[str]
) -> Iterator[Event]:
    """What those of the formulas find of which a sign, by their index, is among the words of text[start:end]."""
    signs = index.keys() & words
    for number in sorted({number for sign in signs for number in index[sign]}) if signs else ():
        found = formulas[number]
        for match in found.pattern.finditer(text, max(0, start - 1) if formulas is QUOTING else start, end):
            who = None if _no_calling(found, match) else _speaker(found, match, text, start, end)
            if who:
                yield Event(who, match.span("cue"), found.order, True)


def _no_calling(found: Formula, match: re.Match) -> bool:
    """Whether the verb of "what Noll called" or "was praised by" is none of naming or reporting."""
    lemma = CUES.get(match["cue"].removesuffix(" as"), "")
    return (found.place == "cue in" and lemma not in CALLING) or (found.place == "cue right" and not lemma)


def _speaker(found: Formula, match: re.Match, text: str, start: int, end: int) -> Span | None:
    if found.place.endswith("in"):
        who = trim(text, *match.span("who"))
        return who if who[1] > who[0] else None
    if found.place.endswith("right"):
        return phrase_right(text, match.end(), end, cut_at_verb=True, any_noun=found is ACCORDING)
    begin = auxiliary_start(text, start, match.start())
    if found.place == "first":
        return participle_subject(text, start, begin)
    after_and = AND_END.search(text, max(start, begin - 8), begin)
    return (None if after_and else subject_left(text, start, begin)) or participle_subject(text, start, begin)


def _by(text: str, start: int, end: int, quotes: bool) -> Iterator[Event]:
    """Passives, and nouns of speech, with who speaks behind them and what is said behind that."""
    for match in BY_WHOM.finditer(text, start, end):
        word = match["cue"].lower()
        noun, lemma = word.removesuffix("s") in NOUNS["speech"], CUES.get(word, word)
        if not noun and (lemma == word or word.endswith(("s", "ing"))):
            continue
        who = phrase_right(text, match.end(), end, cut_at_verb=True)
        if not who:
            continue
        if (noun or lemma in TRAITS["addressed"]) and THAT_NEXT.match(text, who[1], end):
            yield Event(who, match.span("cue"), "SV", True)
        elif quotes and QUOTE_NEXT_TO.match(text, who[1], end):
            yield Event(who, match.span("cue"), "by", True)


def _said_first(text: str, start: int, end: int) -> Iterator[Event]:
    for match in SAID_FIRST.finditer(text, start, end):
        who = phrase_right(text, match.end(), end)
        if who and (" " in match["cue"] or text[who[1] : who[1] + 2].lstrip()[:1] in (":", ",", "\x00")):
            yield Event(who, match.span("cue"), "VS", False)
