"""Draws the README's picture from the app itself: `python -m tests.tui.picture`."""

from __future__ import annotations

import asyncio
import os
import re

from tests.tui.app_driver import LARGE, SAMPLES, check, running

PICTURE = SAMPLES.parents[1] / "docs" / "check.svg"
_FONT_ADDRESSES = re.compile(r"\s*@font-face\s*\{.*?\}", re.DOTALL)


async def draw() -> str:
    """The Check screen with the samples to mend, as SVG that fetches nothing: a reader's own fonts are used."""
    os.chdir(SAMPLES)
    async with running(LARGE) as pilot:
        await check(pilot, "to-mend")
        return _FONT_ADDRESSES.sub("", pilot.app.export_screenshot(title="Tandem", simplify=True))


if __name__ == "__main__":
    PICTURE.write_text(asyncio.run(draw()), "utf-8")
    print(f"Drawn: docs/{PICTURE.name}")
