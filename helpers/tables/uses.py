"""What a piece of code reads: the modules of this package it imports, however indirectly, and the data they name."""

import hashlib
import re
from functools import lru_cache
from pathlib import Path

from helpers.tables.lexicons import DATA

ROOT = DATA.parent
IMPORTS = re.compile(
    r"^[ \t]*(?:from[ \t]+(helpers[\w.]*)[ \t]+import[ \t]+(\([^)]*\)|[^\n#]+)|import[ \t]+(helpers[\w.]*))",
    re.MULTILINE,
)
NAME = re.compile(r"\w+")
ALWAYS = ("requirements.txt", "data/codebook.csv")  # the lock and the codebook stand behind every table


def _path(module: str) -> Path | None:
    """The file of a module of this package; None for a name that is no module."""
    place = ROOT.joinpath(*module.split("."))
    return next((path for path in (place.with_suffix(".py"), place / "__init__.py") if path.is_file()), None)


def imported_modules(source: str) -> set[str]:
    """The modules of this package that a source imports, at its top or inside a function.

    >>> sorted(imported_modules("from helpers import stats\\nfrom helpers.tables import stack"))
    ['helpers.stats', 'helpers.tables', 'helpers.tables.stack']
    """
    found = set()
    for package, names, plain in IMPORTS.findall(source):
        parts = {f"{package}.{name}" for name in NAME.findall(names)} if package else set()
        own = {package or plain} - {"helpers"}  # the package itself holds nothing but its own description
        found |= own | {part for part in parts if _path(part)}
    return found


@lru_cache(maxsize=1024)
def _source(module: str) -> str:
    path = _path(module)
    return path.read_text(encoding="utf-8") if path else ""


@lru_cache(maxsize=1024)
def _imports_of(module: str) -> frozenset[str]:
    return frozenset(imported_modules(_source(module)))


def modules_behind(source: str) -> list[str]:
    """Every module of this package that a source needs, its imports' imports included, in alphabetical order."""
    found: set[str] = set()
    waiting = imported_modules(source)
    while waiting:
        module = waiting.pop()
        found.add(module)
        waiting |= _imports_of(module) - found
    return sorted(found)


@lru_cache(maxsize=1)
def _data_files() -> tuple[tuple[str, Path], ...]:
    """Lexicons, weights and measured scores by the name under which code asks for them."""
    named = [*(DATA / "lexicons").glob("*.csv"), *(DATA / "models").glob("*.*")]
    return (*((path.stem, path) for path in sorted(named)), ("measured.json", DATA / "measured.json"))


def files_behind(source: str) -> list[Path]:
    """Every file of the project that decides what a source computes: modules, lexicons, weights, templates, the lock.

    A lexicon counts as read where its name stands in quotation marks in one of the modules.
    """
    modules = modules_behind(source)
    text = "\n".join([source, *(_source(module) for module in modules)])
    quoted = set(re.findall(r"[\"']([\w.]+)[\"']", text))
    paths = [path for module in modules if (path := _path(module))]
    paths += [path for name, path in _data_files() if name in quoted and path.is_file()]
    if any(module.startswith("helpers.reports") for module in modules):
        paths += sorted(path for path in (ROOT / "helpers" / "reports" / "template").rglob("*") if path.is_file())
    return sorted({*paths, *(ROOT / name for name in ALWAYS)})


def hash_file(path: Path) -> str:
    """sha256 of a file's bytes, in hexadecimal digits."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


@lru_cache(maxsize=4096)
def _digest(path: str, size: int, changed: int) -> str:
    return hash_file(Path(path))


def digest(path: Path) -> str:
    """sha256 of a file's bytes; read once as long as its size and time stay."""
    state = path.stat()
    return _digest(str(path), state.st_size, state.st_mtime_ns)


def code_hashes(source: str) -> dict[str, str]:
    """Hash of every file behind a source: path from the project's root → sha256."""
    return {path.relative_to(ROOT).as_posix(): digest(path) for path in files_behind(source)}


@lru_cache(maxsize=256)
def module_digest(module: str) -> str:
    """One hash for a module and all that stands behind it."""
    hashes = code_hashes(f"import {module}\n")
    return hashlib.sha256("\n".join(f"{name} {value}" for name, value in hashes.items()).encode()).hexdigest()
