"""Home, what is kept of one's choices, the tour, the help and the palette."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from textual import events
from textual.widgets import Input, OptionList

from assistant import settings
from assistant.tui.app import TandemApp, configured
from assistant.tui.dialogs.choose import Choose
from assistant.tui.dialogs.help import Help
from assistant.tui.dialogs.keep import Keep
from assistant.tui.main_screens import MAIN_SCREENS
from assistant.tui.palette import is_own
from assistant.tui.screens.ask import AskScreen
from assistant.tui.screens.check import CheckScreen
from assistant.tui.screens.count import CountScreen
from assistant.tui.screens.home import HomeScreen
from assistant.tui.screens.library import LibraryScreen
from assistant.tui.screens.tour import TITLES, TourScreen
from tests.tui.app_driver import LARGE, SAMPLES, SMALL, TODAY, ask, check, running, seen, until, words

NARROW = (40, 20)


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the user's configuration, which is not there yet."""
    folder = tmp_path / "configuration" / "tandem"
    monkeypatch.setattr(settings, "folder", lambda: folder)
    return folder


def configure(folder: Path, text: str, *, name: str = "config.toml") -> None:
    """Write a configuration."""
    folder.mkdir(parents=True)
    (folder / name).write_text(text, "utf-8")


def is_there(path: Path) -> bool:
    """Whether there is anything of this name."""
    return path.exists()


def files_in(folder: Path) -> list[Path]:
    """All files in a folder and those within it."""
    return [path for path in folder.rglob("*") if path.is_file()]


# --- home ---


@pytest.mark.parametrize("size", [NARROW, SMALL, LARGE])
async def test_home_is_the_first_screen_and_whole(size: tuple[int, int]) -> None:
    """What Tandem is, what to do with the key of each, that nothing leaves the computer, place and role."""
    async with running(size, start="home") as pilot:
        await until(pilot, lambda: "not set" in seen(pilot))
        text = words(pilot)
        assert "Nothing leaves this computer." in text
        for number, thing in enumerate(
            (
                "Check documents", "Ask a question", "Browse the library", "Count a deadline", "Take the tour",
                "Choose your place",
            ),
            1,
        ):  # fmt: skip
            assert f"{number} {thing}" in text
        assert "Place: not set. F4 changes it." in text


@pytest.mark.parametrize(
    ("keys", "screen"),
    [
        (["1"], CheckScreen), (["2"], AskScreen), (["3"], LibraryScreen), (["4"], CountScreen), (["5"], TourScreen),
        (["6"], Choose), (["f12"], CountScreen),
        (["enter"], CheckScreen), (["down", "enter"], AskScreen), (["f2"], AskScreen), (["f8"], HomeScreen),
    ],
)  # fmt: skip
async def test_each_thing_to_do_has_a_key(keys: list[str], screen: type) -> None:
    """And Enter on the list does it too; keys that come before the rest is loaded are not lost."""
    async with running(SMALL, start="home") as pilot:
        await pilot.press(*keys)
        await until(pilot, lambda: isinstance(pilot.app.screen, screen))


@pytest.mark.parametrize(("key", "line"), [("f2", "#question"), ("f3", "#path"), ("f7", "#search"), ("f12", "#wanted")])
async def test_what_is_typed_while_a_screen_comes_up_is_not_lost(key: str, line: str) -> None:
    """Neither while the rest loads: the keys come at once, as from a fast hand."""
    app = TandemApp(TODAY)
    async with app.run_test() as pilot:
        for each in (key, "w", "h", "o"):
            app.post_message(events.Key(each, each if len(each) == 1 else None))
        await until(pilot, lambda: bool(app.screen.query(line)))
        await until(pilot, lambda: app.screen.query_one(line, Input).value == "who")


async def test_home_is_reached_from_everywhere_and_escape_goes_back() -> None:
    """By F8; what was typed elsewhere is still there."""
    async with running(start="ask") as pilot:
        await pilot.press(*"who", "f8")
        await until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, AskScreen))
        assert pilot.app.screen.query_one("#question", Input).value == "who"


async def test_q_leaves_from_home() -> None:
    """At once, where there is nothing to lose."""
    async with running(start="home") as pilot:
        shown = seen(pilot).split("\n")[-1].split("  ")
        assert [key for key in shown if key.endswith(" Leave")] == ["q Leave"]
        await pilot.press("q")
        await pilot.pause()
        assert pilot.app._exit


# --- place and role, kept ---


