"""`make bench`: its made articles differ and are read as articles are, its bounds are told."""

import json

import pandas as pd
import pytest

from helpers.actors import names_in_spans
from helpers.bench.__main__ import main
from helpers.bench.articles import N_SOURCES, SAMPLE, make_articles
from helpers.bench.rebuilds import Rebuilds, Took
from helpers.bench.size import measure_size
from helpers.bench.table import Row, as_table, rebuild_rows, size_rows, steps_table
from helpers.cleaning import label_lines
from helpers.corpus import load_actors
from helpers.figures.whole import figures_of_corpus
from helpers.tables import stack
from helpers.voice import cut_by_voice
from helpers.voice.kept import quotes_on_kept_lines


@pytest.fixture(scope="module")
def articles() -> pd.DataFrame:
    return make_articles(12)


def test_the_same_seed_makes_the_same_articles(articles: pd.DataFrame) -> None:
    pd.testing.assert_frame_equal(make_articles(12), articles)
    pd.testing.assert_frame_equal(make_articles(5), articles.head(5))
    assert set(make_articles(12, seed=1)["text"]).isdisjoint(articles["text"])


def test_no_two_made_articles_are_alike(articles: pd.DataFrame) -> None:
    assert articles["text"].nunique() == len(articles)
    lines = [set(text.split("\n")) for text in articles["text"]]
    long_lines = [{line for line in found if len(line) > 200} for found in lines]
    assert max(len(one & two) for i, one in enumerate(long_lines) for two in long_lines[:i]) <= 1
    assert make_articles(N_SOURCES + 1)["source"].nunique() == N_SOURCES


def test_names_and_figures_of_made_articles_are_found(articles: pd.DataFrame) -> None:
    texts = dict(zip(articles["document"], articles["text"], strict=True))
    lines = stack(texts, label_lines)
    quotes = stack(texts, quotes_on_kept_lines, lines)
    spans = stack(texts, cut_by_voice, lines, quotes)
    names = names_in_spans(spans, load_actors(SAMPLE), quotes)
    figures, _ = figures_of_corpus(texts, lines, quotes, spans)
    every = set(articles["document"])
    assert set(names["document"]) == set(figures["document"]) == every
    assert (names.groupby("document").size() >= 15).all()
    assert (figures.groupby("document").size() >= 5).all()
    assert lines.loc[lines["kept"] == 0, "document"].nunique() > len(every) / 2, "page furniture was lost"
    assert figures["best"].nunique() > len(every)


@pytest.mark.slow
def test_a_small_bench_prints_its_table_and_writes_its_figures(tmp_path, capsys) -> None:
    told = tmp_path / "bench.json"
    code = main(["--skip-rebuilds", "--sizes", "8,4", "--rounds", "2", "--write", str(told)])
    printed = capsys.readouterr().out
    for text in ("cleaning", "keyness", "TextBlob, each span", "ms of 4", "ms of 8", "peak memory, 8 articles", "≤ 6"):
        assert text in printed, text
    record = json.loads(told.read_text(encoding="utf-8"))
    assert [[size["articles"] for size in sizes] for sizes in record["rounds"]] == [[4, 8]] * 2
    assert code == int(not all(row["holds"] for row in record["rows"]))


def test_no_text_is_measured_twice(monkeypatch) -> None:
    seen: list[str] = []
    monkeypatch.setattr("helpers.bench.size.make_articles", lambda n, seed: _noted(make_articles(n, seed), seen))
    told = measure_size(2, seed=1)
    assert len(seen) == len(set(seen))
    assert told["words"] > 500 and all(seconds >= 0 for seconds in told["seconds"].values())


def _noted(articles: pd.DataFrame, seen: list[str]) -> pd.DataFrame:
    seen += articles["text"].tolist()
    return articles


def _size(n: int, ms: float, megabytes: int) -> dict:
    return {"articles": n, "words": 1, "peak_mb": megabytes,
            "seconds": {"cleaning": n * ms / 1000, "TextBlob, each span": n / 1000}}  # fmt: skip


def test_a_missed_bound_is_told() -> None:
    quiet, disturbed = [_size(10, 5.0, 100), _size(20, 5.4, 200)], [_size(10, 5.0, 100), _size(20, 9.0, 210)]
    good = size_rows([quiet, disturbed, quiet])
    assert [row.holds for row in good] == [True, True, True]
    assert good[-1].value == 210, "the most memory of all rounds counts"
    bad = size_rows([[_size(10, 6.5, 100), _size(20, 7.5, 1200)]])
    assert [row.holds for row in bad] == [False, False, False]
    assert "Missed: peak memory, 20 articles: 1,200.00MB" in as_table(bad)
    assert "1.08×" in steps_table([quiet, disturbed, quiet])


def test_a_step_that_ran_though_nothing_changed_misses_its_bound() -> None:
    hand, ours, none = [Took(20.0, 15.0)] * 3, [Took(5.0, 8.0), Took(30.0, 8.0), Took(5.5, 8.0)], [Took(0.5, 0.4)] * 3
    held = {row.what: row.holds for row in rebuild_rows(Rebuilds(hand, ours, none, {"01_cleaning": 2.0}, ["x"]))}
    assert held["build from nothing, share of the time by hand"], "the median of the pairs counts"
    assert held["build with nothing changed"] and not held["steps that ran with nothing changed"]
    assert Row("anything", 3.0, "s").holds
