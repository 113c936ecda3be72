"""The tables of the figures page: quantities, claims, silences, sums, and numbers that are no figures."""

from collections.abc import Mapping

import pandas as pd

from helpers.figures.units import plural_unit
from helpers.reports.answers.figures import VERDICTS, anchor_of, group_anchor
from helpers.reports.answers.places import line_links
from helpers.reports.answers.words import between, capital, count, cut_around, listed, none_or
from helpers.reports.show import link

# The table's word for every body that is neither a state's nor a company; a reader takes it for charities alone.
PRINTED_TYPES = {"NGO": "organisation or union"}

RELATIONS = {"sum": "sum", "remainder": "what remains", "before": "what was before", "share": "share of a whole",
             "change": "change", "whole": "whole from a share"}  # fmt: skip
CHECKS = {1: "holds: the text tells this result", 0: "does not hold: the text tells another result"}


def groups_table(groups: pd.DataFrame) -> pd.DataFrame:
    """Comparable quantities for readers, each with a link to its lines."""
    shown = groups.sort_values(["n_sources", "n_figures"], ascending=False, kind="stable")
    return pd.DataFrame(
        {
            "Quantity": [link(label, f"#{group_anchor(g)}") for label, g in zip(shown.label, shown.group, strict=True)],
            "Kind": shown.kind.str.replace("_", " "),
            "Figures": shown.n_figures,
            "Sources": shown.n_sources,
            "Told": [between(*pair) for pair in zip(shown.low, shown.high, strict=True)],
            "Ratio": shown.ratio,
            "Verdict": shown.verdict.map(VERDICTS),
            "Silent": shown.silent_sources,
        }
    )


def claims_by_type(figures: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """Source × kind of claimant, as readers are told it, with the number of figures."""
    rows = figures.merge(documents[["document", "source"]], on="document")
    rows = rows.assign(claimant_type=rows.claimant_type.replace(PRINTED_TYPES))
    return rows.groupby(["source", "claimant_type"], sort=False).size().reset_index(name="n")


def silences(groups: pd.DataFrame, figures: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """Quantity × source with the number of figures, quantities told by more than one source first."""
    source = documents.set_index("document").source
    counts = figures.assign(source=figures.document.map(source)).groupby(["group", "source"]).size()
    shared = groups[groups.n_sources > 1].sort_values("n_sources", ascending=False, kind="stable")
    return pd.DataFrame(
        [
            {"label": row.label, "source": name, "n_figures": int(counts.get((row.group, name), 0))}
            for row in shared.itertuples(index=False)
            for name in dict.fromkeys(documents.source)
        ],
        columns=["label", "source", "n_figures"],
    )


def arithmetic_answer(sums: pd.DataFrame) -> str:
    """How many sums the articles' own figures make, and how many of those that can be checked hold."""
    if sums.empty:
        return "No sentence relates its figures in a way that can be worked out."
    checked = sums[sums.holds != ""]
    told = f"{capital(count(len(sums), 'sum'))} can be worked out from the figures of an article"
    if checked.empty:
        return f"{told}; the articles tell no result to hold {'it' if len(sums) == 1 else 'them'} against."
    held = "its result, and it is" if len(checked) == 1 else "the result, and they are"
    wrong = int((checked.holds == 0).sum())
    how = "right" if not wrong else "wrong" if wrong == len(checked) else f"wrong in {count(wrong, 'case')}"
    return f"{told}; for {none_or(len(checked))} the text tells {held} {how}."


def arithmetic_table(sums: pd.DataFrame, documents: pd.DataFrame, texts: Mapping[str, str]) -> pd.DataFrame:
    """Sums inside an article for readers, each with a link to its line."""
    source = documents.set_index("document").source
    holds = [CHECKS.get(value, "the text tells no result") for value in sums.holds]
    return pd.DataFrame(
        {
            "Source": sums.document.map(source),
            "Relation": sums.relation.map(RELATIONS),
            "Worked out": sums.note,
            "Of what": sums.noun,
            "Check": holds,
            "Line": line_links(sums, texts),
        }
    )


def figures_table(figures: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """Every figure claim for readers."""
    source = documents.set_index("document").source
    return pd.DataFrame(
        {
            "Source": figures.document.map(source),
            "Figure": [
                link(text, f"#{anchor_of(d, s)}")
                for text, d, s in zip(figures.text, figures.document, figures.start, strict=True)
            ],
            "Meant": [between(*pair) for pair in zip(figures.low, figures.high, strict=True)],
            "Of what": [_of_what(*pair) for pair in zip(figures.unit, figures.noun, strict=True)],
            "Who vouches": [
                f"{who}, via {relay}" if relay else who
                for who, relay in zip(figures.claimant, figures.relay, strict=True)
            ],
            "Voice": figures.voice,
            "Stance": figures.stance,
            "Weighed by": [_weighed(*pair) for pair in zip(figures.particles, figures.spin, strict=True)],
        }
    )


def _of_what(unit: str, noun: str) -> str:
    """What is counted with its unit, once where they are one word."""
    told = plural_unit(unit) if unit else ""
    return told if noun in (unit, told) else " ".join(filter(None, (told, noun)))


def _weighed(particles: str, spin: str) -> str:
    """The particles and loaded words beside a figure, each once."""
    words = (word.strip() for told in (particles, spin) for word in told.replace(";", ",").split(","))
    return ", ".join(filter(None, dict.fromkeys(words)))


def others_table(others: pd.DataFrame, documents: pd.DataFrame, texts: Mapping[str, str]) -> pd.DataFrame:
    """Everything number-like that is no figure, with its reason and a few words of context."""
    source = documents.set_index("document").source
    context = [_context(texts[d], s, e) for d, s, e in zip(others.document, others.start, others.end, strict=True)]
    return pd.DataFrame(
        {
            "Source": others.document.map(source),
            "Number": others.text,
            "Reason": others.reason,
            "Context": context,
            "Line": line_links(others, texts),
        }
    )


def _context(text: str, start: int, end: int, reach: int = 40) -> str:
    """A few whole words around a number, none of another line."""
    low, high = max(text.rfind("\n", 0, start) + 1, start - reach), end + reach
    before, after = text[low:start], text[end:high].partition("\n")[0]
    pre, number, post = cut_around(before + text[start:end] + after, len(before), len(before) + end - start, 12)
    if low and text[low - 1] not in " \n" and not pre.startswith("…"):
        pre = f"… {pre.partition(' ')[2]}"
    if end + len(after) == high < len(text) and not post.endswith("…"):
        post = f"{post.rpartition(' ')[0]} …"
    return " ".join(f"{pre}{number}{post}".split())


def others_answer(others: pd.DataFrame) -> str:
    """How many number-like tokens are no figures, by reason."""
    reasons = [f"{reason} {n}" for reason, n in others.reason.value_counts().items()]
    return (
        f"{capital(count(len(others), 'number-like token'))} that are no figures: {listed(reasons)}."
        if reasons
        else "Every number-like token is a figure."
    )
