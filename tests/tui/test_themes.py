"""The colours: every pair that any screen or dialog draws has a contrast of 4.5 to 1 or more, in each theme."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from rich.color import Color
from rich.style import Style
from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import Input

from assistant import settings
from assistant.tui.app import TandemApp
from assistant.tui.dialogs.browse import Browse
from assistant.tui.dialogs.trouble import Trouble
from assistant.tui.main_screens import MAIN_SCREENS
from assistant.tui.themes import IN_WORDS, OWN
from tests.tui.app_driver import LARGE, SAMPLES, TODAY, ask, check, count, seen, until

ENOUGH = 4.5
"""WCAG 2.2, success criterion 1.4.3, level AA."""
ENOUGH_FOR_FRAMES = 3.0
"""The same, criterion 1.4.11: what is no text."""
_FRAME = re.compile(r"[\u2500-\u257f\u2580-\u259f\s]+")
_SCROLLING = re.compile(r"[\u2580-\u259f\s]+")
_NO_TEXT = {"option-list--separator", "tree--guides", "tree--guides-hover", "tree--guides-selected"}


def luminance(color: Color) -> float:
    """How bright a colour is, as WCAG has it."""
    parts = [part / 255 for part in color.get_truecolor()]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(style: Style) -> float:
    """The contrast of a text with its ground."""
    assert style.color, style
    assert style.bgcolor, style
    lighter, darker = sorted((luminance(style.color), luminance(style.bgcolor)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def too_faint(pilot: Pilot[None]) -> set[str]:
    """What is on the screen, or would be with the cursor elsewhere, and is too faint; with its colours."""
    screen = pilot.app.screen
    drawn = [
        (segment.text.strip(), segment.style)
        for strip in screen._compositor.render_strips()
        for segment in strip
        if segment.style and not _SCROLLING.fullmatch(segment.text)
    ]
    assert not [text for text, style in drawn if style.dim], "how dim a terminal draws it nobody knows"
    parts = [
        (f"{widget} {name}", widget.get_component_rich_style(name))
        for widget in screen.walk_children(Widget)
        if widget.is_on_screen
        for name in widget._get_component_classes() - _NO_TEXT
    ]
    return {
        f"{text}: {style.color.name} on {style.bgcolor.name}, {contrast(style):.1f}"
        for text, style in [*drawn, *parts]
        if style.color and style.bgcolor
        if contrast(style) < (ENOUGH_FOR_FRAMES if _FRAME.fullmatch(text) else ENOUGH)
    }


async def count_looks(pilot: Pilot[None]) -> AsyncIterator[str]:
    """Count with a figure that is none, then with what came out."""
    for typed in ("soon", "3/2/2026"):
        await count(pilot, "referral", typed)
        yield f"count, {typed}"


async def each_look(pilot: Pilot[None]) -> AsyncIterator[str]:
    """Go through all screens and dialogs, with something in them, and with the focus in each of their parts."""
    app = pilot.app
    assert isinstance(app, TandemApp)
    yield "home"
    for key in ("f1", "f4", "f5", "ctrl+p"):
        await pilot.press(key)
        await pilot.pause()
        yield key
        await pilot.press("escape")
        await pilot.pause()
    await pilot.press("5")
    await until(pilot, lambda: "Session Notes" in seen(pilot))
    for _ in range(5):
        yield "tour"
        await pilot.press("enter")
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
    for entry in MAIN_SCREENS[1:]:
        await pilot.press(entry.key.lower())
        await pilot.pause()
        yield entry.name
    await pilot.press("f2")
    await ask(pilot, "Is the SEIT paid extra for coordinating?")
    app.screen.query_one("#question", Input).value = "more"
    await check(pilot, str(SAMPLES / "to-mend"))
    await pilot.press("f7")
    await pilot.pause()
    await pilot.press(*"units", "down", "enter")
    await pilot.pause()
    async for look in count_looks(pilot):
        yield look
    for entry in MAIN_SCREENS:
        await pilot.press(entry.key.lower())
        await pilot.pause()
        for _ in app.screen.focus_chain:
            await pilot.press("tab")
            await pilot.pause()
            yield f"{entry.name}, {app.focused}"
    await pilot.press("f2", "ctrl+s")
    await pilot.pause()
    yield "save"
    await pilot.press("escape", "ctrl+q")
    await pilot.pause()
    yield "leave"
    await pilot.press("escape")
    await pilot.pause()
    app.push_screen(Browse(SAMPLES))
    await until(pilot, lambda: "finished" in seen(pilot))
    yield "browse"
    await app.push_screen(Trouble(["KeyError in assistant"], "All is kept."))
    await pilot.pause()
    yield "trouble"


@pytest.mark.parametrize("theme", OWN)
async def test_every_pair_that_is_drawn_can_be_read(
    theme: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On every screen, in every dialog, with the focus anywhere."""
    monkeypatch.chdir(tmp_path)
    async with TandemApp(TODAY, theme=theme).run_test(size=LARGE) as pilot:
        await until(pilot, lambda: "Place: not set" in seen(pilot))
        faint = {each: look async for look in each_look(pilot) for each in too_faint(pilot)}
    assert not faint, "\n".join(f"{look}: {each}" for each, look in faint.items())


def test_the_contrast_is_that_of_the_standard() -> None:
    """Black on white, and the grey that just passes."""
    assert contrast(Style.parse("#000000 on #ffffff")) == pytest.approx(21)
    assert contrast(Style.parse("#767676 on #ffffff")) == pytest.approx(4.54, abs=0.01)


async def test_only_own_themes_are_offered() -> None:
    """By name and in words; a configuration may name each of them."""
    app = TandemApp(TODAY)
    assert set(app.available_themes) == set(OWN) == set(IN_WORDS) == set(settings.THEMES)
    assert {entry.name for entry in MAIN_SCREENS} == set(settings.STARTS)
    async with app.run_test() as pilot:
        await until(pilot, lambda: app.has_begun)
        titles = {command.title for command in app.get_system_commands(app.screen)}
        assert {f"Colors: {words}" for words in IN_WORDS.values()} <= titles


async def test_a_key_goes_through_the_colours() -> None:
    """And back to the first; the home screen says that it is for now only."""
    app = TandemApp(TODAY)
    async with app.run_test() as pilot:
        await until(pilot, lambda: app.has_begun)
        for theme in [*list(OWN)[1:], "dark"]:
            await pilot.press("f9")
            await pilot.pause()
            assert app.theme == theme
            assert ("k keeps it" in seen(pilot)) == (theme != "dark")
