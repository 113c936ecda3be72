"""Nothing let in: hostile articles, names, paths and tables become text, or are refused in one clear line."""

import ast
import csv
import io
import os
import re
import shlex
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import urlsplit

import nbformat
import pandas as pd
import pytest
from conftest import ROOT, run_pipeline
from hostile import AWAY, FORMULAS, MARKUP, ODD, Elements, faults_of, faults_of_notebook, hostile_corpus, write_csv
from test_corpus import STORY, make_corpus
from test_pages import PAGES, path_of

from helpers import tables
from helpers.corpus import CorpusError, bounds, check_corpus, load, load_actors, load_corpus, load_gold, read_manifest
from helpers.corpus.begin import begin_corpus
from helpers.corpus.coding import write_gold, write_sheet
from helpers.reports.escape import escape
from helpers.tables.store import defuse, to_csv, undefuse

FEWER = ("-p", "02_sentiment.resamples=100", "-p", "03_vocabulary.resamples=100")
HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f\u00ad\u200b\u202a-\u202e\u2066-\u2069\ufeff\U000e0041]")


@pytest.fixture(scope="session")
def hostile_build(tmp_path_factory):
    """The published build of the hostile corpus."""
    outputs = tmp_path_factory.mktemp("outputs")
    corpus = hostile_corpus(tmp_path_factory.mktemp("corpora") / "hostile")
    done = run_pipeline(outputs, "--corpus", str(corpus), "--quiet", *FEWER)
    assert done.returncode == 0, done.stderr[-2000:]
    return outputs / "hostile"


def visit(chromium, path: Path, width: int = 1280) -> tuple[list[str], str, bool]:
    """Open a page, unfold it and touch all its elements: (what went wrong, its text, whether it scrolls sideways)."""
    faults: list[str] = []
    context = chromium.new_context(viewport={"width": width, "height": 800}, offline=True)
    tab = context.new_page()
    tab.on("console", lambda message: faults.append(f"console: {message.text}"))
    tab.on("pageerror", lambda error: faults.append(f"error: {error}"))
    tab.on("dialog", lambda dialog: (faults.append("dialog"), dialog.dismiss()))
    tab.on("request", lambda request: faults.append(f"asks: {request.url}") if AWAY in request.url else None)
    tab.goto(path.resolve().as_uri())
    tab.evaluate(
        """() => { for (const e of document.querySelectorAll('*')) {
            if (e.tagName === 'DETAILS') e.open = true;
            for (const kind of ['mouseover', 'focus', 'click', 'error', 'load', 'begin'])
                if (kind !== 'click' || e.tagName !== 'A') e.dispatchEvent(new Event(kind, {bubbles: false}));
        } }"""
    )
    tab.wait_for_timeout(50)
    pwned = tab.evaluate("window.pwned")
    faults += [] if pwned is None else [f"a script ran: {pwned}"]
    faults += [] if tab.url == path.resolve().as_uri() else [f"the page went to {tab.url}"]
    text = tab.evaluate("document.body.innerText")
    sideways = tab.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    context.close()
    return faults, text, sideways


@pytest.mark.parametrize("name", PAGES)
def test_a_page_of_hostile_articles_runs_nothing_and_stays_readable(hostile_build, browser, name):
    faults, text, sideways = visit(browser, path_of(hostile_build, name), 360)
    assert faults == []
    assert not sideways, "it scrolls sideways"
    assert MARKUP["closing"] in text, "the study's title is not shown as it is written"
    assert MARKUP["script"] in text, "a source's name is not shown as it is written"
    assert not HIDDEN.search(text)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_of_hostile_articles_holds_no_markup_of_theirs(hostile_build, name):
    page = path_of(hostile_build, name).read_text(encoding="utf-8")
    head, body = page.split("<body>", 1)
    policy = [a["content"] for tag, a in Elements(head).found if a.get("http-equiv") == "Content-Security-Policy"]
    assert policy and policy[0].startswith("default-src 'none';") and "script" not in policy[0]
    assert [tag for tag, _ in Elements(head).found if tag not in ("meta", "title", "style", "html", "head")] == []
    at_home = re.compile(r'(href=")(?:reports/)?[\w-]+\.html|(href=")(?:\.\./)?tables/')
    assert faults_of(at_home.sub(r"\1\2#", body)) == []
    assert not HIDDEN.search(page)


