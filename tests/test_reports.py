"""What a page shows: everything escaped, folded parts whole, tables that download, links that lead somewhere."""

import base64
import math
import re
from html import unescape
from html.parser import HTMLParser
from types import SimpleNamespace

import nbformat
import pandas as pd
import pytest
from matplotlib.figure import Figure

from helpers import reports
from helpers.charts import Chart
from helpers.reports.answers import sentiment as sentiment_answers
from helpers.reports.answers import tellings
from helpers.reports.answers import vocabulary as vocabulary_answers
from helpers.reports.answers.figure_tables import claims_by_type, others_table
from helpers.reports.answers.figures import group_evidence, spin_answer
from helpers.reports.answers.words import cut_around, listed
from helpers.reports.escape import escape, prose
from helpers.reports.scores import scores_table

HOSTILE = {
    "script": "<script>alert(1)</script>",
    "attribute": '" onmouseover="alert(1)" x="',
    "closing": "</td></table></main><h1>gone</h1>",
    "entity": "&lt;b&gt; &amp; &#60;",
    "turned": "left\u202eright\u2066x",
    "hidden": "zero\u200bwidth\ufeff\u00ad",
    "control": "bell\x07 escape\x1b[31m null\x00",
    "template": "{{ 7 * 7 }} {% raw %} ${x} `code` **bold** [a](javascript:alert(1))",
    "unbroken": "x" * 500,
    "title": " ".join(f"word{n}" for n in range(40)),
    "formula": '=HYPERLINK("https://elsewhere.example")',
    "comment": "<!-- --><!--contents--><![CDATA[",
    "address": 'report:"><svg onload=alert(1)>',
}
VOID = {"br", "meta", "link", "img", "hr", "input", "path"}


class Markup(HTMLParser):
    """Reads HTML strictly: which elements, attributes and texts there are, and whether every element is closed."""

    def __init__(self, html: str):
        super().__init__(convert_charrefs=True)
        self.open, self.tags, self.attributes, self.faults, self.text = [], [], [], [], ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += [(tag, *pair) for pair in attrs]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if tag not in VOID and (not self.open or self.open.pop() != tag):
            self.faults.append(tag)

    def handle_data(self, data):
        self.text += data


def read(html: str) -> Markup:
    markup = Markup(html)
    assert not markup.faults and not markup.open
    return markup


def line_of(text: str) -> pd.DataFrame:
    row = {"source": text, "document": text, "line": 3, "pre": text, "keyword": text, "post": text}
    return pd.DataFrame([row | {"remark": text, "anchor": reports.slug(text)}])


def all_pieces(text: str) -> dict[str, reports.Shown]:
    frame = pd.DataFrame({text: [text, 1.5, None], "n": [1, 2, 3]})
    drawing = Chart(text, text, Figure(figsize=(1, 1)), Figure(figsize=(1, 1)), text)
    return {
        "answer": reports.answer(text),
        "note": reports.note(text),
        "facts": reports.facts([(text, text)], label=text),
        "bullets": reports.bullets([text], none="none"),
        "checks": reports.checks(text),
        "chart": reports.chart(drawing),
        "link": reports.link(text, f"04_figures#{text}"),
        "table": reports.table(frame, text, name="study"),
        "folded": reports.table(frame, text, name="study", fold=True),
        "empty": reports.table(frame.iloc[:0], text),
        "evidence": reports.evidence(line_of(text), text),
        "folded evidence": reports.evidence(line_of(text), text, fold=True),
    }


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_stays_text(name):
    text = HOSTILE[name]
    for piece, shown in all_pieces(text).items():
        markup = read(shown.html)
        harmless = read(all_pieces("plain")[piece].html)
        assert markup.tags == harmless.tags, f"{piece}: the text made elements"
        assert [a[:2] for a in markup.attributes] == [a[:2] for a in harmless.attributes], f"{piece}: made attributes"
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f\u200b\u202a-\u202e\u2066-\u2069\ud800-\udfff]", shown.html), piece


def test_readers_are_told_that_firms_are_no_charities():
    figures = pd.DataFrame({"document": ["a", "a"], "claimant_type": ["NGO", "company"]})
    told = claims_by_type(figures, pd.DataFrame({"document": ["a"], "source": ["Post"]}))
    assert told.claimant_type.tolist() == ["organisation or union", "company"]


def test_text_is_shown_whole():
    long = HOSTILE["title"]
    assert long in read(reports.table(pd.DataFrame({"Title": [long]}), "Titles").html).text
    assert HOSTILE["unbroken"] in reports.answer(HOSTILE["unbroken"]).html


