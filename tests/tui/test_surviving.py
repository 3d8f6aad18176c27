"""An error that nobody foresaw is told of by its kind, and the work on the other screens is kept."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot
from textual.widgets import Input
from textual.worker import WorkerFailed

from assistant.conversation.context import choosing
from assistant.tui.app import TandemApp
from assistant.tui.dialogs.help import Help
from assistant.tui.dialogs.trouble import Trouble
from assistant.tui.main_screens import BY_NAME
from assistant.tui.screens.ask import AskScreen
from assistant.tui.screens.check import CheckScreen
from assistant.tui.screens.home import HomeScreen
from assistant.tui.widgets.documents import DocumentList
from assistant.tui.widgets.findings import Explanation
from tests.tui.app_driver import SAMPLES, ask, check, running, seen, until, words

PLANTED = "Jayden Rivera"
QUESTION = "Is the SEIT paid extra for coordinating?"


def broken(*_: object, **__: object) -> object:
    """Fail with a text that a document might hold."""
    raise KeyError(PLANTED)


async def in_trouble(pilot: Pilot[None]) -> str:
    """Wait for the dialog and give what it says."""
    await until(pilot, lambda: isinstance(pilot.app.screen, Trouble))
    await pilot.pause()
    assert PLANTED not in seen(pilot)
    return words(pilot)


async def test_an_error_in_a_handler_loses_one_message_and_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    """The conversation and the results are there, and the screen in which it was answers the next question."""
    async with running() as pilot:
        await ask(pilot, QUESTION)
        await check(pilot, str(SAMPLES / "to-mend" / "speech-note.txt"))
        await pilot.press("f2")
        with monkeypatch.context() as planted:
            planted.setattr("assistant.tui.screens.ask.say", broken)
            await ask(pilot, "Who coordinates?")
            text = await in_trouble(pilot)
        assert "Something went wrong inside Tandem" in text
        assert "KeyError in assistant.tui.screens.ask" in text
        assert "What is on your screens is kept." in text
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, AskScreen))
        assert f"You: {QUESTION}" in seen(pilot)
        await ask(pilot, "Who coordinates?")
        assert "You: Who coordinates?" in seen(pilot)
        await pilot.press("f3")
        await until(pilot, lambda: "speech-note.txt" in seen(pilot))
        assert len(pilot.app.screen.query_one(DocumentList).reports) == 1
    assert pilot.app.return_code in (None, 0)


async def test_an_error_in_a_worker_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """The documents that were checked before it stay, and the next check runs."""
    async with running() as pilot:
        with monkeypatch.context() as planted:
            planted.setattr("assistant.tui.widgets.checks.check_all", broken)
            await pilot.press("f3")
            await until(pilot, lambda: isinstance(pilot.app.screen, CheckScreen))
            pilot.app.screen.query_one("#path", Input).value = str(SAMPLES / "to-mend" / "speech-note.txt")
            await pilot.press("enter")
            assert "KeyError in " in await in_trouble(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, CheckScreen))
        await check(pilot, str(SAMPLES / "to-mend" / "speech-note.txt"))
        assert "1 checked: 1 to mend." in seen(pilot)


async def test_a_screen_that_cannot_be_drawn_begins_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """It says so; the conversation on the other screen is kept."""
    async with running() as pilot:
        await ask(pilot, QUESTION)
        await pilot.press("f3")
        await until(pilot, lambda: isinstance(pilot.app.screen, CheckScreen))
        before = pilot.app.screen
        with monkeypatch.context() as planted:
            planted.setattr(Explanation, "render_lines", broken)
            await check(pilot, str(SAMPLES / "to-mend" / "speech-note.txt"))
            assert "The screen Check begins anew." in await in_trouble(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, CheckScreen))
        assert pilot.app.screen is not before
        await check(pilot, str(SAMPLES / "to-mend" / "speech-note.txt"))
        assert "1 checked: 1 to mend." in seen(pilot)
        await pilot.press("f2")
        await until(pilot, lambda: f"You: {QUESTION}" in seen(pilot))


async def test_a_screen_that_is_never_drawn_leads_home(monkeypatch: pytest.MonkeyPatch) -> None:
    """From there all others can be reached."""
    monkeypatch.setattr(CheckScreen, "compose", broken)
    async with running() as pilot:
        await pilot.press("f3")
        assert "other screens is kept." in await in_trouble(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen))
        await pilot.press("f2")
        await until(pilot, lambda: isinstance(pilot.app.screen, AskScreen))


async def test_a_dialog_that_cannot_be_drawn_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Back on the screen that it stood on."""
    monkeypatch.setattr(Help, "compose", broken)
    async with running() as pilot:
        await pilot.press("f1")
        assert "The dialog is closed." in await in_trouble(pilot)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, AskScreen))