@pytest.mark.parametrize("name", PAGES[1:])
def test_an_executed_notebook_holds_no_markup_of_theirs(hostile_build, name):
    path = hostile_build / "notebooks" / f"{name}.ipynb"
    assert faults_of_notebook(path) == []
    assert "dataframe" not in path.read_text(encoding="utf-8"), "a frame was shown without reports.table"


def test_the_parser_of_these_tests_sees_what_text_made():
    for markup in MARKUP.values():
        assert faults_of(escape(markup)) == []
    assert len([name for name in MARKUP if faults_of(MARKUP[name])]) >= 9
    assert faults_of(f'<p title="{MARKUP["attribute"]}">')
    assert faults_of('<a href="javascript:void 0">x</a>') and not faults_of('<a href="#x">x</a>')


def test_every_table_of_hostile_articles_is_safe_in_a_spreadsheet(hostile_build):
    for path in (hostile_build / "tables").glob("*.csv"):
        rows = list(csv.reader(io.StringIO(path.read_bytes().decode("utf-8"))))
        frame = pd.read_parquet(path.with_suffix(".parquet"))
        assert len(rows) == len(frame) + 1
        assert not HIDDEN.search(path.read_text(encoding="utf-8"))
        runs = [
            cell
            for row in rows
            for cell in row
            for part in re.split("[;\t\r\n]", cell)
            if re.match(r"[\s\"]*[=+@＝]|[\s\"]*-\D", part) and cell not in (">=", "<=", "=")
        ]
        assert not runs, path.name


def test_parquet_and_texts_keep_the_raw_text(hostile_build):
    build = tables.Build(hostile_build, hostile_build)
    documents, texts = tables.read_table("documents", build), tables.read_texts(build)
    assert documents.source[2] == "=cmd|' /C calc'!A0"
    assert "turn\u202eed" in texts["d2"] and "bell\x07" in texts["d2"]
    assert "\r" not in "".join(texts.values())
    for name in ("spans", "quotes", "figures", "other_numbers", "loaded_terms", "names"):
        for row in tables.read_table(name, build).itertuples(index=False):
            assert texts[row.document][row.start : row.end] == row.text


PIECES = """
import sys
import time
import nbformat, pandas as pd
from matplotlib.figure import Figure
from hostile import MARKUP
from helpers import reports
from helpers.charts import Chart
out, bare = sys.argv[1], sys.argv[2] == "bare"
shown = []
for text in MARKUP.values():
    frame = pd.DataFrame({text: [text, 1.5], "n": [1, 2]})
    row = {"source": text, "document": text, "line": 3, "pre": text, "keyword": text, "post": text, "remark": text}
    shown += [reports.answer(text), reports.note(text), reports.facts([(text, text)], label=text),
              reports.bullets([text], none=""), reports.checks(text), reports.link(text, "#x"),
              reports.table(frame, text, name="t"), reports.evidence(pd.DataFrame([row]), text, fold=True),
              reports.chart(Chart(text, text, Figure(figsize=(1, 1)), None, text))]
cells = [nbformat.v4.new_markdown_cell("# What?")]
for piece in shown:
    bundle = nbformat.v4.new_output("execute_result", data=piece._repr_mimebundle_(), execution_count=1)
    cells.append(nbformat.v4.new_code_cell("x", outputs=[bundle], execution_count=1))
facts = {"title": MARKUP["closing"], "event": MARKUP["section"], "name": "a",
         "pages": [("a", "A"), ("b", MARKUP["image"])], "footer": [("Corpus", MARKUP["attribute"])]}
page = reports.render_page(nbformat.v4.new_notebook(cells=cells), facts)
if bare:
    page = page.replace("Content-Security-Policy", "nothing")
open(out, "w", encoding="utf-8").write(page)
"""
NO_ESCAPE = """
import sys, types
off = types.ModuleType("helpers.reports.escape")
off.escape = off.prose = str
sys.modules["helpers.reports.escape"] = off
"""


