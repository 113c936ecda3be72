"""What the cleaning page tells: how much was kept, what was removed and why, whose voice speaks."""

from collections.abc import Mapping
from itertools import pairwise

import pandas as pd

from helpers import cleaning
from helpers.corpus import CorpusError, count_words
from helpers.reports.answers.places import line_link
from helpers.reports.answers.words import capital, count, excerpt, listed, percent


def require_article(lines: pd.DataFrame, documents: pd.DataFrame) -> str:
    """Check that every article keeps at least one line.

    Raises CorpusError naming those that are all furniture.
    """
    kept = set(lines.loc[lines.kept == 1, "document"])
    bare = documents.loc[~documents.document.isin(kept), "file"].tolist()
    if bare:
        raise CorpusError(
            f"{', '.join(bare)} holds nothing but page furniture; save the article itself or take it out of corpus.toml"
        )
    return f"every one of {len(documents)} articles keeps at least one line"


def titles(documents: pd.DataFrame, lines: pd.DataFrame, texts: Mapping[str, str]) -> pd.Series:
    """Headline per document: as corpus.toml gives it, else the line of the text that is labelled title, else empty."""
    found = lines[lines.label == "title"].drop_duplicates("document")
    read = {d: texts[d][s:e].strip() for d, s, e in zip(found.document, found.start, found.end, strict=True)}
    return documents.title.where(documents.title != "", documents.document.map(read).fillna(""))


def kept_words(documents: pd.DataFrame, lines: pd.DataFrame, texts: Mapping[str, str]) -> pd.Series:
    """Words on kept lines per document, in the order of documents."""
    kept = lines[lines.kept == 1]
    words = [count_words(texts[d][s:e]) for d, s, e in zip(kept.document, kept.start, kept.end, strict=True)]
    sums = pd.Series(words, index=kept.document, dtype="int64").groupby(level=0).sum()
    return documents.document.map(sums).fillna(0).astype("int64")


def check_coverage(lines: pd.DataFrame, spans: pd.DataFrame, texts: Mapping[str, str]) -> str:
    """Check that the spans of every article cover the words of its kept lines, each once.

    Raises AssertionError naming the first article where a kept word is lost or doubled.
    """
    rows = dict(list(spans.groupby("document", sort=False)))
    for document, kept in lines[lines.kept == 1].groupby("document", sort=False):
        text = texts[document]
        told = count_words(" \n ".join(text[s:e] for s, e in zip(kept.start, kept.end, strict=True)))
        cut = sorted(zip(rows[document].start, rows[document].end, strict=True)) if document in rows else []
        assert all(a[1] <= b[0] for a, b in pairwise(cut)), f"{document}: spans overlap"
        covered = count_words(" \n ".join(text[s:e] for s, e in cut))
        assert abs(covered - told) <= 0.01 * told + 2, f"{document}: {told} kept words, {covered} in spans"
    return f"the spans of {lines.document.nunique()} articles cover their kept words once"


def check_offsets(spans: pd.DataFrame, texts: Mapping[str, str]) -> str:
    """Check that every span is what its offsets say. Raises AssertionError naming the first that is not."""
    for row in spans.itertuples(index=False):
        assert texts[row.document][row.start : row.end] == row.text, f"{row.document}: span {row.span} has moved"
    return f"{len(spans):,} spans stand where their offsets say"


def removed_by_rule(lines: pd.DataFrame, texts: Mapping[str, str]) -> pd.DataFrame:
    """Removed lines, characters and words by label and rule, most characters first, for readers."""
    parts = [cleaning.removed_by_rule(own, texts[d]) for d, own in lines.groupby("document", sort=False)]
    counts = pd.concat(parts).groupby(["label", "rule"], as_index=False).sum()
    counts = counts.sort_values(["n_characters", "label", "rule"], ascending=[False, True, True], kind="stable")
    return pd.DataFrame(
        {
            "Label": counts.label.str.replace("_", " "),
            "Rule": counts.rule.str.replace("_", " "),
            "Lines": counts.n_lines,
            "Characters": counts.n_characters,
            "Words": counts.n_words,
        }
    )


def check_lines(lines: pd.DataFrame, texts: Mapping[str, str]) -> str:
    """Check that every word of every file stands on exactly one line. Raises AssertionError naming the first lost."""
    rows = dict(list(lines.groupby("document", sort=False)))
    for document, text in texts.items():
        lost = cleaning.lost_words(rows[document], text)
        assert not lost, f"{document}: {lost[:3]} stand on no line or on two"
    return f"every word of {len(texts)} files stands on exactly one labelled line"


def articles_table(documents: pd.DataFrame) -> pd.DataFrame:
    """One row per article for the reader: what is known of it and how long it is."""
    return pd.DataFrame(
        {
            "Source": documents.source,
            "Article": documents.document,
            "Title": documents.title,
            "Published": documents.published.replace({"": "unknown"}),
            "File": documents.file,
            "Words in the file": documents.n_words,
        }
    )


