"""Table → Chart: matplotlib figures with a title, a text alternative and a sentence on how to read them.

Reads, computes and saves nothing but what drawing needs. Every function takes the tables as a build leaves them, or the
small table its docstring names, and returns a `Chart` also for an empty table: its figure then says that nothing was
found. In a notebook a Chart shows itself; `to_svg(chart.wide, chart.alt)` gives the drawing alone.

    colours = source_colours(documents["source"])   # once per notebook, handed to every chart as colours=colours

    01  cleaning_bars(lines, spans, documents, *, colours)
    02  sentiment_dots(sentiment_by_source, *, colours)
        sentiment_strips(course, *, colours)          course: document, source, span, polarity, voice, n_hits, text
        actor_balance(balance, *, colours)            balance: source, actor, n_neg, n_neu, n_pos (and name)
    03  category_rates(rates, *, colours)             rates: source, category, voice, n, rate, low, high
        keyness_bars(keyness, *, top=10, colours)
        dispersion_barcodes(hits, *, top=8, colours)  hits: term, document, source, position (0…1)
        names_matrix(names, *, top=4, colours)        names: source, actor, name, charge, n
    04  figures_board(figures, groups, documents, *, min_sources=2, top=12, colours)    figures may have `anchor`
        claimant_matrix(claims, *, colours)           claims: source, claimant_type, n
        silence_matrix(silences, *, top=25, colours)  silences: label, source, n_figures
    05  event_overview(overview)                      overview: aspect, n, of, detail
        voice_shares(spans, documents, *, colours)
"""

from helpers.charts.balance import actor_balance
from helpers.charts.barcodes import dispersion_barcodes
from helpers.charts.cleaning import cleaning_bars
from helpers.charts.comparison import event_overview, voice_shares
from helpers.charts.counts import claimant_matrix, silence_matrix
from helpers.charts.empty import nothing_found
from helpers.charts.figures import figures_board
from helpers.charts.keyness import keyness_bars
from helpers.charts.names import names_matrix
from helpers.charts.sentiment import sentiment_dots
from helpers.charts.strips import sentiment_strips
from helpers.charts.style import FAINT, INK, MUTED, PAPER, Chart, Look, source_colours
from helpers.charts.svg import to_html, to_svg
from helpers.charts.vocabulary import category_rates

__all__ = [
    "FAINT", "INK", "MUTED", "PAPER", "Chart", "Look", "actor_balance", "category_rates", "claimant_matrix",
    "cleaning_bars", "dispersion_barcodes", "event_overview", "figures_board", "keyness_bars", "names_matrix",
    "nothing_found", "sentiment_dots", "sentiment_strips", "silence_matrix", "source_colours", "to_html", "to_svg",
    "voice_shares",
]
