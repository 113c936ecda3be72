"""JupyterLab as `make lab` starts it, in headless Chromium: every notebook runs, nothing leaves the machine."""

import json
import os
import shlex
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from rebuilding import house, rebuild, whole_build
from test_corpus import make_corpus

from helpers.pipeline import STEPS

pytestmark = pytest.mark.slow
PATIENCE = 600  # seconds for what takes ten on a quiet machine
WATCH = '''"""Writes down every address outside this machine that Python asks for."""
import os
import sys

HOME = ("127.", "::1", "localhost", "0.0.0.0")


def hook(event, arguments):
    if event == "socket.getaddrinfo":
        address = arguments[0]
    elif event == "socket.connect" and isinstance(arguments[1], tuple):
        address = arguments[1][0]
    else:
        return
    address = address.decode() if isinstance(address, bytes) else address
    if address and not address.startswith(HOME):
        with open(os.environ["ASKED"], "a", encoding="utf-8") as file:
            file.write(f"{address}\\n")


sys.addaudithook(hook)
'''
RUN = """async ([path, seconds]) => {
    const app = window.jupyterapp, widget = await app.commands.execute('docmanager:open', {path, factory: 'Notebook'});
    const session = widget.sessionContext;
    const run = async () => {
        await widget.context.ready;
        await session.ready;
        while (session.session?.kernel?.status !== 'idle') await new Promise(go => setTimeout(go, 50));
        app.shell.activateById(widget.id);
        await app.commands.execute('notebook:run-all-cells');
    };
    const late = new Promise((_, fail) => setTimeout(() => fail(new Error(path + ' did not end')), seconds * 1000));
    await Promise.race([run(), late]);
    const cells = widget.context.model.toJSON().cells;
    await session.shutdown();
    return cells;
}"""
SETTINGS = {  # no question about news, no request for updates, nothing saved unasked, every output drawn
    "apputils-extension/notification": {"fetchNews": "false", "checkForUpdates": False},
    "docmanager-extension/plugin": {"autosave": False},
    "notebook-extension/tracker": {"windowingMode": "none"},
}


class Lab:
    """JupyterLab on a copy of the project; `asked` is the file of what it asked of other machines."""

    def __init__(self, folder: Path, root: Path, outputs: Path) -> None:
        self.root, self.asked = root, folder / "asked"
        command = ["make", "-n", "--no-print-directory", "lab"]  # these tests may run below another make
        told = subprocess.run(command, cwd=Path(__file__).parents[1], capture_output=True, text=True)
        arguments = shlex.split(told.stdout.splitlines()[-1])[2:]  # what follows `.venv/bin/jupyter lab`
        self.command = [sys.executable, "-m", "jupyterlab", *arguments, "--no-browser",
                        "--LabApp.expose_app_in_browser=True"]  # fmt: skip
        names = ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR",
                 "JUPYTERLAB_SETTINGS_DIR", "JUPYTERLAB_WORKSPACES_DIR", "HOME")  # fmt: skip
        places = {name: str(folder / name.lower()) for name in names}
        for place in places.values():
            Path(place).mkdir(parents=True)
        for name, settings in SETTINGS.items():
            path = Path(places["JUPYTERLAB_SETTINGS_DIR"]) / "@jupyterlab" / f"{name}.jupyterlab-settings"
            path.parent.mkdir(parents=True)
            path.write_text(json.dumps(settings), encoding="utf-8")
        (folder / "watch").mkdir()
        (folder / "watch" / "sitecustomize.py").write_text(WATCH, encoding="utf-8")
        paths = os.pathsep.join(map(str, (folder / "watch", root)))
        self.environment = {**os.environ, **places, "ASKED": str(self.asked), "PYTHONPATH": paths,
                            "COUNTERPOINT_OUTPUTS": str(outputs)}  # fmt: skip
        self.runtime, self.log = Path(places["JUPYTER_RUNTIME_DIR"]), folder / "log"

    def start(self) -> str:
        """Start it and wait until it answers; returns its address without a path, and its token."""
        with open(self.log, "wb") as log:
            self.process = subprocess.Popen(self.command, cwd=self.root, env=self.environment, stdout=log, stderr=log)
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until and self.process.poll() is None:
            for path in self.runtime.glob("jpserver-*.json"):
                told = json.loads(path.read_text(encoding="utf-8") or "{}")
                if told:
                    return f"{told['url']}lab?token={told['token']}"
            time.sleep(0.1)
        raise AssertionError(f"JupyterLab did not start: {self.log.read_text(encoding='utf-8')[-2000:]}")

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(timeout=60)


