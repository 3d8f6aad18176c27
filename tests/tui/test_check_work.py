"""Working on the Check screen: adding, filtering, waiving, handing on, judging a folder, learning a form, saving."""

from __future__ import annotations

import csv
import hashlib
import io
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.events import Paste
from textual.pilot import Pilot
from textual.widgets import Input, OptionList, Static

from assistant import checking, gating, settings
from assistant.gating import verify
from assistant.settings import profile_folder
from assistant.tui.app import TandemApp
from assistant.tui.dialogs.choose import Choose
from assistant.tui.dialogs.name import Name
from assistant.tui.dialogs.narrow import Narrow
from assistant.tui.dialogs.places import Places
from assistant.tui.dialogs.save import Save
from assistant.tui.dialogs.told import Told
from assistant.tui.dialogs.waive import Waive
from assistant.tui.dialogs.which import Which
from assistant.tui.screens.check import CheckScreen
from assistant.tui.widgets.desk import Desk
from assistant.tui.widgets.path_bar import PathLine
from assistant.waivers import waivers_of
from checkers.check import FileReport, Options, check_file
from checkers.form import meanings
from checkers.reports.lean import lean
from checkers.waivers.beside import beside
from tests.checkers.annotate.copies import comments_in
from tests.documents.learned.in_word import KITE_LANE
from tests.tui.app_driver import LARGE, SAMPLES, SMALL, check, running, seen, until, words

NARROW = (40, 20)
TO_MEND = SAMPLES / "to-mend"
GOOD = SAMPLES / "finished" / "speech-notes.docx"
NOTE = "coordination-note.docx"


@pytest.fixture
def notes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with three documents to mend and one that is ready; what is written goes beside it."""
    folder = tmp_path / "notes"
    folder.mkdir()
    for path in (TO_MEND / NOTE, TO_MEND / "draft-iep.docx", TO_MEND / "speech-note.txt", GOOD):
        (folder / path.name).write_bytes(path.read_bytes())
    monkeypatch.chdir(tmp_path)
    return folder


def desk(pilot: Pilot[None]) -> Desk:
    """The documents and findings."""
    assert isinstance(pilot.app, TandemApp)
    return pilot.app.get_screen("check").query_one(Desk)


def in_front(pilot: Pilot[None], dialog: type) -> bool:
    """Whether that dialog is open."""
    return isinstance(pilot.app.screen, dialog)


def full(path: str) -> Path:
    """A path from the root on."""
    return Path(path).absolute()


def names_in(folder: Path) -> set[str]:
    """What is in a folder."""
    return {path.name for path in folder.iterdir()}


async def take(pilot: Pilot[None], value: str) -> None:
    """Take a choice by its value."""
    await until(pilot, lambda: in_front(pilot, Choose) and pilot.app.screen.query_one(OptionList).option_count > 0)
    dialog = pilot.app.screen
    assert isinstance(dialog, Choose)
    values = [each for each, _ in dialog._choices]
    dialog.query_one(OptionList).highlighted = values.index(value)
    await pilot.press("enter")
    await until(pilot, lambda: pilot.app.screen is not dialog)


async def fill(pilot: Pilot[None], line: str, text: str) -> None:
    """Write into a line of a dialog and send it off."""
    field = pilot.app.screen.query_one(line, Input)
    field.focus()
    field.value = text
    await pilot.pause()
    await pilot.press("enter")
    await pilot.pause()


async def more(pilot: Pilot[None], deed: str) -> None:
    """Press e, and choose what to do."""
    await pilot.press("e")
    await take(pilot, deed)


async def save(pilot: Pilot[None], path: Path | None = None) -> Path:
    """Write what is offered where it is suggested, or at a path; gives the path."""
    await until(pilot, lambda: in_front(pilot, Save))
    line = pilot.app.screen.query_one("#target", Input)
    if path:
        line.value = str(path)
        await pilot.pause()
    target = full(line.value)
    await until(
        pilot, lambda: f"To be written: {target}" == str(pilot.app.screen.query_one("#whole-path", Static).content)
    )
    await pilot.press("enter")
    await until(pilot, lambda: isinstance(pilot.app.screen, CheckScreen))
    await until(pilot, lambda: "Written: " in words(pilot))
    return target


# --- the list ---


async def test_a_second_folder_is_added_to_the_first(notes: Path, tmp_path: Path) -> None:
    """The same document stands there once; the samples go when somebody's own documents come."""
    other = tmp_path / "other"
    other.mkdir()
    (other / "april.txt").write_bytes((TO_MEND / "speech-note.txt").read_bytes())
    async with running() as pilot:
        await check(pilot, "")
        assert len(desk(pilot).reports) == 9
        await check(pilot, str(notes))
        assert len(desk(pilot).reports) == 4
        assert "4 checked: 1 ready to send, 3 to mend." in words(pilot)
        await check(pilot, str(other))
        assert "1 added. 5 checked: 1 ready to send, 4 to mend." in words(pilot)
        chosen = desk(pilot).report
        assert chosen is not None
        assert Path(chosen.path).name == "april.txt"
        await check(pilot, str(notes / NOTE))
        assert len(desk(pilot).reports) == 5
        await check(pilot, "")
        assert len(desk(pilot).reports) == 5


