"""corpus.toml: the event, its articles, and where their files lie."""

import hashlib
import re
import tomllib
from pathlib import Path
from typing import NamedTuple

SLUG = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}")
FIELDS = ("source", "author", "title", "published", "url", "sha256", "note")
HEAD = ("title", "event", "place", "date", "language", "article")
ISO_DATE = re.compile(r"(?:\d{4}(?:-\d{2}(?:-\d{2}(?:[T ]\S+)?)?)?)?")
TO_FILL = "FILL IN"  # what `make corpus` writes where only the user knows
MAX_ARTICLES = 5_000
MAX_BYTES = 20_000_000  # per file: the longest articles are a hundredth of this


class CorpusError(Exception):
    """A fault of the input, told in one line: what, where, how to mend it."""


class Entry(NamedTuple):
    """One article as corpus.toml lists it."""

    document: str
    file: str
    source: str
    author: str
    title: str
    published: str
    url: str
    sha256: str
    note: str


class Manifest(NamedTuple):
    """A corpus as corpus.toml tells it: the event and its articles."""

    name: str
    title: str
    event: str
    place: str
    date: str
    articles: tuple[Entry, ...]


def read_manifest(corpus: str | Path) -> Manifest:
    """Read and check corpus.toml.

    corpus: the corpus folder. Raises CorpusError for a missing or malformed file, a missing field, a doubled slug or
    file, a path that leaves the folder, or no article at all.
    """
    folder = Path(corpus)
    path = folder / "corpus.toml"
    where = f"{folder.name}/corpus.toml"
    if not path.is_file():
        raise CorpusError(f"{where} is not there; begin one with: make corpus NAME={folder.name} FROM=<folder>")
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CorpusError(f"{where} is not valid TOML: {error}; mend that place") from error
    _refuse_unknown(data, HEAD, where)
    entries = data.get("article", [])
    if not isinstance(entries, list) or not entries:
        raise CorpusError(f"{where} lists no article; add one [[article]] with document, file and source for each")
    if len(entries) > MAX_ARTICLES:
        raise CorpusError(f"{where} lists {len(entries)} articles, more than {MAX_ARTICLES}; split the corpus")
    articles = tuple(_entry(entry, number, where) for number, entry in enumerate(entries, 1))
    _refuse_doubles(articles, where)
    texts = {key: _text(data, key, where) for key in ("title", "event", "place", "date")}
    return Manifest(folder.resolve().name, texts["title"] or folder.resolve().name, *list(texts.values())[1:], articles)


def _refuse_unknown(table: dict, known: tuple[str, ...], where: str) -> None:
    """A misspelt key would be lost silently."""
    unknown = next((key for key in table if key not in known), None)
    if unknown is not None:
        raise CorpusError(f"{where}: there is no key {unknown[:60]!r}; the keys are {', '.join(known)}")


def _text(table: dict, key: str, where: str) -> str:
    value = table.get(key, "")
    if hasattr(value, "isoformat"):
        value = value.isoformat()
    if not isinstance(value, str):
        raise CorpusError(f"{where}: {key} is no text; put it in quotation marks")
    return "" if value.startswith(TO_FILL) and key != "source" else value.strip()


def _entry(entry: object, number: int, where: str) -> Entry:
    if not isinstance(entry, dict):
        raise CorpusError(f"{where}: article {number} is no table; write it under a line [[article]]")
    place = f"{where}: article {number}"
    document, file = _text(entry, "document", place), _text(entry, "file", place)
    if not SLUG.fullmatch(document):
        raise CorpusError(f"{place} needs a document name of a–z, 0–9, - and _ (it says {document!r})")
    if not file or Path(file).is_absolute() or ".." in Path(file).parts or "\\" in file:
        raise CorpusError(f"{place} ({document}): file must be a name inside articles/ (it says {file!r})")
    _refuse_unknown(entry, ("document", "file", *FIELDS), f"{place} ({document})")
    fields = {key: _text(entry, key, place) for key in FIELDS}
    if not ISO_DATE.fullmatch(fields["published"]):
        raise CorpusError(f"{place} ({document}): published {fields['published']!r} is no ISO date such as 2031-05-02")
    if not fields["source"] or fields["source"].startswith(TO_FILL):
        raise CorpusError(f"{place} ({document}) has no source; write the outlet's name into {where}")
    return Entry(document, file, **fields)


def _refuse_doubles(articles: tuple[Entry, ...], where: str) -> None:
    for field in ("document", "file", "sha256"):
        values = [value for article in articles if (value := getattr(article, field))]
        double = next((value for value in values if values.count(value) > 1), None)
        if double:
            raise CorpusError(f"{where} lists {field} {double[:64]!r} twice; remove one of the two articles")


def _hash(path: Path) -> str:
    if path.stat().st_size > MAX_BYTES:
        raise CorpusError(f"{path.name} is larger than {MAX_BYTES // 1_000_000} MB; keep only the article's page")
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _inside(path: Path, folder: Path) -> bool:
    return path.is_file() and path.resolve().is_relative_to(folder.resolve())


def check_corpus(corpus: str | Path, articles: str | Path = "") -> dict[str, Path]:
    """Find the file of every article and check its hash.

    articles: the folder where the files are kept, if not in the corpus; there they are found by hash, whatever they are
    called. Returns document → path. Raises CorpusError naming each article whose file is missing or altered.
    """
    manifest = read_manifest(corpus)
    folder = Path(articles) if articles else Path(corpus) / "articles"
    if not folder.is_dir():
        hint = "name the right one" if articles else "put the articles there, or name theirs"
        raise CorpusError(
            f"{manifest.name}: there is no folder of articles {folder.name}/; {hint} with ARTICLES=<folder>"
        )
    by_hash = _index(folder) if articles else {}
    found, missing, altered = {}, [], []
    for entry in manifest.articles:
        path = by_hash.get(entry.sha256, folder / entry.file)
        if not _inside(path, folder):
            missing.append(entry.file)
        elif entry.sha256 and _hash(path) != entry.sha256:
            altered.append(entry.file)
        found[entry.document] = path
    if missing or altered:
        raise CorpusError(_complaint(manifest.name, folder.name, missing, altered))
    return found


def _index(folder: Path) -> dict[str, Path]:
    files = sorted(path for path in folder.iterdir() if _inside(path, folder) and not path.name.startswith("."))
    return {_hash(path): path for path in files[:MAX_ARTICLES]}


def _complaint(name: str, folder: str, missing: list[str], altered: list[str]) -> str:
    parts = [f"missing: {', '.join(missing)}"] if missing else []
    parts += [f"altered (other sha256): {', '.join(altered)}"] if altered else []
    return f"{name}: in {folder}/ {'; '.join(parts)}; put the listed file back, or mend its entry in {name}/corpus.toml"
