"""Loaded terms, frequency, keyness, dispersion, collocates and names."""

import json
from collections import Counter
from importlib.util import module_from_spec, spec_from_file_location

import numpy as np
import pandas as pd
import pytest
from conftest import ROOT, SHARED

from helpers.tables import empty_table, enforce, read_lexicon
from helpers.vocabulary import (
    category_rates,
    collocates,
    deviation_of_proportions,
    dispersion,
    find_loaded,
    frequency_list,
    juilland_d,
    keyness,
    keyness_by_source,
    leave_one_category_out,
    loaded_in_spans,
    loaded_terms,
    log_odds,
    names_by_source,
    names_table,
    positions,
    term_frequency,
)

CASES = json.loads((ROOT / "tests" / "cases" / "loaded.json").read_text(encoding="utf-8"))
LOADED = SHARED / "benchmarks" / "loaded"
LEXICON = read_lexicon("loaded")
NEEDED = {
    "people_label", "delegitimising", "heroic", "violence", "conspiracy", "certainty", "hedging", "moral", "religious",
    "disaster",
}
OWN = "The regime lied. The regime fell, and the baker of Varn sold bread."
OTHER = "The council met. The council voted, and the baker of Varn sold bread."
QUOTED = "We will crush the regime."


def cases():
    weak = [pytest.mark.xfail(strict=True, reason="known weakness")]
    marks = {"pass": [], "fail": weak}
    return [pytest.param(c["text"], c["expected"], id=c["label"], marks=marks[c["expect"]]) for c in CASES]


@pytest.fixture
def documents():
    return pd.DataFrame({"document": ["a", "b"], "source": ["Gazette", "Courier"]})


@pytest.fixture
def spans():
    rows = [("a", 0, 1, 0, len(OWN), "own", "", OWN), ("a", 1, 2, 100, 100 + len(QUOTED), "quoted", "Ana", QUOTED)]
    rows += [("b", 0, 1, 0, len(OTHER), "own", "", OTHER)]
    return pd.DataFrame(rows, columns=["document", "span", "line", "start", "end", "voice", "speaker", "text"])


@pytest.fixture
def loaded(spans):
    return loaded_in_spans(spans, empty_table("quotes"))


# The lexicon


def test_lexicon_is_whole():
    assert len(LEXICON) >= 1_200
    assert (LEXICON.strength == "strong").sum() >= 1_200
    assert LEXICON.term.is_unique
    assert set(LEXICON.category) >= NEEDED
    assert set(LEXICON.charge) == {"negative", "positive", "distancing"}
    assert set(LEXICON.strength) == {"strong", "weak"}
    assert set(LEXICON.pos) <= {"", "n", "v"}
    assert (LEXICON[["term", "category", "effect"]] != "").all().all()
    assert (LEXICON.neutral != "").mean() > 0.6


def test_every_entry_finds_itself():
    lost = []
    for term, forms, needs in LEXICON[["term", "forms", "needs"]].itertuples(index=False):
        words = term.replace("*", "harbour").split(" ")
        first = forms.split()[0] if forms else words[0]
        text = " ".join([first, *words[1:], *needs.split()[:1]])
        lost += [] if find_loaded(text, include_weak=True) else [text]
    assert not lost


def test_guards_hold_forms_the_matcher_can_see():
    for row in LEXICON.itertuples():
        assert row.forms == row.forms.lower(), row.term
        assert not set(row.needs.split()) & set(row.not_in.split()), row.term


# Loaded terms in a text


@pytest.mark.parametrize(("text", "expected"), cases())
def test_loaded_terms_of_a_sentence(text, expected):
    assert [text[a:b] for a, b, *_ in find_loaded(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The brutal clerks of Varn met brutality with a vicious, barbarous blow.", ["violence"] * 4),
        ("The brute of Varn led a mob of thugs.", ["people_label"] * 3),
        ("The cruel owners sent callous and inhumane letters.", ["moral"] * 3),
        ("The ruthless and heartless owners sent cold-blooded letters.", ["character"] * 3),
    ],
)
def test_words_of_cruelty_are_no_labels_of_people(text, expected):
    assert [category for _, _, _, category, _ in find_loaded(text)] == expected