async def test_a_document_is_taken_off_the_list_and_all_of_them(notes: Path) -> None:
    """The files stay."""
    async with running() as pilot:
        await check(pilot, str(notes))
        await pilot.press("delete")
        await until(pilot, lambda: f"Off the list: {NOTE}." in words(pilot))
        assert len(desk(pilot).reports) == 3
        await more(pilot, "restart")
        await until(pilot, lambda: "The list is empty." in words(pilot))
        assert not desk(pilot).reports
        assert len(names_in(notes)) == 4


@pytest.mark.parametrize("size", [NARROW, SMALL, LARGE])
async def test_findings_are_narrowed_down(size: tuple[int, int], notes: Path) -> None:
    """What is shown is said in words, and how many of how many; x shows all again."""
    async with running(size) as pilot:
        await check(pilot, str(notes))
        every = sum(len(report.listed()) for report in desk(pilot).reports)
        await pilot.press("f")
        await until(pilot, lambda: f"{every} of {every} findings" in words(pilot))
        await pilot.press("end", "enter")
        await until(pilot, lambda: "Documents: 1 of 4 shown" in seen(pilot))
        assert "x shows all." in words(pilot)
        rule = desk(pilot).finding
        assert rule is not None
        assert f"Shown: {rule.rule}." in words(pilot)
        await pilot.press("x")
        await until(pilot, lambda: "shown" not in words(pilot))
        await pilot.press("f")
        await until(pilot, lambda: in_front(pilot, Narrow))
        await pilot.press("space", "down", "space", "enter")
        await until(pilot, lambda: "Shown: Error or" in words(pilot))
        await pilot.press("f", "x")
        await until(pilot, lambda: "shown" not in words(pilot))
        await pilot.press("f", "escape")
        assert not desk(pilot).filter


async def test_findings_are_put_together_by_who_can_mend_them(notes: Path) -> None:
    """And by session again; next and previous go on as before."""
    async with running() as pilot:
        await check(pilot, str(notes))
        assert "Session 1" in words(pilot)
        await pilot.press("o")
        await until(pilot, lambda: "The provider can mend this" in words(pilot))
        await pilot.press("n", "n", "n")
        await until(pilot, lambda: "The school district can mend this" in words(pilot))
        await pilot.press("o")
        await until(pilot, lambda: "The school district can mend this" not in words(pilot))


