"""Charts: what they say, that no label covers another or leaves the sheet, and that hostile text stays text."""

import functools
import itertools
import math
import random
import re
import time
import warnings
import xml.etree.ElementTree as ElementTree

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.patches import PathPatch
from matplotlib.text import Text

from helpers import charts
from helpers.charts import labels
from helpers.charts.claims import finding, quantities_of, verdict_in_words
from helpers.charts.sheet import Scale, Sheet
from helpers.charts.style import FAINT, INK, MUTED, PAPER, visible

SHORT = ["Harbour Gazette", "The Weir Review", "Orchard Press", "A Miller's Blog", "Valley Wire"]
LONG = [
    "Northern Inquirer and Evening Standard of the Lower Valley",
    "Supercalifragilisticallylongoutletnamewithoutanyspace",
    *SHORT,
    "Free Tribune",
]
HOSTILE = [
    "$\\frac{1}{2}$ & <script>alert(1)</script>",
    "a\x00b\x1b[31m\u202egro.live",
    '"><img src=x>',
    "漢字新聞社 \U0001f600",
]
CORPORA = {
    "one": ["Harbour Gazette"],
    "two": SHORT[:2],
    "five": SHORT,
    "eight long": LONG,
    "ten": [f"Outlet number {n}" for n in range(10)],
    "hostile": HOSTILE,
}


def make_tables(sources: list[str], seed: int = 1) -> dict[str, pd.DataFrame]:
    """Tables of an invented corpus, one article per source."""
    rng = random.Random(seed)
    documents = pd.DataFrame({"document": [f"{n:02d}-article" for n in range(len(sources))], "source": sources})
    pairs = list(zip(documents["document"], sources, strict=True))
    return {"documents": documents} | text_tables(pairs, rng) | count_tables(sources, rng) | figure_tables(documents)


def text_tables(pairs: list[tuple[str, str]], rng: random.Random) -> dict[str, pd.DataFrame]:
    lines, spans, course = [], [], []
    for document, source in pairs:
        end = 0
        for line in range(30):
            start, end = end + 1, end + rng.randint(20, 400)
            label = rng.choice(["body", "body", "body", "boilerplate", "caption", "quoted_block", "date"])
            kept = int(label in ("body", "quoted_block"))
            lines.append((document, line, start, end, label, kept))
            if kept:
                voice, polarity = rng.choice(["own", "own", "quoted"]), rng.choice([0.0, rng.uniform(-1, 1)])
                spans.append((document, line, start, end, voice))
                course.append((document, source, line, polarity, voice, int(polarity != 0), "The mill <b>burned</b>."))
    hits = [(word, *pair, rng.random()) for word in ("regime", "liberation") for pair in pairs for _ in range(4)]
    return {
        "lines": pd.DataFrame(lines, columns=["document", "line", "start", "end", "label", "kept"]),
        "spans": pd.DataFrame(spans, columns=["document", "span", "start", "end", "voice"]),
        "course": pd.DataFrame(course, columns=["document", "source", "span", "polarity", "voice", "n_hits", "text"]),
        "hits": pd.DataFrame(hits, columns=["term", "document", "source", "position"]),
    }


