"""The codebook of all tables, and the only way to read and write them."""

from helpers.tables.apart import per_document
from helpers.tables.codebook import CODEBOOK, columns_of, empty_table, enforce, key_of
from helpers.tables.lexicons import DATA, read_lexicon, read_model, write_model
from helpers.tables.rows import rows_by_document, rows_of
from helpers.tables.stack import as_table, by_document, stack
from helpers.tables.store import Build, open_build, read_table, read_texts, write_table, write_texts

__all__ = [
    "CODEBOOK",
    "DATA",
    "Build",
    "as_table",
    "by_document",
    "columns_of",
    "empty_table",
    "enforce",
    "key_of",
    "open_build",
    "per_document",
    "read_lexicon",
    "read_model",
    "read_table",
    "read_texts",
    "rows_by_document",
    "rows_of",
    "stack",
    "write_model",
    "write_table",
    "write_texts",
]
