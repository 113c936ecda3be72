"""`make corpus`: a folder of saved articles becomes a corpus, with marks where only the user knows."""

import json
import re
import shutil
from collections import Counter
from pathlib import Path

from helpers.corpus.bounds import MAX_ARTICLES, CorpusError, first_of, is_inside
from helpers.corpus.heads import tell_head
from helpers.corpus.language import detect_language
from helpers.corpus.load import HTML, count_words, read_article
from helpers.corpus.manifest import SLUG, TO_FILL
from helpers.corpus.sides import Guess, guess_sides
from helpers.tables import DATA
from helpers.tables.uses import hash_file

TEXT = (".txt", ".text", ".md")
MOST_NOTES = 5  # told where nothing could be read


def begin_corpus(name: str, folder: str | Path, data: Path = DATA) -> list[str]:
    """Copy the articles of a folder into data/NAME and write its corpus.toml and a first actors.csv.

    name: slug of the new corpus; folder: where the .txt and .html files lie.
    Returns what the user should know, one line each. Raises CorpusError if the name is taken or nothing can be read.
    """
    source, target = Path(folder), data / name
    how = f"make corpus NAME={name if SLUG.fullmatch(name) else 'my-study'} FROM=path/to/folder"
    if not SLUG.fullmatch(name):
        raise CorpusError(f"a corpus needs a name of a–z, 0–9, - and _, not {name[:60]!r}: {how}")
    if not str(folder).strip():
        raise CorpusError(f"name the folder of your articles: {how}")
    if not source.is_dir():
        raise CorpusError(f"there is no folder {first_of([str(source)])}; name that of your articles: {how}")
    if source.resolve() == DATA.parent:
        raise CorpusError(f"{first_of([str(source)])} is the project itself; name the folder of your articles: {how}")
    if target.is_symlink() or (target.exists() and any(target.iterdir())):
        raise CorpusError(f"data/{name} is there already; choose another NAME or remove data/{name}")
    notes: list[str] = []
    entries, texts = _read_all(source, notes)
    if not entries:
        told = "; ".join(notes[:MOST_NOTES]) or "no .txt or .html file"
        raise CorpusError(f"no article could be read in {first_of([str(source)])}: {told}")
    entries.sort(key=lambda entry: entry["file"].casefold())
    (target / "articles").mkdir(parents=True)
    for entry in entries:
        shutil.copyfile(source / entry["file"], target / "articles" / entry["file"])
    (target / "corpus.toml").write_text(_manifest(name, entries), encoding="utf-8", newline="\n")
    guess = guess_sides([text for text in texts if detect_language(text) == "en"], entries)
    (target / "actors.csv").write_text(_actors(guess), encoding="utf-8", newline="\n")
    left_out = f"left out of actors.csv as outlets, places or authors: {', '.join(guess.left_out)}"
    return sorted(notes, key=str.casefold) + ([left_out] if guess.left_out else [])


def _read_all(folder: Path, notes: list[str]) -> tuple[list[dict], list[str]]:
    entries, texts, seen = [], [], {}
    files = [path for path in folder.iterdir() if not path.is_dir() and not path.name.startswith(".")]
    for path in sorted(files, key=lambda path: (len(path.name), path.name)):  # "a.txt" goes before "a (copy).txt"
        name = first_of([path.name])
        fault = _unusable(path, folder) or (len(entries) == MAX_ARTICLES and f"there are {MAX_ARTICLES} already")
        if fault:
            notes.append(f"{name}: left out, {fault}")
            continue
        try:
            text, encoding = read_article(path)
        except CorpusError as error:
            notes.append(f"{name}: left out; {str(error).removeprefix(f'{name} ')}")
            continue
        if text in seen:
            notes.append(f"{name}: left out, the same article as {seen[text]}")
            continue
        seen[text] = name
        entry = _entry(path, text)
        notes.append(
            f"{name}: {count_words(text)} words, {entry['language']}, read as {encoding}"
            + ("" if entry["language"] == "en" else "; kept, but left out of the English measures")
        )
        entries.append(entry)
        texts.append(text)
    return entries, texts


def _unusable(path: Path, folder: Path) -> str:
    """Why a file of the folder cannot be an article, empty if it may be one."""
    if not is_inside(path, folder):
        return "no plain file of this folder"
    if not path.name.isprintable() or "\\" in path.name:
        return "its name holds characters that cannot be written down; rename it"
    return "" if path.suffix.lower() in HTML + TEXT else "neither .txt nor .html"


def _entry(path: Path, text: str) -> dict:
    slug = re.sub(r"[^a-z0-9]+", "-", path.stem.lower()).strip("-")[:60] or "article"
    told = _html_metadata(path) if path.suffix.lower() in HTML else tell_head(text)
    known = {key: told.get(key) or "" for key in ("author", "title", "url")}
    return {
        "document": slug,
        "file": path.name,
        **known,
        "source": told.get("sitename") or "",
        "published": told.get("date") or "",
        "sha256": hash_file(path),
        "language": detect_language(text),
    }


def _html_metadata(path: Path) -> dict:
    from trafilatura import extract_metadata  # its import costs a second that plain text need not pay

    try:
        found = extract_metadata(path.read_bytes())
    except Exception:  # a parser may fail in any way on broken pages: what it does not tell is left to be filled in
        found = None
    keys = ("title", "author", "date", "sitename", "url")
    return {} if found is None else {key: getattr(found, key, None) for key in keys}


def _quote(value: str) -> str:
    clean = "".join(c if c.isprintable() else " " for c in value)
    return json.dumps(clean[:500], ensure_ascii=False)


def _manifest(name: str, entries: list[dict]) -> str:
    lines = [
        "# What happened, where and when: shown at the head of every report.",
        f"title = {_quote(name)}  # fill in: a headline for the study",
        f'event = "{TO_FILL}: what happened"',
        f'place = "{TO_FILL}: where"',
        f'date = "{TO_FILL}: when"',
    ]
    used: Counter[str] = Counter()
    for entry in entries:
        used[entry["document"]] += 1
        slug = entry["document"] + (f"-{used[entry['document']]}" if used[entry["document"]] > 1 else "")
        lines += ["", "[[article]]", f"document = {_quote(slug)}", f"file = {_quote(entry['file'])}"]
        lines.append(f"source = {_quote(entry['source'] or f'{TO_FILL}: the outlet')}")
        for key in ("author", "title", "published", "url"):
            mark = "" if entry[key] else "  # fill in if known: not found in the file"
            lines.append(f"{key} = {_quote(entry[key])}{mark}")
        lines.append(f"sha256 = {_quote(entry['sha256'])}")
    return "\n".join(lines) + "\n"


def _actors(guess: Guess) -> str:
    """Each name as an actor of its own: a guess to be merged and charged by hand."""
    rows = [f'"{name[:1].upper()}{name[1:]}","{name}",neutral,side' for name in guess.sides]
    return "\n".join(["actor,name,charge,kind", *rows]) + "\n"
