"""The sheet as a web page that needs nothing else."""

from __future__ import annotations

from functools import cache

from jinja2 import Template

from checkers.gate.sheet import Sheet
from checkers.reports.html import pages


def write_page(sheet: Sheet) -> bytes:
    """The page. Every text in it is escaped."""
    return _template().render(sheet=sheet).encode("utf-8", "replace")


@cache
def _template() -> Template:
    return pages().get_template("sheet.html.jinja")
