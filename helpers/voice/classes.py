"""Closed word classes that tell where a noun phrase begins and ends, without a tagger."""

import re

Span = tuple[int, int]

CAPITAL = r"[A-ZÀ-Þ][\w’'-]{1,40}+"
FULL_NAME = rf"{CAPITAL}(?: {CAPITAL}){{1,3}}"
NAMES = rf"{CAPITAL}(?: {CAPITAL}){{0,3}}"
MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
# Capital words that begin a sentence or a date, not a name.
NAMELESS = re.compile(rf"(?:{MONTH}|\w+day|In|At|On|But|And|For|It|There|This|That|These|Those|Here|He|She|They)\b")

NUMBER = (
    r"(?:\d|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|scores|hundreds?|thousands?|millions?)"
    r"(?![\w-]))"
)
# Words that may stand between a verb and the number it tells: "at least", "not fewer than".
NEARLY = (
    r"(?:(?:a|about|almost|anything|around|as|at|barely|between|closer|fewer|hardly|just|least|less|little|many|maybe|more|"
    r"most|nearer|nearly|no|not|only|over|perhaps|roughly|some|somewhere|than|to|under|up|well)\s){0,4}[$£€]?"
)
BE = r"(?:is|was|are|were|am|been|being|remains?|remained|sounds?|sounded|feels?|felt|seems?|seemed)"

