"""Each bad input: one clear line, its exit code, and the last good build untouched."""

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT, run_pipeline
from test_corpus import STORY, make_corpus

FURNITURE = "Share this article\n\nRelated posts\n\nSubscribe to our newsletter\n\nAll rights reserved.\n"


def fingerprint(folder: Path) -> dict[str, str]:
    return {
        str(p.relative_to(folder)): hashlib.sha256(p.read_bytes()).hexdigest() for p in folder.rglob("*") if p.is_file()
    }


@pytest.fixture
def outputs(tmp_path):
    """Outputs that hold a finished build of the corpus `c`."""
    last = tmp_path / "outputs" / ".builds" / "c" / "20300101T000000Z-0"
    last.mkdir(parents=True)
    (last / "index.html").write_text("the last good build", encoding="utf-8")
    (tmp_path / "outputs" / "c").symlink_to(last.relative_to(tmp_path / "outputs"), target_is_directory=True)
    return tmp_path / "outputs"


def refused(outputs, corpus, *arguments, code=2):
    """Build the corpus, see that it fails with one line and this code and leaves the last build; return the line."""
    before = fingerprint(outputs / "c")
    done = run_pipeline(outputs, "--corpus", str(corpus), "--quiet", *arguments)
    assert done.returncode == code, done.stderr
    assert done.stdout == ""
    lines = done.stderr.strip().splitlines()
    assert len(lines) == 1, done.stderr
    assert fingerprint(outputs / "c") == before
    assert not list((outputs / ".builds" / "c").glob("*.part"))
    return lines[0]


def test_no_manifest(outputs, tmp_path):
    (tmp_path / "c").mkdir()
    line = refused(outputs, tmp_path / "c")
    assert f"{tmp_path}/c/corpus.toml is not there; begin one with: make corpus NAME=my-study" in line


@pytest.mark.parametrize(
    ("corpus", "told"),
    [
        ("", "no corpus is named; name its folder: make rebuild CORPUS=data/my-study"),
        ("data/none there", "data/none there/corpus.toml is not there; begin one with: make corpus NAME=my-study FROM"),
        ("data/none-there", "data/none-there/corpus.toml is not there; begin one with: make corpus NAME=none-there"),
    ],
)
def test_a_corpus_that_is_not_there_is_called_as_it_was_named(outputs, corpus, told):
    assert told in refused(outputs, corpus)


def test_malformed_manifest(outputs, tmp_path):
    corpus = make_corpus(tmp_path / "c", {"a.txt": STORY.encode()})
    (corpus / "corpus.toml").write_text('title = "unclosed\n', encoding="utf-8")
    line = refused(outputs, corpus)
    assert "c/corpus.toml is not valid TOML" in line
    assert "line 1" in line


def test_empty_corpus(outputs, tmp_path):
    corpus = make_corpus(tmp_path / "c", {})
    assert "lists no article" in refused(outputs, corpus)


def test_article_listed_but_absent(outputs, tmp_path):
    corpus = make_corpus(tmp_path / "c", {"a.txt": STORY.encode()})
    (corpus / "articles" / "a.txt").unlink()
    assert "missing: a.txt" in refused(outputs, corpus)


def test_changed_hash(outputs, tmp_path):
    corpus = make_corpus(tmp_path / "c", {"a.txt": STORY.encode()})
    (corpus / "articles" / "a.txt").write_text(STORY + "One word more.", encoding="utf-8")
    assert "altered (other sha256): a.txt" in refused(outputs, corpus)


def test_folder_of_articles_that_is_not_there(outputs, tmp_path):
    corpus = make_corpus(tmp_path / "c", {"a.txt": STORY.encode()})
    line = refused(outputs, corpus, "--articles", str(tmp_path / "nowhere"))
    assert f"there is no folder '{tmp_path}/nowhere'; name the folder of the articles with ARTICLES=" in line


def test_undecodable_file(outputs, tmp_path):
    corpus = make_corpus(tmp_path / "c", {"a.txt": bytes(range(256)) * 4})
    line = refused(outputs, corpus)
    assert "a.txt cannot be read as text: it is no text but binary data; copy the words of the article" in line


