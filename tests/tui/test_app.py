"""The app as people use it: by keys, in a small and a large window, with documents that mean harm."""

from __future__ import annotations

import os
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from textual.events import Paste
from textual.widgets import Input, OptionList

from assistant import checking as checking_module
from assistant.conversation import say
from assistant.tui import app as app_module
from assistant.tui.app import TandemApp
from assistant.tui.dialogs.browse import Browse
from assistant.tui.dialogs.choose import Choose
from assistant.tui.dialogs.help import Help
from assistant.tui.dialogs.leave import Leave
from assistant.tui.main_screens import MAIN_SCREENS
from assistant.tui.screens import ask as ask_module
from assistant.tui.screens.ask import AskScreen
from assistant.tui.screens.check import CheckScreen
from assistant.tui.widgets.documents import DocumentList
from assistant.tui.widgets.findings import FindingList
from assistant.tui.widgets.page import DocumentPage
from assistant.waivers import check_with_waivers
from tests.tui.app_driver import LARGE, SAMPLES, SMALL, ask, check, running, seen, until

HOSTILE = "\x1b]0;gotcha\x07\x1b[31mred \u202eolleh\u202c [red]markup[/red] [x] done \x9b2J"


def is_harmless(text: str) -> bool:
    """Whether no character can move the cursor or turn the direction."""
    return all(unicodedata.category(letter) not in ("Cc", "Cf") or letter == "\n" for letter in text)


# --- asking ---


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_an_answer_comes_with_its_source(size: tuple[int, int]) -> None:
    """In a small window and a large one."""
    async with running(size) as pilot:
        await ask(pilot, "Is the SEIT paid extra for coordinating?")
        text = seen(pilot)
        assert "The SEIT's rate already includes coordination" in " ".join(text.split())
        assert "Coordination of Services: Requirements and" in text
        assert "Schenectady County, New York; undated; current" in text


async def test_a_number_asks_what_people_also_ask() -> None:
    """And the line to type in is ready again."""
    async with running() as pilot:
        await ask(pilot, "Is the SEIT paid extra for coordinating?")
        assert isinstance(pilot.app, TandemApp)
        first = pilot.app.asking._questions[0]
        await ask(pilot, "1")
        assert f"You: {first}" in seen(pilot)
        assert pilot.app.screen.query_one("#question", Input).has_focus


async def test_what_is_not_known_is_said() -> None:
    """With no source beside it."""
    async with running() as pilot:
        await ask(pilot, "What is the SEIT rate in Suffolk County?")
        text = " ".join(seen(pilot).split())
        assert "I have no rules for Suffolk" in text
        assert "No source: this is not an answer on rules." in text


async def test_the_place_is_chosen_once_and_shown_on_both_screens() -> None:
    """By F4; a place named in a question is taken over too."""
    async with running() as pilot:
        await pilot.press("f4")
        await pilot.pause()
        assert isinstance(pilot.app.screen, Choose)
        pilot.app.screen.query_one(OptionList).highlighted = 4
        await pilot.press("enter")
        await pilot.pause()
        assert "F4 Place: Connecticut" in seen(pilot)
        await pilot.press("f3")
        await pilot.pause()
        assert "F4 Place: Connecticut" in seen(pilot)
        await pilot.press("f2", "f5", "down", "enter")
        await pilot.pause()
        assert "F5 Role: family" in seen(pilot)
        await ask(pilot, "Who coordinates in Schenectady when there is a SEIT?")
        assert "F4 Place: Schenectady County, New York" in seen(pilot)
        await pilot.press("f3")
        await pilot.pause()
        assert "F4 Place: Schenectady County, New York" in seen(pilot)


async def test_a_new_subject_keeps_place_and_role() -> None:
    """And empties the conversation."""
    async with running() as pilot:
        await ask(pilot, "I am a parent in Connecticut. Who can be my service coordinator?")
        await pilot.press("ctrl+n")
        await pilot.pause()
        text = seen(pilot)
        assert "What would you like to know?" in text
        assert "F4 Place: Connecticut │ F5 Role: family" in text


# --- checking ---


async def test_a_folder_is_checked_and_a_finding_leads_to_its_place() -> None:
    """Documents with their state, the finding explained, its place marked with a sign."""
    async with running() as pilot:
        await check(pilot, str(SAMPLES / "to-mend"))
        text = seen(pilot)
        assert "4 checked: 4 to mend." in text
        assert "✗ coordination-note.docx" in text
        assert "Error MED001" in text
        assert "▶☐ Does not meet Medicaid requirements◀" in text
        assert "To do: " in text
        await pilot.press("n")
        await pilot.pause()
        assert "▶____" in seen(pilot)


