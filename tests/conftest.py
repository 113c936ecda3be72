"""Builds and corpora that several tests share."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from filelock import FileLock

import helpers  # noqa: F401  before numpy: it tells numpy how many threads to use

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
PALMYRA = SHARED / "corpora" / "palmyra-2016"


def run_pipeline(outputs: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the build command as a user does, its outputs in a folder of the test's own."""
    environment = {**os.environ, "COUNTERPOINT_OUTPUTS": str(outputs)}
    command = [sys.executable, "-m", "helpers.pipeline", *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=600)


def _built(tmp_path_factory: pytest.TempPathFactory, name: str, *arguments: str) -> Path:
    """The build of a corpus, made once for all workers of a test run."""
    folder = tmp_path_factory.getbasetemp()
    outputs = (folder.parent if os.environ.get("PYTEST_XDIST_WORKER") else folder) / "shared-outputs"
    with FileLock(f"{outputs}-{name}.lock"):
        if not (outputs / name).exists():
            done = run_pipeline(outputs, "--corpus", f"data/{name}", *arguments)
            assert done.returncode == 0, done.stderr[-2000:]
    return outputs / name


@pytest.fixture(scope="session")
def sample_build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The published build of the sample corpus."""
    return _built(tmp_path_factory, "sample")


@pytest.fixture(scope="session")
def palmyra_build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The published build of the Palmyra corpus; skips where its articles are not beside the project."""
    if not PALMYRA.is_dir():
        pytest.skip("the Palmyra articles are not here (../shared/corpora/palmyra-2016)")
    return _built(tmp_path_factory, "palmyra-2016", "--articles", str(PALMYRA / "articles"))


@pytest.fixture(scope="session", params=["sample", "palmyra"])
def any_build(request: pytest.FixtureRequest) -> Path:
    """Each of the two builds in turn."""
    return request.getfixturevalue(f"{request.param}_build")


@pytest.fixture(scope="session")
def browser():
    """Headless Chromium, one for all tests of a worker."""
    if not CHROMIUM:
        pytest.skip("Chromium is not installed (Debian: apt-get install chromium)")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield chromium
        chromium.close()