def count_tables(sources: list[str], rng: random.Random) -> dict[str, pd.DataFrame]:
    def interval(low: float, high: float, width: float) -> tuple[float, float, float]:
        middle = rng.uniform(low, high)
        return middle, middle - width, middle + width

    def frame(columns: str, rows) -> pd.DataFrame:
        return pd.DataFrame(list(rows), columns=columns.split())

    product = itertools.product
    categories = ["violence", "labels for people and groups", "conspiracy and insinuation", "heroic"]
    words = ["mill", "regime", "internationally-recognised", "convoy", "uprising", "orchard", "weir", "so-called"]
    names = [("council", "neutral"), ("regime", "negative"), ("legitimate authority", "positive")]
    kinds = ["author", "official", "unnamed source"]
    return {
        "sentiment": frame("source voice analyzer n_spans n_silent mean low high", (
            (s, v, a, 120, rng.randint(0, 120), *interval(-0.3, 0.3, 0.1))
            for s, v, a in product(sources, ("own", "quoted"), ("textblob", "vader")))),
        "balance": frame("source actor n_neg n_neu n_pos", (
            (s, a, rng.randint(0, 130), rng.randint(0, 1200), rng.randint(1, 90))
            for s, a in product(sources, ("the council of the northern towns", "river guard")) if rng.random() < 0.9)),
        "rates": frame("source category voice n rate low high", (
            (s, c, v, rng.randint(0, 1400), *interval(20, 90, 15))
            for s, c, v in product(sources, categories, ("own", "quoted")))),
        "keyness": frame("source term log_likelihood log_ratio low high n_target n_reference q", (
            (s, w, rng.uniform(1, 40), *interval(0, 5, 1.5), rng.randint(3, 900), rng.randint(0, 40), rng.random() / 9)
            for s, w in product(sources, words))),
        "names": frame("source actor name charge n", (
            (s, a, n, c, rng.randint(1, 400)) for s, a, (n, c) in product(sources, ("council", "guard"), names))),
        "claims": frame("source claimant_type n", ((s, k, rng.choice([0, 1, 70])) for s, k in product(sources, kinds))),
        "silences": frame("label source n_figures", (
            (q, s, rng.choice([0, 2])) for q, s in product(["attackers", "length of the old dam wall"], sources))),
        "overview": frame("aspect n of detail", [
            ("agreed", 5, 38, "quantities told alike by several sources"),
            ("told by one only", 21, 38, "quantities"),
            ("loaded", 2140, 0, "loaded words, most of them in the polemic about the new weir"),
        ]),
    }


INF, NAN = math.inf, math.nan
TOLD = [  # article, text, low, best, high, unit, kind, claimant, voice, stance, group
    (0, "more than 5,000", 5000, 5000, INF, "", "people", "author", "own", "asserted", "a"),
    (1, "4,000", 4000, 4000, 4000, "", "people", "a user", "quoted", "doubted", "a"),
    (2, "exceeded 4,000", 4000, 4000, INF, "", "people", "Ministry of Waterways", "own", "reported", "a"),
    (3, "several hundred", 200, NAN, 900, "", "people", "author", "own", "asserted", "a"),
    (0, "only some 80 per cent", 72, 80, 88, "%", "share", "Ilse Tarn", "own", "reported", "b"),
    (1, "80 per cent", 80, 80, 80, "%", "share", "author", "own", "asserted", "b"),
    (0, "fewer than 20", NAN, 20, 20, "km", "distance", "author", "own", "asserted", "c"),
    (1, "17.5", 17.5, 17.5, 17.5, "km", "distance", "author", "own", "asserted", "c"),
    (0, "none", 0, 0, 0, "", "objects", "author", "own", "asserted", "d"),
    (1, "within one", 0, 1, 1, "", "objects", "author", "own", "denied", "d"),
    (0, "188 million", 188e6, 188e6, 188e6, "dollars", "money", "author", "own", "asserted", "e"),
    (1, "3 billion", 3e9, 3e9, 3e9, "dollars", "money", "author", "own", "asserted", "e"),
]
GROUPS = {
    "a": ("attackers", "people", "conflicts"),
    "b": ("residents evacuated", "share", "agrees"),
    "c": ("distance from the dam to the old quarter of the town", "distance", "compatible"),
    "d": ("bridges destroyed", "objects", "conflicts"),
    "e": ("value of the grain trade", "money", "conflicts"),
}


