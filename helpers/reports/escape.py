"""The one place where text becomes HTML."""

import html
import re

from helpers.tables.unseen import show_unseen

# What a line must not break: a number and its per cent sign, a charge mark and its count.
TOGETHER = re.compile(r"(?<=\d) (?=%)|(?<=[▼▲◆]) (?=\d)|(?<=\S) (?=[▼▲◆] ?\d)")


def escape(value: object) -> str:
    """Any value as HTML text: markup escaped, invisible and direction-changing characters shown by code point.

    >>> escape('<b>5 & 6</b>')
    '&lt;b&gt;5 &amp; 6&lt;/b&gt;'
    >>> escape("left\\u202eright")
    'left[U+202E]right'
    """
    return html.escape(show_unseen(str(value)), quote=True)


def prose(value: object) -> str:
    """A sentence as HTML text, with no-break spaces before per cent signs and between a charge mark and its count.

    >>> prose("35 % & terror ▼ 8")
    '35\xa0% &amp; terror\xa0▼\xa08'
    """
    return TOGETHER.sub("\u00a0", escape(value))
