"""Short answers to a claim: "Not so, say the owners.", "It did not.", "Did they?", "The mill isn't convinced."."""

import re

from helpers.figures.context import Context
from helpers.figures.reach import CLAIM_WORDS, OBJECT
from helpers.figures.stems import may_match

# Who gives the answer: ", says the mill", '," she snapped', ", according to Ada Noll".
TOLD = (
    r"(?:[,!?.]?[”\"’']?,? (?:(?:[\w’'-]+ ){0,6}?(?:says?|said|insist(?:s|ed)?|snap(?:s|ped)?|repl(?:y|ies|ied)|"
    r"counter(?:s|ed)?|retort(?:s|ed)?|fume[sd]?|scoff(?:s|ed)?|argue[sd]?|answer(?:s|ed)?|sniff(?:s|ed)?|"
    r"sneer(?:s|ed)?|laugh(?:s|ed)?|shout(?:s|ed)?|cr(?:y|ies|ied)|thunder(?:s|ed)?|respond(?:s|ed)?)(?![\w-])|"
    r"according to )[^.!?\n]{0,80})?[.!?…”’\"')\s]*$"
)
# A sentence that is nothing but a verdict: "Nonsense.", "Not so!", "Pure invention, says the mill."
VERDICT = re.compile(
    r"[\s\"'“‘(]*(?:(?:But|Yet|Well|No|Oh|Sorry|Actually|In fact),? )?(?:"
    r"(?P<denied>(?:(?:that|this|it)(?:[’']s| is| was) )?(?:quite |simply |plainly |just |all |pure |sheer |complete |"
    r"an? (?:[a-z]+ )?|flatly )?(?:wrong|false|untrue|not (?:so|true|the case)|invention|fiction|fabrication|lies?|"
    r"invented|made up)|not a bit of it|nothing of the (?:sort|kind)|not in the least)|"
    r"(?:what |utter |sheer |pure |complete |total |absolute |arrant |a lot of |a load of )?(?:(?:old )?(?:nonsense|"
    r"rubbish|"
    r"bunk|bunkum|poppycock|hogwash|fantasy|absurd|ridiculous|propaganda|tosh|balderdash|baloney|bosh|piffle|twaddle|"
    r"bilge|claptrap|codswallop|garbage|hokum|malarkey|moonshine|hot air|fairy tales?|tall tales?|wishful thinking))|"
    r"hardly|scarcely|not so fast|not quite|far from it|if only|as if|i (?:very much )?doubt (?:it|that)|"
    r"(?:really|is that so|says who)(?=\?)|dream on|(?:don[’']t|do not) (?:you )?believe (?:it|that|a word(?: of it)?)|"
    r"(?:i|we) (?:don[’']t|do not) believe (?:it|that|a word(?: of it)?)|come off it|pull the other one|"
    r"a likely story|(?:he|she|they|it) would say that(?:, wouldn[’']t (?:he|she|they|it))?|"
    r"(?:treat|take|handle|read) (?:that|this|it|them|those) with (?:\w+ )?(?:caution|care|scepticism|suspicion|"
    r"a (?:\w+ )?(?:pinch|grain) of salt)|"
    r"believe (?:that|it) if you (?:will|like|can|dare)|not according to [^.!?\n]{2,60}?)" + TOLD,
    re.I,
)
# "It did not.", "They weren't!": what was told is denied by the bare verb.
DID_NOT = re.compile(
    r"[\s\"'“‘(]*(?:(?:But|Yet|No|Only),? )?(?:It|They|He|She|That|There|I|We) (?:did|was|were|is|are|has|have|had|"
    r"does|do)(?: not|n[’']t)[.!”’\"')\s]*$",
    re.I,
)
# "Did it?", and no "It did." behind.
DID_IT = re.compile(
    r"[\s\"'“‘(]*(?:(?:But|Yet|And|Well),? )?(?:Did|Do|Does|Was|Were|Is|Are|Has|Have|Had) (?:it|they|he|she|that|"
    r"there|we)"
    r"(?: really)?\?[”’\"')\s]*$",
    re.I,
)
IT_DID = re.compile(
    r"[\s\"'“‘]*(?:Yes|Indeed|Sure|Of course|Absolutely|Apparently|(?:It|They|He|She|That|There|We) (?:\w+ly )?(?:did|"
    r"was|"
    r"were|is|are|has|had|have|does|do)(?![\w’'-]| not))",
    re.I,
)
# What was not done is no number that is denied: "promised to plant 40 trees. They did not."
OF_WILL = re.compile(
    r"(?<![\w-])(?:promis|pledg|vow|hop|ask|want|wish|expect|order|demand|urg|offer|plan|would|will|should|must|if|"
    r"whether|want|threaten|intend|tr(?:y|ied|ies)|agreed|going|able|help)",
    re.I,
)
I_LOOKED = re.compile(r"[\s\"'“‘]*(?:I|We) (?:was|were|went|looked|counted|checked|saw|asked|watched)(?![\w-])")
ENDS = r"(?=\s*(?:[.;:!?…”\"’)—–\n]|,[”\"’]|$))"
BY_IT = rf"(?:{ENDS}| (?:by|of|about) {OBJECT})"
BELIEVES = (
    rf"(?:(?<!could )(?<!can )(?:believes?|believed)|buys?|bought|trusts?|accepts?|swallows?) (?:{OBJECT}|"
    rf"(?:him|her){ENDS})"
)
FEW = (
    r"(?:not (?:everyone|everybody|all)|few|hardly (?:anyone|anybody|a soul)|(?:almost |virtually )?(?:no one|nobody|"
    r"none)|"
    r"scarcely (?:anyone|anybody))"
)
# Whoever is not convinced by what was told.
UNCONVINCED = re.compile(
    r"(?<![\w-])(?:(?:is|are|am|was|were|remains?|remained|seems?|[A-Z]?[\w-]{0,12}[’']m)(?:(?: still| also)? "
    r"(?:not|hardly|less than|far from|by no means)|n[’']t) (?:yet |entirely |wholly |at all |quite |fully |easily )?"
    rf"(?:(?:convinced|persuaded){BY_IT}|so (?:sure|certain){ENDS})|"
    r"(?:is|are|am|was|were|remains?|remained|seems?|seemed) (?:\w+ )?(?:unconvinced|unpersuaded|sceptical|skeptical|"
    rf"incredulous){BY_IT}|(?:disagree[sd]?|differs?|scoff(?:s|ed)?|(?:says?|said|insists?|insisted) (?:not|otherwise)|"
    rf"(?:shook|shakes?) (?:his|her|their) heads?|knows? better|(?:takes?|took) a different view){ENDS}|"
    r"(?:is|are|was|were) having none of (?:it|that|this)|"
    r"(?:has|have|had) (?:(?:its|their|his|her|my|our|serious|grave|some|strong) ){0,2}doubts"
    rf"(?:{ENDS}| about {OBJECT})|beg(?:s|ged)? to differ|"
    rf"{FEW} (?:[\w’'-]+ ){{0,6}}?(?:(?:is|are|was|were|seems?) (?:convinced|persuaded|so sure){BY_IT}|{BELIEVES}))",
    re.I,
)
UNSURE = ("convinced", "persuaded", "so sure", "so certain", "ptical", "incredulous", "doubts", "to differ", "believe")
UNSURE += ("disagree", "differ", "scoff", "otherwise", "say not", "says not", "said not", "heads", " head", "better")
UNSURE += ("different view", "none of it", "none of that", "buy", "bought", "trust", "accept", "swallow")
PRONOUN = re.compile(r"[\s\"“]{0,9}(?:But |Yet |And )?(?:It|He|She|They|Its|His|Her|Their)(?![\w-])", re.I)
# "I suspect that is generous", "analysts think this an overestimate": judged by how it was counted.
OFF = re.compile(
    r"(?<![\w-])(?:suspects?|thinks?|reckons?|fears?|believes?|says?|said|thought|suspected|fear|"
    r"consider) (?:that )?(?:that|"
    rf"this|it|(?:the|these|those) (?:{CLAIM_WORDS}))(?:[’']s| is| was| are| were| may be| might be| could be|"
    rf" must be) "
    r"(?:rather |a bit |a little |somewhat |far |much |wildly |probably |an? )?(?:generous|optimistic|(?:gross |"
    r"serious |"
    r"vast |wild )?(?:over|under)(?:estimate|statement|count)|(?:gross |wild )?exaggeration|way off|wishful thinking|"
    r"on the "
    rf"(?:high|low|generous) side){ENDS}",
    re.I,
)
# "By dawn 40 boats had sunk. Or so the mill says.": who told what the sentence before told.
SO = ("So ", "Or so", "At least", "That", "Or at least")
SAID_SO = re.compile(
    r"(?:So (?:says?|said|claims?|claimed|insists?)|(?P<far>Or so|(?:Or )?At least,? (?:so|that(?:[’']s| is|"
    r" was) what)|"
    r"That,? at (?:least|any rate),? is what) (?:[\w’'-]+ ){1,5}?(?:says?|said|claims?|claimed|insists?|insisted|"
    r"tells?|told|would have)|That(?:[’']s| is| was) what (?:[\w’'-]+ ){1,5}?(?:says?|said|claims?|claimed))(?![\w-])"
)
RATED = ("generous", "optimistic", "estimate", "statement", "count", "exaggerat", "way off", "wishful", " side")
LONGEST = 140  # characters of a sentence that is a verdict, with whoever gives it
NEAR = 120  # characters from the start of a sentence in which somebody is not convinced


