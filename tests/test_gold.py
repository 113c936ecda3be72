"""Builds against hand coding: our definitions are the corpus scorer's; two coders; the coder's loop."""

import json
import math
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest
from conftest import PALMYRA, ROOT

from helpers.corpus import load_corpus, load_gold
from helpers.corpus.coding import read_sheet, write_gold, write_sheet
from helpers.gold import coder_agreement, krippendorff_alpha, score_figures, score_quotes, score_step
from helpers.gold.__main__ import main
from helpers.gold.checks import CodingError, allowed
from helpers.gold.coding import EDITS, make_sheets, read_sheets
from helpers.measure import score_corpus, tables_of
from helpers.reports import trust
from helpers.reports.trust import agreement_line, trust_line
from helpers.tables import Build, write_table, write_texts

SCORER = PALMYRA / "score.py"
PLACE = ["document", "start", "end"]
TABLES = ("documents", "lines", "quotes", "figures", "names")


SAMPLE = ROOT / "data" / "sample"


@pytest.fixture(scope="module")
def sample() -> dict[str, pd.DataFrame]:
    return tables_of(SAMPLE)


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    documents = load_corpus(SAMPLE)
    return dict(zip(documents.document, documents.text, strict=True))


def told_by_scorer(folder: Path, gold: Path) -> dict:
    command = [sys.executable, "-B", str(SCORER), str(folder / "tables"), "--gold", str(gold), "--json"]
    return json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def same_as_scorer(tables: dict[str, pd.DataFrame], gold: Path, folder: Path) -> None:
    for name in TABLES:
        write_table(tables[name], name, Build(folder, folder))
    ours, theirs = score_corpus(folder / "tables", gold).measures, told_by_scorer(folder, gold)
    told = {part: {key: ours[part][key] for key in found} for part, found in theirs.items()}
    assert told == theirs


@pytest.mark.skipif(not SCORER.is_file(), reason="the corpus's own scorer is not here (../shared)")
def test_our_figures_on_palmyra_are_the_scorers(tmp_path: Path) -> None:
    same_as_scorer(tables_of(ROOT / "data" / PALMYRA.name, PALMYRA / "articles"), PALMYRA / "gold", tmp_path)


@pytest.mark.skipif(not SCORER.is_file(), reason="the corpus's own scorer is not here (../shared)")
def test_our_figures_on_the_sample_are_the_scorers(sample: dict[str, pd.DataFrame], tmp_path: Path) -> None:
    same_as_scorer(sample, SAMPLE / "gold", tmp_path)


def test_what_is_measured_is_what_the_build_publishes(sample: dict[str, pd.DataFrame], sample_build: Path) -> None:
    for name in ("lines", "quotes", "figures", "names"):
        told = pd.read_parquet(sample_build / "tables" / f"{name}.parquet")
        mine, theirs = (table[PLACE].sort_values(PLACE, ignore_index=True) for table in (sample[name], told))
        assert mine.equals(theirs)


# Krippendorff's alpha


def test_alpha_worked_by_hand() -> None:
    """Ten things, two coders: nine alike (six a, three b), one a/b. n = 20, n_a = 13, n_b = 7.

    Observed coincidences off the diagonal 2, expected 2 · 13 · 7 / 19; alpha = 1 − 19 · 2 / 182 = .7912.
    """
    units = [("a", "a")] * 6 + [("b", "b")] * 3 + [("a", "b")]
    assert krippendorff_alpha(units) == pytest.approx(1 - 38 / 182, abs=1e-12)


def test_alpha_of_the_published_example() -> None:
    """Two observers, ten articles, binary data (Krippendorff 2011, Computing alpha-reliability, A): .095."""
    pairs = list(zip("0100000010", "1110010000", strict=True))
    assert krippendorff_alpha(pairs) == pytest.approx(0.095, abs=0.0005)