def render_pieces(folder: Path, *, bare: bool) -> Path:
    """A page of hostile texts in every kind of piece, made in a process of its own; bare: with the escaping off."""
    path, before = folder / "page.html", NO_ESCAPE if bare else ""
    environment = {**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'tests'}"}
    command = [sys.executable, "-c", before + PIECES, str(path), "bare" if bare else "whole"]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr[-2000:]
    return path


def test_hostile_texts_in_every_kind_of_piece_run_nothing(tmp_path, browser):
    path = render_pieces(tmp_path, bare=False)
    faults, text, sideways = visit(browser, path, 360)
    assert faults == [] and not sideways
    assert [
        name for name, markup in MARKUP.items() if re.sub(r"\s+", " ", markup) not in re.sub(r"\s+", " ", text)
    ] == []


@pytest.mark.slow
def test_the_check_of_pages_fails_where_nothing_is_escaped(tmp_path, browser):
    path = render_pieces(tmp_path, bare=True)
    faults, _, _ = visit(browser, path)
    assert any("a script ran" in fault or "went to" in fault for fault in faults), faults
    assert faults_of(path.read_text(encoding="utf-8").split("<body>", 1)[1])


# What a spreadsheet is given


@pytest.mark.parametrize("cell", [*FORMULAS, "\t=1+1", ' "=1+1', "calm;=1+1;", "two\n=1+1", "\rx", "\u00a0@SUM(1)"])
def test_a_cell_that_would_run_is_defused_and_can_be_read_back(cell):
    assert defuse(cell) != cell and defuse(cell).replace("'", "") == cell.replace("'", "")
    assert undefuse(defuse(cell)) == cell


@pytest.mark.parametrize(
    "cell", ["-5", "+3", "-1,234.5", "-80 %", "so-called", "a = b", "1-2", "'tis", "", "calm; more"]
)
def test_a_number_and_a_plain_text_are_left_alone(cell):
    assert defuse(cell) == cell and undefuse(cell) == cell


def test_numbers_are_never_touched_and_headers_are_text():
    frame = pd.DataFrame([[-1, -2.5, -3, "=x", True]], columns=["a", "-b", "=c", "@d", "e"]).astype({"=c": object})
    assert to_csv(frame) == '"a","\'-b","\'=c","\'@d","e"\n-1,-2.5,-3,"\'=x",True\n'


def test_a_value_outside_its_closed_vocabulary_is_defused_even_there():
    assert to_csv(pd.DataFrame({"op": ["=", ">=", "=1+1"]}), "figures") == '"op"\n"="\n">="\n"\'=1+1"\n'


def test_a_csv_tells_what_cannot_be_seen_and_can_always_be_encoded():
    text = to_csv(pd.DataFrame({"text": [f"{ODD} \ud800 \x00 \r"]}, dtype=object))
    assert not HIDDEN.search(text) and "[U+202E]" in text and "[U+D800]" in text and "[U+0000]" in text
    text.encode("utf-8")


# What is read of a corpus


@pytest.fixture
def corpus(tmp_path):
    return make_corpus(tmp_path / "c", {"a.txt": STORY.encode(), "b.txt": STORY.replace("Monday", "Friday").encode()})


def refusal(function, *arguments) -> str:
    """The one line with which a function refuses its input."""
    with pytest.raises(CorpusError) as told:
        function(*arguments)
    line = str(told.value)
    assert line.isprintable() and len(line) < 800, line
    return line


