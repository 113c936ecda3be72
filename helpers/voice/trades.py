"""Offices, trades and other common nouns by which a text tells somebody again."""

import re

OFFICE = re.compile(
    r"^(?:president|minister|premier|chancellor|mayor|governor|senator|judge|justice|secretary|chair(?:man|woman)?|captain|"
    r"coach|professor|inspector|superintendent|sergeant|general|colonel|major|admiral|king|queen|prince|princess|bishop|"
    r"archbishop|cardinal|pope|speaker|ambassador|councillor|sheriff|commissioner|director|coroner|rector|dean|leader|"
    r"chief|manager|executive|founder|spokes(?:man|woman|person)|officer|editor|head|boss|owner|pilot|striker|singer)$"
)
# Who is told by where he comes from: "the Swede snapped".
FROM_THERE = re.compile(
    r"[Tt]he (?:Swede|Dane|Scot|Pole|Finn|Turk|Greek|Serb|Croat|Czech|Spaniard|Swiss|Portuguese|Argentine|Chinese|"
    r"(?:Dutch|French|English|Irish|Welsh|Scots)(?:man|woman)|(?:New Zealand|Iceland)er|Norwegian|Austrian|German|"
    r"Japanese|American|Mexican|Canadian|Australian|Brazilian|Italian|Belgian|Russian|Ukrainian|Hungarian|Romanian|Bulgarian|"
    r"Colombian|Chilean|Peruvian|Uruguayan|Nigerian|Egyptian|Moroccan|Tunisian|Algerian|Ghanaian|Senegalese|Cameroonian|Korean|"
    r"Briton|Londoner|New Yorker|Republican|Democrat|Tory)$"
)
COMPANY = re.compile(
    r"(?:company|firm|group|business|retailer|airline|bank|operator|supplier|developer|insurer|carrier|manufacturer|utility|"
    r"start-?up|brewer|publisher|club|charity|lender|chain|broadcaster|supermarket|maker|carmaker)$"
)
PUBLIC = re.compile(
    r"(?:ministry|council|police|court|committee|commission|parliament|union|party|government|army|senate|congress|state|"
    r"office|department|report|study|statement|newspaper|university|school|hospital|city|country|town|village)s?$",
    re.I,
)
# What a title says of its bearer: "Dr Imran Vale … the medic".
OF_TITLE = {
    "Dr": "medic doctor physician surgeon gp academic scientist expert clinician boffin",
    "Prof": "professor academic scientist expert researcher boffin scholar",
    "Professor": "academic scientist expert researcher boffin scholar",
    "Rev": "vicar priest pastor cleric clergyman minister",
    "Sgt": "officer policeman policewoman detective sergeant",
    "Capt": "captain officer skipper commander",
    "Col": "colonel officer commander",
    "Gen": "general officer commander",
    "Cllr": "councillor politician",
    "Sen": "senator lawmaker politician",
    "Rep": "lawmaker politician congressman congresswoman",
    "Dame": "politician actress",
}
# What newspapers call somebody again by whom they have just named.
VARIED = re.compile(
    r"(?:[a-z]+-of-[a-z]+|pensioner|grand(?:mother|father)|gran|mother|father|mum|mom|dad|widow|widower|veteran|star|teenager|"
    r"youngster|retiree|champion|medallist|tycoon|billionaire|millionaire|entrepreneur|campaigner|activist|actor|actress|"
    r"singer|songwriter|rapper|comedian|presenter|broadcaster|author|writer|novelist|striker|midfielder|defender|winger|"
    r"goalkeeper|batsman|bowler|sprinter|golfer|racer|boxer|jockey|politician|lawmaker|academic|economist|historian|"
    r"student|schoolboy|schoolgirl|graduate|newcomer|rookie|frontman|skipper|playmaker|goalscorer|cyclist|swimmer|climber|rower|businessman|"
    r"businesswoman|financier|heiress|peer|aristocrat|octogenarian|nonagenarian|centenarian|publican|author|poet|"
    r"sculptor|composer|director|playwright|youtuber|influencer|blogger|footballer|cricketer|forward|international)$"
)
GOES_ON = frozenset(("added", "adds", "continued", "continues", "concluded", "concludes", "joked", "quipped"))
