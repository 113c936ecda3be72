"""The article is told from its furniture, line by line, and nothing is lost unseen."""

import gzip
import json
import textwrap
import time
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.cleaning import KEPT, LABELS, extract_html, kept_text, label_lines, lost_words, removed_by_rule
from helpers.cleaning.around import BLOCK, REACH, look_around
from helpers.cleaning.augment import flatten, in_news, lighten
from helpers.cleaning.decode import lift_entries, settle
from helpers.cleaning.documents import find_documents
from helpers.cleaning.ends import presents_body
from helpers.cleaning.labels import by_rules
from helpers.cleaning.lines import cut_lines
from helpers.cleaning.markdown import read_marks
from helpers.cleaning.opinion import COPIED, SURE, SURER, second_opinion
from helpers.cleaning.redump import redump
from helpers.cleaning.rules import RULES
from helpers.cleaning.train import TAUGHT, read_articles, read_coded, read_own
from helpers.cleaning.view import find_thread, look
from helpers.cleaning.wrapped import unwrap
from helpers.measure.labels import read_dumps, read_news, score_pages
from helpers.voice import find_quotes

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
BENCH = SHARED / "benchmarks" / "cleaning"
PALMYRA = SHARED / "corpora" / "palmyra-2016"
CASES = json.loads((ROOT / "tests" / "cases" / "cleaning.json").read_text(encoding="utf-8"))
DUMPS = {folder.name: read_coded(folder) for folder in sorted((ROOT / "tests" / "cases" / "dumps").iterdir())}
EVERY_DUMP = [dump for part in ("tuned", "ruled", "aside") for dump in DUMPS[part]]
SAMPLE = ROOT / "data" / "sample"
FLOORS = json.loads((ROOT / "tests" / "floors.json").read_text(encoding="utf-8")).get("cleaning", {})
needs_bench = pytest.mark.skipif(not BENCH.is_dir(), reason="the shared cleaning benchmark is not here")
needs_palmyra = pytest.mark.skipif(not PALMYRA.is_dir(), reason="the shared Palmyra corpus is not here")


def _marked(case: dict):
    marks = [pytest.mark.xfail(strict=True)] if case["expect"] == "fail" else []
    return pytest.param(case, id=case["label"], marks=marks)


@pytest.mark.parametrize("case", [_marked(case) for case in CASES])
def test_case(case):
    lines = label_lines(case["text"])
    told = [(label, case["text"][s:e][:60]) for label, s, e in zip(lines.label, lines.start, lines.end, strict=True)]
    wanted = [(label, begin) for label, (_, begin) in zip(case["expected"], told, strict=True)]
    assert told == wanted


ODD_LINES = (
    "", "Home", "By Ann Lee", "She said:", "“No.”", "12:30", "A", "x" * 300, "The sun rose over the hill.", "> why",
    "Name - @name", "More...", "1 comment", "日本語の文章です。", "\u2028", "\t \x0b", "…",
    "・・・・", "・・・・：", "။" * 12, "İ", "II.", "4", "Mayor Ann Lee said:", "Dear Mr Lind,", "Yours sincerely,",
)  # fmt: skip


@given(st.lists(st.sampled_from(ODD_LINES)))
@settings(max_examples=60, deadline=None)
def test_every_line_is_told_once(parts):
    text = "\n".join(parts)
    lines = label_lines(text)
    raw = text.split("\n")
    assert lines.line.tolist() == [n for n, line in enumerate(raw, 1) if line.strip()]
    assert [text[s:e] for s, e in zip(lines.start, lines.end, strict=True)] == [
        line.strip() for line in raw if line.strip()
    ]
    assert set(lines.label) <= set(LABELS)
    assert ((lines.kept == 1) == lines.label.isin(KEPT)).all()
    assert (lines.rule != "").all()
    assert lost_words(lines, text) == []


