"""Phrases by which somebody vouches for a number without a verb of reporting: "raised the toll to 40"."""

from helpers.voice.classes import AUXILIARY, DETERMINER, NEARLY, NUMBER, PREPOSITION, PRONOUN, VERB
from helpers.voice.formulas import SPEECH, VIEWS, formula
from helpers.voice.nouns import PERSONS, SPEAKERS, is_person, plural

COUNT = (
    r"(?:toll|count|estimate|tally|figure|forecast|projection|casualty figures?|number of (?:dead|deaths|victims|"
    r"injured|wounded|missing|casualties|cases))(?:\sof\s(?:[a-z]+\s){0,2}?[a-z]+)?"
)
SUM = (
    rf"(?:{COUNT}|(?:total|numbers?|casualties|losses|loss|fee|bill|cost|price|value|damage|turnout|attendance|crowd|"
    r"dead|injured|missing|deaths)(?:\sof\s(?:[a-z]+\s){0,2}?[a-z]+)?)"
)
SAY = (
    r"(?:say|claim|announce|declare|insist|warn|argue|report|deny|complain|explain|stress|point out|note|confirm|"
    r"reveal|admit)"
)
WHO = r"(?P<who>(?:the |an? |its |their )?[\w’'&-]+(?: (?!to |at |by )[\w’'&-]+){0,6}?)"
CHANGED = (
    r"(?:(?:rais|revis|updat)(?:es?|ed)|(?:lower|correct|amend)(?:s|ed)?|trim(?:s|med)|cuts?|(?:down|up)graded|"
    r"increased|reduced)"
)
DIRECTION = r"(?:\s(?:up|down|upwards?|downwards?|slightly|sharply|again|on [A-Z][a-z]+day|yesterday|today))?"
ESTIMATED = (
    r"(?:put|estimated|valued|reckoned|placed|counted|assessed|calculated|believed|thought|said|reported|alleged|"
    r"understood|suspected|known)"
)
POLL = r"(?:polls?|surveys?|census|study|analysis|forecast|projection|model|simulation|barometer)"
OWN_COUNT = (
    rf"(?:{VIEWS}|tally|counts?|estimates?|calculations?|arithmetic|maths?|sums|figures|numbers|admission|accounts?|"
    r"books|records|words|census|survey|poll|audit)"
)
COUNT_SIGNS = (
    "tally count counts estimate estimates calculation calculations arithmetic math maths sums figures numbers "
    "admission account accounts reckoning books records census survey poll audit"
)
# Who owns a count: "the tenants' association", "chief executive Renee Orr", "her lawyer".
POSSESSOR = (
    rf"(?!(?:his|her|its|their|the|an?) (?:own )?{OWN_COUNT} )"
    rf"(?:(?!(?:{PREPOSITION}|{VERB}|and|or|but|that|which|who)\s)"
    r"[\w’'.&-]{1,30} |of (?:the )?){0,7}?[\w’'.&-]{1,30}?"
)
# No noun goes on: "by the guild's records department".
NO_NOUN = (
    rf"(?=\s*(?:[.,;:!?)–—\x00-]|$)|\s(?:{PREPOSITION}|{PRONOUN}|{DETERMINER}|{AUXILIARY}|and|but|or|which|that|there|"
    r"more|less|fewer|nearly|almost|just|only|still|down|up|as|if|while|when|so|[A-Z\d$£€])(?:\s|\d))"
)
THE = r"(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Oo]ur|[\w-]{1,30}[’']s)"
VOUCHINGS = (
    # "The guild, whose own count stood at 40": it is the owner's number.
    formula("whose",
            rf"(?<![\w’'-])(?P<who>(?:{THE} )?(?!and |or |but )[\w’'-]{{1,30}}+(?: [\w’'-]{{1,30}}+){{0,3}}?), "
            r"(?P<cue>whose (?:own )?(?:[a-z]+ )?(?:count|tally|figures?|estimates?|numbers?|logs?|records?|ledgers?|"
            r"registers?|lists?|data|books) (?:stands? at|stood at|is|was|are|were|shows?|showed|"
            r"puts? it at|came to|comes to|had|has|ran to|gave|gives?))"
            rf"(?=\s{NEARLY}{NUMBER})", "SV", "in"),
    # "On the council's website, tenants are promised 40", "In its application, it gave 40".
    formula("website webpage homepage blog application brochure prospectus manifesto leaflet newsletter",
            rf"(?<![\w’'-])(?P<cue>On|In|(?<=, )(?:on|in)) (?P<who>{THE} (?:[\w’'-]{{1,30}}+ ){{0,3}}?(?:website|"
            r"webpage|homepage|blog|application|brochure|prospectus|manifesto|leaflet|newsletter)),(?=\s[^.;:]{0,100}?\d)",
            "according", "in"),
    # "The policy calls for a check every 40 minutes".
    formula("call calls stipulate stipulates prescribe prescribes specify specifies",
            rf"(?<![\w’'-])(?P<who>(?:{THE} |[A-Z][\w-]{{0,30}} )?(?:[a-z-]{{1,30}} ){{0,2}}?(?i:policy|policies|"
            r"rules?|guidelines|guidance|regulations|protocol|code|contract|standards|manual|handbook)"
            r"(?: (?:at|of|in|for) [^.,;:]{2,50}?)?) (?P<cue>calls? for|stipulates?|prescribes?|specif(?:y|ies))"
            rf"(?=\s[^.,;:]{{0,50}}?{NUMBER})", "SV", "in"),
    # "raised the toll to 40", "revised its estimate down to 40".
    formula("raise raises raised lower lowers lowered revise revises revised correct corrects corrected update updates "
            "updated cut cuts trims trimmed amend amends amended upgraded downgraded increased reduced",
            rf"(?<![\w-])(?P<cue>{CHANGED}\s(?:the|its|their|his|her)\s(?:[a-z-]+\s)?{COUNT}{DIRECTION}"
            rf"\s(?:from\s[\w,.%$£€]{{1,12}}(?:\s(?:million|billion))?\s)?to)(?=\s{NEARLY}{NUMBER})", "SV", "left"),
    # "revised last month's gain down to 40", "stuck to her forecast of 40".
    formula("revise revises revised",
            r"(?<![\w-])(?P<cue>revise[sd]?\s(?!by |to )[^.,;:\x00]{2,60}?\s(?:up|down|upwards?|"
            rf"downwards?)\sto)(?=\s{NEARLY}{NUMBER})", "SV", "left"),
    formula("stick sticks stuck cling clings clung hold holds held stand stands stood keep keeps kept repeat repeats "
            "repeated reiterate reiterates reiterated reaffirm reaffirmed maintain maintains maintained issue issues "
            "issued",
            r"(?<![\w-])(?P<cue>(?:st[iu]cks?|clings?|clung|h[oe]lds?|stands?|stood|keeps?|kept|repeat(?:s|ed)?|"
            r"reiterate[sd]?|reaffirm(?:s|ed)?|maintain(?:s|ed)?|issue[sd]?)(?: to| by| on)? "
            r"(?:the|its|their|his|her|an?) (?:[a-z-]+ ){0,3}?"
            rf"(?:forecast|estimate|projection|prediction|guidance|outlook|count|tally|figure|claim) of)"
            rf"(?=\s{NEARLY}{NUMBER})", "SV", "left"),
    # "promises savings of 40", "guarantees an accuracy of 40 percent", "advertises a 40 percent rise".
    formula("promise promises promised guarantee guarantees guaranteed advertise advertises advertised",
            r"(?<![\w-])(?<!\bto )(?<!\bbe )(?<!\bis )(?<!\bare )(?<!\bwas )(?<!\bwere )(?<!\bbeen )"
            r"(?<!\bbeing )(?<![’']s )(?<!s[’'] )(?P<cue>(?:promise|guarantee|advertise)[sd]|"
            r"(?<=s )(?<!\b[IiHh]ts )(?<!\b[Hh]is )(?<!\b[Tt]his )(?:promise|guarantee|advertise))"
            rf"(?! to )(?!\s{NEARLY}(?<=[$£€]))(?=\s(?:(?!and\s|to\s)[\w’'-]+\s){{0,5}}?{NEARLY}{NUMBER})",
            "SV", "left"),
    # "now sees profit of 40", "see inflation at 7 percent": a forecast, where "saw sales rise by 40" is none.
    formula("see sees", r"(?<![\w-])(?<!\bto )(?P<cue>sees?)(?=\s(?:(?:the|its|an?|net|full-year|annual|core)\s){0,2}"
            r"(?:profits?|earnings|sales|revenues?|growth|inflation|prices|demand|rates|output|turnover|margins?|"
            r"loss(?:es)?|costs?|unemployment|deliveries|orders|exports|imports|spending|deficits?)\s(?:[\w’'-]+\s){0,5}?"
            rf"(?:of|at|by|between|to|up|down|above|below)\s{NEARLY}{NUMBER})", "SV", "left"),
    # "Asked how many, she held up a hand: five".
    formula("up", r"(?<![\w-])(?P<cue>(?:held|holds?|put|raised|raises) up (?:an?|one|two|both|his|her|"
            r"three|four|five|the) (?:[a-z]+ )?(?:hands?|fingers?|palms?|fists?|thumbs?)(?: [^.;:\x00]{2,50})?:)",
            "SV", "left"),
    # "From the leader's office: the true number is 40".
    formula("From",
            r"(?<![\w-])(?P<cue>From) "
            r"(?P<who>(?:(?:[^\s,.;:\x00\d]{1,30}|(?:Dr|Mr|Ms|Lt|Sgt|Mrs|St|Prof|Gov|Sen)\.) ){0,7}"
            r"[^\s,.;:\x00\d]{1,30})(?:, [^.;:\x00]{2,60})?:(?=\s)",
            "as saying", "in"),
    # "The jury heard from a doctor that 40 left".
    formula("heard hear hears learned learnt", r"(?<![\w-])(?P<cue>(?:hears?|heard|learn(?:ed|t)) from) "
            r"(?P<who>[^,;:\x00]{2,80}?)(?:, [^,;:\x00]{2,80},)? (?:that|how)(?![\w-])", "as saying", "in"),
    # "gave the toll as 40", "has the number of dead at 40".
    formula("give gives gave has have had",
            r"(?<![\w-])(?P<cue>(?:g[ai]ves?|has|have|had)\s(?:(?:the|its|their|his|her)\s"
            rf"(?:[a-z-]+\s)?)?{SUM}\s(?:as|at))(?=\s{NEARLY}{NUMBER})", "SV", "left"),
    # "withdrew the number and put it at 40": who did the one thing did the other.
    formula("it", r"(?<![\w-])(?<=\band )(?P<cue>(?:now |later |then |instead )?(?:puts?|pegs|pegged|placed|had|has) "
            rf"it at)(?=\s{NEARLY}{NUMBER})", "SV", "first"),
    # "put it as high as 40", "puts it closer to 40".
    formula("puts put pegs pegged placed places",
            rf"(?<![\w-])(?P<cue>(?:puts?|pegs|pegged|place[sd]) (?:(?:it|them|{SUM}) "
            r"(?:as (?:high|low) as|closer to|"
            r"nearer|above|below|over|under|between|around)|(?:it|them|(?:the|its|their) "
            rf"[^,.;:\x00]{{2,40}}?) (?:even |much |far )?(?:higher|lower)(?: still| yet| again)?,? at))"
            rf"(?=\s{NEARLY}{NUMBER})", "SV", "left"),
    # "was put by the council at 40", "is believed by the police to have sold 40", "valued by the fund at 40".
    formula("by", rf"(?<![\w-])(?P<cue>{ESTIMATED}) by {WHO}(?= (?:at|to (?:be|have|number|own|hold|cost)|as many as) "
            rf"[^.;:]{{0,60}}?{NUMBER})", "by", "in"),
    # "By its own count, the guild has 40", "the guild, by its own count, has 40".
    formula("own", rf"(?<![\w-])(?P<cue>(?:By|On|In) (?:its|their|his|her) own (?:[a-z]+ )?{OWN_COUNT}),"
            r"(?=\s(?:the|an?|[A-Z]))", "according", "right"),
    formula("own", rf"(?<=, )(?P<cue>by (?:its|their|his|her) own (?:[a-z]+ )?{OWN_COUNT})(?=,\s[a-z])", "according",
            "left"),
    # "40 came, by the firm's tally", "By her estimate that is 40", "40 came, by their own count".
    formula(COUNT_SIGNS, rf"(?<![\w-])(?:[Bb]y|(?P<on>[Oo]n)) (?P<who>{POSSESSOR})(?:[’']s|(?<=s)[’']) (?:own )?"
            r"(?:[a-z-]+ ){0,2}?"
            rf"(?P<cue>(?(on)(?:figures|numbers|estimates?|sums|calculations|arithmetic|reckoning)|{OWN_COUNT})){NO_NOUN}",
            "according", "in"),
    # "By one count 40 came", "40, by the count of the guild".
    formula(COUNT_SIGNS, r"(?<![\w-])[Bb]y (?P<who>(?:the|an?|one|some|another|recent|early) "
            r"(?:[\w-]+ )?(?:tally|counts?|estimates?|reckoning|calculations?|accounts?|figures)"
            r"(?: (?:of|from|by|in|for) [^.,;:\x00]{2,60}?)?)(?P<cue>)(?=[.,;]|$)", "according", "in"),
    formula(COUNT_SIGNS, r"(?<![\w-])(?:(?P<front>By)|by) (?P<who>his|her|their|its) (?:own )?(?:[a-z-]+ )?"
            rf"(?P<cue>{OWN_COUNT})(?![\w-])(?(front)|(?!,\s[a-z]))", "according", "in"),
    # "An exit poll gave Noll 40", "The survey of 804 voters put Noll at 40", "the Gull poll has Noll on 40".
    formula("gave gives put puts had has sees saw credits credited placed places",
            rf"(?<![\w-])(?P<who>(?:[Aa]n?|[Tt]he|[Oo]ne|[Ii]ts|[Tt]heir|[A-Z][\w’'-]*)\s(?:[\w’'.&/-]+\s){{0,5}}?{POLL}"
            r"(?:\s(?:of|for|by|from|among)\s[^,.;:\x00]{2,50}?)?)(?:,\s[^,.;:\x00]{3,80},)?\s(?:also\s|now\s)?"
            r"(?P<cue>g[ai]ves?|puts?|sees|saw|credit(?:s|ed)|place[sd]|ha[sd](?=\s[^.,;:\x00]{2,40}?\s(?:on|at|ahead|"
            r"leading|behind)\s))(?=\s[^.;:\x00]{2,90}?\d)", "SV", "in"),
    # "I am told by a clerk, who asked for silence, that 40 left".
    formula("told", r"(?<!\w)(?:I[’']m|am|was|I[’']ve been|have been|are|were) (?P<cue>told) by "
            r"(?P<who>[^,.;:\x00]{2,60}?)(?:, [^.;:\x00]{3,80}?,)? that(?![\w-])", "SV", "in"),
    # "The firm lets me know, in a note, that 40 left".
    formula("let lets letting", r"(?<![\w-])(?P<cue>let(?:s|ting)? (?:me|us|it be|him|her|them|\w+) known?"
            r"(?:, [^,.;:\x00]{2,80},)?)(?=\sthat(?![\w-]))", "SV", "left"),
    # "The ministry points to the 40 mills it built".
    formula("points", rf"(?<![\w-])(?P<cue>points to)(?=\s(?:the|its|their|his|her)\s{NEARLY}{NUMBER})", "SV", "left"),
    # "If the ministry is right, 40 left", "if the guild's figures are right".
    formula("right correct accurate", rf"(?<![\w-])[Ii]f (?!it |this |that |you |we |I ){WHO}(?P<cue>"
            r"(?:[’']s? (?:[\w-]+ )?(?:figures?|numbers?|count|sums|estimates?|claims?))? "
            r"(?:is|are) (?:right|correct|accurate))(?=[,.;])",
            "according", "in"),
    # "The word from the ministry is that 40 left", "The view of the guild was that".
    formula("that", rf"(?<![\w-])(?:[Tt]he|[Oo]ne|[Aa]) (?:[a-z]+ )?(?P<cue>(?:{SPEECH}|{VIEWS}|word|line|message|"
            rf"position|news|feeling)) (?:from|of|among|at|within|inside|in|across) "
            rf"{WHO} (?:is|was|remains|has been)(?: still| now)? "
            r"that(?![\w-])", "SV", "in"),
    # "What the ministry says is that 40 left".
    formula("What", rf"(?<![\w-])What {WHO} (?P<cue>(?:does |did |has |had |will )?(?:says?|said|claims?|claimed|"
            r"knows?|knew|told \w+|confirm(?:s|ed)?)) (?:is|was) (?:that |this: )?", "SV", "in"),
    # "The army's claim to have killed 40".
    formula("claim claims boast boasts", r"(?<![\w-])(?P<who>(?:the |The |its |[A-Z])[\w&-]*(?: [\w&-]+){0,4}?)[’']s? "
            r"(?:[a-z-]+ )?(?P<cue>(?:claims?|boasts?) (?:to have|of having))(?=\s[^.;:]{0,60}?\d)", "SV", "in"),
    # "was quick to point out that 40".
    formula("quick keen eager careful anxious pains swift happy proud",
            r"(?<![\w-])(?P<cue>(?:is|was|are|were|been) (?:quick|keen|eager|careful|anxious|at pains|swift|happy|"
            rf"proud) to (?:[a-z]+ly )?{SAY})(?=\s(?:that|{NEARLY}{NUMBER}))", "SV", "left"),
    # "took to the radio to say that 40", "used her speech to announce".
    formula("took takes went goes held holds used uses called calls appeared appears rang rings came comes stood "
            "stands rose rises",
            r"(?<![\w-])(?P<cue>(?:t[oa]kes?|took|went|goes|held|holds|use[sd]|call(?:s|ed)|appear(?:s|ed)|r[ai]ngs?|"
            r"c[oa]mes? out|st(?:ood|ands) up|rose|rises)"
            rf"(?: [^\s,.;:\x00]{{1,20}}){{0,7}}? to {SAY})(?=\s(?:that|{NEARLY}{NUMBER}))", "SV", "left"),
    # "made no secret of the fact that 40".
    formula("fact", r"(?<![\w-])(?P<cue>(?:ma[dk]es? no secret of|"
            r"(?:trumpet|celebrat|hail|bemoan|lament)(?:e?s|ed)|points? to|pointed to|drew attention to|draws "
            r"attention to|stresse[sd]|cites?|cited) the fact that)(?![\w-])", "SV", "left"),
    # "prides itself on having 40 mills", "described how 40 left", "remembers 40 men being led away".
    formula("itself himself herself themselves", r"(?<![\w-])(?P<cue>(?:prides?|prided|congratulate[sd]?) "
            r"(?:itself|himself|herself|themselves) (?:on|for))(?=\s[^.,;:]{0,60}?\d)", "SV", "left"),
    formula("how", r"(?<![\w-])(?P<cue>(?:describe[sd]?|recount(?:s|ed)?|recall(?:s|ed)?|explain(?:s|ed)?|relate[sd]?|"
            r"tells?|told (?:me|us|him|her|them)|sets? out|details?|detailed|shows?|showed) how)"
            rf"(?=\s[^.;:]{{0,60}}?{NUMBER})",
            "SV", "left"),
    formula("being having", r"(?<![\w-])(?P<cue>(?:remember|recall)(?:s|ed)?)(?=\s(?:[a-z]+\s){0,2}?"
            rf"{NUMBER}[\d.,]*\s[^.,;:]{{2,40}}? (?:being|having) )", "SV", "left"),
    # "As Osk remembers it, 40 left", "as far as Osk knows", "if Osk remembers rightly".
    formula("remembers remember recalls recall knows know remembered knew recalled",
            rf"(?<![\w-])(?P<cue>[Aa]s far as|[Aa]s|[Ii]f) (?!you |we |I |one ){WHO} "
            r"(?:(?:remember|recall|know)(?:s|ed)?|knew)(?: it| them| rightly| correctly| well)?(?=,|\.|"
            r"$)", "according", "in"),
    # "As Osk later admitted to the police, 40 left".
    formula("As as", rf"(?<![\w-])(?P<cue>[Aa]s) (?!you |we |I |one ){WHO} (?:later |now |also |"
            rf"once )?(?:admit(?:s|ted)|"
            r"conced(?:es|ed)|acknowledge[sd]|confirm(?:s|ed)|explain(?:s|ed)) (?:to|in|on|at|"
            r"before) [^,.;:]{2,60}(?=,)",
            "according", "in"),
    # "is sure there were 40".
    formula("sure certain convinced adamant positive confident",
            r"(?<![\w-])(?P<cue>(?:is|was|are|were|seems?|feels?) (?:[a-z]+ly )?(?:sure|certain|convinced|adamant|"
            rf"positive|confident))(?=\s(?:there|he|she|they|it|the)\s[^.;:]{{0,60}}?{NUMBER})", "SV", "left"),
    # "complain of 40 cars", "complained about 40 leaks".
    formula("complain complains complained", r"(?<![\w-])(?P<cue>complain(?:s|ed)? (?:of|about))(?=\s(?:[a-z]+\s){0,3}?"
            rf"{NUMBER})", "SV", "left"),
)  # fmt: skip
SUMS = frozenset(("figure", "figures", "numbers", "count", "sums", "estimate", "estimates", "arithmetic"))
MAY_BE_RIGHT = SPEAKERS | PERSONS | {plural(noun) for noun in SPEAKERS}


def may_be_right(name: str) -> bool:
    """Whether somebody may be right: "if the light is right" asks nobody.

    >>> may_be_right("the ministry"), may_be_right("the light")
    (True, False)
    """
    owner, _, count = name.rpartition(" ")
    last = (owner[:-2] if owner.endswith(("'s", "’s")) and count in SUMS else name).rpartition(" ")[2]
    return last[:1].isupper() or last in MAY_BE_RIGHT or is_person(last.removesuffix("s"))
