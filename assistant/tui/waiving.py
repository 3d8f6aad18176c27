"""The course of letting a finding stand, and of taking that back."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from assistant.cli.output import Unwritable
from assistant.tui.dialogs.choose import Choose
from assistant.tui.dialogs.waive import Waive, Waived, full_path
from assistant.waivers import take_back
from checkers.check import UNREADABLE, FileReport
from checkers.checked_toml import WrongFile
from checkers.outcome import Outcome
from checkers.reports.wording import waiver_in_words
from checkers.waivers.beside import CANNOT_BE_WAIVED, beside
from checkers.waivers.waiver import Waiver

if TYPE_CHECKING:
    from assistant.tui.app import TandemApp


async def let_stand(app: TandemApp, report: FileReport, finding: Outcome, by: str) -> Waived | None:
    """Ask for the reason and write the waiver; `by` is whoever decided last. None where nothing was written."""
    if finding.rule == UNREADABLE:
        return Waived(by, CANNOT_BE_WAIVED)
    return await app.push_screen_wait(Waive(report, finding, app.options, by))


async def withdrawn(app: TandemApp, report: FileReport, waiver: Waiver) -> str:
    """Ask whether a waiver is to be taken back, and do it; gives what was done in words, "" for nothing."""
    document = full_path(report)
    title = f"{waiver.rule}: {waiver_in_words(waiver)}"
    take = f"Take this waiver back. To be changed: {beside(document)}"
    if await app.push_screen_wait(Choose(title, [("", "Leave it as it is"), ("take", take)], "")) != "take":
        return ""
    try:
        left = await asyncio.to_thread(take_back, document, [waiver])
    except (Unwritable, WrongFile) as wrong:
        return str(wrong)
    gone = "" if left else " None is left, so its file was taken away."
    return f"The waiver of {waiver.rule} is taken back.{gone}"
