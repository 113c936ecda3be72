"""Words that scorn a number or a claim: "the silly figure of 40", "the mayor called that sum irresponsible"."""

import re

from helpers.figures.context import Context
from helpers.figures.reach import CLAIM_NOUNS, CLAIM_WORDS

# "the silly figure of 9,000": what the words right before a number think of it, whoever tells it.
SCORNED = re.compile(
    r"(?<![\w-])(?:silly|absurd|ridiculous|ludicrous|preposterous|laughable|fantasy|fantastical|fanciful|inflated|"
    r"overblown|"
    r"exaggerated|implausible|improbable|incredible|outlandish|dubious|doubtful|feeble|bogus|fictitious|imaginary|"
    r"phantom|"
    r"invented|fabricated|baseless|unfounded|made-up|fake|false|supposed|purported|"
    r"(?P<denied>disproved|discredited|debunked)) "
    r"(?:[\w-]+ )?(?:claim|figure|number|total|toll|count|tally|estimate|sum|story|stories|tale|talk|rumou?r|boast|"
    r"report|excuse|line|argument|theory|notion|idea|explanation|answer|version)s? (?:of|(?:is |was )?that) "
    r"(?:[\w-]+ ){0,3}$",
    re.I,
)
# Judgements on whether a number can be relied on; "shocking" and "unacceptable" judge what it counts.
SCORN = (
    r"irresponsible|unsupported|unjustified|unscientific|unreliable|unrealistic|over-?optimistic|"
    r"hopelessly optimistic|wildly optimistic|unserious|unsound|inflated|exaggerated|"
    r"overblown|overstated|laughable|ludicrous|ridiculous|absurd|preposterous|outlandish|fanciful|fantastical|bogus|"
    r"misleading|dishonest|deceptive|disingenuous|inaccurate|speculative|alarmist|scaremongering|fearmongering|"
    r"guesswork|propaganda|hype|spin|nonsense|rubbish|fantasy|wild|reckless|cynical|sloppy|flawed|bizarre|"
    r"implausible|improbable|questionable|dubious|doubtful|far-fetched|unfounded|groundless|baseless|"
    r"a (?:joke|guess|farce|stunt|myth|fantasy|fairy tale|tall tale|(?:wild |gross )?exaggeration)|pure fantasy|"
    r"(?:wide of|off) the mark|way off|without (?:any )?(?:foundation|basis|merit|substance)"
)
# What lists those who are counted, or tells how they were.
PAPERS = r"lists?|documents?|memos?|dossiers?|registers?|logs?|analys[ie]s|audits?|assessments?|models?|ledgers?"
CALLING = (
    r"(?:calls?|called|brands?|branded|labell?ed|termed|deemed|regard(?:s|ed)?|view(?:s|ed)|describes? as|"
    r"described as|dismissed as)"
)
IT = (
    r"(?:this|that|it|them|both|(?:(?:the|this|that|those|these|such|his|her|its|their) |"
    rf"(?:the )?(?:[\w-]+ )?[\w-]+(?:[’']s|(?<=s)[’']) )(?:[\w-]+ )?(?:{CLAIM_WORDS}|{CLAIM_NOUNS}|{PAPERS}))"
)
# "called that sum irresponsible"; "a number that the judge has called 'laughable'".
CALLED_SO = (
    rf"(?:{CALLING} {IT}(?: as)?|(?:calling|describing) {IT}(?: as)?|"
    rf"(?:describes|described|dismissed|dismisses) {IT} as|"
    rf"(?:{CLAIM_WORDS}),? (?:that |which )?(?:[\w’'-]+ ){{1,6}}?{CALLING})"
    rf" [\"“'‘]?(?:[a-z]+ly |simply |quite |an? )?(?:{SCORN})"
)
BE = (
    r"(?:, [^,;:.\n]{2,50},)?(?:[’']s| had been| must be|[’']re| is| are| was| were| seems?| looks?|"
    r" sounds?| ha(?:s|ve) been)"
)
THE_CLAIM = (
    r"(?:(?:the|this|that|these|those|such|its|their|his|her) |"
    rf"(?:the )?(?:[\w-]+ )?[\w-]+(?:[’']s|(?<=s)[’']) )(?:[\w-]+ )?(?:{CLAIM_NOUNS})"
)
# "that estimate is irresponsible", "it has no basis", "the numbers do not add up", "they made that figure up".
UNTRUE = re.compile(
    rf"(?<![\w-])(?:{THE_CLAIM}{BE} (?:[a-z]+ly |quite |nothing but |(?:no|little) more than |far )?[\"“'‘]?"
    rf"(?:(?:an? )?(?:{SCORN}|exercise in \w+|plucked|conjured|dreamt|dreamed|made up|cooked up|invented|wildly out))|"
    r"(?:the|this|that|these|those|its|their|his|her|[\w-]+(?:[’']s|(?<=s)[’'])) (?:[\w-]+ )?(?:estimates?|counts?|"
    r"tally|"
    rf"tallies|claims?|tolls?|forecasts?|projections?){BE} (?:far |much |way )?too (?:high|low)|"
    rf"(?:{THE_CLAIM}|this|that|it|they|and) (?:has|have|had) no (?:basis|foundation|merit|truth|substance)|"
    rf"(?:{THE_CLAIM}|this|that|it){BE} (?:(?:wholly|entirely|completely|utterly|totally) )?[\"“'‘]?(?:way off|"
    rf"miles off|"
    r"(?:wide of|off) the mark|without (?:any )?(?:foundation|basis|merit|substance)|nowhere near (?:the truth|right|"
    r"that)|"
    r"far from the truth|an? (?:wild|gross|absurd|shameless|huge|clear) (?:exaggeration|overestimate|overstatement)|"
    r"an? (?:exaggeration|overestimate|overstatement)|plucked (?:from|out of) (?:the|thin) air)|"
    rf"(?:{THE_CLAIM}|this|that|it|they) (?:do|does|did)(?: not|n[’']t) (?:stand up|hold (?:water|up)|bear (?:scrutiny|"
    r"examination)|survive|match|square with|tally with)|"
    rf"(?:made|making|cooked|dreamt|dreamed|conjured) (?:(?:it|this|that|them|{THE_CLAIM}) up|"
    rf"up {THE_CLAIM}))(?![\w-])",
    re.I,
)
# One of these stands in every match of UNTRUE: asked before the pattern, which costs more.
UNTRUE_STEMS = (
    *("irrespons", "unsupp", "unjust", "unscien", "unreli", "unreal", "unser", "unsound", "inflat", "exagg", "overbl"),
    *("overst", "overest", "laugh", "ludicr", "ridic", "absurd", "prepost", "outland", "fanci", "fanta", "bogus"),
    *("mislead", "dishon", "decept", "dising", "inaccur", "specul", "alarmis", "mongering", "guess", "propag", "hype"),
    *("spin", "nonsense", "rubbish", "wild", "reckl", "cynic", "sloppy", "flawed", "bizarre", "implaus", "improb"),
    *("question", "dubious", "doubt", "far-fetch", "unfound", "ground", "basel", "joke", "farce", "stunt", "myth"),
    *(" tale", " off", " mark", "foundation", "basis", "merit", "substance", "exercise", "plucked", "conjur", "dream"),
    *("made", "making", "cook", "invented", "too high", "too low", "truth", "nowhere", "stand up", "hold ", "bear "),
    *("survive", "match", "square", "tally with"),
)
# "a rumour has it that 40 …", "a story doing the rounds that 40 …": the text tells it without vouching for it.
HEARSAY = re.compile(
    r"(?<![\w-])(?:rumou?rs?|stor(?:y|ies)|tales?|gossip|whispers?|hearsay|talk|legend)(?: [\w’'-]+){0,6}? "
    r"(?:that|how) (?:[\w-]+ ){0,3}$",
    re.I,
)
# "I don't believe that 40 …"; "could not believe" is surprise and stays out.
DISBELIEVED = re.compile(
    r"(?<![\w-])(?:do|does|did)(?: not|n[’']t) (?:really |honestly |quite )?(?:believe|accept|buy) "
    r"(?:for a (?:moment|minute) )?"
    r"(?:that (?:(?:the|all|about|only|as|many|more|than|over|nearly|almost|there|are|were) ){0,4})?$",
    re.I,
)
# "It was nothing like 8,000 litres"; "nothing like the 40 boats" compares things.
FAR_FROM = re.compile(
    r"(?<![\w-])(?:nothing like|nowhere (?:near|close to)|(?:not|n[’']t) (?:anywhere near|even close to)) "
    r"(?:as (?:many|much|high) as )?$",
    re.I,
)
ENOUGH = re.compile(r"[^.;:]{0,60}?(?<![\w-])(?:enough|sufficient|too (?:many|much|few|little))(?![\w-])", re.I)
# "Rumours that the mill would sack (200 …) were denied by its boss": the claim is the subject, its verdict follows.
CLAIM_SUBJECT = re.compile(
    r"(?<![\w-])(?:rumou?rs?|reports?|claims?|suggestions?|allegations?|accusations?|speculation)"
    r"(?: (?:by|from|in|on|among) (?:[\w’'-]+ ){0,3}?[\w’'-]+)? (?P<how>that|of) (?:[^\s.,;:]+ ){0,12}$",
    re.I,
)
WAS_DENIED = re.compile(
    r"(?:[^.,;:—–]|[.,](?=\d)){1,120}?(?<! and)(?<! or)(?<! who)(?<! which)(?<! that) "
    r"(?P<be>was|were|(?:has|have|had) been) (?:[a-z]+ly |later |soon )?"
    r"(?:(?P<denied>denied|rejected|dismissed|refuted|rebutted|contradicted|disproved|debunked)|"
    r"disputed|questioned|doubted|challenged|contested)"
    r"(?= (?:by|as|on|in|last|yesterday)(?![\w-])|[.,;]|\s*$)",
    re.I,
)
NEAR = 90  # characters before a number in which it may be scorned
CLAIM_REACH = 200  # characters before and after a number in which the claim that tells it may be turned down
FINITE = ("VBD", "VBZ", "VBP", "MD")
# "…, if the leaked log is to be believed".
IF_BELIEVED = re.compile(r"(?<![\w-])if (?P<who>(?:[\w’'-]+ ){1,6}?)(?:is|are) to be believed(?![\w-])", re.I)


