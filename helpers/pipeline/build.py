"""One build of one corpus, from its folder to the published pages."""

import os
import shutil
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from helpers.corpus import CorpusError, Manifest, check_corpus, load_actors, read_manifest
from helpers.pipeline.errors import BuildError, disk_error
from helpers.pipeline.inputs import NOTEBOOKS, build_id, input_hashes
from helpers.pipeline.publish import publish, stage_folder
from helpers.pipeline.steps import STEPS
from helpers.tables.store import OUTPUTS

# jsonschema would parse a grammar of web addresses, for a second or more, to check a format no notebook uses; a module
# set to None counts as not installed, and jsonschema then leaves that check out.
sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]


def build(corpus: str, articles: str = "", parameters: list[str] | None = None, *, quiet: bool = False) -> Path:
    """Build every report of a corpus and publish it.

    corpus: the corpus folder; articles: where its files are kept, if elsewhere; parameters: `NOTEBOOK.NAME=VALUE`.
    Returns the path of index.html. Raises BuildError with one line and an exit code (1 a notebook failed, 2 the input
    cannot be used, 75 another build of the corpus is running); the last good build then stays as it was.
    """
    started = datetime.now(UTC)
    try:
        manifest = read_manifest(corpus)
        paths = check_corpus(corpus, articles)
        load_actors(corpus)  # its faults are told now, not after two notebooks
        from helpers.pipeline.parameters import parse_parameters  # papermill takes a second to import

        chosen = parse_parameters(parameters or [], NOTEBOOKS)
    except CorpusError as error:
        raise BuildError(str(error), 2) from error
    try:
        OUTPUTS.mkdir(parents=True, exist_ok=True)
        with FileLock(OUTPUTS / f".{manifest.name}.lock", timeout=0):
            return _build_locked(manifest, corpus, articles, paths, chosen, started, quiet)
    except Timeout as error:
        raise BuildError(f"another build of {manifest.name} is running; wait for it to end", 75) from error
    except OSError as error:
        raise disk_error(error) from error


def _build_locked(
    manifest: Manifest, corpus: str, articles: str, paths: dict[str, Path], chosen: dict, started: datetime, quiet: bool
) -> Path:
    from helpers.pipeline.render import render_pages, write_record  # nbconvert takes a second to import

    inputs = input_hashes(Path(corpus), paths)
    identity = build_id(inputs, chosen)
    stage = stage_folder(OUTPUTS, manifest.name, identity)
    try:
        seconds = _run_steps(stage, manifest.name, corpus, articles, chosen, quiet)
        render_pages(stage, manifest, identity)
        write_record(stage, manifest.name, identity, chosen, inputs, seconds, started)
        target = publish(OUTPUTS, manifest.name, stage, started.strftime("%Y%m%dT%H%M%SZ"))
    finally:
        shutil.rmtree(stage, ignore_errors=True)
    return target / "index.html"


def _run_steps(stage: Path, name: str, corpus: str, articles: str, chosen: dict, quiet: bool) -> dict[str, float]:
    from tqdm import tqdm

    from helpers.pipeline.run import run_step

    (stage / "notebooks").mkdir()
    os.environ["COUNTERPOINT_BUILD"] = str(stage.resolve())
    elsewhere = os.path.relpath(articles, NOTEBOOKS) if articles else ""
    places = {"corpus": os.path.relpath(corpus, NOTEBOOKS), "articles": elsewhere}
    seconds = {}
    try:
        with tqdm(STEPS, desc=name, unit="step", disable=True if quiet else None) as steps:
            for step in steps:
                steps.set_postfix_str(step.name)
                begun = time.perf_counter()
                run_step(step, stage, places, chosen[step.name], name)
                seconds[step.name] = round(time.perf_counter() - begun, 2)
                if not quiet and not sys.stderr.isatty():
                    print(f"{name}: {step.name} took {seconds[step.name]:.1f} s", file=sys.stderr)
    finally:
        del os.environ["COUNTERPOINT_BUILD"]
    return seconds
