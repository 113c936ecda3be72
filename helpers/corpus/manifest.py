"""corpus.toml: the event, its articles, and where their files lie."""

import re
import tomllib
from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from helpers.corpus.bounds import (
    MAX_ARTICLES,
    MAX_BYTES,
    MAX_TOLD,
    CorpusError,
    bounded,
    first_of,
    is_inside,
    name_of,
    own_file,
    own_folder,
    place_of,
)
from helpers.corpus.decode import decode
from helpers.tables.uses import hash_file

SLUG = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}")
FIELDS = ("source", "author", "title", "published", "url", "sha256", "note")
NEEDED = {  # what every entry must have, as an entry may say it
    "document": 'document = "harbour-post" (a name of your own)',
    "file": 'file = "harbour_post.txt" (its name in articles/)',
    "source": 'source = "Harbour Post" (the outlet)',
}
HEAD = ("title", "event", "place", "date", "language", "article")
ISO_DATE = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])|\d{4}|", re.ASCII)  # a year, a month, or unknown
MOST_HASHES = 2  # altered files told with their hashes
TO_FILL = "FILL IN"  # what `make corpus` writes where only the user knows


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
    name = name_of(corpus)
    where = place_of(corpus, "corpus.toml")
    path = own_file(corpus, "corpus.toml")
    if path is None:
        slug = name if SLUG.fullmatch(name) and where == f"data/{name}/corpus.toml" else "my-study"
        raise CorpusError(f"{where} is not there; begin one with: make corpus NAME={slug} FROM=<folder>")
    data = _parse(path, where)
    _refuse_unknown(data, HEAD, where)
    entries = data.get("article", [])
    if not isinstance(entries, list) or not entries:
        raise CorpusError(f"{where} lists no article; add one [[article]] with document, file and source for each")
    if len(entries) > MAX_ARTICLES:
        raise CorpusError(f"{where} lists {len(entries)} articles, more than {MAX_ARTICLES}; split the corpus")
    _refuse_unfilled(data, entries, where)
    articles = tuple(_entry(entry, number, where) for number, entry in enumerate(entries, 1))
    _refuse_doubles(articles, where)
    texts = {key: _text(data, key, where) for key in ("title", "event", "place", "date")}
    return Manifest(name, texts["title"] or name, *list(texts.values())[1:], articles)


def _parse(path: Path, where: str) -> dict:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except RecursionError as error:
        raise CorpusError(f"{where} is nested too deep to be read; its values are texts") from error
    except ValueError as error:  # no TOML, no UTF-8, or a number of thousands of digits
        raise CorpusError(f"{where} is not valid TOML: {error}; mend that place") from error


def _refuse_unknown(table: dict, known: tuple[str, ...], where: str) -> None:
    """A misspelt key would be lost silently."""
    unknown = next((key for key in table if key not in known), None)
    if unknown is not None:
        raise CorpusError(f"{where}: there is no key {unknown[:60]!r}; the keys are {', '.join(known)}")


def _refuse_unfilled(head: dict, entries: list, where: str) -> None:
    """Everything that `make corpus` left to the user and that is still so, at once."""
    about = [key for key in HEAD if str(head.get(key, "")).startswith(TO_FILL)]
    tables = [entry for entry in entries if isinstance(entry, dict)]
    unsaid = [str(entry.get("document", "")) for entry in tables if str(entry.get("source", "")).startswith(TO_FILL)]
    parts = [", ".join(about)] if about else []
    parts += [f"the source (outlet) of {first_of(unsaid)}"] if unsaid else []
    if parts:
        free = "; the event, its place and date may be left empty" if about else ""
        mend = f"write what is known in place of each {TO_FILL!r}{free}"
        raise CorpusError(f"{where} is still to be filled in: {' and '.join(parts)}; {mend}")


def _text(table: dict, key: str, where: str) -> str:
    value = table.get(key, "")
    if hasattr(value, "isoformat"):
        value = value.isoformat()
    if not isinstance(value, str):
        raise CorpusError(f"{where}: {key} is no text; put it in quotation marks")
    if len(value) > MAX_TOLD:
        raise CorpusError(f"{where}: {key} has {len(value):,} characters, more than {MAX_TOLD:,}; shorten it")
    return "" if value.startswith(TO_FILL) else value.strip()


