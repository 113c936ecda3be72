"""Corpus folders: what is read, what is recognised, what is refused and in which words."""

import hashlib
import re

import pytest
from conftest import ROOT

from helpers.corpus import (
    CorpusError,
    check_corpus,
    decode,
    detect_language,
    load_actors,
    load_corpus,
    notices,
    read_manifest,
)
from helpers.corpus.begin import begin_corpus
from helpers.corpus.heads import tell_head
from helpers.corpus.sides import guess_sides

STORY = """Bridge at Lower Wending closed

The council of Lower Wending closed the old bridge on Monday, and the ferry will carry people for two weeks.

“We had no choice,” said the engineer Ada Moss, who had looked at the pillars with her own eyes that morning.
"""


def make_corpus(folder, files, *, extra="", **fields):
    (folder / "articles").mkdir(parents=True)
    blocks = ['title = "T"', 'event = "E"', extra]
    for number, (name, data) in enumerate(files.items()):
        (folder / "articles" / name).write_bytes(data)
        values = {
            "document": f"d{number}",
            "file": name,
            "source": f"Source {number}",
            "sha256": hashlib.sha256(data).hexdigest(),
        } | fields
        blocks += ["[[article]]", *(f'{key} = "{value}"' for key, value in values.items())]
    (folder / "corpus.toml").write_text("\n".join(blocks), encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("“Café” – £5".encode(), "utf-8"),
        ("“Café” – £5".encode("utf-8-sig"), "utf-8"),
        ("“Café” – £5".encode("utf-16"), "utf-16"),
        ("“Café” – £5".encode("windows-1252"), "windows-1252"),
    ],
)
def test_encodings_give_one_text(data, encoding):
    assert decode(data) == ("“Café” – £5", encoding)


def test_newlines_become_one_kind():
    assert decode(b"a\r\nb\rc\nd")[0] == "a\nb\nc\nd"


WORDS_OF_IT = "copy the words of the article into a .txt file"


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"\x00\x01\x02\x03" * 50, f"it is no text but binary data; {WORDS_OF_IT}"),
        (bytes(range(256)) * 4, f"it is no text but binary data; {WORDS_OF_IT}"),
        (bytes(60), f"it is no text but binary data; {WORDS_OF_IT}"),
        (b"%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj", f"it is a PDF, no text; {WORDS_OF_IT}"),
        (b"{\\rtf1\\ansi The bridge was closed.}", f"it is an RTF document, no text; {WORDS_OF_IT}"),
        ("plain".encode("utf-16-le"), "as in UTF-16 without a mark; save it as UTF-8"),
        ("plain".encode("utf-16-be"), "as in UTF-16 without a mark; save it as UTF-8"),
        (b"\xff\xfe\x00", "byte 2 is not; save it as UTF-8"),
    ],
)
def test_data_that_are_no_text_are_told_with_what_helps(data, told):
    with pytest.raises(ValueError, match=f"{told}$"):
        decode(data)


def test_a_text_with_a_stray_control_character_is_read():
    data = b"The bridge\x0c at Wending\x02 is closed; so says the notice."
    assert decode(data * 2) == ((data * 2).decode(), "utf-8")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (STORY, "en"),
        ("Der Bürgermeister sagte, dass die Brücke seit dem Morgen gesperrt ist und niemand hinüber darf.", "de"),
        ("Мэр сказал, что мост закрыт с утра и никто не может пройти на другой берег реки.", "ru"),
        ("市長は橋が朝から閉鎖されていると述べた。", "ja"),
        ("قال رئيس البلدية إن الجسر مغلق منذ الصباح", "ar"),
        ("12 34 ... 56", "und"),
        ("xq zw vvk", "und"),
    ],
)
def test_languages_are_recognised(text, language):
    assert detect_language(text) == language