def test_variations_keep_the_labels_on_their_lines():
    pages = read_own(ROOT / "tests" / "cases")
    told = {line.text for page in pages for line, label in zip(page.lines, page.labels, strict=True) if label == "B"}
    for page in pages[:12]:
        for varied in (lighten(page), flatten(page), in_news(page, pages[12:])):
            kept = [line.text for line, label in zip(varied.lines, varied.labels, strict=True) if label == "B"]
            assert kept
            assert all(any(text in own for own in told) for text in kept)


@pytest.mark.parametrize(
    ("line", "text", "mark"),
    [
        ("# Bridge shut for a year", "Bridge shut for a year", "#"),
        ("### Related ###", "Related", "###"),
        ("**By Ada Noll**", "By Ada Noll", "*"),
        ("__Ada Noll__ is our *critic*", "Ada Noll is our critic", ""),
        ("* **Trams** run on Sunday", "* Trams run on Sunday", ""),
        ("  [Home](/home \"Home\")", "Home", "["),
        ("![](/a.jpg) The quay at Brill", "The quay at Brill", ""),
        ("12\\. Grain \\(wet\\)", "12. Grain (wet)", ""),
        # near misses
        ("#bridge is trending", "#bridge is trending", ""),
        ("# # #", "# # #", ""),
        ("* * *", "* * *", ""),
        ("Reach a_noll_b@post.example", "Reach a_noll_b@post.example", ""),
        ("What the f**k, he said, and s**t", "What the f**k, he said, and s**t", ""),
        ("Grain * 3 and oats * 4", "Grain * 3 and oats * 4", ""),
        ("A note [sic] (in full)", "A note [sic] (in full)", ""),
    ],
)
def test_marks_of_markdown_do_not_hide_a_line(line, text, mark):
    (told,) = cut_lines(line)
    assert (told.text, told.mark) == (text, mark)
    assert line[told.start : told.end] == line.strip()


def test_a_page_has_the_labels_of_its_markdown():
    paragraphs = [part.replace("\n", " ") for part in BROKEN.split("\n\n")[1:]]
    head = ["[Home](/)", "# Mill of Brill burns down", "_By Ann Lee_", "3 May 2031"]
    marked = "\n\n".join([*head, *paragraphs, "## Related", "* [Bakers](/b) ask for _less_ flour"])
    plain = "\n".join(read_marks(line)[0] for line in marked.split("\n"))
    wanted = ["boilerplate", "title", "byline", "date", *["body"] * len(paragraphs), "boilerplate", "boilerplate"]
    assert label_lines(marked).label.tolist() == label_lines(plain).label.tolist() == wanted


def test_a_page_dumped_again_keeps_its_labels():
    changed = 0
    for dump in DUMPS["shapes"]:
        for again in redump(dump):
            lines = cut_lines(again.text)
            assert len(lines) == len(again.labels)
            assert set(again.labels) - {"boilerplate"} == set(dump.labels) - {"boilerplate"}
            own = {line.text for line in cut_lines(dump.text)}
            bare = {text.lstrip("*-•o ") for text in own}
            assert all(line.text in own | bare for line in lines)
            changed += again.text != dump.text
    assert changed >= 20


def test_what_is_measured_is_not_learned_from():
    assert {"aside", "fresh", "learned"}.isdisjoint(TAUGHT)
    articles = read_articles(ROOT / "tests" / "cases")
    assert all(len(article.labels) == len(cut_lines(article.text)) for article in articles)


def test_lines_around_are_seen_from_each_line():
    chance = np.eye(4)[[0, 1, 1, 2, 3]]
    around = look_around(chance)
    assert around.shape == (5, 4 * (2 * REACH + 1 + 4))
    here, above = around[:, 4 * REACH : 4 * REACH + 4], around[:, 4 * (REACH - 1) : 4 * REACH]
    assert (here.argmax(1) == chance.argmax(1)).all() and (above[1:].argmax(1) == chance[:-1].argmax(1)).all()
    in_all = np.expm1(around[:, -8:]).round()
    assert in_all[3].tolist() == [1, 2, 0, 0, 0, 0, 0, 1]
    assert look_around(chance[:1]).shape == (1, around.shape[1]) and BLOCK > REACH