def _entry(entry: object, number: int, where: str) -> Entry:
    if not isinstance(entry, dict):
        raise CorpusError(f"{where}: article {number} is no table; write it under a line [[article]]")
    place = f"{where}: article {number}"
    document, file, source = (_text(entry, key, place) for key in NEEDED)
    called = document or file or source
    place += f" ({first_of([called])})" if called else ""
    _refuse_unknown(entry, ("document", "file", *FIELDS), place)
    _refuse_lacking([key for key, told in zip(NEEDED, (document, file, source), strict=True) if not told], place)
    if not SLUG.fullmatch(document):
        raise CorpusError(f"{place} needs a document name of a–z, 0–9, - and _ (it says {document[:60]!r})")
    if Path(file).is_absolute() or ".." in Path(file).parts or "\\" in file:
        raise CorpusError(f"{place}: file must be a name inside articles/ (it says {file[:60]!r})")
    fields = {key: _text(entry, key, place) for key in FIELDS}
    if not _is_iso_date(fields["published"]):
        told = fields["published"][:60]
        raise CorpusError(f"{place}: published {told!r} is no ISO date such as 2031-05-02")
    return Entry(document, file, **fields)


def _refuse_lacking(keys: list[str], place: str) -> None:
    if keys:
        lines = " and ".join(NEEDED[key] for key in keys)
        raise CorpusError(f"{place} has no {' and no '.join(keys)}; write {lines} under its [[article]]")


def _is_iso_date(text: str) -> bool:
    if ISO_DATE.fullmatch(text):
        return True
    try:
        return text.isascii() and len(text) >= len("2031-05-02") and bool(datetime.fromisoformat(text))
    except ValueError:
        return False


def _refuse_doubles(articles: tuple[Entry, ...], where: str) -> None:
    for field in ("document", "file", "sha256"):
        counts = Counter(value for article in articles if (value := getattr(article, field)))
        double = next((value for value, n in counts.items() if n > 1), None)
        if double:
            raise CorpusError(f"{where} lists {field} {double[:64]!r} twice; remove one of the two articles")


def _hash(path: Path) -> str:
    return hash_file(bounded(path))


def check_corpus(corpus: str | Path, articles: str | Path = "") -> dict[str, Path]:
    """Find the file of every article and check its hash.

    articles: the folder where the files are kept, if not in the corpus; there they are found by hash, whatever they are
    called. Only plain files inside the folder count, no links out of it. Returns document → path. Raises CorpusError
    naming each article whose file is missing, altered or too large.
    """
    manifest = read_manifest(corpus)
    folder = Path(articles) if articles else own_folder(corpus, "articles")
    if folder is None or not folder.is_dir():
        called = f"folder {str(articles)!r}" if articles else place_of(corpus, "articles")
        hint = "name the folder of the articles" if articles else "make it and put the articles there, or name theirs"
        raise CorpusError(f"there is no {called}; {hint} with ARTICLES=<folder>")
    by_hash = _index(folder) if articles else {}
    found, missing, altered = {}, [], []
    for entry in manifest.articles:
        path = by_hash.get(entry.sha256, folder / entry.file)
        if not is_inside(path, folder):
            missing.append(entry.file)
        elif entry.sha256 and _hash(path) != entry.sha256:
            altered.append(path)
        found[entry.document] = path
    if missing or altered:
        raise CorpusError(_complaint(place_of(corpus, "corpus.toml"), folder.name, missing, altered))
    return found


def _index(folder: Path) -> dict[str, Path]:
    """The files of a folder by hash; those too large to be articles are passed over."""
    inside = (path for path in folder.iterdir() if is_inside(path, folder) and not path.name.startswith("."))
    files = sorted(path for path in inside if path.stat().st_size <= MAX_BYTES)
    if len(files) > MAX_ARTICLES:
        fault = f"has {len(files):,} files, more than {MAX_ARTICLES:,}; keep only the articles there"
        raise CorpusError(f"the folder of articles {first_of([folder.name])}/ {fault}")
    return {_hash(path): path for path in files}


def _complaint(where: str, folder: str, missing: list[str], altered: list[Path]) -> str:
    parts = [f"missing: {first_of(missing)}"] if missing else []
    if altered:
        shown = ", ".join(f"{first_of([path.name])} ({_state(path)})" for path in altered[:MOST_HASHES])
        more = f" and {len(altered) - MOST_HASHES} more" if len(altered) > MOST_HASHES else ""
        parts.append(f"altered (other sha256): {shown}{more}")
    put = "put the listed file back (a link out of the folder is no file)"
    keep = ", or, if the change is meant, write the new sha256 into its entry or delete that line" if altered else ""
    return f"{where}: in {first_of([folder])}/ {'; '.join(parts)}; {put}{keep or ', or mend its entry'}"


def _state(path: Path) -> str:
    """What an altered file is now: empty, no text, or a file of another hash."""
    data = bounded(path).read_bytes()
    if not data.strip():
        return "now empty"
    try:
        decode(data)
    except ValueError:
        return "now no text"
    return f"now {_hash(path)}"
