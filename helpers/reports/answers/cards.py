"""One card per source: how it names, what it claims against the others, whom it quotes, what it leaves out."""

from bisect import bisect_right

import pandas as pd

from helpers.reports.answers.comparison import Tables, place
from helpers.reports.answers.doubting import doubt_words
from helpers.reports.answers.mentions import mentions_anchor
from helpers.reports.answers.printing import and_more, printed_terms
from helpers.reports.answers.quoting import MEANT, bare_name, quote_anchor, same_speakers
from helpers.reports.answers.tellings import from_to, quantity_link, ranked, stacked, with_source
from helpers.reports.answers.vocabulary import sign
from helpers.reports.answers.words import count, listed, percent
from helpers.reports.escape import escape, prose
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
        f"<div><dt>{link(name, place(where)).html}</dt><dd>{html}</dd></div>" for name, html, where in rows
    )
    head = f'<h3 id="source-{slug(source)}">{escape(source)}</h3>'
    return Shown(f'<section class="card">{head}<dl class="facts">{items}</dl></section>', source)


def cards(tables: Tables) -> Shown:
    """A card for every source, in the order of the corpus."""
    shown = [card(source, tables) for source in dict.fromkeys(tables.documents.source)]
    return Shown("".join(s.html for s in shown), "\n".join(s.text for s in shown))


def _articles(mine: pd.DataFrame) -> str:
    told = [
        (r.title or r.document, r.author, r.published or "date unknown", f"{r.n_kept_words:,} words")
        for r in mine.itertuples(index=False)
    ]
    return stacked([escape(" · ".join(part for part in parts if part)) for parts in told])


def _of(table: pd.DataFrame, mine: pd.DataFrame) -> pd.DataFrame:
    return table[table.document.isin(mine.document)]


def _voices(mine: pd.DataFrame, tables: Tables) -> str:
    spans = _of(tables.spans, mine)
    size = (spans.end - spans.start).groupby(spans.voice).sum()
    return prose(
        f"{percent(size.get('own', 0) / max(size.sum(), 1))} own, "
        f"{percent(size.get('quoted', 0) / max(size.sum(), 1))} quoted"
    )


def _names(mine: pd.DataFrame, tables: Tables, most: int) -> str:
    names = _of(tables.names, mine)
    names = names[names.voice == "own"]
    if names.empty:
        return "no actor of actors.csv"
    order = names.actor.value_counts(sort=True).index
    source = mine.source.iloc[0]
    lines = [
        f"<em>{escape(a)}</em>: {_counted(names[names.actor == a], 'name', anchor=('name', source, a))}"
        for a in order[:most]
    ]
    return stacked(lines + ([f"and {count(len(order) - most, 'more actor')}"] if len(order) > most else []))


def _counted(rows: pd.DataFrame, column: str, most: int = 4, *, anchor: tuple[str, ...]) -> str:
    """Names or terms with their charge and count, each a link to its hits; anchor: what their anchors begin with."""
    categories = rows.category if "category" in rows else [""] * len(rows)
    marked = rows.assign(sign=[sign(*pair) for pair in zip(rows.charge, categories, strict=True)])
    counts = marked.groupby([column, "sign"], sort=False).size().reset_index(name="n")
    counts = counts.sort_values(["n", column], ascending=[False, True], kind="stable")
    told = [
        link(word, f"03_vocabulary#{mentions_anchor(*anchor, word)}").html + prose(f" {mark} {n}" if mark else f" {n}")
        for word, mark, n in counts.head(most).itertuples(index=False)
    ]
    return ", ".join(told) + and_more(len(counts) - most)


def _terms(mine: pd.DataFrame, tables: Tables, most: int) -> str:
    loaded = _of(tables.loaded_terms, mine)
    loaded = loaded[loaded.voice == "own"]
    anchor = ("loaded", mine.source.iloc[0])
    return f"{len(loaded)}: {_counted(loaded, 'term', most, anchor=anchor)}" if len(loaded) else "none of its own"


