"""Rebuilds run unattended: only what changed, one at a time, stopped cleanly, remembered, and restored."""

import os
import shutil
import signal
import time
from functools import partial
from pathlib import Path

import papermill
import pytest
from conftest import ROOT
from rebuilding import (
    house,
    last_run,
    left_processes,
    nothing_left,
    put_into,
    rebuild,
    start,
    whole_build,
)

from helpers.pipeline.parameters import declared
from helpers.pipeline.plan import reasons

slow = partial(pytest.param, marks=pytest.mark.slow)
STEPS = ["01_cleaning", "02_sentiment", "03_vocabulary", "04_figures", "05_comparison"]


@pytest.fixture(scope="module")
def built(sample_build, tmp_path_factory) -> tuple[Path, Path]:
    """The sample corpus and outputs that hold its first build alone."""
    folder, shared = tmp_path_factory.mktemp("rebuilds"), sample_build.parent
    corpus = shutil.copytree(ROOT / "data" / "sample", folder / "sample")
    shutil.copytree(shared / ".builds" / "sample", folder / "outputs" / ".builds" / "sample")
    shutil.copytree(shared / ".memory", folder / "outputs" / ".memory")
    (folder / "outputs" / "sample").symlink_to(os.readlink(sample_build), target_is_directory=True)
    return corpus, folder / "outputs"


@pytest.fixture
def again(built, tmp_path) -> tuple[Path, Path]:
    """A copy of the corpus and its outputs that a test may change."""
    for folder in built:
        shutil.copytree(folder, tmp_path / folder.name, symlinks=True)
    return tmp_path / "sample", tmp_path / "outputs"


def test_nothing_changed_starts_nothing(again):
    corpus, outputs = again
    before = whole_build(outputs)
    began = time.perf_counter()
    done = rebuild(outputs, "--corpus", str(corpus))
    assert done.returncode == 0
    assert time.perf_counter() - began < 5  # `make bench` holds it to 1.5 s, with nothing else to do
    assert whole_build(outputs) == before
    run = last_run(outputs)
    assert (list(run.ran), list(run.skipped), run.why) == ([], STEPS, "nothing changed")


@pytest.mark.slow
def test_a_changed_list_of_actors_runs_only_what_reads_it(again):
    corpus, outputs = again
    with open(corpus / "actors.csv", "a", encoding="utf-8") as file:
        file.write("province,the authorities up there,neutral,side\n")
    foreseen = rebuild(outputs, "--corpus", str(corpus), "--dry-run").stdout
    assert "01_cleaning: its last result holds" in foreseen
    assert "02_sentiment: would run: actors.csv changed" in foreseen
    assert "03_vocabulary: would run: if the tables of 02_sentiment change" in foreseen
    assert rebuild(outputs, "--corpus", str(corpus), "--quiet").returncode == 0
    run = last_run(outputs)
    assert set(run.ran) >= {"02_sentiment", "04_figures"}
    assert set(run.skipped) >= {"01_cleaning", "03_vocabulary"}  # nobody uses the new name: the names stay as they are
    whole_build(outputs)


@pytest.mark.slow
def test_one_notebook_alone(again):
    corpus, outputs = again
    done = rebuild(outputs, "--corpus", str(corpus), "--only", "03_vocabulary")
    assert done.returncode == 0, done.stderr
    assert last_run(outputs).ran == ("03_vocabulary",)  # its tables came out the same, so no reader of them ran
    with open(corpus / "actors.csv", "a", encoding="utf-8") as file:
        file.write("province,the authorities up there,neutral,side\n")
    refused = rebuild(outputs, "--corpus", str(corpus), "--only", "03_vocabulary")
    assert refused.returncode == 2
    assert "must run too (actors.csv changed); leave out --only" in refused.stderr
    unknown = rebuild(outputs, "--corpus", str(corpus), "--only", "07_oracle")
    assert unknown.returncode == 2
    assert "there is no notebook '07_oracle'; there are: 01_cleaning" in unknown.stderr


@pytest.mark.slow
def test_a_parameter_runs_its_notebook_and_the_page_tells_what_changed(again):
    corpus, outputs = again
    done = rebuild(outputs, "--corpus", str(corpus), "-p", "04_figures.convention=acled")
    assert done.returncode == 0
    assert "04_figures runs: the parameter convention is new" in done.stderr
    assert "01_cleaning" in last_run(outputs).skipped
    page = (outputs / "sample" / "reports" / "06_changes.html").read_text(encoding="utf-8")
    assert "figures changed" in page or "figure changed" in page
    same = rebuild(outputs, "--corpus", str(corpus), "-p", "04_figures.convention=acled", "--all")
    assert same.returncode == 0
    page = (outputs / "sample" / "reports" / "06_changes.html").read_text(encoding="utf-8")
    assert "No article, figure, verdict or name differs" in page


