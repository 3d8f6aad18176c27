"""The pages, and the files that they are made of: nothing of them comes from anywhere else."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from assistant.serve.uploads import Uploaded, accepted
from checkers.guard import LARGEST_FILE

_KEYS = (
    ("Esc", "Escape", 27), ("Enter", "Enter", 13), ("Tab", "Tab", 9), ("↑", "ArrowUp", 38), ("↓", "ArrowDown", 40),
    ("F1 Help", "F1", 112), ("F8 Home", "F8", 119), ("F2 Ask", "F2", 113), ("F3 Check", "F3", 114),
    ("F7 Library", "F7", 118), ("F12 Count", "F12", 123),
)  # fmt: skip
"""Keys that a screen keyboard lacks: what stands on the button, and how a browser calls it."""

_TERMINAL = ("js/textual.js", "css/xterm.css")
_FONTS = ("fonts/RobotoMono-VariableFont_wght.ttf", "fonts/RobotoMono-Italic-VariableFont_wght.ttf")
_OWN = ("base.css", "app.css", "upload.css", "app.js", "upload.js")


@cache
def static_files() -> dict[str, Path]:
    """What the pages load, by name: the terminal with its fonts from textual-serve, the rest from here."""
    terminal, own = files("textual_serve") / "static", files("assistant.serve") / "pages"
    paths = [*(terminal / name for name in (*_TERMINAL, *_FONTS)), *(own / name for name in _OWN)]
    return {path.name: Path(str(path)) for path in paths}


def app_page(session: str, websocket: str, *, is_local: bool) -> str:
    """The page with the app."""
    return _rendered("app.html.jinja", f"{session}/upload", is_local, session=session, websocket=websocket, keys=_KEYS)


def upload_page(uploaded: Uploaded | None, *, is_local: bool) -> str:
    """The page to add documents, where it stands alone; with what came of those that were sent."""
    return _rendered("upload.html.jinja", "upload", is_local, uploaded=uploaded)


def _rendered(name: str, form_action: str, is_local: bool, **values: Any) -> str:
    shared = {"form_action": form_action, "is_local": is_local, "accepted": accepted()}
    return _templates().get_template(name).render(**shared, **values, megabytes=LARGEST_FILE // 2**20)


@cache
def _templates() -> Environment:
    return Environment(
        loader=PackageLoader("assistant.serve", "pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
