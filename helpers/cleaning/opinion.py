"""A second opinion on the labels that the rules give, learned from dumps that people coded line by line.

The rules see one line at a time, and their order decides. The network sees what they said of a line and of its
neighbours, and every form and place that they look at, and then what was thought of the lines around; where it is surer
of another label, that one holds.
"""

from functools import lru_cache

import numpy as np

from helpers.cleaning.around import look_around
from helpers.cleaning.captions import describes_picture, is_credited, names_scene
from helpers.cleaning.excerpts import is_headline, speaks_first
from helpers.cleaning.facts import KEPT, LABELS, View, evidence
from helpers.cleaning.features import content_words, neighbours
from helpers.cleaning.header import is_clause, is_standfirst
from helpers.cleaning.lines import Line
from helpers.cleaning.marks import (
    HANDLE,
    ends_colon,
    ends_open,
    has_cue,
    is_age,
    is_byline,
    is_date,
    is_name,
    is_stamp,
    opens_quote,
    quoted_throughout,
)
from helpers.cleaning.network import Weights, forward
from helpers.cleaning.signed import are_names, is_signed
from helpers.tables import read_model

SURE = 0.9  # probability from which a line is left out that the rules kept
SAVED = 0.8  # from which a line is kept that the rules left out
LIKELIER = 0.7  # from which a kept line gets another label of those that are kept
FOUND, MARGIN = 0.5, 0.3  # chance of a title where the rules find none, and how much likelier another one must be
TITLE = LABELS.index("title")
SURER = 0.5  # from which a line left out gets another label of those that are left out
COPIED = frozenset(("quoted_block", "quoted_headline"))  # what the rules find copied stays so: they look further
FORMED = frozenset(  # rules that go by a form the networks do not see: what they find stays
    ("list_goes_on", "turn_of_talk", "match_facts", "section_mark", "author_again", "signature")
)
FORMS = (
    is_date, is_age, is_byline, is_name, is_signed, are_names, is_clause, is_standfirst, is_credited, describes_picture,
    names_scene, is_headline, ends_colon, opens_quote, quoted_throughout, has_cue, ends_open, speaks_first, is_stamp,
)  # fmt: skip
NEAR, FAR = (1, -1), (1, 2, -1, -2)  # how far the neighbours are whose forms, and whose labels, are looked at
FURTHEST = 12  # lines from the article's first and last, and from the title, beyond which a line counts as this far
PLAIN = (25, 0.9)  # words and chance from which a line is plainly a paragraph of the article
NO_FORMS = (False,) * (len(FORMS) + 13)
LONGEST = 60  # words of a line that are looked at
Decided = list[tuple[str, str]]


def _forms(line: Line, chance: float) -> tuple[bool, ...]:
    """Which forms a line has, by the questions of the rules and by its signs; none for what is plainly a paragraph."""
    if line.n_words >= PLAIN[0] and chance >= PLAIN[1]:
        return NO_FORMS
    text = line.text
    signs = (
        text[0] == ">", HANDLE.search(text) is not None, text.isupper(), "|" in text or "  " in text, text[-1] in ")]",
        ":" in text[:40], "©" in text, " / " in text, text[0] in "-–—•*+",
        line.mark == "#", line.mark[:2] == "##", line.mark == "*", line.mark == "[",
    )  # fmt: skip
    return tuple([form(line) for form in FORMS]) + signs


def _places(view: View) -> np.ndarray:
    """Where each line stands to the article's ends, its title and its words; column × line."""
    here = np.arange(len(view.lines))
    own = list(map(content_words, view.lines))
    article = set().union(*own[view.first : view.last + 1])
    kin = [len(words & article) / (1 + len(words)) for words in own]
    title = view.title if view.title >= 0 else -FURTHEST
    distances = np.clip([here - view.first, view.last - here, here - title], -FURTHEST, FURTHEST)
    sets = (view.excerpts, view.links, view.pulled)
    flags = [here >= view.tail, here >= view.comments, *([at in found for at in here.tolist()] for found in sets)]
    against = [evidence(view, at)[1] for at in here.tolist()]
    return np.array([*distances, *flags, view.signs, against, kin], float)


