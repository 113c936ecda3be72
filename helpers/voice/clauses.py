"""Where a clause of reported speech ends that another clause follows: "After X said 40 had left, the mill closed"."""

import re

from helpers.voice.classes import HAS_VERB
from helpers.voice.cues import CUE_RE, CUES, KINDS
from helpers.voice.listeners import listened_until

SPANS = r"(?:moments?|seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|shortly|soon|long|immediately)"
# What opens a clause that hangs on the one after it, up to its subject.
OPENED = re.compile(
    rf"[\s\"“”’']{{0,3}}(?:(?:But|And|Yet|So),?\s)?(?:(?:[\w-]+\s){{0,3}}?{SPANS}\s)?"
    r"(?:(?:even|just|only|ever)\s)?"
    r"(?:as|after|before|when|while|although|though|because|since|once|until|whereas)\s(?:[a-z]+ly\s)?",
    re.I,
)
LONGEST_OPENING = 60
RELATIVES = (", which ", ", who ", ", whom ")
# The main clause begins with its subject: no "and", no relative clause, no verb alone.
SUBJECT_NEXT = re.compile(
    r"\s(?!(?:and|or|but|nor|who|which|whose|whom|where|that|including|such|with|not|then|too|as|for|if|when|while|"
    r"after|because|[a-z]+ing|is|was|are|were|has|have|had|said|told|will|would|could)(?![\w-]))"
)
NAMED_SUBJECT = re.compile(r"(?<=,)\s(?:[A-Z][\w’'-]*|he|she|they|it|we)\s[a-z]")
BROKEN = re.compile(r"\s(?:[—–]|-{1,2})\sbut\s(?!(?:that|said|says)\s)")
SHARE = re.compile(r"\d\s?(?:%|per ?cent)")  # "After a poll showed Holm at 15 percent, he left"
PAST = re.compile(r"\w{2}ed\b")
# "(said) during a 40-minute meeting that": when and where it was said is not what was said.
SAID_DURING = re.compile(
    r"(?:\s[a-z]+ly)?\s(?:during|after|in|at|before|throughout|over)\s(?:an?|the|his|her|its|their)\s"
    r"[^,.;:\x00“”\"]{1,70}?(?=\s(?:that|whether|how)\s)"
)
SHOWN_DURING = re.compile(
    r"(?:\s[a-z]+ly)?\s(?:during|in|at|throughout|over|since|for|with)\s[^,.;:\x00“”\"]{1,80}(?=,\s)"
)
# "…, officials said on Friday (, two of them by boat)", "…, the agency told families in a letter (, …)".
WHEN_SAID = re.compile(
    r"(?:\s(?:(?:late|early|later|earlier|on|in|at|during|after|before|via|through|following|last|this)"
    r"\s[^,;:.\x00]{2,80}|yesterday|today|tonight|[A-Z][a-z]{2,5}day(?:\s[a-z][^,;:.\x00]{1,80})?)){1,2},\s"
)
WHO_HEARD = re.compile(r"(?:\s(?!(?:that|of|how|he|she|they|it)\s)[\w’'-]{1,30}){1,4}?(?=\s)")
# "according to a study by Orr, (which asked 40 of them)", "an audit (the firm fought for 40 months)": of the source.
OF_SOURCE = re.compile(
    r"(?:(?P<comma>,)?\s(?:which|who|whose|whom|that)|(?<=[a-z])\s(?:the|an?|its|his|her|they|he|she|it))\s"
    r"[^,;:\x00]{2,160}"
)


def beside_source(text: str, start: int, end: int, cue: int, source: int) -> tuple[int, int]:
    """What a sentence text[start:end] tells "according to" somebody, without a relative clause about him.

    cue: where "according to" begins; source: where the name behind it ends.

    >>> text = "Most are late, according to a poll that asked 40."
    >>> beside_source(text, 0, len(text), 15, 34)
    (0, 34)
    """
    about = OF_SOURCE.match(text, source, end)
    cues = (CUES[told.group()] for told in CUE_RE.finditer(about.group())) if about else ()
    tells = any(KINDS[lemma] != "ask" and lemma != "question" for lemma in cues)
    if not about or tells:  # "the ministry, which counted 40"
        return start, end
    if HAS_VERB.search(text, start, cue) or len(text[start:cue].split()) > 2:
        return start, source
    return (about.end() if about["comma"] else start), end


def hangs(text: str, start: int, subject: int) -> bool:
    """Whether a conjunction opens the sentence right before the subject of a verb of telling: "Days after (X said)".

    start: where the sentence begins; subject: where the speaker's name does.

    >>> hangs("Days after Holm said so, 40 left.", 0, 11), hangs("It fell after Holm said so, and 40 left.", 0, 14)
    (True, False)
    """
    if text.endswith(RELATIVES, start, subject):  # "the plan, which (critics said would cost jobs), …"
        return True
    return subject - start <= LONGEST_OPENING and OPENED.fullmatch(text, start, subject) is not None


def clause_told(text: str, cue: int, end: int) -> int:
    """Where what is told in such a clause ends: the comma behind it that a main clause follows, `end` if none does.

    cue: where the verb of telling ends.

    >>> text = "Days after Holm said the mine was safe, 40 men left."
    >>> text[20 : clause_told(text, 20, len(text))]
    ' the mine was safe'
    """
    comma = text.find(",", cue, end)
    while comma >= 0:
        told = HAS_VERB.search(text, cue, comma) or SHARE.search(text, cue, comma)
        if told and SUBJECT_NEXT.match(text, comma + 1, end):
            return comma if _is_clause(text, comma, end) else end
        comma = text.find(",", comma + 1, end)
    return end


def _is_clause(text: str, comma: int, end: int) -> bool:
    """Whether a subject or a verb follows the comma."""
    return any(sign.search(text, comma, end) for sign in (NAMED_SUBJECT, HAS_VERB, PAST))


def broken_off(text: str, cue: int, end: int) -> int:
    """Where a dash and "but" break off what is told: "X said she hoped so — but the judge gave him two years"."""
    broken = BROKEN.search(text, cue, end) if " but " in text[cue:end] else None
    return broken.start() if broken else end


def told_from(text: str, cue: int, end: int, hanging: bool, addressed: bool = False) -> int:
    """Where what is told begins: behind who hears it, when and where ("during a talk"), else at the cue.

    hanging: the telling hangs on another clause; addressed: a listener may follow the verb.
    """
    heard = listened_until(text, cue, end, addressed)
    if heard is not None:
        return heard
    during = SAID_DURING.match(text, cue, end) or (SHOWN_DURING.match(text, cue, end) if hanging else None)
    return during.end() if during and not HAS_VERB.search(text, cue, during.end()) else cue


def interrupts(text: str, start: int, subject: int, cue: int, end: int, addressed: bool) -> bool:
    """Whether a verb of telling stands in the midst of what is told: "40 left, Noll said on Friday, two by boat".

    start: where the sentence begins; subject: where the speaker's name does; cue: where the verb ends; addressed: a
    listener may follow it.

    >>> text = "The crew left, Noll said on Friday, two by boat."
    >>> interrupts(text, 0, 15, 24, len(text), False), interrupts(text, 15, 15, 24, len(text), False)
    (True, False)
    """
    if not HAS_VERB.search(text, start, subject) and not PAST.search(text, start, subject):
        return False
    heard = WHO_HEARD.match(text, cue, end) if addressed else None
    when = WHEN_SAID.match(text, heard.end() if heard else cue, end) or WHEN_SAID.match(text, cue, end)
    return when is not None and not HAS_VERB.search(text, cue, when.end())
