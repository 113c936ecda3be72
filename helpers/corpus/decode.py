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
MAX_NUL, MAX_CONTROL = 0.01, 0.05  # share of all bytes; packed data have a tenth of the second
HALF_NUL, NO_NUL = 0.4, 0.1  # share at the odd or the even places of Latin letters of two bytes, and at the others
CONTROL = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1a\x1b")) + b"\x7f"
# How files begin that are no text, whatever they are called.
SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF87a", "a picture"),
    (b"GIF89a", "a picture"),
    (b"\x1f\x8b", "a gzip archive"),
)
AS_TEXT = "copy the words of the article into a .txt file"
AS_UTF8 = "save it as UTF-8"


def decode(data: bytes) -> tuple[str, str]:
    """Decode a text file and turn its newlines into `\\n`.

    data: the file's bytes. Tried in this order: a byte-order mark (UTF-8, UTF-16, UTF-32), UTF-8, Windows-1252 where
    the result is Latin text, then what charset-normalizer finds.
    Returns (text, encoding). Raises ValueError, with how to mend it, if no encoding fits or the data is no text.

    >>> decode(b"\\x93Stay,\\x94 he said\\r\\n")
    ('“Stay,” he said\\n', 'windows-1252')
    """
    _refuse_binary(data)
    text, encoding = _decode(data)
    return text.replace("\r\n", "\n").replace("\r", "\n"), encoding


def _refuse_binary(data: bytes) -> None:
    kind = next((kind for begins, kind in SIGNATURES if data.startswith(begins)), "")
    if kind:
        raise ValueError(f"it is {kind}, no text; {AS_TEXT}")
    if any(data.startswith(mark) for mark, encoding in MARKS if "8" not in encoding):
        return
    nul, size = data.count(0), len(data)
    if nul <= MAX_NUL * size and size - len(data.translate(None, CONTROL)) <= MAX_CONTROL * size:
        return
    odd = data[1::2].count(0)
    if max(odd, nul - odd) > HALF_NUL * size and min(odd, nul - odd) < NO_NUL * size:
        raise ValueError(f"every other byte is empty, as in UTF-16 without a mark; {AS_UTF8}")
    raise ValueError(f"it is no text but binary data; {AS_TEXT}")


def _decode(data: bytes) -> tuple[str, str]:
    for mark, encoding in MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding).removeprefix("\ufeff"), encoding.removesuffix("-sig")
            except UnicodeDecodeError as error:
                fault = f"its byte-order mark says {encoding}, but byte {error.start} is not"
                raise ValueError(f"{fault}; {AS_UTF8}") from error
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
        raise ValueError(f"it is neither UTF-8 (byte {position}) nor Windows-1252 nor another text encoding; {AS_UTF8}")
    return str(best), best.encoding.replace("_", "-")
