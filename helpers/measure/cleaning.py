"""How much of each page's article is kept, and nothing else: text dumps and HTML pages."""

import gzip
import re
import time
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory

from helpers.cleaning import extract_html, kept_text, label_lines
from helpers.measure.labels import HALVES, news_halves
from helpers.measure.rows import Measured, measured
from helpers.measure.scorers import run_scorer

REPEATS = 3  # the quickest pass counts: the others were disturbed
PRINTED = re.compile(r"^F1 (\d\.\d+).*?P (\d\.\d+).*?R (\d\.\d+)", re.MULTILINE)
DUMPS = {
    "dump inscriptis": ("scrapinghub", "inscriptis", "news pages dumped by inscriptis, most of them read"),
    "dump htmltext": ("scrapinghub", "htmltext", "news pages dumped by html-text, most of them read"),
    "dump wcxb": ("wcxb", "inscriptis", "article pages of the wcxb set"),
}


def f1_of_texts(folder: Path, gold: Path, predicted: dict[str, str]) -> float:
    """F1 over four-word shingles, as the benchmark defines it, over the pages that are predicted."""
    with TemporaryDirectory() as out, TemporaryDirectory() as wanted:
        for name, text in predicted.items():
            (Path(out) / f"{name}.txt").write_text(text, encoding="utf-8")
            copyfile(gold / f"{name}.txt", Path(wanted) / f"{name}.txt")
        return float(PRINTED.search(run_scorer(folder / "score.py", out, "--gold", wanted)).group(1))


def dump_body(text: str) -> str:
    """The article of a text dump, without its title.

    >>> dump_body("")
    ''
    """
    return kept_text(label_lines(text), text, title=False)


def measure_dumps(benchmarks: Path, key: str) -> list[Measured]:
    """F1 of the kept text of one set of text dumps; none if the set is not there."""
    pages, tool, data = DUMPS[key]
    folder = benchmarks / "cleaning"
    paths = sorted((folder / pages / tool).glob("*.txt"))
    if not paths:
        return []
    predicted = {path.stem: dump_body(path.read_text(encoding="utf-8")) for path in paths}
    gold, found = folder / pages / "gold", [(key, predicted, data)]
    if key == "dump inscriptis":
        halves = news_halves()
        for half, told in HALVES.items():
            own = {name: text for name, text in predicted.items() if halves.get(name) == half}
            found += [(f"dump {half}", own, told)] if own else []
    return [measured(name, f1_of_texts(folder, gold, texts), len(texts), told) for name, texts, told in found]


def measure_html(benchmarks: Path) -> list[Measured]:
    """F1 of the articles extracted from HTML pages, and pages per second of processor time."""
    folder = benchmarks / "cleaning"
    paths = sorted((folder / "scrapinghub" / "html").glob("*.gz"))
    if not paths:
        return []
    pages = {path.name.split(".")[0]: gzip.decompress(path.read_bytes()) for path in paths}
    extract_html(pages[paths[0].name.split(".")[0]])  # the first call loads what all others use
    passes = []
    for _ in range(REPEATS):
        began = time.process_time()
        predicted = {name: extract_html(page) for name, page in pages.items()}
        passes.append(time.process_time() - began)
    found = f1_of_texts(folder, folder / "scrapinghub" / "gold", predicted)
    data, speed = "news pages of the scrapinghub set", len(paths) / min(passes)
    return [measured("html", found, len(paths), data), measured("html speed", speed, len(paths), data)]