def test_what_cannot_be_seen_is_told_by_its_code_point():
    assert escape("a\u202eb\x07") == "a[U+202E]b[U+0007]"
    assert escape("half \ud800") == "half [U+D800]"
    assert escape(None) == "None" and escape(3) == "3"


def test_a_number_and_its_sign_stay_on_one_line():
    assert prose("half is 50 % ▼ 3") == "half is 50\u00a0%\u00a0▼\u00a03"
    assert "50\u00a0%" in reports.answer("50 %").html


def test_an_answer_of_several_lines_is_a_sentence_and_a_list():
    html = reports.answer("Three names:\nfirst\nsecond").html
    assert html == '<p class="answer">Three names:</p><ul class="answer"><li>first</li><li>second</li></ul>'


def download_of(html: str) -> str:
    href = re.search(r'href="data:text/csv;charset=utf-8;base64,([^"]*)"', html)
    return base64.b64decode(href[1]).decode("utf-8")


def test_a_table_downloads_what_it_shows():
    frame = pd.DataFrame({"Name": ['He said "no"', "a,b\nc", "=1+1"], "n": [1, -2, 3]})
    csv = download_of(reports.table(frame, "Names", name="names_own").html)
    assert csv == '"Name","n"\n"He said ""no""",1\n"a,b\nc",-2\n"\'=1+1",3\n'


def test_a_table_downloads_another_frame_where_one_is_given_and_links_as_text():
    shown = pd.DataFrame({"Quantity": [reports.link("boats", "#group-1")], "n": [2]})
    assert download_of(reports.table(shown, "Q", name="q").html) == '"Quantity","n"\n"boats",2\n'
    other = pd.DataFrame({"group": ["g1"], "low": [math.inf]})
    assert download_of(reports.table(shown, "Q", name="q", csv=other).html) == '"group","low"\n"g1",inf\n'


def test_a_large_table_links_to_the_file_of_the_build():
    frame = pd.DataFrame({"n": range(200_000)})
    html = reports.table(frame, "Many", name="many").html
    assert 'href="tables:many.csv"' in html and "First 400 of 200,000 rows" in html
    assert html.count("<tr>") == 401


def test_a_long_table_shows_the_first_rows_of_every_source():
    rows = pd.DataFrame({"Source": ["A"] * 9 + ["B"] * 2 + ["C"] * 9, "Term": range(20)})
    html = reports.table(rows, "Terms", name="terms", most=6).html
    cells = re.findall(r"<td[^>]*>(.*?)</td>", html)
    assert list(zip(cells[::2], cells[1::2], strict=True)) == [
        ("A", "0"), ("A", "1"), ("B", "9"), ("B", "10"), ("C", "11"), ("C", "12")
    ]  # fmt: skip
    assert "First 6 of 20 rows, those that come first in each source" in html


def test_numbers_are_written_for_readers():
    frame = pd.DataFrame({"v": [1234567.0, -0.5, math.inf, math.nan, 0.0], "n": [1, 2000, 3, 4, 5]})
    text = read(reports.table(frame, "V", formats={"n": ",d"}).html).text
    for told in ("1,234,567", "−0.50", "open", "–", "2,000"):
        assert told in text
    assert "1,234,567.0" not in text


def test_wide_tables_carry_their_columns_in_every_cell_and_small_ones_do_not():
    wide = reports.table(pd.DataFrame([["a"] * 6], columns=list("uvwxyz")), "Wide").html
    assert [a[2] for a in read(wide).attributes if a[1] == "data-label"] == list("uvwxyz")
    assert "stack" in wide and "many" not in wide
    assert "stack" not in reports.table(pd.DataFrame({"a": [1], "b": [2], "c": [3]}), "Small").html
    assert "stack" in reports.table(pd.DataFrame({"a": ["w" * 30], "b": [2], "c": [3]}), "Text").html
    assert "many" in reports.table(pd.DataFrame([range(10)], columns=list("abcdefghij")), "Many").html


def test_every_table_has_caption_and_scope_and_an_empty_one_says_so():
    html = reports.table(pd.DataFrame({"a": [1], "b": ["x"]}), "Two cells", fold=True).html
    assert html.count('<th scope="col"') == 2 and "<caption>Two cells</caption>" in html
    assert html.startswith("<details><summary>Two cells (one row)</summary>")
    assert "nothing found" in reports.table(pd.DataFrame({"a": []}), "Empty").html


