"""The tables of a corpus, made without notebooks, and their score against its hand coding."""

from pathlib import Path

import pandas as pd

from helpers.actors import names_in_spans
from helpers.cleaning import label_lines
from helpers.corpus import load_actors, load_corpus, load_gold
from helpers.figures import group_figures
from helpers.figures.whole import figures_of_corpus
from helpers.gold import Scored, score_tables
from helpers.tables import stack
from helpers.voice import cut_by_voice
from helpers.voice.kept import quotes_on_kept_lines


def tables_of(corpus: Path, articles: str | Path = "") -> dict[str, pd.DataFrame]:
    """The tables of a corpus that hand coding speaks of: documents, lines, quotes, spans, names, figures, groups.

    corpus: its folder; articles: where its files are kept, if elsewhere. Raises CorpusError as load_corpus does.
    """
    documents = load_corpus(corpus, articles)
    texts = dict(sorted(zip(documents.document, documents.text, strict=True)))  # the order a build's texts are read in
    lines = stack(texts, label_lines)
    quotes = stack(texts, quotes_on_kept_lines, lines)
    spans = stack(texts, cut_by_voice, lines, quotes)
    names = names_in_spans(spans, load_actors(corpus), quotes)
    figures, others = figures_of_corpus(texts, lines, quotes, spans)
    figures, groups = group_figures(figures, spans, documents, names)
    return {"documents": documents, "lines": lines, "quotes": quotes, "spans": spans, "names": names,
            "figures": figures, "other_numbers": others, "figure_groups": groups}  # fmt: skip


def _read_build(folder: Path) -> dict[str, pd.DataFrame]:
    paths = [folder / f"{name}.parquet" for name in ("documents", "lines", "quotes", "names", "figures")]
    return {path.stem: pd.read_parquet(path) for path in paths if path.exists()}


def score_corpus(tables: Path, gold: Path) -> Scored:
    """Score the tables folder of a build against a folder of hand coding.

    tables: outputs/NAME/tables; gold: the folder gold/ of a corpus.
    Returns measures by part (lines, quotes, figures, groups, names) and the list of disagreements.
    """
    return score_tables(_read_build(tables), load_gold(gold.parent))


def gold_folders(data: Path, benchmarks: Path | None) -> dict[str, tuple[Path, Path, str | Path]]:
    """Corpora with hand coding: name → (corpus folder, folder that holds its gold/, articles if kept elsewhere).

    data: the folder of corpora; benchmarks: beside it, ../corpora/NAME may hold articles and gold of a corpus that
    keeps neither itself.
    """
    found: dict[str, tuple[Path, Path, str | Path]] = {}
    for corpus in sorted(path.parent for path in data.glob("*/corpus.toml")):
        beside = benchmarks.resolve().parent / "corpora" / corpus.name if benchmarks else corpus
        if (corpus / "gold" / "lines.csv").is_file():
            found[corpus.name] = (corpus, corpus, "")
        elif (beside / "gold" / "lines.csv").is_file():
            found[corpus.name] = (corpus, beside, beside / "articles")
    return found
