"""One notebook through papermill, the proof that it really ran, and its page."""

import errno
import os
import re
import shutil
from pathlib import Path

import nbformat
import papermill
from nbclient.exceptions import CellTimeoutError, DeadKernelError
from nbformat import NotebookNode
from papermill.exceptions import PapermillExecutionError
from traitlets.config import Config

from helpers.pipeline.errors import TIMED_OUT, BuildError, disk_error
from helpers.pipeline.inputs import NOTEBOOKS
from helpers.pipeline.kernels import ForkedKernelManager
from helpers.pipeline.parameters import declared
from helpers.pipeline.steps import Step
from helpers.tables.store import OUTPUTS

QUIET = ["--log-level=50"]  # what a kernel logs while it is stopped is no news; what a cell raises is told
TIMED = ("papermill", "execution")  # what papermill and nbclient note in the metadata: times of day and seconds


def run_step(step: Step, stage: Path, given: dict[str, object], name: str, runtime: Path, cell_seconds: int) -> None:
    """Run one notebook on the growing build.

    stage: the build's folder; given: its parameters; name: its corpus; runtime: folder for the kernel's sockets;
    cell_seconds: the longest a cell may take. The kernel is forked from this process.
    Raises BuildError with the fault in one line; a failed notebook is kept in outputs/.failed.
    """
    source, result = NOTEBOOKS / f"{step.name}.ipynb", stage / "notebooks" / f"{step.name}.ipynb"
    known = declared(source)
    # Sockets in the file system: no port is opened, and two kernels never race for one.
    kernel = Config({"KernelManager": {"transport": "ipc", "connection_file": str(runtime / f"{step.name}.json")}})
    try:
        notebook = papermill.execute_notebook(
            str(source), str(result), {key: value for key, value in given.items() if key in known}, progress_bar=False,
            log_output=False, execution_timeout=cell_seconds, kernel_name="python3", config=kernel,
            kernel_manager_class=ForkedKernelManager.prepare(NOTEBOOKS), extra_arguments=QUIET,
            request_save_on_cell_execute=False, shutdown_kernel="immediate",
        )  # fmt: skip
    except PapermillExecutionError as error:
        raise _failure(step, error, result, name) from error
    except CellTimeoutError as error:
        raise BuildError(f"{step.name}: a cell took more than {cell_seconds} s and was stopped", TIMED_OUT) from error
    except DeadKernelError as error:
        raise BuildError(f"{step.name} did not finish: its kernel died (was there memory enough?)") from error
    except OSError:
        raise
    except Exception as error:  # a kernel that dies raises what the client happened to be waiting for
        raise BuildError(f"{step.name} did not finish: {type(error).__name__}: {error}"[:400]) from error
    _require_all_ran(step, stage, notebook)
    nbformat.write(timeless(notebook), result)


def timeless(notebook: NotebookNode) -> NotebookNode:
    """The notebook without what differs from run to run: times, and the name of the cell of parameters."""
    for part in (notebook, *notebook.cells):
        for key in TIMED:
            part.metadata.pop(key, None)
    for cell in notebook.cells:
        if "injected-parameters" in cell.metadata.get("tags", []):
            cell.id = "injected-parameters"
    return notebook


def _require_all_ran(step: Step, stage: Path, notebook: NotebookNode) -> None:
    """A dead kernel leaves a notebook that papermill calls completed: look at the cells and tables themselves."""
    cells = [c for c in notebook.cells if c.cell_type == "code" and c.source.strip()]
    lost = [cell for cell in cells if not cell.execution_count]
    missing = [table for table in step.writes if not (stage / "tables" / f"{table}.parquet").exists()]
    if lost or missing:
        tables = f", missing tables: {', '.join(missing)}" if missing else ""
        raise BuildError(f"{step.name} did not finish: {len(lost)} cells never ran{tables}")


def _failure(step: Step, error: PapermillExecutionError, result: Path, name: str) -> BuildError:
    if error.ename == "CorpusError":
        return BuildError(error.evalue, 2)
    full = re.search(rf"\[Errno ({errno.ENOSPC}|{errno.EDQUOT}|{errno.EFBIG})\]", error.evalue)
    if full:
        return disk_error(OSError(int(full[1]), ""))
    kept = OUTPUTS / ".failed" / name / f"{step.name}.ipynb"
    kept.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(result, kept)
    why = f"{error.ename}: {error.evalue}".splitlines()[0][:300]
    place = os.path.relpath(kept, OUTPUTS.parent)
    return BuildError(f"{step.name} failed in cell {error.exec_count}: {why}; see {place}")
