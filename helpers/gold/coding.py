"""A coder's loop: what a build found as sheets with accept and edit columns, and the sheets read back as gold."""

from collections.abc import Mapping
from pathlib import PurePath
from typing import NamedTuple

import pandas as pd

from helpers.gold.checks import CodingError, check_cells, check_columns, check_whole
from helpers.gold.matching import bound, told
from helpers.tables.store import undefuse

CONTEXT = 60  # characters shown on either side of a figure
BEGINS = 24
YES, NO = frozenset(("y", "yes", "1", "x")), frozenset(("n", "no", "0"))
EDITS = {
    "lines": ("label",),
    "quotes": ("speaker", "scare"),
    "figures": ("low", "high", "op", "noun", "kind", "claimant", "voice", "stance", "group"),
}
SHOWN = {
    "lines": ("document", "line", "begins", "label"),
    "quotes": ("document", "start", "end", "text", "speaker", "scare"),
    "figures": ("document", "start", "end", "text", "context", "low", "best", "high", "op", "unit", "noun", "kind",
                "claimant", "voice", "stance", "particles", "spin", "group"),
}  # fmt: skip
MODIFIERS = {"=": "exact", ">": "at_least", ">=": "at_least", "<": "at_most", "<=": "at_most", "~": "approx",
             "[]": "range", "vague": "vague"}  # fmt: skip
OTHER = "other"  # what a rejected figure is when the coder gives no reason


class Coded(NamedTuple):
    """Gold made of the sheets, the documents left out because rows of theirs are undecided, and where these stand."""

    gold: dict[str, pd.DataFrame]
    unfinished: list[str]
    unfilled: str  # sheet and line, as a message names them; empty where every row is decided


def make_sheets(tables: Mapping[str, pd.DataFrame], texts: Mapping[str, str]) -> dict[str, pd.DataFrame]:
    """Lines, quotations and figures of a build as sheets for a coder.

    tables: documents, lines, quotes, figures of a build; texts: document → text.
    Returns name → sheet. `accept` is to be filled with y or n in every row; a cell of an `edit_` column, where filled,
    replaces the one it is named after. A row may be added for what was missed: accept y, document and text (and line or
    start where the text stands more than once).
    """
    lines, figures = tables["lines"], tables["figures"]
    begins = [texts[d][s:e][:BEGINS] for d, s, e in zip(lines["document"], lines["start"], lines["end"], strict=True)]
    around = [
        " ".join(texts[d][max(0, s - CONTEXT) : e + CONTEXT].split())
        for d, s, e in zip(figures["document"], figures["start"], figures["end"], strict=True)
    ]
    whole = {
        "lines": lines.assign(begins=begins), "quotes": tables["quotes"], "figures": figures.assign(context=around)
    }  # fmt: skip
    blank = {name: dict.fromkeys(["accept", *(f"edit_{c}" for c in EDITS[name])], "") for name in whole}
    return {name: table[list(SHOWN[name])].assign(**blank[name]) for name, table in whole.items()}


def read_sheets(
    sheets: Mapping[str, pd.DataFrame], documents: pd.DataFrame, texts: Mapping[str, str], lines: pd.DataFrame
) -> Coded:
    """Make gold of filled sheets.

    sheets: as make_sheets gives them, filled, all cells strings; documents, lines: tables of the build; texts: document
    → text. A figure with n becomes a number that is no figure, a quotation with n is left out, a line needs a label.
    Returns gold tables by file stem (lines, quotes, figure_claims, other_numbers) in the columns of data/README.md, of
    those documents only whose rows are all decided. Raises CodingError for an accept that is neither, a cell that holds
    what its column cannot, a lacking column, or a text that cannot be found.
    """
    decided = {name: _decide(name, sheet, texts) for name, sheet in sheets.items()}
    open_ = {row["document"] for rows in decided.values() for row in rows if row["accept"] == ""}
    stems = {d: PurePath(f).stem for d, f in zip(documents["document"], documents["file"], strict=True)}
    done = {name: [row for row in rows if row["document"] not in open_] for name, rows in decided.items()}
    gold = {
        "lines": _lines(done["lines"], stems),
        "quotes": _quotes(done["quotes"], stems),
        "figure_claims": _figures(done["figures"], stems, lines),
        "other_numbers": _others(done["figures"], stems),
    }
    return Coded(gold, sorted(open_), _unfilled(decided))


def _unfilled(decided: Mapping[str, list[dict]]) -> str:
    """Where `accept` is empty: the first line of each sheet and how many more."""
    told = []
    for name, rows in decided.items():
        lines = [row["row"] for row in rows if row["accept"] == ""]
        more = f" and {len(lines) - 1:,} more" if lines[1:] else ""
        told += [f"{name}.csv line {lines[0]}{more}"] if lines else []
    return ", ".join(told)


def _decide(name: str, sheet: pd.DataFrame, texts: Mapping[str, str]) -> list[dict]:
    """Rows with accept as y, n or "" and their edits put in place; rows without anything in them are passed over."""
    check_columns(name, sheet, [*SHOWN[name], "accept", *(f"edit_{c}" for c in EDITS[name])])
    rows = enumerate(sheet.to_dict("records"), 2)
    filled = [(number, row) for number, row in rows if any(map(str.strip, row.values()))]
    return [_decided(name, number, row, texts) | {"row": number} for number, row in filled]


