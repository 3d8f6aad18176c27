"""What a result rests on beside the document and the day: by it a later run knows whether an old result still holds."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from checkers.check import Options
from checkers.extras import has_ocr

_DIGITS = 16


def basis(options: Options, *, all_outcomes: bool = False) -> str:
    """A short sum over this package's code and data, the user's own profiles and what was chosen.

    `all_outcomes`: results are to tell what passed, too. The day is not in it: results name it beside their basis.
    """
    own = sorted((each.id, _sum(each.file.read_bytes())) for each in options.known().by_id.values() if each.file)
    chosen = (options.profile, sorted(options.select), sorted(options.ignore), all_outcomes, has_ocr(), own)
    return _sum(repr((_of_package(), chosen)).encode())[:_DIGITS]


@cache
def _of_package() -> str:
    folder = Path(__file__).parent
    files = sorted(path for path in folder.rglob("*") if path.suffix in {".py", ".toml"})
    return _sum(repr([(path.relative_to(folder).as_posix(), _sum(path.read_bytes())) for path in files]).encode())


def _sum(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
