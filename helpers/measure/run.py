"""Every benchmark found in a folder and every hand-coded corpus, two at a time."""

from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from helpers.corpus import load_gold
from helpers.gold import score_tables
from helpers.gold.step import coded_documents
from helpers.measure.articles import HALVES, measure_articles
from helpers.measure.cleaning import DUMPS, measure_dumps, measure_html
from helpers.measure.corpora import gold_folders, tables_of
from helpers.measure.labels import measure_labels
from helpers.measure.numbers import measure_numbers
from helpers.measure.quotes import measure_own_quotes
from helpers.measure.rows import Measured, gold_rows
from helpers.measure.speed import measure_speed
from helpers.measure.tricky import measure_tricky
from helpers.measure.words import SPLITS, measure_keyness, measure_loaded, measure_targets, measure_weights
from helpers.tables import DATA

N_PROCESSES = 2


def measure_gold(name: str, corpus: Path, gold_of: Path, articles: str | Path) -> list[Measured]:
    """The measures of one hand-coded corpus."""
    tables, gold = tables_of(corpus, articles), load_gold(gold_of)
    return gold_rows(name, score_tables(tables, gold), len(coded_documents(gold, tables["documents"])))


def tasks(benchmarks: Path | None) -> list[Callable[[], list[Measured]]]:
    """What there is to measure, the longest first."""
    found: list[Callable[[], list[Measured]]] = []
    if benchmarks:
        found += [partial(measure_dumps, benchmarks, key) for key in DUMPS]
        whole = (measure_html, measure_loaded, measure_numbers, measure_tricky)
        found += [partial(measure, benchmarks) for measure in whole]
        found += [partial(measure_targets, benchmarks, split) for split in SPLITS]
    found += [partial(measure_articles, benchmarks, half) for half in HALVES]
    found += [partial(measure_gold, name, *where) for name, where in gold_folders(DATA, benchmarks).items()]
    return [*found, partial(measure_labels, benchmarks), measure_own_quotes, measure_keyness, measure_weights]


def measure_all(benchmarks: Path | None) -> tuple[list[Measured], dict[str, float]]:
    """Run everything.

    benchmarks: the folder of benchmarks; None measures what needs no outside data.
    Returns the rows, in a fixed order, and processor time by step. Speed is taken last, with nothing beside it.
    """
    rows: list[Measured] = []
    with ProcessPoolExecutor(max_workers=N_PROCESSES) as pool:
        for done in [pool.submit(task) for task in tasks(benchmarks)]:
            rows += done.result()
    speed, by_step = measure_speed(benchmarks) if benchmarks else ([], {})
    return rows + speed, by_step
