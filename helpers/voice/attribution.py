"""Who a sentence says is speaking: a reporting verb with its subject, or "according to" and the like."""

import re

from helpers.voice.acts import (
    PARTICIPLES,
    SHOWN,
    Event,
    auxiliary_start,
    behind_its_number,
    is_owned,
    of_a_counted_noun,
    quoted_first,
)
from helpers.voice.classes import HAS_VERB, NO_SPEAKER, NUMBER, PERSONAL, PREPOSITION, Span
from helpers.voice.complement import NOT_CLAUSE, PRETENSIONS, PROMISES, TO_DO, has_complement
from helpers.voice.cues import CLAUSES, CUE_RE, CUE_SIGNS, CUES, KINDS, TRAITS
from helpers.voice.documents import is_no_verb, is_told_of, paper_inverted, subject_of
from helpers.voice.formulas import find_formulas, words_of
from helpers.voice.nouns import is_group, is_person
from helpers.voice.papers import before_cue, paper_left, teller
from helpers.voice.phrases import main_subject, phrase_right
from helpers.voice.subjects import CLEFT, subject_left
from helpers.voice.tellings import find_tellings

NEGATED = re.compile(r"\b(?:not|never|\w+n[’']t)\b")
PASSIVE = re.compile(r"\b(?:is|was|are|were|been|being|be|got|gets)\s+(?:\w+\s+)?$")
PROGRESSIVE = re.compile(r"(?<![\w-])(?:is|was|are|were|been|am)\s+(?:\w+\s+){0,2}$")
MODAL = re.compile(r"\b(?:would|could|may|might|can|should|must|will|shall)\b")
# "The ministry will say 9,000": what is to be said is told already.
WILL = re.compile(r"(?<![\w-])will(?![\w-])")
WILL_SAY = frozenset(("say", "claim", "announce", "declare", "insist", "warn", "argue", "tell", "report", "admit"))
SAID_TO_BE = re.compile(
    r"(?:said|thought|believed|reported|understood|alleged) to (?:be|have|own|hold|include|number|cost)\s"
)
INFINITIVE = re.compile(
    r"(?<!on )(?<!had )(?<!has )(?<!have )(?<!forced )(?<!obliged )"
    r"(?<!appears )(?<!appear )(?<!seems )(?<!seem )"
    r"(?<!like )(?<!likes )(?<!liked )(?<!loves )(?<!used )(?<!continued )\bto\s+(?:\w+ly\s+)?$"
)
BEFORE_NOUN = re.compile(
    r"(?:^|\W)(?:the|a|an|this|that|these|those|his|her|their|its|our|my|your|no|any|some|several|many|most|of|in|on|"
    r"for|from|with|by|about|under|without|new|own|recent|such|first|last|[\w]+[’']s|s[’'])\s+$",
    re.I,
)
PLURAL_END = re.compile(
    r"(?:(?<![su])(?<!si)s|^I|you|media|(?<![\w-])data|children|youth|folk|clergy|crew|staff|team|majority|percent|half|third|police|"
    r"people|men|women|they|we|both|others|some|many|few|those|public)$",
    re.I,
)
ASIDE = re.compile(r"\s+(?:about|whether|how|why|if|what|by|when|where|on)\s[^,.;:\x00]{1,80},")
# "the unions behind the march (say)": the unions.
OF_WHOM = re.compile(rf"\s(?:{PREPOSITION}|(?:close|loyal|familiar|opposed) (?:to|with))\s")
BY = re.compile(r"\s+by\s+(?!(?:(?:tele)?phone|e-?mail|letter|text|post|radio|then|now|mistake)(?![\w-]))")
SAID_BY = TRAITS["by"]
INVERTED, NEVER_INVERTED = TRAITS["inverted"], TRAITS["straight"]
WITH = re.compile(r"(?<![\w-])[Ww]ith (?P<who>(?:the |some |many )?[A-Z\w][\w’'.-]*(?: [\w’'.-]+){0,3}) $")
JOINED = re.compile(r"(?<![\w-])(?:by|while|as|and|without)$")
TOLD = re.compile(r"\d|(?<![\w-])[a-z]{2,}ed\s(?:the|an?|its|their)\s")  # "said lists pointed to 40": a clause
COUNTED_THING = re.compile(rf"{NUMBER}|no\s")
SEVERAL = re.compile(r"(?:the |[\w-]{1,30} )?[a-z-]{2,30}[^s\W]s(?: [A-Z&][\w’'-]{0,40}){1,5}$")  # "agents Orr Lund"
THEN_THAT = re.compile(r"[^,.;:\x00]{0,60}?\sthat\s")
CLAUSE_NEXT = re.compile(r"\s*(?:that|to|in|on|at|it|he|she|they|we|I)\b\s+(?!said)\w+ \w+")
CLOSES = re.compile(r"\s{0,4}(?:$|[.,;:]|[!?]\s{0,4}$)|\s{1,4}(?:in|on|at|who|during)\s")
NAMED_BEFORE = re.compile(r"(?<![\w-])(?:a|an|the|this|that|his|her|their|its|no|any)(?:\s+\w+)?$", re.I)
DIRECT_NEXT = re.compile(r"\s*(?:that(?![\w-])|:|,?\s*\x00|.{0,40}?\x00)")
OF_RELATIVE = re.compile(r",?\s(?:who|which|that)\s")
AND_BEFORE = re.compile(r"(?<![\w-])(?:and|but|then)$")
SAME_PAST = TRAITS["same_past"]
PLURAL_START = re.compile(r"(?i:two|three|four|five|six|several|many|some|th[eo]se|few|most|all|both|\d[\d,.]*)(?!\S)")
ENDS_IN_AND = re.compile(r"(?<![\w-])(?:and|or|but|then|also)$")
TAIL = re.compile(
    r"\s*(?:$|[.,;:!?()…\x00–—]|-\s|(?:who|whose|which|in|on|at|to|during|after|when|from|last|this|today|"
    r"tonight|yesterday|earlier|later|late|early|shortly|soon|just|again|online|afterwards?|hours?|minutes?|days?|weeks?|"
    r"months?|moments?|outside|inside|near|under|against|amid|despite|without|as|by|while|adding|"
    r"and|but|before|via|through|[A-Z][a-z]+day|of|about|over|following|citing|referring|speaking|with|for)(?![\w-]))"
)


