"""Noun phrases beside a reporting verb, found from closed word classes and capitals, without a tagger."""

import re

Span = tuple[int, int]

PRONOUN = r"he|she|they|it|we|I|you|who|He|She|They|It|We|You|one|One|none|everyone|someone|nobody|everybody|somebody|others|Others"
DETERMINER = (
    r"the|a|an|this|that|these|those|his|her|their|its|our|my|your|some|many|several|most|both|another|other|one|two|three|four|"
    r"five|six|seven|eight|nine|ten|few|any|all|each|every|no|dozens|hundreds|thousands"
)
PREPOSITION = (
    r"in|on|at|by|for|from|with|of|to|into|over|under|about|against|among|amid|between|through|near|inside|outside|within|without|"
    r"behind|across|around|during|after|before|since|until|via|per|despite|towards?|upon"
)
AUXILIARY = (
    r"is|was|are|were|be|been|being|am|has|have|had|do|does|did|would|can|could|might|must|shall|should|will|may|"
    r"isn[’']t|wasn[’']t|aren[’']t|weren[’']t|hasn[’']t|haven[’']t|hadn[’']t|won[’']t|wouldn[’']t|can[’']t|couldn[’']t|don[’']t|doesn[’']t|didn[’']t"
)
# Past and present forms that are hardly ever nouns or adjectives, to see where a noun phrase ends and its verb begins.
VERB = (
    AUXILIARY + r"|left|took|came|went|got|made|gave|saw|found|fell|rose|fled|held|kept|led|lost|met|paid|ran|sat|sent|spoke|stood|told|"
    r"thought|won|wore|wrote|began|became|brought|built|bought|caught|chose|drew|drove|ate|flew|fought|forgot|grew|heard|knew|lay|lit|"
    r"rode|sang|sank|sold|shook|shot|slept|stole|struck|swam|taught|threw|woke|want|wants|goes|comes|takes|makes|gives|seems?|seemed|"
    r"appears?|looks|remains|says?|said|used|tried|asked|wanted|needed|moved|killed|forced|turned|started|stopped|refused|joined|walked|"
    r"issued|launched|attacked|captured|agreed|decided|opened|arrived|died|lived|worked|played|followed|continued|announced|reported|"
    r"claimed|called|declined|showed|warned|added|defended|criticized|criticised|praised|told|tells|urged|insisted|acknowledged|denied"
)
TIME = (
    r"(?:(?:early|late|mid|last|this|next|the|that|same|earlier|previous|following|past)[ -]){0,3}"
    r"(?:\d{1,2}(?:st|nd|rd|th)? )?(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan\.|Feb\.|Aug\.|Sept?\.|Oct\.|Nov\.|Dec\.|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)?(?:day|morning|afternoon|evening|night|week|weekend|"
    r"month|year|time|\d{4}|\d{1,2}(?:st|nd|rd|th)?)?s?(?:,? \d{4})?(?: (?:morning|afternoon|evening|night))?"
)
LEAD = re.compile(
    r"\s*(?:(?:Meanwhile|Still|However|Yesterday|Today|Tonight|Earlier|Later|Then|Now|Also|Again|Recently|Previously|Afterwards?|Finally|"
    r"Instead|Similarly|Likewise|Moreover|Indeed|Even|Once|Here|There|Last|But|And|Or|So|Yet|Nor|For example|In fact|In turn|"
    r"meanwhile|however|yesterday|today|later|then|now|also|and|but|or|yet|so|even|nor|only|just|for example|in turn|that|[A-Z][a-z]{2,12}ly)"
    rf",?\s+|(?:[Ii]n|[Oo]n|[Aa]t|[Ss]ince|[Bb]y|[Ee]arlier|[Ll]ater|[Ll]ate|[Ee]arly|[Ll]ast|[Tt]his) {TIME},?(?:\s+|$)){{0,4}}"
)
CONJUNCTION = re.compile(
    r"(?<![\w-])(?:that|but|while|whilst|when|because|although|though|if|whether|as|where|what|why|how|than|so|after|before|since|until|"
    r"once|unless|even as|yet|whereas|just as|which|who|whom|whose|[Ww]hat|[Hh]ow|[Ww]hy|[Ww]here|[Ww]hen|[Ww]hile|[Aa]s|[Ii]f|[Ss]ince|"
    r"[Aa]lthough|[Bb]ecause|[Aa]fter|[Bb]efore|[Tt]hough|[Ww]hether)(?![\w-])|[;:…]|\s[–—-]{1,2}\s|—|[()\[\]]"
)
AND = re.compile(r"(?<![\w-])(?:and|or|nor)(?![\w-])")
IS = re.compile(rf"(?<![\w’'-])(?:{AUXILIARY})(?![\w-])")
COMMA = re.compile(r",(?!\d)")
HEADLESS = re.compile(r"[Ww]hat|[Hh]ow|[Ww]hy|which$|whom$")
RELATIVE = re.compile(r",?\s*(?:who|which|that)\s*$")
HAS_VERB = re.compile(rf"(?<![\w’'-])(?:{VERB})(?![\w-])")
WORD = re.compile(r"[^\s,;:()\[\]“”\"«»\x00]+")
STARTS = re.compile(
    rf"(?:{PRONOUN})(?![\w-])|(?:{DETERMINER})(?![\w-])|[A-Z0-9À-Þ@#]|al-[A-Z]|(?!(?:{PREPOSITION}|{VERB})\s)(?:[a-z-]{{3,}} ){{1,4}}[A-Z][a-z]|"
    r"(?:former|senior|top|local|military|state|police|security|"
    r"government|regime|opposition|rebel|army|intelligence|health|hospital|human|medical|industry|market|company|officials?|sources?|witnesses|"
    r"residents|locals|activists|analysts|experts|critics|supporters|opponents|observers|reports?|media|documents|spokes\w+|authorities|"
    r"defectors|doctors|lawyers|prosecutors|investigators|police|people|researchers|scientists|economists|editors|friends|neighbou?rs|"
    r"relatives|survivors|fans|voters|workers|figures|campaigners|organi[sz]ers|diplomats|insiders|aides|leaders|lawmakers|politicians|"
    r"ministers|members|president|prime|minister|foreign|defen[cs]e|interior|chief|deputy|co-\w+|ex-\w+|vice|professor|author|spokes\w*)(?![\w-])"
)
# A determiner in the middle that no preposition or "and" leads in begins another phrase ("a figure | the army denies").
SECOND_START = re.compile(
    rf"(?<![\w-])(?!(?:{PREPOSITION}|and|or|than|all|both|half|least|most|more|{DETERMINER})\s)[\w’'.-]+\s+((?:the|a|an|his|her|their|its)\s)"
)
LAST_PRONOUN = re.compile(rf"(?<![\w’'-])(?:{PRONOUN})\s*$")
LAST_START = re.compile(
    rf"(?<![\w’'-])(?<!of )(?<!in )(?<!for )(?<!at )(?<!by )(?<!from )(?<!on )(?<!with )(?<!to )"
    rf"(?:(?:{DETERMINER})\s+[\w’'-]|[A-Z])"
)
STARTS_WITH_PREPOSITION = re.compile(rf"(?:{PREPOSITION})(?![\w-])", re.I)
NO_SPEAKER = re.compile(
    r"(?:I|[Ww]e)(?![\w-])|(?:it|It|there|There|this|This|that|That|which|what|What|these|These|those|you|You|one|One|none|I|we|We|who|whoever|anyone|no one|No one|"
    r"nobody|Nobody|[Ll]et|[Hh]ow|[Ww]hy|[Ww]hat)(?:[’'][a-z]+)?$"
)
MAX_WORDS = 16
WINDOW = 260  # characters looked at on either side of a cue, so a long sentence full of cues stays linear


