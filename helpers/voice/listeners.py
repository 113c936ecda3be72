"""Who is told something, behind a verb of telling: how many listen is the author's count, not what was said."""

import re

from helpers.voice.classes import HAS_VERB, NEARLY, NUMBER

REACH = 200  # characters behind a verb of telling in which "that" is looked for
# "(told) the inquiry, which has sat for 40 days, that".
LISTENER_TOLD_OF = re.compile(
    r"\s(?:the|an?|his|her|its|their)\s[^,.;:\x00]{2,50},\s(?:which|who|whose)\s[^.;:\x00“”\"]{3,120}?,(?=\sthat\s)"
)
# "(told) the 40 men in the hall that": who is told is counted by the author.
LISTENERS = re.compile(
    rf"\s(?:(?:the|an?|his|her|its|their|some)\s(?:[a-z]+\s)?)?{NEARLY}{NUMBER}(?:(?!\sthat\s)[^.;:\x00“”\"]){{1,120}}?"
    r"(?=\s(?:that\s|(?:he|she|they|it)\s(?:would|will|had|has|have|was|were|is|could|must)\s))"
)
# "(told) about 300 farmers": how many listen is the author's count, not what was said; not "told the court 40 …".
HEARING = (
    "told", "tells", "tell", "telling", "assured", "assures", "reminded", "reminds", "informed", "informs", "notified",
    "notifies",
)  # fmt: skip
HEARERS = re.compile(
    r"\s(?:(?:the|his|her|their|its|these|those|all)\s(?:[a-z]+ly\s|(?:estimated|assembled|gathered|other)\s)?|"
    r"(?:an?|the|his|her|their)\s(?:[\w-]+\s){0,2}(?:crowd|audience|group|gathering|meeting|rally|assembly|throng|"
    rf"congregation|hall|room|panel|class|team)\sof\s)?{NEARLY}(?:tens\sof\s)?{NUMBER}"
    r"(?:[^.;:\x00“”\"]{1,80}?(?=\sthat\s))?"
)
# "told reporters 19 mills needed roofs that": no more of who listens.
HEARER_DID = re.compile(r"\w{2}ed\s(?!(?:by|in|at|on|to|from|with|for|outside|inside)\s)")
# "(told) the 40 residents who had stayed that", "(warned) a meeting of 40 that": how many listened is not told.
AUDIENCE = re.compile(
    r"\s[\w’'$£€.,%-]{1,30}(?<!,)(?:\s[\w’'$£€.,%-]{1,30}(?<!,)){1,14}?(?=\sthat\s(?:the|an?|his|her|its|their|"
    r"he|she|they|it|we|there|no|nobody|some|about|more|all|[A-Z\d$£€]|[a-z-]{3,}s\s))"
)


def listened_until(text: str, cue: int, end: int, addressed: bool) -> int | None:
    """Where those who listen end, None where no number is told of them.

    cue: offset where the verb of telling ends; end: of the sentence; addressed: the verb takes a listener.

    >>> text = "Osk told the 40 men in the hall that six were late."
    >>> listened_until(text, 8, len(text), True)
    31
    """
    told = (LISTENERS.match(text, cue, end) or LISTENER_TOLD_OF.match(text, cue, end)) if addressed else None
    told = told or (HEARERS.match(text, cue, end) if text.endswith(HEARING, 0, cue) else None)
    if told or not addressed or " that " not in text[cue : cue + REACH]:
        return told.end() if told else None
    told = AUDIENCE.match(text, cue, end)
    whom = text[cue : told.end()].partition(" who ")[0] if told else ""
    return told.end() if told and not HAS_VERB.search(whom) and not HEARER_DID.search(whom) else None
