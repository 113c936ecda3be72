"""What the sentiment page tells: where the instruments see a difference at all, and which words make their scores."""

import re
from collections.abc import Mapping

import pandas as pd

from helpers.reports.answers.places import line_link
from helpers.reports.answers.words import between, capital, count, cut_around, excerpt, listed, none_or, percent
from helpers.sentiment import LEAST_CHARGED, read_drivers, with_interval

PRINTED = {"textblob": "TextBlob", "vader": "VADER", "counterpoint": "Counterpoint's own list"}
TOLD_LABELS = {"neg": "negative", "neu": "neutral", "pos": "positive"}


def printed(analyzer: str) -> str:
    """The name of an instrument for readers.

    >>> printed("vader")
    'VADER'
    """
    return PRINTED.get(analyzer, analyzer)


def order_answer(order: pd.DataFrame, voice: str = "own") -> str:
    """Say for each instrument how many pairs of sources it tells apart, and name them; never an order that overlaps."""
    told = []
    order = order[order.voice == voice]
    if len(order) and (order["order"] == "none").all():
        named = [printed(analyzer) for analyzer in dict.fromkeys(order.analyzer)]
        pairs = count(len(order) // len(named), "pair")
        return f"No. In the sources' own words, {listed(named)} tell none of the {pairs} of sources apart."
    for analyzer, pairs in order.groupby("analyzer", sort=False):
        apart = pairs[pairs["order"] != "none"]
        names = [
            f"{r.source} above {r.other}" if r.order == "higher" else f"{r.other} above {r.source}"
            for r in apart.itertuples(index=False)
        ]
        found = f"tells {none_or(len(apart))} of {count(len(pairs), 'pair')} of sources apart"
        told.append(f"{printed(analyzer)} {found}" + (f" ({listed(names, most=4)})" if names else ""))
    if not told:
        return "With a single source there is nothing to set apart."
    return f"In the sources' own words, {'; '.join(told)}."


def silence_answer(by_source: pd.DataFrame) -> str:
    """Say how many spans hold no scoring word at all, per instrument."""
    sums = by_source.groupby("analyzer", sort=False)[["n_silent", "n_spans"]].sum()
    parts = [f"{percent(row.n_silent / max(row.n_spans, 1))} for {printed(name)}" for name, row in sums.iterrows()]
    return f"Spans without a single scoring word: {listed(parts)}. They count as 0 in every mean."


def means_table(by_source: pd.DataFrame) -> pd.DataFrame:
    """Means with their intervals for readers; none for a mean of few spans."""
    by_source = with_interval(by_source)
    return pd.DataFrame(
        {
            "Source": by_source.source,
            "Voice": by_source.voice,
            "Instrument": by_source.analyzer.map(printed),
            "Spans": by_source.n_spans,
            "Silent": by_source.n_silent,
            "Mean": by_source["mean"],
            "95 %": [between(*pair, "+.2f") for pair in zip(by_source.low, by_source.high, strict=True)],
        }
    )


def quantifier_answer(drivers: pd.DataFrame) -> str:
    """Say how much of all polarity comes from words of number, degree and size."""
    weight = drivers.assign(size=drivers.n * drivers.weight.abs())
    parts = []
    for analyzer, rows in weight.groupby("analyzer", sort=False):
        total = rows["size"].sum()
        if total:
            parts.append(f"{percent(rows.loc[rows.quantifier == 1, 'size'].sum() / total)} for {printed(analyzer)}")
    return (
        f"Share of all polarity that comes from words of number, degree and size: {listed(parts)}."
        if parts
        else "No scoring word was found."
    )


def drivers_by_source(drivers: pd.DataFrame, analyzer: str, *, most: int = 6) -> pd.DataFrame:
    """Per source and voice the words that move the score up, down, and the quantifiers."""
    rows = []
    for (source, voice), part in drivers[drivers.analyzer == analyzer].groupby(["source", "voice"], sort=False):
        plain, quantifiers = part[part.quantifier == 0], part[part.quantifier == 1]
        rows.append(
            {
                "Source": source,
                "Voice": voice,
                "Down": _words(plain[plain.total < 0], most),
                "Up": _words(plain[plain.total > 0], most),
                "Quantifiers": _words(quantifiers, most),
            }
        )
    return pd.DataFrame(rows, columns=["Source", "Voice", "Down", "Up", "Quantifiers"])


def _words(part: pd.DataFrame, most: int) -> str:
    top = part.reindex(part.total.abs().sort_values(ascending=False, kind="stable").index).head(most)
    return ", ".join(
        f"{words} {total:+.2f}".replace("-", "−") for words, total in zip(top.words, top.total, strict=True)
    )


def strongest(
    sentiment: pd.DataFrame,
    spans: pd.DataFrame,
    documents: pd.DataFrame,
    *,
    analyzer: str,
    sign: int,
    words: int,
    most: int,
) -> pd.DataFrame:
    """The spans an instrument scores most strongly, one of each source in turn, as lines of evidence.

    sign: 1 for the most positive, −1 for the most negative. Quantifiers are left out of the score.
    """
    scored = (
        sentiment[sentiment.analyzer == analyzer]
        .merge(spans, on=["document", "span"])
        .merge(documents[["document", "source"]], on="document")
    )
    scored = scored[scored.polarity_without_quantifiers * sign > 0]
    scored = scored.assign(size=scored.polarity_without_quantifiers * sign)
    scored = scored.sort_values(["size", "document", "span"], ascending=[False, True, True], kind="stable")
    scored = scored.assign(turn=scored.groupby("source").cumcount()).sort_values(
        ["turn", "size"], ascending=[True, False], kind="stable"
    )
    return pd.DataFrame([_line(row, words) for row in scored.head(most).itertuples(index=False)])


def _line(row: object, words: int) -> dict:
    start, end = _driver_at(row.text, read_drivers(row.drivers))
    pre, keyword, post = cut_around(row.text, start, end, words)
    return {
        "source": row.source,
        "document": row.document,
        "line": row.line,
        "pre": pre,
        "keyword": keyword,
        "post": post,
        "remark": f"({row.voice}, {row.polarity:+.2f})".replace("-", "−"),
    }


def _driver_at(text: str, drivers: list[tuple[str, float]]) -> tuple[int, int]:
    """Where the heaviest scoring word stands that the text holds as the instrument names it; (0, 0) if none does."""
    for phrase, _ in sorted(drivers, key=lambda pair: -abs(pair[1])):
        for words in (phrase, phrase.split()[-1] if phrase.split() else ""):
            found = re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text, re.I) if words else None
            if found:
                return found.span()
    return 0, 0


