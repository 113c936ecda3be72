"""Train the model of sentiment toward a target again: `python -m helpers.sentiment.train FOLDER [--seed 0]`.

FOLDER holds newsmtsc_train.jsonl and, to be measured only, newsmtsc_dev_rw.jsonl and newsmtsc_dev_mt.jsonl. Trains on
four fifths of the articles and measures on the fifth, then trains on all and writes data/models/target_sentiment.npz
and .json. Takes about two minutes on one core.
"""

import argparse
import json
import zlib
from collections import Counter
from pathlib import Path

import numpy as np

from helpers.sentiment.features import BUCKETS, features_of
from helpers.sentiment.learning import fit_network
from helpers.sentiment.linear import fit_linear, stack_rows
from helpers.sentiment.model import LABELS, NAME, Model, pack, predict, unpack
from helpers.sentiment.network import SUFFIX, encode, tokens_of
from helpers.sentiment.reading import read_mention
from helpers.tables import DATA

NETWORKS = 3
MIN_WORDS, MIN_SUFFIXES = 3, 10  # a word or suffix seen less often in training counts as unknown
NOTES = {
    "model": "sentiment toward a target, three classes: logistic regression on hashed features and small networks",
    "trained_on": "NewsMTSC, training set (Hamborg & Donnay 2021, EACL: NewsMTSC, a dataset for (multi-)target-"
    "dependent sentiment classification in political news articles)",
    "notice": "NewsMTSC (fhamborg/NewsMTSC) is distributed under the MIT License. The weights hold no "
    "text of it but the list of single words.",
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


def _number(counts: Counter, least: int) -> dict[str, int]:
    return {word: i for i, word in enumerate(sorted(w for w, n in counts.items() if n >= least), 2)}


def fit(rows: list[dict], seed: int) -> Model:
    """Train on rows; the weights come back as they will be shipped, in whole numbers of one byte."""
    readings = [read_mention(*mention) for mention in mentions_of(rows)]
    truth = classes_of(rows)
    linear = fit_linear(stack_rows([features_of(reading) for reading in readings]), truth, BUCKETS)
    windows = [tokens_of(reading) for reading in readings]
    words = _number(Counter(word for window in windows for word in window.words), MIN_WORDS)
    suffixes = _number(Counter(word[-SUFFIX:] for window in windows for word in window.words), MIN_SUFFIXES)
    batch = encode(windows, words, suffixes)
    networks = [fit_network(batch, truth, len(words) + 2, len(suffixes) + 2, seed + i) for i in range(NETWORKS)]
    return unpack(pack(Model(linear, networks, words, suffixes)))


def measure(model: Model, rows: list[dict]) -> dict[str, float]:
    """How the model scores on rows."""
    return measures(classes_of(rows), predict(model, mentions_of(rows)).argmax(axis=1))


def main() -> None:
    """Train, measure, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=0)
    chosen = parser.parse_args()
    rows = read_rows(chosen.folder / "newsmtsc_train.jsonl")
    fifth = np.array([zlib.crc32(article_of(row).encode()) % 5 == 0 for row in rows])
    kept = [row for row, out in zip(rows, fifth, strict=True) if not out]
    held_out = [row for row, out in zip(rows, fifth, strict=True) if out]
    figures = {"fifth of the training articles, trained on the others": measure(fit(kept, chosen.seed), held_out)}
    model = fit(rows, chosen.seed)
    for split in ("dev_rw", "dev_mt"):
        path = chosen.folder / f"newsmtsc_{split}.jsonl"
        figures |= {split: measure(model, read_rows(path))} if path.exists() else {}
    np.savez_compressed(DATA / "models" / f"{NAME}.npz", **pack(model))
    notes = json.dumps({**NOTES, "seed": chosen.seed, "measured": figures}, indent=1, ensure_ascii=False)
    (DATA / "models" / f"{NAME}.json").write_text(notes + "\n", encoding="utf-8")
    print(notes)


if __name__ == "__main__":
    main()
