"""Terms as the texts print them: counted in small letters, shown as they stand."""

import re
from collections import Counter
from collections.abc import Iterable

import pandas as pd

from helpers.reports.answers.words import NUMERALS


def printed_terms(terms: Iterable[str], spans: pd.DataFrame) -> dict[str, str]:
    """Each term in the case it mostly has inside a span, not at its start, where every word has a capital.

    terms: in small letters, as they are counted; spans: `text`. A term that stands nowhere as it is stays as it is.

    >>> printed_terms(["u.s.", "mill", "i"], pd.DataFrame({"text": ["Mill hands say the U.S. and I left the mill."]}))
    {'u.s.': 'U.S.', 'mill': 'mill', 'i': 'I'}
    """
    wanted = list(dict.fromkeys(terms))
    forms: dict[str, Counter[str]] = {term: Counter() for term in wanted}
    if not wanted:
        return {}
    longest_first = sorted(map(re.escape, wanted), key=len, reverse=True)
    pattern = re.compile(rf"(?<=[\s(\"“‘'-])(?:{'|'.join(longest_first)})(?!\w)", re.I)
    for text in spans.text:
        for found in pattern.findall(text):
            if found.lower() in forms:
                forms[found.lower()][found] += 1
    return {term: counts.most_common(1)[0][0] if counts else term for term, counts in forms.items()}


def printed_keyness(keyness: pd.DataFrame, spans: pd.DataFrame) -> pd.DataFrame:
    """Keyness with its terms as the texts print them, for charts and tables."""
    printed = printed_terms(keyness.term, spans)
    return keyness.assign(term=keyness.term.map(printed))


def and_more(n: int) -> str:
    """What is left out of a list.

    >>> and_more(1), and_more(0)
    (' and one more', '')
    """
    return f" and {NUMERALS[n] if n < len(NUMERALS) else n} more" if n > 0 else ""
