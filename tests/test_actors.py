"""Names of sides and events: found, inflected, never overlapping; measured against the hand coding."""

import csv
import json
import re
import time
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.actors import HIT_COLUMNS, find_names, names_in_spans
from helpers.corpus.load import read_article
from helpers.tables import columns_of

HERE = Path(__file__).parent
ROOT = HERE.parent
SHARED = ROOT.parent / "shared" / "corpora" / "palmyra-2016"
CASES = json.loads((HERE / "cases" / "actors.json").read_text(encoding="utf-8"))
FLOORS = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))["actors"]
KEPT = ("title", "dek", "body", "quoted_block")
NAMES = [
    ("Government", "Varrick", "neutral"), ("Government", "regime", "negative"),
    ("Government", "Dallin's minion", "negative"),
    ("Guard", "Varrick regime force", "negative"),
    ("League", "River League", "neutral"), ("League", "League", "neutral"), ("League", "Leaguer", "neutral"),
    ("League", "RL", "neutral"), ("League", "pirate", "negative"), ("League", "river pirate horde", "negative"),
    ("League", "thug", "negative"), ("League", "un-free League", "negative"),
    ("Federation", "U.F.", "neutral"), ("Federation", "NORL", "neutral"), ("Islanders", "IS", "neutral"),
    ("Event", "liberate", "positive"), ("Event", "seize", "neutral"), ("Event", "fall", "neutral"),
    ("Event", "take control", "neutral"), ("Event", "recapture", "neutral"),
]
ACTORS = pd.DataFrame(NAMES, columns=["actor", "name", "charge"])


def marks(case: dict) -> list:
    return [pytest.mark.xfail(reason="needs the sense of the word, not its form")] if case["expect"] == "fail" else []


@pytest.mark.parametrize("case", [pytest.param(c, marks=marks(c), id=c["label"]) for c in CASES])
def test_case(case: dict) -> None:
    found = find_names(case["text"], ACTORS)
    assert found[["text", "actor", "charge"]].values.tolist() == case["expected"]


@settings(max_examples=80, deadline=None)
@given(st.text(alphabet=st.sampled_from(list("RLIS .-'’“”\nregimthugpas")), max_size=80))
def test_offsets_hold_and_hits_never_overlap(text: str) -> None:
    found = find_names(text, ACTORS)
    assert all(text[row.start:row.end] == row.text for row in found.itertuples())
    assert (found.start.to_numpy()[1:] >= found.end.to_numpy()[:-1]).all()


def test_nothing_to_find() -> None:
    for text, actors in (("", ACTORS), ("The regime fell.", ACTORS.iloc[:0])):
        found = find_names(text, actors)
        assert list(found.columns) == HIT_COLUMNS
        assert found.empty


def test_the_first_row_keeps_a_name_listed_twice() -> None:
    twice = pd.DataFrame([("A", "gull", "neutral"), ("B", "gull", "negative")], columns=["actor", "name", "charge"])
    assert find_names("Gulls.", twice).actor.tolist() == ["A"]


def test_names_in_spans_keep_voice_and_scare_quotes() -> None:
    text = "The regime “liberated” it. “Thugs,” she said."
    spans = pd.DataFrame([("d", 0, 1, 0, 26, "own", "", text[:26]), ("d", 1, 1, 28, 34, "quoted", "she", text[28:34])],
                         columns=["document", "span", "line", "start", "end", "voice", "speaker", "text"])
    quotes = pd.DataFrame([("d", 12, 21, 1), ("d", 28, 34, 0)], columns=["document", "start", "end", "scare"])
    found = names_in_spans(spans, ACTORS, quotes)
    assert list(found.columns) == columns_of("names")
    assert [text[row.start:row.end] for row in found.itertuples()] == ["regime", "liberated", "Thugs"]
    assert found.voice.tolist() == ["own", "own", "quoted"]
    assert found.scare.tolist() == [0, 1, 0]
    assert names_in_spans(spans.iloc[:0], ACTORS, quotes.iloc[:0]).columns.tolist() == columns_of("names")


@pytest.mark.parametrize("hostile", ["IS ", '"', "thug-", "U.F.", "so-called ", "a'"])
def test_hostile_text_takes_linear_time(hostile: str) -> None:
    began = time.process_time()
    find_names(hostile * 30_000, ACTORS)
    assert time.process_time() - began < 2


def kept_ranges(text: str, document: str, gold: Path) -> list[tuple[int, int]]:
    with open(gold / "lines.csv", encoding="utf-8", newline="") as handle:
        lines = {int(r["line"]) for r in csv.DictReader(handle) if r["document"] == document and r["label"] in KEPT}
    ranges, start = [], 0
    for number, line in enumerate(text.split("\n"), 1):
        ranges += [(start, start + len(line))] if number in lines else []
        start += len(line) + 1
    return ranges


