"""What the foot of every page says: how the same build is made again."""

import pytest

from helpers.corpus import read_manifest
from helpers.pipeline.options import Options, Task
from helpers.pipeline.render import Pages, command_of


def task(**options: str) -> Task:
    chosen = {"01_cleaning": {}, "04_figures": {"convention": "acled"} if options.pop("acled", "") else {}}
    return Task(read_manifest("data/sample"), Options(**options), chosen, {}, "abc")


@pytest.mark.parametrize(
    ("given", "command"),
    [
        ({}, "make rebuild CORPUS=data/sample"),
        ({"articles": "/srv/elsewhere"}, "make rebuild CORPUS=data/sample ARTICLES=path/to/articles"),
        ({"corpus": "/srv/sample"}, "make rebuild CORPUS=path/to/sample"),
        (
            {"articles": "/srv/elsewhere", "acled": "yes"},
            ".venv/bin/python -m helpers.pipeline --corpus data/sample --articles path/to/articles "
            "-p 04_figures.convention=acled",
        ),
    ],
)
def test_the_command_holds_all_that_a_build_was_given_and_no_path_of_this_machine(given, command):
    assert command_of(task(**given)) == command


def test_the_foot_says_where_the_time_of_a_build_stands(tmp_path):
    foot = dict(Pages(tmp_path, task()).facts["footer"])
    assert "run.json" in foot["Built"]
    assert foot["Build it again"] == "make rebuild CORPUS=data/sample"