def test_evidence_marks_the_hit_and_says_what_it_shows():
    html = reports.evidence(line_of("ferry"), "Lines on ferries").html
    assert html.startswith('<p class="caption">Lines on ferries</p>') and "<mark>ferry</mark>" in html
    assert 'href="report:01_cleaning#ferry-line-3"' in html and 'id="ferry"' in html
    assert "caption" not in reports.evidence(line_of("ferry"), "Ferries", headed=True).html
    without = line_of("ferry").assign(keyword="")
    assert "<mark>" not in reports.evidence(without, "Ferries").html
    assert "no line" in reports.evidence(line_of("ferry").iloc[:0], "Ferries").html


FACTS = {
    "title": "A study & more",
    "event": "A bridge <fell>",
    "pages": [("05_comparison", "Brief"), ("01_cleaning", "Article")],
    "footer": [("Build", "abc<1>")],
}
INTRO = "# Who tells it?\n\nTwo sources were read.\n\nReads `lines`; writes `spans`."


def cell(shown: reports.Shown, *tags: str):
    data = {"text/html": shown.html, "text/plain": shown.text}
    made = nbformat.v4.new_code_cell("secret_code()", outputs=[nbformat.v4.new_output("execute_result", data)])
    made.metadata["tags"] = list(tags)
    return made


def prose_cell(source: str, *tags: str):
    made = nbformat.v4.new_markdown_cell(source)
    made.metadata["tags"] = list(tags)
    return made


def page_of(*cells, name: str = "01_cleaning", at_root: bool = False) -> str:
    notebook = nbformat.v4.new_notebook(cells=[prose_cell(INTRO), *cells])
    return reports.render_page(notebook, {**FACTS, "name": name}, at_root=at_root)


def contents_of(page: str) -> list[str]:
    return re.findall(r"<a [^>]*>([^<]*)</a>", re.search(r'"On this page"[^>]*><ul>(.*?)</ul>', page, re.S)[1])


def test_a_page_shows_no_code_and_no_cell_of_the_lab():
    page = page_of(cell(reports.answer("It fell.")), prose_cell("The next notebook", "lab"))
    assert "It fell." in page and "secret_code" not in page and "next notebook" not in page


def test_a_page_answers_first_and_says_last_what_it_read():
    page = page_of(prose_cell("## What was read?", "appendix"), prose_cell("## What fell?"))
    assert page.rindex("What fell?") < page.index("Two sources were read") < page.index("Reads <code>")
    assert page.index("Reads <code>") < page.rindex("What was read?")


def test_numbers_that_round_to_nothing_have_no_sign():
    frame = pd.DataFrame({"q": [0.0002, 0.0], "mean": [0.001, -0.001]})
    html = reports.table(frame, "Small", formats={"q": ".3f", "mean": "+.2f"}).html
    assert re.findall(r"<td[^>]*>([^<]*)</td>", html) == ["&lt; 0.001", "0.00", "0.000", "0.00"]


def test_scores_are_a_table_with_the_decimals_their_cases_carry():
    row = {"measure": "labels", "score": "0.957", "data": "own coding", "unit": "lines"}
    rows = [{**row, "cases": n} for n in (22, 2_200)]
    html = scores_table([*rows, {**rows[0], "measure": "size", "unit": "files"}]).html
    assert re.findall(r">(0\.\d+)<", html) == ["0.96", "0.957"]
    assert "size" not in html and "2,200 lines" in html


def test_a_table_too_wide_for_a_small_screen_is_stacked_there():
    short = pd.DataFrame({"Side": ["a", "b"], "Near": [1, 2], "Far": [3, 4]})
    assert 'class="stack' not in reports.table(short, "Counts").html
    heads = ["category", "distancing", "negative", "positive"]
    wide = pd.DataFrame([["outrage", 1_000, 2_000, 3_000]], columns=heads)
    assert 'class="stack' in reports.table(wide, "Counts").html
    assert "many" in reports.table(pd.DataFrame([range(8)], columns=list("abcdefgh")), "Counts").html


def test_the_head_of_a_page_is_escaped_and_the_brief_tells_the_event_itself():
    page = page_of()
    assert "A bridge &lt;fell&gt;" in page and "A study &amp; more" in page and "abc&lt;1&gt;" in page
    assert "A bridge" not in page_of(name="05_comparison")
    assert re.search(r'<a [^>]*aria-current="page"[^>]*>Article</a>', page)


def folded_heading(n: int) -> reports.Shown:
    return reports.Shown(f'<details><summary>s</summary><h3 id="f{n}">Folded {n}</h3></details>', "")


