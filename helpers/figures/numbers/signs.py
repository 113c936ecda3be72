"""Tell the digits that are signs: footnote marks, screen resolutions, sections such as 401(k), results of matches."""

import re

from helpers.figures.numbers.context import is_plural
from helpers.figures.numbers.lexer import Stream
from helpers.figures.words import word_set

SCREENS = frozenset((240, 360, 480, 540, 720, 1080, 1440, 2160, 4320))
SHARP = word_set("2 4 5 8 16")  # thousands of pixels: "4K"
SHOWN = word_set("games videos movies films screens monitors displays cameras streams images projectors resolutions "
                 "streaming gaming video footage resolution content tv screen display camera")  # fmt: skip
CLOSING = frozenset(".,;:!?\n")
EMERGENCY = frozenset(("911", "999", "112"))
CALLED = word_set("call calls caller callers operator operators dispatcher dispatchers emergency")
DIALLED = word_set("call called calls calling dial dialed dialled dialing dialling rang phoned")
AFTER_CALL = word_set("on to and for at when after from about but before in as because while that")
ROW, LONGEST_ROW = 4, 12  # numbers side by side that make a row of a table; tokens looked at on either side
MOST_NOTES = 12  # marks in one bracket
LARGEST_NOTE = 999
TEAM = re.compile(r",\s(?:(?:the|and)\s)?[A-Z][\w.’'-]{0,20}(?:\s[A-Z][\w.’'-]{0,20}){0,3}\s")
RESULT = re.compile(r"\d{1,3}(?=\s?[:;.(\n]|$)")
LARGEST_RESULT = 200


def sign_at(stream: Stream, index: int) -> tuple[int, int, str] | None:
    """Tokens and reason of a sign that the digits at `index` begin; None for other numbers."""
    token = stream.at(index)
    if token.kind == "number":
        multi = stream.low(index - 1) in "-‐‑" and stream.low(index - 2) == "multi"
        return (index, index + 1, "idiom") if multi else None
    if token.kind != "digits" or not token.text.isdecimal():
        return None
    note = _footnote(stream, index)
    if note or _in_row(stream, index) or (token.text in EMERGENCY and _is_called(stream, index)):
        return index, note or index + 1, "reference"
    if stream.low(index + 1) == "under" and stream.at(index + 2).text == token.text:  # "named to the 40 Under 40"
        return index, index + 3, "name"
    if stream.low(index + 1) == "(" and stream.low(index + 3) == ")" and _letter(stream, index):
        return index, index + 1, "reference"
    return (index, index + 2, "name") if _pixels(stream, index) else None


def _is_called(stream: Stream, index: int) -> bool:
    """ "911 callers", "called 911 on him", not "called 911 voters"."""
    if stream.low(index + 1) in CALLED:
        return True
    follow = stream.low(index + 1)
    return stream.low(index - 1) in DIALLED and (stream.kind(index + 1) != "word" or follow in AFTER_CALL)


def _letter(stream: Stream, index: int) -> bool:
    """ "401(k)": one letter stands tight in the bracket."""
    letter = stream.low(index + 2)
    return stream.tight(index + 1) and stream.tight(index + 2) and len(letter) == 1 and letter.isalpha()


def _pixels(stream: Stream, index: int) -> bool:
    """ "4K", "1080p": the sharpness of a picture, and the like of "5K Run"; not "10K runners"."""
    letter, after = stream.at(index + 1), stream.at(index + 2)
    if not stream.tight(index + 1) or (stream.tight(index + 2) and after.kind in ("word", "digits")):
        return False
    if letter.text == "p":
        return int(stream.at(index).text[:6]) in SCREENS
    counted = after.text.islower() and is_plural(after.low) and after.low not in SHOWN
    if letter.text in ("K", "k") and stream.at(index).text in SHARP and not counted:
        return letter.text == "K" or after.low in SHOWN or stream.low(index - 1) in ("native", "true", "in", "at")
    titled = after.kind == "word" and after.text[0].isupper() and not after.low.endswith("s")
    return letter.text in ("K", "B") and titled and stream.gap(index + 2) == " "


def _footnote(stream: Stream, index: int) -> int:
    """Index after the footnote mark "(3)" or the row of marks "(3, 4)" that begins at `index`; 0 if there is none."""
    if stream.low(index - 1) not in ("(", "[") or not stream.tight(index):
        return 0
    named = stream.at(index - 2)
    if named.kind == "word" and named.text[0].isupper() and stream.low(index + 1) in (")", "]"):
        return 0  # "Lund (56), Hoyt (49)": counts or ages of what is named
    last = index
    while last < index + 2 * MOST_NOTES and stream.kind(last) == "digits" and _small(stream, last):
        if stream.low(last + 1) in (")", "]"):
            told = stream.low(last + 2) in CLOSING or stream.kind(last + 2) == "line"
            return last + 1 if told and stream.kind(index - 2) != "digits" else 0
        if stream.low(last + 1) not in (",", ";", "-", "–"):
            return 0
        last += 2
    return 0


def _in_row(stream: Stream, index: int) -> bool:
    """A row of a table: four or more bare numbers side by side, no groups of thousands."""
    first = last = index
    while first > 0 and index - first < LONGEST_ROW and _bare(stream, first - 1):
        first -= 1
    while index == last or (last - index < LONGEST_ROW and _bare(stream, last)):
        last += 1
    row = [at for at in range(first, last) if stream.kind(at) == "digits"]
    return len(row) >= ROW and any(len(stream.at(at).text) != 3 for at in row[1:])


def _bare(stream: Stream, index: int) -> bool:
    """Digits parted by a space from what stands before, or the dash before a row's total."""
    digits = stream.kind(index) == "digits" and stream.at(index).text.isdecimal() and not stream.tight(index)
    dash = stream.low(index) in ("—", "–") and stream.kind(index - 1) == stream.kind(index + 1) == "digits"
    return digits or dash


def _small(stream: Stream, index: int) -> bool:
    text = stream.at(index).text
    return text.isdecimal() and len(text) <= 3 and int(text) <= LARGEST_NOTE


def opens_result(stream: Stream, index: int) -> bool:
    """ "Reds 4, Blues 1: …": plain digits after a team's name, another team with its digits behind a comma."""
    token, before = stream.at(index), stream.at(index - 1)
    named = before.kind == "word" and before.text[0].isupper() and token.text.isdecimal()
    if not named or len(token.text) > 3 or int(token.text) > LARGEST_RESULT or stream.low(index + 1) != ",":
        return False
    team = TEAM.match(stream.text, token.end, token.end + 90)
    if not team:
        return False
    digits = stream.text[team.end() : team.end() + 4]
    return RESULT.match(digits) is not None


def closes_result(text: str, end: int, start: int) -> bool:
    """Whether only a comma and a team's name stand between a first result and these digits."""
    return TEAM.fullmatch(text, end, start) is not None
