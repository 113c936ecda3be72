"""Scores per span and their drivers, means per source with intervals, sentiment toward a target."""

import json
import math
import re
import time

import numpy as np
import pandas as pd
import pytest
from conftest import ROOT, SHARED
from hypothesis import given, settings
from hypothesis import strategies as st
from textblob import TextBlob
from textblob.en import sentiment as pattern
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

from helpers.reports.answers import sentiment as answers
from helpers.sentiment import (
    ANALYZERS,
    balance_by_actor,
    class_probabilities,
    clear_mentions,
    course,
    driver_table,
    mean_by_source,
    open_contractions,
    order_of_sources,
    read_drivers,
    score_spans,
    score_targets,
    target_sentiment,
)
from helpers.sentiment.frames import frame_forms
from helpers.sentiment.learning import new_network, slopes_of
from helpers.sentiment.linear import softmax
from helpers.sentiment.network import FLAGS, Batch, forward
from helpers.sentiment.pattern import assess
from helpers.sentiment.reading import read_mention
from helpers.sentiment.roles import AGENT, GOVERNOR, OWNED, PASSIVE, VERB, parts_of
from helpers.sentiment.scores import score_textblob, score_vader
from helpers.sentiment.train import classes_of, measures, read_rows
from helpers.tables import columns_of, empty_table, enforce

TARGETS = json.loads((ROOT / "tests/cases/sentiment_targets.json").read_text(encoding="utf-8"))
FLOORS = json.loads((ROOT / "tests/floors.json").read_text(encoding="utf-8"))["sentiment"]
NEWS = SHARED / "benchmarks" / "targets"
SENTENCES = [
    "The harbour was calm.",
    "It wasn't a good plan, and many more people didn't like it!",
    "A TERRIBLE, terrible night 😀, but the rescue was great.",
    "No help came; the kind of help they wanted least.",
]


def spans_of(*texts: str, voice: str = "own", document: str = "a") -> pd.DataFrame:
    ends = np.cumsum([len(text) + 1 for text in texts])
    starts = [0, *ends[:-1]] if len(texts) else []
    rows = [(document, i, 1, s, s + len(t), voice, "", t) for i, (s, t) in enumerate(zip(starts, texts, strict=True))]
    return pd.DataFrame(rows, columns=columns_of("spans"))


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("It isn't so.", "It is not so."),
        ("They couldn’t stay", "They could not stay"),
        ("DON'T", "DO not"),
        ("cannot", "can not"),
        ("the count's nut", "the count's nut"),
    ],
)
def test_contractions_are_opened(text, mended):
    assert open_contractions(text) == mended


@pytest.mark.parametrize("word", ["wasn't", "isn’t", "was not"])
def test_a_contraction_negates(word):
    score = score_textblob(f"The plan {word} good.")
    assert score.polarity == pytest.approx(-0.35)
    assert [hit.words for hit in score.hits] == ["not good"]


@pytest.mark.parametrize("text", SENTENCES)
def test_instruments_say_what_their_authors_say(text):
    assert score_vader(text).polarity == SentimentIntensityAnalyzer().polarity_scores(text)["compound"]
    textblob = TextBlob(open_contractions(text)).sentiment
    assert score_textblob(text).polarity == pytest.approx(textblob.polarity)
    assert score_textblob(text).subjectivity == pytest.approx(textblob.subjectivity)


MOVING = """good bad not very no never n't terribly So this least without doubt kind of but the bomb GOOD HARBOUR
extremely really a an mayor's Mr. U.S. 5.2 great. awful, (terrible) " “ ” ' ’ ! ? ... ( ) (!) :) : ) :-( ;) XD O_O <3 ♥
😀 8) end. Wait... it's END-OF-SENTENCE sort nor none hardly beating heart more most slightly —""".split()  # noqa: SIM905
SEPARATORS = st.sampled_from([" ", " ", " ", "", "\n", "\n\n", "  "])
JUMBLE = st.lists(st.tuples(st.sampled_from(MOVING), SEPARATORS), max_size=14).map(
    lambda parts: "".join(word + gap for word, gap in parts)
)
VADER = SentimentIntensityAnalyzer()


@given(JUMBLE)
@settings(max_examples=400, deadline=None)
def test_the_quick_way_to_textblob_says_what_textblob_says(text):
    assert assess(text) == [(words, polarity, rest) for words, polarity, rest, _ in pattern(text).assessments]