def find_events(text: str, start: int, end: int, numbers: bool = False) -> list[Event]:
    """Every act of speaking in text[start:end] (one sentence; quoted stretches blanked with NUL characters).

    numbers: those that only tell a number as well ("spoke of 300").
    """
    words = words_of(text, start, end)
    events = [*find_formulas(text, start, end, words), *(find_tellings(text, start, end, words) if numbers else ())]
    taken = [event.cue for event in events]
    low, previous = start, None
    for match in () if words.isdisjoint(CUE_SIGNS) else CUE_RE.finditer(text, start, end):
        if CUES[match.group()] == "go on" and text.startswith(" to ", match.end()):
            continue  # "went on to say": the verb that tells is still to come
        if any(a <= match.start() < b for a, b in taken):
            continue
        event = _verb_event(text, low, end, match.start(), match.end()) or _second_verb(
            text, start, end, match, previous
        )
        if event:
            events.append(event)
        relative = OF_RELATIVE.match(text, event.speaker[1]) if event else None
        if relative and relative.end() == auxiliary_start(text, start, match.start()):
            previous = event  # "officials who asked not to be named said": the verb of the sentence is still to come
        elif event and event.order == "SV" and (event.complement or CUES[match.group()] == "say"):
            low, previous = match.end(), event
        elif event and event.order == "SV" and KINDS[CUES[match.group()]] in ("deny", "doubt"):
            previous = event  # "the guild rejected this and said …"
    return sorted(events, key=lambda event: event.cue)


