"""What a caller of the pipeline may ask for."""

from typing import NamedTuple

from helpers.corpus import Manifest
from helpers.pipeline.publish import KEEP


class Options(NamedTuple):
    """The choices of one run; the defaults are those of the command line."""

    corpus: str = "data/sample"  # the corpus folder
    articles: str = ""  # where its article files are kept, if elsewhere
    parameters: tuple[str, ...] = ()  # NOTEBOOK.NAME=VALUE
    quiet: bool = False
    all: bool = False  # run every step, whether anything changed or not
    only: str = ""  # run this step, and those that read its tables if they change
    keep: int = KEEP  # builds that stay
    cell_seconds: int = 600
    notebook_seconds: int = 1800


class Task(NamedTuple):
    """What is to be built: the corpus as read and checked, its parameters, the hashes of all it hangs on."""

    manifest: Manifest
    options: Options
    chosen: dict[str, dict[str, object]]
    inputs: dict[str, str]
    identity: str
    notices: tuple[str, ...] = ()  # what the user should know of the corpus, though it can be built