def _wrapped(text: str, width: int) -> tuple[str, list[int]]:
    """A text broken at a width, and for each of its lines the number of the line it was broken from."""
    broken, numbers = [], []
    for number, line in enumerate(text.split("\n"), 1):
        pieces = textwrap.wrap(line.strip(), width, break_long_words=False, break_on_hyphens=False)
        broken += pieces or [""]
        numbers += [number] * len(pieces)
    return "\n".join(broken), numbers


@pytest.mark.parametrize("width", [60, 72, 78])
def test_lines_broken_at_a_width_keep_the_label_of_their_paragraph(width):
    same = total = 0
    for dump in EVERY_DUMP:
        labels = label_lines(dump.text).set_index("line").label
        text, numbers = _wrapped(dump.text, width)
        told = label_lines(text).label.tolist()
        same += sum(mine == labels[number] for mine, number in zip(told, numbers, strict=True))
        total += len(numbers)
    assert same >= 0.975 * total


def test_texts_of_whole_paragraphs_are_not_joined():
    assert [dump.name for dump in EVERY_DUMP if unwrap(dump.text) != dump.text] == []


BROKEN = """MILL OF BRILL BURNS
By Ann Lee

The old mill of Brill burned on Monday, and the fire brigade of
Grossingen came too late to save more than the wheel, which had
been the pride of the town. “We saw the smoke from the market and
ran,” said the baker, Jon Reve.

The mayor told the council that the mill would be built again at
a cost of 20,000 crowns, half of it paid by the town and half by
the county."""


def test_a_quotation_runs_on_where_a_line_was_broken():
    whole = unwrap(BROKEN)
    assert len(whole) == len(BROKEN)
    assert [line.split(" ")[0] for line in whole.split("\n") if line] == ["MILL", "By", "The", "The"]
    assert find_quotes(whole).text.tolist() == ["We saw the smoke from the market and ran,"]
    assert label_lines(BROKEN).label.tolist() == ["title", "byline", *["body"] * 7]


@given(st.lists(st.sampled_from([*BROKEN.split("\n"), *ODD_LINES])))
@settings(max_examples=60, deadline=None)
def test_joining_changes_nothing_but_line_breaks(parts):
    text = "\n".join(parts)
    whole = unwrap(text)
    assert len(whole) == len(text)
    assert {(a, b) for a, b in zip(text, whole, strict=True) if a != b} <= {("\n", " ")}


def _opinion(monkeypatch, label: str, chance: float) -> list[tuple[str, str, str]]:
    """(label by the rules, label after, rule) of the lines of a dump where the networks want one label for all."""
    view = look(cut_lines(BROKEN.replace("the county.", "the county.\n\nShare\n\nPrint")))
    wanted = np.full((len(view.lines), len(LABELS)), 0.0)
    wanted[:, LABELS.index(label)] = chance
    monkeypatch.setattr("helpers.cleaning.opinion.judge", lambda view, decided: wanted)
    before = by_rules(view)
    return [(old, new, rule) for (old, _), (new, rule) in zip(before, second_opinion(view, before), strict=True)]


def test_a_second_opinion_must_be_very_sure_to_drop_a_line(monkeypatch):
    unsure = _opinion(monkeypatch, "caption", (SURE + SURER) / 2)
    assert all(new == ("caption" if old not in KEPT else old) for old, new, _ in unsure)
    assert {rule for old, new, rule in unsure if old != new} == {"judged_caption"}
    assert {new for _, new, _ in _opinion(monkeypatch, "caption", (1 + SURE) / 2)} == {"caption"}
    assert all(old == new for old, new, _ in _opinion(monkeypatch, "caption", SURER / 2))