async def test_only_what_is_new_since_an_earlier_report(notes: Path, tmp_path: Path) -> None:
    """A document that was changed shows what came to it; what is no report is told."""
    note = notes / "speech-note.txt"
    async with running() as pilot:
        await check(pilot, str(notes))
        await more(pilot, "report")
        await take(pilot, "json")
        await take(pilot, "")
        earlier = await save(pilot)
        await more(pilot, "since")
        await until(pilot, lambda: in_front(pilot, Which))
        await fill(pilot, "#path", str(note))
        await until(pilot, lambda: "it is no report of Tandem. e makes one: a report as JSON." in words(pilot))
        note.write_text(note.read_text("utf-8").replace("Time In: 9:00 AM", "Time In: "), "utf-8")
        await check(pilot, str(note))
        await more(pilot, "since")
        await until(pilot, lambda: in_front(pilot, Which))
        await fill(pilot, "#path", str(earlier))
        await until(pilot, lambda: "Shown: only what is new since that report. x shows all." in words(pilot))
        assert "Documents: 1 of 4 shown" in seen(pilot)
        assert desk(pilot).finding is not None
        await pilot.press("f", "enter")
        await until(pilot, lambda: "Shown: only what is new since that report; " in words(pilot))
        await pilot.press("x")
        await until(pilot, lambda: "shown" not in words(pilot))


async def test_the_page_of_one_of_many_is_read_when_it_is_chosen(notes: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reports of many documents are kept without their pages."""
    monkeypatch.setattr(checking, "check_with_waivers", lambda path, options: lean(check_file(path, options)))
    async with running() as pilot:
        await check(pilot, str(notes))
        await until(pilot, lambda: "Coordination of Services Note" in words(pilot))
        await pilot.press("down")
        await until(pilot, lambda: "Measurable Annual Goals" in words(pilot))


# --- naming files ---


async def test_tab_goes_through_the_matches(notes: Path) -> None:
    """One after the other, and back; → goes into a folder; where nothing is offered, Tab leads on."""
    async with running(SMALL) as pilot:
        await pilot.press("f3")
        line = pilot.app.screen.query_one(PathLine)
        line.value = f"{notes}/"
        line.cursor_position = len(line.value)
        await until(pilot, lambda: "→ coordination-note.docx (Tab: 3 more)" in seen(pilot))
        visited = []
        for key in ("tab", "tab", "shift+tab", "tab", "tab", "tab", "tab"):
            await pilot.press(key)
            await pilot.pause()
            visited.append(Path(line.value).name)
        names = sorted(names_in(notes))
        assert visited == [names[at] for at in (0, 1, 0, 1, 2, 3, 0)]
        line.value = str(notes.parent)
        line.cursor_position = len(line.value)
        await pilot.press("slash")
        await until(pilot, lambda: "→ notes/" in seen(pilot))
        await pilot.press("right")
        await until(pilot, lambda: line.value == f"{notes}/" and "→ coordination-note.docx" in seen(pilot))
        line.value = f"{notes}/zzz"
        await until(pilot, lambda: "→" not in seen(pilot))
        await pilot.press("tab")
        assert pilot.app.focused is not line


async def test_the_browser_shows_what_can_be_checked_and_the_way_home(
    notes: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Hidden files and others are left out; a folder is taken whole."""
    for name in (".hidden.txt", "~$lock.docx", "song.mp3"):
        (notes / name).touch()
    monkeypatch.setattr(Path, "home", lambda: notes)
    async with running(SMALL) as pilot:
        await pilot.press("f3", "f6")
        await until(pilot, lambda: "▸ notes" in seen(pilot) and str(tmp_path) in words(pilot).replace(" ", ""))
        await pilot.press("h")
        await until(pilot, lambda: NOTE in seen(pilot))
        assert not any(name in seen(pilot) for name in ("hidden", "lock", "song"))
        await pilot.press("backspace")
        await until(pilot, lambda: "▸ notes" in seen(pilot))
        await pilot.press("h")
        await until(pilot, lambda: NOTE in seen(pilot))
        await pilot.press("f")
        await until(pilot, lambda: "4 checked: 1 ready to send, 3 to mend." in words(pilot))


async def test_a_file_that_is_asked_for_can_be_dropped_or_looked_for(notes: Path, tmp_path: Path) -> None:
    """Quoted, as terminals give it; two are one too many; Escape goes back."""
    async with running(SMALL) as pilot:
        await check(pilot, str(notes))
        await more(pilot, "learn")
        await until(pilot, lambda: in_front(pilot, Which))
        pilot.app.screen.post_message(Paste(f"'{notes}/one' '{notes}/two'"))
        await until(pilot, lambda: "two" in pilot.app.screen.query_one("#path", Input).value)
        await pilot.press("enter")
        await until(pilot, lambda: "! Name one alone." in words(pilot))
        await pilot.press("f6")
        await until(pilot, lambda: "▸ notes" in seen(pilot))
        await pilot.press("escape", "escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, CheckScreen))
        assert names_in(tmp_path) == {"notes"}


# --- waiving ---


@pytest.mark.parametrize("size", [NARROW, SMALL, LARGE])
async def test_a_finding_is_waived_and_the_waiver_taken_back(size: tuple[int, int], notes: Path) -> None:
    """The file is named before it is written; a reason and a name are asked for; a day has to be one."""
    note = notes / NOTE
    before = hashlib.sha256(note.read_bytes()).digest()
    async with running(size) as pilot:
        await check(pilot, str(note))
        await pilot.press("enter", "w")
        await until(pilot, lambda: in_front(pilot, Waive))
        await until(pilot, lambda: f"To be written: {beside(note)}".replace(" ", "") in words(pilot).replace(" ", ""))
        await fill(pilot, "#until", "")
        assert "! Say why it may stand." in words(pilot)
        await fill(pilot, "#reason", "The county’s copy has it.")
        await fill(pilot, "#until", "")
        assert "! Say who decides it." in words(pilot)
        await fill(pilot, "#by", "D. Example")
        await fill(pilot, "#until", "13/45/2026")
        assert "is no day" in words(pilot)
        await fill(pilot, "#until", "2026-01-31")
        assert "is past" in words(pilot)
        assert not beside(note).exists()
        await fill(pilot, "#until", "6/30/2026")
        await until(pilot, lambda: "1 finding of MED001 waived. Written: " in words(pilot))
        (waiver,) = waivers_of(note)
        assert (waiver.rule, waiver.entry, waiver.by) == ("MED001", 1, "D. Example")
        await until(pilot, lambda: desk(pilot).waiver == waiver)
        assert "~ Waived MED001" in words(pilot)
        assert hashlib.sha256(note.read_bytes()).digest() == before
        await pilot.press("w")
        await take(pilot, "")
        assert waivers_of(note)
        await pilot.press("w")
        await take(pilot, "take")
        await until(pilot, lambda: "The waiver of MED001 is taken back. None is left" in words(pilot))
        assert not beside(note).exists()
        await pilot.press("w")
        await until(pilot, lambda: in_front(pilot, Waive))
        assert pilot.app.screen.query_one("#by", Input).value == "D. Example"
        await pilot.press("ctrl+t")
        await until(pilot, lambda: "all that MED001 finds in this document" in words(pilot))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, CheckScreen))
        assert not beside(note).exists()