def test_a_cold_blooded_plan_that_somebody_tells_of_is_handed_on():
    assert find_loaded("Ana Lund said the plan was cold-blooded.") == []


def test_weak_terms_on_request():
    text = "Two were killed in the war."
    assert find_loaded(text) == []
    assert [hit[2] for hit in find_loaded(text, include_weak=True)] == ["kill", "war"]


def test_scare_quotes_are_found_and_what_stands_in_them_is_marked():
    table = loaded_terms("The “thugs” of Varn and their 'liberated' quarter are a disgrace.")
    rows = table[["text", "term", "category", "scare"]].values.tolist()
    assert ["thugs", "thug", "people_label", 1] in rows
    assert ["thugs", "“thugs”", "scare_quotes", 1] in rows
    assert ["liberated", "“liberated”", "scare_quotes", 1] in rows
    assert ["disgrace", "disgrace", "moral", 0] in rows


@pytest.mark.parametrize(
    ("text", "scare"),
    [
        ("The mayor wants to 'cleanse' the quarter.", ["cleanse"]),
        ("We in Varn saw the board and its “free” tolls.", ["free"]),
        ("Ana Lund said she hoped the swap would “clear the air” in Varn.", []),  # some of her words, not a scare quote
        ("The board keeps its ‘fair’ tolls.", ["fair"]),
        ("Clerk ran mill as ‘private club’, court told", []),
        ("The so-called “fair share” was paid.", []),  # so-called is the hit
        ("This is known as “bird lung” in Orr.", []),
        ("She was called out to “more than 90” sheds.", []),
    ],
)
def test_scare_quotes_are_neither_told_speech_nor_terms(text, scare):
    table = loaded_terms(text)
    assert table[table.category == "scare_quotes"].text.tolist() == scare


def test_a_table_of_terms_points_at_its_text():
    text = "\n".join(case["text"] for case in CASES)
    table = loaded_terms(text)
    assert list(table.columns) == ["start", "end", "text", "term", "category", "charge", "scare"]
    assert len(table) > 20
    assert all(text[a:b] == words for a, b, words in table[["start", "end", "text"]].itertuples(index=False))
    assert loaded_terms("").empty


def test_terms_of_spans_keep_document_offsets_and_voice(spans, loaded):
    enforce(loaded, "loaded_terms")
    assert loaded.term.tolist() == ["regime", "lie", "regime", "crush", "regime"]
    assert loaded.voice.tolist() == ["own"] * 3 + ["quoted"] * 2
    quoted = loaded[loaded.voice == "quoted"]
    assert [QUOTED[a - 100 : b - 100] for a, b in zip(quoted.start, quoted.end, strict=True)] == ["crush", "regime"]


def test_a_scare_quote_outside_kept_lines_has_no_row(spans):
    quotes = pd.DataFrame(
        [("a", 4, 10, "regime", 1), ("a", 900, 905, "thugs", 1), ("a", 17, 22, "They ", 0)],
        columns=["document", "start", "end", "text", "scare"],
    )
    table = enforce(loaded_in_spans(spans, quotes), "loaded_terms")
    assert table[table.scare == 1].term.tolist() == ["regime", "“regime”"]


# Frequency


def test_frequency_list_counts_lemmas():
    table = frequency_list(pd.DataFrame({"text": ["Boats sank.", "The boat sank 3 times."]})).set_index("term")
    assert table.n["boat"] == 2
    assert table.n_spans["boat"] == 2
    assert "3" not in table.index
    assert table.rate.sum() == pytest.approx(10_000)