async def test_place_and_role_are_chosen_once_and_kept(own: Path) -> None:
    """The file is named before it is written, and the next start has them, on every screen."""
    async with configured().run_test(size=LARGE) as pilot:
        await pilot.press("6")
        await until(pilot, lambda: "Whose rules do you want?" in seen(pilot))
        pilot.app.screen.query_one(OptionList).highlighted = 4
        await pilot.press("enter")
        await until(pilot, lambda: "Who are you?" in seen(pilot))
        await pilot.press("down", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Keep))
        text = words(pilot)
        assert "place: Connecticut" in text
        assert "role: family" in text
        assert str(own / "config.toml") in "".join(text.split())
        assert not is_there(own)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen))
        assert "What you chose holds until you leave" not in seen(pilot)
    assert (own / "config.toml").read_text("utf-8") == 'place = "ct"\nrole = "family"\n'
    async with configured().run_test(size=NARROW) as pilot:
        await until(pilot, lambda: "Connecticut" in seen(pilot))
        for entry in MAIN_SCREENS:
            await pilot.press(entry.key.lower())
            await pilot.pause()
            assert "F4 Connecticut F5 family" in seen(pilot).split("\n")[0]


async def test_skipping_writes_nothing(own: Path) -> None:
    """Escape at each question; the app goes on without place and role."""
    async with configured().run_test(size=SMALL) as pilot:
        await pilot.press("6")
        await until(pilot, lambda: "Whose rules do you want?" in seen(pilot))
        await pilot.press("escape")
        await until(pilot, lambda: "Who are you?" in seen(pilot))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen))
        await pilot.press("f5")
        await until(pilot, lambda: "Who are you?" in seen(pilot))
        await pilot.press("down", "enter")
        await until(pilot, lambda: "Role: family" in seen(pilot))
        assert "What you chose holds until you leave" in seen(pilot)
        await pilot.press("k")
        await until(pilot, lambda: isinstance(pilot.app.screen, Keep))
        await pilot.press("escape")
        await pilot.pause()
    assert not is_there(own)


async def test_one_key_takes_a_choice_and_keeps_it(own: Path) -> None:
    """The rest of the configuration stays."""
    configure(own, '# mine\nprofile = "ny-preschool"  # the county\n')
    async with configured().run_test(size=SMALL) as pilot:
        await until(pilot, lambda: "Place: not set" in seen(pilot))
        await pilot.press("f4")
        await until(pilot, lambda: isinstance(pilot.app.screen, Choose))
        await pilot.press("down", "k")
        await until(pilot, lambda: isinstance(pilot.app.screen, Keep))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen))
    written = (own / "config.toml").read_text("utf-8")
    assert written == '# mine\nprofile = "ny-preschool"  # the county\nplace = "federal"\n'


async def test_where_it_cannot_be_kept_it_says_why(own: Path) -> None:
    """And stays, so that nothing is lost."""
    configure(own.parent, "", name="tandem")  # a file where the folder would be
    async with configured().run_test(size=SMALL) as pilot:
        await until(pilot, lambda: "Place: not set" in seen(pilot))
        await pilot.press("f9", "k")
        await until(pilot, lambda: isinstance(pilot.app.screen, Keep))
        await pilot.press("enter")
        await until(pilot, lambda: "cannot be written" in words(pilot))
        assert isinstance(pilot.app.screen, Keep)


async def test_a_configuration_names_the_screen_and_the_colours_to_begin_with(own: Path) -> None:
    """So that Home is not in the way of who always checks."""
    configure(own, 'start = "check"\ntheme = "light"\n')
    async with configured().run_test(size=SMALL) as pilot:
        await pilot.pause()
        assert isinstance(pilot.app.screen, CheckScreen)
        assert pilot.app.theme == "light"


# --- the tour ---


async def test_the_tour_mends_a_finding_and_answers_a_question(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In five numbered steps, on a copy that is gone at the end."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    async with running(SMALL, start="home") as pilot:
        await pilot.press("5")
        for number, (title, said) in enumerate(
            zip(
                TITLES,
                ("[Child's Name]", "To do: Write what was done", "• Write what", "2 of 3 mended", "Where it stands:"),
                strict=True,
            ),
            1,
        ):
            await until(pilot, lambda said=said: said in words(pilot))  # type: ignore[misc]
            assert f"Tour: {number} of 5 │ {title}" in seen(pilot)
            assert "Escape End the tour" in seen(pilot)
            if number < 5:
                assert [path.name for path in files_in(tmp_path)] == ["speech-note.txt"]
            await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen))
        await until(pilot, lambda: not files_in(tmp_path))
    text = (SAMPLES / "to-mend" / "speech-note.txt").read_text("utf-8")
    assert "[Child's Name]" in text


@pytest.mark.parametrize("step", range(5))
async def test_the_tour_ends_at_any_step(step: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By Escape; nothing is left behind."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    async with running(SMALL, start="home") as pilot:
        await pilot.press("5")
        await until(pilot, lambda: "[Child's Name]" in words(pilot))
        for number in range(2, step + 2):
            await pilot.press("enter")
            await until(pilot, lambda number=number: f"Tour: {number} of 5" in seen(pilot))  # type: ignore[misc]
            await until(pilot, lambda: "Checking the note" not in seen(pilot))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen))
        await until(pilot, lambda: not files_in(tmp_path))