@given(JUMBLE)
@settings(max_examples=400, deadline=None)
def test_the_quick_way_to_vader_says_what_vader_says(text):
    text = re.sub("([♥😀])", r" \1 ", text)  # its author parts no emoji from the word after it
    assert score_vader(text).polarity == VADER.polarity_scores(text.replace("’", "'").strip())["compound"]


def test_a_label_by_a_hair_is_no_example():
    told = pd.DataFrame({"label": ["neg", "pos", "pos", "neu", "neg"], "score": [-0.9, 0.04, 0.7, 0.6, -0.5]})
    assert clear_mentions(told, "neg").index.tolist() == [0, 4]
    assert clear_mentions(told, "pos").index.tolist() == [2]
    assert clear_mentions(told.head(0), "pos").empty


def test_quantifiers_stand_apart():
    row = score_spans(spans_of("Many more ships of its own came, and a terrible storm."), ("textblob",)).iloc[0]
    assert row["drivers"] == "terrible −1.00"
    assert [words for words, _ in read_drivers(row["quantifiers"])] == ["many", "more", "own"]
    assert row["polarity_without_quantifiers"] == -1.0
    assert row["polarity"] == pytest.approx((0.5 + 0.5 + 0.6 - 1.0) / 4)
    assert row["n_hits"] == 4


def test_a_quantifier_that_only_strengthens_is_no_quantifier():
    assert score_spans(spans_of("A very good day."), ("textblob",)).iloc[0]["drivers"] == "very good +0.91"


def test_a_silent_span_scores_zero_and_is_counted():
    spans = spans_of("The convoy left Karsk at noon.", "A terrible storm.")
    scores = score_spans(spans, ANALYZERS)
    assert scores.loc[scores["span"] == 0, "n_hits"].tolist() == [0, 0, 0]
    assert scores.loc[scores["span"] == 0, "polarity"].tolist() == [0.0, 0.0, 0.0]
    table = mean_by_source(scores, spans, pd.DataFrame({"document": ["a"], "source": ["Post"]}))
    assert table["n_silent"].tolist() == [1, 1, 1]


def test_the_own_list_knows_words_of_war_that_the_others_do_not():
    row = score_spans(spans_of("The militia massacred villagers."), ANALYZERS).set_index("analyzer")
    assert row.loc["textblob", "n_hits"] == 0
    assert row.loc["counterpoint", "polarity"] < -0.5


def test_an_unknown_analyzer_is_named():
    with pytest.raises(ValueError, match="afinn"):
        score_spans(spans_of("Good."), ("afinn",))


def test_the_codebook_accepts_every_table():
    spans = spans_of("Orlan was brave.", "The Karsk Guard fled.")
    documents = pd.DataFrame({"document": ["a"], "source": ["Post"]})
    names = pd.DataFrame({"document": "a", "span": [0], "start": [0], "end": [5], "actor": ["Mayor"]})
    scores, targets = score_spans(spans), score_targets(spans, names)
    assert len(enforce(scores, "sentiment")) == 4
    assert len(enforce(mean_by_source(scores, spans, documents), "sentiment_by_source")) == 2
    assert len(enforce(targets, "targets")) == 1


def test_nothing_in_nothing_out():
    spans, documents = empty_table("spans"), empty_table("documents")
    scores, targets = score_spans(spans), score_targets(spans, empty_table("names"))
    means = mean_by_source(scores, spans, documents)
    tables = [scores, targets, means, order_of_sources(means), driver_table(scores, spans, documents),
              course(scores, spans), balance_by_actor(targets, documents, spans)]
    assert [len(table) for table in tables] == [0] * 7
    assert set(columns_of("sentiment")) <= set(scores.columns)
    assert list(means.columns) == columns_of("sentiment_by_source")
    assert len(enforce(targets, "targets")) == 0


def test_the_interval_of_a_worked_example():
    """Half the spans 1, half 0: the mean of n has standard deviation 0.5 / sqrt(n), so 100 give 0.5 ± 0.098."""
    spans = spans_of(*["x"] * 100)
    scores = spans[["document", "span"]].assign(analyzer="textblob", polarity=[0.0, 1.0] * 50, n_hits=1)
    documents = pd.DataFrame({"document": ["a"], "source": ["Post"]})
    row = mean_by_source(scores, spans, documents).iloc[0]
    assert row["mean"] == 0.5
    assert row["low"] == pytest.approx(0.402, abs=0.015)
    assert row["high"] == pytest.approx(0.598, abs=0.015)
    again = mean_by_source(scores, spans, documents).iloc[0]
    assert (row["low"], row["high"]) == (again["low"], again["high"])