def figure_tables(documents: pd.DataFrame) -> dict[str, pd.DataFrame]:
    columns = ["text", "low", "best", "high", "unit", "kind", "claimant", "voice", "stance", "group"]
    slugs, source_of = list(documents["document"]), dict(zip(documents["document"], documents["source"], strict=True))
    rows = [(slugs[told[0]], *told[1:]) for told in TOLD if told[0] < len(slugs)]
    figures = pd.DataFrame(rows, columns=["document", *columns])
    figures["anchor"] = [f"figure-{n}" for n in range(len(figures))]
    groups = []
    for group, (label, kind, verdict) in GROUPS.items():
        mine = figures[figures["group"] == group]
        tellers = {source_of[document] for document in mine["document"]}
        silent = "; ".join(source for source in documents["source"] if source not in tellers)
        ratio = mine["best"].max() / mine["best"].min() if mine["best"].min() > 0 else NAN
        verdict = verdict if len(tellers) > 1 else ""
        groups.append((group, label, kind, len(mine), len(tellers), ratio, verdict, silent))
    names = ["group", "label", "kind", "n_figures", "n_sources", "ratio", "verdict", "silent_sources"]
    return {"figures": figures, "figure_groups": pd.DataFrame(groups, columns=names)}


def draw_all(t: dict[str, pd.DataFrame]) -> dict[str, charts.Chart]:
    looks = {"colours": charts.source_colours(t["documents"]["source"])}
    return {
        "cleaning_bars": charts.cleaning_bars(t["lines"], t["spans"], t["documents"], **looks),
        "sentiment_dots": charts.sentiment_dots(t["sentiment"], **looks),
        "sentiment_strips": charts.sentiment_strips(t["course"], **looks),
        "actor_balance": charts.actor_balance(t["balance"], **looks),
        "category_rates": charts.category_rates(t["rates"], **looks),
        "keyness_bars": charts.keyness_bars(t["keyness"], **looks),
        "dispersion_barcodes": charts.dispersion_barcodes(t["hits"], **looks),
        "names_matrix": charts.names_matrix(t["names"], **looks),
        "figures_board": charts.figures_board(t["figures"], t["figure_groups"], t["documents"], min_sources=1, **looks),
        "claimant_matrix": charts.claimant_matrix(t["claims"], **looks),
        "silence_matrix": charts.silence_matrix(t["silences"], **looks),
        "event_overview": charts.event_overview(t["overview"]),
        "voice_shares": charts.voice_shares(t["spans"], t["documents"], **looks),
    }


@functools.cache
def drawn(corpus: str) -> dict[str, charts.Chart]:
    return draw_all(make_tables(CORPORA[corpus]))


CHARTS = [
    *("cleaning_bars", "sentiment_dots", "sentiment_strips", "actor_balance", "category_rates", "keyness_bars"),
    *("dispersion_barcodes", "names_matrix", "figures_board", "claimant_matrix", "silence_matrix"),
    *("event_overview", "voice_shares"),
]
SLOW = [pytest.param(corpus, marks=pytest.mark.slow) for corpus in ("two", "five", "ten")]


def boxes_of(figure) -> tuple[list[str], np.ndarray, np.ndarray]:
    """All texts, their boxes and those of all marks as a renderer draws them: left, bottom, right, top in pixels."""
    renderer = FigureCanvasAgg(figure).get_renderer()
    texts = [artist for artist in figure.artists if isinstance(artist, Text)]
    marks = [artist for artist in figure.artists if not isinstance(artist, Text)]
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Glyph")
        boxes = [artist.get_window_extent(renderer).extents for artist in texts]
    marked = [artist.get_window_extent(renderer).extents for artist in marks]
    return [artist.get_text() for artist in texts], np.array(boxes), np.array(marked).reshape(-1, 4)


def covering(some: np.ndarray, others: np.ndarray, slack: float) -> list[tuple[int, int]]:
    """Pairs of boxes that share more than `slack` pixels in both directions."""
    shared = np.minimum(some[:, None, 2:], others[None, :, 2:]) - np.maximum(some[:, None, :2], others[None, :, :2])
    return [(int(a), int(b)) for a, b in np.argwhere((shared > slack).all(axis=2))]


