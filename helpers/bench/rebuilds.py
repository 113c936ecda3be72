"""A build by the pipeline beside the same notebooks run and turned into pages one after the other, as by hand."""

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
CORPUS = "data/sample"
BUILD = ("helpers.pipeline", "--corpus", CORPUS, "--quiet")
OURS = ("COUNTERPOINT_OUTPUTS", "COUNTERPOINT_BUILD", "COUNTERPOINT_MEMORY", "COUNTERPOINT_BUILD_ID")


class Took(NamedTuple):
    """What commands took: seconds by the clock, and seconds of all processors."""

    seconds: float
    processor: float


class Rebuilds(NamedTuple):
    """What each run took: by hand, by the pipeline from nothing, by the pipeline with nothing changed.

    steps: seconds of each step and page of the last build from nothing; ran: steps that ran although nothing changed.
    """

    plain: list[Took]
    built: list[Took]
    unchanged: list[Took]
    steps: dict[str, float]
    ran: list[str]

    @property
    def ratio(self) -> float:
        """Seconds of the pipeline as a share of those by hand, median of the pairs."""
        return median(ours.seconds / plain.seconds for ours, plain in zip(self.built, self.plain, strict=True))


def _environment(**own: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in OURS}
    paths = [str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
    return {**kept, "PYTHONPATH": os.pathsep.join(paths), **own}


def _processor() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _timed(commands: list[list[str]], folder: Path, environment: dict[str, str]) -> Took:
    """Run commands one after the other. Raises RuntimeError with the last lines of one that fails."""
    began, used = time.perf_counter(), _processor()
    for command in commands:
        done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)
        if done.returncode:
            raise RuntimeError(f"{' '.join(command)} failed:\n{done.stderr[-2000:]}")
    return Took(round(time.perf_counter() - began, 3), round(_processor() - used, 3))


def build_plainly(outputs: Path) -> Took:
    """Run each notebook by papermill and turn it into a page by nbconvert, one after the other.

    outputs: an empty folder; each notebook finds there what those before it wrote.
    """
    stage, scripts, notebooks = outputs / "sample", Path(sys.executable).parent, ROOT / "notebooks"
    stage.mkdir()
    commands = []
    for name in sorted(path.name for path in notebooks.glob("*.ipynb")):
        commands.append([str(scripts / "papermill"), name, str(stage / name), "-p", "corpus", f"../{CORPUS}"])
        commands.append([str(scripts / "jupyter"), "nbconvert", "--to", "html", str(stage / name)])
    return _timed(commands, notebooks, _environment(COUNTERPOINT_OUTPUTS=str(outputs), COUNTERPOINT_BUILD=str(stage)))


def build(outputs: Path) -> Took:
    """Run the pipeline into a folder of outputs."""
    return _timed([[sys.executable, "-m", *BUILD]], ROOT, _environment(COUNTERPOINT_OUTPUTS=str(outputs)))


def _last_run(outputs: Path) -> dict:
    lines = (outputs / ".builds" / "sample" / "history.jsonl").read_text(encoding="utf-8").splitlines()
    return json.loads(lines[-1])


def measure_rebuilds(runs: int) -> Rebuilds:
    """Build both ways by turns, each time from nothing, and once more with nothing changed."""
    found = Rebuilds([], [], [], {}, [])
    for number in range(runs):
        with tempfile.TemporaryDirectory() as plain, tempfile.TemporaryDirectory() as ours:
            ways = [(found.plain, build_plainly, plain), (found.built, build, ours)]
            for took, way, folder in ways if number % 2 == 0 else ways[::-1]:
                took.append(way(Path(folder)))
            found.unchanged.append(build(Path(ours)))
            found.ran.extend(_last_run(Path(ours))["ran"])
            found.steps.update(json.loads((Path(ours) / "sample" / "run.json").read_text(encoding="utf-8"))["seconds"])
    return found
