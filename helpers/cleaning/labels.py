"""Label every line of a text: what it is in the article, whether it is kept, and which rule decided."""

from bisect import bisect_right

from helpers.cleaning.ends import PARAGRAPH
from helpers.cleaning.facts import KEPT, View, evidence
from helpers.cleaning.lines import Line, cut_lines
from helpers.cleaning.opinion import Decided, second_opinion
from helpers.cleaning.rules import decide
from helpers.cleaning.view import look
from helpers.cleaning.wrapped import unwrap
from helpers.tables import as_table

COLUMNS = ("line", "start", "end", "label", "kept", "rule")
LONGEST_COLUMN, COLUMN_WORDS = 1_000, 3  # lines with fewer words each, on average, that may still hold an article
FEWEST_WORDS = 4  # mean words of a line from which a text of unknown shape is kept rather than lost


def _rescue(view: View, decided: Decided) -> Decided:
    """If nothing but a title is kept, keep the lines that no phrase speaks against: better too much than nothing."""
    if any(label in KEPT - {"title"} for label, _ in decided):
        return decided
    free = [at for at, line in enumerate(view.lines) if not evidence(view, at)[1] and decided[at][1] != "wordless"]
    words = sum(view.lines[at].n_words for at in free)
    if not free or (len(view.lines) > 1 and (len(free) < len(view.lines) / 2 or words < FEWEST_WORDS * len(free))):
        return [("boilerplate", "nothing_to_head") if label == "title" else (label, rule) for label, rule in decided]
    saved = {at for at in free if decided[at][0] not in ("title", "byline", "date")} or set(free)
    return [("body", "only_text") if at in saved else pair for at, pair in enumerate(decided)]


def _is_column(lines: list[Line]) -> bool:
    """Whether a text is an endless column of words: an index, a table's cells, but no line that tells anything."""
    if len(lines) <= LONGEST_COLUMN or any(line.n_words >= PARAGRAPH for line in lines):
        return False
    return sum(line.n_words for line in lines) < COLUMN_WORDS * len(lines)


def by_rules(view: View) -> Decided:
    """(label, rule) of every line by the rules alone."""
    return _rescue(view, [decide(view, at) for at in range(len(view.lines))])


def _decide(lines: list[Line]) -> Decided:
    """(label, rule) of every line of a text."""
    view = look(lines)
    return _rescue(view, second_opinion(view, by_rules(view)))


@as_table(list(COLUMNS))
def label_lines(text: str) -> list[tuple]:
    """Tell the article from the furniture of its page, line by line.

    text: an article as scraped or dumped, or a whole page as plain text; `\\n` newlines.
    Returns one row per non-empty line: `line` (1-based, empty lines counted), `start`, `end` (code points, without the
    white space at both ends), `label` (title, byline, date, dek, body, quoted_block, quoted_headline, caption,
    boilerplate, end_matter), `kept` (1 for title, dek, body, quoted_block), `rule` (the name of the rule that decided,
    see helpers/cleaning/rules.py). The lines of a paragraph that was broken at a fixed width share its label. A text
    that is all furniture, or an endless column of words, has no kept line.
    Never raises on any string.
    Source: two stages of boosted trees on line measures, trained on WCXB (Murrough Foley, CC BY 4.0), then named rules,
    then networks that learned from coded dumps and overrule them where they are surer (rules named `judged_…`).

    >>> label_lines("The mayor of Brill resigned on Monday after a long dispute over the bridge.").label.tolist()
    ['body']
    """
    lines = cut_lines(text)
    if not lines:
        return []
    whole = unwrap(text)
    told = lines if whole is text else cut_lines(whole)
    decided = [("boilerplate", "column_of_words")] * len(told) if _is_column(told) else _decide(told)
    starts = [line.start for line in told]
    rows = []
    for line in lines:
        label, rule = decided[bisect_right(starts, line.start) - 1]
        rows.append((line.number, line.start, line.end, label, int(label in KEPT), rule))
    return rows
