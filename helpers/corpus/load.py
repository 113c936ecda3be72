"""The articles, actors and hand coding of a corpus as tables."""

import csv
import hashlib
import re
from pathlib import Path

import pandas as pd

from helpers.cleaning import extract_html
from helpers.corpus.decode import decode
from helpers.corpus.language import detect_language
from helpers.corpus.manifest import CorpusError, check_corpus, read_manifest

WORD = re.compile(r"\w+(?:['’-]\w+)*")
HTML = (".html", ".htm", ".xhtml")
ACTOR_COLUMNS = ("actor", "name", "charge")
CHARGES = ("neutral", "negative", "positive", "distancing")


def count_words(text: str) -> int:
    """Words of a text, contractions and hyphenated words as one.

    >>> count_words("The well-kept town wasn’t empty.")
    5
    """
    return sum(1 for _ in WORD.finditer(text))


def read_article(path: Path) -> tuple[str, str]:
    """Read one article: (text, encoding). HTML is reduced to its article.

    Raises CorpusError if it is empty, cannot be decoded or holds no article.
    """
    data = path.read_bytes()
    if not data.strip():
        raise CorpusError(f"{path.name} is empty; save the article again, or take it out of corpus.toml")
    if path.suffix.lower() in HTML:
        text, encoding = extract_html(data, title=True), "html"
    else:
        try:
            text, encoding = decode(data)
        except ValueError as error:
            raise CorpusError(f"{path.name} cannot be read as text: {error}; save it as UTF-8") from error
    if not text.strip():
        raise CorpusError(f"{path.name} holds no article text; save the page again, or take it out of corpus.toml")
    return text, encoding


def page_words(path: Path) -> int:
    """Words of a whole HTML page, menus and comments included."""
    from trafilatura import html2txt

    return count_words(html2txt(path.read_bytes()))


def load_corpus(corpus: str | Path, articles: str | Path = "") -> pd.DataFrame:
    """Read every article of a corpus.

    corpus: the corpus folder; articles: where the files are kept, if elsewhere.
    Returns one row per article in the order of corpus.toml: the columns of the table `documents` (n_kept_words still
    0), `text` and `encoding`. Raises CorpusError for any fault of the input, in one line.
    """
    paths = check_corpus(corpus, articles)
    rows = []
    for entry in read_manifest(corpus).articles:
        text, encoding = read_article(paths[entry.document])
        rows.append(
            {
                **entry._asdict(),
                "sha256": hashlib.sha256(paths[entry.document].read_bytes()).hexdigest(),
                "language": detect_language(text),
                "n_characters": len(text),
                "n_words": count_words(text),
                "n_kept_words": 0,
                "n_page_words": page_words(paths[entry.document]) if encoding == "html" else count_words(text),
                "text": text,
                "encoding": encoding,
            }
        )
    frame = pd.DataFrame(rows)
    double = frame.loc[frame.text.duplicated(keep=False), "file"].tolist()
    if double:
        raise CorpusError(f"{' and '.join(double[:2])} hold the same text; keep one of them in corpus.toml")
    return frame


def _read_rows(path: Path) -> list[dict[str, str]]:
    try:
        with open(path, encoding="utf-8-sig", newline="") as handle:
            return list(csv.DictReader(handle))
    except (UnicodeDecodeError, csv.Error) as error:
        raise CorpusError(f"{path.parent.name}/{path.name} is no UTF-8 CSV: {error}; save it as CSV UTF-8") from error


def load_actors(corpus: str | Path) -> pd.DataFrame:
    """Read actors.csv: what each side and the event itself may be called.

    Returns actor, name, charge, kind (`side` or `event`), all strings; no rows if the corpus has no actors.csv.
    Raises CorpusError if a column is missing or a charge is unknown.
    """
    path = Path(corpus) / "actors.csv"
    rows = _read_rows(path) if path.is_file() else []
    where = f"{Path(corpus).name}/actors.csv"
    for number, row in enumerate(rows, 2):
        lacking = [column for column in ACTOR_COLUMNS if not (row.get(column) or "").strip()]
        if lacking:
            raise CorpusError(f"{where} line {number} has no {lacking[0]}; its columns are actor,name,charge,kind")
        if row["charge"] not in CHARGES:
            raise CorpusError(f"{where} line {number}: charge {row['charge']!r} is none of {', '.join(CHARGES)}")
    columns = [*ACTOR_COLUMNS, "kind"]
    return pd.DataFrame(
        [{c: (row.get(c) or ("side" if c == "kind" else "")).strip() for c in columns} for row in rows],
        columns=columns,
        dtype="str",
    )


def load_gold(corpus: str | Path) -> dict[str, pd.DataFrame]:
    """Read the hand coding of a corpus: file stem → table, empty dict if it has none."""
    folder = Path(corpus) / "gold"
    return {path.stem: pd.DataFrame(_read_rows(path), dtype="str").fillna("") for path in sorted(folder.glob("*.csv"))}