def test_a_text_has_one_title_whatever_the_second_opinion(monkeypatch):
    view = look(cut_lines(BROKEN))
    before, likelier = by_rules(view), np.zeros((len(view.lines), len(LABELS)))
    assert [label for label, _ in before][:2] == ["title", "byline"]
    likelier[:2, LABELS.index("title")] = 0.3, 0.9
    likelier[0, LABELS.index("boilerplate")] = 0.7
    likelier[3, LABELS.index("title")] = 0.85
    monkeypatch.setattr("helpers.cleaning.opinion.judge", lambda view, decided: likelier)
    after = [label for label, _ in second_opinion(view, before)]
    assert after[:2] == ["boilerplate", "title"] and after.count("title") == 1


def test_a_second_opinion_leaves_copied_lines(monkeypatch):
    monkeypatch.setattr("helpers.cleaning.opinion.judge", lambda view, decided: np.ones((len(decided), len(LABELS))))
    copied = 0
    for dump in DUMPS["aside"]:
        view = look(cut_lines(dump.text))
        before = by_rules(view)
        after = second_opinion(view, before)
        copied += sum(label in COPIED for label, _ in before)
        assert all(old == new for old, new in zip(before, after, strict=True) if old[0] in COPIED)
    assert copied > 10


def test_entries_of_a_live_blog_join_it():
    entry = "The mayor said that the bridge would stay shut until the wind had dropped."
    lines = cut_lines("\n".join(["12:10", entry, "12:05", entry, "11:50", entry]))
    lifted = lift_entries(lines, np.array([0.1, 0.9, 0.1, 0.9, 0.1, 0.2]))
    assert (lifted >= 0.5).tolist() == [False, True, False, True, False, True]


def test_links_outweigh_no_short_report():
    report = ["A lorry with nine tons of plums overturned on the road to Brill early on Monday, the guard said."] * 2
    links = ["Plum Prices Today", "Used Lorry Parts"] * 20
    lines = cut_lines("\n".join([*report, *["Menu"] * 9, *links]))
    chance, start, end = settle(lines, np.array([0.8] * 2 + [0.1] * 9 + [0.6] * 40))
    assert (start, end) == (0, 2)
    assert chance[-40:].max() < 0.5


def test_an_endless_column_of_words_is_told_line_by_line():
    text = "Tide\nhigh\n" * 600
    lines = label_lines(text)
    assert set(lines.rule) == {"column_of_words"} and not lines.kept.any() and lost_words(lines, text) == []
    assert "column_of_words" not in set(label_lines(text + PLAIN * 3).rule)


def test_empty_text():
    lines = label_lines(" \n\n")
    assert lines.empty
    assert list(lines.columns) == ["line", "start", "end", "label", "kept", "rule"]
    assert removed_by_rule(lines, "").empty


def test_rules_are_named_and_explained():
    assert len({rule.__name__ for rule in RULES}) == len(RULES)
    assert all(rule.__doc__ for rule in RULES)


def test_removed_by_rule_counts_all_that_is_not_kept():
    text = CASES[0]["text"]
    lines = label_lines(text)
    removed = removed_by_rule(lines, text)
    assert removed.n_lines.sum() == (lines.kept == 0).sum()
    assert removed.n_characters.sum() + len(kept_text(lines, text).replace("\n", "")) == (lines.end - lines.start).sum()


def test_two_letters_in_a_row_are_told_apart():
    told = "The council answered twice, and both of its letters were read out at the market on Monday morning."
    letter = ["Dear Mr Lind,", "We have read what you wrote about the bridge.", "Yours sincerely,", "Ada Noll"]
    other = ["Dear Mrs Osk,", "The bridge stays shut until the spring tide.", "Yours faithfully,", "Ada Noll"]
    lines = cut_lines("\n\n".join([told, *letter, *other, told.replace("twice", "at last")]))
    assert find_documents(lines) == [(1, 1, 5), (5, 5, 9)]


