"""Everything that decides what a build and each of its steps say, as hashes."""

import hashlib
import json
import platform
from functools import lru_cache
from pathlib import Path

from helpers.pipeline.steps import STEPS, Step
from helpers.tables import DATA
from helpers.tables.uses import code_hashes, digest

ROOT = DATA.parent
NOTEBOOKS = ROOT / "notebooks"
SHARED = (
    "data/lexicons/*.csv", "data/models/*", "data/*.csv", "data/measured.json", "notebooks/*.ipynb", "helpers/**/*.py",
    "helpers/reports/template/**/*", "requirements.txt",
)  # fmt: skip


def input_hashes(corpus: Path, articles: dict[str, Path]) -> dict[str, str]:
    """Hashes of articles, manifest, actors, hand coding, lexicons, weights, notebooks, code, template and lock."""
    own = [corpus / "corpus.toml", corpus / "actors.csv", *sorted((corpus / "gold").glob("*.csv"))]
    hashes = {f"corpus/{path.relative_to(corpus).as_posix()}": digest(path) for path in own if path.is_file()}
    hashes |= {f"articles/{document}": digest(path) for document, path in articles.items()}
    shared = sorted(path for pattern in SHARED for path in ROOT.glob(pattern) if path.is_file())
    return hashes | {path.relative_to(ROOT).as_posix(): digest(path) for path in shared}


def hash_of(value: object) -> str:
    """One hash of plain values, the same on any day and machine."""
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()


def build_id(inputs: dict[str, str], parameters: dict) -> str:
    """Twelve digits that are the same for the same inputs and parameters, on any day and machine."""
    return hash_of([inputs, parameters])[:12]


@lru_cache(maxsize=16)
def _code_of(notebook: Path) -> tuple[str, str]:
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    code = "\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code")
    return code, digest(notebook)


def step_inputs(step: Step, inputs: dict[str, str], chosen: dict, tables: dict[str, str]) -> dict[str, str]:
    """What a step hangs on, name → hash: notebook, code, lexicons, weights, lock, parameters, corpus files, tables.

    inputs: as input_hashes gives them; chosen: the parameters set for this step; tables: path in the build → hash of
    what the steps before it wrote. The names are what a reader is told as the reason to run it.
    """
    code, notebook = _code_of(NOTEBOOKS / f"{step.name}.ipynb")
    own = {f"the notebook {step.name}": notebook, "Python": hash_of(platform.python_version())}
    own |= code_hashes(code)
    own |= {f"the parameter {name}": hash_of(value) for name, value in chosen.items()}
    own |= {_told(name): value for name, value in inputs.items() if _reads_of_corpus(step, name)}
    if step.reads:
        wanted = {f"tables/{table}.parquet" for table in step.reads}
        own |= {name: value for name, value in tables.items() if name in wanted or name.startswith("texts/")}
    return own


def _reads_of_corpus(step: Step, name: str) -> bool:
    area, _, rest = name.partition("/")
    part = "articles" if area == "articles" else rest.partition("/")[0] if area == "corpus" else ""
    return part in step.corpus


def _told(name: str) -> str:
    area, _, rest = name.partition("/")
    return f"the article {rest}" if area == "articles" else rest


def makers() -> dict[str, Step]:
    """Table → the step that writes it."""
    return {table: step for step in STEPS for table in step.writes}


def needs(step: Step) -> set[str]:
    """Names of the steps whose tables a step reads."""
    return {makers()[table].name for table in step.reads}
