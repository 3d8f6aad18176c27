"""The server: pages, the connection to the app, uploads and downloads. It writes no log."""

from __future__ import annotations

import asyncio
import json
import logging
import re
import signal
import socket
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from secrets import compare_digest
from typing import Any
from urllib.parse import quote

from aiohttp import ClientConnectionError, WSMsgType, hdrs, web

from assistant.serve import pages
from assistant.serve.address import Address, new_secret
from assistant.serve.folders import new_session_folder
from assistant.serve.gate import guard, protect, refuse
from assistant.serve.session import Session
from assistant.serve.uploads import Uploaded, receive

MOST_SESSIONS = 20
"""A class that tries it out; each takes some 200 MB of memory."""
_LARGEST_MESSAGE = 2**20
_ALIVE = 30.0
"""In seconds: so often a page is asked whether it is still there."""
_ENDING = 2.0
_SESSION = re.compile(r"[\w-]{43}")
_SIZES = {"width": (20, 500), "height": (5, 300)}
_ENDED = "This session has ended, and its documents are deleted. Open Tandem's page again.\n"
_FULL = f"There are {MOST_SESSIONS} sessions already. Close a page that is not needed, and try again.\n"
_NO_FORM = "Choose the documents on Tandem's page, and send them from there.\n"


class Server:
    """Serves the app at an address, with the sessions' folders in `folder`."""

    def __init__(self, address: Address, folder: Path) -> None:
        self.address = address
        self._folder = folder
        self._sessions: dict[str, Session] = {}
        self._invitation = ""

    def invitation(self) -> str:
        """An address for the browser that is opened here, good for one time: others on this computer may see it."""
        self._invitation = f"/open/{new_secret()}"
        return f"{self.address.origin}{self._invitation}"

    def application(self) -> web.Application:
        """All that is answered, and how."""
        app = web.Application(middlewares=[guard(self.address, self._is_invitation)])
        app.on_response_prepare.append(protect(self.address))
        app.on_shutdown.append(self._end)
        app.add_routes(
            [
                web.get("/open/{invitation}", self._open),
                web.get("/{token}/", self._page),
                web.get("/{token}/static/{name}", self._static),
                web.get("/{token}/{session}/terminal", self._terminal),
                web.get("/{token}/{session}/upload", self._upload_page),
                web.post("/{token}/{session}/upload", self._upload),
                web.get("/{token}/{session}/download/{key}", self._download),
            ]
        )
        return app

    # --- pages ---

    def _is_invitation(self, path: str) -> bool:
        return bool(self._invitation) and compare_digest(path.encode("utf-8", "replace"), self._invitation.encode())

    async def _open(self, _: web.Request) -> web.StreamResponse:
        """Lead to the page, once."""
        self._invitation = ""
        raise web.HTTPSeeOther(f"/{self.address.token}/")

    async def _page(self, request: web.Request) -> web.Response:
        """The page with the app, for a session of its own."""
        session = new_secret()
        websocket = f"ws://{request.host}/{self.address.token}/{session}/terminal"
        return _html(pages.app_page(session, websocket, is_local=self.address.is_local))

    async def _static(self, request: web.Request) -> web.StreamResponse:
        path = pages.static_files().get(request.match_info["name"])
        if path is None:
            raise web.HTTPNotFound(text="There is no such file.\n")
        return web.FileResponse(path)

    # --- the app ---

    async def _terminal(self, request: web.Request) -> web.StreamResponse:
        """Connect a page with an app of its own, as long as the page is open."""
        name = request.match_info["session"]
        if not _SESSION.fullmatch(name) or name in self._sessions:
            refuse(_ENDED)
        if len(self._sessions) >= MOST_SESSIONS:
            raise web.HTTPServiceUnavailable(text=_FULL)
        websocket = web.WebSocketResponse(heartbeat=_ALIVE, max_msg_size=_LARGEST_MESSAGE)

        async def close() -> None:
            await websocket.close()

        session = Session(
            new_session_folder(self._folder),
            write_bytes=websocket.send_bytes,
            write_str=websocket.send_str,
            close=close,
        )
        self._sessions[name] = session
        try:
            await websocket.prepare(request)
            await session.start(*(_size(request.query.get(which), which) for which in _SIZES))
            await _converse(websocket, session)
        finally:
            del self._sessions[name]
            await asyncio.shield(session.stop())
        return websocket

    def _session(self, request: web.Request) -> Session:
        session = self._sessions.get(request.match_info["session"])
        if session is None:
            raise web.HTTPNotFound(text=_ENDED)
        return session

    async def _end(self, _: web.Application) -> None:
        """End all sessions."""
        open_ones = list(self._sessions.values())
        await asyncio.gather(*(session.remote_close() for session in open_ones), return_exceptions=True)
        await asyncio.gather(*(session.ended.wait() for session in open_ones))

    # --- documents in, reports out ---

    async def _upload_page(self, request: web.Request) -> web.Response:
        self._session(request)
        return self._upload_answer(None)

    async def _upload(self, request: web.Request) -> web.Response:
        """Take documents, and tell the app of them."""
        session = self._session(request)
        in_json = "json" in request.headers.get(hdrs.ACCEPT, "")
        try:
            came = await receive(await request.multipart(), session.folder)
        except (ValueError, AssertionError, web.HTTPBadRequest):
            raise web.HTTPBadRequest(text=_NO_FORM) from None
        except OSError:
            raise web.HTTPInsufficientStorage(
                text="There is no room for them on the computer that runs Tandem.\n"
            ) from None
        if came.added:
            await session.tell_added(came.added)
        return web.json_response(vars(came)) if in_json else self._upload_answer(came)

    def _upload_answer(self, came: Uploaded | None) -> web.Response:
        page = _html(pages.upload_page(came, is_local=self.address.is_local))
        page.headers["Referrer-Policy"] = "same-origin"  # without it, its form would not say that it is from here
        return page

    async def _download(self, request: web.Request) -> web.StreamResponse:
        """Give a file that the app has made."""
        session, key = self._session(request), request.match_info["key"]
        name = session.ready.get(key)
        if name is None:
            raise web.HTTPNotFound(text="This file is no longer there. Save it in Tandem once more.\n")
        named = {hdrs.CONTENT_DISPOSITION: f"attachment; filename*=UTF-8''{quote(name, safe='')}"}
        headers = {
            **named,
            hdrs.CONTENT_TYPE: "application/octet-stream",
        }  # to be saved, and never shown as a page here
        return web.FileResponse(session.folder.downloads / key, headers=headers)