def test_a_live_blog_with_quotations_is_no_thread_of_comments():
    entry = ["12:10", "Mayor Ann Lee said:", "“The bridge is shut until the wind drops, and so is the school.”"]
    assert find_thread(cut_lines("\n".join(entry * 4))) == -1
    reply = ["7. Ann Lee says:", "19 November 2019 at 6:34 am", "The bridge was never safe."]
    assert find_thread(cut_lines("\n".join(["A report on the bridge.", "34 responses to a report", *reply * 3]))) == 1


def test_an_organisation_is_no_author():
    body = "The Rivers Trust is an independent charity that has looked after the rivers since 1961."
    person = "Ada Noll is a reporter for the news agency of the islands and covers money and courts."
    assert [presents_body(cut_lines(text)[0]) for text in (body, person)] == [True, False]


def test_lost_words_notices_a_missing_line():
    text = "The mill burned.\nNobody was hurt."
    lines = label_lines(text)
    assert lost_words(lines.iloc[:1], text) == ["Nobody", "was", "hurt"]


def _seconds_per_character(text: str) -> float:
    began = time.thread_time()
    label_lines(text)
    return (time.thread_time() - began) / len(text)


PLAIN = "The mayor of Brill said on Monday that the old bridge would be shut until the spring, and nobody wept. "
ODD = {
    "one line": PLAIN * 2500, "quotation marks": '"' * 250_000, "empty paragraphs": "\n\n" * 100_000 + PLAIN,
    "one word a line": "Read more\n" * 12_000, "one letter a line": "\n\n x" * 12_000, "times": "12:30\n" * 12_000,
    "announcements": "He said:\n" * 12_000, "names": "By Ann Lee\n" * 12_000,
}  # fmt: skip


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_no_text_takes_twenty_times_as_long_as_an_article(text):
    article = "\n\n".join([PLAIN * 3] * 9)
    label_lines(article)
    usual = min(_seconds_per_character(article) for _ in range(3))
    assert _seconds_per_character(text) < 20 * usual


HOSTILE = (
    "“" * 200_000, "a" * 2_000_000, "(" * 100_000 + ")" * 100_000, "12/12/2012" * 20_000, "said: " * 50_000,
    "by " * 100_000, "\n" * 200_000, " " * 500_000 + "x", "@a " * 100_000,
)  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_quick(text):
    began = time.perf_counter()
    label_lines(text)
    assert time.perf_counter() - began < 3


PAGE = """<html><head><title>Mill burns in Brill | The Brill Post</title></head><body><nav><a href="/">Home</a></nav>
<article><h1>Mill burns in Brill</h1>{}</article><footer>All rights reserved</footer></body></html>"""
PARAGRAPHS = [
    f"The old mill of Brill burned for the {n} time on Monday, and the brigade of Größingen came too late."
    for n in ("first", "second", "third", "fourth", "fifth")
]
MARKUP = PAGE.format("".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS))


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16"])
def test_html_gives_one_paragraph_a_line(encoding):
    assert extract_html(MARKUP.encode(encoding)).split("\n") == PARAGRAPHS
    assert extract_html(MARKUP.encode(encoding), title=True).split("\n") == ["Mill burns in Brill", *PARAGRAPHS]


def test_wrong_declared_encoding():
    declared = MARKUP.replace("<head>", '<head><meta charset="utf-8">').encode("cp1252")
    assert extract_html(declared).split("\n") == PARAGRAPHS
    declared = MARKUP.replace("<head>", '<head><meta charset="iso-8859-1">').encode("utf-8")
    assert extract_html(declared).split("\n") == PARAGRAPHS


@pytest.mark.parametrize(
    "page",
    [b"", b" ", b"\xff\xfe\x00", b"<html>", b"<p" * 3000, b"\x00" * 100, b"<div>" * 5000, bytes(range(256)) * 20],
)
def test_broken_pages_never_raise(page):
    assert isinstance(extract_html(page), str)


def test_a_page_of_thousands_of_cells_is_read_whole():
    page = f"<html><head><title>Tides</title></head><body>{'<p>4 m</p>' * 2_500}</body></html>".encode()
    assert extract_html(page).split("\n") == ["4 m"] * 2_500


