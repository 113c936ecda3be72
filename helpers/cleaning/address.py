"""Find where a page speaks to its reader: disclaimers, notices of law, rules for comments, appeals, corrections.

Such lines are full sentences, so their shape does not give them away. What does is what they do: they speak of the text
and of the outlet, disown opinions, permit or forbid copying, threaten to delete, ask for money or an address.
"""

import re
from collections import defaultdict
from functools import lru_cache
from itertools import combinations

from helpers.cleaning.lines import WORD, Line
from helpers.cleaning.phrases import straight
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
def _cues() -> dict[str, list[tuple[tuple[str, ...], int, str]]]:
    """Every cue by its longest word: its words, the place of that word among them, its role."""
    table, found = read_lexicon("reader_address"), defaultdict(list)
    for cue, role in zip(table["cue"], table["role"], strict=True):
        words = tuple(WORD.findall(cue))
        longest = max(words, key=len)
        found[longest].append((words, words.index(longest), role))
    return dict(found)


def roles(line: Line) -> frozenset[str]:
    """The parts a line plays towards its reader, by the cues of data/lexicons/reader_address.csv."""
    if line.n_words > LONGEST:
        return frozenset()
    cues, played = _cues(), set()
    words = straight(line)
    for at in [at for at, word in enumerate(words) if word in cues]:
        for cue, offset, role in cues[words[at]]:
            start = at - offset
            if role == "page" and start:
                continue  # what a page writes on its buttons and footers counts at the start of a line alone
            if len(cue) == 1 or (start >= 0 and tuple(words[start : start + len(cue)]) == cue):
                played.add(role)
    return frozenset(played)


def address(line: Line, played: frozenset[str]) -> int:
    """How surely a line speaks to the reader of the page: 2 surely, 1 perhaps, 0 not.

    >>> from helpers.cleaning.lines import cut_lines
    >>> line = cut_lines("Opinions voiced here are the writer's and do not reflect those of our magazine.")[0]
    >>> address(line, roles(line))
    2
    """
    if not played:
        return 0
    pairs = {frozenset(pair) for pair in combinations(played, 2)}
    if "page" in played and line.n_words <= SHORT * 3:
        return 2
    if pairs & STRONG or ({"opinion", "owner"} < played and played & {"piece", "outlet", "trade"}):
        return 2
    asks = any(start.lower() in ASKING for start in SENTENCE_START.findall(line.text[:600]))
    shortly = line.n_words <= SHORT and bool(played & APPEALS) and line.lower[0] in ASKING
    return int(shortly or (bool(pairs & WEAK) and line.n_words <= 45 and asks))
