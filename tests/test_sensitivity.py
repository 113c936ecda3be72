"""Which finding stands under another choice, in words and tables."""

import math

import pandas as pd

from helpers.reports.answers import sensitivity as answers
from helpers.sentiment import order_of_sources


def telling(high: float, verdict: str, group: str = "q1") -> tuple[pd.DataFrame, pd.DataFrame]:
    figures = pd.DataFrame({"document": ["a", "b", "b"], "start": [5, 9, 30], "op": ["vague", "=", "="],
                            "group": [group, group, "q9"], "high": [high, 30, 7]})  # fmt: skip
    groups = pd.DataFrame({"group": [group, "q9"], "label": ["boats sunk", "gates"], "n_sources": [2, 1],
                           "verdict": [verdict, ""]})  # fmt: skip
    return figures, groups


def test_a_verdict_that_hangs_on_the_convention_is_named() -> None:
    tellings = {"plain": telling(99, "compatible"), "acled": telling(12, "conflicts", "q7")}
    table = answers.verdicts_by_convention(tellings)
    assert table.columns.tolist() == ["Quantity", "Vague", "plain", "acled", "Finding"]
    assert table.iloc[0, [0, 1, 4]].tolist() == ["boats sunk", 1, "hangs on the choice"]
    told = answers.conventions_answer(table)
    assert told.startswith("0 of 1 verdicts") and "hangs: boats sunk" in told


def test_a_verdict_that_stands_is_counted() -> None:
    tellings = {"plain": telling(99, "compatible"), "acled": telling(math.inf, "compatible")}
    table = answers.verdicts_by_convention(tellings)
    assert table.Finding.tolist() == ["stands"]
    assert answers.conventions_answer(table).startswith("1 of 1 verdicts on shared quantities stand")
    nothing = answers.verdicts_by_convention({"plain": (telling(1, "")[0], telling(1, "")[1].iloc[1:])})
    assert "no verdict hangs" in answers.conventions_answer(nothing)


def means(**intervals: tuple[float, float, float, float]) -> pd.DataFrame:
    """Per analyzer: low and high of source A, low and high of source B."""
    rows = [
        (source, "own", name, (low + high) / 2, low, high)
        for name, (a, b, c, d) in intervals.items()
        for source, low, high in (("A", a, b), ("B", c, d))
    ]
    return pd.DataFrame(rows, columns=["source", "voice", "analyzer", "mean", "low", "high"])


def test_orders_and_signs_under_three_instruments() -> None:
    by_source = means(textblob=(0.2, 0.3, -0.1, 0.1), vader=(0.1, 0.2, -0.3, -0.2), counterpoint=(0.3, 0.4, 0.0, 0.1))
    orders = answers.orders_by_analyzer(order_of_sources(by_source))
    signs = answers.signs_by_analyzer(by_source)
    assert orders.Finding.tolist() == ["stands"]
    assert signs.set_index("Source").Finding.to_dict() == {"A": "stands", "B": "hangs on the choice"}
    told = answers.analyzers_answer(orders, signs)
    assert "A above B" in told and "A above zero" in told and "no findings" in told


def test_instruments_that_contradict_each_other_are_counted() -> None:
    by_source = means(textblob=(0.2, 0.3, -0.2, -0.1), vader=(-0.3, -0.2, 0.1, 0.2))
    orders = answers.orders_by_analyzer(order_of_sources(by_source))
    assert orders.Finding.tolist() == ["contradicted"]
    assert "three findings" in answers.analyzers_answer(orders, answers.signs_by_analyzer(by_source))
    nobody = means().astype({"low": float, "high": float})
    empty = answers.orders_by_analyzer(order_of_sources(nobody)), answers.signs_by_analyzer(nobody)
    assert "nothing that could hang" in answers.analyzers_answer(*empty)


def left_out() -> pd.DataFrame:
    rows = [("", "A", 50, 40, 60, 1, 1), ("", "B", 20, 10, 30, 2, 1), ("moral", "A", 45, 35, 55, 1, 1),
            ("moral", "B", 20, 10, 30, 2, 1), ("ridicule", "A", 15, 5, 25, 2, 0),
            ("ridicule", "B", 18, 9, 28, 1, 0)]  # fmt: skip
    return pd.DataFrame(rows, columns=["left_out", "source", "rate", "low", "high", "rank", "same_rank"])


def test_differences_that_hang_on_one_category_are_named() -> None:
    ranks, pairs = answers.ranks_without_categories(left_out()), answers.pairs_without_categories(left_out())
    assert ranks[["Source", "Rank", "Lowest rank", "Changed without"]].values.tolist() == [
        ["A", 1, 2, "ridicule"], ["B", 2, 2, "ridicule"]
    ]  # fmt: skip
    assert pairs.values.tolist() == [["A", "B", "ridicule", "hangs on the choice"]]
    told = answers.categories_answer(ranks, pairs)
    assert "A above B (on ridicule)" in told and "2 of 2 sources would change rank" in told


def test_differences_that_stand() -> None:
    rows = left_out().query("left_out != 'ridicule'")
    ranks, pairs = answers.ranks_without_categories(rows), answers.pairs_without_categories(rows)
    assert ranks.Finding.tolist() == pairs.Finding.tolist() * 2 == ["stands"] * 2
    assert "these stand: A above B." in answers.categories_answer(ranks, pairs)
    assert "single source" in answers.categories_answer(ranks.iloc[:1], pairs)
    assert "No pair" in answers.categories_answer(ranks, pairs.iloc[:0])
