"""What a build says while it runs: one moving line in a terminal, plain lines in a log, nothing when quiet."""

import sys
import time
from collections.abc import Iterable


class Progress:
    """Tells which steps run, how far the build is and about how long it still takes."""

    def __init__(self, name: str, expected: float, *, quiet: bool) -> None:
        """name: the corpus; expected: seconds the last build of all steps took, 0 if not known."""
        self.name, self.expected, self.quiet = name, expected, quiet
        self.began = time.perf_counter()
        self.moving = sys.stderr.isatty() and not quiet
        self.shown = 0

    def line(self, text: str) -> None:
        """Say something that stays."""
        if self.quiet:
            return
        self._clear()
        print(f"{self.name}: {text}", file=sys.stderr, flush=True)

    def running(self, steps: Iterable[str], done: int, of: int) -> None:
        """Renew the moving line: what runs now, how many steps are done, time gone and left."""
        if not self.moving:
            return
        gone = time.perf_counter() - self.began
        left = max(1.0, self.expected - gone)
        ahead = f", about {left:.0f} s left" if self.expected else ""
        running = ", ".join(steps) or "the pages"
        text = f"{self.name}: {done} of {of} steps done, running {running} · {gone:.0f} s{ahead}"
        self._clear()
        sys.stderr.write(text[:110])
        sys.stderr.flush()
        self.shown = len(text[:110])

    def _clear(self) -> None:
        if self.shown:
            sys.stderr.write("\r" + " " * self.shown + "\r")
            self.shown = 0

    def close(self) -> None:
        """Take the moving line away."""
        if self.moving:
            self._clear()
            sys.stderr.flush()
