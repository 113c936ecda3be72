"""Where builds stand, and how a finished one takes the place of the last by one rename."""

import hashlib
import os
import shutil
from pathlib import Path

KEEP = 10  # builds kept beside the published one


def stage_folder(outputs: Path, name: str, build_id: str) -> Path:
    """An empty folder beside the published builds in which the next one grows."""
    stage = outputs / ".builds" / name / f"{build_id}.part"
    if stage.exists():
        shutil.rmtree(stage)
    stage.mkdir(parents=True)
    return stage


def publish(outputs: Path, name: str, stage: Path, started: str) -> Path:
    """Make a staged build the published one and forget the oldest beyond KEEP.

    started: time of the build's start, the name under which it is kept. A reader of outputs/NAME sees the old build or
    the new one whole: the name is a link, and the link is replaced by one rename. Returns outputs/NAME.
    """
    final = stage.with_name(f"{started}-{stage.name.removesuffix('.part')}")
    os.rename(stage, final)
    target = outputs / name
    fresh = outputs / f".{name}.next"
    fresh.unlink(missing_ok=True)
    fresh.symlink_to(final.relative_to(outputs), target_is_directory=True)
    if target.is_dir() and not target.is_symlink():  # left by an unpacked archive: give way, but lose nothing
        os.rename(target, final.parent / f"{started}-replaced")
    os.replace(fresh, target)
    _forget(final.parent, final)
    return target


def _forget(folder: Path, current: Path) -> None:
    builds = sorted(path for path in folder.iterdir() if path.is_dir() and not path.name.endswith(".part"))
    for path in builds[:-KEEP]:
        if path != current:
            shutil.rmtree(path, ignore_errors=True)


def hash_files(folder: Path) -> dict[str, str]:
    """sha256 of every file below a folder: relative path → hash."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
