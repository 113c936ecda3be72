"""The subject of a reporting verb: the noun phrase left of it."""

import re

from helpers.voice.classes import (
    AND,
    COMMA,
    CONJUNCTION,
    FULL_NAME,
    HAS_VERB,
    HEADLESS,
    IS,
    LAST_PRONOUN,
    LAST_START,
    LEAD,
    MAX_WORDS,
    MET,
    OFFICES,
    PAPERS,
    PEOPLE,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SECOND_START,
    STARTS,
    STARTS_WITH_PREPOSITION,
    VERB,
    WINDOW,
    Span,
    trim,
)
from helpers.voice.names import OF_TRADE, is_short, of_relative
from helpers.voice.papers import paper_left

# "papers seen by the Gull show", "an audit published last year found": the document, not what was done with it.
DONE_TO = (
    "seen|obtained|reviewed|read|passed|leaked|published|released|filed|shared|sent|shown|handed|passed|submitted|commissioned|"
    "compiled|prepared|presented|posted|circulated|unsealed|conducted|carried out|taken|signed|drafted|issued|polled|"
    "surveyed|analysed|analyzed|asked|interviewed|questioned|consulted|canvassed|contacted|quoted|cited|hired|appointed|employed|funded"
)
REDUCED_SIGNS = frozenset(DONE_TO.replace(" out", "").split("|"))
REDUCED = re.compile(
    r"(?<=[a-z])(?<!\bwho)(?<!\bwhich)(?<!\bthat)(?<!\bwas)(?<!\bwere)(?<!\bbeen)(?<!\bis)(?<!\bare),?"
    rf"\s(?:{DONE_TO})(?:\s(?:exclusively|first|jointly))?"
    r"\s(?:by|to|with|for|in|on|at|from|round|around|among|across|last|this|yesterday|today|earlier|during|after)(?:\s[\w’'.&-]+){0,7},?\s*$"
)
# "“…,” said harbour chief Ines Odell, who (puts it at 70)": whoever was just said to speak.
SAID_BEFORE = re.compile(
    r"(?:^|[\"”’,!?–—-])\s?(?:says?|said|adds?|added|asks?|asked|explain(?:s|ed)|recall(?:s|ed))\s(?=[\w’' .-]{2,80}$)"
)
ROLE_THEN_NAME = re.compile(
    rf",\s(?:his|her|its|their|our|my)\s(?:[a-z][\w-]{{1,30}}\s?){{1,4}},\s(?P<name>{FULL_NAME}),\s*$"
)
PRONOUNS_ALONE = frozenset(PRONOUN.split("|")) - {"who"}
BRACKET = re.compile(r"\s\([^()]{1,80}\)\s*$")
# "Noll — a former sailor — (says)".
DASHED = re.compile(
    r"(?<=[\w’'])(?:\s[–—-]{1,2}\s|—)(?!(?:and|but|so|yet|or|then)\s)[^–—\x00;.!?]{3,120}?(?:\s[–—-]{1,2}|—)\s?$"
)
HERE = re.compile(r"(?<=[a-z])\s(?:here|there|nearby|locally|abroad|alone|elsewhere)\s$")  # "shopkeepers here (say)"
CLEFT = re.compile(r"(?:^|[\s,;])[Ii]t (?:is|was) (?=(?:the|an?|[A-Z])[\s\w])")  # "it was the guild that (said)"


def subject_left(text: str, start: int, end: int) -> Span | None:
    """The subject that ends right before `end` (where a reporting verb or its auxiliary begins), not before `start`.

    >>> text = "On Monday, Ana Lund, a baker in Orr, "
    >>> s, e = subject_left(text, 0, len(text)); text[s:e]
    'Ana Lund, a baker in Orr'
    """
    start = max(start, end - WINDOW)
    piece = text[start:end]
    mark = piece.rfind("\x00") + 1
    start, piece = start + mark, piece[mark:]
    alone = piece.strip()
    if alone in PRONOUNS_ALONE:  # "“…,” he (said)"
        return start + piece.index(alone), start + piece.index(alone) + len(alone)
    relative = RELATIVE.search(piece)
    paper = paper_left(text, start, start + relative.start() + 1) if relative else None
    if paper:
        return paper  # "he spoke of a letter that (says)"
    if relative:
        said = SAID_BEFORE.search(piece, 0, relative.start())
        cleft = CLEFT.search(piece, 0, relative.start())
        before, first = start + relative.start(), start + ((said or cleft).end() if said or cleft else 0)
        return of_relative(text, start, before, _clause_subject(text, first, before))
    words = piece.split()
    reduced = None if REDUCED_SIGNS.isdisjoint(words) else REDUCED.search(piece)
    reduced = reduced or (MET.search(piece) if "I" in words or "we" in words else None)
    reduced = reduced or HERE.search(piece)
    reduced = reduced or (BRACKET.search(piece) if piece.rstrip().endswith(")") else None)
    reduced = reduced or (DASHED.search(piece) if piece.rstrip().endswith(("–", "—", "-")) else None)
    if reduced:
        return _clause_subject(text, start, start + reduced.start())
    if piece.rstrip().endswith(","):
        named = ROLE_THEN_NAME.search(piece)  # "When I asked, his spokesman, Bo Lund, (said)"
        if named:
            return start + named.start("name"), start + named.end("name")
        return _subject_before_apposition(text, start, end)
    return _clause_subject(text, start, end)


