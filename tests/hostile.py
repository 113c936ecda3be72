"""A corpus of hostile articles: markup, formulas and odd characters wherever a corpus can hold text. Nothing runs."""

import csv
import hashlib
import json
import sys
import unicodedata
from html.parser import HTMLParser
from pathlib import Path

AWAY = "https://elsewhere.invalid/"
MARKUP = {
    "script": "<script>window.pwned=1</script>",
    "image": "<img src=x onerror=window.pwned=2>",
    "drawing": "<svg onload=window.pwned=3><animate onbegin=window.pwned=3>",
    "attribute": '" onmouseover="window.pwned=4" onfocus="window.pwned=4" autofocus x="',
    "single": "' onmouseover='window.pwned=5' style='position:fixed;inset:0",
    "closing": "</script></style></title></textarea><script>window.pwned=6</script>",
    "section": "]]><script>window.pwned=7</script>",
    "comment": "--></style><script>window.pwned=8</script><!--",
    "address": "javascript:window.pwned=9",
    "link": '<a href="javascript:window.pwned=10" autofocus onfocus=window.pwned=10>here</a>',
    "base": f'<base href="{AWAY}">',
    "refresh": f'<meta http-equiv="refresh" content="0;url={AWAY}">',
    "frame": f'<iframe src="{AWAY}" srcdoc="<script>parent.pwned=11</script>"></iframe>',
    "sheet": f'<link rel="stylesheet" href="{AWAY}x.css"><style>main {{ display: none }}</style>',
    "entities": "&lt;script&gt;window.pwned=12&lt;/script&gt; &#60;script&#62; &amp;lt;b&amp;gt;",
    "page": "</main></body></html><h1>gone</h1><body onload=window.pwned=13>",
    "broken": "<b <i <table><td>< p><<<>>> </ div",
    "template": "{{ 7 * 7 }} {% raw %} ${window.pwned} <!--contents--> report:x tables:y",
}
FORMULAS = ("=1+1", "+1+1", "-1+1", "@SUM(1)", f'=HYPERLINK("{AWAY}";"here")', "=cmd|' /C calc'!A0", "\uff1d1+1")
ODD = "turn\u202eed, hid\u200bden, b\u00adreak, bell\x07, isolate\u2066d, mark\ufeff, tag\U000e0041, filler\u3164."
PLACES = ("the quay", "the mill", "the ferry", "the school", "the old bridge", "the town hall")
CSP_FREE = ("script", "iframe", "object", "embed", "base", "meta", "link", "style", "form", "img", "video", "audio")


def story(*strings: str) -> str:
    """A short invented article in English with each string in its own words, in a quotation and beside a figure."""
    paragraphs = ["The council of Lower Wending closed the old bridge on Monday, and the ferry carries people instead."]
    for number, string in enumerate(strings):
        place = PLACES[number % len(PLACES)]
        paragraphs += [
            f"At {place} the council showed a sign that said {string} and more than {40 + number} people read it.",
            f"“We had no choice but to write {string} there,” said the engineer Ada Moss, who had brutally cut it.",
            f"Some {number + 2} thousand {string} residents blamed the council, which denied it, and its thugs.",
        ]
    return "\n\n".join(["The bridge of Lower Wending is closed", *paragraphs]) + "\n"


def every_category(each: int = 2) -> str:
    """Characters of each Unicode category that a file can hold, few of each, line ends and NUL among them."""
    found: dict[str, list[str]] = {}
    for point in range(sys.maxunicode + 1):
        kept = found.setdefault(unicodedata.category(chr(point)), [])
        if len(kept) < each:
            kept.append(chr(point))
    found.pop("Cs")  # no encoding holds half a pair
    lines = [f"The council wrote {''.join(kept)} on the wall, category {name}." for name, kept in found.items()]
    return "\n\n".join(lines)


def page(*strings: str) -> bytes:
    """An HTML page with an article, hostile in its head, its markup and its text."""
    escaped = "".join(f"<p>{line}</p>\n" for line in _escaped(story(*strings)).split("\n\n"))
    return f"""<!DOCTYPE html><html lang="en"><head><base href="{AWAY}">
<meta http-equiv="refresh" content="0;url={AWAY}"><title>Bridge {_escaped(MARKUP["script"])} closed</title>
<script>window.pwned=20; document.write("<h1>gone</h1>")</script>
<meta name="author" content='{_escaped(MARKUP["image"])}'><link rel="stylesheet" href="{AWAY}z.css"></head>
<body onload="window.pwned=21"><svg onload="window.pwned=22"><script>window.pwned=22</script></svg>
<article><h1>Bridge of Lower Wending is closed</h1><img src=x onerror="window.pwned=23">
<p onclick="window.pwned=24">&#xD800;&#0;&#13;The council of Lower Wending met
<a href="javascript:window.pwned=25">here</a>
<b><i>and</b> there</i>, and <![CDATA[ <script>window.pwned=26</script> ]]> it sat for 3 hours.</p><p></p><p> </p>
{escaped}<iframe src="{AWAY}"></iframe></article></body>""".encode()


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def articles() -> dict[str, bytes]:
    """File name → bytes of the hostile articles; names have no slash, the one character a name cannot hold."""
    names = list(MARKUP.values())
    lines = "\n".join(f"{formula} was all the council wrote in line {n}." for n, formula in enumerate(FORMULAS))
    return {
        'a"><img src=x onerror=window.pwned=30>.txt': story(*names[:9]).encode(),
        "b' onmouseover='window.pwned=31' &lt;.txt": story(*names[9:]).replace("\n", "\r\n").encode("utf-8-sig"),
        "=cmd|' C calc'!A0.txt": f"{story('this')}\n\n \n\t\n{lines}\n\n{ODD}\n\n{every_category()}\n".encode(),
        "<svg onload=window.pwned=32>.html": page(MARKUP["script"], MARKUP["closing"], MARKUP["entities"]),
    }


