"""Executed notebook into one offline HTML page without code; what a notebook shows, escaped in one place."""

from helpers.reports.escape import escape
from helpers.reports.page import render_page
from helpers.reports.show import Shown, answer, chart, checks, evidence, facts, note, table

__all__ = ["Shown", "answer", "chart", "checks", "escape", "evidence", "facts", "note", "render_page", "table"]