async def test_a_waiver_of_a_changed_document_is_shown_as_void(notes: Path) -> None:
    """It can be taken out."""
    note = notes / "speech-note.txt"
    async with running() as pilot:
        await check(pilot, str(note))
        await pilot.press("enter", "w")
        await until(pilot, lambda: in_front(pilot, Waive))
        await fill(pilot, "#reason", "Told on the phone.")
        await fill(pilot, "#by", "D. Example")
        await fill(pilot, "#until", "")
        await until(pilot, lambda: "waived. Written: " in words(pilot))
        (waiver,) = waivers_of(note)
        note.write_text(note.read_text("utf-8") + "\nOne more line.\n", "utf-8")
        await pilot.press("r")
        await until(pilot, lambda: f"{waiver.rule}: the document was changed since" in words(pilot))
        await pilot.press("end", "w")
        await take(pilot, "take")
        await until(pilot, lambda: "is taken back" in words(pilot))
        assert not beside(note).exists()


async def test_what_cannot_be_waived_is_told(notes: Path) -> None:
    """A file that cannot be read; and a document without findings."""
    (notes / "broken.docx").write_bytes(b"PK")
    async with running() as pilot:
        await check(pilot, str(notes / "broken.docx"))
        await pilot.press("enter", "w")
        await until(pilot, lambda: "DOC001 cannot be waived" in words(pilot))
        await check(pilot, str(notes / GOOD.name))
        await pilot.press("w")
        await until(pilot, lambda: "There is no finding to waive." in words(pilot))


