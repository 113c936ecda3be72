"""What the brief tells: the event in five lines, and one card per source."""

from typing import NamedTuple
from urllib.parse import quote

import pandas as pd

from helpers.reports.answers.figures import agreement, anchor_of
from helpers.reports.answers.tellings import doubts, from_to, quantity_line, ranked, stacked, with_source
from helpers.reports.answers.vocabulary import rate_in_words
from helpers.reports.answers.words import capital, count, listed, none_or
from helpers.reports.escape import escape, prose
from helpers.reports.show import Shown, link
from helpers.vocabulary import category_rates

HEADINGS = {
    "voice": "01_cleaning#Whose voice speaks?",
    "kept": "01_cleaning#How much of each file is article?",
    "tone": "02_sentiment#Does the tone of the sources differ?",
    "actors": "02_sentiment#How does each source make the actors look?",
    "loaded": "03_vocabulary#Which loaded words does each source use?",
    "names": "03_vocabulary#What does each source call each side?",
    "keyness": "03_vocabulary#Which words set each source apart from the others?",
    "board": "04_figures#Where do the sources contradict each other?",
    "silence": "04_figures#Which source is silent on which quantity?",
    "single": "04_figures#Which figures does only one source tell?",
}

AGREEMENTS = (  # how the tellings of one quantity stand to each other: key, name, in words
    ("agrees", "Agreed", "told alike, neither doubted nor denied"),
    ("disputed", "Disputed", "told alike, but doubted or denied in a source that tells them"),
    ("compatible", "Compatible", "whose bounds overlap"),
    ("conflicts", "Contested", "in conflict"),
)


class Tables(NamedTuple):
    """The tables of a build that the brief reads, articles in English only."""

    documents: pd.DataFrame
    spans: pd.DataFrame
    quotes: pd.DataFrame
    names: pd.DataFrame
    loaded_terms: pd.DataFrame
    keyness: pd.DataFrame
    figures: pd.DataFrame
    figure_groups: pd.DataFrame


def place(section: str) -> str:
    """Address of a section of another report, by its heading.

    >>> place("voice")
    '01_cleaning#Whose-voice-speaks%3F'
    """
    page, _, heading = HEADINGS[section].partition("#")
    return f"{page}#{quote(heading.replace(' ', '-'))}"


def overview(tables: Tables) -> pd.DataFrame:
    """The event in counts (aspect, n, of, detail), in the order to be drawn."""
    shared = tables.figure_groups[tables.figure_groups.n_sources > 1]
    verdicts = agreement(shared, tables.figures).value_counts()
    n, all_groups = len(shared), len(tables.figure_groups)
    own = int((tables.loaded_terms.voice == "own").sum())
    rows = [
        *((name, int(verdicts.get(key, 0)), n, f"shared quantities {words}") for key, name, words in AGREEMENTS),
        ("Told by one", all_groups - n, all_groups, "quantities that a single source tells"),
        ("Silent", int((shared.silent_sources != "").sum()), n, "shared quantities some source leaves out"),
        ("Loaded", own, len(tables.loaded_terms), "loaded terms in the sources' own words"),
    ]
    return pd.DataFrame(rows, columns=["aspect", "n", "of", "detail"])


def brief_answer(tables: Tables) -> str:
    """The comparison in two sentences."""
    sources = list(dict.fromkeys(tables.documents.source))
    shared = tables.figure_groups[tables.figure_groups.n_sources > 1]
    conflicts = shared[shared.verdict == "conflicts"]
    head = f"{capital(count(len(sources), 'source'))}, {count(len(tables.documents), 'article')}. "
    if len(sources) < 2:
        return head + "With a single source there is nothing to compare; its own card stands below."
    if shared.empty:
        return head + "No quantity is told by more than one source."
    told = f"They tell {count(len(shared), 'quantity', 'quantities')} in common"
    if conflicts.empty:
        return head + told + ", none of them in conflict."
    first = next(ranked(conflicts).itertuples(index=False))
    rows = with_source(tables.figures[tables.figures.group == first.group], tables.documents)
    on = f" and contradict each other on {none_or(len(conflicts))} of them"
    told_by = f" is told by {count(first.n_sources, 'source')}"
    one = f"; “{first.label}”{told_by}" if len(conflicts) > 1 else f", “{first.label}”"
    return f"{head}{told}{on}{one}: {from_to(rows, by=True)}{doubts(rows)}."


