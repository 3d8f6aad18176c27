"""The course of judging a whole folder, with a sheet to sign; and of comparing documents with such a sheet."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual.worker import Worker, get_current_worker

from assistant.gating import (
    SHEETS,
    Batch,
    NoFolder,
    decided,
    decided_in_words,
    documents_of,
    in_words,
    usual_name,
    usual_place,
    verify,
    write_sheet,
)
from assistant.tui.dialogs.choose import Choose
from assistant.tui.dialogs.save import Offer
from assistant.tui.dialogs.told import Told
from assistant.tui.dialogs.which import Which
from assistant.tui.laid import Lines, flowing, stacked
from assistant.tui.prose import piece_laid
from assistant.tui.safe import shown_line
from assistant.wording import sentence
from checkers.check import FileReport
from checkers.gate.decision import Decision
from checkers.gate.record import NoSheet
from checkers.reports.grouping import found_in_words
from checkers.reports.wording import counted

if TYPE_CHECKING:
    from assistant.tui.app import TandemApp

Tell = Callable[[str], None]


class _Stopped(Exception):
    """Whoever waited for it went away."""


async def judge_folder(app: TandemApp, folders: Sequence[Path], tell: Tell) -> None:
    """Say whether all documents of a folder are ready, who can mend what is not, and offer the sheet."""
    folder = await _one_of(app, folders)
    if folder is None:
        return
    worker = get_current_worker()
    try:
        files = await asyncio.to_thread(documents_of, folder)
        batch = await asyncio.to_thread(_checked, app, folder, files, tell, worker)
    except NoFolder as wrong:
        tell(sentence(str(wrong)))
        return
    decision = batch.decision
    ready = "Ready" if decision.ready else "Not ready"
    title = f"{ready}: {counted(len(files), 'document')} in {folder}; {found_in_words(decision.reports)}."
    tell(title)
    if await app.push_screen_wait(Told(title, _laid(decision), "writes a sheet to sign")):
        about = "Every document with its sum, what was found, what was waived and why, and a line to sign."
        name, place = usual_name(batch.options.day()), usual_place(folder)
        offer = Offer(
            "Write the sheet for a supervisor to sign", about, name, SHEETS, partial(write_sheet, batch), place
        )
        app.offer_file(offer, lambda path: tell(f"{ready}. Written: {path}"))


async def _one_of(app: TandemApp, folders: Sequence[Path]) -> Path | None:
    """The folder to judge: the one there is, else whichever is chosen or named."""
    if len(folders) == 1:
        return folders[0]
    if not folders:
        return await app.push_screen_wait(Which("Which folder?", "All documents in it and below are judged together."))
    choices = [(str(at), str(folder)) for at, folder in enumerate(folders)]
    chosen = await app.push_screen_wait(Choose("Which folder is to go?", choices, "0"))
    return folders[int(chosen)] if chosen is not None else None


def _checked(app: TandemApp, folder: Path, files: Sequence[Path], tell: Tell, worker: Worker[None]) -> Batch:
    """Check the documents in this thread, and say how far it is."""
    done = 0

    def told(_: FileReport) -> None:
        nonlocal done
        done += 1
        if worker.is_cancelled:
            raise _Stopped
        app.call_from_thread(tell, f"Checking {done} of {len(files)} in {folder}. Escape stops.")

    return decided(folder, files, app.options, told)


def _laid(decision: Decision) -> Lines:
    return stacked(flowing(shown_line("")), *map(piece_laid, decided_in_words(decision)))


async def compare_with_sheet(app: TandemApp, tell: Tell) -> None:
    """Ask for a sheet, and say whether the documents are still those that it lists."""
    about = "The file, .docx or .html, that was written for a supervisor to sign."
    sheet = await app.push_screen_wait(Which("Which sheet?", about))
    folder: Path | None = None
    while sheet is not None:
        try:
            found = await asyncio.to_thread(verify, sheet, folder)
        except NoSheet as wrong:
            tell(f"{sheet}: {wrong}")
            return
        except NoFolder:
            folder = await app.push_screen_wait(Which("Where are the documents?", "They are not where the sheet says."))
            sheet = sheet if folder else None
        else:
            *lines, last = in_words(found)
            tell(last)
            await app.push_screen_wait(Told(last, stacked(*(flowing(shown_line(line.strip())) for line in lines))))
            return