def test_contents_list_sections_and_few_open_subheadings():
    few = [cell(reports.Shown(f'<h3 id="o{n}">Open {n}</h3>', "")) for n in range(2)]
    many = [cell(reports.Shown(f'<h3 id="m{n}">Many {n}</h3>', "")) for n in range(13)]
    page = page_of(
        prose_cell("## One?"), *few, cell(folded_heading(1)), prose_cell("## Two?"), *many, prose_cell("## Three?")
    )
    assert contents_of(page) == ["One?", "Open 0", "Open 1", "Two?", "Three?"]
    ids = re.findall(r'\bid="([^"]*)"', page)
    assert len(ids) == len(set(ids))
    assert "¶" not in page


@pytest.mark.parametrize(
    "at_root, reports_at, tables_at",
    [(True, "reports/", "tables/"), (False, "", "../tables/")],
    ids=["index", "report"],
)
def test_links_between_pages_and_to_tables_are_relative(at_root, reports_at, tables_at):
    large = reports.table(pd.DataFrame({"n": range(200_000)}), "Many", name="many")
    page = page_of(cell(reports.link("a line", "01_cleaning#line-3")), cell(large), at_root=at_root)
    assert f'href="{reports_at}01_cleaning.html#line-3"' in page
    assert f'href="{tables_at}many.csv"' in page
    assert f'href="{reports_at}05_comparison.html"' in page
    assert "report:" not in page and "tables:" not in page


def test_text_that_looks_like_a_link_is_left_alone():
    page = page_of(cell(reports.answer('he wrote href="report:x" and tables:y')))
    assert 'he wrote href="report:x" and tables:y' in unescape(page)


def test_group_anchors_are_unique_and_the_why_is_folded():
    groups = pd.DataFrame(
        {"group": ["q1", "q2"], "label": ["boats", "boats"], "verdict": ["agrees", ""]}
    ).assign(n_figures=[2, 1], why=["both count boats", "x"])
    lines = line_of("ferry").assign(group="q1")
    html = group_evidence(groups, lines).html
    read(html)
    assert 'id="group-q1"' in html and 'id="group-q2"' in html
    assert html.count('<details class="why">') == 1, "a figure alone is compared with nothing"


@pytest.mark.parametrize(
    "verdicts, said",
    [
        (["none", "none"], "tell none of the two pairs of sources apart"),
        (["none", "higher"], "TextBlob tells one of two pairs of sources apart (A above C)"),
    ],
)
def test_no_order_is_told_in_plain_words(verdicts, said):
    order = pd.DataFrame({"analyzer": "textblob", "voice": "own", "source": "A", "other": ["B", "C"]})
    order = order.assign(order=verdicts)
    assert said in sentiment_answers.order_answer(order)


def test_the_strongest_lines_always_mark_the_word_that_scores():
    text = " ".join(["calm"] * 60) + " disaster " + " ".join(["quiet"] * 60)
    spans = pd.DataFrame({"document": ["a"], "span": [0], "line": [1], "text": [text], "voice": ["own"]})
    scores = pd.DataFrame({"document": ["a"], "span": [0], "analyzer": ["vader"], "drivers": ["disaster −0.80"]})
    scores = scores.assign(polarity=-0.8, polarity_without_quantifiers=-0.8)
    documents = pd.DataFrame({"document": ["a"], "source": ["A"]})
    line = sentiment_answers.strongest(scores, spans, documents, analyzer="vader", sign=-1, words=21, most=3).iloc[0]
    assert line.keyword == "disaster"
    assert len(f"{line.pre}{line.keyword}{line.post}".replace("…", "").split()) == 21


@pytest.mark.parametrize("start, end", [(0, 3), (4, 9), (20, 26), (0, 0)])
@pytest.mark.parametrize("words", [0, 1, 2, 4, 40])
def test_a_cut_keeps_its_hit_and_its_length(start, end, words):
    text = "The ferry ran again Monday"
    pre, hit, post = cut_around(text, start, end, words)
    assert hit == text[start:end]
    assert len(f"{pre}{hit}{post}".replace("…", "").split()) <= max(words, 1)
    if words == 40:
        assert pre + hit + post == text


def test_boosters_carry_no_mark_of_praise():
    loaded = pd.DataFrame({"document": "a", "voice": "own", "term": ["obviously", "hero"], "charge": "positive"})
    loaded = loaded.assign(category=["certainty", "heroic"])
    documents = pd.DataFrame({"document": ["a"], "source": ["A"]})
    table = vocabulary_answers.terms_by_source(loaded, documents, voice="own")
    assert table["Most used"].tolist() == ["hero ▲ 1, obviously 1"]


