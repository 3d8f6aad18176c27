"""The Check screen: choosing, stopping, finding one's way, what is marked and what is cut."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from textual.events import Paste
from textual.pilot import Pilot

from assistant import checking
from assistant.tui.app import TandemApp
from assistant.tui.main_screens import MAIN_SCREENS
from assistant.tui.screens.check import CheckScreen
from assistant.tui.widgets.documents import DocumentList
from assistant.tui.widgets.findings import Explanation, FindingList
from assistant.tui.widgets.page import DocumentPage
from assistant.tui.widgets.path_bar import PathLine
from checkers.check import FileReport, Options, check_file
from tests.tui.app_driver import LARGE, SAMPLES, SMALL, check, running, seen, until, words

NARROW = (40, 20)
BAD = (SAMPLES / "to-mend" / "speech-note.txt").read_text("utf-8")
GOOD = SAMPLES / "finished" / "speech-notes.docx"
A_SCREEN = 500
"""In letters: a longer place is cut by the edge of a small window."""


def screen_of(pilot: Pilot[None]) -> CheckScreen:
    """The Check screen in front."""
    assert isinstance(pilot.app.screen, CheckScreen)
    return pilot.app.screen


def focused(pilot: Pilot[None]) -> str:
    """The name of the part that has the focus."""
    return str(pilot.app.focused.id) if pilot.app.focused else ""


async def type_path(pilot: Pilot[None], text: str) -> PathLine:
    """Go to the documents and type."""
    await pilot.press("f3")
    await pilot.pause()
    line = screen_of(pilot).query_one(PathLine)
    line.value = text
    line.cursor_position = len(text)
    await pilot.pause()
    return line


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    """A folder with two notes to mend."""
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text(BAD, encoding="utf-8")
    return tmp_path


@pytest.fixture
def slowly(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Semaphore]:
    """Checking that waits for a leave for each document."""
    leave = threading.Semaphore(0)

    def check_when_let(path: Path, options: Options) -> FileReport:
        leave.acquire(timeout=20)
        return check_file(path, options)

    monkeypatch.setattr(checking, "check_with_waivers", check_when_let)
    yield leave
    leave.release(1000)


# --- choosing ---


@pytest.mark.parametrize("size", [NARROW, SMALL, LARGE])
async def test_an_empty_screen_says_what_to_do(size: tuple[int, int]) -> None:
    """In three sentences, none of them cut; Enter checks the samples."""
    async with running(size) as pilot:
        await pilot.press("f3")
        await pilot.pause()
        text = words(pilot)
        assert "then press Enter. F6 looks for one." in text
        assert "Enter on the empty line checks the sample documents. Everybody in them is invented." in text
        assert "Nothing leaves this computer, and nothing is kept." in text
        assert "…" not in text
        await pilot.press("enter")
        await until(pilot, lambda: "9 checked: 5 ready to send, 4 to mend." in words(pilot))


async def test_a_path_is_offered_beside_what_is_typed(tmp_path: Path) -> None:
    """With the key that takes it; never as if it were typed; gone with Enter."""
    (tmp_path / "notes.txt").write_text(BAD, encoding="utf-8")
    async with running(SMALL) as pilot:
        line = await type_path(pilot, f"{tmp_path}/no")
        await until(pilot, lambda: "→ notes.txt" in seen(pilot))
        assert line.value == f"{tmp_path}/no"
        await pilot.press("right")
        await until(pilot, lambda: line.value == f"{tmp_path}/notes.txt")
        assert "→" not in seen(pilot)
        await type_path(pilot, f"{tmp_path}/no")
        await until(pilot, lambda: "→ notes.txt" in seen(pilot))
        await pilot.press("enter")
        await until(pilot, lambda: "1 not found." in seen(pilot))
        assert "→" not in seen(pilot)


async def test_files_dropped_onto_the_line_are_all_checked(notes: Path) -> None:
    """On several lines, with the cursor in the line; each once."""
    async with running() as pilot:
        line = await type_path(pilot, "")
        line.post_message(Paste(f"{notes}/one.txt\n{notes}/two.txt\n"))
        await until(pilot, lambda: "two.txt" in line.value)
        await pilot.press("enter")
        await until(pilot, lambda: "2 checked: 2 to mend." in seen(pilot))


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("{0}/*.txt", "2 checked: 2 to mend."),
        ("$NOTES/one.txt", "1 checked: 1 to mend."),
        ("{0}/one.txt {0}/three.txt", "1 checked: 1 to mend. 1 not found."),
        ("{0}/three.txt", "1 not found."),
        ("{0}/empty", "No document in {0}/empty: "),
    ],
)
async def test_what_is_typed_is_found_as_by_a_shell(
    typed: str, told: str, notes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And what is not there is told, never counted as checked."""
    monkeypatch.setenv("NOTES", str(notes))
    (notes / "empty").mkdir()
    async with running() as pilot:
        await check(pilot, typed.format(notes))
        assert told.format(notes) in words(pilot)


