"""Word files of the matrix as LibreOffice gives them back: exported to PDF, and saved again as Word files.

All files are converted by one call of `soffice` for each format, into a folder and with a profile of their own that are
gone afterwards. It takes some seconds: whoever needs the files soon calls `begin` before anything else.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache, partial
from pathlib import Path
from typing import Literal

from tests.documents.matrix import word
from tests.documents.matrix.variants import Case, Format, Variant, cases_of

Kind = Literal["pdf", "docx", "odt"]
SOFFICE = shutil.which("soffice")
_FORMATS: dict[Kind, Format] = {"pdf": "PDF by LibreOffice", "docx": "Word by LibreOffice"}
_CHOSEN: dict[Kind, frozenset[str]] = {
    "pdf": frozenset(
        {
            "behind a colon", "on underscores", "over its label", "in the cell beside", "in the cell below",
            "under its label in one cell", "in a text box", "in the header", "in the footer", "in a footnote",
            "in a control", "in a text field", "in a date control", "in a list control", "hidden by its style",
            "box as content control ☒", "box as form field, checked", "box as symbol Wingdings ☑",
            "box as Unicode ☒ ☐", "box as symbol Wingdings 2", "box in position: cell left of its words",
            "box in position: box behind its words", "signature as picture behind a colon",
            "signature as picture in the cell beside", "signature as picture above a rule and its label",
            "signature as anchored picture behind a colon", "signature as freehand drawing behind a colon",
        }
    ),
    "docx": frozenset(
        {
            "under its label in one cell", "in the cell below", "in a text box", "in the footer", "in a control",
            "in a text field", "in a date control", "in a list control", "inserted by a tracked change",
            "deleted by a tracked change", "hidden", "box as content control ☒", "box as form field, checked",
            "box as symbol Wingdings ☑", "signature as picture in the cell beside",
            "signature as freehand drawing behind a colon",
        }
    ),
}  # fmt: skip
"""The Word files that are converted: what a program's own way to write them may change."""
_LONGEST = 180


def variants() -> Iterator[Variant]:
    """Some Word files of the matrix, converted; none where LibreOffice is not installed."""
    for kind in _FORMATS if SOFFICE else ():
        for each in _originals(kind):
            make = partial(_made, kind, each)
            yield Variant(_FORMATS[kind], each.name, each.item, make, f".{kind}", each.sides, each.unclear, each.looks)


def begin() -> None:
    """Begin to convert the files, which goes on beside whatever else is done."""
    _waiting()


def _originals(kind: Kind) -> list[Variant]:
    return [each for each in word.variants() if each.name in _CHOSEN[kind]]


def _made(kind: Kind, variant: Variant, filled: bool) -> bytes:
    return _waiting()[kind].result()[Case(variant, filled).key]


@cache
def _waiting() -> Mapping[Kind, Future[Mapping[str, bytes]]]:
    """Every file that is converted, by its format and the key of its Word file; both formats at the same time."""
    pool = ThreadPoolExecutor(len(_FORMATS))
    waiting = {kind: pool.submit(_all, kind) for kind in _FORMATS}
    pool.shutdown(wait=False)
    return waiting


def _all(kind: Kind) -> Mapping[str, bytes]:
    cases = cases_of(_originals(kind))
    return dict(zip((case.key for case in cases), converted([case.data() for case in cases], kind), strict=True))


def converted(files: Sequence[bytes], kind: Kind) -> list[bytes]:
    """The files as LibreOffice converts them.

    Raises:
        RuntimeError: LibreOffice is not there, or did not convert them all.
    """
    if SOFFICE is None:
        raise RuntimeError("LibreOffice is not installed")
    with tempfile.TemporaryDirectory() as folder:
        into = Path(folder, "out")
        paths = [Path(folder, f"{number:04}.docx") for number in range(len(files))]
        for path, data in zip(paths, files, strict=True):
            path.write_bytes(data)
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        command = [SOFFICE, profile, "--headless", "--norestore", "--convert-to", kind, "--outdir", str(into)]
        subprocess.run([*command, *map(str, paths)], check=True, capture_output=True, timeout=_LONGEST)
        made = [into / f"{path.stem}.{kind}" for path in paths]
        if not all(path.exists() for path in made):
            raise RuntimeError("LibreOffice did not convert every file")
        return [path.read_bytes() for path in made]
