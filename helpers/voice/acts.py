"""An act of speaking, and where the auxiliaries before its verb begin."""

import re
from typing import NamedTuple

from helpers.voice.classes import Span


class Event(NamedTuple):
    """One act of speaking in a text: where speaker and cue stand (speaker empty where start == end)."""

    speaker: Span
    cue: Span
    order: str  # "SV" subject before the verb, "VS" after it, "according", "by" (passive), "as saying", "participle"
    complement: bool  # what follows the cue reads like the words that were said


ADVERB = (
    r"(?:already|long|all|both|ever|soon|instead|thus|therefore|perhaps|also|later|then|now|once|again|"
    r"still|even|just|never|always|often|further|first|since|too|herself|himself|themselves|itself|[a-z]{2,14}ly)"
)
BEFORE_CUE = re.compile(
    rf"(?<![\w-])(?P<aux>(?:(?:has|have|had|is|was|are|were|been|being|be|to|did|does|do|not|would|could|may|"
    rf"might|can|should|must|will|"
    rf"shall|cannot|[a-z]{2, 6}n[’']t|can[’']t|got|gets|went on|goes on|likes?|liked|loves?|loved|used|continued|"
    rf"rushed|dared|had|forced|obliged|{ADVERB}),?\s+){{1,5}})$"
)


def auxiliary_start(text: str, start: int, at: int) -> int:
    """Where the auxiliaries and adverbs right before a verb begin."""
    low = max(start, at - 60)
    match = BEFORE_CUE.search(text[low:at])
    return low + match.start() if match else at