def test_an_empty_page_gives_nothing():
    assert extract_html(b"<html><body></body></html>") == ""


def _scorer():
    import importlib.util

    spec = importlib.util.spec_from_file_location("cleaning_score", BENCH / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@needs_bench
@pytest.mark.slow
@pytest.mark.parametrize(
    ("pages", "tool"), [("scrapinghub", "inscriptis"), ("scrapinghub", "htmltext"), ("wcxb", "inscriptis")]
)
def test_dump_floor(pages, tool):
    score, predicted = _scorer(), {}
    for path in (BENCH / pages / tool).glob("*.txt"):
        text = path.read_text(encoding="utf-8")
        predicted[path.stem] = kept_text(label_lines(text), text, title=False)
    found = score.evaluate(score.read_dir(BENCH / pages / "gold"), predicted, boot=2)
    assert found["f1"] >= FLOORS[f"{pages}_{tool}_f1"]


@needs_bench
@pytest.mark.slow
def test_html_floor():
    score = _scorer()
    read = {
        path.name.split(".")[0]: gzip.decompress(path.read_bytes())
        for path in (BENCH / "scrapinghub" / "html").glob("*.gz")
    }
    predicted = {name: extract_html(page) for name, page in read.items()}
    assert score.evaluate(score.read_dir(BENCH / "scrapinghub" / "gold"), predicted, boot=2)["f1"] >= FLOORS["html_f1"]


def _accuracy(documents):
    """Label accuracy, and F1 of what is kept by characters, over (text, {line: label})."""
    right = total = both = mine = theirs = 0
    for text, wanted in documents:
        lines = label_lines(text).set_index("line").loc[list(wanted)]
        size, labels = (lines.end - lines.start).to_numpy(), pd.Series(list(wanted.values()))
        kept, keep = lines.kept.to_numpy() == 1, labels.isin(KEPT).to_numpy()
        right, total = right + (lines.label.to_numpy() == labels.to_numpy()).sum(), total + len(wanted)
        both, mine, theirs = both + size[kept & keep].sum(), mine + size[kept].sum(), theirs + size[keep].sum()
    return right / total, 2 * both / (mine + theirs)


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252")


def _coded(gold: Path, articles: Path):
    for document, wanted in pd.read_csv(gold / "lines.csv").groupby("document"):
        path = articles / f"{document}.txt"
        if path.exists():
            yield _decoded(path.read_bytes()).replace("\r\n", "\n"), dict(zip(wanted.line, wanted.label, strict=True))


@pytest.mark.parametrize("part", ["tuned", "ruled", "aside", "learned", "fresh"])
def test_dump_label_floor(part):
    """Invented dumps. Weights learned from `tuned`, `ruled` and `coded`, rules from the first two and `learned`.

    The errors of `aside` have been read since it was set aside; `fresh` is the half, drawn at random, of the pages that
    `learned` is the other half of, and nobody has read its errors.
    """
    accuracy, f1 = _accuracy(read_dumps(part))
    assert accuracy >= FLOORS[f"dumps_{part}_label_accuracy"]
    assert f1 >= FLOORS[f"dumps_{part}_kept_f1"]


@needs_bench
@pytest.mark.parametrize("half", ["read", "aside"])
def test_news_label_floor(half):
    score, n_lines = score_pages(read_news(BENCH.parent, half))
    assert n_lines > 500
    assert score >= FLOORS[f"news_{half}_labels"]


def test_sample_floor():
    accuracy, f1 = _accuracy(_coded(SAMPLE / "gold", SAMPLE / "articles"))
    assert accuracy >= FLOORS["sample_label_accuracy"]
    assert f1 >= FLOORS["sample_kept_f1"]


@needs_palmyra
def test_palmyra_floor():
    accuracy, f1 = _accuracy(_coded(PALMYRA / "gold", PALMYRA / "articles"))
    assert accuracy >= FLOORS["palmyra_label_accuracy"]
    assert f1 >= FLOORS["palmyra_kept_f1"]
