"""Executed notebook into one offline HTML page without code; what a notebook shows, escaped in one place."""

from helpers.reports.escape import escape
from helpers.reports.page import render_page
from helpers.reports.rows import table
from helpers.reports.show import Shown, answer, bullets, chart, checks, evidence, facts, link, note, show, slug
from helpers.reports.trust import trust

__all__ = [
    "Shown",
    "answer",
    "bullets",
    "chart",
    "checks",
    "escape",
    "evidence",
    "facts",
    "link",
    "note",
    "render_page",
    "show",
    "slug",
    "table",
    "trust",
]
