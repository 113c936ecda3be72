"""Which finding stands under another choice, and which hangs on one: conventions, instruments, categories of words."""

from collections import Counter
from collections.abc import Mapping

import pandas as pd

from helpers.reports.answers.figures import VERDICTS
from helpers.reports.answers.sentiment import printed
from helpers.reports.answers.words import listed
from helpers.sentiment import with_interval

STANDS, HANGS, CONTRADICTED = "stands", "hangs on the choice", "contradicted"
PLACE = ["document", "start"]
CONVENTIONS = {"plain": "Vague words in their plain sense", "acled": "Vague words as ACLED counts them"}


# Figures under both conventions for vague words


def verdicts_by_convention(tellings: Mapping[str, tuple[pd.DataFrame, pd.DataFrame]]) -> pd.DataFrame:
    """The verdict on each quantity that several sources tell, under every convention for vague words.

    tellings: convention → (figures with group, figure_groups), the first the one of the report. A quantity is found
    again in another convention by the figures it holds, for groups are never made by value.
    Returns for readers: Quantity, Vague (how many of its figures are vague words), one column per convention, Finding.
    """
    (usual, (figures, groups)), *others = tellings.items()
    found_again = {name: _verdict_by_place(*telling) for name, telling in others}
    by_group = dict(list(figures.groupby("group", sort=False)))
    rows = []
    for row in groups[groups["n_sources"] > 1].itertuples(index=False):
        members = by_group.get(row.group, figures.iloc[:0])
        verdicts = {usual: row.verdict} | {name: _verdict_of(members, told) for name, told in found_again.items()}
        told = {name: VERDICTS[verdict] for name, verdict in verdicts.items()}
        finding = STANDS if len(set(verdicts.values())) == 1 else HANGS
        n_vague = int((members["op"] == "vague").sum())
        rows.append({"Quantity": row.label, "Vague": n_vague, **told, "Finding": finding})
    return pd.DataFrame(rows, columns=["Quantity", "Vague", *tellings, "Finding"])


def convention_table(table: pd.DataFrame) -> pd.DataFrame:
    """The verdicts of verdicts_by_convention with the conventions named as a reader knows them."""
    return table.rename(columns=CONVENTIONS | {"Vague": "Vague figures"})


def _places(figures: pd.DataFrame) -> list[tuple]:
    return list(zip(*(figures[name].tolist() for name in PLACE), strict=True))


def _verdict_by_place(figures: pd.DataFrame, groups: pd.DataFrame) -> dict[tuple, tuple[str, str]]:
    """Place of a figure → its group and the verdict on that."""
    verdicts = dict(zip(groups["group"].tolist(), groups["verdict"].tolist(), strict=True))
    return {place: (group, verdicts[group])
            for place, group in zip(_places(figures), figures["group"].tolist(), strict=True)}  # fmt: skip


def _verdict_of(members: pd.DataFrame, told: Mapping[tuple, tuple[str, str]]) -> str:
    """The verdict on the group that holds most of these figures."""
    found = Counter(told[place] for place in _places(members) if place in told)
    return found.most_common(1)[0][0][1] if found else ""


def conventions_answer(table: pd.DataFrame) -> str:
    """Say how many verdicts stand under every convention, and name those that do not."""
    if table.empty:
        return "No quantity is told by several sources, so no verdict hangs on a convention."
    hanging = table.loc[table["Finding"] == HANGS, "Quantity"].tolist()
    told = f"{len(table) - len(hanging)} of {len(table)} verdicts on shared quantities"
    if not hanging:
        return f"{told} stand however vague words are valued."
    names = listed(hanging, most=4)
    return f"{told} stand however vague words are valued; on the convention {_verb(hanging)}: {names}."


def _verb(items: list) -> str:
    return "hangs" if len(items) == 1 else "hang"


# Sentiment under several instruments


