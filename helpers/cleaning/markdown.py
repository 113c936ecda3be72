"""Read the marks that dump tools like html2text set into a line: headings, emphasis, links, escapes."""

import re

HEADING_MARK = re.compile(r"^(#{1,6})\s{1,4}(?=\W{0,6}\w)")
HEADING_END = re.compile(r"\s#{1,6}$")
STRONG = re.compile(r"(?<![\w*_])(\*\*|__)(?=[^\s*_])([^*_]{1,400})(?<=\S)\1(?![\w*_])")
SLANTED = re.compile(r"(?<![\w*_])([*_])(?=[^\s*_])([^*_]{1,400})(?<=\S)\1(?![\w*_])")
LINKED = re.compile(r"!?\[([^\[\]]{0,300})\]\((?:https?:|[/#])[^()\s]{0,500}(?:\s\"[^\"]{0,200}\")?\)")
ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!-])")
ENTRY = re.compile(r"^[*+-]\s{1,3}")  # before an entry of a list


def has_marks(text: str) -> bool:
    """Whether a text may hold such marks at all: the cheap question."""
    return "#" in text or "**" in text or "_" in text or "](" in text or "\\" in text or "*" in text.lstrip("* ")


def read_marks(text: str) -> tuple[str, str]:
    """A line without its marks, and which mark holds it whole: `#` to `######`, `*` for emphasis, `[` for a link.

    The sign before an entry of a list stays. A line of nothing but signs is left as it is.

    >>> read_marks("## Related"), read_marks("_Ada Noll_ reports from **Brill**"), read_marks("[Home](/)")
    (('Related', '##'), ('Ada Noll reports from Brill', ''), ('Home', '['))
    """
    heading = HEADING_MARK.match(text)
    bare = HEADING_END.sub("", text[heading.end() :]) if heading else text
    entry = ENTRY.match(bare)
    start = entry.end() if entry else 0
    sign, inner, mark = bare[:start], bare[start:], heading[1] if heading else ""
    if "](" in inner:
        mark = mark or ("[" if LINKED.fullmatch(inner) else "")
        inner = LINKED.sub(r"\1", inner)
    if "*" in inner or "_" in inner:
        whole = STRONG.fullmatch(inner) or SLANTED.fullmatch(inner)
        mark = mark or ("*" if whole else "")
        inner = SLANTED.sub(r"\2", STRONG.sub(r"\2", inner))
    if "\\" in inner:
        inner = ESCAPED.sub(r"\1", inner)
    inner = inner.strip()
    return (sign + inner, mark) if any(map(str.isalnum, inner)) else (text, "")
