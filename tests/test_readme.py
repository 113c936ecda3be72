"""The README says what the project does: its table, its commands, its files."""

import re

from conftest import ROOT

from helpers.pipeline import STEPS

README = (ROOT / "README.md").read_text(encoding="utf-8")


def reads(tables: tuple[str, ...], otherwise: str) -> str:
    return ", ".join(tables) or otherwise


def test_the_table_of_notebooks_is_the_list_of_steps():
    told = re.search(r"<!-- steps -->\n(.*?)<!-- /steps -->", README, re.S).group(1).splitlines()[2:]
    expected = [
        f"| {s.name} | {s.question} | {reads(s.reads, 'the corpus')} | {reads(s.writes, 'the brief, index.html')} |"
        for s in STEPS
    ]
    assert told == expected


def test_every_make_target_named_is_in_the_makefile():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in set(re.findall(r"`?make ([a-z]+)", README)) - {"and"}:
        assert re.search(rf"^{target}:", makefile, re.M), f"make {target}"


def test_every_file_linked_is_there():
    for path in re.findall(r"\]\(([^)#:]+)\)", README):
        assert (ROOT / path).exists(), path


def test_parameters_named_are_declared():
    from helpers.pipeline.parameters import parse_parameters

    for pair in re.findall(r"-p (\S+=\w+)", README):
        parse_parameters([pair], ROOT / "notebooks")


def test_every_lexicon_is_described_with_its_columns():
    told = (ROOT / "data" / "README.md").read_text(encoding="utf-8")
    for path in (ROOT / "data" / "lexicons").glob("*.csv"):
        header = path.read_text(encoding="utf-8").splitlines()[0].replace(",", ", ")
        assert re.search(rf"^\| `{path.stem}` \|.*\| {re.escape(header)} \|", told, re.M), path.name
