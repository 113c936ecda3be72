"""Sentiment toward an actor, loaded words, and the arithmetic of keyness."""

import json
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from helpers.measure.rows import Measured, measured
from helpers.measure.scorers import read_cases, run_scorer, write_cases
from helpers.sentiment import LABELS, class_probabilities
from helpers.tables import DATA
from helpers.vocabulary import keyness, loaded_terms, log_odds

SPLITS = {"dev_rw": "NewsMTSC, real-world sentences", "dev_mt": "NewsMTSC, sentences that name several"}
MEGABYTE = 1_000_000


def measure_targets(benchmarks: Path, split: str) -> list[Measured]:
    """Macro-F1 over negative, neutral, positive, and the share of polar mentions told the wrong way round."""
    folder = benchmarks / "targets"
    path = folder / f"newsmtsc_{split}.jsonl"
    if not path.is_file():
        return []
    cases = read_cases(path)
    best = class_probabilities([(case["sentence"], case["from"], case["to"]) for case in cases]).argmax(axis=1)
    rows = [{"id": case["id"], "label": LABELS[int(label)]} for case, label in zip(cases, best, strict=True)]
    with TemporaryDirectory() as out:
        told = write_cases(rows, Path(out) / "pred.jsonl")
        found = json.loads(run_scorer(folder / "score.py", told, "--split", split, "--json", "--boot", "0"))
    n, data = found["n"], SPLITS[split]
    return [
        measured(f"targets {split}", found["macro_f1"], n, data),
        measured(f"flips {split}", found["flip_rate"], n, data),
    ]


def measure_weights() -> list[Measured]:
    """Size of the weights of the model of sentiment toward an actor; none before it has been trained."""
    files = sorted(DATA.glob("models/*sentiment*.npz"))
    size = sum(path.stat().st_size for path in files) / MEGABYTE
    return [measured("weights", size, len(files), "data/models")] if files else []


def loaded_predictions(cases: list[dict]) -> list[dict]:
    """The words that stand inside loaded terms of each sentence."""
    return [{"id": case["id"], "words": loaded_terms(case["text"]).text.tolist()} for case in cases]


def measure_loaded(benchmarks: Path) -> list[Measured]:
    """F1 and precision of loaded words against those that experts marked, function words dropped."""
    folder = benchmarks / "loaded"
    gold = next(iter(sorted(folder.glob("babe_*.jsonl"))), None)
    if gold is None:
        return []
    with TemporaryDirectory() as out:
        told = write_cases(loaded_predictions(read_cases(gold)), Path(out) / "pred.jsonl")
        found = json.loads(run_scorer(folder / "score.py", told, "--gold", gold.resolve(), "--json"))
    words, n, data = found["words"]["all"], found["n"], "BABE, words marked by experts"
    return [measured("loaded f1", words["f1"], n, data), measured("loaded precision", words["p"], n, data)]


# Published or worked by hand: n and size in the target, n and size in the reference, what must come out.
LOG_LIKELIHOOD = (
    ((52, 50_000), (57, 75_000), 2.652),  # course notes to Rayson's log-likelihood wizard, Lancaster: +2.65
    ((12, 100), (3, 100), 5.782),  # 2 (12 ln(12/7.5) + 3 ln(3/7.5)), the two-cell form
    ((3, 100), (12, 100), -5.782),
    ((10, 1_000), (0, 1_000), 13.863),  # 20 ln 2
    ((5, 1_000), (10, 2_000), 0.0),
)
LOG_RATIO = (
    ((12, 100), (3, 100), 2.0),  # four times as frequent is two doublings (Hardie 2014)
    ((52, 50_000), (57, 75_000), 0.4525),  # log2 of 1.04 over 0.76 per thousand
    ((10, 1_000), (0, 1_000), 4.3219),  # a count of 0 taken as one half: log2 of 20
    ((0, 1_000), (16, 1_000), -5.0),
)
# z of Monroe, Colaresi & Quinn (2008) with a flat prior of .05 on eleven words, as published with the Python
# package fightin-words for two texts of nine and ten words; and 12 of 100 against 3 of 100 by hand.
FLAT_PRIOR, FLAT_Z, HAND_Z = 0.05, 0.6894, 1.4391


def _corpora(target: tuple[int, int], reference: tuple[int, int]) -> tuple[Counter, Counter]:
    one, two = (Counter(term=n, rest=size - n) for n, size in (target, reference))
    return one, two


def _log_odds_errors() -> list[float]:
    shared = dict.fromkeys(("the", "jumps", "over", "lazy", "pig"), 1) | {"the": 2}
    one = Counter(shared | dict.fromkeys(("fox", "quick", "brown"), 1))
    two = Counter(shared | dict.fromkeys(("purple", "donkey", "lazier"), 1))
    prior = Counter(dict.fromkeys({*one, *two}, FLAT_PRIOR))
    flat = log_odds(one, two, prior=prior).z
    hand = log_odds(*_corpora((12, 100), (3, 100))).z["term"]
    wanted = {"brown": FLAT_Z, "quick": FLAT_Z, "fox": FLAT_Z, "purple": -FLAT_Z, "donkey": -FLAT_Z, "over": 0.0}
    return [abs(flat[term] - z) for term, z in wanted.items()] + [abs(hand - HAND_Z)]


def measure_keyness() -> list[Measured]:
    """Largest error of log-likelihood, log ratio and log odds on worked examples."""
    errors = {
        "log-likelihood": [abs(keyness(*_corpora(a, b)).log_likelihood["term"] - g) for a, b, g in LOG_LIKELIHOOD],
        "log ratio": [abs(keyness(*_corpora(a, b)).log_ratio["term"] - g) for a, b, g in LOG_RATIO],
        "log odds": _log_odds_errors(),
    }
    data = "published and hand-worked examples"
    return [measured(key, max(found), len(found), data) for key, found in errors.items()]
