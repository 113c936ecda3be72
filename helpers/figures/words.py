"""Small closed sets of words, written as one line of text, and those that several modules ask for."""


def word_set(words: str) -> frozenset[str]:
    """The words of a string as a set.

    >>> sorted(word_set("in at near"))
    ['at', 'in', 'near']
    """
    return frozenset(words.split())


WEEKDAYS = word_set("monday tuesday wednesday thursday friday saturday sunday")
MONTHS = word_set("january february march april may june july august september october november december")
POSSESSIVES = word_set("its his her their our my your")
DETERMINERS = POSSESSIVES | word_set("the a an this that these those")