@pytest.mark.parametrize("name", CHARTS)
@pytest.mark.parametrize("corpus", ["one", "eight long", "hostile", *SLOW])
@pytest.mark.parametrize("size", ["wide", "narrow"])
def test_labels_stand_apart_and_inside(corpus, name, size):
    figure = getattr(drawn(corpus)[name], size)
    texts, boxes, marks = boxes_of(figure)
    assert texts
    width, height = figure.get_size_inches() * 72
    outside = (boxes[:, :2] < -0.5).any(axis=1) | (boxes[:, 2] > width + 0.5) | (boxes[:, 3] > height + 0.5)
    assert not [text for text, out in zip(texts, outside, strict=True) if out]
    assert not [(texts[a], texts[b]) for a, b in covering(boxes, boxes, 0.75) if a < b]
    assert not [(texts[a], marks[b]) for a, b in covering(boxes, marks, 2)]


def test_the_label_test_sees_what_is_wrong():
    sheet = Sheet(360)
    sheet.text(10, 20, "one label")
    sheet.text(30, 22, "another label")
    texts, boxes, _ = boxes_of(sheet.finish(40))
    assert (0, 1) in covering(boxes, boxes, 0.75) and texts == ["one label", "another label"]


@pytest.mark.parametrize("size, width", [("wide", 720), ("narrow", 360)])
def test_text_is_large_enough(size, width):
    for chart in drawn("one").values():
        figure = getattr(chart, size)
        assert figure.get_size_inches()[0] * 72 == width
        assert min(artist.get_fontsize() for artist in figure.findobj(Text)) >= (12 if size == "wide" else 11)
        assert all(artist.get_rotation() == 0 for artist in figure.findobj(Text))


@given(
    st.lists(st.tuples(st.floats(-50, 900), st.floats(5, 90)), min_size=1, max_size=30).map(sorted),
    st.floats(100, 700),
)
@settings(max_examples=50, deadline=None)
def test_placed_labels_never_overlap(marks, room):
    centres, widths = zip(*marks, strict=True)
    placed = labels.place(centres, widths, 0, room, gap=6)
    for (left, line), width in zip(placed, widths, strict=True):
        assert left >= -1e-6 and left + width <= room + 1e-6
        assert line >= 0
    for (a, b), width in zip(itertools.pairwise(placed), widths, strict=False):
        assert a[1] != b[1] or b[0] >= a[0] + width + 6 - 1e-6


def test_a_label_with_room_stays_at_its_mark():
    assert labels.spread([50, 150], [20, 20], 0, 300) == [40, 140]


@given(st.text(max_size=80), st.floats(40, 300))
@settings(max_examples=30, deadline=None)
def test_wrapped_lines_fit_and_keep_every_character(text, width):
    lines = labels.wrap(visible(text), width, 12)
    assert "".join(lines).replace(" ", "") == visible(text).replace(" ", "")
    assert all(len(line) <= 1 or labels.text_width(line, 12) <= width for line in lines)


def test_scale_ticks_are_round_and_inside():
    scale = Scale(160, 6250, 0, 400, log=True)
    assert scale.ticks(6) == [200, 500, 1000, 2000, 5000]
    assert len(scale.ticks(2)) == 2
    assert Scale(0, 100, 0, 400).ticks(5) == [0, 20, 40, 60, 80, 100]
    assert scale.at(1000) == pytest.approx(400 * math.log(1000 / 160) / math.log(6250 / 160))


EMPTY = {name: frame.iloc[:0] for name, frame in make_tables(CORPORA["two"]).items()}


@pytest.mark.parametrize("name", CHARTS)
def test_an_empty_table_says_so(name):
    chart = draw_all(EMPTY)[name]
    texts, _, _ = boxes_of(chart.wide)
    assert re.match(r"No |Nothing ", chart.title) and " ".join(texts) == chart.title
    assert charts.to_svg(chart.narrow, chart.alt).startswith("<svg")


@pytest.mark.parametrize("name", CHARTS)
@pytest.mark.parametrize("corpus", ["one", "eight long"])
def test_every_chart_has_its_words(corpus, name):
    chart = drawn(corpus)[name]
    for words in (chart.title, chart.alt, chart.how_to_read):
        assert words == words.strip() and words[0] == words[0].upper() and words[-1] in ".!"
        assert "nan" not in words.split() and "  " not in words