# --- checking and stopping ---


async def test_the_focus_stays_under_the_typing_hand(notes: Path, slowly: threading.Semaphore) -> None:
    """Whoever types the next path while a check ends goes on typing; else the list has the focus."""
    async with running() as pilot:
        await type_path(pilot, str(notes))
        await pilot.press("enter")
        await until(pilot, lambda: "Checking 1 of 2" in seen(pilot))
        await pilot.press("x")
        slowly.release(2)
        await until(pilot, lambda: "2 checked: " in seen(pilot))
        assert focused(pilot) == "path"
        await pilot.press("n")
        assert screen_of(pilot).query_one(PathLine).value.endswith("xn")
        await type_path(pilot, str(notes))
        await pilot.press("enter")
        await until(pilot, lambda: "Checking 1 of 2" in seen(pilot))
        slowly.release(2)
        await until(pilot, lambda: "2 checked: " in seen(pilot) and focused(pilot) == "documents")


async def test_escape_stops_with_a_count(notes: Path, slowly: threading.Semaphore) -> None:
    """What was checked stays, and nothing comes after."""
    async with running() as pilot:
        await type_path(pilot, str(notes))
        await pilot.press("enter")
        slowly.release()
        await until(pilot, lambda: "Checking 2 of 2. Escape stops. two.txt" in seen(pilot))
        await pilot.press("escape")
        await until(pilot, lambda: "Stopped: 1 of 2 checked." in seen(pilot))
        slowly.release()
        await pilot.app.workers.wait_for_complete([each for each in pilot.app.workers if not each.is_cancelled])
        await pilot.pause()
        assert "Stopped: 1 of 2 checked." in seen(pilot)
        assert len(screen_of(pilot).query_one(DocumentList).reports) == 1


