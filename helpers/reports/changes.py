"""What changed since the last build: articles, figures, verdicts and names that were added, changed or removed."""

import math
from collections.abc import Iterable
from typing import NamedTuple

import pandas as pd
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from helpers.reports.rows import table
from helpers.reports.show import Shown, answer, bullets
from helpers.tables import Build, read_table

CHANGES = ("06_changes", "Changes")  # file name and title of the page
HOW = ("added", "changed", "removed")
NOTHING = "No article, figure, verdict or name differs from those of a build before."
FIRST = "This is the first build of this corpus, so there is none to compare it with."


class Kind(NamedTuple):
    """One kind of thing that is compared: what makes it the same thing, and what of it may change."""

    name: str
    plural: str
    heading: str
    table: str
    key: tuple[str, ...]
    told: tuple[str, ...]


KINDS = (
    Kind("article", "articles", "Which articles?", "documents", ("document",),
         ("sha256", "source", "title", "author", "published", "n_kept_words")),
    Kind("figure", "figures", "Which figures?", "figures", ("document", "text", "noun"),
         ("low", "best", "high", "op", "kind", "claimant", "voice", "stance")),
    Kind("verdict", "verdicts", "Which verdicts on figures?", "figure_groups", ("label",),
         ("verdict", "n_figures", "n_sources", "low", "high")),
    Kind("name", "names", "Which names of the sides?", "names", ("document", "actor", "name"), ("n",)),
)  # fmt: skip


def _keyed(frame: pd.DataFrame, kind: Kind) -> dict[tuple, dict[str, str]]:
    """Each thing under its key; where several have one, they are told apart by their order."""
    if kind.name == "name":
        frame = frame.groupby(list(kind.key), as_index=False, sort=False).size().rename(columns={"size": "n"})
    found, seen = {}, {}
    for row in frame.to_dict("records"):
        key = tuple(str(row[column]) for column in kind.key)
        seen[key] = seen.get(key, 0) + 1
        found[(*key, seen[key])] = {column: _cell(row[column]) for column in kind.told}
    return found


def _cell(value: object) -> str:
    if not isinstance(value, float):
        return str(value)
    if not math.isfinite(value):
        return "open" if math.isinf(value) else ""
    return f"{value:,.6f}".rstrip("0").rstrip(".")


def differences(old: pd.DataFrame, new: pd.DataFrame, kind: Kind) -> pd.DataFrame:
    """What was added, changed or removed between two tables.

    Returns how (added, changed, removed), the key's columns, and `what`: for a change, each column with its old and new
    value; for what is new or gone, its values.
    """
    before, after = _keyed(old, kind), _keyed(new, kind)
    rows = []
    for key in [*after, *(key for key in before if key not in after)]:
        was, now = before.get(key), after.get(key)
        if was == now:
            continue
        how = "added" if was is None else "removed" if now is None else "changed"
        told = now if was is None else was if now is None else {c: (was[c], now[c]) for c in now if was[c] != now[c]}
        rows.append((how, *key[:-1], "; ".join(_told(column, value) for column, value in told.items() if value)))
    return pd.DataFrame(rows, columns=["how", *kind.key, "what"], dtype="str")


def _told(column: str, value: str | tuple[str, str]) -> str:
    if isinstance(value, tuple):
        old, new = (part[:12] if column == "sha256" else part or "none" for part in value)
        return f"{column.replace('_', ' ')}: {old} → {new}"
    return f"{column.replace('_', ' ')}: {value[:12] if column == 'sha256' else value}"


def _counts(found: pd.DataFrame, kind: Kind) -> str:
    numbers = [(int((found.how == how).sum()), how) for how in HOW]
    told = [f"{n:,} {kind.name if n == 1 else kind.plural} {how}" for n, how in numbers if n]
    return ", ".join(told)


def compare_builds(old: Build | None, new: Build) -> list[tuple[Kind, pd.DataFrame]]:
    """Every kind of which something differs between two builds; none where there is no build before."""
    if old is None:
        return []
    pairs = ((kind, read_table(kind.table, old), read_table(kind.table, new)) for kind in KINDS)
    found = [(kind, differences(before, after, kind)) for kind, before, after in pairs]
    return [(kind, rows) for kind, rows in found if len(rows)]


def _cells(found: list[tuple[Kind, pd.DataFrame]], none: str) -> Iterable[NotebookNode]:
    """The cells of the page; none: what is said where nothing differs."""
    yield new_markdown_cell("# What changed since the last build?")
    if not found:
        yield _shown(answer(none))
        return
    counts = [_counts(rows, kind) for kind, rows in found]
    yield _shown(answer("Compared with the build before:"), bullets(counts, none=NOTHING))
    for kind, rows in found:
        yield new_markdown_cell(f"## {kind.heading}")
        names = {"how": "How", "what": "What", **{column: column.capitalize() for column in kind.key}}
        caption = f"{kind.plural.capitalize()} that differ"
        yield _shown(table(rows.rename(columns=names), caption, name=f"changed_{kind.plural}", csv=rows))


def _shown(*parts: Shown) -> NotebookNode:
    outputs = [new_output("display_data", {"text/html": part.html, "text/plain": part.text}) for part in parts]
    return new_code_cell(outputs=outputs, execution_count=1)


def changes_notebook(old: Build | None, new: Build) -> NotebookNode:
    """The page as an executed notebook; old: the build before, None if there is none."""
    cells = _cells(compare_builds(old, new), FIRST if old is None else NOTHING)
    notebook = new_notebook(cells=list(cells))
    for number, cell in enumerate(notebook.cells):
        cell.id = f"changes-{number}"
    return notebook