def trim(text: str, start: int, end: int) -> Span:
    """Shrink a span to what is neither white space nor loose punctuation."""
    while start < end and text[start] in " \t\u00a0,;:–—-…\x00\"“”":
        start += 1
    while end > start and text[end - 1] in " \t\u00a0,;:–—-…\x00\"“”":
        end -= 1
    return start, end


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
    relative = RELATIVE.search(piece)
    if relative:
        return _clause_subject(text, start, start + relative.start())
    if piece.rstrip().endswith(","):
        return _subject_before_apposition(text, start, end)
    return _clause_subject(text, start, end)


def _clause_subject(text: str, start: int, end: int) -> Span | None:
    """The noun phrase at the end of a clause without apposition."""
    piece = text[start:end].rstrip()
    joints = list(CONJUNCTION.finditer(piece))
    cut = joints[-1].end() if joints else 0
    if joints and HEADLESS.match(joints[-1].group()) and not piece[: joints[-1].start()].rstrip().endswith(","):
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
    if cut and re.match(r"\s*(?:and|Jr|Sr|\d{4})\b", piece[cut:]):
        return 0
    return cut


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
        inner = [match.start() for match in LAST_START.finditer(piece) if piece[match.start() - 1 : match.start()] == " "]
        inner = [at for at in inner if not (piece[at].isupper() and re.search(r"[A-Z][\w.’'-]* $", piece[:at]))]
        if not inner:
            return None
        start, piece = start + inner[-1], piece[inner[-1] :]
    second = SECOND_START.search(piece)
    if second:
        start, piece = start + second.start(1), piece[second.start(1) :]
    if not STARTS.match(piece) or len(piece.split()) > MAX_WORDS or IS.search(piece):
        return None
    return start, end


