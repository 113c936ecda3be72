"""The chart that says that there is nothing to draw."""

from helpers.charts.sheet import Sheet
from helpers.charts.style import MUTED, NARROW, WIDE, Chart


def nothing_found(message: str) -> Chart:
    """Return a chart whose figure says in one sentence that nothing was found.

    >>> nothing_found("No figure is told by more than one source.").title
    'No figure is told by more than one source.'
    """
    return Chart(message, message, _draw(WIDE, message), _draw(NARROW, message), "There is nothing to draw here.")


def _draw(width: int, message: str):
    sheet = Sheet(width)
    used = sheet.paragraph(sheet.left, sheet.line, message, sheet.right - sheet.left, colour=MUTED)
    return sheet.finish(used + sheet.line)
