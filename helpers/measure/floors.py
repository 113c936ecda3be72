"""What is measured, what each measure is called, and the floor that issue 3 sets for it."""

from typing import NamedTuple


class About(NamedTuple):
    """One measure: the step it belongs to, its name, what its cases are, its floor, and how it is read.

    floor: None where nothing is asked; at_most: 1 where less is better; places: decimals printed; kept: 0 for what
    stays out of data/measured.json: speeds, which differ from run to run, and scores on articles that were read, where
    the same is measured on articles set aside; short: 1 if the brief names it too.
    """

    step: str
    name: str
    unit: str
    floor: float | None = None
    at_most: int = 0
    places: int = 3
    kept: int = 1
    short: int = 0


CLEANING, SENTIMENT, VOCABULARY, FIGURES, BRIEF = (
    "01_cleaning", "02_sentiment", "03_vocabulary", "04_figures", "05_comparison"
)  # fmt: skip
ARTICLES = {  # what is asked of whole coded articles: step, name, what its cases are
    "quotes": (CLEANING, "F1 of quotations", "quotations"),
    "speakers": (CLEANING, "speakers of quotations", "quotations with a speaker"),
    "precision": (FIGURES, "precision of figures", "figures listed"),
    "recall": (FIGURES, "figures found", "figures"),
    "bound": (FIGURES, "bounds of figures", "figures found"),
    "noun": (FIGURES, "what is counted", "figures found"),
    "claimant": (FIGURES, "who vouches", "figures found"),
    "stance": (FIGURES, "stance", "figures found"),
    "doubts": (FIGURES, "doubts and denials seen", "figures doubted or denied"),
}


def _of_articles(half: str, which: str, kept: int) -> dict[str, About]:
    return {f"articles {key} {half}": About(step, f"{name}, {which}", unit, kept=kept)
            for key, (step, name, unit) in ARTICLES.items()}  # fmt: skip


EXAMPLES, EQUAL = "worked examples", 0.0005  # equal to three decimals
MEASURES = {
    "dump inscriptis": About(CLEANING, "F1 of article text, text dumps", "pages", 0.945, short=1),
    "dump read": About(CLEANING, "F1 of article text, text dumps", "pages"),
    "dump aside": About(CLEANING, "F1 of article text, unseen text dumps", "pages"),
    "dump htmltext": About(CLEANING, "F1 of article text, other text dumps", "pages", 0.945),
    "dump wcxb": About(CLEANING, "F1 of article text, pages of many kinds", "pages", 0.92),
    "html": About(CLEANING, "F1 of article text, HTML pages", "pages", 0.96),
    "html speed": About(CLEANING, "HTML pages per second, one core", "pages", 60, places=0, kept=0),
    "labels read": About(CLEANING, "labels of lines other than furniture, news pages", "lines"),
    "labels aside": About(CLEANING, "labels of lines other than furniture, unseen news pages", "lines", short=1),
    "labels invented": About(CLEANING, "labels of lines other than furniture, unseen invented pages", "lines"),
    "own quotes": About(CLEANING, "F1 of quotations", "quotations", 0.93),
    "own speakers": About(CLEANING, "speakers of quotations", "quotations found", 0.80),
    "targets dev_rw": About(SENTIMENT, "macro-F1 of sentiment toward an actor", "mentions", 0.71, short=1),
    "targets dev_mt": About(SENTIMENT, "macro-F1 where several actors are named", "mentions", 0.69),
    "flips dev_rw": About(SENTIMENT, "positive told as negative or back", "mentions", 0.13, at_most=1),
    "flips dev_mt": About(SENTIMENT, "positive told as negative or back, several actors", "mentions", 0.13, at_most=1),
    "weights": About(SENTIMENT, "size of the trained weights, MB", "files", 1.0, at_most=1, places=2),
    "loaded f1": About(VOCABULARY, "F1 of loaded words", "sentences", 0.30, short=1),
    "loaded precision": About(VOCABULARY, "precision of loaded words", "sentences", 0.30),
    "log-likelihood": About(VOCABULARY, "log-likelihood, largest error", EXAMPLES, EQUAL, at_most=1, places=4),
    "log ratio": About(VOCABULARY, "log ratio, largest error", EXAMPLES, EQUAL, at_most=1, places=4),
    "log odds": About(VOCABULARY, "log odds with prior, largest error", EXAMPLES, EQUAL, at_most=1, places=4),
    "numbers passed": About(FIGURES, "numbers: cases read without a fault", "cases", 0.94, short=1),
    "numbers precision": About(FIGURES, "numbers: precision", "cases", 0.98),
    "listed passed": About(FIGURES, "figures listed: cases without a fault", "cases", 0.94),
    "listed precision": About(FIGURES, "figures listed: precision", "cases", 0.98),
    "tricky found": About(FIGURES, "tricky sentences: figures found", "figures", 0.95),
    "tricky modifiers": About(FIGURES, "tricky sentences: modifiers right", "figures found", 0.95),
    "tricky precision": About(FIGURES, "tricky sentences: precision", "figures listed", 0.95),
    **_of_articles("read", "read articles", kept=0),
    **_of_articles("aside", "unseen articles", kept=1),
    "speed": About(BRIEF, "all steps, ms per 1,000 words, one core", "words", 60, at_most=1, places=1, kept=0),
}
# Floors of the hand-coded corpus: (part, key) as helpers.gold.MEASURES has them.
GOLD_FLOORS = {
    ("lines", "label_accuracy"): 0.97,
    ("lines", "kept"): 0.99,
    ("quotes", "f1"): 0.93,
    ("quotes", "speaker_right"): 0.80,
    ("figures", "f1"): 0.95,
    ("figures", "op"): 0.97,
    ("figures", "noun"): 0.92,
    ("figures", "claimant"): 0.88,
    ("figures", "voice"): 0.97,
    ("figures", "stance"): 0.88,
    ("figures", "decoys"): 0,
    ("groups", "f1"): 0.90,
}
FLOORED = frozenset(("palmyra-2016",))  # the corpora that the floors speak of
SHORT = frozenset((("lines", "kept"), ("quotes", "f1"), ("figures", "f1"), ("groups", "f1")))
