"""`python -m helpers.reports.picture BUILD OUT.svg` draws a build's board of figures as a picture for the README."""

import sys
from pathlib import Path

from helpers.charts import figures_board, to_svg
from helpers.tables import Build, read_table

PAPER = '<rect width="100%" height="100%" fill="#ffffff"/>'


def board_picture(build: Path) -> str:
    """The board of a build as one SVG on white paper: numbers and single words, no sentence of any article."""
    place = Build(build, build)
    figures, groups, documents = (read_table(name, place) for name in ("figures", "figure_groups", "documents"))
    drawing = figures_board(figures, groups, documents, top=6)
    head, _, rest = to_svg(drawing.wide, drawing.alt).partition(">")
    return f"{head}>{PAPER}{rest}\n"


def main(argv: list[str]) -> int:
    """Draw the board; returns the exit code."""
    if len(argv) != 2:
        print("usage: python -m helpers.reports.picture BUILD OUT.svg", file=sys.stderr)
        return 2
    Path(argv[1]).write_text(board_picture(Path(argv[0])), encoding="utf-8", newline="")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
