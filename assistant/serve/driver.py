"""Textual's driver for the browser, as Tandem needs it: it ends with the server, and hands over files whole."""

from __future__ import annotations

import os
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, BinaryIO, TextIO

from textual.drivers.web_driver import WebDriver
from textual.message import Message

if TYPE_CHECKING:
    from textual.app import App

_PIECE = 2**16
UPLOAD = "upload"
"""What the app asks the browser to open where the user wants to add documents."""


class Added(Message):
    """Documents were added; their names."""

    def __init__(self, names: list[str]) -> None:
        super().__init__()
        self.names = names


class ServedDriver(WebDriver):
    """Speaks with the server over the pipes of this process. What is handed over goes into the folder `DOWNLOADS`."""

    DOWNLOADS = Path("..", "downloads")
    """Seen from the folder of the documents, in which this process is started."""

    def __init__(self, app: App[Any], **options: Any) -> None:
        super().__init__(app, **options)
        self._writing = Lock()
        self._write = self._write_whole  # type: ignore[assignment]  # a function that gives what nobody asks for

    def _write_whole(self, data: bytes) -> None:
        """Write one packet; two threads do, and a pipe may take less at once."""
        with self._writing:
            while data:
                data = data[os.write(self.fileno, data) :]

    def run_input_thread(self) -> None:
        """Read what the server sends; where that ends, the server is gone, and there is nobody to work for."""
        super().run_input_thread()
        if not self.exit_event.is_set():
            os._exit(0)

    def on_meta(self, packet_type: str, payload: dict[str, object]) -> None:
        """Tell the app of documents that were added; what else the server says, Textual knows."""
        if packet_type == "added":
            self._app.post_message(Added(str(payload["names"]).splitlines()))
        else:
            super().on_meta(packet_type, payload)

    def deliver_binary(self, binary: BinaryIO | TextIO, *, delivery_key: str, save_path: Path, **_: Any) -> None:
        """Put a file where the server fetches it from, and say so."""
        with binary, (self.DOWNLOADS / delivery_key).open("wb") as out:
            binary.seek(0)
            while piece := binary.read(_PIECE):
                out.write(piece.encode() if isinstance(piece, str) else piece)
        self.write_meta({"type": "deliver_file_start", "key": delivery_key, "path": save_path.name})
