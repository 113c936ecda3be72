"""What figures count, who vouches for them, which of them tell one quantity."""

import json
import math
import subprocess
import sys
import time
from itertools import product
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.figures import (
    arithmetic,
    charge_of,
    claimant_type,
    compare,
    find_figures,
    find_figures_in,
    group_figures,
    opposite_spin,
    other_numbers,
    sorts,
)
from helpers.figures.common import Block, common_of_pairs, enough, evidence, traits_of
from helpers.figures.purpose import shared_purpose
from helpers.figures.signature import Signature
from helpers.figures.unlike import Known, unlike
from helpers.sentences import split_sentences
from helpers.voice import cut_by_voice, find_quotes

CASES = Path(__file__).parent / "cases"
COLUMNS = [
    "start", "end", "text", "low", "best", "high", "op", "unit", "noun", "kind", "claimant", "claimant_type", "relay",
    "cue", "stance", "particles", "spin",
]  # fmt: skip
SPAN_COLUMNS = ["span", "line", "start", "end", "voice", "speaker", "text"]


def cases(name: str) -> list:
    """Cases of a file as parameters; one that is expected to fail is a strict xfail."""
    rows = json.loads((CASES / f"{name}.json").read_text(encoding="utf-8"))
    marks = {"pass": (), "fail": (pytest.mark.xfail(strict=True),)}
    return [pytest.param(row, id=row["label"], marks=marks[row["expect"]]) for row in rows]


