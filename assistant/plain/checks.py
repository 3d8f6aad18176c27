"""Checking in lines: paths asked for, progress told now and then, and what is done kept where it is stopped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path

from assistant.checking import Looking, Reading, check_all, has_page
from assistant.paths import paths_in
from assistant.plain.console import Console
from assistant.plain.pace import Pace
from assistant.plain.session import Session
from assistant.verdicts import mended, verdict
from assistant.waivers import check_with_waivers
from checkers.check import FileReport

SAMPLES = Path(__file__).parents[1] / "samples"
"""The sample documents that ship with Tandem; everybody in them is invented."""
_HOW = (
    "Type, paste or drop the path of a file or a folder; several may stand on one line, apart by spaces, those with "
    "spaces in quotes. Patterns such as notes/*.txt and ~ are understood. Documents are only read."
)


def ask_for_paths(console: Console) -> list[Path]:
    """The files and folders that somebody names, line by line until an empty one; the samples for none at all.

    Raises:
        Back, ToMenu, Left: somebody wants to go there.
    """
    console.say("", "Type, paste or drop a file or a folder. Enter alone takes the sample documents.")
    paths: list[Path] = []
    while said := console.ask("One more, or Enter to begin:" if paths else "File or folder:", _HOW):
        paths += paths_in(said)
    return paths or [SAMPLES]


def check_in_lines(session: Session, paths: Sequence[Path], pace: Pace | None = None) -> list[str]:
    """Check files and folders, and say now and then how far it has come; gives the paths of what was checked.

    Ctrl+C stops it; the reports that are there are kept.
    """
    console = session.console
    console.say("Looking for documents. Ctrl+C stops, and keeps what is done.")
    checked: dict[str, FileReport] = {}
    total, pace = 0, pace or Pace()
    try:
        with closing(check_all(paths, session.options)) as steps:
            for step in steps:
                match step:
                    case Looking():
                        if pace.is_due():
                            console.say(f"{step.found} found so far.")
                    case Reading():
                        total = step.total
                        if pace.is_due():
                            console.say(f"Checking {step.number} of {total}.")
                    case FileReport():
                        checked[step.path] = step
    except KeyboardInterrupt:
        console.say(f"Stopped: {len(checked)} of {total} checked." if total else "Stopped: nothing was checked.")
    session.reports.update(checked)
    if checked:
        console.say(verdict(list(checked.values())))
    elif not total:
        names = ", ".join(map(str, paths))
        console.say(f"No document in {names}. Name .docx, .pdf or .txt files, or a folder that holds some.")
    return list(checked)


def check_again(session: Session, paths: Iterable[str]) -> None:
    """Check documents anew, and say of each what is mended and what remains."""
    for path in list(paths):
        before = session.reports[path]
        after = session.reports[path] = check_with_waivers(Path(path), session.options)
        session.console.say(mended(before, after))


def whole(session: Session, path: str) -> FileReport:
    """The report on a document with the document in it: of many checked at once only the findings are kept."""
    if not has_page(session.reports[path]):
        session.reports[path] = check_with_waivers(Path(path), session.options)
    return session.reports[path]
