"""Work that looks at one article at a time, done only for articles that are new or changed since an earlier build."""

from collections.abc import Callable, Iterable, Mapping

import pandas as pd

from helpers.tables.memory import is_kept, remember

Told = pd.DataFrame | tuple[pd.DataFrame, ...]


def _is_apart(argument: object) -> bool:
    """Whether an argument holds something of each article: texts by document, or a table with that column."""
    return isinstance(argument, Mapping) or (isinstance(argument, pd.DataFrame) and "document" in argument)


def _rows(frame: pd.DataFrame) -> list[list]:
    return [list(row) for row in zip(*(frame[column].tolist() for column in frame), strict=True)]


def _by_document(frame: pd.DataFrame) -> dict[str, list[list]]:
    found: dict[str, list[list]] = {}
    for document, row in zip(frame["document"].tolist(), _rows(frame), strict=True):
        found.setdefault(document, []).append(row)
    return found


def _plain(argument: object) -> object:
    return [list(argument.columns), _rows(argument)] if isinstance(argument, pd.DataFrame) else argument


def _documents(arguments: Iterable[object]) -> list[str]:
    found: dict[str, None] = {}
    for argument in arguments:
        found |= dict.fromkeys(argument if isinstance(argument, Mapping) else argument["document"].tolist())
    return list(found)


def _only(argument: object, documents: set[str]) -> object:
    if not _is_apart(argument):
        return argument
    if isinstance(argument, Mapping):
        return {document: value for document, value in argument.items() if document in documents}
    return argument[argument["document"].isin(documents)].reset_index(drop=True)


def _taken_apart(told: Told, documents: list[str]) -> dict[str, list]:
    """Document → for each table what it needs to be made again: columns, types, rows."""
    tables = told if isinstance(told, tuple) else (told,)
    heads = [[list(table.columns), [str(kind) for kind in table.dtypes]] for table in tables]
    rows = [_by_document(table) for table in tables]
    return {
        document: [[*head, own.get(document, [])] for head, own in zip(heads, rows, strict=True)]
        for document in documents
    }


def _put_together(parts: dict[str, list]) -> Told:
    whole = []
    for tables in zip(*parts.values(), strict=True):
        columns, kinds = tables[0][:2]
        frame = pd.DataFrame([row for _, _, own in tables for row in own], columns=columns)
        alike = all(other == kinds for _, other, _ in tables)  # else pandas tells from the values, as it did before
        whole.append(frame.astype(dict(zip(columns, kinds, strict=True))) if alike else frame)
    return tuple(whole) if len(whole) > 1 else whole[0]


def per_document(function: Callable[..., Told], *arguments: object, **named: object) -> Told:
    """What a function says of a corpus; what it said of unchanged articles in an earlier build is not worked out again.

    function: its rows about an article must hang on that article alone, and its tables have a column `document`.
    arguments: texts by document and tables with a column `document` are dealt out by article; everything else, such as
    the list of actors, counts for all of them. Outside a build nothing is kept and the function is simply called.
    Returns what function(*arguments, **named) returns, the rows in the order of the documents.

    >>> def lengths(texts):
    ...     return pd.DataFrame([(name, len(text)) for name, text in texts.items()], columns=["document", "n"])
    >>> per_document(lengths, {"a": "one", "b": "three"}).n.tolist()
    [3, 5]
    """
    return worked_out(function, function, arguments, named)


def worked_out(function: Callable, call: Callable[..., Told], arguments: tuple, named: Mapping[str, object]) -> Told:
    """As per_document, where what is called differs from the function that decides what is said of an article."""
    apart = [argument for argument in arguments if _is_apart(argument)]
    documents = _documents(apart)
    if not is_kept() or not documents:
        return call(*arguments, **named)
    shared = [_plain(argument) for argument in arguments if not _is_apart(argument)]
    columns = [[] if isinstance(argument, Mapping) else list(argument.columns) for argument in apart]
    dealt = [argument if isinstance(argument, Mapping) else _by_document(argument) for argument in apart]
    given = {
        document: [shared, sorted(named.items()), columns, [own.get(document) for own in dealt]]
        for document in documents
    }

    def work_out(missing: list[str]) -> dict[str, list]:
        chosen = set(missing)
        return _taken_apart(call(*(_only(argument, chosen) for argument in arguments), **named), missing)

    return _put_together(remember(function, given, work_out))