def orders_by_analyzer(order: pd.DataFrame, *, voice: str = "own") -> pd.DataFrame:
    """What each instrument says of each pair of sources, and whether the finding stands.

    order: as order_of_sources gives it. A finding stands if every instrument tells the same; it hangs on the choice if
    some tell an order and others none; instruments that tell opposite orders contradict each other.
    Returns for readers: Source, Other, one column per instrument, Finding.
    """
    words = {"higher": "above", "lower": "below", "none": "not told apart"}
    chosen, analyzers = order[order["voice"] == voice], list(dict.fromkeys(order["analyzer"]))
    rows = []
    for (source, other), pair in chosen.groupby(["source", "other"], sort=False):
        told = dict(zip(pair["analyzer"], pair["order"], strict=True))
        names = {printed(name): words[told[name]] for name in analyzers if name in told}
        rows.append({"Source": source, "Other": other, **names, "Finding": _finding(set(told.values()))})
    return pd.DataFrame(rows, columns=["Source", "Other", *map(printed, analyzers), "Finding"])


def _finding(told: set[str]) -> str:
    if len(told) == 1:
        return STANDS
    return CONTRADICTED if {"higher", "lower"} <= told else HANGS


def signs_by_analyzer(by_source: pd.DataFrame, *, voice: str = "own") -> pd.DataFrame:
    """On which side of zero each instrument puts each source's mean, where its interval leaves zero.

    by_source: as mean_by_source gives it. Returns for readers: Source, one column per instrument, Finding.
    """
    own = with_interval(by_source[by_source["voice"] == voice])
    rows, analyzers = [], list(dict.fromkeys(by_source["analyzer"]))
    for source, part in own.groupby("source", sort=False):
        told = {r.analyzer: _side(r.low, r.high) for r in part.itertuples()}
        words = {"higher": "above zero", "lower": "below zero", "none": "holds zero", "": "too few spans"}
        names = {printed(name): words[told[name]] for name in analyzers if name in told}
        rows.append({"Source": source, **names, "Finding": _finding(set(told.values()))})
    return pd.DataFrame(rows, columns=["Source", *map(printed, analyzers), "Finding"])


def _side(low: float, high: float) -> str:
    """On which side of zero an interval lies: higher, lower, none; "" where there is no interval."""
    if low != low:
        return ""
    return "higher" if low > 0 else "lower" if high < 0 else "none"


def analyzers_answer(orders: pd.DataFrame, signs: pd.DataFrame) -> str:
    """Say which orders of sources and which sides of zero stand under every instrument."""
    if orders.empty and signs.empty:
        return "With a single source and no scores there is nothing that could hang on an instrument."
    first, side = _instruments(orders), _instruments(signs)
    apart = orders[(orders["Finding"] == STANDS) & (orders[first] != "not told apart")] if first else orders
    clear = signs[(signs["Finding"] == STANDS) & ~signs[side].isin(["holds zero", "too few spans"])] if side else signs
    pairs = [f"{r['Source']} {r[first]} {r['Other']}" for r in apart.to_dict("records")]
    sides = [f"{r['Source']} {r[side]}" for r in clear.to_dict("records")]
    every = f"Every instrument tells the same order of {listed(pairs, most=3)}"
    told = every if pairs else "No two sources are put in the same order by every instrument"
    means = "no source's mean lies on the same side of zero by all of them"
    means = f"every instrument puts the mean of {listed(sides, most=5)}" if sides else means
    return f"{told}; {means}. {_contradictions(orders, signs)}"


def _contradictions(orders: pd.DataFrame, signs: pd.DataFrame) -> str:
    """Name what two instruments tell the opposite way."""
    odd, other = (table[table["Finding"] == CONTRADICTED].to_dict("records") for table in (signs, orders))
    told = [f"the side of zero of {r['Source']}" for r in odd]
    told += [f"the order of {r['Source']} and {r['Other']}" for r in other]
    if not told:
        return "No two instruments contradict each other."
    return f"Two instruments contradict each other on {listed(told, most=3)}."


