"""Quotations and copied lines for readers, each with a link to its place."""

import re
from collections.abc import Mapping, Sequence

import pandas as pd

from helpers.reports.answers.places import line_link
from helpers.reports.answers.words import excerpt
from helpers.reports.show import slug

MEANT = re.compile(r"^[\w -]{2,60}? \[(.+)\]$")  # "she [Ana Lund]", "the mayor [Ana Lund]": with whom it means


def quote_anchor(document: str, start: int) -> str:
    """Anchor of a quotation in the list of quotations."""
    return f"quote-{slug(document)}-{start}"


def quotations(quotes: pd.DataFrame, documents: pd.DataFrame, texts: Mapping[str, str], words: int) -> pd.DataFrame:
    """Every quotation for the reader: source, speaker, cue, kind, its first words as a link to its line."""
    source = documents.set_index("document").source
    kind = [
        "scare quotes or title" if s else "never closes" if not c else "speech"
        for s, c in zip(quotes.scare, quotes.closed, strict=True)
    ]
    return pd.DataFrame(
        {
            "Source": quotes.document.map(source),
            "Speaker": quotes.speaker.where(quotes.speaker != "", "not named"),
            "Cue": quotes.cue,
            "Kind": kind,
            "Begins": [
                line_link(d, texts[d].count("\n", 0, s) + 1, excerpt(text, words), anchor=quote_anchor(d, s))
                for d, s, text in zip(quotes.document, quotes.start, quotes.text, strict=True)
            ],
        }
    )


def embedded(lines: pd.DataFrame, spans: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """Runs of lines copied from elsewhere: source, from whom, first and last line, characters."""
    source = documents.set_index("document").source
    copied = lines[lines.label == "quoted_block"][["document", "line"]]
    who = spans.merge(copied, on=["document", "line"])
    who = who[who.speaker != ""].groupby(["document", "line"]).speaker.agg(lambda s: s.mode().iloc[0])
    sizes = lines.assign(n=lines.end - lines.start).merge(copied, on=["document", "line"])
    sizes["speaker"] = [who.get((d, n), "") for d, n in zip(sizes.document, sizes.line, strict=True)]
    run = ((sizes.document != sizes.document.shift()) | (sizes.speaker != sizes.speaker.shift())).cumsum()
    rows = sizes.groupby(run).agg(
        document=("document", "first"),
        speaker=("speaker", "first"),
        first=("line", "first"),
        last=("line", "last"),
        n=("n", "sum"),
    )
    return pd.DataFrame(
        {
            "Source": rows.document.map(source),
            "Copied from": rows.speaker.where(rows.speaker != "", "not named"),
            "Lines": [
                line_link(d, a, f"{a}–{b}" if a != b else str(a))
                for d, a, b in zip(rows.document, rows["first"], rows["last"], strict=True)
            ],
            "Characters": rows.n,
        }
    )


def same_speakers(speakers: Sequence[str]) -> list[str]:
    """The speakers of one source, each under one name: pronouns under whom they mean, surnames under the full name.

    >>> same_speakers(["Ana Lund", "she [Ana Lund]", "Lund", "The League", "the League"])
    ['Ana Lund', 'Ana Lund', 'Ana Lund', 'The League', 'The League']
    """
    plain = [MEANT.sub(r"\1", speaker) for speaker in speakers]
    found: dict[str, str] = {}
    for name in sorted(dict.fromkeys(plain), key=len, reverse=True):
        low = name.casefold()
        longer = [full for full in found.values() if full.casefold() == low or _is_surname(name, full)]
        found[name] = longer[0] if longer else name
    return [found[name] for name in plain]


def _is_surname(name: str, full: str) -> bool:
    return name[:1].isupper() and " " not in name and full.endswith(f" {name}") and full[:1].isupper()
