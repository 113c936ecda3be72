"""What turns a claim down: "denied this", "laughed that sum off", "that estimate is irresponsible"."""

import re

from helpers.figures.context import Context
from helpers.figures.reach import CLAIM_NOUNS, CLAIM_WORDS, OBJECT

DENIES = (
    r"den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|refut(?:e[sd]?|ing)|rebut(?:s|ted|ting)?|"
    r"contradict(?:s|ed|ing)?|repudiat(?:e[sd]?|ing)|disavow(?:s|ed|ing)?|disown(?:s|ed|ing)?|"
    r"debunk(?:s|ed|ing)?|discredit(?:s|ed|ing)?"
)
DOUBTS = (
    r"doubt(?:s|ed|ing)?|disput(?:e[sd]?|ing)|question(?:s|ed|ing)?|challeng(?:e[sd]?|ing)|contest(?:s|ed|ing)?|"
    r"cast(?:s|ing)? (?:\w+ )?doubts? (?:on|over|upon)|"
    r"(?:do|does|did)(?: not|n[’']t) (?:believe|trust|accept|credit|buy|recogni[sz]e)|"
    r"(?:is|are|was|were|[’'](?:m|re))(?: not|n[’']t) (?:buying|having)|(?:would|will|wo)(?: not|n[’']t) hear of|"
    r"(?:scoff|sneer|laugh|jeer)(?:s|ed|ing)? at|(?:pour(?:s|ed|ing)?|heap(?:s|ed|ing)?) (?:scorn|cold water) "
    r"(?:on|over)|mock(?:s|ed|ing)?|derid(?:e[sd]?|ing)|ridicul(?:e[sd]?|ing)|rubbish(?:es|ed|ing)|"
    r"pooh-pooh(?:s|ed|ing)?|(?:laugh|brush|wav|swat|bat)(?:t?e[sd]|s|t?ing)? (?:off|aside|away)|"
    r"(?:takes?|took|taking) issue with|(?:quarrel|quibble|disagree)(?:l?e?[sd]|l?ing)? with|"
    r"(?:pok(?:e[sd]?|ing)|pick(?:s|ed|ing)?) holes in|"
    r"(?<!not )(?<!n[’']t )(?<!never )(?:sceptical|skeptical|dubious|doubtful|suspicious|unconvinced|unpersuaded|"
    r"incredulous) (?:of|about|by|at)|(?:ha(?:s|ve|d)|having|voiced|expressed) (?:\w+ )?doubts (?:about|over)"
)
# "has not been able to verify", "there is no way to check", with what could not be checked behind it.
CANNOT = r"(?:can(?:not| not|[’']t)|could(?: not|n[’']t))"
CHECKED = r"(?:verified|confirmed|corroborated|substantiated|checked|authenticated|proven)"
UNABLE = (
    rf"(?:{CANNOT}|(?:unable|impossible|failed) to|no (?:way|means) (?:to|of)|"
    r"(?:not|\w+n[’']t)(?: been| yet| immediately| so far| currently){0,2} (?:able|possible|in a position) to) "
    r"(?:independently |immediately |fully |yet ){0,2}(?:verify|confirm|corroborate|substantiate|check|authenticate|"
    r"verifying|confirming|checking)|"
    r"ha(?:s|ve|d)(?: not|n[’']t) (?:independently |yet |so far ){0,2}(?:verified|corroborated|substantiated|checked)"
)
UNCHECKED = (
    rf"(?:{CLAIM_NOUNS}|this|that|it|none of (?:this|it|these|them)) (?:"
    r"ha(?:s|ve|d)(?: not|n[’']t| never)(?: yet| so far)? been|ha(?:s|ve|d) yet to be|"
    rf"{CANNOT} (?:immediately )?be|(?:is|are|was|were|remains?)(?: still| yet| as yet)? (?:to be|un(?={CHECKED}))) ?"
    rf"(?:independently |officially |fully )?{CHECKED}|"
    r"no independent (?:confirmation|verification)(?: of (?:this|that|it|the \w+))?(?=[.,;])"
)
# "laughed that off", "brushes the figure aside": the object stands inside.
SPLIT = (
    r"(?:laugh|brush|wav|swat|bat)(?:t?e[sd]|s|t?ing)? (?:this|that|it|them|these|those|"
    rf"(?:the|this|that|these|those|such|his|her|its|their) (?:\w+ )?(?:{CLAIM_NOUNS})) (?:off|aside|away)"
)
# Who made a claim takes it back; "withdrew it" may be an offer, so the claim must be named.
RETRACTS = (
    r"retract(?:s|ed|ing)?|withdr(?:aws?|ew|awn|awing)|recant(?:s|ed|ing)?|"
    r"(?:back(?:s|ed|ing)? (?:away|down) from|(?:backtrack|backpedal|back-pedal)(?:s|l?ed|l?ing)? on|"
    r"row(?:s|ed|ing)? back (?:on|from)|walk(?:s|ed|ing)? back|(?:takes?|took|taken|taking) back)"
)
NAMED_CLAIM = (
    r"(?:the|this|that|these|those|such an?|any|his|her|its|their|(?:the )?[\w-]+(?:[’']s|(?<=s)[’'])) "
    rf"(?:[\w-]+ ){{0,2}}?(?:{CLAIM_NOUNS})(?! (?:of|that|for|to|against) )(?![\w-])"
)
WITHDRAWN = (
    rf"(?:{CLAIM_NOUNS}) (?:ha(?:s|ve|d) (?:since |later |now |already )?been|(?:was|were) (?:later|since|soon|then|"
    r"subsequently|quickly|quietly|promptly)) (?:quietly |officially |formally )?"
    r"(?:withdrawn|retracted|corrected|recanted|disowned|disavowed)"
)
DENIED = re.compile(
    rf"(?<![\w-])(?:(?:{DENIES})\s+{OBJECT}|(?:{RETRACTS})\s+{NAMED_CLAIM}|{WITHDRAWN}(?![\w-]))", re.I
)
DOUBTED = re.compile(rf"(?<![\w-])(?:(?:{DOUBTS}|{UNABLE})\s+{OBJECT}|(?:{SPLIT}|{UNCHECKED})(?![\w-]))", re.I)
# "did not dispute that", "nobody at the mill denies it", "declined to deny this".
TAKEN_BACK = re.compile(
    r"(?<![\w-])(?:(?:not|never|cannot|without|refus(?:es|ed|ing) to|declin(?:es|ed|ing) to)\s+(?:\w+ly\s+|even\s+)?|"
    r"\w+n[’']t\s+(?:\w+ly\s+|even\s+)?|(?:nobody|no one|no-one|none)\s+(?:[\w’'-]+\s+){0,4})$",
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
NEGATION = 60  # characters before a verb in which it may be negated


def turning(context: Context, start: int, end: int) -> tuple[str, int]:
    """(denied or doubted if somebody turns the claim down between start and end, where); ("", end) if nobody does."""
    for pattern, stance in ((DENIED, "denied"), (DOUBTED, "doubted"), (UNTRUE, "doubted")):
        found = context.search(pattern, start, end)
        if found and not TAKEN_BACK.search(context.text[max(start, found.start() - NEGATION) : found.start()]):
            return stance, found.start()
    return "", end


def turned_down(context: Context, start: int, end: int) -> str:
    """Denied or doubted if somebody turns the claim down between start and end: 'the mayor denied this', else ''."""
    return turning(context, start, end)[0]
