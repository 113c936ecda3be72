"""What the figures page tells: quantities that can be compared, who vouches for what, and who is silent."""

from collections.abc import Mapping

import pandas as pd

from helpers.concordance import EXCERPT_COLUMNS, excerpts
from helpers.figures.numbers import count_number_like
from helpers.reports.answers.doubting import DOUBTED, doubt_words, doubting_sentences
from helpers.reports.answers.quoting import MEANT
from helpers.reports.answers.words import capital, count, listed, none_or
from helpers.reports.escape import escape
from helpers.reports.show import Shown, evidence, slug
from helpers.voice import cue_kind

VERDICTS = {
    "agrees": "all tell the same figure",
    "compatible": "compatible: the bounds overlap",
    "conflicts": "in conflict: the bounds do not overlap",
    "": "told by one source only",
}
STANCES = {"asserted": "", "reported": "reported", "doubted": "doubted", "denied": "denied"}


def anchor_of(document: str, start: int) -> str:
    """Anchor of a figure on the figures page."""
    return f"figure-{slug(document)}-{start}"


def group_anchor(group: str) -> str:
    """Anchor of a comparable quantity on the figures page."""
    return f"group-{slug(group)}"


def with_anchors(figures: pd.DataFrame) -> pd.DataFrame:
    """Figures with the address of their line of evidence, so that the board's marks lead there."""
    places = zip(figures.document, figures.start, strict=True)
    return figures.assign(anchor=[f"#{anchor_of(document, start)}" for document, start in places])


def board_answer(figures: pd.DataFrame, groups: pd.DataFrame) -> str:
    """How many figures there are, how many quantities several sources tell, and how those stand to each other."""
    if figures.empty:
        return "No figure was found in any article."
    shared = groups[groups.n_sources > 1]
    if shared.empty:
        return f"{capital(count(len(figures), 'figure'))}; no quantity is told by more than one source."
    verdicts = agreement(shared, figures).value_counts()
    words = {"agrees": "told alike", "disputed": "told alike but disputed", "compatible": "compatible"}
    words["conflicts"] = "in conflict"
    told = [f"{none_or(int(verdicts[v]))} {said}" for v, said in words.items() if verdicts.get(v, 0)]
    return (
        f"{capital(count(len(figures), 'figure'))} in {count(len(groups), 'quantity', 'quantities')}; "
        f"{count(len(shared), 'quantity is', 'quantities are')} told by more than one source: {listed(told)}."
    )


def agreement(groups: pd.DataFrame, figures: pd.DataFrame) -> pd.Series:
    """How the tellings of each quantity stand to each other: its verdict, but `disputed` for what is told alike.

    groups: figure_groups; figures: with group and stance. A source that tells the same figure in order to doubt or deny
    it does not agree: such a quantity is disputed.
    """
    doubted = figures.loc[figures.stance.isin(DOUBTED), "group"]
    return groups.verdict.mask((groups.verdict == "agrees") & groups.group.isin(doubted), "disputed")


def figure_lines(
    figures: pd.DataFrame, spans: pd.DataFrame, documents: pd.DataFrame, texts: Mapping[str, str], words: int
) -> pd.DataFrame:
    """Each figure in its sentence, with who vouches for it and how the text stands to it; after it what doubts it."""
    lines = excerpts(figures, spans, documents, texts, words=words, most=max(len(figures), 1))
    keyed = figures.assign(
        remark=[_remark(row) for row in figures.itertuples(index=False)],
        anchor=[anchor_of(d, s) for d, s in zip(figures.document, figures.start, strict=True)],
        after=doubting_sentences(figures, texts, words),
    )
    keys = ["document", "start", "end"]
    return lines.merge(keyed[[*keys, "remark", "anchor", "group", "stance", "after"]], on=keys, how="left")


def _remark(row: object) -> str:
    by = row.claimant != "author" and row.stance in DOUBTED and cue_kind(row.cue) in ("deny", "doubt")
    if by:  # who denies a figure does not say it
        parts = [f"{STANCES[row.stance]} by {row.claimant}"]
    else:
        parts = [f"says {row.claimant}" if row.claimant != "author" else "in the author's own word"]
    parts += [f"via {row.relay}"] if row.relay and MEANT.sub(r"\1", row.relay) != row.claimant else []
    parts += [STANCES[row.stance]] if STANCES[row.stance] and row.stance != "reported" and not by else []
    parts += [f"“{row.particles}”"] if row.particles else []
    return f"({', '.join(parts)})"


def group_evidence(groups: pd.DataFrame, lines: pd.DataFrame) -> Shown:
    """One block per comparable quantity: its verdict, why these figures were brought together, and their lines."""
    by_group = dict(list(lines.groupby("group", sort=False)))
    parts, texts = [], []
    for row in groups.itertuples(index=False):
        members = by_group.get(row.group, lines.iloc[:0])
        shown = evidence(members, row.label, headed=True)
        parts.append(
            f'<h3 id="{group_anchor(row.group)}">{escape(capital(row.label))}</h3>'
            f'<p class="note">{escape(capital(_verdict(row.verdict, members)))}.</p>{shown.html}{_why(row)}'
        )
        texts.append(f"{row.label}: {VERDICTS[row.verdict]}\n{shown.text}")
    return Shown("".join(parts), "\n".join(texts))


