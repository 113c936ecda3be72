"""Figure → SVG text for a page: small, the same bytes on every run, safe to put among others on one page."""

import html
import io
import re
import warnings

import matplotlib
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure

from helpers.charts.style import Chart, visible

# Text stays text (it can be selected and found); every fallback is narrower than the font the labels were measured in.
FONTS = "'DejaVu Sans', Verdana, sans-serif"

_SETTINGS = {"svg.fonttype": "none", "svg.hashsalt": "counterpoint", "path.simplify": False}
_HEAD = re.compile(r"\A(?:(?!<svg ).)*+<svg [^>]*+>", re.DOTALL)
_METADATA = re.compile(r"<metadata>.*?</metadata>|<defs>\s*<style[^>]*>[^<]*</style>\s*</defs>|<!--.*?-->", re.DOTALL)
_ID = re.compile(r' id="[^"]*"')
_LINK = re.compile(r'<a xlink:href="([^"]*)" target="_blank">')
_FAMILY = re.compile(r"font-family: [^;\"]*(?:; )?")
_NO_TURN = re.compile(r' transform="rotate\(-?0 [^)"]*\)"')
_HOVER = re.compile(r'<g id="(hover-\d+)">')
_LONG = re.compile(r"-?\d+\.\d{3,}(?:e-?\d+)?")
_PATH = re.compile(r'(?<= d=")[^"]*|(?<= [xy]=")[^"]*')
_SPACE = re.compile(r">\s+<")
_BREAKS = re.compile(r"\s*\n")


def to_svg(figure: Figure, alt: str = "") -> str:
    """Return a figure of these charts as an `<svg>` element to be put into a page.

    alt: its text alternative. The element has role="img", scales down with its column, carries no id, no style sheet,
    no date and no address but `#ANCHOR` on its own page and `report:PAGE#ANCHOR`, which a page makes relative. Links
    inside are a convenience of the pointer: the table under the chart holds the same links for the keyboard.
    """
    buffer = io.StringIO()
    with matplotlib.rc_context(_SETTINGS), warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Glyph .* missing")  # the reader's browser has more fonts
        FigureCanvasSVG(figure).print_svg(buffer, metadata={"Date": None})
    hovers = getattr(figure, "hover", {})
    body = _METADATA.sub("", _HEAD.sub("", buffer.getvalue(), count=1))
    body = _HOVER.sub(lambda m: f"<g><title>{html.escape(hovers.get(m[1], ''))}</title>", body)
    body = _LINK.sub(lambda m: f'<a href="{m[1]}" tabindex="-1">', _ID.sub("", body))
    body = _PATH.sub(lambda m: _LONG.sub(_rounded, m[0]), _NO_TURN.sub("", _FAMILY.sub("", body)))
    return _opening(figure, alt) + _BREAKS.sub(" ", _SPACE.sub("><", body)).strip()


def _rounded(match: re.Match) -> str:
    """Round a coordinate to a hundredth of a pixel."""
    return f"{float(match[0]):.2f}".rstrip("0").rstrip(".")


def _opening(figure: Figure, alt: str) -> str:
    width, height = (round(72 * inches) for inches in figure.get_size_inches())
    label = html.escape(visible(alt, 2000), quote=True)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{label}" viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}" style="max-width:100%;height:auto;font-family:{FONTS};'
        'stroke-linejoin:round">'
    )


def to_html(chart: Chart) -> str:
    """Return a chart as a `<figure>`: its title, the wide and the narrow drawing, how to read it.

    The narrow drawing is `hidden`; a page shows it instead of the wide one on small screens by its own style sheet
    (`.chart-wide`, `.chart-narrow`).
    """
    narrow = f'<div class="chart-narrow" hidden>{to_svg(chart.narrow, chart.alt)}</div>' if chart.narrow else ""
    kind = "chart-wide" if chart.narrow else "chart-only"
    return (
        f'<figure class="chart"><p class="chart-title"><strong>{html.escape(chart.title)}</strong></p>'
        f'<div class="{kind}">{to_svg(chart.wide, chart.alt)}</div>{narrow}'
        f'<figcaption class="chart-reading">{html.escape(chart.how_to_read)}</figcaption></figure>'
    )