def test_a_corpus_is_read_in_the_order_of_its_manifest(tmp_path):
    files = {"b.txt": STORY.encode("windows-1252"), "a.txt": STORY.replace("Monday", "Friday").encode("utf-16")}
    frame = load_corpus(make_corpus(tmp_path / "c", files))
    assert frame.file.tolist() == ["b.txt", "a.txt"]
    assert frame.encoding.tolist() == ["windows-1252", "utf-16"]
    assert frame.language.tolist() == ["en", "en"]
    assert frame.text[0] == STORY
    assert (frame.n_characters == frame.text.str.len()).all()


def test_files_kept_elsewhere_are_found_by_hash_whatever_their_names(tmp_path):
    corpus = make_corpus(tmp_path / "c", {"a.txt": STORY.encode()})
    elsewhere = tmp_path / "kept"
    elsewhere.mkdir()
    (corpus / "articles" / "a.txt").rename(elsewhere / "renamed.dat")
    assert check_corpus(corpus, elsewhere)["d0"].name == "renamed.dat"


def test_an_altered_and_a_missing_file_are_named(tmp_path):
    corpus = make_corpus(tmp_path / "c", {"a.txt": b"one", "b.txt": b"two", "c.txt": b"three"})
    (corpus / "articles" / "a.txt").write_text("other")
    (corpus / "articles" / "b.txt").unlink()
    with pytest.raises(CorpusError, match=r"missing: b\.txt; altered \(other sha256\): a\.txt"):
        check_corpus(corpus)


@pytest.mark.parametrize(
    ("data", "now"),
    [(b"one word more", hashlib.sha256(b"one word more").hexdigest()), (b" \n", "empty"), (bytes(60), "no text")],
)
def test_an_altered_file_is_told_as_it_is_now(tmp_path, data, now):
    corpus = make_corpus(tmp_path / "c", {"a.txt": b"one"})
    (corpus / "articles" / "a.txt").write_bytes(data)
    with pytest.raises(CorpusError, match=rf"a\.txt \(now {now}\); .*write the new sha256 .*or delete that line"):
        check_corpus(corpus)


@pytest.mark.parametrize(
    ("fields", "fault"),
    [
        ({"document": "Not a slug"}, "needs a document name"),
        ({"file": "../outside.txt"}, "must be a name inside articles"),
        ({"source": ""}, r"article 1 \(d0\) has no source; write source = "),
        ({"document": ""}, r"article 1 \(a\.txt\) has no document; write document = "),
        ({"file": ""}, r"article 1 \(d0\) has no file; write file = "),
        ({"document": "", "file": "", "source": ""}, "article 1 has no document and no file and no source; write"),
        ({"file": "", "flie": "a.txt"}, r"article 1 \(d0\): there is no key 'flie'"),
        ({"source": "FILL IN: the outlet"}, r"still to be filled in: the source \(outlet\) of d0, d1;"),
        ({"document": "same"}, "twice"),
    ],
)
def test_a_wrong_entry_is_told_in_one_line(tmp_path, fields, fault):
    corpus = make_corpus(tmp_path / "c", {"a.txt": b"one", "b.txt": b"two"}, **fields)
    with pytest.raises(CorpusError, match=fault) as told:
        read_manifest(corpus)
    assert "\n" not in str(told.value)


def test_a_folder_of_articles_that_is_not_there_is_called_once(tmp_path):
    corpus = make_corpus(tmp_path / "c", {})
    (corpus / "corpus.toml").write_text('[[article]]\ndocument = "a"\nfile = "a.txt"\nsource = "A"\n')
    (corpus / "articles").rmdir()
    with pytest.raises(CorpusError, match=rf"there is no {corpus}/articles; make it and put the articles there, or"):
        check_corpus(corpus)
    with pytest.raises(CorpusError, match=r"there is no folder 'other/articles'; name the folder of the articles"):
        check_corpus(corpus, "other/articles")


def test_a_link_out_of_the_corpus_is_not_followed(tmp_path):
    corpus = make_corpus(tmp_path / "c", {"a.txt": b"one"}, sha256="")
    outside = tmp_path / "secret.txt"
    outside.write_text("secret")
    (corpus / "articles" / "a.txt").unlink()
    (corpus / "articles" / "a.txt").symlink_to(outside)
    with pytest.raises(CorpusError, match=r"missing: a\.txt"):
        check_corpus(corpus)


