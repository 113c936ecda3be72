"""What the tests of rebuilds share: a build under way, what it may leave, and what must be whole."""

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import psutil
from conftest import ROOT

from helpers.pipeline.history import Run, read_history
from helpers.pipeline.publish import is_whole, read_record


def environment(outputs: Path, root: Path = ROOT, **more: str) -> dict[str, str]:
    return {**os.environ, "COUNTERPOINT_OUTPUTS": str(outputs), "PYTHONPATH": str(root), **more}


def start(outputs: Path, *arguments: str, root: Path = ROOT, **more: str) -> subprocess.Popen:
    """Begin a build; its standard error is read when it has ended."""
    command = [sys.executable, "-m", "helpers.pipeline", *arguments]
    return subprocess.Popen(command, cwd=root, env=environment(outputs, root, **more), text=True,
                            stdout=subprocess.PIPE, stderr=subprocess.PIPE)  # fmt: skip


def rebuild(outputs: Path, *arguments: str, root: Path = ROOT, **more: str) -> subprocess.CompletedProcess:
    """Build and wait."""
    process = start(outputs, *arguments, root=root, **more)
    said, told = process.communicate(timeout=600)
    return subprocess.CompletedProcess(process.args, process.returncode, said, told)


def left_processes(outputs: Path) -> list[psutil.Process]:
    """The processes that work, or worked, for builds in this folder."""
    found = []
    for process in psutil.process_iter():
        try:
            if process.environ().get("COUNTERPOINT_OUTPUTS") == str(outputs) and process.status() != "zombie":
                found.append(process)
        except (psutil.NoSuchProcess, psutil.AccessDenied, psutil.ZombieProcess):
            continue
    return found


def nothing_left(outputs: Path, seconds: float = 3.0) -> bool:
    """Whether no process of a build is there any more, within some seconds."""
    until = time.monotonic() + seconds
    while left_processes(outputs) and time.monotonic() < until:
        time.sleep(0.05)
    return not left_processes(outputs)


def whole_build(outputs: Path, name: str = "sample") -> str:
    """The id of the published build, after every file has been held against its hash in run.json."""
    target = outputs / name
    record = read_record(target)
    assert is_whole(target, record), "a file is not as run.json tells"
    folder = target.resolve()
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert there == {*record["files"], "run.json"}
    return folder.name


def last_run(outputs: Path, name: str = "sample") -> Run:
    return read_history(outputs, name)[-1]


def small_corpus(folder: Path, n: int = 2) -> Path:
    """The first articles of the sample corpus as a corpus of its own, of the same name."""
    source, target = ROOT / "data" / "sample", folder / "sample"
    (target / "articles").mkdir(parents=True)
    head, *entries = (source / "corpus.toml").read_text(encoding="utf-8").split("[[article]]\n")
    (target / "corpus.toml").write_text("[[article]]\n".join([head, *entries[:n]]), encoding="utf-8")
    shutil.copyfile(source / "actors.csv", target / "actors.csv")
    for entry in entries[:n]:
        file = next(line.split('"')[1] for line in entry.splitlines() if line.startswith("file ="))
        shutil.copyfile(source / "articles" / file, target / "articles" / file)
    return target


def house(folder: Path) -> Path:
    """A copy of the project in which a test may change notebooks and code."""
    target = folder / "house"
    for name in ("helpers", "notebooks", "data"):
        shutil.copytree(ROOT / name, target / name, ignore=shutil.ignore_patterns("__pycache__", ".ipynb_checkpoints"))
    shutil.copyfile(ROOT / "requirements.txt", target / "requirements.txt")
    return target


def put_into(notebook: Path, code: str) -> None:
    """Put a line of code at the end of the cell of imports of a notebook."""
    told = json.loads(notebook.read_text(encoding="utf-8"))
    cell = [cell for cell in told["cells"] if cell["cell_type"] == "code"][1]
    cell["source"] = [*cell["source"], f"\n{code}"]
    notebook.write_text(json.dumps(told), encoding="utf-8")