def test_alpha_at_its_ends() -> None:
    assert krippendorff_alpha([("a", "a"), ("b", "b")]) == 1
    assert krippendorff_alpha([("a", "a"), ("a", "a")]) == 1
    assert krippendorff_alpha([("a", "b"), ("b", "a")]) < 0
    assert math.isnan(krippendorff_alpha([("a",), ()]))
    three = [("a", "a", "b"), ("b", "b", "b")]  # o = 2 · 2/2 off the diagonal; n = 6, 2 a, 4 b: e = 16 / 5
    assert krippendorff_alpha(three) == pytest.approx(1 - 2 / (16 / 5))


def test_two_coders_are_compared_where_both_have_coded() -> None:
    first = pd.DataFrame({"document": ["a", "a", "b"], "line": ["1", "2", "1"], "label": ["title", "body", "body"]})
    second = pd.DataFrame({"document": ["a", "a"], "line": ["1", "2"], "label": ["title", "dek"]})
    rows = coder_agreement({"lines": first, "lines.coder2": second}).set_index("column")
    assert rows.n_units.tolist() == [2, 2]
    assert rows.agreement.tolist() == [1.0, 0.5]
    assert rows.alpha["label"] == pytest.approx(1 - 3 * 2 / 10)  # n = 4: 2 title, 1 body, 1 dek; off the diagonal 10
    assert coder_agreement({"lines": first}).empty
    assert "alpha 0.400 (2 rows)" in agreement_line(next(rows.reset_index().iloc[1:].itertuples()))


# Scores, worked by hand


def figure(start: int, low: float, high: float, **more: object) -> dict:
    told = {"document": "a", "start": start, "end": start + 5, "text": "x", "low": low, "high": high, "op": "=",
            "noun": "boats", "claimant": "author", "voice": "own", "stance": "asserted", "group": "q1"}  # fmt: skip
    return told | more


def coded(start: int, low: str, high: str, **more: str) -> dict:
    told = {"document": "a", "start": str(start), "end": str(start + 5), "figure_text": "x", "value_low": low,
            "value_high": high, "modifier": "exact", "counted": "boats", "kind": "boats", "event_key": "e",
            "claimant": "author", "voice": "own", "stance": "asserted", "in_boilerplate": "0"}  # fmt: skip
    return told | more


def test_figures_are_scored_by_value_and_place() -> None:
    gold = pd.DataFrame([coded(0, "40", "40"), coded(10, "100", "inf", modifier="at_least"), coded(20, "7", "7"),
                         coded(40, "5", "5", in_boilerplate="1")])  # fmt: skip
    found = pd.DataFrame([figure(0, 40, 40, claimant="the mayor"), figure(10, 100, math.inf, op=">", group="q2"),
                          figure(20, 8, 8), figure(30, 3, 3), figure(40, 5, 5)])  # fmt: skip
    others = pd.DataFrame([{"document": "a", "start": "30", "end": "31", "text": "3", "why": "list"}])
    scored = score_figures(found, gold, others, ["a"])
    told = scored.measures["figures"]
    assert (told["p"], told["r"], told["n"], told["decoys"]) == (0.5, 0.667, 3, 1)
    assert (told["op"], told["claimant"]) == (1.0, 0.5)
    assert scored.measures["groups"] == {"f1": 0.0, "p": 0.0, "r": 0.0, "n": 1}
    assert [(d.what, d.place) for d in scored.disagreements] == [
        ("figure missed", "20"), ("extra figure or other value", "20"), ("no figure", "30"), ("claimant", "0"),
        ("group", "10"),
    ]  # fmt: skip


def test_quotations_are_scored_at_half_overlap() -> None:
    rows = [("a", "0", "40", "Ana Lund", "0"), ("a", "50", "90", "unknown", "0"), ("a", "95", "99", "", "1")]
    gold = pd.DataFrame(rows, columns=["document", "start", "end", "speaker", "is_scare_quote"])  # fmt: skip
    four = "one two three four"
    found = pd.DataFrame([("a", 0, 30, four, "Lund", 0), ("a", 80, 90, four, "", 0), ("a", 200, 210, "one", "", 0)],
                         columns=["document", "start", "end", "text", "speaker", "scare"])  # fmt: skip
    told = score_quotes(found, gold, ["a"]).measures
    assert (told["p"], told["r"], told["speaker_right"], told["n_speakers"]) == (0.5, 0.5, 1.0, 1)