def same_actor(gold: str, found: str) -> bool:
    """Events are coded by year in the Palmyra gold, which no list of names can tell apart."""
    plain = [re.sub(r"[\W_]", "", name.lower()) for name in (gold, found)]
    events = {"palmyracapture2016": "palmyratakenbyisis", "palmyraloss2015": "palmyratakenbyisis",
              "palmyrarecapturemar2016": "palmyraretakenbysyria"}
    return events.get(plain[0], plain[0]) == plain[1]


def measure(texts: dict[str, str], gold: Path, corpus: Path) -> dict[str, float]:
    actors = pd.read_csv(corpus / "actors.csv", dtype=str)
    with open(gold / "names.csv", encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    n_gold = n_found = n_right = n_actor = 0
    for document, text in texts.items():
        kept = kept_ranges(text, document, gold)
        found = [row for row in find_names(text, actors).itertuples() if any(a <= row.start < b for a, b in kept)]
        free = list(found)
        for row in (row for row in rows if row["document"] == document):
            start, end = int(row["start"]), int(row["end"])
            if not any(a <= start < b for a, b in kept):
                continue
            n_gold += 1
            hits = [hit for hit in free if hit.start < end and start < hit.end]
            if hits:
                best = max(hits, key=lambda hit: (same_actor(row["referent"], hit.actor), hit.end - hit.start))
                free.remove(best)
                n_right, n_actor = n_right + 1, n_actor + same_actor(row["referent"], best.actor)
        n_found += len(found)
    return {"precision": n_right / n_found, "recall": n_right / n_gold, "actor": n_actor / n_right}


@pytest.mark.skipif(not SHARED.is_dir(), reason="the Palmyra articles are not beside the project")
def test_palmyra_names_reach_their_floor() -> None:
    with open(SHARED / "gold" / "lines.csv", encoding="utf-8", newline="") as handle:
        documents = sorted({row["document"] for row in csv.DictReader(handle)})
    texts = {d: (SHARED / "articles" / f"{d}.txt").read_text(encoding="utf-8") for d in documents}
    score = measure(texts, SHARED / "gold", ROOT / "data" / "palmyra-2016")
    assert {key: round(value, 3) for key, value in score.items() if value < FLOORS["palmyra"][key]} == {}


def test_sample_names_reach_their_floor() -> None:
    corpus = ROOT / "data" / "sample"
    texts = {path.stem: read_article(path)[0] for path in (corpus / "articles").iterdir()}
    score = measure(texts, corpus / "gold", corpus)
    assert {key: round(value, 3) for key, value in score.items() if value < FLOORS["sample"][key]} == {}


EVENTS = pd.DataFrame(
    [("Wards", "Wards", "neutral", "side"), ("Fleet", "Fleet", "neutral", "side"),
     ("Osk taken by Wards", "fall of Osk", "neutral", "event"), ("Osk taken by Wards", "lose", "neutral", "event"),
     ("Osk taken by Wards", "capture", "neutral", "event"), ("Osk taken by Wards", "occupation", "negative", "event"),
     ("Osk taken by Wards", "homecoming", "positive", "event"), ("Osk taken by Wards", "blaze", "neutral", "event")],
    columns=["actor", "name", "charge", "kind"])


@pytest.mark.parametrize(("text", "expected"), [
    ("The Fleet lost Osk at dusk.", ["lost"]),
    ("It had been lost on a Tuesday in March.", []),  # "lost on" is ambiguous, and left out
    ("The joke was lost on the harbour master.", []),
    ("The Fleet lost no time in denying it.", []),
    ("The Fleet lost the town, and with it the pier.", ["lost"]),
    ("They captured nine ferries and a tug.", []),
    ("They captured the imagination of the coast.", []),
    ("They captured Osk on Monday.", ["captured"]),
    ("They captured Brenn on Monday.", []),
    ("Captured on Monday, it burns still.", ["Captured"]),
    ("The occupation goes on.", ["occupation"]),
    ("The occupation of the Dunmarch goes on.", []),
    ("The Wards' occupation goes on.", ["occupation"]),
    ("The Fleet occupation of the islands goes on.", []),
    ("Bakers still speak of the blaze of 1994.", []),
    ("Bakers still speak of the blaze.", ["blaze"]),
    ("A homecoming next week seems unlikely.", []),
    ("It was a homecoming, they sang.", ["homecoming"]),
])  # fmt: skip
def test_a_common_word_names_the_event_only_where_it_can(text: str, expected: list[str]) -> None:
    found = find_names(text, EVENTS)
    assert found.loc[found.actor.str.startswith("Osk"), "text"].tolist() == expected
