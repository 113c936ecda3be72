"""One build at a time per corpus: who holds it, and what a killed one left behind."""

import json
import os
import shutil
import signal
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from helpers.pipeline.children import session_of
from helpers.pipeline.errors import LOCKED, BuildError
from helpers.pipeline.history import Run, add_run
from helpers.pipeline.publish import builds_folder

MARK = "COUNTERPOINT_BUILD"  # set for kernels and all they start: the folder they build in
SAME = 5.0  # seconds by which the system may tell the start of one process differently, after its clock was set


class Holder:
    """The note beside the lock that says which build holds it."""

    def __init__(self, path: Path, build: str, started: datetime) -> None:
        self.path = path
        self.runtime = Path(tempfile.mkdtemp(prefix="counterpoint-"))  # kernels' sockets: short paths, off the outputs
        self.facts = {
            "pid": os.getpid(), "build": build, "started": started.isoformat(timespec="seconds"),
            "runtime": str(self.runtime), "sessions": [],
        }  # fmt: skip
        self._write()

    def add_session(self, pid: int) -> None:
        """Note the session of a child, so that it can be ended if this process is killed."""
        import psutil

        self.facts["sessions"].append([pid, psutil.Process(pid).create_time()])
        self._write()

    def _write(self) -> None:
        fresh = self.path.with_suffix(".new")
        fresh.write_text(json.dumps(self.facts), encoding="utf-8")
        os.replace(fresh, self.path)

    def remove(self) -> None:
        """Take the note and the sockets away."""
        self.path.unlink(missing_ok=True)
        shutil.rmtree(self.runtime, ignore_errors=True)


@contextmanager
def held(outputs: Path, name: str, build: str, started: datetime) -> Iterator[Holder]:
    """Hold the lock of a corpus while the block runs; what a killed build left is cleared first.

    Raises BuildError (exit code 75) that says which build holds it and since when.
    """
    outputs.mkdir(parents=True, exist_ok=True)
    note = outputs / f".{name}.holder"
    try:
        with FileLock(outputs / f".{name}.lock", timeout=0):
            clear_leftovers(outputs, name, note)
            holder = Holder(note, build, started)
            try:
                yield holder
            finally:
                holder.remove()
    except Timeout as error:
        raise BuildError(_who(name, _read(note)), LOCKED) from error


def _read(note: Path) -> dict:
    try:
        facts = json.loads(note.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return facts if isinstance(facts, dict) else {}


def _who(name: str, facts: dict) -> str:
    if not facts:
        return f"another build of {name} is running; wait for it to end"
    return (
        f"another build of {name} is running: build {facts.get('build')}, process {facts.get('pid')}, "
        f"since {facts.get('started')}; wait for it to end"
    )


def clear_leftovers(outputs: Path, name: str, note: Path) -> None:
    """End the processes of a build that was killed, drop what it had not finished, and write its end into the history.

    Only called while the lock is held: whoever left the note is no longer there to hold it.
    """
    folder, facts = builds_folder(outputs, name), _read(note)
    if facts:
        _end_processes(folder, facts)
        runtime = Path(str(facts.get("runtime") or ""))
        if runtime.name.startswith("counterpoint-") and runtime.parent == Path(tempfile.gettempdir()):
            shutil.rmtree(runtime, ignore_errors=True)
        add_run(outputs, name, Run(str(facts.get("started")), "", None, str(facts.get("build")), why="killed"))
        note.unlink(missing_ok=True)
    for left in (*(folder.glob("*.part") if folder.is_dir() else ()), outputs / f".{name}.next"):
        if left.is_dir() and not left.is_symlink():
            shutil.rmtree(left, ignore_errors=True)
        else:
            left.unlink(missing_ok=True)


def _end_processes(folder: Path, facts: dict) -> None:
    """Kill what belongs to a killed build: its children's sessions, and whatever carries the mark of its folder."""
    import psutil

    began = datetime.fromisoformat(str(facts["started"])).timestamp()
    sessions = {pid for leader, started in facts.get("sessions", []) for pid in _session(int(leader), started)}
    for process in psutil.process_iter():
        try:
            marked = process.environ().get(MARK, "").startswith(f"{folder.resolve()}{os.sep}")
            ours = (marked or process.pid in sessions) and process.create_time() >= began - 1
            if ours and process.pid != os.getpid():
                process.send_signal(signal.SIGKILL)
        except (psutil.NoSuchProcess, psutil.AccessDenied, psutil.ZombieProcess):
            continue


def _session(leader: int, started: float) -> list[int]:
    """The processes of a noted session; none if its number belongs to another process by now, as after a restart."""
    import psutil

    try:
        another = abs(psutil.Process(leader).create_time() - started) > SAME
    except psutil.NoSuchProcess:
        another = False
    return [] if another else session_of(leader)


def now() -> datetime:
    """The time of day, in UTC."""
    return datetime.now(UTC)