def test_term_frequency_gives_rate_and_interval(loaded, spans, documents):
    table = term_frequency(loaded, spans, documents, voice="own")
    enforce(table, "term_frequency")
    regime = table[table.term == "regime"].iloc[0]
    assert (regime.source, regime.n, regime.size_tokens) == ("Gazette", 2, 13)
    assert regime.rate == pytest.approx(2 / 13 * 10_000)
    assert regime.low <= regime.rate <= regime.high
    assert set(table.source) == {"Gazette"}
    both = term_frequency(loaded, spans, documents)
    assert both[both.term == "regime"].n.tolist() == [3]
    with pytest.raises(ValueError, match="voice"):
        term_frequency(loaded, spans, documents, voice="loud")


def test_intervals_cover_the_rate_and_are_the_same_each_time(documents):
    rng = np.random.default_rng(1)
    texts = ["The regime fell." if x < 0.2 else "The council met in Varn." for x in rng.random(300)]
    rows = [("a", i, i, i * 50, i * 50 + len(t), "own", t) for i, t in enumerate(texts)]
    spans = pd.DataFrame(rows, columns=["document", "span", "line", "start", "end", "voice", "text"])
    hits = loaded_in_spans(spans, empty_table("quotes"))
    one, two = (term_frequency(hits, spans, documents) for _ in range(2))
    assert one.equals(two)
    row = one[one.term == "regime"].iloc[0]
    share, size = row.n / 300, row.size_tokens / 300
    spread = 10_000 * np.sqrt(share * (1 - share) / 300) / size * 1.96  # the size of spans hardly varies
    assert row.low == pytest.approx(row.rate - spread, rel=0.15)
    assert row.high == pytest.approx(row.rate + spread, rel=0.15)


def test_category_rates_keep_voices_apart_and_bound_silence(loaded, spans, documents):
    table = category_rates(loaded, spans, documents).set_index(["source", "voice", "category"])
    assert table.n["Gazette", "own", "delegitimising"] == 2
    assert table.n["Gazette", "quoted", "violence"] == 1
    assert table.n["Gazette", "own", "all"] == 3
    assert table.n_terms["Gazette", "own", "all"] == 2
    silent = table.loc["Courier", "own", "all"]
    assert (silent.n, silent.low) == (0, 0)
    assert silent.high == pytest.approx(3 / 13 * 10_000)
    assert ("Courier", "quoted", "all") not in table.index


def test_leaving_a_category_out_shows_what_hangs_on_it(loaded, spans, documents):
    table = leave_one_category_out(loaded, spans, documents, n_resamples=50)
    n = table[table.source == "Gazette"].set_index("left_out").n
    assert n[""] == 3
    assert n["delegitimising"] == 1
    assert table[table.left_out == ""].same_rank.eq(1).all()


def test_with_every_category_on_the_interval_is_the_one_of_the_rates(loaded, spans, documents):
    rates = category_rates(loaded, spans, documents)
    rates = rates[(rates.category == "all") & (rates.voice == "own")].set_index("source")
    whole = leave_one_category_out(loaded, spans, documents).query("left_out == ''").set_index("source")
    for bound in ("n", "rate", "low", "high"):
        assert whole[bound].to_dict() == rates[bound].to_dict()


def test_empty_tables_have_their_columns(spans, documents):
    none, no_spans = empty_table("loaded_terms"), spans.iloc[:0]
    assert loaded_in_spans(no_spans, empty_table("quotes")).empty
    enforce(term_frequency(none, no_spans, documents), "term_frequency")
    enforce(keyness_by_source(no_spans, documents), "keyness")
    for table in (
        category_rates(none, no_spans, documents), dispersion(none, no_spans), positions(none, no_spans, documents),
        collocates(no_spans, none), names_by_source(empty_table("names"), documents), frequency_list(no_spans),
        leave_one_category_out(none, no_spans, documents),
    ):
        assert table.empty
        assert len(table.columns) > 3
    assert names_table(empty_table("names"), documents).columns.tolist() == ["actor", "Gazette", "Courier"]


# Keyness against published worked examples