def _decided(name: str, number: int, row: dict, texts: Mapping[str, str]) -> dict:
    told_accept = row["accept"].strip().lower()
    if told_accept and told_accept not in YES | NO:
        raise CodingError(f"coding/{name}.csv line {number}, accept: {row['accept'][:40]!r}; write y or n")
    edits = {c: row[f"edit_{c}"].strip() for c in EDITS[name] if row[f"edit_{c}"].strip()}
    accept = "y" if told_accept in YES or (edits and told_accept not in NO) else "n" if told_accept else ""
    if name == "lines" and accept == "n":
        if not edits:
            raise CodingError(f"coding/lines.csv line {number}, edit_label: write the right label there")
        accept = "y"
    row = {key: undefuse(value) for key, value in (row | edits).items()} | {"accept": accept}
    if row["document"] not in texts:
        raise CodingError(f"coding/{name}.csv line {number}, document: there is no document {row['document'][:64]!r}")
    row |= check_cells(name, number, row, frozenset(edits))
    return _placed(name, number, row, texts[row["document"]])


def _placed(name: str, number: int, row: dict, text: str) -> dict:
    """A row with its offsets; for an added row they are looked up. A line is known by its number."""
    if name == "lines":
        return row | {"line": str(check_whole(name, number, row, "line", text.count("\n") + 1))}
    if row["start"]:
        start, end = (check_whole(name, number, row, column, len(text)) for column in ("start", "end"))
        return row | {"start": str(start), "end": str(end)}
    first, last = 0, len(text)
    if row.get("line", ""):
        before = text.split("\n")[: check_whole(name, number, row, "line", text.count("\n") + 1)]
        first, last = sum(len(x) + 1 for x in before[:-1]), sum(len(x) + 1 for x in before)
    found = row["text"] and text[first:last].count(row["text"])
    if found != 1:
        what = f"{row['text'][:40]!r} stands there {found or 0} times; give start and end"
        raise CodingError(f"coding/{name}.csv line {number}, text: {what}")
    start = first + text[first:last].index(row["text"])
    return row | {"start": str(start), "end": str(start + len(row["text"]))}


def _lines(rows: list[dict], stems: dict[str, str]) -> pd.DataFrame:
    told_rows = [(stems[r["document"]], r["line"], r["label"], r["begins"]) for r in rows if r["accept"] == "y"]
    return pd.DataFrame(told_rows, columns=["document", "line", "label", "begins"])


def _quotes(rows: list[dict], stems: dict[str, str]) -> pd.DataFrame:
    told_rows = [
        (stems[r["document"]], r["start"], r["end"], r["speaker"] or "unknown", "1" if r["scare"] == "1" else "0")
        for r in rows if r["accept"] == "y"
    ]  # fmt: skip
    return pd.DataFrame(told_rows, columns=["document", "start", "end", "speaker", "is_scare_quote"])


def _others(rows: list[dict], stems: dict[str, str]) -> pd.DataFrame:
    told_rows = [(stems[r["document"]], r["start"], r["end"], r["text"], OTHER) for r in rows if r["accept"] == "n"]
    return pd.DataFrame(told_rows, columns=["document", "start", "end", "text", "why"])


def _figures(rows: list[dict], stems: dict[str, str], lines: pd.DataFrame) -> pd.DataFrame:
    blocks = lines[lines["label"] == "quoted_block"]
    copied = list(zip(blocks["document"], blocks["start"], blocks["end"], strict=True))
    told_rows = [_figure(row, stems, copied) for row in rows if row["accept"] == "y"]
    return pd.DataFrame(told_rows, columns=FIGURE_COLUMNS)


FIGURE_COLUMNS = ["document", "start", "end", "figure_text", "value_low", "value_high", "stated_value", "modifier",
                  "counted", "kind", "referent", "event_key", "claimant", "voice", "stance", "in_boilerplate",
                  "evaluative"]  # fmt: skip


def _number(value: str) -> str:
    """A number as coders write it: 5000, not 5000.0; an open bound stays as it is."""
    number = bound(value, float("nan"))
    return told(value) if number != number or number in (float("inf"), float("-inf")) else f"{number:.10g}"


def _figure(row: dict, stems: dict[str, str], copied: list[tuple[str, int, int]]) -> tuple:
    at, claimant = int(float(row["start"])), row["claimant"] or "author"
    inside = any(d == row["document"] and s <= at < e for d, s, e in copied)
    own = row["voice"] == "own" if row["edit_voice"].strip() else claimant == "author" and not inside
    voice = "own" if own else "quoted_block" if inside else "attributed"
    stance = row["stance"] or ("asserted" if claimant == "author" else "reported")
    return (stems[row["document"]], row["start"], row["end"], row["text"], _number(row["low"]), _number(row["high"]),
            _number(row["best"]), MODIFIERS[row["op"] or "="], row["noun"], row["kind"], row["group"], row["group"],
            claimant, voice, stance, "0", row["spin"])  # fmt: skip