async def test_next_goes_on_to_the_next_document_and_previous_back() -> None:
    """Through all findings of all documents, without a mouse."""
    async with running(SMALL) as pilot:
        await check(pilot, str(SAMPLES))
        documents, findings = pilot.app.screen.query_one(DocumentList), pilot.app.screen.query_one(FindingList)
        visited = []
        for _ in range(15):
            if documents.current and findings.current:
                visited.append((documents.current.path, findings.current.rule, findings.current.message))
            await pilot.press("n")
            await pilot.pause()
        total = sum(len(report.findings) for report in documents.reports)
        assert len(set(visited)) == total > 8
        await pilot.press("p")
        await pilot.pause()
        assert findings.current is not None
        assert findings.current.rule == visited[-2][1] or len(set(visited[-2:])) == 1


async def test_a_clean_document_says_so() -> None:
    """In words, with how much was looked at."""
    async with running(SMALL) as pilot:
        await check(pilot, str(SAMPLES / "finished" / "draft-iep.docx"))
        assert "✓ Nothing to correct:" in seen(pilot)


async def test_the_document_is_shown_in_a_small_window_by_a_key() -> None:
    """And Escape goes back to the findings."""
    async with running(SMALL) as pilot:
        await check(pilot, str(SAMPLES / "to-mend" / "speech-note.txt"))
        assert not pilot.app.screen.query_one(DocumentPage).display
        await pilot.press("d")
        await pilot.pause()
        assert "▶" in seen(pilot)
        await pilot.press("escape")
        await pilot.pause()
        assert "Findings" in seen(pilot)


async def test_a_missing_file_is_named_with_what_to_do() -> None:
    """No silence, no traceback."""
    async with running() as pilot:
        await check(pilot, "/nowhere/note.docx")
        text = " ".join(seen(pilot).split())
        assert "! note.docx" in text
        assert "There is no file of this name." in text


async def test_a_folder_without_documents_is_said(tmp_path: Path) -> None:
    """In words."""
    async with running() as pilot:
        await check(pilot, str(tmp_path))
        assert f"No document in {tmp_path}" in " ".join(seen(pilot).split())


async def test_a_mended_document_is_checked_again(tmp_path: Path) -> None:
    """By r, in its place in the list."""
    note = tmp_path / "note.txt"
    text = (SAMPLES / "to-mend" / "speech-note.txt").read_text("utf-8")
    note.write_text(text, "utf-8")
    async with running() as pilot:
        await check(pilot, str(note))
        documents = pilot.app.screen.query_one(DocumentList)
        before = len(documents.reports[0].findings)
        note.write_text(
            (SAMPLES / "to-mend" / "speech-note.txt").read_text("utf-8") + "\nDate of Service: 2/30/2026\n", "utf-8"
        )
        await pilot.press("r")
        await until(pilot, lambda: "Checked again" in seen(pilot))
        assert len(documents.reports) == 1
        assert len(documents.reports[0].findings) != before
        assert "Checked again: note.txt" in seen(pilot)


async def test_asking_about_a_rule_goes_to_the_conversation() -> None:
    """With the topic that rests on the rule's own source."""
    async with running() as pilot:
        await check(pilot, str(SAMPLES / "to-mend" / "coordination-note.docx"))
        await pilot.press("a")
        await pilot.pause()
        assert isinstance(pilot.app.screen, AskScreen)
        text = " ".join(seen(pilot).split())
        assert "About MED001" in text
        assert "Does Not Meet Medicaid requirements" in text


async def test_files_dropped_onto_the_window_are_checked() -> None:
    """Terminals paste their paths."""
    async with running() as pilot:
        await pilot.press("f3", "tab")
        await pilot.pause()
        pilot.app.screen.post_message(Paste(f"'{SAMPLES / 'to-mend' / 'ot-log.pdf'}'"))
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert "✗ ot-log.pdf" in seen(pilot)


async def test_browsing_shows_documents_and_takes_a_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    """F6, and f for the whole folder."""
    monkeypatch.chdir(SAMPLES)
    async with running() as pilot:
        await pilot.press("f3", "f6")
        await pilot.pause()
        assert isinstance(pilot.app.screen, Browse)
        await until(pilot, lambda: "finished" in seen(pilot))
        await pilot.press("f")
        await until(pilot, lambda: "9 checked: " in seen(pilot))
        assert isinstance(pilot.app.screen, CheckScreen)


# --- keys ---


async def test_escape_always_goes_back() -> None:
    """Out of every dialog, and out of the line to type in."""
    async with running() as pilot:
        for key, dialog in (("f1", Help), ("f4", Choose), ("f5", Choose)):
            await pilot.press(key)
            await pilot.pause()
            assert isinstance(pilot.app.screen, dialog)
            await pilot.press("escape")
            await pilot.pause()
            assert isinstance(pilot.app.screen, AskScreen)
        await pilot.press("escape")
        await pilot.pause()
        assert not pilot.app.screen.query_one("#question", Input).has_focus


