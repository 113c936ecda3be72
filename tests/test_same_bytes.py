"""The same inputs give the same bytes: in any folder, on any day, in any time zone, built at once or bit by bit."""

import json
import os
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest
from rebuilding import house, last_run, rebuild, whole_build

CHANGES = "reports/06_changes.html"  # tells what changed since the build before, so it hangs on that build too
CLOCK = """
/* Another day: the clock of the programs that load this runs some seconds ahead. */
#define _GNU_SOURCE
#include <stdlib.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

int clock_gettime(clockid_t which, struct timespec *told) {
    int failed = syscall(SYS_clock_gettime, which, told);
    const char *ahead = getenv("CLOCK_AHEAD");
    if (!failed && ahead && (which == CLOCK_REALTIME || which == CLOCK_REALTIME_COARSE)) told->tv_sec += atol(ahead);
    return failed;
}

time_t time(time_t *told) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    if (told) *told = now.tv_sec;
    return now.tv_sec;
}

int gettimeofday(struct timeval *told, void *zone) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    told->tv_sec = now.tv_sec;
    told->tv_usec = now.tv_nsec / 1000;
    return 0;
}
"""
ONE_PROCESSOR = "import os; os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})"
HERE = {"PYTHONHASHSEED": "0", "TZ": "UTC", "LANG": "C.UTF-8"}
THERE = {"PYTHONHASHSEED": "1", "TZ": "Asia/Kolkata", "LANG": "de_DE.UTF-8", "USER": "somebody", "COLUMNS": "60"}


def files_of(build: Path) -> dict[str, bytes]:
    """The files of a build but run.json: path → bytes."""
    folder = build.resolve()
    found = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    return {name: told for name, told in found.items() if name != "run.json"}


def differing(one: Path, other: Path) -> list[str]:
    """The files that two builds do not have in common, byte for byte."""
    a, b = files_of(one), files_of(other)
    return sorted(name for name in a.keys() | b.keys() if a.get(name) != b.get(name))


def record_without_times(build: Path) -> dict:
    record = json.loads((build / "run.json").read_text(encoding="utf-8"))
    for key in ("started", "ended", "seconds"):
        del record[key]
    return record


def _built(root: Path, outputs: Path, *arguments: str, **more: str) -> Path:
    done = rebuild(outputs, "--quiet", *arguments, root=root, **more)
    assert done.returncode == 0, done.stderr
    whole_build(outputs)
    return outputs / "sample"


@pytest.fixture(scope="module")
def here(tmp_path_factory) -> tuple[Path, Path]:
    """A copy of the project and its build of the sample corpus."""
    root = house(tmp_path_factory.mktemp("here"))
    return root, _built(root, root / "outputs", **HERE)


def clock_ahead(folder: Path, days: int) -> dict[str, str]:
    """The variables that set a program's clock ahead; none where no C compiler or no Linux is there."""
    compiler = shutil.which("cc")
    if not compiler or sys.platform != "linux":
        return {}
    (folder / "clock.c").write_text(CLOCK, encoding="utf-8")
    command = [compiler, "-shared", "-fPIC", "-o", str(folder / "clock.so"), str(folder / "clock.c")]
    subprocess.run(command, check=True)
    return {"LD_PRELOAD": str(folder / "clock.so"), "CLOCK_AHEAD": str(days * 86_400)}


@pytest.mark.slow
def test_another_folder_day_zone_hash_seed_and_number_of_processors(here, tmp_path):
    root = house(tmp_path / "far" / "away")
    (tmp_path / "sitecustomize.py").write_text(ONE_PROCESSOR, encoding="utf-8")
    ahead = clock_ahead(tmp_path, 433)
    paths = os.pathsep.join(map(str, (tmp_path, root)))
    build = _built(root, tmp_path / "results", **THERE, **ahead, PYTHONPATH=paths)
    assert differing(here[1], build) == []
    years = [int(json.loads((b / "run.json").read_text(encoding="utf-8"))["started"][:4]) for b in (here[1], build)]
    assert years[1] > years[0] or not ahead, "the clock was not set"
    assert record_without_times(here[1]) == record_without_times(build)


@pytest.mark.slow
def test_built_bit_by_bit_or_at_once(here, tmp_path):
    root, outputs = house(tmp_path), tmp_path / "outputs"
    shutil.copytree(here[1].parent, outputs, symlinks=True)
    corpus = root / "data" / "sample"
    article, manifest = corpus / "articles" / "05_backwater_notes.txt", corpus / "corpus.toml"
    before, told = article.read_bytes(), manifest.read_bytes()
    changed = before + b"\nNobody was hurt, the mayor said on Friday.\n"
    article.write_bytes(changed)
    manifest.write_bytes(told.replace(sha256(before).hexdigest().encode(), sha256(changed).hexdigest().encode()))
    second = _built(root, outputs, **THERE)
    assert "01_cleaning" in last_run(outputs).ran
    assert differing(second, _built(root, tmp_path / "fresh", **HERE)) == [CHANGES]
    article.write_bytes(before)
    manifest.write_bytes(told)
    third = _built(root, outputs, **THERE)
    assert "01_cleaning" in last_run(outputs).ran
    assert differing(third, here[1]) == [CHANGES]
