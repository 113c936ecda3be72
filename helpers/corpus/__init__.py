"""A corpus folder read into documents, one row per article, with every fault of the input told in one line."""

from helpers.corpus.bounds import CorpusError
from helpers.corpus.decode import decode
from helpers.corpus.language import detect_language
from helpers.corpus.load import check_articles, count_words, load_actors, load_corpus, load_gold
from helpers.corpus.manifest import Entry, Manifest, check_corpus, read_manifest
from helpers.corpus.notices import notices

__all__ = [
    "CorpusError",
    "Entry",
    "Manifest",
    "check_articles",
    "check_corpus",
    "count_words",
    "decode",
    "detect_language",
    "load_actors",
    "load_corpus",
    "load_gold",
    "notices",
    "read_manifest",
]
