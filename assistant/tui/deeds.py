"""What else can be done with the documents that are listed: in words to choose from, and done."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.tui.batches import compare_with_sheet, judge_folder
from assistant.tui.handing_on import offer_copy, offer_report
from assistant.tui.laid import cut_in_the_middle
from assistant.tui.teaching import learn_form
from checkers.check import FileReport

if TYPE_CHECKING:
    from assistant.tui.app import TandemApp


_LONGEST_NAME = 24


class Deed(StrEnum):
    """What can be done; the first ones here, the last four on the screen itself."""

    REPORT = "report"
    COPY = "copy"
    JUDGE = "judge"
    COMPARE = "compare"
    LEARN = "learn"
    PROFILE = "profile"
    SINCE = "since"
    WATCH = "watch"
    RESTART = "restart"


@dataclass(frozen=True, slots=True)
class Listed:
    """The documents that are listed, the one that is chosen, the folders they were found in."""

    reports: Sequence[FileReport]
    chosen: FileReport | None
    folders: Sequence[Path]
    is_watched: bool


def deeds(listed: Listed) -> Iterator[tuple[Deed, str]]:
    """What can be done now, in words."""
    if listed.chosen:
        path = Path(listed.chosen.path)
        name = cut_in_the_middle(path.name, _LONGEST_NAME, ending=len(path.suffix) + 3)
        yield Deed.REPORT, "Write a report on all that is listed"
        yield Deed.COPY, f"Write a copy of {name} with the findings as comments"
    yield Deed.JUDGE, "See whether a whole folder is ready, with a sheet to sign"
    yield Deed.COMPARE, "See whether documents are still as on a sheet that was signed"
    yield Deed.PROFILE, "Choose by whose rules documents are checked"
    yield Deed.LEARN, "Learn an agency’s form from an empty copy"
    if listed.chosen:
        yield Deed.SINCE, "Show only what is new since an earlier report"
        yield Deed.WATCH, f"{'No longer check' if listed.is_watched else 'Check'} again by itself whatever I save"
        yield Deed.RESTART, "Start over with an empty list; the files stay where they are"


async def do(app: TandemApp, deed: Deed, listed: Listed, tell: Callable[[str], None]) -> None:
    """Do one of those that are not the screen's own; `tell` is told what became of it."""
    match deed:
        case Deed.REPORT:
            await offer_report(app, listed.reports, tell)
        case Deed.COPY if listed.chosen:
            await offer_copy(app, listed.chosen, tell)
        case Deed.JUDGE:
            await judge_folder(app, listed.folders, tell)
        case Deed.COMPARE:
            await compare_with_sheet(app, tell)
        case Deed.LEARN:
            await learn_form(app, tell)
