"""Every page in headless Chromium, from disk, with the network cut: whole, silent, and asking for nothing."""

import re
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote

import pytest

PAGES = ["index", "01_cleaning", "02_sentiment", "03_vocabulary", "04_figures", "05_comparison"]


def path_of(build: Path, name: str) -> Path:
    return build / "index.html" if name == "index" else build / "reports" / f"{name}.html"


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_whole_and_asks_for_nothing(any_build, browser, name):
    said, asked = [], []
    context = browser.new_context(viewport={"width": 1280, "height": 800}, offline=True)
    page = context.new_page()
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(path_of(any_build, name).resolve().as_uri())
    assert_whole(page)
    page.set_viewport_size({"width": 360, "height": 800})
    assert_whole(page)
    assert said == []
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    context.close()


def assert_whole(page) -> None:
    """At the width it has now: nothing sticks out, and each chart is drawn once and told in words."""
    sticks_out = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    assert not sticks_out, "it scrolls sideways"
    charts = page.eval_on_selector_all(
        "figure.chart",
        """figures => figures.map(f =>
        [...f.querySelectorAll('svg')].filter(s => s.getBoundingClientRect().height > 20).length)""",
    )
    assert charts, "no chart"
    assert set(charts) == {1}, "each chart shows one drawing, wide or narrow"
    labels = page.eval_on_selector_all("svg[role=img]", "all => all.map(s => s.getAttribute('aria-label'))")
    assert all(label and len(label) > 20 for label in labels), "a chart has no text alternative"


@pytest.mark.parametrize("name", PAGES)
def test_a_page_can_be_read_by_a_machine(any_build, name):
    page = path_of(any_build, name).read_text(encoding="utf-8")
    assert '<html lang="en">' in page
    assert page.count("<main") == 1
    assert "default-src 'none'" in page
    assert not re.search(r"<script|<iframe|<img|javascript:|\son\w+=", page, re.I)
    assert not re.search(r'(?:src|href)="(?:https?:)?//', page)
    levels = [int(level) for level in re.findall(r"<h([1-6])", page)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(b - a <= 1 for a, b in pairwise(levels)), "a heading level is skipped"
    ids = re.findall(r'\bid="([^"]*)"', page)
    assert len(ids) == len(set(ids)), "an id stands twice"
    assert page.count("<table") == page.count("<caption")


@pytest.mark.parametrize("name", PAGES)
def test_every_link_leads_somewhere(any_build, name):
    here = path_of(any_build, name)
    pages = {path: path.read_text(encoding="utf-8") for path in (any_build / "reports").glob("*.html")}
    pages[here] = here.read_text(encoding="utf-8")
    for href in set(re.findall(r'(?:href|xlink:href)="([^"]*)"', pages[here])):
        if href.startswith("data:"):
            continue
        file, _, anchor = href.partition("#")
        target = (here.parent / file).resolve() if file else here
        assert target.exists(), href
        known = pages.get(target) or pages.get(next((p for p in pages if p.resolve() == target), here))
        assert not anchor or f'id="{unquote(anchor)}"' in known, href


@pytest.mark.parametrize("name", PAGES)
def test_a_page_shows_no_code(any_build, name):
    page = path_of(any_build, name).read_text(encoding="utf-8")
    assert "read_table(" not in page
    assert "Traceback" not in page


def test_a_table_can_be_downloaded_from_the_page(any_build, browser, tmp_path):
    context = browser.new_context(accept_downloads=True, offline=True)
    page = context.new_page()
    page.goto(path_of(any_build, "01_cleaning").resolve().as_uri())
    with page.expect_download() as started:
        page.locator("a[download='kept.csv']").click()
    started.value.save_as(tmp_path / "kept.csv")
    lines = (tmp_path / "kept.csv").read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith('"Source"')
    assert len(lines) > 2
    context.close()


def test_the_board_of_the_first_study(palmyra_build):
    """Found by rules that know nothing of it: who tells how many attackers, airstrikes, dead and evacuated."""
    import pandas as pd

    figures = pd.read_csv(palmyra_build / "tables" / "figures.csv", keep_default_na=False)
    documents = pd.read_csv(palmyra_build / "tables" / "documents.csv", keep_default_na=False)
    figures["source"] = figures.document.map(documents.set_index("document").source)

    def told(best, kind, op):
        rows = figures[(figures.kind == kind) & (figures.op == op) & (pd.to_numeric(figures.best) == best)]
        return rows[["group", "source", "stance", "spin", "particles"]]

    attackers = pd.concat(
        [
            told(5000, "people_force", ">"),
            told(4000, "people_force", "="),
            told(4000, "people_force", ">"),
            figures[(figures.text == "several hundred")],
        ]
    )
    assert attackers.source.nunique() == 4
    assert attackers.group.nunique() == 1
    strikes = told(60, "strikes", ">")
    assert (strikes.source.nunique(), strikes.group.nunique()) == (2, 1)
    killed = told(300, "people_killed", ">")
    assert (killed.source.nunique(), killed.group.nunique()) == (2, 1)
    assert sorted(killed.stance) == ["asserted", "doubted"]
    evacuated = figures[(figures.kind == "share") & (pd.to_numeric(figures.best) == 80)]
    assert (evacuated.source.nunique(), evacuated.group.nunique()) == (2, 1)
    board = (palmyra_build / "reports" / "04_figures.html").read_text(encoding="utf-8")
    assert (
        "are told with words that lean in opposite ways" in board
        or "is told with words that lean in opposite ways" in board
    )
