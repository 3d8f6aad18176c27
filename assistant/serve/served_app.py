"""The app in the process of a session: started by the server, as a module, in the folder of the documents."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual import on, work
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from assistant.cli.output import Unwritable, free_name
from assistant.serve.confined import confine
from assistant.serve.driver import UPLOAD, Added
from assistant.settings import profile_folder
from assistant.tui.app import TandemApp, configured
from assistant.tui.dialogs.choose import Choose
from assistant.tui.dialogs.save import Offer
from assistant.tui.safe import shown_line
from assistant.tui.widgets.checks import Checks

if TYPE_CHECKING:
    from assistant.tui.screens.check import CheckScreen

_ONLY_ADDED = "In a browser, Tandem sees only the documents that you have added. F6 adds some."
_MADE = Path("..", "made")
_AGAIN = 0.5
_SHOWN = 5.0
"""In seconds: so long a notice stays, and is not said again."""


class ServedApp(TandemApp):
    """The app as a browser shows it: documents are added from there, and what is written is downloaded."""

    CSS_PATH = str(files("assistant.tui") / "app.tcss")  # Textual looks for it beside this module else
    BINDINGS: ClassVar[list[BindingType]] = [Binding("f6", "add", "Add documents", show=False, priority=True)]

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._added: list[Path] = []
        self._told = -_SHOWN

    def action_add(self) -> None:
        """Have the page ask for documents."""
        self.open_url(UPLOAD)

    @on(Added)
    def take(self, added: Added) -> None:
        """Check documents that were added."""
        self._added += map(Path, added.names)
        self._check_added()

    def _check_added(self) -> None:
        """Go to Check with what was added; where a dialog is open, once it is answered."""
        if isinstance(self.screen, ModalScreen):
            self.set_timer(_AGAIN, self._check_added)
        elif self._added:
            self.simulate_key("f3")
            self.call_later(self._begin_check)

    def _begin_check(self) -> None:
        """Check what was added and is not checked yet; a check that is running gives way to this one."""
        if self._added:
            cast("CheckScreen", self.get_screen("check")).check_these(tuple(self._added))

    @on(Checks.Ended)
    def forget(self, ended: Checks.Ended) -> None:
        """What was checked need not be checked again."""
        self._added = [path for path in self._added if path not in ended.paths]

    def offer_file(self, offer: Offer, written: Callable[[Path], None]) -> None:
        """Have the browser download a file, in the format that is chosen."""

        def make(ending: str | None) -> None:
            if ending is not None:
                self._make(offer, ending, written)

        if len(offer.endings) > 1:
            self.push_screen(Choose(offer.title, list(offer.endings.items()), next(iter(offer.endings))), make)
        else:
            make(next(iter(offer.endings)))

    @work(thread=True)
    def _make(self, offer: Offer, ending: str, written: Callable[[Path], None]) -> None:
        """Write it where the session has room for it, a profile where it is found again, and hand it over."""
        is_kept = offer.folder == profile_folder()
        folder = offer.folder if is_kept else _MADE
        folder.mkdir(parents=True, exist_ok=True)
        path = free_name(folder, offer.name, ending)
        try:
            offer.write(path)
        except Unwritable as wrong:
            self.notify(shown_line(str(wrong)).plain, severity="error", markup=False)
            return
        self.deliver_binary(path, mime_type="application/octet-stream")  # to guess would read a file of the system
        self.call_from_thread(written, path if is_kept else Path(path.name))

    def refuse(self) -> None:
        """Say why a path is not found, once for a while; from any thread."""
        if time.monotonic() - self._told > _SHOWN:
            self._told = time.monotonic()
            self.notify(_ONLY_ADDED, severity="warning", timeout=_SHOWN)


def main() -> None:
    """Run the app. What a library writes about an error may hold a document's text, and is nobody's to read."""
    app = configured(ServedApp)
    assert isinstance(app, ServedApp)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    confine(Path.cwd().parent, app.refuse)
    app.run()


if __name__ == "__main__":
    main()
