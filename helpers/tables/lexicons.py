"""Word lists and weights: data that ships with the project."""

import csv
import json
from functools import lru_cache
from pathlib import Path

import numpy as np
import pandas as pd

DATA = Path(__file__).resolve().parents[2] / "data"


@lru_cache(maxsize=64)
def _lexicon(path: str) -> pd.DataFrame:
    with open(path, encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    return pd.DataFrame(rows, dtype="str").fillna("")


def read_lexicon(name: str) -> pd.DataFrame:
    """Read data/lexicons/NAME.csv as strings, empty cells as "".

    Returns the rows of the file in order; the frame is cached and shared, so callers must not change it.
    Raises FileNotFoundError if there is no such lexicon.

    >>> read_lexicon("reporting_verbs").columns[0]
    'lemma'
    """
    return _lexicon(str(DATA / "lexicons" / f"{name}.csv"))


@lru_cache(maxsize=8)
def read_model(name: str) -> dict:
    """Read the weights of data/models/NAME.npz and, under `notes`, what data/models/NAME.json tells of them.

    Returns a dict of numpy arrays and the dict `notes` (origin, licence, how trained). Pickled arrays are refused.
    Raises FileNotFoundError if there is no such model, ValueError if it holds pickled objects.
    """
    with np.load(DATA / "models" / f"{name}.npz", allow_pickle=False) as arrays:
        weights = {key: arrays[key] for key in arrays.files}
    weights["notes"] = json.loads((DATA / "models" / f"{name}.json").read_text(encoding="utf-8"))
    return weights


def write_model(name: str, arrays: dict[str, np.ndarray], notes: dict) -> str:
    """Write the weights that `read_model` reads: the arrays, and beside them what the notes tell of them.

    Returns the notes as written.
    """
    np.savez_compressed(DATA / "models" / f"{name}.npz", **arrays)
    told = json.dumps(notes, indent=1, ensure_ascii=False)
    (DATA / "models" / f"{name}.json").write_text(told + "\n", encoding="utf-8")
    return told
