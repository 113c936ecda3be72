"""Train the article finder and the second opinion on labels: `python -m helpers.cleaning.train FOLDER`.

FOLDER holds the pages of WCXB (CC BY 4.0): dumps in `inscriptis/` (or another tool's name) and, beside them,
`labels_TOOL/` with one letter per line of the dump: B article, N not, ? undecided, - blank. Of the invented texts
of tests/cases, written for this project, those of the folders named below are learned from too, by the second opinion
also the articles whose lines are coded; no other page is, so that every other one can be measured.
"""

import csv
import json
import sys
import zlib
from collections import Counter
from pathlib import Path

import numpy as np

from helpers.cleaning import boosting
from helpers.cleaning.augment import Page, vary
from helpers.cleaning.coded import Coded, parse_coded
from helpers.cleaning.extent import second_features
from helpers.cleaning.features import features
from helpers.cleaning.lessons import from_coded, from_page, learn
from helpers.cleaning.lines import cut_lines
from helpers.cleaning.redump import redump

ROOT = Path(__file__).resolve().parents[2]
# Folders of coded dumps that the article finder learns from (those that hold other languages count twice), and those
# that the second opinion does.
FOUND = ("tuned", "ruled", "tuned", "coded")
TAUGHT = ("coded", "tuned", "ruled", "shapes")
N_FOLDS = 4
LETTERS = {"body": "B", "quoted_block": "B", "dek": "B", "title": "?", "quoted_headline": "?", "caption": "?"}
MIN_PAGES = 8  # pages that a word must stand on to be weighed


def read_pages(folder: Path) -> list[Page]:
    """Every labelled dump below a folder."""
    pages = []
    for labels in sorted(folder.glob("labels_*/*.txt")):
        dump = labels.parent.parent / labels.parent.name.removeprefix("labels_") / labels.name
        lines, letters = cut_lines(dump.read_text(encoding="utf-8")), labels.read_text(encoding="utf-8")
        if lines:
            group = f"{labels.parent.parent.name}/{labels.stem}"
            pages.append(Page(group, lines, "".join(letters[line.number - 1] for line in lines)))
    return pages


