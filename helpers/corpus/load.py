"""The articles, actors and hand coding of a corpus as tables."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pandas as pd

from helpers.cleaning import extract_html
from helpers.cleaning.wrapped import unwrap
from helpers.corpus.bounds import (
    MAX_ACTORS,
    MAX_NAME,
    CorpusError,
    bounded,
    bounded_text,
    first_of,
    own_file,
    own_folder,
    place_of,
    read_rows,
)
from helpers.corpus.decode import decode
from helpers.corpus.language import detect_language
from helpers.corpus.manifest import check_corpus, read_manifest
from helpers.tables.uses import hash_file

WORD = re.compile(r"\w+(?:['’-]\w+)*")
HTML = (".html", ".htm", ".xhtml")
ACTOR_COLUMNS = ("actor", "name", "charge")
CHARGES = ("neutral", "negative", "positive", "distancing")
KINDS = ("", "side", "event")


def count_words(text: str) -> int:
    """Words of a text, contractions and hyphenated words as one.

    >>> count_words("The well-kept town wasn’t empty.")
    5
    """
    return sum(1 for _ in WORD.finditer(text))


def read_article(path: Path) -> tuple[str, str]:
    """Read one article: (text, encoding). HTML is reduced to its article, broken lines are joined to paragraphs.

    Raises CorpusError if it is empty or too large, cannot be decoded or holds no article.
    """
    data, name = _bytes_of(path), first_of([path.name])
    if path.suffix.lower() in HTML:
        text, encoding = extract_html(data, title=True), "html"
    else:
        try:
            text, encoding = decode(data)
        except ValueError as error:
            raise CorpusError(f"{name} cannot be read as text: {error}") from error
    if not text.strip():
        raise CorpusError(f"{name} holds no article text; save the page again")
    text = bounded_text(text, name)
    return (text if encoding == "html" else unwrap(text)), encoding


def _bytes_of(path: Path) -> bytes:
    data = bounded(path).read_bytes()
    if not data.strip():
        raise CorpusError(f"{first_of([path.name])} is empty; save the article again")
    return data


def page_words(path: Path) -> int:
    """Words of a whole HTML page, menus and comments included; 0 for a page that no parser can walk through."""
    from trafilatura import html2txt

    try:
        return count_words(html2txt(path.read_bytes()) or "")
    except (RecursionError, ValueError):
        return 0


def check_articles(corpus: str | Path, paths: Mapping[str, Path]) -> None:
    """Refuse what load_corpus would refuse, as far as that is cheap: pages are not reduced to their articles here.

    corpus: the corpus folder; paths: document → file, as check_corpus gives them. Raises CorpusError for a file that is
    empty or too large, for a text that cannot be decoded, and for one text under two names.
    """
    where, texts = place_of(corpus, "corpus.toml"), {}
    for entry in read_manifest(corpus).articles:
        path = paths[entry.document]
        with _told_where(where):
            text = _bytes_of(path) if path.suffix.lower() in HTML else read_article(path)[0]
        if text in texts:
            raise _same(texts[text], entry.file, where)
        texts[text] = entry.file


@contextmanager
def _told_where(where: str) -> Iterator[None]:
    """Add to the fault of an article's file that its entry may go."""
    try:
        yield
    except CorpusError as error:
        raise CorpusError(f"{error}, or take it out of {where}") from error


def _same(first: str, second: str, where: str) -> CorpusError:
    return CorpusError(f"{first_of([first])} and {first_of([second])} hold the same text; keep one of them in {where}")


def load_corpus(corpus: str | Path, articles: str | Path = "") -> pd.DataFrame:
    """Read every article of a corpus.

    corpus: the corpus folder; articles: where the files are kept, if elsewhere.
    Returns one row per article in the order of corpus.toml: the columns of the table `documents` (n_kept_words still
    0), `text` and `encoding`. Raises CorpusError for any fault of the input, in one line.
    """
    paths, where = check_corpus(corpus, articles), place_of(corpus, "corpus.toml")
    rows = []
    for entry in read_manifest(corpus).articles:
        with _told_where(where):
            text, encoding = read_article(paths[entry.document])
        rows.append(
            {
                **entry._asdict(),
                "sha256": hash_file(paths[entry.document]),
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
    double = frame.loc[frame.text.duplicated(), "text"].tolist()
    if double:
        raise _same(*frame.loc[frame.text == double[0], "file"].tolist()[:2], where)
    return frame


def load_actors(corpus: str | Path) -> pd.DataFrame:
    """Read actors.csv: what each side and the event itself may be called.

    Returns actor, name, charge, kind (`side` or `event`), all strings; no rows if the corpus has no actors.csv.
    Raises CorpusError if a column is missing, a charge is unknown, a name is too long, or there are too many.
    """
    where = place_of(corpus, "actors.csv")
    path = own_file(corpus, "actors.csv")
    rows = read_rows(path, where, MAX_ACTORS, ACTOR_COLUMNS) if path else []
    for number, row in enumerate(rows, 2):
        _check_actor(row, f"{where} line {number}")
    columns = [*ACTOR_COLUMNS, "kind"]
    return pd.DataFrame(
        [{c: (row.get(c) or ("side" if c == "kind" else "")).strip() for c in columns} for row in rows],
        columns=columns,
        dtype="str",
    )


def _check_actor(row: dict[str, str], where: str) -> None:
    lacking = [column for column in ACTOR_COLUMNS if not row.get(column, "").strip()]
    if lacking:
        hint = " and commas part them, as in its head" if ";" in "".join(row.values()) else ""
        raise CorpusError(f"{where} has no {lacking[0]}; its columns are actor,name,charge,kind{hint}")
    if row["charge"].strip() not in CHARGES:
        raise CorpusError(f"{where}: charge {row['charge'][:60]!r} is none of {', '.join(CHARGES)}")
    if row.get("kind", "").strip() not in KINDS:
        raise CorpusError(f"{where}: kind {row['kind'][:60]!r} is neither side nor event")
    long = [column for column in ACTOR_COLUMNS if len(row[column]) > MAX_NAME]
    if long:
        raise CorpusError(f"{where}: the {long[0]} has more than {MAX_NAME} characters; shorten it")


def load_gold(corpus: str | Path) -> dict[str, pd.DataFrame]:
    """Read the hand coding of a corpus: file stem → table, empty dict if it has none.

    Raises CorpusError for a link out of the corpus, and for a file that is too large or no CSV.
    """
    folder = own_folder(corpus, "gold")
    names = sorted(path.name for path in folder.glob("*.csv")) if folder else []
    found = {Path(name).stem: own_file(corpus, f"gold/{name}") for name in names}
    return {
        stem: pd.DataFrame(read_rows(path, place_of(corpus, f"gold/{stem[:100]}.csv")), dtype="str").fillna("")
        for stem, path in found.items()
    }
