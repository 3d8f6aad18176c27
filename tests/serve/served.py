"""The real `tandem serve` in a process of its own, and what a page does with it."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

from aiohttp import ClientResponse, ClientSession, ClientWebSocketResponse, FormData, WSMsgType

from tests.tui.terminal_driver import drawn

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "assistant" / "samples"
NOTE = SAMPLES / "to-mend" / "speech-note.txt"
_PATIENCE = 30.0
"""Seconds until what has to come is given up: far more than it takes."""
COLUMNS, LINES = 140, 45
F2, F3, F6, DOWN, CTRL_Q, CTRL_S, ENTER = "\x1bOQ", "\x1bOR", "\x1b[17~", "\x1b[B", "\x11", "\x13", "\r"
_FRAMES = re.compile(r"[│┃▁▂▃▄▅▆▇█╭╮╰╯─━┏┓┗┛]")


class Served:
    """A server, with a folder of its own for temporary files."""

    def __init__(self, temporary: Path, *words: str) -> None:
        self.temporary = temporary
        own = {"PYTHONPATH": str(ROOT), "TMPDIR": str(temporary), "SECRET_OF_THE_USER": "swordfish"}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "assistant", "serve", "--no-browser", *words],
            cwd=temporary, env={**os.environ, **own}, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        assert self.process.stdout
        self.address = self.process.stdout.readline().strip()
        assert self.address, self.process.communicate()[1]
        self.origin = self.address.rstrip("/").rpartition("/")[0]
        self.path = self.address.removeprefix(self.origin)

    def left(self) -> list[Path]:
        """What it has on the disk; a folder that goes while it is looked through is gone."""
        found = os.walk(self.temporary)
        return sorted(Path(folder, name) for folder, folders, files in found for name in [*folders, *files])

    def processes(self) -> list[int]:
        """The processes that its sessions run in, by what Linux tells of their folders."""
        found = []
        for entry in Path("/proc").glob("[0-9]*"):
            try:
                if str((entry / "cwd").readlink()).startswith(f"{self.temporary}/tandem-serve-"):
                    found.append(int(entry.name))
            except OSError:
                continue
        return found

    def end(self, number: signal.Signals = signal.SIGINT) -> int:
        """Send it a signal, and wait until it has ended; gives its exit code."""
        if self.process.poll() is None:
            self.process.send_signal(number)
        self.process.communicate(timeout=_PATIENCE)
        return self.process.returncode


@contextmanager
def served(temporary: Path, *words: str) -> Iterator[Served]:
    """A server, ended at the end."""
    server = Served(temporary, *words)
    try:
        yield server
    finally:
        server.end()


def wait_until(condition: Callable[[], bool]) -> bool:
    """Wait until something is so; whether it came about."""
    end = time.monotonic() + _PATIENCE
    while not condition() and time.monotonic() < end:
        time.sleep(0.05)
    return condition()


def words_in(screen: str, words: str) -> bool:
    """Whether these words are on a screen: in a line of a part of it, or wrapped in one of its whole width."""
    rows = [_FRAMES.sub("\n", row) for row in screen.split("\n")]
    return words in " ".join(" ".join(rows).split()) or any(words in row for row in rows)


class Page:
    """A page in a browser, connected with its app."""

    def __init__(self, client: ClientSession, server: Served, name: str, terminal: ClientWebSocketResponse) -> None:
        self.client, self.server, self.name, self.terminal = client, server, name, terminal
        self.raw = b""
        """All that was drawn so far."""
        self.asked: list[str] = []
        """What the app asked the page to open."""

    @property
    def here(self) -> str:
        """Where the session's own addresses begin."""
        return f"{self.server.address}{self.name}/"

    async def type(self, text: str) -> None:
        """Press keys."""
        await self.terminal.send_json(["stdin", text])

    async def until(self, condition: Callable[[], bool]) -> None:
        """Take what the app draws and asks for, until something is so."""
        end = time.monotonic() + _PATIENCE
        while not condition():
            try:
                message = await self.terminal.receive(timeout=max(end - time.monotonic(), 0.01))
            except TimeoutError:
                raise AssertionError(self.screen()) from None
            if message.type is WSMsgType.BINARY:
                self.raw += message.data
            elif message.type is WSMsgType.TEXT:
                kind, value = json.loads(message.data)
                self.asked += [value["url"]] if kind == "open_url" else []
            else:
                raise AssertionError(f"{message.type.name}: {self.screen()}")

    def screen(self) -> str:
        """What is to be seen, row by row."""
        return drawn(self.raw, COLUMNS, LINES)

    def shows(self, words: str) -> bool:
        """Whether these words are to be seen."""
        return words_in(self.screen(), words)

    async def until_shown(self, words: str) -> None:
        """Wait until these words are to be seen."""
        await self.until(lambda: self.shows(words))

    async def ask(self, question: str) -> None:
        """Go to the conversation, and ask."""
        await self.until_shown("F1 Help")
        await self.type(F2)
        await self.until_shown("Your question, then Enter")
        await self.type(question + ENTER)

    async def send(self, *documents: tuple[str, bytes], **headers: str) -> ClientResponse:
        """Send documents as the form does."""
        form = FormData(quote_fields=False)
        for name, data in documents:
            form.add_field("documents", data, filename=name)
        own = {"Origin": self.server.origin, "Accept": "application/json"}
        return await self.client.post(f"{self.here}upload", data=form, headers={**own, **headers})


@asynccontextmanager
async def page(server: Served) -> AsyncIterator[Page]:
    """A page, opened and closed as a browser does."""
    async with ClientSession() as client:
        text = await (await client.get(server.address)).text()
        found = re.search(r'data-session-websocket-url="ws(://[^"]+/([\w-]{43})/terminal)"', text)
        assert found, text
        address = f"http{found[1]}?width={COLUMNS}&height={LINES}"
        async with client.ws_connect(address, origin=server.origin, max_msg_size=0) as terminal:
            yield Page(client, server, found[2], terminal)
