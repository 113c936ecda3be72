"""Characters that a reader cannot see, or that turn and break what stands around them, told by their code point."""

import re

# Control characters but tab and newline, format characters (zero width, direction, tags), fillers that draw nothing,
# line and paragraph separators, halves of surrogate pairs, non-characters. Kept: the two selectors that emoji carry.
UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ud800-\udfff\ufdd0-\ufdef\ufe00-\ufe0d\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)


def show_unseen(text: str) -> str:
    """The text with every such character as [U+…]; tabs and newlines stay.

    >>> show_unseen("left\\u202eright\\x00")
    'left[U+202E]right[U+0000]'
    """
    return UNSEEN.sub(lambda match: f"[U+{ord(match.group()):04X}]", text)
