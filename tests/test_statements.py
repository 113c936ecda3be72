"""What the pages state: nothing that the tables beside it, its own chart or another page contradicts."""

import pandas as pd
import pytest

from helpers.reports.answers import cleaning as cleaning_answers
from helpers.reports.answers import comparison, surroundings, tellings
from helpers.reports.answers import figures as figure_answers
from helpers.reports.answers import vocabulary as vocabulary_answers
from helpers.reports.answers.cards import _against


def claims_of(*rows: tuple) -> pd.DataFrame:
    """Figures of sources A, B and C, in the order of their value."""
    columns = ["document", "text", "low", "best", "high", "stance"]
    documents = pd.DataFrame({"document": ["a", "b", "c"], "source": ["A", "B", "C"]})
    return tellings.with_source(pd.DataFrame(rows, columns=columns).assign(unit=""), documents)


def test_a_doubt_is_told_with_the_figure_it_is_about():
    rows = claims_of(
        ("a", "under 70", 0, 70, 70, "doubted"),
        ("b", "310", 310, 310, 310, "denied"),
        ("c", "310", 310, 310, 310, "doubted"),
        ("c", "90", 90, 90, 90, "asserted"),
    )
    assert tellings.doubts(rows) == "; doubted: under 70 in A, 310 in C; denied: 310 in B"
    assert tellings.doubts(rows[rows.text == "310"]) == "; doubted in C; denied in B"
    assert tellings.doubts(rows[rows.text == "90"]) == ""


def brief_tables() -> comparison.Tables:
    """Two sources; one telling of the barges is a doubt, the rafts are told alike, the sheds in conflict."""
    documents = pd.DataFrame({"document": ["a", "b"], "source": ["A", "B"], "n_kept_words": [400, 400]})
    columns = ["group", "document", "text", "best", "stance"]
    told = [("barges", "a", "40", 40, "asserted"), ("barges", "b", "40", 40, "doubted"),
            ("rafts", "a", "9", 9, "asserted"), ("rafts", "b", "9", 9, "asserted"),
            ("sheds", "a", "2", 2, "asserted"), ("sheds", "b", "5", 5, "asserted")]  # fmt: skip
    claims = pd.DataFrame(told, columns=columns).assign(unit="")
    claims = claims.assign(low=claims.best, high=claims.best)
    groups = pd.DataFrame({"group": ["barges", "rafts", "sheds"], "verdict": ["agrees", "agrees", "conflicts"]})
    groups = groups.assign(label=groups.group, n_sources=2, n_figures=2, ratio=[1, 1, 2.5], silent_sources="")
    spans = pd.DataFrame({"document": ["a", "a", "b"], "span": [0, 1, 0], "voice": ["own", "quoted", "own"]})
    spans = spans.assign(text=["Traitor moored here", "one two three four five", "Barges sank"])
    loaded = pd.DataFrame({"document": ["a"], "span": [0], "term": ["traitor"], "category": ["moral"], "voice": "own"})
    empty = pd.DataFrame()
    return comparison.Tables(documents, spans, empty, empty, loaded, empty, claims, groups)


@pytest.mark.parametrize(("stance", "told"), [("doubted", ", doubted"), ("denied", ", denied"), ("asserted", "")])
def test_a_card_says_doubted_only_of_what_is_doubted(stance, told):
    rows = claims_of(("a", "40", 40, 40, 40, stance), ("b", "50", 50, 50, 50, "reported"))
    assert _against(rows[rows.source == "A"], rows) == f"40{told}; others 50"


@pytest.mark.parametrize("stance", ["doubted", "denied"])
def test_what_is_told_alike_but_doubted_or_denied_is_not_agreed(stance):
    tables = brief_tables()
    tables = tables._replace(figures=tables.figures.assign(stance=tables.figures.stance.replace("doubted", stance)))
    overview = comparison.overview(tables).set_index("aspect").n
    assert overview[["Agreed", "Disputed", "Compatible", "Contested"]].tolist() == [1, 1, 0, 1]
    told = comparison.five_lines(tables).html
    assert "of three shared quantities: one agreed and one told alike but disputed" in told
    assert f"40, told alike by two sources; {stance} in B" in told
    board = figure_answers.board_answer(tables.figures, tables.figure_groups)
    assert "one told alike, one told alike but disputed and one in conflict" in board
    lines = pd.DataFrame({"group": "barges", "source": ["A", "B"], "document": ["a", "b"], "line": 1, "pre": "",
                          "keyword": "40", "post": "", "stance": ["asserted", stance]})  # fmt: skip
    row = tables.figure_groups.head(1)
    assert f"All tell the same figure, but {stance} in one source." in figure_answers.group_evidence(row, lines).html