def five_lines(tables: Tables, *, most: int = 4) -> Shown:
    """The event in five lines: agreed, contested, told by one only, silent, loaded, each with its evidence."""
    shared = tables.figure_groups[tables.figure_groups.n_sources > 1]
    parts = [
        ("Agreed", _alike(shared, tables, most), "board"),
        ("Contested", _quantities(ranked(shared[shared.verdict == "conflicts"]), tables, most), "board"),
        ("Told by one only", [_told_by_one(tables)], "single"),
        ("Silent", _silent(shared, tables), "silence"),
        ("Loaded", _loaded(tables), "loaded"),
    ]
    rows = "".join(
        f"<div><dt>{link(name, place(where)).html}</dt><dd>{stacked(lines) or 'nothing'}</dd></div>"
        for name, lines, where in parts
    )
    return Shown(f'<dl class="facts five">{rows}</dl>', "\n".join(name for name, _, _ in parts))


def _alike(shared: pd.DataFrame, tables: Tables, most: int) -> list[str]:
    """How many shared quantities are told alike, disputed or compatible, as the chart counts them; then the first."""
    kinds = agreement(shared, tables.figures)
    counts = {key: int((kinds == key).sum()) for key, *_ in AGREEMENTS[:-1]}
    words = {"agrees": "agreed", "disputed": "told alike but disputed", "compatible": "compatible"}
    told = [f"{none_or(n)} {words[key]}" for key, n in counts.items() if n or key == "agrees"]
    parts = [ranked(shared[kinds == key]) for key in counts]
    head = prose(f"of {count(len(shared), 'shared quantity', 'shared quantities')}: {listed(told)}")
    return [head, *_quantities(pd.concat(parts), tables, most)] if len(shared) else []


def _quantities(groups: pd.DataFrame, tables: Tables, most: int) -> list[str]:
    """The first quantities, a line each, in the order given."""
    figures = with_source(tables.figures, tables.documents)
    first = groups.head(most).itertuples(index=False)
    lines = [quantity_line(row, figures[figures.group == row.group]) for row in first]
    return lines + ([f"and {len(groups) - most} more"] if len(groups) > most else [])


def _told_by_one(tables: Tables) -> str:
    source = tables.documents.set_index("document").source
    single = tables.figure_groups[tables.figure_groups.n_sources == 1]
    by = (
        tables.figures[tables.figures.group.isin(single.group)]
        .drop_duplicates("group")
        .document.map(source)
        .value_counts()
    )
    return (
        escape(f"{count(len(single), 'quantity', 'quantities')}: {listed([f'{s} {n}' for s, n in by.items()])}")
        if len(single)
        else "no quantity"
    )


def _silent(shared: pd.DataFrame, tables: Tables) -> list[str]:
    sources = list(dict.fromkeys(tables.documents.source))
    silent = {s: sum(s in told.split("; ") for told in shared.silent_sources) for s in sources}
    most_first = sorted((s for s in sources if silent[s]), key=lambda s: -silent[s])
    told = listed([f"{s} on {silent[s]}" for s in most_first])
    return [escape(f"of {count(len(shared), 'shared quantity', 'shared quantities')}: {told}")] if most_first else []


def _loaded(tables: Tables) -> list[str]:
    """Loaded terms in each source's own words, for 10,000 of them, with intervals; in the order of the corpus."""
    rates = category_rates(tables.loaded_terms, tables.spans, tables.documents)
    own = rates[(rates.voice == "own") & (rates.category == "all")]
    head = "loaded terms per 10,000 of a source's own words, with 95 % intervals"
    told = [f"{r.source}: {rate_in_words(r)}, {r.n} in {r.size_tokens:,} words" for r in own.itertuples(index=False)]
    return [prose(line) for line in (head, *told)] if told else []


def english(table: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """The rows of a table that belong to articles in English; tables without the column document pass."""
    if "document" not in table:
        return table
    return table[table.document.isin(documents.loc[documents.language == "en", "document"])].reset_index(drop=True)


def other_languages(documents: pd.DataFrame) -> list[str]:
    """Articles that the measures leave out because of their language, one line each."""
    rest = documents[documents.language != "en"]
    return [
        f"{r.source}: “{r.title or r.document}” is in {r.language!r} and left out of the measures for English."
        for r in rest.itertuples(index=False)
    ]


def anchored(figures: pd.DataFrame) -> pd.DataFrame:
    """Figures whose marks on the board lead to their lines on the figures page."""
    told = zip(figures.document, figures.start, strict=True)
    return figures.assign(anchor=[f"04_figures#{anchor_of(document, start)}" for document, start in told])
