"""The first frame waits for nothing that it does not show, and an app that nobody uses does nothing."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from textual.dom import DOMNode
from textual.timer import Timer

from tests.tui.app_driver import running, seen, until

ROOT = Path(__file__).parents[2]
LATER = {
    "docx", "holidays", "jinja2", "lxml", "markdown_it", "numpy", "pebble", "pypdfium2", "rapidfuzz", "spacy",
    "tomli", "dateutil",
}  # fmt: skip
NEEDED = {"checkers", "checkers.visible", "assistant.conversation.state"}
WATCH = """
import asyncio, json, sys
from assistant.tui.app import TandemApp, configured
from tests.tui.app_driver import seen
there, shown = [], []
def stop(app):
    there.extend(sys.modules)
    shown.append(app.screen._compositor.render_strips())
    app.exit()
TandemApp._load = stop
async def main():
    async with configured().run_test() as pilot:
        await pilot.pause()
asyncio.run(main())
first = "".join(segment.text for strip in shown[0] for segment in strip)
print(json.dumps([there, first]))
"""


def test_the_first_frame_loads_neither_knowledge_nor_readers(tmp_path: Path) -> None:
    """When it is drawn, the modules that answer and check are not imported yet."""
    done = subprocess.run(
        [sys.executable, "-c", WATCH], cwd=tmp_path, check=True, capture_output=True, text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    there, first = json.loads(done.stdout.splitlines()[-1])
    assert "What do you want to do?" in first
    assert "Check documents" in first
    assert not LATER & {name.partition(".")[0] for name in there}
    heavy = {name for name in there if name.startswith(("knowledge", "checkers", "assistant.conversation"))}
    assert heavy <= NEEDED


async def test_the_rest_loads_while_the_first_screen_is_read() -> None:
    """In a thread: by the time it is asked for, it is there."""
    async with running(start="home") as pilot:
        await until(pilot, lambda: "Place: not set" in seen(pilot))
        await pilot.app.workers.wait_for_complete()
        assert {"spacy", "lxml", "numpy"} <= set(sys.modules)


async def test_an_idle_app_has_no_timers() -> None:
    """Nothing blinks, nothing moves: no screen or widget wakes the processor by itself."""
    async with running(start="home") as pilot:
        app = pilot.app
        await app.workers.wait_for_complete()
        for key in ("f8", "f2", "f3", "f7", "f12"):
            await pilot.press(key)
            await pilot.pause()
            nodes: list[DOMNode] = [app, *app.screen.walk_children(with_self=True)]
            timers: list[Timer] = [timer for node in nodes for timer in node._timers]
            assert not any(timer._active.is_set() for timer in timers)
        assert not app.animator._animations