def measure(view: View, decided: Decided) -> np.ndarray:
    """All that the network sees of each line but its words: line × column."""
    labels = np.eye(len(LABELS))[:, [LABELS.index(label) for label, _ in decided]]
    chance, places = np.array([view.chance]), _places(view)
    forms = np.array(list(map(_forms, view.lines, view.chance)), float).T
    columns = [view.measures.T, chance, labels, forms, places]
    columns.append(neighbours(np.concatenate([chance, labels]), FAR))
    columns.append(neighbours(np.concatenate([forms, places[-1:]]), NEAR))
    return np.concatenate(columns).T


def words_of(line: Line) -> set[str]:
    """The words of a line in small letters, its first one also marked as first, its last one as last."""
    words = line.lower[:LONGEST]
    return {word for word in words if not word.isdigit()} | {f"^{words[0]}", f"${words[-1]}"} if words else set()


@lru_cache(maxsize=1)
def _model() -> tuple[Weights, Weights, dict[str, int]]:
    """The first networks, the second ones, and the number of every word."""
    model = read_model("labels")
    first, second = (
        {name.removeprefix(stage): model[name].astype(np.float32) for name in model if name.startswith(stage)}
        for stage in ("first_", "second_")
    )
    return first, second, {word: at for at, word in enumerate(model["vocabulary"].tolist())}


def number_words(view: View, vocabulary: dict[str, int]) -> list[list[int]]:
    """For each line the numbers of the words that are known."""
    return [sorted(map(vocabulary.__getitem__, words_of(line) & vocabulary.keys())) for line in view.lines]


def judge(view: View, decided: Decided) -> np.ndarray:
    """Probability of every label in `LABELS` for each line, line × label.

    The second networks see what the first think of the lines around.
    """
    first, second, vocabulary = _model()
    measures, words = measure(view, decided), number_words(view, vocabulary)
    around = look_around(forward(measures, words, first))
    chance = forward(np.concatenate([measures, around], axis=1), words, second)
    return np.round(chance, 6)  # the last digits are the processor's


def _retitle(decided: Decided, chance: np.ndarray) -> Decided:
    """The labels with another line as title, if the networks find one that is likelier by far."""
    title = chance[:, TITLE]
    old, new = next((at for at, (label, _) in enumerate(decided) if label == "title"), -1), int(title.argmax())
    least = FOUND if old < 0 else title[old] + MARGIN
    if new == old or title[new] < least or decided[new][0] in COPIED:
        return decided
    changed = list(decided)
    changed[new] = ("title", "judged_title")
    if old >= 0:
        rest = LABELS[int(np.where(np.arange(len(LABELS)) == TITLE, -1.0, chance[old]).argmax())]
        changed[old] = (rest, f"judged_{rest}")
    return changed


def second_opinion(view: View, decided: Decided) -> Decided:
    """(label, rule) of every line, those replaced of which the networks are surer.

    What is kept changes only where they are very sure, the labels of what is kept where they are sure, those of the
    rest where they are surer than not. A title gives way to one that is likelier by far, and there is one. What the
    rules find to be copied, or know by its form, stays.
    """
    chance = judge(view, decided)
    decided = _retitle(decided, chance)
    chance[[at for at, (label, _) in enumerate(decided) if label != "title"], TITLE] = 0.0
    kept = np.array([label in KEPT for label in LABELS])
    told = np.array([LABELS.index(label) for label, _ in decided])
    same, other = (np.where(kept[told], *least)[:, None] for least in ((LIKELIER, SURER), (SURE, SAVED)))
    allowed = np.where(chance >= np.where(kept == kept[told][:, None], same, other), chance, 0.0)
    best = [LABELS[at] for at in np.where(allowed.max(1) > 0, allowed.argmax(1), told).tolist()]
    return [
        pair if pair[0] == label or pair[0] in COPIED or pair[1] in FORMED else (label, f"judged_{label}")
        for pair, label in zip(decided, best, strict=True)
    ]