def _subject_before_apposition(text: str, start: int, end: int) -> Span | None:
    """"Ana Lund, a baker," before a cue: the name with what follows it, if a name comes first."""
    piece = text[start:end].rstrip().rstrip(",")
    joints = [match for match in CONJUNCTION.finditer(piece) if match.group() not in INSIDE_APPOSITION]
    cut = joints[-1].end() if joints else 0
    bounds = [cut] + [cut + match.end() for match in COMMA.finditer(piece[cut:])]
    for number, left in enumerate(bounds[:-1]):
        right = bounds[number + 1] - 1
        head = None if IN_FRONT.match(piece, left) else _noun_phrase(text, start + left, start + right)
        if head and head[0] <= start + left + LEAD_ROOM and not HAS_VERB.search(text, head[0], head[1]):
            rest = piece[right + 1 :]
            if APPOSITION.match(rest):
                return head[0], start + (len(piece) if is_short(rest) else right)
    if len(bounds) == 1:
        head = _noun_phrase(text, start + cut, start + len(piece))
        return head if head and not HAS_VERB.search(text, *head) and not FINITE_END.search(piece) else None
    return None


INSIDE_APPOSITION = frozenset("that as where how since after before when until who which whom whose (".split()) | {")"}
FINITE_END = re.compile(r"\b\w+ed\b")
IN_FRONT = re.compile(rf"\s*(?:{PREPOSITION})\s+(?:an?|the|his|her|their|its)\s", re.I)
LEAD_ROOM = 60
APPOSITION = re.compile(
    r"\s*(?:(?:an?|the|who|whose|which|where|then|now|also|himself|herself|one of|his|her|their|its|of|in|from|with|at|on|for|based|speaking|"
    r"citing|quoting|writing|referring|aged?|\d{1,3}|Jr|Sr|chief|head|chair\w*|president|director|professor|leader|editor|author|founder|"
    r"secretary|minister|member|former|senior|deputy|vice|chief|spokes\w+|co-\w+|ex-\w+|executive|general|owner|governor|mayor|too|however|"
    r"meanwhile|[A-Z][\w.’'-]*|\w+ly|\w+ing|\w+ed)(?![\w-]))"
)


def is_short(rest: str) -> bool:
    """Is an apposition short enough, and no clause, to be told with the name?"""
    return len(rest.split()) <= 12 and not HAS_VERB.search(rest) and re.match(r"\s*(?:an?|the|[a-z-]+(?: \w+)? (?:of|at|for|in)|[A-Z]|chief|head|\w+ \w+$)", rest) is not None and not re.match(r"\s*(?:in|on|at|from|speaking|citing|with|however|meanwhile|too|also|\w+ing) ?", rest)


STOP_RIGHT = re.compile(
    r"[;:!?()\[\]“”\"«»\x00\n…]|\.(?=\s|$)|\s[–—-]{1,2}\s|—|,|"
    r"(?<![\w-])(?:who|whom|which|that|when|while|whilst|after|before|because|although|though|as|if|since|but|during|following|where|"
    r"speaking|referring|citing|quoting|adding|saying|noting|via|amid|despite|told|said|"
    r"in (?:an?|his|her|their|its|\d{4}|early|late|response|reference|testimony|remarks|comments|court|[A-Z][a-z]+ \d{4})|"
    r"on (?:[A-Z][a-z]+day|[A-Z][a-z]+\.? \d|Twitter|Facebook|Instagram|Telegram|social|air|television|camera|\d)|"
    r"at (?:an?|his|her|their|the (?:time|press|news|rally|event|conference|meeting))|to (?:the )?(?:reporters|journalists|media|press)|"
    r"by (?:phone|telephone|e-?mail)|last (?:week|month|year|night|[A-Z]\w+day)|this (?:week|month|year|morning)|(?:to|yester)day|earlier|"
    r"[A-Z][a-z]{2,5}day|later|recently)(?![\w-])"
)
ABBREVIATED = re.compile(r"(?:(?<![\w.])(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|Maj|Capt|Sgt|Adm|Rev|St|Jr|Sr|No|Inc|Corp|Co)|\.[A-Z])$")
PLURAL_THEN_NAME = re.compile(r"(?:^|\s)[a-z]+s(?=\s+[A-Z])")
RIGHT_START = re.compile(
    rf"\s*(?!(?:{PREPOSITION})\s)(?:{STARTS.pattern}|[a-z]+(?:s|ia|men|women|people)(?![\w-])|(?:[a-z-]+ ){{1,4}}[A-Z])"
)