def _html(text: str) -> web.Response:
    return web.Response(text=text, content_type="text/html")


def _size(text: object, which: str) -> int:
    """A width or height as a page tells it, within what a window can have."""
    least, most = _SIZES[which]
    try:
        return min(max(int(str(text)), least), most)
    except ValueError:
        return 80 if which == "width" else 24


async def _converse(websocket: web.WebSocketResponse, session: Session) -> None:
    """Hand on to the app what the page sends; what it could not have sent is passed over."""
    with suppress(ClientConnectionError):
        async for message in websocket:
            if message.type is not WSMsgType.TEXT:
                continue
            match _parsed(message.data):
                case ["stdin", str(typed)]:
                    await session.send_bytes(typed.encode("utf-8", "replace"))
                case ["resize", {"width": width, "height": height}]:
                    await session.set_terminal_size(_size(width, "width"), _size(height, "height"))
                case ["ping", str(data)]:
                    await websocket.send_json(["pong", data])
                case ["focus"]:
                    await session.focus()
                case ["blur"]:
                    await session.blur()


def _parsed(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


async def serve(listening: socket.socket, server: Server, begun: Callable[[], None]) -> None:
    """Serve until told to end; call `begun` once it is listening."""
    told = asyncio.Event()
    with suppress(NotImplementedError):  # on Windows, Ctrl+C alone ends it
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, told.set)
    for name in ("aiohttp.server", "asyncio", "textual-serve"):
        logging.getLogger(name).disabled = True  # they would write down what documents are called
    runner = web.AppRunner(server.application(), access_log=None, shutdown_timeout=_ENDING)
    await runner.setup()
    try:
        await web.SockSite(runner, listening).start()
        begun()
        await told.wait()
    finally:
        await runner.cleanup()
