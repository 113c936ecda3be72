"""Read text dumps whose lines somebody has labelled: one `label<TAB>line` for every line that is not empty."""

from pathlib import Path
from typing import NamedTuple


class Coded(NamedTuple):
    """One labelled dump: its name, its text, and the label of each non-empty line in order."""

    name: str
    text: str
    labels: list[str]


def read_coded(path: Path) -> Coded:
    """Read one labelled dump. Raises ValueError if a line has no label."""
    labels, lines = [], []
    for number, row in enumerate(path.read_text(encoding="utf-8").removesuffix("\n").split("\n"), 1):
        label, tab, line = row.partition("\t")
        if row.strip() and not (label and tab and line.strip()):
            raise ValueError(f"{path.name} line {number} is no label, tab and text")
        lines.append(line)
        labels += [label] if row.strip() else []
    return Coded(path.stem, "\n".join(lines), labels)


def read_folder(folder: Path) -> list[Coded]:
    """Every labelled dump of a folder, in the order of their names."""
    return [read_coded(path) for path in sorted(folder.glob("*.tsv"))]