def test_colours_are_the_same_whatever_the_order():
    looks = charts.source_colours(SHORT)
    assert looks == charts.source_colours([*reversed(SHORT), SHORT[0]])
    assert list(looks) == sorted(SHORT, key=str.casefold)
    many = charts.source_colours(f"Outlet {n:02d}" for n in range(40))
    assert len(set(many.values())) == 40
    assert not {look.marker for look in many.values()} & set("^v<>dD"), "triangles and diamonds tell the charge"


def test_a_source_keeps_its_colour_where_others_are_missing():
    looks = charts.source_colours(SHORT)
    sentiment = make_tables(SHORT)["sentiment"]
    svg = charts.to_svg(charts.sentiment_dots(sentiment[sentiment["source"] == "Valley Wire"], colours=looks).wide)
    assert looks["Valley Wire"].colour in svg and looks["Harbour Gazette"].colour not in svg


def test_svg_is_the_same_on_every_run():
    t = make_tables(SHORT)
    first, second = (charts.figures_board(t["figures"], t["figure_groups"], t["documents"]) for _ in range(2))
    assert charts.to_svg(first.wide, first.alt) == charts.to_svg(second.wide, second.alt)
    assert charts.to_svg(first.wide, first.alt) == charts.to_svg(first.wide, first.alt)


@pytest.mark.parametrize("name", CHARTS)
def test_svg_can_be_put_into_a_page(name):
    chart = drawn("hostile")[name]
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        svg = charts.to_svg(chart.wide, chart.alt)
    root = ElementTree.fromstring(svg)
    assert root.get("role") == "img" and root.get("aria-label")
    tags = {element.tag.rpartition("}")[2] for element in root.iter()}
    assert tags <= {"svg", "g", "path", "text", "title", "a"}
    assert not [element for element in root.iter() if element.get("id")]
    links = {element.get("href") for element in root.iter() if element.get("href")}
    assert all(link.startswith("#figure-") for link in links)
    assert "http" not in svg.replace('xmlns="http://www.w3.org/2000/svg"', "") and "url(" not in svg
    assert not re.search(r"<(script|img|style|metadata)|[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e]", svg)


def test_svg_uses_the_colours_a_page_replaces():
    looks = {look.colour for look in charts.source_colours(CORPORA["one"]).values()}
    for chart in drawn("one").values():
        used = set(re.findall(r"#[0-9a-f]{6}", charts.to_svg(chart.wide)))
        assert used <= looks | {INK, MUTED, PAPER, FAINT}


def test_hostile_text_stays_text():
    svg = charts.to_svg(drawn("hostile")["figures_board"].wide)
    assert "$\\frac{1}{2}$" in svg and "&lt;script&gt;" in svg and "漢字新聞社" in svg
    assert visible("a\ud800\x00b") == "a\ufffd\ufffdb" and len(visible("x" * 10**6)) == 300


def test_marks_of_the_board_link_to_their_place():
    t = make_tables(SHORT)
    chart = charts.figures_board(t["figures"], t["figure_groups"], t["documents"])
    assert 'href="#figure-0"' in charts.to_svg(chart.wide)
    without = charts.figures_board(t["figures"].drop(columns="anchor"), t["figure_groups"], t["documents"])
    assert "href" not in charts.to_svg(without.wide)


def test_the_board_says_what_conflicts():
    t = make_tables(SHORT)
    chart = charts.figures_board(t["figures"], t["figure_groups"], t["documents"])
    assert chart.title == (
        "Three of five quantities told by several sources conflict. "
        "Attackers: three sources say 4,000 or more, one says several hundred."
    )
    texts = " ".join(boxes_of(chart.wide)[0])
    for words in (
        *("more than 5,000", "citing Ministry of Waterways", "silent: Valley Wire", "conflict; doubted: 4,000 in one"),
        *("conflict: largest 16 × smallest", "compatible: the bounds overlap"),
        *("per cent", "km, log axis", "count, log axis"),
    ):
        assert words in texts