@pytest.mark.parametrize("file", ["../secret.txt", "/etc/passwd", "a/../../secret.txt", "..", "a\\b.txt", "\x00", "."])
def test_a_path_cannot_leave_the_corpus(tmp_path, file):
    (tmp_path / "secret.txt").write_text("secret")
    corpus = make_corpus(
        tmp_path / "c", {"a.txt": b"one"}, sha256="", file=file.replace("\\", "\\\\").replace("\0", "\\u0000")
    )
    assert "a.txt" not in refusal(check_corpus, corpus)


def replace_by_link(path: Path, target: Path) -> None:
    """Move a file or folder to a place outside and leave a link in its place."""
    path.rename(target)
    path.symlink_to(target)


@pytest.mark.parametrize(
    ("name", "function"),
    [
        ("corpus.toml", read_manifest),
        ("articles", check_corpus),
        ("articles/a.txt", check_corpus),
        ("actors.csv", load_actors),
        ("gold", load_gold),
        ("gold/lines.csv", load_gold),
    ],
)
def test_a_link_out_of_the_corpus_is_refused(corpus, tmp_path, name, function):
    write_csv(corpus / "actors.csv", ("actor", "name", "charge"), ("council", "the council", "neutral"))
    write_csv(corpus / "gold" / "lines.csv", ("document", "line"), ("a", "1"))
    function(corpus)
    replace_by_link(corpus / name, tmp_path / "outside")
    assert "link" in refusal(function, corpus)
    (tmp_path / "outside").rename(tmp_path / "gone")
    assert "link" in refusal(function, corpus)  # one that leads nowhere is no better


def make_socket(path: Path) -> None:
    """A socket in the file system; its path must be short."""
    here = os.getcwd()
    os.chdir(path.parent)
    try:
        with socket.socket(socket.AF_UNIX) as listener:
            listener.bind(path.name)
    finally:
        os.chdir(here)


@pytest.mark.parametrize("kind", [os.mkfifo, Path.mkdir, make_socket, lambda path: path.symlink_to("/dev/zero"),
                                  lambda path: path.symlink_to(path.name)])  # fmt: skip
def test_what_is_no_plain_file_is_not_opened(corpus, kind):
    for name, function in (
        ("articles/a.txt", check_corpus),
        ("actors.csv", load_actors),
        ("corpus.toml", read_manifest),
    ):
        (corpus / name).unlink(missing_ok=True)
        kind(corpus / name)
        refusal(function, corpus)
        (corpus / name).rmdir() if (corpus / name).is_dir() else (corpus / name).unlink()
        (corpus / name).write_bytes(STORY.encode())


def test_a_folder_of_articles_kept_elsewhere_may_be_a_link_but_its_files_may_not(corpus, tmp_path):
    replace_by_link(corpus / "articles", tmp_path / "kept")
    assert set(check_corpus(corpus, corpus / "articles")) == {"d0", "d1"}
    replace_by_link(tmp_path / "kept" / "a.txt", tmp_path / "secret.txt")
    assert "missing: a.txt" in refusal(check_corpus, corpus, tmp_path / "kept")


def test_nothing_is_written_through_a_link(corpus, tmp_path):
    for name, write in (("coding", write_sheet), ("gold", write_gold)):
        (tmp_path / f"{name}-outside").mkdir()
        (corpus / name).symlink_to(tmp_path / f"{name}-outside")
        refusal(write, pd.DataFrame({"a": ["b"]}), corpus, "lines")
        (corpus / name).unlink()
        (corpus / name).mkdir()
        (corpus / name / "lines.csv").symlink_to(tmp_path / "new.csv")
        refusal(write, pd.DataFrame({"a": ["b"]}), corpus, "lines")
    assert not (tmp_path / "new.csv").exists()


