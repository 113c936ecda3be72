"""Text dumps whose lines somebody has labelled: one `label<TAB>line` for every line that is not empty."""

from typing import NamedTuple

from helpers.cleaning.facts import LABELS


class Coded(NamedTuple):
    """One labelled dump: its name, its text, and the label of each non-empty line in order."""

    name: str
    text: str
    labels: list[str]


def parse_coded(name: str, rows: str) -> Coded:
    """Part the labels of a dump from its text. Raises ValueError if a line has no label.

    >>> parse_coded("mill", "title\\tMill burns\\n\\nbody\\tIt burned on Monday.\\n")
    Coded(name='mill', text='Mill burns\\n\\nIt burned on Monday.', labels=['title', 'body'])
    """
    labels, lines = [], []
    for number, row in enumerate(rows.removesuffix("\n").split("\n"), 1):
        label, tab, line = row.partition("\t")
        if row.strip() and not (label in LABELS and tab and line.strip()):
            raise ValueError(f"{name} line {number} is no label, tab and text")
        lines.append(line)
        labels += [label] if row.strip() else []
    return Coded(name, "\n".join(lines), labels)
