"""Where the loaded words stand: in one article or in several, how evenly, and among which other words."""

import pandas as pd

from helpers.reports.answers.printing import printed_terms
from helpers.reports.answers.words import capital, count, listed, none_or, percent
from helpers.stats import chi_square_tail, false_discovery_rate

LEAST_SPREAD = 5  # hits below which DP is near 1 however they are spread


def dispersion_table(dispersion: pd.DataFrame, *, most: int = 30) -> pd.DataFrame:
    """Spread of the terms used most, for readers; DP only where there are hits enough for it to tell a spread."""
    top = dispersion.sort_values(["n", "term"], ascending=[False, True], kind="stable").head(most)
    return pd.DataFrame(
        {
            "Term": top.term,
            "Hits": top.n,
            "Articles": top.n_documents,
            "Tenths of an article that hold it": top.range,
            "DP (0 even, 1 clumped)": top.dp.where(top.n >= LEAST_SPREAD),
        }
    )


def spread_answer(dispersion: pd.DataFrame) -> str:
    """Say how many of the loaded terms met more than once stand in one article only."""
    several = dispersion[dispersion.n > 1]
    if several.empty:
        return "No loaded term is met more than once."
    alone = several[several.n_documents == 1].sort_values(["n", "term"], ascending=[False, True], kind="stable")
    told = [f"{r.term} {r.n}" for r in alone.itertuples(index=False)]
    head = f"{capital(none_or(len(alone)))} of {count(len(several), 'loaded term')} met more than once"
    stand = "stands" if len(alone) == 1 else "stand"
    return f"{head} {stand} in one article only" + (f": {listed(told, most=6)}." if told else ".")


def with_q(collocates: pd.DataFrame) -> pd.DataFrame:
    """Collocates with the false-discovery rate of each among all of them, q."""
    return collocates.assign(q=false_discovery_rate(chi_square_tail(collocates.log_likelihood.to_numpy())))


def collocates_answer(collocates: pd.DataFrame, *, q: float) -> str:
    """Say which words are more frequent near loaded terms than elsewhere; collocates: as with_q gives them."""
    if collocates.empty:
        return "No word stands near loaded terms often enough to be compared."
    found = collocates[(collocates.q <= q) & (collocates.log_likelihood > 0)]
    told = [f"{r.collocate} {r.n_near}" for r in found.itertuples(index=False)]
    words = count(len(collocates), "word")
    verb = "is" if len(found) == 1 else "are"
    head = f"{capital(none_or(len(found)))} of {words} {verb} more frequent near loaded terms than elsewhere"
    return f"{head}, at a false-discovery rate of {percent(q)}" + (f": {listed(told)}." if told else ".")


def collocates_table(collocates: pd.DataFrame, spans: pd.DataFrame, *, most: int = 20) -> pd.DataFrame:
    """Words that stand near loaded terms, as the spans print them, for readers; collocates: as with_q gives them."""
    top = collocates.head(most)
    return pd.DataFrame(
        {
            "Word": top.collocate.map(printed_terms(top.collocate, spans)),
            "Near": top.n_near,
            "Elsewhere": top.n_elsewhere,
            "G2": top.log_likelihood,
            "Log ratio": top.log_ratio,
            "q": top.q,
        }
    )