def test_a_corpus_without_gold_tells_nothing(sample: dict[str, pd.DataFrame]) -> None:
    live = score_step("01_cleaning", {}, **sample)
    assert live.rows == [] and live.disagreements.empty and live.agreement.empty
    assert "not been measured" in trust("01_cleaning", live, measured=[]).text


def test_a_build_tells_how_it_scored_on_its_own_gold(sample: dict[str, pd.DataFrame]) -> None:
    live = score_step("04_figures", load_gold(SAMPLE), **sample)
    assert live.rows[0]["measure"] == "F1 of figures" and live.rows[0]["cases"] > 90
    assert set(live.disagreements.what) & {"claimant", "stance", "no figure"}
    assert not set(live.disagreements.what) & {"speaker", "line label"}
    shown = trust("04_figures", live, measured=[])
    assert trust_line(live.rows[0]) in shown.text and "disagreements" in shown.html


# The coder's loop


def decide(sheets: dict[str, pd.DataFrame], documents: list[str]) -> dict[str, pd.DataFrame]:
    filled = {name: sheet.astype("object").where(sheet.notna(), "").astype("str") for name, sheet in sheets.items()}
    return {name: s.assign(accept=s.document.isin(documents).map({True: "y", False: ""})) for name, s in filled.items()}


@pytest.fixture
def loop(sample: dict[str, pd.DataFrame], texts: dict[str, str]) -> tuple[dict, dict, dict]:
    return sample, texts, decide(make_sheets(sample, texts), ["quill"])


def test_what_was_accepted_whole_scores_whole(loop: tuple[dict, dict, dict]) -> None:
    tables, texts, sheets = loop
    made = read_sheets(sheets, tables["documents"], texts, tables["lines"])
    assert "quill" not in made.unfinished and len(made.unfinished) == 5
    undecided = [name for name in ("lines", "quotes", "figures") if "" in set(sheets[name].accept)]
    assert [part.split(".csv line ")[0] for part in made.unfilled.split(", ")] == undecided
    assert set(made.gold["lines"].document) == {"02_quill_at_the_window"}
    live = {step: score_step(step, made.gold, **tables) for step in ("01_cleaning", "04_figures")}
    values = {row["measure"]: row["value"] for found in live.values() for row in found.rows}
    assert {name for name, value in values.items() if value != 1} == {"numbers taken for figures"}
    assert values["numbers taken for figures"] == 0
    assert live["04_figures"].disagreements.empty


def test_edits_rejections_and_additions_become_gold(loop: tuple[dict, dict, dict]) -> None:
    tables, texts, sheets = loop
    figures, lines = sheets["figures"].copy(), sheets["lines"].copy()
    first, second = figures.index[figures.document == "quill"][:2]
    figures.loc[first, ["edit_claimant", "edit_low"]] = ["the Harbour Board", "3"]
    figures.loc[second, "accept"] = "n"
    last = lines.index[lines.document == "quill"][-1]
    lines.loc[last, ["accept", "edit_label"]] = ["n", "end_matter"]
    word = next(w for w in texts["quill"].split() if texts["quill"].count(w) == 1)
    added = dict.fromkeys(figures.columns, "") | {"accept": "y", "document": "quill", "text": word, "low": "2"}
    changed = sheets | {"lines": lines, "figures": pd.concat([figures, pd.DataFrame([added])], ignore_index=True)}
    gold = read_sheets(changed, tables["documents"], texts, tables["lines"]).gold
    claims = gold["figure_claims"]
    assert (claims.claimant[0], claims.value_low[0], claims.voice[0]) == ("the Harbour Board", "3", "attributed")
    assert gold["other_numbers"].text.tolist() == [figures.text[second]]
    assert gold["lines"].label.iloc[-1] == "end_matter"
    start, end = int(claims.start.iloc[-1]), int(claims.end.iloc[-1])
    assert texts["quill"][start:end] == word


