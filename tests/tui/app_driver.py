"""What the app's tests share: an app of a fixed day, and what its screen shows."""

from __future__ import annotations

import datetime
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from textual.pilot import Pilot

from assistant.tui.app import TandemApp

SAMPLES = Path(__file__).parents[2] / "assistant" / "samples"
TODAY = datetime.date(2026, 6, 15)
SMALL, LARGE = (80, 24), (140, 45)
_TRIES = 1000


@asynccontextmanager
async def running(size: tuple[int, int] = LARGE, *, start: str = "ask") -> AsyncIterator[Pilot[None]]:
    """The app in a window of `size` columns and rows, on its screen of that name; an error it went on after fails."""
    app = TandemApp(TODAY, start=start)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield pilot
        assert not app._failures, "the app told of an error that nobody foresaw, and went on"


def seen(pilot: Pilot[None]) -> str:
    """The text of the whole screen, row by row."""
    return "\n".join(
        "".join(segment.text for segment in strip) for strip in pilot.app.screen._compositor.render_strips()
    )


def words(pilot: Pilot[None]) -> str:
    """The words of the whole screen, part by part, however they are wrapped."""
    screen = pilot.app.screen
    rows = [list(row) for row in seen(pilot).split("\n")]
    shown = [
        widget
        for widget in screen.query("Static, Input, OptionList, #page")
        if widget in screen._compositor.visible_widgets
    ]
    parts = [screen.find_widget(widget).visible_region for widget in shown]
    found = ["".join("".join(rows[y][part.x : part.right]) for y in range(part.y, part.bottom)) for part in parts]
    return " ".join(" ".join(found).split())


async def until(pilot: Pilot[None], condition: Callable[[], bool]) -> None:
    """Wait until something is so; fail where it does not come about (the folder tree's own workers never end)."""
    for _ in range(_TRIES):
        await pilot.pause(0.01)
        if condition():
            return
    raise AssertionError(seen(pilot))


async def ask(pilot: Pilot[None], question: str) -> None:
    """Type a question and send it."""
    pilot.app.screen.query_one("#question").value = question  # type: ignore[attr-defined]  # an Input
    await pilot.press("enter")
    await pilot.pause()


async def check(pilot: Pilot[None], path: str) -> None:
    """Go to the documents, type a path, and wait until all is checked."""
    await pilot.press("f3")
    await pilot.pause()
    line = pilot.app.screen.query_one("#path")
    line.focus()
    line.value = path  # type: ignore[attr-defined]  # an Input
    await pilot.press("enter")
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def count(pilot: Pilot[None], wanted: str, figure: str) -> None:
    """Go to what can be counted, search for something, and count the first that is found from one figure."""
    await pilot.press("f12")
    await until(pilot, lambda: bool(pilot.app.screen.query("#wanted")))
    line = pilot.app.screen.query_one("#wanted")
    line.focus()
    line.value = wanted  # type: ignore[attr-defined]  # an Input
    await pilot.pause()
    for key in ("enter", "enter"):
        await pilot.press(key)
        await pilot.pause()
    pilot.app.focused.value = figure  # type: ignore[union-attr]  # an Input
    await pilot.press("enter")
    await pilot.pause()