def test_no_order_where_intervals_overlap():
    means = pd.DataFrame({
        "source": ["A", "B", "C"], "voice": "own", "analyzer": "vader", "n_spans": 9, "n_silent": 0,
        "mean": [0.1, 0.2, 0.5], "low": [0.0, 0.1, 0.4], "high": [0.2, 0.3, 0.6],
    })
    pairs = order_of_sources(means).set_index(["source", "other"])["order"].to_dict()
    assert pairs == {("A", "B"): "none", ("A", "C"): "lower", ("B", "C"): "lower"}


def test_drivers_are_told_by_source_and_voice():
    spans = pd.concat([spans_of("A terrible, terrible day.", "More ships."), spans_of("A good day.", document="b")])
    scores = score_spans(spans, ("textblob",))
    documents = pd.DataFrame({"document": ["a", "b"], "source": ["Post", "Echo"]})
    table = driver_table(scores, spans, documents).set_index(["source", "words"])
    assert table.loc[("Post", "terrible"), ["n", "total", "quantifier"]].tolist() == [2, -2.0, 0]
    assert table.loc[("Post", "more"), "quantifier"] == 1
    assert table.loc["Post", "share_total"].sum() == pytest.approx(1.0)


@pytest.mark.parametrize("case", TARGETS, ids=lambda case: case["label"])
def test_sentiment_toward_a_target(case):
    start, end = case["text"].index("["), case["text"].index("]") - 1
    sentence = case["text"].replace("[", "").replace("]", "")
    assert target_sentiment(sentence, start, end) == case["expected"]


def test_a_name_alone_has_no_charge():
    """The same words about anyone give the same answer: names are not read."""
    frame = "{} was accused of fraud, though voters admire the candidate."
    names = ["Orlan", "Velmar Dask", "Ilse Torvin", "Brannoch"]
    chances = class_probabilities([(frame.format(name), 0, len(name)) for name in names])
    assert np.ptp(chances, axis=0)[0] < 0.1
    assert np.allclose(chances[0], chances[3], atol=1e-6)


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 3), (0, 99)])
def test_offsets_outside_of_the_sentence_are_refused(start, end):
    with pytest.raises(ValueError, match="no mention"):
        target_sentiment("Orlan spoke.", start, end)


def test_mentions_of_the_event_are_left_out():
    spans = spans_of("The Karsk Guard looted the town in the battle.")
    names = pd.DataFrame({"document": "a", "span": 0, "start": [4, 38], "end": [15, 44], "actor": ["Guard", "battle"]})
    actors = pd.DataFrame({"actor": ["Guard", "battle"], "kind": ["side", "event"]})
    targets = score_targets(spans, names, actors)
    assert targets["actor"].tolist() == ["Guard"]
    assert -1 <= targets["score"].iloc[0] <= 1


def test_balance_counts_labels():
    spans = pd.concat([spans_of("x", "y", "z"), spans_of("q", voice="quoted").assign(span=3)], ignore_index=True)
    targets = pd.DataFrame({"document": "a", "span": range(4), "actor": "Guard", "label": ["neg", "neg", "pos", "neu"]})
    table = balance_by_actor(targets, pd.DataFrame({"document": ["a"], "source": ["Post"]}), spans).set_index("voice")
    assert table.index.tolist() == ["own", "quoted"]  # never added together
    assert table.loc["own", ["n_neg", "n_neu", "n_pos", "n"]].tolist() == [2, 0, 1, 3]
    assert table.loc["own", "balance"] == pytest.approx(-1 / 3)
    assert table.loc["quoted", ["n_neu", "balance"]].tolist() == [1, 0.0]
    assert table.loc["quoted", ["p", "q"]].isna().all()