def kept_table(documents: pd.DataFrame, lines: pd.DataFrame) -> pd.DataFrame:
    """One row per article for the reader: words in the file, words kept, share, lines removed, encoding, language.

    The words of an HTML file are those a reader of the page sees.
    """
    words = _file_words(documents)
    removed = lines[lines.kept == 0].groupby("document").size()
    return pd.DataFrame(
        {
            "Source": documents.source,
            "Article": documents.document,
            "Language": documents.language,
            "Read as": documents.encoding,
            "Words in the file": words,
            "Words kept": documents.n_kept_words,
            "Share of words kept": [
                percent(k / n) if n else "–" for k, n in zip(documents.n_kept_words, words, strict=True)
            ],
            "Lines removed": documents.document.map(removed).fillna(0).astype("int64"),
        }
    )


def _file_words(documents: pd.DataFrame) -> pd.Series:
    """Words of each file as it came: of an HTML page all its words, not only those of the text read from it."""
    return documents.n_page_words if "n_page_words" in documents else documents.n_words


def kept_answer(documents: pd.DataFrame, lines: pd.DataFrame) -> str:
    """How much of the files is article, in a sentence or two."""
    n, kept = int(_file_words(documents).sum()), int(documents.n_kept_words.sum())
    removed = lines[lines.kept == 0]
    told = f"Of {n:,} words in {count(len(documents), 'file')}, {kept:,} ({percent(kept / max(n, 1))}) are article; "
    if removed.empty:
        return told + "no line was removed."
    labels = removed.label.value_counts()
    most = listed([f"{label.replace('_', ' ')} {number}" for label, number in labels.items()], most=4)
    return f"{told}{count(len(removed), 'line')} {'was' if len(removed) == 1 else 'were'} removed ({most})."


def removed_lines(lines: pd.DataFrame, documents: pd.DataFrame, texts: Mapping[str, str], words: int) -> pd.DataFrame:
    """Every removed line for the reader: article, line, label, rule, its first words."""
    source = documents.set_index("document").source
    removed = lines[lines.kept == 0]
    begins = [
        excerpt(texts[d][s:e], words) for d, s, e in zip(removed.document, removed.start, removed.end, strict=True)
    ]
    return pd.DataFrame(
        {
            "Source": removed.document.map(source),
            "Article": removed.document,
            "Line": [line_link(d, n) for d, n in zip(removed.document, removed.line, strict=True)],
            "Label": removed.label.str.replace("_", " "),
            "Rule": removed.rule.str.replace("_", " "),
            "Begins": begins,
        }
    )


def voice_answer(spans: pd.DataFrame, quotes: pd.DataFrame) -> str:
    """How much of the articles is quoted, and how often the text names the speaker."""
    size = (spans.end - spans.start).groupby(spans.voice).sum()
    share = size.get("quoted", 0) / max(size.sum(), 1)
    speech = quotes[quotes.scare == 0]
    named = int((speech.speaker != "").sum())
    return (
        f"{capital(percent(share))} of the kept text is in quoted voice. "
        f"{capital(count(len(speech), 'direct quotation'))}: "
        f"{named} with a named speaker, {len(speech) - named} without. "
        f"{capital(count(int((quotes.scare == 1).sum()), 'pair'))} of quotation marks hold a title or a word "
        "set at a distance."
    )


def unnoticed(documents: pd.DataFrame, quotes: pd.DataFrame, blocks: pd.DataFrame) -> list[str]:
    """What a reader of the pages would hardly have noticed, one line each."""
    source = documents.set_index("document").source
    told = [
        f"{source[d]}: {count(n, 'quotation mark')} never closed; each ends here with its paragraph."
        for d, n in quotes[quotes.closed == 0].groupby("document", sort=False).size().items()
    ]
    told += [
        f"{name}: {count(n, 'run')} of lines copied from elsewhere, {size:,} characters in quoted voice."
        for name, n, size in _blocks(blocks)
    ]
    told += [
        f"{s} ({d}): written in {language!r}; kept, but left out of the measures for English."
        for d, s, language in documents[["document", "source", "language"]].itertuples(index=False)
        if language != "en"
    ]
    told += [
        f"{s} ({d}): not UTF-8 but {encoding}."
        for d, s, encoding in documents[["document", "source", "encoding"]].itertuples(index=False)
        if encoding not in ("utf-8", "html")
    ]
    return told + _html_pages(documents)


def _html_pages(documents: pd.DataFrame) -> list[str]:
    pages = documents[documents.encoding == "html"]
    return [
        f"{row.source} ({row.document}): an HTML page of {row.n_page_words:,} words, reduced by trafilatura to the "
        f"{row.n_words:,} of its article; what it left out is not listed line by line."
        for row in pages.itertuples(index=False)
    ]


def _blocks(blocks: pd.DataFrame) -> list[tuple[str, int, int]]:
    grouped = blocks.groupby("Source", sort=False).Characters.agg(["size", "sum"])
    return [(name, int(row["size"]), int(row["sum"])) for name, row in grouped.iterrows()]
