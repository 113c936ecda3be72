"""One build of one corpus: the notebooks through papermill, the pages, the record, and the publication."""

import errno
import hashlib
import json
import os
import platform
import shutil
import time
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

import nbformat
import papermill
from filelock import FileLock, Timeout
from papermill.exceptions import PapermillExecutionError
from tqdm import tqdm

from helpers.corpus import CorpusError, Manifest, check_corpus, read_manifest
from helpers.pipeline.parameters import declared, parse_parameters
from helpers.pipeline.publish import hash_files, publish, stage_folder
from helpers.pipeline.steps import STEPS, Step
from helpers.reports import render_page
from helpers.tables import DATA
from helpers.tables.store import OUTPUTS

ROOT = DATA.parent
NOTEBOOKS = ROOT / "notebooks"
CELL_SECONDS = 600
PACKAGES = ("jupyterlab", "matplotlib", "nbconvert", "pandas", "papermill", "textblob", "trafilatura", "vaderSentiment")


class BuildError(Exception):
    """A build that did not finish: one line that says where, and the exit code."""

    def __init__(self, line: str, code: int = 1) -> None:
        super().__init__(line)
        self.code = code


def build(corpus: str, articles: str = "", parameters: list[str] | None = None, *, quiet: bool = False) -> Path:
    """Build every report of a corpus and publish it.

    corpus: the corpus folder; articles: where its files are kept, if elsewhere; parameters: `NOTEBOOK.NAME=VALUE`.
    Returns the path of index.html. Raises BuildError with one line and an exit code (1 a notebook failed, 2 the input
    cannot be used, 75 another build of the corpus is running); the last good build then stays as it was.
    """
    started = datetime.now(UTC)
    try:
        manifest = read_manifest(corpus)
        paths = check_corpus(corpus, articles)
        chosen = parse_parameters(parameters or [], NOTEBOOKS)
    except CorpusError as error:
        raise BuildError(str(error), 2) from error
    try:
        OUTPUTS.mkdir(parents=True, exist_ok=True)
        with FileLock(OUTPUTS / f".{manifest.name}.lock", timeout=0):
            return _build_locked(manifest, corpus, articles, paths, chosen, started, quiet)
    except Timeout as error:
        raise BuildError(f"another build of {manifest.name} is running; wait for it to end", 75) from error
    except OSError as error:
        raise BuildError(_disk_line(error)) from error


def _disk_line(error: OSError) -> str:
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return "the disk is full: nothing was published; free some space and build again"
    return f"cannot write the build: {error.strerror} ({error.filename}); nothing was published"


def _build_locked(
    manifest: Manifest, corpus: str, articles: str, paths: dict[str, Path], chosen: dict, started: datetime, quiet: bool
) -> Path:
    inputs = _input_hashes(Path(corpus), paths)
    build_id = hashlib.sha256(json.dumps([inputs, chosen], sort_keys=True).encode()).hexdigest()[:12]
    stage = stage_folder(OUTPUTS, manifest.name, build_id)
    try:
        seconds = _run_steps(stage, manifest, corpus, articles, chosen, quiet)
        _render(stage, manifest, build_id)
        _record(stage, manifest, chosen, inputs, seconds, build_id, started)
        target = publish(OUTPUTS, manifest.name, stage, started.strftime("%Y%m%dT%H%M%SZ"))
    finally:
        shutil.rmtree(stage, ignore_errors=True)
    return target / "index.html"


def _input_hashes(corpus: Path, paths: dict[str, Path]) -> dict[str, str]:
    """Hashes of all that decides what a build says: articles, manifest, actors, gold, lexicons, weights, code, lock."""

    def digest(path: Path) -> str:
        return hashlib.sha256(path.read_bytes()).hexdigest()

    own = [corpus / "corpus.toml", corpus / "actors.csv", *sorted((corpus / "gold").glob("*.csv"))]
    shared = [
        *sorted(DATA.glob("lexicons/*.csv")),
        *sorted(DATA.glob("models/*")),
        *sorted(DATA.glob("*.csv")),
        *sorted(NOTEBOOKS.glob("*.ipynb")),
        *sorted((ROOT / "helpers").rglob("*.py")),
        ROOT / "requirements.txt",
    ]
    hashes = {f"corpus/{path.relative_to(corpus).as_posix()}": digest(path) for path in own if path.is_file()}
    hashes |= {f"articles/{document}": digest(path) for document, path in paths.items()}
    return hashes | {path.relative_to(ROOT).as_posix(): digest(path) for path in shared if path.is_file()}


