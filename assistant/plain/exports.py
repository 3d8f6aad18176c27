"""Findings handed on: a report in any format, a copy of a document with comments."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from assistant.cli.output import Unwritable, free_name
from assistant.exporting import ENDINGS, Wanted, annotated_copy, write_copy, write_report
from assistant.plain.menus import choose
from assistant.plain.session import Session
from assistant.plain.targets import write_to
from assistant.wording import sentence
from checkers.reports.manner import Order
from checkers.reports.wording import counted

_KINDS = {
    "Text, to read": Wanted("text"),
    "A web page, to read, print and pass on": Wanted("html"),
    "A table for a spreadsheet": Wanted("csv"),
    "JSON, for programs, and to compare with later": Wanted("json"),
    "JSON lines, for programs": Wanted("jsonl"),
    "SARIF, for programs": Wanted("sarif"),
    "Text, only how often each rule found something": Wanted("text", statistics=True),
}
"""The kinds of report, in words."""
_ORDERS = {Order.FILE: "By document", Order.RULE: "By rule", Order.OWNER: "By who can mend it"}


def write_findings(session: Session, paths: list[str]) -> None:
    """Ask what kind of report, and where to, and write it on these documents.

    Raises:
        Back, ToMenu, Left: somebody wants to go there; nothing is written.
    """
    console = session.console
    wanted = list(_KINDS.values())[choose(console, "What kind of report?", list(_KINDS))]
    if wanted.format == "text" and not wanted.statistics:
        wanted = replace(wanted, by=list(_ORDERS)[choose(console, "In which order?", list(_ORDERS.values()))])
    wanted = replace(wanted, redact=console.sure("Leave out every name, date and word of the documents?"))
    reports = [session.reports[path] for path in paths]
    write_to(
        console,
        free_name(Path(), "findings", ENDINGS[wanted.format]),
        lambda path, *, replace: write_report(reports, wanted, session.options, path, replace=replace),
    )


def write_annotated(session: Session, path: str) -> None:
    """Ask where to, and write a copy of the document with its findings as comments.

    Raises:
        Back, ToMenu, Left: somebody wants to go there; nothing is written.
    """
    console, document = session.console, Path(path)
    try:
        copy = annotated_copy(document, session.options)
    except Unwritable as wrong:
        console.say(sentence(str(wrong)))
        return
    marked = counted(len(copy.annotated.anchors), "comment")
    console.say(f"A copy with {marked} and a summary at its top. The document itself stays as it is.")
    write_to(
        console,
        free_name(Path(), f"{document.stem}-annotated", copy.ending),
        partial(write_copy, copy),
        f"A name that ends in {copy.ending}.",
    )
