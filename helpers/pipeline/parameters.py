"""The parameters a caller may set, checked against what each notebook declares."""

import re
from pathlib import Path

import papermill

from helpers.corpus import CorpusError
from helpers.pipeline.steps import STEPS

CASTS = {
    "int": int,
    "float": float,
    "str": str,
    "bool": lambda text: {"true": True, "1": True, "false": False, "0": False}[text.lower()],
}


def declared(notebook: Path) -> dict[str, dict]:
    """The parameters a notebook declares in its cell tagged `parameters`: name → type, default, help."""
    return papermill.inspect_notebook(str(notebook))


def parse_parameters(pairs: list[str], notebooks: Path) -> dict[str, dict[str, object]]:
    """Read `04_figures.convention=acled` (or `convention=acled` where one notebook has it).

    Returns step → parameters. Raises CorpusError, naming what there is, for an unknown notebook, parameter or value.
    """
    known = {step.name: declared(notebooks / f"{step.name}.ipynb") for step in STEPS}
    chosen: dict[str, dict[str, object]] = {name: {} for name in known}
    for pair in pairs:
        key, equals, value = pair.partition("=")
        step, _, name = key.rpartition(".")
        owners = [s for s in known if name in known[s] and step in ("", s)]
        if not equals or not owners:
            raise CorpusError(f"there is no parameter {key!r}; there are: {_list(known)}")
        for owner in owners:
            chosen[owner][name] = _cast(value, known[owner][name], pair)
    return chosen


CHOICES = re.compile(r"one of: ([\w-]+(?:, [\w-]+)*)")


def _cast(value: str, about: dict, pair: str) -> object:
    choices = CHOICES.search(str(about.get("help", "")))
    if choices and value not in choices[1].split(", "):
        raise CorpusError(f"parameter {pair!r} must be one of: {choices[1]}")
    kind = about.get("inferred_type_name", "str")
    try:
        return CASTS.get(kind, str)(value)
    except (ValueError, KeyError) as error:
        raise CorpusError(f"parameter {pair!r} needs a value of type {kind}") from error


def _list(known: dict[str, dict[str, dict]]) -> str:
    return ", ".join(
        f"{step}.{name}" for step, names in known.items() for name in names if name not in ("corpus", "articles")
    )