async def test_looking_for_documents_is_shown_and_can_be_stopped(notes: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that never ends is left."""
    leave = threading.Event()

    def collect_for_ever(paths: object) -> Iterator[Path]:
        for number in range(100):
            yield notes / f"{number}.txt"
        leave.wait(20)
        yield notes / "one.txt"

    monkeypatch.setattr(checking, "collect", collect_for_ever)
    async with running() as pilot:
        await type_path(pilot, str(notes))
        await pilot.press("enter")
        await until(pilot, lambda: f"Looking through {notes.name}: 100 found. Escape stops." in seen(pilot))
        await pilot.press("escape")
        await until(pilot, lambda: "Stopped: nothing was checked." in seen(pilot))
        leave.set()


async def test_a_mended_document_says_what_is_mended(notes: Path) -> None:
    """And what remains; one that has gone is told."""
    note = notes / "one.txt"
    async with running() as pilot:
        await check(pilot, str(note))
        note.write_text(
            BAD.replace("[Child's Name]", "Ana Sample").replace("Notes: ", "Notes: Practised /s/, 8 of 10.")
        )
        await pilot.press("r")
        await until(pilot, lambda: "Checked again: one.txt: 2 of 3 mended, 1 remains." in seen(pilot))
        note.unlink()
        await pilot.press("r")
        await until(pilot, lambda: "Checked again: one.txt: not found." in seen(pilot))


async def test_checking_again_does_not_freeze_the_app(notes: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its thread is not the screen's."""
    threads: list[threading.Thread] = []

    def noting(path: Path, options: Options) -> FileReport:
        threads.append(threading.current_thread())
        return check_file(path, options)

    async with running() as pilot:
        await check(pilot, str(notes / "one.txt"))
        monkeypatch.setattr("assistant.tui.widgets.checks.check_with_waivers", noting)
        await pilot.press("r")
        await until(pilot, lambda: "Checked again" in seen(pilot))
        assert threads
        assert threads[0] is not threading.main_thread()


# --- finding one's way ---


async def test_it_opens_at_the_first_document_with_something_to_do(notes: Path) -> None:
    """Enter leads on to its findings and to their place, Escape back."""
    (notes / "a-good-one.docx").write_bytes(GOOD.read_bytes())
    async with running() as pilot:
        await check(pilot, str(notes))
        documents = screen_of(pilot).query_one(DocumentList)
        assert documents.current is not None
        assert Path(documents.current.path).name == "one.txt"
        assert focused(pilot) == "documents"
        visited = []
        for key in ("enter", "enter", "escape", "escape", "escape", "down"):
            await pilot.press(key)
            await pilot.pause()
            visited.append(focused(pilot))
        assert visited == ["findings", "page", "findings", "documents", "path", "documents"]
        await pilot.press("up", "enter")
        await pilot.pause()
        assert focused(pilot) == "page"


@pytest.mark.parametrize("size", [NARROW, SMALL, LARGE])
async def test_what_is_chosen_bears_a_mark(size: tuple[int, int], notes: Path) -> None:
    """In both lists, so that it can be told without colours."""
    async with running(size) as pilot:
        await check(pilot, str(notes))
        assert "▶ ✗ one.txt" in seen(pilot)
        assert "  ✗ two.txt" in seen(pilot)
        await pilot.press("down")
        await pilot.pause()
        assert "  ✗ one.txt" in seen(pilot)
        assert "▶ ✗ two.txt" in seen(pilot)
        await pilot.press("enter", "down")
        await pilot.pause()
        findings = screen_of(pilot).query_one(FindingList)
        assert findings.current is not None
        assert seen(pilot).count("▶ ✗ Error") + seen(pilot).count("▶ ? Please") == 1
        assert f"{findings.current.rule}: " in words(pilot).partition("▶ ✗ Error")[2][:20]


async def test_in_a_slim_window_one_part_is_shown_at_a_time(notes: Path) -> None:
    """Each by the same keys as in a wide one; a larger window has them all."""
    async with running(NARROW) as pilot:
        await check(pilot, str(notes))
        for key, title in (
            ("f3", "Documents"),
            ("enter", "Findings"),
            ("enter", "The document as read"),
            ("d", "Findings"),
        ):
            await pilot.press(key)
            await pilot.pause()
            text = seen(pilot)
            assert f"┏━ {title} ━" in text
            shown = {each for each in ("Documents ─", "Documents ━", "Findings ━", "as read ━") if each in text}
            assert len(shown) == 1
        await pilot.press("escape", "n")
        await pilot.pause()
        assert "┏━ Findings ━" in seen(pilot)
        await pilot.resize_terminal(*LARGE)
        await pilot.pause()
        assert all(title in seen(pilot) for title in ("Documents", "Findings", "The document as read"))


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_the_findings_take_no_more_room_than_they_need(size: tuple[int, int], notes: Path) -> None:
    """At most half; the rest is for what to do."""
    async with running(size) as pilot:
        await check(pilot, str(notes / "one.txt"))
        findings, explanation = screen_of(pilot).query_one(FindingList), screen_of(pilot).query_one(Explanation)
        whole = findings.outer_size.height + explanation.outer_size.height
        assert findings.outer_size.height <= whole / 2
        assert findings.size.height >= findings.virtual_size.height or findings.outer_size.height >= whole // 2
        assert "a: ask about this rule" in seen(pilot)


@pytest.mark.parametrize("size", [NARROW, SMALL, LARGE])
async def test_the_place_of_a_finding_is_in_sight(size: tuple[int, int], tmp_path: Path) -> None:
    """However long the row is in which it stands, and after another window's size; of a longer place its beginning."""
    long = " ".join(f"({number}) Maya stacked blocks with hand over hand help." for number in range(80))
    table = "| Date of Service | Time | Session Notes | Therapist Signature |\n| --- | --- | --- | --- |\n"
    rows = "".join(f"| {day} | 9:00 - 9:30 AM | {long} | ________ |\n" for day in ("3/3/2026", "3/32/2026"))
    note = tmp_path / "log.md"
    note.write_text(f"Daily Progress Note\nChild's Name: Maya Sample\nProvider: Dana Smith\n\n{table}{rows}", "utf-8")
    async with running(size) as pilot:
        await check(pilot, str(note))
        await pilot.press("d")
        findings = screen_of(pilot).query_one(FindingList)
        for _ in range(5):
            if findings.current and (spot := findings.current.spot):
                signs = "▶" if len(spot.text) > A_SCREEN else "▶◀"
                await until(pilot, lambda signs=signs: all(sign in text_of_page(pilot) for sign in signs))  # type: ignore[misc]
            await pilot.press("n")
            await pilot.pause()
        await pilot.resize_terminal(100, 24)
        await until(pilot, lambda: "▶" in text_of_page(pilot))


@pytest.mark.parametrize("size", [NARROW, SMALL, LARGE])
async def test_the_page_is_that_of_the_chosen_document(size: tuple[int, int], notes: Path) -> None:
    """Also where it was chosen while the page was hidden."""
    (notes / "two.txt").write_text(BAD.replace("[Child's Name]", "Zoe"), encoding="utf-8")
    async with running(size) as pilot:
        await check(pilot, str(notes))
        await pilot.press("d", "home")
        await until(pilot, lambda: "[Child's Name]" in text_of_page(pilot))
        await pilot.press("escape", "escape", "down", "d", "home")
        await until(pilot, lambda: "Zoe" in text_of_page(pilot))
        assert "[Child's Name]" not in text_of_page(pilot)


def text_of_page(pilot: Pilot[None]) -> str:
    """What is in sight of the document."""
    page = screen_of(pilot).query_one(DocumentPage)
    return "\n".join(page.render_line(y).text for y in range(page.size.height))


# --- nothing cut in silence ---


@pytest.mark.parametrize("size", [NARROW, SMALL, LARGE])
async def test_the_keys_that_are_shown_are_whole_and_lead_to_all(size: tuple[int, int], notes: Path) -> None:
    """In one spelling; Ctrl+P is always among them, and a click does what the key does."""
    async with running(size) as pilot:
        for place in ("documents", "path"):
            await check(pilot, str(notes))
            screen_of(pilot).query_one(f"#{place}").focus()
            await pilot.pause()
            keys = seen(pilot).split("\n")[-1].rstrip()
            assert keys.endswith("Ctrl+P All actions")
            assert "^" not in keys
        assert keys.startswith("F6 Browse")
        if size == LARGE:
            assert keys == "F6 Browse  Ctrl+Q Leave  Ctrl+P All actions"
        await pilot.click(offset=(1, size[1] - 1))
        await until(pilot, lambda: "Choose a document" in seen(pilot))


@pytest.mark.parametrize("role", ["", "provider"])
@pytest.mark.parametrize("place", ["", "ny-schenectady", "fl"])
@pytest.mark.parametrize("size", [NARROW, SMALL, LARGE])
async def test_the_line_at_the_top_is_whole(size: tuple[int, int], place: str, role: str) -> None:
    """The screen, the place and the role are always named, the place by its short name where there is no room."""
    async with running(size) as pilot:
        assert isinstance(pilot.app, TandemApp)
        pilot.app.state = replace(pilot.app.state, place=place, role=role)
        await pilot.pause()
        top = seen(pilot).split("\n")[0].rstrip()
        assert len(top) <= size[0]
        assert "▸" in top
        assert "F4" in top
        assert "F1" in top
        assert {"": "Place", "ny-schenectady": "Schenectady", "fl": "Florida"}[place] in top
        assert (role or "Role") in top
        if size != NARROW:
            assert top.endswith("F1 Help")
            assert all(f"{entry.key} {entry.title}" in top for entry in MAIN_SCREENS)


@pytest.mark.parametrize("screen", ["f2", "f3"])
async def test_the_help_can_be_read_in_a_window_of_24_rows(screen: str) -> None:
    """What has the focus and the screen at once, the rest by the keys that the frame names."""
    async with running(SMALL) as pilot:
        await pilot.press(screen, "f1")
        await until(pilot, lambda: "Here: the line to type in" in words(pilot))
        assert ("Ask: keys" if screen == "f2" else "Check: keys") in words(pilot)
        assert "↑ ↓ read" in seen(pilot)
        await pilot.press("end")
        await until(pilot, lambda: "nothing leaves this computer." in words(pilot))


async def test_names_that_are_too_long_keep_their_endings(tmp_path: Path) -> None:
    """Two that differ there can be told apart, and in the dialog all keys are named."""
    for ending in ("-march.docx", "-april.docx", "-april.pdf"):
        (tmp_path / f"coordination-note-of-services{ending}").write_bytes(b"")
    async with running(SMALL) as pilot:
        await check(pilot, str(tmp_path))
        text = seen(pilot)
        assert all(ending in text for ending in ("rch.docx", "ril.docx", "ril.pdf"))
        assert text.count("coordination") == text.count("…") == 3
        await pilot.press("f6")
        await until(pilot, lambda: "Backspace up · Escape back" in words(pilot))
        assert "▶▾" in seen(pilot)


async def test_the_mark_follows_to_the_end_of_a_long_list(tmp_path: Path) -> None:
    """And into sight."""
    for number in range(60):
        (tmp_path / f"{number:02}.txt").write_text("no note", encoding="utf-8")
    async with running(SMALL) as pilot:
        await check(pilot, str(tmp_path))
        await pilot.press("end")
        await pilot.pause()
        assert "▶ ? 59.txt" in seen(pilot)
