"""The screens look as they did when somebody last looked at them, in each theme and without colour.

Where a change is meant: renew them, look at each that changed, and keep them with the change.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest
from textual.app import App

from assistant.tui.app import TandemApp
from assistant.tui.themes import OWN
from tests.tui import scenes
from tests.tui.app_driver import LARGE, SMALL, TODAY
from tests.tui.picture import without_addresses

MAIN = {
    "home": scenes.home, "check": scenes.documents, "ask": scenes.answer, "library": scenes.topic,
    "count": scenes.counting,
}  # fmt: skip
DIALOGS = {"help": scenes.keys, "waive": scenes.waiving, "save": scenes.saving, "tour": scenes.tour}
NO_COLOUR = "no-colour"
SIZES = {"80x24": SMALL, "140x45": LARGE}
RENEW = (
    "It looks otherwise than before. If that is meant: pytest tests/tui/test_snapshots.py --snapshot-update, "
    "look at each that changed, and draw the pictures of the README: python -m tests.tui.picture"
)

Compare = Callable[..., bool]


@pytest.fixture(autouse=True)
def _the_same_everywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """Draw from the invented knowledge base, in the colours that a test names, without the address of a font."""
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, load in scenes.LOADED.items():
        monkeypatch.setattr(name, load)
    draw = App.export_screenshot

    def drawn(app: App[None], *, title: str | None = None, simplify: bool = False) -> str:
        return without_addresses(draw(app, title=title, simplify=simplify))

    monkeypatch.setattr(App, "export_screenshot", drawn)


@pytest.mark.parametrize("look", [*OWN, NO_COLOUR])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("screen", MAIN)
def test_a_main_screen_looks_as_it_did(
    screen: str, size: str, look: str, snap_compare: Compare, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a small and a large window."""
    if look == NO_COLOUR:
        monkeypatch.setenv("NO_COLOR", "1")
    app = TandemApp(TODAY, theme=look if look in OWN else "dark")
    assert snap_compare(app, terminal_size=SIZES[size], run_before=MAIN[screen]), RENEW


@pytest.mark.skipif(sys.platform == "win32", reason="two of them show a path, which is written otherwise there")
@pytest.mark.parametrize("dialog", DIALOGS)
def test_a_dialog_looks_as_it_did(dialog: str, snap_compare: Compare) -> None:
    """In the window that has the least room."""
    assert snap_compare(TandemApp(TODAY), terminal_size=SMALL, run_before=DIALOGS[dialog]), RENEW
