"""Every mention behind a count: of actors by source and voice, of key words by source, of names and loaded terms."""

from collections.abc import Mapping

import pandas as pd

from helpers.concordance import excerpts
from helpers.reports.answers.places import with_first_anchor
from helpers.reports.answers.sentiment import balance_table, target_lines
from helpers.reports.answers.vocabulary import key_hits, loaded_lines, name_lines
from helpers.reports.show import link, slug

WORDS = 10  # words of context around a hit where all hits are listed
PLACE = ["document", "start", "end"]
Texts = Mapping[str, str]  # document → its text
LABEL_ORDER = {"neg": 0, "pos": 1, "neu": 2}


def mentions_anchor(*parts: str) -> str:
    """Anchor of the first line of a list of mentions, e.g. of an actor in one source's own voice.

    >>> mentions_anchor("mention", "Harbour Guard", "Ferry News", "own")
    'mention-harbour-guard-ferry-news-own'
    """
    return "-".join(slug(part) for part in parts)


def _listed(hits: pd.DataFrame, spans: pd.DataFrame, documents: pd.DataFrame, texts: Texts) -> pd.DataFrame:
    return excerpts(hits, spans, documents, texts, words=WORDS, most=max(len(hits), 1))


def _keyed(lines: pd.DataFrame, hits: pd.DataFrame, **columns: object) -> pd.DataFrame:
    """Lines with more columns of their hits, each line once."""
    keyed = hits.assign(**columns)[[*PLACE, *columns]].drop_duplicates(PLACE)
    return lines.merge(keyed, on=PLACE, how="left")


def _ranks(values: pd.Series) -> pd.Series:
    """Each value's place in the order of first appearance, to sort by."""
    return values.map({value: i for i, value in enumerate(dict.fromkeys(values))})


def mention_lines(
    targets: pd.DataFrame, spans: pd.DataFrame, documents: pd.DataFrame, texts: Texts
) -> pd.DataFrame:
    """Every judged mention of an actor: by actor, source and voice, negative ones first, with the label it was given.

    The first line of each actor, source and voice carries the anchor that the table of mentions links to.
    """
    hits = targets.merge(spans[["document", "span", "voice"]], on=["document", "span"])
    lines = target_lines(_listed(hits, spans, documents, texts), targets)
    lines = _keyed(lines, hits, actor=hits.actor, voice=hits.voice, order=hits.label.map(LABEL_ORDER))
    cells = zip(lines.actor, lines.source, lines.voice, strict=True)
    lines = lines.assign(anchor=[mentions_anchor("mention", *cell) for cell in cells], place=_ranks(lines.source))
    return with_first_anchor(lines, ["actor", "place", "voice", "order"])


def linked_balance(balance: pd.DataFrame) -> pd.DataFrame:
    """The table of mentions by actor, source and voice, each number of mentions a link to its lines."""
    cells = zip(balance.actor, balance.source, balance.voice, balance.n, strict=True)
    shown = [link(str(n), "#" + mentions_anchor("mention", actor, source, voice))
             for actor, source, voice, n in cells]  # fmt: skip
    return balance_table(balance).assign(Mentions=shown)


def all_names(names: pd.DataFrame, spans: pd.DataFrame, documents: pd.DataFrame, texts: Texts) -> pd.DataFrame:
    """Every name in context, by source and actor; the first of each name carries the anchor that cards link to."""
    lines = name_lines(_listed(names, spans, documents, texts), names)
    lines = _keyed(lines, names, actor=names.actor, name=names.name)
    cells = zip(lines.source, lines.actor, lines.name, strict=True)
    lines = lines.assign(anchor=[mentions_anchor("name", *cell) for cell in cells], place=_ranks(lines.source))
    return with_first_anchor(lines, ["place", "actor", "name"])


def all_loaded(loaded: pd.DataFrame, spans: pd.DataFrame, documents: pd.DataFrame, texts: Texts) -> pd.DataFrame:
    """Every loaded term in context, by source and term; the first of each carries the anchor that cards link to."""
    lines = _keyed(loaded_lines(_listed(loaded, spans, documents, texts), loaded), loaded, term=loaded.term)
    cells = zip(lines.source, lines.term, strict=True)
    lines = lines.assign(anchor=[mentions_anchor("loaded", *cell) for cell in cells], place=_ranks(lines.source))
    return with_first_anchor(lines, ["place", "term"])


def all_key_words(
    keyness: pd.DataFrame, spans: pd.DataFrame, documents: pd.DataFrame, texts: Texts, *, q: float
) -> pd.DataFrame:
    """Every hit of the words that set a source apart, the surest word of each source first."""
    hits = key_hits(keyness, spans, documents, q=q, each=None)
    lines = _keyed(_listed(hits, spans, documents, texts), hits, term=hits.term, rank=hits["rank"])
    cells = zip(lines.source, lines.term, strict=True)
    lines = lines.assign(
        remark=[f"({term})" for term in lines.term],
        anchor=[mentions_anchor("key", *cell) for cell in cells],
        place=_ranks(lines.source),
    )
    return with_first_anchor(lines, ["place", "rank"])


def linked_keyness(table: pd.DataFrame, keyness: pd.DataFrame, *, q: float) -> pd.DataFrame:
    """The table of keyness, its surest terms as links to their lines; table: as keyness_table gives it."""
    sure = (keyness.q <= q) & (keyness.log_likelihood > 0)
    cells = zip(table.Source, table.Term, sure, strict=True)
    terms = [link(term, "#" + mentions_anchor("key", source, term)) if found else term for source, term, found in cells]
    return table.assign(Term=terms)
