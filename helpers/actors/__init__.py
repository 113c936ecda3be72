"""What each side and the event are called."""

from helpers.actors.names import HIT_COLUMNS, find_names, names_in_spans

__all__ = ["HIT_COLUMNS", "find_names", "names_in_spans"]