def test_make_corpus_follows_no_link_and_writes_beside_nothing(tmp_path):
    saved, data = tmp_path / "saved", tmp_path / "data"
    saved.mkdir()
    (tmp_path / "secret.txt").write_text(STORY.replace("Monday", "Sunday"))
    (saved / "link.txt").symlink_to(tmp_path / "secret.txt")
    (saved / "two\nlines.txt").write_text(STORY)
    (saved / os.fsdecode(b"caf\xe9.txt")).write_text(STORY)
    os.mkfifo(saved / "pipe.txt")
    (saved / "a.txt").write_text(STORY)
    notes = begin_corpus("study", saved, data)
    assert len(notes) == 5 and all(note.isprintable() for note in notes)
    assert [path.name for path in (data / "study" / "articles").iterdir()] == ["a.txt"]
    (data / "other").symlink_to(tmp_path)
    assert "is there already" in refusal(begin_corpus, "other", saved, data)
    assert "needs a name" in refusal(begin_corpus, "../x", saved, data)


@pytest.mark.parametrize("name", ["<b>x", ".builds", "a;b", "two\nlines", "a\u202eb", "-rf", "x" * 120])
def test_a_corpus_folder_with_a_name_that_could_do_harm_is_refused(tmp_path, name):
    corpus = make_corpus(tmp_path / name, {"a.txt": STORY.encode()})
    assert "cannot be called" in refusal(read_manifest, corpus)


# How much of it is read


def fill(path: Path, text: str) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")


MUCH = {
    "corpus.toml": (read_manifest, "x = 1\n" * 4_000_000, "MB"),
    "nested": (read_manifest, f"title = {'[' * 100_000}", "nested too deep"),
    "digits": (read_manifest, f"title = {'9' * 10_000}", "not valid TOML"),
    "long": (
        read_manifest,
        f'title = "{"x" * 5_000}"\n[[article]]\ndocument = "a"\nfile = "b"\nsource = "c"',
        "shorten",
    ),
    "many": (read_manifest, '[[article]]\ndocument = "a"\n' * 5_001, "split the corpus"),
    "actors.csv": (load_actors, "actor,name,charge\n" + "a,b,neutral\n" * 2_001, "2,000 rows"),
    "actors": (load_actors, f"actor,name,charge\n{'a' * 300},b,neutral\n", "shorten it"),
    "kinds": (load_actors, "actor,name,charge,kind\na,b,neutral,<b>\n", "neither side nor event"),
    "cell": (load_actors, f"actor,name,charge\n{'a' * 200_000},b,neutral\n", "no UTF-8 CSV"),
    "wide": (load_actors, "actor,name,charge\na,b,neutral,side,more,still\n", "more cells"),
    "gold/lines.csv": (load_gold, "document,line\n" + "a,1\n" * 100_001, "100,000 rows"),
}


@pytest.mark.parametrize("case", MUCH)
def test_a_table_beyond_its_bound_is_refused(corpus, case):
    function, text, fault = MUCH[case]
    file = {read_manifest: "corpus.toml", load_actors: "actors.csv", load_gold: "gold/lines.csv"}[function]
    fill(corpus / file, text)
    assert fault in refusal(function, corpus)


def test_an_article_beyond_its_bounds_is_refused(tmp_path, monkeypatch):
    for name, value in (("MAX_LINE", 100), ("MAX_CHARACTERS", 300)):
        monkeypatch.setattr(bounds, name, value)
    line = make_corpus(tmp_path / "l" / "c", {"a.txt": f"Title\n\n{'word ' * 50}".encode()})
    assert "line 3 has" in refusal(load_corpus, line)
    text = make_corpus(tmp_path / "t" / "c", {"a.txt": b"A short line.\n" * 50})
    assert "characters of text" in refusal(load_corpus, text)
    big = make_corpus(tmp_path / "b" / "c", {"a.txt": b"x" * (bounds.MAX_BYTES + 1)})
    assert "MB" in refusal(check_corpus, big)
    assert "MB" in refusal(load.read_article, big / "articles" / "a.txt")


def test_the_bound_holds_for_the_files_as_they_are(tmp_path):
    corpus = make_corpus(tmp_path / "c", {"a.txt": b"The council met. " * 620_000})  # one line of 10 MB
    assert "characters of text, more than" in refusal(load_corpus, corpus)