def test_empty_file(outputs, tmp_path):
    corpus = make_corpus(tmp_path / "c", {"a.txt": b" \n"})
    assert "a.txt is empty" in refused(outputs, corpus)


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({"a.txt": b" \n"}, "a.txt is empty; save the article again, or take it out of"),
        ({"a.html": b"\n"}, "a.html is empty; save the article again, or take it out of"),
        ({"a.txt": bytes(400)}, "a.txt cannot be read as text"),
        ({"a.txt": STORY.encode(), "b.txt": STORY.encode("utf-16")}, "a.txt and b.txt hold the same text; keep one"),
    ],
)
def test_an_article_that_cannot_be_used_is_told_before_any_notebook_runs(outputs, tmp_path, files, told):
    assert told in refused(outputs, make_corpus(tmp_path / "c", files), "--dry-run")


@pytest.mark.slow
def test_article_that_is_all_furniture(outputs, tmp_path):
    corpus = make_corpus(tmp_path / "c", {"a.txt": STORY.encode(), "b.txt": FURNITURE.encode()})
    line = refused(outputs, corpus)
    assert "b.txt" in line
    assert "page furniture" in line


@pytest.mark.parametrize("parameter", ["04_figures.conventions=acled", "nonsense", "09_none.corpus=x"])
def test_unknown_parameter(outputs, tmp_path, parameter):
    corpus = make_corpus(tmp_path / "c", {"a.txt": STORY.encode()})
    line = refused(outputs, corpus, "-p", parameter)
    assert "there is no parameter" in line
    assert "04_figures.convention" in line  # what there is instead


def test_parameter_of_a_wrong_type(outputs, tmp_path):
    corpus = make_corpus(tmp_path / "c", {"a.txt": STORY.encode()})
    assert "needs a value of type int" in refused(outputs, corpus, "-p", "01_cleaning.words=many")


def test_parameter_with_a_value_that_is_none_of_its_choices(outputs, tmp_path):
    corpus = make_corpus(tmp_path / "c", {"a.txt": STORY.encode()})
    assert "must be one of: plain, acled" in refused(outputs, corpus, "-p", "04_figures.convention=foo")


def test_misspelt_key_and_date_that_is_not_iso(outputs, tmp_path):
    corpus = make_corpus(tmp_path / "c", {"a.txt": STORY.encode()}, autor="Ada Moss")
    assert "there is no key 'autor'" in refused(outputs, corpus)
    corpus = make_corpus(tmp_path / "d" / "c", {"a.txt": STORY.encode()}, published="14.2.2023")
    assert "published '14.2.2023' is no ISO date" in refused(outputs, corpus)


def test_actor_with_an_unknown_charge(outputs, tmp_path):
    corpus = make_corpus(tmp_path / "c", {"a.txt": STORY.encode()})
    (corpus / "actors.csv").write_text("actor,name,charge\ncouncil,the council,angry\n", encoding="utf-8")
    assert "line 2: charge 'angry'" in refused(outputs, corpus)


def test_second_build_at_once(outputs, tmp_path):
    from filelock import FileLock

    corpus = make_corpus(tmp_path / "c", {"a.txt": STORY.encode()})
    with FileLock(outputs / ".c.lock"):
        assert "another build of c is running" in refused(outputs, corpus, code=75)


@pytest.mark.slow
def test_full_disk(tmp_path):
    """On a disk of 200 kB the build ends in one line and the old build is still there."""
    corpus = make_corpus(tmp_path / "c", {"a.txt": STORY.encode()})
    disk = tmp_path / "disk"
    disk.mkdir()
    script = f"""
        mount -t tmpfs -o size=200k tmpfs {disk} || exit 99
        mkdir -p {disk}/.builds/c/old && echo good > {disk}/.builds/c/old/index.html && ln -s .builds/c/old {disk}/c
        COUNTERPOINT_OUTPUTS={disk} {sys.executable} -m helpers.pipeline --corpus {corpus} --quiet
        code=$?
        cat {disk}/c/index.html
        ls -d {disk}/.builds/c/*/
        exit $code
    """
    if not shutil.which("unshare"):
        pytest.skip("unshare is not here: no small disk can be made")
    done = subprocess.run(["unshare", "-rm", "sh", "-c", script], cwd=ROOT, capture_output=True, text=True, timeout=300)
    if done.returncode == 99 or "unshare" in done.stderr:
        pytest.skip("this machine lets no test mount a small disk")
    assert done.returncode == 1
    assert done.stdout.split() == ["good", f"{disk}/.builds/c/old/"]
    assert done.stderr.strip().splitlines() == [
        "Not built: the disk is full: nothing was published; free some space and build again"
    ]
