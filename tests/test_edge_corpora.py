"""Corpora in which a step finds nothing, of one source, or partly in another language: told, and no error."""

import pandas as pd
import pytest
from conftest import run_pipeline
from test_corpus import make_corpus

PLAIN = """A walk along the canal

The path begins behind the old school and follows the water past the gardens. It is wide and dry.

Where the canal bends, a bench stands under a willow. From there the roofs of the village can be seen.

The way back leads through the fields and ends beside the mill.
"""
GERMAN = """Ein Weg am Kanal

Der Weg beginnt hinter der alten Schule und folgt dem Wasser an den Gärten vorbei. Er ist breit und trocken.

Wo der Kanal eine Biegung macht, steht eine Bank unter einer Weide. Von dort sieht man die Dächer des Dorfes.

Der Rückweg führt über die Felder und endet neben der Mühle, und niemand hat ihn je bereut.
"""
TALKING = """Canal path to be closed

The canal path will be closed for three weeks, the council said on Monday. “We have to mend the banks,” said the
engineer Ada Moss. More than 40 people signed a letter against it.
"""


def read(build, name):
    return pd.read_csv(build / "tables" / f"{name}.csv", keep_default_na=False)


def page(build, name):
    return (build / "reports" / f"{name}.html").read_text(encoding="utf-8")


@pytest.mark.slow
def test_one_article_in_which_nothing_is_found(tmp_path):
    corpus = make_corpus(tmp_path / "c", {"a.txt": PLAIN.encode()})
    done = run_pipeline(tmp_path / "out", "--corpus", str(corpus), "--quiet")
    assert done.returncode == 0, done.stderr
    assert not done.stderr
    build = tmp_path / "out" / "c"
    assert "date unknown" in page(build, "05_comparison")
    assert ">unknown<" in page(build, "01_cleaning")
    assert read(build, "figures").empty
    assert read(build, "quotes").empty
    assert read(build, "names").empty
    assert read(build, "keyness").empty
    assert "No figure was found" in page(build, "04_figures")
    assert "nothing to compare" in page(build, "05_comparison")
    assert "No actor is named" in page(build, "02_sentiment")
    assert "nothing to compare" in page(build, "03_vocabulary")


@pytest.mark.slow
def test_an_article_in_another_language_is_kept_told_and_left_out(tmp_path):
    files = {"a.txt": TALKING.encode(), "b.txt": GERMAN.encode(), "c.txt": PLAIN.encode("utf-16")}
    corpus = make_corpus(tmp_path / "c", files)
    done = run_pipeline(tmp_path / "out", "--corpus", str(corpus))
    assert done.returncode == 0, done.stderr
    assert "c: note: no date of d0, d1, d2, told as unknown" in done.stderr
    assert "actors.csv is not there: the reports will not tell how the sides are called" in done.stderr
    build = tmp_path / "out" / "c"
    documents = read(build, "documents")
    assert documents.language.tolist() == ["en", "de", "en"]
    assert set(read(build, "spans").document) == {"d0", "d1", "d2"}
    for table in ("sentiment", "figures", "loaded_terms", "names"):
        assert "d1" not in set(read(build, table).document)
    assert "left out of the measures for English" in page(build, "01_cleaning")
    assert "left out of the measures for English" in page(build, "05_comparison")
    assert len(read(build, "figures")) == 2
