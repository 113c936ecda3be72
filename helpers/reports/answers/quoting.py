"""Quotations and copied lines for readers, each with a link to its place."""

import re
from collections.abc import Iterable, Mapping, Sequence

import pandas as pd

from helpers.figures.claimants import HEAD_END, type_words
from helpers.reports.answers.places import line_link
from helpers.reports.answers.words import excerpt
from helpers.reports.show import slug

MEANT = re.compile(r"^[\w -]{2,60}? \[(.+)\]$")  # "she [Ana Lund]", "the mayor [Ana Lund]": with whom it means

ARTICLE = r"(?:the|an?|his|her|their|its) "
DESCRIBED = re.compile(rf"(?:The |An? |{ARTICLE})?(?!{ARTICLE})[a-z]")  # "the pilot Ana Lund", but "the Ferry Board"
TITLES = frozenset({"Mr", "Mrs", "Ms", "Miss", "Dr", "Sir", "Dame", "Lord", "Lady", "Prof", "Professor"})


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


def same_speakers(speakers: Sequence[str], named: Iterable[str] = ()) -> list[str]:
    """The speakers of one source, each under one name: pronouns under whom they mean, surnames under the full name.

    named: other names under which the source tells of persons. A surname that two of them share stays as it is.

    >>> same_speakers(["Ana Lund", "she [Ana Lund]", "Lund", "The League", "the League"])
    ['Ana Lund', 'Ana Lund', 'Ana Lund', 'The League', 'The League']
    >>> same_speakers(["Mayor Lund", "the miller Jo Orr"], ["Ana Lund"])
    ['Ana Lund', 'Jo Orr']
    """
    plain = [MEANT.sub(r"\1", speaker) for speaker in speakers]
    full = {bare for name in (*plain, *named) if " " in (bare := bare_name(name))}
    keys = {name: _key(name, full) for name in plain}
    shown: dict[str, list[str]] = {}
    for name, key in keys.items():
        shown.setdefault(key, [person for person in sorted(full) if person.casefold() == key]).append(name)
    return [max(shown[keys[name]], key=_worth_showing) for name in plain]


def _worth_showing(name: str) -> tuple[bool, bool, int]:
    """A full name goes before a surname, a name alone before one with what its bearer is, a longer before a shorter."""
    described = DESCRIBED.match(name) is not None
    return " " in bare_name(name), not described, len(name)


def bare_name(name: str) -> str:
    """A proper name without what describes its bearer: "the police spokesman Jo Orr, 34" is Jo Orr; "" if none ends it.

    A single word is a surname only where nothing but a title stands before it.
    """
    head = HEAD_END.split(name, maxsplit=1)[0]
    words = head.split()
    small = max((at for at, word in enumerate(words) if not word[:1].isupper() or word == "The"), default=-1)
    proper = words[small + 1 :]
    while len(proper) > 1 and (proper[0].rstrip(".") in TITLES or type_words().get(proper[0].lower()) == "official"):
        proper = proper[1:]
    alone = len(proper) == 1 and (small >= 0 or head != name)
    return "" if alone or " and " in head else " ".join(proper)


def _key(name: str, full: set[str]) -> str:
    """What all names of one speaker have in common; full: the full names of persons and bodies."""
    bare = bare_name(name)
    longer = {person for person in full if person.endswith(f" {bare}")} if bare and " " not in bare else set()
    return (longer.pop() if len(longer) == 1 else bare or name).casefold()
