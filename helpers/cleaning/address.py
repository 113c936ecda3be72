"""Find where a page speaks to its reader: disclaimers, notices of law, rules for comments, appeals, corrections.

Such lines are full sentences, so their shape does not give them away. What does is what they do: they speak of the text
and of the outlet, disown opinions, permit or forbid copying, threaten to delete, ask for money or an address.
"""

import re
from functools import lru_cache
from itertools import combinations

from helpers.cleaning.lines import WORD, Line
from helpers.cleaning.phrases import Index, index_phrases, look_up
from helpers.tables import read_lexicon

SENTENCE_START = re.compile(r"(?:^|[.!?:–—-]\s)[\"“(\[]?([A-Z][a-z]*)")
LONGEST = 160  # words of the longest line that is looked at
SHORT = 12  # words of a line that asks for something and says hardly more
APPEALS = frozenset(("related", "mailing", "money", "feedback", "language", "contact"))
# Pairs of roles that the article itself hardly ever plays in one line (counted on lines of WCXB and of news pages).
STRONG = frozenset(
    frozenset(pair.split())
    for pair in (
        "law terms", "copying terms", "copying outlet", "copying law", "copying piece", "outlet piece", "outlet terms",
        "piece terms", "opinion disown", "disown owner", "disown outlet", "disown piece", "conduct sanction",
        "conduct outlet", "origin piece", "contact sanction", "owner piece",
    )
)  # fmt: skip
# Pairs that stand in articles as well, and count where a page speaks to its reader: around the article, in short lines.
WEAK = frozenset(
    frozenset(pair.split())
    for pair in (
        "ask mailing", "ask money", "ask feedback", "ask contact", "contact mailing", "contact outlet",
        "mailing reader", "feedback outlet", "money outlet", "mailing outlet", "mailing money",
        "ask language", "language reader",
        "related reader", "ask related", "opinion outlet", "money piece", "ask piece", "ask outlet", "contact reader",
        "money reader", "feedback reader", "piece related", "outlet related", "ask sanction", "reader sanction",
        "reader outlet", "contact feedback", "opinion owner", "opinion terms", "feedback piece",
    )
)  # fmt: skip
ASKING = frozenset(
    [
        "please", "click", "sign", "subscribe", "follow", "tell", "send", "email", "contact", "call", "write", "share",
        "donate", "give", "join", "support", "download", "visit", "listen", "watch", "tap", "see", "read", "want",
        "have", "do", "did", "if", "for", "to", "like", "help", "get", "stay", "enjoyed", "welcome", "thank", "thanks",
        "become", "buy", "report", "rate", "search", "browse", "check", "find", "let", "note", "learn",
    ]
)  # fmt: skip


@lru_cache(maxsize=1)
def _cues() -> tuple[Index, frozenset[str]]:
    """Every cue with its role, and the words by which they are found."""
    table = read_lexicon("reader_address")
    cues = [tuple(WORD.findall(cue)) for cue in table["cue"]]
    index = index_phrases(zip(cues, table["role"], strict=True))
    return index, frozenset(index)


def roles(line: Line) -> frozenset[str]:
    """The parts a line plays towards its reader, by the cues of data/lexicons/reader_address.csv."""
    if line.n_words > LONGEST:
        return frozenset()
    cues, telling = _cues()
    if telling.isdisjoint(line.lower):
        return frozenset()
    # what a page writes on its buttons and footers counts at the start of a line alone
    return frozenset(role for start, role in look_up(line.lower, cues) if role != "page" or not start)


def address(line: Line, played: frozenset[str]) -> int:
    """How surely a line speaks to the reader of the page: 2 surely, 1 perhaps, 0 not.

    >>> from helpers.cleaning.lines import cut_lines
    >>> line = cut_lines("Opinions voiced here are the writer's and do not reflect those of our magazine.")[0]
    >>> address(line, roles(line))
    2
    """
    if not played:
        return 0
    strong, weak = _weigh(played)
    if strong or ("page" in played and line.n_words <= SHORT * 3):
        return 2
    if line.n_words <= SHORT and line.lower[0] in ASKING and played & APPEALS:
        return 1
    return int(weak and line.n_words <= 45 and _asks(line))


@lru_cache(maxsize=4096)
def _weigh(played: frozenset[str]) -> tuple[bool, bool]:
    """Whether the parts that a line plays are surely, or at least perhaps, those of the page's own voice."""
    pairs = {frozenset(pair) for pair in combinations(played, 2)}
    strong = bool(pairs & STRONG) or ({"opinion", "owner"} < played and bool(played & {"piece", "outlet", "trade"}))
    return strong, bool(pairs & WEAK)


def _asks(line: Line) -> bool:
    return any(start.lower() in ASKING for start in SENTENCE_START.findall(line.text[:600]))
