"""Whether what follows a reporting verb reads like what was said."""

import re

from helpers.voice.classes import HAS_VERB, NUMBER, VERB
from helpers.voice.cues import CLAUSES, TRAITS
from helpers.voice.nouns import alternatives

NOT_CLAUSE = re.compile(
    r"\s*(?:for\b|to\b(?! (?:have|be)\b)|of\b|from\b|by (?!(?:tele)?phone|e-?mail|letter|text)|against|responsibility|"
    r"victory|credit|hello|goodbye|nothing|"
    r"in an? (?:[\w-]+ ){0,2}(?:statement|letter|report|note|speech|memo|e-?mail|post) of |"
    r"so\b|yes|no\b(?! (?!(?:to|and|but|because|when|thanks?|again|twice)\b)[a-z])|(?:\w+ ){1,4}guilty\b)\W*"
)
NO_CLAUSE = (".", "!", "?", " himself ", " herself ", " itself ")  # "declared himself mayor"
# "confirmed the post and hired 40": what the second verb tells is not what was confirmed.
NOUN_AND_VERB = re.compile(
    rf"\s(?:(?:the|an?|his|her|its|their)\s(?:(?!and\s)[\w’'-]+\s){{1,5}}?|[a-z-]{{2,30}}s\s)and\s(?:then\s|also\s)?(?:{VERB}|"
    rf"[a-z]{{2,14}}ed|fed|dug|"
    r"hung|put|hit|cut|set|shut|bound|bred|rang|drank|swore|tore|hid|spent|lent|bent)\s"
)
HOLD_NOUNS = frozenset(
    ("confirm", "note", "tell", "announce", "report", "reveal", "acknowledge", "admit",
      "recognize", "disclose", "concede", "promise")
)  # fmt: skip
IN_BETWEEN = (  # "says that, since May, 40 left"
    r"(?:in|on|at|since|by|after|before|for|during|despite|if|when|while|although|because|with|as|under|of|"
    r"to date|so far|"
    r"contrary|unlike|according|until|from|over|[a-z]+ly)"
)
PRONOUN_OBJECT = re.compile(rf"\s+(?:this|that(?!,\s{IN_BETWEEN}[\s,])|it|them|these|those|"
    r"both)\s*[,.;:!?)]")  # "denied this, saying …"
LEADING = re.compile(
    rf"[ ,]*(?:(?:(?:the|a|an|any|all|this|these|such|his|her|its|their)\s+(?:\w+\s+)?)?(?:{alternatives('speech')}|"
    r"news)(?=\s+that)|(?:on|in|at|to|during|late|early|last|this|today|yesterday|earlier|later|after|via|through|by|"
    r"from|again|\w+day|over|before)(?![\w-])[^,.;:\x00“”\"]{0,80}?)?,?\s*(?<![\w-])(?:that|whether|how|why|what|if|"
    r"where|when)(?![\w-])"
)
# "said in a letter that draws on maps": what a relative clause tells of the letter is not said in it.
OF_PAPER = re.compile(rf"(?<![\w-])(?:{alternatives('paper', 'study', 'record')})\sthat$")
DRAWS = re.compile(
    rf"\s(?:(?:{VERB})\s|[a-z]{{2,14}}(?:s|ed)\s(?:to|the|an?|in|on|for|by|from|its|their|[$£€]?\d|up|out)(?![\w-]))"
)
SECOND_THAT = re.compile(r"[^,.;:\x00]{0,80}\sthat\s")
RELATIVE_CLAUSE = re.compile(r",\s(?:which|who|whose|whom|where)\s[^,;\x00]*(?:,|$)")
QUOTE_NEXT = re.compile(r"[^.!?;\x00]{0,120}?[,:–—-]?\s*\x00|\s*:|\s*[–—-]{1,2}\s*[\x00“\"]|\s+(?:of |as )?[“‘](?=\w)")
# To declare days of mourning is to order them, not to tell how many there are.
DECREED = re.compile(
    r"\s(?:[\w-]+\s){0,4}(?:of\s(?:[a-z]+\s)?(?:mourning|silence|prayer|remembrance|emergency|disaster|siege|"
    r"war|alert)|"
    r"emergency|holidays?|ceasefire|curfew|truce|amnesty|lockdown|strike)(?![\w-])"
)
# "expects growers to raise it to 35".
EXPECTING = re.compile(rf"\s(?:[^,.;:!?\x00]{{2,100}}?\s)?to\s[a-z]{{2,}}\s[^.;:!?\x00]{{0,80}}?{NUMBER}")
# "claims to hold 40".
PROMISES = frozenset(("promise", "pledge", "vow"))
PRETENSIONS = frozenset(("claim", "purport", "profess", "pretend")) | PROMISES
TO_DO = re.compile(rf"\sto\s(?:[a-z]+ly\s)?[a-z]{{2,}}\s[^.;:!?\x00]{{0,60}}?{NUMBER}")
FORECASTS = frozenset(("expect", "hope", "project", "predict", "forecast", "estimate"))
ADDRESSEE_LEMMAS = TRAITS["addressed"]
COUNTING = TRAITS["counting"]
NUMBER_NEXT = re.compile(
    rf"[^.;:\x00]{{0,40}}?(?:(?<![a-z]){NUMBER}|\bhandful\b|\bhalf (?:of|the|its|their|his|her|all)\b|\ba (?:third|"
    r"quarter|fifth|sixth|seventh|eighth|ninth|tenth)(?= of\b|[.,;]|$))"
)