def test_own_hits_are_set_against_own_words():
    lines = comparison.five_lines(brief_tables()).html
    assert "A: 3,333 (3,333–3,333), 1 in 3 words" in lines
    assert "B: 0 (0–10,000), 0 in 2 words" in lines


def test_a_conflict_is_told_without_a_superlative():
    tables = brief_tables()
    groups = tables.figure_groups.assign(verdict=["conflicts", "agrees", "conflicts"])
    told = comparison.brief_answer(tables._replace(figure_groups=groups))
    assert "contradict each other on two of them; “barges” is told by two sources: 40 (A and B)" in told
    assert "most widely" not in told


def test_rates_are_told_with_intervals_and_in_no_order():
    rates = pd.DataFrame({"source": ["A", "B", "C"], "voice": "own", "category": "all", "rate": [20.0, 90.0, 30.0]})
    rates = rates.assign(low=[10.0, 60.0, 20.0], high=[30.0, 120.0, 70.0])
    told = vocabulary_answers.loaded_answer(rates, pd.DataFrame({"term": range(14)}))
    assert "A 20 (10–30), B 90 (60–120) and C 30 (20–70)" in told
    assert told.endswith("One of three pairs of sources is told apart, by intervals that do not overlap: B above A.")
    overlap = vocabulary_answers.loaded_answer(rates.assign(low=1.0), pd.DataFrame({"term": range(14)}))
    assert overlap.endswith("All intervals overlap, so no source is told from another.")


def test_a_page_of_html_is_counted_with_all_its_words():
    documents = pd.DataFrame({"document": ["a", "b"], "source": ["A", "B"], "language": "en", "encoding": "html"})
    documents = documents.assign(n_words=[60, 40], n_page_words=[100, 40], n_kept_words=[60, 30])
    lines = pd.DataFrame({"document": ["b"], "kept": [0], "label": ["caption"]})
    table = cleaning_answers.kept_table(documents, lines)
    assert table["Words in the file"].tolist() == [100, 40]
    assert table["Share of words kept"].tolist() == ["60 %", "75 %"]
    assert cleaning_answers.kept_answer(documents, lines).startswith("Of 140 words in two files, 90 (64 %) are article")


def test_tokens_that_one_figure_holds_are_told_as_such():
    text = "Three to four barges sank in 1911."
    lines = pd.DataFrame({"document": ["a"], "start": [0], "end": [len(text)], "kept": [1]})
    claims = pd.DataFrame({"document": ["a"], "start": [0], "end": [13]})
    others = pd.DataFrame({"document": ["a"], "start": [29], "end": [33]})
    told = figure_answers.check_numbers(claims, others, lines, {"a": text})
    assert told.startswith("3 number-like tokens of kept lines, each in one of one figure or one other number")
    assert "holds several tokens" in told


def test_what_one_source_tells_is_counted_by_source():
    tables = brief_tables()
    groups = tables.figure_groups.assign(n_sources=[1, 2, 1])
    claims = tables.figures[tables.figures.index != 1]
    told = figure_answers.single_answer(claims, groups, tables.documents)
    assert told == "Two of three quantities are told by one source only: A 2 and B 0."
    assert "No quantity" in figure_answers.single_answer(claims, tables.figure_groups, tables.documents)


def test_few_hits_tell_no_spread_and_few_neighbours_are_corrected():
    spread = pd.DataFrame({"term": ["mob", "yoke", "rot"], "n": [6, 3, 1], "n_documents": [2, 1, 1]})
    spread = spread.assign(range=1, dp=0.9)
    assert surroundings.dispersion_table(spread).iloc[:, -1].isna().tolist() == [False, True, True]
    told = surroundings.spread_answer(spread)
    assert told == "One of two loaded terms met more than once stands in one article only: yoke 3."
    near = pd.DataFrame({"collocate": ["quay", "ferry", "bell"], "n_near": [9, 4, 3]})
    near = near.assign(log_likelihood=[14.0, 4.0, -9.0])
    told = surroundings.collocates_answer(surroundings.with_q(near), q=0.05)
    assert told.startswith("Two of three words are more frequent") and told.endswith("quay 9 and ferry 4.")
    more = pd.concat([near, near.assign(log_likelihood=0.1)])
    assert surroundings.collocates_answer(surroundings.with_q(more), q=0.05).endswith("quay 9.")