def test_no_name_is_broken_inside_a_word_and_no_count_stands_alone():
    sources = ["Harbour Gazette", "Valley Wire", "Ferry News", "Orr Post", "Quay Times"]
    names = pd.DataFrame({"source": sources, "actor": "Wardens of the Upper Locks", "n": 12, "charge": "negative",
                          "name": "choreographed theatrical administration"})  # fmt: skip
    texts = boxes_of(charts.names_matrix(names).wide)[0]
    assert not {"choreograp", "hed"} & set(texts) and any("choreographed" in text for text in texts)
    assert sum(text.startswith("administration") for text in texts) == len(sources)


def test_board_rows_come_conflicts_first_and_tell_a_value_once():
    t = make_tables(SHORT)
    twice = pd.concat([t["figures"], t["figures"].iloc[[0]]], ignore_index=True)
    quantities = quantities_of(twice, t["figure_groups"], t["documents"], 2)
    assert [quantity.verdict for quantity in quantities] == ["conflicts"] * 3 + ["compatible", "agrees"]
    attackers = quantities[0]
    assert [(claim.source, claim.times) for claim in attackers.claims if claim.best == 5000] == [("Harbour Gazette", 2)]
    again = twice.assign(claimant=[*twice.claimant[:-1], "Valley Council"])
    attackers_by_claimant = quantities_of(again, t["figure_groups"], t["documents"], 2)[0]
    assert sum(claim.best == 5000 for claim in attackers_by_claimant.claims) == 2, "each claimant has a mark"
    assert attackers.claims[0].best == pytest.approx(math.sqrt(200 * 900)), "a vague figure stands between its bounds"


@pytest.mark.parametrize(
    "verdicts, said",
    [
        (["agrees", "compatible"], "No quantity told by several sources is contradicted: one told alike, one with"),
        ([""], "One quantity, told by one source."),
    ],
)
def test_the_board_says_so_when_nothing_conflicts(verdicts, said):
    t = make_tables(SHORT)
    quantities = quantities_of(t["figures"], t["figure_groups"], t["documents"], 2)
    assert finding([quantities[0]._replace(verdict=verdict) for verdict in verdicts]).startswith(said)


@pytest.mark.parametrize(("ratio", "said"), [(12.5, "12.5"), (15.0, "15"), (1.06, "1.1"), (250.4, "250")])
def test_the_board_tells_a_ratio_as_the_table_does(ratio, said):
    t = make_tables(SHORT)
    quantity = quantities_of(t["figures"], t["figure_groups"], t["documents"], 2)[0]
    low = quantity.claims[0]._replace(best=1.0, doubted="")
    high = low._replace(best=ratio, source="elsewhere")
    words = verdict_in_words(quantity._replace(verdict="conflicts", ratio=ratio, claims=[low, high]))
    assert words == f"conflict: largest {said} × smallest"


def test_the_title_of_the_balance_names_only_what_the_test_tells():
    rows = pd.DataFrame({"source": ["A", "B"], "actor": "guard", "n_neg": [9, 3], "n_neu": 0, "n_pos": [0, 2]})
    rows = rows.assign(low=[-1.0, -0.9], high=[-0.6, 0.6], q=[0.01, math.nan])
    title = charts.actor_balance(rows).title
    assert title.endswith("clearly more negative than positive mentions in A; not told apart in one source.")
    plain = charts.actor_balance(rows.drop(columns="q")).title
    assert plain.endswith("in no source are negative and positive mentions told apart.")


def test_a_mean_of_few_spans_is_not_drawn():
    rows = {"source": ["A", "B"], "voice": "own", "analyzer": "vader", "n_silent": 0, "mean": [0.2, 0.2]}
    few = pd.DataFrame(rows | {"n_spans": [2, 40], "low": 0.2, "high": 0.2})
    chart = charts.sentiment_dots(few)
    assert boxes_of(chart.wide)[0].count("too few spans") == 1
    assert chart.title == "Own voice by VADER: B above neutral."