def _key_words(source: str, tables: Tables, most: int) -> str:
    key = tables.keyness[
        (tables.keyness.source == source) & (tables.keyness.log_likelihood > 0) & (tables.keyness.q <= 0.05)
    ]
    printed = printed_terms(key.term.head(most), tables.spans)
    told = [
        link(printed[r.term], f"03_vocabulary#{mentions_anchor('key', source, r.term)}").html
        + escape(f" {r.n_target} ({r.rate_target:.0f} against {r.rate_reference:.0f})")
        for r in key.head(most).itertuples(index=False)
    ]
    if not told:
        return "no word at a false-discovery rate of 5 %"
    return f"{', '.join(told)}; in brackets the rate per 10,000 words, here and elsewhere"


def _figures(source: str, tables: Tables, most: int = 4) -> str:
    figures = with_source(tables.figures, tables.documents)
    mine = figures[figures.source == source]
    shared = ranked(tables.figure_groups[tables.figure_groups.n_sources > 1])
    shared = shared[shared.group.isin(mine.group)]
    lines = [
        f"{quantity_link(row)}: {_against(mine[mine.group == row.group], figures[figures.group == row.group])}"
        for row in shared.head(most).itertuples(index=False)
    ]
    told = f"{count(len(mine), 'figure')}, {count(len(shared), 'quantity', 'quantities')} shared with others"
    more = [f"and {len(shared) - most} more on the board"] if len(shared) > most else []
    return stacked([escape(told), *lines, *more])


def _against(mine: pd.DataFrame, every: pd.DataFrame) -> str:
    """What a source tells of a quantity, and from what to what the others do."""
    others = every[every.source != mine.source.iloc[0]]
    doubted = doubt_words(mine.stance)
    return prose(f"{from_to(mine)}{f', {doubted}' if doubted else ''}; others {from_to(others)}")


def _speakers(mine: pd.DataFrame, tables: Tables, most: int) -> str:
    """Who is quoted how often, each a link to the first quotation; under it whose lines are copied."""
    quotes = _of(tables.quotes, mine)
    said = quotes[(quotes.scare == 0) & (quotes.speaker != "")]
    said = said.assign(who=same_speakers(said.speaker.tolist(), _named(mine, tables)))
    first = said.drop_duplicates("who").set_index("who")
    told = [
        link(who, f"01_cleaning#{quote_anchor(first.document[who], first.start[who])}").html + f" {n}"
        for who, n in said.who.value_counts().head(most).items()
    ]
    lines = [", ".join(told) + and_more(said.who.nunique() - most)] if told else []
    copied = _copied(_of(tables.spans, mine), quotes)
    lines += [escape(f"copies from {listed(copied, most=most)}")] if copied else []
    return stacked(lines) or "nobody by name"


def _named(mine: pd.DataFrame, tables: Tables) -> list[str]:
    """Speakers and claimants of any source whom the text of this one names: a surname here is one of theirs."""
    text = "\n".join(_of(tables.spans, mine).text)
    told = dict.fromkeys([*tables.quotes.speaker, *tables.figures.claimant])
    return [bare for name in told if " " in (bare := bare_name(MEANT.sub(r"\1", name))) and bare in text]


def _copied(spans: pd.DataFrame, quotes: pd.DataFrame) -> list[str]:
    """Whose lines are copied: speakers of quoted spans that stand in no quotation."""
    marked = {document: _reach(part) for document, part in quotes.groupby("document")}
    quoted = spans[(spans.voice == "quoted") & (spans.speaker != "")]
    places = zip(quoted.document, quoted.start, quoted.end, quoted.speaker, strict=True)
    return list(dict.fromkeys(who for d, s, e, who in places if not _inside(marked.get(d, ([], [])), s, e)))


def _reach(quotes: pd.DataFrame) -> tuple[list[int], list[int]]:
    """Where the quotations of an article begin, and how far those reach that have begun by then."""
    ordered = quotes.sort_values("start")
    return ordered.start.tolist(), ordered.end.cummax().tolist()


def _inside(reach: tuple[list[int], list[int]], start: int, end: int) -> bool:
    at = bisect_right(reach[0], start) - 1
    return at >= 0 and end <= reach[1][at]


def _left_out(source: str, tables: Tables, most: int = 4) -> str:
    shared = ranked(tables.figure_groups[tables.figure_groups.n_sources > 1])
    silent = [r for r in shared.itertuples(index=False) if source in r.silent_sources.split("; ")]
    links = [quantity_link(row) for row in silent[:most]]
    more = [f"{len(silent) - most} more"] if len(silent) > most else []
    return "; ".join(links + more) if links else "none of the shared quantities"