def _clause_subject(text: str, start: int, end: int) -> Span | None:
    """The noun phrase at the end of a clause without apposition."""
    piece = text[start:end].rstrip()
    joints = list(CONJUNCTION.finditer(piece))
    cut = joints[-1].end() if joints else 0
    if len(joints) > 1 and joints[-1].group() in ("as", "than") and WHO_DID.match(piece, joints[-2].start()):
        joints = joints[:-1]  # "a villager who gave his name as Osk"
    if joints and WHO_DID.match(piece, joints[-1].start()):  # "residents who fled the valley": the residents
        return _clause_subject(text, start, start + joints[-1].start())
    passed = joints and joints[-1].group() in ("that", "which") and WAS_DONE.match(piece, joints[-1].end())
    paper = paper_left(text, start, start + joints[-1].start()) if passed else None
    if paper:
        return paper  # "a video that has been seen by many (claims)"
    headless = joints and HEADLESS.match(joints[-1].group()) and not WITH_HEAD.search(piece, 0, joints[-1].start())
    closed = headless and COMMA.search(piece, cut)  # "asked how it began, she": a clause of its own follows
    if headless and not closed and not piece[: joints[-1].start()].rstrip().endswith((",", ";", "—", "–", "(")):
        return None
    cut = max(cut, _comma_cut(piece))
    for match in AND.finditer(piece, cut):
        comma = piece[: match.start()].rstrip().endswith(",")
        if HAS_VERB.search(piece, cut, match.start()) or (comma and FINITE_END.search(piece, cut, match.start())):
            cut = match.end()
    return _noun_phrase(text, start + cut, start + len(piece))


def _comma_cut(piece: str) -> int:
    """End of the last comma that is not inside a list of names ("Orr, Ide and Lund said") or a date."""
    commas = [match.end() for match in COMMA.finditer(piece)]
    cut = commas[-1] if commas else 0
    if cut and (LIST_ENDS.match(piece, cut) or TWO_ADJECTIVES.match(piece)):
        return 0
    return cut


# "activists, writers | and artists", "Lund, | and Orr", "5 May, | 2019": no clause begins behind the comma.
LIST_ENDS = re.compile(r"\s*(?:(?:and|Jr|Sr|\d{4})\b|[a-z-]+s and [a-z-]+s$)")
# "posters on which people say", "that is why I tell": the clause is no subject of what follows.
WITH_HEAD = re.compile(
    r"(?<![\w-])(?:in|on|at|to|from|with|for|by|under|of|through|during|into|after|"
    r"that is|that[’']s|this is|which is|was)\s$",
    re.I,
)

FIRST_PRONOUN = re.compile(r"(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t|[Ww]e)(?=\s(?!(?:all|both|themselves|who|and|or)(?![\w-])))")
# "; landlords say": one plural noun by itself.
PLURAL_ALONE = re.compile(
    r"(?!(?:always|perhaps|besides|thus|whereas|this|does|says|less|towards|sometimes)$)[a-z][a-z-]{3,}s"
)

BODIES = (
    r"(?:groups|unions|guilds|charities|associations|federations|leagues|agencies|authorities|banks|companies|insurers|"
    r"hospitals|councils|ministries|clubs|parties|networks|outlets|newspapers|papers|websites|embassies|courts|churches)"
)
# "but stadium staff told", "…, court records show": neither people nor papers need an article.
ALONE = re.compile(
    r"(?:(?!(?:[\w-]+ly|then|also|yet|even|so|it|was|were|had|has|not|his|her|their|its|that) )[a-z-]{3,}[’']? ){0,2}"
    rf"(?:{PEOPLE}|(?<= ){PAPERS}|{BODIES})|"
    r"(?:[a-z-]{3,}\s){0,2}(?:analysis|research|modelling|modeling|polling|evidence|testimony|footage|data|figures|records|"
    r"documents|estimates|papers)\s(?:by|from|at|of|for)\s[^,;:\x00]{2,80}|(?:[a-z-]{3,}\s)?(?:research|analysis|modelling)"
)


