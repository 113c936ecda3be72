"""What was measured as rows with their bounds, and the table that is printed."""

from collections.abc import Iterable
from statistics import median
from typing import NamedTuple

from helpers.bench.rebuilds import Rebuilds

MOST_OF_PLAIN = 0.30  # share of the time by hand that a build from nothing may take
MOST_UNCHANGED = 1.5  # seconds of a build with nothing to do
MOST_TEXTBLOB = 6.0  # all steps together, in calls of TextBlob's sentiment for each span
MOST_GROWTH = 1.10  # cost of an article in the largest corpus over that in the smallest
MOST_MB = 1_000  # peak memory of the largest corpus
PLAIN = "TextBlob"  # what begins so is no step of ours
CALL, ALL = "TextBlob, each span", "all steps"


class Row(NamedTuple):
    """One figure: what it is, its value with unit, its bound ("" if none), and whether it holds."""

    what: str
    value: float
    unit: str
    most: float | None = None

    @property
    def holds(self) -> bool:
        """Whether the bound holds; True where there is none."""
        return self.most is None or self.value <= self.most


def rebuild_rows(told: Rebuilds) -> list[Row]:
    """Rows of the rebuilds, seconds of each step at the end."""
    rows = []
    for name, took in zip(("by hand (papermill, nbconvert)", "from nothing"), (told.plain, told.built), strict=True):
        rows.append(Row(f"build {name}", median(one.seconds for one in took), "s"))
        rows.append(Row("  processor time of it", median(one.processor for one in took), "s"))
    rows += [
        Row("build from nothing, share of the time by hand", told.ratio, "", MOST_OF_PLAIN),
        Row("build with nothing changed", median(one.seconds for one in told.unchanged), "s", MOST_UNCHANGED),
        Row("steps that ran with nothing changed", len(told.ran), "", 0),
    ]
    return rows + [Row(f"  {name}", seconds, "s") for name, seconds in told.steps.items()]


def _ours(seconds: dict[str, float]) -> float:
    return sum(value for name, value in seconds.items() if not name.startswith(PLAIN))


def size_rows(rounds: list[list[dict]]) -> list[Row]:
    """Rows of the made articles that have a bound.

    rounds: what each round through corpora of every size took, the smallest first, each as `measure_size` gives it.
    Ratios are taken within a round, and the median of the rounds counts; of the memory the most.
    """
    growth = [_cost(sizes[-1], ALL) / _cost(sizes[0], ALL) for sizes in rounds]
    ratios = [_ours(size["seconds"]) / size["seconds"][CALL] for sizes in rounds for size in sizes]
    peak = max(sizes[-1]["peak_mb"] for sizes in rounds)
    return [
        Row("all steps, in TextBlob's calls for each span", median(ratios), "×", MOST_TEXTBLOB),
        Row("an article's cost, largest corpus over smallest", median(growth), "×", MOST_GROWTH),
        Row(f"peak memory, {rounds[0][-1]['articles']:,} articles", peak, "MB", MOST_MB),
    ]


def _cost(size: dict, name: str) -> float:
    """Milliseconds an article of one step, or of all."""
    return 1_000 * _seconds(size["seconds"], name) / size["articles"]


def steps_table(rounds: list[list[dict]]) -> str:
    """Each step, TextBlob's plain calls below: articles a second in the largest corpus, ms an article in each.

    rounds: as for `size_rows`; medians of the rounds.
    """
    sizes = list(zip(*rounds, strict=True))  # size × round
    head = ["one core", "articles/s", *(f"ms of {same[0]['articles']:,}" for same in sizes), "growth"]
    cells = [head]
    for name in [*rounds[0][0]["seconds"], ALL]:
        ms = [median(_cost(size, name) for size in same) for same in sizes]
        growth = median(_cost(told[-1], name) / _cost(told[0], name) for told in rounds)
        cells.append([name, f"{1_000 / ms[-1]:,.0f}", *(f"{value:.2f}" for value in ms), f"{growth:.2f}×"])
    cells.append(["peak memory, MB", "", *(f"{max(size['peak_mb'] for size in same):,}" for same in sizes), ""])
    widths = [max(len(line[i]) for line in cells) for i in range(len(head))]
    return "\n".join("  ".join([line[0].ljust(widths[0]), *map(str.rjust, line[1:], widths[1:])]) for line in cells)


def _seconds(seconds: dict[str, float], name: str) -> float:
    return max(_ours(seconds) if name == ALL else seconds[name], 1e-9)


def as_table(rows: Iterable[Row]) -> str:
    """The rows in columns, with a last line that says how many bounds hold."""
    rows = list(rows)
    width = max((len(row.what) for row in rows), default=0)
    lines = [_line(row, width) for row in rows]
    bounds = [row for row in rows if row.most is not None]
    missed = [f"Missed: {row.what.strip()}: {row.value:,.2f}{row.unit}" for row in bounds if not row.holds]
    return "\n".join([*lines, "", f"{len(bounds) - len(missed)} of {len(bounds)} bounds hold.", *missed])


def _line(row: Row, width: int) -> str:
    places = 0 if row.unit in ("MB",) else 2
    bound = "" if row.most is None else f"  ≤ {row.most:g}  {'yes' if row.holds else 'NO'}"
    return f"{row.what:{width}}  {row.value:10,.{places}f} {row.unit:2}{bound}".rstrip()