def _run_notebooks(lab: Lab, browser, names: list[str]) -> tuple[dict[str, list], list[str], object]:
    """Open each notebook and run all its cells; returns their cells, the foreign addresses asked for, and pwned."""
    asked: list[str] = []
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.set_default_timeout(PATIENCE * 1000)
    page.on("request", lambda request: asked.append(request.url))
    page.on("websocket", lambda socket: asked.append(socket.url))
    try:
        page.goto(lab.start())
        page.wait_for_function("window.jupyterapp")
        page.evaluate("async () => { await window.jupyterapp.restored }")
        cells = {name: page.evaluate(RUN, [f"notebooks/{name}.ipynb", PATIENCE]) for name in names}
        page.wait_for_timeout(1000)  # what the last outputs start, starts
        pwned = page.evaluate("[window, ...Array.from(window.frames)].map(frame => frame.pwned).find(Boolean) ?? null")
    finally:
        lab.stop()
        context.close()
    schemes = ("data", "blob", "about")
    away = [url for url in asked if urlsplit(url).hostname != "127.0.0.1" and urlsplit(url).scheme not in schemes]
    away += lab.asked.read_text(encoding="utf-8").split() if lab.asked.exists() else []
    return cells, away, pwned


def _faults(cells: list[dict]) -> list[str]:
    """The errors a notebook shows, and the cells that never ran."""
    code = [cell for cell in cells if cell["cell_type"] == "code" and "".join(cell["source"]).strip()]
    lost = [f"never ran: {''.join(cell['source'])[:80]}" for cell in code if not cell["execution_count"]]
    outputs = [output for cell in code for output in cell["outputs"] if output["output_type"] == "error"]
    return lost + [f"{output['ename']}: {output['evalue']}" for output in outputs]


def _lab_on(folder: Path, corpus: Path | None, outputs: Path) -> Lab:
    """JupyterLab on a copy of the project whose notebooks read a corpus; None: the one they read anyway."""
    root = house(folder)
    for step in STEPS if corpus else ():
        path = root / "notebooks" / f"{step.name}.ipynb"
        told = path.read_text(encoding="utf-8")
        assert "../data/sample" in told
        path.write_text(told.replace("../data/sample", str(corpus)), encoding="utf-8")
    return Lab(folder / "lab", root, outputs)


@pytest.fixture
def hostile_corpus(tmp_path) -> Path:
    """Articles that carry scripts in their texts, titles, authors and sources."""
    script, image = "<script>window.pwned=1</script>", "<img src=x onerror=window.pwned=2>"
    story = (
        f"The quay of Wendholm is shut {script}\n\nThe council {image} shut the quay on Monday and more than 40 people "
        f"read {script} of it.\n\n“We had no choice but {script},” said the engineer {image} Ada Moss, who cut it "
        f"brutally.\n\nSome 2 thousand {script} residents blamed the council and its thugs, which {image} denied it.\n"
    )
    other = story.replace("more than 40", "at least 90").replace("Monday", "Tuesday")
    files = {"a.txt": story.encode(), "b.txt": other.encode()}
    corpus = make_corpus(tmp_path / "hostile", files, title=f"Quay {script}", author=f"A. {image}", source=f"S {image}")
    rows = f"actor,name,charge\ncouncil,the council,neutral\ncouncil,{script},negative\n"
    (corpus / "actors.csv").write_text(rows, encoding="utf-8")
    return corpus


def test_every_notebook_runs_in_lab_and_nothing_leaves_the_machine(sample_build, browser, tmp_path):
    outputs = sample_build.parent
    before = whole_build(outputs)
    names = [step.name for step in STEPS]
    cells, away, _ = _run_notebooks(_lab_on(tmp_path, None, outputs), browser, names)
    assert {name: _faults(cells[name]) for name in names} == {name: [] for name in names}
    assert away == []
    assert whole_build(outputs) == before
    written = {path.stem for path in (outputs / ".drafts" / "sample" / "tables").glob("*.parquet")}
    assert written == {table for step in STEPS for table in step.writes}


def test_no_script_of_a_hostile_corpus_runs_in_lab(hostile_corpus, browser, tmp_path):
    outputs = tmp_path / "outputs"
    done = rebuild(outputs, "--corpus", str(hostile_corpus), "--quiet")
    assert done.returncode == 0, done.stderr
    names = [step.name for step in STEPS]
    cells, away, pwned = _run_notebooks(_lab_on(tmp_path, hostile_corpus, outputs), browser, names)
    assert {name: _faults(cells[name]) for name in names} == {name: [] for name in names}
    assert "window.pwned" in json.dumps(cells), "the scripts are not shown at all: the test tests nothing"
    assert pwned is None
    assert away == []


def test_a_script_that_runs_and_a_request_that_leaves_would_be_seen(browser, tmp_path):
    import nbformat

    lab = _lab_on(tmp_path, None, tmp_path / "outputs")
    code = """import socket
from IPython.display import HTML
try:
    socket.getaddrinfo("elsewhere.invalid", 80, flags=socket.AI_NUMERICHOST)
except OSError:
    shown = HTML("<img src=x onerror='window.pwned=1'><img src='http://other.invalid/y'>")
shown"""
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(code)], metadata=kernel)
    nbformat.write(notebook, lab.root / "notebooks" / "control.ipynb")
    cells, away, pwned = _run_notebooks(lab, browser, ["control"])
    assert _faults(cells["control"]) == []
    assert pwned == 1
    assert {"elsewhere.invalid", "http://other.invalid/y"} <= set(away)