def test_one_text_under_two_names_is_refused(tmp_path):
    corpus = make_corpus(tmp_path / "c", {"a.txt": STORY.encode(), "b.txt": STORY.encode("utf-16")})
    with pytest.raises(CorpusError, match="hold the same text"):
        load_corpus(corpus)


def test_actors_are_optional_but_checked(tmp_path):
    assert load_actors(tmp_path).columns.tolist() == ["actor", "name", "charge", "kind"]
    (tmp_path / "actors.csv").write_text("actor,name,charge\ncouncil,the council,neutral\n", encoding="utf-8")
    assert load_actors(tmp_path).kind.tolist() == ["side"]
    (tmp_path / "actors.csv").write_text("actor,name,charge\ncouncil,the council,angry\n", encoding="utf-8")
    with pytest.raises(CorpusError, match="line 2: charge 'angry'"):
        load_actors(tmp_path)


@pytest.mark.parametrize(
    ("head", "lacks"),
    [
        ("side,name,charge,kind", "actor"),
        ("actor,names", "name and no column charge"),
        ("Council,the council,neutral,side", "actor and no column name and no column charge"),
        ("actor;name;charge,kind", "actor and no column name and no column charge"),
    ],
)
def test_a_wrong_head_of_actors_is_told_of_its_own_line(tmp_path, head, lacks):
    (tmp_path / "actors.csv").write_text(f"{head}\nCouncil,the council,neutral,side\n", encoding="utf-8")
    told = rf"actors\.csv line 1 has no column {lacks}; its head must begin actor,name,charge \(it says '{head}'\)"
    with pytest.raises(CorpusError, match=told):
        load_actors(tmp_path)


ACTORS = "actor,name,charge,kind\nThe council,council,neutral,side\n"


def noticed(tmp_path, actors=ACTORS, **fields):
    corpus = make_corpus(tmp_path / "c", {"a.txt": STORY.encode()}, **({"published": "2016-05-02"} | fields))
    if actors is not None:
        (corpus / "actors.csv").write_text(actors, encoding="utf-8")
    return corpus


@pytest.mark.parametrize("name", ["sample", "palmyra-2016"])
def test_nothing_is_noticed_about_our_own_corpora(name):
    assert notices(ROOT / "data" / name, "" if name == "sample" else "elsewhere") == []


@pytest.mark.parametrize(("actors", "told"), [(None, "is not there"), ("", "lists no"), (ACTORS[:23], "lists no")])
def test_sides_without_names_are_noticed(tmp_path, actors, told):
    (line,) = notices(noticed(tmp_path, actors))
    assert f"c/actors.csv {told}" in line
    assert "a row for each name" in line


def test_a_file_that_is_not_listed_is_noticed(tmp_path):
    corpus = noticed(tmp_path)
    (corpus / "articles" / "late.txt").write_text(STORY, encoding="utf-8")
    (corpus / "articles" / ".hidden").write_text("x", encoding="utf-8")
    (line,) = notices(corpus)
    assert "left out: late.txt; to add them, write an [[article]]" in line
    assert notices(corpus, corpus / "articles") == []


@pytest.mark.parametrize("title", ["", 'title = ""', 'title = "c"'])
def test_a_study_without_a_title_is_noticed(tmp_path, title):
    path = noticed(tmp_path) / "corpus.toml"
    path.write_text(path.read_text(encoding="utf-8").replace('title = "T"', title, 1), encoding="utf-8")
    assert read_manifest(path.parent).title == "c"
    (line,) = notices(path.parent)
    assert line.startswith("no title of the study: its reports are headed 'c', the name of its folder; write title = ")


def test_an_article_without_a_date_is_noticed(tmp_path):
    (line,) = notices(noticed(tmp_path, published=""))
    assert line.startswith("no date of d0, told as unknown")


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("The mayor,council,neutral,side", "two actors, it belongs to the first: council (The council, The mayor)"),
        ("The council,council,negative,side", "two charges, the first counts: council (neutral, negative)"),
    ],
)
def test_a_name_told_twice_is_noticed(tmp_path, row, told):
    (line,) = notices(noticed(tmp_path, f"{ACTORS}{row}\n"))
    assert told in line


