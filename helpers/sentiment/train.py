"""Train the model of sentiment toward a target again: `python -m helpers.sentiment.train FOLDER [--seed 0]`.

FOLDER holds newsmtsc_train.jsonl and, to be measured only, newsmtsc_dev_rw.jsonl and newsmtsc_dev_mt.jsonl. A fifth of
the articles is set aside. Cross-validates on the others, by article (the figure by which features and settings were
chosen), trains on them and measures on the fifth, then trains on all and writes data/models/target_sentiment.npz and
.json. Takes about two minutes on one core and gives the same weights each time.
"""

import argparse
import json
import zlib
from pathlib import Path

import numpy as np

from helpers.sentiment.features import BUCKETS
from helpers.sentiment.learning import fit_network
from helpers.sentiment.linear import fit_linear
from helpers.sentiment.model import LABELS, NAME, Model, pack, predict, read_all, unpack
from helpers.sentiment.network import encode
from helpers.tables import write_model

NETWORKS = 2  # beside the linear model a third adds nothing in cross-validation
PARTS, FOLDS = 5, 4  # one part of the articles is set aside; the others are cross-validated in folds
MIN_WORDS, MIN_SUFFIXES = 3, 10  # a word or suffix seen less often in training counts as unknown
NOTES = {
    "model": "sentiment toward a target, three classes: logistic regression on hashed features and small networks",
    "trained_on": "NewsMTSC, training set (Hamborg & Donnay 2021, EACL: NewsMTSC, a dataset for (multi-)target-"
    "dependent sentiment classification in political news articles)",
    "notice": "NewsMTSC (fhamborg/NewsMTSC) is distributed under the MIT License. The weights hold no "
    "text of it, and of its words only check sums.",
    "command": "python -m helpers.sentiment.train FOLDER",
}


def read_rows(path: Path) -> list[dict]:
    """The lines of a NewsMTSC file: id, sentence, from, to, label."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def article_of(row: dict) -> str:
    """The event (allsides) or article (polusa) a row comes from, so that no text stands on both sides of a split."""
    return "_".join(row["id"].split("_")[:3:2])


def mentions_of(rows: list[dict]) -> list[tuple[str, int, int]]:
    """Sentence and offsets of each row."""
    return [(row["sentence"], row["from"], row["to"]) for row in rows]


def classes_of(rows: list[dict]) -> np.ndarray:
    """Class number of each row."""
    return np.array([LABELS.index(row["label"]) for row in rows])


def measures(truth: np.ndarray, told: np.ndarray) -> dict[str, float]:
    """Macro-F1 and the share of polar mentions told as the opposite pole.

    >>> measures(np.array([0, 1, 2, 2]), np.array([0, 1, 2, 0]))
    {'n': 4, 'macro_f1': 0.7778, 'flip_rate': 0.3333}
    """
    hits = [2 * ((truth == c) & (told == c)).sum() / max(1, (truth == c).sum() + (told == c).sum()) for c in range(3)]
    polar = truth != 1
    flips = ((told != 1) & (told != truth))[polar].mean() if polar.any() else 0.0
    return {"n": len(truth), "macro_f1": round(float(np.mean(hits)), 4), "flip_rate": round(float(flips), 4)}


def _known(codes: np.ndarray, least: int) -> np.ndarray:
    """The codes seen often enough, sorted."""
    found, counts = np.unique(codes[codes > 0], return_counts=True)
    return found[counts >= least]


def fit(rows: list[dict], seed: int) -> Model:
    """Train on rows; the weights come back as they will be shipped, in whole numbers of one byte."""
    windows, tones, features = read_all(mentions_of(rows))
    truth, vocabulary = np.eye(len(LABELS))[classes_of(rows)], windows.vocabulary
    linear = fit_linear(features, truth, BUCKETS)
    words = _known(vocabulary.codes[windows.words], MIN_WORDS)
    suffixes = _known(vocabulary.suffixes[windows.words], MIN_SUFFIXES)
    batch = encode(windows, tones, words, suffixes)
    networks = [fit_network(batch, truth, len(words), len(suffixes), seed + i) for i in range(NETWORKS)]
    return unpack(pack(Model(linear, networks, words, suffixes)))


def cross_validated(rows: list[dict], seed: int) -> dict[str, float]:
    """How models score on articles that they were not trained on, FOLDS of them, each trained on the others."""
    folds = np.array([_draw(row) // PARTS % FOLDS for row in rows])
    told = np.zeros(len(rows), int)
    for fold in range(FOLDS):
        model = fit([row for row, at in zip(rows, folds, strict=True) if at != fold], seed)
        told[folds == fold] = tell(model, [row for row, at in zip(rows, folds, strict=True) if at == fold])
    return measures(classes_of(rows), told)


def tell(model: Model, rows: list[dict]) -> np.ndarray:
    """The class number that the model gives each row."""
    return predict(model, mentions_of(rows)).argmax(axis=1)


def _draw(row: dict) -> int:
    return zlib.crc32(article_of(row).encode())


def train_and_measure(folder: Path, seed: int) -> tuple[Model, dict[str, dict]]:
    """The model trained on all rows, and its figures: where it was chosen, on the part set aside, for development."""
    rows = read_rows(folder / "newsmtsc_train.jsonl")
    kept = [row for row in rows if _draw(row) % PARTS]
    aside = [row for row in rows if not _draw(row) % PARTS]
    figures = {
        "chosen on: four fifths of the training articles, cross-validated by article": cross_validated(kept, seed),
        "set aside: a fifth of the training articles, scored twice, chosen by neither time, trained on the others":
            measures(classes_of(aside), tell(fit(kept, seed), aside)),
    }
    model = fit(rows, seed)
    for split in ("dev_rw", "dev_mt"):
        path = folder / f"newsmtsc_{split}.jsonl"
        if path.exists():
            checked = read_rows(path)
            figures[f"confirmed on: {split}"] = measures(classes_of(checked), tell(model, checked))
    return model, figures


def main() -> None:
    """Train, measure, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=0)
    chosen = parser.parse_args()
    model, figures = train_and_measure(chosen.folder, chosen.seed)
    print(write_model(NAME, pack(model), {**NOTES, "seed": chosen.seed, "measured": figures}))


if __name__ == "__main__":
    main()