def test_many_missing_files_are_told_in_a_short_line(tmp_path):
    corpus = make_corpus(tmp_path / "c", {f"{'a' * 100}{n}.txt": f"{STORY}{n}".encode() for n in range(50)})
    for path in (corpus / "articles").iterdir():
        path.unlink()
    assert "and 45 more" in refusal(check_corpus, corpus)


NESTED = {
    "deep": b"<div>" * 100_000 + b"The council met." + b"</div>" * 100_000,
    "tables": b"<table><tr><td>" * 30_000,
    "entities": b"<p>" + b"&lt;&#60;&#x3c;&bogus;" * 20_000,
    "attributes": b"<p " + b"a" * 200_000 + b"='",
    "quotes": b"<p>" + b'"' * 200_000,
    "unclosed": b"<!--" * 100_000 + b"<![CDATA[" * 10_000,
    "doctype": b'<!DOCTYPE html [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><p>&b;</p>'
    + b"<p>The council met.</p>" * 20,
}


@pytest.mark.parametrize("case", NESTED)
def test_a_page_with_broken_or_deep_markup_is_read_or_refused(tmp_path, case):
    corpus = make_corpus(tmp_path / "c", {"a.html": NESTED[case]})
    try:
        assert load_corpus(corpus).text.str.len().all()
    except CorpusError as error:
        assert "holds no article text" in str(error)


@pytest.mark.parametrize("value", ["=", "<script>", "\x1b[31m", "two\nlines", "x" * 5_000, "\udcff"])
def test_a_hostile_parameter_is_refused_in_one_line(tmp_path, corpus, value):
    from helpers.pipeline.inputs import NOTEBOOKS
    from helpers.pipeline.parameters import parse_parameters

    for pair in (value, f"{value}=1", f"04_figures.convention={value}", f"01_cleaning.words={value}"):
        with pytest.raises(CorpusError) as told:
            parse_parameters([pair], NOTEBOOKS)
        assert str(told.value).isprintable()


# How the code reads


CODE = sorted((ROOT / "helpers").rglob("*.py"))
NOTEBOOKS_CODE = {
    path.stem: "\n".join(c.source for c in nbformat.read(path, as_version=4).cells if c.cell_type == "code")
    for path in sorted((ROOT / "notebooks").glob("*.ipynb"))
}
UNSAFE_MODULES = {"pickle", "cPickle", "dill", "cloudpickle", "joblib", "marshal", "shelve", "yaml", "code", "runpy"}
UNSAFE_CALLS = {
    "eval",
    "exec",
    "compile",
    "__import__",
    "read_pickle",
    "to_pickle",
    "system",
    "popen",
    "fromstring_unsafe",
}
OF_RE = {"compile"}  # re.compile is what it says