def balance_of(labels: dict[str, list[str]], *, a_span: int = 1) -> pd.DataFrame:
    """Own-voice mentions of one actor by source, `a_span` of them in each span."""
    rows = [(source, n // a_span, label) for source, told in labels.items() for n, label in enumerate(told)]
    targets = pd.DataFrame(rows, columns=["document", "span", "label"]).assign(actor="Guard")
    documents = pd.DataFrame({"document": list(labels), "source": list(labels)})
    spans = targets[["document", "span"]].drop_duplicates().assign(voice="own")
    return balance_by_actor(targets, documents, spans).set_index("source")


def test_few_mentions_all_alike_make_no_finding():
    table = balance_of({"A": ["neg"] * 3, "B": ["neg"] * 9 + ["neu"] * 9, "C": ["neg", "pos"] * 3})
    assert table.p.tolist() == [0.25, pytest.approx(2 / 512), 1.0]
    assert table.q.isna().tolist() == [True, False, False]
    assert table.q["B"] == pytest.approx(4 / 512)  # corrected for the two that can be tested
    assert table.low["A"] == -1 and table.high["A"] > 0  # three alike do not settle it
    assert table.high["B"] < 0
    told = answers.targets_answer(table.reset_index())
    assert told.startswith("One of two pairs of source and actor leans to one side in a source's own words (sign")
    assert "B on Guard: 9 negative, 0 positive of 18 mentions; balance −0.50 (" in told
    assert "One other pair has under 6 sentences" in told
    assert "(one pair of source and actor tested: sign" in answers.targets_answer(table.drop("B").reset_index())
    assert "(no pairs of source and actor tested: sign" in answers.targets_answer(table.loc[["A"]].reset_index())


def test_mentions_of_one_sentence_count_once():
    apart, together = balance_of({"A": ["neg"] * 8}), balance_of({"A": ["neg"] * 8}, a_span=4)
    assert apart.n.tolist() == together.n.tolist() == [8]
    assert apart.p["A"] < 0.01 and together.p["A"] == 0.5
    assert together.high["A"] > apart.high["A"]


def test_the_words_of_the_list_are_inflected():
    forms = frame_forms()
    assert {"denied", "lying", "fought", "heroes", "bravely", "condemns", "stabbed"} <= set(forms)
    assert {"harsher", "bravest", "happiest", "nastiness", "saddest", "humbly"} <= set(forms)
    assert all(-1 <= frame.tone <= 1 for frames in forms.values() for frame in frames)


def _random_batch(random: np.random.Generator) -> Batch:
    """Three windows of six, four and one words, each with a gap of two."""
    lengths = np.array([6, 4, 1])
    real = np.concatenate([[1] * size + [0, 0] for size in lengths])
    frames = random.integers(0, 7, (len(real), 3)) * real[:, None]
    values = random.normal(size=(len(real), 7 + FLAGS)) * real[:, None]
    return Batch(random.integers(1, 9, len(real)) * real, random.integers(1, 5, len(real)) * real, frames,
                 np.arange(len(real)), random.integers(0, 20, len(real)), random.integers(0, 9, len(real)), values,
                 np.repeat(np.arange(3), lengths + 2), real[:, None].astype(float), np.array([0, 8, 14]), lengths,
                 random.normal(size=(3, 4)))


def test_the_backward_pass_is_the_slope_of_the_loss(monkeypatch):
    """Finite differences of the loss agree with the slopes written out by hand, dropout off."""
    for dropout in ("DROPOUT", "WORD_DROPOUT", "SUM_DROPOUT"):
        monkeypatch.setattr(f"helpers.sentiment.learning.{dropout}", 0.0)
    random = np.random.default_rng(1)
    batch, wanted = _random_batch(random), np.eye(3)[[0, 2, 1]] * 0.9 + 0.1 / 3
    net = {name: weights.astype(np.float64) for name, weights in new_network(10, 6, 7 + FLAGS, 4, random).items()}

    def loss() -> float:
        return float(-(wanted * np.log(softmax(forward(batch, net)))).sum() / 3)

    slopes = slopes_of(batch, wanted, net, random)
    for name, at in (("out", (5, 1)), ("conv", (40, 7)), ("gate", (3, 1)), ("words", (batch.words[2], 4)),
                     ("frames", (batch.frames[2, 1] or 1, 2)), ("places", (batch.places[9], 3)), ("side", (2, 1)),
                     ("roles", (batch.roles[9], 1)), ("conv_bias", 3), ("gate_bias", 0), ("side_bias", 5)):
        before, step = net[name][at], 1e-5
        net[name][at] = before + step
        higher = loss()
        net[name][at] = before - step
        lower = loss()
        net[name][at] = before
        assert slopes[name][at] == pytest.approx((higher - lower) / (2 * step), rel=0.02, abs=2e-5), name


def test_a_mention_scores_the_same_in_any_company():
    """What a sentence says of someone is the same to the last bit, whatever else the corpus holds."""
    texts = [case["text"].replace("[", "").replace("]", "") for case in TARGETS]
    mentions = [(text, case["text"].index("["), case["text"].index("]") - 1)
                for text, case in zip(texts, TARGETS, strict=True)]
    alone = np.concatenate([class_probabilities([mention]) for mention in mentions])
    assert np.array_equal(alone, class_probabilities(mentions))
    crowd = [(" ".join(texts[: i % 9]) + text, 0, 1 + i % 4) for i, text in enumerate(texts * 40)]
    assert np.array_equal(alone, class_probabilities([*crowd[:301], *mentions, *crowd[301:]])[301 : 301 + len(alone)])
    assert np.array_equal(alone[::-1], class_probabilities(mentions[::-1]))


def test_mentions_of_one_sentence_are_told_apart():
    sentence = "Orlan praised Dask, but Torvin called Brannoch a liar."
    told = [target_sentiment(sentence, sentence.index(name), sentence.index(name) + len(name))
            for name in ("Dask", "Brannoch")]
    assert told == ["pos", "neg"]


@pytest.mark.parametrize(("marked", "token", "role"), [
    ("[Orlan] has never lied.", "lied", VERB),
    ("[Orlan] was accused of fraud.", "accused", PASSIVE),
    ("Critics praised Mayor [Orlan].", "praised", GOVERNOR),
    ("A plan drawn up by [Orlan] failed.", "up", AGENT),
    ("[Orlan]'s courage", "courage", OWNED),
])
def test_words_play_roles_for_a_mention(marked, token, role):
    reading = read_mention(marked.replace("[", "").replace("]", ""), marked.index("["), marked.index("]") - 1)
    assert (reading.sentence.lows.index(token), role) in [part[:2] for part in parts_of(reading)]


@pytest.mark.parametrize("text", ['"' * 300_000, "a" * 300_000, "(" * 300_000, "not " * 80_000])
def test_hostile_input_takes_no_time(text):
    began = time.perf_counter()
    score_spans(spans_of(text), ANALYZERS)
    target_sentiment(text, 5, 9)
    assert time.perf_counter() - began < 2


def test_figures_of_a_worked_example():
    result = measures(np.array([0, 0, 1, 2]), np.array([0, 2, 1, 2]))
    assert result["macro_f1"] == pytest.approx((2 / 3 + 1 + 2 / 3) / 3, abs=1e-4)
    assert result["flip_rate"] == pytest.approx(1 / 3, abs=1e-4)


def test_the_weights_are_small_and_say_where_they_come_from():
    assert (ROOT / "data/models/target_sentiment.npz").stat().st_size <= 1_000_000
    notes = json.loads((ROOT / "data/models/target_sentiment.json").read_text(encoding="utf-8"))
    assert "MIT" in notes["notice"] and "Hamborg & Donnay 2021" in notes["trained_on"]


def test_the_part_set_aside_scores_as_what_was_tuned_on():
    """The figure that choices were made by and that of the fifth no choice saw are told, and lie close together."""
    told = json.loads((ROOT / "data/models/target_sentiment.json").read_text(encoding="utf-8"))["measured"]
    chosen, aside = (next(told[what] for what in told if what.startswith(begin)) for begin in ("chosen", "set aside"))
    assert chosen["n"] + aside["n"] == 8733
    assert abs(chosen["macro_f1"] - aside["macro_f1"]) <= 0.03


@pytest.mark.parametrize("split", ["dev_rw", "dev_mt"])
def test_the_model_stays_above_its_floor(split):
    path = NEWS / f"newsmtsc_{split}.jsonl"
    if not path.exists():
        pytest.skip("NewsMTSC is not here (../shared/benchmarks/targets)")
    rows = read_rows(path)
    mentions = [(row["sentence"], row["from"], row["to"]) for row in rows]
    result = measures(classes_of(rows), class_probabilities(mentions).argmax(axis=1))
    assert result["macro_f1"] >= FLOORS[f"{split}_macro_f1"]
    assert result["flip_rate"] <= FLOORS[f"{split}_flips"]
    assert not math.isnan(result["macro_f1"])