def read_coded(folder: Path) -> list[Coded]:
    """Every labelled dump of a folder, in the order of their names."""
    return [parse_coded(path.stem, path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.tsv"))]


def _read_lines(path: Path, page: str) -> dict[str, dict[int, str]]:
    """Lines coded by name, those of furniture left out or not: page → line number → label; `page`: its column."""
    named: dict[str, dict[int, str]] = {}
    with path.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            named.setdefault(row[page], {})[int(row["line"])] = row["label"]
    return named


def read_articles(cases: Path) -> list[Coded]:
    """The invented articles whose lines are coded: taught_lines.csv names those that are not furniture."""
    coded = []
    for name, labels in sorted(_read_lines(cases / "taught_lines.csv", "article").items()):
        text = (cases / "articles" / f"{name}.txt").read_text(encoding="utf-8")
        coded.append(Coded(name, text, [labels.get(line.number, "boilerplate") for line in cut_lines(text)]))
    return coded


def read_own(cases: Path) -> list[Page]:
    """The invented texts of the tests, their labels as letters."""
    short = json.loads((cases / "cleaning.json").read_text(encoding="utf-8"))
    told = [(case["text"], case["expected"]) for case in short]
    told += [(dump.text, dump.labels) for part in FOUND for dump in read_coded(cases / "dumps" / part)]
    pages = []
    for number, (text, labels) in enumerate(told):
        letters = "".join(LETTERS.get(label, "N") for label in labels)
        if "B" in letters:
            pages.append(Page(f"own/{number}", cut_lines(text), letters))
    return pages


def folds_of(pages: list[Page]) -> np.ndarray:
    """The fold of every page, by its name: dumps of one page fall together."""
    return np.array([zlib.crc32(page.group.encode()) % N_FOLDS for page in pages])


def weigh_words(pages: list[Page]) -> dict[str, float]:
    """Log odds of each common word to stand in furniture rather than in an article, by pages."""
    inside, outside = Counter(), Counter()
    for page in pages:
        for counts, wanted in ((inside, "B"), (outside, "N")):
            told = zip(page.lines, page.labels, strict=True)
            counts.update({word for line, label in told if label == wanted for word in line.lower})
    common = [w for w in inside | outside if inside[w] + outside[w] >= MIN_PAGES and not w.isdigit()]
    return {w: float(np.log((outside[w] + 1) / (inside[w] + 1))) for w in sorted(common)}


def line_weights(page: Page) -> np.ndarray:
    """What a mistake on each line costs: more for long lines, the same for every page, nothing for undecided lines."""
    size = np.sqrt(np.array([line.n_words for line in page.lines]) + 2)
    size *= np.array([label in "BN-" for label in page.labels])
    return min(300, 10 * len(page.lines)) * size / max(1.0, size.sum())


def _stack(parts: list[np.ndarray], chosen: np.ndarray) -> np.ndarray:
    return np.concatenate([part for part, take in zip(parts, chosen, strict=True) if take])


def train(pages: list[Page], *, n_first: int = 240, n_second: int = 190) -> dict[str, np.ndarray]:
    """Fit both stages; the second learns from what the first says of pages it has not seen."""
    pages = vary(pages, folds_of(pages).tolist())
    folds = folds_of(pages)
    answers = [np.array([label == "B" for label in page.labels], float) for page in pages]
    costs = [line_weights(page) for page in pages]
    measures, thoughts = [None] * len(pages), [None] * len(pages)
    for fold in range(N_FOLDS):
        words = weigh_words([page for page, k in zip(pages, folds, strict=True) if k != fold])
        for i in np.flatnonzero(folds == fold):
            measures[i] = features(pages[i].lines, words)
    for fold in range(N_FOLDS):
        seen = folds != fold
        model = boosting.fit(_stack(measures, seen), _stack(answers, seen), _stack(costs, seen), n_trees=n_first)
        for i in np.flatnonzero(~seen):
            thoughts[i] = second_features(pages[i].lines, measures[i], boosting.predict(model, measures[i]))
    every = np.ones(len(pages), bool)
    first = boosting.fit(_stack(measures, every), _stack(answers, every), _stack(costs, every), n_trees=n_first)
    second = boosting.fit(_stack(thoughts, every), _stack(answers, every), _stack(costs, every), n_trees=n_second)
    return _pack(first, second, weigh_words(pages))


def _pack(first: dict, second: dict, words: dict[str, float]) -> dict[str, np.ndarray]:
    arrays = {f"first_{name}": value for name, value in first.items()}
    arrays |= {f"second_{name}": value for name, value in second.items()}
    return arrays | {"words": np.array(list(words)), "word_weights": np.array(list(words.values()), np.float32)}


def learn_labels(pages: list[Page], cases: Path) -> dict[str, np.ndarray]:
    """Train the second opinion on coded dumps and on the pages of WCXB."""
    random, named = np.random.default_rng(0), _read_lines(cases / "wcxb_lines.csv", "page")
    coded = [dump for part in TAUGHT for dump in read_coded(cases / "dumps" / part)] + read_articles(cases)
    lessons = [from_coded(told) for dump in coded for told in (dump, *redump(dump))]
    lessons += [from_page(page, named.get(page.group.rpartition("/")[2], {}), random) for page in pages]
    return learn(lessons)


def _save(name: str, arrays: dict[str, np.ndarray]) -> None:
    target = ROOT / "data" / "models" / f"{name}.npz"
    np.savez_compressed(target, **arrays)
    print(f"{target.name}: {target.stat().st_size:,} bytes")


def main(folder: str, what: str = "all", left_out: str = "") -> None:
    """Train on every labelled dump below the folder and write data/models/cleaning.npz and labels.npz.

    what: `labels` trains only the second opinion, on the article finder that is there; it is read when the first page
    is looked at, so `all` may train both in turn. left_out: the number of a fold of pages that are not learned from, so
    that they can be measured. Raises ValueError for anything else, and if the folder holds no pages.
    """
    folds = [str(fold) for fold in range(N_FOLDS)]
    if what not in ("all", "labels") or left_out not in ("", *folds):
        raise ValueError(f"train FOLDER [all or labels] [{' or '.join(folds)}], not {what!r} {left_out!r}")
    cases, pages = ROOT / "tests" / "cases", read_pages(Path(folder))
    if not pages:
        raise ValueError(f"no dumps with labels in {folder}: give the folder that holds labels_TOOL/")
    pages = [page for page, fold in zip(pages, folds_of(pages), strict=True) if str(fold) != left_out]
    if what == "all":
        _save("cleaning", train(pages + read_own(cases)))
    _save("labels", learn_labels(pages, cases))


if __name__ == "__main__":
    main(*sys.argv[1:])