def _verb_event(text: str, start: int, end: int, left: int, right: int) -> Event | None:
    form = text[left:right]
    lemma = CUES[form]
    begin = auxiliary_start(text, start, left)
    auxiliary = text[begin:left]
    participle_by = BY.match(text, right, end) if form != lemma and not form.endswith(("s", "ing")) else None
    if participle_by and lemma in SAID_BY and (lemma != "share" or SHOWN.search(text, max(start, left - 60), left)):
        named = phrase_right(text, participle_by.end() - 1, end, cut_at_verb=True)
        return _event(before_cue(text, named), (left, right), "by", True)
    if KINDS[lemma] == "ask" and text[start:begin].rstrip().endswith(",") and ASIDE.match(text, right, end):
        return None  # "the treasurer, asked about it, shrugged"
    if NEGATED.search(auxiliary) or INFINITIVE.search(auxiliary):
        return None
    if PASSIVE.search(auxiliary) and (form.endswith(("d", "n", "t")) or form == lemma):
        return None  # "was told"; "was brief"
    if text.startswith(" to ", right) and text.endswith(", ", start, left) and SAID_TO_BE.match(text, left):
        return None  # "the duke, said to own 40 castles"
    if form.endswith("ing"):
        return _participle(text, start, end, left, right, begin)
    if begin == left and (_before_noun(text, start, left, right) or behind_its_number(text, start, left, form, lemma)):
        return None
    inverted = _inverted(text, start, left, right, end, form)
    if inverted:
        return inverted
    who, head = subject_of(text, start, begin)
    if not who or ENDS_IN_AND.search(text, *who) or not _agrees(text, head, form, lemma, auxiliary, right):
        return None
    only = lemma in ("say", "confirm", "admit", "reveal") and " only" in text[begin : right + 6]  # "would say only"
    modal = MODAL.search(auxiliary) and not only and not (lemma in WILL_SAY and WILL.search(auxiliary))
    complement = has_complement(text, right, end, lemma)
    bound = lemma in PROMISES and TO_DO.match(text, right)  # "promised to" is the cue
    return _event(who, (left, right + 3 if bound else right), "SV", complement and not modal)


def _before_noun(text: str, start: int, left: int, right: int) -> bool:
    """Does the last word say that a noun follows? Only it is shown to the pattern, which would try every place."""
    before = text[max(start, left - 20) : left]
    named = BEFORE_NOUN.search(before, max(0, before.rstrip().rfind(" ")))
    told = "\x00" in text[right : right + 4] or CLEFT.search(text, max(start, left - 80), left)
    if named and named.group().strip() == "that" and (told or paper_left(text, start, left - 5)):
        return False  # "a notice that reads “…”", "a sign that says"
    if named is not None or text[left:right] in PARTICIPLES or of_a_counted_noun(text, start, left, right):
        return True
    return is_no_verb(text, start, left, right)


def _second_verb(text: str, start: int, end: int, match: re.Match, previous: Event | None) -> Event | None:
    """ "… accused them and warned that …": a second verb takes the subject of the first, else of the sentence."""
    left, right = match.span()
    form = match.group()
    begin = auxiliary_start(text, start, left)
    before = text[max(start, left - 24) : begin].rstrip()
    plural = form.endswith("s") and CUES[form] in TRAITS["noun"]  # "and claims"
    then = CLAUSES[CUES[form]] != "quote" and text.startswith("then ", begin, left) and before.endswith(",")
    if not (then or AND_BEFORE.search(before)) or form.endswith("ing") or plural:
        return None
    who = main_subject(text, start, left)
    if form == CUES[form] and (form in TRAITS["noun"] or not (who and _is_several(text[slice(*who)]))):
        return None
    if PASSIVE.search(text[begin:left]):  # "has changed and now is estimated at 300"
        return None
    complement = has_complement(text, right, end, CUES[form])
    who = previous.speaker if previous else who
    return _event(who, (left, right), "SV", complement) if complement else None


def _is_several(name: str) -> bool:
    return PLURAL_END.search(name[-12:]) is not None  # no more than its last word is looked at


def _event(who: Span | None, cue: Span, order: str, complement: bool) -> Event | None:
    return Event(who, cue, order, complement) if who and who[1] > who[0] else None


