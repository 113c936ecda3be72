"""Polls, reviews and experts that vouch for a number: "in last week's poll", "could trace only", "had priced at"."""

import re

WHO = r"(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Tt]his|[Tt]wo|[Ss]ome)\s(?:[\w’'-]+\s){0,5}?[\w’'-]+"
STARTS = r"(?:^|[,;:—–]\s|(?<![\w-])(?:while|and|but|whereas|that|which)\s)"
# "In last week's Courier poll, 61 per cent …": the poll tells the share.
IN_POLL = re.compile(
    r"[\"“]?(?:But |And |Yet )?In (?P<who>(?:[\w’'.-]+\s){0,6}?(?:poll|survey|census|study|straw poll|questionnaire)"
    r"(?:\s(?:by|for|from)\s(?:the\s)?[\w’'-]+(?:\s[A-Z][\w’'-]*){0,4})?)(?:\s(?:of|among|in|on|by|for|from|last|this)\s[^,;:]{2,60})?"
    r",?\s(?!(?:he|she|it|they) )(?:(?!won |took |lost |got )[a-z]+\s){0,3}$"
)
VOTE = re.compile(r"\s?(?:%|per ?cent)\sof (?:the )?(?:votes?|ballots|seats)(?![\w-])|[^.;]{0,40}?\sof the vote")
SHARE = re.compile(r"[^.;:]{0,24}?(?:%|per ?cent|(?:out of|in)\s(?:\d|[a-z]{3,5}(?![\w-])))")
# "its latest review could trace only £18m": who looks for proof vouches for what was found.
COULD_FIND = re.compile(
    rf"{STARTS}(?P<who>{WHO})\s(?P<cue>(?:could|can|was able to|were able to|has been able to|managed to)\s"
    r"(?:only\s|so far\s){0,2}(?:find (?:evidence|proof|traces?|records?|receipts|signs?) (?:for|of)|trace|verify|"
    r"substantiate|corroborate|authenticate|confirm|document))\s(?:[a-z]+\s){0,3}$"
)
# "that an engineer had priced at 410,000": those who reckon costs, not those who sell.
PRICED = re.compile(
    r"(?<![\w-])(?P<who>(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Oo]ne|[Tt]wo)\s(?:[a-z-]+\s){0,3}?(?:engineer|surveyor|valuer|expert|insurer|"
    r"auditor|assessor|advis[eo]r|consultant|accountant|economist|analyst|architect|actuary|appraiser|estimator)s?)\s"
    r"(?:has\s|have\s|had\s)?(?:also\s|once\s|then\s|later\s)?(?P<cue>priced|costed|valued|assessed|appraised|estimated|reckoned|"
    r"put)\s(?:[\w’'-]+\s){0,6}?at\s(?:[a-z]+\s){0,3}$"
)
# "Rumours that 200 would go were denied": nobody by name.
RUMOURS = re.compile(
    r"[\"“]?(?:But |And |Yet )?(?P<who>(?:(?:Persistent|Wild|False|Unconfirmed|Online|Local)\s)?"
    r"(?:[Rr]umou?rs|[Tt]alk|[Gg]ossip|[Ww]hispers|[Ss]peculation))\s(?P<cue>that)\s[^.;:!?\"“”]{0,120}$"
)
ABLE = ("could ", "can ", "able to ", "managed to ")
FOUND = ("find", "trac", "verif", "substan", "corrob", "authen", "confirm", "docum")
PRICES = ("priced", "costed", "valued", "assessed", "appraised", "estimated", "reckoned", "put")


def vouched_before(text: str, low: int, start: int, end: int, high: int) -> re.Match | None:
    """The match that names whoever vouches for the number text[start:end], before it in the sentence text[low:high].

    >>> text = "In the latest Courier poll, 61 per cent agreed."
    >>> vouched_before(text, 0, 28, 30, len(text))["who"]
    'the latest Courier poll'
    """
    if start - low > 200:
        return None
    left = text[low:start]
    if left.startswith(("In ", "But In", "“In ", '"In ')) or left[4:8] in ("in ", " in "):
        found = IN_POLL.match(left)
        if found and SHARE.match(text, start, high) and not VOTE.match(text, end, high):
            return found
    if any(word in left for word in ABLE) and any(word in left for word in FOUND):
        found = COULD_FIND.search(left)
        if found:
            return found
    if " at " in left and any(word in left for word in PRICES):
        found = PRICED.search(left)
        if found:
            return found
    return RUMOURS.match(left) if " that " in left else None
