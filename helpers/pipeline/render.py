"""The pages of a build, and its record."""

import json
import platform
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

import nbformat

from helpers.pipeline.options import Task
from helpers.pipeline.steps import STEPS, Step
from helpers.reports import render_page
from helpers.reports.changes import CHANGES, changes_notebook
from helpers.reports.page import exporter
from helpers.tables import DATA
from helpers.tables.store import Build

PACKAGES = ("jupyterlab", "matplotlib", "nbconvert", "pandas", "papermill", "textblob", "trafilatura", "vaderSentiment")

WHEN = "day and hour stand in run.json beside index.html; no page holds them, so that equal input gives equal pages"


def versions() -> dict[str, str]:
    """Versions of Python and of the packages that decide what a page says."""
    return {"python": platform.python_version(), **{package: version(package) for package in PACKAGES}}


def command_of(task: Task) -> str:
    """The command that builds the same again; places outside of the project are told as such, never by their path."""
    name, options = task.manifest.name, task.options
    corpus = f"data/{name}" if Path(options.corpus).resolve().parent == DATA else f"path/to/{name}"
    articles = "path/to/articles" if options.articles else ""
    chosen = [f"-p {step}.{key}={value}" for step, given in task.chosen.items() for key, value in given.items()]
    if not chosen:
        return f"make rebuild CORPUS={corpus}" + (f" ARTICLES={articles}" if articles else "")
    place = f"--corpus {corpus}" + (f" --articles {articles}" if articles else "")
    return " ".join([".venv/bin/python -m helpers.pipeline", place, *chosen])


def warm_up() -> None:
    """Read the page template, so that forked processes find it read."""
    exporter().template  # noqa: B018


class Pages:
    """Writes the pages of one build.

    No page holds a time: the same inputs give the same pages on any day; times stand in run.json.
    """

    def __init__(self, stage: Path, task: Task) -> None:
        """stage: the build's folder; task: what is built."""
        self.stage, manifest = stage, task.manifest
        self.facts = {
            "title": manifest.title,
            "event": " · ".join(x for x in (manifest.event, manifest.place, manifest.date) if x),
            "pages": [*((step.name, step.title) for step in (STEPS[-1], *STEPS[:-1])), CHANGES],
            "footer": [
                ("Corpus", manifest.name),
                ("Build", task.identity),
                ("Built", WHEN),
                ("Made with", ", ".join(f"{name} {number}" for name, number in versions().items())),
                ("Build it again", command_of(task)),
            ],
        }

    def write(self, step: Step) -> None:
        """Write the page of a step from its executed notebook; the last step's is index.html too."""
        notebook = nbformat.read(self.stage / "notebooks" / f"{step.name}.ipynb", as_version=4)
        self._write(f"reports/{step.name}.html", render_page(notebook, {**self.facts, "name": step.name}))
        if step is STEPS[-1]:
            self._write("index.html", render_page(notebook, {**self.facts, "name": step.name}, at_root=True))

    def write_changes(self, before: Path | None) -> None:
        """Write the page of what changed since the build before; before: its folder, None if there is none."""
        old = Build(before, before) if before else None
        notebook = changes_notebook(old, Build(self.stage, self.stage))
        self._write(f"reports/{CHANGES[0]}.html", render_page(notebook, {**self.facts, "name": CHANGES[0]}))

    def _write(self, name: str, page: str) -> None:
        path = self.stage / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page, encoding="utf-8", newline="")


def write_record(path: Path, started: datetime, ended: datetime, facts: dict) -> None:
    """Write run.json: parameters, versions, hashes of inputs and files, what each step hung on, seconds per step."""
    record = {
        "status": "complete",
        "started": started.isoformat(timespec="seconds"),
        "ended": ended.isoformat(timespec="seconds"),
        "versions": versions(),
        **facts,
    }
    path.write_text(json.dumps(record, indent=1, ensure_ascii=False) + "\n", encoding="utf-8", newline="")
