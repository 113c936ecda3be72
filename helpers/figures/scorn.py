"""Words that scorn a number or a claim: "the silly figure of 40", "the mayor called that sum irresponsible"."""

import re

from helpers.figures.reach import CLAIM_WORDS

# "the silly figure of 9,000": what the words right before a number think of it, whoever tells it.
SCORNED = re.compile(
    r"(?<![\w-])(?:silly|absurd|ridiculous|ludicrous|preposterous|laughable|fantasy|fantastical|fanciful|inflated|overblown|"
    r"exaggerated|implausible|improbable|incredible|outlandish|dubious|doubtful|bogus|fictitious|imaginary|phantom|"
    r"invented|fabricated|baseless|unfounded|made-up|fake|false|supposed|purported|"
    r"(?P<denied>disproved|discredited|debunked)) "
    r"(?:[\w-]+ )?(?:claim|figure|number|total|toll|count|tally|estimate|sum|story|stories|tale|talk|rumou?r|boast|"
    r"report)s? (?:of|that) (?:[\w-]+ ){0,2}$",
    re.I,
)
# Judgements on whether a number can be relied on; "shocking" and "unacceptable" judge what it counts.
SCORN = (
    r"irresponsible|unsupported|unjustified|unscientific|unreliable|unrealistic|unserious|unsound|inflated|exaggerated|"
    r"overblown|overstated|laughable|ludicrous|ridiculous|absurd|preposterous|outlandish|fanciful|fantastical|bogus|"
    r"misleading|dishonest|deceptive|disingenuous|inaccurate|speculative|alarmist|scaremongering|fearmongering|"
    r"guesswork|propaganda|hype|spin|nonsense|rubbish|fantasy|wild|reckless|cynical|sloppy|flawed|bizarre|"
    r"implausible|improbable|questionable|dubious|doubtful|far-fetched|unfounded|groundless|baseless|"
    r"a (?:joke|guess|farce|stunt)"
)
CALLING = r"(?:calls?|called|brands?|branded|labell?ed|termed|deemed|describes? as|described as|dismissed as)"
IT = (
    r"(?:this|that|it|them|both|(?:(?:the|this|that|those|these|such|his|her|its|their) |"
    rf"(?:the )?(?:[\w-]+ )?[\w-]+(?:[’']s|(?<=s)[’']) )(?:[\w-]+ )?(?:{CLAIM_WORDS}))"
)
# "called that sum irresponsible"; "a number that the judge has called 'laughable'".
CALLED_SO = (
    rf"(?:{CALLING} {IT}(?: as)?|(?:calling|describing) {IT}(?: as)?|"
    rf"(?:describes|described|dismissed|dismisses) {IT} as|"
    rf"(?:{CLAIM_WORDS}),? (?:that |which )?(?:[\w’'-]+ ){{1,6}}?{CALLING})"
    rf" [\"“'‘]?(?:[a-z]+ly |simply |quite |an? )?(?:{SCORN})"
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
NEAR = 90  # characters before a number in which it may be scorned


def scorned(text: str, start: int, number: int) -> str:
    """Denied or doubted if the number stands right behind a word of scorn: 'the silly figure of 40', else ''."""
    before = text[max(start, number - NEAR) : number]
    found = SCORNED.search(before) if " of " in before or " that " in before else None
    return "" if not found else "denied" if found["denied"] else "doubted"


def gainsaid(text: str, start: int, number: int) -> str:
    """Denied or doubted if whoever tells a number gainsays it: "nowhere near 640", else ''.

    >>> gainsaid("It was nowhere near 40.", 0, 20), gainsaid("I don't believe 40 left.", 0, 16)
    ('denied', 'doubted')
    """
    before = text[max(start, number - NEAR) : number]
    if FAR_FROM.search(before):
        return "denied"
    return "doubted" if DISBELIEVED.search(before) and not ENOUGH.match(text, number) else ""


def hearsay(text: str, start: int, number: int) -> bool:
    """Whether the number stands in a rumour that nobody vouches for.

    >>> hearsay("A rumour has it that 40 left.", 0, 21), hearsay("It is true that 40 left.", 0, 16)
    (True, False)
    """
    before = text[max(start, number - NEAR) : number]
    return (" that " in before or " how " in before) and HEARSAY.search(before) is not None