def _run_steps(
    stage: Path, manifest: Manifest, corpus: str, articles: str, chosen: dict, quiet: bool
) -> dict[str, float]:
    (stage / "notebooks").mkdir()
    os.environ["COUNTERPOINT_BUILD"] = str(stage.resolve())
    places = {
        "corpus": os.path.relpath(corpus, NOTEBOOKS),
        "articles": articles and os.path.relpath(articles, NOTEBOOKS),
    }
    seconds = {}
    try:
        with tqdm(STEPS, desc=manifest.name, unit="step", disable=None if not quiet else True) as steps:
            for step in steps:
                steps.set_postfix_str(step.name)
                begun = time.perf_counter()
                _run_step(step, stage, places, chosen[step.name], manifest.name)
                seconds[step.name] = round(time.perf_counter() - begun, 2)
    finally:
        del os.environ["COUNTERPOINT_BUILD"]
    return seconds


def _run_step(step: Step, stage: Path, places: dict[str, str], chosen: dict, name: str) -> None:
    source, result = NOTEBOOKS / f"{step.name}.ipynb", stage / "notebooks" / f"{step.name}.ipynb"
    known = declared(source)
    given = {key: value for key, value in places.items() if key in known} | chosen
    try:
        papermill.execute_notebook(
            str(source),
            str(result),
            given,
            cwd=str(NOTEBOOKS),
            progress_bar=False,
            log_output=False,
            execution_timeout=CELL_SECONDS,
            kernel_name="python3",
        )
    except PapermillExecutionError as error:
        raise _failure(step, error, result, name) from error
    except Exception as error:
        if isinstance(error, OSError):
            raise
        raise BuildError(f"{step.name} did not finish: {type(error).__name__}: {error}"[:400]) from error
    lost = [
        cell
        for cell in nbformat.read(result, as_version=4).cells
        if cell.cell_type == "code" and cell.source.strip() and not cell.execution_count
    ]
    missing = [table for table in step.writes if not (stage / "tables" / f"{table}.parquet").exists()]
    if lost or missing:  # a dead kernel leaves a notebook that looks finished (papermill says "completed")
        raise BuildError(
            f"{step.name} did not finish: {len(lost)} cells never ran, missing tables: {', '.join(missing) or '–'}"
        )


def _failure(step: Step, error: PapermillExecutionError, result: Path, name: str) -> BuildError:
    if error.ename == "CorpusError":
        return BuildError(error.evalue, 2)
    if error.ename == "OSError" and f"[Errno {errno.ENOSPC}]" in error.evalue:
        return BuildError(_disk_line(OSError(errno.ENOSPC, "")))
    kept = OUTPUTS / ".failed" / name / f"{step.name}.ipynb"
    kept.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(result, kept)
    why = f"{error.ename}: {error.evalue}".splitlines()[0][:300]
    return BuildError(
        f"{step.name} failed in cell {error.exec_count}: {why}; see outputs/.failed/{name}/{step.name}.ipynb"
    )


def _render(stage: Path, manifest: Manifest, build_id: str) -> None:
    (stage / "reports").mkdir()
    again = f"make rebuild CORPUS=data/{manifest.name}"
    facts = {
        "title": manifest.title,
        "event": " · ".join(x for x in (manifest.event, manifest.place, manifest.date) if x),
        "pages": [(step.name, step.title) for step in (STEPS[-1], *STEPS[:-1])],
        "footer": [
            ("Corpus", manifest.name),
            ("Build", build_id),
            ("Made with", _versions_line()),
            ("Build it again", again),
        ],
    }
    for step in STEPS:
        notebook = nbformat.read(stage / "notebooks" / f"{step.name}.ipynb", as_version=4)
        page = render_page(notebook, {**facts, "name": step.name})
        (stage / "reports" / f"{step.name}.html").write_text(page, encoding="utf-8", newline="")
    brief = render_page(notebook, {**facts, "name": STEPS[-1].name}, at_root=True)
    (stage / "index.html").write_text(brief, encoding="utf-8", newline="")


def _versions() -> dict[str, str]:
    return {"python": platform.python_version(), **{package: version(package) for package in PACKAGES}}


def _versions_line() -> str:
    return ", ".join(f"{name} {number}" for name, number in _versions().items())


def _record(
    stage: Path, manifest: Manifest, chosen: dict, inputs: dict, seconds: dict, build_id: str, started: datetime
) -> None:
    ended = datetime.now(UTC)
    record = {
        "corpus": manifest.name,
        "build": build_id,
        "status": "complete",
        "started": started.isoformat(timespec="seconds"),
        "ended": ended.isoformat(timespec="seconds"),
        "seconds": {**seconds, "all": round((ended - started).total_seconds(), 2)},
        "parameters": chosen,
        "versions": _versions(),
        "inputs": inputs,
        "files": hash_files(stage),
    }
    (stage / "run.json").write_text(
        json.dumps(record, indent=1, ensure_ascii=False) + "\n", encoding="utf-8", newline=""
    )