def looked(text: str, start: int, end: int) -> bool:
    """Whether a short sentence only tells that the author saw for himself: the answer stands in the next one.

    >>> looked("I was there. They did not.", 0, 12)
    True
    """
    return end - start < NEAR // 3 and I_LOOKED.match(text, start, end) is not None


def _bare(context: Context, start: int, end: int, position: int, own: bool) -> str:
    text = context.text
    found = VERDICT.match(text, start, end) if may_match(VERDICT, text[start:end].lower()) else None
    if found:
        return "denied" if found["denied"] else "doubted"
    if own or end - start > NEAR // 2:
        return ""
    if DID_NOT.match(text, start, end):
        low, high = context.window(context.sentence_number(position), position)
        return "" if OF_WILL.search(text, low, high) else "denied"
    return "doubted" if DID_IT.match(text, start, end) and not IT_DID.match(text, end, end + NEAR) else ""


def answer(context: Context, start: int, end: int, claimant: str, position: int, own: bool = False) -> str:
    """Doubted or denied if the sentence right behind a claim answers it so, else ''.

    start, end: of that sentence; claimant: who made the claim, who does not doubt it himself; position: offset of the
    claim's figure; own: nobody else is known to have made it, so only what cannot mean a deed is an answer.
    """
    bare = _bare(context, start, end, position, own) if end - start <= LONGEST else ""
    if bare:
        return bare
    text, near = context.text, min(end, start + NEAR)
    said = text[start:near].lower()
    if any(word in said for word in RATED) and OFF.search(text, start, near):
        return "doubted"
    if own:
        return ""
    if not any(word in said for word in UNSURE) or PRONOUN.match(text, start, end):
        return ""
    found = UNCONVINCED.search(text, start, near)
    if not found:
        return ""
    clause = max(start, text.rfind(";", start, found.start()), text.rfind(": ", start, found.start()))
    if claimant and claimant.lower() in text[clause : found.start()].lower():
        return ""
    context.vague[context.sentence_number(position)] = start
    return "doubted"


def said_so(context: Context, number: int) -> str:
    """Whether the sentence behind one that names no claimant tells that it was a claim.

    number: index of the sentence. Returns "doubted" where that keeps it at arm's length ("Or so the mill says."),
    "reported" where it only names who says so, '' where it tells nothing of the kind.
    """
    text, (start, end) = context.text, context.sentence(number + 1)
    found = SAID_SO.match(text, start, min(end, start + NEAR)) if text.startswith(SO, start) else None
    return "" if not found else "doubted" if found["far"] else "reported"