@pytest.mark.parametrize("size", [NARROW, LARGE])
async def test_the_tour_can_be_read_in_every_window(size: tuple[int, int]) -> None:
    """Its step, its words and its keys."""
    async with running(size, start="home") as pilot:
        await pilot.press("5")
        await until(pilot, lambda: "Tour: 1 of 5" in seen(pilot))
        await until(pilot, lambda: "progress note" in words(pilot))
        assert all(len(line) <= size[0] for line in seen(pilot).split("\n"))


# --- help and palette ---


async def test_help_begins_with_what_has_the_focus() -> None:
    """Then the screen, then what holds everywhere."""
    async with running(LARGE) as pilot:
        await pilot.press("f1")
        await until(pilot, lambda: isinstance(pilot.app.screen, Help))
        text = words(pilot)
        parts = [text.index(part) for part in ("Here: the line to type in", "Ask: keys", "Everywhere")]
        assert parts == sorted(parts)
        assert "F8, F2, F3 Home, Ask, Check F7, F12 Library, Count" in text
        await pilot.press("escape", "escape", "f1")
        await until(pilot, lambda: "Here: Conversation" in words(pilot))


async def test_help_is_there_on_a_dialog_too() -> None:
    """With the keys of its list and its own."""
    async with running(LARGE) as pilot:
        await pilot.press("f4", "f1")
        await until(pilot, lambda: isinstance(pilot.app.screen, Help))
        text = words(pilot)
        assert "Here: the list" in text
        assert "Take it and keep it" in text
        await pilot.press("escape", "escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, AskScreen))


async def test_every_key_that_does_something_is_in_the_palette() -> None:
    """In plain words, with the key; on each screen, with something to work on."""
    async with running(start="home") as pilot:
        app = pilot.app
        assert isinstance(app, TandemApp)
        await until(pilot, lambda: app.has_begun)
        await pilot.press("f2")
        await until(pilot, lambda: isinstance(app.screen, AskScreen))
        await ask(pilot, "Is the SEIT paid extra for coordinating?")
        await check(pilot, str(SAMPLES / "to-mend" / "speech-note.txt"))
        for entry in MAIN_SCREENS:
            await pilot.press(entry.key.lower())
            await pilot.pause()
            commands = list(app.get_system_commands(app.screen))
            told = " ".join(f"{command.title} ({command.help})" for command in commands)
            assert len({command.title for command in commands}) == len(commands)
            for active in app.screen.active_bindings.values():
                key = app.get_key_display(active.binding)
                words_of = active.binding.tooltip or active.binding.description
                counts = active.enabled and key not in ("Ctrl+C", "Ctrl+P", "q") and is_own(active.node, active.binding)
                if counts and words_of:
                    assert f"({key})" in told or words_of in told, (entry.name, key, words_of)


async def test_a_key_from_the_palette_does_what_it_does() -> None:
    """A command that is there for a key alone: out of the line to type in."""
    async with running(SMALL) as pilot:
        screen = pilot.app.screen
        (command,) = [each for each in pilot.app.get_system_commands(screen) if each.help == "Escape"]
        await command.callback()
        await pilot.pause()
        assert screen.query_one("#talk").has_focus


async def test_a_large_window_tells_more_and_what_there_is_to_go_on_with() -> None:
    """Of each thing to do, of the keys, and of what is on the other screens by now; a small one tells none of it."""
    async with running(LARGE, start="home") as pilot:
        await until(pilot, lambda: "not set" in seen(pilot))
        assert "Where no source says it, Tandem says so." in words(pilot)
        assert "Keys that work everywhere" in seen(pilot)
        assert "To go on with" not in seen(pilot)
        await check(pilot, str(SAMPLES / "to-mend" / "speech-note.txt"))
        await pilot.press("f8")
        await until(pilot, lambda: "F3 Check: 1 checked: 1 to mend." in seen(pilot))
        await pilot.press("down")
        await pilot.resize_terminal(*SMALL)
        await until(pilot, lambda: "Keys that work everywhere" not in seen(pilot))
        assert "Where no source says it" not in words(pilot)
        assert "▶ 2  Ask a question" in seen(pilot)


async def test_f1_opens_the_help_and_closes_it() -> None:
    """The same key leads back."""
    async with running(SMALL) as pilot:
        await pilot.press("f1")
        await until(pilot, lambda: isinstance(pilot.app.screen, Help))
        await pilot.press("f1")
        await until(pilot, lambda: isinstance(pilot.app.screen, AskScreen))
