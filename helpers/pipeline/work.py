"""The steps of one build: each taken over from the last build or run, independent ones side by side."""

import os
from collections.abc import Iterable
from functools import partial
from pathlib import Path

from helpers.pipeline.children import Children, Ended
from helpers.pipeline.errors import UNUSABLE, BuildError
from helpers.pipeline.inputs import NOTEBOOKS, needs, step_inputs
from helpers.pipeline.lock import Holder
from helpers.pipeline.options import Task
from helpers.pipeline.plan import ASKED, Last, files_of, readers_of, take_over, why
from helpers.pipeline.progress import Progress
from helpers.pipeline.steps import STEPS, Step
from helpers.tables.uses import hash_file

PAGES = "pages"


def processors() -> int:
    """Processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Work:
    """Runs what must run. Afterwards `inputs`, `ran`, `skipped`, `seconds` and `megabytes` tell what was done."""

    def __init__(self, task: Task, last: Last, stage: Path, holder: Holder, progress: Progress) -> None:
        """task: what is to be built; last: the published build; stage: the growing one's folder."""
        self.task, self.options = task, task.options
        self.last, self.stage, self.holder, self.progress = last, stage, holder, progress
        self.children = Children(task.options.notebook_seconds)
        self.waiting = sorted(STEPS, key=lambda step: -last.seconds(step.name))  # the longest first
        self.done: set[str] = set()
        self.hashes: dict[str, str] = {}
        self.inputs: dict[str, dict[str, str]] = {}
        self.ran: list[str] = []
        self.skipped: list[str] = []
        self.seconds: dict[str, float] = {}
        self.megabytes = 0.0

    def do(self) -> None:
        """Work until every step and every page is there. Raises BuildError at the first fault; no child is left."""
        try:
            while self.waiting or self.children.running:
                self._start_what_can()
                self._wait()
            self._write_page(f"{PAGES} changes", "write_changes", self.last.folder if self.last.whole else None)
            while self.children.running:
                self._wait()
        finally:
            self.children.end()

    def _wait(self) -> None:
        under_way = sorted(child.name for child in self.children.running.values())
        self.progress.running(under_way, len(self.done), len(STEPS))
        for ended in self.children.wait() if under_way else ():
            self._note(ended)

    def _ready(self) -> Iterable[Step]:
        return [step for step in self.waiting if needs(step) <= self.done]

    def _start_what_can(self) -> None:
        for step in self._ready():
            now = step_inputs(step, self.task.inputs, self.task.chosen[step.name], self.hashes)
            reason = why(step, now, self.last, self._asked(step))
            if reason and len(self.children.running) >= processors():
                continue
            self.waiting.remove(step)
            self.inputs[step.name] = now
            if reason:
                self._run(step, reason)
            else:
                take_over(step, self.last, self.stage)
                self.skipped.append(step.name)
                self._finish(step)
        if any(needs(step) <= self.done for step in self.waiting) and len(self.children.running) < processors():
            self._start_what_can()  # a step taken over has made others ready

    def _asked(self, step: Step) -> bool:
        return self.options.all or step.name == self.options.only

    def _run(self, step: Step, reason: str) -> None:
        only = self.options.only
        if only and step.name not in {only, *readers_of(only)}:
            raise BuildError(f"{step.name} must run too ({reason}); leave out --only {only}", UNUSABLE)
        from helpers.pipeline.preload import preload_rest, run_step  # what notebooks need is imported once, here

        given = {"corpus": self._from_notebooks(self.options.corpus), **self.task.chosen[step.name]}
        given["articles"] = self._from_notebooks(self.options.articles) if self.options.articles else ""
        runtime, limit = self.holder.runtime, self.options.cell_seconds
        work = partial(run_step, step, self.stage, given, self.task.manifest.name, runtime, limit)
        self.holder.add_session(self.children.start(step.name, work))
        if reason != ASKED:
            self.progress.line(f"{step.name} runs: {reason}")
        self.ran.append(step.name)
        preload_rest()

    @staticmethod
    def _from_notebooks(folder: str) -> str:
        return os.path.relpath(folder, NOTEBOOKS)

    def _note(self, ended: Ended) -> None:
        if ended.error:
            raise ended.error
        self.megabytes = max(self.megabytes, ended.megabytes)
        self.seconds[ended.name] = round(ended.seconds, 2)
        step = next((step for step in STEPS if step.name == ended.name), None)
        if step:
            self.progress.line(f"{step.name} took {ended.seconds:.1f} s")
            self._finish(step)

    def _finish(self, step: Step) -> None:
        self.done.add(step.name)
        self.hashes |= {name: hash_file(self.stage / name) for name in files_of(step, self.stage)}
        self._write_page(f"{PAGES} {step.name}", "write", step)

    def _write_page(self, name: str, method: str, argument: object) -> None:
        from helpers.pipeline.preload import preload_rest

        preload_rest()
        from helpers.pipeline.render import Pages

        pages = Pages(self.stage, self.task)
        self.holder.add_session(self.children.start(name, partial(getattr(pages, method), argument)))
