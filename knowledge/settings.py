"""How the finder decides, and the words for what is not answered: the content of `answering.toml`."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import tomli


@cache
def settings() -> dict[str, Any]:
    """The content of `answering.toml`."""
    return tomli.loads(files("knowledge").joinpath("answering.toml").read_text("utf-8"))