def _agrees(text: str, who: Span, form: str, lemma: str, auxiliary: str, right: int) -> bool:
    """Is the form a verb here, not a noun ("the CentCom claim sounded …")?"""
    head = text[who[0] : who[1]].split(",")[0]
    no_noun = lemma not in TRAITS["noun"] or not form.endswith("s") or PERSONAL.match(head)
    if auxiliary or form.endswith("ed") or (form != lemma and no_noun):
        return True
    plural = _is_several(head) or _is_several(OF_WHOM.split(head, maxsplit=1)[0])
    plural = plural or (lemma not in TRAITS["noun"] and (" & " in head or is_group(head) or SEVERAL.match(head)))
    if form == lemma and lemma not in SAME_PAST and not plural and " and " not in head:
        return False
    if lemma not in TRAITS["noun"]:
        return True
    # "the rebels claim to hold 40", "the letter warns of “…”"
    held = "\x00" in text[right : right + 6] or (lemma in PRETENSIONS and TO_DO.match(text, right))
    other = NOT_CLAUSE.match(text, right) and not held
    if is_told_of(text, right):  # "estimates put it at 40", "flight records obtained"
        return False
    if other or is_owned(head, form) or (HAS_VERB.match(text, right + 1) and not text.endswith("which ", 0, who[0])):
        return False  # "the ministry claim was", but "power which the mill claims is"
    singular = not plural or head[:1].isupper() or head.endswith((" team", " crew", " majority"))
    return form == lemma or (singular and not PLURAL_START.match(head))


def _participle(text: str, start: int, end: int, left: int, right: int, begin: int) -> Event | None:
    """ ", saying …" after a clause: its subject is the sentence's."""
    before = text[max(start, left - 30) : left].rstrip()
    if before.endswith("worth"):
        return None  # "it is worth noting that"
    absolute = WITH.search(text[max(start, left - 80) : left])
    if absolute and has_complement(text, right, end, CUES[text[left:right]]):
        return Event((left - len(absolute["who"]) - 1, left - 1), (left, right), "SV", True)
    if PROGRESSIVE.search(text[begin:left]):  # "is reporting 40 cases", but no "were crying"
        complement = has_complement(text, right, end, CUES[text[left:right]])
        told = complement or DIRECT_NEXT.match(text, right, min(end, right + 60))
        return _event(subject_left(text, start, begin), (left, right), "SV", complement) if told else None
    loose = not before.endswith((",", "\x00")) and not JOINED.search(before)
    paper = teller(text, start, left) if loose else None
    if paper and has_complement(text, right, end, CUES[text[left:right]]):  # "posts claiming that 40 left"
        return Event(paper, (left, right), "SV", True)
    if loose and (NAMED_BEFORE.search(before) or not DIRECT_NEXT.match(text, right, min(end, right + 60))):
        return None
    who = main_subject(text, start, left) or quoted_first(text, start, left) or (left, left)
    return Event(who, (left, right), "participle", has_complement(text, right, end, CUES[text[left:right]]))


def _inverted(text: str, start: int, left: int, right: int, end: int, form: str) -> Event | None:
    """ ", said Ana Lund" or "“…” said Ana Lund": the subject stands after the verb."""
    before = text[max(start, left - 3) : left].rstrip()
    if not before.endswith((",", "\x00", "–", "—", "-", "?", "!")):
        return None
    comma = before.endswith(",")
    paper = paper_inverted(text, right, end, CUES[form]) if comma else None
    never = CUES[form] in NEVER_INVERTED or (comma and CUES[form] not in INVERTED)
    if not paper and (never or CLAUSE_NEXT.match(text, right, end)):
        return None
    who = paper or phrase_right(text, right, end)
    if not who or text[right : who[0]].strip() or not (paper or TAIL.match(text, who[1], end)):
        return None
    if text[slice(*who)] != "one" and NO_SPEAKER.match(text[slice(*who)]):
        return None
    if comma and CUES[form] in TRAITS["addressed"] and THEN_THAT.match(text, who[1], end):
        return None  # "Ada Noll, head of the mill, warned staff in a memo that 40 would go"
    last = text[slice(*who)].rpartition(" ")[2].removesuffix("s")
    if not paper and not before.endswith("\x00") and COUNTED_THING.match(text, *who) and not is_person(last):
        return None  # "the police, who were many, reported two arrests"
    ends = paper or (CLOSES.match(text, who[1], end) and not TOLD.search(text, *who))
    return None if comma and not ends and subject_left(text, start, left) else Event(who, (left, right), "VS", False)