def _verdict(verdict: str, lines: pd.DataFrame) -> str:
    """The verdict in words; of a figure told alike also in how many of its sources it is doubted or denied."""
    doubted = lines[lines.stance.isin(DOUBTED)] if verdict == "agrees" and "stance" in lines else lines.iloc[:0]
    told = f", but {doubt_words(doubted.stance)} in" if len(doubted) else ""
    doubts = f"{told} {count(doubted.source.nunique(), 'source')}" if told else ""
    return VERDICTS[verdict] + doubts


def _why(row: object) -> str:
    """Why the figures of a group are taken for one quantity, closed until it is asked for."""
    why = getattr(row, "why", "")
    if not why or row.n_figures < 2:
        return ""
    return f'<details class="why"><summary>Why these are compared</summary><p class="note">{escape(why)}</p></details>'


def spin_lines(
    pairs: pd.DataFrame,
    figures: pd.DataFrame,
    spans: pd.DataFrame,
    documents: pd.DataFrame,
    texts: Mapping[str, str],
    words: int,
) -> pd.DataFrame:
    """The same quantity told with opposite spin: each telling once, group by group, the raised ones first.

    pairs: as opposite_spin gives them. Returns lines of evidence.
    """
    told: dict[tuple, str] = {}
    for group in dict.fromkeys(pairs.group):
        rows = list(pairs[pairs.group == group].itertuples(index=False))
        told |= {(r.document, r.start): f"(▲ {r.spin or 'by its particles'})" for r in rows}
        told |= {(r.other_document, r.other_start): f"(▼ {r.other_spin or 'by its particles'})" for r in rows}
    if not told:
        return pd.DataFrame()
    hits = figures.drop_duplicates(["document", "start"])
    hits = hits[[key in told for key in zip(hits.document, hits.start, strict=True)]]
    lines = excerpts(hits, spans, documents, texts, words=words, most=len(hits)).set_index(["document", "start"])
    lines = lines.loc[list(told)].reset_index().assign(remark=list(told.values()))
    return lines[[*EXCERPT_COLUMNS, "remark"]]


def spin_answer(pairs: pd.DataFrame, groups: pd.DataFrame) -> str:
    """Which quantities sources tell with opposite spin."""
    labels = groups.set_index("group").label
    told = [labels[group] for group in dict.fromkeys(pairs.group)]
    if not told:
        return "No quantity is told with words that lean in opposite ways."
    quantities = capital(count(len(told), "quantity is", "quantities are"))
    return f"{quantities} told with words that lean in opposite ways: {listed([f'“{label}”' for label in told])}."


def vouching_answer(figures: pd.DataFrame, documents: pd.DataFrame) -> str:
    """How many figures stand in the author's own word, how many on another's, how many are doubted."""
    if figures.empty:
        return "There is no figure to vouch for."
    own = int((figures.claimant == "author").sum())
    doubted = int(figures.stance.isin(DOUBTED).sum())
    flagged = int(figures.own_side.sum()) if "own_side" in figures else 0
    told = (
        f"{own} of {count(len(figures), 'figure')} stand in the authors' own word, "
        f"{len(figures) - own} on somebody else's; "
        f"{count(doubted, 'figure is', 'figures are')} doubted or denied."
    )
    more = f" In {count(flagged, 'figure')} a side counts its own success or its enemy's losses." if flagged else ""
    return told + more


def single_answer(figures: pd.DataFrame, groups: pd.DataFrame, documents: pd.DataFrame) -> str:
    """How many quantities a single source tells, by source."""
    single = groups[groups.n_sources == 1]
    if single.empty:
        return "No quantity is told by one source only."
    source = documents.set_index("document").source
    by = figures[figures.group.isin(single.group)].drop_duplicates("group").document.map(source).value_counts()
    told = [f"{name} {int(by.get(name, 0))}" for name in dict.fromkeys(documents.source)]
    head = f"{capital(none_or(len(single)))} of {count(len(groups), 'quantity', 'quantities')}"
    return f"{head} {'is' if len(single) == 1 else 'are'} told by one source only: {listed(told)}."


def check_numbers(figures: pd.DataFrame, others: pd.DataFrame, lines: pd.DataFrame, texts: Mapping[str, str]) -> str:
    """Check that every number-like token of a kept line stands in exactly one of the two tables.

    Raises AssertionError naming the first that stands in none or in both.
    """
    taken: dict[str, list[tuple[int, int]]] = {}
    for table in (figures, others):
        for row in table.itertuples(index=False):
            taken.setdefault(row.document, []).append((row.start, row.end))
    n = 0
    for row in lines[lines.kept == 1].itertuples(index=False):
        near = [pair for pair in taken.get(row.document, []) if pair[1] > row.start and pair[0] < row.end]
        for start, end in count_number_like(texts[row.document][row.start : row.end]):
            at = row.start + start
            held = sum(a < row.start + end and at < b for a, b in near)
            assert held == 1, f"{row.document}: {texts[row.document][at : row.start + end]!r} stands in {held} tables"
            n += 1
    places = f"{count(len(figures), 'figure')} or {count(len(others), 'other number')} listed with a reason"
    return f"{n:,} number-like tokens of kept lines, each in one of {places}; a range or a date holds several tokens"


def folded(shown: Shown, summary: str) -> Shown:
    """Something shown, closed until it is opened."""
    return Shown(f"<details><summary>{escape(summary)}</summary>{shown.html}</details>", shown.text)
