"""One notebook through papermill, and the proof that it really ran."""

import errno
import shutil
from pathlib import Path

import nbformat
import papermill
from papermill.exceptions import PapermillExecutionError
from traitlets.config import Config

from helpers.pipeline.errors import BuildError, disk_error
from helpers.pipeline.inputs import NOTEBOOKS
from helpers.pipeline.parameters import declared
from helpers.pipeline.steps import Step
from helpers.tables.store import OUTPUTS

CELL_SECONDS = 600
# Sockets in the file system: no port is opened, and two kernels never race for one.
KERNEL = Config({"KernelManager": {"transport": "ipc"}})
QUIET = ["--log-level=50"]  # what a kernel logs while it is stopped is no news; what a cell raises is told


def run_step(step: Step, stage: Path, places: dict[str, str], chosen: dict, name: str) -> None:
    """Run one notebook on the growing build.

    stage: the build's folder; places: the parameters corpus and articles; chosen: set by the caller; name: its corpus.
    Raises BuildError with the fault in one line; a failed notebook is kept in outputs/.failed.
    """
    source, result = NOTEBOOKS / f"{step.name}.ipynb", stage / "notebooks" / f"{step.name}.ipynb"
    known = declared(source)
    given = {key: value for key, value in places.items() if key in known} | chosen
    try:
        papermill.execute_notebook(
            str(source), str(result), given, cwd=str(NOTEBOOKS), progress_bar=False, log_output=False,
            execution_timeout=CELL_SECONDS, kernel_name="python3", config=KERNEL,
            extra_arguments=QUIET,
        )  # fmt: skip
    except PapermillExecutionError as error:
        raise _failure(step, error, result, name) from error
    except OSError:
        raise
    except Exception as error:  # a kernel that dies raises what the client happened to be waiting for
        raise BuildError(f"{step.name} did not finish: {type(error).__name__}: {error}"[:400]) from error
    _require_all_ran(step, stage, result)


def _require_all_ran(step: Step, stage: Path, result: Path) -> None:
    """A dead kernel leaves a notebook that papermill calls completed: look at the cells and tables themselves."""
    cells = [c for c in nbformat.read(result, as_version=4).cells if c.cell_type == "code" and c.source.strip()]
    lost = [cell for cell in cells if not cell.execution_count]
    missing = [table for table in step.writes if not (stage / "tables" / f"{table}.parquet").exists()]
    if lost or missing:
        tables = f", missing tables: {', '.join(missing)}" if missing else ""
        raise BuildError(f"{step.name} did not finish: {len(lost)} cells never ran{tables}")


def _failure(step: Step, error: PapermillExecutionError, result: Path, name: str) -> BuildError:
    if error.ename == "CorpusError":
        return BuildError(error.evalue, 2)
    if error.ename == "OSError" and f"[Errno {errno.ENOSPC}]" in error.evalue:
        return disk_error(OSError(errno.ENOSPC, ""))
    kept = OUTPUTS / ".failed" / name / f"{step.name}.ipynb"
    kept.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(result, kept)
    why = f"{error.ename}: {error.evalue}".splitlines()[0][:300]
    return BuildError(
        f"{step.name} failed in cell {error.exec_count}: {why}; see outputs/.failed/{name}/{step.name}.ipynb"
    )