async def test_q_is_a_letter_while_typing_and_leaves_otherwise() -> None:
    """At once where there is nothing to lose."""
    async with running() as pilot:
        await pilot.press("q")
        assert pilot.app.screen.query_one("#question", Input).value == "q"
        await pilot.press("escape", "q")
        await pilot.pause()
        assert pilot.app._exit


@pytest.mark.parametrize("key", ["q", "ctrl+q", "ctrl+c"])
async def test_before_anything_is_lost_it_asks(key: str) -> None:
    """Whichever key it was, and on both screens: Escape stays, Enter leaves."""
    async with running() as pilot:
        await ask(pilot, "Is the SEIT paid extra for coordinating?")
        await pilot.press("escape", key)
        await pilot.pause()
        assert isinstance(pilot.app.screen, Leave)
        assert "Enter leaves · Escape stays" in seen(pilot)
        await pilot.press("escape")
        await pilot.pause()
        assert "You: Is the SEIT paid extra" in seen(pilot)
        await pilot.press("ctrl+n")
        await check(pilot, str(SAMPLES / "to-mend" / "speech-note.txt"))
        await pilot.press(key)
        await pilot.pause()
        assert isinstance(pilot.app.screen, Leave)
        await pilot.press("enter")
        await pilot.pause()
        assert pilot.app._exit


@pytest.mark.parametrize("key", ["ctrl+q", "ctrl+c"])
async def test_pressing_it_twice_leaves(key: str) -> None:
    """Also out of a dialog and while typing."""
    async with running() as pilot:
        await ask(pilot, "Is the SEIT paid extra for coordinating?")
        await pilot.press("f4", key)
        await pilot.pause()
        assert isinstance(pilot.app.screen, Leave)
        await pilot.press(key)
        await pilot.pause()
        assert pilot.app._exit


async def test_the_palette_has_every_action_in_plain_words() -> None:
    """And none that writes a file."""
    async with running() as pilot:
        for entry in MAIN_SCREENS:
            await pilot.press(entry.key.lower())
            await pilot.pause()
            titles = {command.title for command in pilot.app.get_system_commands(pilot.app.screen)}
            assert {"Ask a question", "Check documents", "Choose the place", "Help", "Leave Tandem"} <= titles
            assert not any("screenshot" in title.lower() for title in titles)


@pytest.mark.parametrize("size", [(40, 20), SMALL, LARGE])
async def test_nothing_is_wider_than_the_window(size: tuple[int, int]) -> None:
    """The screen one is on is always named."""
    async with running(size, start="home") as pilot:
        for entry in MAIN_SCREENS:
            await pilot.press(entry.key.lower())
            await pilot.pause()
            lines = seen(pilot).split("\n")
            assert all(len(line) <= size[0] for line in lines)
            assert "▸" in lines[0]
            assert entry.title in lines[0]


# --- harm ---


async def test_hostile_text_is_shown_harmless_everywhere(tmp_path: Path) -> None:
    """A question, a file's name, a document's text; square brackets stay as they are."""
    note = tmp_path / "no\x1b[2Jte [red].txt"
    note.write_text(f"Progress Note\nChild's Name: {HOSTILE}\nDate of Service: {HOSTILE}\nSignature: [x]\n", "utf-8")
    async with running() as pilot:
        await ask(pilot, HOSTILE)
        text = seen(pilot)
        assert is_harmless(text)
        assert "[red]markup[/red] [x] done" in text
        await check(pilot, str(tmp_path))
        for _ in range(6):
            text = seen(pilot)
            assert is_harmless(text)
            assert "[red].txt" in text
            await pilot.press("n")
            await pilot.pause()
        assert "[red]markup[/red] [x] done" in seen(pilot)
        await pilot.press("f6")
        await until(pilot, lambda: "[red].txt" in seen(pilot))
        assert is_harmless(seen(pilot))


async def test_what_a_thread_of_textual_reports_is_not_shown(capsys: pytest.CaptureFixture[str]) -> None:
    """It would hold what was typed; the exit code tells that something went wrong."""
    async with running() as pilot:
        pilot.app.panic("Jayden Rivera")
    assert pilot.app.return_code == 2
    out = "".join(capsys.readouterr())
    assert "Jayden Rivera" not in out
    assert out.splitlines() == [
        "Something went wrong inside Tandem (error).",
        "Report this line, without any document.",
    ]


def test_the_app_uses_the_command_functions() -> None:
    """One engine."""
    assert vars(ask_module)["say"] is say
    assert vars(checking_module)["check_with_waivers"] is check_with_waivers


def test_without_a_terminal_it_says_what_to_use() -> None:
    """Exit code 2, one sentence."""
    done = subprocess.run(
        [sys.executable, "-m", "assistant"], capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False,
        env={**os.environ, "PYTHONPATH": str(Path(app_module.__file__).parents[2])},
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (2, "")
    assert "tandem chat" in done.stderr
