"""Whatever kills a build, and however full the disk: outputs/NAME is a whole build, and the next run succeeds."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import psutil
import pytest
from conftest import ROOT
from rebuilding import environment, left_processes, nothing_left, rebuild, small_corpus, start, whole_build

from helpers.pipeline.lock import clear_leftovers
from helpers.pipeline.publish import finished_builds, hash_files, is_whole, publish, read_record, stage_folder

KILLS, SIZES, PAIRS = 40, 10, 10
OTHER = {"plain": "acled", "acled": "plain"}


def valued(convention: str) -> list[str]:
    """The arguments of a build whose figures are valued in one of two ways, so that old and new differ."""
    return ["-p", f"04_figures.convention={convention}", "--keep", "2"]


def every_build_is_whole(outputs: Path) -> None:
    """No build that --restore could publish is torn."""
    for build in finished_builds(outputs, "sample"):
        assert is_whole(build, read_record(build)), f"{build.name} is torn"


class Killed:
    """One corpus, built again and again."""

    def __init__(self, folder: Path) -> None:
        self.corpus, self.outputs = small_corpus(folder, 1), folder / "outputs"
        self.published = "plain"
        self.tries = self.kills = 0
        for convention in ("acled", "plain"):  # the second has nothing to compile or to load from a cold disk
            began = time.monotonic()
            done = rebuild(self.outputs, "--corpus", str(self.corpus), "--all", *valued(convention))
            assert done.returncode == 0, done.stderr
            self.seconds = time.monotonic() - began

    def build_and_kill(self, share: float) -> None:
        """Begin a build that differs from the published one and kill its runner after a share of a build's time."""
        began = time.monotonic()
        process = start(self.outputs, "--corpus", str(self.corpus), "--all", *valued(OTHER[self.published]))
        try:
            process.communicate(timeout=self.seconds * share)
            self.seconds = time.monotonic() - began  # it was faster than the builds before
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
        self.tries += 1
        self.kills += process.returncode == -signal.SIGKILL

    def build(self, *more: str) -> subprocess.CompletedProcess:
        return rebuild(self.outputs, "--corpus", str(self.corpus), *more)


@pytest.fixture(scope="module")
def killed(tmp_path_factory) -> Killed:
    return Killed(tmp_path_factory.mktemp("killed"))


@pytest.mark.slow
@pytest.mark.xdist_group("killed")
@pytest.mark.parametrize("moment", range(KILLS))
def test_a_runner_killed_at_any_moment_leaves_a_whole_build(killed, moment):
    before = whole_build(killed.outputs)
    killed.build_and_kill((moment + 0.5) / KILLS)
    assert nothing_left(killed.outputs)
    after = whole_build(killed.outputs)
    if after != before:  # killed after the new build was published
        assert after.partition("-")[2] != before.partition("-")[2]
        killed.published = OTHER[killed.published]
    wanted = OTHER[killed.published] if moment % 8 == 0 else killed.published  # to build, or nothing to build
    done = killed.build(*valued(wanted))
    assert done.returncode == 0, done.stderr
    killed.published = wanted
    assert nothing_left(killed.outputs)
    whole_build(killed.outputs)
    every_build_is_whole(killed.outputs)
    assert not list((killed.outputs / ".builds" / "sample").glob("*.part"))


@pytest.mark.slow
@pytest.mark.xdist_group("killed")
def test_the_moments_fell_into_builds(killed):
    if not killed.tries:
        pytest.skip("no runner was to be killed in this run of the tests")
    assert killed.kills >= killed.tries / 2


def _ready_to_publish(outputs: Path, number: int) -> Path:
    """A staged build of a few files, whole by its record."""
    stage = stage_folder(outputs, "sample", f"{number:012d}")
    (stage / "tables").mkdir()
    for name in ("index.html", "tables/a.csv", "tables/b.csv"):
        (stage / name).write_text(f"{name} {number}", encoding="utf-8")
    record = {"files": hash_files(stage)}
    (stage / "run.json").write_text(json.dumps(record), encoding="utf-8")
    return stage


@pytest.mark.parametrize("restarted", [False, True])
def test_only_processes_of_the_killed_build_are_ended(tmp_path, restarted):
    """After a restart of the machine the numbers in the note belong to others, who must not be harmed."""
    other = subprocess.Popen(["sleep", "60"], start_new_session=True)
    try:
        began = psutil.Process(other.pid).create_time() - 3600 * restarted
        note = tmp_path / ".sample.holder"
        facts = {"pid": 1, "build": "0", "started": datetime.fromtimestamp(began, UTC).isoformat(),
                 "runtime": "", "sessions": [[other.pid, began]]}  # fmt: skip
        note.write_text(json.dumps(facts), encoding="utf-8")
        clear_leftovers(tmp_path, "sample", note)
        assert not note.exists()
        if restarted:
            assert other.poll() is None
        else:
            assert other.wait(timeout=20) == -signal.SIGKILL
    finally:
        other.kill()
        other.wait()