@pytest.mark.parametrize("sign", [";", "\t"])
def test_actors_saved_with_another_sign_than_commas_are_read(tmp_path, sign):
    corpus = make_corpus(tmp_path / "c", {"a.txt": STORY.encode()})
    told = "\ufeffactor,name,charge,kind\r\nThe council,council,neutral,side\r\n".replace(",", sign)
    (corpus / "actors.csv").write_text(told, encoding="utf-8", newline="")
    assert load_actors(corpus).values.tolist() == [["The council", "council", "neutral", "side"]]


def test_actors_of_which_only_the_head_has_commas_are_told_so(tmp_path):
    with pytest.raises(CorpusError, match=r"line 3 has no name; .* and commas part them, as in its head"):
        load_actors(noticed(tmp_path, f"{ACTORS}The mayor;mayor;neutral;side\n"))


@pytest.mark.parametrize(("folder", "told"), [("", "name the folder"), (".", "the project itself")])
def test_make_corpus_asks_for_a_folder(tmp_path, folder, told, monkeypatch):
    monkeypatch.chdir(ROOT)
    with pytest.raises(CorpusError, match=f"{told}.*: make corpus NAME=my-study FROM=path/to/folder"):
        begin_corpus("my-study", folder, tmp_path / "data")
    assert not (tmp_path / "data").exists()


HEADS = [
    ("Wending Courier\n\n{title}\n\n3 May 2016\nMira Voss", "Mira Voss", "2016-05-03"),
    ("{title}\nThe Wending Courier\nBy Mira Voss\nMay 3, 2016", "Mira Voss", "2016-05-03"),
    ("{title}\n\n3 May 2016 | Wending Courier", "", "2016-05-03"),
    ("{title}\nMira Voss", "Mira Voss", ""),
    ("{title}\nWending Courier\n3 May 2016", "", "2016-05-03"),
    ("{title}\nBy Mira Voss\n31 February 2016", "Mira Voss", ""),
]


@pytest.mark.parametrize(("head", "author", "date"), HEADS, ids=[head[:40] for head, _, _ in HEADS])
def test_author_and_date_are_read_from_ordinary_heads(head, author, date):
    title, *body = STORY.split("\n\n")
    text = "\n\n".join([head.format(title=title), *body, "The ferry ran until dusk, and most people came home by it."])
    assert tell_head(text) == {"title": title, "author": author, "date": date}


NEWS = [
    "Strikers gathered in Tarnwick. Police closed the road from Tarnwick to Brill. Corlan Steel said it was sorry, the "
    "Tarnwick Courier wrote. Police met the strikers by Old Bridge. Ada Moss spoke for the League.",
    "In Tarnwick, police spoke to Corlan Steel. The strikers left Old Bridge. The union wrote to the Tarnwick Courier, "
    "as unions do. Then the union met Ada Moss and the League in Brill, the Harbour Post heard; and so the Harbour "
    "Post was there.",
]


def test_who_may_be_a_side_is_guessed_without_outlets_places_and_authors():
    known = [{"source": "", "author": "Ada Moss", "file": "02_harbour_post.txt"}]
    guess = guess_sides(NEWS, known)
    assert guess.sides == ["police", "striker", "union", "Corlan Steel", "League"]
    assert sorted(guess.left_out) == ["Ada Moss", "Brill", "Harbour Post", "Old Bridge", "Tarnwick", "Tarnwick Courier"]
    assert "Ada Moss" in guess_sides(NEWS).sides


def test_a_name_is_told_once_though_a_common_word_says_the_same():
    text = "The guard left. A guard came and the guard sat. So the Guard won, and of the Guard they sang."
    assert guess_sides([text]).sides == ["guard"]
    assert guess_sides([text.replace(" guard", " clerk")]).sides == ["Guard"]


