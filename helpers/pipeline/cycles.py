"""How often Python looks for objects that hold only each other, while a build works."""

import gc

CREATED = 50_000  # objects made, less those given up, from which it looks: rows of tables are many and no cycles


def settle() -> None:
    """Leave what is loaded out of every later look, so that forks go on sharing its memory, and look seldom."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(CREATED)