@pytest.mark.parametrize(
    ("n", "m", "size_n", "size_m", "expected"),
    [
        (12, 3, 100, 100, 5.782),  # the house example
        (52, 57, 50_000, 75_000, 2.652),  # Lancaster's course on the log-likelihood wizard: +2.65
        (3, 12, 100, 100, -5.782),  # the sign turns with the corpora
        (10, 0, 1_000, 1_000, 13.863),  # a cell of zero adds nothing: 20 ln 2
        (5, 10, 1_000, 2_000, 0.0),
    ],
)
def test_log_likelihood_of_worked_examples(n, m, size_n, size_m, expected):
    table = keyness(Counter(word=n, rest=size_n - n), Counter(word=m, rest=size_m - m))
    assert table.log_likelihood["word"] == pytest.approx(expected, abs=0.0005)


@pytest.mark.parametrize(
    ("n", "m", "size_n", "size_m", "expected"),
    [
        (12, 3, 100, 100, 2.0),  # four times as frequent is two doublings
        (52, 57, 50_000, 75_000, 0.4525),  # log2 of 1.04 / 0.76 per thousand
        (10, 0, 1_000, 1_000, 4.322),  # a zero counts as one half: log2 of 20
        (0, 16, 1_000, 1_000, -5.0),
    ],
)
def test_log_ratio_of_worked_examples(n, m, size_n, size_m, expected):
    row = keyness(Counter(word=n, rest=size_n - n), Counter(word=m, rest=size_m - m)).loc["word"]
    assert row.log_ratio == pytest.approx(expected, abs=0.0005)
    assert row.low < row.log_ratio < row.high


def test_keyness_table_can_be_asked_by_term():
    table = keyness(Counter(regime=12, say=88), Counter(regime=3, say=97))
    assert table.columns.tolist()[:7] == [
        "term", "n_target", "n_reference", "rate_target", "rate_reference", "log_likelihood", "log_ratio"
    ]
    assert table.loc["regime", "rate_target"] == 1200
    assert table.term.tolist() == table.index.tolist() == ["regime", "say"]
    assert table.q["regime"] == pytest.approx(2 * 0.01618, abs=0.0002)  # two terms, p of G2 5.78
    assert keyness(Counter(a=2), Counter(b=2)).empty
    with pytest.raises(ValueError, match="two corpora"):
        keyness(Counter(), Counter(a=1))


def test_log_odds_of_a_published_example():
    """Two short texts, a flat prior of .05: z ±.6894 and 0 (README of Wigder/fightin_words on GitHub)."""
    both = ["the", "the", "fox", "jumps", "over", "lazy", "pig"]
    one, two = Counter([*both, "quick", "brown"]), Counter([*both, "purple", "donkey"])
    one["fox"], two["fox"], two["lazier"] = 1, 0, 1
    two["lazy"] = 1
    prior = Counter(dict.fromkeys({*one, *two}, 0.05))
    table = log_odds(one, two, prior=prior)
    assert len(table) == 11
    for term in ("brown", "quick", "fox"):
        assert table.z[term] == pytest.approx(0.6894, abs=0.0005)
    for term in ("purple", "donkey", "lazier"):
        assert table.z[term] == pytest.approx(-0.6894, abs=0.0005)
    assert table.z["over"] == pytest.approx(0, abs=1e-9)


def test_log_odds_worked_by_hand():
    """12 of 100 against 3 of 100, both corpora as prior: ln(27/273) − ln(18/282), over √(1/27 + 1/18)."""
    row = log_odds(Counter(regime=12, say=88), Counter(regime=3, say=97)).loc["regime"]
    assert row.log_odds == pytest.approx(0.438, abs=0.0005)
    assert row.z == pytest.approx(1.439, abs=0.0005)
    heavier = log_odds(Counter(regime=12, say=88), Counter(regime=3, say=97), prior_size=2_000).loc["regime"]
    assert abs(heavier.log_odds) < abs(row.log_odds)
    with pytest.raises(ValueError, match="prior"):
        log_odds(Counter(a=1), Counter(b=1), prior=Counter())


