"""The pages of a finished run, and its record."""

import json
import platform
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

import nbformat

from helpers.corpus import Manifest
from helpers.pipeline.publish import hash_files
from helpers.pipeline.steps import STEPS
from helpers.reports import render_page

PACKAGES = ("jupyterlab", "matplotlib", "nbconvert", "pandas", "papermill", "textblob", "trafilatura", "vaderSentiment")


def versions() -> dict[str, str]:
    """Versions of Python and of the packages that decide what a page says."""
    return {"python": platform.python_version(), **{package: version(package) for package in PACKAGES}}


def render_pages(stage: Path, manifest: Manifest, build: str) -> None:
    """Write reports/*.html and index.html of a build from its executed notebooks.

    No page holds a time: the same inputs give the same pages on any day; times stand in run.json.
    """
    (stage / "reports").mkdir()
    facts = {
        "title": manifest.title,
        "event": " · ".join(x for x in (manifest.event, manifest.place, manifest.date) if x),
        "pages": [(step.name, step.title) for step in (STEPS[-1], *STEPS[:-1])],
        "footer": [
            ("Corpus", manifest.name),
            ("Build", build),
            ("Made with", ", ".join(f"{name} {number}" for name, number in versions().items())),
            ("Build it again", f"make rebuild CORPUS=data/{manifest.name}"),
        ],
    }
    for step in STEPS:
        notebook = nbformat.read(stage / "notebooks" / f"{step.name}.ipynb", as_version=4)
        page = render_page(notebook, {**facts, "name": step.name})
        (stage / "reports" / f"{step.name}.html").write_text(page, encoding="utf-8", newline="")
    brief = render_page(notebook, {**facts, "name": STEPS[-1].name}, at_root=True)
    (stage / "index.html").write_text(brief, encoding="utf-8", newline="")


def write_record(
    stage: Path, name: str, build: str, chosen: dict, inputs: dict, seconds: dict, started: datetime
) -> None:
    """Write run.json: parameters, versions, hashes of inputs and files, seconds per step."""
    ended = datetime.now(UTC)
    record = {
        "corpus": name,
        "build": build,
        "status": "complete",
        "started": started.isoformat(timespec="seconds"),
        "ended": ended.isoformat(timespec="seconds"),
        "seconds": {**seconds, "all": round((ended - started).total_seconds(), 2)},
        "parameters": chosen,
        "versions": versions(),
        "inputs": inputs,
        "files": hash_files(stage),
    }
    text = json.dumps(record, indent=1, ensure_ascii=False) + "\n"
    (stage / "run.json").write_text(text, encoding="utf-8", newline="")