def test_the_strips_name_their_instrument_and_count_every_span():
    scores = pd.DataFrame({"document": "a", "span": range(9), "voice": ["own"] * 8 + ["quoted"]})
    scores = scores.assign(analyzer="textblob", n_hits=[1, 1, 1, 2, 0, 0, 0, 0, 1])
    scores = scores.assign(polarity=[0.3, 0.2, -0.4, 0, 0, 0, 0, 0, 0.1])
    chart = charts.sentiment_strips(scores)
    assert chart.title == (
        "Of nine spans, by TextBlob, three score above neutral, one below and four hold no scoring word; "
        "one with scoring words comes out at neutral."
    )
    own = charts.sentiment_strips(scores.assign(voice="own"))
    assert len(chart.wide.findobj(PathPatch)) == len(own.wide.findobj(PathPatch)) + 1  # the stroke under what is quoted


def test_no_ranking_where_intervals_overlap():
    rows = {"source": ["A", "B"], "n": [9, 5], "rate": [40, 30], "low": [20, 15], "high": [60, 50]}
    overlap = pd.DataFrame(rows | {"category": "violence", "voice": "own"})
    apart = overlap.assign(low=[52, 15])
    assert charts.category_rates(overlap).title.endswith("no source uses them clearly more than all others.")
    assert charts.category_rates(overlap).title.startswith("The commonest category is “violence”, 14 of 14 hits")
    assert "A uses them more than all others" in charts.category_rates(apart).title


def rates_of(*rows) -> pd.DataFrame:
    columns = ["source", "category", "voice", "n", "rate", "low", "high", "size_tokens"]
    return pd.DataFrame(rows, columns=columns)


def test_the_axis_of_rates_serves_own_voice_and_few_quoted_words_are_left_out():
    rates = rates_of(
        ("A", "people_label", "own", 9, 40, 20, 60, 2000),
        ("A", "people_label", "quoted", 0, 0, 0, 2500, 12),
        ("B", "people_label", "own", 0, 0, 0, 900, 1000),
        ("B", "people_label", "quoted", 4, 30, 10, 50, 1300),
    )
    chart = charts.category_rates(rates)
    texts = boxes_of(chart.wide)[0]
    assert "people label" in texts and "“people label”" in chart.title
    numbers = [float(text.replace(",", "")) for text in texts if re.fullmatch(r"[\d,.]+", text)]
    assert max(numbers) <= 60, "no axis is stretched by a bound that a source without hits or words has"
    assert chart.how_to_read.endswith("Too few quoted words for a rate (under 300): A.")
    without_sizes = charts.category_rates(rates.drop(columns="size_tokens"))
    assert "Too few" not in without_sizes.how_to_read


def test_rates_of_the_commonest_categories_are_drawn():
    rates = rates_of(*((f"S{n % 3}", f"kind {n}", "own", 20 - n, 20 - n, 5, 25, 900) for n in range(14)))
    chart = charts.category_rates(rates)
    texts = boxes_of(chart.wide)[0]
    assert "kind 9" in texts and "kind 10" not in texts
    assert "four rarer ones stand in the table" in chart.how_to_read
    assert "kind 3" not in boxes_of(charts.category_rates(rates, top=3).wide)[0]


def test_the_overview_states_what_is_contested():
    rows = [("Contested", 3, 9, "shared quantities"), ("Told by one", 0, 20, "quantities")]
    overview = pd.DataFrame(rows, columns=["aspect", "n", "of", "detail"])
    said = charts.event_overview(overview).title
    assert said == "Three of nine shared quantities contested; none of 20 quantities told by one source only."
    assert charts.event_overview(overview.assign(aspect="Other")).title.startswith("The event in counts: Other 3 of 9")


def test_a_chart_shows_itself_as_a_figure():
    html = drawn("one")["voice_shares"]._repr_html_()
    assert html.startswith('<figure class="chart"') and html.count("<svg") == 2 and "hidden" in html


def test_all_charts_of_a_build_take_few_seconds_and_change_no_table():
    tables = make_tables(SHORT)
    before = {name: frame.copy() for name, frame in tables.items()}
    start = time.process_time()
    for chart in draw_all(tables).values():
        charts.to_svg(chart.wide, chart.alt)
        charts.to_svg(chart.narrow, chart.alt)
    assert time.process_time() - start < 4
    for name, frame in before.items():
        pd.testing.assert_frame_equal(frame, tables[name])
