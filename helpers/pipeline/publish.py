"""Where builds stand, how a finished one takes the place of the last by one rename, and how to go back to one."""

import json
import os
import shutil
from datetime import datetime, timedelta
from pathlib import Path

from helpers.pipeline.errors import UNUSABLE, BuildError
from helpers.tables.uses import hash_file

KEEP = 10  # builds that stay, the published one among them
STAMP = "%Y%m%dT%H%M%SZ"  # how the time of a build's start stands in its name


def builds_folder(outputs: Path, name: str) -> Path:
    """Where the builds of a corpus stand."""
    return outputs / ".builds" / name


def stage_folder(outputs: Path, name: str, build_id: str) -> Path:
    """An empty folder beside the published builds in which the next one grows."""
    stage = builds_folder(outputs, name) / f"{build_id}.part"
    if stage.exists():
        shutil.rmtree(stage)
    stage.mkdir(parents=True)
    return stage


def finished_builds(outputs: Path, name: str) -> list[Path]:
    """The builds that are whole, oldest first; one that grew half and was left is none."""
    folder = builds_folder(outputs, name)
    found = folder.iterdir() if folder.is_dir() else ()
    return sorted(path for path in found if path.is_dir() and path.suffix != ".part")


def publish(outputs: Path, name: str, stage: Path, started: datetime, keep: int = KEEP) -> Path:
    """Make a staged build the published one and forget the oldest beyond `keep`.

    started: the build's start in UTC, the name under which it is kept. A reader of outputs/NAME sees the old build or
    the new one whole: the name is a link, and the link is replaced by one rename. Returns the folder it is kept in.
    """
    final = _named(stage, started)
    while final.exists():  # the same build twice within a second: the earlier one may be published, and stays
        started += timedelta(seconds=1)
        final = _named(stage, started)
    os.rename(stage, final)
    point_to(outputs, name, final)
    _forget(outputs, name, final, keep)
    return final


def _named(stage: Path, started: datetime) -> Path:
    return stage.with_name(f"{started.strftime(STAMP)}-{stage.name.removesuffix('.part')}")


def point_to(outputs: Path, name: str, build: Path) -> None:
    """Let outputs/NAME be a build, by one rename."""
    target, fresh = outputs / name, outputs / f".{name}.next"
    fresh.unlink(missing_ok=True)
    fresh.symlink_to(build.relative_to(outputs), target_is_directory=True)
    if target.is_dir() and not target.is_symlink():  # left by an unpacked archive: give way, but lose nothing
        os.rename(target, build.with_name(f"{build.name}-replaced"))
    os.replace(fresh, target)


def _forget(outputs: Path, name: str, current: Path, keep: int) -> None:
    others = [path for path in finished_builds(outputs, name) if path != current]
    for path in others[: max(0, len(others) - max(0, keep - 1))]:
        left = path.with_name(f"{path.name}.part")  # killed half-way, what is left of it counts as no build
        os.rename(path, left)
        shutil.rmtree(left, ignore_errors=True)


def restore(outputs: Path, name: str, wanted: str) -> Path:
    """Publish an earlier build again.

    wanted: its name as `--history` lists it, or the beginning of its build id; "" the one before the published one.
    Returns outputs/NAME. Raises BuildError, naming what there is, if there is no such build.
    """
    builds = finished_builds(outputs, name)
    current = (outputs / name).resolve() if (outputs / name).exists() else None
    found = [path for path in builds if wanted in (path.name, path.name.partition("-")[2][: len(wanted)])]
    if not wanted:
        found = [path for path in builds if current is None or path.name < current.name]
    if not found:
        listed = ", ".join(path.name + (" (published)" if path == current else "") for path in builds) or "none"
        asked = f"build {wanted!r}" if wanted else "earlier build"
        raise BuildError(f"{name} has no {asked}; its builds are: {listed}", UNUSABLE)
    point_to(outputs, name, found[-1])
    return outputs / name


def read_record(build: Path) -> dict:
    """run.json of a build; {} if there is none that can be read, which then counts as no build."""
    try:
        record = json.loads((build / "run.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return record if isinstance(record, dict) else {}


def is_whole(build: Path, record: dict) -> bool:
    """Whether every file of a build is there as its record tells."""
    files = record.get("files", {})
    return bool(files) and all(_same(build / name, told) for name, told in files.items())


def _same(path: Path, told: str) -> bool:
    return path.is_file() and hash_file(path) == told


def hash_files(folder: Path) -> dict[str, str]:
    """sha256 of every file below a folder: relative path → hash."""
    return {
        path.relative_to(folder).as_posix(): hash_file(path)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
