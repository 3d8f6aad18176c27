"""The whole way in a real browser: ask, add a document, see it checked, save. It needs Chromium on this computer."""

from __future__ import annotations

import json
import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from urllib.parse import parse_qs, urlsplit
from zipfile import ZipFile

import pytest
from playwright.async_api import Page, ViewportSize, async_playwright

from tests.serve.served import NOTE, Served, served, words_in
from tests.tui.terminal_driver import drawn

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), "")
ALONE = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
DESKTOP, PHONE = ViewportSize(width=1280, height=800), ViewportSize(width=390, height=780)
_TRIES = 600

pytestmark = pytest.mark.skipif(not CHROMIUM, reason="there is no Chromium on this computer")


class Seen:
    """What a page shows and asks for."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.raw = b""
        self.size = (0, 0)
        self.requested: list[str] = []
        self.complaints: list[str] = []
        page.on("websocket", lambda socket: self._connected(socket.url, socket.on))
        page.on("request", lambda request: self.requested.append(request.url))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", lambda said: self.complaints.append(said.text) if said.type == "error" else None)

    def _connected(self, address: str, on: Callable[..., None]) -> None:
        asked = parse_qs(urlsplit(address).query)
        self.size = (int(asked["width"][0]), int(asked["height"][0]))
        self.requested.append(address.replace("ws:", "http:"))
        on("framereceived", self._take)
        on("framesent", self._sent)

    def _take(self, frame: str | bytes) -> None:
        if isinstance(frame, bytes):
            self.raw += frame

    def _sent(self, frame: str | bytes) -> None:
        kind, *told = json.loads(frame)
        if kind == "resize":
            self.size = (told[0]["width"], told[0]["height"])

    async def until_shown(self, words: str) -> None:
        """Wait until these words are to be seen in the terminal."""
        await self.until(lambda: bool(self.size[0]) and words_in(drawn(self.raw, *self.size), words))

    async def until(self, condition: Callable[[], bool]) -> None:
        """Wait until something is so."""
        for _ in range(_TRIES):
            if condition():
                return
            await self.page.wait_for_timeout(50)
        raise AssertionError(drawn(self.raw, *self.size))


@asynccontextmanager
async def opened(server: Served, profile: Path, size: ViewportSize, *, touch: bool = False) -> AsyncIterator[Seen]:
    """The address in a browser of its own, with nothing in it."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch_persistent_context(
            profile,
            executable_path=CHROMIUM,
            args=ALONE,
            headless=True,
            viewport=size,
            has_touch=touch,
            is_mobile=touch,
        )
        try:
            seen = Seen(browser.pages[0])
            await seen.page.goto(server.address)
            await seen.until_shown("F1")
            yield seen
        finally:
            await browser.close()


async def test_ask_add_a_document_see_it_checked_and_save(tmp_path: Path) -> None:
    """As a parent does it, who was sent the address; and nothing is asked of any other computer."""
    (tmp_path / "served").mkdir()
    with served(tmp_path / "served") as server:
        async with opened(server, tmp_path / "profile", DESKTOP) as seen:
            page = seen.page
            await page.keyboard.press("F2")
            await seen.until_shown("Your question, then Enter")
            await page.keyboard.type("How many days does the school have to evaluate my child?")
            await page.keyboard.press("Enter")
            await seen.until_shown("Sixty days")

            await page.context.grant_permissions(["clipboard-read", "clipboard-write"])
            await page.keyboard.press("Control+p")
            await seen.until_shown("All actions")
            await page.keyboard.type("copy this answer")
            await seen.until_shown("Copy this answer")
            await page.keyboard.press("Enter")
            await seen.until_shown("Copied")
            await page.wait_for_function("navigator.clipboard.readText().then(text => text.includes('Sixty days'))")

            await page.keyboard.press("Control+s")
            await seen.until_shown("Save this answer as a one-page handout")
            async with page.expect_download() as coming:
                await page.keyboard.press("Enter")
            handout = await (await coming.value).path()
            assert "Sixty days" in ZipFile(handout).read("word/document.xml").decode()

            await page.keyboard.press("F6")
            dialog = page.get_by_role("dialog", name="Add documents from this device")
            await dialog.wait_for()
            await dialog.get_by_label("Choose one or several documents").set_input_files(NOTE)
            await dialog.get_by_role("button", name="Add and check").click()
            await seen.until_shown("[Child's Name]")
            await dialog.wait_for(state="hidden")
            assert await page.get_by_role("status").first.inner_text() == "Added: speech-note.txt"
            await page.keyboard.press("n")  # the keys are the app's again
            await seen.until_shown("ACT002")
            assert await page.evaluate("[scrollY, document.documentElement.scrollHeight - innerHeight]") == [0, 0]

            await page.keyboard.press("Control+q")
            await seen.until_shown("Leave Tandem?")
            await page.keyboard.press("Enter")
            await page.get_by_role("alert").wait_for()
            assert {urlsplit(each).netloc for each in seen.requested} <= {urlsplit(server.address).netloc, ""}
            assert {each for each in seen.requested if not urlsplit(each).netloc} <= {"data:,"}
            assert not seen.complaints


async def test_a_document_is_dropped_onto_the_page(tmp_path: Path) -> None:
    """Anywhere: what is dropped beside the box would else take the page's place, and end the session."""
    (tmp_path / "served").mkdir()
    with served(tmp_path / "served") as server:
        async with opened(server, tmp_path / "profile", DESKTOP) as seen:
            await seen.page.evaluate(
                """text => {
                    const dropped = new DataTransfer();
                    dropped.items.add(new File([text], "my note.txt", { type: "text/plain" }));
                    dropped.items.add(new File(["MZ"], "tool.exe"));
                    document.querySelector("main").dispatchEvent(
                        new DragEvent("drop", { dataTransfer: dropped, bubbles: true, cancelable: true }));
                }""",
                NOTE.read_text(),
            )
            await seen.until_shown("my note.txt")
            dialog = seen.page.get_by_role("dialog")
            await dialog.get_by_text("✗ tool.exe: this kind of file cannot be checked.").wait_for()
            assert "1 added, 1 not." in await dialog.inner_text()


async def test_on_a_phone_keys_can_be_touched_and_all_is_in_view(tmp_path: Path) -> None:
    """Forty columns; the keys that a screen keyboard lacks; the page to add documents stands alone, too."""
    (tmp_path / "served").mkdir()
    with served(tmp_path / "served") as server:
        async with opened(server, tmp_path / "profile", PHONE, touch=True) as seen:
            assert seen.size[0] >= len("forty columns".ljust(38))
            await seen.page.get_by_role("button", name="F3 Check").tap()
            await seen.until_shown("Type, paste or drop")
            await seen.page.get_by_role("button", name="F1 Help").tap()
            await seen.until_shown("Check: keys")
            await seen.page.get_by_role("button", name="Esc").tap()
            link = await seen.page.get_by_role("link", name="Add documents from this device").get_attribute("href")
            lines = seen.size[1]
            alone = await seen.page.context.new_page()
            await alone.goto(server.address + str(link))
            assert await alone.evaluate("document.documentElement.scrollWidth <= innerWidth")
            await alone.get_by_label("Choose one or several documents").set_input_files(NOTE)
            await alone.get_by_role("button", name="Add and check").click()
            await alone.get_by_text("✓ speech-note.txt").wait_for()
            await seen.until_shown("1 checked: 1 to mend")
            await seen.page.evaluate("document.getElementById('said').textContent = 'A line more above the app'")
            await seen.until(lambda: seen.size[1] < lines)
