"""Small closed sets of words, written as one line of text."""


def word_set(words: str) -> frozenset[str]:
    """The words of a string as a set.

    >>> sorted(word_set("in at near"))
    ['at', 'in', 'near']
    """
    return frozenset(words.split())