def corpus(texts: list[str]) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Figures, spans and documents of texts, one document each, every sentence one own span."""
    figures, spans, documents = [], [], []
    for number, text in enumerate(texts):
        name = f"d{number}"
        rows = [(n, 1, a, b, "own", "", text[a:b]) for n, (a, b) in enumerate(split_sentences(text))]
        spans.append(pd.DataFrame(rows, columns=SPAN_COLUMNS).assign(document=name))
        figures.append(find_figures(text).assign(document=name))
        documents.append((name, f"Source {number}", "2031-05-0" + str(1 + number)))
    told = pd.DataFrame(documents, columns=["document", "source", "published"])
    return pd.concat(figures, ignore_index=True), pd.concat(spans, ignore_index=True), told


@pytest.mark.parametrize("case", cases("figures"))
def test_figures_are_read(case):
    found = find_figures(case["text"])
    got = found[["text", "noun", "claimant", "stance"]].values.tolist()
    assert len(got) == len(case["expected"]), got
    for row, wanted in zip(got, case["expected"], strict=True):
        assert [value if want is not None else None for value, want in zip(row, wanted, strict=True)] == wanted


@pytest.mark.parametrize("case", cases("figure_groups"))
def test_figures_are_grouped_by_what_they_tell(case):
    figures, groups = group_figures(*corpus(case["texts"]))
    by_document = figures.groupby("group")["document"].agg(lambda names: sorted(int(name[1:]) for name in names))
    assert sorted(by_document.tolist()) == case["expected"], groups["why"].tolist()


def test_columns_offsets_and_empty_input():
    text = "The board said “about 30 nets” were lost; 4 ferries sank off Orrin on 3 May 2031."
    found = find_figures(text)
    assert list(found.columns) == COLUMNS
    assert [text[a:b] for a, b in zip(found["start"], found["end"], strict=True)] == found["text"].tolist()
    others = other_numbers(text)
    assert [text[a:b] for a, b in zip(others["start"], others["end"], strict=True)] == others["text"].tolist()
    for empty in ("", "  \n", "Nobody came."):
        assert list(find_figures(empty).columns) == COLUMNS and find_figures(empty).empty
        assert list(other_numbers(empty).columns) == ["start", "end", "text", "reason"]
    figures, groups = group_figures(*corpus(["Nobody came."]))
    assert figures.empty and groups.empty and {"group", "own_side"} <= set(figures.columns)


def test_in_a_row_of_figures_without_end_the_last_claim_goes_on():
    row = ", ".join(f"{number} boats in the harbour of Orrin" for number in range(2, 90))
    found = find_figures(f"The ministry said that it had counted {row}.")
    assert len(found) == 88 and set(found.claimant) == {"The ministry"} and set(found.noun) == {"boats"}


def test_a_quoted_block_speaks_for_its_figures():
    text = "Lena Hoyt wrote:\nAll 60 barns burned.\n15 clerks left, said the Lake Board.\nI counted 9 barns."
    bounds = [(at, at + len(line)) for at, line in zip((0, 17, 38, 74), text.split("\n"), strict=True)]
    labels = ["body", "quoted_block", "quoted_block", "boilerplate"]
    kept = [int(label != "boilerplate") for label in labels]
    lines = pd.DataFrame(bounds, columns=["start", "end"]).assign(line=[1, 2, 3, 4], label=labels, kept=kept, rule="")
    voices = [("own", ""), ("quoted", "Lena Hoyt"), ("quoted", "Lena Hoyt")]
    rows = [(n, n + 1, a, b, *voices[n], text[a:b]) for n, (a, b) in enumerate(bounds[:3])]
    spans = pd.DataFrame(rows, columns=SPAN_COLUMNS)
    quotes = pd.DataFrame(columns=["start", "end", "text", "speaker", "cue", "scare", "closed"])
    figures, _ = find_figures_in(text, lines, quotes, spans)
    assert figures[["span", "voice", "claimant", "relay"]].values.tolist() == [
        [1, "quoted", "Lena Hoyt", ""],
        [2, "quoted", "the Lake Board", "Lena Hoyt"],
    ]


def test_groups_tell_verdict_ratio_and_silence():
    texts = [
        "The League attacked Orrin with 4,000 fighters.",
        "The League stormed into Orrin with more than 5,000 militants.",
        "The mill in Orrin is shut.",
    ]
    row = group_figures(*corpus(texts))[1].iloc[0]
    told = row[["n_figures", "n_sources", "verdict", "silent_sources"]].tolist()
    assert told == [2, 2, "conflicts", "Source 2"]
    assert row["ratio"] == pytest.approx(1.25) and row["low"] == 4000 and math.isinf(row["high"])
    assert row["label"] == "fighters attacking Orrin"
    assert row["why"] == (
        "Brought together because all count fighters (fighters, militants) who attack, name League and Orrin, and "
        "stand in articles of 1–2 May 2031."
    )


def test_labels_are_short_phrases_unlike_each_other():
    texts = [
        "The League sent 40 boats to Orrin. It owns 40 boats at Gull Point. Orrin lies 12 km from Gull Point.",
        "It rained for six days. Of 90 barns 4 sank. The feud is a nine-year feud. It cost 5m dollars, then 6m.",
    ]
    labels = group_figures(*corpus(texts))[1]["label"].tolist()
    assert len(set(labels)) == len(labels) and max(map(len, labels)) <= 50
    assert {"duration in days", "duration in years: feud"} <= set(labels)
    assert any(label.startswith("distance in km: ") for label in labels)


def test_labels_hold_no_empty_part_and_name_what_is_told():
    texts = [
        "The guild wants a raise of 4 per cent. Guild Ports stored 20 tonnes of salt. The ferry has 40 oars.",
        "A rowers' feud lasted for six days. The rowers' feud lasted for eight days in Orrin. The feud is 9 days old.",
        "The mill has 70 bells. The mill at Gull Point bought 90 bells. The bank gave 5m dollars, then 6m.",
    ]
    labels = group_figures(*corpus(texts))[1]["label"].tolist()
    assert len(set(labels)) == len(labels) and {"raise in % demanded", "weight in tonnes"} <= set(labels), labels
    assert not [label for label in labels if "– –" in label or label.rstrip().endswith(("–", ":"))]


def test_a_label_that_two_sources_share_names_neither():
    told = Signature(0, "a", "Post", 1.0, 0, "people_other", "rowers", "rowers", "", False, "", "", *[frozenset()] * 7,
                     False, "", "Post", False)  # fmt: skip
    other = told._replace(row=1, document="b", source="Echo", claimant="author")
    groups, known = [[told, other], [told]], Known({}, frozenset(), frozenset())
    assert unlike(["rowers", "rowers"], groups, known) == ["rowers", "rowers – Post"]
    assert unlike(["rowers", "rowers"], [[told, other]] * 2, known) == ["rowers – 1", "rowers – 2"]
    long = "rowers of the harbour, of the mill and of the town"
    assert unlike([long] * 2, [[told]] * 2, known) == ["rowers of the harbour, of the mill and of the – 1",
                                                      "rowers of the harbour, of the mill and of the – 2"]  # fmt: skip


def test_who_is_let_go_is_not_called_rescued():
    told = ["Sixteen people were released in Orrin.", "In Orrin sixteen people were freed, a clerk said."]
    assert group_figures(*corpus(told))[1][["label", "verdict"]].values.tolist() == [
        ["people released in Orrin", "agrees"]
    ]


def test_every_figure_has_a_group_and_values_never_matter():
    texts = ["The League attacked Orrin with 4,000 fighters.", "The League attacked Orrin with 7 fighters."]
    figures, groups = group_figures(*corpus(texts))
    assert figures["group"].nunique() == 1 and set(figures["group"]) == set(groups["group"])
    other, _ = group_figures(*corpus([texts[0], "The League sold 4,000 goats."]))
    assert other["group"].nunique() == 2


def test_a_side_counts_its_enemys_losses():
    text = "The Guard says it killed more than 60 League fighters near Orrin."
    figures, spans, documents = corpus([text])
    names = pd.DataFrame(
        [("d0", 4, 9, "Guard", "Guard"), ("d0", 38, 44, "League", "League")],
        columns=["document", "start", "end", "text", "actor"],
    )
    assert group_figures(figures, spans, documents, names)[0]["own_side"].tolist() == [1]
    assert group_figures(figures, spans, documents)[0]["own_side"].tolist() == [0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Guard said that 7 guards were hurt, two of them badly.", [0, 0]),
        ("The League put the number of arrests at 40.", [0]),
        ("The Guard said that 9 people had died in the fire at the League mill.", [0]),
        ("The League said barely 90 people got out of Orrin.", [0]),
        ("The Guard said it had rescued 90 people.", [1]),
        ("The Guard said that 90 people were detained.", [0]),
        ("The Guard said it had killed 40 militants.", [1]),
        ("The Guard said all gauges were sound and 20 tonnes of salt were in safety.", [0]),
    ],
)
def test_own_losses_and_the_dead_of_an_accident_are_no_success(text, expected):
    figures, spans, documents = corpus([text])
    named = [("Guard", "Guard"), ("guards", "Guard"), ("guard", "Guard"), ("League", "League")]
    hits = [("d0", text.find(name), text.find(name) + len(name), name, actor) for name, actor in named if name in text]
    names = pd.DataFrame(hits, columns=["document", "start", "end", "text", "actor"])
    told, groups = group_figures(figures, spans, documents, names)
    assert told["own_side"].tolist() == expected
    assert "people detained (Guard)" not in groups["label"].tolist()  # they are not the Guard's


def test_one_quantity_with_opposite_spin():
    texts = [
        "The Guard helped more than 70% of Orrin's residents leave.",
        "Unfortunately only some 70 per cent of Orrin's residents had been evacuated.",
    ]
    figures, groups = group_figures(*corpus(texts))
    pair = opposite_spin(figures, groups).iloc[0]
    assert (pair["document"], pair["charge"], pair["other_document"], pair["other_charge"]) == ("d0", 1, "d1", -1)
    assert charge_of("", "") == 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("All but 150 of the 600 villagers left.", ("remainder", 450)),
        ("There are 58 cooks plus 42 waiters on the ship.", ("sum", 100)),
        ("The board sent an additional 20 nurses, bringing the total to 50.", ("before", 30)),
        ("The storm killed 40 sailors, including 10 cadets.", ("share", 25)),
        ("They hold 5 square kilometres, roughly 2% of the island.", ("whole", 250)),
    ],
)
def test_sums_inside_an_article(text, expected):
    found = arithmetic(text, find_figures(text))
    assert (found["relation"].iloc[0], found["result"].iloc[0]) == (expected[0], pytest.approx(expected[1]))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Of the 90 rowers who set out, 60 turned back at noon and 30 went on.", [(90, 1)]),
        ("Of the 90 rowers who set out, 60 turned back at noon and 50 went on.", [(110, 0)]),
        ("Of the 90 rowers who set out, 60 turned back and 10 were sick.", []),  # the rest did something else
        ("The mill keeps 140 guards; the quay keeps 210 more. Add them up and 350 people are paid.", [(350, 1)]),
        ("The mill keeps 140 guards; the quay keeps 210 more. Taken together, the 400 guards idle.", [(350, 0)]),
        ("The mill keeps 140 guards; the quay keeps 210 more. The town has 350 lamps.", []),
    ],
)
def test_parts_are_held_against_their_whole(text, expected):
    found = arithmetic(text, find_figures(text))
    assert list(zip(found["result"], found["holds"], strict=True)) == expected


def test_what_is_worked_out_has_its_unit():
    text = "They hold 5 square kilometres, roughly 2% of the island."
    assert arithmetic(text, find_figures(text))["note"].iloc[0] == "5 km² / 2 % = 250 km²"


@pytest.mark.parametrize(
    "text",
    [
        "In 400 boats they came with bread, most of whom were cooks. Twelve sailors died.",
        "Of them all 3 were cooks. There were 24,000 people, including 11 cooks.",
        "They caught 12 eels, including 400 kings.",
    ],
)
def test_no_share_of_what_is_no_part(text):
    found = arithmetic(text, find_figures(text))
    assert not (found["relation"] == "share").any()


@pytest.mark.parametrize(
    ("text", "kind", "label"),
    [
        ("The brawl in Orrin left dozens of rowers hurt.", "people_wounded", "rowers wounded"),
        ("Some 90 rowers left Orrin.", "people_displaced", "rowers evacuated"),
        ("Some 40 firefighters fought the blaze in Orrin.", "people_other", "firefighters deployed"),
        ("Some 40 villagers fought the blaze in Orrin.", "people_other", "villagers at the fire"),
        ("Some 40 guards fought the pickets in Orrin.", "people_force", "guards attacking"),
    ],
)
def test_what_is_left_hurt_has_not_left_and_fires_are_no_foes(text, kind, label):
    figures, groups = group_figures(*corpus([text]))
    assert figures["kind"].tolist() == [kind]
    assert groups["label"].str.startswith(label).all()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Rescuers counted 24 missing.", "people_missing"),
        ("A raid killing 24 cooks ended.", "people_killed"),
        ("Two shots were heard, wounding nobody in Orrin.", "other"),
        ("Two rowers were heard; they were wounded.", "people_other"),
        ("The mill will cut 1,200 posts.", "other"),
        ("The guild wrote 30 blog posts.", "documents"),
        ("About 4,000 voters sang.", "people_other"),
        ("The guild won 31 constituencies.", "other"),
        ("The guild won 31 seats.", "votes"),
        ("Some 400 volunteers and sailors sang.", "people_other"),
        ("Some 400 soldiers sang.", "people_force"),
    ],
)
def test_posts_and_voters_are_neither_papers_nor_votes(text, kind):
    assert find_figures(text)["kind"].tolist()[0] == kind


def test_what_an_article_denies_makes_no_conflict_with_its_own_count():
    texts = ["The guild counted 70 cooks in Orrin, not 50, at the strike.", "The guild counted 70 cooks in Orrin."]
    figures, groups = group_figures(*corpus(texts))
    assert figures["stance"].tolist()[1] == "denied" and "conflicts" not in groups["verdict"].tolist()


def test_what_another_claims_conflicts_though_it_is_denied():
    texts = ["The mill in Orrin offered a raise of 5 per cent, and not 3 per cent as the guild claims.",
             "The mill in Orrin offered a raise of 5 per cent."]  # fmt: skip
    figures, groups = group_figures(*corpus(texts))
    assert figures["stance"].tolist()[1] == "denied" and groups["verdict"].tolist() == ["conflicts"]


def test_people_of_whom_a_side_tells_are_not_its_own():
    texts = ["The Guard said 40 people were hurt in Orrin.", "The Crew said 90 people were hurt in Orrin.",
             "The Crew said 90 of its members were hurt in Orrin."]  # fmt: skip
    figures, spans, documents = corpus(texts)
    mentions = [(f"d{n}", 4, 4 + len(name), name, name) for n, name in enumerate(("Guard", "Crew", "Crew"))]
    names = pd.DataFrame(mentions, columns=["document", "start", "end", "text", "actor"])
    figures, groups = group_figures(figures, spans, documents, names)
    assert groups["n_sources"].tolist() == [3] and figures["own_side"].tolist() == [0, 0, 0]


def test_claimants_have_a_type():
    told = {
        "the harbour ministry": "state", "Governor Lena Hoyt": "official", "a source in the army": "anonymous",
        "residents": "witness", "the Orrin Gazette": "medium", "the rebels": "armed group", "Lena Hoyt": "named person",
        "the Hoyt Foundation": "NGO", "author": "author",
        "the fire brigade": "state", "The company": "company", "Insurers": "company", "The bosses": "official",
        "the union's own accountants": "NGO", "Analysts at Holm Bank": "company", "Analysts at Holm": "NGO",
        "analysts": "anonymous", "Tenants' groups": "NGO", "the villagers' association": "NGO", "villagers": "witness",
        "a local newspaper": "medium", "Brisk General Hospital": "NGO",
        "a hospital spokesman": "official", "some villagers": "witness", "a rebel group": "armed group",
        "Orrin Ports": "company", "The board": "NGO", "a doctor at the clinic": "witness",
        "the town's party leader": "NGO",
        "The regime's mouthpiece, the Orrin Gazette": "medium", "a firefighter": "witness",
        "Orrin Steel": "company", "the steel workers' union": "NGO", "Holm Ltd": "company", "the central bank": "state",
        "the bank's manager": "official", "a food bank": "NGO",
    }  # fmt: skip
    assert {claimant: claimant_type(claimant) for claimant in told} == told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The tour operator, Blue Tern, said 40 guests fell ill.", "company"),
        ("Blue Tern, a small charity, feeds cats. Blue Tern said 40 cats had come.", "NGO"),
        ("Smoke rose from the Norvik sugar factory. Norvik said 40 bakers were safe.", "company"),
        ("Norvik's profit fell. Norvik admits to 40 leaks.", "company"),
        ("The newspaper Blue Tern said 40 guests fell ill.", "medium"),
        ("The skipper Rolf Tern, a friend, left. Rolf Tern said 40 guests fell ill.", "named person"),
        ("According to the union, Rolf Tern left. Rolf Tern said 40 guests fell ill.", "named person"),
    ],
)
def test_a_name_is_a_firms_where_the_text_says_so(text, expected):
    assert find_figures(text)["claimant_type"].tolist() == [expected]


def test_time_grows_with_the_text_and_not_faster():
    def seconds(text: str) -> float:
        begun = time.process_time()
        find_figures(text)
        return time.process_time() - begun

    for piece in ("40 men ", "said 40 ", "(40 ", "“40 men "):
        small, large = seconds(piece * 60), seconds(piece * 240)
        assert large < 12 * small + 0.5, piece


def test_pairs_held_against_each_other_do_not_grow_with_the_square(monkeypatch):
    told = ["The ministry said 40 sailors were killed at Orrin.", "Some 900 nurses of the town went on strike.",
            "The flood destroyed 30 houses in Lowgate, the mayor said."]  # fmt: skip
    tables, held = corpus(told), []
    monkeypatch.setattr(sorts, "apart", lambda *pair: held.append(pair) or compare.apart(*pair))

    def compared(n: int) -> int:
        many = [pd.concat([t.assign(document=t["document"] + f"x{copy}") for copy in range(n)]) for t in tables]
        held.clear()
        found, groups = group_figures(*many)
        assert len(groups) == len(told) and found["group"].nunique() == len(told)
        return len(held)

    assert 0 < compared(80) <= 4 * compared(20)


def test_a_label_takes_the_first_of_equally_common_words():
    members = [SimpleNamespace(names=frozenset(), purpose=frozenset(("roof", "dome", "wall"))) for _ in range(2)]
    assert shared_purpose(members) == "dome"


def test_palmyra_figures_stay_above_their_floors(tmp_path):
    shared = Path(__file__).parents[2] / "shared" / "corpora" / "palmyra-2016"
    if not shared.exists():
        pytest.skip("the hand-coded articles are not here (../shared)")
    floors = json.loads((Path(__file__).parent / "floors.json").read_text(encoding="utf-8"))["figures"]
    score = palmyra_score(shared, tmp_path)
    decoys = floors.pop("decoys")  # a ceiling
    low = {name: (score[name], floor) for name, floor in floors.items() if score[name] < floor}
    assert not low and score["decoys"] <= decoys


def palmyra_score(shared: Path, folder: Path) -> dict[str, float]:
    """Measures of the figures found in the articles that the gold covers, lines labelled as the gold labels them."""
    gold = pd.read_csv(shared / "gold" / "lines.csv")
    names = ("documents", "lines", "quotes", "figures", "other_numbers", "spans")
    tables: dict[str, list] = {name: [] for name in names}
    for name, labels in gold.groupby("document"):
        found = palmyra_tables((shared / "articles" / f"{name}.txt").read_text(encoding="utf-8-sig"), labels)
        document = pd.DataFrame([(name, name, f"{name}.txt", "")], columns=["document", "source", "file", "published"])
        for table, rows in {**found, "documents": document}.items():
            tables[table].append(rows.assign(document=name))
    whole = {table: pd.concat(parts, ignore_index=True) for table, parts in tables.items()}
    whole["figures"], _ = group_figures(whole["figures"], whole["spans"], whole["documents"])
    for table, rows in whole.items():
        rows.to_csv(folder / f"{table}.csv", index=False)
    command = [sys.executable, shared / "score.py", folder, "--json"]
    told = subprocess.run(command, capture_output=True, text=True, check=True)
    score = json.loads(told.stdout)
    return {**score["figures"], "groups": score["groups"]["f1"]}


def palmyra_tables(text: str, labels: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """Lines, quotes, spans, figures and other numbers of one article whose line labels are given."""
    known, rows, at = dict(zip(labels["line"], labels["label"], strict=True)), [], 0
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            start = at + len(line) - len(line.lstrip())
            label = known.get(number, "boilerplate")
            kept = int(label in ("title", "dek", "body", "quoted_block"))
            rows.append((number, start, at + len(line.rstrip()), label, kept, "gold"))
        at += len(line) + 1
    lines = pd.DataFrame(rows, columns=["line", "start", "end", "label", "kept", "rule"])
    quotes = find_quotes(text)
    spans = cut_by_voice(text, lines, quotes)
    figures, others = find_figures_in(text, lines, quotes, spans)
    return {"lines": lines, "quotes": quotes, "spans": spans, "figures": figures, "other_numbers": others}


SOME = st.frozensets(st.sampled_from(["Brill", "guard", "quay", "Harbour League"]), max_size=3)
SIGNATURES = st.builds(
    Signature, row=st.just(0), document=st.just(""), source=st.just(""), day=st.just(0.0), sentence=st.just(0),
    kind=st.sampled_from(["people_killed", "people_other", "money", "votes", "duration", "vehicles"]),
    noun=st.sampled_from(["", "boats"]), noun_class=st.sampled_from(["", "people", "deaths", "boats"]),
    broader=st.just(""), generic=st.booleans(), event=st.sampled_from(["", "kill", "arrest", "be there", "attack"]),
    event_word=st.just(""), sides=SOME, agents=SOME, names=SOME, nearby=SOME, places=SOME, years=SOME, content=SOME,
    portion=st.just(False), unit=st.just(""), claimant=st.just(""), against=st.just(False), purpose=SOME,
)  # fmt: skip


@given(st.lists(SIGNATURES, min_size=1, max_size=6))
@settings(max_examples=150, deadline=None)
def test_a_block_is_told_what_each_of_its_pairs_would_be(signatures):
    other = [one._replace(document="another") for one in signatures]
    pairs = list(product(range(len(signatures)), repeat=2))
    traits = traits_of(signatures)
    block, rows = Block(signatures).common(slice(None)), np.arange(len(signatures))
    all_of, each = (traits.at(rows[:, None]), traits.at(rows[None, :]), block), np.array(pairs).T
    listed = (*map(traits.at, each), common_of_pairs([(signatures[i], other[j]) for i, j in pairs]))
    shared = evidence(*all_of)
    assert shared.ravel().tolist() == evidence(*listed).tolist()
    assert enough(*all_of, shared).ravel().tolist() == enough(*listed, evidence(*listed)).tolist()