# --- handing on ---


async def test_reports_are_written_where_the_dialog_says(notes: Path, tmp_path: Path) -> None:
    """A page, a table, text by owner, and one without names; none is written over."""
    async with running(SMALL) as pilot:
        await check(pilot, str(notes))
        await more(pilot, "report")
        await take(pilot, "html")
        await take(pilot, "")
        page = await save(pilot)
        assert page == tmp_path / "tandem-report.html"
        assert NOTE in page.read_text("utf-8")
        await more(pilot, "report")
        await take(pilot, "csv")
        await take(pilot, "redact")
        table = await save(pilot, tmp_path / "table.csv")
        rows = list(csv.DictReader(io.StringIO(table.read_text("utf-8-sig"))))
        assert len(rows) == sum(len(report.findings) for report in desk(pilot).reports)
        assert all(row["file"].startswith("document ") for row in rows)
        await more(pilot, "report")
        await take(pilot, "owner")
        await take(pilot, "")
        assert " can mend " in (await save(pilot)).read_text("utf-8")
        await more(pilot, "report")
        await take(pilot, "counts")
        await take(pilot, "")
        assert "MED001" in (await save(pilot, tmp_path / "counts.txt")).read_text("utf-8")
        await more(pilot, "report")
        await take(pilot, "json")
        await take(pilot, "")
        await until(pilot, lambda: in_front(pilot, Save))
        for name, refused in (
            (notes / NOTE, "does not end in .json"),
            (tmp_path / "none" / "r.json", "there is no folder"),
        ):
            await fill(pilot, "#target", str(name))
            await until(pilot, lambda refused=refused: refused in words(pilot))  # type: ignore[misc]
        (tmp_path / "mine.json").write_text("mine", "utf-8")
        await fill(pilot, "#target", str(tmp_path / "mine.json"))
        await until(pilot, lambda: "There is a file of this name already" in words(pilot))
        assert (tmp_path / "mine.json").read_text("utf-8") == "mine"
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, CheckScreen))


async def test_a_copy_with_comments_is_written(notes: Path, tmp_path: Path) -> None:
    """The document itself stays as it is; what can hold none says so."""
    before = (notes / NOTE).read_bytes()
    async with running() as pilot:
        await check(pilot, str(notes))
        await more(pilot, "copy")
        copy = await save(pilot)
        assert copy == tmp_path / "coordination-note-annotated.docx"
        assert len(comments_in(copy.read_bytes())) == len(desk(pilot).reports[0].findings)
        assert (notes / NOTE).read_bytes() == before
        await pilot.press("end")
        await pilot.pause()
        await check(pilot, str(notes / "speech-note.txt"))
        await more(pilot, "copy")
        await until(pilot, lambda: "Only Word files and PDFs can hold comments." in words(pilot))
        assert "tandem check" not in words(pilot)


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_a_folder_is_judged_with_a_sheet_to_sign(size: tuple[int, int], notes: Path, tmp_path: Path) -> None:
    """Who can mend what; the sheet never goes into the folder; later it is compared with the documents."""
    async with running(size) as pilot:
        await check(pilot, str(notes))
        await more(pilot, "judge")
        await until(pilot, lambda: in_front(pilot, Told))
        await until(pilot, lambda: "Not ready: 4 documents in" in words(pilot))
        assert "The provider can mend" in words(pilot)
        assert "1. Error, " in words(pilot)
        assert "To do: " in words(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: in_front(pilot, Save))
        await fill(pilot, "#target", str(notes / "sheet.docx"))
        await until(pilot, lambda: "would be one of the documents" in words(pilot))
        sheet = await save(pilot, tmp_path / "sheet.html")
        assert verify(sheet).holds
        await more(pilot, "compare")
        await until(pilot, lambda: in_front(pilot, Which))
        await fill(pilot, "#path", str(tmp_path / "none.html"))
        assert "! There is no such file." in words(pilot)
        await fill(pilot, "#path", str(sheet))
        await until(pilot, lambda: in_front(pilot, Told) and "The same: 4 of 4 documents" in words(pilot))
        await pilot.press("escape")
        (notes / GOOD.name).write_bytes(b"other")
        await more(pilot, "compare")
        await until(pilot, lambda: in_front(pilot, Which))
        await fill(pilot, "#path", str(sheet))
        await until(pilot, lambda: "Not the same: 3 of 4 documents" in words(pilot))
        assert f"{GOOD.name}: changed" in words(pilot)
        await pilot.press("enter")
        await more(pilot, "compare")
        await until(pilot, lambda: in_front(pilot, Which))
        await fill(pilot, "#path", str(notes / NOTE))
        await until(pilot, lambda: "it is no sheet" in words(pilot))


