"""One build of one corpus, from its folder to the published pages."""

import os
import resource
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from helpers.corpus import CorpusError, check_articles, check_corpus, load_actors, load_gold, notices, read_manifest
from helpers.pipeline.children import stopping_on_signals
from helpers.pipeline.errors import LOCKED, UNUSABLE, BuildError, disk_error
from helpers.pipeline.history import Run, add_run
from helpers.pipeline.inputs import NOTEBOOKS, build_id, input_hashes
from helpers.pipeline.lock import MARK, Holder, held, now
from helpers.pipeline.options import Options, Task
from helpers.pipeline.parameters import parse_parameters
from helpers.pipeline.plan import Last, foresee, is_current, last_build
from helpers.pipeline.progress import Progress
from helpers.pipeline.publish import finished_builds, hash_files, publish, stage_folder
from helpers.pipeline.steps import STEPS
from helpers.pipeline.work import Work
from helpers.tables import memory
from helpers.tables.store import OUTPUTS

# jsonschema would parse a grammar of web addresses, for a second or more, to check a format no notebook uses; a module
# set to None counts as not installed, and jsonschema then leaves that check out.
sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]


def read_task(options: Options) -> Task:
    """Read and check everything a build hangs on; a fault is told now, not after two notebooks.

    Raises BuildError (exit code 2) with the fault in one line.
    """
    names = [step.name for step in STEPS]
    if options.only and options.only not in names:
        raise BuildError(f"there is no notebook {options.only!r}; there are: {', '.join(names)}", UNUSABLE)
    try:
        manifest = read_manifest(options.corpus)
        paths = check_corpus(options.corpus, options.articles)
        check_articles(options.corpus, paths)
        load_actors(options.corpus)
        load_gold(options.corpus)
        told = tuple(notices(options.corpus, options.articles))
        chosen = parse_parameters(list(options.parameters), NOTEBOOKS)
    except CorpusError as error:
        raise BuildError(str(error), UNUSABLE) from error
    published = OUTPUTS / manifest.name
    if published.is_file():
        raise BuildError(f"{published.name} is a file in {OUTPUTS.name}; give the corpus folder another name", UNUSABLE)
    inputs = input_hashes(Path(options.corpus), paths)
    return Task(manifest, options, chosen, inputs, build_id(inputs, chosen), told)


def would_run(options: Options) -> list[tuple[str, str]]:
    """What a build would run and why, without running it: (step, reason), "" for one whose last result holds."""
    task = read_task(options)
    last = last_build(OUTPUTS / task.manifest.name)
    if is_current(last, task.identity) and not options.all and not options.only:
        return [(step.name, "") for step in STEPS]
    asked = {step.name for step in STEPS} if options.all else {options.only} - {""}
    return foresee(task.inputs, task.chosen, last, asked)


def build(options: Options) -> Path:
    """Build every report of a corpus and publish it, if anything it hangs on has changed since the last build.

    Returns the path of index.html. Raises BuildError with one line and an exit code (1 a notebook failed, 2 the input
    cannot be used, 75 another build of the corpus is running, 124 too slow, 143 stopped by a signal); the last good
    build then stays as it was.
    """
    started, began = now(), time.perf_counter()
    task = read_task(options)
    name = task.manifest.name
    run = Run(started.isoformat(timespec="seconds"), "", 0, task.identity)
    try:
        with stopping_on_signals(), held(OUTPUTS, name, task.identity, started) as holder:
            run = _build_or_keep(task, started, holder, run)
    except OSError as error:
        raise _noted(name, run, began, disk_error(error)) from error
    except BuildError as error:
        raise _noted(name, run, began, error) from error
    except Exception as error:  # a fault of this program: its end stands in the history all the same
        _noted(name, run, began, BuildError(f"{type(error).__name__}: {error}"))
        raise
    add_run(OUTPUTS, name, _ended(run, began))
    return OUTPUTS / name / "index.html"


def _ended(run: Run, began: float) -> Run:
    return run._replace(ended=now().isoformat(timespec="seconds"), seconds=round(time.perf_counter() - began, 2))


def _noted(name: str, run: Run, began: float, error: BuildError) -> BuildError:
    """The fault, after it went into the history; a build that only found another one running leaves no trace."""
    if error.code != LOCKED:
        add_run(OUTPUTS, name, _ended(run._replace(exit=error.code, why=str(error)), began))
    return error


def _build_or_keep(task: Task, started: datetime, holder: Holder, run: Run) -> Run:
    """Build, unless the published build was made from the same inputs; returns the run as it goes into the history."""
    name, options = task.manifest.name, task.options
    last = last_build(OUTPUTS / name)
    progress = Progress(name, last.seconds("all"), quiet=options.quiet)
    for line in task.notices:
        progress.line(f"note: {line}")
    if is_current(last, task.identity) and not options.all and not options.only:
        progress.line("nothing changed since the last build")
        return run._replace(skipped=tuple(step.name for step in STEPS), why="nothing changed", kept=last.folder.name)
    with _stage(name, task.identity) as stage:
        work = _work(task, last, stage, holder, progress)
        _record(task, stage, work, started)
        published = publish(OUTPUTS, name, stage, started, options.keep)
    kept = [build.name.partition("-")[2] for build in finished_builds(OUTPUTS, name)]
    memory.forget_old(_memory_path(name), kept)
    peak = max(work.megabytes, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    run = run._replace(ran=tuple(work.ran), skipped=tuple(work.skipped), peak_mb=round(peak))
    return run._replace(kept=published.name)


@contextmanager
def _stage(name: str, identity: str) -> Iterator[Path]:
    """The folder in which the build grows; gone afterwards, unless it was published."""
    stage = stage_folder(OUTPUTS, name, identity)
    try:
        yield stage
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def _memory_path(name: str) -> Path:
    return OUTPUTS / ".memory" / f"{name}.sqlite"


def _work(task: Task, last: Last, stage: Path, holder: Holder, progress: Progress) -> Work:
    (stage / "notebooks").mkdir()
    name = task.manifest.name
    marks = {MARK: str(stage.resolve()), memory.STORE: str(_memory_path(name).resolve()), memory.BUILD: task.identity}
    os.environ |= marks
    try:
        work = Work(task, last, stage, holder, progress)
        work.do()
    finally:
        progress.close()
        for mark in marks:
            del os.environ[mark]
    return work


def _record(task: Task, stage: Path, work: Work, started: datetime) -> None:
    from helpers.pipeline.render import write_record

    ended = now()
    facts = {
        "corpus": task.manifest.name,
        "build": task.identity,
        "seconds": {**work.seconds, "all": round((ended - started).total_seconds(), 2)},
        "parameters": task.chosen,
        "inputs": task.inputs,
        "steps": {step: {"inputs": inputs, "ran": step in work.ran} for step, inputs in work.inputs.items()},
        "files": hash_files(stage),
    }
    write_record(stage / "run.json", started, ended, facts)
