"""Draws the README's pictures from the app itself: `python -m tests.tui.picture`."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path

from textual.pilot import Pilot

from tests.tui import scenes
from tests.tui.app_driver import ask, count, running

DOCS = Path(__file__).parents[2] / "docs"
_ADDRESSES = re.compile(r"\s*(?:@font-face\s*\{.*?\}|<!--.*?-->)", re.DOTALL)


async def asking(pilot: Pilot[None]) -> None:
    """A family's question, with what is noted of them."""
    await scenes.home(pilot)
    await pilot.press("f2")
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    await ask(pilot, "We live in Schenectady. Who is in charge of my son's speech and OT?")


async def browsing(pilot: Pilot[None]) -> None:
    """Topics that were searched for, the first of them open."""
    await scenes.home(pilot)
    await pilot.press("f7")
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    await pilot.press(*"late", "space", *"bus", "down", "enter")


async def counting(pilot: Pilot[None]) -> None:
    """Deadlines that follow from a consent."""
    await scenes.home(pilot)
    await count(pilot, "signs consent first evaluation", "3/2/2026")


PICTURES = {
    "check": ((120, 34), scenes.documents),
    "home": ((80, 19), scenes.home),
    "waive": ((80, 24), scenes.waiving),
    "ask": ((110, 30), asking),
    "library": ((120, 34), browsing),
    "count": ((120, 34), counting),
    "tour": ((110, 24), scenes.tour),
}
"""By the name of the file: how large the window is, and what is to be seen in it."""


def without_addresses(svg: str) -> str:
    """A picture that fetches nothing and names nobody: a reader's own fonts are used."""
    return _ADDRESSES.sub("", svg)


async def draw(size: tuple[int, int], scene: scenes.Scene) -> str:
    """A scene in a window, as SVG."""
    async with running(size, start="home") as pilot:
        await scene(pilot)
        await pilot.pause()
        return without_addresses(pilot.app.export_screenshot(title="Tandem", simplify=True))


if __name__ == "__main__":
    for name, (size, scene) in PICTURES.items():
        (DOCS / f"{name}.svg").write_text(asyncio.run(draw(size, scene)), "utf-8")
        print(f"Drawn: docs/{name}.svg")
