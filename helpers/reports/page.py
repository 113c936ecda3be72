"""An executed notebook as one HTML page: no code, no script, no request to anywhere."""

import re
from functools import lru_cache
from pathlib import Path

import nbformat
from nbconvert import HTMLExporter
from nbformat import NotebookNode

from helpers.reports.escape import escape

TEMPLATES = Path(__file__).parent / "template"
HEADING = re.compile(r"<h([23])[^>]*id=\"([^\"]*)\"[^>]*>(.*?)</h\1>", re.S)
ANCHOR = re.compile(r'<a class="anchor-link".*?</a>', re.S)
TAG = re.compile(r"<[^>]*>")
FOLD = re.compile(r"<(/?)details\b")
REPORT_LINK = re.compile(r'(<a\b[^<>]*\bhref=")report:([\w-]+)')  # inside tags: a text may look like a link
TABLE_LINK = re.compile(r'(<a\b[^<>]*\bhref=")tables:')
METHOD = re.compile(r"\A(# [^\n]+)\n\n(.+)\Z", re.S)  # the question, then how it is answered and from which tables
MOST_CONTENTS = 12  # subheadings of one section listed in the contents; more would bury the sections themselves


class PageExporter(HTMLExporter):
    """nbconvert without its last round, which reads and writes the whole page anew to add what ours has already."""

    def from_notebook_node(self, nb: NotebookNode, resources: dict | None = None, **more: object) -> tuple[str, dict]:
        """Render a notebook: (page, resources)."""
        return super(HTMLExporter, self).from_notebook_node(nb, self._init_resources(resources), **more)


@lru_cache(maxsize=1)
def exporter() -> HTMLExporter:
    """nbconvert with this project's template, made once."""
    return PageExporter(
        template_name="report",
        extra_template_basedirs=[str(TEMPLATES)],
        exclude_input=True,
        exclude_input_prompt=True,
        exclude_output_prompt=True,
        mathjax_url="",
        require_js_url="",
    )


def _appendix_last(notebook: NotebookNode) -> NotebookNode:
    """Move the cells tagged `appendix` (input, checks) behind the findings and drop those tagged `lab`.

    The page answers first; who reads the notebook in JupyterLab meets input and checks where the code needs them.
    What the first cell says of the method and of tables read and written goes to the end too.
    """

    def tagged(cell: NotebookNode, tag: str) -> bool:
        return tag in cell.metadata.get("tags", [])

    cells = [cell for cell in notebook.cells if not tagged(cell, "lab")]
    findings = [cell for cell in cells if not tagged(cell, "appendix")]
    appendix = [cell for cell in cells if tagged(cell, "appendix")]
    told = METHOD.match(findings[0].source) if findings and findings[0].cell_type == "markdown" else None
    if told and appendix:
        question, method = told.groups()
        source = f"## How was this done?\n\n{method}"
        appendix.insert(0, NotebookNode({**findings[0], "id": "method", "source": source}))
        findings[0] = NotebookNode({**findings[0], "source": question})
    return NotebookNode({**notebook, "cells": findings + appendix})


def _contents(body: str) -> str:
    """The list of contents: sections, and their subheadings where these are open and few."""
    sections: list[tuple[str, list[str]]] = []
    folds, read = 0, 0
    for found in HEADING.finditer(body):
        folds += sum(-1 if closing else 1 for closing in FOLD.findall(body, read, found.start()))
        read = found.start()
        level, anchor, title = found.groups()
        item = f'<li class="level{level}"><a href="#{anchor}">{TAG.sub("", title)}</a></li>'
        if level == "2":
            sections.append((item, []))
        elif sections and not folds:
            sections[-1][1].append(item)
    return "".join(head + ("".join(parts) if len(parts) <= MOST_CONTENTS else "") for head, parts in sections)


def _resolve(page: str, reports: str, tables: str) -> str:
    """Turn `report:` and `tables:` addresses into paths relative to the page."""
    page = REPORT_LINK.sub(rf"\1{reports}\2.html", page)
    return TABLE_LINK.sub(rf"\1{tables}", page)


def render_page(notebook: NotebookNode | Path, facts: dict, *, at_root: bool = False) -> str:
    """Render an executed notebook.

    notebook: the notebook or its path. facts: title (of the corpus), event, pages [(name, question)], name (this page),
    footer [(label, value)]. at_root: the page lies beside reports/ and tables/, as index.html does.
    Returns the whole page as HTML that asks for nothing from outside.
    """
    if isinstance(notebook, Path):
        notebook = nbformat.read(notebook, as_version=4)
    reports, tables = ("reports/", "tables/") if at_root else ("", "../tables/")
    pages = [(f"report:{name}", question, name == facts["name"]) for name, question in facts["pages"]]
    body, _ = exporter().from_notebook_node(
        _appendix_last(notebook),
        {"report": {**facts, "pages": pages, **_head(notebook, facts)}, "escape": escape},
    )
    body = ANCHOR.sub("", body)
    body = body.replace("<!--contents-->", _contents(body))
    return _resolve(body, reports, tables)


def _head(notebook: NotebookNode, facts: dict) -> dict[str, str]:
    """What the head of a page says; the brief, the first page, tells the event itself."""
    brief = facts["name"] == facts["pages"][0][0]
    return {"style": _style(), "heading": _first_heading(notebook), "event": "" if brief else facts["event"]}


def _first_heading(notebook: NotebookNode) -> str:
    for cell in notebook.cells:
        found = re.match(r"#\s+(.+)", cell.source) if cell.cell_type == "markdown" else None
        if found:
            return found.group(1).strip()
    return "Report"


@lru_cache(maxsize=1)
def _style() -> str:
    return (TEMPLATES / "report" / "style.css").read_text(encoding="utf-8")
