"""Whether a text doubts or denies a figure, learnt from passages: the words of its sentence and of its neighbours."""

from helpers.figures.doubt.weigh import weigh_doubts

__all__ = ["weigh_doubts"]
