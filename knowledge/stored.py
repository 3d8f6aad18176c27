"""What is made of the topics beforehand, so that a question waits for nothing: `python -m knowledge.build` writes it.

In `knowledge/built/`, which is made on each machine: `content.json`, all that stands in the TOML files, and
`index.safetensors` and `vectors.safetensors`, the words and vectors of the topics. Each holds the digest of all that it
was made of, and what is out of date is not used.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
FOLDER = HERE / "built"
_CONTENT = FOLDER / "content.json"


@cache
def digest() -> str:
    """Of all that the stored files are made of: the content, the words of the field, and the code that makes them."""
    found = hashlib.blake2b(digest_size=12)
    for path in _made_of():
        found.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return found.hexdigest()


def _made_of() -> Iterator[Path]:
    yield from sorted(HERE.joinpath("topics").rglob("*.toml"))
    yield from (HERE / f"{name}.toml" for name in ("sources", "places", "glossary", "words"))
    yield from (HERE / "schema.py", HERE / "loader.py")
    yield from sorted(HERE.joinpath("find").glob("*.py"))


@cache
def tables() -> dict[str, Any] | None:
    """The content of the TOML files as it was stored; None where that is absent or out of date."""
    try:
        found: dict[str, Any] = json.loads(_CONTENT.read_bytes())
    except (OSError, ValueError):
        return None
    return found if found.pop("digest", "") == digest() else None


def keep(content: dict[str, Any]) -> None:
    """Store the content of the TOML files."""
    unfinished = _CONTENT.with_suffix(".new")
    unfinished.write_text(json.dumps({**content, "digest": digest()}), encoding="utf-8")
    unfinished.replace(_CONTENT)


def confirm() -> None:
    """Note that what is stored has been found up to date: run.py goes by the time of the file."""
    _CONTENT.touch()
