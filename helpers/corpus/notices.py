"""What a build can go on with but its user should know: one line each."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pandas as pd

from helpers.corpus.bounds import first_of, own_folder, place_of
from helpers.corpus.load import load_actors
from helpers.corpus.manifest import read_manifest


def notices(corpus: str | Path, articles: str | Path = "") -> list[str]:
    """Files that are not listed, a study or articles that lack title or date, actors not there or told twice.

    corpus: the corpus folder; articles: where the files are kept, if elsewhere; other files may lie there.
    Returns one line for each, with how to mend it. Raises CorpusError as read_manifest and load_actors do.
    """
    unlisted = [] if articles else _unlisted(corpus)
    return [*unlisted, *_untitled(corpus), *_undated(corpus), *_actors(corpus)]


def _unlisted(corpus: str | Path) -> Iterator[str]:
    folder, where = own_folder(corpus, "articles"), place_of(corpus, "corpus.toml")
    listed = {Path(entry.file) for entry in read_manifest(corpus).articles}
    found = [path for path in folder.rglob("*") if path.is_file()] if folder else []
    inside = sorted(path.relative_to(folder) for path in found)
    left = [path.as_posix() for path in inside if path not in listed and not path.name.startswith(".")]
    if left:
        entry = "an [[article]] with document, file and source for each"
        yield f"not listed in {where} and so left out: {first_of(left)}; to add them, write {entry} there"


def _untitled(corpus: str | Path) -> Iterator[str]:
    manifest, where = read_manifest(corpus), place_of(corpus, "corpus.toml")
    if manifest.title == manifest.name:  # what a study without a title is called, and what `make corpus` writes
        add = f'write title = "…" at the top of {where}'
        yield f"no title of the study: its reports are headed {manifest.name!r}, the name of its folder; {add}"


def _undated(corpus: str | Path) -> Iterator[str]:
    undated = [entry.document for entry in read_manifest(corpus).articles if not entry.published]
    if undated:
        shape = 'published = "2031-05-02", "2031-05" or "2031"'
        yield f"no date of {first_of(undated)}, told as unknown; where it is known, write {shape} into corpus.toml"


def _actors(corpus: str | Path) -> Iterator[str]:
    actors, where = load_actors(corpus), place_of(corpus, "actors.csv")
    if actors.empty:
        there = "lists no name" if (Path(corpus) / "actors.csv").exists() else "is not there"
        add = "write the head actor,name,charge,kind and a row for each name, as in: Council,the mayor,neutral,side"
        yield f"{where} {there}: the reports will not tell how the sides are called; {add}"
        return
    names = actors.groupby(actors["name"].map(_folded), sort=False)
    yield from _twice(names["actor"], where, "actors", "it belongs to the first")
    yield from _twice(names["charge"], where, "charges", "the first counts")


def _folded(name: str) -> str:
    return " ".join(name.replace("-", " ").split())


def _twice(groups: Iterable[tuple[str, pd.Series]], where: str, what: str, rule: str) -> Iterator[str]:
    found = ((name, values.unique()) for name, values in groups)
    told = [f"{name} ({', '.join(values)})" for name, values in found if len(values) > 1]
    if told:
        yield f"{where} lists names with two {what}, {rule}: {first_of(told)}; keep one row of each"
