"""What each source calls each side: names by count, with their charge."""

from collections import Counter

import pandas as pd

COLUMNS = ["actor", "source", "name", "charge", "voice", "n", "n_scare", "share"]


def names_by_source(names: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """Count the names each source gives each actor.

    names: document, actor, name, charge, voice, scare; documents: document, source.
    Returns actor, source, name, charge, voice, n, n_scare (of these in scare quotes), share (0…1, of the mentions of
    this actor in this source and voice), the most used name first.

    >>> names = pd.DataFrame([("a", "council", "junta", "negative", "own", 0)] * 2,
    ...                      columns=["document", "actor", "name", "charge", "voice", "scare"])
    >>> names_by_source(names, pd.DataFrame([("a", "Gazette")], columns=["document", "source"])).values.tolist()
    [['council', 'Gazette', 'junta', 'negative', 'own', 2, 0, 1.0]]
    """
    if not len(names):
        return pd.DataFrame(columns=COLUMNS)
    source_of = dict(zip(documents["document"], documents["source"], strict=True))
    table = names.assign(source=names["document"].map(source_of))
    by = ["actor", "source", "name", "charge", "voice"]
    counts = table.groupby(by, as_index=False).agg(n=("scare", "size"), n_scare=("scare", "sum"))
    counts["share"] = counts["n"] / counts.groupby(["actor", "source", "voice"])["n"].transform("sum")
    order = {source: i for i, source in enumerate(dict.fromkeys(documents["source"]))}
    counts = counts.assign(order=counts["source"].map(order))
    return counts.sort_values(["actor", "order", "voice", "n", "name"], ascending=[True, True, True, False, True])[
        COLUMNS
    ].reset_index(drop=True)


def names_table(names: pd.DataFrame, documents: pd.DataFrame, *, voice: str = "own", most: int = 4) -> pd.DataFrame:
    """Lay out what each source calls each actor: one row per actor, one column per source.

    names, documents: as in `names_by_source`; voice: `own` or `quoted`; most: names shown in a cell.
    Returns actor and a column per source in the order of the documents; a cell reads "regime ▼ 12, government 3"
    (▼ negative, ▲ positive, ◆ distancing), empty where the source does not name the actor in this voice.
    """
    counts = names_by_source(names, documents)
    counts = counts[counts["voice"] == voice]
    sources = list(dict.fromkeys(documents["source"]))
    told: dict[tuple, list[tuple]] = {}
    mentions: Counter[str] = Counter()
    columns = ("actor", "source", "name", "charge", "n")
    for actor, source, *name in zip(*(counts[column].tolist() for column in columns), strict=True):
        told.setdefault((actor, source), []).append(tuple(name))
        mentions[actor] += name[-1]
    rows = [
        (actor, *(_cell(told.get((actor, source), []), most) for source in sources))
        for actor in sorted(mentions, key=lambda actor: -mentions[actor])
    ]
    return pd.DataFrame(rows, columns=["actor", *sources])


def _cell(told: list[tuple], most: int) -> str:
    marks = {"negative": " ▼", "positive": " ▲", "distancing": " ◆"}
    shown = [f"{name}{marks.get(charge, '')} {n}" for name, charge, n in told[:most]]
    rest = sum(n for _, _, n in told[most:])
    return ", ".join(shown) + (f", other {rest}" if rest else "")