WRONG = [
    ("figures", {"accept": "maybe"}, "accept: 'maybe'; write y or n"),
    ("figures", {"document": "x"}, "document: there is no document 'x'"),
    ("figures", {"start": "", "text": "not there"}, "text: 'not there' stands there 0 times"),
    ("figures", {"edit_low": "plenty"}, "edit_low: 'plenty' is no number"),
    ("figures", {"edit_high": "2,500"}, "edit_high: '2,500' is no number; write 1000 for a thousand"),
    ("figures", {"high": "3,0", "edit_low": "2"}, "high: '3,0' is no number"),
    ("figures", {"edit_low": "9", "edit_high": "8"}, "edit_low: low 9 is above high 8"),
    ("figures", {"edit_op": "about"}, "edit_op: 'about' is none of =, >, >="),
    ("figures", {"edit_kind": "shoals"}, "edit_kind: 'shoals' is none of age, animals"),
    ("figures", {"edit_stance": "dowted"}, "edit_stance: 'dowted' is none of asserted, reported, doubted, denied"),
    ("figures", {"edit_voice": "theirs"}, "edit_voice: 'theirs' is none of own, quoted"),
    ("figures", {"start": "early"}, "start: 'early' is no whole number"),
    ("quotes", {"edit_scare": "yes"}, "edit_scare: 'yes' is none of 0, 1"),
    ("lines", {"edit_label": "headline"}, "edit_label: 'headline' is none of title, byline"),
    ("lines", {"line": "first"}, "line: 'first' is no whole number"),
]


@pytest.mark.parametrize(("name", "cells", "what"), WRONG, ids=[f"{n} {c}" for n, c, _ in WRONG])
def test_a_sheet_that_cannot_be_read_says_where(loop: tuple, name: str, cells: dict, what: str) -> None:
    tables, texts, sheets = loop
    wrong = sheets[name].copy()
    for column, value in cells.items():
        wrong.loc[wrong.index[0], column] = value
    with pytest.raises(CodingError, match=f"coding/{name}.csv line 2, (?:{what})"):
        read_sheets(sheets | {name: wrong}, tables["documents"], texts, tables["lines"])


def test_a_sheet_without_a_column_says_which(loop: tuple[dict, dict, dict]) -> None:
    tables, texts, sheets = loop
    wrong = sheets | {"figures": sheets["figures"].drop(columns="accept")}
    with pytest.raises(CodingError, match=r"figures\.csv line 1: there is no column accept; separate its cells"):
        read_sheets(wrong, tables["documents"], texts, tables["lines"])


def test_what_a_coder_may_write_is_read(loop: tuple[dict, dict, dict]) -> None:
    tables, texts, sheets = loop
    figures = sheets["figures"].copy()
    first = figures.index[(figures.document == "quill") & (figures.claimant == "author")][0]
    edits = ["edit_low", "edit_high", "edit_op", "edit_kind", "edit_stance", "edit_voice"]
    figures.loc[first, edits] = ["none", "2.5", "<=", "vehicles", "Denied", "quoted"]
    blank = pd.DataFrame([dict.fromkeys(figures.columns, "")])
    changed = sheets | {"figures": pd.concat([figures, blank], ignore_index=True)}
    claims = read_sheets(changed, tables["documents"], texts, tables["lines"]).gold["figure_claims"]
    row = claims[claims.start == figures.start[first]].iloc[0]
    assert (row.value_low, row.value_high, row.modifier, row.kind) == ("none", "2.5", "at_most", "vehicles")
    assert (row.stance, row.voice) == ("denied", "attributed")