def targets_answer(balance: pd.DataFrame, *, q: float = 0.05, most: int = 6) -> str:
    """Say which actors each source makes look bad or good in its own words, beyond what chance would do.

    balance: as balance_by_actor gives it; q: false-discovery rate of its sign tests; most: pairs named, surest first.
    """
    if balance.empty:
        return "No actor is named in any article; write what each side may be called into actors.csv."
    own = balance[balance.voice == "own"]
    clear = own[own.q <= q].sort_values(["q", "p"], kind="stable")
    tested = f"sign test over sentences, false-discovery rate {percent(q)}"
    n, few = int(own.q.notna().sum()), _too_few(own)
    if clear.empty:
        head = "No source's own words lean to one side about any actor beyond what chance would do"
        return f"{head} ({count(n, 'pair')} of source and actor tested: {tested}). {few}"
    told = [
        f"{r.source} on {r.actor}: {r.n_neg} negative, {r.n_pos} positive of {r.n} mentions; balance "
        f"{r.balance:+.2f} ({r.low:+.2f} to {r.high:+.2f})".replace("-", "−")
        for r in clear.head(most).itertuples(index=False)
    ]
    verb = "leans" if len(clear) == 1 else "lean"
    pairs = f"{capital(none_or(len(clear)))} of {count(n, 'pair')} of source and actor"
    head = f"{pairs} {verb} to one side in a source's own words"
    more = [f"and {len(clear) - most} more in the table"] if len(clear) > most else []
    return "\n".join([f"{head} ({tested}):", *told, *more, few])


def _too_few(own: pd.DataFrame) -> str:
    """Say how many pairs the test could not have found, however they lean."""
    few = int(own.q.isna().sum())
    verb = "has" if few == 1 else "have"
    told = f"{capital(count(few, 'other pair'))} {verb} under {LEAST_CHARGED} sentences that are not neutral"
    return f"{told}, too few to tell a lean from chance."


def balance_table(balance: pd.DataFrame) -> pd.DataFrame:
    """Balance per actor, source and voice for readers."""
    return pd.DataFrame(
        {
            "Actor": balance.actor,
            "Source": balance.source,
            "Voice": balance.voice,
            "Negative": balance.n_neg,
            "Neutral": balance.n_neu,
            "Positive": balance.n_pos,
            "Mentions": balance.n,
            "Balance": balance.balance,
            "95 %": [between(*pair, "+.2f") for pair in zip(balance.low, balance.high, strict=True)],
            "q": balance.q,
        }
    )


def target_lines(lines: pd.DataFrame, targets: pd.DataFrame) -> pd.DataFrame:
    """Lines of evidence with the label the model gave the mention."""
    keyed = targets.assign(
        remark=[
            f"({actor}: {TOLD_LABELS[label]} {score:+.2f})".replace("-", "−")
            for actor, label, score in zip(targets.actor, targets.label, targets.score, strict=True)
        ]
    )
    keyed = keyed.drop_duplicates(["document", "start", "end"])
    return lines.merge(keyed[["document", "start", "end", "remark"]], on=["document", "start", "end"], how="left")


def course_table(course: pd.DataFrame, texts: Mapping[str, str], words: int) -> pd.DataFrame:
    """Every span in reading order with its score, for readers; its first words are a link to its line."""
    return pd.DataFrame(
        {
            "Source": course.source,
            "Article": course.document,
            "Span": course.span,
            "Voice": course.voice,
            "Polarity": course.polarity,
            "Silent": course.silent.map({1: "silent", 0: ""}),
            "Begins": [
                line_link(d, texts[d].count("\n", 0, s) + 1, excerpt(text, min(words, 12)))
                for d, s, text in zip(course.document, course.start, course.text, strict=True)
            ],
        }
    )
