"""One card per source: how it names, what it claims against the others, whom it quotes, what it leaves out."""

import pandas as pd

from helpers.reports.answers.comparison import Tables, place
from helpers.reports.answers.figures import group_anchor
from helpers.reports.answers.vocabulary import SIGNS
from helpers.reports.answers.words import count, listed, percent
from helpers.reports.escape import escape
from helpers.reports.show import Shown, link, slug


def card(source: str, tables: Tables, *, most: int = 6) -> Shown:
    """One source on one screen: what it is, how it names, what it claims against the others, what it leaves out."""
    mine = tables.documents[tables.documents.source == source]
    rows = [
        ("Articles", _articles(mine), "kept"),
        ("Voice", _voices(mine, tables), "voice"),
        ("Calls the sides", _names(mine, tables, most), "names"),
        ("Loaded words", _terms(mine, tables, most), "loaded"),
        ("Sets it apart", _key_words(source, tables, most), "keyness"),
        ("Figures", _figures(source, tables), "board"),
        ("Quotes", _speakers(mine, tables, most), "voice"),
        ("Leaves out", _left_out(source, tables), "silence"),
    ]
    items = "".join(
        f"<div><dt>{escape(name)}</dt><dd>{html} {link('evidence', place(where)).html}</dd></div>"
        for name, html, where in rows
    )
    return Shown(
        f'<section class="card" id="source-{slug(source)}"><h3>{escape(source)}</h3><dl class="facts">{items}</dl>'
        "</section>",
        source,
    )


def cards(tables: Tables) -> Shown:
    """A card for every source, in the order of the corpus."""
    shown = [card(source, tables) for source in dict.fromkeys(tables.documents.source)]
    return Shown("".join(s.html for s in shown), "\n".join(s.text for s in shown))


def _articles(mine: pd.DataFrame) -> str:
    return "<br>".join(
        escape(" · ".join(x for x in (r.title or r.document, r.author, r.published, f"{r.n_kept_words:,} words") if x))
        for r in mine.itertuples(index=False)
    )


def _of(table: pd.DataFrame, mine: pd.DataFrame) -> pd.DataFrame:
    return table[table.document.isin(mine.document)]


def _voices(mine: pd.DataFrame, tables: Tables) -> str:
    spans = _of(tables.spans, mine)
    size = (spans.end - spans.start).groupby(spans.voice).sum()
    return escape(
        f"{percent(size.get('own', 0) / max(size.sum(), 1))} own, "
        f"{percent(size.get('quoted', 0) / max(size.sum(), 1))} quoted"
    )


def _names(mine: pd.DataFrame, tables: Tables, most: int) -> str:
    names = _of(tables.names, mine)
    names = names[names.voice == "own"]
    if names.empty:
        return "no actor of actors.csv"
    order = names.actor.value_counts(sort=True).index[:most]
    return "<br>".join(f"<em>{escape(actor)}</em>: {_counted(names[names.actor == actor], 'name')}" for actor in order)


def _counted(rows: pd.DataFrame, column: str, most: int = 4) -> str:
    counts = rows.groupby([column, "charge"], sort=False).size().reset_index(name="n")
    counts = counts.sort_values(["n", column], ascending=[False, True], kind="stable")
    told = [
        " ".join(x for x in (getattr(r, column), SIGNS[r.charge], str(r.n)) if x)
        for r in counts.head(most).itertuples()
    ]
    return escape(", ".join(told) + (f" and {len(counts) - most} more" if len(counts) > most else ""))


def _terms(mine: pd.DataFrame, tables: Tables, most: int) -> str:
    loaded = _of(tables.loaded_terms, mine)
    loaded = loaded[loaded.voice == "own"]
    return f"{len(loaded)}: {_counted(loaded, 'term', most)}" if len(loaded) else "none of its own"


def _key_words(source: str, tables: Tables, most: int) -> str:
    key = tables.keyness[
        (tables.keyness.source == source) & (tables.keyness.log_likelihood > 0) & (tables.keyness.q <= 0.05)
    ]
    told = [f"{r.term} ({r.n_target} here, {r.n_reference} elsewhere)" for r in key.head(most).itertuples(index=False)]
    return escape(", ".join(told)) if told else "no word at a false-discovery rate of 5 %"


def _figures(source: str, tables: Tables) -> str:
    document_source = tables.documents.set_index("document").source
    figures = tables.figures.assign(source=tables.figures.document.map(document_source))
    shared = tables.figure_groups[
        (tables.figure_groups.n_sources > 1)
        & tables.figure_groups.group.isin(figures.loc[figures.source == source, "group"])
    ]
    lines = [
        f"{link(row.label, f'04_figures#{group_anchor(row.group)}').html}: "
        f"{escape(_against(row.group, source, figures))}"
        for row in shared.itertuples(index=False)
    ]
    n = int((figures.source == source).sum())
    return "<br>".join([escape(f"{count(n, 'figure')}, {len(shared)} quantities shared with others"), *lines])


def _against(group: str, source: str, figures: pd.DataFrame) -> str:
    rows = figures[figures.group == group]
    mine = list(dict.fromkeys(rows.loc[rows.source == source, "text"]))
    others = list(dict.fromkeys(f"{r.text} ({r.source})" for r in rows[rows.source != source].itertuples(index=False)))
    return f"{', '.join(mine)}; others: {', '.join(others)}"


def _speakers(mine: pd.DataFrame, tables: Tables, most: int) -> str:
    spans = _of(tables.spans, mine)
    said = spans[(spans.voice == "quoted") & (spans.speaker != "")].drop_duplicates(["document", "line", "speaker"])
    counts = said.speaker.value_counts()
    return escape(listed([f"{who} {n}" for who, n in counts.items()], most=most)) if len(counts) else "nobody by name"


def _left_out(source: str, tables: Tables) -> str:
    shared = tables.figure_groups[tables.figure_groups.n_sources > 1]
    silent = [r for r in shared.itertuples(index=False) if source in r.silent_sources.split("; ")]
    links = [link(r.label, f"04_figures#{group_anchor(r.group)}").html for r in silent]
    return ", ".join(links) if links else "none of the shared quantities"
