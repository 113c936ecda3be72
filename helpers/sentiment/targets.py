"""Sentiment toward an actor: what a sentence says of the one it names, and the balance of each source."""

import pandas as pd

from helpers.sentiment.model import LABELS, class_probabilities
from helpers.stats import difference_interval, false_discovery_rate, sign_test

TARGETS = ["document", "span", "start", "end", "actor", "label", "score"]
# From here on at least three in four mentions told as negative or positive are coded so too, on real-world sentences
# four in five, and one in fourteen or fewer the other way round (both splits of NewsMTSC).
CLEAR = 0.5
BALANCE = ["actor", "source", "voice", "n_neg", "n_neu", "n_pos", "n", "balance", "low", "high",
           "n_spans_neg", "n_spans_pos", "p", "q"]
LEAST_CHARGED = 6  # charged spans; with fewer, even all alike, an exact two-sided sign test stays above .05
SIGNS = {"neg": -1.0, "neu": 0.0, "pos": 1.0}


def target_sentiment(sentence: str, start: int, end: int) -> str:
    """Tell how a sentence makes the one it names look.

    sentence: any text; start, end: offsets of the mention in it, end exclusive.
    Returns "neg", "neu" or "pos". Names carry no charge of their own: only the words around them are read.
    Raises ValueError if the offsets lie outside of the sentence or hold nothing.

    >>> target_sentiment("Critics praised Mayor Orlan for her courage.", 16, 27)
    'pos'
    """
    if not 0 <= start < end <= len(sentence):
        raise ValueError(f"no mention at {start}–{end} of a sentence of {len(sentence)} characters")
    return LABELS[int(class_probabilities([(sentence, start, end)])[0].argmax())]


def _without_events(names: pd.DataFrame, actors: pd.DataFrame | None) -> pd.DataFrame:
    kinds = names if "kind" in names else actors
    if kinds is None or "kind" not in kinds:
        return names
    return names[~names["actor"].isin(set(kinds.loc[kinds["kind"] == "event", "actor"]))]


def score_targets(spans: pd.DataFrame, names: pd.DataFrame, actors: pd.DataFrame | None = None) -> pd.DataFrame:
    """Sentiment toward the actor at each mention; mentions of the event itself are left out.

    spans: document, span, start, end, text; names: document, span, start, end, actor (as find_names gives it, with its
    span), its mentions inside their span; actors: actor, kind (side or event), if names has no column kind.
    Returns one row per mention: document, span, start, end, actor, label (neg, neu, pos), score (probability of
    pos less probability of neg, −1…1).
    """
    names = _without_events(names, actors)
    rows, mentions = _in_spans(spans, names)
    probabilities = class_probabilities(mentions)
    labels = [LABELS[i] for i in probabilities.argmax(axis=1).tolist()]
    kept = names[TARGETS[:5]].iloc[rows].reset_index(drop=True)
    return kept.assign(label=labels, score=probabilities[:, 2] - probabilities[:, 0])


def clear_mentions(targets: pd.DataFrame, label: str) -> pd.DataFrame:
    """The mentions told as `label` (neg or pos) that the model is sure of, the surest first; often none.

    targets: as score_targets gives it. A score near zero is a label by a hair and no example of anything.

    >>> told = pd.DataFrame({"label": ["pos", "pos", "neg"], "score": [0.04, 0.8, -0.9]})
    >>> clear_mentions(told, "pos").score.tolist()
    [0.8]
    """
    size = targets["score"] * SIGNS[label]
    sure = targets[(targets["label"] == label) & (size >= CLEAR)]
    return sure.loc[size[sure.index].sort_values(ascending=False, kind="stable").index]


def _in_spans(spans: pd.DataFrame, names: pd.DataFrame) -> tuple[list[int], list[tuple[str, int, int]]]:
    """The mentions that stand in a span, each once: their rows in names, and their spans' text with offsets in it."""
    keys = zip(spans["document"].tolist(), spans["span"].tolist(), strict=True)
    places = dict(zip(keys, zip(spans["start"].tolist(), spans["text"].tolist(), strict=True), strict=True))
    if len(places) < len(spans):
        raise ValueError("a span is listed twice")
    rows, mentions, seen = [], [], set()
    columns = (names[column].tolist() for column in TARGETS[:5])
    for row, (document, span, start, end, actor) in enumerate(zip(*columns, strict=True)):
        place, mention = places.get((document, span)), (document, start, end, actor)
        if place and mention not in seen:
            seen.add(mention)
            rows.append(row)
            mentions.append((place[1], start - place[0], end - place[0]))
    return rows, mentions


def balance_by_actor(targets: pd.DataFrame, documents: pd.DataFrame, spans: pd.DataFrame) -> pd.DataFrame:
    """How each source speaks of each actor, own and quoted voice apart.

    targets: as score_targets gives it; documents: document, source; spans: document, span, voice.
    Returns one row per actor × source × voice: n_neg, n_neu, n_pos, n (mentions), balance ((n_pos − n_neg) / n, −1…1),
    low, high (its 95 % interval), n_spans_neg, n_spans_pos (spans in which the negative or the positive mentions
    prevail), p (sign test of these two) and q (false-discovery rate among the rows of that voice that hold enough such
    spans for p to reach .05 at all; nan for the others). Mentions of one span are not independent: the interval is as
    wide as if each span counted once, and the test counts spans. Sources: stats.difference_interval, stats.sign_test,
    stats.false_discovery_rate; Tarone (1990) for leaving out what no test could find.

    >>> targets = pd.DataFrame({"document": ["a"] * 2, "span": [0, 1], "actor": "Guard", "label": ["neg", "neu"]})
    >>> spans = pd.DataFrame({"document": ["a"] * 2, "span": [0, 1], "voice": "own"})
    >>> table = balance_by_actor(targets, pd.DataFrame({"document": ["a"], "source": ["Post"]}), spans)
    >>> table[["voice", "n_neg", "n_neu", "n", "balance", "p"]].values.tolist()[0]
    ['own', 1, 1, 2, -0.5, 1.0]
    """
    rows = targets.merge(documents[["document", "source"]], on="document", how="left", validate="m:1")
    rows = rows.merge(spans[["document", "span", "voice"]], on=["document", "span"], how="left", validate="m:1")
    rows = rows.assign(sign=rows["label"].map(SIGNS).astype(float))
    table = [(*key, *_balance(group)) for key, group in rows.groupby(BALANCE[:3], sort=True)]
    balance = pd.DataFrame(table, columns=BALANCE[:-1])
    enough = balance["n_spans_neg"] + balance["n_spans_pos"] >= LEAST_CHARGED
    tested = balance.loc[enough, ["voice", "p"]].astype({"p": float})
    q = tested.groupby("voice")["p"].transform(false_discovery_rate)
    return balance.assign(q=q.reindex(balance.index).astype(float))


def _balance(group: pd.DataFrame) -> tuple:
    """The counts, the balance and its interval, and the test of one actor in one voice of one source."""
    counts = [int((group["label"] == label).sum()) for label in LABELS]
    prevails = group.groupby(["document", "span"], sort=False)["sign"].sum()
    n, below, above = len(group), int((prevails < 0).sum()), int((prevails > 0).sum())
    share = len(prevails) / n
    low, high = difference_interval(share * counts[2], share * counts[0], len(prevails))
    return (*counts, n, (counts[2] - counts[0]) / n, low, high, below, above, sign_test(below, above))
