"""The parameters a caller may set, checked against what each notebook declares."""

import ast
import json
import re
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from helpers.corpus import CorpusError
from helpers.pipeline.steps import STEPS

CASTS = {
    "int": int,
    "float": float,
    "str": str,
    "bool": lambda text: {"true": True, "1": True, "false": False, "0": False}[text.lower()],
}
GIVEN = ("corpus", "articles")  # set by the runner
CHOICES = re.compile(r"one of: ([\w-]+(?:, [\w-]+)*)")


class Parameter(NamedTuple):
    """A parameter as the notebook declares it: `words: int = 40  # longest excerpt, in words`."""

    kind: str
    default: object
    help: str


@lru_cache(maxsize=32)
def declared(notebook: Path) -> dict[str, Parameter]:
    """The parameters of the cell tagged `parameters`: name → kind, default, help.

    papermill.inspect_notebook tells the same (tested), but takes longer to import than a build with nothing to do.
    """
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    sources = ["".join(c["source"]) for c in cells if "parameters" in c["metadata"].get("tags", [])]
    found = {}
    for source in sources[:1]:
        lines = source.splitlines()
        for node in ast.parse(source).body:
            if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value:
                told = lines[node.end_lineno - 1][node.end_col_offset :].strip().removeprefix("#").strip()
                found[node.target.id] = Parameter(ast.unparse(node.annotation), ast.literal_eval(node.value), told)
    return found


def parse_parameters(pairs: list[str], notebooks: Path) -> dict[str, dict[str, object]]:
    """Read `04_figures.convention=acled` (or `convention=acled` where one notebook has it).

    Returns step → parameters. Raises CorpusError, naming what there is, for an unknown notebook, parameter or value.
    """
    known = {step.name: declared(notebooks / f"{step.name}.ipynb") for step in STEPS}
    chosen: dict[str, dict[str, object]] = {name: {} for name in known}
    for pair in pairs:
        key, equals, value = pair.partition("=")
        step, _, name = key.rpartition(".")
        owners = [s for s in known if name in known[s] and name not in GIVEN and step in ("", s)]
        if not equals or not owners:
            raise CorpusError(f"there is no parameter {key!r}; there are: {_list(known)}")
        for owner in owners:
            chosen[owner][name] = _cast(value, known[owner][name], pair)
    return chosen


def _cast(value: str, about: Parameter, pair: str) -> object:
    choices = CHOICES.search(about.help)
    if choices and value not in choices[1].split(", "):
        raise CorpusError(f"parameter {pair!r} must be one of: {choices[1]}")
    try:
        return CASTS.get(about.kind, str)(value)
    except (ValueError, KeyError) as error:
        raise CorpusError(f"parameter {pair!r} needs a value of type {about.kind}") from error


def _list(known: dict[str, dict[str, Parameter]]) -> str:
    return ", ".join(f"{step}.{name}" for step, names in known.items() for name in names if name not in GIVEN)