def write_corpus(folder: Path, files: dict[str, bytes], fields: list[dict[str, str]], **head: str) -> Path:
    """A corpus folder of these files, each with the fields of its entry in corpus.toml."""
    (folder / "articles").mkdir(parents=True)
    lines = [f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in head.items()]
    for number, ((name, data), entry) in enumerate(zip(files.items(), fields, strict=True)):
        (folder / "articles" / name).write_bytes(data)
        told = {"document": f"d{number}", "file": name, "sha256": hashlib.sha256(data).hexdigest(), **entry}
        lines += [
            "",
            "[[article]]",
            *(f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in told.items()),
        ]
    (folder / "corpus.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def write_csv(path: Path, *rows: tuple) -> None:
    """Write rows, the head first, as CSV."""
    path.parent.mkdir(exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="") as handle:
        csv.writer(handle).writerows(rows)


def hostile_corpus(folder: Path) -> Path:
    """Make a corpus folder that is hostile in articles, names, titles, file names, actors and hand coding."""
    files = articles()
    fields = [
        {"source": f"Gazette {MARKUP['script']}", "title": MARKUP["closing"], "author": MARKUP["image"]},
        {"source": MARKUP["attribute"], "title": MARKUP["comment"], "author": MARKUP["page"], "url": MARKUP["address"]},
        {"source": "=cmd|' /C calc'!A0", "title": f"@SUM(1) {ODD}", "author": FORMULAS[4], "note": MARKUP["frame"]},
        {"document": "z" * 64, "source": "x" * 150, "title": MARKUP["section"], "author": MARKUP["drawing"]},
    ]
    head = {"title": f"Study {MARKUP['closing']}", "event": MARKUP["section"], "place": MARKUP["base"], "date": ODD}
    write_corpus(folder, files, fields, **head)
    write_csv(
        folder / "actors.csv",
        ("actor", "name", "charge", "kind"),
        (f"Council {MARKUP['script']}", "the council", "neutral", "side"),
        (MARKUP["attribute"], "resident", "neutral", "side"),
        ("=1+1", "thug", "negative", "side"),
        (MARKUP["image"], "closed", "neutral", "event"),
    )
    stem = Path(next(iter(files))).stem
    gold = folder / "gold"
    write_csv(
        gold / "lines.csv",
        ("document", "line", "label", "begins"),
        (stem, "1", MARKUP["script"], MARKUP["image"]),
        (stem, "3", "caption", FORMULAS[4]),
    )
    head = ("document", "start", "end", "speaker", "is_scare_quote")
    write_csv(gold / "quotes.csv", head, (stem, "0", "9", MARKUP["closing"], "0"))
    return folder


class Elements(HTMLParser):
    """The elements and attributes of a piece of HTML."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, dict[str, str]]] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep an element."""
        self.found.append((tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        """Keep a text."""
        self.text += data


def faults_of(html: str) -> list[str]:
    """What a piece of HTML holds that only a hostile text can have put there: scripts, handlers, foreign addresses."""
    faults = []
    for tag, attributes in Elements(html).found:
        faults += [f"<{tag}>"] if tag in CSP_FREE else []
        for name, value in attributes.items():
            address = name in ("href", "src", "xlink:href", "srcdoc", "action", "formaction", "data", "poster")
            at_home = value.startswith(("#", "report:", "tables:", "data:text/csv;"))
            faults += [f"<{tag} {name}={value[:40]!r}>"] if name.startswith("on") or (address and not at_home) else []
    return faults


def faults_of_notebook(path: Path) -> list[str]:
    """The faults of all HTML and SVG outputs of an executed notebook, as JupyterLab would show them."""
    outputs = [o for cell in json.loads(path.read_text(encoding="utf-8"))["cells"] for o in cell.get("outputs", [])]
    shown = [(kind, data) for o in outputs for kind, data in o.get("data", {}).items()]
    active = [kind for kind, _ in shown if kind not in ("text/html", "text/plain")]
    return active + [fault for kind, data in shown if kind == "text/html" for fault in faults_of("".join(data))]