def test_make_corpus_proposes_sides_and_tells_what_it_left_out(tmp_path):
    (tmp_path / "saved").mkdir()
    for number, text in enumerate(NEWS):
        (tmp_path / "saved" / f"{number}.txt").write_text(f"{text}\n", encoding="utf-8")
    notes = begin_corpus("x", tmp_path / "saved", tmp_path / "data")
    told = load_actors(tmp_path / "data/x")
    assert told.iloc[0].tolist() == ["Police", "police", "neutral", "side"] and "Tarnwick" not in set(told.name)
    assert notes[-1].startswith("left out of actors.csv as outlets, places or authors: ") and "Tarnwick" in notes[-1]


def test_make_corpus_lists_the_articles_in_the_order_of_their_names(tmp_path):
    (tmp_path / "saved").mkdir()
    for name in ("c.txt", "Bridge of Wending.txt", "aa.txt", "b2.txt"):
        (tmp_path / "saved" / name).write_text(f"{STORY}\nThis is {name}.\n", encoding="utf-8")
    notes = begin_corpus("x", tmp_path / "saved", tmp_path / "data")
    manifest = (tmp_path / "data/x/corpus.toml").read_text(encoding="utf-8")
    names = re.findall('file = "(.*)"', manifest)
    assert names == ["aa.txt", "b2.txt", "Bridge of Wending.txt", "c.txt"]
    assert [note.split(":")[0] for note in notes[: len(names)]] == names


def test_make_corpus_reads_what_it_can_and_marks_the_rest(tmp_path):
    folder = tmp_path / "saved"
    folder.mkdir()
    page = (
        '<html lang="en"><head><title>Ferry runs again | Wending Post</title>'
        '<meta property="og:site_name" content="Wending Post"><meta name="author" content="Ada Moss">'
        '<meta property="article:published_time" content="2016-05-02">'
        "</head><body><article><h1>Ferry runs again</h1>"
        + "".join(
            f"<p>The ferry of Lower Wending ran again on day {n}, and the people who had waited were glad of it.</p>"
            for n in range(8)
        )
        + "</article></body></html>"
    )
    (folder / "Ferry Page.html").write_text(page, encoding="utf-8")
    (folder / "bridge.txt").write_text(STORY, encoding="utf-8")
    (folder / "bridge copy.txt").write_text(STORY, encoding="utf-8")
    (folder / "empty.txt").write_text("", encoding="utf-8")
    (folder / "photo.jpg").write_bytes(b"\xff\xd8")
    notes = "\n".join(begin_corpus("my-study", folder, tmp_path / "data"))
    assert "photo.jpg: left out" in notes
    assert "empty.txt: left out; is empty; save the article again" in notes.splitlines()
    assert "left out, the same article as" in notes
    manifest = (tmp_path / "data/my-study/corpus.toml").read_text(encoding="utf-8")
    assert 'source = "Wending Post"' in manifest
    assert 'published = "2016-05-02"' in manifest
    assert 'author = "Ada Moss"' in manifest
    assert 'source = "FILL IN: the outlet"' in manifest
    assert 'title = "Bridge at Lower Wending closed"' in manifest
    assert 'file = "bridge.txt"' in manifest  # not its copy
    path = tmp_path / "data/my-study/corpus.toml"
    asked = "still to be filled in: event, place, date"
    with pytest.raises(CorpusError, match=rf"{asked} and the source \(outlet\) of bridge; write what is known"):
        read_manifest(tmp_path / "data/my-study")
    manifest = manifest.replace("FILL IN: the outlet", "Bulletin")
    path.write_text(manifest, encoding="utf-8")
    with pytest.raises(CorpusError, match=f"{asked}; write .*; the event, its place and date may be left"):
        read_manifest(tmp_path / "data/my-study")
    path.write_text(re.sub("FILL IN[^\"]*", "", manifest), encoding="utf-8")
    assert sorted(load_corpus(tmp_path / "data/my-study").source) == ["Bulletin", "Wending Post"]
    with pytest.raises(CorpusError, match="is there already"):
        begin_corpus("my-study", folder, tmp_path / "data")
