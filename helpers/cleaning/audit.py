"""Account for what cleaning removed, and prove that it lost no kept word."""

import pandas as pd

from helpers.cleaning.lines import WORD


def removed_by_rule(lines: pd.DataFrame, text: str) -> pd.DataFrame:
    """Count what each rule took out of a text.

    lines: as `label_lines(text)` gives them; text: the text that their offsets count in.
    Returns one row per label and rule of the lines that are not kept, most characters first: `label`, `rule`,
    `n_lines`, `n_characters`, `n_words`.

    >>> from helpers.cleaning import label_lines
    >>> text = "Home\\nContact us\\nPrivacy policy"
    >>> int(removed_by_rule(label_lines(text), text).n_lines.sum())
    3
    """
    gone = lines[lines["kept"] == 0]
    words = [len(WORD.findall(text[start:end])) for start, end in zip(gone["start"], gone["end"], strict=True)]
    table = gone.assign(n_lines=1, n_characters=gone["end"] - gone["start"], n_words=words)
    columns = ["n_lines", "n_characters", "n_words"]
    counted = table.groupby(["label", "rule"], as_index=False)[columns].sum()
    return counted.sort_values(["n_characters", "label", "rule"], ascending=[False, True, True]).reset_index(drop=True)


def kept_text(lines: pd.DataFrame, text: str, *, title: bool = True) -> str:
    """Join the kept lines of a text with newlines; title: count the title among them."""
    kept = lines[(lines["kept"] == 1) & (title | (lines["label"] != "title"))]
    return "\n".join(text[start:end] for start, end in zip(kept["start"], kept["end"], strict=True))


def lost_words(lines: pd.DataFrame, text: str) -> list[str]:
    """List the words of a text that no line covers, and of lines that overlap: a sound table of lines gives [].

    Every word of the text must stand inside exactly one line, so that what is not kept is told by a label and a rule.
    """
    covered = bytearray(len(text))
    doubled = []
    for start, end in zip(lines["start"], lines["end"], strict=True):
        if any(covered[start:end]):
            doubled.append(text[start:end])
        covered[start:end] = b"\x01" * (end - start)
    missed = [match.group() for match in WORD.finditer(text) if not all(covered[match.start() : match.end()])]
    return missed + doubled
