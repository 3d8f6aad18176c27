"""Clean papers as different people make them, and the same with one thing wrong in each.

The texts stand in `wild/`, Word files are made by `wild_word`, `wild_layouts`, `wild_ieps` and `wild_fresh`. Everybody in
them is made up.
"""

from __future__ import annotations

import re
import zipfile
from functools import cache
from io import BytesIO
from pathlib import Path

from tests.documents import wild_fresh, wild_ieps, wild_layouts, wild_word
from tests.documents.word import changed

_TEXTS = Path(__file__).parent / "wild"
_DOCUMENT = "word/document.xml"


@cache
def documents() -> dict[str, bytes]:
    """All clean papers by their file names."""
    texts = {path.name: path.read_bytes() for path in sorted(_TEXTS.iterdir())}
    words = {
        f"{make.__name__}.docx": make()
        for make in (*wild_word.DOCUMENTS, *wild_layouts.DOCUMENTS, *wild_ieps.DOCUMENTS, *wild_fresh.DOCUMENTS)
    }
    return texts | words


def planted(name: str, pattern: str, instead: str, *, which: int = 1) -> bytes:
    """The paper with the `which`th match of the pattern replaced, in its text or its Word XML.

    Raises:
        ValueError: there are not so many matches.
    """
    data = documents()[name]
    is_word = name.endswith(".docx")
    old = zipfile.ZipFile(BytesIO(data)).read(_DOCUMENT).decode() if is_word else data.decode()
    matches = list(re.finditer(pattern, old, re.DOTALL))
    if len(matches) < which:
        raise ValueError(f"{name} holds {len(matches)} of {pattern!r}")
    found = matches[which - 1]
    new = old[: found.start()] + instead + old[found.end() :]
    return changed(data, {_DOCUMENT: new}) if is_word else new.encode()