def test_the_rows_still_to_be_filled_are_told(loop: tuple[dict, dict, dict]) -> None:
    tables, texts, sheets = loop
    all_filled = {name: sheet.assign(accept="y") for name, sheet in sheets.items()}
    assert read_sheets(all_filled, tables["documents"], texts, tables["lines"]).unfilled == ""
    accept = ["y", "", *["y"] * (len(sheets["figures"]) - 2)]
    one_open = all_filled | {"figures": sheets["figures"].assign(accept=accept)}
    assert read_sheets(one_open, tables["documents"], texts, tables["lines"]).unfilled == "figures.csv line 3"


def test_every_kind_a_build_tells_may_be_written(sample: dict[str, pd.DataFrame]) -> None:
    assert set(sample["figures"].kind) <= set(allowed("figures", "kind"))


def test_what_may_be_filled_in_is_told_in_the_readme() -> None:
    told = (ROOT / "data" / "README.md").read_text(encoding="utf-8")
    for name, columns in EDITS.items():
        for column in columns:
            row = next(line for line in told.splitlines() if line.startswith("| ") and f"`edit_{column}`" in line)
            assert all(value in row for value in allowed(name, column))


def test_a_sheet_saved_with_semicolons_is_read(tmp_path: Path, loop: tuple[dict, dict, dict]) -> None:
    _, _, sheets = loop
    path = write_sheet(sheets["figures"], tmp_path, "figures")
    same = read_sheet(tmp_path, "figures")
    same.to_csv(path, sep=";", index=False, encoding="utf-8-sig")
    assert read_sheet(tmp_path, "figures").equals(same)


def test_a_second_export_leaves_what_was_filled_in(
    tmp_path: Path, loop: tuple[dict, dict, dict], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture
) -> None:
    tables, texts, sheets = loop
    (tmp_path / "sample").mkdir()
    corpus, build = str(tmp_path / "sample"), Build(tmp_path / "build", tmp_path / "build")
    for name in ("documents", "lines", "quotes", "figures"):
        write_table(tables[name], name, build)
    write_texts(texts, build)
    monkeypatch.setenv("COUNTERPOINT_BUILD", str(build.reads))
    write_sheet(sheets["lines"], corpus, "lines")
    filled = (tmp_path / "sample/coding/lines.csv").read_bytes()
    assert main(["export", "--corpus", corpus]) == 2
    told = capsys.readouterr().err
    assert "coding/lines.csv is there already" in told and "--replace" in told and told.count("\n") == 1
    assert (tmp_path / "sample/coding/lines.csv").read_bytes() == filled
    assert not (tmp_path / "sample/coding/figures.csv").exists()
    assert main(["export", "--corpus", corpus, "--replace"]) == 0
    assert set(read_sheet(corpus, "lines").accept) == {""}
    assert main(["read", "--corpus", corpus]) == 2
    told, count = capsys.readouterr().err, [len(sheets[name]) - 1 for name in ("lines", "quotes", "figures")]
    assert "no document is decided in all its rows, nothing was written: the column accept is empty in " in told
    rows = [f"{name}.csv line 2 and {n} more" for name, n in zip(("lines", "quotes", "figures"), count, strict=True)]
    assert f"{', '.join(rows)}; write y or n there" in told and told.count("\n") == 1


def test_sheets_and_gold_survive_their_files(tmp_path: Path, loop: tuple[dict, dict, dict]) -> None:
    _, _, sheets = loop
    write_sheet(sheets["figures"], tmp_path, "figures")
    assert read_sheet(tmp_path, "figures").op.tolist() == sheets["figures"].op.tolist()
    table = pd.DataFrame({"document": ["a"], "label": ["body, or “not”"]})
    write_gold(table, tmp_path, "lines")
    assert load_gold(tmp_path)["lines"].equals(table.astype("str"))
    with pytest.raises(FileNotFoundError, match="export it first"):
        read_sheet(tmp_path, "quotes")
