"""Bytes of a scraped file into text."""

import codecs
import re

from charset_normalizer import from_bytes

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What Windows-1252 text in a Latin-script language is made of beyond ASCII: typography and accented letters.
LATIN = re.compile(
    "[\u00a0-\u00ff\u2013\u2014\u2018-\u201e\u2020-\u2022\u2026\u20ac\u2122\u0152\u0153\u0160\u0161\u0178]"
)
MAX_FOREIGN = 0.2  # share of non-ASCII characters above which Windows-1252 is not believed without a second opinion
FEW = 10  # so many are believed in the shortest text
MAX_NUL = 0.01


def decode(data: bytes) -> tuple[str, str]:
    """Decode a text file and turn its newlines into `\\n`.

    data: the file's bytes. Tried in this order: a byte-order mark (UTF-8, UTF-16, UTF-32), UTF-8, Windows-1252 where
    the result is Latin text, then what charset-normalizer finds.
    Returns (text, encoding). Raises ValueError if no encoding fits or the data looks binary.

    >>> decode(b"\\x93Stay,\\x94 he said\\r\\n")
    ('“Stay,” he said\\n', 'windows-1252')
    """
    text, encoding = _decode(data)
    if text.count("\0") > MAX_NUL * len(text):
        raise ValueError("it looks like binary data or UTF-16 without a mark")
    return text.replace("\r\n", "\n").replace("\r", "\n"), encoding


def _decode(data: bytes) -> tuple[str, str]:
    for mark, encoding in MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding).removeprefix("\ufeff"), encoding.removesuffix("-sig")
            except UnicodeDecodeError as error:
                raise ValueError(f"its byte-order mark says {encoding}, but byte {error.start} is not") from error
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        return _decode_legacy(data, error.start)


def _decode_legacy(data: bytes, position: int) -> tuple[str, str]:
    try:
        text = data.decode("windows-1252")
        foreign = [c for c in text if c > "\x7f"]
        latin = all(LATIN.match(c) for c in foreign) and "\0" not in text
        if latin and len(foreign) < max(FEW, MAX_FOREIGN * len(text)):
            return text, "windows-1252"
    except UnicodeDecodeError:
        pass  # five byte values are undefined there: not this encoding, ask further
    best = from_bytes(data).best() if b"\0" not in data else None
    if best is None:
        raise ValueError(f"it is neither UTF-8 (byte {position}) nor Windows-1252 nor another text encoding")
    return str(best), best.encoding.replace("_", "-")
