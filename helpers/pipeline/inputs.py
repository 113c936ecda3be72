"""Everything that decides what a build says, as hashes."""

import hashlib
import json
from pathlib import Path

from helpers.tables import DATA

ROOT = DATA.parent
NOTEBOOKS = ROOT / "notebooks"
SHARED = (
    "data/lexicons/*.csv", "data/models/*", "data/*.csv", "data/measured.json", "notebooks/*.ipynb", "helpers/**/*.py",
    "helpers/reports/template/**/*", "requirements.txt",
)  # fmt: skip


def digest(path: Path) -> str:
    """sha256 of a file's bytes."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def input_hashes(corpus: Path, articles: dict[str, Path]) -> dict[str, str]:
    """Hashes of articles, manifest, actors, hand coding, lexicons, weights, notebooks, code, template and lock."""
    own = [corpus / "corpus.toml", corpus / "actors.csv", *sorted((corpus / "gold").glob("*.csv"))]
    hashes = {f"corpus/{path.relative_to(corpus).as_posix()}": digest(path) for path in own if path.is_file()}
    hashes |= {f"articles/{document}": digest(path) for document, path in articles.items()}
    shared = sorted(path for pattern in SHARED for path in ROOT.glob(pattern) if path.is_file())
    return hashes | {path.relative_to(ROOT).as_posix(): digest(path) for path in shared}


def build_id(inputs: dict[str, str], parameters: dict) -> str:
    """Twelve digits that are the same for the same inputs and parameters, on any day and machine."""
    return hashlib.sha256(json.dumps([inputs, parameters], sort_keys=True).encode()).hexdigest()[:12]