PRONOUN = (
    r"he|she|they|it|we|I|you|who|He|She|They|It|We|You|one|One|none|everyone|someone|nobody|everybody|"
    r"somebody|others|Others"
)
DETERMINER = (
    r"the|a|an|this|that|these|those|his|her|their|its|our|my|your|some|many|several|most|both|another|other|one|two|"
    r"three|four|five|six|seven|eight|nine|ten|few|any|all|each|every|no|dozens|hundreds|thousands"
)
PREPOSITION = (
    r"in|on|at|by|for|from|with|of|to|into|over|under|about|against|among|amid|between|through|near|inside|outside|"
    r"within|without|behind|across|around|along|alongside|beside|beyond|aboard|beneath|opposite|throughout|during|"
    r"after|before|since|until|via|per|despite|towards?|upon"
)
AUXILIARY = (
    r"is|was|are|were|be|been|being|am|has|have|had|do|does|did|would|can|could|might|must|shall|should|will|may|"
    r"isn[’']t|wasn[’']t|aren[’']t|weren[’']t|hasn[’']t|haven[’']t|hadn[’']t|won[’']t|wouldn[’']t|can[’']t|"
    r"couldn[’']t|don[’']t|doesn[’']t|didn[’']t"
)
# Past and present forms that are hardly ever nouns or adjectives, to see where a noun phrase ends and its verb begins.
VERB = (
    AUXILIARY + r"|left|took|came|went|got|made|gave|saw|found|fell|rose|fled|held|kept|led|lost|met|paid|ran|"
    r"sat|sent|spoke|stood|told|thought|won|wore|wrote|began|became|brought|built|bought|caught|chose|drew|drove|ate|"
    r"flew|fought|forgot|grew|heard|knew|lay|lit|rode|sang|sank|sold|shook|shot|slept|stole|struck|swam|taught|threw|"
    r"woke|want|wants|goes|comes|takes|makes|gives|seems?|seemed|appears?|looks|remains|says?|said|used|tried|asked|"
    r"wanted|needed|moved|killed|forced|turned|started|stopped|refused|joined|walked|issued|launched|attacked|captured|"
    r"withdrew|hid|hung|sought|swore|tore|rang|clung|crept|dug|fed|froze|spent|swept|swung|overtook|undertook|upheld|"
    r"agreed|decided|opened|arrived|died|lived|worked|played|followed|continued|announced|reported|claimed|called|"
    r"declined|showed|warned|added|defended|criticized|criticised|praised|told|tells|urged|insisted|acknowledged|denied"
)
TIME = (
    r"(?:(?:early|late|mid|last|this|next|the|that|same|earlier|previous|following|past)[ -]){0,3}(?:\d{1,2}(?:st|"
    rf"nd|rd|th)? )?(?:{MONTH}|Jan\.|Feb\.|Aug\.|Sept?\.|Oct\.|Nov\.|Dec\.|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)?(?:day|"
    r"morning|afternoon|evening|night|week|weekend|month|year|time|spring|summer|autumn|winter|\d{4}|\d{1,2}(?:st|nd|rd|"
    r"th)?)?s?(?:,? \d{4})?(?: (?:morning|afternoon|evening|night))?"
)
# "10.15 (A detective says)", "9.40am: ": what an entry of a live report begins with.
CLOCK = r"(?:\d{1,2}[.:]\d\d(?:\s?[ap]\.?m\.?)?(?:\s(?:GMT|BST|CET|CEST|EST|EDT|UTC))?:?\s+(?:[–—-]{1,2}\s)?(?=[A-Z]))?"
LEAD = re.compile(
    rf"\s*{CLOCK}"
    r"(?:(?:Meanwhile|Still|However|Yesterday|Today|Tonight|Earlier|Later|Then|Now|Also|Again|Recently|Previously|"
    r"Afterwards?|Finally|Instead|Similarly|Likewise|Moreover|Indeed|Even|Once|Here|There|But|And|Or|So|Yet|Nor|"
    r"Last(?!\s(?:[A-Z]|night|week|month|year|spring|summer|autumn|winter))|"
    r"For example|In fact|In turn|meanwhile|however|yesterday|today|later|then|now|also|and|but|or|yet|so|even|nor|"
    r"only|just|for example|in turn|that|[A-Z][a-z]{2,12}ly),?\s+|"
    r"(?:(?:[A-Z][a-z-]{1,9}|[Aa](?: few)?|\d{1,3})\s)?(?i:moments?|minutes?|hours?|days?|weeks?|months?|years?|"
    r"decades?)\s(?:later|earlier|ago|before|afterwards?),\s+|(?:[Ii]n|[Oo]n|[Aa]t|[Ss]ince|[Bb]y|[Ee]arlier|"
    rf"[Ll]ater|[Ll]ate|[Ee]arly|[Ll]ast|[Tt]his) {TIME},?(?:\s+|$)){{0,4}}"
)
CONJUNCTION = re.compile(
    r"(?<![\w-])(?:that(?! (?:day|night|morning|afternoon|evening|week|weekend|month|year|time|hour|summer|"
    r"winter)(?![\w-]))|"
    r"but|while|whilst|when|because|although|though|if|whether|as|where|what|why|how|than|so|after|"
    r"before|since|until|once|unless|even as|yet|whereas|just as|which|who|whom|whose|[Ww]hat|[Hh]ow|[Ww]hy|[Ww]here|"
    r"[Ww]hen|[Ww]hile|[Aa]s|[Ii]f|[Ss]ince|[Aa]lthough|[Bb]ecause|[Aa]fter|[Bb]efore|[Tt]hough|[Ww]hether)(?![\w-])|"
    r"[;…]|:(?!\d\d)|\s[–—-]{1,2}\s|—|[()\[\]]"
)
AND = re.compile(r"(?<![\w-])(?:and|or|nor)(?![\w-])")
IS = re.compile(rf"(?<![\w’'-])(?:{AUXILIARY})(?![\w-])")
COMMA = re.compile(r",(?!\d)")
HEADLESS = re.compile(r"[Ww]hat|[Hh]ow|[Ww]hy|which$|whom$")
RELATIVE = re.compile(r",?\s*(?:who|which|that)\s*$")
HAS_VERB = re.compile(rf"(?<![\w’'-])(?:{VERB})(?![\w-])")
# Several persons or papers that need no article: "but stadium staff told", "…, court records show".
PEOPLE = (
    r"(?:(?!offers)[a-z-]{2,}(?:ents|ers|ors|ists|ysts|ees|ants|ians|ials|tives|women|smen)|men|staff|crews?|people|police|"
    r"experts|critics|locals|sources|witnesses|authorities|media|aides|friends|fans|figures)"
)
PAPERS = (
    r"(?:records|documents|papers|files|filings|figures|statistics|data|logs|minutes|accounts|registers|ledgers|polls|"
    r"surveys|studies|estimates|projections|returns|bulletins|readings|e?-?mails|letters|memos|transcripts|sources|"
    r"reports|images)"
)
# What an office begins with: "chief of police", "former mayor", "spokesman for".
OFFICES = (
    r"(?:head|chief|chair\w*|president|director|professor|leader|editor|author|founder|secretary|minister|member|former|"
    r"senior|deputy|vice|spokes\w+|co-\w+|ex-\w+|executive|owner|governor|mayor|general|prime|foreign|defen[cs]e|interior)"
)
STARTS = re.compile(
    rf"(?:{PRONOUN})(?![\w-])|(?:{DETERMINER})(?![\w-])|[A-Z0-9À-Þ@#]|al-[A-Z]|(?!(?:{PREPOSITION}|{VERB})\s)"
    rf"(?:[a-z-]{{3,}} ){{1,4}}[A-Z][a-z]|(?:{PEOPLE}|{PAPERS}|{OFFICES}|top|local|military|state|security|government|"
    r"regime|opposition|rebel|army|intelligence|health|hospital|human|medical|industry|market|company)(?![\w-])"
)
# A determiner in the middle that no preposition or "and" leads in begins another phrase ("a figure | the army denies").
SECOND_START = re.compile(
    rf"(?<![\w-])(?!(?:{PREPOSITION}|and|or|than|all|both|half|least|most|more|"
    rf"{DETERMINER})\s)[\w’'.-]+\s+((?:the|a|an|his|her|their|its)\s)"
)
LAST_PRONOUN = re.compile(rf"(?<![\w’'-])(?:{PRONOUN})\s*$")
LAST_START = re.compile(
    rf"(?<![\w’'-])(?<!of )(?<!in )(?<!for )(?<!at )(?<!by )(?<!from )(?<!on )(?<!with )(?<!to )"
    rf"(?:(?:{DETERMINER})\s+[\w’'-]|[A-Z])"
)
STARTS_WITH_PREPOSITION = re.compile(rf"(?:{PREPOSITION})(?![\w-])", re.I)
# "mechanics I spoke to", "a mechanic whom we asked": whom the author met.
MET = re.compile(
    r",?\s(?:who\s|whom\s|that\s)?(?:I|we)\s(?:have\s|had\s|later\s)?(?:sp[eo]ken? (?:to|with)|talked (?:to|with)|met|"
    r"asked|interviewed|reached|questioned|consulted|visited|rang|called)\s*$"
)
NO_SPEAKER = re.compile(
    r"(?:I|[Ww]e|Not)(?![\w-])|(?:it|It|there|There|this|This|that|That|which|what|What|these|These|those|you|You|one|One|"
    r"none|I|we|We|who|[Ww]hoever|[Aa]ny(?:one|body)|[Nn]either(?: [a-z]+)?|[Nn]o one|[Nn]obody|"
    r"[Ll]et|[Hh]ow|[Ww]hy|[Ww]hat)(?:[’'][a-z]+)?$"
)
PERSONAL = re.compile(r"(?:he|she|they|it)$", re.I)
BARE = re.compile(r"(?:the|a|an|his|her|their|its|and|some)$", re.I)
# What a stop behind it does not end a sentence: "Mr", "U.S".
ABBREVIATED = re.compile(
    r"(?:(?<![\w.])(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|Maj|Capt|Sgt|Adm|Rev|St|Jr|Sr|No|vs|Inc|Corp|Co|"
    r"Coun|Cllr|Ald|Supt|Const|Insp|Det|Cpl|Cmdr|Brig|Amb|Pres|Hon|Fr|Msgr)|"
    r"\.[A-Z])$"
)
# Whoever may own a count or a view: a body or a name.
PERSON = (
    r"(?:(?:[Tt]he|[Aa]n?|[Ss]ome|[Ii]ts|[Tt]heir)(?:\s(?:of\s(?:the\s)?)?(?!(?:the|an?|its|his|her|to|in|on|if|when)"
    r"\s)[\w.-]+){1,4}?|(?!(?:[A-Z][a-z]+ing|On|In|At|By|Of|From|After|Before|With|For|To|But|And|If|When|While|As)\s)"
    r"[A-ZÀ-Þ][\w.-]*(?:\s(?:of\s(?:the\s)?)?[A-ZÀ-Þ][\w.-]*){0,4})"
)
# "the bank's unit('s)", "villagers(')", "spokesman Orr Lund('s)".
OWNING = (
    rf"(?:{PERSON}|(?:the|The)\s(?:[\w’'.-]+\s){{1,4}}?[\w.-]+|(?:[a-z-]{{3,20}}\s){{0,2}}[a-z-]{{3,20}}s(?=[’']\s)|"
    r"(?:[a-z-]{3,20}\s){1,2}[A-Z][\w.-]*(?:\s[A-Z][\w.-]*){0,2})"
)
MAX_WORDS = 16
WINDOW = 260  # characters looked at on either side of a cue, so a long sentence full of cues stays linear


def trim(text: str, start: int, end: int) -> Span:
    """Shrink a span to what is neither white space nor loose punctuation."""
    while start < end and text[start] in ' \t\u00a0,;:–—-…\x00"“”':
        start += 1
    while end > start and text[end - 1] in ' \t\u00a0,;:–—-…\x00"“”':
        end -= 1
    return start, end
