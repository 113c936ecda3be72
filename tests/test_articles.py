"""Whole articles that people coded without seeing the program: what the steps find in them, against what was coded."""

import json

import pytest
from conftest import ROOT, SHARED

from helpers.gold.figures import OPS
from helpers.measure.articles import INVENTED, Article, measure_articles, read_articles, score_article
from helpers.measure.floors import ARTICLES

FLOORS = json.loads((ROOT / "tests" / "floors.json").read_text(encoding="utf-8"))["articles"]
STANCES = {"asserted", "reported", "doubted", "denied"}
BENCHMARKS = SHARED / "benchmarks"


@pytest.fixture(scope="module")
def scores() -> dict[str, float]:
    return {row.measure.partition(",")[0]: row.value for row in measure_articles(None, "read")}


@pytest.mark.parametrize("key", sorted(ARTICLES))
def test_invented_articles_reach_their_floors(scores: dict[str, float], key: str) -> None:
    assert scores[ARTICLES[key][1]] >= FLOORS[key]


def test_every_measure_has_a_floor() -> None:
    assert FLOORS.keys() == ARTICLES.keys()


@pytest.mark.parametrize("half", ["read", "aside"])
def test_codings_stand_where_they_say(half: str) -> None:
    articles, invented = read_articles(None, half)
    assert invented == len(articles) >= 10
    for text, is_page, figures, quotes in articles:
        assert is_page
        for row in figures:
            said = text[int(row["start"]) : int(row["end"])]
            assert said == said.strip() and "\n" not in said and said
            assert set(row["bound"].split("|")) <= OPS.keys()
            assert set(row["stance"].split("|")) <= STANCES and row["claimant"]
        for row in quotes:
            assert 0 <= int(row["start"]) < int(row["end"]) <= len(text) and row["scare"] in "01"


def test_every_invented_article_is_coded() -> None:
    n = sum(read_articles(None, half)[1] for half in ("read", "aside"))
    assert n == len(list(INVENTED.glob("*.txt")))


def test_news_articles_are_measured_where_their_texts_are() -> None:
    if not (BENCHMARKS / "cleaning").is_dir():
        pytest.skip("the texts of the news articles are not here")
    articles, invented = read_articles(BENCHMARKS, "read")
    assert len(articles) > invented
    for text, is_page, figures, _ in articles[invented:]:
        assert not is_page or text
        assert all(int(row["end"]) <= len(text) for row in figures)


def test_a_wrong_answer_lowers_the_score() -> None:
    text = "The harbour office said 40 boats sank, but the fishers' guild denied it."
    coded = {"start": 24, "end": 26, "bound": "exact", "noun": "boats|crew", "claimant": "office", "stance": "denied"}
    right = score_article(Article(text, False, [coded], []))
    wrong = score_article(Article(text, False, [coded | {"noun": "houses", "claimant": "guild", "bound": "range"}], []))
    assert right["both"] == right["noun"] == right["claimant"] == right["bound"] == right["stance"] == 1
    assert right["doubts"] == right["doubts_seen"] == 1
    assert wrong["both"] == 1 and wrong["noun"] == wrong["claimant"] == wrong["bound"] == 0
