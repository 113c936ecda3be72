"""Measure where a line stands among the others: sums around it, runs, patterns that repeat, the likeliest title."""

from collections import Counter

import numpy as np

from helpers.cleaning.lines import Line

LONGEST_TITLE = 25  # words
TITLE_REACH = 40  # lines below a title within which the article's words are looked for
WINDOWS = (1, 2, 4, 8, 16)


def best_run(values: np.ndarray) -> tuple[int, int]:
    """The contiguous run with the largest sum: start and end (exclusive); (0, 0) if nothing is above zero.

    >>> best_run(np.array([-1.0, 3.0, -1.0, 2.0, -5.0]))
    (1, 4)
    """
    total = np.concatenate([[0.0], np.cumsum(values)])
    lowest = np.minimum.accumulate(total)
    end = int(np.argmax(total - lowest))
    start = int(np.argmin(total[: end + 1]))
    return (start, end) if end > start else (0, 0)


def window_sums(*values: np.ndarray, widths: tuple[int, ...] = WINDOWS) -> list[np.ndarray]:
    """Sums over the w lines before and the w lines after each line: per array of values two columns per width."""
    total = np.zeros((len(values), len(values[0]) + 1))
    np.cumsum(np.stack(values), axis=1, out=total[:, 1:])
    here, reach = np.arange(len(values[0])), np.array(widths)[:, None]
    before = total[:, None, :-1] - total[:, np.maximum(here - reach, 0)]
    after = total[:, np.minimum(here + 1 + reach, len(here))] - total[:, None, 1:]
    sums = np.stack([before, after], axis=2)  # values × widths × sides × lines
    return list(sums.reshape(len(values), 2 * len(widths), len(here)).transpose(0, 2, 1))


def shared_words(sets: list[set[str]], chosen: np.ndarray) -> np.ndarray:
    """Share of each line's content words that the chosen lines use elsewhere (not counting the line itself)."""
    counts = Counter(w for words, take in zip(sets, chosen, strict=True) if take for w in words)
    own = chosen.astype(int).tolist()
    return np.array(
        [sum(counts[w] > mine for w in words) / (len(words) + 1.0) for words, mine in zip(sets, own, strict=True)]
    )


def since(flags: np.ndarray) -> np.ndarray:
    """Lines since the last flagged line, the line itself not counted: log(1 + n), 9 where there was none.

    >>> since(np.array([False, True, False, False])).round(2).tolist()
    [9.0, 9.0, 0.69, 1.1]
    """
    here = np.arange(len(flags))
    last = np.maximum.accumulate(np.where(flags, here, -1))
    last = np.concatenate([[-1], last[:-1]])
    return np.where(last >= 0, np.log1p(here - last), 9.0)


def anchor(lines: list[Line], sets: list[set[str]], prose: np.ndarray) -> list[np.ndarray]:
    """How like a title each short line is (share of its words that the prose below uses), and how far the likest is."""
    coming: dict[str, int] = {}
    likeness = np.zeros(len(lines))
    for at in range(len(lines) - 1, -1, -1):
        words = sets[at]
        if prose[at]:
            coming.update(dict.fromkeys(words, at))
        elif 3 <= lines[at].n_words <= LONGEST_TITLE and words:
            known = sum(coming.get(word, at + TITLE_REACH) - at < TITLE_REACH for word in words)
            likeness[at] = known / (len(words) + 1.0)
    here = np.arange(len(lines))
    distance = here - int(np.argmax(likeness)) if len(lines) else here
    return [likeness, np.maximum.accumulate(likeness), np.sign(distance) * np.log1p(np.abs(distance))]


def rhythm(signs: np.ndarray) -> np.ndarray:
    """How surely the lines around each repeat a pattern of two to five lines, as feeds of teasers do (0…1).

    >>> bool(rhythm(np.array([1, 2, 3] * 6)).min() > rhythm(np.arange(18)).max())
    True
    """
    n, best, plain = len(signs), np.zeros(len(signs)), np.zeros(len(signs))
    for period in range(1, 6):
        same = np.zeros(n)
        same[: max(0, n - period)] = signs[: max(0, n - period)] == signs[period:]
        total = np.concatenate([[0.0], np.cumsum(same)])
        start, end = np.maximum(np.arange(n) - 2 * period, 0), np.minimum(np.arange(n) + period, n)
        share = (total[end] - total[start]) / (3 * period)
        best, plain = (np.maximum(best, share), plain) if period > 1 else (best, share)
    return best - plain