def phrase_right(text: str, start: int, end: int, *, cut_at_verb: bool = False) -> Span | None:
    """The noun phrase that begins right at `start` (after "according to", or after an inverted "said").

    cut_at_verb: end the phrase where a verb or another phrase begins (else a verb makes it no phrase).

    >>> text = "according to Ana Lund, a baker in Orr, on Monday."
    >>> s, e = phrase_right(text, 12, len(text)); text[s:e]
    'Ana Lund, a baker in Orr'
    """
    end = min(end, start + WINDOW)
    if not RIGHT_START.match(text, start, end):
        return None
    stop = _stop_right(text, start, end)
    second = SECOND_START.search(text, start, stop) or SECOND_NUMBER.search(text, start, stop)
    if second and cut_at_verb:
        stop = second.start(1)
    verb = HAS_VERB.search(text, start, stop)
    if verb and not cut_at_verb:
        return None
    stop = verb.start() if verb else stop
    plural = PLURAL_THEN_NAME.search(text, start, stop)
    if plural and plural.end() < stop:
        stop = plural.end()
    left, right = trim(text, start, stop)
    if left >= right or right - left > 160:
        return None
    return left, _with_apposition(text, right, end)


def _stop_right(text: str, start: int, end: int) -> int:
    for match in STOP_RIGHT.finditer(text, start, end):
        if match.group() == "." and ABBREVIATED.search(text, max(start, match.start() - 6), match.start()):
            continue
        if match.start() > start + 1:
            return match.start()
    return end


FINITE = re.compile(r"\w{2}ed\b(?! (?:by|in|at|to|for|with))")
PHRASE_THE = re.compile(r",\s+the ")
SECOND_NUMBER = re.compile(rf"(?<![\w-])(?!(?:{PREPOSITION}|and|or|than|the|all|most|more|about|some)\s)[A-Za-z’'.-]+\s+(\d)")


RIGHT_APPOSITION = re.compile(
    r",\s+(?:(?:an?|the|one of|head|chief|chair\w*|president|director|professor|leader|editor|author|founder|secretary|minister|member|"
    r"former|senior|deputy|vice|spokes\w+|co-\w+|ex-\w+|executive|owner|governor|mayor|general|Chief|Head|President|Director|Minister)"
    r"(?![\w-])[^,.;:!?()“”\"\x00\n]{2,90})(?=,\s|[.;:!?\n]|$)"
)


MAIN_SUBJECT = re.compile(
    rf"(?:(?i:{DETERMINER})\s+(?:[\w’'.-]+,?\s+){{0,7}}?(?=(?:{VERB}|\w+ed)(?![\w-]))|(?:{PRONOUN})(?![\w-])|"
    rf"[A-Z][\w-]*(?:\s+[a-z-]+){{1,3}}?(?:\s+[A-Z][\w’'.-]*){{1,3}}(?=\s+(?:{VERB}|\w+ed)(?![\w-]))|"
    rf"[A-Z][a-z]+s(?:\s+[a-z]+)?\s+(?:of|in|from|at|near)\s+(?:the\s+)?[\w’'-]+(?=\s+(?:{VERB}|\w+ed)(?![\w-]))|"
    rf"(?:[A-Z][\w’'.-]*|al-\w+)(?:\s+(?:(?:of|the|de|van|von|bin|al|for|and)\s+)?(?:[A-Z][\w’'.-]*|al-\w+)){{0,7}}|"
    rf"[A-Z]\w+s(?=\s))",
)


BARE_DETERMINER = re.compile(rf"(?:(?i:{DETERMINER})|[A-Z]\w+ing)\s*$")


def main_subject(text: str, start: int, end: int) -> Span | None:
    """The noun phrase a sentence opens with, adverbs and times skipped.

    >>> text = "On Monday the mayor defended the plan, saying"
    >>> s, e = main_subject(text, 0, len(text)); text[s:e]
    'the mayor'
    """
    lead = LEAD.match(text, start, end)
    at = lead.end() if lead and lead.end() < end else start
    match = MAIN_SUBJECT.match(text, at, end)
    if not match or BARE_DETERMINER.match(match.group()) or STARTS_WITH_PREPOSITION.match(text, at) or CONJUNCTION.match(text, at, end):
        return None
    return trim(text, *match.span())


def _with_apposition(text: str, right: int, end: int) -> int:
    match = RIGHT_APPOSITION.match(text, right, end)
    if match and not HAS_VERB.search(match.group()) and not FINITE.search(match.group()):
        stop = _stop_right(text, match.start() + 2, match.end())
        return trim(text, right, stop)[1] if stop == match.end() or not PHRASE_THE.match(match.group()) else right
    return right
