"""A session: one page in a browser, one process with the app, one private folder."""

from __future__ import annotations

import asyncio
import json
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Awaitable, Callable
from contextlib import suppress

from textual_serve.app_service import AppService
from textual_serve.download_manager import DownloadManager

from assistant.serve.driver import UPLOAD
from assistant.serve.folders import OF_ITS_OWN, SessionFolder, environment

_PATIENCE = 3.0
"""In seconds: so long the app may take to end by itself."""
_WINDOW = frozenset({
    "COLUMNS", "ROWS", "TERM_PROGRAM", "TERM_PROGRAM_VERSION", "TEXTUAL_COLOR_SYSTEM", "TEXTUAL_FPS",
})  # fmt: skip
"""What textual-serve tells the app of the window that it draws in."""


class Session(AppService):
    """The process with the app; what it writes is sent on to the page, what the page sends is written to it."""

    def __init__(
        self,
        folder: SessionFolder,
        *,
        write_bytes: Callable[[bytes], Awaitable[None]],
        write_str: Callable[[str], Awaitable[None]],
        close: Callable[[], Awaitable[None]],
    ) -> None:
        super().__init__(
            "", write_bytes=write_bytes, write_str=write_str, close=close, download_manager=DownloadManager()
        )
        self.folder = folder
        self.ready: dict[str, str] = {}
        """The names of the files that can be downloaded, by their keys."""
        self._begun = asyncio.Event()
        self.ended = asyncio.Event()
        """Whether the app has ended, and all is deleted."""

    def _build_environment(self, width: int = 80, height: int = 24) -> dict[str, str]:
        """What the app's process knows: the window, this Python, and folders of the session in place of the user's."""
        window = super()._build_environment(width, height)
        home = dict.fromkeys(("HOME", "USERPROFILE"), str(self.folder.root))
        temporary = dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(self.folder.temporary))
        return {
            **environment(), **home, **temporary,
            **{name: window[name] for name in _WINDOW},
            "TEXTUAL_DRIVER": "assistant.serve.driver:ServedDriver",
            "TANDEM_CONFIG": str(self.folder.settings),
        }  # fmt: skip

    async def _open_app_process(self, width: int = 80, height: int = 24) -> Process:
        """Start the app; no shell reads anything of this."""
        self._process = await asyncio.create_subprocess_exec(
            sys.executable, "-P", "-m", "assistant.serve.served_app",
            stdin=PIPE, stdout=PIPE, stderr=PIPE,
            cwd=self.folder.documents, env=self._build_environment(width, height), **OF_ITS_OWN,
        )  # fmt: skip
        self._stdin = self._process.stdin
        self._begun.set()
        return self._process

    async def run(self) -> None:
        """Send on what the app writes until it ends, and close the page's connection then."""
        await super().run()
        await self.remote_close()

    async def on_meta(self, data: bytes) -> None:
        """Do what the app asks for: offer a file, or the dialog to add documents. No other address is ever opened."""
        meta = json.loads(data)
        if meta["type"] == "deliver_file_start":
            self.ready[meta["key"]] = meta["path"]
            await self._open(f"download/{meta['key']}")
        elif meta["type"] == "open_url" and meta["url"] == UPLOAD:
            await self._open(UPLOAD)
        elif meta["type"] == "exit":
            await self.remote_close()

    async def _open(self, where: str) -> None:
        await self.remote_write_str(json.dumps(["open_url", {"url": where, "new_tab": True}]))

    async def tell_added(self, names: list[str]) -> None:
        """Tell the app that there are documents of these names; one that is just being started, once it is."""
        await self._begun.wait()
        await self.send_meta({"type": "added", "names": "\n".join(names)})

    async def stop(self) -> None:
        """End the app, by force if need be, and delete all that the session had."""
        with suppress(TimeoutError):
            async with asyncio.timeout(_PATIENCE):
                await super().stop()
                if self._process:
                    await self._process.wait()
        if self._process and self._process.returncode is None:
            with suppress(ProcessLookupError):
                self._process.kill()
            with suppress(TimeoutError):
                async with asyncio.timeout(_PATIENCE):
                    await self._process.wait()
        await asyncio.to_thread(self.folder.delete)
        self.ended.set()
