"""Every key that a screen, a widget or a dialog declares reaches its action, where one would press it.

What each of them does is told in the stories of the other tests. Here the bindings are collected from the package
itself, so that one that is added and cannot be reached in any of these places fails.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from textual.binding import Binding
from textual.dom import DOMNode
from textual.pilot import Pilot
from textual.screen import Screen

import assistant.tui
from assistant.conversation import State
from assistant.conversation.context import choosing
from assistant.filtering import Filter
from assistant.forms import read_form
from assistant.tui.app import TandemApp
from assistant.tui.dialogs.browse import Browse
from assistant.tui.dialogs.choose import Choose
from assistant.tui.dialogs.help import Help
from assistant.tui.dialogs.keep import Keep
from assistant.tui.dialogs.leave import Leave
from assistant.tui.dialogs.name import Name
from assistant.tui.dialogs.narrow import Narrow
from assistant.tui.dialogs.noted import Noted
from assistant.tui.dialogs.places import Places
from assistant.tui.dialogs.save import Offer, Save
from assistant.tui.dialogs.told import Told
from assistant.tui.dialogs.trouble import Trouble
from assistant.tui.dialogs.waive import Waive
from assistant.tui.dialogs.which import Which
from assistant.tui.laid import stacked
from assistant.tui.screens.ask import AskScreen
from assistant.tui.screens.library import LibraryScreen
from assistant.tui.screens.tour import TourScreen
from checkers.check import FileReport, Options, check_file
from knowledge import load
from knowledge.browse import answers
from tests.documents.learned.in_word import KITE_LANE
from tests.tui.app_driver import SAMPLES, ask, check, count, running, until

NOTE = SAMPLES / "to-mend" / "speech-note.txt"


_PASSED_ON = {"scroll_down", "scroll_up"}
"""What Textual binds in a line to type in, where there is nothing to scroll, and hands on."""


@dataclass(frozen=True, slots=True)
class Key:
    """A key, the action that it is declared for, and the class that declares it."""

    owner: str
    key: str
    action: str


def keys_of(cls: type) -> Iterator[Key]:
    """The keys that a class declares itself."""
    for each in vars(cls).get("BINDINGS", ()):
        assert isinstance(each, Binding)
        yield from (Key(cls.__name__, key, each.action) for key in each.key.split(","))


def declared() -> set[Key]:
    """All keys of the app, as its modules declare them."""
    modules = [
        importlib.import_module(each.name) for each in pkgutil.walk_packages(assistant.tui.__path__, "assistant.tui.")
    ]
    classes = {each for module in modules for _, each in inspect.getmembers(module, inspect.isclass)}
    return {key for cls in classes if cls.__module__.startswith("assistant.") for key in keys_of(cls)}


class Reached:
    """Presses keys in an app whose actions are told of and not done, so that each is pressed at the same place."""

    def __init__(self, pilot: Pilot[None], monkeypatch: pytest.MonkeyPatch) -> None:
        self.pilot = pilot
        self.keys: set[Key] = set()
        self._patch = monkeypatch

    async def press_all(self, *focused: str) -> None:
        """Press all keys of what has the focus, once for each of these, and of all it stands in."""
        app = self.pilot.app
        for selector in focused or ("",):
            if selector:
                app.screen.query_one(selector).focus()
                await self.pilot.pause()
            nodes = (app.focused or app.screen).ancestors_with_self
            for node in dict.fromkeys([*nodes, app.screen, app]):
                for cls in type(node).__mro__:
                    for key in set(keys_of(cls)) - self.keys if cls.__module__.startswith("assistant.") else ():
                        await self._press(node, key)

    async def _press(self, node: DOMNode, key: Key) -> None:
        told: list[tuple[object, ...]] = []

        async def tell(target: object, name: str, parameters: Any) -> bool:
            if name in _PASSED_ON:
                return False
            told.append((target, name, tuple(parameters)))
            return True

        with self._patch.context() as patch:
            patch.setattr(self.pilot.app, "_dispatch_action", tell)
            await self.pilot.press(key.key)
        target, name, parameters = self.pilot.app._parse_action(key.action, node)
        if (target, name, tuple(parameters)) in told:
            self.keys.add(key)


def dialogs(report: FileReport, form: Path) -> Iterator[Callable[[], Screen[Any]]]:
    """Each dialog, with something to show."""
    offer = Offer("Save", "something", "name", {".txt": "text", ".md": "more"}, Path.touch)
    yield lambda: Browse(SAMPLES)
    yield lambda: Choose("Which?", [("a", "A"), ("b", "B")], "a", can_keep=True)
    yield lambda: Help("Keys", [], None)
    yield lambda: Keep({"place": "somewhere"}, Path("config.toml"), list)
    yield Leave
    yield lambda: Name("What is it called?", "this", str)
    yield lambda: Narrow([report], Filter())
    yield lambda: Noted(load(), State(role="family"))
    yield lambda: Places("form", read_form(form))
    yield lambda: Save(offer)
    yield lambda: Told("So it is.", stacked(), "goes on")
    yield lambda: Trouble(["ValueError"], "All is kept.")
    yield lambda: Waive(report, report.findings[0], Options(), "")
    yield lambda: Which("Which file?", "Any.")


async def test_every_key_reaches_its_action(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On each main screen with something to work on, in the tour, and in each dialog."""
    form = tmp_path / "form.docx"
    form.write_bytes(KITE_LANE.blank)
    async with running(start="home") as pilot:
        app, reached = pilot.app, Reached(pilot, monkeypatch)
        assert isinstance(app, TandemApp)
        await until(pilot, lambda: app.has_begun)
        app.state = choosing(app.state, role="family")
        await reached.press_all("#to-do")
        await check(pilot, str(NOTE))
        await reached.press_all("#documents", "#path")

        await pilot.press("f2")
        await until(pilot, lambda: isinstance(app.screen, AskScreen))
        await ask(pilot, "Is the SEIT paid extra for coordinating?")
        talk = app.screen
        assert isinstance(talk, AskScreen)
        talk._questions = ["Another?"] * 9
        talk.action_find()
        await pilot.pause()
        await reached.press_all("#find", "#talk")
        talk.from_finding = True
        await reached.press_all("#talk")

        await pilot.press("f7")
        await until(pilot, lambda: isinstance(app.screen, LibraryScreen))
        library = app.screen
        assert isinstance(library, LibraryScreen)
        await reached.press_all("#search")
        for topic in answers(load())[:2]:
            library.go_to(topic)
            await pilot.pause()
        library._before = [load().glossary[0]]
        library.action_find()
        await pilot.pause()
        await reached.press_all("#shelves", "#topic")

        await count(pilot, "referral", "3/2/2026")
        await reached.press_all("#wanted", "#typed")
        await pilot.press("ctrl+f")
        await pilot.pause()
        await reached.press_all("#countables", "#counting")

        tour = TourScreen()
        await app.push_screen(tour)
        await app.workers.wait_for_complete()
        await reached.press_all()
        app.pop_screen()
        for make in dialogs(check_file(NOTE), form):
            await app.push_screen(make())
            await pilot.pause()
            await reached.press_all()
            app.pop_screen()
            await pilot.pause()
        await reached.press_all()
    assert declared() - reached.keys == set()