def names_called(tree: ast.AST) -> list[tuple[str, ast.Call]]:
    """(name, call) of each call; an attribute of `re` is told as re.NAME."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            owner = getattr(getattr(node.func, "value", None), "id", "")
            name = getattr(node.func, "id", None) or getattr(node.func, "attr", "")
            found.append((f"re.{name}" if owner == "re" else name, node))
    return found


def modules_imported(tree: ast.AST) -> set[str]:
    """The first names of all modules that are imported anywhere."""
    plain = {a.name for node in ast.walk(tree) if isinstance(node, ast.Import) for a in node.names}
    return {m.split(".")[0] for m in plain} | {
        (node.module or "").split(".")[0] for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)
    }


@pytest.mark.parametrize("path", CODE, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_module_runs_what_it_reads(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert not modules_imported(tree) & UNSAFE_MODULES
    for name, call in names_called(tree):
        assert name not in UNSAFE_CALLS, f"{name} in line {call.lineno}"
        told = {keyword.arg: keyword.value for keyword in call.keywords}
        assert not getattr(told.get("shell"), "value", False), f"a shell in line {call.lineno}"
        assert not getattr(told.get("allow_pickle"), "value", False), f"a pickle in line {call.lineno}"
        if name == "load" and getattr(getattr(call.func, "value", None), "id", "") == "np":
            assert getattr(told.get("allow_pickle"), "value", True) is False, f"line {call.lineno} may read a pickle"


@pytest.mark.parametrize("name", NOTEBOOKS_CODE)
def test_a_notebook_cannot_make_html_of_a_text(name):
    """Renamed imports, attributes by name and strings as code would get round a search for HTML( and the like."""
    tree = ast.parse(NOTEBOOKS_CODE[name])
    assert modules_imported(tree) <= {"helpers"}, "what shows text must come from helpers.reports"
    words = {getattr(node, key, "") for node in ast.walk(tree) for key in ("id", "attr", "arg")}
    words |= {alias.name for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for alias in node.names}
    forbidden = {"Shown", "getattr", "setattr", "vars", "globals", "eval", "exec", "compile", "__import__", "display",
                 "get_ipython", "style", "to_html", "HTML", "Markdown", "Javascript", "print", "open"}  # fmt: skip
    assert not words & forbidden
    assert not [word for word in words if str(word).startswith("_") and word not in ("_fields", "_asdict")]
    assert not [n for n in ast.walk(tree) if isinstance(n, ast.Constant) and re.search(r"<\w", str(n.value))]


def test_what_a_download_is_called_is_harmless():
    from helpers.reports import table

    html = table(pd.DataFrame({"a": ["=1"]}), "c", name=MARKUP["attribute"]).html
    assert faults_of(html) == [] and next(a for t, a in Elements(html).found if t == "a")["download"]


def test_make_lab_listens_on_loopback_with_a_token():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    line = next(line for line in makefile.splitlines() if "jupyter lab" in line)
    words = shlex.split(line.replace("$(AS_ROOT)", "").strip().removeprefix("@"))
    settings = dict(word.removeprefix("--").partition("=")[::2] for word in words if word.startswith("--"))
    assert settings.pop("ip") == "127.0.0.1"
    assert set(settings) <= {"notebook-dir", "port", "no-browser", "ServerApp.port"}, "tokens stay as they are"
    assert not re.search(r"\b(token|password|disable_check_xsrf|allow_origin|allow_remote_access)\b", makefile, re.I)
    settings_files = [path for path in ROOT.glob("**/jupyter*config*") if ".venv" not in path.parts]
    assert settings_files == [], "a configuration in the project could switch the token off"


def wait_until_it_listens(address: str, seconds: float = 30) -> None:
    """A server tells its address a moment before it listens there."""
    place, until = urlsplit(address), time.monotonic() + seconds
    while True:
        try:
            socket.create_connection((place.hostname, place.port), timeout=seconds).close()
            return
        except ConnectionRefusedError:
            if time.monotonic() > until:
                raise
            time.sleep(0.05)


@pytest.mark.slow
def test_jupyter_lab_asks_for_its_token(tmp_path):
    """The server that `make lab` starts, on a free port: 403 without the token, 200 with it, loopback only."""
    from urllib.error import HTTPError
    from urllib.request import urlopen

    command = [sys.executable, "-m", "jupyter", "lab", "--ip=127.0.0.1", "--no-browser", "--port=0", "--allow-root"]
    environment = {**os.environ, "JUPYTER_RUNTIME_DIR": str(tmp_path), "JUPYTER_CONFIG_DIR": str(tmp_path / "config")}
    environment.pop("JUPYTER_TOKEN", None)
    with subprocess.Popen(command, cwd=tmp_path, env=environment, stderr=subprocess.PIPE, text=True) as server:
        try:
            told = next(found for line in server.stderr if (found := re.search(r"http://\S+\?token=\w{20,}", line)))
            address, _, token = told.group().partition("/lab?token=")
            assert address.startswith("http://127.0.0.1:") or address.startswith("http://localhost:")
            wait_until_it_listens(address)
            with pytest.raises(HTTPError) as refused:
                urlopen(f"{address}/api/contents")
            assert refused.value.code == 403
            assert urlopen(f"{address}/api/contents?token={token}").status == 200
        finally:
            server.terminate()
            server.stderr.read()