def scorned(text: str, start: int, number: int) -> str:
    """Denied or doubted if the number stands right behind a word of scorn: 'the silly figure of 40', else ''."""
    before = text[max(start, number - NEAR) : number]
    found = SCORNED.search(before) if " of " in before or " that " in before else None
    return "" if not found else "denied" if found["denied"] else "doubted"


def believed_if(context: Context, low: int, high: int, claimant: str) -> bool:
    """Whether text[low:high] tells what a claimant says on condition: "if the guild is to be believed"."""
    asked = context.text.find(" to be believed", low, high) >= 0
    found = context.search(IF_BELIEVED, low, high) if asked else None
    return found is not None and found["who"].strip().lower().endswith(claimant.lower().split()[-1])


def gainsaid(text: str, start: int, number: int) -> str:
    """Denied or doubted if whoever tells a number gainsays it: "nowhere near 640", else ''.

    >>> gainsaid("It was nowhere near 40.", 0, 20), gainsaid("I don't believe 40 left.", 0, 16)
    ('denied', 'doubted')
    """
    before = text[max(start, number - NEAR) : number]
    if FAR_FROM.search(before):
        return "denied"
    return "doubted" if DISBELIEVED.search(before) and not ENOUGH.match(text, number) else ""


def denied_later(context: Context, bounds: tuple[int, int], number: int) -> str:
    """Denied or doubted if a number stands in the subject of that verdict: "Reports of 40 were denied", else ''.

    bounds: of the sentence. A claim told by "that" needs a verb of its own before that verdict, or those counted were
    turned down: "reports that 40 rowers were rejected by the army".
    """
    (low, high), text = bounds, context.text
    if not any(text.find(be, number, high) >= 0 for be in (" was ", " were ", " been ")):
        return ""
    claim = CLAIM_SUBJECT.search(text, max(low, number - CLAIM_REACH), number)
    found = WAS_DENIED.match(text, number, min(high, number + CLAIM_REACH)) if claim else None
    if not claim or not found:
        return ""
    if claim["how"].lower() == "that":
        words = context.words(context.sentence_number(number))
        if not any(word.tag in FINITE for word in words if claim.end("how") < word.start < found.start("be")):
            return ""
    return "denied" if found["denied"] else "doubted"


def hearsay(text: str, start: int, number: int) -> bool:
    """Whether the number stands in a rumour that nobody vouches for.

    >>> hearsay("A rumour has it that 40 left.", 0, 21), hearsay("It is true that 40 left.", 0, 16)
    (True, False)
    """
    before = text[max(start, number - NEAR) : number]
    return (" that " in before or " how " in before) and HEARSAY.search(before) is not None
