"""`python -m helpers.measure.unseen BENCHMARKS`: the cleaning of WCXB's pages by weights that did not learn from them.

The weights are trained anew without one fold of the pages, in a copy of the project, and that fold is cleaned with
them; all folds together are scored. Takes some ten minutes on two cores.
"""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory

from helpers.cleaning.train import N_FOLDS, ROOT, folds_of, read_pages
from helpers.measure.cleaning import dump_body, f1_of_texts

COPIED = ("helpers", "data", "tests/cases")
AT_ONCE = 2  # trainings side by side


def _folder(benchmarks: Path) -> Path:
    return benchmarks / "cleaning" / "wcxb"


def clean_fold(benchmarks: Path, fold: int, out: Path) -> None:
    """Write the kept text of every page of one fold, one file a page."""
    pages = read_pages(_folder(benchmarks))
    for page, own in zip(pages, folds_of(pages), strict=True):
        if own == fold:
            name = page.group.rpartition("/")[2]
            dump = _folder(benchmarks) / "inscriptis" / f"{name}.txt"
            (out / f"{name}.txt").write_text(dump_body(dump.read_text(encoding="utf-8")), encoding="utf-8")


def _run(module: str, *arguments: object, at: Path) -> None:
    subprocess.run([sys.executable, "-m", module, *map(str, arguments)], cwd=at, check=True, stdout=subprocess.DEVNULL)


def train_without(benchmarks: Path, fold: int, out: Path) -> None:
    """Train without one fold, in a copy of the project, and write what the weights keep of its pages."""
    with TemporaryDirectory() as copy:
        for part in COPIED:
            copytree(ROOT / part, Path(copy) / part)
        _run("helpers.cleaning.train", _folder(benchmarks), "all", fold, at=Path(copy))
        _run("helpers.measure.unseen", benchmarks, fold, out, at=Path(copy))


def score_unseen(benchmarks: Path) -> tuple[float, int]:
    """F1 of the text that is kept of pages not learned from, and how many pages there are."""
    with TemporaryDirectory() as out:
        with ThreadPoolExecutor(AT_ONCE) as pool:
            list(pool.map(lambda fold: train_without(benchmarks, fold, Path(out)), range(N_FOLDS)))
        kept = {path.stem: path.read_text(encoding="utf-8") for path in sorted(Path(out).glob("*.txt"))}
        return f1_of_texts(benchmarks / "cleaning", _folder(benchmarks) / "gold", kept), len(kept)


def main(benchmarks: str, fold: str = "", out: str = "") -> None:
    """Score all folds; with a fold and a folder, clean that fold with the weights that are there."""
    folder = Path(benchmarks).resolve()
    if fold:
        clean_fold(folder, int(fold), Path(out))
        return
    score, n = score_unseen(folder)
    print(f"F1 of the text kept of {n} pages of WCXB by weights that did not learn from them: {score:.3f}")


if __name__ == "__main__":
    main(*sys.argv[1:])
