"""What the vocabulary page tells: loaded words, names, and what sets each source's words apart."""

import pandas as pd

from helpers.reports.answers.words import between, capital, count, listed, none_or, percent
from helpers.tokens import lemmatize, tokenize

SIGNS = {"negative": "▼", "positive": "▲", "distancing": "◆", "neutral": ""}
BOOSTERS = frozenset({"certainty", "intensifier"})  # they strengthen a claim and say nothing good of what it is about


def sign(charge: str, category: str = "") -> str:
    """The mark of a charge; boosters such as "obviously" carry none, for ▲ beside them would read as praise.

    >>> sign("negative"), sign("positive", "heroic"), sign("positive", "certainty")
    ('▼', '▲', '')
    """
    return "" if category in BOOSTERS and charge == "positive" else SIGNS[charge]


def rate_in_words(row: object) -> str:
    """A rate with its 95 % interval, e.g. `210 (140–300)`; row: rate, low, high per 10,000 words."""
    return f"{row.rate:,.0f} ({row.low:,.0f}–{row.high:,.0f})"


def loaded_answer(rates: pd.DataFrame, loaded: pd.DataFrame) -> str:
    """Say how many loaded words were found and which sources' rates are told apart; the order is the corpus's."""
    if loaded.empty:
        return "No loaded term was found in any article."
    own = rates[(rates.voice == "own") & (rates.category == "all")]
    told = [f"{r.source} {rate_in_words(r)}" for r in own.itertuples(index=False)]
    n = capital(count(len(loaded), "loaded term"))
    head = f"{n} in all. Per 10,000 of a source's own words, with 95 % intervals: {listed(told)}."
    return f"{head} {_apart_answer(own)}" if len(own) > 1 else head


def _apart_answer(own: pd.DataFrame) -> str:
    """Say which pairs of sources are told apart."""
    apart, n_pairs = _apart(own), len(own) * (len(own) - 1) // 2
    if not apart:
        return "All intervals overlap, so no source is told from another."
    verb = "is" if len(apart) == 1 else "are"
    pairs = f"{capital(none_or(len(apart)))} of {count(n_pairs, 'pair')} of sources {verb}"
    return f"{pairs} told apart, by intervals that do not overlap: {listed(apart, most=3)}."


def _apart(rows: pd.DataFrame) -> list[str]:
    """Pairs of sources whose intervals do not overlap, as `A above B`."""
    rows = list(rows.itertuples(index=False))
    return [f"{a.source} above {b.source}" for a in rows for b in rows if a.low > b.high]


def rates_table(rates: pd.DataFrame) -> pd.DataFrame:
    """Rates per source, category and voice for readers."""
    return pd.DataFrame(
        {
            "Source": rates.source,
            "Category": rates.category.str.replace("_", " "),
            "Voice": rates.voice,
            "Hits": rates.n,
            "Different terms": rates.n_terms,
            "Words": rates.size_tokens,
            "Per 10,000": rates.rate,
            "95 %": [between(*pair, ".1f") for pair in zip(rates.low, rates.high, strict=True)],
        }
    )


def terms_by_source(loaded: pd.DataFrame, documents: pd.DataFrame, *, voice: str, most: int = 12) -> pd.DataFrame:
    """The loaded terms each source uses most, with their charge and count."""
    rows = loaded[loaded.voice == voice].merge(documents[["document", "source"]], on="document")
    rows = rows.assign(sign=[sign(*pair) for pair in zip(rows.charge, rows.category, strict=True)])
    counts = rows.groupby(["source", "term", "sign"], sort=False).size().reset_index(name="n")
    counts = counts.sort_values(["n", "term"], ascending=[False, True], kind="stable")
    counts["told"] = [" ".join(filter(None, map(str, row))) for row in counts[["term", "sign", "n"]].to_numpy()]
    cells = {source: ", ".join(part.told.head(most)) for source, part in counts.groupby("source", sort=False)}
    totals = rows.groupby("source").size()
    sources = list(dict.fromkeys(documents.source))
    return pd.DataFrame(
        {
            "Source": sources,
            "Hits": [int(totals.get(s, 0)) for s in sources],
            "Most used": [cells.get(s, "none") for s in sources],
        }
    )


def loaded_lines(lines: pd.DataFrame, loaded: pd.DataFrame) -> pd.DataFrame:
    """Lines of evidence with the category, charge and voice of the hit."""
    told = [
        f"({sign(c, k)} {k.replace('_', ' ')}, {v} voice)".replace("( ", "(")
        for c, k, v in zip(loaded.charge, loaded.category, loaded.voice, strict=True)
    ]
    keyed = loaded.assign(remark=told)[["document", "start", "end", "remark"]].drop_duplicates(
        ["document", "start", "end"]
    )
    return lines.merge(keyed, on=["document", "start", "end"], how="left")