async def test_leaving_after_an_error_tells_by_the_exit_code(monkeypatch: pytest.MonkeyPatch) -> None:
    """By q, on the dialog."""
    monkeypatch.setattr("assistant.tui.screens.ask.say", broken)
    async with running() as pilot:
        await ask(pilot, QUESTION)
        await in_trouble(pilot)
        await pilot.press("q")
        await pilot.pause()
    assert pilot.app.return_code == 2


async def test_an_error_while_one_is_told_of_ends_the_app(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With exit code 2 and one line that holds nothing of a document."""
    monkeypatch.setattr("assistant.tui.screens.ask.say", broken)
    monkeypatch.setattr(Trouble, "compose", broken)
    app = TandemApp(start="ask")

    async def use() -> None:
        async with app.run_test() as pilot:
            await ask(pilot, QUESTION)
            await until(pilot, lambda: app.return_code is not None)

    with pytest.raises(KeyError):
        await use()
    assert app.return_code == 2
    assert PLANTED not in "".join(capsys.readouterr())


async def test_an_error_while_the_rest_loads_ends_the_app() -> None:
    """There is nothing to go on with; nobody is left waiting for a screen that never comes."""
    app = TandemApp(begin=broken)  # type: ignore[arg-type]  # it never gives anything

    async def use() -> None:
        async with app.run_test() as pilot:
            await pilot.press("f2")
            await until(pilot, lambda: app.return_code is not None)

    with pytest.raises(WorkerFailed):
        await use()
    assert app.return_code == 2


@pytest.mark.parametrize(
    ("name", "key", "action"),
    [
        ("home", "k", "assistant.tui.screens.home.HomeScreen.action_keep"),
        ("check", "n", "assistant.tui.screens.check.CheckScreen.action_finding"),
        ("ask", "ctrl+y", "assistant.tui.screens.ask.AskScreen.action_correct"),
        ("library", "pagedown", "assistant.tui.screens.library.LibraryScreen.action_read"),
    ],
)
async def test_an_error_on_any_main_screen_keeps_that_screen_and_all_others(
    name: str, key: str, action: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was asked, what was checked, and what is half typed."""
    monkeypatch.setattr(action, broken)
    async with running() as pilot:
        app = pilot.app
        assert isinstance(app, TandemApp)
        await ask(pilot, QUESTION)
        await check(pilot, str(SAMPLES / "to-mend" / "speech-note.txt"))
        app.state = choosing(app.state, role="family")
        await pilot.press(BY_NAME["ask"].key.lower())
        app.screen.query_one("#question", Input).value = "half a quest"
        await pilot.press(BY_NAME[name].key.lower())
        await pilot.pause()
        before = app.screen
        await pilot.press(key)
        assert "KeyError in " in await in_trouble(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: app.screen is before)
        await pilot.press("f2")
        await until(pilot, lambda: isinstance(app.screen, AskScreen))
        assert f"You: {QUESTION}" in seen(pilot)
        assert app.screen.query_one("#question", Input).value == "half a quest"
        assert app.at_hand == ["F2 Ask: 1 question asked.", "F3 Check: 1 checked: 1 to mend."]
