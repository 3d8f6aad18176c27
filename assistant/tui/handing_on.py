"""The course of writing a report on the listed documents, or a copy of one with its findings as comments."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.cli.output import Unwritable
from assistant.exporting import ENDINGS, Copy, Wanted, annotated_copy, baseline_in, write_copy, write_report
from assistant.tui.dialogs.choose import Choose
from assistant.tui.dialogs.save import Offer
from assistant.tui.dialogs.which import Which
from checkers.check import FileReport
from checkers.reports.baseline import Baseline, NoBaseline
from checkers.reports.manner import Order
from checkers.reports.wording import counted

if TYPE_CHECKING:
    from assistant.tui.app import TandemApp

Tell = Callable[[str], None]

_REPORTS = {
    "html": (Wanted("html"), "A page to read and print, in any browser (.html)"),
    "csv": (Wanted("csv"), "A table for Excel and other spreadsheets (.csv)"),
    "text": (Wanted("text"), "Plain text, document by document (.txt)"),
    "owner": (Wanted("text", Order.OWNER), "Plain text, by who can mend what was found (.txt)"),
    "rule": (Wanted("text", Order.RULE), "Plain text, by what is to be mended (.txt)"),
    "counts": (Wanted("text", statistics=True), "Plain text, only how often each rule found something (.txt)"),
    "json": (Wanted("json"), "For programs: JSON (.json)"),
    "jsonl": (Wanted("jsonl"), "For programs: one line of JSON a document (.jsonl)"),
    "sarif": (Wanted("sarif"), "For programs: SARIF (.sarif)"),
}
"""The reports to choose from, in words."""
_TELLS = (
    ("", "Everything: names, dates, and the words that were found"),
    ("redact", "Nothing of the documents: no name, no date, no word; to be shown to others"),
)


async def offer_report(app: TandemApp, reports: Sequence[FileReport], tell: Tell) -> None:
    """Ask what the report is to be like, then where it goes."""
    listed = counted(len(reports), "document")
    kinds = [(name, words) for name, (_, words) in _REPORTS.items()]
    kind = await app.push_screen_wait(Choose(f"A report on all that is listed: {listed}. As what?", kinds, "html"))
    if kind is None:
        return
    tells = await app.push_screen_wait(Choose("What may it tell?", _TELLS, ""))
    if tells is None:
        return
    wanted, about = _REPORTS[kind]
    wanted = replace(wanted, redact=bool(tells))
    ending = ENDINGS[wanted.format]
    write = partial(write_report, reports, wanted, app.options)
    offer = Offer(f"Write a report on {listed}", about, "tandem-report", {ending: ending}, write)
    app.offer_file(offer, partial(_written, tell))


async def offer_copy(app: TandemApp, report: FileReport, tell: Tell) -> None:
    """Make the copy of a document, then ask where it goes."""
    document = Path(report.path)
    tell(f"Making a copy of {document.name}.")
    try:
        copy: Copy = await asyncio.to_thread(annotated_copy, document, app.options)
    except Unwritable as wrong:
        tell(str(wrong))
        return
    noun = "note" if copy.ending == ".pdf" else "comment"
    about = f"{document.name}, with {counted(len(copy.annotated.anchors), noun)}. The document itself stays as it is."
    title = "Write a copy with the findings at their places"
    tell(about)
    offer = Offer(title, about, f"{document.stem}-annotated", {copy.ending: copy.ending}, partial(write_copy, copy))
    app.offer_file(offer, partial(_written, tell))


async def earlier_report(app: TandemApp, tell: Tell) -> Baseline | None:
    """Ask for a report of before; None where there is none, which is told."""
    path = await app.push_screen_wait(Which("Which report of before?", "One that was written as JSON or JSON lines."))
    try:
        return await asyncio.to_thread(baseline_in, path) if path else None
    except NoBaseline as wrong:
        tell(f"{path}: {wrong} e makes one: a report as JSON.")
        return None


def _written(tell: Tell, path: Path) -> None:
    tell(f"Written: {path}")