@pytest.mark.slow
def test_a_changed_article_is_told_and_the_build_before_can_be_restored(again):
    corpus, outputs = again
    first = whole_build(outputs)
    manifest = corpus / "corpus.toml"
    told = manifest.read_text(encoding="utf-8").replace('author = "Bertram Ochs"', 'author = "B. Ochs"')
    manifest.write_text(told, encoding="utf-8")
    assert rebuild(outputs, "--corpus", str(corpus)).returncode == 0
    page = (outputs / "sample" / "reports" / "06_changes.html").read_text(encoding="utf-8")
    assert "1 article changed" in page
    assert "author: Bertram Ochs → B. Ochs" in page
    second = whole_build(outputs)
    assert second != first
    assert rebuild(outputs, "--corpus", str(corpus), "--restore").returncode == 0
    assert whole_build(outputs) == first
    assert rebuild(outputs, "--corpus", str(corpus), "--restore", second).returncode == 0
    assert whole_build(outputs) == second
    none = rebuild(outputs, "--corpus", str(corpus), "--restore", "nonesuch")
    assert none.returncode == 2
    assert f"{second} (published)" in none.stderr
    history = rebuild(outputs, "--corpus", str(corpus), "--history").stdout
    assert first in history
    assert second in history


@pytest.mark.slow
def test_only_so_many_builds_stay(again):
    corpus, outputs = again
    for _ in range(2):
        assert rebuild(outputs, "--corpus", str(corpus), "--only", "05_comparison", "--keep", "2").returncode == 0
        time.sleep(1)
    builds = [path for path in (outputs / ".builds" / "sample").iterdir() if path.is_dir()]
    assert len(builds) == 2
    whole_build(outputs)


def held_under_way(corpus, outputs):
    """The last whole build, and a runner held by SIGSTOP while a step and its kernel run: it cannot end before told."""
    for _ in range(5):
        before = whole_build(outputs)
        process = start(outputs, "--corpus", str(corpus), "--all")
        until = time.monotonic() + 60
        while len(left_processes(outputs)) < 3 and process.poll() is None and time.monotonic() < until:
            time.sleep(0.02)
        process.send_signal(signal.SIGSTOP)
        if process.poll() is None and len(left_processes(outputs)) >= 3:
            return before, process
        process.send_signal(signal.SIGCONT)  # the build was quicker than this test
        process.communicate(timeout=60)
    raise AssertionError("no build was met under way")


@pytest.mark.parametrize("number", [signal.SIGTERM, pytest.param(signal.SIGINT, marks=pytest.mark.slow)])
def test_a_signal_stops_everything_at_once(again, number):
    corpus, outputs = again
    before, process = held_under_way(corpus, outputs)
    process.send_signal(number)
    process.send_signal(signal.SIGCONT)
    began = time.monotonic()
    _, told = process.communicate(timeout=60)
    assert time.monotonic() - began < 10
    assert process.returncode == 143, told
    assert f"stopped by {number.name}" in told
    assert nothing_left(outputs)
    assert whole_build(outputs) == before
    assert not list((outputs / ".builds" / "sample").glob("*.part"))
    assert last_run(outputs).exit == 143


def test_a_second_build_is_told_who_holds_the_lock(again):
    corpus, outputs = again
    process = start(outputs, "--corpus", str(corpus), "--all")
    until = time.monotonic() + 60
    while not (outputs / ".sample.holder").exists() and time.monotonic() < until:
        time.sleep(0.02)
    process.send_signal(signal.SIGSTOP)  # however slow the second is, the first does not end before it
    before = whole_build(outputs)
    second = rebuild(outputs, "--corpus", str(corpus))
    process.terminate()
    process.send_signal(signal.SIGCONT)
    assert second.returncode == 75
    assert f"process {process.pid}, since 20" in second.stderr
    process.communicate(timeout=60)
    assert whole_build(outputs) == before


@pytest.fixture(scope="module")
def changed_house(tmp_path_factory) -> Path:
    return house(tmp_path_factory.mktemp("house"))


