"""The house keeps its own rules: imports go up, modules stay short, notebooks read like an article."""

import ast
import json
import re
from pathlib import Path

import nbformat
import pytest
from conftest import ROOT

import helpers
from helpers.pipeline import STEPS

ORDER = [line.split()[0] for line in helpers.__doc__.splitlines()[2:] if line.strip()]
MODULES = sorted((ROOT / "helpers").rglob("*.py"))
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
TOUCH_FILES = {"tables", "corpus", "reports", "pipeline", "measure", "bench"}


def place(path: Path) -> str:
    """The line of the house a file belongs to."""
    return path.relative_to(ROOT / "helpers").parts[0].removesuffix(".py")


def imported(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("helpers"):
            parts = node.module.split(".")
            names |= {parts[1]} if len(parts) > 1 else {alias.name for alias in node.names}
        elif isinstance(node, ast.Import):
            names |= {alias.name.split(".")[1] for alias in node.names if alias.name.startswith("helpers.")}
    return names


def test_the_list_of_modules_is_the_folder():
    assert sorted(ORDER) == sorted({place(path) for path in MODULES} - {"__init__"})


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_module_imports_only_from_above(path):
    here = place(path)
    below = [name for name in imported(path) if here != "__init__" and ORDER.index(name) > ORDER.index(here)]
    assert not below, f"{here} imports from below: {below}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_module_is_short(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 250


@pytest.mark.parametrize(
    "path",
    [p for p in MODULES if place(p) not in TOUCH_FILES and p.name != "train.py"],
    ids=lambda path: path.relative_to(ROOT).as_posix(),
)
def test_only_four_modules_touch_files(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        called = node.func if isinstance(node, ast.Call) else None
        name = getattr(called, "id", None) or getattr(called, "attr", None)
        assert name not in {
            "open",
            "read_text",
            "write_text",
            "read_bytes",
            "write_bytes",
            "read_csv",
            "to_csv",
            "read_parquet",
            "to_parquet",
            "savefig",
        }, f"{name} in line {node.lineno}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_public_functions_are_documented_and_annotated(path):
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)) and not node.name.startswith("_"):
            assert ast.get_docstring(node), f"{node.name} has no docstring"
            if isinstance(node, ast.FunctionDef):
                assert node.returns is not None, f"{node.name} does not say what it returns"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_error_is_swallowed(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ExceptHandler):
            assert node.type is not None, f"bare except in line {node.lineno}"
            broad = getattr(node.type, "id", "") in {"Exception", "BaseException"}
            assert not (broad and all(isinstance(x, ast.Pass) for x in node.body)), f"silent except, line {node.lineno}"


def test_every_step_has_its_notebook():
    assert [path.stem for path in NOTEBOOKS] == [step.name for step in STEPS]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_reads_like_an_article(path):
    notebook = nbformat.read(path, as_version=4)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    prose = [cell for cell in notebook.cells if cell.cell_type == "markdown"]
    assert notebook.cells[0].source.startswith("# ")
    assert notebook.cells[0].source.splitlines()[0].endswith("?")
    assert 20 <= len(notebook.cells) <= 60
    assert len(prose) >= 0.35 * len(notebook.cells)
    assert [cell.metadata.get("tags") for cell in code].count(["parameters"]) == 1
    for cell in code:
        lines = [line for line in cell.source.splitlines() if line.strip()]
        assert len(lines) <= 12, cell.source
        assert not re.search(r"^\s*def |%run|%pip|!pip|pip install", cell.source, re.M), cell.source
    headings = [line for cell in prose for line in cell.source.splitlines() if line.startswith("## ")]
    assert sum(line.endswith("?") for line in headings) >= 0.6 * len(headings), headings


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_is_committed_without_outputs(path):
    raw = json.loads(path.read_text(encoding="utf-8"))
    for cell in raw["cells"]:
        assert not cell.get("outputs"), cell["source"]
        assert cell.get("execution_count") is None


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_no_notebook_turns_text_into_html_itself(path):
    for cell in nbformat.read(path, as_version=4).cells:
        if cell.cell_type == "code":
            assert not re.search(r"\.style\b|\bMarkdown\(|\bHTML\(|to_html|display\(|_repr_html_", cell.source), (
                cell.source
            )


def test_the_codebook_holds_every_table_a_step_writes():
    from helpers.tables import CODEBOOK

    written = {table for step in STEPS for table in step.writes}
    assert written == set(CODEBOOK)
    before: set[str] = set()
    for step in STEPS:
        assert set(step.reads) <= before, f"{step.name} reads what no step before it writes"
        before |= set(step.writes)