CHANGES = ("os.rename", "os.remove", "os.rmdir", "os.symlink", "os.mkdir", "shutil.rmtree")


def _publish_and_die(outputs: Path, stage: Path, started: datetime, step: int) -> int:
    """Publish in a child that kills itself at its step-th change of the folders; returns its exit status."""
    child = os.fork()
    if child == 0:
        left = iter(range(step))

        def hook(event: str, arguments: tuple) -> None:
            if event in CHANGES and next(left, None) is None:
                os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(hook)
        publish(outputs, "sample", stage, started, keep=2)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


@pytest.mark.parametrize("same_second", [False, True])
def test_publishing_killed_at_each_step_tears_nothing(tmp_path, same_second):
    for step in range(100):
        outputs = tmp_path / f"outputs{step}"
        for number in (1, 2):
            publish(outputs, "sample", _ready_to_publish(outputs, number), datetime(2030, 1, number))
        stage = _ready_to_publish(outputs, 2 if same_second else 3)
        code = _publish_and_die(outputs, stage, datetime(2030, 1, 2 if same_second else 3), step)
        whole_build(outputs)
        every_build_is_whole(outputs)
        if code == 0:
            break
    assert code == 0
    assert step > 3


def fill_disk(corpus: Path, disk: Path) -> None:
    """Build on ever larger disks until one has nearly room enough; run in a mount namespace of its own.

    disk: an empty folder to mount small disks on.
    """
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=100m", "tmpfs", str(disk)], check=True)
    outputs, published = disk / "outputs", "acled"
    for convention in ("plain", published):
        done = rebuild(outputs, "--corpus", str(corpus), "--quiet", "--all", *valued(convention))
        assert done.returncode == 0, done.stderr
    need = sum(f.stat().st_size for f in (outputs / "sample").resolve().rglob("*") if f.is_file())
    full = 0
    for i in range(SIZES):
        before = whole_build(outputs)
        used = shutil.disk_usage(disk).used
        _resize(disk, used + int(need * (i + 0.5) / SIZES))
        done = rebuild(outputs, "--corpus", str(corpus), "--quiet", "--all", *valued(OTHER[published]))
        assert done.returncode == 1, f"{i}: exit code {done.returncode} {done.stderr}"
        assert "the disk is full: nothing was published" in done.stderr, f"{i}: {done.stderr}"
        assert whole_build(outputs) == before, i
        assert nothing_left(outputs), left_processes(outputs)
        every_build_is_whole(outputs)
        full += 1
        _resize(disk, 100_000_000)
        wanted = OTHER[published] if i % 3 == 0 else published
        done = rebuild(outputs, "--corpus", str(corpus), "--quiet", *valued(wanted))
        assert done.returncode == 0, f"{i}: {done.stderr}"
        published = wanted
        whole_build(outputs)
    print(f"{full} full disks")


def _resize(disk: Path, size: int) -> None:
    pages = -(-size // os.sysconf("SC_PAGE_SIZE"))
    subprocess.run(["mount", "-o", f"remount,size={pages * os.sysconf('SC_PAGE_SIZE')}", str(disk)], check=True)


@pytest.mark.slow
def test_a_disk_full_at_any_moment_leaves_a_whole_build(tmp_path):
    trial = ["unshare", "-rm", "mount", "-t", "tmpfs", "tmpfs", "/mnt"]
    if not shutil.which("unshare") or subprocess.run(trial, capture_output=True).returncode:
        pytest.skip("this machine lets no test mount a small disk")
    corpus, disk = small_corpus(tmp_path, 1), tmp_path / "disk"
    disk.mkdir()
    code = f"from pathlib import Path; import test_torn as t; t.fill_disk(Path({str(corpus)!r}), Path({str(disk)!r}))"
    paths = os.pathsep.join(map(str, (ROOT, ROOT / "tests")))
    done = subprocess.run(["unshare", "-rm", sys.executable, "-c", code], cwd=ROOT, text=True, capture_output=True,
                          timeout=1800, env=environment(disk, PYTHONPATH=paths))  # fmt: skip
    assert done.returncode == 0, done.stderr[-3000:]
    assert f"{SIZES} full disks" in done.stdout


@pytest.mark.slow
def test_of_two_builds_at_once_one_wins_and_nothing_is_torn(tmp_path):
    corpus, outputs = small_corpus(tmp_path, 1), tmp_path / "outputs"
    assert rebuild(outputs, "--corpus", str(corpus)).returncode == 0
    for i in range(PAIRS):
        values = [f"05_comparison.most={5 + 2 * i + j}" for j in range(2)]  # neither is published yet
        pair = [start(outputs, "--corpus", str(corpus), "--keep", "2", "-p", value) for value in values]
        told = [process.communicate(timeout=600)[1] for process in pair]
        assert sorted(process.returncode for process in pair) == [0, 75], (i, told)
        assert "another build of sample is running" in told[[p.returncode for p in pair].index(75)]
        assert nothing_left(outputs)
        whole_build(outputs)
        every_build_is_whole(outputs)