def _with_first_cell(changed: Path, code: str) -> None:
    shutil.copyfile(ROOT / "notebooks" / "01_cleaning.ipynb", changed / "notebooks" / "01_cleaning.ipynb")
    put_into(changed / "notebooks" / "01_cleaning.ipynb", code)


@pytest.mark.parametrize(
    ("code", "arguments", "exit_code", "line"),
    [
        pytest.param("import os; os.kill(os.getpid(), 9)", [], 1, "its kernel died", id="killed kernel"),
        slow("import time; time.sleep(60)", ["--cell-seconds", "2"], 124, "a cell took more than 2 s and was stopped",
             id="slow cell"),
        slow("import time; time.sleep(60)", ["--notebook-seconds", "3"], 124, "01_cleaning took more than 3 s",
             id="slow notebook"),
        slow("raise ValueError('the gauge <b>broke</b>')", [], 1, "01_cleaning failed in cell 3: ValueError: the gauge",
             id="raising cell"),
        slow("import os; os._exit(0)", [], 1, "did not finish", id="kernel that leaves"),
    ],
)  # fmt: skip
def test_a_notebook_that_does_not_finish(again, changed_house, code, arguments, exit_code, line):
    corpus, outputs = again
    before = whole_build(outputs)
    _with_first_cell(changed_house, code)
    done = rebuild(outputs, "--corpus", str(corpus), "--quiet", *arguments, root=changed_house)
    assert done.returncode == exit_code, done.stderr
    assert line in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1, done.stderr
    assert whole_build(outputs) == before
    assert nothing_left(outputs)
    assert last_run(outputs).exit == exit_code


@pytest.mark.slow
def test_what_a_notebook_starts_ends_with_it(again, changed_house):
    corpus, outputs = again
    _with_first_cell(changed_house, "import subprocess; subprocess.Popen(['sleep', '300']); raise ValueError('late')")
    assert rebuild(outputs, "--corpus", str(corpus), "--quiet", root=changed_house).returncode == 1
    assert nothing_left(outputs)


@pytest.mark.slow
def test_what_a_killed_runner_leaves_is_cleared_at_the_next_start(again, changed_house):
    """A process that left its session, with the mark of the build: only the next start can find it."""
    corpus, outputs = again
    stray = "import subprocess, time; subprocess.Popen(['sleep', '300'], start_new_session=True); time.sleep(60)"
    _with_first_cell(changed_house, stray)
    process = start(outputs, "--corpus", str(corpus), root=changed_house)
    until = time.monotonic() + 60
    while not any(p.name() == "sleep" for p in left_processes(outputs)) and time.monotonic() < until:
        time.sleep(0.05)
    process.kill()
    process.wait()  # what it left holds its output open
    assert not nothing_left(outputs, seconds=1)
    assert rebuild(outputs, "--corpus", str(corpus), "--quiet").returncode == 0
    assert nothing_left(outputs)
    runs = rebuild(outputs, "--corpus", str(corpus), "--history").stdout.splitlines()
    assert any("killed" in line for line in runs)


def test_parameters_are_read_as_papermill_reads_them():
    for step in STEPS:
        path = ROOT / "notebooks" / f"{step}.ipynb"
        wanted = papermill.inspect_notebook(str(path))
        found = declared(path)
        assert list(found) == list(wanted)
        for name, parameter in found.items():
            assert parameter.kind == wanted[name]["inferred_type_name"]
            assert parameter.help == wanted[name]["help"]
            assert repr(parameter.default).replace("'", '"') == wanted[name]["default"]


def test_reasons_name_what_changed():
    assert reasons({"a": "1"}, {"a": "1"}) == []
    assert reasons({"a": "2", "c": "1"}, {"a": "1", "b": "1"}) == ["a changed", "c is new", "b is gone"]


def test_help_reads_well():
    done = rebuild(Path("nowhere"), "--help")
    assert done.returncode == 0
    for said in ("--dry-run", "--only NOTEBOOK", "--history", "--restore", "exit codes: 0 done"):
        assert said in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 120




def test_a_corpus_with_the_name_of_a_file_in_outputs_is_refused(built, tmp_path):
    corpus = shutil.copytree(built[0], tmp_path / "README.md")
    (tmp_path / "outputs").mkdir()
    (tmp_path / "outputs" / "README.md").write_text("What builds write.")
    done = rebuild(tmp_path / "outputs", "--corpus", str(corpus))
    assert done.returncode == 2
    assert "README.md is a file in outputs; give the corpus folder another name" in done.stderr
    assert (tmp_path / "outputs" / "README.md").read_text() == "What builds write."