def test_names_are_told_in_short_lines():
    counts = pd.DataFrame(
        [("A", "guard", "militia", "negative", 3), ("B", "guard", "guard", "neutral", 4)],
        columns=["source", "actor", "name", "charge", "n"],
    ).assign(voice="own")
    head, line = vocabulary_answers.names_answer(counts).split("\n")
    assert head.startswith("7 mentions of one side or event in") and "3 of them" in head
    assert line == "guard: “militia” ▼ in A 3; never in B"


def test_a_source_that_uses_a_name_inside_a_longer_one_is_not_said_never_to_use_it():
    counts = pd.DataFrame(
        [("A", "guard", "bandit", "negative", 3), ("B", "guard", "bandit gang", "negative", 1),
         ("C", "guard", "river banditry", "negative", 1), ("D", "guard", "guard", "neutral", 4)],
        columns=["source", "actor", "name", "charge", "n"],
    ).assign(voice="own")  # fmt: skip
    line = vocabulary_answers.names_answer(counts).split("\n")[1]
    assert line == "guard: “bandit” ▼, alone or in a longer name, in A 3, B 1 and C 1; never in D"


def figures(*rows) -> pd.DataFrame:
    columns = ["document", "text", "low", "best", "high", "stance"]
    frame = pd.DataFrame(rows, columns=columns).assign(unit="")
    documents = pd.DataFrame({"document": ["a", "b", "c"], "source": ["A", "B", "C"]})
    return tellings.with_source(frame, documents)


def test_a_quantity_is_told_from_its_smallest_to_its_largest_telling():
    rows = figures(
        ("a", "More than 90", 90, 90, math.inf, "asserted"),
        ("b", "six", 6, 6, 6, "doubted"),
        ("c", "dozens", 24, math.nan, 99, "asserted"),
        ("c", "90", 90, 90, 90, "asserted"),
    )
    assert tellings.from_to(rows) == "six to more than 90"
    assert tellings.from_to(rows, by=True) == "from six (B) to more than 90 (A)"
    assert tellings.doubts(rows) == "; doubted: six in B"
    assert tellings.from_to(rows[rows.source == "B"]) == "six"
    for verdict, said in (("agrees", "told alike by two sources; doubted"), ("compatible", "compatible; doubted")):
        quantity = SimpleNamespace(label="boats", group="q1", verdict=verdict, n_sources=2)
        assert said in tellings.quantity_line(quantity, rows)


def test_the_same_telling_is_told_once_figures_before_words():
    rows = figures(("a", "four hundred", 400, 400, 400, "asserted"), ("b", "400", 400, 400, 400, "asserted"))
    assert tellings.from_to(rows, by=True) == "400 (A and B)"
    more = figures(("a", "some 400", 360, 400, 440, "asserted"), ("b", "400", 400, 400, 400, "asserted"))
    assert tellings.from_to(more) == "some 400 or 400"


def test_lists_of_labels_keep_their_commas_apart():
    pairs = pd.DataFrame({"group": ["q1", "q2"]})
    groups = pd.DataFrame({"group": ["q1", "q2"], "label": ["boats, barges", "guards"]})
    assert spin_answer(pairs, groups).endswith("“boats, barges” and “guards”.")
    assert listed([]) == "none"


def test_a_number_stands_among_whole_words():
    line = "The committee of the northern harbour towns met at 11 sharp behind the customs house over there."
    text = f"Nothing to say.\n{line}\nEnd."
    others = pd.DataFrame({"document": ["a"], "start": [text.index("11")], "end": [text.index("11") + 2]})
    others = others.assign(text="11", reason="time")
    documents = pd.DataFrame({"document": ["a"], "source": ["A"]})
    context = others_table(others, documents, {"a": text}).Context.iloc[0]
    assert context.startswith("… ") and context.endswith(" …") and " 11 " in context
    assert set(context.replace("…", "").split()) <= set(text.split())


def test_per_cents_stand_at_the_right_as_numbers_do() -> None:
    frame = pd.DataFrame({"Source": ["Orrin Post", "4000"], "Share": ["99 %", "< 1 %"], "Said": ["12 %", "most"]})
    html = reports.table(frame, "Shares").html
    assert html.count('<th scope="col" class="number">Share</th>') == 1
    assert html.count('<td class="number">') == 2  # not those among words
    assert "<td>4000</td>" in html and '<th scope="col">Said</th>' in html
