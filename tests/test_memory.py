"""Results kept between builds: the same as worked out anew, forgotten when code or input changes, never in the way."""

import sqlite3

import pandas as pd
import pytest
from conftest import ROOT

from helpers.actors import names_in_spans
from helpers.corpus import load_actors
from helpers.figures.whole import figures_of_corpus
from helpers.sentiment import ANALYZERS, score_spans, score_targets
from helpers.tables import memory, per_document, read_table, read_texts, stack
from helpers.tables.memory import BUILD, STORE, forget_old, remember
from helpers.tables.store import Build
from helpers.tables.uses import code_hashes, imported_modules, modules_behind
from helpers.vocabulary import loaded_in_spans
from helpers.voice.kept import quotes_on_kept_lines


@pytest.fixture
def store(tmp_path, monkeypatch):
    """A store of the test's own, in use."""
    monkeypatch.setenv(STORE, str(tmp_path / "kept" / "sample.sqlite"))
    monkeypatch.setenv(BUILD, "one")
    return tmp_path / "kept" / "sample.sqlite"


def shout(document: str) -> list:
    return [[document.upper(), None, 1.5, float("inf")]]


def counting(calls: list):
    def work_out(missing):
        calls.append(missing)
        return {document: shout(document) for document in missing}

    return work_out


def test_only_what_is_new_or_changed_is_worked_out(store):
    calls: list = []
    first = remember(shout, {"a": "one", "b": "two"}, counting(calls))
    again = remember(shout, {"a": "one", "b": "other", "c": "three"}, counting(calls))
    assert calls == [["a", "b"], ["b", "c"]]
    assert first["a"] == again["a"] == shout("a")
    assert list(again) == ["a", "b", "c"]


def test_without_a_store_nothing_is_kept(monkeypatch):
    monkeypatch.delenv(STORE, raising=False)
    calls: list = []
    for _ in range(2):
        remember(shout, {"a": "one"}, counting(calls))
    assert calls == [["a"], ["a"]]


def test_changed_code_is_worked_out_again(store, monkeypatch):
    calls: list = []
    remember(shout, {"a": "one"}, counting(calls))
    monkeypatch.setattr(memory, "module_digest", lambda module: "another")
    remember(shout, {"a": "one"}, counting(calls))
    assert calls == [["a"], ["a"]]


@pytest.mark.parametrize("damage", [b"", b"no database at all" * 99])
def test_a_damaged_store_is_told_and_begun_again(store, capsys, damage):
    calls: list = []
    remember(shout, {"a": "one"}, counting(calls))
    store.write_bytes(damage)
    assert remember(shout, {"a": "one"}, counting(calls))["a"] == shout("a")
    assert remember(shout, {"a": "one"}, counting(calls))["a"] == shout("a")
    assert calls == [["a"], ["a"]] or (calls == [["a"], ["a"], ["a"]] and damage)
    assert bool(damage) == ("cannot be used" in capsys.readouterr().err)


def test_a_result_that_was_altered_is_not_believed(store):
    calls: list = []
    remember(shout, {"a": "one"}, counting(calls))
    with sqlite3.connect(store) as database:
        database.execute("UPDATE results SET rows = '[[\"altered\"]]'")
    assert remember(shout, {"a": "one"}, counting(calls))["a"] == shout("a")


def test_what_no_recent_build_asked_for_goes_when_the_store_is_large(store, monkeypatch):
    calls: list = []
    remember(shout, {"a": "one"}, counting(calls))
    monkeypatch.setenv(BUILD, "two")
    remember(shout, {"b": "two"}, counting(calls))
    forget_old(store, ["two"])
    remember(shout, {"a": "one"}, counting(calls))
    assert len(calls) == 2  # small: nothing is dropped
    monkeypatch.setenv(BUILD, "one")
    remember(shout, {"a": "one"}, counting(calls))
    forget_old(store, ["two"], most_bytes=0)
    remember(shout, {"b": "two"}, counting(calls))
    assert len(calls) == 2
    remember(shout, {"a": "one"}, counting(calls))
    assert calls[2:] == [["a"]]


def _same(found, wanted) -> None:
    for one, other in zip(found, wanted, strict=True):
        pd.testing.assert_frame_equal(one, other)


def test_kept_results_are_those_worked_out_anew(any_build, store, monkeypatch):
    """For every function the notebooks use so: article by article, from the store, and in one go."""
    build = Build(any_build, any_build)
    lines, quotes, spans = (read_table(name, build) for name in ("lines", "quotes", "spans"))
    texts, actors = read_texts(build), load_actors(ROOT / "data" / any_build.name)
    names = names_in_spans(spans, actors, quotes)
    calls = [
        (score_spans, (spans,)), (score_spans, (spans, ANALYZERS)), (names_in_spans, (spans, actors, quotes)),
        (score_targets, (spans, names, actors)), (loaded_in_spans, (spans, quotes)),
        (figures_of_corpus, (texts, lines, quotes, spans)),
    ]  # fmt: skip
    some = list(texts)[1:]
    for function, arguments in calls:
        wanted = function(*arguments)
        only = [
            {d: a[d] for d in some} if isinstance(a, dict)
            else a[a.document.isin(some)].reset_index(drop=True) if "document" in a else a
            for a in arguments
        ]  # fmt: skip
        per_document(function, *only)  # all articles but the first are known
        for _ in range(2):
            found = per_document(function, *arguments)
            _same(*((told if isinstance(told, tuple) else (told,)) for told in (found, wanted)))
    found = stack(texts, quotes_on_kept_lines, lines)
    again = stack(texts, quotes_on_kept_lines, lines)
    monkeypatch.delenv(STORE)
    _same((found, again), [stack(texts, quotes_on_kept_lines, lines)] * 2)


def test_what_stands_behind_a_source():
    assert imported_modules("    from helpers.voice import (\n    find_quotes,\n)\nimport os") == {"helpers.voice"}
    behind = modules_behind("from helpers.voice.kept import quotes_on_kept_lines")
    assert {"helpers.voice.quotes", "helpers.voice.cues"} <= set(behind)
    assert not any(module.startswith("helpers.charts") for module in behind)
    files = code_hashes("from helpers.vocabulary import loaded_in_spans")
    assert {"requirements.txt", "data/lexicons/loaded.csv", "helpers/vocabulary/loaded.py"} <= set(files)
    assert "data/lexicons/claimant_types.csv" not in files


def test_every_lexicon_and_every_import_is_seen():
    """The reader of imports by pattern finds what Python's own parser finds, and no lexicon is without a reader."""
    import ast

    from helpers.tables.uses import _data_files, files_behind

    for path in sorted((ROOT / "helpers").rglob("*.py")):
        source = path.read_text(encoding="utf-8")
        wanted = set()
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("helpers."):
                wanted.add(node.module)
            elif isinstance(node, ast.Import):
                wanted |= {alias.name for alias in node.names if alias.name.startswith("helpers.")}
        assert wanted <= imported_modules(source), path
    packages = [path.parent.name for path in sorted((ROOT / "helpers").glob("*/__init__.py"))]
    whole = f"from helpers import {', '.join(packages)}"
    read = {path for path in files_behind(whole)}
    assert {path for _, path in _data_files() if path.suffix == ".csv"} <= read