# "crowed that 900 came": what else stands beside a quotation only; no "spoke that day".
THAT_CLAUSE = re.compile(
    r"\s(?:on [A-Z][a-z]+day\s|yesterday\s|today\s|later\s)?that\s(?:the|an?|his|her|its|their|our|my|he|she|they|it|"
    r"we|I|there|at|more|less|fewer|about|around|some|nearly|almost|only|just|up|over|under|roughly|all|most|no|not|"
    r"none|both|as|between|in|on|by|since|if|when|"
    r"every|each|many|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|hundreds|thousands|"
    r"millions|"
    r"nobody|everybody|everyone|people|[A-Z\d$£€][\w.,’'-]*|(?!(?:was|is|has|this|does|always|news|"
    r"series)\s)[a-z-]{3,}s)\s"
)


# "(told) her mother she felt ill": whoever is told, then a clause without "that".
CLAUSE_OF_PRONOUN = re.compile(r"(?:[\w’'-]{1,30}\s){1,4}?(?:he|she|they|it|we|I)\s[a-z]")


def tells_clause(text: str, right: int, lemma: str) -> bool:
    """Whether a verb that mostly stands beside quotations is followed by a clause with "that"."""
    return lemma not in TRAITS["straight"] and THAT_CLAUSE.match(text, right) is not None


def has_complement(text: str, right: int, end: int, lemma: str) -> bool:
    """Does what follows a cue read like what was said?"""
    if text.startswith(NO_CLAUSE, right) or PRONOUN_OBJECT.match(text, right, end):
        return False  # "…," he said. "He denied this."
    leading = LEADING.match(text, right, min(end, right + 140))
    drawn = leading and OF_PAPER.search(text, right, leading.end()) and DRAWS.match(text, leading.end())
    if leading and not (drawn and not SECOND_THAT.match(text, drawn.end(), end)):
        return True
    if QUOTE_NEXT.match(text, right, min(end, right + 160)):
        return True
    joined = NOUN_AND_VERB.match(text, right, end) if lemma in HOLD_NOUNS else None
    if joined and not HAS_VERB.search(text, right, text.find(" and ", right)):
        return False
    if lemma == "count" and text.startswith(" on ", right):
        return False
    if lemma == "declare" and DECREED.match(text, right, end):
        return False
    if lemma in FORECASTS and EXPECTING.match(text, right, end):
        return True
    if lemma in PRETENSIONS and TO_DO.match(text, right, end):
        return True
    plain = NOT_CLAUSE.match(text, right, end) is None
    if plain and lemma in COUNTING and NUMBER_NEXT.match(text, right, min(end, right + 60)):
        return True
    if lemma not in ADDRESSEE_LEMMAS and (CLAUSES[lemma] != "free" or not plain):
        return False
    rest = RELATIVE_CLAUSE.sub("", text[right:end]).partition(";")[0]
    rest = rest.strip(" ,.;:!?")  # what "which was held" tells is not said
    if lemma in ADDRESSEE_LEMMAS and re.search(r"(?<![\w-])that(?![\w-])|,\s", rest[:90]):
        return True
    if lemma in ADDRESSEE_LEMMAS and CLAUSE_OF_PRONOUN.match(rest):
        return True
    if CLAUSES[lemma] != "free" or not plain or len(rest.split()) < 3:
        return False
    return HAS_VERB.search(rest) is not None or re.search(r"\w{3}ed\b", rest) is not None