def _instruments(table: pd.DataFrame) -> str:
    """The column of the first instrument."""
    columns = [column for column in table.columns if column not in ("Source", "Other", "Finding")]
    return columns[0] if columns and len(table) else ""


# Loaded words with categories left out


def rates_without_categories(left_out: pd.DataFrame) -> pd.DataFrame:
    """Each source's rate of loaded words with its interval, and what is left of it when one category is left out.

    left_out: as leave_one_category_out gives it. Sources stand in its order, in no rank: their intervals may overlap.
    Returns for readers: Source, Hits, Per 10,000, 95 % from, to, Least (the rate without the category that brings most)
    and Without (that category).
    """
    rows = []
    for source, part in left_out.groupby("source", sort=False):
        usual, without = part[part["left_out"] == ""].iloc[0], part[part["left_out"] != ""]
        least = without.loc[without["rate"].idxmin()] if without["rate"].notna().any() else usual
        rows.append({
            "Source": source, "Hits": int(usual["n"]), "Per 10,000": usual["rate"], "95 % from": usual["low"],
            "to": usual["high"], "Least": least["rate"], "Without": _category(least["left_out"]),
        })  # fmt: skip
    return pd.DataFrame(rows, columns=["Source", "Hits", "Per 10,000", "95 % from", "to", "Least", "Without"])


def _category(name: str) -> str:
    return name.replace("_", " ")


def pairs_without_categories(left_out: pd.DataFrame) -> pd.DataFrame:
    """Pairs of sources whose rates of loaded words are clear of each other, and which category that hangs on.

    left_out: as leave_one_category_out gives it. Returns for readers: Source, Above, Not without (the categories that
    alone bring the intervals to overlap when left out), Only without (those that keep them overlapping), Finding.
    """
    apart = {name: _apart(part) for name, part in left_out.groupby("left_out", sort=False)}
    usual, rows = apart.get("", []), []
    for source, other in dict.fromkeys(pair for pairs in apart.values() for pair in pairs):
        clear = (source, other) in usual
        choices = [_category(name) for name, pairs in apart.items() if ((source, other) in pairs) != clear]
        lost, won = (choices, []) if clear else ([], choices)
        rows.append({"Source": source, "Above": other, "Not without": ", ".join(lost), "Only without": ", ".join(won),
                     "Finding": HANGS if choices else STANDS})  # fmt: skip
    return pd.DataFrame(rows, columns=["Source", "Above", "Not without", "Only without", "Finding"])


def _apart(rows: pd.DataFrame) -> list[tuple[str, str]]:
    """(higher, lower) for each pair of sources whose intervals do not overlap."""
    told = list(rows.itertuples(index=False))
    return [(a.source, b.source) for a in told for b in told if a.low > b.high]


def categories_answer(n_sources: int, pairs: pd.DataFrame) -> str:
    """Say which differences between sources hang on one category of the list.

    pairs: as pairs_without_categories gives them. Sources whose intervals overlap are given no order.
    """
    if n_sources < 2:
        return "With a single source there is no difference that could hang on a category."
    if pairs.empty:
        return "No pair of sources is told apart by loaded words, neither with every category nor without any one."
    told, hanging = [], []
    for r in pairs.to_dict("records"):
        pair = f"{r['Source']} above {r['Above']}"
        told += [pair] if r["Finding"] == STANDS else []
        hanging += [f"{pair} with all of them, but not without {_either(r['Not without'])}"] if r["Not without"] else []
        hanging += [f"{pair} only without {_either(r['Only without'])}"] if r["Only without"] else []
    stands = f"Whichever category is left out: {listed(told, most=6)}." if told else ""
    none = "No difference between two sources stands whichever category is left out."
    return " ".join([stands or none, *(f"{line}." for line in hanging[:4])])


def _either(names: str) -> str:
    """Categories joined by commas, the last by `or`."""
    first, _, last = names.rpartition(", ")
    return f"{first} or {last}" if first else last
