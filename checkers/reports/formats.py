"""The formats of a report, by the names that the user gives them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from checkers.check import FileReport
from checkers.reports import csv, json, sarif, statistics, text
from checkers.reports.manner import Manner

Writer = Callable[[Iterable[FileReport], Manner], Iterator[str]]
"""Takes the reports as each file is done (`lean` ones will do), and gives the text of the whole piece by piece."""


def _html(reports: Iterable[FileReport], manner: Manner) -> Iterator[str]:
    from checkers.reports import html  # noqa: PLC0415 - loads jinja2, which no other format needs

    return html.write(reports, manner)


WRITERS: dict[str, Writer] = {
    "text": text.write,
    "json": json.write,
    "jsonl": json.write_lines,
    "sarif": sarif.write,
    "csv": csv.write,
    "html": _html,
}
STATISTICS: dict[str, Writer] = {"text": statistics.write, "json": statistics.write_json}
"""The formats in which nothing but counts can be written."""
