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
        (source, "own", name, 40, (low + high) / 2, low, high)
        for name, (a, b, c, d) in intervals.items()
        for source, low, high in (("A", a, b), ("B", c, d))
    ]
    return pd.DataFrame(rows, columns=["source", "voice", "analyzer", "n_spans", "mean", "low", "high"])


def test_orders_and_signs_under_three_instruments() -> None:
    by_source = means(textblob=(0.2, 0.3, -0.1, 0.1), vader=(0.1, 0.2, -0.3, -0.2), counterpoint=(0.3, 0.4, 0.0, 0.1))
    orders = answers.orders_by_analyzer(order_of_sources(by_source))
    signs = answers.signs_by_analyzer(by_source)
    assert orders.Finding.tolist() == ["stands"]
    assert signs.set_index("Source").Finding.to_dict() == {"A": "stands", "B": "hangs on the choice"}
    told = answers.analyzers_answer(orders, signs)
    assert told == (
        "Every instrument tells the same order of A above B; every instrument puts the mean of A above zero. "
        "No two instruments contradict each other."
    )


def test_instruments_that_contradict_each_other_are_counted() -> None:
    by_source = means(textblob=(0.2, 0.3, -0.2, -0.1), vader=(-0.3, -0.2, 0.1, 0.2))
    orders = answers.orders_by_analyzer(order_of_sources(by_source))
    assert orders.Finding.tolist() == ["contradicted"]
    told = answers.analyzers_answer(orders, answers.signs_by_analyzer(by_source))
    assert told.startswith("No two sources are put in the same order by every instrument; no source's mean lies")
    assert "on the side of zero of A, the side of zero of B and the order of A and B." in told
    nobody = means().astype({"low": float, "high": float})
    empty = answers.orders_by_analyzer(order_of_sources(nobody)), answers.signs_by_analyzer(nobody)
    assert "nothing that could hang" in answers.analyzers_answer(*empty)


def test_a_mean_of_few_spans_lies_on_no_side_and_in_no_order() -> None:
    by_source = means(textblob=(0.2, 0.2, -0.1, -0.1), vader=(0.3, 0.3, -0.2, -0.2)).assign(n_spans=[2, 40] * 2)
    orders = answers.orders_by_analyzer(order_of_sources(by_source))
    assert orders.TextBlob.tolist() == ["not told apart"]
    signs = answers.signs_by_analyzer(by_source)
    assert signs.TextBlob.tolist() == ["too few spans", "below zero"]
    assert "puts the mean of B below zero." in answers.analyzers_answer(orders, signs)


def left_out() -> pd.DataFrame:
    rows = [("", "A", 9, 50, 40, 60), ("", "B", 4, 20, 10, 30)]
    rows += [("moral", "A", 8, 45, 35, 55), ("moral", "B", 4, 20, 10, 30)]
    rows += [("scare_quotes", "A", 3, 15, 5, 25), ("scare_quotes", "B", 3, 18, 9, 28)]
    return pd.DataFrame(rows, columns=["left_out", "source", "n", "rate", "low", "high"])


def test_differences_that_hang_on_one_category_are_named() -> None:
    rates, pairs = answers.rates_without_categories(left_out()), answers.pairs_without_categories(left_out())
    assert rates[["Source", "Hits", "Per 10,000", "Least", "Without"]].values.tolist() == [
        ["A", 9, 50, 15, "scare quotes"], ["B", 4, 20, 18, "scare quotes"]
    ]  # fmt: skip
    assert pairs.values.tolist() == [["A", "B", "scare quotes", "", "hangs on the choice"]]
    told = answers.categories_answer(2, pairs)
    assert told == (
        "No difference between two sources stands whichever category is left out. "
        "A above B with all of them, but not without scare quotes."
    )


def test_a_pair_told_apart_only_without_a_category_is_no_silence() -> None:
    rows = left_out()
    rows.loc[rows.left_out == "", ["low", "high"]] = [5, 70]
    pairs = answers.pairs_without_categories(rows)
    assert pairs.values.tolist() == [["A", "B", "", "moral", "hangs on the choice"]]
    assert "A above B only without moral." in answers.categories_answer(2, pairs)
    both = pairs.assign(**{"Only without": "moral, praise, ridicule"})
    assert "only without moral, praise or ridicule." in answers.categories_answer(2, both)


def test_differences_that_stand() -> None:
    pairs = answers.pairs_without_categories(left_out().query("left_out != 'scare_quotes'"))
    assert pairs.Finding.tolist() == ["stands"]
    assert answers.categories_answer(2, pairs) == "Whichever category is left out: A above B."
    assert "single source" in answers.categories_answer(1, pairs)
    assert "No pair" in answers.categories_answer(2, pairs.iloc[:0])
