"""The schedules of docs/schedules.md work as written there."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT
from rebuilding import house, last_run, whole_build

TOLD = (ROOT / "docs" / "schedules.md").read_text(encoding="utf-8")
PLACE = "/home/you/counterpoint"


def blocks(language: str) -> list[str]:
    """The code blocks of the page in one language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", TOLD, re.M | re.S)


@pytest.fixture(scope="module")
def place(tmp_path_factory) -> Path:
    """A copy of the project with its environment, where the page says the project is."""
    root = house(tmp_path_factory.mktemp("place"))
    (root / ".venv" / "bin").mkdir(parents=True)
    (root / ".venv" / "bin" / "python").write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n', encoding="utf-8")
    (root / ".venv" / "bin" / "python").chmod(0o755)
    (root / "outputs").mkdir()
    return root


def units(place: Path, folder: Path) -> list[str]:
    """The units of the page as files; returns their paths."""
    names = re.findall(r"^`(counterpoint\.\w+)`$", TOLD, re.M)
    assert names == ["counterpoint.service", "counterpoint.timer"]
    for name, text in zip(names, blocks("ini"), strict=True):
        (folder / name).write_text(text.replace(PLACE, str(place)), encoding="utf-8")
    return [str(folder / name) for name in names]


def test_systemd_takes_the_units(place, tmp_path):
    if not shutil.which("systemd-analyze"):
        pytest.skip("systemd-analyze is not here (Debian: apt-get install systemd)")
    told = subprocess.run(["systemd-analyze", "verify", *units(place, tmp_path)], capture_output=True, text=True)
    assert (told.returncode, told.stdout + told.stderr) == (0, "")  # an unknown key is told, and passes
    when = re.search(r"OnCalendar=(.*)", TOLD).group(1)
    assert subprocess.run(["systemd-analyze", "calendar", when], capture_output=True).returncode == 0


def test_the_service_is_as_the_page_says():
    service, timer = blocks("ini")
    for line in ("Type=oneshot", "SuccessExitStatus=75", "TimeoutStartSec=2h"):
        assert line in service
    assert "Persistent=true" in timer


@pytest.mark.slow
def test_the_cron_line_builds_with_an_empty_environment(place):
    (line,) = blocks("cron")
    minute, hour, *days, command = line.strip().split(" ", 5)
    assert (int(minute) < 60, int(hour) < 24, days) == (True, True, ["*", "*", "*"])
    assert "%" not in command  # a line break to cron
    done = _run_empty(command.replace(PLACE, str(place)))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    whole_build(place / "outputs")
    log = (place / "outputs" / "rebuild.log").read_text(encoding="utf-8").splitlines()
    assert sum(" took " in line for line in log) == 5
    assert log[-1] == "outputs/sample/index.html"
    _a_second_build_is_told(command.replace(PLACE, str(place)), place)
    _a_corpus_that_cannot_be_used(command.replace(PLACE, str(place)), place)
    _the_notebook_for_jupyter_scheduler(place)


def _run_empty(command: str) -> subprocess.CompletedProcess:
    return subprocess.run(["env", "-i", "/bin/sh", "-c", command], capture_output=True, text=True, timeout=900)


def _a_second_build_is_told(command: str, place: Path) -> None:
    from filelock import FileLock

    with FileLock(place / "outputs" / ".sample.lock"):
        assert _run_empty(command).returncode == 75
    log = (place / "outputs" / "rebuild.log").read_text(encoding="utf-8").splitlines()
    assert "another build of sample is running" in log[-1]


def _a_corpus_that_cannot_be_used(command: str, place: Path) -> None:
    mailing = command.replace("data/sample", "data/nowhere") + ' || echo "not rebuilt, exit code $?"'
    assert '|| echo "not rebuilt, exit code $?"' in TOLD
    assert _run_empty(mailing).stdout == "not rebuilt, exit code 2\n"
    assert _run_empty(command.replace("data/sample", "data/nowhere")).returncode == 2


def _the_notebook_for_jupyter_scheduler(place: Path) -> None:
    (cell,) = blocks("python")
    environment = {**os.environ, "PYTHONPATH": str(place)}
    environment.pop("COUNTERPOINT_OUTPUTS", None)
    command = [sys.executable, "-c", cell.replace(PLACE, str(place))]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=900)
    assert done.returncode == 0, done.stderr
    assert last_run(place / "outputs").why == "nothing changed"
    failed = subprocess.run([*command[:2], command[2].replace("data/sample", "data/nowhere")], env=environment,
                            capture_output=True, text=True, timeout=900)  # fmt: skip
    assert "returned non-zero exit status 2" in failed.stderr


def test_the_workflow_publishes_the_pages_of_a_build():
    import yaml

    (text,) = blocks("yaml")
    told = yaml.safe_load(text)
    when = told[True]  # YAML 1.1 reads `on` as a truth value
    assert {*when} == {"push", "schedule", "workflow_dispatch"}
    assert all(len(entry["cron"].split()) == 5 for entry in when["schedule"])
    assert told["concurrency"] == {"group": "pages", "cancel-in-progress": False}
    assert told["permissions"] == {"contents": "read"}
    build, publish = told["jobs"]["build"], told["jobs"]["publish"]
    assert all({"runs-on", "steps"} <= {*job} for job in (build, publish))
    assert (publish["needs"], publish["permissions"]) == ("build", {"pages": "write", "id-token": "write"})
    (command,) = [step["run"] for step in build["steps"] if "run" in step]
    assert re.search(r"^rebuild:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M)
    corpus = re.fullmatch(r"make rebuild CORPUS=data/([\w-]+)", command).group(1)
    assert (ROOT / "data" / corpus / "corpus.toml").is_file()
    uploads = [step for step in build["steps"] if "upload-pages-artifact" in step.get("uses", "")]
    assert [step["with"]["path"] for step in uploads] == [f"outputs/{corpus}/"]
    version = next(step["with"]["python-version"] for step in build["steps"] if "setup-python" in step.get("uses", ""))
    assert tuple(map(int, version.split("."))) >= (3, 11)


def test_the_exit_codes_told_are_those_of_the_program():
    from helpers.pipeline import errors

    told = {int(code) for code in re.findall(r"^\| (\d+) \|", TOLD, re.M)}
    assert told == {0, errors.FAILED, errors.UNUSABLE, errors.LOCKED, errors.TIMED_OUT, errors.STOPPED}


def test_each_way_tells_of_missed_runs_and_overlap():
    ways = [part for part in TOLD.split("\n## ")[1:]]
    assert len(ways) == 4
    for way in ways:
        assert "**A missed run**" in way, way[:40]
        assert "**Overlap**" in way, way[:40]
