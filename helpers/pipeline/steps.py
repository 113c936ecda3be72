"""The steps of a build: which notebook answers what, what it reads and what it writes."""

from typing import NamedTuple


class Step(NamedTuple):
    """One notebook of the build."""

    name: str
    title: str
    question: str
    reads: tuple[str, ...]
    writes: tuple[str, ...]
    corpus: tuple[str, ...]  # what it reads of the corpus folder: corpus.toml, articles, actors.csv, gold


STEPS = (
    Step(
        "01_cleaning",
        "Article",
        "What is article, what is page furniture, and whose voice speaks?",
        (),
        ("documents", "lines", "quotes", "spans"),
        ("corpus.toml", "articles", "gold"),
    ),
    Step(
        "02_sentiment",
        "Sentiment",
        "How does each source sound, and toward whom?",
        ("documents", "quotes", "spans"),
        ("sentiment", "sentiment_by_source", "targets", "names"),
        ("actors.csv",),
    ),
    Step(
        "03_vocabulary",
        "Words and names",
        "Which loaded words does each source use, and what does it call each side?",
        ("documents", "quotes", "spans", "names"),
        ("loaded_terms", "term_frequency", "keyness"),
        ("gold",),
    ),
    Step(
        "04_figures",
        "Figures",
        "Who claims how much, on whose word, and where do the sources contradict each other?",
        ("documents", "lines", "quotes", "spans", "names"),
        ("figures", "figure_groups", "other_numbers"),
        ("actors.csv", "gold"),
    ),
    Step(
        "05_comparison",
        "Brief",
        "How does each source tell the event?",
        ("documents", "spans", "quotes", "names", "loaded_terms", "keyness", "figures", "figure_groups"),
        (),
        ("corpus.toml",),
    ),
)
