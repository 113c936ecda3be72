"""What was worked out for an article before, so that only new or changed articles are worked out again.

A result is kept under the hash of all it hangs on: the code of the function and every module, lexicon and weight behind
it, and all that it was given. Rows are kept as JSON in one SQLite file per corpus; a damaged or full store is set aside
and everything is worked out again, for it holds nothing that could not be.
"""

import hashlib
import json
import os
import sqlite3
import sys
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from pathlib import Path

from helpers.tables.uses import module_digest

STORE = "COUNTERPOINT_MEMORY"  # the file, set by the runner; without it nothing is kept
BUILD = "COUNTERPOINT_BUILD_ID"  # the build under way, set by the runner
MOST_BYTES = 500_000_000  # above this the results that no recent build asked for go
PATIENCE = 60.0  # seconds to wait for another notebook's writing
SCHEMA = "CREATE TABLE IF NOT EXISTS results (key TEXT PRIMARY KEY, build TEXT, rows TEXT) WITHOUT ROWID"


def _plain(value: object) -> object:
    """A numpy scalar as the Python value it stands for."""
    if hasattr(value, "item"):
        return value.item()
    raise TypeError(f"{type(value).__name__} cannot be kept")


def _key(function: str, module: str, given: object) -> str:
    told = json.dumps([function, module_digest(module), given], default=_plain)
    return hashlib.sha256(told.encode()).hexdigest()


def _seal(key: str, rows: str) -> str:
    """The rows with a seal in front that shows whether they are still what was written."""
    return hashlib.sha256(f"{key} {rows}".encode()).hexdigest() + rows


def _unsealed(key: str, sealed: str) -> str | None:
    rows = sealed[64:]
    return rows if _seal(key, rows) == sealed else None


def _open(path: Path) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True)
    store = sqlite3.connect(path, timeout=PATIENCE)
    store.execute("PRAGMA synchronous = OFF")  # what a power cut loses is worked out again
    store.execute(SCHEMA)
    return store


def _read(path: Path, keys: Iterable[str]) -> dict[str, str]:
    with closing(_open(path)) as store:
        ask = "SELECT rows FROM results WHERE key = ?"
        found = {key: store.execute(ask, (key,)).fetchone() for key in keys}
    opened = {key: _unsealed(key, row[0]) for key, row in found.items() if row}
    return {key: rows for key, rows in opened.items() if rows is not None}


def _write(path: Path, build: str, rows: Mapping[str, str], used: Iterable[str]) -> None:
    with closing(_open(path)) as store, store:
        fresh = [(key, build, _seal(key, told)) for key, told in rows.items()]
        store.executemany("INSERT OR REPLACE INTO results VALUES (?, ?, ?)", fresh)
        mark = "UPDATE results SET build = ? WHERE key = ? AND build <> ?"
        store.executemany(mark, [(build, key, build) for key in used])


def _set_aside(path: Path, error: sqlite3.Error) -> None:
    """Say that the store cannot be used, and begin a new one unless it is merely busy or has no room."""
    print(f"results of earlier builds cannot be used ({error}); working them out again", file=sys.stderr)
    if not isinstance(error, sqlite3.OperationalError):
        path.unlink(missing_ok=True)


def is_kept() -> bool:
    """Whether results are kept: only in builds, for only there what they hang on is known to be what it was."""
    return bool(os.environ.get(STORE))


def remember(
    function: Callable, given: Mapping[str, object], work_out: Callable[[list[str]], Mapping[str, list]]
) -> dict[str, list]:
    """The rows of each document, from an earlier build where nothing they hang on has changed.

    function: what works them out; its name and all code behind its module are part of the key. given: document → all
    that its rows depend on, as plain values. work_out: called once with the documents that are not known, if any;
    returns document → list of rows of plain values. Returns document → rows, in the order of given; a row is a list.
    """
    path = os.environ.get(STORE)
    if not path:
        return dict(work_out(list(given))) if given else {}
    store, build = Path(path), os.environ.get(BUILD, "")
    keys = {document: _key(function.__qualname__, function.__module__, told) for document, told in given.items()}
    known: dict[str, str] = {}
    try:
        known = _read(store, keys.values())
    except sqlite3.Error as error:
        _set_aside(store, error)
    missing = [document for document, key in keys.items() if key not in known]
    fresh = work_out(missing) if missing else {}
    told = {keys[document]: json.dumps(rows, default=_plain) for document, rows in fresh.items()}
    try:
        _write(store, build, told, known)
    except sqlite3.Error as error:
        _set_aside(store, error)
    return {document: json.loads(known[key] if key in known else told[key]) for document, key in keys.items()}


def forget_old(path: Path, recent: Iterable[str], most_bytes: int = MOST_BYTES) -> None:
    """Once the store has grown beyond most_bytes, drop the results that none of the recent builds asked for."""
    if not path.is_file() or path.stat().st_size <= most_bytes:
        return
    kept = list(recent)
    try:
        with closing(_open(path)) as store:
            with store:
                marks = ",".join("?" * len(kept))
                store.execute(f"DELETE FROM results WHERE build NOT IN ({marks})", kept)
            store.execute("VACUUM")
    except sqlite3.Error as error:
        _set_aside(path, error)
