"""Measure where a line stands among the others: sums around it, runs, patterns that repeat, the likeliest title."""

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
    total = np.zeros(len(values) + 1)
    values.cumsum(out=total[1:])
    end = int((total - np.minimum.accumulate(total)).argmax())
    start = int(total[: end + 1].argmin())
    return (start, end) if end > start else (0, 0)


def sums_between(values: np.ndarray, starts: np.ndarray, ends: np.ndarray) -> np.ndarray:
    """Sums of the values from each start to its end (exclusive)."""
    total = np.zeros(len(values) + 1)
    values.cumsum(out=total[1:])
    return total[ends] - total[starts]


def window_sums(values: np.ndarray, widths: tuple[int, ...] = WINDOWS) -> np.ndarray:
    """Sums over the w lines before and the w lines after each line.

    values: row × line. Returns row × (before and after the line, for each width) × line.
    """
    n = values.shape[1]
    total = np.zeros((len(values), n + 1))
    values.cumsum(axis=1, out=total[:, 1:])
    here, reach = np.arange(n), np.array(widths)[:, None]
    sums = np.empty((len(values), len(widths), 2, n))
    sums[:, :, 0] = total[:, None, :-1] - total[:, np.maximum(here - reach, 0)]
    sums[:, :, 1] = total[:, np.minimum(here + 1 + reach, n)] - total[:, None, 1:]
    return sums.reshape(len(values), 2 * len(widths), n)


def shared_words(sets: list[frozenset[str]], chosen: np.ndarray) -> np.ndarray:
    """Share of each line's content words that the chosen lines use elsewhere (not counting the line itself)."""
    told, once, twice = chosen.tolist(), set(), set()
    for words, take in zip(sets, told, strict=True):
        if take:
            twice |= once & words
            once |= words
    known = [
        len(words & (twice if take else once)) / (len(words) + 1.0) for words, take in zip(sets, told, strict=True)
    ]
    return np.array(known)


def since(flags: np.ndarray) -> np.ndarray:
    """Lines since the last flagged line, the line itself not counted: log(1 + n), 9 where there was none.

    >>> since(np.array([False, True, False, False])).round(2).tolist()
    [9.0, 9.0, 0.69, 1.1]
    """
    here = np.arange(flags.shape[-1])
    last = np.maximum.accumulate(np.where(flags, here, -1), axis=-1)
    earlier = np.full_like(last, -1)
    earlier[..., 1:] = last[..., :-1]
    return np.where(earlier >= 0, np.log1p(here - earlier), 9.0)


def anchor(lines: list[Line], sets: list[frozenset[str]], prose: np.ndarray) -> list[np.ndarray]:
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
    here, period = np.arange(len(signs)), np.arange(1, 6)[:, None]
    ahead = here + period
    same = (ahead < len(signs)) & (signs == signs[np.minimum(ahead, len(signs) - 1)])
    total, row = np.zeros((len(period), len(signs) + 1)), period - 1
    np.cumsum(same, axis=1, out=total[:, 1:])
    found = total[row, np.minimum(ahead, len(signs))] - total[row, np.maximum(here - 2 * period, 0)]
    share = found / (3 * period)
    return share[1:].max(axis=0) - share[0]