async def test_judging_a_folder_can_be_stopped(notes: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It says how far it is; Escape stops it, and nothing comes after."""
    leave = threading.Semaphore(0)

    def slowly(path: Path, options: Options) -> FileReport:
        leave.acquire(timeout=20)
        return check_file(path, options)

    async with running() as pilot:
        await check(pilot, str(notes))
        monkeypatch.setattr(gating, "check_with_waivers", slowly)
        await more(pilot, "judge")
        leave.release()
        await until(pilot, lambda: "Checking 1 of 4 in" in words(pilot))
        await pilot.press("escape")
        await until(pilot, lambda: "Stopped." in words(pilot))
        leave.release(10)
        await pilot.pause()
        assert isinstance(pilot.app.screen, CheckScreen)
        assert "Stopped." in words(pilot)


async def test_what_takes_several_steps_can_be_left_at_each(notes: Path, tmp_path: Path) -> None:
    """Nothing is written by then."""
    async with running() as pilot:
        await check(pilot, str(notes))
        for steps in ([], ["report"], ["report", "html"]):
            await pilot.press("e")
            for step in steps:
                await take(pilot, step)
            await until(pilot, lambda: in_front(pilot, Choose))
            await pilot.press("escape")
            await until(pilot, lambda: isinstance(pilot.app.screen, CheckScreen))
        assert names_in(tmp_path) == {"notes"}


# --- an agency's form ---


async def test_a_form_is_learned_and_a_filled_copy_known_by_it(
    notes: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What each place is for is put right in the list; the profile's file is named before it is written."""
    monkeypatch.setattr(settings, "folder", lambda: tmp_path / "configuration")
    blank, copy = tmp_path / f"blank.{KITE_LANE.ending}", tmp_path / f"copy.{KITE_LANE.ending}"
    blank.write_bytes(KITE_LANE.blank)
    copy.write_bytes(KITE_LANE.draw(KITE_LANE.copies[0]))
    async with running() as pilot:
        await check(pilot, str(copy))
        await more(pilot, "learn")
        await until(pilot, lambda: in_front(pilot, Which))
        await fill(pilot, "#path", str(copy))
        await until(pilot, lambda: "Is it the empty form?" in words(pilot))
        await more(pilot, "learn")
        await until(pilot, lambda: in_front(pilot, Which))
        await fill(pilot, "#path", str(blank))
        await until(pilot, lambda: in_front(pilot, Places))
        dialog = pilot.app.screen
        assert isinstance(dialog, Places)
        left = {label: list(each) for label, each in KITE_LANE.means.items()}
        for at, place in enumerate(dialog._learned.places):
            if wanted := left.get(place.blank.label):
                dialog.query_one(OptionList).highlighted = at
                await pilot.press("enter")
                await take(pilot, wanted.pop(0))
        await pilot.press("home")
        await until(pilot, lambda: "all known" in words(pilot) and meanings()["child_name"] in words(pilot))
        await pilot.press("question_mark", "s")
        await take(pilot, KITE_LANE.kind)
        await until(pilot, lambda: in_front(pilot, Name))
        await fill(pilot, "#name", "")
        assert "! Write it in one line" in words(pilot)
        await fill(pilot, "#name", "Kite Lane: Talk Sheet")
        await take(pilot, KITE_LANE.base)
        written = await save(pilot)
        assert written == profile_folder() / "kite-lane-talk-sheet.toml"
        await pilot.press("r")
        await until(pilot, lambda: "Checked again" in words(pilot))
        report = desk(pilot).report
        assert report is not None
        assert report.profile is not None
        assert report.profile.id == "kite-lane-talk-sheet"
        assert not report.findings


# --- what is saved ---


async def test_what_is_saved_is_checked_again(notes: Path) -> None:
    """Until it is turned off."""
    pytest.importorskip("watchfiles")
    note = notes / "speech-note.txt"
    async with running() as pilot:
        await check(pilot, str(notes))
        await more(pilot, "watch")
        await until(pilot, lambda: "is checked again by itself." in words(pilot))
        assert "rechecked when saved" in seen(pilot)
        note.write_text("no note", "utf-8")
        await until(pilot, lambda: "Checked again: speech-note.txt" in words(pilot))
        await more(pilot, "watch")
        await until(pilot, lambda: "not checked again by itself any more" in words(pilot))
        assert "rechecked when saved" not in seen(pilot)


async def test_without_the_library_it_is_told_how_to_get_it(notes: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a sentence."""
    monkeypatch.setattr("assistant.tui.widgets.checks.has_watch", lambda: False)
    async with running() as pilot:
        await check(pilot, str(notes))
        await more(pilot, "watch")
        await until(pilot, lambda: "run “python3 run.py watch” once" in words(pilot))


async def test_where_nothing_can_be_watched_it_says_so(notes: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And the app goes on."""

    def refused(_: object, __: float) -> Iterator[set[Path]]:
        raise OSError("no more can be watched")

    monkeypatch.setattr("assistant.tui.widgets.checks.has_watch", lambda: True)
    monkeypatch.setattr("assistant.tui.widgets.checks.saved", refused)
    async with running() as pilot:
        await check(pilot, str(notes))
        await more(pilot, "watch")
        await until(pilot, lambda: "Tandem cannot see here what you save." in words(pilot))


async def test_going_to_a_finding_puts_an_end_to_what_was_said_before(notes: Path) -> None:
    """The sum of all stands there again; at either end it is said that there is no other."""
    async with running() as pilot:
        await check(pilot, str(GOOD))
        await pilot.press("down", "w")
        await until(pilot, lambda: "There is no finding to waive." in words(pilot))
        await pilot.press("n")
        await until(pilot, lambda: "There is no finding after this." in words(pilot))
        await check(pilot, str(notes / NOTE))
        await pilot.press("r")
        await until(pilot, lambda: "Checked again" in words(pilot))
        await pilot.press("n")
        await until(pilot, lambda: "2 checked: 1 ready to send, 1 to mend." in words(pilot))
        await pilot.press("p", "p")
        await until(pilot, lambda: "There is no finding before this." in words(pilot))


async def test_in_a_small_window_a_long_list_leaves_room_for_its_keys(notes: Path) -> None:
    """They say how to go back, to the end."""
    async with running(NARROW) as pilot:
        await check(pilot, str(notes))
        await pilot.press("e")
        await until(pilot, lambda: in_front(pilot, Choose))
        assert "Escape goes back" in words(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: "As what?" in words(pilot))
        assert "Escape goes back" in words(pilot)
        await pilot.press("escape", "f4")
        await until(pilot, lambda: "Whose rules" in words(pilot))
        assert "Escape goes back" in words(pilot)


async def test_by_whose_rules_is_chosen(notes: Path) -> None:
    """It holds for what is checked from then on, and is told."""
    async with running() as pilot:
        await check(pilot, str(notes / NOTE))
        await more(pilot, "profile")
        await until(pilot, lambda: in_front(pilot, Choose))
        await take(pilot, "ct-birth-to-three")
        await until(pilot, lambda: "Checked by: " in words(pilot))
        assert isinstance(pilot.app, TandemApp)
        assert pilot.app.options.profile == "ct-birth-to-three"
        await pilot.press("r")
        await pilot.app.workers.wait_for_complete()
        await until(pilot, lambda: (report := desk(pilot).report) is not None and report.profile is not None)
        report = desk(pilot).report
        assert report
        assert report.profile
        assert report.profile.id == "ct-birth-to-three"
