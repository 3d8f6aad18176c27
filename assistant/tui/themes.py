"""The colors of the app: dark, light, and of high contrast, as `themes.toml` has them.

Their names are those of `settings.THEMES`, which a configuration may hold.
"""

from __future__ import annotations

import tomllib  # tomli reads twice as fast, and takes longer to load than these few lines
from pathlib import Path

from textual.theme import Theme

_IN_ALL = {"block-cursor-text-style": "bold", "input-cursor-text-style": "none", "text": "auto 100%"}
"""The text on a colored ground is black or white, whichever reads better."""
_NAMED = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))

IN_WORDS: dict[str, str] = {name: theme.pop("words") for name, theme in _NAMED.items()}
"""Each theme as people choose it."""
OWN = {name: Theme(name, **{**theme, "variables": _IN_ALL | theme["variables"]}) for name, theme in _NAMED.items()}
DARK = OWN["dark"]
