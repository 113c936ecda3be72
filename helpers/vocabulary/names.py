"""What each source calls each side: names by count, with their charge."""

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
    cells = {key: _cell(part, most) for key, part in counts.groupby(["actor", "source"])}
    actors = sorted(set(counts["actor"]), key=lambda a: -int(counts.loc[counts["actor"] == a, "n"].sum()))
    rows = [(actor, *(cells.get((actor, source), "") for source in sources)) for actor in actors]
    return pd.DataFrame(rows, columns=["actor", *sources])


def _cell(part: pd.DataFrame, most: int) -> str:
    marks = {"negative": " ▼", "positive": " ▲", "distancing": " ◆"}
    shown = [f"{name}{marks.get(charge, '')} {n}" for name, charge, n in part[["name", "charge", "n"]].values[:most]]
    rest = int(part["n"].iloc[most:].sum())
    return ", ".join(shown) + (f", other {rest}" if rest else "")