def names_answer(counts: pd.DataFrame, *, most: int = 3) -> str:
    """Say how many names carry a charge; then, a line each, charged names one source uses and another never does."""
    own = counts[counts.voice == "own"]
    if own.empty:
        return "No actor of actors.csv is named in a source's own voice."
    charged = int(own.loc[own.charge != "neutral", "n"].sum())
    head = (
        f"{int(own.n.sum()):,} mentions of {count(own.actor.nunique(), 'side or event', 'sides and events')} "
        f"in the sources' own words, {charged or 'none'} of them by a name that carries a charge"
    )
    actors = own.groupby("actor").n.sum().sort_values(ascending=False, kind="stable").index
    told = [line for line in (_contrast(actor, own[own.actor == actor]) for actor in actors) if line]
    return "\n".join([head + (", such as:" if told else "."), *told[:most]])


def _contrast(actor: str, rows: pd.DataFrame) -> str:
    """The charged name used most, alone or inside a longer one, by whom, and who names the actor without any of it."""
    charged = rows[rows.charge != "neutral"]
    if charged.empty:
        return ""
    families = {name: _family(name, charged.name) for name in dict.fromkeys(charged.name)}
    n = charged.groupby("name").n.sum()
    name = max(families, key=lambda name: (n[families[name]].sum(), -len(name.split()), n[name]))
    users = charged[charged.name.isin(families[name])].groupby("source", sort=False).n.sum()
    users = users.sort_values(ascending=False, kind="stable")
    never = [source for source in dict.fromkeys(rows.source) if source not in users.index]
    mark = SIGNS[charged.loc[charged.name == name, "charge"].iloc[0]]
    said = listed([f"{source} {n}" for source, n in users.items()], most=3)
    alone = ", alone or in a longer name," if len(families[name]) > 1 else ""
    return f"{actor}: “{name}” {mark}{alone} in {said}" + (f"; never in {listed(never, most=3)}" if never else "")


def _family(name: str, names: pd.Series) -> list[str]:
    """The names that hold all words of a name, in any form: terrorist, terrorist group, Takfiri terrorism."""
    words = name.lower().split()
    return [n for n in dict.fromkeys(names) if all(any(_akin(w, v) for v in n.lower().split()) for w in words)]


def _akin(word: str, other: str) -> bool:
    """Whether two words are forms of one: alike, or alike in five letters and all but the ending of the shorter."""
    alike = next((i for i, (a, b) in enumerate(zip(word, other, strict=False)) if a != b), min(len(word), len(other)))
    return word == other or (alike >= 5 and alike >= min(len(word), len(other)) - 3)


def name_lines(lines: pd.DataFrame, names: pd.DataFrame) -> pd.DataFrame:
    """Lines of evidence with the actor meant and the charge of the name."""
    told = [f"({a} {SIGNS[c]})" if SIGNS[c] else f"({a})" for a, c in zip(names.actor, names.charge, strict=True)]
    keyed = names.assign(remark=told)[["document", "start", "end", "remark"]].drop_duplicates(
        ["document", "start", "end"]
    )
    return lines.merge(keyed, on=["document", "start", "end"], how="left")


def keyness_answer(keyness: pd.DataFrame, *, q: float) -> str:
    """Say how many terms set each source apart at a false-discovery rate."""
    if keyness.empty:
        return "Keyness needs two sources with words of their own; there is nothing to compare."
    found = keyness[(keyness.q <= q) & (keyness.log_likelihood > 0)].groupby("source", sort=False).size()
    sources = list(dict.fromkeys(keyness.source))
    told = [f"{source} {int(found.get(source, 0))}" for source in sources]
    return (
        f"Terms that are more frequent in a source than in all the others together, at a false-discovery rate of "
        f"{percent(q)}: {listed(told)}."
    )


def keyness_table(keyness: pd.DataFrame) -> pd.DataFrame:
    """Keyness for readers."""
    return pd.DataFrame(
        {
            "Source": keyness.source,
            "Term": keyness.term,
            "Here": keyness.n_target,
            "In the others": keyness.n_reference,
            "Per 10,000 here": keyness.rate_target,
            "others": keyness.rate_reference,
            "G2": keyness.log_likelihood,
            "Log ratio": keyness.log_ratio,
            "95 %": [between(*pair, ".1f") for pair in zip(keyness.low, keyness.high, strict=True)],
            "q": keyness.q,
        }
    )


def key_hits(
    keyness: pd.DataFrame, spans: pd.DataFrame, documents: pd.DataFrame, *, q: float, each: int | None = 1
) -> pd.DataFrame:
    """Hits of the words that set a source apart, own voice, the surest word of each source first.

    each: hits of a word, at most; None for all.
    Returns rank and term of the word, and document, span, start, end of the hit.
    """
    key = keyness[(keyness.q <= q) & (keyness.log_likelihood > 0)]
    wanted = {(r.source, r.term): i for i, r in enumerate(key.itertuples(index=False))}
    rows = []
    for span in (
        spans[spans.voice == "own"].merge(documents[["document", "source"]], on="document").itertuples(index=False)
    ):
        for start, end in tokenize(span.text):
            lemma = lemmatize(span.text[start:end])
            rank = wanted.get((span.source, lemma))
            if rank is not None:
                rows.append((rank, lemma, span.document, span.span, span.start + start, span.start + end))
    hits = pd.DataFrame(rows, columns=["rank", "term", "document", "span", "start", "end"])
    hits = hits.sort_values("rank", kind="stable")
    return hits if each is None else hits.groupby("rank").head(each)