def _noun_phrase(text: str, start: int, end: int) -> Span | None:
    """The span without leading adverbs and times, if it begins and looks like a noun phrase."""
    lead = LEAD.match(text, start, end)
    start, end = trim(text, lead.end() if lead else start, end)
    piece = text[start:end]
    if not piece:
        return None
    pronoun = LAST_PRONOUN.search(piece)
    if pronoun:
        return start + pronoun.start(), end
    if STARTS_WITH_PREPOSITION.match(piece):
        inner = [
            match.start() for match in LAST_START.finditer(piece) if piece[match.start() - 1 : match.start()] == " "
        ]
        inner = [at for at in inner if not (piece[at].isupper() and re.search(r"[A-Z][\w.’'-]* $", piece[:at]))]
        if not inner:
            return None
        start, piece = start + inner[-1], piece[inner[-1] :]
    second = SECOND_START.search(piece)
    if second:
        start, piece = start + second.start(1), piece[second.start(1) :]
    alone = text[max(0, start - 2) : start].strip() in (",", ";", ":") and PLURAL_ALONE.fullmatch(piece)
    alone = alone or ALONE.fullmatch(piece)
    if not (alone or STARTS.match(piece)) or len(piece.split()) > MAX_WORDS or IS.search(piece):
        return None
    first = FIRST_PRONOUN.match(piece)  # "He never serves foam, (doubts …)"
    return start, start + first.end() if first else end


def _subject_before_apposition(text: str, start: int, end: int) -> Span | None:
    """ "Ana Lund, a baker," before a cue: the name with what follows it, if a name comes first."""
    piece = text[start:end].rstrip().rstrip(",")
    joints = [match for match in CONJUNCTION.finditer(piece) if not INSIDE_APPOSITION.match(match.group())]
    cut = joints[-1].end() if joints else 0
    bounds = [cut] + [cut + match.end() for match in COMMA.finditer(piece[cut:])]
    for number, left in enumerate(bounds[:-1]):
        right = bounds[number + 1] - 1
        head = None if IN_FRONT.match(piece, left) else _noun_phrase(text, start + left, start + right)
        if head and head[0] <= start + left + LEAD_ROOM and _no_object(text, start + left, head):
            rest = piece[right + 1 :]
            trade = OF_TRADE.match(rest.lstrip()) and not FINITE_END.search(piece, left, right)
            if (trade or APPOSITION.match(rest)) and not OBJECT_THEN_NAME.search(rest):
                return head[0], start + (len(piece) if is_short(rest) else right)
    if len(bounds) == 1:
        head = _noun_phrase(text, start + cut, start + len(piece))
        return head if head and not HAS_VERB.search(text, *head) and not FINITE_END.search(piece) else None
    return None


def _no_object(text: str, start: int, head: Span) -> bool:
    """Whether no verb stands in a phrase or before it: "the mill will lose its wheel, Ada Noll, a baker, (said)"."""
    done = HAS_VERB.search(text, start, head[1]) or FINITE_END.search(text, start, head[0])
    return not (done or DID.match(text, head[0]))


# "Osk, a baker, (lost 40 sheep, Ada Noll, a vet,) said": the verb of the baker has come, and another name.
OBJECT = r"(?:the|an?|his|her|its|their|some|about|two|three|four|\d|[A-Z])"
DID = re.compile(rf"[a-z]{{2,14}}ed\s{OBJECT}")
OBJECT_THEN_NAME = re.compile(
    rf",\s(?:(?:has|had|have)\s)?(?:{VERB}|[a-z]{{2,14}}ed)\s{OBJECT}[^;:]{{0,120}},\s{FULL_NAME},\s"
)
WHO_DID = re.compile(
    rf"who\s+(?:(?:has|have|had|was|were|is|are|also|once|first|now|still)\s+)*(?:{VERB}|\w+(?:ed|s)|(?!{PEOPLE})[a-z]{{3,}}"
    r"(?=\s(?:the|an?|his|her|their|its|in|on|at|near|for|with|by|from)\s))(?![\w-])[^,\x00]*$"
)
WAS_DONE = re.compile(r"\s(?:has|have|had|was|were|is|are)\s[^,;:\x00]{3,100}$")
INSIDE_APPOSITION = re.compile(r"(?:though|that|as|where|how|since|after|before|when|until|who|which|whom|whose|[()])$")
TWO_ADJECTIVES = re.compile(r"\s*(?i:an?|the|one|another|this|that|some|two|three)\s+[a-z-]+,\s+\w+-\w+\s")
FINITE_END = re.compile(r"\b(?:\w+ed|puts?)\b")
IN_FRONT = re.compile(rf"\s*(?:{PREPOSITION})\s+(?:an?|the|his|her|their|its)\s", re.I)
LEAD_ROOM = 60
APPOSITION = re.compile(
    r"\s*(?:(?:an?|another|the|who|whose|which|where|then|now|also|himself|herself|one of|his|her|their|its|of|in|"
    r"from|with|at|on|for|based|speaking|though|after|before|despite|like|under|by|citing|quoting|writing|referring|"
    rf"aged?|\d{{1,3}}|Jr|Sr|too|however|{OFFICES}|[a-z-]{{2,20}}(?:er|or|ist|an|ain|ent|ant|en) (?:of|at|for|in|from)|"
    r"meanwhile|when (?:asked|pressed|reached|contacted|questioned|approached)|whom|kept|held|made|built|led|written|"
    r"drawn|taken|found|seen|known|born|left|given|sold|bought|sent|set|put|run|hit|torn|[A-Z][\w.’'-]*|\w+ly|\w+ing|\w+ed)(?![\w-]))"
)
