"""Steps as child processes: several side by side, each within its time, all gone when the build ends."""

import json
import os
import select
import signal
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NamedTuple

from helpers.pipeline.errors import FAILED, STOPPED, TIMED_OUT, BuildError, disk_error
from helpers.pipeline.orphans import die_with_parent

TICK = 0.25  # seconds between two looks at the clock
STOPPING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Ended(NamedTuple):
    """A step that ended: its name, the fault (None: it went well), wall seconds and peak memory in MB."""

    name: str
    error: BuildError | None
    seconds: float
    megabytes: float


class Running(NamedTuple):
    """A step under way."""

    name: str
    pid: int
    pipe: int
    began: float


class Children:
    """The child processes of a build."""

    def __init__(self, notebook_seconds: float) -> None:
        """notebook_seconds: the longest a step may take."""
        self.notebook_seconds = notebook_seconds
        self.running: dict[int, Running] = {}

    def start(self, name: str, work: Callable[[], None]) -> int:
        """Fork a child that does some work; it leads a session of its own, so that all it starts can be ended.

        Returns its process number.
        """
        reader, writer = os.pipe()
        parent = os.getpid()
        signal.pthread_sigmask(signal.SIG_BLOCK, STOPPING)  # no signal may make the child believe to be the parent
        try:
            pid = os.fork()
            if pid == 0:
                os.close(reader)
                _work_and_exit(work, writer, parent)
        finally:
            signal.pthread_sigmask(signal.SIG_UNBLOCK, STOPPING)
        os.close(writer)
        self.running[reader] = Running(name, pid, reader, time.perf_counter())
        return pid

    def wait(self) -> list[Ended]:
        """Wait until a child has ended or its time is up; returns those that ended (none after a tick)."""
        ready, _, _ = select.select(list(self.running), [], [], TICK)
        late = [r.pipe for r in self.running.values() if time.perf_counter() - r.began > self.notebook_seconds]
        return [self._collect(pipe, pipe in late and pipe not in ready) for pipe in {*ready, *late}]

    def _collect(self, pipe: int, late: bool) -> Ended:
        child = self.running.pop(pipe)
        end_session(child.pid) if late else None
        with os.fdopen(pipe, encoding="utf-8") as told:
            said = told.read()
        _, status, usage = os.wait4(child.pid, 0)
        end_session(child.pid)  # what the notebook itself has started and left
        error = BuildError(*json.loads(said)) if said else None
        if late:
            error = BuildError(f"{child.name} took more than {self.notebook_seconds:g} s and was stopped", TIMED_OUT)
        elif status and not error:
            error = BuildError(f"{child.name} did not finish: its process was killed ({_told(status)})")
        return Ended(child.name, error, time.perf_counter() - child.began, usage.ru_maxrss / 1024)

    def end(self) -> None:
        """End every child and all it has started, at once."""
        for child in list(self.running.values()):
            end_session(child.pid)
            os.close(child.pipe)
            os.waitpid(child.pid, 0)
        self.running.clear()


def _told(status: int) -> str:
    code = os.waitstatus_to_exitcode(status)
    return f"signal {-code}" if code < 0 else f"exit code {code}"


def _work_and_exit(work: Callable[[], None], writer: int, parent: int) -> None:
    """What a child does: its work, a line about a fault if there is one, and its exit; never returns."""
    os.setsid()
    for number in STOPPING:
        signal.signal(number, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, STOPPING)
    die_with_parent(parent)
    fault: BuildError | None = None
    try:
        work()
    except BuildError as error:
        fault = error
    except OSError as error:
        fault = disk_error(error)
    except Exception as error:
        where = traceback.extract_tb(error.__traceback__)[-1]
        fault = BuildError(f"{type(error).__name__}: {error} ({os.path.basename(where.filename)}:{where.lineno})"[:400])
    if fault:
        with os.fdopen(writer, "w", encoding="utf-8") as pipe:
            json.dump([str(fault), fault.code], pipe)
    os._exit(FAILED if fault else 0)


def session_of(pid: int) -> list[int]:
    """Every process of the session that a process leads or led."""
    import psutil

    found = []
    for other in psutil.pids():
        try:
            if os.getsid(other) == pid:
                found.append(other)
        except (ProcessLookupError, PermissionError):
            continue
    return found


def end_session(pid: int) -> None:
    """Kill every process of the session that a process leads or led."""
    for other in session_of(pid):
        try:
            os.kill(other, signal.SIGKILL)
        except ProcessLookupError:
            continue


class Stopped(BuildError):
    """The build was told to stop by a signal."""

    def __init__(self, number: int) -> None:
        super().__init__(f"stopped by {signal.Signals(number).name}; the last build stays as it was", STOPPED)


@contextmanager
def stopping_on_signals() -> Iterator[None]:
    """Turn SIGINT, SIGTERM and SIGHUP into Stopped while the block runs."""

    def stop(number: int, frame: object) -> None:
        for other in STOPPING:
            signal.signal(other, signal.SIG_IGN)  # once is enough; nothing may interrupt the cleaning up
        raise Stopped(number)

    before = {number: signal.signal(number, stop) for number in STOPPING}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