def test_keyness_sets_each_source_against_the_others(spans, documents):
    table = keyness_by_source(spans, documents, min_count=2)
    enforce(table, "keyness")
    assert table.source.unique().tolist() == ["Gazette", "Courier"]
    top = table.groupby("source").first().term
    assert (top["Gazette"], top["Courier"]) == ("regime", "council")
    assert "the" not in set(keyness_by_source(spans, documents, min_count=2, left_out=frozenset({"the"})).term)
    assert keyness_by_source(spans[spans.document == "a"], documents).empty


# Dispersion, collocates, names


def test_dispersion_of_the_published_example():
    counts, sizes = [1, 2, 3, 4, 5], [9, 10, 10, 10, 11]  # Gries (2008)
    assert deviation_of_proportions(counts, sizes) == pytest.approx(0.18, abs=0.0005)
    assert juilland_d(counts, sizes) == pytest.approx(0.785, abs=0.0005)
    assert deviation_of_proportions([5, 5], [100, 100]) == 0
    assert juilland_d([0, 5], [100, 100]) == pytest.approx(0)
    assert np.isnan(deviation_of_proportions([0, 0], [1, 1]))
    with pytest.raises(ValueError, match="do not fit"):
        deviation_of_proportions([1], [1, 2])


def test_positions_run_from_nought_to_one(loaded, spans, documents):
    places = positions(loaded, spans, documents)
    assert len(places) == len(loaded)
    assert places.position.between(0, 1).all()
    assert places.position.iloc[0] == pytest.approx(1 / 18)
    spread = dispersion(loaded, spans).set_index("term")
    assert spread.n["regime"] == 3
    assert spread.dp.between(0, 1).all()


def test_collocates_stay_inside_the_span_and_leave_the_hit_out(spans, loaded):
    table = collocates(spans, loaded[loaded.term == "regime"], window=2, min_count=1).set_index("collocate")
    assert "regime" not in table.index
    assert table.n_near["the"] == 3
    assert "council" not in table.index
    assert table.log_dice.max() <= 14
    few = collocates(spans, loaded, window=2, min_count=1, left_out=frozenset({"the"}))
    assert "the" not in set(few.collocate)


def test_names_are_counted_by_source_with_their_charge(documents):
    rows = [("a", "council", "junta", "negative", "own", 0)] * 3 + [("a", "council", "council", "neutral", "own", 1)]
    rows += [("b", "council", "council", "neutral", "own", 0), ("b", "council", "junta", "negative", "quoted", 0)]
    names = pd.DataFrame(rows, columns=["document", "actor", "name", "charge", "voice", "scare"])
    counts = names_by_source(names, documents)
    assert counts.n.tolist() == [3, 1, 1, 1]
    assert counts.share.tolist() == [0.75, 0.25, 1.0, 1.0]
    assert counts.n_scare.sum() == 1
    wide = names_table(names, documents)
    assert wide.values.tolist() == [["council", "junta ▼ 3, council 1", "council 1"]]


# The benchmark


@pytest.mark.slow
@pytest.mark.skipif(not LOADED.exists(), reason="the benchmark of loaded words is not beside the project")
def test_loaded_words_keep_their_floor():
    floors = json.loads((ROOT / "tests" / "floors.json").read_text(encoding="utf-8"))["vocabulary"]
    spec = spec_from_file_location("score_loaded", LOADED / "score.py")
    score = module_from_spec(spec)
    spec.loader.exec_module(score)
    hits = misses = wrong = 0
    for line in (LOADED / "babe_dev.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        seen = score.words(row["text"])
        gold = score.norm(row["words"], seen, False)
        found = score.norm(loaded_terms(row["text"]).text.tolist(), seen, False)
        hits, wrong, misses = hits + len(gold & found), wrong + len(found - gold), misses + len(gold - found)
    assert hits / (hits + wrong) >= floors["loaded_precision"]
    assert 2 * hits / (2 * hits + wrong + misses) >= floors["loaded_f1"]
